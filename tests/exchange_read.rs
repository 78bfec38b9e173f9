//! What a file must be to be read, and what is said of one that is not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use tour_de_table::exchange::{self, Opened, Refusal};
use tour_de_table::i18n::{Catalogue, Lang};

/// A dossier with the given keys beside those that every dossier has.
fn dossier(extra: Value) -> String {
    let mut whole = json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1" });
    let (Value::Object(map), Value::Object(extra)) = (&mut whole, extra) else { panic!() };
    map.extend(extra);
    whole.to_string()
}

fn refused(text: &str) -> Refusal {
    exchange::read_text(text).expect_err("a refusal")
}

fn opened(text: &str) -> Opened {
    exchange::read_text(text).unwrap_or_else(|refusal| panic!("{:?}", found(&refusal)))
}

/// Pointers and codes, in the order given.
fn found(refusal: &Refusal) -> Vec<(&str, &str)> {
    refusal.problems.iter().map(|problem| (problem.pointer.as_str(), problem.code.as_str())).collect()
}

#[track_caller]
fn assert_found(text: &str, expected: &[(&str, &str)]) {
    assert_eq!(found(&refused(text)), expected);
}

#[test]
fn the_smallest_dossier_is_read_and_written_back() {
    let text = dossier(json!({}));
    let read = opened(&text);
    assert_eq!(String::from_utf8(exchange::write(&read.dossier)).unwrap(), text);
    assert!(read.report.counts.is_empty());
}

#[test]
fn what_is_not_json_is_located_by_line_and_column() {
    for text in ["", "{", "{\"format\": }", "nul", "{} x", "[1,]", "{\"a\": NaN}", "\"\\ud800\""] {
        assert_found(text, &[("", "notJson")]);
    }
    // FI-31: good up to a byte, then garbage.
    let whole = dossier(json!({ "project": { "title": "Métiers" } }));
    for cut in (1..whole.len()).filter(|cut| whole.is_char_boundary(*cut)) {
        assert_found(&whole[..cut], &[("", "notJson")]);
    }
}

#[test]
fn an_empty_file_and_a_file_of_something_else_are_named_for_what_they_are() {
    let fr = tour_de_table::i18n::Catalogue::new(tour_de_table::i18n::Lang::Fr);
    let said = |text: &str| fr.say(&refused(text).problems[0].phrase).into_owned();
    for nothing in ["", " \n", "\u{feff}"] {
        assert!(said(nothing).starts_with("Ce fichier est vide"), "{}", said(nothing));
    }
    assert!(said("{\"hello\": 1}").starts_with("Ce fichier n’est pas un dossier Tour de table"));
}

#[test]
fn format_and_version_decide_before_anything_else() {
    assert_found("[]", &[("", "wrongFormat")]);
    assert_found("null", &[("", "wrongFormat")]);
    assert_found("{\"actors\": 3}", &[("/format", "missing")]);
    assert_found("{\"format\": \"x\"}", &[("/format", "wrongFormat")]);
    assert_found("{\"format\": \"tour-de-table/dossier\"}", &[("/formatVersion", "missing")]);
    for newer in ["1.1", "2.0", "10.0"] {
        let text = dossier(json!({ "formatVersion": newer, "actors": "later" }));
        let refusal = refused(&text);
        assert_eq!(found(&refusal), [("/formatVersion", "newerVersion")]);
        assert_eq!(refusal.text.as_deref(), Some(text.as_str()), "kept for download");
    }
}

#[test]
fn every_problem_is_said_at_once_in_the_order_of_the_file() {
    let text = dossier(json!({
        "actors": [
            { "id": "a1", "name": 5, "kind": "alien", "readings": [{ "criterion": "stance", "value": -3 }, { "criterion": "influence", "value": -1 }] },
            { "name": "sans id" },
            { "id": "a1", "territories": ["t9"] }
        ],
        "project": { "startsOn": "2027-02-30", "endsOn": "hier" },
        "roles": [{ "id": "r1", "actor": "a1", "role": "chef", "startsOn": "2027-02-01", "endsOn": "2027-01-31" }]
    }));
    assert_found(
        &text,
        &[
            ("/actors/0/name", "wrongType"),
            ("/actors/0/kind", "unknownValue"),
            ("/actors/0/readings/0/value", "outOfScale"),
            ("/actors/0/readings/1/value", "outOfScale"),
            ("/actors/1/id", "missing"),
            ("/actors/2/id", "duplicateId"),
            ("/actors/2/territories/0", "unknownReference"),
            ("/project/startsOn", "badDate"),
            ("/project/endsOn", "badDate"),
            ("/roles/0/role", "unknownValue"),
            ("/roles/0/endsOn", "endBeforeStart"),
        ],
    );
}

