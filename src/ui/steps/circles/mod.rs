//! Circles: a first group, how it widens, and how to go on when an important actor is missing.

mod drawing;
mod figure;
mod list;
mod missing;
mod moving;
mod proposal;
mod scene;
mod side;
mod waves;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::circles::{Circles, Place, Ring};
use crate::analysis::coverage::{self, Coverage};
use crate::analysis::{Index, circles};
use crate::edit::{Command, Item, fresh_id};
use crate::i18n::texts::circles as say;
use crate::model::{Date, Dossier, Id, Wave};
use crate::ui::charts::use_width;
use crate::ui::env::{Data, Env, Intent, Place as Goal, entropy, use_data, use_env};
use crate::ui::steps::grid::NARROW;
use crate::ui::widgets::{Button, ButtonKind, Segment, Segmented, after_render, focus_id};
use crate::vocabulary::Step;

/// Id of the list of rings to move to.
const TO: &str = "circ-to";

/// The dossier as far as circles depend on it: the name of a wave does not count.
#[derive(Clone)]
struct Grounds {
    dossier: Rc<Dossier>,
    today: Date,
}

impl PartialEq for Grounds {
    fn eq(&self, other: &Self) -> bool {
        let (one, two) = (&*self.dossier, &*other.dossier);
        let waves = one.waves.same(&two.waves)
            || (one.waves.len() == two.waves.len()
                && one.waves.iter().zip(&two.waves).all(|(a, b)| a.id == b.id && a.starts_on == b.starts_on));
        waves
            && self.today == other.today
            && one.actors.same(&two.actors)
            && one.functions.same(&two.functions)
            && one.territories.same(&two.territories)
            && one.roles.same(&two.roles)
            && one.influences.same(&two.influences)
            && one.ties.same(&two.ties)
            && one.positions.same(&two.positions)
            && one.objectives.same(&two.objectives)
            && one.bodies.same(&two.bodies)
    }
}

/// What the step shows, computed once for a revision.
struct Seen {
    dossier: Rc<Dossier>,
    circles: Rc<Circles>,
    rings: Rc<Vec<Ring>>,
    coverage: Rc<Coverage>,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dossier, &other.dossier) && Rc::ptr_eq(&self.circles, &other.circles)
    }
}

/// An actor that is chosen, and where it is about to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Aim {
    actor: usize,
    to: Option<Place>,
}

/// The step.
#[component]
pub fn CirclesStep() -> Html {
    let data = use_data();
    if data.dossier.actors.is_empty() {
        html! { <Empty /> }
    } else {
        html! { <Desk /> }
    }
}

/// Nobody to place yet.
#[component]
fn Empty() -> Html {
    let env = use_env();
    let example = |name, is| html! { <div><dt>{ env.say(name) }</dt><dd>{ env.say(is) }</dd></div> };
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty()) }</p>
            <p>{ env.say(say::empty_text()) }</p>
            <div class="example">
                <dl class="pairs">
                    { example(say::example_one(), say::example_one_is()) }
                    { example(say::example_two(), say::example_two_is()) }
                </dl>
            </div>
            <Button kind={ButtonKind::Primary} label={env.say(say::add_actors())}
                onclick={env.going(Goal::step(Step::Actors))} />
        </div>
    }
}

/// The change that puts an actor somewhere; the first group is made where there is no wave yet.
fn put(dossier: &Dossier, id: &Id, to: Option<Id>, make: Option<(String, u64)>) -> Option<Command> {
    let mut actor = dossier.actor(id)?.clone();
    let mut items = Vec::new();
    actor.wave = match make {
        Some((title, random)) => {
            let id = fresh_id(dossier, "vag", random);
            items.push(Item::Wave(Wave { id: id.clone(), title, ..Wave::default() }));
            Some(id)
        }
        None => to,
    };
    if items.is_empty() {
        return Some(Command::Put(actor.into()));
    }
    items.push(actor.into());
    Some(Command::PutAll(items))
}

/// Moves an actor, and says who, from where, to where and what it changes.
fn shift(env: &Env, seen: &Seen, actor: usize, to: Place) {
    let Some(id) = seen.dossier.actors.get(actor).map(|actor| actor.id.clone()) else { return };
    let wave = to.and_then(|ring| seen.circles.waves.get(ring).cloned().flatten());
    let make = (to.is_some() && wave.is_none()).then(|| (env.say(say::first()).to_string(), entropy()));
    env.change(move |dossier| put(dossier, &id, wave, make));
    let ring = |place| words::ring_name(env, seen, place).to_string();
    let from = seen.circles.place(actor);
    let name = words::name(env, &seen.dossier, actor).to_string();
    let told =
        say::moved(name, ring(from), ring(to), moving::told(env, seen, &seen.circles.shifts(actor, to)));
    env.ask(Intent::Toast(told, true));
}

/// What a place of the step designates.
fn target(data: &Data) -> Option<(Option<usize>, bool, bool)> {
    let place = &data.place;
    if place.step != Step::Circles {
        return None;
    }
    let actor = place.object.as_ref().and_then(|id| data.dossier.actors.position_of(id));
    let field = place.field.as_deref();
    Some((actor, field == Some("without"), field == Some("proposal")))
}

