//! Whom of the dossier to propose for the seats of a preset.

use std::collections::HashSet;

use crate::analysis::{Index, readings};
use crate::model::{Actor, Criterion, Id};
use crate::vocabulary::{Meant, Preset};

/// How well an organisation fits a college: the lower the better; `None` where it does not.
fn fit(index: &Index<'_>, meant: Meant, actor: &Actor) -> Option<(usize, usize)> {
    match meant {
        Meant::Unsaid => None,
        Meant::Role(role) => {
            let place = index.roles_of(role).position(|held| held.actor == actor.id)?;
            Some((place, 0))
        }
        Meant::Kinds(kinds) => kinds.iter().enumerate().find_map(|(place, (kind, subkinds))| {
            if actor.kind != Some(*kind) {
                return None;
            }
            let named = subkinds.iter().position(|code| *code == actor.subkind);
            if subkinds.is_empty() { Some((place, 0)) } else { named.map(|rank| (place, rank)) }
        }),
    }
}

/// Whether an organisation is one of those a college is meant for.
pub fn matches(index: &Index<'_>, meant: Meant, actor: &Actor) -> bool {
    fit(index, meant, actor).is_some()
}

/// The organisations proposed for the seats of a preset, in the order of its seats; `None` where no organisation of the
/// dossier fits one. Each organisation is proposed once. In a college: the family and the sub-kind named first, then the
/// best mobilised (not assessed comes last), then the order of the dossier.
pub fn seating(index: &Index<'_>, preset: &Preset) -> Vec<Option<Id>> {
    let mut seated: HashSet<&Id> = HashSet::new();
    let mut proposed = Vec::new();
    for college in preset.colleges {
        let free = index.dossier.actors.iter().filter(|actor| !seated.contains(&actor.id));
        let mut fitting: Vec<_> = free
            .filter_map(|actor| {
                let mobilised =
                    readings::used(actor, Criterion::Mobilisation).map_or(i8::MAX, |level| -level);
                Some(((fit(index, college.meant, actor)?, mobilised), &actor.id))
            })
            .collect();
        crate::model::order::by_key(&mut fitting, |(rank, _)| *rank);
        let mut fitting = fitting.into_iter().map(|(_, id)| id);
        for _ in 0..college.seats {
            let next = fitting.next();
            seated.extend(next);
            proposed.push(next.cloned());
        }
    }
    proposed
}
