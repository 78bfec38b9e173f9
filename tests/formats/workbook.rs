//! Workbooks, read by calamine and by this program.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::json;
use tour_de_table::exchange::formats::Format;
use tour_de_table::exchange::{Change, diff};
use tour_de_table::i18n::Lang;

use crate::support::{all, back, dossier, made};

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

// FI-35
#[test]
fn a_workbook_gives_the_dossier_back_and_says_what_it_lacks() {
    for dossier in all() {
        for lang in [Lang::Fr, Lang::En] {
            let (after, remarks) = back(&made(Format::Xlsx, &dossier, lang));
            // Two lists have no sheet; every other difference would be a loss that nobody is told of.
            let lost: Vec<_> = diff(&dossier, &after).summary;
            let without = [
                ("snapshots", "Instantanés", "Snapshots"),
                ("lineage", "Suite des révisions", "Chain of revisions"),
            ];
            let is = |change: &Change, list: &str| change.field == list || change.object == list;
            assert!(lost.iter().all(|change| without.iter().any(|(list, ..)| is(change, list))), "{lost:?}");
            let mut told = 0;
            for (list, french, english) in without {
                let gone = lost.iter().any(|change| is(change, list));
                let said = remarks.iter().any(|remark| remark.contains(french) || remark.contains(english));
                assert_eq!(gone, said, "{list}: {remarks:?}");
                told += usize::from(said);
            }
            assert_eq!(told, remarks.len(), "{remarks:?}");
        }
    }
}

#[test]
fn what_the_format_does_not_hold_is_written_in_the_file() {
    let before = dossier(json!({
        "ours": 1,
        "actors": [{ "id": "a1", "name": "CCI", "colour": "teal", "identifiers": [{ "scheme": "RNA W", "value": "1" }] }],
        "snapshots": [{ "id": "z1", "title": "Mars", "content": {} }, { "id": "z2", "content": {} }],
    }));
    let mut book = open(made(Format::Xlsx, &before, Lang::Fr));
    let about = book.worksheet_range("À propos").unwrap();
    let said: Vec<String> =
        about.rows().filter(|row| row[0] == "Absent de ce fichier").map(|row| row[1].to_string()).collect();
    assert_eq!(said, ["Acteurs\u{a0}: 3 valeurs", "Dossier\u{a0}: 1 valeur", "Instantanés\u{a0}: 2 valeurs"]);
}

#[test]
fn cells_bear_their_type_and_headings_stay_in_sight() {
    let before = dossier(json!({
        "project": { "title": "Saisons", "startsOn": "2027-01-31", "addressesCompanies": true },
        "actors": [{ "id": "a1", "name": "CCI", "identifiers": [{ "scheme": "SIREN", "value": "012345678" }],
            "readings": [{ "criterion": "stance", "value": -2, "on": "2026-02-28" }],
            "contributions": [{ "id": "k1", "money": { "amount": "12000.50", "currency": "EUR" } },
                              { "id": "k2", "money": { "amount": "7", "currency": "EUR" } }] }],
    }));
    let mut book = open(made(Format::Xlsx, &before, Lang::Fr));
    let project = book.worksheet_range("Projet").unwrap();
    let Some(Data::DateTime(day)) = project.get_value((1, 5)) else { panic!("no date") };
    assert!(day.is_datetime());
    // Days since 30 December 1899: 46053 is 31 January 2026, and 2026 has 365 days.
    assert_eq!(day.as_f64(), 46418.0);
    assert_eq!(project.get_value((1, 4)), Some(&Data::String("oui".to_owned())));
    let actors = book.worksheet_range("Acteurs").unwrap();
    // A register's number is a text: as a number it would lose its zero.
    assert_eq!(actors.get_value((1, 3)), Some(&Data::String("012345678".to_owned())));
    assert_eq!(actors.get_value((1, 14)), Some(&Data::Float(-2.0)));
    let contributions = book.worksheet_range("Apports").unwrap();
    assert_eq!(contributions.get_value((1, 3)), Some(&Data::Float(12000.5)));
    // "7" would come back as "7.00": it stays the text it is.
    assert_eq!(contributions.get_value((2, 3)), Some(&Data::String("7".to_owned())));
    let names = book.sheet_names();
    for wanted in [
        "Projet",
        "Acteurs",
        "Qualification",
        "Objectifs",
        "Positions",
        "Fonctions",
        "Rôles",
        "Gouvernance",
        "Échéances",
    ] {
        assert!(names.contains(&wanted.to_owned()), "{wanted}");
    }
}

#[test]
fn a_workbook_that_people_changed_comes_in_with_what_was_made_up_and_left_out() {
    use rust_xlsxwriter::Workbook;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Positions").unwrap();
    for (column, title) in (0..).zip(["Acteur", "Objectif", "Valeur", "Date", "Par", "Note", "À moi"]) {
        sheet.write_string(0, column, title).unwrap();
    }
    sheet
        .write_string(1, 0, "CCI")
        .unwrap()
        .write_string(1, 1, "Former")
        .unwrap()
        .write_number(1, 2, 3)
        .unwrap();
    sheet.write_string(1, 3, "31/01/2027").unwrap();
    sheet
        .write_string(3, 0, "Région")
        .unwrap()
        .write_string(3, 1, "Former")
        .unwrap()
        .write_string(3, 2, "+2")
        .unwrap();
    sheet.write_string(3, 3, "demain").unwrap();
    sheet.write_string(4, 0, "Région").unwrap();
    let (after, remarks) = back(&book.save_to_buffer().unwrap());
    let names: Vec<&str> = after.actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["CCI", "Région"]);
    assert_eq!(after.objectives.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["Former"]);
    let values: Vec<(i8, Option<String>)> =
        after.positions.iter().map(|one| (one.value.get(), one.on.map(|day| day.to_string()))).collect();
    assert_eq!(values, [(3, Some("2027-01-31".to_owned())), (2, None)]);
    assert_eq!(
        remarks,
        [
            "«\u{a0}Positions\u{a0}», colonne «\u{a0}À moi\u{a0}»\u{a0}: elle n’est pas reconnue et n’est pas reprise.",
            "«\u{a0}Positions\u{a0}», ligne 4, «\u{a0}Date\u{a0}»\u{a0}: «\u{a0}demain\u{a0}» n’est pas compris et n’est pas repris.",
            "«\u{a0}CCI\u{a0}» n’était décrit nulle part\u{a0}: il est ajouté à «\u{a0}Acteurs\u{a0}».",
            "«\u{a0}Former\u{a0}» n’était décrit nulle part\u{a0}: il est ajouté à «\u{a0}Objectifs\u{a0}».",
            "«\u{a0}Région\u{a0}» n’était décrit nulle part\u{a0}: il est ajouté à «\u{a0}Acteurs\u{a0}».",
            "«\u{a0}Positions\u{a0}», ligne 5\u{a0}: il manque de quoi la rattacher, elle n’est pas reprise.",
        ]
    );
}
