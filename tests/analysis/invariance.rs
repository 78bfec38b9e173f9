use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tour_de_table::analysis::completeness::steps;
use tour_de_table::analysis::coverage::coverage;
use tour_de_table::analysis::{qualification, roles};
use tour_de_table::exchange::read_value;
use tour_de_table::findings::{all, analyze};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Dossier, Id, Territory};
use tour_de_table::vocabulary::examples;

use crate::today;

fn example(code: &str) -> Value {
    serde_json::from_str(examples().iter().find(|example| example.code == code).unwrap().text).unwrap()
}

fn read(value: Value) -> Dossier {
    read_value(value).unwrap_or_else(|refusal| panic!("{:?}", refusal.problems)).dossier
}

fn collect_ids(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            ids.extend(map.get("id").and_then(Value::as_str).map(str::to_owned));
            map.values().for_each(|value| collect_ids(value, ids));
        }
        Value::Array(list) => list.iter().for_each(|value| collect_ids(value, ids)),
        _ => {}
    }
}

/// Renames every id so that their order is reversed, everywhere they stand.
fn rename(value: &Value, names: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => Value::String(names.get(text).unwrap_or(text).clone()),
        Value::Array(list) => list.iter().map(|value| rename(value, names)).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), rename(value, names))).collect(),
        other => other.clone(),
    }
}

/// Code, severity, objects and whether set aside, in no particular order.
fn shape(dossier: &Dossier) -> BTreeSet<(String, String, BTreeSet<String>, bool)> {
    all(dossier, today())
        .into_iter()
        .map(|finding| {
            let objects = finding.objects.iter().map(ToString::to_string).collect();
            (
                finding.code.to_owned(),
                finding.severity.as_str().to_owned(),
                objects,
                finding.set_aside.is_some(),
            )
        })
        .collect()
}

#[test]
fn names_of_ids_do_not_matter() {
    for code in ["petit", "bassin", "soixante"] {
        let mut original = example(code);
        original["snapshots"] = Value::Array(vec![]);
        let mut ids = BTreeSet::new();
        collect_ids(&original, &mut ids);
        let names: BTreeMap<String, String> = ids
            .iter()
            .rev()
            .enumerate()
            .map(|(rank, id)| (id.clone(), format!("renamed-{rank:05}")))
            .collect();
        let renamed = read(rename(&original, &names));
        let original = read(original);
        let expected: BTreeSet<_> = shape(&original)
            .into_iter()
            .map(|(code, severity, objects, aside)| {
                let objects = objects.into_iter().map(|id| names.get(&id).cloned().unwrap_or(id)).collect();
                (code, severity, objects, aside)
            })
            .collect();
        assert_eq!(shape(&renamed), expected, "{code}");
        let fr = Catalogue::new(Lang::Fr);
        let said = |dossier: &Dossier| -> Vec<String> {
            all(dossier, today()).iter().map(|finding| fr.say(&finding.reason).into_owned()).collect()
        };
        assert_eq!(said(&original), said(&renamed), "{code}");
    }
}

#[test]
fn the_order_of_actors_does_not_matter() {
    for code in ["petit", "bassin", "soixante"] {
        let original = example(code);
        let mut reversed = original.clone();
        reversed["actors"].as_array_mut().unwrap().reverse();
        reversed["positions"].as_array_mut().unwrap().reverse();
        let (original, reversed) = (read(original), read(reversed));
        assert_eq!(shape(&original), shape(&reversed), "{code}");
        let cells = |dossier: &Dossier| -> Vec<BTreeSet<String>> {
            let held = coverage(dossier, today());
            held.cells.iter().map(|cell| cell.actors.iter().map(ToString::to_string).collect()).collect()
        };
        assert_eq!(cells(&original), cells(&reversed), "{code}");
    }
}

#[test]
fn every_example_is_read_through_in_both_languages() {
    for example in examples() {
        let dossier = read(serde_json::from_str(example.text).unwrap());
        for lang in [Lang::Fr, Lang::En] {
            let result = serde_json::to_value(analyze(&dossier, today(), &Catalogue::new(lang))).unwrap();
            // Every argument found its place in the words.
            let unfilled = |value: &Value| value.as_str().is_some_and(|text| text.contains('{'));
            for finding in result["findings"].as_array().unwrap() {
                assert!(!["title", "reason", "todo"].iter().any(|key| unfilled(&finding[*key])), "{finding}");
            }
        }
        assert!(steps(&dossier, today()).iter().all(|state| (0.0..=1.0).contains(&state.share)));
    }
}

#[test]
fn a_dossier_no_file_could_hold_does_not_stop_the_analysis() {
    // Two territories that contain each other, and roles of actors that are gone.
    let mut dossier = read(example("petit"));
    let territory = |id: &str, parent: &str| Territory {
        id: Id::from(id),
        name: id.to_owned(),
        parent: Some(Id::from(parent)),
        ..Territory::default()
    };
    dossier.territories.push(territory("x", "y"));
    dossier.territories.push(territory("y", "x"));
    for rank in 0..dossier.functions.len() {
        let function = dossier.functions.item_mut(rank).unwrap();
        function.territories = vec![Id::from("x"), Id::from("nowhere")];
    }
    for rank in 0..dossier.actors.len() {
        dossier.actors.item_mut(rank).unwrap().territories = vec![Id::from("y"), Id::from("nowhere")];
    }
    let gone = dossier.actors[0].id.clone();
    dossier.actors.retain(|actor| actor.id != gone);
    all(&dossier, today());
    steps(&dossier, today());
    qualification::map(&dossier);
    roles::states(&dossier, today());
    analyze(&dossier, today(), &Catalogue::new(Lang::Fr));
}
