//! Blocks copied from spreadsheets: what is recognised, what is offered, what enters.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;
use std::rc::Rc;

use proptest::prelude::*;
use serde_json::{Value, json};
use tour_de_table::edit::{Command, Edit, Item, Origin, Session};
use tour_de_table::exchange::table::{
    self, By, Choice, Choices, Column, Override, Preview, RemarkCode, Separator, With,
};
use tour_de_table::i18n::{Catalogue, Lang, Phrase};
use tour_de_table::model::{Actor, ActorKind, Contact, Dossier, Id, Identifier, integrity};
use tour_de_table::vocabulary::guess;

fn blank() -> Dossier {
    Dossier::blank(Id::from("d"), "fr")
}

fn preview(text: &str, dossier: &Dossier) -> Preview {
    table::preview(text, &Override::default(), dossier, &|words| guess(words)).unwrap()
}

fn known(id: &str, name: &str) -> Actor {
    Actor { id: Id::from(id), name: name.to_owned(), ..Actor::default() }
}

fn with_siren(id: &str, name: &str, siren: &str) -> Actor {
    let identifier =
        Identifier { scheme: "SIREN".to_owned(), value: siren.to_owned(), ..Identifier::default() };
    Actor { identifiers: vec![identifier], ..known(id, name) }
}

/// The dossier once a block entered as proposed.
fn entered(text: &str, before: Dossier) -> Rc<Dossier> {
    let preview = preview(text, &before);
    let command = table::plan(&before, &preview, &table::proposed(&preview), 1);
    carried(before, command)
}

fn carried(before: Dossier, command: Command) -> Rc<Dossier> {
    let mut session = Session::new(Rc::new(before));
    session.apply(Edit { command, origin: Origin::User, merge: None }).unwrap();
    assert_eq!(integrity::check(session.dossier()), vec![]);
    Rc::clone(session.dossier())
}

/// Cells as a spreadsheet copies them.
fn block(cells: &[Vec<String>]) -> String {
    cells.iter().map(|line| line.join("\t")).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_stumble(text in "(?s)[a-c\t\n\r;,\"é\u{feff}\u{0} •-]{0,200}", bytes: Vec<u8>) {
        let _ = table::preview(&text, &Override::default(), &blank(), &|_| None);
        let decoded = table::text_of(&bytes).unwrap();
        let _ = table::preview(&decoded, &Override::default(), &blank(), &|_| None);
    }

    #[test]
    fn every_word_of_a_line_that_enters_is_in_the_dossier(
        columns in prop::collection::vec(0..Column::ALL.len(), 1..14),
        names in prop::collection::vec(0_u8..6, 1..12),
        width in 1_usize..15,
        known_actors in 0_u8..4,
    ) {
        let mut before = blank();
        for n in 0..known_actors {
            before.actors.push(known(&format!("a{n}"), &format!("name{n}")));
        }
        let columns: Vec<Column> = columns.into_iter().map(|index| Column::ALL[index]).collect();
        let cells: Vec<Vec<String>> = names
            .iter()
            .enumerate()
            .map(|(row, name)| {
                let cell = |(index, column): (usize, &Column)| match column {
                    // Few names, so that lines repeat one another and the actors known.
                    Column::Name => format!("name{name}"),
                    _ => format!("w{row}x{index}z"),
                };
                columns.iter().chain(std::iter::repeat(&Column::Other)).take(width).enumerate().map(cell).collect()
            })
            .collect();
        let change =
            Override { header: Some(false), columns: Some(columns.clone()), ..Override::default() };
        let found = table::preview(&block(&cells), &change, &before, &|words| guess(words)).unwrap();
        prop_assert_eq!(found.rows.len(), cells.len());
        for territories in [true, false] {
            let choices = Choices { territories, ..table::proposed(&found) };
            let after = carried(before.clone(), table::plan(&before, &found, &choices, 1));
            let written = String::from_utf8(tour_de_table::exchange::write(&after)).unwrap();
            for (row, line) in found.rows.iter().zip(&cells) {
                prop_assert_eq!(row.draft.is_some(), columns.iter().take(width).any(|one| *one == Column::Name));
                for (index, cell) in line.iter().enumerate().filter(|_| row.draft.is_some()) {
                    let left_out = columns.get(index) == Some(&Column::Ignored);
                    prop_assert_eq!(written.contains(cell.as_str()), !left_out, "{}", cell);
                    let said = found.remarks.iter().any(|one| one.column == Some(index) && one.code == RemarkCode::Ignored);
                    prop_assert_eq!(said, left_out, "column {}", index);
                }
            }
        }
    }
}

