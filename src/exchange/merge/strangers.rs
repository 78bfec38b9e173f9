//! Two dossiers that began apart: an id that both use was given twice by chance, and tells nothing.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::identity::rename_all;
use crate::edit::Kind;
use crate::exchange::table::name_key;
use crate::model::{Actor, Dossier, Id};

/// What tells a record that bears no words of its own: who it is about, and what for.
const JOINS: [&str; 5] = ["actor", "role", "scope", "kind", "on"];

/// The second dossier, whose records that bear the id of another thing of the first have an id of their own. One that
/// bears the same words as that of the first is the same, and stays so. Doing it again after a merge changes nothing.
pub(super) fn apart(ours: &Dossier, theirs: &Dossier) -> Dossier {
    let mut theirs = without_foreign_notes(ours, theirs);
    let (borne, mut taken) = (ids(ours), ids(&theirs));
    // In the order of the file, where a record stands after those it refers to: what it joins then has its last id.
    for kind in Kind::ALL {
        let known: HashMap<&Id, &str> = kind.titles(ours).collect();
        let mut own = HashMap::new();
        for (id, words) in kind.titles(&theirs) {
            let is = |here: &Id| {
                known.get(here).is_some_and(|known| same(*kind, (ours, here, known), (&theirs, id, words)))
            };
            let another = known.contains_key(id) && !is(id);
            if another || (*kind == Kind::Actor && noted_by_another(ours, &theirs, id)) {
                let mut numbered = (2..=u32::MAX).map(|number| Id::from(format!("{id}-{number}")));
                // One that the same thing already bears in the first dossier serves again.
                let free = numbered.find(|own| !taken.contains(own) && (is(own) || !borne.contains(own)));
                if let Some(free) = free {
                    taken.insert(free.clone());
                    own.insert(id.clone(), free);
                }
            }
        }
        rename_all(&mut theirs, *kind, &own);
    }
    theirs
}

/// Every id that a dossier bears or notes.
fn ids(dossier: &Dossier) -> HashSet<Id> {
    let former = dossier.actors.iter().flat_map(|actor| actor.former_ids.iter().cloned());
    Kind::ALL.iter().flat_map(|kind| kind.ids(dossier)).chain(former).collect()
}

/// The second dossier, without the notes that an actor was once under the id of an actor that is another in the first.
fn without_foreign_notes(ours: &Dossier, theirs: &Dossier) -> Dossier {
    let mut theirs = theirs.clone();
    for place in 0..theirs.actors.len() {
        let Some(actor) = theirs.actors.get(place).filter(|actor| !actor.former_ids.is_empty()) else {
            continue;
        };
        let own = |id: &&Id| ours.actor(id).is_none_or(|here| became(actor, here));
        let left: Vec<Id> = actor.former_ids.iter().filter(own).cloned().collect();
        if left.len() < actor.former_ids.len()
            && let Some(actor) = theirs.actors.item_mut(place)
        {
            actor.former_ids = left;
        }
    }
    theirs
}

/// Whether an actor of the first dossier notes the id of one of the second that is another.
fn noted_by_another(ours: &Dossier, theirs: &Dossier, id: &Id) -> bool {
    theirs.actor(id).is_some_and(|actor| {
        ours.actors.iter().any(|kept| kept.former_ids.contains(id) && !became(kept, actor))
    })
}

/// Whether an actor became the one that notes its id, by its name: the one that stays keeps it as a tag.
fn became(kept: &Actor, gone: &Actor) -> bool {
    let name = name_key(&gone.name);
    std::iter::once(&kept.name).chain(&kept.tags).any(|known| name_key(known) == name)
}

/// Whether two records are one thing, by their words, or by what they join where neither has any.
fn same(kind: Kind, one: (&Dossier, &Id, &str), other: (&Dossier, &Id, &str)) -> bool {
    let words = [one.2, other.2].map(name_key);
    let [first, second] = &words;
    if words.iter().any(|words| !words.is_empty()) {
        return first == second;
    }
    let joined = |(dossier, id, _): (&Dossier, &Id, &str)| {
        let record = kind.position(dossier, id).and_then(|place| kind.record(dossier, place));
        record.map(|record| record.view().value()).unwrap_or_default()
    };
    let (first, second) = (joined(one), joined(other));
    JOINS.iter().all(|key| first.get(key).unwrap_or(&Value::Null) == second.get(key).unwrap_or(&Value::Null))
}
