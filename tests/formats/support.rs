//! Dossiers to write, and what comes back.

use std::fs;
use std::path::Path;

use tour_de_table::exchange::formats::{
    Delimited, Format, Imported, Settings, Source, Words, export, import,
};
use tour_de_table::exchange::{read, read_value};
use tour_de_table::i18n::{Catalogue, Lang, Phrase};
use tour_de_table::model::{Date, Dossier};
use tour_de_table::vocabulary::examples;

pub(crate) fn settings(lang: Lang) -> Settings {
    Settings {
        lang,
        on: Date::parse("2026-11-27").unwrap(),
        delimited: Delimited::French,
        words: Words::default(),
    }
}

pub(crate) fn fixture(name: &str) -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/dossiers/valid").join(name);
    read(&fs::read(path).unwrap()).unwrap().dossier
}

/// The Python that has the readers of `tests/oracle/requirements.txt`.
pub(crate) fn python() -> std::path::PathBuf {
    let own = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("oracle").join("bin/python");
    let python = std::env::var_os("TDT_ORACLE").map_or(own, Into::into);
    assert!(python.exists(), "no {}: `cargo xtask test --only native` sets it up", python.display());
    python
}

/// A dossier from its keys, those of the format apart.
pub(crate) fn dossier(keys: serde_json::Value) -> Dossier {
    let mut whole = serde_json::json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1", "language": "fr" });
    whole.as_object_mut().unwrap().extend(keys.as_object().unwrap().clone());
    read_value(whole).unwrap().dossier
}

/// The dossiers that people start from, and one that fills every field.
pub(crate) fn all() -> Vec<Dossier> {
    let examples = examples().into_iter().map(|example| read(example.text.as_bytes()).unwrap().dossier);
    examples.chain([fixture("every-field.json"), fixture("infrastructure.json")]).collect()
}

pub(crate) fn made(format: Format, dossier: &Dossier, lang: Lang) -> Vec<u8> {
    export(format, dossier, &settings(lang)).unwrap()
}

/// The dossier that a file gives, and what is said of it, in French.
pub(crate) fn back(bytes: &[u8]) -> (Dossier, Vec<String>) {
    let texts = Catalogue::new(Lang::Fr);
    match import(Source::Any, bytes, "fr").unwrap() {
        Imported::Dossier(opened, remarks) => {
            (opened.dossier, remarks.iter().map(|phrase: &Phrase| texts.say(phrase).into_owned()).collect())
        }
        Imported::Tables(tables) => panic!("tables instead of a dossier: {tables:?}"),
    }
}
