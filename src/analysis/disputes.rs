//! Where people who gave values of the same thing disagree most (method §2): positions, influences and readings. It is the
//! latest value of each that counts; one agreed together closes no disagreement, and is shown beside it.

use std::cmp::Reverse;

use super::readings::{Influences, MOBILISED, Positions, UPPER_HALF, Value, current};
use crate::model::{Actor, Criterion, Date, Dossier, Id};

/// Something of which several evaluators gave different values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disputed<C> {
    /// What: places in the dossier of the two ends of a cell, or of an actor with a criterion.
    pub cell: C,
    /// Agreed value, median and spread.
    pub value: Value,
    /// From the lowest to the highest, 1–8.
    pub width: i8,
}

/// The widest first; of the same width, those that differ on what a value decides first; then in the order they come.
fn widest<C: Copy>(
    cells: impl Iterator<Item = (C, Value)>,
    decides: impl Fn(C, i8, i8) -> bool,
) -> Vec<Disputed<C>> {
    let mut disputed: Vec<Disputed<C>> = cells
        .filter_map(|(cell, value)| {
            let (low, high) = value.spread.filter(|(low, high)| low < high)?;
            Some(Disputed { cell, value, width: high - low })
        })
        .collect();
    crate::model::order::by_key(&mut disputed, |one| {
        let (low, high) = one.value.spread.unwrap_or_default();
        (Reverse(one.width), !decides(one.cell, low, high))
    });
    disputed
}

/// Positions, by actor and objective. Of the same width, those who differ on the side itself first.
pub fn positions(positions: &Positions) -> Vec<Disputed<(usize, usize)>> {
    widest(positions.cells().iter().copied(), |_, low, high| low < 0 && high > 0)
}

/// Influences, by the actor that bears and the one borne upon. Of the same width, those who differ on whether it bears
/// at all first.
pub fn influences(influences: &Influences) -> Vec<Disputed<(usize, usize)>> {
    widest(influences.cells().iter().copied(), |_, low, _| low == 0)
}

/// Readings, by actor and criterion. Of the same width, those first where the values fall on both sides of what the rules
/// ask: mobilised or not, the upper half of influence and of interest, for or against.
pub fn readings(dossier: &Dossier) -> Vec<Disputed<(usize, Criterion)>> {
    // Most actors are assessed together: nothing to settle there.
    let several = dossier
        .actors
        .iter()
        .enumerate()
        .filter(|(_, actor)| actor.readings.iter().any(|reading| !reading.by.trim().is_empty()));
    let cells = several.flat_map(|(place, actor)| {
        Criterion::ALL.iter().map(move |criterion| ((place, *criterion), current(actor, *criterion)))
    });
    widest(cells, |(_, criterion), low, high| match criterion {
        Criterion::Stance => low < 0 && high > 0,
        Criterion::Mobilisation => low < MOBILISED && high >= MOBILISED,
        Criterion::Influence | Criterion::Interest => low < UPPER_HALF && high >= UPPER_HALF,
        Criterion::Availability | Criterion::Neutrality => false,
    })
}

/// The latest value that somebody gave of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Evaluator; empty for the value agreed together.
    pub by: String,
    /// On the scale of what is valued.
    pub value: i8,
    /// Day.
    pub on: Option<Date>,
    /// Why.
    pub note: String,
}

impl Voice {
    fn of(by: &str, value: i8, on: Option<Date>, note: &str) -> Self {
        Self { by: by.trim().to_owned(), value, on, note: note.to_owned() }
    }
}

/// The latest of each, in the order they first spoke; the last of those of the same day.
fn latest_of_each(said: impl Iterator<Item = Voice>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for voice in said {
        match voices.iter_mut().find(|held| held.by == voice.by) {
            Some(held) if held.on <= voice.on => *held = voice,
            Some(_) => {}
            None => voices.push(voice),
        }
    }
    voices
}

/// Who said what of a position: the latest value of each, in the order they first spoke in the file.
pub fn on_position(dossier: &Dossier, actor: &Id, objective: &Id) -> Vec<Voice> {
    let said = dossier.positions.iter().filter(|one| one.actor == *actor && one.objective == *objective);
    latest_of_each(said.map(|one| Voice::of(&one.by, one.value.get(), one.on, &one.note)))
}

/// Who said what of the influence of an actor on another: the latest value of each, in the order they first spoke.
pub fn on_influence(dossier: &Dossier, from: &Id, to: &Id) -> Vec<Voice> {
    let said = dossier.influences.iter().filter(|one| one.from == *from && one.to == *to);
    latest_of_each(said.map(|one| Voice::of(&one.by, one.value.get(), one.on, "")))
}

/// Who said what of an actor: the latest reading of each, in the order they first spoke.
pub fn on_reading(actor: &Actor, criterion: Criterion) -> Vec<Voice> {
    let said = actor.readings.iter().filter(|one| one.criterion == criterion);
    latest_of_each(said.map(|one| Voice::of(&one.by, one.value.get(), one.on, &one.note)))
}
