//! The order of a list once its records were merged.
//!
//! Records known to the ancestor keep its order but for what an institution moved: two of them change places when one
//! institution at least changed their places, and those between follow where they have to. This is the join of the
//! weak order of permutations (Guilbaud and Rosenstiehl 1963), the identity being the ancestor's order: it is the same
//! whichever files are merged first, and no move is lost. Where records bear no id their order says nothing: where two
//! institutions gave them another, the greater in code-point order of their names stands.
//!
//! A new record goes before the one it was put before; those that were added at the end come at the end. What several
//! institutions added at one place is woven: each keeps its own order, and where nothing decides, the lesser name goes
//! first. Where records bear no id, what several added comes at the end, in code-point order of the names.
//!
//! All of it is the same whichever files are merged first, but for two things that no rule can settle, as a file keeps
//! nothing of what it lost: places around a record that one institution removed and others moved something past, and
//! those of records with an id that several institutions brought alike.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::keys::Name;

/// Longest list whose moves are joined one by one: what is looked at grows with the square.
const LONGEST: usize = 3_000;

/// Where a new record goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Anchor {
    /// Before the record of the ancestor of this rank.
    Before(usize),
    /// After every record.
    End,
}

/// The records of `keep` in their order; `ordered` when the order of the list says something.
pub(super) fn merge(base: &[Name], sides: [&[Name]; 2], keep: &HashSet<&Name>, ordered: bool) -> Vec<Name> {
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
    let ranks = skeleton(base, sides, ordered);
    let rank: HashMap<&Name, usize> = ranks.iter().enumerate().map(|(rank, name)| (*name, rank)).collect();
    let mut new = sides.map(|side| added(side, &rank, keep));
    if !ordered {
        let [ours, theirs] = &mut new;
        if ours.is_empty() || ours == theirs {
            *ours = std::mem::take(theirs);
        } else if !theirs.is_empty() {
            let names: HashSet<&Name> =
                ours.drain(..).chain(theirs.drain(..)).map(|(_, name)| name).collect();
            ours.extend(names.into_iter().map(|name| (Anchor::End, name)));
            crate::model::order::by(ours, |(_, a), (_, b)| a.words().cmp(b.words()));
        }
    }
    let mut anchors: HashMap<&Name, Anchor> = HashMap::new();
    for (anchor, name) in new.iter().flatten() {
        let known = anchors.entry(name).or_insert(*anchor);
        *known = (*known).max(*anchor);
    }
    let mut groups: HashMap<Anchor, [Vec<&Name>; 2]> = HashMap::new();
    for (side, added) in new.iter().enumerate() {
        for (_, name) in added {
            let Some(anchor) = anchors.get(name) else { continue };
            if let Some(group) = groups.entry(*anchor).or_default().get_mut(side) {
                group.push(name);
            }
        }
    }
    let mut order = Vec::with_capacity(keep.len());
    let mut add = |anchor: Anchor, order: &mut Vec<Name>| {
        if let Some([ours, theirs]) = groups.remove(&anchor) {
            order.append(&mut weave(&ours, &theirs));
        }
    };
    for (rank, name) in ranks.iter().enumerate() {
        add(Anchor::Before(rank), &mut order);
        if keep.contains(name) {
            order.push((*name).clone());
        }
    }
    add(Anchor::End, &mut order);
    order
}

/// What a side has that the ancestor did not, each with its place.
fn added<'n>(
    side: &'n [Name],
    rank: &HashMap<&Name, usize>,
    keep: &HashSet<&Name>,
) -> Vec<(Anchor, &'n Name)> {
    let mut anchor = Anchor::End;
    let mut found = Vec::new();
    for name in side.iter().rev() {
        match rank.get(name) {
            Some(rank) => anchor = Anchor::Before(*rank),
            None if keep.contains(name) => found.push((anchor, name)),
            None => {}
        }
    }
    found.reverse();
    found
}

