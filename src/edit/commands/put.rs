//! Adding, replacing and moving records.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::edit::item::{on_item, on_list};
use crate::edit::session::Refused;
use crate::edit::{Item, Kind, check};
use crate::i18n::texts::edit as say;
use crate::model::json::{Field, Identified, List, Target};
use crate::model::{Body, Dossier, Id};

/// Adds a record at the end of its list, or replaces the one that bears its id.
pub(super) fn put(dossier: &mut Dossier, item: Item) -> Result<(), Refused> {
    put_all(dossier, vec![item])
}

/// Several records at once. They may refer to one another; nothing is kept when one of them is refused.
pub(super) fn put_all(dossier: &mut Dossier, mut items: Vec<Item>) -> Result<(), Refused> {
    let mut brought = Vec::new();
    let mut places: HashMap<Kind, HashMap<Id, usize>> = HashMap::new();
    let several = items.len() > 1;
    for item in &mut items {
        let kind = item.kind();
        if several && !places.contains_key(&kind) {
            let ids = kind.ids(dossier).into_iter().enumerate().map(|(index, id)| (id, index));
            places.insert(kind, ids.collect());
        }
        readable(item)?;
        if let Item::Body(body) = item
            && let Some(old) = dossier.bodies.find(&body.id)
        {
            forget_parts(body, old);
        }
        let place = match places.get_mut(&kind) {
            Some(known) => {
                let next = known.len();
                let place = known.get(item.id()).copied();
                known.entry(item.id().clone()).or_insert(next);
                place
            }
            None => kind.position(dossier, item.id()),
        };
        on_item!(item, dossier, (list, record) => place_record(list, record, place, &mut brought));
    }
    check::unique(&brought, dossier)?;
    for item in &items {
        holds(item, dossier)?;
    }
    check::sizes(dossier)
}

/// Puts a record in its list and notes the ids it brings.
fn place_record<T: Field + Identified + Clone>(
    list: &mut List<T>,
    record: &T,
    place: Option<usize>,
    brought: &mut Vec<Id>,
) {
    let ids = check::own_ids(record);
    if let Some(slot) = place.and_then(|index| list.items_mut().get_mut(index)) {
        let old = check::own_ids(slot.as_ref());
        // Ids it bore already are unique, unless the record now bears one twice.
        let mut seen = HashSet::new();
        brought.extend(ids.into_iter().filter(|id| !seen.insert(id.clone()) || !old.contains(id)));
        *slot = Rc::new(record.clone());
    } else {
        brought.extend(ids);
        list.push(record.clone());
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
    macro_rules! each {
        ($($kind:ident),+) => { match item { $( Item::$kind(record) => check::readable(record) ),+ } };
    }
    each!(
        Territory,
        Stage,
        Need,
        Objective,
        Function,
        Actor,
        OtherProject,
        Wave,
        Role,
        Body,
        Agreement,
        Action,
        Meeting,
        Review,
        Improvement,
        Snapshot
    )?;
    match item {
        Item::Actor(actor) => check::readings(actor),
        Item::Role(role) => check::period(role.starts_on, role.ends_on),
        Item::Agreement(agreement) => check::period(agreement.starts_on, agreement.ends_on),
        Item::Action(action) => check::period(action.starts_on, action.due_on),
        _ => Ok(()),
    }
}

/// What depends on the rest of the dossier.
fn holds(item: &Item, dossier: &Dossier) -> Result<(), Refused> {
    match item {
        Item::Territory(territory) => {
            check::references(territory, dossier)?;
            check::no_cycle(territory, &dossier.territories)
        }
        Item::Body(body) => {
            check::references(body, dossier)?;
            check::body(body)
        }
        Item::Need(need) => check::references(need, dossier),
        Item::Function(function) => check::references(function, dossier),
        Item::Actor(actor) => check::references(actor, dossier),
        Item::OtherProject(project) => check::references(project, dossier),
        Item::Role(role) => check::references(role, dossier),
        Item::Agreement(agreement) => check::references(agreement, dossier),
        Item::Action(action) => check::references(action, dossier),
        Item::Meeting(meeting) => check::references(meeting, dossier),
        Item::Review(review) => check::references(review, dossier),
        Item::Stage(_) | Item::Objective(_) | Item::Wave(_) | Item::Improvement(_) | Item::Snapshot(_) => {
            Ok(())
        }
    }
}

/// Moves a record to another place of its list; a place past the end is the end.
pub(super) fn shift(dossier: &mut Dossier, kind: Kind, id: &Id, to: usize) -> Result<(), Refused> {
    let from = kind.position(dossier, id).ok_or_else(say::gone)?;
    on_list!(kind, dossier, list => {
        let to = to.min(list.len().saturating_sub(1));
        if from != to {
            let items = list.items_mut();
            let record = items.remove(from);
            items.insert(to, record);
        }
    });
    Ok(())
}
