//! Comparing two revisions of a list: what left, what moved, what came, what changed in place.

use std::collections::HashMap;
use std::rc::Rc;

use json_patch::jsonptr::PointerBuf;
use json_patch::{MoveOperation, PatchOperation};

use super::Operations;
use crate::model::Id;
use crate::model::json::{Field, List, value_of};

/// What makes two entries of a list the same one.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// The id the record bears.
    Id(Id),
    /// Where the record lies in memory, for those that bear none: revisions share what did not change.
    Place(usize),
}

/// Where each entry of the new list was in the old one.
type Origins = Vec<Option<usize>>;

/// Adds what leads from one list to the other; neither is empty.
pub(super) fn between<T: Field + Clone + Default + Eq>(
    out: &mut Operations,
    name: &'static str,
    before: &List<T>,
    after: &List<T>,
    key: fn(&T) -> Key,
) {
    let same = |(a, b): &(&Rc<T>, &Rc<T>)| Rc::ptr_eq(a, b) || key(a) == key(b) || a == b;
    let head = before.iter().zip(after.iter()).take_while(same).count();
    let longest_tail = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(longest_tail).take_while(same).count();
    let old = before.get(head..before.len() - tail).unwrap_or_default();
    let new = after.get(head..after.len() - tail).unwrap_or_default();
    let origins = origins(old, new, key);
    let at = |index: usize| PointerBuf::from_tokens([name, &(head + index).to_string()]);

    let mut left: Vec<usize> = Vec::with_capacity(old.len());
    let stays: std::collections::HashSet<usize> = origins.iter().flatten().copied().collect();
    for index in (0..old.len()).rev() {
        if stays.contains(&index) {
            left.push(index);
        } else {
            out.remove(at(index));
        }
    }
    left.reverse();
    reorder(out, &mut left, &origins, &at);
    for (index, (record, origin)) in new.iter().zip(&origins).enumerate() {
        if origin.is_none() {
            out.add(at(index), value_of(record.as_ref()));
        }
    }

    let mut change = |index: usize, old: &Rc<T>, new: &Rc<T>| {
        if !Rc::ptr_eq(old, new) {
            let path = PointerBuf::from_tokens([name, &index.to_string()]);
            out.change(&path, &value_of(old.as_ref()), &value_of(new.as_ref()));
        }
    };
    for (index, (old, new)) in before.iter().zip(after.iter()).take(head).enumerate() {
        change(index, old, new);
    }
    for (index, (record, origin)) in new.iter().zip(&origins).enumerate() {
        if let Some(old) = origin.and_then(|origin| old.get(origin)) {
            change(head + index, old, record);
        }
    }
    for (back, (old, new)) in before.iter().rev().zip(after.iter().rev()).take(tail).enumerate() {
        change(after.len() - 1 - back, old, new);
    }
}

/// Matches the entries by key; those that bear no id and have no match are paired in their order, as one that changed.
fn origins<T: Eq>(old: &[Rc<T>], new: &[Rc<T>], key: fn(&T) -> Key) -> Origins {
    let mut places: HashMap<Key, usize> = HashMap::with_capacity(old.len());
    for (index, record) in old.iter().enumerate() {
        places.entry(key(record)).or_insert(index);
    }
    let mut origins: Origins = new.iter().map(|record| places.remove(&key(record))).collect();
    let anonymous = |record: &Rc<T>| matches!(key(record), Key::Place(_));
    let taken: std::collections::HashSet<usize> = origins.iter().flatten().copied().collect();
    let mut free = (0..old.len())
        .filter(|index| !taken.contains(index) && old.get(*index).is_some_and(anonymous))
        .collect::<std::collections::VecDeque<usize>>();
    // A list that only grew or shrank must not be rewritten from end to end.
    let unmatched = origins.iter().filter(|origin| origin.is_none()).count();
    if free.len() == unmatched {
        for (origin, _) in
            origins.iter_mut().zip(new).filter(|(origin, record)| origin.is_none() && anonymous(record))
        {
            *origin = free.pop_front();
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