fn recognised(preview: &Preview) -> Value {
    let duplicates: Vec<Value> = preview
        .duplicates
        .iter()
        .map(|one| {
            let With::Row(of) = one.with else { panic!("an empty dossier has no actor") };
            json!({"row": one.row, "of": of, "by": if one.by == By::Siren { "siren" } else { "name" }})
        })
        .collect();
    let remarks: Vec<Value> = preview
        .remarks
        .iter()
        .filter(|one| one.code.keeps_out())
        .map(|one| json!({"row": one.row, "code": one.code.as_str()}))
        .collect();
    json!({
        "separator": preview.separator.as_str(),
        "header": preview.header,
        "columns": preview.columns.iter().map(|column| column.as_str()).collect::<Vec<_>>(),
        "rows": preview.rows.len(),
        "duplicates": duplicates,
        "remarks": remarks,
    })
}

#[test]
fn every_block_is_recognised_as_a_person_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pasted");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let kind = path.extension().unwrap().to_str().unwrap();
        if matches!(kind, "json" | "md") {
            continue;
        }
        let name = path.display();
        let expected: Value =
            serde_json::from_slice(&std::fs::read(path.with_extension("expected.json")).unwrap()).unwrap();
        let text = table::text_of(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(recognised(&preview(&text, &blank())), expected, "{name}");
        seen += 1;
    }
    assert!(seen >= 20, "{seen} blocks only");
}

