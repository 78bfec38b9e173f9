//! Who holds the decision, who agrees with whom, and how far both can be trusted: MACTOR (M. Godet, Futures 23(6),
//! 1991) as set out in the method §5.3.
//!
//! [`Alliances`] holds the figures. [`Robustness`] moves every cell of the two matrices by one and says what each
//! conclusion becomes; it costs far more, and is only computed when it is asked for. [`conclusions`] says what there is
//! to say in words.
//!
//! Actors and objectives are designated by their place in the dossier. A figure that is undefined is `Err`, with the
//! reason. An actor that no influence reaches and that exerts none has no power; it still counts among the n of
//! `R* = n·r / Σr`, whose sum runs over those that have one. All that is weighed by the power of such an actor is
//! undefined for it; a sum over several actors is undefined where it enters with a position other than 0.

mod agreement;
pub mod conclusions;
mod inputs;
mod power;
mod robustness;
mod sides;

pub use agreement::{Summed, Weighing};
pub use inputs::{Cell, Inputs};
pub use power::Plane;
pub use robustness::{Flip, Relation, Robustness, Search, Sway, To, Trust};
pub use sides::Side;

use super::Index;
use crate::i18n::Phrase;
use crate::i18n::texts::analysis as say;
use agreement::Pairs;
use power::{Ranking, Weights};

/// Most actors that are compared with one another: the matrices hold a cell for each pair.
pub const MOST_ACTORS: usize = 1_000;

/// Why a figure is undefined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undefined {
    /// There are not two actors to compare.
    OneActor,
    /// No actor has influence on any other (S = 0).
    NoInfluence,
    /// All influence comes back to whoever exerts it (Σr = 0).
    PowersCancel,
    /// Nothing bears on this actor and it bears on nothing (I + D = 0).
    Isolated,
    /// An actor whose power is undefined enters the sum.
    Unpowered,
    /// No position is shared with any other actor.
    NothingShared,
    /// Too many actors or positions to go through.
    TooMany,
}

impl Undefined {
    /// The reason in a sentence.
    pub fn reason(self) -> Phrase {
        match self {
            Self::OneActor => say::undefined_one_actor(),
            Self::NoInfluence => say::undefined_no_influence(),
            Self::PowersCancel => say::undefined_powers_cancel(),
            Self::Isolated => say::undefined_isolated(),
            Self::Unpowered => say::undefined_unpowered(),
            Self::NothingShared => say::undefined_nothing_shared(),
            Self::TooMany => say::undefined_too_many(),
        }
    }
}

/// A figure, or why there is none.
pub type Defined<T> = Result<T, Undefined>;

/// What weighs for an objective and against it: sums of 3MAO.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Sum of the positive ones, 0 or more.
    pub favour: Defined<f64>,
    /// Sum of the negative ones, 0 or less.
    pub against: Defined<f64>,
}

/// Positions and alliances of a dossier.
#[derive(Clone, Debug)]
pub struct Alliances {
    /// What all is computed from.
    pub inputs: Inputs,
    /// R* of each actor: 1 on average.
    pub power: Vec<Defined<f64>>,
    /// Plane of each actor.
    pub planes: Vec<Defined<Plane>>,
    /// Σ|3MAO| of each actor.
    pub mobilisation: Vec<Defined<f64>>,
    /// Balance of each objective.
    pub balance: Vec<Balance>,
    /// Agreements counted in one, summed.
    pub simple: Summed,
    /// Agreements by value, summed.
    pub valued: Summed,
    /// Agreements by value and power, summed.
    pub weighted: Summed,
    midi: Vec<i32>,
    weights: Weights,
    ranking: Ranking,
    pairs: Pairs,
}

