//! What holds between records and no field says alone: made true again once everything was merged.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::keys::{Name, Shape, shape};
use super::three::{Found, Step};
use super::value::same;
use crate::edit::Kind;
use crate::model::json::{Field, Target};
use crate::model::{Body, Dossier, Id, RoleAssignment};

/// Breaks the circles that parents of territories form when each side hung one below the other; `files` are the
/// ancestor and both sides. All parents that one side gave and that close the circle together are told: each side's
/// are sound when all of them are taken.
pub(super) fn break_circles(merged: &mut Map<String, Value>, files: [&Value; 3], found: &mut Vec<Found>) {
    let Shape::List(rule) = shape("", "territories") else { return };
    loop {
        let circle = in_circle(merged, files);
        let Some(last) = circle.iter().max() else { return };
        for id in &circle {
            let territory = Step::Item(rule, Name::of_id(id));
            let path = vec![Step::Key("territories".to_owned()), territory, Step::Key("parent".to_owned())];
            let values = files.map(|file| parent(file.get("territories"), id));
            found.retain(|known| known.path != path);
            found.push(Found { path, whole: None, values });
        }
        let Some(Value::Array(territories)) = merged.get_mut("territories") else { return };
        let of = |value: &Value| value.get("id").and_then(Value::as_str) == Some(last.as_str());
        if let Some(Value::Object(territory)) = territories.iter_mut().find(|one| of(one)) {
            territory.shift_remove("parent");
        }
    }
}

fn parent(territories: Option<&Value>, id: &str) -> Option<Value> {
    let items = territories?.as_array()?;
    items.iter().find(|one| one.get("id").and_then(Value::as_str) == Some(id))?.get("parent").cloned()
}

/// The territories whose parent closes a circle and was given by one side only; where there is none, all of a circle.
fn in_circle(merged: &Map<String, Value>, files: [&Value; 3]) -> Vec<String> {
    let territories = merged.get("territories");
    let mut above: HashMap<String, String> = HashMap::new();
    let mut ids: Vec<String> = Vec::new();
    for one in territories.and_then(Value::as_array).into_iter().flatten() {
        let text = |key: &str| one.get(key).and_then(Value::as_str).map(str::to_owned);
        if let Some(id) = text("id") {
            if let Some(parent) = text("parent") {
                above.insert(id.clone(), parent);
            }
            ids.push(id);
        }
    }
    let closes = |start: &String| {
        let mut at = above.get(start);
        for _ in 0..=above.len() {
            match at {
                Some(id) if id == start => return true,
                Some(id) => at = above.get(id),
                None => return false,
            }
        }
        false
    };
    let circle: Vec<&String> = ids.iter().filter(|id| closes(id)).collect();
    let apart = circle.iter().filter(|id| {
        let [_, ours, theirs] = files.map(|file| parent(file.get("territories"), id));
        !same(ours.as_ref(), theirs.as_ref())
    });
    let apart: Vec<String> = apart.map(|id| (*id).clone()).collect();
    if apart.is_empty() { circle.into_iter().cloned().collect() } else { apart }
}

/// The lists of a record whose records bear an id.
fn parts_of<'v>(list: &str, record: &'v mut Map<String, Value>) -> impl Iterator<Item = &'v mut Vec<Value>> {
    record.iter_mut().filter_map(move |(key, value)| match (shape(list, key), value) {
        (Shape::List(rule), Value::Array(parts)) if rule.key.is_empty() => Some(parts),
        _ => None,
    })
}

fn id_of(value: &Value) -> Option<&str> {
    value.get("id").and_then(Value::as_str)
}

/// Every id of a file, with that of the record that holds it; `""` for those at the top.
fn holders(file: &Value) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for (list, items) in file.as_object().into_iter().flatten() {
        for item in items.as_array().into_iter().flatten() {
            let Some(id) = id_of(item) else { continue };
            found.insert(id.to_owned(), String::new());
            for (key, parts) in item.as_object().into_iter().flatten() {
                if matches!(shape(list, key), Shape::List(rule) if rule.key.is_empty()) {
                    let parts = parts.as_array().into_iter().flatten().filter_map(id_of);
                    found.extend(parts.map(|part| (part.to_owned(), id.to_owned())));
                }
            }
        }
    }
    found
}

/// Gives another id to contacts, contributions, colleges, seats and obligations that bear the id of something else in
/// the other file: two people numbered theirs alike. It is made of both ids, so that it comes out the same each time.
pub(super) fn part(base: &Value, ours: &mut Value, theirs: &mut Value) {
    let known = holders(base);
    let (our_holders, their_holders) = (holders(ours), holders(theirs));
    for (file, own, other) in [(ours, &our_holders, &their_holders), (theirs, &their_holders, &our_holders)] {
        rename(file, &mut |id, holder| {
            // Of two, the one whose holder is the greater in code-point order.
            let clash = other.get(id).is_some_and(|elsewhere| elsewhere.as_str() < holder);
            let new = format!("{id}-{holder}");
            (clash && !known.contains_key(id) && !own.contains_key(&new)).then_some(new)
        });
    }
}

