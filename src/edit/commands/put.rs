//! Adding, replacing and moving records.

use std::collections::{HashMap, HashSet};

use crate::edit::session::Refused;
use crate::edit::{Item, Kind, check};
use crate::i18n::texts::edit as say;
use crate::model::json::{Field, Target};
use crate::model::{Body, Dossier, Id};

/// Adds a record at the end of its list, or replaces the one that bears its id.
pub(super) fn put(dossier: &mut Dossier, item: Item) -> Result<(), Refused> {
    put_all(dossier, vec![item])
}

/// Several records at once. They may refer to one another; nothing is kept when one of them is refused.
pub(super) fn put_all(dossier: &mut Dossier, items: Vec<Item>) -> Result<(), Refused> {
    let mut brought = Vec::new();
    let mut places: Vec<(Kind, HashMap<Id, usize>)> = Vec::new();
    let mut put: Vec<(Kind, usize)> = Vec::with_capacity(items.len());
    let several = items.len() > 1;
    for mut item in items {
        let kind = item.kind();
        if several && !places.iter().any(|(known, _)| *known == kind) {
            let ids = kind.ids(dossier).into_iter().enumerate().map(|(index, id)| (id, index));
            places.push((kind, ids.collect()));
        }
        readable(&item)?;
        if let Item::Body(body) = &mut item
            && let Some(old) = dossier.bodies.find(&body.id)
        {
            forget_parts(body, old);
        }
        let count = kind.len(dossier);
        let place = match places.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, known)) => *known.entry(item.id().clone()).or_insert(count),
            None => kind.position(dossier, item.id()).unwrap_or(count),
        };
        bring(&item, kind.record(dossier, place), &mut brought);
        item.put(dossier, place);
        put.push((kind, place));
    }
    check::unique(&brought, dossier)?;
    for (kind, place) in put {
        holds(kind, place, dossier)?;
    }
    check::sizes(dossier)
}

/// Notes the ids a record brings, where it takes the place of another or of none.
fn bring(item: &Item, old: Option<&dyn Field>, brought: &mut Vec<Id>) {
    let old = old.map(check::own_ids).unwrap_or_default();
    // Ids it bore already are unique, unless the record now bears one twice.
    let mut seen: Vec<Id> = Vec::new();
    for id in check::own_ids(item.record()) {
        let again = seen.contains(&id);
        if again || !old.contains(&id) {
            brought.push(id.clone());
        }
        if !again {
            seen.push(id);
        }
    }
}

/// A seat or a college that a body no longer has is nobody's alternate or college any more.
fn forget_parts(body: &mut Body, old: &Body) {
    let seats = old.seats.iter().filter(|seat| body.seats.find(&seat.id).is_none()).map(|seat| &seat.id);
    let colleges = old.colleges.iter().filter(|one| body.colleges.find(&one.id).is_none()).map(|one| &one.id);
    let gone: HashSet<&Id> = seats.chain(colleges).collect();
    if !gone.is_empty() {
        body.remap(Target::Own, &mut |target, id| {
            let gone = matches!(target, Target::Seat | Target::College) && gone.contains(id);
            (!gone).then(|| id.clone())
        });
    }
}

/// What can be checked on the record alone.
fn readable(item: &Item) -> Result<(), Refused> {
    check::item(item)?;
    match item {
        Item::Actor(actor) => check::readings(actor),
        Item::Role(role) => check::period(role.starts_on, role.ends_on),
        Item::Agreement(agreement) => check::period(agreement.starts_on, agreement.ends_on),
        Item::Action(action) => check::period(action.starts_on, action.due_on),
        _ => Ok(()),
    }
}

/// What depends on the rest of the dossier.
fn holds(kind: Kind, place: usize, dossier: &Dossier) -> Result<(), Refused> {
    if let Some(record) = kind.record(dossier, place) {
        check::references(record, dossier)?;
    }
    match kind {
        Kind::Territory => dossier
            .territories
            .get(place)
            .map_or(Ok(()), |territory| check::no_cycle(territory, &dossier.territories)),
        Kind::Body => dossier.bodies.get(place).map_or(Ok(()), |body| check::body(body)),
        _ => Ok(()),
    }
}

/// Moves a record to another place of its list; a place past the end is the end.
pub(super) fn shift(dossier: &mut Dossier, kind: Kind, id: &Id, to: usize) -> Result<(), Refused> {
    let from = kind.position(dossier, id).ok_or_else(say::gone)?;
    let to = to.min(kind.len(dossier).saturating_sub(1));
    if from != to {
        kind.list_mut(dossier).shift(from, to);
    }
    Ok(())
}
