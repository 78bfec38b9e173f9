//! Actors that one institution merged into one while another went on with both.
//!
//! An actor notes the ids of those that became it (`formerIds`). What another copy still says of them is said of the
//! one that stays, before anything is compared: nobody is doubled again. Of a field that both actors have, the merge
//! of actors kept one value; where the other copy changed the one that was not kept, its change lands on the actor that
//! stays, and is told as a conflict.
//!
//! Several institutions may have merged the same actors otherwise: all that are said to be one are one, under the least
//! of the ids that were kept.
//!
//! No rule can give such an actor the same values in every order of merges. Let X say 1 and Y say 2; let A make them Y
//! and B make them X. C only changes X to 2, which A says already: A and C give A. D only changes Y to 1, which B says
//! already: B and D give B. But B and C give X saying 2, as C alone changed it, and with A, which says the same, 2; and
//! A and D give Y saying 1, and with B, 1. In other orders both are the merge of A and B, which is 1 or 2. A file would
//! have to keep each value that it lost, and nothing of this is worth that: a person looks at what was made one.
//!
//! Roles, letters of responsibility and points set aside that two institutions gave to each of two actors, which a third
//! made one, are joined where the third comes last, as they are when a person makes two actors one, and to be decided
//! where it does not: they are then of one actor from the start.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::keys::{Shape, names, shape};
use super::resolve::{Choice, resolve};
use super::three::{Found, Step};
use super::value::{items, same};
use super::{Index, Merged, core, identity, located};
use crate::edit::{Command, Kind};
use crate::exchange::report::Refusal;
use crate::model::json::Field;
use crate::model::{Dossier, Id, order};

/// A mark on actors brought back for the time of a comparison: no file holds such a key.
const MARK: &str = "\u{0}";

/// A record that binds two actors that are one: nothing can hold it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lost {
    /// Which side brought it: 0 for the first, 1 for the second; `"ours"` or `"theirs"` in JSON.
    #[serde(serialize_with = "side_name")]
    pub side: usize,
    /// JSON Pointer to it in the dossier of that side.
    pub pointer: String,
    /// The record.
    pub value: Value,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn side_name<S: Serializer>(side: &usize, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(if *side == 0 { "ours" } else { "theirs" })
}

/// Both sides and the ancestor, once actors that are one are one everywhere.
pub(super) struct Fused {
    pub(super) base: Option<Dossier>,
    pub(super) sides: [Dossier; 2],
    /// The ids that went, each with the one that stays.
    pub(super) matched: Vec<(Id, Id)>,
    /// What is to be told of changes that landed: the values of the ancestor, then of each side.
    pub(super) told: Vec<Found>,
    /// What nothing can hold any more.
    pub(super) lost: Vec<Lost>,
    /// Names under which an actor is looked for too, that several institutions made one of others each in its way.
    names: Vec<(Id, BTreeSet<String>)>,
}

impl Fused {
    /// Gives the actors of the merged dossier the names under which they are looked for too, as their tags.
    pub(super) fn name(&self, dossier: &mut Dossier) {
        for (id, names) in &self.names {
            let Some(actor) = dossier.actors.find_mut(id) else { continue };
            for name in names {
                if *name != actor.name && !actor.tags.contains(name) {
                    actor.tags.push(name.clone());
                }
            }
        }
    }
}

/// Actors that are one: the id that stays, then the others in the order in which their values count.
type Class = Vec<Id>;

/// Makes of the actors that are one by `formerIds` one actor in each file.
pub(super) fn fuse(base: Option<&Dossier>, sides: [Dossier; 2]) -> Result<Fused, Refusal> {
    let (classes, otherwise) = classes(base, &sides);
    let names = otherwise.iter().filter_map(|class| named(base, &sides, class)).collect();
    let mut fused =
        Fused { base: base.cloned(), sides, matched: Vec::new(), told: Vec::new(), lost: Vec::new(), names };
    if classes.is_empty() {
        return Ok(fused);
    }
    fused.base = base.map(|base| joined(base, &classes, 0));
    let mut landed: Vec<(usize, Found)> = Vec::new();
    for (side, dossier) in fused.sides.iter_mut().enumerate() {
        for class in &classes {
            let Some((root, others)) = class.split_first() else { continue };
            let gone = others.iter().filter(|id| dossier.actor(id).is_some());
            fused.matched.extend(gone.map(|id| (id.clone(), root.clone())));
        }
        fused.lost.extend(bound(base, dossier, side, &classes));
        let mut found = Vec::new();
        *dossier = follow(base, dossier, &classes, &mut found)?;
        landed.extend(found.into_iter().map(|one| (side, one)));
    }
    // Each institution kept another name, and the others as tags: they are put back once the name is known.
    for (id, names) in &fused.names {
        for file in fused.base.iter_mut().chain(&mut fused.sides) {
            if let Some(actor) = file.actors.find_mut(id) {
                actor.tags.retain(|tag| !names.contains(tag));
            }
        }
    }
    let mut seen = BTreeSet::new();
    fused.matched.retain(|pair| seen.insert(pair.clone()));
    fused.told = told(&fused, landed);
    Ok(fused)
}