/// The records of the ancestor in the order they now have, those that are gone included: they still tell where what
/// came before them goes.
fn skeleton<'n>(base: &'n [Name], sides: [&'n [Name]; 2], ordered: bool) -> Vec<&'n Name> {
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
        (Some(ours), Some(theirs)) if ordered && base.len() <= LONGEST => {
            return joined(base, &[ours, theirs]);
        }
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

/// The join of two orders: each record waits for those that came after it in the ancestor and precede it on one side;
/// of those that wait for nothing, the first of the ancestor goes first.
fn joined<'n>(base: &'n [Name], sides: &[Vec<&'n Name>; 2]) -> Vec<&'n Name> {
    let rank: HashMap<&Name, usize> = base.iter().enumerate().map(|(rank, name)| (name, rank)).collect();
    let mut waits = vec![0_usize; base.len()];
    let orders: Vec<Vec<usize>> =
        sides.iter().map(|side| side.iter().filter_map(|name| rank.get(name).copied()).collect()).collect();
    for order in &orders {
        for (place, one) in order.iter().enumerate() {
            if let Some(waits) = waits.get_mut(*one) {
                *waits += order.iter().take(place).filter(|before| *before > one).count();
            }
        }
    }
    let free = waits.iter().enumerate().filter(|(_, waits)| **waits == 0);
    let mut heads: BinaryHeap<Reverse<usize>> = free.map(|(rank, _)| Reverse(rank)).collect();
    let mut result = Vec::with_capacity(base.len());
    while let Some(Reverse(next)) = heads.pop() {
        result.extend(base.get(next));
        for order in &orders {
            let after = order.iter().skip_while(|one| **one != next).skip(1);
            for one in after.filter(|one| **one < next) {
                if let Some(waits) = waits.get_mut(*one) {
                    *waits -= 1;
                    if *waits == 0 {
                        heads.push(Reverse(*one));
                    }
                }
            }
        }
    }
    result
}

/// One sequence of two: each keeps its order where the other does not forbid it; the lesser head goes first.
fn weave(a: &[&Name], b: &[&Name]) -> Vec<Name> {
    let [in_a, in_b]: [HashSet<&Name>; 2] = [a, b].map(|list| list.iter().copied().collect());
    let mut done: HashSet<&Name> = HashSet::new();
    let mut order = Vec::new();
    let (mut a_heads, mut b_heads) = (a.iter().peekable(), b.iter().peekable());
    loop {
        while a_heads.next_if(|name| done.contains(*name)).is_some() {}
        while b_heads.next_if(|name| done.contains(*name)).is_some() {}
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
        order.push((*next).clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every order of the first `n` numbers.
    fn permutations(n: usize) -> Vec<Vec<usize>> {
        if n == 0 {
            return vec![Vec::new()];
        }
        let shorter = permutations(n - 1);
        (0..n)
            .flat_map(|place| {
                shorter.iter().map(move |one| {
                    let mut one = one.clone();
                    one.insert(place, n - 1);
                    one
                })
            })
            .collect()
    }

    fn named(order: &[usize]) -> Vec<Name> {
        order.iter().map(|n| Name::of_id(&format!("n{n}"))).collect()
    }

    fn of(base: &[Name], one: &[Name], other: &[Name]) -> Vec<Name> {
        merge(base, [one, other], &base.iter().collect(), true)
    }

    /// From the definition: two records are the other way round where one side or the other has them so, or where a
    /// chain of such pairs asks for it.
    fn by_definition(n: usize, one: &[usize], other: &[usize]) -> Vec<usize> {
        let mut after = vec![vec![false; n]; n];
        for order in [one, other] {
            for (place, first) in order.iter().enumerate() {
                for second in &order[place + 1..] {
                    if second < first {
                        after[*second][*first] = true;
                    }
                }
            }
        }
        for middle in 0..n {
            for a in 0..n {
                for b in 0..n {
                    after[a][b] |= after[a][middle] && after[middle][b];
                }
            }
        }
        let mut order: Vec<usize> = (0..n).collect();
        let precede = |one: usize| {
            (0..n).filter(|other| if *other < one { !after[*other][one] } else { after[one][*other] }).count()
        };
        order.sort_by_key(|one| precede(*one));
        order
    }

    #[test]
    fn moves_of_two_institutions_are_joined_and_none_is_lost() {
        let base = named(&[0, 1, 2, 3]);
        let all = permutations(4);
        for one in &all {
            assert_eq!(of(&base, &named(one), &base), named(one), "nobody else moved anything");
            for other in &all {
                let found = of(&base, &named(one), &named(other));
                assert_eq!(found, named(&by_definition(4, one, other)), "{one:?} {other:?}");
                for third in all.iter().step_by(5) {
                    let right = of(&base, &named(one), &of(&base, &named(other), &named(third)));
                    assert_eq!(of(&base, &found, &named(third)), right, "{one:?} {other:?} {third:?}");
                }
            }
        }
    }

    #[test]
    fn new_records_follow_what_they_were_put_before() {
        let name = |id: &str| Name::of_id(id);
        let list = |ids: &str| ids.chars().map(|id| name(&id.to_string())).collect::<Vec<_>>();
        let merged = |base: &str, ours: &str, theirs: &str| {
            let (base, ours, theirs) = (list(base), list(ours), list(theirs));
            let all: HashSet<&Name> = base.iter().chain(&ours).chain(&theirs).collect();
            merge(&base, [&ours, &theirs], &all, true)
        };
        // B was moved to the end by one, N put before C by the other.
        assert_eq!(merged("ABC", "ACB", "ABNC"), list("ANCB"));
        assert_eq!(merged("ABC", "ACB", "ABCN"), list("ACBN"));
        // Both moved another one to the front.
        assert_eq!(merged("ABCD", "CABD", "DABC"), list("DCAB"));
    }

    #[test]
    fn where_order_says_nothing_what_several_added_is_sorted() {
        let list = |ids: &str| ids.chars().map(|id| Name::of_id(&id.to_string())).collect::<Vec<_>>();
        let merged = |base: &str, ours: &str, theirs: &str| {
            let (base, ours, theirs) = (list(base), list(ours), list(theirs));
            let all: HashSet<&Name> = base.iter().chain(&ours).chain(&theirs).collect();
            merge(&base, [&ours, &theirs], &all, false)
        };
        assert_eq!(merged("M", "ZMB", "M"), list("ZMB"));
        assert_eq!(merged("M", "ZMB", "MZ"), list("MBZ"));
        assert_eq!(merged("M", "ZMB", "ZMB"), list("ZMB"));
        assert_eq!(merged("MN", "NMZ", "MN"), list("NMZ"));
    }
}
