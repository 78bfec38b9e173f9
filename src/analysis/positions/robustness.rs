//! How far the conclusions can be trusted: every single cell of the two matrices is moved by −1 and by +1 within its
//! scale, and each conclusion is drawn again.
//!
//! A move of an influence changes a row and a column of MIDI, which is followed step by step rather than computed
//! anew; a move of a position changes no power. Cells nobody spoke of move like the others, from 0.

use super::power::{EQUAL, NONE, Ranking, Weights};
use super::{Alliances, Cell, Defined, Inputs, Plane, Undefined};

/// Most actors whose order by power is exact in doubles (see `Weights::raw`).
const MOST_ACTORS: usize = 160;
/// Most steps worth taking: moves of an influence × (actors + positions). 60 actors and 20 objectives take 9 million.
const MOST_STEPS: usize = 250_000_000;

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

/// How two actors, or all of them, stand towards one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Convergence outweighs divergence.
    Converge,
    /// Divergence outweighs convergence.
    Diverge,
    /// Both are equal, and above 0.
    Even,
    /// They share no objective.
    Nothing,
}

/// What a conclusion becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// Another rank by power.
    Rank(usize),
    /// Another plane.
    Plane(Plane),
    /// Another side.
    Side(Side),
    /// Another relation.
    Relation(Relation),
    /// Other actors, in the order of the dossier.
    Actors(Vec<usize>),
    /// It no longer holds, and nothing takes its place.
    Lapsed,
    /// It can no longer be drawn.
    Undefined(Undefined),
}

/// A move that changes a conclusion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The cell that moves.
    pub cell: Cell,
    /// −1 or +1.
    pub by: i32,
    /// What the conclusion becomes.
    pub to: To,
}

/// How far a conclusion can be trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// Every move that changes it: influences first, each list in the order of the matrix.
    pub flips: Vec<Flip>,
}

impl Trust {
    /// Whether no move changes it.
    pub fn holds(&self) -> bool {
        self.flips.is_empty()
    }

    pub(super) fn flip(&mut self, cell: Cell, by: i32, to: To) {
        self.flips.push(Flip { cell, by, to });
    }
}

/// What moves do to an actor.
#[derive(Clone, Debug, Default)]
pub struct Sway {
    /// Best and worst rank by power, its present one included; moves that leave it without a power do not count.
    /// `None` where it has none now.
    pub rank: Option<(usize, usize)>,
    /// The moves that change its rank.
    pub ranks: Trust,
    /// The moves that change its plane.
    pub plane: Trust,
}

/// What becomes of each conclusion when any one cell moves by one.
#[derive(Clone, Debug, Default)]
pub struct Robustness {
    /// How many moves were made.
    pub moves: usize,
    /// Each actor.
    pub actors: Vec<Sway>,
    /// Which actors hold the decision.
    pub leaders: Trust,
    /// Which actors come first by power.
    pub first: Trust,
    /// The side of each objective.
    pub sides: Vec<Trust>,
}

/// A set of actors at the top, told from another one without building it.
struct Top {
    actors: Vec<bool>,
    count: usize,
}

impl Top {
    fn of(ranking: &Ranking, count: usize, actors: usize) -> Self {
        let mut held = vec![false; actors];
        for actor in ranking.top(count) {
            if let Some(held) = held.get_mut(actor) {
                *held = true;
            }
        }
        Self { actors: held, count }
    }

    /// Notes the move where other actors are at the top; `reason` where nobody is any more.
    fn note(
        &self,
        ranking: &Ranking,
        count: usize,
        trust: &mut Trust,
        cell: Cell,
        by: i32,
        reason: Undefined,
    ) {
        if self.count == 0 || (count == self.count && ranking.is_top(count, &self.actors)) {
            return;
        }
        let to = if count == 0 { To::Undefined(reason) } else { To::Actors(ranking.top(count)) };
        trust.flip(cell, by, to);
    }
}

impl Robustness {
    /// Moves every cell; [`Undefined::TooMany`] where there are too many actors or positions to go through.
    pub fn of(alliances: &Alliances) -> Defined<Self> {
        let inputs = &alliances.inputs;
        let actors = inputs.actors();
        let moves = 2 * actors * actors.saturating_sub(1);
        let positions: usize = (0..actors).map(|actor| inputs.of_actor(actor).len()).sum();
        if actors > MOST_ACTORS || moves.saturating_mul(actors + positions) > MOST_STEPS {
            return Err(Undefined::TooMany);
        }
        let mut robustness = Self { sides: vec![Trust::default(); inputs.objectives()], ..Self::default() };
        robustness.actors = alliances
            .ranks()
            .into_iter()
            .map(|rank| Sway { rank: rank.zip(rank), ..Sway::default() })
            .collect();
        robustness.move_influences(alliances);
        robustness.move_positions(alliances);
        Ok(robustness)
    }

