//! What the marks mean, who is not placed and whose name found no room.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::{Chart, Scene, Standing};
use crate::i18n::Arg;
use crate::i18n::texts::charts as say;
use crate::model::{ActorKind, Criterion, Id};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::MobilisationMark;
use crate::vocabulary;

/// How many are named in a line before the rest is counted.
const NAMED: usize = 12;
/// How many unplaced actors are shown without unfolding.
const IN_SIGHT: usize = 2;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Rc<Chart>,
    pub(super) scene: Rc<Scene>,
    pub(super) onselect: Callback<Id>,
}

/// What an unplaced actor lacks.
pub(super) fn missing(standing: &Standing) -> Vec<Criterion> {
    let lacks = [(Criterion::Interest, standing.interest), (Criterion::Influence, standing.influence)];
    lacks.into_iter().filter(|(_, value)| value.is_none()).map(|(criterion, _)| criterion).collect()
}

fn reason(env: &Env, standing: &Standing) -> AttrValue {
    let lacks: Vec<Arg> = missing(standing)
        .into_iter()
        .map(|criterion| env.say(vocabulary::criterion(criterion)).to_lowercase().into())
        .collect();
    env.say(say::unplaced_as(Arg::List(lacks)))
}

/// The actors that are not placed, for a file, where nothing unfolds; nothing when the legend itself names them.
pub(super) fn unplaced_in_full(env: &Env, chart: &Chart) -> Html {
    if chart.unplaced.len() <= IN_SIGHT {
        return Html::default();
    }
    let names = chart.unplaced.iter().map(|standing| Arg::from(standing.name.as_str())).collect();
    html! { <p class="legend-row">{ env.say(say::unplaced_named(Arg::List(names))) }</p> }
}

/// The legend.
#[component]
pub(super) fn Legend(props: &Props) -> Html {
    let env = use_env();
    let Props { chart, scene, onselect } = props;
    let unplaced = |standing: &Standing| {
        let (select, actor) = (onselect.clone(), standing.actor.clone());
        let onclick = Callback::from(move |_: MouseEvent| select.emit(actor.clone()));
        html! {
            <>
                <MobilisationMark kind={standing.kind} mobilisation={standing.mobilisation} size={18} />
                <span>
                    <button type="button" class="link" part="button" {onclick}><bdi>{ &standing.name }</bdi></button>
                    { ", " }{ reason(&env, standing) }
                </span>
            </>
        }
    };
    let nameless: Vec<Arg> = {
        let names = scene.unlabelled.iter().filter_map(|index| chart.placed.get(*index));
        let mut names: Vec<Arg> = names.map(|standing| Arg::from(standing.name.as_str())).collect();
        if names.len() > NAMED + 1 {
            let others = names.len() - NAMED;
            names.truncate(NAMED);
            names.push(say::others(others).into());
        }
        names
    };
    let out: usize = scene.rest.iter().map(|(_, more)| *more).sum();
    html! {
        <figcaption class="legend">
            if chart.placed.is_empty() { <p class="legend-row">{ env.say(say::map_empty()) }</p> }
            <div class="legend-row">
                <b>{ env.say(say::fill()) }</b>
                <span class="push">
                    { env.say(vocabulary::value(Criterion::Mobilisation, Some(0))) }
                    { for (0..=4).map(|level: i8| html! {
                        <MobilisationMark kind={ActorKind::EmploymentTraining} mobilisation={level} size={20} />
                    }) }
                    { env.say(vocabulary::value(Criterion::Mobilisation, Some(4))) }
                </span>
            </div>
            if chart.placed.iter().any(|standing| standing.from.is_some()) {
                <div class="legend-row">
                    <svg width="26" height="8" viewBox="0 0 26 8" class="k k-other" aria-hidden="true">
                        <path class="map-tail" d="M2 4h24" /><circle class="map-origin" cx="3" cy="4" r="2.6" />
                    </svg>
                    <b>{ env.say(say::tail()) }</b>
                </div>
            }
            if !nameless.is_empty() {
                <p class="legend-row">{ env.say(say::unlabelled(Arg::List(nameless))) }</p>
            }
            if out > 0 { <p class="legend-row">{ env.say(say::rest_here(out)) }</p> }
            if !chart.unplaced.is_empty() && chart.unplaced.len() <= IN_SIGHT {
                <div class="legend-row">
                    <b>{ env.say(say::unplaced(chart.unplaced.len())) }</b>
                    <span class="push">{ for chart.unplaced.iter().map(unplaced) }</span>
                </div>
            } else if !chart.unplaced.is_empty() {
                <details class="more">
                    <summary>{ env.say(say::unplaced(chart.unplaced.len())) }</summary>
                    <ul class="more-body">
                        { for chart.unplaced.iter().map(|standing| html! {
                            <li class="legend-row" key={standing.actor.as_str()}>{ unplaced(standing) }</li>
                        }) }
                    </ul>
                </details>
            }
        </figcaption>
    }
}