/// Makes every id of the dossier borne once. What was moved by one side and left where it was by the other is there
/// twice: once is enough.
pub(super) fn distinct_ids(merged: &mut Value, base: &Value) {
    let known = holders(base);
    let now = holders(merged);
    let mut seen: HashMap<String, Value> = HashMap::new();
    for (list, items) in merged.as_object_mut().into_iter().flatten() {
        for item in items.as_array_mut().into_iter().flatten() {
            let holder = id_of(item).unwrap_or_default().to_owned();
            let Value::Object(record) = item else { continue };
            for parts in parts_of(list, record) {
                parts.retain(|part| {
                    let Some(id) = id_of(part) else { return true };
                    // The last place wins in `now`: this one is another.
                    let moved = known.get(id) == Some(&holder) && now.get(id) != Some(&holder);
                    let copy = seen.get(id).is_some_and(|other| same(Some(other), Some(part)));
                    if !moved && !copy {
                        seen.insert(id.to_owned(), part.clone());
                    }
                    !copy
                });
            }
        }
    }
    let mut taken: HashSet<String> =
        now.iter().filter(|(_, holder)| holder.is_empty()).map(|(id, _)| id.clone()).collect();
    rename(merged, &mut |id, holder| {
        let mut new = id.to_owned();
        while !taken.insert(new.clone()) {
            new = format!("{new}-{holder}");
        }
        (new != id).then_some(new)
    });
}

/// Gives other ids to records inside others, and to what refers to them there.
fn rename(file: &mut Value, new_id: &mut dyn FnMut(&str, &str) -> Option<String>) {
    for (list, items) in file.as_object_mut().into_iter().flatten() {
        for item in items.as_array_mut().into_iter().flatten() {
            let holder = id_of(item).unwrap_or_default().to_owned();
            let Value::Object(record) = item else { continue };
            let mut renamed: Vec<(String, String)> = Vec::new();
            for part in parts_of(list, record).flatten() {
                let Some(id) = id_of(part).map(str::to_owned) else { continue };
                if let (Some(new), Value::Object(part)) = (new_id(&id, &holder), part) {
                    part.insert("id".to_owned(), Value::String(new.clone()));
                    renamed.push((id, new));
                }
            }
            if list == "bodies" {
                for (from, to) in &renamed {
                    follow(record, from, to);
                }
            }
        }
    }
}

/// What refers to a seat or a college inside its body.
fn follow(body: &mut Map<String, Value>, from: &str, to: &str) {
    let rewrite = |record: &mut Map<String, Value>, key: &str| {
        if let Some(value) = record.get_mut(key)
            && value.as_str() == Some(from)
        {
            *value = Value::String(to.to_owned());
        }
    };
    if let Some(Value::Object(rule)) = body.get_mut("rule") {
        rewrite(rule, "castingVote");
    }
    for seat in body.get_mut("seats").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Value::Object(seat) = seat {
            rewrite(seat, "alternateOf");
            rewrite(seat, "college");
        }
    }
}

/// Takes away what refers to a record that is no longer there, as removing it would have done.
pub(super) fn drop_dangling(dossier: &mut Dossier) {
    let mut borne: HashSet<(Target, Id)> = HashSet::new();
    for kind in Kind::ALL {
        if let Some(target) = kind.target() {
            borne.extend(kind.ids(dossier).into_iter().map(|id| (target, id)));
        }
    }
    let holds = |target: Target, id: &Id| borne.contains(&(target, id.clone()));
    dossier.roles.retain(|role| keeps_scope(role, &holds));
    dossier.influences.retain(|one| one.from != one.to);
    dossier.ties.retain(|one| one.from != one.to);
    for index in 0..dossier.bodies.len() {
        let lost = dossier.bodies.get(index).is_some_and(|body| lacks_part(body));
        if lost && let Some(body) = dossier.bodies.item_mut(index) {
            let parts = parts(body);
            body.remap(Target::Own, &mut |target, id| {
                let of_body = matches!(target, Target::Seat | Target::College);
                (!of_body || parts.contains(&(target, id.clone()))).then(|| id.clone())
            });
        }
    }
    dossier.remap(Target::Own, &mut |target, id| {
        let elsewhere = matches!(target, Target::Own | Target::Any | Target::Seat | Target::College);
        (elsewhere || holds(target, id)).then(|| id.clone())
    });
}

fn parts(body: &Body) -> HashSet<(Target, Id)> {
    let seats = body.seats.iter().map(|seat| (Target::Seat, seat.id.clone()));
    seats.chain(body.colleges.iter().map(|college| (Target::College, college.id.clone()))).collect()
}

fn lacks_part(body: &Body) -> bool {
    let parts = parts(body);
    let lacks = |target: Target, id: &Option<Id>| {
        id.as_ref().is_some_and(|id| !parts.contains(&(target, id.clone())))
    };
    body.rule.as_ref().is_some_and(|rule| lacks(Target::Seat, &rule.casting_vote))
        || body
            .seats
            .iter()
            .any(|seat| lacks(Target::Seat, &seat.alternate_of) || lacks(Target::College, &seat.college))
}

/// Without its scope, a role would silently bear on the whole project: it goes with it.
fn keeps_scope(role: &RoleAssignment, holds: &dyn Fn(Target, &Id) -> bool) -> bool {
    let Some(scope) = &role.scope else { return true };
    let stays = |id: &Option<Id>, target: Target| id.as_ref().is_some_and(|id| holds(target, id));
    let named = scope.objective.is_some() || scope.function.is_some();
    !named || stays(&scope.objective, Target::Objective) || stays(&scope.function, Target::Function)
}
