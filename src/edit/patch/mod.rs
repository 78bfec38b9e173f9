//! The RFC 6902 patch between two revisions of a dossier.
//!
//! Two revisions share what did not change, so the lists are compared by pointer first and only the records that
//! changed are turned into JSON: a letter typed in one actor of five hundred costs one actor. Applying the patch to
//! the JSON of the first gives exactly the JSON of the second.

mod list;

use json_patch::jsonptr::PointerBuf;
use json_patch::{AddOperation, Patch, PatchOperation, RemoveOperation, ReplaceOperation};
use serde_json::Value;

use self::list::Key;
use crate::model::json::{Field, Identified, List, value_of};
use crate::model::{Dossier, Extra};

/// The patch that leads from `before` to `after`.
pub fn between(before: &Dossier, after: &Dossier) -> Patch {
    let mut out = Operations::default();
    let sides = (before, after);
    macro_rules! fields {
        ($compare:ident: $($field:ident $key:literal),+) => {
            $( $compare(&mut out, sides, $key, &before.$field, &after.$field); )+
        };
    }
    fields!(leaf:
        format "format", format_version "formatVersion", id "id", revision "revision", saved_at "savedAt",
        language "language", project "project");
    fields!(records:
        territories "territories", pathway "pathway", needs "needs", objectives "objectives",
        functions "functions", actors "actors");
    fields!(lines: positions "positions", influences "influences", ties "ties");
    fields!(records: other_projects "otherProjects", waves "waves", roles "roles");
    fields!(lines: responsibilities "responsibilities");
    fields!(records:
        bodies "bodies", agreements "agreements", actions "actions", meetings "meetings", reviews "reviews");
    fields!(lines: answers "answers");
    fields!(records: improvements "improvements");
    fields!(lines: set_aside "setAside");
    fields!(records: snapshots "snapshots");
    beyond(&mut out, &before.extra, &after.extra);
    Patch(out.done)
}

/// The operations found so far.
#[derive(Default)]
struct Operations {
    done: Vec<PatchOperation>,
    /// Keys of the dossier that were compared.
    known: Vec<&'static str>,
}

impl Operations {
    fn add(&mut self, path: PointerBuf, value: Value) {
        self.done.push(PatchOperation::Add(AddOperation { path, value }));
    }

    fn remove(&mut self, path: PointerBuf) {
        self.done.push(PatchOperation::Remove(RemoveOperation { path }));
    }

    /// The smallest change between two values at a place.
    fn change(&mut self, path: &PointerBuf, before: &Value, after: &Value) {
        for mut operation in json_patch::diff(before, after).0 {
            match &mut operation {
                PatchOperation::Add(AddOperation { path: inner, .. })
                | PatchOperation::Remove(RemoveOperation { path: inner })
                | PatchOperation::Replace(ReplaceOperation { path: inner, .. }) => {
                    let mut whole = path.clone();
                    whole.append(inner.as_ptr());
                    *inner = whole;
                }
                // `diff` gives none of these.
                PatchOperation::Move(_) | PatchOperation::Copy(_) | PatchOperation::Test(_) => {}
            }
            self.done.push(operation);
        }
    }

    /// A key of the dossier that may be absent on either side.
    fn key(&mut self, path: PointerBuf, before: Option<Value>, after: Option<Value>) {
        match (before, after) {
            (None, None) => {}
            (None, Some(value)) => self.add(path, value),
            (Some(_), None) => self.remove(path),
            (Some(before), Some(after)) => self.change(&path, &before, &after),
        }
    }
}

type Sides<'a> = (&'a Dossier, &'a Dossier);

/// What a key of an object holds once written: the field where it says something, else what the file said instead.
fn written<T: Field>(field: &T, key: &str, extra: &Extra) -> Option<Value> {
    if field.is_absent() { extra.get(key).cloned() } else { Some(value_of(field)) }
}

fn leaf<T: Field + PartialEq>(out: &mut Operations, (a, b): Sides, key: &'static str, before: &T, after: &T) {
    out.known.push(key);
    if before == after && !before.is_absent() {
        return;
    }
    out.key(PointerBuf::from_tokens([key]), written(before, key, &a.extra), written(after, key, &b.extra));
}

/// A list whose records bear ids.
fn records<T>(out: &mut Operations, sides: Sides, key: &'static str, before: &List<T>, after: &List<T>)
where
    T: Field + Identified + Clone + Default + Eq,
{
    entries(out, sides, key, before, after, |record| Key::Id(record.id().clone()));
}

/// A list whose records are known by what they hold.
fn lines<T>(out: &mut Operations, sides: Sides, key: &'static str, before: &List<T>, after: &List<T>)
where
    T: Field + Clone + Default + Eq,
{
    entries(out, sides, key, before, after, |record| Key::Place(std::ptr::from_ref(record).addr()));
}

fn entries<T: Field + Clone + Default + Eq>(
    out: &mut Operations,
    sides: Sides,
    key: &'static str,
    before: &List<T>,
    after: &List<T>,
    name: fn(&T) -> Key,
) {
    if before.is_absent() || after.is_absent() {
        leaf(out, sides, key, before, after);
        return;
    }
    out.known.push(key);
    if !before.same(after) {
        list::between(out, key, before, after, name);
    }
}

/// What the dossier holds beyond its own fields.
fn beyond(out: &mut Operations, before: &Extra, after: &Extra) {
    let known = std::mem::take(&mut out.known);
    let beyond = |key: &&String| !known.contains(&key.as_str());
    for (key, value) in after {
        if beyond(&key) {
            let path = PointerBuf::from_tokens([key.as_str()]);
            out.key(path, before.get(key).cloned(), Some(value.clone()));
        }
    }
    for key in before.keys().filter(beyond).filter(|key| !after.contains_key(key.as_str())) {
        out.remove(PointerBuf::from_tokens([key.as_str()]));
    }
}
