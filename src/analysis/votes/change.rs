//! The smallest change of votes or quota that brings the power of inactive members under a threshold.
//!
//! A change gives each member a number of votes, 0 or more, and may move the quota away from what the rule gives. Its
//! distance is the sum of the votes added and removed, plus the distance between the new quota and what the rule gives
//! for the new total (a simple majority follows the total for free). What it leads to must be a sound rule: a quota
//! above half of the votes and within their total.
//!
//! Power is not monotonous (giving an active member one more vote can weaken it), so nothing is ruled out by its
//! direction: distances are tried in full, one after the other, which makes the first one that works the smallest.
//! Members alike (same votes, same state) are interchangeable and tried once.

use super::ballot::{Ballot, Member, Quota};
use super::indices::{Swings, swings};
use super::wide::{Ratio, Wide};

/// How far to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The share of power to go below, strictly, as a numerator and a denominator other than 0.
    pub under: (u32, u32),
    /// Steps of computation, a few nanoseconds each.
    pub work: u64,
}

impl Default for Limits {
    /// Under a third of the power, within 20 million steps.
    fn default() -> Self {
        Self { under: (1, 3), work: 20_000_000 }
    }
}

/// A change of votes or quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Votes of each member after the change, in the order of the members.
    pub votes: Vec<u64>,
    /// The quota after the change.
    pub quota: u64,
    /// What the quota is moved by, away from what the rule gives for the new votes.
    pub quota_moved: i64,
    /// Votes added and removed, and what the quota is moved by.
    pub distance: u64,
    /// The share of power of the inactive members after the change.
    pub share: Ratio,
    /// Whether every change of this distance with as few figures was compared. Otherwise the distance and the number
    /// of figures are the smallest, but another change with as many may lead to a lower share.
    pub settled: bool,
}

/// What the search gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// The share is already under the threshold.
    Already,
    /// No change can help: every member is inactive, or the threshold is 0.
    Never,
    /// The smallest change.
    Found(Change),
    /// No change of this distance or less helps; nothing is known beyond.
    NotWithin(u64),
}

/// The smallest change. Among those of the smallest distance: the fewest figures changed, then the lowest share, then
/// the first when the differences (votes in the order of the members, then quota) are compared one after the other.
pub fn smallest_change(ballot: &Ballot, limits: Limits) -> Search {
    let now = swings(&ballot.game);
    if under(held(&ballot.members, &now), now.sum, limits.under) {
        return Search::Already;
    }
    let counted = |member: &Member| member.inactive == Some(true);
    if ballot.members.iter().all(counted) || limits.under.0 == 0 {
        return Search::Never;
    }
    let mut walk = Walk::of(ballot, limits);
    for distance in 1.. {
        let figures = (ballot.members.len() + 1).min(distance as usize);
        for changed in 1..=figures {
            walk.visit(0, distance, changed);
            if let Some((delta, share)) = walk.best.take() {
                let settled = walk.work > 0;
                return walk.change(&delta, distance, share, settled).map_or(Search::Never, Search::Found);
            }
            if walk.work == 0 {
                return Search::NotWithin(distance - 1);
            }
        }
    }
    Search::Never
}

fn held(members: &[Member], swings: &Swings) -> u128 {
    let inactive = members.iter().zip(&swings.each).filter(|(member, _)| member.inactive == Some(true));
    inactive.map(|(_, swing)| *swing).sum()
}

fn under(held: u128, sum: u128, (n, d): (u32, u32)) -> bool {
    Wide::from(held).times(d) < Wide::from(sum).times(n)
}

/// The differences tried: one for each member, then that of the quota.
type Delta = Vec<i64>;

struct Walk<'a> {
    ballot: &'a Ballot,
    limits: Limits,
    /// Members, those alike next to one another, each with whether it is like the one before.
    order: Vec<(usize, bool)>,
    delta: Delta,
    /// The best change of this round with its swings: those of inactive members, those of all.
    best: Option<(Delta, (u128, u128))>,
    /// Steps left.
    work: u64,
}

impl<'a> Walk<'a> {
    fn of(ballot: &'a Ballot, limits: Limits) -> Self {
        let members = &ballot.members;
        let like = |place: &usize| {
            let member = members.get(*place);
            let inactive = member.is_some_and(|member| member.inactive == Some(true));
            (member.map_or(0, |member| member.votes), inactive, ballot.casting == Some(*place))
        };
        let mut places: Vec<usize> = (0..members.len()).collect();
        places.sort_by_key(like);
        let mut order = Vec::with_capacity(places.len());
        let mut before = None;
        for place in places {
            order.push((place, before.as_ref() == Some(&like(&place))));
            before = Some(like(&place));
        }
        Self { ballot, limits, order, delta: vec![0; members.len() + 1], best: None, work: limits.work }
    }