impl Alliances {
    /// Computes the figures of an index; [`Undefined::TooMany`] above [`MOST_ACTORS`].
    pub fn of(index: &Index<'_>) -> Defined<Self> {
        if index.dossier.actors.len() > MOST_ACTORS {
            return Err(Undefined::TooMany);
        }
        let inputs = Inputs::of(index);
        let midi = power::midi(&inputs);
        let weights = Weights::of(&midi, inputs.actors());
        let mut raw = Vec::new();
        weights.raw(&mut raw);
        let ranking = Ranking::of(&raw);
        let scale = inputs.actors() as f64 / ranking.total();
        let power: Vec<Defined<f64>> = raw
            .iter()
            .enumerate()
            .map(|(actor, raw)| if *raw < 0.0 { Err(weights.reason(actor)) } else { Ok(raw * scale) })
            .collect();
        let mobilisation = power.iter().enumerate().map(|(actor, power)| {
            let sum: i32 = inputs.of_actor(actor).iter().map(|(_, value)| value.abs()).sum();
            power.map(|power| power * f64::from(sum))
        });
        let balance = (0..inputs.objectives()).map(|objective| {
            let mut balance = Balance { favour: Ok(0.0), against: Ok(0.0) };
            for (actor, value) in inputs.on_objective(objective) {
                let sum = if *value > 0 { &mut balance.favour } else { &mut balance.against };
                let weight = power.get(*actor).and_then(|power| power.ok());
                *sum = match (*sum, weight) {
                    (Ok(sum), Some(power)) => Ok(sum + power * f64::from(*value)),
                    _ => Err(Undefined::Unpowered),
                };
            }
            balance
        });
        let pairs = Pairs::of(&inputs);
        Ok(Self {
            planes: (0..inputs.actors()).map(|actor| weights.plane(actor)).collect(),
            mobilisation: mobilisation.collect(),
            balance: balance.collect(),
            simple: pairs.summed(Weighing::Simple, &power),
            valued: pairs.summed(Weighing::Valued, &power),
            weighted: pairs.summed(Weighing::Weighted, &power),
            power,
            inputs,
            midi,
            weights,
            ranking,
            pairs,
        })
    }

    /// The rows of MIDI: influence of each actor on each, direct and through one other; on itself, what comes back.
    pub fn midi(&self) -> impl Iterator<Item = &[i32]> {
        self.midi.chunks_exact(self.inputs.actors().max(1))
    }

    /// I of each actor: its influence on all the others.
    pub fn influence(&self) -> &[i32] {
        &self.weights.influence
    }

    /// D of each actor: the influence of all the others on it.
    pub fn dependence(&self) -> &[i32] {
        &self.weights.dependence
    }

    /// S: the sum of influences. The limits of the planes are S divided by the number of actors.
    pub fn total(&self) -> i64 {
        self.weights.total
    }

    /// Rank of each actor by power: one more than the number of actors of strictly higher power, so that equals share
    /// the best rank they could have. `None` without a power.
    pub fn ranks(&self) -> Vec<Option<usize>> {
        let mut ranks: Vec<(usize, Option<usize>)> = self.ranking.ranks().collect();
        ranks.sort_unstable();
        ranks.into_iter().map(|(_, rank)| rank).collect()
    }

    /// Convergence and divergence of two actors; both 0 for an actor and itself. Undefined where they are weighed by a
    /// power that is.
    pub fn agreement(&self, weighing: Weighing, one: usize, other: usize) -> Defined<(f64, f64)> {
        self.pairs.agreement(weighing, &self.power, one, other)
    }

    /// Degree of convergence and ambivalences.
    pub fn summed(&self, weighing: Weighing) -> &Summed {
        match weighing {
            Weighing::Simple => &self.simple,
            Weighing::Valued => &self.valued,
            Weighing::Weighted => &self.weighted,
        }
    }

    /// 3MAO: the position of an actor on an objective times its power; its mobilisation and the balance of the objective are
    /// sums of these.
    pub fn weighed(&self, actor: usize, objective: usize) -> Defined<f64> {
        let power = self.power.get(actor).copied().unwrap_or(Err(Undefined::NoInfluence));
        power.map(|power| power * f64::from(self.inputs.value(Cell::Position { actor, objective })))
    }

    /// Why nobody has a power; `None` where somebody has one.
    pub fn powerless(&self) -> Option<Undefined> {
        (self.ranking.first() == 0).then(|| self.weights.nobody())
    }
}
