//! Conditions, responsibilities and findings set aside.

use crate::edit::check;
use crate::edit::session::Refused;
use crate::i18n::texts::edit as say;
use crate::model::{Condition, Date, Dossier, Id, Letter, Responsibility, RoleAssignment, SetAside};

/// Decides a condition of a role.
pub(super) fn condition(dossier: &mut Dossier, role: &Id, mut condition: Condition) -> Result<(), Refused> {
    check::readable(&condition)?;
    let role = dossier.roles.find_mut(role).ok_or_else(say::gone)?;
    match role.conditions.iter().position(|known| known.code == condition.code) {
        Some(index) => {
            if let Some(known) = role.conditions.item_mut(index) {
                // What another tool noted here is not this decision's to drop.
                for (key, value) in &known.extra {
                    condition.extra.entry(key.clone()).or_insert_with(|| value.clone());
                }
                *known = condition;
            }
        }
        None => role.conditions.push(condition),
    }
    Ok(())
}

/// The last day of a role that one puts an end to on a day: the day before, so that it is over at once; its first day
/// where it only began that day; `None` where it has not begun.
pub fn ending_day(role: &RoleAssignment, today: Date) -> Option<Date> {
    let day = today.0.pred_opt().map(Date)?;
    match role.starts_on {
        Some(start) if start > today => None,
        Some(start) => Some(day.max(start)),
        None => Some(day),
    }
}

/// Gives the letters of an actor for a function, in place of those it had. A line that stays is let be; one whose letter
/// goes takes a letter that comes, so that what another tool noted there stays.
pub(super) fn responsibility(
    dossier: &mut Dossier,
    function: &Id,
    actor: &Id,
    letters: &[Letter],
) -> Result<(), Refused> {
    let mut wanted: Vec<Letter> = Letter::ALL.iter().copied().filter(|one| letters.contains(one)).collect();
    let mut surplus: Vec<usize> = Vec::new();
    for (place, line) in dossier.responsibilities.iter().enumerate() {
        if line.function != *function || line.actor != *actor {
            continue;
        }
        match wanted.iter().position(|letter| *letter == line.letter) {
            Some(known) => drop(wanted.remove(known)),
            None => surplus.push(place),
        }
    }
    let reused = wanted.len().min(surplus.len());
    for (place, letter) in surplus.drain(..reused).zip(wanted.drain(..reused)) {
        if let Some(line) = dossier.responsibilities.item_mut(place) {
            line.letter = letter;
        }
    }
    for place in surplus.into_iter().rev() {
        dossier.responsibilities.items_mut().remove(place);
    }
    for letter in wanted {
        let (function, actor) = (function.clone(), actor.clone());
        let new = Responsibility { function, actor, letter, ..Responsibility::default() };
        check::readable(&new)?;
        check::references(&new, dossier)?;
        dossier.responsibilities.push(new);
    }
    Ok(())
}

/// Whether two lists name the same objects, in whatever order.
fn same_objects(a: &[Id], b: &[Id]) -> bool {
    a.len() == b.len() && a.iter().all(|id| b.contains(id)) && b.iter().all(|id| a.contains(id))
}

/// Sets a finding aside, in place of an earlier reason for the same one.
pub(super) fn set_aside(dossier: &mut Dossier, aside: SetAside) -> Result<(), Refused> {
    check::readable(&aside)?;
    let same = |one: &SetAside| one.finding == aside.finding && same_objects(&one.objects, &aside.objects);
    match dossier.set_aside.iter().position(|one| same(one)) {
        Some(index) => {
            if let Some(one) = dossier.set_aside.item_mut(index) {
                *one = aside;
            }
        }
        None => dossier.set_aside.push(aside),
    }
    Ok(())
}

/// Brings a finding back.
pub(super) fn bring_back(dossier: &mut Dossier, finding: &str, objects: &[Id]) {
    dossier.set_aside.retain(|one| one.finding != finding || !same_objects(&one.objects, objects));
}
