//! The proposed first group with the reason for each member, and the order in which widening adds most.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::words::{code, codes, mobilisation, mobilisation_words, name_of, names, ring_name};
use super::{Grounds, Seen};
use crate::analysis::circles::Adoption;
use crate::analysis::coverage::{self, Pair};
use crate::analysis::first_group::{self, FirstGroup, Reason, Widening};
use crate::analysis::{Index, circles};
use crate::edit::{Command, Item, fresh_id};
use crate::i18n::Arg;
use crate::i18n::texts::circles as say;
use crate::model::{Dossier, Id, Wave};
use crate::ui::env::{Env, Intent, Place as Goal, entropy, use_env};
use crate::ui::steps::complementarities::MATRIX;
use crate::ui::widgets::{Button, ButtonKind, MobilisationMark, focus_id};
use crate::vocabulary::Step;

/// Id of the title, where who asks for a first group is taken.
pub(super) const TITLE: &str = "circ-proposal";

/// How many are shown before the rest is folded.
const SHOWN: usize = 6;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) seen: Rc<Seen>,
    pub(super) grounds: Grounds,
    /// Chooses an actor in the picture.
    pub(super) onpick: Callback<usize>,
    /// It comes before the picture: there is no first group yet.
    pub(super) first: bool,
}

/// What takes longer than a key press, for one revision.
struct Found {
    grounds: Grounds,
    group: FirstGroup,
    /// After those who start, or after the proposal where nobody does.
    widening: Vec<Widening>,
}

/// Proposes a group a moment after the last change, so that nothing waits for it.
#[hook]
fn use_proposal(grounds: &Grounds) -> Option<Rc<Found>> {
    let found = use_state(|| None::<Rc<Found>>);
    {
        let found = found.clone();
        use_effect_with(grounds.clone(), move |grounds| {
            let grounds = grounds.clone();
            let later = Timeout::new(150, move || {
                let index = Index::of(&grounds.dossier, grounds.today);
                let coverage = coverage::of(&index);
                let mut group = first_group::propose(&index, &coverage);
                let start = circles::of(&index, &coverage).start();
                let widening = if start.is_empty() {
                    std::mem::take(&mut group.widening)
                } else {
                    first_group::widen(&index, &coverage, &start)
                };
                found.set(Some(Rc::new(Found { grounds: grounds.clone(), group, widening })));
            });
            move || drop(later)
        });
    }
    (*found).clone().filter(|found| found.grounds == *grounds)
}

/// The section.
#[component]
pub(super) fn Proposal(props: &Props) -> Html {
    let env = use_env();
    let found = use_proposal(&props.grounds);
    let seen = &props.seen;
    let node = use_node_ref();
    html! {
        <section ref={node.clone()} class={classes!("circ-prop", (!props.first).then_some("sec-thick"))} aria-busy={found.is_none().then_some("true")}>
            <@{env.heading(1)} class="h-block" id={TITLE} tabindex="-1">{ env.say(say::proposal_title()) }</@>
            if let Some(found) = &found {
                { group(&env, seen, &found.group, &node) }
                if !found.group.members.is_empty() && props.first {
                    <details class="more">
                        <summary>{ env.say(say::widening_title()) }</summary>
                        <div class="more-body">{ widening(&env, seen, &found.widening, &props.onpick) }</div>
                    </details>
                } else if !found.group.members.is_empty() {
                    <@{env.heading(2)} class="h-small">{ env.say(say::widening_title()) }</@>
                    { widening(&env, seen, &found.widening, &props.onpick) }
                }
            } else {
                <p class="small">{ env.say(say::proposal_wait()) }</p>
            }
        </section>
    }
}

/// "F2 à Marcey", or the function alone.
fn pair_words(env: &Env, dossier: &Dossier, pair: &Pair) -> Arg {
    let function = dossier.functions.position_of(&pair.function).map(code).unwrap_or_default();
    let territory = pair.territory.as_ref().and_then(|id| dossier.territory(id));
    match territory {
        Some(territory) => env.say(say::pair(function, territory.name.as_str())).to_string().into(),
        None => function.into(),
    }
}

fn reason(env: &Env, seen: &Seen, reason: &Reason) -> AttrValue {
    let list = |pairs: &[usize]| codes(&seen.circles.functions_of(pairs));
    if !reason.only_able.is_empty() {
        env.say(say::only_able(list(&reason.only_able)))
    } else if !reason.alone.is_empty() {
        env.say(say::alone(list(&reason.alone)))
    } else {
        env.say(say::holds_too(list(&reason.covers)))
    }
}

fn group(env: &Env, seen: &Rc<Seen>, group: &FirstGroup, node: &NodeRef) -> Html {
    let count = group.members.len();
    if count == 0 {
        return nobody(env, seen);
    }
    let ids: Vec<Id> = group.members.iter().map(|member| member.actor.clone()).collect();
    let adoption = seen.circles.adopting(&ids);
    let same = adoption.joins.is_empty() && adoption.leaves.is_empty();
    let said =
        if group.exact { say::proposal_exact(count) } else { say::proposal_bound(count, group.lower_bound) };
    let uncovered: Vec<Arg> = group
        .uncovered
        .iter()
        .filter_map(|pair| seen.coverage.pairs.get(*pair))
        .map(|pair| pair_words(env, &seen.dossier, pair))
        .collect();
    html! {
        <>
            <p>{ env.say(said) }{ " " }{ env.say(say::proposal_why()) }</p>
            <ul class="circ-people">
                { for group.members.iter().map(|member| {
                    let place = seen.dossier.actors.position_of(&member.actor).unwrap_or_default();
                    html! {
                        <li key={member.actor.as_str()}>
                            { mark(seen, place) }
                            <b><bdi>{ name_of(env, &seen.dossier, &member.actor) }</bdi></b>
                            <span>{ reason(env, seen, member) }{ " · " }{ mobilisation_words(env, member.mobilisation) }</span>
                        </li>
                    }
                }) }
            </ul>
            if !uncovered.is_empty() { <p class="small">{ env.say(say::uncovered(Arg::List(uncovered))) }</p> }
            if same {
                <p class="small"><b>{ env.say(say::adopted()) }</b></p>
            } else {
                <p class="small">{ consequence(env, seen, &adoption) }</p>
                if !env.read_only {
                    <Button kind={ButtonKind::Primary} label={env.say(say::adopt())} onclick={adopt(env, seen, adoption, node)} />
                }
            }
        </>
    }
}

