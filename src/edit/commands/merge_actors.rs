//! Merging actors that turn out to be one.

use std::collections::HashMap;
use std::rc::Rc;

use crate::edit::check;
use crate::edit::session::Refused;
use crate::i18n::texts::edit as say;
use crate::model::json::{Field, Items, List, MAX_TEXT, Target};
use crate::model::{
    Actor, AdmissionCriterion, Condition, Contact, Contribution, Date, Dossier, Id, Influence, Position,
    Reading, Responsibility, RoleAssignment, Tie,
};

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

    join_checks(dossier, keep, gone);
    dossier.actors.retain(|actor| !gone.contains(&actor.id));
    dossier.remap(Target::Own, &mut |target, id| {
        Some(if target == Target::Actor && gone.contains(id) { keep.clone() } else { id.clone() })
    });

    let said = |on: Option<Date>, by: &str| {
        let mut said = on.map(|day| day.to_string()).unwrap_or_default();
        said.push('|');
        said.push_str(by);
        said
    };
    let keys = dossier.positions.iter().map(|one| {
        let Position { actor, objective, on, by, .. } = one.as_ref();
        Some((actor.clone(), objective.clone(), said(*on, by)))
    });
    let kept = best(keys.collect(), &positions);
    keep_places(&mut dossier.positions, &kept);
    let keys = dossier.influences.iter().map(|one| {
        let Influence { from, to, on, by, .. } = one.as_ref();
        (from != to).then(|| (from.clone(), to.clone(), said(*on, by)))
    });
    let kept = best(keys.collect(), &influences);
    keep_places(&mut dossier.influences, &kept);
    let keys = dossier.ties.iter().map(|one| {
        let Tie { from, to, directed, level, .. } = one.as_ref();
        let directed = *directed == Some(true);
        let (low, high) = if directed || from <= to { (from, to) } else { (to, from) };
        let words = if directed { said(None, level.as_str()) } else { level.as_str().to_owned() };
        (from != to).then(|| (low.clone(), high.clone(), words))
    });
    let kept = best(keys.collect(), &ties);
    keep_places(&mut dossier.ties, &kept);
    let keys = dossier.responsibilities.iter().map(|one| {
        let Responsibility { function, actor, letter, .. } = one.as_ref();
        Some((function.clone(), actor.clone(), letter.as_str().to_owned()))
    });
    let kept = best(keys.collect(), &letters);
    keep_places(&mut dossier.responsibilities, &kept);
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
    join_text(&mut keep.interests, &other.interests);
    join(&mut keep.capabilities, &other.capabilities);
    join_list(&mut keep.contributions, &other.contributions, |a, b| {
        Contribution { id: a.id.clone(), ..b.clone() } == *a
    });
    join_readings(&mut keep.readings, &other.readings);
    keep.target_mobilisation = keep.target_mobilisation.or(other.target_mobilisation);
    if keep.wave.is_none() {
        keep.wave.clone_from(&other.wave);
    }
    // A copy that comes back later may still speak of it.
    for id in std::iter::once(&other.id).chain(&other.former_ids) {
        if *id != keep.id && !keep.former_ids.contains(id) {
            keep.former_ids.push(id.clone());
        }
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

/// Puts a text below another that does not hold it already.
fn join_text(text: &mut String, other: &str) {
    if text.is_empty() {
        other.clone_into(text);
    } else if !other.is_empty() && !text.contains(other) {
        text.push('\n');
        text.push_str(other);
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

/// What makes two records say the same: what they bear on, and the rest in words.
type Said = (Id, Id, String);

/// Which records to keep: one of each key, that of the lowest rank, and none where there is no key.
fn best(keys: Vec<Option<Said>>, ranks: &[usize]) -> Vec<bool> {
    let rank = |index: usize| ranks.get(index).copied().unwrap_or_default();
    let mut chosen: HashMap<Said, usize> = HashMap::with_capacity(keys.len());
    let mut kept = vec![false; keys.len()];
    for (index, key) in keys.into_iter().enumerate() {
        let Some(key) = key else { continue };
        let best = chosen.entry(key).or_insert(index);
        if let Some(kept) = kept.get_mut(*best) {
            *kept = false;
        }
        if rank(index) < rank(*best) {
            *best = index;
        }
        if let Some(kept) = kept.get_mut(*best) {
            *kept = true;
        }
    }
    kept
}

/// Keeps the records whose place says so. A list that keeps all of them stays shared.
fn keep_places<T: Field + Clone + Default>(list: &mut List<T>, kept: &[bool]) {
    if kept.contains(&false) {
        let items: &mut dyn Items = list.items_mut();
        items.sift(&mut |_, index| kept.get(index) == Some(&true));
    }
}

/// Joins the roles that are now the same: same actor, role, scope and dates. Two that were decided otherwise, or whose
/// texts together are too long, stay two.
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
                && agree(one, &role)
        };
        let first = roles.iter().position(|one| same(one)).filter(|first| *first < index);
        let Some(first) = first else {
            index += 1;
            continue;
        };
        if let Some(known) = roles.item_mut(first) {
            join_text(&mut known.does, &role.does);
            join_list(&mut known.commitments, &role.commitments, |a, b| a.text == b.text);
            join_list(&mut known.conditions, &role.conditions, |a, b| a.code == b.code);
        }
        roles.items_mut().remove(index);
    }
}

/// Whether two roles can be one without anything lost.
fn agree(a: &RoleAssignment, b: &RoleAssignment) -> bool {
    let decided =
        |one: &Condition| b.conditions.iter().any(|other| other.code == one.code && other.as_ref() != one);
    let long = a.does.chars().count() + b.does.chars().count() >= MAX_TEXT;
    !long && !a.conditions.iter().any(|one| decided(one))
}

/// Of the lines on merged actors under a criterion of admission, keeps that of the one that comes first.
fn join_checks(dossier: &mut Dossier, keep: &Id, gone: &[Id]) {
    let order: Vec<&Id> = std::iter::once(keep).chain(gone).collect();
    for index in 0..dossier.admission_criteria.len() {
        let looked = |criterion: &AdmissionCriterion, id: &Id| criterion.check(id).is_some();
        let Some(criterion) = dossier.admission_criteria.get(index) else { continue };
        let Some(first) = order.iter().find(|id| looked(criterion, id)) else { continue };
        let others = |id: &Id| order.contains(&id) && id != *first;
        if criterion.checks.iter().any(|check| others(&check.actor))
            && let Some(criterion) = dossier.admission_criteria.item_mut(index)
        {
            criterion.checks.retain(|check| !others(&check.actor));
        }
    }
}

/// Takes out the repetitions of `keep` in lists of actors, and lets findings set aside follow.
fn distinct(dossier: &mut Dossier, keep: &Id, gone: &[Id]) {
    macro_rules! once {
        ($($list:ident $field:ident),+) => { $(
            for index in 0..dossier.$list.len() {
                if dossier.$list.get(index).is_some_and(|one| repeats(&one.$field, keep))
                    && let Some(record) = dossier.$list.item_mut(index)
                {
                    once(&mut record.$field, keep);
                }
            }
        )+ };
    }
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
    once!(
        needs lifted_by, other_projects carriers, agreements parties, actions responsible, meetings attendees,
        set_aside objects
    );
}

fn repeats(ids: &[Id], keep: &Id) -> bool {
    ids.iter().filter(|id| *id == keep).count() > 1
}

fn once(ids: &mut Vec<Id>, keep: &Id) {
    let mut seen = false;
    ids.retain(|id| id != keep || !std::mem::replace(&mut seen, true));
}
