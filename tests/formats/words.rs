//! The lists and messages of a page, in files as on its screen: those of the sample for Wallonia.

use std::path::Path;

use serde_json::{Value, json};
use tour_de_table::exchange::formats::Images;
use tour_de_table::exchange::formats::tools::{export_to, import_from};
use tour_de_table::model::Date;

fn sample() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/exemples/vocabulaires/wallonie.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Codes of the sample: one that it renames, one that it adds, one of another family, and a kind of territory.
fn dossier() -> Value {
    json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1", "language": "fr",
        "territories": [{"id": "t1", "name": "Hainaut", "kind": "departement"}],
        "actors": [
            {"id": "a1", "name": "SPW", "kind": "publicAuthority", "subkind": "region", "territories": ["t1"]},
            {"id": "a2", "name": "Emploi", "kind": "publicAuthority", "subkind": "onem"},
        ],
    })
}

fn made(format: &str, settings: &Value) -> Vec<u8> {
    let day = Date::parse("2026-11-27").unwrap();
    export_to(format, dossier().to_string().as_bytes(), &settings.to_string(), day, &Images::new())
        .unwrap()
        .bytes
}

fn back(bytes: &[u8], settings: &Value) -> Value {
    let day = Date::parse("2026-11-27").unwrap();
    let answer = import_from("any", bytes, &settings.to_string(), day).unwrap();
    serde_json::from_str::<Value>(&answer).unwrap()["dossier"].take()
}

/// Every text of an archive, or the file itself.
fn words(bytes: &[u8]) -> String {
    use std::io::Read as _;
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8(bytes.to_vec()).unwrap();
    };
    let mut all = String::new();
    for rank in 0..archive.len() {
        archive.by_index(rank).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

#[test]
fn what_a_page_calls_things_is_what_its_files_call_them() {
    let sample = sample();
    let entries = sample["subkinds"]["publicAuthority"].as_array().unwrap();
    let label = |code: &str| -> String {
        let entry = entries.iter().find(|entry| entry["code"] == code).unwrap();
        entry["fr"].as_str().unwrap().to_owned()
    };
    let province = sample["labels"]["territory.departement"]["fr"].as_str().unwrap().to_owned();
    let messages = json!({"formats.sheet_actors": "Organisations", "documents.running": "Cahier du tour"});
    let own = json!({"lang": "fr", "vocabulary": sample.to_string(), "messages": messages});
    for format in ["docx", "html", "xlsx", "csv", "gexf", "graphml"] {
        let file = words(&made(format, &own));
        for wanted in [label("region"), label("onem")] {
            assert!(file.contains(&wanted), "{format}: {wanted}");
        }
        // Without the words of the page, a code that only it knows is all there is.
        let plain = words(&made(format, &json!({"lang": "fr"})));
        assert!(!plain.contains(&label("onem")), "{format}");
        if ["docx", "html", "xlsx"].contains(&format) {
            assert!(file.contains(&province) && !plain.contains(&province), "{format}");
        }
    }
    for (format, wanted) in
        [("docx", "Cahier du tour"), ("html", "Cahier du tour"), ("xlsx", "Organisations")]
    {
        assert!(words(&made(format, &own)).contains(wanted), "{format}");
    }
}

#[test]
fn what_was_written_in_the_words_of_a_page_comes_back_in_its_codes() {
    let messages = json!({"formats.sheet_actors": "Organisations"});
    let own = json!({"lang": "fr", "vocabulary": sample(), "messages": messages});
    for format in ["xlsx", "csv", "kumu", "popolo"] {
        let after = back(&made(format, &own), &own);
        let codes = |dossier: &Value| -> Vec<Value> {
            let actors = dossier["actors"].as_array().unwrap();
            actors.iter().map(|actor| json!([actor["id"], actor["kind"], actor["subkind"]])).collect()
        };
        // Popolo holds no nature of an actor.
        if format == "popolo" {
            assert_eq!(after["territories"][0]["kind"], "departement");
        } else {
            assert_eq!(codes(&after), codes(&dossier()), "{format}");
        }
        // A page without these words keeps them as they are.
        let elsewhere = back(&made(format, &own), &json!({"lang": "fr"}));
        assert_eq!(elsewhere["actors"].as_array().map(Vec::len), Some(2), "{format}");
        if format != "popolo" {
            assert_ne!(elsewhere["actors"][1]["subkind"], "onem", "{format}");
        }
    }
}
