//! What changed from one dossier to another: a patch for machines, and a summary in terms of records.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::{Map, Value};

use super::merge::value::items;
use crate::edit::patch;
use crate::model::Dossier;
use crate::model::json::{Field, pointer_step};

/// What leads from one dossier to another.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// RFC 6902: applied to the first, gives the second exactly.
    pub patch: json_patch::Patch,
    /// The same in terms of records.
    pub summary: Vec<Change>,
}

/// A field of a record that differs.
///
/// An addition has no `before`, a removal no `after`, and both name the list as `field`. A list of records that only
/// changed places gives the ids in both orders under the field `order`. What says nothing (`null`, `""`, `[]`,
/// absent) equals nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The id of the record; for records without id, the key of their list; `project` for the project.
    pub object: String,
    /// The way from the object to the value, steps joined by `/`. A record without id is designated by what
    /// identifies it, joined by `,`: `a1,o1/value` among positions, `readings/influence,2026-11-22/value`.
    pub field: String,
    /// Value in the first dossier.
    pub before: Option<Value>,
    /// Value in the second dossier.
    pub after: Option<Value>,
}

/// The difference between two dossiers.
pub fn diff(before: &Dossier, after: &Dossier) -> Difference {
    Difference { patch: patch::between(before, after), summary: summary(before, after) }
}

/// The difference in terms of records alone.
pub(super) fn summary(before: &Dossier, after: &Dossier) -> Vec<Change> {
    let (Value::Object(before_keys), Value::Object(after_keys)) =
        (before.view().value(), after.view().value())
    else {
        return Vec::new();
    };
    let mut changes = Changes(Vec::new());
    for key in keys(&before_keys, &after_keys) {
        let (was, is) = (before_keys.get(key), after_keys.get(key));
        // The project and the lists are objects of their own; what remains belongs to the dossier.
        if [was, is].iter().flatten().any(|value| value.is_object() || records(value).is_some()) {
            changes.value(&Spot { object: key, field: "" }, key, was, is);
        } else {
            changes.value(&Spot { object: after.id.as_str(), field: key }, key, was, is);
        }
    }
    changes.0
}

/// The keys of both, in the order of the first.
fn keys<'v>(
    before: &'v Map<String, Value>,
    after: &'v Map<String, Value>,
) -> impl Iterator<Item = &'v String> {
    before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)))
}

/// A value that says something.
fn said(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    })
}

/// The items of a list of records.
fn records(value: &Value) -> Option<&Vec<Value>> {
    value.as_array().filter(|items| items.iter().any(Value::is_object))
}

/// An object and the way into it.
struct Spot<'a> {
    object: &'a str,
    field: &'a str,
}

impl Spot<'_> {
    fn deeper(&self, step: &str) -> String {
        if self.field.is_empty() { step.to_owned() } else { format!("{}/{step}", self.field) }
    }
}

/// The keys that together designate a record without id.
fn designation(list: &str) -> &'static [&'static str] {
    match list {
        "positions" => &["actor", "objective", "on", "by"],
        "influences" => &["from", "to", "on", "by"],
        "ties" => &["from", "to"],
        "responsibilities" => &["function", "actor"],
        "answers" => &["item", "respondent", "on"],
        "readings" => &["criterion", "on", "by"],
        "conditions" | "clauses" => &["code"],
        "identifiers" => &["scheme"],
        "indicators" => &["title"],
        "linkedPlans" => &["actor", "title"],
        "setAside" => &["finding", "objects"],
        _ => &[],
    }
}

/// A record of a list: by its id, or by what identifies it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    Id(String),
    /// The second field tells apart those that are identified alike.
    Designated(String, usize),
}

/// The records of a list with their names, in order.
fn named<'v>(list: &str, items: &'v [Value]) -> Vec<(Name, &'v Value)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut name = |item: &Value| {
        if let Some(id) = item.get("id").and_then(Value::as_str) {
            return Name::Id(id.to_owned());
        }
        let parts: Vec<String> =
            designation(list).iter().filter_map(|key| said(item.get(key))).map(in_words).collect();
        let words = parts.join(",");
        let rank = seen.entry(words.clone()).or_default();
        *rank += 1;
        Name::Designated(words, *rank)
    };
    items.iter().map(|item| (name(item), item)).collect()
}

fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

struct Changes(Vec<Change>);

impl Changes {
    fn push(&mut self, object: &str, field: &str, before: Option<&Value>, after: Option<&Value>) {
        self.0.push(Change {
            object: object.to_owned(),
            field: field.to_owned(),
            before: before.cloned(),
            after: after.cloned(),
        });
    }

    /// `key` is the last key on the way to the value.
    fn value(&mut self, spot: &Spot<'_>, key: &str, before: Option<&Value>, after: Option<&Value>) {
        let (before, after) = (said(before), said(after));
        match (before, after) {
            (was, is) if was == is => {}
            (Some(Value::Object(was)), Some(Value::Object(is))) => {
                for key in keys(was, is) {
                    let field = spot.deeper(key);
                    self.value(&Spot { field: &field, ..*spot }, key, was.get(key), is.get(key));
                }
            }
            (was, is) if [was, is].iter().flatten().any(|value| records(value).is_some()) => {
                self.list(spot, key, items(was), items(is));
            }
            (was, is) => self.push(spot.object, spot.field, was, is),
        }
    }

    fn list(&mut self, spot: &Spot<'_>, key: &str, before: &[Value], after: &[Value]) {
        let (before, after) = (named(key, before), named(key, after));
        let known: HashMap<&Name, &Value> = before.iter().map(|(name, item)| (name, *item)).collect();
        let kept: HashSet<&Name> = after.iter().map(|(name, _)| name).collect();
        for (name, item) in before.iter().filter(|(name, _)| !kept.contains(name)) {
            self.record(spot, key, name, Some(item), None);
        }
        for (name, item) in &after {
            self.record(spot, key, name, known.get(name).copied(), Some(item));
        }
        let order = |names: &[(Name, &Value)], other: &dyn Fn(&Name) -> bool| -> Vec<Value> {
            let shared = names.iter().filter(|(name, _)| other(name));
            shared
                .map(|(name, _)| match name {
                    Name::Id(words) | Name::Designated(words, _) => Value::String(words.clone()),
                })
                .collect()
        };
        let was = order(&before, &|name| kept.contains(name));
        let is = order(&after, &|name| known.contains_key(name));
        if was != is {
            let (was, is) = (Value::Array(was), Value::Array(is));
            self.push(spot.object, &spot.deeper("order"), Some(&was), Some(&is));
        }
    }

    /// A record of a list, in both, or in one only.
    fn record(
        &mut self,
        spot: &Spot<'_>,
        list: &str,
        name: &Name,
        before: Option<&Value>,
        after: Option<&Value>,
    ) {
        match (name, before, after) {
            (Name::Id(id), Some(_), Some(_)) => {
                self.value(&Spot { object: id, field: "" }, list, before, after);
            }
            (Name::Id(id), ..) => self.push(id, list, before, after),
            (Name::Designated(words, rank), ..) => {
                let step = match rank {
                    1 => pointer_step(words),
                    _ => format!("{}#{rank}", pointer_step(words)),
                };
                let field = spot.deeper(&step);
                self.value(&Spot { field: &field, ..*spot }, list, before, after);
            }
        }
    }
}
