//! The map as a table: the same actors, the same values.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::{Chart, Standing};
use crate::i18n::texts::charts as say;
use crate::model::{Criterion, Id};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{KindMark, Value};
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Rc<Chart>,
    pub(super) selected: Option<Id>,
    pub(super) onselect: Callback<Id>,
}

fn value(value: Option<i8>) -> Html {
    let text = value.map_or_else(|| AttrValue::Static("?"), |value| value.to_string().into());
    html! { <td><Value {text} {value} /></td> }
}

fn row(env: &Env, props: &Props, standing: &Standing) -> Html {
    let (select, actor) = (props.onselect.clone(), standing.actor.clone());
    let onclick = Callback::from(move |_: MouseEvent| select.emit(actor.clone()));
    let current = props.selected.as_ref() == Some(&standing.actor);
    let from = standing.from.map(|(x, y)| env.say(say::pair(i64::from(x), i64::from(y))));
    let place = match standing.quadrant {
        Some(quadrant) => env.say(quadrant.label()),
        None => env.say(vocabulary::value(Criterion::Interest, None)),
    };
    html! {
        <tr key={standing.actor.as_str()} part="item" data-current={current.then_some("true")}>
            <th scope="row">
                <button type="button" class="row-open" aria-current={current.then_some("true")} {onclick}>
                    <KindMark kind={standing.kind} size={19} /><span><bdi>{ &standing.name }</bdi></span>
                </button>
            </th>
            { value(standing.interest) }
            { value(standing.influence) }
            { value(standing.mobilisation) }
            <td>{ from }</td>
            <td>{ place }</td>
        </tr>
    }
}

/// The table.
#[component]
pub(super) fn MapData(props: &Props) -> Html {
    let env = use_env();
    let name = |criterion| env.say(vocabulary::criterion(criterion));
    html! {
        <div class="frame" role="region" tabindex="0" aria-label={env.say(say::data_caption())}>
            <table class="table" part="list">
                <caption class="vh">{ env.say(say::data_caption()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::actor()) }</th>
                        <th scope="col">{ name(Criterion::Interest) }</th>
                        <th scope="col">{ name(Criterion::Influence) }</th>
                        <th scope="col">{ name(Criterion::Mobilisation) }</th>
                        <th scope="col" title={env.say(say::start_help())}>
                            { env.say(say::start()) }<span class="vh">{ " (" }{ env.say(say::start_help()) }{ ")" }</span>
                        </th>
                        <th scope="col">{ env.say(say::place()) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for props.chart.placed.iter().chain(&props.chart.unplaced).map(|standing| row(&env, props, standing)) }
                </tbody>
            </table>
        </div>
    }
}
