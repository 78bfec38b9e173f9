//! Power indices, exact, by dynamic programming on the weights.
//!
//! Every coalition is counted once, by weight (and size), below the quota. The count of the coalitions without member
//! *i* is never built: with `c` the counts of all, those without *i* are `c(w) − c(w−wᵢ) + c(w−2wᵢ) − …`, so that the
//! number of coalitions *i* turns into winning ones, `Σ c₋ᵢ(w)` for `q−wᵢ ≤ w < q`, is an alternating sum of a few
//! prefix sums (after Uno, 2012). Subtractions are taken modulo 2^128, where the result, a count below 2^120, is exact.

use super::game::Game;
use super::wide::{Ratio, Wide};

/// How many coalitions win, and how many each member makes win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swings {
    /// For each member, the coalitions of others that lose without it and win with it.
    pub each: Vec<u128>,
    /// The sum of these; at least 1.
    pub sum: u128,
    /// Coalitions that win; at least 1.
    pub winning: u128,
}

/// Every index of a game, each a list in the order of the members but [`power_to_act`](Self::power_to_act).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indices {
    /// Swings.
    pub swings: Swings,
    /// Normalised Banzhaf index (1965): swings / swings of all; sums to 1.
    pub banzhaf: Vec<Ratio>,
    /// Absolute Banzhaf index (Penrose, 1946): swings / 2^(n−1).
    pub penrose: Vec<Ratio>,
    /// Shapley–Shubik index (1954): share of the orders of arrival in which the member makes the coalition win; sums
    /// to 1.
    pub shapley: Vec<Ratio>,
    /// Power to prevent action (Coleman, 1971): swings / winning coalitions.
    pub preventive: Vec<Ratio>,
    /// Power to initiate action (Coleman, 1971): swings / losing coalitions.
    pub initiative: Vec<Ratio>,
    /// Power of the assembly to act (Coleman, 1971): winning coalitions / 2ⁿ.
    pub power_to_act: Ratio,
}

