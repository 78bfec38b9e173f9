//! A line of the list, drawn again only when it changes.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::hand::row_id;
use super::query::{Line, nature};
use crate::i18n::texts::actors as say;
use crate::model::Id;
use crate::ui::env::use_env;
use crate::ui::widgets::{KindMark, Ring};

/// A box ticked or not, and whether a range is meant.
#[derive(Debug)]
pub(super) struct Tick {
    pub(super) id: Id,
    pub(super) on: bool,
    pub(super) range: bool,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) line: Line,
    /// Its place in the list, from 0.
    pub(super) place: usize,
    /// Its sheet is open.
    pub(super) current: bool,
    pub(super) checked: bool,
    pub(super) onopen: Callback<Id>,
    /// Without it, nothing can be selected.
    pub(super) ontick: Option<Callback<Tick>>,
}

#[component]
pub(super) fn ActorRow(props: &Props) -> Html {
    let env = use_env();
    let actor = &props.line.actor;
    let name = if actor.name.trim().is_empty() {
        env.say(say::unnamed())
    } else {
        AttrValue::from(actor.name.clone())
    };
    let onclick = {
        let (open, id) = (props.onopen.clone(), actor.id.clone());
        Callback::from(move |_: MouseEvent| open.emit(id.clone()))
    };
    // The whole line opens the sheet; the keyboard has the button.
    let onrow = {
        let (open, id) = (props.onopen.clone(), actor.id.clone());
        Callback::from(move |event: MouseEvent| {
            let at = event.target_dyn_into::<Element>();
            let on_control = at.is_none_or(|at| at.closest("button, .col-check").ok().flatten().is_some());
            if !on_control {
                open.emit(id.clone());
            }
        })
    };
    let box_cell = props.ontick.clone().map(|tick| {
        let id = actor.id.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                tick.emit(Tick { id: id.clone(), on: input.checked(), range: event.shift_key() });
            }
        });
        html! {
            <td class="col-check">
                <input type="checkbox" checked={props.checked} aria-label={env.say(say::select_one(name.to_string()))}
                    {onclick} />
            </td>
        }
    });
    let share = props.line.share;
    html! {
        <tr class="opens" part="item" aria-rowindex={(props.place + 2).to_string()} data-current={props.current.then_some("")} data-checked={props.checked.then_some("")} onclick={onrow}>
            { box_cell.unwrap_or_default() }
            <th scope="row">
                <button type="button" class="row-open" id={row_id(&actor.id)} {onclick}
                    aria-current={props.current.then_some("true")}>
                    <KindMark kind={actor.kind} size=19 /><span><bdi>{ name }</bdi></span>
                </button>
            </th>
            <td class="col-opt">{ nature(&env, actor) }</td>
            <td class="col-opt"><bdi>{ &props.line.place }</bdi></td>
            <td class="col-ring"><Ring {share} label={AttrValue::from(env.format().percent(share))} /></td>
        </tr>
    }
}
