//! Maps of Kumu: actors and objectives are elements; ties, influences and positions connections.
//!
//! Written as a JSON blueprint (<https://docs.kumu.io/guides/import/blueprints>) or as its two tables in an archive.
//! Fields beyond those of Kumu bear the headings of our tables, so that a map drawn here comes back whole. Ids hold no
//! `_` and no `.`, which Kumu's search stumbles over; contacts stay out, as Kumu asks another site for a picture of
//! each e-mail address.

use std::collections::BTreeMap;
use std::io::Cursor;

use serde_json::{Map, Value, json};

use super::import::{refused, sealed};
use super::sheets::{self, Cell, Column, Foreign, Kind, Raw, RawCell, SHEETS, Sheet, Table, both, every};
use super::xlsx::unpack;
use super::{Delimited, NotMade, archive, delimited};
use crate::exchange::Refusal;
use crate::exchange::table;
use crate::i18n::texts::formats as say;
use crate::i18n::{Catalogue, Phrase};
use crate::model::{Dossier, ProblemCode};
use crate::vocabulary::{Vocabulary, fold, guess};

/// Names of the two tables in an archive.
const FILES: [&str; 2] = ["elements.csv", "connections.csv"];

type Fields = Map<String, Value>;

/// A map: its elements and its connections.
struct Blueprint {
    elements: Vec<Fields>,
    connections: Vec<Fields>,
}

/// The blueprint.
pub(super) fn write(dossier: &Dossier, texts: &Catalogue, words: &Vocabulary) -> Vec<u8> {
    let Blueprint { elements, connections } = blueprint(dossier, texts, words);
    serde_json::to_vec_pretty(&json!({ "elements": elements, "connections": connections }))
        .unwrap_or_default()
}

/// The two tables, in an archive.
pub(super) fn write_tables(
    dossier: &Dossier,
    texts: &Catalogue,
    words: &Vocabulary,
) -> Result<Vec<u8>, NotMade> {
    let Blueprint { elements, connections } = blueprint(dossier, texts, words);
    let mut files = Vec::new();
    for ((name, records), leading) in
        FILES.into_iter().zip([elements, connections]).zip([["ID", "Label", "Type"], ["ID", "From", "To"]])
    {
        files.push((name, delimited::write(&tabular(&records, leading), Delimited::Rfc4180)?));
    }
    archive::of(files.iter().map(|(name, file)| (*name, file.as_slice())))
}

/// Records as a table whose first columns are those that Kumu looks for.
fn tabular(records: &[Fields], leading: [&str; 3]) -> Table {
    let mut keys: Vec<String> = leading.iter().map(|title| title.to_lowercase()).collect();
    for key in records.iter().flat_map(Map::keys) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let cell = |value: Option<&Value>| match value {
        None | Some(Value::Null) => Cell::Empty,
        Some(Value::Number(number)) => number.as_f64().map_or(Cell::Empty, Cell::Number),
        Some(Value::Array(items)) => {
            Cell::text(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|"))
        }
        Some(value) => Cell::text(value.as_str().unwrap_or_default()),
    };
    let titled = |key: &String| match key.as_str() {
        "id" => "ID".to_owned(),
        "label" | "type" | "from" | "to" | "tags" | "description" | "direction" | "strength" => {
            let mut title = key.clone();
            title.get_mut(..1).map(str::make_ascii_uppercase);
            title
        }
        own => own.to_owned(),
    };
    Table {
        name: String::new(),
        rows: records.iter().map(|record| keys.iter().map(|key| cell(record.get(key))).collect()).collect(),
        titles: keys.iter().map(titled).collect(),
    }
}

fn sheet(path: &str) -> Option<&'static Sheet> {
    SHEETS.iter().find(|sheet| sheet.path == path)
}

/// The key of Kumu under which a column of ours stands.
fn native(path: &str, column: &Column) -> Option<&'static str> {
    Some(match (path, column.key) {
        ("actors", "name") | ("objectives", "title") => "label",
        ("actors", "kind") => "type",
        ("actors", "tags") => "tags",
        ("actors", "interests") => "description",
        _ => return None,
    })
}

