//! The smallest set of actors that covers everything: reductions that lose no answer, then the exact search, or a
//! greedy choice with a proven lower bound where too much is left.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::exact::{self, Candidate, Outcome};
use super::prices::{GRAIN, prices};

/// Above this many things to cover, those that others imply are not looked for: it takes the square of their number.
const COMPARED: usize = 600;
/// Operations spent on the bound of a greedy choice.
const WORK: usize = 20_000_000;
/// Largest table of prices, in cells; beyond, the bound does without.
const CELLS: usize = 400_000;

/// An actor as the choice sees it. They come sorted by name then id.
#[derive(Clone, Debug, Default)]
pub(super) struct Member {
    /// Mobilisation, 0 where it is not assessed.
    pub mobilisation: i32,
    /// Whether it bears the name of the one before it.
    pub namesake: bool,
}

/// A choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// Places in the list of members, sorted.
    pub group: Vec<usize>,
    /// Whether no other set is better: fewer, more mobilised, or with names that come first.
    pub exact: bool,
    /// No set that covers everything has fewer actors.
    pub lower_bound: usize,
}

/// The smallest set that holds a member of each row; `rows` lists the members that cover a thing, sorted, none empty.
pub(super) fn choose(members: &[Member], rows: &[Vec<usize>]) -> Choice {
    let (mut group, rows) = reduce(members, rows);
    let forced = group.len();
    let mut choice = Choice { exact: true, lower_bound: forced, ..Choice::default() };
    if !rows.is_empty() {
        let outcome = if rows.len() <= exact::MOST { search(members, &rows) } else { Outcome::AtLeast(0) };
        match outcome {
            Outcome::Found(found, named) => {
                choice.exact = named;
                choice.lower_bound += found.len();
                group.extend(found);
            }
            Outcome::AtLeast(least) => {
                choice.exact = false;
                choice.lower_bound += least.max(bound(&rows));
                group.extend(greedy(members, &rows));
            }
        }
    }
    group.sort_unstable();
    choice.group = group;
    choice
}

/// Whether a sorted list holds every element of another.
fn contains(list: &[usize], part: &[usize]) -> bool {
    let mut rest = list.iter();
    part.iter().all(|wanted| rest.by_ref().find(|held| *held >= wanted) == Some(wanted))
}

/// What each member covers: rows, sorted.
fn by_member(members: usize, rows: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut covers = vec![Vec::new(); members];
    for (row, held) in rows.iter().enumerate() {
        for member in held {
            if let Some(list) = covers.get_mut(*member) {
                list.push(row);
            }
        }
    }
    covers
}

/// Takes out what settles itself, until nothing does: a row that another implies; a row with one member, which is then
/// in; a member whose rows another covers, being more mobilised, or as much and before it by name then id. The best set
/// of what is left, with those that are in, is the best set: replacing the second by the first can only improve it.
fn reduce(members: &[Member], rows: &[Vec<usize>]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut rows = rows.to_vec();
    let mut inside = Vec::new();
    loop {
        let before: usize = rows.iter().map(Vec::len).sum();
        rows.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        rows.dedup();
        if rows.len() <= COMPARED {
            let mut kept: Vec<Vec<usize>> = Vec::with_capacity(rows.len());
            for row in rows {
                if !kept.iter().any(|smaller| contains(&row, smaller)) {
                    kept.push(row);
                }
            }
            rows = kept;
        }
        let alone: BTreeSet<usize> = rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [only] => Some(*only),
                _ => None,
            })
            .collect();
        rows.retain(|row| !row.iter().any(|member| alone.contains(member)));
        inside.extend(alone);
        let covers = by_member(members.len(), &rows);
        let held = |member: usize| covers.get(member).map_or(&[][..], Vec::as_slice);
        let key = |member: usize| (members.get(member).map(|one| one.mobilisation), Reverse(member));
        let mut dominated = vec![false; members.len()];
        for (member, slot) in dominated.iter_mut().enumerate() {
            // Whoever covers all its rows covers the first one.
            let Some(rivals) = held(member).first().and_then(|row| rows.get(*row)) else { continue };
            *slot =
                rivals.iter().any(|rival| key(*rival) > key(member) && contains(held(*rival), held(member)));
        }
        for row in &mut rows {
            row.retain(|member| !dominated.get(*member).copied().unwrap_or_default());
        }
        if rows.iter().map(Vec::len).sum::<usize>() == before {
            return (inside, rows);
        }
    }
}

