//! The difference between two dossiers: the patch leads exactly from one to the other, the summary speaks of records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use tour_de_table::exchange::{self, Change, Difference};
use tour_de_table::model::Dossier;

fn dossier(extra: Value) -> Dossier {
    let mut whole = json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1" });
    let (Value::Object(map), Value::Object(extra)) = (&mut whole, extra) else { panic!() };
    map.extend(extra);
    exchange::read_value(whole).unwrap_or_else(|refusal| panic!("{:?}", refusal.problems)).dossier
}

fn file(dossier: &Dossier) -> Value {
    serde_json::from_slice(&exchange::write(dossier)).unwrap()
}

/// The difference, once checked that its patch leads from one to the other.
fn difference(before: Value, after: Value) -> Vec<Change> {
    let (before, after) = (dossier(before), dossier(after));
    let Difference { patch, summary } = exchange::diff(&before, &after);
    let mut patched = file(&before);
    json_patch::patch(&mut patched, &patch).unwrap();
    assert_eq!(patched, file(&after));
    summary
}

fn change(object: &str, field: &str, before: Value, after: Value) -> Change {
    let said = |value: Value| (!value.is_null()).then_some(value);
    Change { object: object.to_owned(), field: field.to_owned(), before: said(before), after: said(after) }
}

#[test]
fn equal_dossiers_do_not_differ() {
    let some = json!({ "revision": 3, "actors": [{ "id": "a1", "tags": ["x"] }], "x": 1 });
    assert_eq!(difference(some.clone(), some), []);
}

#[test]
fn fields_of_the_dossier_the_project_and_records_are_named() {
    let before = json!({
        "language": "fr", "project": { "title": "Avant", "endsOn": null },
        "actors": [{ "id": "a1", "name": "CCI", "contacts": [{ "id": "c1", "name": "X" }] }, { "id": "a2" }]
    });
    let after = json!({
        "language": "en", "project": { "title": "Après", "problem": "" },
        "actors": [{ "id": "a1", "name": "CCI", "kind": "business", "contacts": [{ "id": "c1", "name": "Y" }] }, { "id": "a3" }]
    });
    assert_eq!(
        difference(before, after),
        [
            change("d1", "language", json!("fr"), json!("en")),
            change("project", "title", json!("Avant"), json!("Après")),
            change("a2", "actors", json!({ "id": "a2" }), json!(null)),
            change("c1", "name", json!("X"), json!("Y")),
            change("a1", "kind", json!(null), json!("business")),
            change("a3", "actors", json!(null), json!({ "id": "a3" })),
        ]
    );
}

#[test]
fn records_without_id_are_designated_by_what_identifies_them() {
    let actors = json!([{ "id": "a1" }, { "id": "a2" }]);
    let before = json!({
        "actors": actors, "objectives": [{ "id": "o1" }],
        "positions": [{ "actor": "a1", "objective": "o1", "value": 1 }],
        "influences": [{ "from": "a1", "to": "a2", "value": 2 }]
    });
    let after = json!({
        "actors": actors, "objectives": [{ "id": "o1" }],
        "positions": [{ "actor": "a1", "objective": "o1", "value": -2 }],
        "ties": [{ "from": "a1", "to": "a2", "level": "conflict" }]
    });
    assert_eq!(
        difference(before, after),
        [
            change("positions", "a1,o1/value", json!(1), json!(-2)),
            change("influences", "a1,a2", json!({ "from": "a1", "to": "a2", "value": 2 }), json!(null)),
            change("ties", "a1,a2", json!(null), json!({ "from": "a1", "to": "a2", "level": "conflict" })),
        ]
    );
    let reading = |value: i8| json!({ "actors": [{ "id": "a1", "readings": [{ "criterion": "influence", "value": value, "on": "2026-11-22" }] }] });
    assert_eq!(
        difference(reading(1), reading(3)),
        [change("a1", "readings/influence,2026-11-22/value", json!(1), json!(3))]
    );
}

#[test]
fn records_that_only_change_places_are_said_as_an_order() {
    let order = |ids: [&str; 3]| json!({ "waves": ids.map(|id| json!({ "id": id, "title": "v" })) });
    assert_eq!(
        difference(order(["w1", "w2", "w3"]), order(["w3", "w1", "w2"])),
        [change("waves", "order", json!(["w1", "w2", "w3"]), json!(["w3", "w1", "w2"]))]
    );
}