fn blueprint(dossier: &Dossier, texts: &Catalogue, words: &Vocabulary) -> Blueprint {
    let say = |phrase: Phrase| texts.say(phrase).into_owned();
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    for (rank, actor) in (1..).zip(&dossier.actors) {
        ids.insert(actor.id.as_str(), format!("acteur-{rank}"));
    }
    for (rank, objective) in (1..).zip(&dossier.objectives) {
        ids.insert(objective.id.as_str(), format!("objectif-{rank}"));
    }
    let id = |of: &str| ids.get(of).cloned();
    let mut elements = Vec::new();
    let own_ids: [Vec<&str>; 2] = [
        dossier.actors.iter().map(|actor| actor.id.as_str()).collect(),
        dossier.objectives.iter().map(|objective| objective.id.as_str()).collect(),
    ];
    for (path, own) in ["actors", "objectives"].into_iter().zip(own_ids) {
        let Some(sheet) = sheet(path) else { continue };
        let table = sheets::one(sheet, dossier, texts, words);
        for (row, own) in table.rows.iter().zip(own) {
            let mut element = Fields::new();
            element.insert("id".to_owned(), json!(id(own)));
            if path == "objectives" {
                element.insert("type".to_owned(), json!(say(say::kumu_objective())));
            }
            fill(&mut element, path, sheet, &table.titles, row);
            elements.push(element);
        }
    }
    let mut connections = Vec::new();
    let mut connect = |from: &str,
                       to: &str,
                       kind: String,
                       directed: bool,
                       path: &str,
                       row: Option<&Vec<Cell>>,
                       titles: &[String]| {
        let (Some(from), Some(to)) = (id(from), id(to)) else { return };
        let direction = if directed { "directed" } else { "undirected" };
        let rank = connections.len() + 1;
        let mut connection = Fields::new();
        for (key, value) in [
            ("id", format!("lien-{rank}")),
            ("from", from),
            ("to", to),
            ("type", kind),
            ("direction", direction.to_owned()),
        ] {
            connection.insert(key.to_owned(), json!(value));
        }
        if let (Some(sheet), Some(row)) = (sheet(path), row) {
            fill(&mut connection, path, sheet, titles, row);
        }
        connections.push(connection);
    };
    let table =
        |path: &str| sheet(path).map(|sheet| sheets::one(sheet, dossier, texts, words)).unwrap_or_default();
    let ties = table("ties");
    for (tie, row) in dossier.ties.iter().zip(&ties.rows) {
        let level = say(crate::vocabulary::tie_level(tie.level));
        connect(
            tie.from.as_str(),
            tie.to.as_str(),
            level,
            tie.directed == Some(true),
            "ties",
            Some(row),
            &ties.titles,
        );
    }
    let influences = table("influences");
    for (one, row) in dossier.influences.iter().zip(&influences.rows) {
        let kind = say(say::kumu_influence());
        connect(one.from.as_str(), one.to.as_str(), kind, true, "influences", Some(row), &influences.titles);
    }
    let positions = table("positions");
    for (one, row) in dossier.positions.iter().zip(&positions.rows) {
        let kind = say(say::kumu_position());
        connect(
            one.actor.as_str(),
            one.objective.as_str(),
            kind,
            true,
            "positions",
            Some(row),
            &positions.titles,
        );
    }
    Blueprint { elements, connections }
}

/// Adds the cells of a line, under the keys of Kumu or under our headings.
fn fill(fields: &mut Fields, path: &str, sheet: &Sheet, titles: &[String], row: &[Cell]) {
    for ((column, title), cell) in sheet.columns.iter().zip(titles).zip(row) {
        // What connections run between is said by them.
        if path != "actors" && path != "objectives" && matches!(column.kind, Kind::One(_)) {
            continue;
        }
        let value = match cell {
            Cell::Empty => continue,
            Cell::Text(text) if column.key == "tags" => json!(sheets::split(text)),
            Cell::Text(text) => json!(super::clean::clean(text)),
            Cell::Number(number) => json!(number),
            Cell::Day(day) => json!(crate::i18n::iso_day(*day)),
        };
        if column.key == "value" {
            fields.insert("strength".to_owned(), json!(value.as_f64().unwrap_or_default().abs()));
        }
        let key = native(path, column).map_or_else(|| title.clone(), str::to_owned);
        fields.insert(key, value);
    }
}

/// Whether an archive holds the two tables.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    zip::ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.index_for_name(FILES[0]).is_some())
}

