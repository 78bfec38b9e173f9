//! Complementarities: actors × key functions, who can hold what and where, and what that leaves uncovered.

mod cards;
mod matrix;
mod side;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::complementarities::{Cells, Split, cells, rivals, split};
use crate::analysis::coverage::{self, Pair};
use crate::analysis::{Cover, Index};
use crate::edit::Command;
use crate::i18n::Phrase;
use crate::i18n::texts::{actors as actor_words, complementarities as say};
use crate::model::{Actor, Dossier, Id, KeyFunction};
use crate::ui::charts::use_width;
use crate::ui::env::{Data, Env, Place, today, use_data, use_env};
use crate::ui::steps::deferred::use_deferred;
use crate::ui::steps::grid::NARROW;
use crate::ui::steps::names::actor_name;
use crate::ui::widgets::{Button, ButtonKind, Segment, Segmented};
use crate::vocabulary::Step;

use matrix::Matrix;

/// The view of this folder, as a place to be taken to.
pub(super) const MATRIX: &str = "complementarities";

/// The two views of the qualification step, as a segmented control; `matrix` is the one of this folder.
pub(super) fn switch(env: &Env, matrix: &UseStateHandle<bool>) -> Html {
    let segment = |value: &'static str, label: Phrase| Segment {
        value: value.into(),
        strong: None,
        label: env.say(label),
    };
    let segments = vec![
        segment("qualification", say::view_qualification()),
        segment("complementarities", say::view_complementarities()),
    ];
    let onchange = {
        let matrix = matrix.clone();
        Callback::from(move |code: AttrValue| matrix.set(code == "complementarities"))
    };
    let value = if **matrix { "complementarities" } else { "qualification" };
    html! { <Segmented class="step-views" label={env.say(say::views())} {segments} {value} {onchange} /> }
}

/// Whether the view of this folder is shown. Being taken to it shows it, to a value the other one.
#[hook]
pub(super) fn use_switch(data: &Data) -> UseStateHandle<bool> {
    let matrix = use_state(|| false);
    let (held, place) = (matrix.clone(), data.place.clone());
    use_effect_with(data.visit, move |_| {
        if place.object.is_some() || place.field.is_some() {
            held.set(place.field.as_deref() == Some(MATRIX));
        }
    });
    matrix
}

/// The words of what an actor can do for a function.
fn state_name(cover: Option<Cover>) -> Phrase {
    match cover {
        None => say::state_none(),
        Some(Cover::Covers) => say::state_covers(),
        Some(Cover::Partly) => say::state_partly(),
        Some(Cover::Outside) => say::state_outside(),
        Some(Cover::Unknown) => say::state_unknown(),
    }
}

/// The shape that goes with them.
const fn state_class(cover: Option<Cover>) -> &'static str {
    match cover {
        None => "cp-none",
        Some(Cover::Covers) => "cp-mark cp-covers",
        Some(Cover::Partly) => "cp-mark cp-partly",
        Some(Cover::Outside) => "cp-mark cp-outside",
        Some(Cover::Unknown) => "cp-mark cp-unknown",
    }
}

/// Adds a function to the capabilities of an actor, or takes it away.
fn toggle(env: &Env, actor: Id, function: Id) {
    if env.read_only {
        return;
    }
    env.change(move |dossier| {
        let mut actor = Actor::clone(dossier.actor(&actor)?);
        let count = actor.capabilities.len();
        actor.capabilities.retain(|one| *one != function);
        if actor.capabilities.len() == count {
            actor.capabilities.push(function);
        }
        Some(Command::Put(actor.into()))
    });
}

fn function_title(env: &Env, place: usize, function: &KeyFunction) -> AttrValue {
    if function.title.trim().is_empty() {
        env.say(actor_words::function_code(place + 1))
    } else {
        function.title.clone().into()
    }
}

/// A pair to cover, who competes on it or would, and how they could share it.
struct Contest {
    pair: Pair,
    rivals: Vec<Id>,
    split: Option<Split>,
}

