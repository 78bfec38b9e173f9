//! What the analysis says of positions and alliances.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::super::later::for_a_part;
use crate::analysis::Index;
use crate::analysis::positions::conclusions::{Concluded, Telling};
use crate::analysis::positions::{Alliances, Defined, Robustness, Search, Sway};
use crate::i18n::texts::charts;
use crate::model::{ActorKind, Dossier, Id};
use crate::ui::env::{Env, today};

/// How long to wait after a change, in milliseconds.
const DELAY: u32 = 250;

/// Pairs of actors that are looked at: those with the most to say.
const PAIRS: usize = 5_000;

/// The results, with the revision they come from: places of actors and objectives are those of that revision.
pub(super) struct Found {
    pub(super) dossier: Rc<Dossier>,
    pub(super) alliances: Alliances,
    pub(super) robustness: Defined<Robustness>,
    /// All there is to say but what concerns pairs.
    pub(super) said: Vec<Concluded>,
    /// The pairs with the most to say.
    pub(super) pairs: Rc<Vec<Concluded>>,
}

impl Found {
    /// The id of an actor.
    pub(super) fn id(&self, actor: usize) -> Option<&Id> {
        self.dossier.actors.get(actor).map(|actor| &actor.id)
    }

    /// The kind of an actor.
    pub(super) fn kind(&self, actor: usize) -> Option<ActorKind> {
        self.dossier.actors.get(actor).and_then(|actor| actor.kind)
    }

    /// The name of an actor.
    pub(super) fn name(&self, env: &Env, actor: usize) -> String {
        named(env, self.dossier.actors.get(actor).map(|actor| actor.name.as_str()))
    }

    /// The names of actors.
    pub(super) fn names(&self, env: &Env, actors: &[usize]) -> Vec<String> {
        actors.iter().map(|actor| self.name(env, *actor)).collect()
    }

    /// The title of an objective.
    pub(super) fn title(&self, env: &Env, objective: usize) -> String {
        named(env, self.dossier.objectives.get(objective).map(|objective| objective.title.as_str()))
    }

    /// What moves do to an actor; `None` where it was not gone through.
    pub(super) fn sway(&self, actor: usize) -> Option<&Sway> {
        self.robustness.as_ref().ok().and_then(|held| held.actors.get(actor))
    }
}

/// A name, or what stands for an empty one.
pub(in crate::ui::steps::coherence) fn named(env: &Env, name: Option<&str>) -> String {
    match name.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => env.say(charts::unnamed()).to_string(),
    }
}

fn same(one: &Dossier, other: &Dossier) -> bool {
    one.actors.same(&other.actors)
        && one.objectives.same(&other.objectives)
        && one.influences.same(&other.influences)
        && one.positions.same(&other.positions)
}

/// A revision; equal as long as the results would be the same.
#[derive(Clone)]
struct Source(Rc<Dossier>);

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

/// How far the work is: each stage is a task of its own, and the longest is cut in parts.
enum Work {
    Begun,
    Moving(Alliances, Box<Search>),
    Telling(Alliances, Defined<Robustness>, Box<Telling>),
}

impl Work {
    /// Goes on for a moment: what is left to do, or the results.
    fn go(self, dossier: &Rc<Dossier>) -> Result<Self, Box<Defined<Found>>> {
        match self {
            Self::Begun => {
                let alliances =
                    Alliances::of(&Index::of(dossier, today())).map_err(|reason| Box::new(Err(reason)))?;
                Ok(match Search::of(&alliances) {
                    Ok(search) => Self::Moving(alliances, Box::new(search)),
                    Err(reason) => Self::telling(alliances, Err(reason)),
                })
            }
            Self::Moving(alliances, mut search) => {
                let done = for_a_part(|| (!search.step(&alliances)).then_some(()));
                Ok(match done {
                    Some(()) => Self::telling(alliances, Ok(search.found())),
                    None => Self::Moving(alliances, search),
                })
            }
            Self::Telling(alliances, robustness, mut telling) => {
                let done = for_a_part(|| (!telling.step(&alliances, &robustness)).then_some(()));
                if done.is_none() {
                    return Ok(Self::Telling(alliances, robustness, telling));
                }
                let (said, pairs) = telling.told();
                let dossier = Rc::clone(dossier);
                Err(Box::new(Ok(Found { dossier, alliances, robustness, said, pairs: Rc::new(pairs) })))
            }
        }
    }

    fn telling(alliances: Alliances, robustness: Defined<Robustness>) -> Self {
        Self::Telling(alliances, robustness, Box::new(Telling::of(PAIRS)))
    }
}

/// The work under way; dropping it ends it.
type Running = Rc<RefCell<Option<Timeout>>>;

/// Whom the work tells: how far it is, in steps of ten from 0 to 100, and its results.
struct Ears {
    far: Callback<u32>,
    done: Callback<Defined<Found>>,
}

fn run(running: &Running, wait: u32, work: Work, dossier: Rc<Dossier>, ears: Ears) {
    let next = Rc::clone(running);
    let timer = Timeout::new(wait, move || match work.go(&dossier) {
        Ok(work) => {
            if let Work::Moving(_, search) = &work {
                ears.far.emit((search.share() * 10.0) as u32 * 10);
            }
            run(&next, 0, work, dossier, ears);
        }
        Err(found) => ears.done.emit(*found),
    });
    *running.borrow_mut() = Some(timer);
}

/// The results of a dossier, and whether they are those of an earlier revision; at first, how far they are, from 0 to 100.
/// They come a moment after a change, in parts that nobody who types waits for.
#[hook]
pub(super) fn use_found(dossier: &Rc<Dossier>) -> (Result<Defined<Rc<Found>>, u32>, bool) {
    let held = use_state(|| None::<(Source, Defined<Rc<Found>>)>);
    let far = use_state_eq(|| 0);
    let (set, first, tell) = (held.setter(), held.is_none(), far.setter());
    use_effect_with(Source(Rc::clone(dossier)), move |source| {
        let (running, source) = (Running::default(), source.clone());
        let dossier = Rc::clone(&source.0);
        let done = Callback::from(move |found: Defined<Found>| {
            set.set(Some((source.clone(), found.map(Rc::new))));
        });
        // Once there are results, they stay until the next ones: nobody waits.
        let far = Callback::from(move |share: u32| {
            if first {
                tell.set(share);
            }
        });
        run(&running, if first { 0 } else { DELAY }, Work::Begun, dossier, Ears { far, done });
        move || drop(running.take())
    });
    let late = held.as_ref().is_none_or(|held| !same(&held.0.0, dossier));
    (held.as_ref().map(|held| held.1.clone()).ok_or(*far), late)
}
