//! Files of Popolo come in two manners: lists of records that name each other by id, and records that hold others
//! inside them (a person with its memberships, a membership with its organisation). Everything is brought to lists.
//!
//! No class of Popolo asks for an id, and an id is unique in its class only; a dossier asks for ids that are unique in
//! the whole file. A record without one is given one, and one that another class already uses is written apart.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::Fields;
use super::read::text;

/// The lists, in the order in which they keep their ids where two classes use the same.
const LISTS: [&str; 6] = ["organizations", "areas", "posts", "memberships", "events", "persons"];

/// What may stand inside a record: list of the record, key, list of what stands there, and the keys that then name it:
/// in the record that held it, in the one that was held.
const HELD: [(&str, &str, &str, &str, &str); 19] = [
    ("persons", "memberships", "memberships", "", "person_id"),
    ("organizations", "memberships", "memberships", "", "organization_id"),
    ("organizations", "posts", "posts", "", "organization_id"),
    ("organizations", "parent", "organizations", "parent_id", ""),
    ("organizations", "children", "organizations", "", "parent_id"),
    ("organizations", "area", "areas", "area_id", ""),
    ("posts", "memberships", "memberships", "", "post_id"),
    ("posts", "organization", "organizations", "organization_id", ""),
    ("posts", "area", "areas", "area_id", ""),
    ("memberships", "person", "persons", "person_id", ""),
    ("memberships", "organization", "organizations", "organization_id", ""),
    ("memberships", "post", "posts", "post_id", ""),
    ("memberships", "on_behalf_of", "organizations", "on_behalf_of_id", ""),
    ("memberships", "area", "areas", "area_id", ""),
    ("areas", "parent", "areas", "parent_id", ""),
    ("areas", "children", "areas", "", "parent_id"),
    ("events", "organization", "organizations", "organization_id", ""),
    ("events", "attendees", "persons", "", ""),
    ("events", "children", "events", "", "parent_id"),
];

/// The keys that name a record of a list.
fn named(list: &str, key: &str) -> Option<&'static str> {
    match (list, key) {
        ("areas", "parent_id") | (_, "area_id") => Some("areas"),
        ("events", "parent_id") => Some("events"),
        (_, "organization_id" | "parent_id" | "on_behalf_of_id") => Some("organizations"),
        (_, "person_id") => Some("persons"),
        (_, "post_id") => Some("posts"),
        _ => None,
    }
}

/// The same file as lists alone.
pub(super) fn spread(file: Value) -> Value {
    let mut lists = Lists::default();
    if let Value::Object(mut whole) = file {
        for list in LISTS {
            for record in items(whole.remove(list)) {
                lists.take(list, record);
            }
        }
    }
    lists.name_apart();
    LISTS.into_iter().zip(lists.records).map(|(list, records)| (list.to_owned(), json!(records))).collect()
}

/// The records of a list, or the one that stands in its place.
fn items(value: Option<Value>) -> Vec<Fields> {
    let records = match value {
        Some(Value::Array(items)) => items,
        Some(record @ Value::Object(_)) => vec![record],
        _ => Vec::new(),
    };
    records
        .into_iter()
        .filter_map(|item| if let Value::Object(record) = item { Some(record) } else { None })
        .collect()
}

fn place(list: &str) -> usize {
    LISTS.iter().position(|known| *known == list).unwrap_or_default()
}

#[derive(Default)]
struct Lists {
    /// By place in [`LISTS`].
    records: [Vec<Fields>; 6],
    /// Where the record of an id stands in its list.
    known: HashMap<(usize, String), usize>,
    /// Ids given here.
    given: usize,
}

impl Lists {
    /// Takes a record and all that stands inside it; gives its id. A record that comes twice comes once, with what
    /// either says.
    fn take(&mut self, list: &str, mut record: Fields) -> String {
        if text(&record, "id").is_empty() {
            self.given += 1;
            record.insert("id".to_owned(), json!(format!("{list}/{}", self.given)));
        }
        let id = text(&record, "id").to_owned();
        for (_, key, inside, there, here) in HELD.iter().filter(|(from, ..)| *from == list) {
            let Some(held) = record.remove(*key) else { continue };
            for mut one in items(Some(held)) {
                if !here.is_empty() {
                    one.entry(*here).or_insert_with(|| json!(id));
                }
                // A membership of a post is one in the organisation of the post.
                if (list, *key) == ("posts", "memberships")
                    && let Some(organisation) = record.get("organization_id")
                {
                    one.entry("organization_id").or_insert_with(|| organisation.clone());
                }
                let inner = self.take(inside, one);
                if !there.is_empty() {
                    record.insert((*there).to_owned(), json!(inner));
                }
            }
        }
        let rank = place(list);
        let Some(kept) = self.records.get_mut(rank) else { return id };
        match self.known.get(&(rank, id.clone())).and_then(|at| kept.get_mut(*at)) {
            Some(before) => {
                for (key, value) in record {
                    before.entry(key).or_insert(value);
                }
            }
            None => {
                self.known.insert((rank, id.clone()), kept.len());
                kept.push(record);
            }
        }
        id
    }

    /// Gives another id to what bears one that an earlier list uses.
    fn name_apart(&mut self) {
        let mut taken: HashSet<String> = HashSet::new();
        let mut other: HashMap<(usize, String), String> = HashMap::new();
        for (rank, (list, records)) in LISTS.iter().zip(&self.records).enumerate() {
            for record in records {
                let id = text(record, "id");
                let mut free = id.to_owned();
                while taken.contains(&free) {
                    free = format!("{list}/{free}");
                }
                if free != id {
                    other.insert((rank, id.to_owned()), free.clone());
                }
                taken.insert(free);
            }
        }
        if other.is_empty() {
            return;
        }
        let renamed =
            |list: &str, id: &str| other.get(&(place(list), id.to_owned())).map(|other| json!(other));
        for (list, records) in LISTS.iter().zip(&mut self.records) {
            for (key, value) in records.iter_mut().flatten() {
                if key == "member" {
                    let class = value.get("@type").and_then(Value::as_str);
                    let of = if class == Some("Person") { "persons" } else { "organizations" };
                    if let Some(id) = value.get_mut("id")
                        && let Some(new) = id.as_str().and_then(|id| renamed(of, id))
                    {
                        *id = new;
                    }
                } else if let Some(of) = if key == "id" { Some(*list) } else { named(list, key) }
                    && let Some(new) = value.as_str().and_then(|id| renamed(of, id))
                {
                    *value = new;
                }
            }
        }
    }
}