/// The picture, what is held, and what can be done.
#[component]
fn Desk() -> Html {
    let env = use_env();
    let data = use_data();
    let node = use_node_ref();
    let (absent_node, proposal_node) = (use_node_ref(), use_node_ref());
    let width = use_width(&node);
    let narrow = width.is_some_and(|width| width < NARROW);
    let aim = use_state_eq(|| None::<Aim>);
    let gone = use_state_eq(|| None::<Id>);
    let view = use_state_eq(|| None::<bool>);
    let grounds = Grounds { dossier: Rc::clone(&data.dossier), today: env.today() };
    let found = use_memo(grounds.clone(), |Grounds { dossier, today }| {
        let index = Index::of(dossier, *today);
        let coverage = coverage::of(&index);
        let circles = circles::of(&index, &coverage);
        (Rc::new(circles.rings()), Rc::new(circles), Rc::new(coverage))
    });
    let (rings, circles, coverage) = &*found;
    let seen = Rc::new(Seen {
        dossier: Rc::clone(&data.dossier),
        circles: Rc::clone(circles),
        rings: Rc::clone(rings),
        coverage: Rc::clone(coverage),
    });
    {
        let (aim, gone) = (aim.clone(), gone.clone());
        let (absent_node, proposal_node) = (absent_node.clone(), proposal_node.clone());
        let found = target(&data);
        let object = data.place.object.as_ref();
        let wave = circles.waves.iter().flatten().position(|wave| Some(wave) == object);
        let near = node.clone();
        let dossier = Rc::clone(&data.dossier);
        use_effect_with(data.visit, move |_| {
            let Some((actor, without, proposal)) = found else { return };
            if without {
                gone.set(actor.and_then(|actor| dossier.actors.get(actor)).map(|actor| actor.id.clone()));
                after_render(move || figure::reveal(&absent_node));
                focus_id(&near, missing::WHO);
            } else if proposal {
                // The keyboard goes on from there, and what comes after it is in sight.
                focus_id(&near, proposal::TITLE);
                after_render(move || figure::reveal_top(&proposal_node));
            } else if let Some(actor) = actor {
                aim.set(Some(Aim { actor, to: None }));
            } else if let Some(rank) = wave {
                focus_id(&near, format!("circ-wave-{rank}"));
            }
        });
    }
    let onaim = {
        let aim = aim.clone();
        Callback::from(move |next: Option<Aim>| aim.set(next))
    };
    let ondrop = {
        let (env, seen, aim) = (env.clone(), Rc::clone(&seen), aim.clone());
        Callback::from(move |(actor, to): (usize, Place)| {
            shift(&env, &seen, actor, to);
            aim.set(Some(Aim { actor, to: None }));
        })
    };
    // The buttons go with the question they answer: the keyboard goes back to the choice.
    let onmove = {
        let (ondrop, aim, node) = (ondrop.clone(), aim.clone(), node.clone());
        Callback::from(move |moved: Option<(usize, Place)>| {
            match moved {
                Some(moved) => ondrop.emit(moved),
                None => aim.set(aim.map(|aim| Aim { to: None, ..aim })),
            }
            focus_id(&node, TO);
        })
    };
    let onwithout = {
        let (gone, node) = (gone.clone(), absent_node.clone());
        Callback::from(move |actor: Id| {
            gone.set(Some(actor));
            let shown = node.clone();
            after_render(move || figure::reveal(&shown));
            focus_id(&node, missing::WHO);
        })
    };
    // From elsewhere in the step: chosen, and the keyboard is where it can be moved.
    let onpick = {
        let (aim, node) = (aim.clone(), node.clone());
        Callback::from(move |actor: usize| {
            aim.set(Some(Aim { actor, to: None }));
            focus_id(&node, TO);
        })
    };
    // While there is no first group, making one comes first; where that stands does not change under whoever works.
    let pick = onpick.clone();
    let first = use_memo(data.dossier.id.clone(), |_| {
        rings.iter().skip(1).all(|ring| ring.actors.is_empty()) && !data.dossier.functions.is_empty()
    });
    let proposal = html! {
        <div ref={proposal_node}>
            <proposal::Proposal seen={Rc::clone(&seen)} {grounds} {onpick} first={*first} />
        </div>
    };
    let (above, below) = if *first { (proposal, Html::default()) } else { (Html::default(), proposal) };
    let current = aim.filter(|aim| aim.actor < data.dossier.actors.len());
    let as_list = view.unwrap_or(narrow);
    let segment =
        |value: &'static str, label| Segment { value: value.into(), strong: None, label: env.say(label) };
    let onview = {
        let view = view.clone();
        Callback::from(move |value: AttrValue| view.set(Some(value == "list")))
    };
    html! {
        <div class="circles" ref={node.clone()}>
            <div class="circ-main">
                { above }
                <Segmented class="circ-views" label={env.say(say::shown_as())} value={if as_list { "list" } else { "picture" }}
                    segments={vec![segment("picture", say::as_picture()), segment("list", say::as_list())]} onchange={onview} />
                if width.is_some() {
                    if as_list {
                        { list::view(&env, &seen, current, &pick) }
                    } else {
                        <figure::Figure seen={Rc::clone(&seen)} aim={current} onaim={onaim.clone()} ondrop={ondrop.clone()} />
                    }
                }
            </div>
            <div class="circ-side">
                { moving::view(&env, &seen, current, &onaim, &onmove, &onwithout) }
                { side::held(&env, &seen) }
                { side::warning(&env, &seen) }
            </div>
            <div class="circ-more">
                { below }
                <waves::Waves seen={Rc::clone(&seen)} />
                <div ref={absent_node}>
                    <missing::Missing seen={Rc::clone(&seen)} chosen={(*gone).clone()}
                        onchoose={Callback::from(move |id: Option<Id>| gone.set(id))} />
                </div>
            </div>
        </div>
    }
}
