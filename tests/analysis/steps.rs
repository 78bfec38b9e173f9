use serde_json::{Value, json};
use tour_de_table::analysis::completeness::{sheet, steps};
use tour_de_table::analysis::qualification::{Quadrant, map, progress};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Criterion, Dossier, Id};
use tour_de_table::vocabulary::Step;

use crate::{dossier, today};

fn next(dossier: &Dossier, step: Step) -> Option<String> {
    let states = steps(dossier, today());
    let state = states.into_iter().find(|state| state.step == step).unwrap();
    state.next.map(|next| Catalogue::new(Lang::Fr).say(next.label).into_owned())
}

fn readings(values: &[(&str, i8)]) -> Vec<Value> {
    values
        .iter()
        .map(|(criterion, value)| json!({ "criterion": criterion, "value": value, "on": "2026-11-01" }))
        .collect()
}

#[test]
fn a_blank_dossier_says_where_to_begin() {
    let blank = Dossier::blank(Id::from("d"), "fr");
    assert!(steps(&blank, today()).iter().all(|state| state.share.abs() < f64::EPSILON));
    assert_eq!(next(&blank, Step::Project).as_deref(), Some("Donner un titre au projet"));
    assert_eq!(next(&blank, Step::Actors).as_deref(), Some("Ajouter les premiers acteurs"));
}

#[test]
fn qualification_counts_actors_then_values() {
    let six: Vec<(&str, i8)> = vec![
        ("mobilisation", 0),
        ("influence", 1),
        ("interest", 2),
        ("stance", -1),
        ("availability", 3),
        ("neutrality", 4),
    ];
    let lists = |second: &[(&str, i8)]| {
        json!({ "actors": [{ "id": "a", "name": "A", "readings": readings(&six) },
                           { "id": "b", "name": "B", "readings": readings(second) }] })
    };
    let half = dossier(lists(&six[..2]));
    let seen = progress(&half);
    assert_eq!((seen.given, seen.total, seen.complete, seen.actors, seen.untouched), (8, 12, 1, 2, 0));
    assert_eq!(next(&half, Step::Qualification).as_deref(), Some("4 valeurs à renseigner\u{a0}: commencer"));
    assert_eq!(
        next(&dossier(lists(&[])), Step::Qualification).as_deref(),
        Some("1 acteur à qualifier\u{a0}: commencer")
    );
    assert_eq!(next(&dossier(lists(&six)), Step::Qualification), None);
    let state = steps(&half, today()).into_iter().find(|state| state.step == Step::Qualification).unwrap();
    assert!((state.share - 8.0 / 12.0).abs() < 1e-12);
}

#[test]
fn the_map_places_those_with_both_values_and_a_midpoint_is_high() {
    let point = |id: &str, readings: Vec<Value>| json!({ "id": id, "name": id, "readings": readings });
    let lists = json!({ "actors": [
        point("a", readings(&[("interest", 2), ("influence", 2)])),
        point("b", readings(&[("interest", 1), ("influence", 3)])),
        point("c", readings(&[("interest", 4)])),
        point("d", vec![
            json!({ "criterion": "interest", "value": 0, "on": "2026-01-01" }),
            json!({ "criterion": "interest", "value": 3, "on": "2026-06-01" }),
            json!({ "criterion": "influence", "value": 1, "on": "2026-01-01" })
        ])
    ]});
    let map = map(&dossier(lists));
    let seen: Vec<_> =
        map.points.iter().map(|point| (point.actor.as_str(), point.quadrant, point.from)).collect();
    assert_eq!(
        seen,
        [
            ("a", Quadrant::Associate, None),
            ("b", Quadrant::Satisfy, None),
            ("d", Quadrant::Inform, Some((0, 1)))
        ]
    );
    assert_eq!(map.unplaced[0].missing, [Criterion::Influence]);
}

#[test]
fn a_sheet_lists_what_it_lacks() {
    let lists = json!({ "actors": [
        { "id": "a", "name": "A", "kind": "business", "subkind": "opco" },
        { "id": "b", "name": "B", "kind": "inhabitants", "subkind": "usagers" }
    ], "territories": [] });
    let dossier = dossier(lists);
    let fields = |rank: usize| {
        sheet(&dossier.actors[rank]).missing.iter().map(|missing| missing.field).collect::<Vec<_>>()
    };
    assert_eq!(fields(0), ["identifiers", "territories", "contacts", "interests", "contributions"]);
    assert_eq!(fields(1), ["territories", "contacts", "interests", "contributions"]);
    assert!((sheet(&dossier.actors[0]).share - 3.0 / 8.0).abs() < 1e-12);
}

#[test]
fn roles_ask_for_a_lead_then_operators_then_conditions() {
    let lists = |roles: Value| json!({ "functions": [{ "id": "f", "title": "F" }], "actors": [{ "id": "a", "name": "A" }], "roles": roles });
    let lead = json!({ "id": "r", "actor": "a", "role": "lead" });
    let operator = json!({ "id": "s", "actor": "a", "role": "operator", "scope": { "function": "f" } });
    assert_eq!(next(&dossier(lists(json!([]))), Step::Roles).as_deref(), Some("Choisir la structure pilote"));
    assert_eq!(
        next(&dossier(lists(json!([lead]))), Step::Roles).as_deref(),
        Some("1 fonction sans opérateur\u{a0}: choisir")
    );
    assert_eq!(
        next(&dossier(lists(json!([lead, operator]))), Step::Roles).as_deref(),
        Some("9 conditions à vérifier")
    );
}