#[test]
fn references_must_lead_to_the_right_kind_and_body() {
    let text = dossier(json!({
        "objectives": [{ "id": "o1" }],
        "actors": [{ "id": "a1" }],
        "positions": [{ "actor": "o1", "objective": "a1", "value": 1 }],
        "bodies": [
            { "id": "b1", "rule": { "castingVote": "p2" }, "colleges": [{ "id": "g1" }], "seats": [{ "id": "p1", "alternateOf": "p2" }] },
            { "id": "b2", "rule": { "castingVote": "p2" }, "seats": [{ "id": "p2", "college": "g1", "actor": "a1" }] }
        ],
        "setAside": [{ "finding": "V06", "objects": ["gone"] }]
    }));
    assert_found(
        &text,
        &[
            ("/positions/0/actor", "unknownReference"),
            ("/positions/0/objective", "unknownReference"),
            ("/bodies/0/rule/castingVote", "unknownReference"),
            ("/bodies/0/seats/0/alternateOf", "unknownReference"),
            ("/bodies/1/seats/0/college", "unknownReference"),
        ],
    );
}

#[test]
fn ids_are_unique_over_the_whole_file() {
    let text = dossier(json!({
        "actors": [{ "id": "a1", "contacts": [{ "id": "x" }], "contributions": [{ "id": "x" }] }],
        "bodies": [{ "id": "b1", "colleges": [{ "id": "a1" }], "seats": [{ "id": "d1" }] }],
        "snapshots": [{ "id": "z1", "content": { "id": "z1" } }]
    }));
    assert_found(
        &text,
        &[
            ("/actors/0/contributions/0/id", "duplicateId"),
            ("/bodies/0/colleges/0/id", "duplicateId"),
            ("/bodies/0/seats/0/id", "duplicateId"),
        ],
    );
}

#[test]
fn references_to_what_could_not_be_read_are_not_blamed() {
    let text = dossier(json!({ "actors": {}, "ties": [{ "from": "a1", "to": "a2", "level": "conflict" }] }));
    assert_found(&text, &[("/actors", "wrongType")]);
}

#[test]
fn an_actor_bears_nothing_on_itself() {
    let text = dossier(json!({
        "actors": [{ "id": "a1" }],
        "influences": [{ "from": "a1", "to": "a1", "value": 0 }, { "from": "a1", "to": "a1", "value": 2 }],
        "ties": [{ "from": "a1", "to": "a1", "level": "networking" }]
    }));
    assert_found(&text, &[("/influences/1/value", "outOfScale"), ("/ties/0/to", "outOfScale")]);
}

#[test]
fn territories_do_not_contain_themselves() {
    let text = dossier(json!({ "territories": [
        { "id": "t0", "parent": "t1" },
        { "id": "t1", "parent": "t3" }, { "id": "t2", "parent": "t1" }, { "id": "t3", "parent": "t2" },
        { "id": "t4", "parent": "t4" }, { "id": "t5" }, { "id": "t6", "parent": "t5" }
    ] }));
    assert_found(
        &text,
        &[("/territories/1/parent", "territoryCycle"), ("/territories/4/parent", "territoryCycle")],
    );
}

#[test]
fn a_key_given_twice_is_refused_wherever_it_is() {
    let text = r#"{ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "project": { "title": "a", "title": "b" }, "autre": [{ "x/~y": 1, "x/~y": 1 }], "id": "d1" }"#;
    assert_found(
        text,
        &[("/id", "duplicateKey"), ("/project/title", "duplicateKey"), ("/autre/0/x~1~0y", "duplicateKey")],
    );
}

#[test]
fn numbers_that_cannot_be_held_are_refused_even_in_unknown_fields() {
    let with = |number: &str| dossier(json!({ "rien": "-", "autre": [1, "@"] })).replace("\"@\"", number);
    for number in ["1e999", "-1E400", "1e-400", "123456789012345678901234567890", "-9223372036854775809"] {
        assert_found(&with(number), &[("/autre/1", "badNumber")]);
    }
    for number in [
        "18446744073709551615",
        "-9223372036854775808",
        "0.1",
        "0e999",
        "-0",
        "0.30000000000000004",
        "18446744073709552000",
    ] {
        let text = with(number);
        let before: Value = serde_json::from_str(&text).unwrap();
        let after: Value = serde_json::from_slice(&exchange::write(&opened(&text).dossier)).unwrap();
        assert_eq!(before, after, "{number}");
    }
}