/// The exact search over the members that rows still name. Rows come sorted, the shortest first, as it wants them.
fn search(members: &[Member], rows: &[Vec<usize>]) -> Outcome {
    let covers = by_member(members.len(), rows);
    let mut places: Vec<usize> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    // The first of a run of namesakes may be gone: the run goes on.
    let mut same = false;
    for (place, (member, covers)) in members.iter().zip(covers).enumerate() {
        same &= member.namesake;
        if covers.is_empty() {
            continue;
        }
        candidates.push(Candidate { covers, mobilisation: member.mobilisation, namesake: same });
        places.push(place);
        same = true;
    }
    match exact::best(&candidates, rows.len()) {
        Outcome::Found(found, named) => {
            let places = found.iter().filter_map(|candidate| places.get(*candidate)).copied();
            Outcome::Found(places.collect(), named)
        }
        least @ Outcome::AtLeast(_) => least,
    }
}

/// Whoever covers most of what is left, the most mobilised, then the first by name; then those that the later ones made
/// superfluous go, the least mobilised first.
fn greedy(members: &[Member], rows: &[Vec<usize>]) -> Vec<usize> {
    let covers = by_member(members.len(), rows);
    let held = |member: usize| covers.get(member).map_or(&[][..], Vec::as_slice);
    let mobilisation = |member: usize| members.get(member).map(|one| one.mobilisation);
    let mut gains: Vec<usize> = covers.iter().map(Vec::len).collect();
    let mut times = vec![0_usize; rows.len()];
    let mut group: Vec<usize> = Vec::new();
    loop {
        let best = gains
            .iter()
            .enumerate()
            .max_by_key(|(member, gain)| (**gain, mobilisation(*member), Reverse(*member)));
        let Some((member, _)) = best.filter(|(_, gain)| **gain > 0) else { break };
        group.push(member);
        for row in held(member) {
            let Some(count) = times.get_mut(*row) else { continue };
            *count += 1;
            if *count == 1 {
                for other in rows.get(*row).into_iter().flatten() {
                    if let Some(gain) = gains.get_mut(*other) {
                        *gain -= 1;
                    }
                }
            }
        }
    }
    group.sort_by_key(|member| (mobilisation(*member), Reverse(*member)));
    group.retain(|member| {
        let spare = held(*member).iter().all(|row| times.get(*row).is_some_and(|count| *count > 1));
        if spare {
            for row in held(*member) {
                if let Some(count) = times.get_mut(*row) {
                    *count -= 1;
                }
            }
        }
        !spare
    });
    group
}

/// No set that covers every row has fewer members: the best of the prices; of each row being worth its share of the
/// largest member that covers it, which are prices too; and of rows that share no member two by two, each of which needs
/// its own.
fn bound(rows: &[Vec<usize>]) -> usize {
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut apart = 0;
    for row in rows {
        if row.iter().all(|member| !used.contains(member)) {
            used.extend(row);
            apart += 1;
        }
    }
    let last = rows.iter().flatten().max().map_or(0, |member| member + 1);
    let mut covers = by_member(last, rows);
    let size = |member: &usize| covers.get(*member).map_or(0, Vec::len);
    let largest = rows.iter().map(|row| row.iter().map(size).max().unwrap_or_default());
    let shares: i64 = largest.map(|size| GRAIN / (size.max(1) as i64)).sum();
    covers.retain(|covers| !covers.is_empty());
    let priced = if covers.len() * rows.len() > CELLS {
        0
    } else {
        prices(&covers, &vec![1; covers.len()], rows.len(), WORK).iter().sum()
    };
    apart.max(((shares.max(priced) + GRAIN - 1) / GRAIN) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(mobilisation: &[i32]) -> Vec<Member> {
        mobilisation.iter().map(|value| Member { mobilisation: *value, namesake: false }).collect()
    }

    #[test]
    fn nothing_to_cover_needs_nobody() {
        assert_eq!(choose(&members(&[4, 4]), &[]), Choice { exact: true, ..Choice::default() });
    }

    /// 40 things, thing k covered by actors k and k + 1 around a circle of 40: every other actor, 20, and no fewer,
    /// since the 20 even things share no actor.
    #[test]
    fn beyond_the_exact_search_the_bound_is_proven() {
        let rows: Vec<Vec<usize>> = (0..40)
            .map(|row| {
                let mut pair = vec![row, (row + 1) % 40];
                pair.sort_unstable();
                pair
            })
            .collect();
        let choice = choose(&members(&[0; 40]), &rows);
        assert!(!choice.exact);
        assert_eq!(choice.lower_bound, 20);
        assert!(rows.iter().all(|row| row.iter().any(|member| choice.group.contains(member))));
        assert!(choice.group.len() >= 20);
    }
}
