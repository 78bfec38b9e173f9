//! Dossiers to export, and strict readers of what comes out.

use std::io::Read as _;

use serde_json::Value;
use tour_de_table::exchange::formats::{Delimited, Format, Settings, Words, export};
use tour_de_table::exchange::read_text;
use tour_de_table::i18n::Lang;
use tour_de_table::model::{Date, Dossier};
use tour_de_table::vocabulary::examples;

/// The day of every export here.
pub(crate) const TODAY: &str = "2026-11-27";

/// The dossier that these fields make, with those that every dossier has.
pub(crate) fn dossier(mut fields: Value) -> Dossier {
    for (key, value) in [("format", "tour-de-table/dossier"), ("formatVersion", "1.0"), ("id", "d-1")] {
        fields.as_object_mut().unwrap().entry(key).or_insert_with(|| value.into());
    }
    read_text(&fields.to_string()).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier
}

/// An example by its code.
pub(crate) fn example(code: &str) -> Dossier {
    let example = examples().into_iter().find(|example| example.code == code).unwrap();
    read_text(example.text).unwrap().dossier
}

/// A valid dossier of the fixtures.
pub(crate) fn fixture(name: &str) -> Dossier {
    let path = format!("{}/tests/fixtures/dossiers/valid/{name}.json", env!("CARGO_MANIFEST_DIR"));
    read_text(&std::fs::read_to_string(path).unwrap()).unwrap().dossier
}

/// What is chosen for every export here, in a language.
pub(crate) fn settings(lang: Lang) -> Settings {
    Settings {
        lang,
        on: Date::parse(TODAY).unwrap(),
        delimited: Delimited::default(),
        words: Words::default(),
    }
}

/// The file of a format, in a language.
pub(crate) fn made(format: Format, dossier: &Dossier, lang: Lang) -> Vec<u8> {
    export(format, dossier, &settings(lang)).unwrap()
}

/// A PNG file of a size, to its header: all that is read of it here.
pub(crate) fn png(width: f64, height: f64) -> Vec<u8> {
    let side = |length: f64| (length.round() as u32).to_be_bytes();
    let header = [&b"\0\0\0\rIHDR"[..], &side(width), &side(height), &[8, 6, 0, 0, 0], &[0; 4]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &header, b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

/// The names of the parts of a DOCX file, in their order.
pub(crate) fn names(bytes: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len()).map(|rank| archive.by_index(rank).unwrap().name().unwrap().into_owned()).collect()
}

/// The same as text.
pub(crate) fn text(format: Format, dossier: &Dossier, lang: Lang) -> String {
    String::from_utf8(made(format, dossier, lang)).unwrap()
}

/// The parts of a DOCX file by name, in their order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|rank| {
            let mut part = archive.by_index(rank).unwrap();
            let mut words = String::new();
            part.read_to_string(&mut words).unwrap();
            (part.name().unwrap().into_owned(), words)
        })
        .collect()
}

/// One part of a DOCX file.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut words = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut words).unwrap();
    words
}

/// Every text of XML that a file holds, read strictly by the test that asks.
pub(crate) fn documents(format: Format, bytes: Vec<u8>) -> Vec<String> {
    match format {
        Format::Docx => parts(&bytes).into_iter().map(|(_, words)| words).collect(),
        Format::Html => {
            let page = String::from_utf8(bytes).unwrap();
            vec![page.strip_prefix("<!DOCTYPE html>\n").unwrap().to_owned()]
        }
        _ => vec![String::from_utf8(bytes).unwrap()],
    }
}

/// The Python that has the readers of `tests/oracle/requirements.txt`.
pub(crate) fn python() -> std::path::PathBuf {
    let own = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("oracle").join("bin/python");
    let python = std::env::var_os("TDT_ORACLE").map_or(own, Into::into);
    assert!(python.exists(), "no {}: `cargo xtask test --only native` sets it up", python.display());
    python
}

/// The formats of these tests.
pub(crate) const ALL: [Format; 6] =
    [Format::Docx, Format::Html, Format::Gexf, Format::GraphMl, Format::Icalendar, Format::Mermaid];

/// The formats written as XML.
pub(crate) const XML: [Format; 4] = [Format::Docx, Format::Html, Format::Gexf, Format::GraphMl];