/// The names of the actors of a class, as the ancestor has them, else both sides.
fn named(base: Option<&Dossier>, sides: &[Dossier; 2], class: &Class) -> Option<(Id, BTreeSet<String>)> {
    let of = |file: &Dossier| -> BTreeSet<String> {
        class.iter().filter_map(|id| file.actor(id)).map(|actor| actor.name.clone()).collect()
    };
    let mut names = base.map(of).unwrap_or_default();
    if base.is_none() {
        names.extend(sides.iter().flat_map(of));
    }
    names.retain(|name| !name.is_empty());
    class.first().map(|root| (root.clone(), names))
}

/// The actors that are one and still several somewhere; and those of them that both sides made one otherwise.
fn classes(base: Option<&Dossier>, sides: &[Dossier; 2]) -> (Vec<Class>, Vec<Class>) {
    let claims = |file: &Dossier| -> Vec<(Id, Vec<Id>)> {
        let notes = file.actors.iter().filter(|actor| !actor.former_ids.is_empty());
        // Of one that is still there, the file says two things at once: it stays.
        let sound = notes.map(|actor| {
            let gone = actor.former_ids.iter().filter(|id| file.actor(id).is_none());
            (actor.id.clone(), gone.cloned().collect::<Vec<Id>>())
        });
        sound.filter(|(_, gone)| !gone.is_empty()).collect()
    };
    let old = base.map(claims).unwrap_or_default();
    let each = sides.each_ref().map(claims);
    let files = || base.into_iter().chain(sides);
    let mut groups: Vec<BTreeSet<Id>> = Vec::new();
    for (kept, gone) in old.iter().chain(each.iter().flatten()) {
        let mut group: BTreeSet<Id> = gone.iter().chain(std::iter::once(kept)).cloned().collect();
        for known in groups.extract_if(.., |known| !known.is_disjoint(&group)).collect::<Vec<_>>() {
            group.extend(known);
        }
        groups.push(group);
    }
    let (mut classes, mut otherwise) = (Vec::<Class>::new(), Vec::<Class>::new());
    for group in groups {
        let here = |claims: &&(Id, Vec<Id>)| group.contains(&claims.0);
        // What the ancestor said already, nobody chose.
        let mut new: Vec<&(Id, Vec<Id>)> =
            each.iter().flatten().filter(here).filter(|claim| !old.contains(claim)).collect();
        if new.is_empty() {
            new = old.iter().filter(here).collect();
        }
        order::by(&mut new, |a, b| a.0.cmp(&b.0).then_with(|| b.1.len().cmp(&a.1.len())).then(a.1.cmp(&b.1)));
        let Some((root, first)) = new.first().map(|claim| (&claim.0, &claim.1)) else { continue };
        let apart = files().any(|file| group.iter().any(|id| id != root && file.actor(id).is_some()));
        let another = |file: &Dossier| {
            let mut kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Actor);
            kinds.any(|kind| group.iter().any(|id| kind.position(file, id).is_some()))
        };
        if apart && !files().any(another) {
            let mut class = vec![root.clone()];
            for id in first.iter().chain(&group) {
                if !class.contains(id) {
                    class.push(id.clone());
                }
            }
            if new.iter().any(|claim| Some(claim) != new.first()) {
                otherwise.push(class.clone());
            }
            classes.push(class);
        }
    }
    order::by(&mut classes, Ord::cmp);
    (classes, otherwise)
}

