//! The answer of a partner: only its own record and its positions can change.

use std::rc::Rc;

use super::{links, put, rate, rating_day};
use crate::edit::command::Taken;
use crate::edit::session::Refused;
use crate::edit::{Item, check};
use crate::i18n::texts::edit as say;
use crate::model::json::{Identified, List};
use crate::model::{Actor, Contact, Criterion, Date, Dossier, Id, PartnerSheet, SheetSent};

/// Replaces what the open sheet says of itself.
pub(super) fn sheet(dossier: &mut Dossier, sheet: PartnerSheet) -> Result<(), Refused> {
    check::readable(&sheet)?;
    check::references(&sheet, dossier)?;
    dossier.partner_sheet = Some(sheet);
    Ok(())
}

/// Takes lines into the record and the positions of an actor. What an actor accepted to say counts as agreed.
pub(super) fn answer(
    dossier: &mut Dossier,
    id: &Id,
    taken: Vec<Taken>,
    on: Date,
    sheet: Option<SheetSent>,
) -> Result<(), Refused> {
    let mut actor = dossier.actor(id).ok_or_else(say::gone)?.clone();
    let before = actor.clone();
    let mut rated = None;
    for line in taken {
        match line {
            Taken::Availability(value) => rated = Some(value),
            Taken::Position(objective, value) => position(dossier, id, objective, value, on)?,
            line => take(&mut actor, line),
        }
    }
    if actor != before {
        put::put(dossier, Item::Actor(actor))?;
    }
    if let Some(value) = rated {
        let day = dossier.actor(id).map_or(on, |actor| rating_day(actor, Criterion::Availability, "", on));
        rate::rate(dossier, id, Criterion::Availability, value, day, "")?;
    }
    match sheet {
        Some(sheet) => put::put(dossier, Item::Sheet(sheet)),
        None => Ok(()),
    }
}

/// The note of the position stays: it is not the actor's.
fn position(
    dossier: &mut Dossier,
    actor: &Id,
    objective: Id,
    value: Option<crate::model::PositionValue>,
    on: Date,
) -> Result<(), Refused> {
    let same = dossier
        .positions
        .iter()
        .rev()
        .find(|one| one.actor == *actor && one.objective == objective && one.by.is_empty());
    let note = same.map(|one| one.note.clone()).unwrap_or_default();
    links::position(dossier, actor.clone(), objective, value, on, String::new(), note)
}

fn take(actor: &mut Actor, line: Taken) {
    match line {
        Taken::Name(name) => actor.name = name,
        Taken::Interests(words) => actor.interests = words,
        Taken::Territories(ids) => actor.territories = ids,
        Taken::Capabilities(ids) => actor.capabilities = ids,
        Taken::Contact(id, contact) => {
            let known = actor.contacts.find(&id).map(|known| Contact::clone(known)).unwrap_or_default();
            // Who decides, and what another tool noted, is not said in an answer.
            let merged = contact.map(|said| Contact {
                id: id.clone(),
                name: said.name,
                position: said.position,
                email: said.email,
                phone: said.phone,
                ..known
            });
            set(&mut actor.contacts, &id, merged);
        }
        Taken::Contribution(id, contribution) => {
            let extra = actor.contributions.find(&id).map(|known| known.extra.clone()).unwrap_or_default();
            let merged = contribution.map(|mut said| {
                (said.id, said.extra) = (id.clone(), extra);
                said
            });
            set(&mut actor.contributions, &id, merged);
        }
        Taken::Availability(_) | Taken::Position(..) => {}
    }
}

/// Puts a record in the place of the one with its id, at the end where there is none, or removes it.
fn set<T: Identified>(list: &mut List<T>, id: &Id, record: Option<T>) {
    let place = list.position_of(id);
    match (record, place) {
        (Some(record), place) => list.put(place.unwrap_or(list.len()), record),
        (None, Some(place)) => {
            let items: &mut Vec<Rc<T>> = list.items_mut();
            items.remove(place);
        }
        (None, None) => {}
    }
}
