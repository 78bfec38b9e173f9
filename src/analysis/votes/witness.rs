//! For each member, a coalition that shows what its vote is worth.

use std::collections::VecDeque;

use super::game::Game;

/// What shows the place of a member. Members are given by their place, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Witness {
    /// A dictator: alone, it wins.
    Alone(Vec<usize>),
    /// A veto: all the others, who fail together.
    OthersFail(Vec<usize>),
    /// A dummy: the heaviest coalition of others that loses; it still loses with this member.
    StillLoses(Vec<usize>),
    /// Any other: a coalition that wins with this member, which belongs to it, and loses without.
    Pivots(Vec<usize>),
}

impl Witness {
    /// The members of the coalition.
    pub fn coalition(&self) -> &[usize] {
        match self {
            Self::Alone(members)
            | Self::OthersFail(members)
            | Self::StillLoses(members)
            | Self::Pivots(members) => members,
        }
    }
}

/// A witness for each member: where it turns coalitions, one of the fewest members, then of the least weight; for a
/// dummy, one of the greatest weight. Always the same one for the same game. `O(n · q)`.
pub fn witnesses(game: &Game) -> Vec<Witness> {
    let members = game.weights().len();
    let weights: Vec<usize> = game.weights().iter().map(|weight| *weight as usize).collect();
    let blocks = (0..members).all(|member| game.is_veto(member));
    // Where everybody holds a veto, no coalition has to be looked for.
    let quota = if blocks { 0 } else { game.quota() as usize };
    let before = rows(weights.iter(), quota);
    let mirrored: Vec<usize> = weights.iter().rev().copied().collect();
    let after = rows(mirrored.iter(), quota);
    let witness = |(member, weight): (usize, &usize)| {
        if game.is_dictator(member) {
            return Witness::Alone(vec![member]);
        }
        if game.is_veto(member) {
            return Witness::OthersFail((0..members).filter(|other| *other != member).collect());
        }
        let (Some(first), Some(last)) = (before.get(member), after.get(members - 1 - member)) else {
            return Witness::StillLoses(Vec::new());
        };
        let pivotal = lightest(first, last, quota.saturating_sub(*weight), quota);
        let (first, last) = pivotal.unwrap_or_else(|| heaviest(first, last, quota));
        let mut coalition = unfold(&before, &weights, first, (0..member).rev());
        coalition.reverse();
        if pivotal.is_some() {
            coalition.push(member);
        }
        // Row `k` of `after` holds the last `k` members.
        let others = unfold(&after, &mirrored, last, (0..members - 1 - member).rev());
        coalition.extend(others.into_iter().map(|place| members - 1 - place));
        if pivotal.is_some() { Witness::Pivots(coalition) } else { Witness::StillLoses(coalition) }
    };
    weights.iter().enumerate().map(witness).collect()
}

/// No coalition has this weight. Sizes fit a byte: members are at most 120.
const NONE: u8 = u8::MAX;

/// The fewest members that weigh exactly `w < bound`: row `k` takes them among the first `k`.
fn rows<'a>(weights: impl Iterator<Item = &'a usize>, bound: usize) -> Vec<Vec<u8>> {
    let mut row = vec![NONE; bound];
    if let Some(empty) = row.first_mut() {
        *empty = 0;
    }
    let mut rows = vec![row];
    for weight in weights {
        let mut next = rows.last().cloned().unwrap_or_default();
        if let Some(before) = rows.last() {
            for (size, with) in next.iter_mut().skip(*weight).zip(before) {
                *size = (*size).min(with.saturating_add(1));
            }
        }
        rows.push(next);
    }
    rows
}

/// Weights of a part among the first members and of a part among the last ones that add up to `from ≤ sum < to`: of the
/// fewest members, then of the least sum. `None` where no coalition weighs that.
fn lightest(first: &[u8], last: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
    let mut best: Option<(u8, usize, usize)> = None;
    // Second parts that fit beside the first one, the fewest members in front, then the lightest.
    let mut fitting: VecDeque<(u8, usize)> = VecDeque::new();
    for (second, size) in last.iter().enumerate() {
        let one = (to - 1).checked_sub(second);
        if *size != NONE {
            while fitting.back().is_some_and(|(other, _)| other > size) {
                fitting.pop_back();
            }
            fitting.push_back((*size, second));
        }
        let Some(one) = one else { break };
        while fitting.front().is_some_and(|(_, second)| one + second < from) {
            fitting.pop_front();
        }
        let own = first.get(one).copied().unwrap_or(NONE);
        if let Some((size, second)) = fitting.front().filter(|_| own != NONE) {
            let (size, sum) = (size + own, one + second);
            if best.is_none_or(|(least, a, b)| (size, sum) < (least, a + b)) {
                best = Some((size, one, *second));
            }
        }
    }
    best.map(|(_, one, second)| (one, second))
}

/// Weights of two parts with the greatest sum below `to`.
fn heaviest(first: &[u8], last: &[u8], to: usize) -> (usize, usize) {
    let mut best = (0, 0);
    let mut heavy = (0..last.len()).rev().filter(|weight| last.get(*weight) != Some(&NONE)).peekable();
    for (one, _) in first.iter().enumerate().filter(|(_, size)| **size != NONE) {
        while heavy.next_if(|second| one + second >= to).is_some() {}
        let Some(second) = heavy.peek() else { break };
        if one + second > best.0 + best.1 {
            best = (one, *second);
        }
    }
    best
}

/// The members of a coalition of the fewest members that weighs `weight`, from the table that led to it.
fn unfold(
    rows: &[Vec<u8>],
    weights: &[usize],
    mut weight: usize,
    places: impl Iterator<Item = usize>,
) -> Vec<usize> {
    let size = |row: usize, weight: usize| rows.get(row).and_then(|row| row.get(weight));
    let mut coalition = Vec::new();
    for place in places {
        // Without this member, more are needed, or the weight is out of reach.
        if size(place, weight) != size(place + 1, weight) {
            coalition.push(place);
            weight = weight.saturating_sub(weights.get(place).copied().unwrap_or_default());
        }
    }
    coalition
}