#[test]
fn nothing_a_block_holds_is_lost() {
    let text = "Organisme\tType\tCommune\tContact\tFonction\tCourriel\tTél\tIntérêts\tTags\tObservations\n\
        CCI Guyane\tChambre de commerce\tCayenne, Kourou\tAnne B.\tDirectrice\ta@example.org\t0594000000\tRecruter\tport; pêche\tVient le mardi\tet après\n";
    let after = entered(text, blank());
    let actor = &after.actors[0];
    assert_eq!(actor.name, "CCI Guyane");
    assert_eq!((actor.kind, actor.subkind.as_str()), (Some(ActorKind::EconomicDevelopment), "cci"));
    let places: Vec<&str> = after.territories.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(places, ["Cayenne", "Kourou"]);
    assert_eq!(actor.territories, after.territories.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let contact = &actor.contacts[0];
    assert_eq!((contact.name.as_str(), contact.position.as_str()), ("Anne B.", "Directrice"));
    assert_eq!((contact.email.as_str(), contact.phone.as_str()), ("a@example.org", "0594000000"));
    assert_eq!(actor.interests, "Recruter");
    assert_eq!(actor.tags, ["port", "pêche", "Observations\u{a0}: Vient le mardi", "et après"]);
}

#[test]
fn territories_are_known_by_name_or_by_code() {
    let code = json!({"scheme": "COG", "value": "97302"});
    let value = json!({"format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d",
        "territories": [{"id": "t1", "name": "Cayenne", "code": code}]});
    let dossier = tour_de_table::exchange::read_value(value).unwrap().dossier;
    let text = "Nom\tTerritoire\nA\tCAYENNE\nB\t97302\nC\tKourou\nD\tkourou\n";
    let found = preview(text, &dossier);
    let new: Vec<Option<usize>> =
        found.remarks.iter().filter(|one| one.code == RemarkCode::NewTerritory).map(|one| one.row).collect();
    assert_eq!(new, [Some(2), Some(3)]);
    let after = entered(text, dossier);
    assert_eq!(after.territories.len(), 2);
    assert_eq!(after.actors[1].territories, [Id::from("t1")]);
    assert_eq!(after.actors[2].territories, after.actors[3].territories);
}

#[test]
fn refused_territories_become_labels() {
    let before = blank();
    let found = preview("Nom\tTerritoire\nA\tKourou\n", &before);
    let choices = Choices { territories: false, ..table::proposed(&found) };
    let after = carried(before.clone(), table::plan(&before, &found, &choices, 1));
    assert!(after.territories.is_empty());
    assert_eq!(after.actors[0].tags, ["Kourou"]);
}

#[test]
fn an_actor_of_the_dossier_is_known_by_siren_before_name() {
    let mut dossier = blank();
    dossier.actors.push(known("a1", "Mission locale de Cayenne"));
    dossier.actors.push(with_siren("a2", "Cap emploi", "732829320"));
    let found = preview(
        "Nom\tSIRET\nMission locale de Cayenne\t73282932000074\nMISSION LOCALE CAYENNE\t\nAutre\t\n",
        &dossier,
    );
    let pairs: Vec<(usize, &With, By)> =
        found.duplicates.iter().map(|one| (one.row, &one.with, one.by)).collect();
    assert_eq!(
        pairs,
        [(0, &With::Existing(Id::from("a2")), By::Siren), (1, &With::Existing(Id::from("a1")), By::Name)]
    );
}

#[test]
fn two_sirens_under_one_name_are_two_organisations() {
    let mut dossier = blank();
    dossier.actors.push(with_siren("a1", "Mission locale", "732829320"));
    assert!(preview("Nom\tSIREN\nMission locale\t552008443\n", &dossier).duplicates.is_empty());
}

#[test]
fn merging_completes_and_keeps_what_was_said_otherwise() {
    let mut dossier = blank();
    let mut actor = with_siren("a1", "CCI Guyane", "732829320");
    actor.kind = Some(ActorKind::EconomicDevelopment);
    actor.interests = "Recruter".to_owned();
    actor.contacts.push(Contact { id: Id::from("c1"), name: "Anne B.".to_owned(), ..Contact::default() });
    dossier.actors.push(actor);
    let text = "Nom\tSIRET\tType\tContact\tTéléphone\tIntérêts\n\
        Chambre de commerce\t732 829 320 00074\tAssociation\tanne b.\t0594000000\tFormer\n";
    let after = entered(text, dossier);
    assert_eq!(after.actors.len(), 1);
    let actor = &after.actors[0];
    assert_eq!((actor.name.as_str(), actor.kind), ("CCI Guyane", Some(ActorKind::EconomicDevelopment)));
    assert_eq!(actor.interests, "Recruter\nFormer");
    assert_eq!((actor.contacts.len(), actor.contacts[0].phone.as_str()), (1, "0594000000"));
    assert_eq!(actor.identifiers.len(), 2);
    // The other name and the other family stay readable.
    assert!(actor.tags.contains(&"Chambre de commerce".to_owned()));
    assert_eq!(actor.tags.len(), 2);
}

#[test]
fn a_person_decides_row_by_row() {
    let before = blank();
    let found = preview("Petits Pas\nLes Petits-Pas\nPLIE\nPLIE", &before);
    let rows = vec![Choice::Skip, Choice::Merge(With::Row(0)), Choice::Enter, Choice::Enter];
    let choices = Choices { rows, guesses: false, territories: true };
    let after = carried(before.clone(), table::plan(&before, &found, &choices, 1));
    let names: Vec<&str> = after.actors.iter().map(|one| one.name.as_str()).collect();
    // The row it would complete was left out: it enters in its place.
    assert_eq!(names, ["Les Petits-Pas", "PLIE", "PLIE"]);
    assert!(after.actors.iter().all(|one| one.kind.is_none()));
}

#[test]
fn a_family_read_in_the_name_enters_only_where_agreed() {
    let before = blank();
    let found = preview("Mission locale de Cayenne\n", &before);
    assert_eq!(found.rows[0].draft.as_ref().unwrap().kind, None);
    let entered = |guesses: bool| {
        let choices = Choices { guesses, ..table::proposed(&found) };
        carried(before.clone(), table::plan(&before, &found, &choices, 1)).actors[0].kind
    };
    assert_eq!(entered(true), Some(ActorKind::EmploymentTraining));
    assert_eq!(entered(false), None);
}

#[test]
fn the_columns_can_be_changed() {
    let text = "Alpha\tBeta\nGamma\tDelta\n";
    let change = Override {
        header: Some(true),
        columns: Some(vec![Column::Other, Column::Name]),
        ..Override::default()
    };
    let found = table::preview(text, &change, &blank(), &|_| None).unwrap();
    assert_eq!(found.titles, ["Alpha", "Beta"]);
    let draft = found.rows[0].draft.as_ref().unwrap();
    assert_eq!(
        (draft.name.as_str(), draft.tags.as_slice()),
        ("Delta", ["Alpha\u{a0}: Gamma".to_owned()].as_slice())
    );
}

fn cut(text: &str, separator: Separator) -> Vec<Vec<String>> {
    let change = Override { separator: Some(separator), header: Some(false), columns: None };
    let found = table::preview(text, &change, &blank(), &|_| None).unwrap();
    assert_eq!(found.separator, separator);
    found.rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn a_person_says_what_separates_the_cells() {
    let text = "CCI, antenne d’Orcel\nPLIE, Valbrune\n";
    assert_eq!(preview(text, &blank()).separator, Separator::None);
    assert_eq!(cut(text, Separator::Comma), [["CCI", "antenne d’Orcel"], ["PLIE", "Valbrune"]]);
    assert_eq!(cut("CCI;Orcel\nPLIE", Separator::Semicolon), [vec!["CCI", "Orcel"], vec!["PLIE"]]);
    assert_eq!(cut("CCI;Orcel\nPLIE;Valbrune", Separator::None), [["CCI;Orcel"], ["PLIE;Valbrune"]]);
    // A tabulation that does not separate still keeps words apart.
    assert_eq!(cut("CCI\tOrcel\nPLIE", Separator::Comma), [["CCI Orcel"], ["PLIE"]]);
}

#[test]
fn columns_aligned_with_spaces_are_cut_where_asked() {
    let text = "  Nom              Commune\r\nCCI de l’Ouest    Saint Laurent\nPLIE\u{a0}\u{a0}Valbrune  \n";
    assert_eq!(preview(text, &blank()).separator, Separator::None);
    assert_eq!(
        cut(text, Separator::Spaces),
        [["Nom", "Commune"], ["CCI de l’Ouest", "Saint Laurent"], ["PLIE", "Valbrune"]]
    );
    let change = Override { separator: Some(Separator::Spaces), ..Override::default() };
    let found = table::preview(text, &change, &blank(), &|_| None).unwrap();
    assert_eq!((found.header, found.columns), (true, vec![Column::Name, Column::Territory]));
}

#[test]
fn a_column_left_out_is_said_and_does_not_enter() {
    let text = "Nom\tNotes\tTél\nA\tà revoir\t0594000000\nB\t\t\nC\tidem\t\n";
    let columns = Some(vec![Column::Name, Column::Ignored, Column::Ignored]);
    let change = Override { header: Some(true), columns, ..Override::default() };
    let found = table::preview(text, &change, &blank(), &|_| None).unwrap();
    let fr = Catalogue::new(Lang::Fr);
    let said: Vec<String> = found.remarks.iter().map(|one| fr.say(&one.phrase).to_string()).collect();
    assert_eq!(
        said,
        [
            "La colonne «\u{a0}Notes\u{a0}» est ignorée\u{a0}: 2 cases ne sont pas reprises.",
            "La colonne «\u{a0}Tél\u{a0}» est ignorée\u{a0}: 1 case n’est pas reprise."
        ]
    );
    let after = carried(blank(), table::plan(&blank(), &found, &table::proposed(&found), 1));
    assert_eq!(after.actors.len(), 3);
    assert!(after.actors.iter().all(|one| one.tags.is_empty() && one.contacts.is_empty()));
}

#[test]
fn a_text_too_long_keeps_its_line_out_only_where_it_would_enter() {
    let text = format!("A\t{}\n", "x".repeat(10_001));
    let change = |column| Override { columns: Some(vec![Column::Name, column]), ..Override::default() };
    let enters =
        |column| table::preview(&text, &change(column), &blank(), &|_| None).unwrap().rows[0].draft.is_some();
    assert!(!enters(Column::Other));
    assert!(enters(Column::Ignored));
}

#[test]
fn doubtful_identifiers_enter_and_are_said() {
    let found = preview("Nom\tSIREN\nA\t404833047\nB\t12\nC\t732829320\nD\t73282932000074\n", &blank());
    let codes: Vec<(Option<usize>, RemarkCode)> =
        found.remarks.iter().map(|one| (one.row, one.code)).collect();
    assert_eq!(codes, [(Some(0), RemarkCode::WrongKey), (Some(1), RemarkCode::WrongShape)]);
    let identifier = |row: usize| found.rows[row].draft.as_ref().unwrap().identifiers[0].clone();
    assert_eq!((identifier(1).scheme.as_str(), identifier(1).value.as_str()), ("SIREN", "12"));
    assert_eq!((identifier(3).scheme.as_str(), identifier(3).value.as_str()), ("SIRET", "73282932000074"));
}

#[test]
fn a_type_nobody_knows_stays_as_free_words() {
    let found = preview("Nom\tType\nA\tzorglub\n", &blank());
    assert_eq!(found.remarks[0].code, RemarkCode::UnknownKind);
    assert_eq!(found.rows[0].draft.as_ref().unwrap().subkind, "zorglub");
}

#[test]
fn a_block_beyond_the_limits_is_refused_and_one_within_is_not() {
    let read = |text: &str| -> Result<Preview, Phrase> {
        table::preview(text, &Override::default(), &blank(), &|_| None)
    };
    let rows = |count: usize| (0..count).map(|n| format!("Acteur {n}")).collect::<Vec<_>>().join("\n");
    assert_eq!(read(&rows(5_000)).unwrap().rows.len(), 5_000);
    assert!(read(&rows(5_002)).is_err());
    assert!(read(&"x".repeat(5_000_001)).is_err());
    assert!(read(&"x\t".repeat(201).replace("\tx", "\ty")).is_err());
    let long = read(&format!("A\n{}\n", "x".repeat(10_001))).unwrap();
    assert_eq!((long.remarks[0].row, long.remarks[0].code), (Some(1), RemarkCode::TooLong));
    assert!(read("").unwrap().rows.is_empty());
}

#[test]
fn a_pasted_list_is_undone_in_one_step() {
    let before = blank();
    let found = preview("Nom\tTerritoire\nA\tKourou\nB\tCayenne\n", &before);
    let command = table::plan(&before, &found, &table::proposed(&found), 1);
    assert!(matches!(&command, Command::PutAll(items) if matches!(items[0], Item::Territory(_))));
    let mut session = Session::new(Rc::new(before));
    session.apply(Edit { command, origin: Origin::User, merge: None }).unwrap();
    session.undo().unwrap();
    assert!(session.dossier().actors.is_empty() && session.dossier().territories.is_empty());
}
