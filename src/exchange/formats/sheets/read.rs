//! From tables to a dossier. A title, a word or a name may be in either language; what is not understood is left out
//! and said, cell by cell.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::labels::LISTS;
use super::parse;
use super::recognise::{bears, code_of, required, sheet_of};
use super::{Column, Kind, Labels, Raw, RawCell, SHEETS, Sheet, both, every, split};
use crate::exchange::{Opened, Refusal, read_value};
use crate::i18n::Phrase;
use crate::i18n::texts::formats as say;
use crate::model::{ActorKind, FORMAT, FORMAT_VERSION};
use crate::vocabulary::Vocabulary;

/// A dossier read from the file of another tool.
#[derive(Clone, Debug)]
pub(in crate::exchange::formats) struct Foreign {
    /// The dossier.
    pub(in crate::exchange::formats) opened: Opened,
    /// What was left out, made up, or is not in such a file.
    pub(in crate::exchange::formats) remarks: Vec<Phrase>,
}

/// A record on its way.
struct Made {
    line: usize,
    fields: Map<String, Value>,
    holder: String,
    /// Cells that name other records, to be looked up once all are known: column, its text.
    named: Vec<(&'static Column, String)>,
}

/// The dossier that tables hold. `id` and `language` are used where no table says them.
///
/// # Errors
/// What is read breaks a rule of the dossier: a value outside its scale, a date that is none…
pub(in crate::exchange::formats) fn read(
    raws: &[Raw],
    id: Option<&str>,
    language: &str,
) -> Result<Foreign, Refusal> {
    let mut reading = Reading {
        vocabulary: super::super::own::vocabulary(),
        labels: Labels::default(),
        made: Vec::new(),
        used: BTreeSet::new(),
        remarks: Vec::new(),
    };
    reading.made.resize_with(SHEETS.len(), Vec::new);
    let mut root = Map::new();
    root.insert("format".to_owned(), json!(FORMAT));
    root.insert("formatVersion".to_owned(), json!(FORMAT_VERSION));
    root.insert("id".to_owned(), json!(id.unwrap_or("dossier")));
    root.insert("language".to_owned(), json!(language));
    let sheets: Vec<Option<usize>> = raws.iter().map(sheet_of).collect();
    let readings = sheets
        .iter()
        .flatten()
        .any(|rank| SHEETS.get(*rank).is_some_and(|sheet| sheet.path == "actors/readings"));
    for (raw, rank) in raws.iter().zip(&sheets) {
        match rank.and_then(|rank| Some((rank, SHEETS.get(rank)?))) {
            Some((rank, sheet)) => reading.rows(rank, sheet, raw, readings),
            None if every(&say::sheet_about()).contains(&raw.name) => reading.about(raw, &mut root),
            None if every(&say::sheet_deadlines()).contains(&raw.name) => {}
            None if raw.rows.is_empty() => {}
            None => reading.remarks.push(say::sheet_left(raw.name.as_str())),
        }
    }
    reading.name_records();
    reading.look_up();
    reading.assemble(&mut root);
    let opened = read_value(Value::Object(root))?;
    Ok(Foreign { opened, remarks: reading.remarks })
}

struct Reading {
    vocabulary: Vocabulary,
    labels: Labels,
    /// By sheet.
    made: Vec<Vec<Made>>,
    used: BTreeSet<String>,
    remarks: Vec<Phrase>,
}

impl Reading {
    /// Heading and losses, as the export noted them.
    fn about(&mut self, raw: &Raw, root: &mut Map<String, Value>) {
        // A file of ours says its language, or that it has none.
        root.insert("language".to_owned(), json!(""));
        for row in raw.rows.iter().skip(1) {
            let cell = |index: usize| row.get(index).map(RawCell::text).unwrap_or_default();
            let (what, value) = (cell(0), cell(1));
            let says = |phrase: Phrase| every(&phrase).contains(&what);
            if value.is_empty() {
                continue;
            }
            if says(say::about_dossier()) {
                root.insert("id".to_owned(), json!(value));
            } else if says(say::about_language()) {
                root.insert("language".to_owned(), json!(value));
            } else if says(say::about_revision()) {
                if let Some(revision) = parse::number(&RawCell::Text(value)) {
                    root.insert("revision".to_owned(), revision);
                }
            } else if says(say::about_privacy()) {
                // What a copy lacks on purpose was not said to be gone: the copy says so itself.
                if let Some(privacy) = parse::word(&super::privacies(), &value) {
                    root.insert("privacy".to_owned(), privacy);
                }
            } else if says(say::about_saved()) {
                root.insert("savedAt".to_owned(), json!(value));
            } else if says(say::about_lost()) {
                self.remarks.push(say::not_in_the_file(value));
            }
        }
    }