/// A file with the actors of each class made one. `turn` says whose values count first: those of the first of each
/// class that the file has, or of another.
fn joined(file: &Dossier, classes: &[Class], turn: usize) -> Dossier {
    let mut file = file.clone();
    for class in classes {
        let Some(root) = class.first() else { continue };
        let mut here: Vec<Id> = class.iter().filter(|id| file.actor(id).is_some()).cloned().collect();
        if turn < here.len() {
            here.rotate_left(turn);
        }
        let Some((first, others)) = here.split_first() else { continue };
        if turn > 0 {
            // Of two roles that are the same, the first of the list stays.
            let (mut own, rest): (Vec<_>, Vec<_>) =
                file.roles.iter().cloned().partition(|role| role.actor == *first);
            own.extend(rest);
            if own != *file.roles.items_mut() {
                *file.roles.items_mut() = own;
            }
        }
        if !others.is_empty() {
            let command = Command::MergeActors { keep: first.clone(), gone: others.to_vec() };
            // What would be too long for a file stays as it is: two actors rather than none.
            let Ok(after) = command.run(&file) else { continue };
            file = after;
        }
        if first != root {
            identity::rename(&mut file, Kind::Actor, first, root);
        }
        if let Some(actor) = file.actors.find_mut(root)
            && (first != root || !others.is_empty())
        {
            let noted: BTreeSet<Id> = here.iter().chain(&actor.former_ids).cloned().collect();
            let mut order: Vec<Id> = class.iter().skip(1).filter(|id| noted.contains(*id)).cloned().collect();
            order.extend(noted.into_iter().filter(|id| !class.contains(id)));
            actor.former_ids = order;
        }
    }
    file
}

/// A file with the actors of each class made one, and everything that was changed in any of them changed in it.
fn follow(
    base: Option<&Dossier>,
    file: &Dossier,
    classes: &[Class],
    found: &mut Vec<Found>,
) -> Result<Dossier, Refusal> {
    let several = |class: &Class| class.iter().filter(|id| file.actor(id).is_some()).count() > 1;
    let lacks = |class: &Class| -> Vec<Id> { lacking(base, file, class) };
    if !classes.iter().any(|class| several(class) || !lacks(class).is_empty()) {
        return Ok(joined(file, classes, 0));
    }
    let whole = match base {
        Some(base) => brought_back(base, file, &classes.iter().flat_map(lacks).collect::<Vec<Id>>())?,
        None => file.clone(),
    };
    let before = base.map(|base| joined(base, classes, 0));
    let mut after = joined(&whole, classes, 0);
    let count = |class: &Class| class.iter().filter(|id| whole.actor(id).is_some()).count();
    let turns = classes.iter().map(count).max().unwrap_or_default();
    for turn in 1..turns {
        // What was changed in another of them, on the one that stays; all of it where nothing tells what was.
        let mut changed = joined(&whole, classes, turn);
        if let (Some(base), Some(before)) = (base, &before) {
            let (dossier, over) = core(Some(&joined(base, classes, turn)), before, &changed)?;
            changed = decided(dossier, &over)?;
            found.extend(over);
        }
        let (dossier, both) = core(before.as_ref(), &after, &changed)?;
        after = dossier;
        let file = after.view().value();
        let mut index = Index::new(&file);
        found.extend(both.into_iter().map(|mut one| {
            // Of two values of one file, the one that does not stand is to be told.
            let [_, ours, theirs] = &mut one.values;
            if same(index.value(&one.path), theirs.as_ref()) {
                theirs.clone_from(ours);
            }
            one
        }));
    }
    Ok(after)
}

/// The merged dossier with everything that the second side changed.
fn decided(dossier: Dossier, found: &[Found]) -> Result<Dossier, Refusal> {
    let conflicts = located(found.to_vec(), &dossier);
    let choices = vec![Some(Choice::Theirs); conflicts.len()];
    resolve(&Merged { dossier, conflicts, ..Merged::default() }, &choices)
}

/// The actors of a class that a file removed rather than made one with others, where it has others of the class.
fn lacking(base: Option<&Dossier>, file: &Dossier, class: &Class) -> Vec<Id> {
    let Some(base) = base else { return Vec::new() };
    let here: Vec<_> = class.iter().filter_map(|id| file.actor(id)).collect();
    if here.is_empty() {
        return Vec::new();
    }
    let noted = |id: &Id| here.iter().any(|actor| actor.id == *id || actor.former_ids.contains(id));
    class.iter().filter(|id| base.actor(id).is_some() && !noted(id)).cloned().collect()
}

