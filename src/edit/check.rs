//! What a change must leave true. Only what changed is looked at: a letter typed in a field must not cost a walk
//! through the whole dossier.

use std::collections::HashMap;

use serde_json::Value;

use super::item::{Item, Kind};
use super::session::Refused;
use crate::i18n::{Phrase, texts::problem as say};
use crate::model::json::{Field, List, Path, Reader, Target};
use crate::model::{Actor, Body, Date, Dossier, Id, Project, Territory, integrity};

/// Most actors a dossier may hold; a file beyond it is refused when opened.
pub(super) const MAX_ACTORS: usize = 5_000;
/// Most positions, influences and ties together.
pub(super) const MAX_LINKS: usize = 20_000;
/// Most records in any other list.
pub(super) const MAX_RECORDS: usize = 100_000;

impl From<Phrase> for Refused {
    fn from(reason: Phrase) -> Self {
        Self { reason }
    }
}

/// Refuses a record that could not be read back: text too long, number outside its scale, empty id.
pub(super) fn readable<T: Field + Default>(record: &T) -> Result<(), Refused> {
    read_back(record, &mut |value, reader| T::default().fill(value, reader))
}

/// The same for a record of any kind.
pub(super) fn item(item: &Item) -> Result<(), Refused> {
    let mut scratch = Dossier::default();
    read_back(item.record(), &mut |value, reader| item.kind().list_mut(&mut scratch).read_item(value, reader))
}

/// Refuses a record that `read` finds wrong.
fn read_back(record: &dyn Field, read: &mut dyn FnMut(Value, &mut Reader) -> bool) -> Result<(), Refused> {
    let mut reader = Reader::default();
    read(record.view().value(), &mut reader);
    match reader.problems.into_iter().next() {
        Some(problem) => Err(problem.phrase.into()),
        None => Ok(()),
    }
}

/// Whether something in the dossier answers to a reference.
pub(super) fn bears(dossier: &Dossier, target: Target, id: &Id) -> bool {
    match target {
        Target::Own | Target::Any => true,
        Target::Territory => dossier.territories.find(id).is_some(),
        Target::Stage => dossier.pathway.find(id).is_some(),
        Target::Objective => dossier.objectives.find(id).is_some(),
        Target::Function => dossier.functions.find(id).is_some(),
        Target::Actor => dossier.actors.find(id).is_some(),
        Target::Wave => dossier.waves.find(id).is_some(),
        Target::Agreement => dossier.agreements.find(id).is_some(),
        Target::Body => dossier.bodies.find(id).is_some(),
        // These count inside their body only: see `body`.
        Target::Seat | Target::College => true,
    }
}

/// Refuses a record that refers to something the dossier does not hold.
pub(super) fn references(record: &dyn Field, dossier: &Dossier) -> Result<(), Refused> {
    let mut missing = None;
    record.view().each_id(Target::Own, &mut Path::default(), &mut |_, target, id| {
        if missing.is_none() && !bears(dossier, target, id) {
            missing = Some(id.clone());
        }
    });
    missing.map_or(Ok(()), |id| Err(say::unknown_reference(id.as_str()).into()))
}

/// The ids a record bears, its own and those of what it contains.
pub(super) fn own_ids(record: &dyn Field) -> Vec<Id> {
    let mut ids = Vec::new();
    record.view().each_id(Target::Own, &mut Path::default(), &mut |_, target, id| {
        if target == Target::Own {
            ids.push(id.clone());
        }
    });
    ids
}

/// Refuses ids that two records of the dossier bear. Only the ids a change brought are looked at.
pub(super) fn unique(brought: &[Id], dossier: &Dossier) -> Result<(), Refused> {
    if brought.is_empty() {
        return Ok(());
    }
    let mut count: HashMap<Id, usize> = brought.iter().map(|id| (id.clone(), 0)).collect();
    let mut twice = None;
    dossier.view().each_id(Target::Own, &mut Path::default(), &mut |_, target, id| {
        if target == Target::Own
            && let Some(seen) = count.get_mut(id)
        {
            *seen += 1;
            if *seen > 1 {
                twice = Some(id.clone());
            }
        }
    });
    twice.map_or(Ok(()), |id| Err(say::duplicate_id(id.as_str()).into()))
}

/// Refuses a period that ends before it starts.
pub(super) fn period(starts: Option<Date>, ends: Option<Date>) -> Result<(), Refused> {
    match (starts, ends) {
        (Some(start), Some(end)) if end < start => Err(say::end_before_start(start.0, end.0).into()),
        _ => Ok(()),
    }
}

/// Refuses a reading outside the scale of its criterion.
pub(super) fn readings(actor: &Actor) -> Result<(), Refused> {
    actor.readings.iter().try_for_each(|reading| {
        let (low, high) = reading.criterion.bounds();
        let value = reading.value.get();
        if (low..=high).contains(&value) {
            Ok(())
        } else {
            Err(say::out_of_scale(i64::from(value), i64::from(low), i64::from(high)).into())
        }
    })
}

/// Refuses a seat or a college that the body does not have.
pub(super) fn body(body: &Body) -> Result<(), Refused> {
    let mut missing = None;
    body.view().each_id(Target::Own, &mut Path::default(), &mut |_, target, id| {
        let held = match target {
            Target::Seat => body.seats.find(id).is_some(),
            Target::College => body.colleges.find(id).is_some(),
            _ => true,
        };
        if !held {
            missing = Some(id.clone());
        }
    });
    missing.map_or(Ok(()), |id| Err(say::unknown_reference(id.as_str()).into()))
}

/// Refuses a territory that contains itself through its parents.
pub(super) fn no_cycle(territory: &Territory, territories: &List<Territory>) -> Result<(), Refused> {
    let mut parent = territory.parent.as_ref();
    // A chain longer than the list turns in circles somewhere above.
    for _ in 0..=territories.len() {
        match parent {
            None => return Ok(()),
            Some(id) if *id == territory.id => break,
            Some(id) => parent = territories.find(id).and_then(|above| above.parent.as_ref()),
        }
    }
    Err(say::territory_cycle(territory.name.as_str()).into())
}

/// Refuses a project that could not be read back, or whose references or dates do not hold.
pub(super) fn project(project: &Project, dossier: &Dossier) -> Result<(), Refused> {
    readable(project)?;
    period(project.starts_on, project.ends_on)?;
    references(project, dossier)
}

/// Refuses a dossier that could not be opened again.
pub(super) fn whole(dossier: &Dossier) -> Result<(), Refused> {
    readable(dossier)?;
    if let Some(problem) = integrity::check(dossier).into_iter().next() {
        return Err(problem.phrase.into());
    }
    sizes(dossier)
}

/// Refuses a list beyond what a file may hold.
pub(super) fn sizes(dossier: &Dossier) -> Result<(), Refused> {
    let links = dossier.positions.len() + dossier.influences.len() + dossier.ties.len();
    let counts = [(dossier.actors.len(), MAX_ACTORS), (links, MAX_LINKS)];
    let others = Kind::ALL.iter().map(|kind| (kind.len(dossier), MAX_RECORDS));
    match counts.into_iter().chain(others).find(|(count, max)| count > max) {
        Some((count, max)) => Err(say::too_many(count, max).into()),
        None => Ok(()),
    }
}
