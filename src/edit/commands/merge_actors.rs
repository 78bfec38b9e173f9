//! Merging actors that turn out to be one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::rc::Rc;

use crate::edit::check;
use crate::edit::session::Refused;
use crate::i18n::texts::edit as say;
use crate::model::json::{Field, List, Target};
use crate::model::{Actor, Contact, Contribution, Dossier, Id, Influence, Position, Reading, RoleAssignment};

/// Merges the actors of `gone` into `keep`: what it lacks is taken from them in turn, lists are joined, references
/// follow.
pub(super) fn merge(dossier: &mut Dossier, keep: &Id, gone: &[Id]) -> Result<(), Refused> {
    if gone.contains(keep) {
        return Err(say::self_merge().into());
    }
    let mut merged = dossier.actor(keep).ok_or_else(say::gone)?.clone();
    for id in gone {
        absorb(&mut merged, dossier.actor(id).ok_or_else(say::gone)?);
    }
    // How close each record's first actor is to the one that stays: its own come first.
    let rank =
        |id: &Id| if id == keep { 0 } else { gone.iter().position(|one| one == id).map_or(0, |at| at + 1) };
    let positions: Vec<usize> = dossier.positions.iter().map(|one| rank(&one.actor)).collect();
    let influences: Vec<usize> =
        dossier.influences.iter().map(|one| rank(&one.from) + rank(&one.to)).collect();
    let ties: Vec<usize> = dossier.ties.iter().map(|one| rank(&one.from) + rank(&one.to)).collect();
    let letters: Vec<usize> = dossier.responsibilities.iter().map(|one| rank(&one.actor)).collect();

    dossier.actors.retain(|actor| !gone.contains(&actor.id));
    dossier.remap(Target::Own, &mut |target, id| {
        Some(if target == Target::Actor && gone.contains(id) { keep.clone() } else { id.clone() })
    });

    let position = |one: &Position| (one.actor.clone(), one.objective.clone(), one.by.clone(), one.on);
    best(&mut dossier.positions, &positions, |one| Some(position(one)));
    best(&mut dossier.influences, &influences, |one: &Influence| {
        (one.from != one.to).then(|| (one.from.clone(), one.to.clone(), one.by.clone(), one.on))
    });
    best(&mut dossier.ties, &ties, |one| {
        let directed = one.directed == Some(true);
        let (from, to) =
            if directed || one.from <= one.to { (&one.from, &one.to) } else { (&one.to, &one.from) };
        (one.from != one.to).then(|| (from.clone(), to.clone(), directed, one.level))
    });
    best(&mut dossier.responsibilities, &letters, |one| {
        Some((one.function.clone(), one.actor.clone(), one.letter))
    });
    join_roles(&mut dossier.roles, keep);
    distinct(dossier, keep, gone);

    check::readable(&merged)?;
    if let Some(actor) = dossier.actors.find_mut(keep) {
        *actor = merged;
    }
    Ok(())
}

/// Adds to `keep` what it lacks and `other` has.
fn absorb(keep: &mut Actor, other: &Actor) {
    fill(&mut keep.name, &other.name);
    keep.kind = keep.kind.or(other.kind);
    fill(&mut keep.subkind, &other.subkind);
    join(&mut keep.identifiers, &other.identifiers);
    join(&mut keep.territories, &other.territories);
    join(&mut keep.tags, &other.tags);
    // An organisation that went under another name is looked for under both.
    if !other.name.is_empty() && other.name != keep.name {
        join(&mut keep.tags, std::slice::from_ref(&other.name));
    }
    join_list(&mut keep.contacts, &other.contacts, |a, b| Contact { id: a.id.clone(), ..b.clone() } == *a);
    if keep.interests.is_empty() {
        keep.interests.clone_from(&other.interests);
    } else if !other.interests.is_empty() && !keep.interests.contains(&other.interests) {
        keep.interests.push('\n');
        keep.interests.push_str(&other.interests);
    }
    join(&mut keep.capabilities, &other.capabilities);
    join_list(&mut keep.contributions, &other.contributions, |a, b| {
        Contribution { id: a.id.clone(), ..b.clone() } == *a
    });
    join_readings(&mut keep.readings, &other.readings);
    keep.target_mobilisation = keep.target_mobilisation.or(other.target_mobilisation);
    if keep.wave.is_none() {
        keep.wave.clone_from(&other.wave);
    }
    for (key, value) in &other.extra {
        keep.extra.entry(key.clone()).or_insert_with(|| value.clone());
    }
}