/// A file with actors that it removed, and what went with them: it still has them under another id.
fn brought_back(base: &Dossier, file: &Dossier, ids: &[Id]) -> Result<Dossier, Refusal> {
    if ids.is_empty() {
        return Ok(file.clone());
    }
    let mut changed = base.clone();
    for id in ids {
        if let Some(actor) = changed.actors.find_mut(id) {
            actor.extra.insert(MARK.to_owned(), Value::Bool(true));
        }
    }
    let (mut whole, _) = core(Some(base), file, &changed)?;
    for id in ids {
        if let Some(actor) = whole.actors.find_mut(id) {
            actor.extra.shift_remove(MARK);
        }
    }
    Ok(whole)
}

/// What a side says between two actors that are one, unless the ancestor said it already.
fn bound(base: Option<&Dossier>, file: &Dossier, side: usize, classes: &[Class]) -> Vec<Lost> {
    let of: BTreeMap<&str, usize> = classes
        .iter()
        .enumerate()
        .flat_map(|(class, ids)| ids.iter().map(move |id| (id.as_str(), class)))
        .collect();
    let (before, now) = (base.map(|base| base.view().value()).unwrap_or_default(), file.view().value());
    let mut lost = Vec::new();
    for list in ["influences", "ties"] {
        let Shape::List(rule) = shape("", list) else { continue };
        let (old, new) = (items(before.get(list)), items(now.get(list)));
        let [old_names, new_names] = names(rule, [old, new]);
        let known: BTreeMap<_, _> = old_names.iter().zip(old).collect();
        for (place, (name, record)) in new_names.iter().zip(new).enumerate() {
            let class = |key: &str| of.get(record.get(key)?.as_str()?);
            let (from, to) = (class("from"), class("to"));
            if from.is_some() && from == to && !same(known.get(name).copied(), Some(record)) {
                lost.push(Lost { side, pointer: format!("/{list}/{place}"), value: record.clone() });
            }
        }
    }
    lost
}

/// What landed where another value stood, with the values of both sides there.
fn told(fused: &Fused, landed: Vec<(usize, Found)>) -> Vec<Found> {
    let files = fused.base.as_ref().into_iter().chain(&fused.sides);
    let files: Vec<Value> = files.map(|file| file.view().value()).collect();
    let mut files: Vec<Index<'_>> = files.iter().map(Index::new).collect();
    let first = usize::from(fused.base.is_some());
    let mut told: Vec<Found> = Vec::new();
    for (side, found) in landed {
        let mut at =
            |file: usize, path: &[Step]| files.get_mut(file).and_then(|file| file.value(path).cloned());
        let base = if first == 1 { at(0, &found.path) } else { None };
        let mut sides = [at(first, &found.path), at(first + 1, &found.path)];
        // A judgement is taken as a whole: where the other side has none, against what its own side keeps.
        let record = found.whole.and_then(|depth| found.path.get(..depth));
        if record.is_some_and(|record| at(first + 1 - side, record).is_none()) {
            let own = at(first + side, &found.path);
            if let Some(other) = sides.get_mut(1 - side) {
                *other = own;
            }
        }
        let [_, _, changed] = &found.values;
        if let Some(here) = sides.get_mut(side) {
            here.clone_from(changed);
        }
        let [ours, theirs] = sides;
        let one = Found { values: [base, ours, theirs], ..found };
        let [_, ours, theirs] = &one.values;
        let known = told.iter().any(|known| known.path == one.path && known.values == one.values);
        if !same(ours.as_ref(), theirs.as_ref()) && !alike(ours.as_ref(), theirs.as_ref()) && !known {
            told.push(one);
        }
    }
    told
}

/// Whether two texts hold the same lines: those of both actors, one below the other.
fn alike(a: Option<&Value>, b: Option<&Value>) -> bool {
    let lines = |value: Option<&Value>| -> Option<BTreeSet<String>> {
        Some(value?.as_str()?.lines().map(str::to_owned).collect())
    };
    lines(a).is_some_and(|a| lines(b) == Some(a))
}