/// Computed once changes pause: the pairs to cover.
fn contests(dossier: &Dossier) -> Vec<Contest> {
    let index = Index::of(dossier, today());
    let contest = |pair: Pair| {
        let rivals = if pair.redundant.is_empty() { rivals(&pair) } else { pair.redundant.clone() };
        let split = (!rivals.is_empty()).then(|| split(&index, &pair, &rivals));
        Contest { pair, rivals, split }
    };
    coverage::of(&index).pairs.into_iter().map(contest).collect()
}

/// The view.
#[component]
pub(super) fn Complementarities() -> Html {
    let env = use_env();
    let data = use_data();
    let (functions, actors) = (&data.dossier.functions, &data.dossier.actors);
    if !functions.is_empty() && !actors.is_empty() {
        return html! { <Desk /> };
    }
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty()) }</p>
            <p>{ env.say(say::empty_text()) }</p>
            <div class="example">
                <p class="h-cap">{ env.say(say::example()) }</p>
                <dl class="pairs"><div><dt>{ env.say(say::example_one()) }</dt><dd>{ env.say(say::example_one_is()) }</dd></div></dl>
            </div>
            <Button kind={ButtonKind::Primary} label={env.say(say::add_functions())}
                onclick={env.going(Place::step(Step::Project).at("functions"))} />
        </div>
    }
}

/// Matrix and what it says.
#[component]
fn Desk() -> Html {
    let env = use_env();
    let data = use_data();
    let node = use_node_ref();
    let width = use_width(&node);
    let narrow = width.is_some_and(|width| width < NARROW);
    let dossier = Rc::clone(&data.dossier);
    let current = use_state_eq(|| (0_usize, 0_usize));
    let focus = use_state(|| 0_u32);
    let titles = use_memo((env.clone(), dossier.functions.clone()), |(env, list)| {
        list.iter()
            .enumerate()
            .map(|(place, one)| function_title(env, place, one))
            .collect::<Vec<AttrValue>>()
    });
    let held = use_mut_ref(Cells::new);
    let cells = cells(&dossier, &held.borrow());
    held.borrow_mut().clone_from(&cells);
    let pairs = use_deferred(&dossier, contests);
    let last = (dossier.actors.len().saturating_sub(1), titles.len().saturating_sub(1));
    let here = (current.0.min(last.0), current.1.min(last.1));
    let ongo = {
        let (current, focus) = (current.clone(), focus.clone());
        Callback::from(move |(to, enter): ((usize, usize), bool)| {
            current.set(to);
            if enter {
                focus.set(*focus + 1);
            }
        })
    };
    let ontoggle = {
        let (env, dossier) = (env.clone(), Rc::clone(&dossier));
        Callback::from(move |(row, column): (usize, usize)| {
            if let Some((actor, function)) = dossier.actors.get(row).zip(dossier.functions.get(column)) {
                toggle(&env, actor.id.clone(), function.id.clone());
            }
        })
    };
    html! {
        <div class="coh" ref={node}>
            <div class="coh-top">
                <div class="coh-main">
                    if narrow {
                        { cards::cards(&env, &dossier, &titles, &cells, here, &ongo, &ontoggle) }
                    } else if width.is_some() {
                        <Matrix dossier={Rc::clone(&dossier)} titles={Rc::clone(&titles)} cells={Rc::new(cells)} current={here}
                            focus={*focus} {ongo} {ontoggle} />
                        if !env.read_only { <p class="small only-wide mx-keys">{ env.say(say::keys()) }</p> }
                        { legend(&env) }
                    }
                </div>
                if let Some(found) = &pairs {
                    { side::view(&env, &found.0, &found.1, here.1) }
                }
            </div>
        </div>
    }
}

/// The four shapes and their words.
fn legend(env: &Env) -> Html {
    let states = [Cover::Covers, Cover::Partly, Cover::Outside, Cover::Unknown];
    html! {
        <ul class="legend-inline">
            { for states.map(|cover| html! {
                <li><i class={state_class(Some(cover))}></i>{ env.say(state_name(Some(cover))) }</li>
            }) }
        </ul>
    }
}
