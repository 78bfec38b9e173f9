//! What makes two records the same one, and how each field of the format is merged: the one table.
//!
//! | List | A record is the same when these agree | Merged |
//! |---|---|---|
//! | every list whose records bear an id | `id` | field by field |
//! | `positions` | actor, objective, evaluator | as a whole |
//! | `influences` | from, to, evaluator | as a whole |
//! | `ties` | the two actors, in whichever order unless directed | as a whole |
//! | `responsibilities` | function, actor | as a whole |
//! | `answers` | item, respondent, day | as a whole |
//! | `setAside` | finding, objects in whichever order | as a whole |
//! | `lineage` | revision, digest | as a whole |
//! | `readings` of an actor | criterion, evaluator, day: a series in time | as a whole |
//! | `identifiers` of an actor | scheme | as a whole |
//! | `indicators` of an objective | title | as a whole |
//! | `conditions` of a role | code | as a whole |
//! | `checks` of an admission criterion | actor | as a whole |
//! | `clauses` of an agreement | code | field by field |
//! | `linkedPlans` of an agreement | actor, title | as a whole |
//! | texts, words and ids (`tags`, `territories`, `decisions`…) | the text | added and removed one by one |
//! | `project`, `rule` of a body, `holder` of a seat | there is one | field by field |
//! | everything else, and what the format does not know | there is one | as a whole |
//!
//! Where a file holds several records that agree on these, the finer keys tell them apart (the day among positions
//! and influences, the value among identifiers, the letter, the level, the unit, who set aside and why); then their rank.
//!
//! "As a whole": a dated judgement is one thing. A value from one institution with the day and the note of another
//! would be nobody's.

use std::collections::HashMap;

use serde_json::Value;

use super::value::{canonical, said};
use crate::model::order;

/// How a value is merged.
#[derive(Clone, Copy)]
pub(in crate::exchange) enum Shape {
    /// As a whole.
    Leaf,
    /// A list of texts: one by one.
    Set,
    /// An object: field by field.
    Object(&'static str),
    /// A list of records.
    List(&'static Rule),
}

/// How the records of a list are told apart and merged.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Rule {
    /// The key of the list, which names the record.
    pub(in crate::exchange) list: &'static str,
    /// The keys that designate a record; none where it bears an id.
    pub(in crate::exchange) key: &'static [&'static str],
    /// Further keys, where the first designate several records.
    finer: &'static [&'static str],
    /// Whether a record is merged as a whole.
    pub(in crate::exchange) whole: bool,
}

const fn by_id(list: &'static str) -> Rule {
    Rule { list, key: &[], finer: &[], whole: false }
}

