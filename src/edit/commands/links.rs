//! Positions, influences and ties.

use std::rc::Rc;

use crate::edit::check;
use crate::edit::session::Refused;
use crate::i18n::texts::problem as say;
use crate::model::json::{Field, List};
use crate::model::{Date, Dossier, Id, Influence, Level, Position, PositionValue, Tie};

/// The place of the latest record for which `same` holds: the latest day, and within it the last in the list.
fn latest<T>(list: &List<T>, same: impl Fn(&T) -> bool, day: impl Fn(&T) -> Option<Date>) -> Option<usize> {
    list.iter()
        .enumerate()
        .filter(|(_, record)| same(record))
        .max_by_key(|(index, record)| (day(record), *index))
        .map(|(index, _)| index)
}

fn checked<T: Field + Default>(record: &T, dossier: &Dossier) -> Result<(), Refused> {
    check::readable(record)?;
    check::references(record, dossier)
}

/// Gives the position of an actor on an objective; `None` takes back all that the evaluator said of it.
pub(super) fn position(
    dossier: &mut Dossier,
    actor: Id,
    objective: Id,
    value: Option<PositionValue>,
    on: Date,
    by: String,
    note: String,
) -> Result<(), Refused> {
    let same =
        |one: &Position| one.actor == actor && one.objective == objective && one.by.trim() == by.trim();
    let Some(value) = value else {
        dossier.positions.retain(|one| !same(one));
        return Ok(());
    };
    if let Some(index) = latest(&dossier.positions, same, |one| one.on) {
        if let Some(found) = dossier.positions.item_mut(index) {
            (found.value, found.on, found.note) = (value, Some(on), note);
            check::readable(found)?;
        }
        return Ok(());
    }
    let position = Position { actor, objective, value, on: Some(on), by, note, ..Position::default() };
    checked(&position, dossier)?;
    dossier.positions.push(position);
    check::sizes(dossier)
}

/// Gives the influence of an actor on another; `None` takes back all that the evaluator said of it.
pub(super) fn influence(
    dossier: &mut Dossier,
    from: Id,
    to: Id,
    value: Option<Level>,
    on: Date,
    by: String,
) -> Result<(), Refused> {
    if from == to {
        return Err(say::self_influence().into());
    }
    let same = |one: &Influence| one.from == from && one.to == to && one.by.trim() == by.trim();
    let Some(value) = value else {
        dossier.influences.retain(|one| !same(one));
        return Ok(());
    };
    if let Some(index) = latest(&dossier.influences, same, |one| one.on) {
        if let Some(found) = dossier.influences.item_mut(index) {
            (found.value, found.on) = (value, Some(on));
        }
        return Ok(());
    }
    let influence = Influence { from, to, value, on: Some(on), by, ..Influence::default() };
    checked(&influence, dossier)?;
    dossier.influences.push(influence);
    check::sizes(dossier)
}

/// Sets the tie between two actors, or removes it. A directed tie leaves the one of the other direction alone.
pub(super) fn tie(dossier: &mut Dossier, from: &Id, to: &Id, tie: Option<Tie>) -> Result<(), Refused> {
    if from == to {
        return Err(say::self_tie().into());
    }
    let directed = |one: &Tie| one.directed == Some(true);
    let pair = |one: &Tie| (one.from == *from && one.to == *to) || (one.from == *to && one.to == *from);
    let replaced = |one: &Tie| match &tie {
        Some(new) if !directed(new) => pair(one),
        Some(new) => pair(one) && (!directed(one) || one.from == new.from),
        None => pair(one) && (!directed(one) || one.from == *from),
    };
    let place = dossier.ties.iter().position(|one| replaced(one));
    let mut first = true;
    let Some(new) = &tie else {
        dossier.ties.retain(|one| !replaced(one));
        return Ok(());
    };
    if !pair(new) {
        return Err(say::self_tie().into());
    }
    checked(new, dossier)?;
    match place {
        Some(index) => {
            let new = Rc::new(new.clone());
            let items = dossier.ties.items_mut();
            // The new tie takes the place of the first one it replaces.
            items.retain(|one| !replaced(one) || std::mem::take(&mut first));
            if let Some(slot) = items.get_mut(index) {
                *slot = new;
            }
        }
        None => dossier.ties.push(new.clone()),
    }
    check::sizes(dossier)
}
