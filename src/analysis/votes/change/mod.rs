//! The smallest change of votes or quota that brings the power of inactive members under a threshold.
//!
//! A change gives each member a number of votes, 0 or more, and may move the quota away from what the rule gives. Its
//! distance is the sum of the votes added and removed, plus the distance between the new quota and what the rule gives
//! for the new total (a simple majority follows the total for free). What it leads to must be a sound rule: a quota
//! above half of the votes and within their total.
//!
//! Power is not monotonous (giving an active member one more vote can weaken it), so nothing is ruled out by its
//! direction: distances are tried in full, one after the other, which makes the first one that works the smallest
//! (`full`). Where that takes too long, a change found step by step is given with the distance below which there is
//! surely none (`steps`).

mod full;
mod steps;

use super::ballot::{Ballot, Member, Quota};
use super::indices::{Swings, swings};
use super::wide::{Ratio, Wide};

/// How far to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The share of power to go below, strictly, as a numerator and a denominator other than 0.
    pub under: (u32, u32),
    /// Steps of computation for trying everything, then as many for going step by step; a few nanoseconds each.
    pub work: u64,
}

impl Default for Limits {
    /// Under a third of the power, within 5 million steps twice.
    fn default() -> Self {
        Self { under: (1, 3), work: 5_000_000 }
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
    /// No change of a smaller distance than this one works. The change is the smallest where this is its distance.
    pub at_least: u64,
    /// The share of power of the inactive members after the change.
    pub share: Ratio,
}

/// What the search gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// The share is already under the threshold.
    Already,
    /// No change can help: every member is inactive, or the threshold is 0.
    Never,
    /// A change, the smallest where [`Change::at_least`] says so.
    Found(Change),
}

/// The smallest change. Among those of the smallest distance: the fewest figures changed, then the lowest share, then
/// the first when the differences (votes in the order of the members, then quota) are compared one after the other.
pub fn smallest_change(ballot: &Ballot, limits: Limits) -> Search {
    let trial = Trial { ballot, under: limits.under };
    let now = swings(&ballot.game);
    if trial.under(trial.held(&now), now.sum) {
        return Search::Already;
    }
    if ballot.members.iter().all(idle) || limits.under.0 == 0 {
        return Search::Never;
    }
    let found = match full::smallest(&trial, limits.work) {
        Ok(delta) => trial.change(&delta, None),
        Err(at_least) => trial.change(&steps::small(&trial, limits.work), Some(at_least)),
    };
    found.map_or(Search::Never, Search::Found)
}

fn idle(member: &Member) -> bool {
    member.inactive == Some(true)
}

/// Differences: one for each member, then that of the quota.
type Delta = Vec<i64>;

/// The ballot to mend and the share to go below.
struct Trial<'a> {
    ballot: &'a Ballot,
    under: (u32, u32),
}

impl Trial<'_> {
    /// Swings of the inactive members.
    fn held(&self, swings: &Swings) -> u128 {
        let members = self.ballot.members.iter().zip(&swings.each);
        members.filter(|(member, _)| idle(member)).map(|(_, swing)| *swing).sum()
    }

    fn under(&self, held: u128, sum: u128) -> bool {
        Wide::from(held).times(self.under.1) < Wide::from(sum).times(self.under.0)
    }

    /// The votes, the rule and the quota after a change; `None` where they are no sound rule.
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

    /// Swings of the inactive members and of all after a change, and what it takes to count them.
    fn weigh(&self, delta: &Delta) -> Option<((u128, u128), u64)> {
        let (votes, rule, quota) = self.after(delta)?;
        let total: u64 = votes.iter().sum();
        let work = (total - quota + 1).saturating_mul(votes.len() as u64 + 4);
        let swings = swings(&rule.game(&votes, self.ballot.casting).ok()?);
        Some(((self.held(&swings), swings.sum), work))
    }

    fn change(&self, delta: &Delta, at_least: Option<u64>) -> Option<Change> {
        let (votes, _, quota) = self.after(delta)?;
        let ((held, sum), _) = self.weigh(delta)?;
        let quota_moved = delta.last().copied().unwrap_or_default();
        let distance = distance(delta);
        // Step by step may happen on the smallest distance, too.
        let at_least = at_least.unwrap_or(distance).min(distance);
        Some(Change { votes, quota, quota_moved, distance, at_least, share: Ratio::of(held, sum)? })
    }
}

fn distance(delta: &Delta) -> u64 {
    delta.iter().map(|delta| delta.unsigned_abs()).sum()
}

/// Whether a share (swings of some, swings of all) is lower than another.
fn compare((held, sum): (u128, u128), (other_held, other_sum): (u128, u128)) -> std::cmp::Ordering {
    Wide::from(held).times_count(other_sum).cmp(&Wide::from(other_held).times_count(sum))
}
