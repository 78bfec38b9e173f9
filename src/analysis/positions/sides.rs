//! Which side of an objective weighs more, positions being weighed by power.

use super::power::{EQUAL, NONE};
use super::{Defined, Inputs, Undefined};

/// How an objective stands once each position is weighed by the power of its actor. A difference under one part in a
/// thousand million of all that weighs counts as even.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// More weighs for it than against it.
    Favour,
    /// More weighs against it than for it.
    Against,
    /// As much weighs on both sides, or nothing on either.
    Even,
}

/// The side of each objective, under powers before they are scaled.
pub(super) fn sides(inputs: &Inputs, raw: &[f64]) -> Vec<Defined<Side>> {
    (0..inputs.objectives()).map(|objective| Scales::of(inputs, raw, objective, None).side).collect()
}

/// The least and the most that powers were multiplied by; from 0 to infinity where one appears or goes.
pub(super) fn change(before: &[f64], after: &[f64]) -> (f64, f64) {
    before.iter().zip(after).fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), (before, after)| {
        if *before > 0.0 && *after > 0.0 {
            let ratio = after / before;
            (least.min(ratio), most.max(ratio))
        } else if before.total_cmp(after).is_eq() {
            (least, most)
        } else {
            (0.0, f64::INFINITY)
        }
    })
}

/// What positions weigh under powers before they are scaled: net, in absolute terms, and whether every power is
/// defined. Without a branch on the sign, which no processor can guess.
fn weigh(positions: &[(usize, i32)], raw: &[f64]) -> (f64, f64, bool) {
    let (mut net, mut gross, mut defined) = (0.0, 0.0, true);
    for (actor, value) in positions {
        let power = raw.get(*actor).copied().unwrap_or(NONE);
        let weight = power * f64::from(*value);
        defined &= power >= 0.0;
        net += weight;
        gross += weight.abs();
    }
    (net, gross, defined)
}

/// What weighs on an objective.
pub(super) struct Scales {
    pub(super) side: Defined<Side>,
    /// Twice what weighs on the heavier side.
    heavier: f64,
    /// Twice what weighs on the other.
    lighter: f64,
}

impl Scales {
    /// Under powers before they are scaled; with the position of one actor replaced by another value, where asked.
    pub(super) fn of(inputs: &Inputs, raw: &[f64], objective: usize, replaced: Option<(usize, i32)>) -> Self {
        let positions = inputs.on_objective(objective);
        let (mut net, mut gross, mut defined) = (0.0, 0.0, true);
        let mut add = |positions: &[(usize, i32)]| {
            let found = weigh(positions, raw);
            net += found.0;
            gross += found.1;
            defined &= found.2;
        };
        match replaced {
            None => add(positions),
            // Added up again rather than corrected: what is taken away from a sum leaves its rounding behind.
            Some((actor, value)) => {
                let (before, rest) =
                    positions.split_at(positions.partition_point(|(other, _)| *other < actor));
                let own = usize::from(rest.first().is_some_and(|(other, _)| *other == actor));
                add(before);
                add(rest.get(own..).unwrap_or_default());
                if value != 0 {
                    add(&[(actor, value)]);
                }
            }
        }
        let side = if !defined {
            Err(Undefined::Unpowered)
        } else if net.abs() <= EQUAL * gross {
            Ok(Side::Even)
        } else if net > 0.0 {
            Ok(Side::Favour)
        } else {
            Ok(Side::Against)
        };
        Self { side, heavier: gross + net.abs(), lighter: gross - net.abs() }
    }

    /// Whether the side stays the same whatever powers do within a change: most objectives need not be weighed again.
    /// The margin is far above [`EQUAL`] and any rounding.
    pub(super) fn outlast(&self, (least, most): (f64, f64)) -> bool {
        self.side.is_err() || least * self.heavier * 0.999_999 > most * self.lighter
    }
}
