//! How far the conclusions can be trusted: every single cell of the two matrices is moved by −1 and by +1 within its
//! scale, and each conclusion is drawn again.
//!
//! A move of an influence changes a row and a column of MIDI, which is followed step by step rather than computed
//! anew; a move of a position changes no power. Cells nobody spoke of move like the others, from 0: they count as 0 in
//! the matrices, of which any one cell moves. Whoever shows the moves can tell them apart ([`Inputs::said`](super::Inputs::said)).

use super::power::{Ranking, Weights};
use super::sides::{Scales, Side, change, sides};
use super::{Alliances, Cell, Defined, Plane, Undefined};

/// Most actors whose order by power is exact in doubles (see `Weights::raw`).
const MOST_ACTORS: usize = 160;
/// Most steps worth taking: moves of an influence × (actors + positions). 60 actors and 20 objectives take 9 million.
const MOST_STEPS: usize = 250_000_000;

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
        let mut search = Search::of(alliances)?;
        while search.step(alliances) {}
        Ok(search.found())
    }

    fn note_ranks(
        &mut self,
        ranks: &[Option<usize>],
        moved: &Weights,
        ranking: &Ranking,
        cell: Cell,
        by: i32,
    ) {
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
    }

    fn note_planes(&mut self, planes: &[Defined<Plane>], moved: &Weights, cell: Cell, by: i32) {
        for (actor, (sway, before)) in self.actors.iter_mut().zip(planes).enumerate() {
            let after = moved.plane(actor);
            if before.is_ok() && after != *before {
                sway.plane.flip(cell, by, after.map_or_else(To::Undefined, To::Plane));
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

/// The moves, a part at a time, where nobody is to wait for all of them.
pub struct Search {
    found: Robustness,
    /// Powers before they are scaled, as they are now.
    before: Vec<f64>,
    scales: Vec<Scales>,
    ranks: Vec<Option<usize>>,
    leaders: Top,
    first: Top,
    /// The actor whose influences move next; past the last, positions do.
    next: usize,
    // Room that every move writes over.
    moved: Weights,
    raw: Vec<f64>,
    ranking: Ranking,
}

impl Search {
    /// Nothing moved yet; [`Undefined::TooMany`] where there are too many actors or positions to go through.
    pub fn of(alliances: &Alliances) -> Defined<Self> {
        let Alliances { inputs, weights, ranking, .. } = alliances;
        let actors = inputs.actors();
        let moves = 2 * actors * actors.saturating_sub(1);
        let positions: usize = (0..actors).map(|actor| inputs.of_actor(actor).len()).sum();
        if actors > MOST_ACTORS || moves.saturating_mul(actors + positions) > MOST_STEPS {
            return Err(Undefined::TooMany);
        }
        let ranks = alliances.ranks();
        let sway = |rank: &Option<usize>| Sway { rank: rank.zip(*rank), ..Sway::default() };
        let found = Robustness {
            sides: vec![Trust::default(); inputs.objectives()],
            actors: ranks.iter().map(sway).collect(),
            ..Robustness::default()
        };
        let mut before = Vec::new();
        weights.raw(&mut before);
        let scale = |objective| Scales::of(inputs, &before, objective, None);
        Ok(Self {
            found,
            scales: (0..inputs.objectives()).map(scale).collect(),
            before,
            ranks,
            leaders: Top::of(ranking, ranking.leaders(), actors),
            first: Top::of(ranking, ranking.first(), actors),
            next: 0,
            moved: Weights::default(),
            raw: Vec::new(),
            ranking: ranking.clone(),
        })
    }

    /// Moves what one actor bears on the others, or after the last of them every position; false once nothing is left.
    /// `alliances` is what the search was made from.
    pub fn step(&mut self, alliances: &Alliances) -> bool {
        let actors = alliances.inputs.actors();
        if self.next < actors {
            self.move_influences(alliances, self.next);
        } else if self.next == actors {
            self.found.move_positions(alliances);
        }
        self.next += 1;
        self.next <= actors
    }

    /// How much is done, from 0 to 1.
    pub fn share(&self) -> f64 {
        // An actor, then all positions, which take about as long.
        self.next as f64 / (self.ranks.len() + 1) as f64
    }

    /// What becomes of each conclusion, once [`Self::step`] said that nothing is left.
    pub fn found(self) -> Robustness {
        self.found
    }

    fn move_influences(&mut self, alliances: &Alliances, from: usize) {
        let Alliances { inputs, weights, planes, .. } = alliances;
        let Self { found, before, scales, ranks, leaders, first, moved, raw, ranking, .. } = self;
        for to in (0..inputs.actors()).filter(|to| *to != from) {
            let cell = Cell::Influence { from, to };
            for by in inputs.moves(cell).1 {
                found.moves += 1;
                weights.moved(inputs, from, to, by, moved);
                moved.raw(raw);
                ranking.update(raw);
                found.note_ranks(ranks, moved, ranking, cell, by);
                found.note_planes(planes, moved, cell, by);
                let reason = moved.nobody();
                leaders.note(ranking, ranking.leaders(), &mut found.leaders, cell, by, reason);
                first.note(ranking, ranking.first(), &mut found.first, cell, by, reason);
                let change = change(before, raw);
                for (objective, (trust, held)) in found.sides.iter_mut().zip(scales.iter()).enumerate() {
                    if !held.outlast(change) {
                        let after = Scales::of(inputs, raw, objective, None).side;
                        note_side(trust, held.side, after, cell, by);
                    }
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
