//! The JSON Schema, checked by an independent implementation.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};
use tour_de_table::exchange;

fn validator() -> Validator {
    jsonschema::options().should_validate_formats(true).build(&exchange::schema()).unwrap()
}

/// The JSON files of a folder of the repository, without the expectations beside them.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.ends_with(".json") && !name.ends_with(".expected.json")
    });
    files.sort();
    files
}

/// The value of a file, decoded as the product does it; `None` for what is no JSON.
fn value(path: &Path) -> Option<Value> {
    let bytes = std::fs::read(path).unwrap();
    match exchange::read(&bytes) {
        Ok(opened) => serde_json::from_slice(&exchange::write(&opened.dossier)).ok(),
        Err(refusal) => serde_json::from_str(&refusal.text?).ok(),
    }
}

#[test]
fn the_schema_is_itself_valid_and_names_what_it_is() {
    let schema = exchange::schema();
    jsonschema::meta::validate(&schema).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:tour-de-table:dossier:1.0");
    assert_eq!(schema["title"], "Dossier");
}

#[test]
fn every_record_and_field_is_described_in_both_languages() {
    let schema = exchange::schema();
    let mut records = vec![("Dossier", &schema)];
    let definitions = schema["$defs"].as_object().unwrap();
    records.extend(definitions.iter().map(|(name, record)| (name.as_str(), record)));
    for (name, record) in records {
        let properties = record["properties"].as_object().unwrap();
        for (key, place) in properties.iter().map(|(key, place)| (key.as_str(), place)).chain([("", record)])
        {
            let title = place["title"].as_str().unwrap_or_default();
            let description = place["description"].as_str().unwrap_or_default();
            let (french, english) = description.split_once(" / ").unwrap_or_default();
            assert!(
                !title.is_empty() && french.len() > 3 && english.len() > 2,
                "{name}.{key}: {description}"
            );
        }
    }
}

#[test]
fn every_example_and_every_valid_file_satisfies_it() {
    let validator = validator();
    let examples = files("src/vocabulary/examples");
    assert!(examples.len() >= 3);
    for path in examples.into_iter().chain(files("tests/fixtures/dossiers/valid")) {
        let value = value(&path).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
    }
}

/// Problems that a schema can see, unlike references, periods and ids borne twice.
const SEEN: [&str; 7] =
    ["wrongType", "missing", "unknownValue", "badDate", "textTooLong", "wrongFormat", "newerVersion"];

#[test]
fn it_refuses_what_reading_refuses_where_a_schema_can_tell() {
    let validator = validator();
    for path in files("tests/fixtures/dossiers/invalid") {
        let Some(value) = value(&path) else { continue };
        let refusal = exchange::read(&std::fs::read(&path).unwrap()).unwrap_err();
        let seen = |problem: &tour_de_table::model::Problem| match problem.code.as_str() {
            // The scale of a reading depends on its criterion, beside it.
            "outOfScale" => problem.pointer.starts_with("/positions"),
            // Digits are lost before a schema is asked.
            "badNumber" => problem.pointer.ends_with("/amount"),
            code => SEEN.contains(&code),
        };
        if refusal.problems.iter().any(seen) {
            assert!(!validator.is_valid(&value), "{}", path.display());
        }
    }
}

#[test]
fn it_holds_every_field_to_its_type() {
    let validator = validator();
    let with = |key: &str, value: Value| {
        let mut dossier = json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1" });
        dossier[key] = value;
        dossier
    };
    let refused = [
        with("format", json!("other")),
        with("formatVersion", json!("1.1")),
        with("id", json!("")),
        with("revision", json!(-1)),
        with("savedAt", json!("hier")),
        with("project", json!({ "startsOn": "2027-02-30" })),
        with("project", json!({ "domain": "autre" })),
        with("actors", json!([{ "name": "sans id" }])),
        with("actors", json!([{ "id": "a1", "targetMobilisation": 5 }])),
        with("actors", json!([{ "id": "a1", "readings": [{ "criterion": "stance", "value": -3 }] }])),
        with(
            "actors",
            json!([{ "id": "a1", "contributions": [{ "id": "k1", "money": { "amount": "12,00" } }] }]),
        ),
        with("positions", json!([{ "actor": "a1", "objective": "o1", "value": 5 }])),
        with("actions", json!([{ "id": "x1", "progress": 1.1 }])),
        with("answers", json!([{ "value": 0 }])),
    ];
    for dossier in refused {
        assert!(!validator.is_valid(&dossier), "{dossier}");
    }
    let accepted = [
        with("revision", json!(null)),
        with("language", json!("")),
        with("actors", json!([])),
        with("project", json!({ "title": "", "domain": null, "inconnu": 1 })),
        with("x", json!({ "anything": [] })),
    ];
    for dossier in accepted {
        assert!(validator.is_valid(&dossier), "{dossier}");
    }
}