#[test]
fn minus_zero_and_three_point_zero_are_whole_numbers() {
    let text = dossier(
        json!({ "actors": [{ "id": "a1", "targetMobilisation": 3.0, "readings": [{ "criterion": "influence", "value": -0.0 }] }] }),
    );
    let read = opened(&text).dossier;
    assert_eq!(read.actors[0].target_mobilisation.unwrap().get(), 3);
    assert_eq!(read.actors[0].readings[0].value.get(), 0);
}

#[test]
fn unknown_fields_and_explicit_silences_survive_at_every_level() {
    let text = dossier(json!({
        "revision": null, "language": "", "x": { "deep": [null, {}, [], ""] },
        "project": { "title": "", "endsOn": null, "y/z": 1.5, "__proto__": { "polluted": true } },
        "actors": [{ "id": "a1", "tags": [], "contacts": [{ "id": "c1", "w": [1] }], "contributions": [{ "id": "k1", "money": { "amount": "12.30", "v": 0 }, "quantity": null }], "readings": [{ "criterion": "interest", "value": 2, "u": {} }] }],
        "ties": [], "snapshots": [{ "id": "z1", "content": { "anything": [1, 2] } }]
    }));
    let read = opened(&text);
    let before: Value = serde_json::from_str(&text).unwrap();
    let after: Value = serde_json::from_slice(&exchange::write(&read.dossier)).unwrap();
    assert_eq!(before, after);
    let pretty: Value = serde_json::from_slice(&exchange::write_pretty(&read.dossier)).unwrap();
    assert_eq!(before, pretty);
    assert_eq!(
        read.report.unknown,
        [
            "/project/y~1z",
            "/project/__proto__",
            "/actors/0/contacts/0/w",
            "/actors/0/contributions/0/money/v",
            "/actors/0/readings/0/u",
            "/x"
        ]
    );
    assert_eq!(read.report.counts, [("actors", 1), ("snapshots", 1)]);
}

#[test]
fn identifiers_that_fail_the_check_of_their_register_are_kept_and_said() {
    let text = dossier(json!({
        "territories": [
            { "id": "t1", "kind": "region", "code": { "scheme": "COG", "value": "973" } },
            { "id": "t2", "kind": "commune", "code": { "scheme": "COG", "value": "973" } }
        ],
        "actors": [{ "id": "a1", "identifiers": [
            { "scheme": "SIRET", "value": "130 005 481 00010" },
            { "scheme": "SIRET", "value": "130 005 481 00011" },
            { "scheme": "SIREN", "value": "" },
            { "scheme": "interne", "value": "x" }
        ] }]
    }));
    let report = opened(&text).report;
    let found: Vec<(&str, &str)> =
        report.warnings.iter().map(|problem| (problem.pointer.as_str(), problem.code.as_str())).collect();
    assert_eq!(
        found,
        [
            ("/territories/1/code/value", "doubtfulIdentifier"),
            ("/actors/0/identifiers/1/value", "doubtfulIdentifier")
        ]
    );
}

#[test]
fn t9_marks_that_turn_the_writing_about_are_shown_and_kept() {
    let file = concat!(
        r#"{"format":"tour-de-table/dossier","formatVersion":"1.0","id":"d","project":{"title":"Plan \u202egnp.exe"},"#,
        "\"autre\":{\"a/b~\":[\"sans\",\"\u{2066}isolé\u{2069}\"]},",
        r#""actors":[{"id":"a","name":"عربي"},{"id":"b","name":"\\u202e en toutes lettres"}]}"#
    );
    let opened = opened(file);
    let warnings: Vec<_> =
        opened.report.warnings.iter().map(|one| (one.pointer.as_str(), one.code.as_str())).collect();
    assert_eq!(warnings, [("/project/title", "hiddenDirection"), ("/autre/a~1b~0/1", "hiddenDirection")]);
    let said = Catalogue::new(Lang::Fr).say(&opened.report.warnings[0].phrase).into_owned();
    assert!(said.contains("Plan [U+202E]gnp.exe"), "{said}");
    assert_eq!(opened.dossier.title(), "Plan \u{202e}gnp.exe");
}
