//! Comparing two revisions of a list: what left, what moved, what came, what changed in place.

use std::collections::HashMap;

use json_patch::jsonptr::PointerBuf;
use json_patch::{MoveOperation, PatchOperation};

use super::Operations;
use crate::model::Id;
use crate::model::json::{Field, Items};

/// What makes two entries of a list the same one.
#[derive(PartialEq, Eq, Hash)]
enum Name<'a> {
    /// The id the record bears.
    Id(&'a Id),
    /// Where the record lies in memory, for those that bear none: revisions share what did not change.
    Place(usize),
}

impl<'a> Name<'a> {
    fn of(record: &'a dyn Field) -> Self {
        record.own_id().map_or_else(|| Self::Place(std::ptr::from_ref(record).addr()), Self::Id)
    }
}

/// Where each entry of the new list was in the old one.
type Origins = Vec<Option<usize>>;

/// Whether two entries are the same one, changed or not.
fn is_same((a, b): &(&dyn Field, &dyn Field)) -> bool {
    std::ptr::addr_eq(*a, *b)
        || match (a.own_id(), b.own_id()) {
            (Some(a), Some(b)) => a == b,
            _ => a.view().same(b.view()),
        }
}

/// Adds what leads from one list to the other; neither is empty.
pub(super) fn between(out: &mut Operations, name: &'static str, before: &dyn Items, after: &dyn Items) {
    let (before, after): (Vec<&dyn Field>, Vec<&dyn Field>) =
        (before.iter().collect(), after.iter().collect());
    let pairs = before.iter().copied().zip(after.iter().copied());
    let head = pairs.take_while(is_same).count();
    let longest_tail = before.len().min(after.len()) - head;
    let pairs = before.iter().copied().rev().zip(after.iter().copied().rev());
    let tail = pairs.take(longest_tail).take_while(is_same).count();
    let old = before.get(head..before.len() - tail).unwrap_or_default();
    let new = after.get(head..after.len() - tail).unwrap_or_default();
    let origins = origins(old, new);
    let place = |index: usize| PointerBuf::from_tokens([name, &index.to_string()]);
    let at = |index: usize| place(head + index);

    let mut stays = vec![false; old.len()];
    for origin in origins.iter().flatten() {
        if let Some(stays) = stays.get_mut(*origin) {
            *stays = true;
        }
    }
    let mut left: Vec<usize> = Vec::with_capacity(old.len());
    for (index, stays) in stays.iter().enumerate().rev() {
        if *stays {
            left.push(index);
        } else {
            out.remove(at(index));
        }
    }
    left.reverse();
    reorder(out, &mut left, &origins, &at);
    for (index, (record, origin)) in new.iter().zip(&origins).enumerate() {
        if origin.is_none() {
            out.add(at(index), record.view().value());
        }
    }

    for (index, record) in after.iter().enumerate() {
        let old = if index < head {
            before.get(index)
        } else if index < after.len() - tail {
            origins.get(index - head).copied().flatten().and_then(|origin| old.get(origin))
        } else {
            before.get(index + before.len() - after.len())
        };
        if let Some(old) = old
            && !std::ptr::addr_eq(*old, *record)
        {
            out.change(&place(index), &old.view().value(), &record.view().value());
        }
    }
}

/// Matches the entries by name; those that bear no id and have no match are paired in their order, as one that changed.
fn origins(old: &[&dyn Field], new: &[&dyn Field]) -> Origins {
    let mut places: HashMap<Name<'_>, usize> = HashMap::with_capacity(old.len());
    for (index, record) in old.iter().enumerate() {
        places.entry(Name::of(*record)).or_insert(index);
    }
    let mut free: Vec<bool> = old.iter().map(|record| record.own_id().is_none()).collect();
    let mut origins: Origins = Vec::with_capacity(new.len());
    for record in new {
        let origin = places.remove(&Name::of(*record));
        if let Some(free) = origin.and_then(|origin| free.get_mut(origin)) {
            *free = false;
        }
        origins.push(origin);
    }
    // A list that only grew or shrank must not be rewritten from end to end.
    let unmatched = origins.iter().filter(|origin| origin.is_none()).count();
    if free.iter().filter(|free| **free).count() == unmatched {
        let mut free = free.iter().enumerate().filter(|(_, free)| **free).map(|(index, _)| index);
        for (origin, record) in origins.iter_mut().zip(new) {
            if origin.is_none() && record.own_id().is_none() {
                *origin = free.next();
            }
        }
    }
    origins
}

/// Moves the entries that stay into their new order, with as few moves as can be.
fn reorder(out: &mut Operations, left: &mut Vec<usize>, origins: &Origins, at: &dyn Fn(usize) -> PointerBuf) {
    let order: Vec<usize> = origins.iter().flatten().copied().collect();
    let still = longest_rising(&order);
    let mut previous: Option<usize> = None;
    for (entry, stays) in order.iter().zip(still) {
        if !stays {
            let Some(from) = left.iter().position(|one| one == entry) else { continue };
            left.remove(from);
            let to = match previous {
                Some(previous) => left.iter().position(|one| *one == previous).map_or(0, |place| place + 1),
                None => 0,
            };
            left.insert(to, *entry);
            if from != to {
                out.done.push(PatchOperation::Move(MoveOperation { from: at(from), path: at(to) }));
            }
        }
        previous = Some(*entry);
    }
}

/// Which entries belong to the longest rising run of a sequence of different numbers (Schensted 1961): these need not
/// move.
fn longest_rising(sequence: &[usize]) -> Vec<bool> {
    // `ends[length]`: the place of the smallest value that ends a run of this length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sequence.len());
    let value = |place: usize| sequence.get(place).copied().unwrap_or_default();
    for (place, entry) in sequence.iter().enumerate() {
        let length = ends.partition_point(|end| value(*end) < *entry);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut rising = vec![false; sequence.len()];
    let mut place = ends.last().copied();
    while let Some(at) = place {
        if let Some(mark) = rising.get_mut(at) {
            *mark = true;
        }
        place = before.get(at).copied().flatten();
    }
    rising
}
