//! What each side removed, and what of it has to stay.
//!
//! A record that one side removed stays when the other changed it, or brought something that refers to it: what
//! someone wrote is never thrown away with what someone else removed. A conflict says so, and a person decides.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::keys::{Name, Shape, TIES, names, pillars, refers, shape};
use super::value::{items, same};

/// The ids of the ancestor that one side no longer has.
#[derive(Debug, Default)]
pub(super) struct Removed {
    /// Every one, with whether it stays.
    ids: HashMap<String, bool>,
}

impl Removed {
    /// Whether an id that this side removed stays.
    pub(super) fn stays(&self, id: &str) -> bool {
        self.ids.get(id) == Some(&true)
    }

    /// Whether an id that this side removed goes.
    pub(super) fn goes(&self, id: &str) -> bool {
        self.ids.get(id) == Some(&false)
    }
}

/// The records of a file by their ids.
fn records(dossier: &Value) -> HashMap<&str, &Value> {
    fn walk<'v>(holder: &str, record: &'v Value, found: &mut HashMap<&'v str, &'v Value>) {
        for (key, value) in record.as_object().into_iter().flatten() {
            match (shape(holder, key), value) {
                (Shape::List(rule), Value::Array(items)) if !(rule.whole && holder.is_empty()) => {
                    for item in items {
                        if let Some(id) = item.get("id").and_then(Value::as_str) {
                            found.insert(id, item);
                        }
                        walk(rule.list, item, found);
                    }
                }
                (Shape::Object(name), Value::Object(_)) => walk(name, value, found),
                _ => {}
            }
        }
    }
    let mut found = HashMap::new();
    walk("", dossier, &mut found);
    found
}

/// Which places of a file mention which of the ids that someone removed.
struct Mentions<'v, 'i> {
    of: &'i HashSet<&'i str>,
    found: HashSet<(String, &'v str)>,
}

impl<'v> Mentions<'v, '_> {
    fn in_file(dossier: &'v Value, of: &HashSet<&str>) -> HashSet<(String, &'v str)> {
        let mut mentions = Mentions { of, found: HashSet::new() };
        if !of.is_empty() {
            mentions.record("", dossier, "");
        }
        mentions.found
    }

    fn record(&mut self, holder: &str, record: &'v Value, place: &str) {
        for (key, value) in record.as_object().into_iter().flatten() {
            let here = || format!("{place}/{key}");
            match (shape(holder, key), value) {
                (Shape::List(rule), Value::Array(items)) => {
                    // Most records mention none of them: their names are not asked for.
                    let mut named: Option<Vec<Name>> = None;
                    for (rank, item) in items.iter().enumerate() {
                        if !self.concerns(item) {
                            continue;
                        }
                        let id = item.get("id").and_then(Value::as_str);
                        // An id is unique: it says the place whatever holds the record.
                        let inner = if let Some(id) = id {
                            id.to_owned()
                        } else {
                            let named = named.get_or_insert_with(|| {
                                let [named] = names(rule, [items]);
                                named
                            });
                            format!("{place}/{key}/{:?}", named.get(rank))
                        };
                        self.record(rule.list, item, &inner);
                    }
                }
                (Shape::Object(name), Value::Object(_)) => self.record(name, value, &here()),
                (Shape::Leaf, Value::Object(_)) if key == "scope" => self.record(key, value, &here()),
                (Shape::Set, Value::Array(items)) if refers(holder, key) => {
                    let ids = items.iter().filter_map(Value::as_str).filter(|id| self.of.contains(id));
                    self.found.extend(ids.map(|id| (here(), id)));
                }
                (Shape::Leaf, Value::String(id)) if refers(holder, key) && self.of.contains(id.as_str()) => {
                    self.found.insert((here(), id));
                }
                _ => {}
            }
        }
    }

    /// Whether any text of a value is one of the ids.
    fn concerns(&self, value: &Value) -> bool {
        match value {
            Value::String(text) => self.of.contains(text.as_str()),
            Value::Array(items) => items.iter().any(|item| self.concerns(item)),
            Value::Object(map) => map.values().any(|value| self.concerns(value)),
            _ => false,
        }
    }
}

/// What each side removed of the ancestor.
pub(super) fn removed(base: &Value, sides: [&Value; 2]) -> [Removed; 2] {
    let before = records(base);
    let [ours, theirs] = sides.map(records);
    let [ours_raw, theirs_raw] = sides;
    [
        of_side(&before, &ours, &theirs, (base, ours_raw, theirs_raw)),
        of_side(&before, &theirs, &ours, (base, theirs_raw, ours_raw)),
    ]
}

type Records<'v> = HashMap<&'v str, &'v Value>;

fn of_side(
    before: &Records<'_>,
    side: &Records<'_>,
    other: &Records<'_>,
    (base, raw, other_raw): (&Value, &Value, &Value),
) -> Removed {
    let gone: HashSet<&str> = before.keys().copied().filter(|id| !side.contains_key(id)).collect();
    if gone.is_empty() {
        return Removed::default();
    }
    let changed = |id: &str| other.get(id).is_some_and(|left| !same(before.get(id).copied(), Some(left)));
    let mut ids: HashMap<String, bool> = gone.iter().map(|id| ((*id).to_owned(), changed(id))).collect();
    let [known, now] = [base, other_raw].map(|file| Mentions::in_file(file, &gone));
    let mut stay = |id: &str| {
        if other.contains_key(id)
            && let Some(stays) = ids.get_mut(id)
        {
            *stays = true;
        }
    };
    #[expect(clippy::iter_over_hash_type, reason = "each mention is judged alone")]
    for mention in &now {
        if !known.contains(mention) {
            stay(mention.1);
        }
    }
    for list in TIES {
        let Shape::List(rule) = shape("", list) else { continue };
        let [base, raw, other] = [base, raw, other_raw].map(|file| items(file.get(list)));
        let [base_names, names, other_names] = names(rule, [base, raw, other]);
        let gone: HashSet<&Name> = names.iter().collect();
        let known: HashMap<&Name, &Value> = base_names.iter().zip(base).collect();
        for (name, record) in other_names.iter().zip(other) {
            // Changed by one and removed by the other: it stays, and so must what it ties together.
            let changed = known.get(name).is_some_and(|base| !same(Some(base), Some(record)));
            if changed && !gone.contains(name) {
                for id in pillars(list, record) {
                    stay(id);
                }
            }
        }
    }
    Removed { ids }
}
