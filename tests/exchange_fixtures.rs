//! Every dossier of `tests/fixtures/dossiers`: the valid ones come back as they were, the others are refused with
//! exactly the errors expected.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tour_de_table::exchange;

fn folder(name: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, PathBuf)> = entries
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.strip_suffix(".json")?.to_owned();
            (!name.ends_with(".expected")).then_some((name, path))
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// The JSON of a file, read by means of its own: any of the four encodings.
fn independently(bytes: &[u8]) -> Value {
    let units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).unwrap()
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).unwrap(),
    };
    serde_json::from_str(text.trim_start_matches('\u{FEFF}')).unwrap()
}

#[test]
fn what_is_valid_comes_back_as_it_was() {
    for (name, path) in
        folder("tests/fixtures/dossiers/valid").into_iter().chain(folder("src/vocabulary/examples"))
    {
        let bytes = std::fs::read(&path).unwrap();
        let opened =
            exchange::read(&bytes).unwrap_or_else(|refusal| panic!("{name}: {:#?}", refusal.problems));
        let before = independently(&bytes);
        for written in [exchange::write(&opened.dossier), exchange::write_pretty(&opened.dossier)] {
            let after: Value = serde_json::from_slice(&written).unwrap();
            assert_eq!(before, after, "{name}");
            let again = exchange::read(&written).unwrap();
            assert_eq!(again.dossier, opened.dossier, "{name}");
            assert_eq!(again.report, opened.report, "{name}");
        }
    }
}

#[test]
fn examples_hold_nothing_unknown_or_doubtful() {
    for (name, path) in folder("src/vocabulary/examples") {
        let opened = exchange::read(&std::fs::read(path).unwrap()).unwrap();
        assert!(opened.report.unknown.is_empty(), "{name}: {:?}", opened.report.unknown);
        assert!(opened.report.warnings.is_empty(), "{name}: {:?}", opened.report.warnings);
    }
}

#[test]
fn what_is_invalid_is_refused_with_every_error_in_the_order_of_the_file() {
    let mut wrong = Vec::new();
    for (name, path) in folder("tests/fixtures/dossiers/invalid") {
        let expected: Value =
            serde_json::from_slice(&std::fs::read(path.with_extension("expected.json")).unwrap()).unwrap();
        let found: Vec<Value> = match exchange::read(&std::fs::read(&path).unwrap()) {
            Ok(_) => Vec::new(),
            Err(refusal) => {
                let say = |problem: &tour_de_table::model::Problem| json!({ "pointer": problem.pointer, "code": problem.code.as_str() });
                refusal.problems.iter().map(say).collect()
            }
        };
        if json!(found) != expected["errors"] {
            wrong.push(format!("{name}\n  expected {}\n  found    {}", expected["errors"], json!(found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
