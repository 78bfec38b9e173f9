//! Who is missing: families × objectives, holes drawn as holes.

use std::collections::HashMap;

use yew::prelude::*;

use super::state::{Act, View};
use crate::analysis::coverage::Cell;
use crate::i18n::texts::actors as say;
use crate::model::{Actor, ActorKind, Id, List, Objective};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{Button, ButtonKind, KindMark};
use crate::vocabulary;

/// Most natures proposed for a hole.
const PROPOSED: usize = 6;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// How many actors each kind has.
    pub(super) kinds: Vec<usize>,
    pub(super) objectives: List<Objective>,
    pub(super) cells: std::rc::Rc<Vec<Cell>>,
    pub(super) act: UseReducerDispatcher<View>,
}

/// How many actors each kind has, in the order of [`ActorKind::ALL`].
pub(super) fn by_kind(actors: &List<Actor>) -> Vec<usize> {
    let mut counts = vec![0; ActorKind::ALL.len()];
    for kind in actors.iter().filter_map(|actor| actor.kind) {
        let place = ActorKind::ALL.iter().position(|other| *other == kind);
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
        }
    }
    counts
}

#[component]
pub(super) fn CoveragePanel(props: &Props) -> Html {
    let env = use_env();
    let hole = use_state(|| None::<(ActorKind, Option<Id>)>);
    let mut counts: HashMap<(ActorKind, Option<&Id>), usize> = HashMap::new();
    counts.extend(ActorKind::ALL.iter().zip(&props.kinds).map(|(kind, count)| ((*kind, None), *count)));
    for cell in props.cells.iter() {
        counts.insert((cell.kind, Some(&cell.objective)), cell.actors.len());
    }
    // The families around the project come first: a family nobody belongs to is missing everywhere.
    let mut rows: Vec<(Option<Id>, AttrValue)> = vec![(None, env.say(say::around_project()))];
    rows.extend(props.objectives.iter().enumerate().map(|(index, one)| {
        let title = if one.title.trim().is_empty() {
            env.say(say::objective_n(index + 1))
        } else {
            one.title.clone().into()
        };
        (Some(one.id.clone()), title)
    }));
    let cell = |kind: ActorKind, objective: &Option<Id>, title: &AttrValue| {
        let count = counts.get(&(kind, objective.as_ref())).copied().unwrap_or_default();
        let family = env.say(vocabulary::kind(kind));
        if count > 0 {
            let onclick = {
                let (act, objective) = (props.act.clone(), objective.clone());
                Callback::from(move |_: MouseEvent| act.dispatch(Act::List(kind, objective.clone())))
            };
            let label = env.say(say::cell_count(count, family.to_string(), title.to_string()));
            return html! {
                <button type="button" class="cov-n" part="button" aria-label={label} {onclick}>{ count }</button>
            };
        }
        let this = (kind, objective.clone());
        let pressed = *hole == Some(this.clone());
        let onclick = {
            let hole = hole.clone();
            Callback::from(move |_: MouseEvent| hole.set((!pressed).then(|| this.clone())))
        };
        html! {
            <button type="button" class="cov-hole" part="button" aria-pressed={if pressed { "true" } else { "false" }}
                aria-label={env.say(say::cell_hole(family.to_string(), title.to_string()))} {onclick}></button>
        }
    };
    html! {
        <section class="coverage sec-thick" aria-labelledby="tdt-coverage">
            <header class="sec-head">
                <@{env.heading(1)} class="h-small" id="tdt-coverage" tabindex="-1">{ env.say(say::who_is_missing()) }</@>
                <p class="small push">
                    { env.say(if props.objectives.is_empty() { say::coverage_kinds() } else { say::coverage_help() }) }
                </p>
            </header>
            <table class="cov">
                <caption class="vh">{ env.say(say::coverage_caption()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::objective()) }</th>
                        { for ActorKind::ALL.iter().map(|kind| html! {
                            <th scope="col" title={env.say(vocabulary::kind(*kind))}>
                                <KindMark kind={Some(*kind)} size=17 />
                                <span>{ env.say(vocabulary::kind_short(*kind)) }</span>
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|(objective, title)| html! {
                        <tr>
                            <th scope="row"><bdi>{ title }</bdi></th>
                            { for ActorKind::ALL.iter().map(|kind| html! {
                                <td>{ cell(*kind, objective, title) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            <div role="status">
                if let Some((kind, _)) = &*hole { { proposals(&env, *kind, &props.act) } }
            </div>
        </section>
    }
}

/// The natures to look for in a family nobody belongs to; each is ready to be entered.
fn proposals(env: &Env, kind: ActorKind, act: &UseReducerDispatcher<View>) -> Html {
    let choices = env.vocabulary.subkinds(kind).iter().filter(|choice| !choice.hidden).take(PROPOSED);
    let mut items: Vec<(String, AttrValue)> =
        choices.map(|choice| (choice.code.clone(), env.say(&choice.label))).collect();
    items.push((String::new(), env.say(say::another())));
    let last = items.len() - 1;
    html! {
        <p class="cov-say">
            { env.say(say::look_for(env.say(vocabulary::kind(kind)).to_string())) }{ " " }
            { for items.into_iter().enumerate().map(|(index, (code, label))| {
                let onclick = {
                    let act = act.clone();
                    Callback::from(move |()| act.dispatch(Act::Want(kind, code.clone())))
                };
                html! {
                    <>
                        if env.read_only { { label } } else {
                            <Button kind={ButtonKind::Link} {label} {onclick} />
                        }
                        if index < last { { ", " } }
                    </>
                }
            }) }
        </p>
    }
}
