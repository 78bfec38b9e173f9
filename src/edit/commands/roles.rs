//! Conditions, responsibilities and findings set aside.

use std::rc::Rc;

use crate::edit::check;
use crate::edit::session::Refused;
use crate::i18n::texts::edit as say;
use crate::model::{Condition, Dossier, Id, Letter, Responsibility, SetAside};

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

/// Gives the letter of an actor for a function, in place of the one it had.
pub(super) fn responsibility(
    dossier: &mut Dossier,
    function: Id,
    actor: Id,
    letter: Option<Letter>,
) -> Result<(), Refused> {
    let same = |one: &Responsibility| one.function == function && one.actor == actor;
    let Some(letter) = letter else {
        dossier.responsibilities.retain(|one| !same(one));
        return Ok(());
    };
    let Some(index) = dossier.responsibilities.iter().position(|one| same(one)) else {
        let new = Responsibility { function, actor, letter, ..Responsibility::default() };
        check::readable(&new)?;
        check::references(&new, dossier)?;
        dossier.responsibilities.push(new);
        return Ok(());
    };
    let mut place = 0;
    let items = dossier.responsibilities.items_mut();
    items.retain(|one| {
        let keep = place <= index || !same(one);
        place += 1;
        keep
    });
    if let Some(one) = items.get_mut(index)
        && one.letter != letter
    {
        Rc::make_mut(one).letter = letter;
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
