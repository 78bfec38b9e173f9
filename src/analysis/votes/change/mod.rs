//! The smallest change of votes or quota that brings the power of inactive members under a threshold.
//!
//! A change gives each member a number of votes, 0 or more, and may move the quota away from what the rule gives. Its
//! distance is the sum of the votes added and removed, plus the distance between the new quota and what the rule gives
//! for the new total (a simple majority follows the total for free). What it leads to must be a sound rule: a quota
//! above half of the votes and within their total.
//!
//! Power is not monotonous (giving an active member one more vote can weaken it), so nothing is ruled out by its
//! direction. First a change that works is found step by step (`steps`). Then distances are tried in full, one after
//! the other (`full`): the first one that works is the smallest, and where every distance below that of the change
//! already found was tried in vain, that one is. Where this takes too long, the change found is given with the distance
//! below which there is surely none.

mod full;
mod steps;
mod weigh;

use super::ballot::{Ballot, Member, Quota};
use super::indices::swings;
use super::wide::{Ratio, Wide};

/// How far to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The share of power to go below, strictly, as a numerator and a denominator other than 0.
    pub under: (u32, u32),
    /// Steps of computation for trying everything, after a quarter of these, and [`FIRST`] at most, for a first change;
    /// about a nanosecond each.
    pub work: u64,
}

/// Most steps to a first change: a few milliseconds.
pub const FIRST: u64 = 4_000_000;

impl Default for Limits {
    /// Under a third of the power, within 8 million steps: `analyze` searches every body, and must not keep anybody
    /// waiting.
    fn default() -> Self {
        Self { under: (1, 3), work: 8_000_000 }
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
    /// No change of a smaller distance than this one works. The change is a smallest one where this is its distance.
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

/// The smallest change, all at once: see [`Hunt`].
pub fn smallest_change(ballot: &Ballot, limits: Limits) -> Search {
    let mut hunt = Hunt::new(ballot, limits);
    while !hunt.advance(u64::MAX) {}
    hunt.so_far()
}

/// A search for the smallest change that can be left and taken up again, so that nobody waits for it. What it finds
/// depends on its limits alone, not on how it is cut.
///
/// Among the changes of the smallest distance: the fewest figures changed, then the lowest share, then the first when
/// the differences (votes in the order of the members, then quota) are compared one after the other. Where the work
/// runs out among those, one of them.
#[derive(Clone, Debug)]
pub struct Hunt {
    trial: Trial,
    /// Steps left.
    work: u64,
    stage: Stage,
    /// The change found first.
    first: Option<Change>,
}

#[derive(Clone, Debug)]
enum Stage {
    /// Nothing was tried.
    Begun,
    /// Every change is tried, distance after distance.
    Trying(full::Walk),
    /// Done.
    Over(Search),
}

impl Hunt {
    /// A search that has not begun.
    pub fn new(ballot: &Ballot, limits: Limits) -> Self {
        let idle = ballot.members.iter().map(idle).collect();
        let trial =
            Trial { ballot: ballot.clone(), under: limits.under, idle, scales: weigh::Scales::default() };
        Self { trial, work: limits.work, stage: Stage::Begun, first: None }
    }

    /// Goes on for about so many steps (the first time, for those to a first change); true once it is over.
    pub fn advance(&mut self, steps: u64) -> bool {
        match &mut self.stage {
            Stage::Begun => self.begin(),
            Stage::Trying(walk) => {
                let allowed = steps.min(self.work);
                let mut left = allowed;
                let stand = walk.advance(&mut self.trial, &mut left);
                self.work -= allowed - left;
                let distance = walk.distance();
                if let full::Stand::Found(delta) = stand {
                    self.over(self.trial.clone().change(&delta, None));
                } else if self.work == 0 {
                    let at_least = |first: Change| Change { at_least: distance.min(first.distance), ..first };
                    self.over(self.first.clone().map(at_least));
                }
            }
            Stage::Over(_) => {}
        }
        matches!(self.stage, Stage::Over(_))
    }

    fn begin(&mut self) {
        let trial = &mut self.trial;
        let now = swings(&trial.ballot.game);
        let held = now.each.iter().zip(&trial.idle).filter(|(_, idle)| **idle).map(|(swing, _)| *swing).sum();
        self.stage = if trial.under(held, now.sum) {
            Stage::Over(Search::Already)
        } else if trial.idle.iter().all(|idle| *idle) || trial.under.0 == 0 {
            Stage::Over(Search::Never)
        } else {
            let delta = steps::small(trial, (self.work / 4).min(FIRST));
            self.first = trial.change(&delta, Some(1));
            Stage::Trying(full::Walk::of(trial))
        };
    }

    fn over(&mut self, change: Option<Change>) {
        self.stage = Stage::Over(change.map_or(Search::Never, Search::Found));
    }

    /// What is known so far: before it is over, the change found first, with the distance below which there is none.
    pub fn so_far(&self) -> Search {
        match (&self.stage, &self.first) {
            (Stage::Over(search), _) => search.clone(),
            (Stage::Trying(walk), Some(first)) => {
                Search::Found(Change { at_least: walk.distance().min(first.distance), ..first.clone() })
            }
            _ => Search::Never,
        }
    }
}

fn idle(member: &Member) -> bool {
    member.inactive == Some(true)
}

/// Differences: one for each member, then that of the quota.
type Delta = Vec<i64>;

/// The ballot to mend and the share to go below.
#[derive(Clone, Debug)]
struct Trial {
    ballot: Ballot,
    under: (u32, u32),
    /// Inactive members, in the order of the ballot.
    idle: Vec<bool>,
    scales: weigh::Scales,
}

impl Trial {
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
    fn weigh(&mut self, delta: &Delta) -> Option<((u128, u128), u64)> {
        let (votes, rule, _) = self.after(delta)?;
        self.scales.weigh(&votes, rule, self.ballot.casting, &self.idle)
    }

    fn change(&mut self, delta: &Delta, at_least: Option<u64>) -> Option<Change> {
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