    fn rows(&mut self, rank: usize, sheet: &'static Sheet, raw: &Raw, readings: bool) {
        let mut rows = raw.rows.iter();
        let titles: Vec<String> =
            rows.next().map(|row| row.iter().map(RawCell::text).collect()).unwrap_or_default();
        let columns: Vec<Option<&'static Column>> =
            titles.iter().map(|title| sheet.columns.iter().find(|column| bears(title, column))).collect();
        for (title, _) in
            titles.iter().zip(&columns).filter(|(title, column)| column.is_none() && !title.is_empty())
        {
            self.remarks.push(say::column_left((sheet.name)(), title.as_str()));
        }
        for (index, row) in rows.enumerate() {
            if row.iter().all(|cell| cell.text().trim().is_empty()) {
                continue;
            }
            let mut made =
                Made { line: index + 2, fields: Map::new(), holder: String::new(), named: Vec::new() };
            for (cell, column) in row.iter().zip(&columns) {
                let Some(column) = column else { continue };
                let skipped = readings && matches!(column.kind, Kind::Current(_));
                if !skipped && !cell.text().trim().is_empty() && !self.cell(column, cell, &mut made) {
                    let title = (column.title)();
                    self.remarks.push(say::cell_left((sheet.name)(), made.line, title, cell.text()));
                }
            }
            if sheet.columns.iter().any(|column| column.key == "id") {
                let id = made.fields.get("id").and_then(Value::as_str).map(str::to_owned);
                let id = id.unwrap_or_default();
                let id = if id.is_empty() || self.used.contains(&id) { String::new() } else { id };
                if !id.is_empty() {
                    self.used.insert(id.clone());
                }
                made.fields.insert("id".to_owned(), json!(id));
            }
            if let Some(list) = self.made.get_mut(rank) {
                list.push(made);
            }
        }
    }

    /// Reads a cell into a record; false when it is not understood.
    fn cell(&mut self, column: &'static Column, cell: &RawCell, made: &mut Made) -> bool {
        let text = cell.text();
        let value = match column.kind {
            Kind::Text => Some(json!(text)),
            Kind::Number => parse::number(cell),
            Kind::Amount => parse::amount(cell),
            Kind::Day => parse::day(cell),
            Kind::Flag => parse::flag(cell),
            Kind::Word(words) => parse::word(&words(), &text),
            Kind::Words(words) => {
                let words = words();
                let found: Vec<Option<Value>> =
                    split(&text).iter().map(|word| parse::word(&words, word)).collect();
                found.into_iter().collect::<Option<Vec<Value>>>().map(Value::Array)
            }
            Kind::Open(open) => {
                let kind = made.fields.get("kind").and_then(Value::as_str).and_then(ActorKind::from_word);
                Some(json!(code_of(open, kind, text.trim(), &self.vocabulary)))
            }
            Kind::Texts => Some(json!(split(&text))),
            Kind::One(_) | Kind::Many(_) => {
                made.named.push((column, text));
                return true;
            }
            Kind::Holder => {
                text.trim().clone_into(&mut made.holder);
                return true;
            }
            Kind::Register(scheme) => {
                push(&mut made.fields, "identifiers", json!({ "scheme": scheme, "value": text.trim() }));
                return true;
            }
            Kind::Registers => {
                for item in split(&text) {
                    let (scheme, value) = item.split_once(' ').unwrap_or(("", &item));
                    push(&mut made.fields, "identifiers", json!({ "scheme": scheme, "value": value }));
                }
                return true;
            }
            Kind::Current(criterion) => {
                let Some(value) = parse::number(cell) else { return false };
                push(
                    &mut made.fields,
                    "readings",
                    json!({ "criterion": criterion.as_str(), "value": value }),
                );
                return true;
            }
        };
        let Some(value) = value else { return false };
        put(&mut made.fields, column.key, value);
        true
    }