fn fill(text: &mut String, other: &str) {
    if text.is_empty() {
        other.clone_into(text);
    }
}

fn join<T: PartialEq + Clone>(list: &mut Vec<T>, other: &[T]) {
    for item in other {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}

fn join_list<T>(list: &mut List<T>, other: &List<T>, same: impl Fn(&T, &T) -> bool) {
    for item in other {
        if !list.iter().any(|known| same(known, item)) {
            list.items_mut().push(Rc::clone(item));
        }
    }
}

/// Joins readings in the order of their days. Where both actors were given a value the same day by the same
/// evaluator, the one that stays keeps its own.
fn join_readings(list: &mut List<Reading>, other: &List<Reading>) {
    for reading in other {
        let same = |one: &Reading| {
            one.criterion == reading.criterion && one.by == reading.by && one.on == reading.on
        };
        if list.iter().any(|one| same(one)) {
            continue;
        }
        let place = list
            .iter()
            .position(|one| one.criterion == reading.criterion && one.on > reading.on)
            .unwrap_or(list.len());
        list.items_mut().insert(place, Rc::clone(reading));
    }
}

/// Keeps one record of each key, that of the lowest rank, and none where there is no key.
fn best<T, K: Eq + Hash>(list: &mut List<T>, ranks: &[usize], key: impl Fn(&T) -> Option<K>) {
    let mut chosen: HashMap<K, usize> = HashMap::new();
    let rank = |index: usize| ranks.get(index).copied().unwrap_or_default();
    for (index, record) in list.iter().enumerate() {
        if let Some(key) = key(record) {
            chosen
                .entry(key)
                .and_modify(|best| {
                    if rank(index) < rank(*best) {
                        *best = index;
                    }
                })
                .or_insert(index);
        }
    }
    if chosen.len() == list.len() {
        return;
    }
    let kept: HashSet<usize> = chosen.into_values().collect();
    let mut index = 0;
    list.items_mut().retain(|_| {
        let keep = kept.contains(&index);
        index += 1;
        keep
    });
}

/// Joins the roles that are now the same: same actor, role, scope and dates.
fn join_roles(roles: &mut List<RoleAssignment>, keep: &Id) {
    let mut index = 0;
    while let Some(role) = roles.get(index).cloned() {
        let same = |one: &RoleAssignment| {
            one.actor == *keep
                && role.actor == *keep
                && one.role == role.role
                && one.scope == role.scope
                && one.starts_on == role.starts_on
                && one.ends_on == role.ends_on
        };
        let first = roles.iter().position(|one| same(one)).filter(|first| *first < index);
        let Some(first) = first else {
            index += 1;
            continue;
        };
        if let Some(known) = roles.item_mut(first) {
            fill(&mut known.does, &role.does);
            join_list(&mut known.conditions, &role.conditions, |a, b| a.code == b.code);
        }
        roles.items_mut().remove(index);
    }
}

/// Takes out the repetitions of `keep` in lists of actors, and lets findings set aside follow.
fn distinct(dossier: &mut Dossier, keep: &Id, gone: &[Id]) {
    fn once<T: Clone>(
        list: &mut List<T>,
        keep: &Id,
        field: fn(&mut T) -> &mut Vec<Id>,
        read: fn(&T) -> &[Id],
    ) {
        for index in 0..list.len() {
            let repeated =
                list.get(index).is_some_and(|one| read(one).iter().filter(|id| *id == keep).count() > 1);
            if repeated && let Some(record) = list.item_mut(index) {
                let mut seen = false;
                field(record).retain(|id| id != keep || !std::mem::replace(&mut seen, true));
            }
        }
    }
    once(&mut dossier.needs, keep, |one| &mut one.lifted_by, |one| &one.lifted_by);
    once(&mut dossier.other_projects, keep, |one| &mut one.carriers, |one| &one.carriers);
    once(&mut dossier.agreements, keep, |one| &mut one.parties, |one| &one.parties);
    once(&mut dossier.actions, keep, |one| &mut one.responsible, |one| &one.responsible);
    once(&mut dossier.meetings, keep, |one| &mut one.attendees, |one| &one.attendees);
    for index in 0..dossier.set_aside.len() {
        let concerned =
            dossier.set_aside.get(index).is_some_and(|one| one.objects.iter().any(|id| gone.contains(id)));
        if concerned && let Some(aside) = dossier.set_aside.item_mut(index) {
            for id in &mut aside.objects {
                if gone.contains(id) {
                    *id = keep.clone();
                }
            }
        }
    }
    once(&mut dossier.set_aside, keep, |one| &mut one.objects, |one| &one.objects);
}
