//! Removing records and what refers to them.

use std::collections::HashSet;

use crate::edit::Kind;
use crate::model::json::{Field, Target};
use crate::model::{Dossier, Id, RoleAssignment};

/// Removes records of one kind. Ids that nothing bears are let be: someone removed them first.
pub(super) fn remove(dossier: &mut Dossier, kind: Kind, ids: &[Id]) {
    let gone: HashSet<&Id> = ids.iter().collect();
    if kind == Kind::Territory {
        lift_children(dossier, &gone);
    }
    if matches!(kind, Kind::Objective | Kind::Function) {
        // Without its scope, a role would silently bear on the whole project.
        dossier.roles.retain(|role| keeps_scope(role, kind, &gone));
    }
    let goes = |record: &dyn Field| record.own_id().is_some_and(|id| gone.contains(id));
    if kind.records(dossier).any(goes) {
        kind.list_mut(dossier).sift(&mut |list, index| !list.item(index).is_some_and(goes));
    }
    if let Some(target) = kind.target() {
        dossier
            .remap(Target::Own, &mut |found, id| (found != target || !gone.contains(id)).then(|| id.clone()));
    }
}

/// Gives the territories below a removed one to the nearest territory above that stays.
fn lift_children(dossier: &mut Dossier, gone: &HashSet<&Id>) {
    let before = dossier.territories.clone();
    for index in 0..before.len() {
        let Some(child) = before.get(index) else { continue };
        if !child.parent.as_ref().is_some_and(|parent| gone.contains(parent)) {
            continue;
        }
        let mut parent = child.parent.clone();
        for _ in 0..before.len() {
            match parent {
                Some(id) if gone.contains(&id) => {
                    parent = before.find(&id).and_then(|above| above.parent.clone());
                }
                _ => break,
            }
        }
        if let Some(child) = dossier.territories.item_mut(index) {
            child.parent = parent;
        }
    }
}

fn keeps_scope(role: &RoleAssignment, kind: Kind, gone: &HashSet<&Id>) -> bool {
    let Some(scope) = &role.scope else { return true };
    let stays = |id: &Option<Id>, of: Kind| id.as_ref().is_some_and(|id| kind != of || !gone.contains(id));
    let named = scope.objective.is_some() || scope.function.is_some();
    !named || stays(&scope.objective, Kind::Objective) || stays(&scope.function, Kind::Function)
}