const fn by(list: &'static str, key: &'static [&'static str], finer: &'static [&'static str]) -> Rule {
    Rule { list, key, finer, whole: true }
}

/// The lists of records, by the record that holds them; `""` is the dossier.
const LISTS: &[(&str, Rule)] = &[
    ("", by_id("territories")),
    ("", by_id("pathway")),
    ("", by_id("needs")),
    ("", by_id("objectives")),
    ("", by_id("functions")),
    ("", by_id("actors")),
    ("", by("positions", &["actor", "objective", "by"], &["on"])),
    ("", by("influences", &["from", "to", "by"], &["on"])),
    ("", by("ties", &["from", "to", "directed"], &["level"])),
    ("", by_id("otherProjects")),
    ("", by_id("waves")),
    ("", by_id("roles")),
    ("", by("responsibilities", &["function", "actor"], &["letter"])),
    ("", by_id("bodies")),
    ("", by_id("agreements")),
    ("", by_id("actions")),
    ("", by_id("meetings")),
    ("", by_id("reviews")),
    ("", by("answers", &["item", "respondent", "on"], &[])),
    ("", by_id("improvements")),
    ("", by("setAside", &["finding", "objects"], &["by", "reason"])),
    ("", by_id("admissionCriteria")),
    ("", by_id("plans")),
    ("", by_id("sheets")),
    ("", by_id("snapshots")),
    ("", by("lineage", &["revision", "digest"], &[])),
    ("objectives", by("indicators", &["title"], &["unit", "target"])),
    ("actors", by("identifiers", &["scheme"], &["value"])),
    ("actors", by_id("contacts")),
    ("actors", by_id("contributions")),
    ("actors", by("readings", &["criterion", "by", "on"], &[])),
    ("roles", by("conditions", &["code"], &[])),
    ("roles", by_id("commitments")),
    ("admissionCriteria", by("checks", &["actor"], &[])),
    ("bodies", by_id("colleges")),
    ("bodies", by_id("seats")),
    ("agreements", Rule { list: "clauses", key: &["code"], finer: &[], whole: false }),
    ("agreements", by_id("obligations")),
    ("agreements", by("linkedPlans", &["actor", "title"], &[])),
];

/// The lists of texts, words and ids.
const SETS: &[(&str, &str)] = &[
    ("project", "territories"),
    ("needs", "territories"),
    ("needs", "stages"),
    ("needs", "liftedBy"),
    ("functions", "objectives"),
    ("functions", "territories"),
    ("functions", "skills"),
    ("actors", "territories"),
    ("actors", "tags"),
    ("actors", "capabilities"),
    ("actors", "formerIds"),
    ("otherProjects", "carriers"),
    ("otherProjects", "objectives"),
    ("agreements", "parties"),
    ("actions", "responsible"),
    ("meetings", "attendees"),
    ("meetings", "decisions"),
    ("reviews", "watches"),
    ("reviews", "people"),
];

/// The objects merged field by field.
const OBJECTS: &[(&str, &str)] = &[("", "project"), ("bodies", "rule"), ("seats", "holder")];

/// How the value under `key` of a record is merged; `holder` is the list or key that holds the record, `""` for the
/// dossier.
pub(in crate::exchange) fn shape(holder: &str, key: &str) -> Shape {
    let list = LISTS.iter().find(|(of, rule)| *of == holder && rule.list == key);
    let here = |(of, known): &&(&'static str, &'static str)| *of == holder && *known == key;
    if let Some((_, rule)) = list {
        Shape::List(rule)
    } else if SETS.iter().any(|set| here(&set)) {
        Shape::Set
    } else if let Some((_, object)) = OBJECTS.iter().find(here) {
        Shape::Object(object)
    } else {
        Shape::Leaf
    }
}

/// Keys that hold the id of another record.
const ONE: &[&str] = &[
    "actor",
    "objective",
    "function",
    "from",
    "to",
    "party",
    "carrier",
    "parent",
    "wave",
    "college",
    "alternateOf",
    "castingVote",
    "agreement",
    "adoptedBy",
];

/// Whether the value under a key of a record refers to another record.
pub(in crate::exchange) fn refers(holder: &str, key: &str) -> bool {
    ONE.contains(&key)
        || matches!(
            key,
            "territories"
                | "stages"
                | "liftedBy"
                | "objectives"
                | "capabilities"
                | "carriers"
                | "parties"
                | "responsible"
                | "attendees"
        ) && !holder.is_empty()
}

/// The lists whose records tie others together (see [`pillars`]).
pub(in crate::exchange) const TIES: [&str; 5] =
    ["positions", "influences", "ties", "responsibilities", "roles"];

/// The ids a record cannot stand without: what it ties together. Where one goes, the record goes too.
pub(in crate::exchange) fn pillars<'v>(list: &str, record: &'v Value) -> Vec<&'v str> {
    let keys: &[&str] = match list {
        "positions" => &["actor", "objective"],
        "influences" | "ties" => &["from", "to"],
        "responsibilities" => &["function", "actor"],
        "roles" | "checks" => &["actor"],
        _ => &[],
    };
    let mut found: Vec<&str> = keys.iter().filter_map(|key| record.get(*key)?.as_str()).collect();
    if list == "roles"
        && let Some(Value::Object(scope)) = record.get("scope")
    {
        // Without its scope, a role would bear on the whole project.
        found.extend(["objective", "function"].iter().filter_map(|key| scope.get(*key)?.as_str()));
    }
    found
}

/// What designates a record among those of its list.
///
/// The first letter says how: `i` by id, `k` by its keys, `f` by the finer ones too; the rank tells apart what nothing
/// else does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::exchange) struct Name(String);

impl Name {
    /// Whether the finer keys are part of it.
    pub(super) fn is_fine(&self) -> bool {
        self.0.starts_with('f')
    }

    /// What designates the record, however finely: where records with and without the finer keys stand in one list,
    /// their order is that of the keys.
    pub(super) fn words(&self) -> &str {
        self.0.get(1..).unwrap_or_default()
    }

    /// The name of a record that bears an id.
    pub(super) fn of_id(id: &str) -> Self {
        Self(format!("i{id}"))
    }
}