    fn spend(&mut self, steps: u64) -> bool {
        self.work = self.work.saturating_sub(steps);
        self.work > 0
    }

    /// Tries every way to spend exactly `distance` on exactly `changed` figures, from the member at `at` in the order
    /// on. Members alike take their differences in ascending order.
    fn visit(&mut self, at: usize, distance: u64, changed: usize) {
        if !self.spend(1) {
            return;
        }
        let left = self.order.len() - at + 1;
        if changed > left || distance < changed as u64 || (changed == 0 && distance > 0) {
            return;
        }
        let Some((place, like)) = self.order.get(at).copied() else {
            let amount = i64::try_from(distance).unwrap_or(i64::MAX);
            let ways = if amount == 0 { &[0][..] } else { &[-1, 1][..] };
            for way in ways {
                self.set(self.order.len(), way * amount);
                self.weigh();
            }
            self.set(self.order.len(), 0);
            return;
        };
        let before = at.checked_sub(1).and_then(|at| self.order.get(at)).map_or(0, |(place, _)| *place);
        let lowest = if like { self.delta.get(before).copied().unwrap_or_default() } else { i64::MIN };
        let votes = self.ballot.members.get(place).map_or(0, |member| member.votes);
        // The last figure takes all that is left, any other leaves one for each figure after it.
        let (least, most) = match changed {
            0 => (0, 0),
            1 => (distance, distance),
            _ => (1, distance + 1 - changed as u64),
        };
        let (least, most) = (least as i64, most as i64);
        if changed > 0 {
            for amount in (least..=most.min(votes as i64)).rev() {
                self.step(at, place, -amount, lowest, distance, changed);
            }
        }
        if lowest <= 0 {
            self.set(place, 0);
            self.visit(at + 1, distance, changed);
        }
        if changed > 0 {
            for amount in least..=most {
                self.step(at, place, amount, lowest, distance, changed);
            }
        }
        self.set(place, 0);
    }

    fn step(&mut self, at: usize, place: usize, delta: i64, lowest: i64, distance: u64, changed: usize) {
        if delta >= lowest && self.work > 0 {
            self.set(place, delta);
            self.visit(at + 1, distance - delta.unsigned_abs(), changed - 1);
        }
    }

    fn set(&mut self, figure: usize, delta: i64) {
        if let Some(held) = self.delta.get_mut(figure) {
            *held = delta;
        }
    }

    /// The votes and the rule after a change; `None` where they are no sound rule.
    fn after(&self, delta: &Delta) -> Option<(Vec<u64>, Quota, u64)> {
        let members = self.ballot.members.iter().zip(delta);
        let votes: Option<Vec<u64>> =
            members.map(|(member, delta)| member.votes.checked_add_signed(*delta)).collect();
        let votes = votes?;
        let total: u64 = votes.iter().sum();
        let moved = delta.last().copied().unwrap_or_default();
        let quota = self.ballot.rule.of(total).checked_add_signed(moved)?;
        let rule = if moved == 0 { self.ballot.rule } else { Quota::Fixed(quota) };
        (quota > total / 2 && quota <= total).then_some((votes, rule, quota))
    }

    fn weigh(&mut self) {
        let Some((votes, rule, quota)) = self.after(&self.delta) else { return };
        let total: u64 = votes.iter().sum();
        let cells = (total - quota + 1).saturating_mul(votes.len() as u64 + 4);
        if !self.spend(cells) {
            return;
        }
        let Ok(game) = rule.game(&votes, self.ballot.casting) else { return };
        let swings = swings(&game);
        let held = held(&self.ballot.members, &swings);
        if !under(held, swings.sum, self.limits.under) {
            return;
        }
        let better = self.best.as_ref().is_none_or(|(delta, (best, sum))| {
            let (mine, other) =
                (Wide::from(held).times_count(*sum), Wide::from(*best).times_count(swings.sum));
            mine < other || (mine == other && self.delta < *delta)
        });
        if better {
            self.best = Some((self.delta.clone(), (held, swings.sum)));
        }
    }

    fn change(
        &self,
        delta: &Delta,
        distance: u64,
        (held, sum): (u128, u128),
        settled: bool,
    ) -> Option<Change> {
        let (votes, _, quota) = self.after(delta)?;
        let quota_moved = delta.last().copied().unwrap_or_default();
        Some(Change { votes, quota, quota_moved, distance, share: Ratio::of(held, sum)?, settled })
    }
}
