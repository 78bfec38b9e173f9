//! Every change, distance after distance. Members alike (same votes, same state) are interchangeable and tried once.

use super::{Delta, Trial, idle};

/// The smallest change, or the distance from which nothing is known where the work is not enough: everything below it
/// was tried.
pub(super) fn smallest(trial: &Trial<'_>, work: u64) -> Result<Delta, u64> {
    let mut walk = Walk::of(trial, work);
    for distance in 1.. {
        let figures = (walk.order.len() + 1).min(distance as usize);
        for changed in 1..=figures {
            walk.visit(0, distance, changed);
            // Cut short, this round tells nothing: another change of it may come first.
            if walk.work == 0 {
                return Err(distance);
            }
            if let Some((delta, _)) = walk.best {
                return Ok(delta);
            }
        }
    }
    Err(u64::MAX)
}

struct Walk<'a> {
    trial: &'a Trial<'a>,
    /// Members, those alike next to one another, each with whether it is like the one before.
    order: Vec<(usize, bool)>,
    delta: Delta,
    /// The best change of this round with its swings: those of inactive members, those of all.
    best: Option<(Delta, (u128, u128))>,
    /// Steps left.
    work: u64,
}

impl<'a> Walk<'a> {
    fn of(trial: &'a Trial<'a>, work: u64) -> Self {
        let ballot = trial.ballot;
        let like = |place: &usize| {
            let member = ballot.members.get(*place);
            let casts = ballot.casting == Some(*place);
            (member.map_or(0, |member| member.votes), member.is_some_and(idle), casts)
        };
        let mut places: Vec<usize> = (0..ballot.members.len()).collect();
        places.sort_by_key(like);
        let mut order = Vec::with_capacity(places.len());
        let mut before = None;
        for place in places {
            order.push((place, before.as_ref() == Some(&like(&place))));
            before = Some(like(&place));
        }
        Self { trial, delta: vec![0; order.len() + 1], order, best: None, work }
    }

    fn spend(&mut self, steps: u64) {
        self.work = self.work.saturating_sub(steps);
    }

    /// Tries every way to spend exactly `distance` on exactly `changed` figures, from the member at `at` in the order
    /// on. Members alike take their differences in ascending order.
    fn visit(&mut self, at: usize, distance: u64, changed: usize) {
        self.spend(1);
        let left = self.order.len() - at + 1;
        let spent = changed == 0 && distance > 0;
        if self.work == 0 || changed > left || distance < changed as u64 || spent {
            return;
        }
        let Some((place, like)) = self.order.get(at).copied() else {
            let amount = distance as i64;
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
        let votes = self.trial.ballot.members.get(place).map_or(0, |member| member.votes) as i64;
        if lowest <= 0 {
            self.set(place, 0);
            self.visit(at + 1, distance, changed);
        }
        // The last figure takes all that is left, any other leaves one at least for each figure after it.
        let (least, most) = match changed {
            0 => return,
            1 => (distance, distance),
            _ => (1, distance + 1 - changed as u64),
        };
        for amount in least..=most {
            let amount_signed = amount as i64;
            for delta in [-amount_signed, amount_signed] {
                if delta >= lowest && delta >= -votes && self.work > 0 {
                    self.set(place, delta);
                    self.visit(at + 1, distance - amount, changed - 1);
                }
            }
        }
        self.set(place, 0);
    }

    fn set(&mut self, figure: usize, delta: i64) {
        if let Some(held) = self.delta.get_mut(figure) {
            *held = delta;
        }
    }

    fn weigh(&mut self) {
        let Some((shares, work)) = self.trial.weigh(&self.delta) else { return };
        self.spend(work);
        let better = self.best.as_ref().is_none_or(|(delta, best)| {
            super::compare(shares, *best).then_with(|| self.delta.cmp(delta)).is_lt()
        });
        if better && self.trial.under(shares.0, shares.1) {
            self.best = Some((self.delta.clone(), shares));
        }
    }
}
