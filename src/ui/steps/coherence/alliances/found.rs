//! What the analysis says of positions and alliances.

use std::rc::Rc;

use yew::prelude::*;

use super::super::later::use_later;
use crate::analysis::Index;
use crate::analysis::positions::conclusions::{self, Concluded};
use crate::analysis::positions::{Alliances, Defined, Robustness, Sway};
use crate::i18n::texts::charts;
use crate::model::{ActorKind, Dossier, Id};
use crate::ui::env::{Env, today};

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
    pub(super) pairs: Vec<Concluded>,
}

impl Found {
    fn of(dossier: &Rc<Dossier>) -> Defined<Self> {
        let alliances = Alliances::of(&Index::of(dossier, today()))?;
        let robustness = Robustness::of(&alliances);
        Ok(Self {
            dossier: Rc::clone(dossier),
            said: conclusions::all(&alliances, &robustness),
            pairs: conclusions::pairs(&alliances, PAIRS),
            robustness,
            alliances,
        })
    }

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

/// The results of a dossier, and whether they are those of an earlier revision; `None` at first.
#[hook]
pub(super) fn use_found(dossier: &Rc<Dossier>) -> (Option<Defined<Rc<Found>>>, bool) {
    let held = use_later(Source(Rc::clone(dossier)), |source| Found::of(&source.0).map(Rc::new));
    let late = held.as_ref().is_none_or(|held| !same(&held.0.0, dossier));
    (held.map(|held| held.1.clone()), late)
}
