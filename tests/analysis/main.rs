//! The computations and the rules, checked against hand-worked dossiers, brute force and invariances.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::missing_panics_doc, reason = "the helpers of a test may stop at the first surprise")]

mod coverage;
mod findings;
mod invariance;
mod roles;
mod steps;
mod votes;
mod votes_change;
mod votes_dossier;
mod votes_findings;
mod votes_seats;
mod votes_structure;

use serde_json::{Value, json};
use tour_de_table::exchange::read_value;
use tour_de_table::findings::{Finding, all};
use tour_de_table::model::{Date, Dossier};

/// The day every test takes place.
pub fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
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
