//! Who covers what, both ways.

use super::Reason;
use crate::analysis::coverage::Coverage;
use crate::analysis::{Cover, Index};
use crate::model::Id;

/// Who covers which pairs wholly. Actors are places in the dossier, pairs places in [`Coverage::pairs`].
#[derive(Clone, Debug)]
pub struct Reach<'a> {
    index: &'a Index<'a>,
    covers: Vec<Vec<usize>>,
    able: Vec<Vec<usize>>,
    mobilisation: Vec<Option<i8>>,
}

impl<'a> Reach<'a> {
    /// Reads the coverage of a dossier.
    pub fn of(index: &'a Index<'a>, coverage: &Coverage) -> Self {
        let mut covers = vec![Vec::new(); index.dossier.actors.len()];
        let mut able = Vec::with_capacity(coverage.pairs.len());
        for (rank, pair) in coverage.pairs.iter().enumerate() {
            let whole = pair.actors.iter().filter(|held| held.cover == Cover::Covers);
            let places: Vec<usize> = whole.filter_map(|held| index.actor_place(&held.actor)).collect();
            for place in &places {
                if let Some(list) = covers.get_mut(*place) {
                    list.push(rank);
                }
            }
            able.push(places);
        }
        Self { index, covers, able, mobilisation: super::mobilisation(index) }
    }

    /// The pairs an actor covers.
    pub fn covers(&self, actor: usize) -> &[usize] {
        self.covers.get(actor).map_or(&[], Vec::as_slice)
    }

    /// The actors that cover each pair, in the order of the dossier.
    pub fn able(&self) -> impl Iterator<Item = &[usize]> {
        self.able.iter().map(Vec::as_slice)
    }

    /// The pairs that nobody covers.
    pub fn nobody(&self) -> Vec<usize> {
        let none = self.able.iter().enumerate().filter(|(_, able)| able.is_empty());
        none.map(|(pair, _)| pair).collect()
    }

    /// The pairs that nobody else in the dossier covers.
    pub fn only_able(&self, actor: usize) -> Vec<usize> {
        let alone = |pair: &&usize| self.able.get(**pair).is_some_and(|able| able.len() == 1);
        self.covers(actor).iter().filter(alone).copied().collect()
    }

    /// How many of a group cover each pair.
    pub fn times(&self, group: &[usize]) -> Vec<usize> {
        let mut times = vec![0; self.able.len()];
        for pair in group.iter().flat_map(|place| self.covers(*place)) {
            if let Some(count) = times.get_mut(*pair) {
                *count += 1;
            }
        }
        times
    }

    /// The places of actors, sorted and each once. Ids that are gone count for nothing.
    pub fn places(&self, actors: &[Id]) -> Vec<usize> {
        let mut places: Vec<usize> = actors.iter().filter_map(|id| self.index.actor_place(id)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Why each actor of a group is in it.
    pub fn reasons(&self, group: &[usize]) -> Vec<Reason> {
        let times = self.times(group);
        let reason = |place: usize| {
            let alone = |pair: &&usize| times.get(**pair) == Some(&1);
            Reason {
                actor: self.id(place),
                mobilisation: self.mobilisation.get(place).copied().flatten(),
                covers: self.covers(place).to_vec(),
                alone: self.covers(place).iter().filter(alone).copied().collect(),
                only_able: self.only_able(place),
            }
        };
        group.iter().map(|place| reason(*place)).collect()
    }

    /// The id of an actor.
    pub(super) fn id(&self, actor: usize) -> Id {
        self.index.dossier.actors.get(actor).map(|actor| actor.id.clone()).unwrap_or_default()
    }

    /// The name of an actor.
    pub(super) fn name(&self, actor: usize) -> &'a str {
        self.index.dossier.actors.get(actor).map_or("", |actor| actor.name.as_str())
    }

    /// Mobilisation; not assessed counts 0.
    pub(super) fn mobilisation(&self, actor: usize) -> i8 {
        self.mobilisation.get(actor).copied().flatten().unwrap_or_default()
    }

    /// Every actor, by name in code-point order, then by id.
    pub(super) fn by_name(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.covers.len()).collect();
        order.sort_by_cached_key(|place| (self.name(*place), self.id(*place)));
        order
    }
}
