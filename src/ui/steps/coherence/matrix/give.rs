//! How a value is given, and where one goes next.

use crate::analysis::coherence::Grid;
use crate::analysis::disputes::on_position;
use crate::edit::Command;
use crate::i18n::Phrase;
use crate::i18n::texts::coherence as say;
use crate::model::{Bounded, Id};
use crate::ui::env::{Env, today};

/// Where the focus goes after a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum After {
    /// To the next objective of the same actor.
    #[default]
    Right,
    /// To the next actor, on the same objective: a discussion goes objective by objective.
    Down,
    /// Nowhere.
    Stay,
}

impl After {
    pub(super) const ALL: [Self; 3] = [Self::Right, Self::Down, Self::Stay];

    pub(super) fn name(self) -> Phrase {
        match self {
            Self::Right => say::after_right(),
            Self::Down => say::after_down(),
            Self::Stay => say::after_stay(),
        }
    }
}

/// The cell that follows, `None` at the end of the matrix.
pub(super) fn next(at: (usize, usize), last: (usize, usize), after: After) -> Option<(usize, usize)> {
    match after {
        After::Right if at.1 < last.1 => Some((at.0, at.1 + 1)),
        After::Right if at.0 < last.0 => Some((at.0 + 1, 0)),
        After::Down if at.0 < last.0 => Some((at.0 + 1, at.1)),
        After::Down if at.1 < last.1 => Some((0, at.1 + 1)),
        _ => None,
    }
}

/// The first cell without a value, in the order of the rows.
pub(super) fn first_gap(places: &[usize], grid: &Grid) -> Option<(usize, usize)> {
    places.iter().enumerate().find_map(|(row, place)| {
        let column = grid.rows.get(*place)?.values.iter().position(Option::is_none)?;
        Some((row, column))
    })
}

/// Gives a position in the name of an evaluator, or takes it back. Its reason stays.
pub(super) fn give(env: &Env, actor: Id, objective: Id, by: &str, value: Option<i8>) {
    let by = by.to_owned();
    env.change(move |dossier| {
        let voice = on_position(dossier, &actor, &objective).into_iter().find(|voice| voice.by == by);
        let value = value.and_then(Bounded::new);
        if value.is_none() && voice.is_none() {
            return None;
        }
        // The clock of this computer may be behind the one that gave the value before.
        let on = voice.as_ref().and_then(|voice| voice.on).map_or(today(), |day| day.max(today()));
        let note = voice.map(|voice| voice.note).unwrap_or_default();
        Some(Command::Position { actor, objective, value, on, by, note })
    });
}

/// Writes why; the letters undo together.
pub(super) fn note(env: &Env, actor: Id, objective: Id, by: &str, note: String) {
    let by = by.to_owned();
    env.typing(format!("why.{actor}.{objective}.{by}"), move |dossier| {
        let voice = on_position(dossier, &actor, &objective).into_iter().find(|voice| voice.by == by)?;
        let (value, on) = (Bounded::new(voice.value), voice.on.unwrap_or_else(today));
        Some(Command::Position { actor, objective, value, on, by, note })
    });
}
