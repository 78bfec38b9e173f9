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

use crate::{analyzed, explained, today};

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

/// What `analyze` tells of the first group and of the network, by actor, ids being given other names.
fn circles(file: Value, names: &BTreeMap<String, String>) -> BTreeSet<String> {
    let dossier = read(file);
    let result = analyzed(&dossier);
    let (group, network) = (rename(&result["firstGroup"], names), rename(&result["network"], names));
    let mut told = BTreeSet::new();
    for key in ["exact", "lowerBound"] {
        told.insert(format!("{key} {}", group[key]));
    }
    told.insert(format!("density {}", network["density"]));
    for key in ["reasons", "uncoveredPairs"] {
        told.extend(group[key].as_array().unwrap().iter().map(|one| format!("{key} {one}")));
    }
    // The order of widening counts.
    told.extend(
        group["widening"].as_array().unwrap().iter().enumerate().map(|(rank, one)| format!("{rank} {one}")),
    );
    told.extend(network["levers"].as_array().unwrap().iter().map(ToString::to_string));
    for (place, actor) in dossier.actors.iter().enumerate() {
        let id = rename(&Value::from(actor.id.as_str()), names);
        let cuts = network["articulation"].as_array().unwrap().contains(&id);
        let figures: Vec<&Value> = ["degree", "betweenness", "closeness", "brokerage"]
            .iter()
            .map(|key| &network[*key][place])
            .collect();
        told.insert(format!("{id} {cuts} {figures:?}"));
    }
    for group in network["components"].as_array().unwrap() {
        told.insert(format!(
            "{:?}",
            group.as_array().unwrap().iter().map(ToString::to_string).collect::<BTreeSet<_>>()
        ));
    }
    told
}

#[test]
fn circles_and_network_follow_actors_that_are_renamed_or_reordered() {
    for code in ["petit", "bassin", "soixante"] {
        let mut original = example(code);
        original["snapshots"] = Value::Array(vec![]);
        let same = BTreeMap::new();
        let told = circles(original.clone(), &same);
        let mut reversed = original.clone();
        for list in ["actors", "ties", "influences"] {
            reversed[list].as_array_mut().unwrap().reverse();
        }
        assert_eq!(circles(reversed, &same), told, "{code}");
        let mut ids = BTreeSet::new();
        collect_ids(&original, &mut ids);
        let names: BTreeMap<String, String> = ids
            .iter()
            .rev()
            .enumerate()
            .map(|(rank, id)| (id.clone(), format!("renamed-{rank:05}")))
            .collect();
        let back = names.iter().map(|(id, name)| (name.clone(), id.clone())).collect();
        assert_eq!(circles(rename(&original, &names), &back), told, "{code}");
    }
}

#[test]
fn every_null_of_the_result_has_its_reason() {
    let mut files: Vec<Value> =
        examples().iter().map(|example| serde_json::from_str(example.text).unwrap()).collect();
    files.push(serde_json::from_str(include_str!("../fixtures/dossiers/valid/every-field.json")).unwrap());
    // An actor without a family, tied to nobody; one that is important, absent, and out of reach.
    let mut bare = example("petit");
    for key in ["ties", "influences"] {
        bare[key] = Value::Array(vec![]);
    }
    bare["actors"][0]["kind"] = Value::Null;
    bare["actors"][1]["readings"] = serde_json::json!([
        { "criterion": "mobilisation", "value": 0 }, { "criterion": "influence", "value": 4 }
    ]);
    files.push(bare);
    let mut seen = BTreeSet::new();
    for file in files {
        let found = explained(&analyzed(&read(file)));
        seen.extend(found.iter().map(|pointer| pointer.split('/').nth(2).unwrap().to_owned()));
    }
    for kind in ["functions", "closeness", "brokerage", "levers"] {
        assert!(seen.contains(kind), "no null was met in {kind}");
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
    analyzed(&dossier);
}
