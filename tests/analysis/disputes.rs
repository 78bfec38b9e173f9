//! Where several people disagree most, on positions, influences and readings.

use serde_json::{Value, json};
use tour_de_table::analysis::disputes::{influences, on_influence, on_reading, positions, readings};
use tour_de_table::analysis::readings::{Influences, Positions};
use tour_de_table::model::{Criterion, Dossier, Id};

use super::dossier;

fn given(mut what: Value, value: i8, by: &str, on: &str) -> Value {
    for (key, said) in [("value", json!(value)), ("by", json!(by)), ("on", json!(on))] {
        what[key] = said;
    }
    what
}

fn id(text: &str) -> Id {
    Id::from(text.to_owned())
}

#[test]
fn of_positions_the_widest_comes_first_then_the_one_on_the_side() {
    let said = |actor: &str, objective: &str, value, by: &str, on: &str| {
        given(json!({ "actor": actor, "objective": objective }), value, by, on)
    };
    let dossier = dossier(json!({
        "objectives": (["o1", "o2"].map(|id| json!({ "id": id, "title": id }))),
        "actors": (["a", "b"].map(|id| json!({ "id": id, "name": id }))),
        "positions": [
            said("a", "o1", 4, "Ana", "2026-01-01"), said("a", "o1", 1, "Bob", "2026-01-01"),
            said("a", "o2", 2, "Ana", "2026-02-01"), said("a", "o2", -1, "Bob", "2026-01-01"),
            // Ana changed her mind: her latest is 2, as Bob's.
            said("b", "o1", -4, "Ana", "2026-01-01"), said("b", "o1", 2, "Ana", "2026-03-01"),
            said("b", "o1", 2, "Bob", "2026-01-01"),
            said("b", "o2", 3, "", "2026-01-01"), said("b", "o2", 0, "Bob", "2026-01-01"), said("b", "o2", 4, "Cy", "2026-01-01"),
        ],
    }));
    let found: Vec<_> = positions(&Positions::of(&dossier)).iter().map(|one| (one.cell, one.width)).collect();
    // b/o2: 0 to 4; a/o2: −1 to 2, on both sides; a/o1: 1 to 4; b/o1: everyone says 2.
    assert_eq!(found, [((1, 1), 4), ((0, 1), 3), ((0, 0), 3)]);
}

fn bearing() -> Dossier {
    let said = |from: &str, to: &str, value, by: &str, on: &str| {
        given(json!({ "from": from, "to": to }), value, by, on)
    };
    dossier(json!({
        "actors": (["a", "b", "c"].map(|id| json!({ "id": id, "name": id }))),
        "influences": [
            said("a", "b", 3, "Ana", "2026-01-01"), said("a", "b", 1, "Bob", "2026-01-01"),
            said("b", "a", 2, "Ana", "2026-01-01"), said("b", "a", 0, "Bob", "2026-01-01"),
            // Agreed at 4 since, which Bob never came round to; Cy agrees with him.
            said("c", "a", 4, "", "2026-05-01"), said("c", "a", 1, "Bob", "2026-01-01"), said("c", "a", 1, "Cy", "2026-01-01"),
            said("c", "b", 4, "Ana", "2026-01-01"), said("c", "b", 1, " Bob ", "2026-01-01"), said("c", "b", 3, "Bob", "2026-02-01"),
            // Alone: nothing to compare.
            said("a", "c", 4, "Ana", "2026-01-01"),
        ],
    }))
}

#[test]
fn of_influences_the_widest_comes_first_then_whether_there_is_any() {
    let dossier = bearing();
    let found: Vec<_> =
        influences(&Influences::of(&dossier)).iter().map(|one| (one.cell, one.width)).collect();
    // b→a: 0 to 2, one says there is none; a→b: 1 to 3; c→b: 3 (Bob's latest) to 4. On c→a both evaluators say 1.
    assert_eq!(found, [((1, 0), 2), ((0, 1), 2), ((2, 1), 1)]);
    let agreed = influences(&Influences::of(&dossier))[2].value;
    assert_eq!((agreed.agreed, agreed.median, agreed.spread), (None, Some(3), Some((3, 4))));
}

#[test]
fn of_readings_what_the_rules_ask_comes_first_among_equals() {
    let read =
        |criterion: &str, value, by: &str| given(json!({ "criterion": criterion }), value, by, "2026-01-01");
    let dossier = dossier(json!({ "actors": [
        { "id": "a", "name": "a", "readings": [
            // Two apart, both in the upper half; two apart, across it.
            read("influence", 2, "Ana"), read("influence", 4, "Bob"), read("interest", 1, "Ana"), read("interest", 3, "Bob"),
            // Two apart, with no side to be on.
            read("neutrality", 1, "Ana"), read("neutrality", 3, "Bob"),
        ] },
        { "id": "b", "name": "b", "readings": [read("mobilisation", 4, ""), read("influence", 0, "")] },
        { "id": "c", "name": "c", "readings": [
            read("stance", -1, "Ana"), read("stance", 1, "Bob"), read("mobilisation", 1, "Ana"), read("mobilisation", 4, "Bob"),
            read("mobilisation", 3, ""), read("availability", 2, "Ana"), read("availability", 2, "Bob"),
        ] },
    ] }));
    let found: Vec<_> = readings(&dossier).iter().map(|one| (one.cell, one.width)).collect();
    let expected = [
        ((2, Criterion::Mobilisation), 3),
        ((0, Criterion::Interest), 2),
        ((2, Criterion::Stance), 2),
        ((0, Criterion::Influence), 2),
        ((0, Criterion::Neutrality), 2),
    ];
    assert_eq!(found, expected);
    assert_eq!(readings(&dossier)[0].value.agreed, Some(3));
}

#[test]
fn each_voice_is_the_latest_of_a_person() {
    let dossier = bearing();
    let said: Vec<(String, i8)> =
        on_influence(&dossier, &id("c"), &id("b")).into_iter().map(|voice| (voice.by, voice.value)).collect();
    assert_eq!(said, [("Ana".to_owned(), 4), ("Bob".to_owned(), 3)]);
    let agreed: Vec<String> =
        on_influence(&dossier, &id("c"), &id("a")).into_iter().map(|voice| voice.by).collect();
    assert_eq!(agreed, ["", "Bob", "Cy"]);
    let actor = super::dossier(json!({ "actors": [{ "id": "a", "readings": [
        { "criterion": "stance", "value": -2, "by": "Ana", "on": "2026-03-01", "note": "au conseil" },
        { "criterion": "stance", "value": 1, "by": "Ana", "on": "2026-01-01" },
        { "criterion": "interest", "value": 4, "by": "Bob" },
    ] }] }));
    let voices = on_reading(&actor.actors[0], Criterion::Stance);
    assert_eq!((voices.len(), voices[0].value, voices[0].note.as_str()), (1, -2, "au conseil"));
}
