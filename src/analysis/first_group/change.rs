//! What a group holds, and what changing it by hand loses or gains.

use super::Reach;
use crate::model::Id;

/// What a group holds. Pairs are places in [`Coverage::pairs`](crate::analysis::coverage::Coverage::pairs); those that
/// nobody in the dossier covers are left out: no group can do better.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// The pairs that somebody could cover.
    pub coverable: usize,
    /// Those that nobody of the group covers.
    pub uncovered: Vec<usize>,
    /// Those that a single actor of the group covers.
    pub fragile: Vec<usize>,
}

/// What changes from a group to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Pairs that nobody covers any more.
    pub lost: Vec<usize>,
    /// Pairs covered from now on.
    pub gained: Vec<usize>,
    /// Pairs covered by a single actor from now on, and by several before.
    pub weakened: Vec<usize>,
    /// Pairs covered by several from now on, and by a single one before.
    pub firmed: Vec<usize>,
}

impl Reach<'_> {
    /// What a group holds. Ids that are gone count for nothing.
    pub fn holding(&self, group: &[Id]) -> Holding {
        let mut holding = Holding::default();
        for (pair, (times, able)) in self.times(&self.places(group)).into_iter().zip(self.able()).enumerate()
        {
            if able.is_empty() {
                continue;
            }
            holding.coverable += 1;
            match times {
                0 => holding.uncovered.push(pair),
                1 => holding.fragile.push(pair),
                _ => {}
            }
        }
        holding
    }

    /// What changes from a group to another.
    pub fn change(&self, before: &[Id], after: &[Id]) -> Change {
        let mut change = Change::default();
        let times = self.times(&self.places(before)).into_iter().zip(self.times(&self.places(after)));
        for (pair, times) in times.enumerate() {
            match times {
                (0, 0) => {}
                (_, 0) => change.lost.push(pair),
                (0, _) => change.gained.push(pair),
                (1, 1) => {}
                (_, 1) => change.weakened.push(pair),
                (1, _) => change.firmed.push(pair),
                _ => {}
            }
        }
        change
    }
}
