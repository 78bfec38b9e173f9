//! The order of a list once its records were merged.
//!
//! Records known to the ancestor keep its order, or the one that an institution gave them; where two gave them
//! another, the greater in code-point order of their names. New ones come after the record that preceded them, those
//! that were added at the end come at the end. What several institutions added at one place is woven: each keeps its
//! own order, and where nothing decides, the lesser name goes first. Records added at the end are so in the same
//! order whichever files are merged first.
//!
//! Not so where records bear no id and several brought one of the same name (the same position, the same reference):
//! which of them comes first may depend on it. Their order says nothing.

use std::collections::{HashMap, HashSet};

use super::keys::Name;

/// Where a new record goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Anchor {
    /// Before every record of the ancestor.
    Start,
    /// After the one of this rank.
    After(usize),
    /// After every record.
    End,
}

/// The records of `keep` in their order.
pub(super) fn merge(base: &[Name], sides: [&[Name]; 2], keep: &HashSet<&Name>) -> Vec<Name> {
    let kept = |list: &[Name]| list.iter().filter(|name| keep.contains(name)).cloned().collect::<Vec<_>>();
    let [ours, theirs] = sides;
    for (one, other) in [(ours, theirs), (theirs, ours)] {
        // Nobody else touched the list: it is as the one who did left it.
        if other == base || other == one {
            let found = kept(one);
            if found.len() == keep.len() {
                return found;
            }
        }
    }
    let ranks = skeleton(base, sides);
    let rank: HashMap<&Name, usize> = ranks.iter().enumerate().map(|(rank, name)| (*name, rank)).collect();
    let mut anchors: HashMap<&Name, Anchor> = HashMap::new();
    for side in sides {
        let last = side.iter().rposition(|name| rank.contains_key(name));
        let mut anchor = Anchor::Start;
        for (place, name) in side.iter().enumerate() {
            if let Some(rank) = rank.get(name) {
                anchor = Anchor::After(*rank);
                continue;
            }
            let here = if last.is_none_or(|last| place > last) { Anchor::End } else { anchor };
            let known = anchors.entry(name).or_insert(here);
            *known = (*known).max(here);
        }
    }
    let group = |anchor: Anchor| {
        let of = |side: &[Name]| -> Vec<Name> {
            let here = side.iter().filter(|name| anchors.get(name) == Some(&anchor) && keep.contains(name));
            here.cloned().collect()
        };
        weave(&of(ours), &of(theirs))
    };
    let used: HashSet<Anchor> = anchors.values().copied().collect();
    let mut order = Vec::with_capacity(keep.len());
    let add = |anchor: Anchor, order: &mut Vec<Name>| {
        if used.contains(&anchor) {
            order.append(&mut group(anchor));
        }
    };
    add(Anchor::Start, &mut order);
    for (rank, name) in ranks.iter().enumerate() {
        if keep.contains(name) {
            order.push((*name).clone());
        }
        add(Anchor::After(rank), &mut order);
    }
    add(Anchor::End, &mut order);
    order
}

/// The records of the ancestor in the order they now have, those that are gone included: they still tell where what
/// came after them goes.
fn skeleton<'n>(base: &'n [Name], sides: [&'n [Name]; 2]) -> Vec<&'n Name> {
    let known: HashSet<&Name> = base.iter().collect();
    let [ours, theirs] = sides.map(|side| {
        let here: HashSet<&Name> = side.iter().collect();
        let now: Vec<&Name> = side.iter().filter(|name| known.contains(name)).collect();
        let before: Vec<&Name> = base.iter().filter(|name| here.contains(name)).collect();
        (now != before).then_some(now)
    });
    let moved = match (ours, theirs) {
        (None, None) => return base.iter().collect(),
        (Some(moved), None) | (None, Some(moved)) => moved,
        (Some(ours), Some(theirs)) => ours.max(theirs),
    };
    let mut order = moved;
    let mut placed: HashSet<&Name> = order.iter().copied().collect();
    for (place, name) in base.iter().enumerate() {
        if placed.insert(name) {
            let before = place.checked_sub(1).and_then(|before| base.get(before));
            let at = before.and_then(|before| order.iter().position(|one| *one == before));
            order.insert(at.map_or(0, |at| at + 1), name);
        }
    }
    order
}

/// One sequence of two: each keeps its order where the other does not forbid it; the lesser head goes first.
fn weave(a: &[Name], b: &[Name]) -> Vec<Name> {
    let [in_a, in_b]: [HashSet<&Name>; 2] = [a, b].map(|list| list.iter().collect());
    let mut done: HashSet<&Name> = HashSet::new();
    let mut order = Vec::new();
    let (mut a_heads, mut b_heads) = (a.iter().peekable(), b.iter().peekable());
    loop {
        while a_heads.next_if(|name| done.contains(name)).is_some() {}
        while b_heads.next_if(|name| done.contains(name)).is_some() {}
        let next = match (a_heads.peek().copied(), b_heads.peek().copied()) {
            (None, None) => return order,
            (Some(one), None) | (None, Some(one)) => one,
            // What the other list holds further on has to wait for what precedes it there.
            (Some(a), Some(b)) => match (in_b.contains(a) && a != b, in_a.contains(b) && a != b) {
                (true, false) => b,
                (false, true) => a,
                _ => a.min(b),
            },
        };
        done.insert(next);
        order.push(next.clone());
    }
}
