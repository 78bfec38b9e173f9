//! The share of power of the inactive after a change, counted quickly: a search weighs thousands of changes.

use crate::analysis::votes::ballot::Quota;
use crate::analysis::votes::indices::swings;

/// Members up to which counts of coalitions fit 64 bits.
const NARROW: usize = 62;

/// Weighs votes; keeps its tables from one to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Scales {
    weights: Vec<u64>,
    sums: Vec<u64>,
    without: Vec<u64>,
    known: Vec<(u64, u64)>,
}

impl Scales {
    /// Swings of inactive members and of all, with the steps it took; `None` where the votes cannot be computed. `idle`
    /// tells the inactive members; the quota is within the votes and above 0.
    pub(super) fn weigh(
        &mut self,
        votes: &[u64],
        rule: Quota,
        casting: Option<usize>,
        idle: &[bool],
    ) -> Option<((u128, u128), u64)> {
        let total: u64 = votes.iter().sum();
        let members = votes.len() as u64;
        if votes.len() > NARROW {
            let game = rule.game(votes, casting).ok()?;
            let counted = swings(&game);
            let held =
                counted.each.iter().zip(idle).filter(|(_, idle)| **idle).map(|(swing, _)| *swing).sum();
            // Twice as wide, and with tables of its own.
            return Some(((held, counted.sum), (game.counted() as u64 + 64).saturating_mul(2 * members)));
        }
        let quota = rule.of(total);
        let tie = casting.filter(|_| quota == Quota::Simple.of(total) && total.is_multiple_of(2));
        self.weights.clear();
        let (quota, total) = if let Some(chair) = tie {
            // As in `Game::with_casting_vote`.
            let chairs = |place| u64::from(place == chair);
            self.weights.extend(votes.iter().enumerate().map(|(place, votes)| votes * 2 + chairs(place)));
            (total + 1, 2 * total + 1)
        } else {
            self.weights.extend_from_slice(votes);
            (quota, total)
        };
        // The quota or that of the dual game: both have the same swings.
        let bound = quota.min(total - quota + 1);
        let cost = (members + 2).saturating_mul(bound + 16);
        if bound.saturating_mul(members) > crate::analysis::votes::MAX_CELLS {
            return None;
        }
        Some((self.count(bound as usize, idle), cost))
    }

    /// The method of `indices::swings`, in 64 bits: what is subtracted is taken modulo 2^64, the result is below 2^61.
    fn count(&mut self, bound: usize, idle: &[bool]) -> (u128, u128) {
        self.sums.clear();
        self.sums.resize(bound, 0);
        if let Some(empty) = self.sums.first_mut() {
            *empty = 1;
        }
        let mut reach = 1;
        for weight in &self.weights {
            let weight = *weight as usize;
            if weight >= bound {
                continue;
            }
            self.without.clear();
            self.without.extend(self.sums.iter().take(reach));
            for (with, count) in self.sums.iter_mut().skip(weight).zip(&self.without) {
                *with += count;
            }
            reach = (reach + weight).min(bound);
        }
        let mut sum = 0;
        for count in &mut self.sums {
            sum += *count;
            *count = sum;
        }
        self.known.clear();
        let (mut held, mut all) = (0_u128, 0_u128);
        for (weight, idle) in self.weights.iter().zip(idle) {
            let known = self.known.iter().find(|(seen, _)| seen == weight).map(|(_, swing)| *swing);
            let swing = known.unwrap_or_else(|| {
                let swing = turned(&self.sums, *weight as usize);
                self.known.push((*weight, swing));
                swing
            });
            all += u128::from(swing);
            held += if *idle { u128::from(swing) } else { 0 };
        }
        (held, all)
    }
}

/// Coalitions that a member of this weight turns, from the sums of counts below the bound.
fn turned(sums: &[u64], weight: usize) -> u64 {
    if weight == 0 {
        return 0;
    }
    let below = |end: usize| end.checked_sub(1).and_then(|last| sums.get(last)).copied().unwrap_or_default();
    let (mut swing, mut upper, mut plus) = (0_u64, sums.len(), true);
    while upper > 0 {
        let lower = upper.saturating_sub(weight);
        let window = below(upper) - below(lower);
        swing = if plus { swing.wrapping_add(window) } else { swing.wrapping_sub(window) };
        (upper, plus) = (lower, !plus);
    }
    swing
}
