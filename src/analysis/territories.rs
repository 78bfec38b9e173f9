//! The tree of territories, and how an actor's own lie beside the one where something is to be done.

use std::collections::HashMap;

use crate::model::json::Identified;
use crate::model::{Dossier, Id};

/// How the territories of an actor lie beside the one where a function must be held (method §5.1).
///
/// Ordered from the best to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cover {
    /// One of them is that territory, or contains it.
    Covers,
    /// They only lie inside it.
    Partly,
    /// They lie elsewhere.
    Outside,
    /// The actor names none. Unknown does not cover; saying it would.
    Unknown,
}

impl Cover {
    /// The word in the result of `analyze`; nothing where it is unknown.
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::Covers => Some("covers"),
            Self::Partly => Some("partly"),
            Self::Outside => Some("outside"),
            Self::Unknown => None,
        }
    }
}

/// The territories of a dossier, with their parents and children.
#[derive(Clone, Debug)]
pub struct Territories<'a> {
    ids: Vec<&'a Id>,
    places: HashMap<&'a Id, usize>,
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
}

impl<'a> Territories<'a> {
    /// The tree of a dossier. A parent that is not in the file counts as none.
    pub fn of(dossier: &'a Dossier) -> Self {
        let ids: Vec<&Id> = dossier.territories.iter().map(|territory| territory.id()).collect();
        let places: HashMap<&Id, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let parent = |id: &Option<Id>| id.as_ref().and_then(|id| places.get(id)).copied();
        let parents: Vec<Option<usize>> =
            dossier.territories.iter().map(|territory| parent(&territory.parent)).collect();
        let mut children = vec![Vec::new(); ids.len()];
        for (place, parent) in parents.iter().enumerate() {
            if let Some(list) = parent.and_then(|parent| children.get_mut(parent)) {
                list.push(place);
            }
        }
        Self { ids, places, parents, children }
    }

    /// A territory, then its parent, and so on. Ends even if the file holds a cycle.
    fn upwards(&self, from: usize) -> impl Iterator<Item = usize> {
        let mut next = Some(from);
        std::iter::from_fn(move || {
            let now = next?;
            next = self.parents.get(now).copied().flatten();
            Some(now)
        })
        .take(self.ids.len())
    }

    /// Whether `inner` is `outer` or lies inside it.
    pub fn within(&self, inner: &Id, outer: &Id) -> bool {
        match (self.places.get(inner), self.places.get(outer)) {
            (Some(inner), Some(outer)) => self.upwards(*inner).any(|place| place == *outer),
            _ => false,
        }
    }

    /// Whether one of the two is the other or lies inside it.
    pub fn meet(&self, one: &Id, other: &Id) -> bool {
        self.within(one, other) || self.within(other, one)
    }

    /// How an actor that names `own` territories covers `target`. Ids that are not in the file count for nothing.
    pub fn cover(&self, own: &[Id], target: &Id) -> Cover {
        let own: Vec<usize> = own.iter().filter_map(|id| self.places.get(id)).copied().collect();
        let Some(target) = self.places.get(target).copied() else { return Cover::Unknown };
        if own.is_empty() {
            return Cover::Unknown;
        }
        if self.upwards(target).any(|place| own.contains(&place)) {
            Cover::Covers
        } else if own.iter().any(|place| self.upwards(*place).any(|above| above == target)) {
            Cover::Partly
        } else {
            Cover::Outside
        }
    }

    /// What `own` territories, all inside `target`, leave uncovered in it: the largest territories of the file that
    /// hold none of them, in the order of the tree.
    pub fn missing(&self, own: &[Id], target: &Id) -> Vec<Id> {
        let own: Vec<usize> = own.iter().filter_map(|id| self.places.get(id)).copied().collect();
        let Some(target) = self.places.get(target).copied() else { return Vec::new() };
        // Everything on the way from an own territory up to the root holds something.
        let mut touched = vec![false; self.ids.len()];
        for place in own.iter().flat_map(|place| self.upwards(*place)) {
            if let Some(mark) = touched.get_mut(place) {
                *mark = true;
            }
        }
        let mut missing = Vec::new();
        let mut visited = vec![false; self.ids.len()];
        let mut pending = vec![target];
        while let Some(place) = pending.pop() {
            let seen = visited.get_mut(place).map(|mark| std::mem::replace(mark, true));
            if seen != Some(false) || (place != target && own.contains(&place)) {
                continue;
            }
            if touched.get(place).copied().unwrap_or_default() {
                pending.extend(self.children.get(place).into_iter().flatten().rev());
            } else if let Some(id) = self.ids.get(place) {
                missing.push((*id).clone());
            }
        }
        missing
    }
}