    /// Gives an id to the records without one, then a name to all.
    fn name_records(&mut self) {
        let mut number = 0;
        for (list, sheet) in self.made.iter_mut().zip(SHEETS) {
            for made in list {
                if made.fields.get("id").and_then(Value::as_str) == Some("") {
                    made.fields.insert("id".to_owned(), json!(fresh(sheet, &mut number, &mut self.used)));
                }
            }
        }
        for path in LISTS {
            let Some(rank) = SHEETS.iter().position(|sheet| sheet.path == path) else { continue };
            let found: Vec<(String, String)> = self
                .made
                .get(rank)
                .into_iter()
                .flatten()
                .map(|made| {
                    let field = |key: &str| made.fields.get(key).and_then(Value::as_str).unwrap_or_default();
                    let cell = |key: &str| {
                        made.named.iter().find(|(column, _)| column.key == key).map_or("", |(_, text)| text)
                    };
                    let name = match path {
                        "bodies/seats" => cell("actor").to_owned(),
                        // As the export writes it; the word of the role in both languages gives two names.
                        "roles" => format!("{} · {}", cell("actor"), field("role")),
                        _ => [field("name"), field("title")].concat(),
                    };
                    (field("id").to_owned(), name)
                })
                .collect();
            if path == "roles" {
                self.name_roles(&found);
            } else {
                self.labels.settle(path, &found);
            }
        }
    }

    /// Roles bear the word of their kind, which may have been written in either language.
    fn name_roles(&mut self, found: &[(String, String)]) {
        for lang in 0..2 {
            let worded: Vec<(String, String)> = found
                .iter()
                .map(|(id, name)| {
                    let (actor, code) = name.rsplit_once(" · ").unwrap_or((name, ""));
                    let word = super::words::roles().into_iter().find(|(known, _)| *known == code);
                    let word =
                        word.and_then(|(_, phrase)| both(&phrase).get(lang).cloned()).unwrap_or_default();
                    (id.clone(), format!("{actor} · {word}"))
                })
                .collect();
            self.labels.settle("roles", &worded);
        }
    }

    /// Replaces names by ids. A name that nothing bears makes a record of its own, where a name suffices for one.
    fn look_up(&mut self) {
        let mut number = 0;
        for (rank, sheet) in SHEETS.iter().enumerate() {
            let Some(mut list) = self.made.get_mut(rank).map(std::mem::take) else { continue };
            for made in &mut list {
                for (column, text) in std::mem::take(&mut made.named) {
                    let (target, several) = match column.kind {
                        Kind::One(target) => (target, false),
                        Kind::Many(target) => (target, true),
                        _ => continue,
                    };
                    let names = if several { split(&text) } else { vec![text.trim().to_owned()] };
                    let mut ids = Vec::new();
                    for name in names {
                        match self
                            .labels
                            .id(target, &name)
                            .or_else(|| self.create(target, &name, &mut number))
                        {
                            Some(id) => ids.push(json!(id)),
                            None => self.remarks.push(say::cell_left(
                                (sheet.name)(),
                                made.line,
                                (column.title)(),
                                name,
                            )),
                        }
                    }
                    if several {
                        put(&mut made.fields, column.key, Value::Array(ids));
                    } else if let Some(id) = ids.pop() {
                        put(&mut made.fields, column.key, id);
                    }
                }
            }
            if let Some(place) = self.made.get_mut(rank) {
                // Records made meanwhile stand in the same list.
                list.append(place);
                *place = list;
            }
        }
    }

