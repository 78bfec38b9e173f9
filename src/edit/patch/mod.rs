//! The RFC 6902 patch between two revisions of a dossier.
//!
//! Two revisions share what did not change, so the lists are compared by pointer first and only the records that
//! changed are turned into JSON: a letter typed in one actor of five hundred costs one actor. Applying the patch to
//! the JSON of the first gives exactly the JSON of the second.

mod list;

use json_patch::jsonptr::PointerBuf;
use json_patch::{AddOperation, Patch, PatchOperation, RemoveOperation, ReplaceOperation};
use serde_json::Value;

use crate::model::Dossier;
use crate::model::json::{Record, View, written};

/// The patch that leads from `before` to `after`.
pub fn between(before: &Dossier, after: &Dossier) -> Patch {
    let mut out = Operations::default();
    let (a, b): (&dyn Record, &dyn Record) = (before, after);
    for ((key, old), (_, new)) in a.fields().zip(b.fields()) {
        match (old.view(), new.view()) {
            (View::List(old), View::List(new)) => {
                if !std::ptr::addr_eq(old, new) {
                    list::between(&mut out, key.name, old, new);
                }
            }
            (old, new) if old.same(new) && !old.is_absent() => {}
            (old, new) => {
                let (old, new) = (written(key, old, &before.extra), written(key, new, &after.extra));
                out.key(PointerBuf::from_tokens([key.name]), old.map(View::value), new.map(View::value));
            }
        }
    }
    beyond(&mut out, a, b);
    Patch(out.done)
}

/// The patch that puts another dossier, given as JSON text, in place of any: as JSON text.
pub fn whole(text: &[u8]) -> String {
    format!("[{{\"op\":\"replace\",\"path\":\"\",\"value\":{}}}]", String::from_utf8_lossy(text))
}

/// The operations found so far.
#[derive(Default)]
struct Operations {
    done: Vec<PatchOperation>,
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

/// What the dossier holds beyond its own fields.
fn beyond(out: &mut Operations, before: &dyn Record, after: &dyn Record) {
    let is_beyond = |name: &str| before.keys().iter().all(|key| key.name != name);
    let (before, after) = (before.extra(), after.extra());
    for (key, value) in after {
        if is_beyond(key) {
            let path = PointerBuf::from_tokens([key.as_str()]);
            out.key(path, before.get(key).cloned(), Some(value.clone()));
        }
    }
    for key in before.keys() {
        if is_beyond(key) && !after.contains_key(key) {
            out.remove(PointerBuf::from_tokens([key.as_str()]));
        }
    }
}
