//! Identifiers of public registers, on published numbers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use serde_json::Value;
use tour_de_table::model::TerritoryKind;
use tour_de_table::model::identifier::{Check, check, check_cog};

fn each(cases: &Value, list: &str, mut see: impl FnMut(&str, &str)) {
    for (scheme, of) in cases.as_object().unwrap() {
        for value in of[list].as_array().into_iter().flatten() {
            see(scheme, value.as_str().unwrap());
        }
    }
}

#[test]
fn published_numbers_are_judged_as_published() {
    let cases: Value = serde_json::from_str(include_str!("fixtures/identifiers.json")).unwrap();
    each(&cases, "valid", |scheme, value| assert_eq!(check(scheme, value), Check::Valid, "{scheme} {value}"));
    each(&cases, "invalid", |scheme, value| {
        assert_ne!(check(scheme, value), Check::Valid, "{scheme} {value}");
    });
    // A real organisation whose key is wrong: a warning, not an error.
    each(&cases, "warningOnly", |scheme, value| {
        assert_eq!(check(scheme, value), Check::WrongKey, "{scheme} {value}");
    });
    each(&cases, "regions", |_, value| {
        assert_eq!(check_cog(Some(TerritoryKind::Region), value), Check::Valid, "{value}");
    });
}