    fn create(&mut self, list: &'static str, name: &str, number: &mut usize) -> Option<String> {
        let key = match list {
            "actors" | "territories" => "name",
            "objectives" | "functions" | "pathway" | "waves" => "title",
            _ => return None,
        };
        let rank = SHEETS.iter().position(|sheet| sheet.path == list)?;
        let sheet = SHEETS.get(rank)?;
        // `Name [id]`: the id of the file it comes from.
        let (name, own) = match name.strip_suffix(']').and_then(|rest| rest.rsplit_once(" [")) {
            Some((name, id)) if !id.is_empty() && !self.used.contains(id) => (name, Some(id.to_owned())),
            _ => (name, None),
        };
        let id = own.unwrap_or_else(|| fresh(sheet, number, &mut self.used));
        let fields = Map::from_iter([("id".to_owned(), json!(id)), (key.to_owned(), json!(name))]);
        self.made.get_mut(rank)?.push(Made { line: 0, fields, holder: String::new(), named: Vec::new() });
        self.labels.add(list, &id, name.to_owned());
        self.remarks.push(say::created((sheet.name)(), name));
        Some(id)
    }

    /// Puts the records in their lists.
    fn assemble(&mut self, root: &mut Map<String, Value>) {
        for (rank, sheet) in SHEETS.iter().enumerate() {
            let list = self.made.get_mut(rank).map(std::mem::take).unwrap_or_default();
            for made in list {
                let lacks = required(sheet.path).iter().any(|key| !made.fields.contains_key(*key));
                if lacks || made.fields.is_empty() {
                    self.remarks.push(say::line_left((sheet.name)(), made.line));
                    continue;
                }
                let record = Value::Object(made.fields);
                match sheet.path.split_once('/') {
                    None if sheet.path == "project" => {
                        root.entry("project").or_insert(record);
                    }
                    None => push(root, sheet.path, record),
                    Some((outer, inner)) => {
                        let outer_path = SHEETS.iter().map(|sheet| sheet.path).find(|path| *path == outer);
                        let id = outer_path.and_then(|path| self.labels.id(path, &made.holder));
                        let holder = root.get_mut(outer).and_then(Value::as_array_mut).into_iter().flatten();
                        let mut holder =
                            holder.filter(|one| one.get("id").and_then(Value::as_str) == id.as_deref());
                        match holder.find_map(Value::as_object_mut) {
                            Some(holder) if id.is_some() => push(holder, inner, record),
                            _ => self.remarks.push(say::line_left((sheet.name)(), made.line)),
                        }
                    }
                }
            }
        }
    }
}

/// An id that nothing bears.
fn fresh(sheet: &Sheet, number: &mut usize, used: &mut BTreeSet<String>) -> String {
    loop {
        *number += 1;
        let id = format!("{}-{number}", super::topic(sheet));
        if !used.contains(&id) {
            used.insert(id.clone());
            return id;
        }
    }
}

/// Adds an item to the list under a key.
fn push(fields: &mut Map<String, Value>, key: &str, item: Value) {
    if let Value::Array(items) = fields.entry(key).or_insert_with(|| json!([])) {
        items.push(item);
    }
}

/// Puts a value at the end of a way, making the objects on it.
fn put(fields: &mut Map<String, Value>, way: &str, value: Value) {
    match way.split_once('/') {
        None => {
            fields.insert(way.to_owned(), value);
        }
        Some((first, rest)) => {
            if let Value::Object(inner) = fields.entry(first).or_insert_with(|| json!({})) {
                put(inner, rest, value);
            }
        }
    }
}
