//! The ties of a dossier as a graph: actors by their place, each neighbour once.

use std::collections::BTreeSet;

use crate::analysis::Index;
use crate::model::TieLevel;

/// The ties between actors, conflicts and ties of an actor with itself left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The neighbours of each actor, sorted.
    near: Vec<Vec<usize>>,
    /// Those it is tied towards: all of them, but where a tie holds in the other direction only. Sorted.
    towards: Vec<Vec<usize>>,
}

impl Graph {
    /// The ties of a dossier. Those of an actor that is gone count for nothing.
    pub fn of(index: &Index<'_>) -> Self {
        let mut graph = Self::alone(index.dossier.actors.len());
        for tie in &index.dossier.ties {
            let ends = index.actor_place(&tie.from).zip(index.actor_place(&tie.to));
            if let Some((from, to)) = ends.filter(|_| tie.level != TieLevel::Conflict) {
                graph.tie(from, to, tie.directed == Some(true));
            }
        }
        graph.sort();
        graph
    }

    /// As many actors, without any tie.
    fn alone(size: usize) -> Self {
        Self { near: vec![Vec::new(); size], towards: vec![Vec::new(); size] }
    }

    fn tie(&mut self, from: usize, to: usize, directed: bool) {
        if from == to {
            return;
        }
        let mut push = |from: usize, to: usize, towards: bool| {
            if let Some(list) = self.near.get_mut(from) {
                list.push(to);
            }
            if let Some(list) = self.towards.get_mut(from).filter(|_| towards) {
                list.push(to);
            }
        };
        push(from, to, true);
        push(to, from, !directed);
    }

    fn sort(&mut self) {
        for list in self.near.iter_mut().chain(&mut self.towards) {
            list.sort_unstable();
            list.dedup();
        }
    }

    /// How many actors.
    pub fn len(&self) -> usize {
        self.near.len()
    }

    /// Whether there is no actor.
    pub fn is_empty(&self) -> bool {
        self.near.is_empty()
    }

    /// The neighbours of an actor.
    pub fn near(&self, actor: usize) -> &[usize] {
        self.near.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Those an actor is tied towards.
    pub(super) fn towards(&self, actor: usize) -> &[usize] {
        self.towards.get(actor).map_or(&[], Vec::as_slice)
    }

    /// How many pairs of neighbours.
    pub fn ties(&self) -> usize {
        self.near.iter().map(Vec::len).sum::<usize>() / 2
    }

    /// The share of pairs that are tied, `2m / (n (n − 1))`; `None` below two actors.
    pub fn density(&self) -> Option<f64> {
        let (actors, ties) = (self.len() as f64, self.ties() as f64);
        (self.len() > 1).then(|| 2.0 * ties / (actors * (actors - 1.0)))
    }

    /// The same actors without the ties of one of them.
    pub fn without(&self, actor: usize) -> Self {
        let mut graph = self.clone();
        let lists = graph.near.iter_mut().chain(&mut graph.towards).enumerate();
        let size = self.len();
        for (place, list) in lists {
            if place % size == actor {
                list.clear();
            } else {
                list.retain(|other| *other != actor);
            }
        }
        graph
    }

    /// The actors that reach one another, as groups in the order of their first member, each sorted.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.len()];
        let mut components = Vec::new();
        for start in 0..self.len() {
            let mut members = Vec::new();
            let mut pending = vec![start];
            while let Some(actor) = pending.pop() {
                if seen.get_mut(actor).is_none_or(|mark| std::mem::replace(mark, true)) {
                    continue;
                }
                members.push(actor);
                pending.extend(self.near(actor));
            }
            if !members.is_empty() {
                members.sort_unstable();
                components.push(members);
            }
        }
        components
    }

    /// The actors without whom those that reach one another no longer all do (Hopcroft and Tarjan 1973), sorted.
    pub fn articulation(&self) -> Vec<usize> {
        // When each was met, from 1, and the earliest met that its descendants reach.
        let mut met = vec![0_usize; self.len()];
        let mut low = vec![0_usize; self.len()];
        let mut cuts = BTreeSet::new();
        let mut clock = 0;
        for root in 0..self.len() {
            if met.get(root) != Some(&0) {
                continue;
            }
            let mut children = 0;
            // Actor, where it was met from, and how many of its neighbours were looked at.
            let mut path: Vec<(usize, usize, usize)> = vec![(root, root, 0)];
            while let Some((actor, parent, looked)) = path.last_mut() {
                let (actor, parent) = (*actor, *parent);
                if *looked == 0 {
                    clock += 1;
                    put(&mut met, actor, clock);
                    put(&mut low, actor, clock);
                }
                if let Some(next) = self.near(actor).get(*looked) {
                    *looked += 1;
                    match get(&met, *next) {
                        0 => path.push((*next, actor, 0)),
                        before if *next != parent => lower(&mut low, actor, before),
                        _ => {}
                    }
                    continue;
                }
                path.pop();
                if actor == root {
                    continue;
                }
                let reached = get(&low, actor);
                lower(&mut low, parent, reached);
                if parent == root {
                    children += 1;
                } else if reached >= get(&met, parent) {
                    cuts.insert(parent);
                }
            }
            if children > 1 {
                cuts.insert(root);
            }
        }
        cuts.into_iter().collect()
    }
}

fn lower(list: &mut [usize], place: usize, value: usize) {
    if let Some(slot) = list.get_mut(place) {
        *slot = value.min(*slot);
    }
}

/// The number at a place.
pub(super) fn get<T: Copy + Default>(list: &[T], place: usize) -> T {
    list.get(place).copied().unwrap_or_default()
}

/// Writes the number at a place.
pub(super) fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(slot) = list.get_mut(place) {
        *slot = value;
    }
}
