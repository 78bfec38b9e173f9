//! Sharing seats between organisations from given figures (members, inhabitants, contributions, votes received).

use std::cmp::Ordering;

/// The seats of each, and whether the figures alone decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// Seats, in the order of the figures.
    pub seats: Vec<u32>,
    /// Places that are level for the last seats, their figures being equal too, when there are not enough for all of
    /// them: the first got theirs, but a draw or a rule of the body should decide. Else empty.
    pub level: Vec<usize>,
}

/// Every figure is 0: there is nothing to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingToShare;

/// Someone who may get the next seat.
#[derive(Clone, Copy, Debug)]
struct Claim {
    place: usize,
    figure: u64,
    /// Seats so far.
    held: u32,
    /// What is left of `seats × figure` once divided by the sum of the figures.
    rest: u64,
    /// Cannot get more.
    done: bool,
}

/// Highest averages (plus forte moyenne; D'Hondt, 1882; Jefferson, 1792): each seat in turn goes to the one whose
/// figure divided by its seats so far plus one is the highest. Where averages are equal, the greater figure first.
///
/// Done as French law words it: first the whole part of `seats × figure / sum`, then the rest by highest average, which
/// gives the same seats.
pub fn highest_averages(figures: &[u32], seats: u32) -> Result<Allocation, NothingToShare> {
    // figure / (held + 1), compared without dividing.
    let average = |a: &Claim, b: &Claim| {
        let (one, other) = (a.figure * (u64::from(b.held) + 1), b.figure * (u64::from(a.held) + 1));
        one.cmp(&other).then(a.figure.cmp(&b.figure))
    };
    share(figures, seats, average, false)
}

/// Largest remainder (Hamilton, 1792; Hare's quota): first the whole part of `seats × figure / sum`, then one seat each
/// by largest remainder. Where remainders are equal, the greater figure first.
pub fn largest_remainder(figures: &[u32], seats: u32) -> Result<Allocation, NothingToShare> {
    share(figures, seats, |a, b| a.rest.cmp(&b.rest).then(a.figure.cmp(&b.figure)), true)
}

/// Whole parts, then the seats that remain, fewer than the figures, to those who come first in `order`.
fn share(
    figures: &[u32],
    seats: u32,
    order: impl Fn(&Claim, &Claim) -> Ordering,
    once: bool,
) -> Result<Allocation, NothingToShare> {
    let sum: u64 = figures.iter().map(|figure| u64::from(*figure)).sum();
    if sum == 0 {
        return Err(NothingToShare);
    }
    let claim = |(place, figure): (usize, &u32)| {
        let figure = u64::from(*figure);
        let product = figure * u64::from(seats);
        Claim { place, figure, held: (product / sum) as u32, rest: product % sum, done: false }
    };
    let mut claims: Vec<Claim> = figures.iter().enumerate().map(claim).collect();
    let mut level: Vec<usize> = Vec::new();
    let mut served: Vec<usize> = Vec::new();
    let given: u32 = claims.iter().map(|claim| claim.held).sum();
    for _ in given..seats {
        let waiting = || claims.iter().filter(|claim| !claim.done);
        let best = waiting().reduce(|best, claim| if order(claim, best).is_gt() { claim } else { best });
        let Some(best) = best.copied() else { break };
        // One that was level with those served just before goes on in the same tie.
        if !level.contains(&best.place) || served.contains(&best.place) {
            let firsts = waiting().filter(|claim| order(claim, &best).is_eq());
            level = firsts.map(|claim| claim.place).collect();
            served.clear();
        }
        served.push(best.place);
        if let Some(claim) = claims.get_mut(best.place) {
            claim.held += 1;
            claim.done = once;
        }
    }
    if served.len() == level.len() {
        level.clear();
    }
    Ok(Allocation { seats: claims.iter().map(|claim| claim.held).collect(), level })
}
