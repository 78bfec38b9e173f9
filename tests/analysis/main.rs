//! The computations and the rules, checked against hand-worked dossiers, brute force and invariances.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::missing_panics_doc, reason = "the helpers of a test may stop at the first surprise")]

mod circles;
mod coherence;
mod complementarities;
mod coverage;
mod disputes;
mod findings;
mod findings_ecosystem;
mod first_group;
mod invariance;
mod network;
mod pool;
mod positions;
mod responsibilities;
mod roles;
mod steps;
mod votes;
mod votes_balance;
mod votes_change;
mod votes_dossier;
mod votes_findings;
mod votes_quorum;
mod votes_seating;
mod votes_seats;
mod votes_structure;
mod without;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tour_de_table::exchange::{headless, read_value};
use tour_de_table::findings::{Finding, all, analyze};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Date, Dossier};

/// The day every test takes place.
pub fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

/// What `analyze` gives, in French, as other tools read it.
pub fn analyzed(dossier: &Dossier) -> Value {
    let text = headless::json(&analyze(dossier, today(), &Catalogue::new(Lang::Fr)));
    serde_json::from_str(&text).unwrap()
}

fn nulls(value: &Value, pointer: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Null => {
            found.insert(pointer.to_owned());
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(place, item)| nulls(item, &format!("{pointer}/{place}"), found));
        }
        Value::Object(map) => {
            map.iter().for_each(|(key, item)| nulls(item, &format!("{pointer}/{key}"), found));
        }
        _ => {}
    }
}

/// Checks that the `null`s of a result and the pointers of `undefined` are the same, each once and with a sentence,
/// and returns them. A finding that nobody set aside is `null` for its own reason.
pub fn explained(result: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (key, value) in result.as_object().unwrap() {
        if key != "findings" {
            nulls(value, &format!("/{key}"), &mut found);
        }
    }
    let undefined = result["undefined"].as_array().unwrap();
    assert!(undefined.iter().all(|one| one["reason"].as_str().is_some_and(|reason| reason.ends_with('.'))));
    let told = || undefined.iter().map(|one| one["pointer"].as_str().unwrap().to_owned());
    assert_eq!(told().collect::<BTreeSet<_>>(), found);
    assert_eq!(told().count(), found.len(), "a pointer is told once");
    found
}

/// A dossier from its lists; the envelope is added.
pub fn dossier(lists: Value) -> Dossier {
    let mut whole = json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "dossier", "language": "fr" });
    for (key, list) in lists.as_object().unwrap() {
        whole[key] = list.clone();
    }
    read_value(whole).unwrap_or_else(|refusal| panic!("{:?}", refusal.problems)).dossier
}

/// The findings of one code.
pub fn found(lists: Value, code: &str) -> Vec<Finding> {
    all(&dossier(lists), today()).into_iter().filter(|finding| finding.code == code).collect()
}

/// The objects of each finding of one code.
pub fn objects(lists: Value, code: &str) -> Vec<Vec<String>> {
    let found = found(lists, code);
    found.iter().map(|finding| finding.objects.iter().map(ToString::to_string).collect()).collect()
}
