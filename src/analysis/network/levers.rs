//! Who can bring in an important actor that is missing.
//!
//! Mobilised: from "consulted" on (2 and more, as for pools). Missing: rated "absent" (0); an actor that nobody rated
//! may well be there. Important: in the upper half of the influence scale (2 and more, as on the map), or the only one
//! able to hold a function somewhere.

use super::graph::get;
use crate::analysis::first_group::Reach;
use crate::analysis::readings::Influences;
use crate::analysis::{Index, readings};
use crate::model::{Criterion, Id};

/// Mobilised from "consulted" on.
pub const MOBILISED: i8 = 2;
/// Influential from the upper half of the scale on.
pub const INFLUENTIAL: i8 = 2;
/// The strongest influence.
const STRONGEST: i8 = 4;

/// An important actor that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Actor.
    pub actor: Id,
    /// Its influence on the project; `None` where nobody assessed it.
    pub influence: Option<i8>,
    /// The pairs that nobody else covers: places in [`Coverage::pairs`](crate::analysis::coverage::Coverage::pairs).
    pub only_able: Vec<usize>,
}

/// The way to an actor along influences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lever {
    /// From a mobilised actor to it, both included, and the weakest influence on the way, 1 to 4.
    Path(Vec<Id>, i8),
    /// Nobody is mobilised.
    NobodyMobilised,
    /// No influence leads to it from a mobilised actor.
    NoInfluence,
}

/// The important actors that are missing, in the order of the dossier.
pub fn missing(index: &Index<'_>, reach: &Reach<'_>) -> Vec<Missing> {
    let mut missing = Vec::new();
    for (place, actor) in index.dossier.actors.iter().enumerate() {
        if readings::used(actor, Criterion::Mobilisation) != Some(0) {
            continue;
        }
        let influence = readings::used(actor, Criterion::Influence);
        let only_able = reach.only_able(place);
        if influence >= Some(INFLUENTIAL) || !only_able.is_empty() {
            missing.push(Missing { actor: actor.id.clone(), influence, only_able });
        }
    }
    missing
}

/// The influences between actors, settled, and who is mobilised: what it takes to look for several levers.
#[derive(Clone, Debug)]
pub struct Levers<'a> {
    index: &'a Index<'a>,
    /// For each actor, who bears on it and how much, from 1 to 4, sorted.
    bearing: Vec<Vec<(usize, i8)>>,
    mobilised: Vec<bool>,
}

impl<'a> Levers<'a> {
    /// Reads a dossier. Several evaluators of one influence are settled as for readings.
    pub fn of(index: &'a Index<'a>) -> Self {
        let actors = &index.dossier.actors;
        let mut bearing = vec![Vec::new(); actors.len()];
        // By the actor that bears, so that each list comes out sorted.
        for ((from, to), value) in Influences::of(index.dossier).cells() {
            if let (Some(list), Some(value)) = (bearing.get_mut(*to), value.used.filter(|value| *value > 0)) {
                list.push((*from, value));
            }
        }
        let mobilised = actors
            .iter()
            .map(|actor| readings::used(actor, Criterion::Mobilisation) >= Some(MOBILISED))
            .collect();
        Self { index, bearing, mobilised }
    }

    /// The way to an actor, from a mobilised one, whose weakest influence is strongest; the shortest of these; then
    /// the one whose actors come first by name, from the mobilised one on.
    pub fn to(&self, target: &Id) -> Lever {
        let Some(target) = self.index.actor_place(target) else { return Lever::NoInfluence };
        if !self.mobilised.iter().enumerate().any(|(place, mobilised)| *mobilised && place != target) {
            return Lever::NobodyMobilised;
        }
        let found = (1..=STRONGEST).rev().find_map(|least| Some((self.path(target, least)?, least)));
        found.map_or(Lever::NoInfluence, |(path, least)| {
            let actors = path.iter().filter_map(|place| self.index.dossier.actors.get(*place));
            Lever::Path(actors.map(|actor| actor.id.clone()).collect(), least)
        })
    }

    /// The shortest way to an actor along influences of at least `least`.
    fn path(&self, target: usize, least: i8) -> Option<Vec<usize>> {
        // The steps left from each actor to the target; those not met have none.
        let mut steps: Vec<Option<usize>> = vec![None; self.bearing.len()];
        let mut front = vec![target];
        let mut depth = 0;
        let name = |place: &usize| {
            self.index.dossier.actors.get(*place).map(|actor| (actor.name.as_str(), actor.id.as_str()))
        };
        while !front.is_empty() {
            for place in &front {
                if let Some(slot) = steps.get_mut(*place) {
                    *slot = Some(depth);
                }
            }
            let mobilised = |place: &&usize| **place != target && get(&self.mobilised, **place);
            if let Some(first) = front.iter().filter(mobilised).min_by_key(|place| name(place)) {
                return Some(self.walk(*first, &steps, least, &name));
            }
            let mut next: Vec<usize> = front.iter().flat_map(|place| self.on(*place, least)).collect();
            next.retain(|place| get(&steps, *place).is_none());
            next.sort_unstable();
            next.dedup();
            front = next;
            depth += 1;
        }
        None
    }

    /// Who bears on an actor that much at least.
    fn on(&self, actor: usize, least: i8) -> impl Iterator<Item = usize> {
        let bearing = self.bearing.get(actor).map_or(&[][..], Vec::as_slice);
        bearing.iter().filter(move |(_, value)| *value >= least).map(|(from, _)| *from)
    }

    /// From an actor to the target, each time to the first by name among those one step closer.
    fn walk<'n>(
        &self,
        start: usize,
        steps: &[Option<usize>],
        least: i8,
        name: &impl Fn(&usize) -> Option<(&'n str, &'n str)>,
    ) -> Vec<usize> {
        let mut path = vec![start];
        let mut at = start;
        while let Some(left) = get(steps, at).filter(|left| *left > 0) {
            let closer = (0..steps.len()).filter(|place| {
                get(steps, *place) == Some(left - 1) && self.on(*place, least).any(|from| from == at)
            });
            let Some(next) = closer.min_by_key(|place| name(place)) else { break };
            path.push(next);
            at = next;
        }
        path
    }
}
