//! Convergence and divergence between actors, pair by pair, and what follows from them.

use super::inputs::at;
use super::{Defined, Inputs, Undefined};

/// What the positions of two actors are weighed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weighing {
    /// Their sign alone: each objective counts for one.
    Simple,
    /// Their value, −4…+4.
    Valued,
    /// Their value times the power of the actor (3MAO).
    Weighted,
}

impl Weighing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Simple, Self::Valued, Self::Weighted];
}

/// What two actors have in common, from the side of the first. Zero everywhere where no objective matters to both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shared {
    /// Objectives on which they hold the same sign.
    same: i32,
    /// Objectives on which they hold opposite signs.
    opposite: i32,
    /// Sum of |M| of each of the two on the former.
    together: (i32, i32),
    /// Sum of |M| of each of the two on the latter.
    apart: (i32, i32),
}

impl Shared {
    fn of(ours: &[(usize, i32)], theirs: &[(usize, i32)]) -> Self {
        let mut shared = Self::default();
        for (objective, our) in ours {
            let their = at(theirs, *objective);
            let (count, sums) = match (our * their).signum() {
                1 => (&mut shared.same, &mut shared.together),
                -1 => (&mut shared.opposite, &mut shared.apart),
                _ => continue,
            };
            *count += 1;
            sums.0 += our.abs();
            sums.1 += their.abs();
        }
        shared
    }

    /// Twice the valued convergence and twice the valued divergence.
    fn valued(self) -> (i32, i32) {
        (self.together.0 + self.together.1, self.apart.0 + self.apart.1)
    }

    fn is_empty(self) -> bool {
        self.same + self.opposite == 0
    }
}

/// Every pair of actors, and the power of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    actors: usize,
    /// The pairs `one < other`, one after the other in rows.
    shared: Vec<Shared>,
}

impl Pairs {
    pub(super) fn of(inputs: &Inputs) -> Self {
        let actors = inputs.actors();
        let mut shared = Vec::with_capacity(actors * actors.saturating_sub(1) / 2);
        for one in 0..actors {
            let ours = inputs.of_actor(one);
            shared.extend((one + 1..actors).map(|other| Shared::of(ours, inputs.of_actor(other))));
        }
        Self { actors, shared }
    }

    /// What `one < other` have in common.
    fn get(&self, one: usize, other: usize) -> Shared {
        // Row `one` starts after the rows of lengths n−1, n−2, … of the actors before it.
        let start = one * (2 * self.actors - one - 1) / 2;
        self.shared.get(start + other - one - 1).copied().unwrap_or_default()
    }

    /// Twice the valued convergence and divergence of two actors.
    pub(super) fn valued(&self, one: usize, other: usize) -> (i32, i32) {
        if one == other { (0, 0) } else { self.get(one.min(other), one.max(other)).valued() }
    }

    /// Twice the convergence and the divergence of two actors; both 0 for an actor and itself.
    fn twice(
        &self,
        weighing: Weighing,
        power: &[Defined<f64>],
        one: usize,
        other: usize,
    ) -> Defined<(f64, f64)> {
        if one == other {
            return Ok((0.0, 0.0));
        }
        let (one, other) = (one.min(other), one.max(other));
        let shared = self.get(one, other);
        match weighing {
            Weighing::Simple => Ok((f64::from(2 * shared.same), f64::from(2 * shared.opposite))),
            Weighing::Valued => {
                let (together, apart) = shared.valued();
                Ok((f64::from(together), f64::from(apart)))
            }
            Weighing::Weighted => {
                let (ours, theirs) = (held(power, one)?, held(power, other)?);
                // A power of 0 makes every 3MAO of the actor 0, and the pair shares nothing.
                if ours * theirs <= 0.0 {
                    return Ok((0.0, 0.0));
                }
                let sum = |(our, their): (i32, i32)| ours * f64::from(our) + theirs * f64::from(their);
                Ok((sum(shared.together), sum(shared.apart)))
            }
        }
    }

    /// Convergence and divergence of two actors.
    pub(super) fn agreement(
        &self,
        weighing: Weighing,
        power: &[Defined<f64>],
        one: usize,
        other: usize,
    ) -> Defined<(f64, f64)> {
        self.twice(weighing, power, one, other).map(|(together, apart)| (together / 2.0, apart / 2.0))
    }

    /// Degree of convergence, 0–100, and ambivalence of each actor, 0–1.
    ///
    /// A pair one of whose powers is undefined only enters these sums where it shares an objective: it would add
    /// nothing otherwise, whatever the power.
    pub(super) fn summed(&self, weighing: Weighing, power: &[Defined<f64>]) -> Summed {
        // For each actor and, last, for all: sum of C, of D, of |C − D|.
        let mut sums: Vec<Defined<(f64, f64, f64)>> = vec![Ok((0.0, 0.0, 0.0)); self.actors + 1];
        for one in 0..self.actors {
            for other in one + 1..self.actors {
                let shared = self.get(one, other);
                if shared.is_empty() {
                    continue;
                }
                let found = self.twice(weighing, power, one, other);
                for place in [one, other, self.actors] {
                    let Some(sum) = sums.get_mut(place) else { continue };
                    match (&mut *sum, found) {
                        (Ok(held), Ok((together, apart))) => {
                            held.0 += together;
                            held.1 += apart;
                            held.2 += (together - apart).abs();
                        }
                        (Ok(_), Err(_)) => *sum = Err(Undefined::Unpowered),
                        (Err(_), _) => {}
                    }
                }
            }
        }
        let nothing = if self.actors < 2 { Undefined::OneActor } else { Undefined::NothingShared };
        let all = sums.pop().unwrap_or(Err(nothing));
        let degree = all.and_then(|(together, apart, _)| {
            if together + apart > 0.0 { Ok(100.0 * together / (together + apart)) } else { Err(nothing) }
        });
        let ambivalence = sums.into_iter().enumerate().map(|(actor, sum)| {
            if weighing == Weighing::Weighted {
                held(power, actor)?;
            }
            let (together, apart, gaps) = sum?;
            // Rounding must not lead out of the scale.
            let ambivalence = || (1.0 - gaps / (together + apart)).clamp(0.0, 1.0);
            if together + apart > 0.0 { Ok(ambivalence()) } else { Err(nothing) }
        });
        Summed { degree, ambivalence: ambivalence.collect() }
    }
}

fn held(power: &[Defined<f64>], actor: usize) -> Defined<f64> {
    power.get(actor).copied().unwrap_or(Err(Undefined::NoInfluence))
}

/// What the agreements of all pairs amount to.
#[derive(Clone, Debug)]
pub struct Summed {
    /// `100 · ΣC / (ΣC + ΣD)`: 100 where nobody ever diverges.
    pub degree: Defined<f64>,
    /// `1 − Σ|C − D| / Σ(C + D)` of each actor: 0 where it agrees or disagrees with each wholly, 1 where it does both
    /// as much with each.
    pub ambivalence: Vec<Defined<f64>>,
}

/// Twice the valued convergence and divergence that one objective adds to a pair.
pub(super) fn meet(our: i32, their: i32) -> (i32, i32) {
    let sum = our.abs() + their.abs();
    match (our * their).signum() {
        1 => (sum, 0),
        -1 => (0, sum),
        _ => (0, 0),
    }
}