    fn move_influences(&mut self, alliances: &Alliances) {
        let Alliances { inputs, weights, ranking, .. } = alliances;
        let actors = inputs.actors();
        let (mut moved, mut raw) = (Weights::default(), Vec::new());
        weights.raw(&mut raw);
        let ranks = alliances.ranks();
        let before = raw.clone();
        let sides: Vec<Scales> =
            (0..inputs.objectives()).map(|objective| Scales::of(inputs, &raw, objective, None)).collect();
        let leaders = Top::of(ranking, ranking.leaders(), actors);
        let first = Top::of(ranking, ranking.first(), actors);
        let mut ranking = ranking.clone();
        for from in 0..actors {
            for to in (0..actors).filter(|to| *to != from) {
                let cell = Cell::Influence { from, to };
                for by in inputs.moves(cell).1 {
                    self.moves += 1;
                    weights.moved(inputs, from, to, by, &mut moved);
                    moved.raw(&mut raw);
                    ranking.update(&raw);
                    for (actor, rank) in ranking.ranks() {
                        let Some(sway) = self.actors.get_mut(actor) else { continue };
                        // No rank now, no conclusion to change.
                        let Some(before) = ranks.get(actor).copied().flatten() else { continue };
                        match rank {
                            Some(rank) if rank == before => {}
                            Some(rank) => {
                                sway.rank = sway.rank.map(|(best, worst)| (best.min(rank), worst.max(rank)));
                                sway.ranks.flip(cell, by, To::Rank(rank));
                            }
                            None => sway.ranks.flip(cell, by, To::Undefined(moved.reason(actor))),
                        }
                    }
                    for (actor, (sway, before)) in self.actors.iter_mut().zip(&alliances.planes).enumerate() {
                        let after = moved.plane(actor);
                        if before.is_ok() && after != *before {
                            sway.plane.flip(cell, by, after.map_or_else(To::Undefined, To::Plane));
                        }
                    }
                    let change = change(&before, &raw);
                    for (objective, (trust, held)) in self.sides.iter_mut().zip(&sides).enumerate() {
                        if !held.outlast(change) {
                            let after = Scales::of(inputs, &raw, objective, None).side;
                            note_side(trust, held.side, after, cell, by);
                        }
                    }
                    let reason = moved.nobody();
                    leaders.note(&ranking, ranking.leaders(), &mut self.leaders, cell, by, reason);
                    first.note(&ranking, ranking.first(), &mut self.first, cell, by, reason);
                }
            }
        }
    }

    fn move_positions(&mut self, alliances: &Alliances) {
        let inputs = &alliances.inputs;
        let mut raw = Vec::new();
        alliances.weights.raw(&mut raw);
        let sides = sides(inputs, &raw);
        for actor in 0..inputs.actors() {
            for (objective, (trust, before)) in self.sides.iter_mut().zip(&sides).enumerate() {
                let cell = Cell::Position { actor, objective };
                let (value, moves) = inputs.moves(cell);
                for by in moves {
                    self.moves += 1;
                    let moved = Some((actor, value + by));
                    note_side(trust, *before, Scales::of(inputs, &raw, objective, moved).side, cell, by);
                }
            }
        }
    }
}

fn note_side(trust: &mut Trust, before: Defined<Side>, after: Defined<Side>, cell: Cell, by: i32) {
    if before.is_ok() && after != before {
        trust.flip(cell, by, after.map_or_else(To::Undefined, To::Side));
    }
}

/// The side of each objective, under powers before they are scaled.
pub(super) fn sides(inputs: &Inputs, raw: &[f64]) -> Vec<Defined<Side>> {
    (0..inputs.objectives()).map(|objective| Scales::of(inputs, raw, objective, None).side).collect()
}

/// The least and the most that powers were multiplied by; from 0 to infinity where one appears or goes.
fn change(before: &[f64], after: &[f64]) -> (f64, f64) {
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
struct Scales {
    side: Defined<Side>,
    /// Twice what weighs on the heavier side.
    heavier: f64,
    /// Twice what weighs on the other.
    lighter: f64,
}

impl Scales {
    /// Under powers before they are scaled; with the position of one actor replaced by another value, where asked.
    fn of(inputs: &Inputs, raw: &[f64], objective: usize, replaced: Option<(usize, i32)>) -> Self {
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
    fn outlast(&self, (least, most): (f64, f64)) -> bool {
        self.side.is_err() || least * self.heavier * 0.999_999 > most * self.lighter
    }
}