/// The names of the records of one list in several files, in the order of each.
///
/// All at once: where one file tells records apart by the finer keys, they are told apart so in every file.
pub(in crate::exchange) fn names<const N: usize>(rule: &Rule, files: [&[Value]; N]) -> [Vec<Name>; N] {
    let mut crowded: HashMap<String, bool> = HashMap::new();
    if !rule.finer.is_empty() {
        for file in files {
            let mut seen: HashMap<String, usize> = HashMap::with_capacity(file.len());
            for record in file {
                let name = coarse(rule, record);
                let count = seen.entry(name.clone()).or_default();
                *count += 1;
                if *count > 1 {
                    crowded.insert(name, true);
                }
            }
        }
    }
    files.map(|file| {
        let mut ranks: HashMap<String, usize> = HashMap::with_capacity(file.len());
        file.iter()
            .map(|record| {
                let mut name = coarse(rule, record);
                if crowded.contains_key(&name) {
                    name = fine(rule, record);
                }
                ranked(name, &mut ranks)
            })
            .collect()
    })
}

fn ranked(name: String, ranks: &mut HashMap<String, usize>) -> Name {
    let rank = ranks.entry(name.clone()).or_default();
    *rank += 1;
    Name(if *rank == 1 { name } else { format!("{name}\u{1}{rank}") })
}

/// The places of the records of a list by their names, all told apart by the finer keys or none.
pub(in crate::exchange) fn by_name(rule: &Rule, records: &[Value], finely: bool) -> HashMap<Name, usize> {
    let mut ranks: HashMap<String, usize> = HashMap::new();
    let way = if finely { fine } else { coarse };
    records.iter().enumerate().map(|(place, record)| (ranked(way(rule, record), &mut ranks), place)).collect()
}

fn coarse(rule: &Rule, record: &Value) -> String {
    if let (true, Some(id)) = (rule.key.is_empty(), record.get("id").and_then(Value::as_str)) {
        return format!("i{id}");
    }
    let mut name = "k".to_owned();
    if rule.list == "ties" {
        // The relation of two actors is one, whichever was named first.
        let directed = record.get("directed") == Some(&Value::Bool(true));
        let mut ends = [end(record, "from"), end(record, "to")];
        if !directed {
            order::by(&mut ends, Ord::cmp);
        }
        let [from, to] = ends;
        return format!("k{from}\u{0}{to}\u{0}{directed}");
    }
    designate(rule.key, record, &mut name);
    name
}

fn fine(rule: &Rule, record: &Value) -> String {
    let mut name = coarse(rule, record);
    name.replace_range(..1, "f");
    designate(rule.finer, record, &mut name);
    name
}

fn end(record: &Value, key: &str) -> String {
    record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn designate(keys: &[&str], record: &Value, into: &mut String) {
    for key in keys {
        match said(record.get(*key)) {
            Some(Value::String(text)) => into.push_str(text),
            Some(Value::Array(items)) => {
                let mut items: Vec<String> = items.iter().map(canonical).collect();
                order::by(&mut items, Ord::cmp);
                into.push_str(&items.join(","));
            }
            Some(other) => into.push_str(&canonical(other)),
            None => {}
        }
        into.push('\u{0}');
    }
}

/// The names of the texts of a list.
pub(in crate::exchange) fn texts(items: &[Value]) -> Vec<Name> {
    let mut ranks: HashMap<String, usize> = HashMap::with_capacity(items.len());
    items.iter().map(|item| ranked(canonical(item), &mut ranks)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Lists of known records that the table forgets, by the record that holds them.
    fn forgotten(holder: &str, record: &Value, found: &mut Vec<String>) {
        for (key, value) in record.as_object().into_iter().flatten() {
            match (shape(holder, key), value) {
                (Shape::List(rule), Value::Array(_)) if rule.whole => {}
                (Shape::List(rule), Value::Array(items)) => {
                    for item in items {
                        forgotten(rule.list, item, found);
                    }
                }
                (Shape::Object(name), Value::Object(_)) => forgotten(name, value, found),
                (Shape::Set, Value::Array(items)) if items.iter().all(Value::is_string) => {}
                (_, Value::Array(_)) => found.push(format!("{holder}/{key}")),
                _ => {}
            }
        }
    }

    #[test]
    fn the_table_knows_every_list_of_the_format() {
        let file = include_str!("../../../tests/fixtures/dossiers/valid/every-field.json");
        let file: Value = serde_json::from_str(file).expect("JSON");
        let mut found = Vec::new();
        forgotten("", &file, &mut found);
        assert_eq!(found, Vec::<String>::new());
        assert!(matches!(shape("actors", "unknown"), Shape::Leaf));
    }
}
