//! Two dossiers that began apart: an id that both use was given twice by chance, and tells nothing.

use serde_json::Value;

use super::identity::rename;
use crate::edit::Kind;
use crate::exchange::table::name_key;
use crate::model::{Dossier, Id};

/// What tells a record that bears no words of its own: who it is about, and what for.
const JOINS: [&str; 5] = ["actor", "role", "scope", "kind", "on"];

/// The second dossier, whose records that bear the id of another thing of the first have an id of their own. One that
/// bears the same words as that of the first is the same, and stays so. Doing it again after a merge changes nothing.
pub(super) fn apart(ours: &Dossier, theirs: &Dossier) -> Dossier {
    let mut theirs = theirs.clone();
    // In the order of the file, where a record stands after those it refers to: what it joins then has its last id.
    for kind in Kind::ALL {
        for id in kind.ids(&theirs) {
            if kind.position(ours, &id).is_some() && !same(*kind, (ours, &id), (&theirs, &id)) {
                let own = free(*kind, ours, &theirs, &id);
                rename(&mut theirs, *kind, &id, &own);
            }
        }
    }
    theirs
}

/// Whether two records are one thing, as far as their words or what they join tell. Without words, what they join.
fn same(kind: Kind, one: (&Dossier, &Id), other: (&Dossier, &Id)) -> bool {
    let words = |(dossier, id): (&Dossier, &Id)| name_key(kind.known(dossier, id).unwrap_or_default());
    let (first, second) = (words(one), words(other));
    if !first.is_empty() || !second.is_empty() {
        return first == second;
    }
    let joined = |(dossier, id): (&Dossier, &Id)| {
        let record = kind.position(dossier, id).and_then(|place| kind.record(dossier, place));
        record.map(|record| record.view().value()).unwrap_or_default()
    };
    let (first, second) = (joined(one), joined(other));
    JOINS.iter().all(|key| first.get(key).unwrap_or(&Value::Null) == second.get(key).unwrap_or(&Value::Null))
}

/// An id that nothing bears, or that the same thing already bears in the first dossier.
fn free(kind: Kind, ours: &Dossier, theirs: &Dossier, id: &Id) -> Id {
    let borne =
        |dossier: &Dossier, id: &Id| Kind::ALL.iter().any(|kind| kind.position(dossier, id).is_some());
    let mut number = 2_u32;
    loop {
        let own = Id::from(format!("{id}-{number}"));
        let known = kind.position(ours, &own).is_some() && same(kind, (ours, &own), (theirs, id));
        if !borne(theirs, &own) && (known || !borne(ours, &own)) {
            return own;
        }
        number += 1;
    }
}