/// Counts below `bound` by weight, then summed: the entry at `w` is the number of coalitions of weight `w` or less.
fn cumulate(counts: &mut [u128]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

/// The coalitions of weight below `bound`, from sums.
fn below(sums: &[u128], bound: usize) -> u128 {
    bound.checked_sub(1).and_then(|last| sums.get(last)).copied().unwrap_or_default()
}

/// How many coalitions each member makes win. `O(n · q)`.
pub fn swings(game: &Game) -> Swings {
    let bound = game.counted();
    let mut sums = vec![0_u128; bound];
    if let Some(empty) = sums.first_mut() {
        *empty = 1;
    }
    let mut without = sums.clone();
    for weight in game.weights() {
        without.copy_from_slice(&sums);
        for (with, count) in sums.iter_mut().skip(*weight as usize).zip(&without) {
            *with += count;
        }
    }
    cumulate(&mut sums);
    let swing = |weight: &u64| {
        let weight = *weight as usize;
        if weight == 0 {
            return 0;
        }
        // Sums taken at q, q − w, q − 2w, … with signs + − − + + − − …: neighbours of the alternating sum merged.
        let mut swing = 0_u128;
        let (mut upper, mut plus) = (bound, true);
        while upper > 0 {
            let lower = upper.saturating_sub(weight);
            let window = below(&sums, upper) - below(&sums, lower);
            swing = if plus { swing.wrapping_add(window) } else { swing.wrapping_sub(window) };
            (upper, plus) = (lower, !plus);
        }
        swing
    };
    let each: Vec<u128> = game.weights().iter().map(swing).collect();
    let light = below(&sums, bound);
    // In the dual, a coalition below the quota is one whose complement wins here.
    let winning = if bound as u64 == game.quota() { game.coalitions() - light } else { light };
    Swings { sum: each.iter().sum(), each, winning }
}

/// Counts coalitions by size and weight, for the Shapley–Shubik index, in pieces. `O(n² · q)`.
#[derive(Clone, Debug)]
pub struct Counting {
    game: Game,
    swings: Swings,
    /// Weights, the lightest first; those before [`Self::seen`] are counted.
    ascending: Vec<usize>,
    seen: usize,
    /// For each size, the coalitions below the bound by weight.
    rows: Vec<Vec<u128>>,
    reach: usize,
    /// Swings of each member by size, for those done.
    done: Vec<Vec<u128>>,
}

impl Counting {
    /// Nothing is counted yet but the swings.
    pub fn new(game: &Game) -> Self {
        let bound = game.counted();
        let mut ascending: Vec<usize> = game.weights().iter().map(|weight| *weight as usize).collect();
        ascending.sort_unstable();
        // No coalition below the bound has more members than the lightest that fit.
        let fits = ascending.iter().scan(0, |sum, weight| {
            *sum += weight;
            (*sum < bound).then_some(())
        });
        let sizes = fits.count() + 1;
        let mut rows = vec![vec![0_u128; bound]; sizes];
        if let Some(empty) = rows.first_mut().and_then(|row| row.first_mut()) {
            *empty = 1;
        }
        let swings = swings(game);
        Self { game: game.clone(), swings, ascending, seen: 0, rows, reach: 1, done: Vec::new() }
    }

    /// Counts one member more; true once all are.
    pub fn advance(&mut self) -> bool {
        if let Some(weight) = self.ascending.get(self.seen).copied() {
            self.count(weight);
            self.seen += 1;
            if self.seen == self.ascending.len() {
                self.rows.iter_mut().for_each(|row| cumulate(row));
            }
        } else if let Some(weight) = self.game.weights().get(self.done.len()).copied() {
            self.done.push(self.by_size(weight as usize));
        }
        self.done.len() == self.ascending.len()
    }

    fn count(&mut self, weight: usize) {
        let bound = self.game.counted();
        for size in (0..self.rows.len().min(self.seen + 1)).rev() {
            let (lower, upper) = self.rows.split_at_mut(size + 1);
            if let (Some(from), Some(to)) = (lower.last(), upper.first_mut()) {
                for (to, from) in to.iter_mut().skip(weight).zip(from.iter().take(self.reach)) {
                    *to += from;
                }
            }
        }
        self.reach = (self.reach + weight).min(bound);
    }

    /// For each size `s`, the coalitions of `s` others that a member of this weight makes win.
    fn by_size(&self, weight: usize) -> Vec<u128> {
        let (bound, rows) = (self.game.counted(), &self.rows);
        let of_size = |size: usize| {
            let mut swing = 0_u128;
            let (mut upper, mut plus) = (bound, true);
            // One member fewer at each step: a coalition of `size` others, then `size − 1` beside the member, …
            for row in rows.iter().take(size + 1).rev() {
                let lower = upper.saturating_sub(weight);
                let window = below(row, upper) - below(row, lower);
                swing = if plus { swing.wrapping_add(window) } else { swing.wrapping_sub(window) };
                (upper, plus) = (lower, !plus);
                if upper == 0 {
                    break;
                }
            }
            swing
        };
        let sizes = rows.len().min(self.game.weights().len());
        if weight == 0 { Vec::new() } else { (0..sizes).map(of_size).collect() }
    }

    /// Every index, once all members are counted. Members of equal weight have equal figures.
    pub fn indices(self) -> Indices {
        let whole = self.game.coalitions();
        let swings = self.swings;
        let ratio =
            |n: u128, d: u128| Ratio::of(n, d).unwrap_or(Ratio { n: Wide::default(), d: Wide::from(1) });
        let over = |d: u128| swings.each.iter().map(|swing| ratio(*swing, d)).collect();
        Indices {
            banzhaf: over(swings.sum),
            penrose: over(whole / 2),
            shapley: shapley(self.done),
            preventive: over(swings.winning),
            initiative: over(whole - swings.winning),
            power_to_act: ratio(swings.winning, whole),
            swings,
        }
    }
}

/// The Shapley–Shubik index of each member: `Σₛ swings of size s / (n · C(n−1, s))`. All these denominators divide the
/// least common multiple of 1 … n, which is taken as the common one.
fn shapley(by_size: Vec<Vec<u128>>) -> Vec<Ratio> {
    let members = by_size.len() as u32;
    let multiple = (2..=members).fold(Wide::from(1), |multiple, number| {
        let (_, rest) = multiple.divided(number);
        multiple.times(number / gcd_small(rest, number))
    });
    // The parts of the common denominator that one coalition of size s is worth.
    let mut worth = Vec::new();
    let mut next = multiple.divided(members).0;
    for size in 0..members {
        worth.push(next);
        next = next.times(size + 1).divided((members - 1 - size).max(1)).0;
    }
    let share = |sizes: Vec<u128>| {
        let terms = sizes.iter().zip(&worth).map(|(count, worth)| worth.times_count(*count));
        Ratio::smooth(terms.fold(Wide::default(), Wide::plus), multiple, members)
    };
    by_size.into_iter().map(share).collect()
}

fn gcd_small(a: u32, b: u32) -> u32 {
    super::wide::gcd(u128::from(a), u128::from(b)) as u32
}

/// Every index of a game, all at once.
pub fn indices(game: &Game) -> Indices {
    let mut counting = Counting::new(game);
    while !counting.advance() {}
    counting.indices()
}