fn mark(seen: &Seen, actor: usize) -> Html {
    let kind = seen.dossier.actors.get(actor).and_then(|actor| actor.kind);
    html! { <MobilisationMark {kind} mobilisation={mobilisation(&seen.dossier, actor)} size={20} /> }
}

/// Nothing to propose yet: what is to be said first, and where.
fn nobody(env: &Env, seen: &Seen) -> Html {
    let (words, label, goal) = if seen.dossier.functions.is_empty() {
        (say::no_function(), say::open_project(), Goal::step(Step::Project).at("functions"))
    } else {
        (say::proposal_none(), say::open_matrix(), Goal::step(Step::Qualification).at(MATRIX))
    };
    html! {
        <>
            <p>{ env.say(words) }</p>
            <Button label={env.say(label)} onclick={env.going(goal)} />
        </>
    }
}

/// Who comes in and who goes on, before it is done.
fn consequence(env: &Env, seen: &Seen, adoption: &Adoption) -> Html {
    let list = |ids: &[Id]| names(env, &seen.dossier, ids);
    let mut said = Vec::new();
    if !adoption.joins.is_empty() {
        said.push(env.say(say::adopt_joins(list(&adoption.joins))));
    }
    if !adoption.leaves.is_empty() {
        said.push(env.say(match adoption.to {
            Some(_) => say::adopt_leaves(list(&adoption.leaves), ring_name(env, seen, Some(2)).to_string()),
            None => say::adopt_out(list(&adoption.leaves)),
        }));
    }
    if seen.rings.first().is_some_and(|ring| !ring.actors.is_empty()) {
        said.push(env.say(say::adopt_lead()));
    }
    said.into_iter().map(|words| html! { <>{ words }{ " " }</> }).collect()
}

/// Adopts in one step: one undo takes it all back.
fn adopt(env: &Env, seen: &Rc<Seen>, adoption: Adoption, node: &NodeRef) -> Callback<()> {
    let (env, seen, node) = (env.clone(), Rc::clone(seen), node.clone());
    let title = env.say(say::first()).to_string();
    Callback::from(move |()| {
        let (adoption, title, random) = (adoption.clone(), title.clone(), entropy());
        let first = seen.circles.waves.get(1).cloned().flatten();
        let formed = first.is_none().then(|| say::adopted_now(adoption.joins.len()));
        env.change(move |dossier| {
            let mut items = Vec::new();
            let first = first.unwrap_or_else(|| {
                let id = fresh_id(dossier, "vag", random);
                items.push(Item::Wave(Wave { id: id.clone(), title, ..Wave::default() }));
                id
            });
            let goes = |ids: &[Id], to: &Option<Id>| -> Vec<Item> {
                let moved = ids.iter().filter_map(|id| dossier.actor(id)).map(|actor| {
                    let mut actor = actor.clone();
                    actor.wave.clone_from(to);
                    Item::Actor(actor)
                });
                moved.collect()
            };
            items.extend(goes(&adoption.joins, &Some(first)));
            items.extend(goes(&adoption.leaves, &adoption.to));
            Some(Command::PutAll(items))
        });
        if let Some(formed) = formed {
            env.ask(Intent::Toast(formed, true));
        }
        // The button goes with what it did.
        focus_id(&node, TITLE);
    })
}

fn widening(env: &Env, seen: &Rc<Seen>, order: &[Widening], onpick: &Callback<usize>) -> Html {
    let adding: Vec<&Widening> = order.iter().filter(|one| !one.adds.is_empty()).collect();
    let none = order.len() - adding.len();
    let line = |one: &&Widening| {
        let place = seen.dossier.actors.position_of(&one.actor).unwrap_or_default();
        html! {
            <li key={one.actor.as_str()}>
                { mark(seen, place) }
                <button type="button" class="link" part="button" onclick={onpick.reform(move |_: MouseEvent| place)}>
                    <bdi>{ name_of(env, &seen.dossier, &one.actor) }</bdi>
                </button>
                <span>
                    { env.say(say::widening_adds(codes(&seen.circles.functions_of(&one.adds)))) }
                    { " · " }{ ring_name(env, seen, seen.circles.place(place)) }
                </span>
            </li>
        }
    };
    html! {
        <>
            <p class="small">{ env.say(if adding.is_empty() { say::widening_empty() } else { say::widening_help() }) }</p>
            <ol class="circ-people">{ for adding.iter().take(SHOWN).map(line) }</ol>
            if adding.len() > SHOWN {
                <details class="more">
                    <summary>{ env.say(say::widening_more(adding.len() - SHOWN)) }</summary>
                    <ol class="circ-people" start={(SHOWN + 1).to_string()}>{ for adding.iter().skip(SHOWN).map(line) }</ol>
                </details>
            }
            if none > 0 { <p class="small">{ env.say(say::widening_none(none)) }</p> }
        </>
    }
}
