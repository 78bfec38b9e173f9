//! Readings of the six criteria.

use std::rc::Rc;

use crate::edit::check;
use crate::edit::session::Refused;
use crate::i18n::texts::{edit as say, problem};
use crate::model::json::List;
use crate::model::{Actor, Bounded, Criterion, Date, Dossier, Id, Reading};

/// The place of the latest reading of a criterion by one evaluator: the latest day, and within it the last in the
/// list. A reading without a day counts as older than any other.
fn latest(readings: &List<Reading>, criterion: Criterion, by: &str) -> Option<usize> {
    readings
        .iter()
        .enumerate()
        .filter(|(_, reading)| reading.criterion == criterion && reading.by.trim() == by.trim())
        .max_by_key(|(index, reading)| (reading.on, *index))
        .map(|(index, _)| index)
}

/// The day to give a new value of a criterion: today, or the day of the evaluator's latest value where the clock of
/// this computer is behind the one that wrote it. The value given is then the current one in every case.
pub fn rating_day(actor: &Actor, criterion: Criterion, by: &str, today: Date) -> Date {
    let last = latest(&actor.readings, criterion, by).and_then(|index| actor.readings.get(index));
    last.and_then(|reading| reading.on).map_or(today, |day| day.max(today))
}

fn actor_mut<'a>(dossier: &'a mut Dossier, id: &Id) -> Result<&'a mut Actor, Refused> {
    dossier.actors.find_mut(id).ok_or_else(|| say::gone().into())
}

/// Gives a value, or takes back the latest one of the evaluator.
pub(super) fn rate(
    dossier: &mut Dossier,
    actor: &Id,
    criterion: Criterion,
    value: Option<i8>,
    on: Date,
    by: &str,
) -> Result<(), Refused> {
    let actor = actor_mut(dossier, actor)?;
    let Some(value) = value else {
        if let Some(index) = latest(&actor.readings, criterion, by) {
            actor.readings.items_mut().remove(index);
        }
        return Ok(());
    };
    let (low, high) = criterion.bounds();
    let refused = || Refused::from(problem::out_of_scale(i64::from(value), i64::from(low), i64::from(high)));
    if !(low..=high).contains(&value) {
        return Err(refused());
    }
    let bounded = Bounded::new(value).ok_or_else(refused)?;
    let same_day = actor.readings.iter().rposition(|reading| {
        reading.criterion == criterion && reading.by.trim() == by.trim() && reading.on == Some(on)
    });
    if let Some(index) = same_day {
        if let Some(reading) = actor.readings.item_mut(index) {
            reading.value = bounded;
        }
        return Ok(());
    }
    let reading =
        Reading { criterion, value: bounded, on: Some(on), by: by.to_owned(), ..Reading::default() };
    check::readable(&reading)?;
    // Days stay in order within a criterion: the first is the baseline, the last is current.
    let before = actor
        .readings
        .iter()
        .position(|other| other.criterion == criterion && other.on > Some(on))
        .unwrap_or(actor.readings.len());
    actor.readings.items_mut().insert(before, Rc::new(reading));
    Ok(())
}

/// Writes the note of the latest reading of the evaluator.
pub(super) fn note(
    dossier: &mut Dossier,
    actor: &Id,
    criterion: Criterion,
    by: &str,
    note: String,
) -> Result<(), Refused> {
    let actor = actor_mut(dossier, actor)?;
    let index = latest(&actor.readings, criterion, by).ok_or_else(say::no_reading)?;
    if let Some(reading) = actor.readings.item_mut(index) {
        reading.note = note;
        check::readable(reading)?;
    }
    Ok(())
}
