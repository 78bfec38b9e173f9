//! Whom of the dossier is proposed for the seats of a preset.

use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::votes::seating;
use tour_de_table::vocabulary::{PRESETS, preset};

use crate::{dossier, today};

fn actor(id: &str, kind: &str, subkind: &str, level: Option<i8>) -> Value {
    let readings = level.map_or(
        json!([]),
        |level| json!([{ "criterion": "mobilisation", "value": level, "on": "2026-01-01" }]),
    );
    json!({ "id": id, "name": id, "kind": kind, "subkind": subkind, "readings": readings })
}

fn proposed(code: &str, lists: Value) -> Vec<String> {
    let dossier = dossier(lists);
    let found = seating(&Index::of(&dossier, today()), preset(code).unwrap());
    found.into_iter().map(|id| id.map_or_else(|| "-".to_owned(), |id| id.to_string())).collect()
}

/// Seats of the local employment committee: State 1, region 1, department 1, municipalities 2, employment network 3,
/// social partners 2, users 1.
#[test]
fn a_sub_kind_named_by_the_preset_takes_its_seat() {
    let actors = json!([
        actor("mission", "employmentTraining", "missionLocale", Some(4)),
        actor("ft", "employmentTraining", "franceTravail", Some(1)),
        actor("greta", "employmentTraining", "greta", Some(4)),
        actor("dept", "publicAuthority", "departement", None),
        actor("ddets", "publicAuthority", "ddets", Some(3)),
        actor("pref", "publicAuthority", "prefecture", Some(1)),
        actor("commune", "publicAuthority", "commune", Some(4)),
        actor("agglo", "publicAuthority", "epci", Some(2)),
        actor("cci", "economicDevelopment", "cci", Some(4)),
        actor("habitants", "inhabitants", "", None),
    ]);
    // The sub-kinds in the order of the preset, not by mobilisation; nobody for the region and the social partners.
    assert_eq!(
        proposed("cle", json!({ "actors": actors })),
        ["pref", "-", "dept", "agglo", "commune", "ft", "mission", "-", "-", "-", "habitants"]
    );
}

#[test]
fn within_a_family_the_best_mobilised_come_first_and_each_comes_once() {
    let actors = json!([
        actor("s1", "association", "sante", Some(1)),
        actor("s2", "association", "", None),
        actor("s3", "association", "mobilite", Some(3)),
        actor("s4", "association", "", Some(3)),
        actor("region", "publicAuthority", "region", Some(2)),
        actor("school", "publicAuthority", "education", Some(4)),
        actor("club", "business", "", Some(4)),
    ]);
    // Local authorities 3, associations 3, other partners 2. A school authority is no local authority.
    assert_eq!(
        proposed("management", json!({ "actors": actors })),
        ["region", "-", "-", "s3", "s4", "s1", "club", "-"]
    );
}

#[test]
fn a_steering_committee_goes_by_the_roles_that_have_not_ended() {
    let lists = json!({
        "actors": [actor("a", "business", "", None), actor("b", "association", "", None), actor("c", "other", "", None)],
        "roles": [
            { "id": "r1", "actor": "c", "role": "lead", "endsOn": "2020-01-01" },
            { "id": "r2", "actor": "b", "role": "lead" },
            { "id": "r3", "actor": "b", "role": "operator" },
            { "id": "r4", "actor": "a", "role": "operator" },
            { "id": "r5", "actor": "c", "role": "funder" },
        ],
    });
    // Lead 1, operators 3, funders 2, partners 2, users 1: the lead is not proposed again as an operator.
    assert_eq!(proposed("steering", lists), ["b", "a", "-", "-", "c", "-", "-", "-", "-"]);
}

#[test]
fn every_seat_of_every_preset_has_its_answer() {
    for preset in &PRESETS {
        let empty = dossier(json!({}));
        let found = seating(&Index::of(&empty, today()), preset);
        let seats: u32 = preset.colleges.iter().map(|college| college.seats).sum();
        assert_eq!(found.len(), seats as usize, "{}", preset.code);
        assert!(found.iter().all(Option::is_none), "{}", preset.code);
    }
}

/// Sub-kinds are named by their codes: a misspelt one would never match.
#[test]
fn presets_name_sub_kinds_that_exist() {
    use tour_de_table::vocabulary::{Meant, Vocabulary};
    let vocabulary = Vocabulary::default();
    for preset in &PRESETS {
        for college in preset.colleges {
            let Meant::Kinds(kinds) = college.meant else { continue };
            for (kind, subkinds) in kinds {
                for code in *subkinds {
                    let known = vocabulary.subkinds(*kind).iter().any(|choice| choice.code == *code);
                    assert!(known, "{}: {code}", preset.code);
                }
            }
        }
    }
}
