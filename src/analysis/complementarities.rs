//! Who brings what (method §3 step 3, §5.1): actors × key functions, with where each can hold them, and how operators
//! that compete could share the work.

use std::rc::Rc;

use super::Index;
use super::coverage::Pair;
use super::territories::{Cover, Territories};
use crate::model::{Actor, Dossier, Id, KeyFunction};

/// How each actor can hold each function: `None` where the function is not among its capabilities. One row for each
/// actor, one value for each function, in the order of the dossier.
pub type Cells = Vec<Rc<Vec<Option<Cover>>>>;

/// The matrix of a dossier. Rows equal to those of an earlier revision stay the same `Rc`.
pub fn cells(dossier: &Dossier, earlier: &Cells) -> Cells {
    let territories = Territories::of(dossier);
    let actors = dossier.actors.iter().enumerate();
    let row = |(place, actor): (usize, &Rc<Actor>)| {
        let row: Vec<Option<Cover>> =
            dossier.functions.iter().map(|function| over(&territories, actor, function)).collect();
        match earlier.get(place) {
            Some(held) if **held == row => Rc::clone(held),
            _ => Rc::new(row),
        }
    };
    actors.map(row).collect()
}

/// How an actor covers all the territories of a function together: the whole where it covers each, partly where it
/// covers one at least or a part of one. A function that names no territory asks for none.
fn over(territories: &Territories<'_>, actor: &Actor, function: &KeyFunction) -> Option<Cover> {
    if !actor.capabilities.contains(&function.id) {
        return None;
    }
    let covers: Vec<Cover> =
        function.territories.iter().map(|target| territories.cover(&actor.territories, target)).collect();
    let any = |wanted: &[Cover]| covers.iter().any(|cover| wanted.contains(cover));
    Some(if covers.iter().all(|cover| *cover == Cover::Covers) {
        Cover::Covers
    } else if any(&[Cover::Covers, Cover::Partly]) {
        Cover::Partly
    } else if any(&[Cover::Outside]) {
        Cover::Outside
    } else {
        Cover::Unknown
    })
}

/// How the scopes of operators that compete, or would, could be split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Split {
    /// By territory: the parts of the territory that each would keep, in the order of the dossier.
    Territory(Vec<(Id, Vec<Id>)>),
    /// By public: the territory has too few parts for each to keep one where it works.
    Public,
}

/// Who would compete if each operated: the actors that cover a pair wholly, where there are several and no operators
/// compete there yet.
pub fn rivals(pair: &Pair) -> Vec<Id> {
    let able: Vec<Id> = match pair.cover {
        Some(Cover::Covers) if pair.redundant.is_empty() => pair.best().cloned().collect(),
        _ => Vec::new(),
    };
    if able.len() > 1 { able } else { Vec::new() }
}

/// A way to split what several actors hold, or would. Each part of the territory, one level below, goes to an
/// actor that works there: the one with the fewest parts so far, then the one that works in the fewest, then the
/// first in the dossier. Where that leaves an actor without any, the split is by public.
pub fn split(index: &Index<'_>, pair: &Pair, among: &[Id]) -> Split {
    let Some(territory) = &pair.territory else { return Split::Public };
    let parts = || index.dossier.territories.iter().filter(|one| one.parent.as_ref() == Some(territory));
    let works = |actor: &Id, part: &Id| {
        let own = index.actor(actor).map_or(&[][..], |actor| &actor.territories);
        matches!(index.territories.cover(own, part), Cover::Covers | Cover::Partly)
    };
    let reach = |actor: &Id| parts().filter(|part| works(actor, &part.id)).count();
    let mut shares: Vec<(usize, (Id, Vec<Id>))> =
        among.iter().map(|id| (reach(id), (id.clone(), Vec::new()))).collect();
    for part in parts() {
        let takers = shares.iter_mut().filter(|(_, (actor, _))| works(actor, &part.id));
        if let Some((_, (_, kept))) = takers.min_by_key(|(reach, (_, kept))| (kept.len(), *reach)) {
            kept.push(part.id.clone());
        }
    }
    if shares.is_empty() || shares.iter().any(|(_, (_, kept))| kept.is_empty()) {
        return Split::Public;
    }
    Split::Territory(shares.into_iter().map(|(_, share)| share).collect())
}
