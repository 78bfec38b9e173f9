//! What each side removed, and what of it has to stay.
//!
//! A record that one side removed stays when the other changed it, or brought something that refers to it: what
//! someone wrote is never thrown away with what someone else removed. A conflict says so, and a person decides.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::keys::{Name, Shape, TIES, names, pillars, refers, shape};
use super::value::{said, same};

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

/// What a file holds: its records by id, and which places mention which id.
#[derive(Default)]
struct Census<'v> {
    records: HashMap<&'v str, &'v Value>,
    mentions: HashSet<(String, &'v str)>,
}

impl<'v> Census<'v> {
    fn of(dossier: &'v Value) -> Self {
        let mut census = Self::default();
        census.record("", dossier, "");
        census
    }

    fn record(&mut self, holder: &str, record: &'v Value, place: &str) {
        for (key, value) in record.as_object().into_iter().flatten() {
            let here = || format!("{place}/{key}");
            match (shape(holder, key), value) {
                (Shape::List(rule), Value::Array(items)) => {
                    let [named] = names(rule, [items]);
                    for (name, item) in named.iter().zip(items) {
                        let id = item.get("id").and_then(Value::as_str);
                        if let Some(id) = id {
                            self.records.insert(id, item);
                        }
                        // An id is unique: it says the place whatever holds the record.
                        let inner = id.map_or_else(|| format!("{place}/{key}/{name:?}"), str::to_owned);
                        self.record(rule.list, item, &inner);
                    }
                }
                (Shape::Object(name), Value::Object(_)) => self.record(name, value, &here()),
                (Shape::Leaf, Value::Object(_)) if key == "scope" => self.record(key, value, &here()),
                (Shape::Set, Value::Array(items)) if refers(holder, key) => {
                    self.mentions.extend(items.iter().filter_map(Value::as_str).map(|id| (here(), id)));
                }
                (Shape::Leaf, Value::String(id)) if refers(holder, key) => {
                    self.mentions.insert((here(), id));
                }
                _ => {}
            }
        }
    }
}

/// What each side removed of the ancestor.
pub(super) fn removed(base: &Value, sides: [&Value; 2]) -> [Removed; 2] {
    let before = Census::of(base);
    let [ours, theirs] = sides.map(Census::of);
    let [ours_raw, theirs_raw] = sides;
    [
        of_side(&before, &ours, &theirs, (base, ours_raw, theirs_raw)),
        of_side(&before, &theirs, &ours, (base, theirs_raw, ours_raw)),
    ]
}

fn of_side(
    before: &Census<'_>,
    side: &Census<'_>,
    other: &Census<'_>,
    (base, raw, other_raw): (&Value, &Value, &Value),
) -> Removed {
    let mut ids: HashMap<String, bool> = HashMap::new();
    #[expect(clippy::iter_over_hash_type, reason = "each id is judged alone")]
    for (id, record) in &before.records {
        if !side.records.contains_key(id) {
            let left = other.records.get(id);
            let changed = left.is_some_and(|left| !same(Some(record), Some(left)));
            ids.insert((*id).to_owned(), changed);
        }
    }
    if ids.is_empty() {
        return Removed::default();
    }
    let mut stay = |id: &str| {
        if other.records.contains_key(id)
            && let Some(stays) = ids.get_mut(id)
        {
            *stays = true;
        }
    };
    #[expect(clippy::iter_over_hash_type, reason = "each mention is judged alone")]
    for mention in &other.mentions {
        if !before.mentions.contains(mention) {
            stay(mention.1);
        }
    }
    for list in TIES {
        let Shape::List(rule) = shape("", list) else { continue };
        let records = |dossier: &'_ Value| -> Vec<Value> {
            said(dossier.get(list)).and_then(Value::as_array).cloned().unwrap_or_default()
        };
        let (base, raw, other) = (records(base), records(raw), records(other_raw));
        let [base_names, names, other_names] = names(rule, [&base, &raw, &other]);
        let gone: HashSet<&Name> = names.iter().collect();
        let known: HashMap<&Name, &Value> = base_names.iter().zip(&base).collect();
        for (name, record) in other_names.iter().zip(&other) {
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
