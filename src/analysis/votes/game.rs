//! A weighted vote reduced to its figures: weights and the quota a coalition must reach.

use super::wide::gcd;

/// Most members of a vote: 120. Beyond, counts of coalitions could exceed 128 bits once multiplied by the members.
pub const MAX_MEMBERS: usize = 120;
/// Most members × votes, once votes are divided by what they share: 4 million, about 64 MB and under a second. That
/// is 40,000 votes for 100 members, 400,000 for 10.
pub const MAX_CELLS: u64 = 4_000_000;

/// Why a vote cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody holds a vote.
    NoVotes,
    /// A quota of 0: every proposal would pass without anybody.
    NoQuota,
    /// All together do not reach the quota: no decision is possible.
    OutOfReach {
        /// Votes needed.
        quota: u64,
        /// Votes of all.
        total: u64,
    },
    /// More members than [`MAX_MEMBERS`].
    TooManyMembers(usize),
    /// Members × votes exceed [`MAX_CELLS`].
    TooManyVotes {
        /// Members.
        members: usize,
        /// Votes of all.
        total: u64,
    },
}

/// A weighted voting game: a coalition wins when the weights of its members reach the quota.
///
/// Always decidable: everybody together wins, nobody at all loses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Game {
    weights: Vec<u64>,
    quota: u64,
    total: u64,
}

impl Game {
    /// The game of `weights` (votes, in the order of the members) with a `quota` (votes). Weights that share a factor
    /// are divided by it, which changes no coalition.
    pub fn new(weights: &[u64], quota: u64) -> Result<Self, Refusal> {
        let members = weights.len();
        if members > MAX_MEMBERS {
            return Err(Refusal::TooManyMembers(members));
        }
        let sum = weights.iter().try_fold(0_u64, |sum, weight| sum.checked_add(*weight));
        let Some(total) = sum else { return Err(Refusal::TooManyVotes { members, total: u64::MAX }) };
        if total == 0 {
            return Err(Refusal::NoVotes);
        }
        if quota == 0 {
            return Err(Refusal::NoQuota);
        }
        if quota > total {
            return Err(Refusal::OutOfReach { quota, total });
        }
        let shared = weights.iter().fold(0, |shared, weight| gcd(shared, u128::from(*weight))).max(1) as u64;
        let reduced = total / shared;
        if reduced.checked_mul(members as u64).is_none_or(|cells| cells > MAX_CELLS) {
            return Err(Refusal::TooManyVotes { members, total });
        }
        let weights = weights.iter().map(|weight| weight / shared).collect();
        Ok(Self { weights, quota: quota.div_ceil(shared), total: reduced })
    }

    /// The game where the member at `casting` settles a tie: every weight counts double, its own one more, and the
    /// quota is one more than the single votes of all. Where the votes are odd no tie can occur, and the game is the
    /// plain majority.
    pub fn with_casting_vote(weights: &[u64], casting: usize) -> Result<Self, Refusal> {
        let total = weights.iter().try_fold(0_u64, |sum, weight| sum.checked_add(*weight));
        let members = weights.len();
        let Some(total) = total.filter(|total| *total < u64::MAX / 4) else {
            return Err(Refusal::TooManyVotes { members, total: u64::MAX });
        };
        if total % 2 == 1 {
            return Self::new(weights, total / 2 + 1);
        }
        let more = |place| u64::from(place == casting && total > 0);
        let doubled: Vec<u64> =
            weights.iter().enumerate().map(|(place, weight)| weight * 2 + more(place)).collect();
        Self::new(&doubled, total + 1)
    }

    /// Weights, in the order of the members.
    pub fn weights(&self) -> &[u64] {
        &self.weights
    }

    /// The weight a winning coalition reaches.
    pub const fn quota(&self) -> u64 {
        self.quota
    }

    /// The weight of all members.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// How many coalitions there are, the empty one included: 2ⁿ.
    pub fn coalitions(&self) -> u128 {
        1 << self.weights.len()
    }

    /// Whether the others together fail without this member.
    pub fn is_veto(&self, member: usize) -> bool {
        self.weights.get(member).is_some_and(|weight| self.total - weight < self.quota)
    }

    /// Whether this member wins alone and nobody wins without it.
    pub fn is_dictator(&self, member: usize) -> bool {
        self.is_veto(member) && self.weights.get(member).is_some_and(|weight| *weight >= self.quota)
    }

    /// The weight below which coalitions are counted: the quota, or that of the dual game (a coalition wins there when
    /// the others do not win here) where it is lower. Both have the same swings (Dubey & Shapley, 1979).
    pub(super) fn counted(&self) -> usize {
        self.quota.min(self.total - self.quota + 1) as usize
    }
}
