//! Every change, distance after distance. Members alike (same votes, same state) are interchangeable and tried once.

use super::{Delta, Trial, idle};

/// A walk through every change of a distance, then of the next, which can be left and taken up again.
#[derive(Clone, Debug)]
pub(super) struct Walk {
    /// Members, those alike next to one another, each with whether it is like the one before.
    order: Vec<(usize, bool)>,
    /// Votes of the members, in that order.
    votes: Vec<u64>,
    delta: Delta,
    /// What is chosen for each figure so far, in that order; the quota comes last.
    path: Vec<Figure>,
    /// The distance tried, and how many figures change.
    round: (u64, usize),
    /// The best change of this round with its swings: those of inactive members, those of all.
    best: Option<(Delta, (u128, u128))>,
}

/// A figure being tried.
#[derive(Clone, Copy, Debug)]
struct Figure {
    /// Distance and changed figures left for this one and those after it.
    left: (u64, usize),
    /// The difference tried now; `None` before the first.
    tried: Option<i64>,
}

/// Where a walk stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stand {
    /// It goes on: steps left over are none.
    Going,
    /// The smallest change.
    Found(Delta),
}

impl Walk {
    pub(super) fn of(trial: &Trial) -> Self {
        let ballot = &trial.ballot;
        let like = |place: &usize| {
            let member = ballot.members.get(*place);
            let casts = ballot.casting == Some(*place);
            (member.map_or(0, |member| member.votes), member.is_some_and(idle), casts)
        };
        let mut places: Vec<usize> = (0..ballot.members.len()).collect();
        places.sort_by_key(like);
        let mut order = Vec::with_capacity(places.len());
        let mut before = None;
        for place in &places {
            order.push((*place, before.as_ref() == Some(&like(place))));
            before = Some(like(place));
        }
        let votes = places.iter().filter_map(|place| ballot.members.get(*place)).map(|member| member.votes);
        let mut walk = Self {
            votes: votes.collect(),
            delta: vec![0; order.len() + 1],
            order,
            path: Vec::new(),
            round: (1, 1),
            best: None,
        };
        walk.begin();
        walk
    }

    /// The distance tried now: everything below it was.
    pub(super) const fn distance(&self) -> u64 {
        self.round.0
    }

    fn begin(&mut self) {
        self.path.clear();
        self.path.push(Figure { left: self.round, tried: None });
    }

    /// Goes on for about so many steps of computation.
    pub(super) fn advance(&mut self, trial: &mut Trial, steps: &mut u64) -> Stand {
        while *steps > 0 {
            *steps = steps.saturating_sub(1);
            let Some(at) = self.path.len().checked_sub(1) else {
                if let Some((delta, _)) = self.best.take() {
                    return Stand::Found(delta);
                }
                let (distance, changed) = self.round;
                let figures = self.delta.len().min(distance as usize);
                self.round = if changed < figures { (distance, changed + 1) } else { (distance + 1, 1) };
                self.begin();
                continue;
            };
            let Some(figure) = self.path.get(at).copied() else { continue };
            let Some(next) = self.next(at, figure) else {
                self.set(at, 0);
                self.path.pop();
                continue;
            };
            self.set(at, next);
            if let Some(held) = self.path.get_mut(at) {
                held.tried = Some(next);
            }
            let (distance, changed) = figure.left;
            let left = (distance - next.unsigned_abs(), changed - usize::from(next != 0));
            if left.1 == 0 || at + 1 == self.delta.len() {
                *steps = steps.saturating_sub(self.weigh(trial));
            } else {
                self.path.push(Figure { left, tried: None });
            }
        }
        Stand::Going
    }

    /// The next difference to try for a figure: 0, −1, 1, −2, 2, …, as far as what is left allows: all of it where this
    /// is the last figure that changes, else one at least for each after it.
    fn next(&self, at: usize, figure: Figure) -> Option<i64> {
        let (distance, changed) = figure.left;
        let after = self.delta.len() - at - 1;
        let (least, most) = match changed {
            0 => return None,
            1 => (distance, distance),
            _ => (1, distance + 1 - changed as u64),
        };
        let lowest = self.lowest(at);
        let may_stay = changed <= after && lowest <= 0;
        let changes = changed <= after + 1 && distance >= changed as u64;
        let mut tried = figure.tried;
        loop {
            let next = match tried {
                None => 0,
                Some(0) => -(least as i64),
                Some(before) if before < 0 => -before,
                Some(before) => -(before + 1),
            };
            if next != 0 && (!changes || next.unsigned_abs() > most) {
                return None;
            }
            if if next == 0 { may_stay } else { next >= lowest } {
                return Some(next);
            }
            tried = Some(next);
        }
    }

    /// The lowest difference of a figure: votes go down to 0, and members alike take theirs in ascending order.
    fn lowest(&self, at: usize) -> i64 {
        let Some((_, like)) = self.order.get(at) else { return i64::MIN };
        let none_left = self.votes.get(at).map_or(0, |votes| -(*votes as i64));
        let before = at.checked_sub(1).and_then(|at| self.path.get(at)).and_then(|figure| figure.tried);
        before.filter(|_| *like).map_or(none_left, |before| before.max(none_left))
    }

    /// Notes the difference of a figure under the place of its member, the quota last.
    fn set(&mut self, at: usize, delta: i64) {
        let place = self.order.get(at).map_or(self.order.len(), |(place, _)| *place);
        if let Some(held) = self.delta.get_mut(place) {
            *held = delta;
        }
    }

    /// Weighs the change as it stands, and keeps it where it is the best of this round; the steps it took.
    fn weigh(&mut self, trial: &mut Trial) -> u64 {
        // Members after the last one that changes stay; alike ones may not, when the one before rose.
        let rest = self.path.len()..self.order.len();
        let rose = |at: usize| {
            let like = self.order.get(at).is_some_and(|(_, like)| *like);
            let before = at.checked_sub(1).and_then(|at| self.path.get(at)).and_then(|figure| figure.tried);
            like && before.is_some_and(|before| before > 0)
        };
        if rest.start < rest.end && rose(rest.start) {
            return 1;
        }
        let Some((shares, work)) = trial.weigh(&self.delta) else { return 1 };
        let better = self.best.as_ref().is_none_or(|(delta, best)| {
            super::compare(shares, *best).then_with(|| self.delta.cmp(delta)).is_lt()
        });
        if better && trial.under(shares.0, shares.1) {
            self.best = Some((self.delta.clone(), shares));
        }
        work
    }
}