/// The dossier that a map shows.
pub(super) fn read(bytes: &[u8], language: &str) -> Result<Foreign, Refusal> {
    let blueprint = if bytes.starts_with(b"PK") { tables_of(bytes)? } else { blueprint_of(bytes)? };
    let mut ids: BTreeMap<String, (bool, String)> = BTreeMap::new();
    let mut actors = Lines::of("actors");
    let mut objectives = Lines::of("objectives");
    for element in &blueprint.elements {
        let label = text(element, "label");
        let objective = is(element, &say::kumu_objective());
        let lines = if objective { &mut objectives } else { &mut actors };
        lines.add(element);
        // A name that stands twice is told apart by our id, where the map keeps it.
        let own = [say::col_id()]
            .iter()
            .flat_map(both)
            .map(|title| text(element, &title))
            .find(|id| !id.is_empty());
        let name = own.unwrap_or_else(|| label.clone());
        for known in [text(element, "id"), label] {
            if !known.is_empty() {
                ids.entry(known).or_insert((objective, name.clone()));
            }
        }
    }
    let (mut ties, mut influences, mut positions) =
        (Lines::of("ties"), Lines::of("influences"), Lines::of("positions"));
    let mut remarks = Vec::new();
    for connection in &blueprint.connections {
        let end = |key: &str| ids.get(&text(connection, key)).cloned();
        let (Some((_, from)), Some((to_objective, to))) = (end("from"), end("to")) else {
            remarks.push(say::kumu_loose(text(connection, "from"), text(connection, "to")));
            continue;
        };
        let mut fields = connection.clone();
        let (lines, ends) = if to_objective {
            (&mut positions, [("actor", &from), ("objective", &to)])
        } else if is(connection, &say::kumu_influence()) {
            (&mut influences, [("from", &from), ("to", &to)])
        } else {
            (&mut ties, [("from", &from), ("to", &to)])
        };
        for (key, end) in ends {
            fields.insert(lines.title(key), json!(end));
        }
        if lines.path == "ties" {
            let level = lines.title("level");
            let known = sheets::tie_levels().iter().any(|(_, phrase)| is(connection, phrase));
            if !lines.has(&fields, "level") {
                fields.insert(
                    level,
                    json!(if known { text(connection, "type") } else { "networking".to_owned() }),
                );
                if !known {
                    remarks.push(say::kumu_tie(text(connection, "type")));
                }
            }
            let directed = lines.title("directed");
            if !lines.has(&fields, "directed") && text(connection, "direction") == "directed" {
                fields.insert(directed, json!("1"));
            }
        } else if !lines.has(&fields, "value")
            && let Some(strength) = connection.get("strength")
        {
            fields.insert(lines.title("value"), strength.clone());
        }
        lines.add(&fields);
    }
    let raws = [actors, objectives, ties, influences, positions].map(|lines| lines.raw);
    let mut foreign = sheets::read(&raws, None, language)?;
    foreign.remarks.splice(0..0, [say::kumu_holds()].into_iter().chain(remarks));
    Ok(foreign)
}

