//! The two matrices that everything is computed from, and how each of their cells is named in the file.

use std::borrow::Cow;

use crate::analysis::Index;
use crate::analysis::readings::{Influences, Settled, Value, find};

/// Highest influence between two actors; a position goes from its opposite to it.
const TOP: i32 = 4;

/// A cell of one of the two matrices. Actors and objectives are given by their place in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// How far an actor can bear on another, 0–4.
    Influence {
        /// The actor that bears.
        from: usize,
        /// The actor borne upon, another one.
        to: usize,
    },
    /// What an actor gains or loses with an objective, −4…+4.
    Position {
        /// Actor.
        actor: usize,
        /// Objective.
        objective: usize,
    },
}

/// The influences (MID) and positions (M) of a dossier, one value a cell: the one used everywhere (method §2). A cell
/// nobody spoke of counts as 0, and is counted as not said.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    actors: usize,
    objectives: usize,
    /// `mid[from · actors + to]`, 0–4, diagonal 0.
    mid: Vec<i32>,
    /// The same by column: `[to · actors + from]`.
    by_target: Vec<i32>,
    /// For each actor, its positions other than 0: place of the objective, value; sorted.
    rows: Vec<Vec<(usize, i32)>>,
    /// For each objective, the positions other than 0: place of the actor, value; sorted.
    columns: Vec<Vec<(usize, i32)>>,
    /// Cells that somebody gave a value, 0 included; sorted.
    influences: Vec<Settled>,
    positions: Vec<Settled>,
}

impl Inputs {
    /// Reads the matrices of a dossier. Memory grows with the square of the number of actors.
    pub fn of(index: &Index<'_>) -> Self {
        let (actors, objectives) = (index.dossier.actors.len(), index.dossier.objectives.len());
        let mut inputs = Self {
            actors,
            objectives,
            mid: vec![0; actors * actors],
            by_target: vec![0; actors * actors],
            rows: vec![Vec::new(); actors],
            columns: vec![Vec::new(); objectives],
            influences: Influences::of(index.dossier).cells().to_vec(),
            positions: index.positions.cells().to_vec(),
        };
        for ((from, to), value) in &inputs.influences {
            let held = i32::from(value.used.unwrap_or_default());
            if let Some(cell) = inputs.mid.get_mut(from * actors + to) {
                *cell = held;
            }
            if let Some(cell) = inputs.by_target.get_mut(to * actors + from) {
                *cell = held;
            }
        }
        for ((actor, objective), value) in &inputs.positions {
            let held = i32::from(value.used.unwrap_or_default());
            if held == 0 {
                continue;
            }
            if let Some(row) = inputs.rows.get_mut(*actor) {
                row.push((*objective, held));
            }
            if let Some(column) = inputs.columns.get_mut(*objective) {
                column.push((*actor, held));
            }
        }
        inputs
    }

    /// How many actors.
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// How many objectives.
    pub fn objectives(&self) -> usize {
        self.objectives
    }

    /// The influences an actor exerts, one a target, 0–4.
    pub fn exerted(&self, actor: usize) -> &[i32] {
        self.mid.get(actor * self.actors..(actor + 1) * self.actors).unwrap_or_default()
    }

    /// The influences an actor is under, one a source, 0–4.
    pub fn undergone(&self, actor: usize) -> &[i32] {
        self.by_target.get(actor * self.actors..(actor + 1) * self.actors).unwrap_or_default()
    }

    /// The positions of an actor other than 0: place of the objective, −4…+4.
    pub fn of_actor(&self, actor: usize) -> &[(usize, i32)] {
        self.rows.get(actor).map_or(&[], Vec::as_slice)
    }

    /// The positions on an objective other than 0: place of the actor, −4…+4.
    pub fn on_objective(&self, objective: usize) -> &[(usize, i32)] {
        self.columns.get(objective).map_or(&[], Vec::as_slice)
    }

    /// The value used for a cell; 0 where nobody said any.
    pub fn value(&self, cell: Cell) -> i32 {
        match cell {
            Cell::Influence { from, to } => self.exerted(from).get(to).copied().unwrap_or_default(),
            Cell::Position { actor, objective } => at(self.of_actor(actor), objective),
        }
    }

    /// The value of a cell, and its moves by one that stay within its scale: −1, +1 or both.
    pub(super) fn moves(&self, cell: Cell) -> (i32, impl Iterator<Item = i32> + use<>) {
        let value = self.value(cell);
        let low = if matches!(cell, Cell::Influence { .. }) { 0 } else { -TOP };
        (value, [-1, 1].into_iter().filter(move |by| (low..=TOP).contains(&(value + by))))
    }

    /// The JSON Pointer in the dossier of the entry that gives the value of a cell (see [`Value::place`]). A cell nobody spoke of has no entry: its pointer
    /// ends in `-`, which designates the element to add at the end of the list (RFC 6901, §4).
    pub fn pointer(&self, cell: Cell) -> Cow<'static, str> {
        let place = self.said(cell).and_then(|value| value.place);
        match (cell, place) {
            (Cell::Influence { .. }, Some(place)) => Cow::Owned(format!("/influences/{place}")),
            (Cell::Influence { .. }, None) => Cow::Borrowed("/influences/-"),
            (Cell::Position { .. }, Some(place)) => Cow::Owned(format!("/positions/{place}")),
            (Cell::Position { .. }, None) => Cow::Borrowed("/positions/-"),
        }
    }

    /// What was said of a cell: agreed value, median, spread; `None` where nobody gave it a value, 0 included.
    pub fn said(&self, cell: Cell) -> Option<Value> {
        match cell {
            Cell::Influence { from, to } => find(&self.influences, (from, to)),
            Cell::Position { actor, objective } => find(&self.positions, (actor, objective)),
        }
    }

    /// How many pairs of actors nobody gave an influence to.
    pub fn influences_not_said(&self) -> usize {
        (self.actors * self.actors.saturating_sub(1)).saturating_sub(self.influences.len())
    }

    /// How many positions nobody gave.
    pub fn positions_not_said(&self) -> usize {
        (self.actors * self.objectives).saturating_sub(self.positions.len())
    }
}

/// The value at a place of a sorted list; 0 where it holds none.
pub(super) fn at(list: &[(usize, i32)], place: usize) -> i32 {
    let found = list.binary_search_by_key(&place, |(held, _)| *held).ok().and_then(|found| list.get(found));
    found.map_or(0, |(_, value)| *value)
}