fn text(fields: &Fields, key: &str) -> String {
    match fields.get(key) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Whether the type of an element or a connection is this word, in either language.
fn is(fields: &Fields, phrase: &Phrase) -> bool {
    let kind = fold(&text(fields, "type"));
    every(phrase).iter().any(|word| fold(word) == kind)
}

/// Elements or connections of one kind, as a table of ours.
struct Lines {
    path: &'static str,
    sheet: Option<&'static Sheet>,
    raw: Raw,
}

impl Lines {
    fn of(path: &'static str) -> Self {
        let sheet = sheet(path);
        let titles = sheet.into_iter().flat_map(|sheet| sheet.columns);
        let titles = titles.map(|column| RawCell::Text(both(&(column.title)())[0].clone())).collect();
        let name = sheet.map(|sheet| both(&(sheet.name)())[0].clone()).unwrap_or_default();
        Self { path, sheet, raw: Raw { name, rows: vec![titles] } }
    }

    /// Whether a record says a column of ours, under its heading in either language.
    fn has(&self, fields: &Fields, key: &str) -> bool {
        let columns = self.sheet.into_iter().flat_map(|sheet| sheet.columns);
        let titles = columns.filter(|column| column.key == key).flat_map(|column| every(&(column.title)()));
        titles.into_iter().any(|title| fields.contains_key(&title))
    }

    fn title(&self, key: &str) -> String {
        let column = self.sheet.into_iter().flat_map(|sheet| sheet.columns).find(|column| column.key == key);
        column.map(|column| both(&(column.title)())[0].clone()).unwrap_or_default()
    }

    fn add(&mut self, fields: &Fields) {
        let mut row: Vec<RawCell> = Vec::new();
        for column in self.sheet.into_iter().flat_map(|sheet| sheet.columns) {
            let mut names: Vec<String> = native(self.path, column).map(str::to_owned).into_iter().collect();
            names.extend(every(&(column.title)()));
            let value = names.iter().find_map(|name| fields.get(name));
            row.push(match value {
                Some(Value::Number(number)) => number.as_f64().map_or(RawCell::Empty, RawCell::Number),
                Some(Value::String(text)) if column.key == "tags" => {
                    RawCell::Text(sheets::join(text.split('|').map(|tag| tag.trim().to_owned())))
                }
                Some(Value::String(text)) => RawCell::Text(text.clone()),
                Some(Value::Bool(flag)) => RawCell::Flag(*flag),
                Some(Value::Array(items)) => {
                    RawCell::Text(sheets::join(items.iter().filter_map(Value::as_str).map(str::to_owned)))
                }
                _ => RawCell::Empty,
            });
        }
        self.settle_kind(&mut row);
        self.raw.rows.push(row);
    }

    /// The type of an element that is no family of ours is kept as its nature; it may tell the family.
    fn settle_kind(&self, row: &mut [RawCell]) {
        let place = |key: &str| {
            self.sheet.and_then(|sheet| sheet.columns.iter().position(|column| column.key == key))
        };
        let (Some(kind), Some(nature)) = (place("kind"), place("subkind")) else { return };
        let words = row.get(kind).map(RawCell::text).unwrap_or_default();
        if words.is_empty() || sheets::word(&sheets::kinds(), &words).is_some() {
            return;
        }
        if let Some(cell) = row.get_mut(kind) {
            *cell =
                guess(&words).map_or(RawCell::Empty, |found| RawCell::Text(found.kind.as_str().to_owned()));
        }
        if let Some(cell) = row.get_mut(nature).filter(|cell| **cell == RawCell::Empty) {
            *cell = RawCell::Text(words);
        }
    }
}

fn blueprint_of(bytes: &[u8]) -> Result<Blueprint, Refusal> {
    let wrong = || refused(ProblemCode::WrongFormat, say::not_kumu());
    let text = table::text_of(bytes).map_err(|phrase| refused(ProblemCode::TooLarge, phrase))?;
    let parsed = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'));
    let Ok(value) = parsed else { return Err(wrong()) };
    let list = |key: &str| -> Vec<Fields> {
        let items = value.get(key).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_object).cloned().collect()
    };
    if value.get("elements").and_then(Value::as_array).is_none() {
        return Err(wrong());
    }
    Ok(Blueprint { elements: list("elements"), connections: list("connections") })
}

fn tables_of(bytes: &[u8]) -> Result<Blueprint, Refusal> {
    let parts = unpack(bytes, &|name| FILES.contains(&name)).map_err(sealed)?;
    let list = |wanted: &str| -> Vec<Fields> {
        let Some((_, content)) = parts.iter().find(|(name, _)| name == wanted) else { return Vec::new() };
        let raw = table::text_of(content).ok().and_then(|text| delimited::read(&text)).unwrap_or_default();
        let mut rows = raw.rows.iter();
        let titles: Vec<String> =
            rows.next().map(|row| row.iter().map(|cell| key_of(&cell.text())).collect()).unwrap_or_default();
        let fields = |row: &Vec<RawCell>| {
            let filled = titles.iter().zip(row).filter(|(_, cell)| **cell != RawCell::Empty);
            filled.map(|(title, cell)| (title.clone(), json!(cell.text()))).collect()
        };
        rows.map(fields).collect()
    };
    Ok(Blueprint { elements: list(FILES[0]), connections: list(FILES[1]) })
}

/// Kumu's own titles whatever their case; others as they are.
fn key_of(title: &str) -> String {
    let lower = title.to_lowercase();
    let own = ["id", "label", "type", "from", "to", "tags", "description", "direction", "strength"];
    if own.contains(&lower.as_str()) { lower } else { title.to_owned() }
}
