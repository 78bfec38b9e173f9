//! From a dossier to tables.

use std::collections::BTreeMap;

use serde_json::Value;

use super::labels::records;
use super::read::read;
use super::spec::{Open, REGISTERS};
use super::{Cell, Column, Kind, Labels, Raw, SHEETS, Sheet, join};
use crate::analysis::readings;
use crate::exchange::diff::summary;
use crate::exchange::formats::words as said;
use crate::exchange::write;
use crate::i18n::texts::formats as say;
use crate::i18n::{Catalogue, Phrase};
use crate::model::{ActorKind, Criterion, Date, Dossier, Id};
use crate::vocabulary::{self, Vocabulary};

/// A table, ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange::formats) struct Table {
    /// Its name, which is that of its sheet.
    pub(in crate::exchange::formats) name: String,
    /// Its headings.
    pub(in crate::exchange::formats) titles: Vec<String>,
    /// Its lines.
    pub(in crate::exchange::formats) rows: Vec<Vec<Cell>>,
}

/// What cells are made from.
struct Source<'a> {
    dossier: &'a Dossier,
    labels: Labels,
    vocabulary: &'a Vocabulary,
    texts: &'a Catalogue,
}

/// The tables of a dossier that hold something, and those that are always there.
pub(in crate::exchange::formats) fn tables(
    dossier: &Dossier,
    texts: &Catalogue,
    vocabulary: &Vocabulary,
) -> Vec<Table> {
    let value: Value = serde_json::from_slice(&write(dossier)).unwrap_or_default();
    let source = Source::of(dossier, &value, texts, vocabulary);
    let filled = SHEETS.iter().map(|sheet| (sheet, source.table(sheet, &value)));
    filled.filter(|(sheet, table)| sheet.always || !table.rows.is_empty()).map(|(_, table)| table).collect()
}

/// One table of a dossier.
pub(in crate::exchange::formats) fn one(
    sheet: &Sheet,
    dossier: &Dossier,
    texts: &Catalogue,
    vocabulary: &Vocabulary,
) -> Table {
    let value: Value = serde_json::from_slice(&write(dossier)).unwrap_or_default();
    Source::of(dossier, &value, texts, vocabulary).table(sheet, &value)
}

impl<'a> Source<'a> {
    fn of(dossier: &'a Dossier, value: &Value, texts: &'a Catalogue, vocabulary: &'a Vocabulary) -> Self {
        Self { dossier, labels: Labels::of(value, texts), vocabulary, texts }
    }

    fn table(&self, sheet: &Sheet, value: &Value) -> Table {
        let say = |phrase: fn() -> Phrase| self.texts.say(phrase()).into_owned();
        let rows = records(value, sheet.path).into_iter().map(|(holder, record)| {
            let holder = holder.and_then(|holder| holder.get("id")).and_then(Value::as_str);
            sheet.columns.iter().map(|column| self.cell(sheet, column, holder, record)).collect()
        });
        Table {
            name: say(sheet.name),
            titles: sheet.columns.iter().map(|column| say(column.title)).collect(),
            rows: rows.collect(),
        }
    }

    fn cell(&self, sheet: &Sheet, column: &Column, holder: Option<&str>, record: &Value) -> Cell {
        let value = if column.key.is_empty() { None } else { record.pointer(&format!("/{}", column.key)) };
        let text = value.and_then(Value::as_str).unwrap_or_default();
        let list = || value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        match column.kind {
            Kind::Text => Cell::text(text),
            Kind::Number => value.and_then(Value::as_f64).map_or(Cell::Empty, Cell::Number),
            Kind::Amount => amount(text),
            Kind::Day => Date::parse(text).map_or_else(|| Cell::text(text), |day| Cell::Day(day.0)),
            Kind::Flag => match value.and_then(Value::as_bool) {
                None => Cell::Empty,
                Some(true) => Cell::text(self.texts.say(say::yes())),
                Some(false) => Cell::text(self.texts.say(say::no())),
            },
            Kind::Word(words) => Cell::text(self.word(&words(), text)),
            Kind::Words(words) => {
                let words = words();
                Cell::text(join(list().map(|code| self.word(&words, code))))
            }
            Kind::Open(open) => Cell::text(self.open(open, text, record)),
            Kind::One(_) if text.is_empty() => Cell::Empty,
            Kind::One(list) => Cell::text(self.labels.name(list, text)),
            Kind::Many(of) => Cell::text(join(list().map(|id| self.labels.name(of, id)))),
            Kind::Texts => Cell::text(join(list().map(str::to_owned))),
            Kind::Register(scheme) => {
                Cell::text(registers(record).find(|(s, _)| *s == scheme).map_or("", |(_, v)| v))
            }
            Kind::Registers => {
                Cell::text(join(others(record).map(|(scheme, value)| format!("{scheme} {value}"))))
            }
            Kind::Current(criterion) => self.current(criterion, record),
            Kind::Holder => {
                let outer = sheet.path.split('/').next().unwrap_or_default();
                let list =
                    SHEETS.iter().map(|sheet| sheet.path).find(|path| *path == outer).unwrap_or_default();
                Cell::text(self.labels.name(list, holder.unwrap_or_default()))
            }
        }
    }

    fn word(&self, words: &[(&'static str, Phrase)], code: &str) -> String {
        let found = words.iter().find(|(known, _)| *known == code);
        found.map_or_else(|| code.to_owned(), |(_, phrase)| self.texts.say(phrase).into_owned())
    }

    /// The words for a code of an open list. Free words that read like a code keep the code's.
    fn open(&self, open: Open, code: &str, record: &Value) -> String {
        if code.is_empty() {
            return String::new();
        }
        let kind = record.get("kind").and_then(Value::as_str).and_then(ActorKind::from_word);
        let phrase = match open {
            Open::Subkind => self.vocabulary.subkind(kind, code),
            Open::Theme => self.vocabulary.theme(code),
            Open::Unit => self.vocabulary.unit(code),
        };
        let words = self.texts.say(phrase).into_owned();
        // Words that would come back as another code are no use.
        if super::recognise::code_of(open, kind, &words, self.vocabulary) == code {
            words
        } else {
            code.to_owned()
        }
    }

    fn current(&self, criterion: Criterion, record: &Value) -> Cell {
        let id = record.get("id").and_then(Value::as_str).map(Id::from);
        let actor = id.and_then(|id| self.dossier.actor(&id));
        let used = actor.and_then(|actor| readings::used(actor, criterion));
        used.map_or(Cell::Empty, |value| Cell::Number(f64::from(value)))
    }
}

/// An amount as a number where this gives the same text back, else as text.
fn amount(text: &str) -> Cell {
    match text.parse::<f64>() {
        Ok(number) if number.abs() < 1e13 && format!("{number:.2}") == text => Cell::Number(number),
        _ => Cell::text(text),
    }
}

/// The public identifiers of an actor: register, value.
fn registers(record: &Value) -> impl Iterator<Item = (&str, &str)> {
    record.get("identifiers").and_then(Value::as_array).into_iter().flatten().map(|item| {
        let of = |key| item.get(key).and_then(Value::as_str).unwrap_or_default();
        (of("scheme"), of("value"))
    })
}

/// Those without a column of their own: other registers, and a second one of the same register.
fn others(record: &Value) -> impl Iterator<Item = (&str, &str)> {
    let mut seen: Vec<&str> = Vec::new();
    registers(record).filter(move |(scheme, _)| {
        if REGISTERS.contains(scheme) && !seen.contains(scheme) {
            seen.push(scheme);
            return false;
        }
        true
    })
}

/// Every date of the dossier that is to come or has passed, in order.
pub(in crate::exchange::formats) fn deadlines(dossier: &Dossier, texts: &Catalogue) -> Table {
    let mut found: Vec<(Date, Phrase)> = Vec::new();
    let mut add = |day: Option<Date>, phrase: Phrase| found.extend(day.map(|day| (day, phrase)));
    let name = |id: &Id| dossier.actor(id).map_or_else(String::new, |actor| actor.name.clone());
    if let Some(project) = &dossier.project {
        add(project.starts_on, say::deadline_project_starts());
        add(project.ends_on, say::deadline_project_ends());
    }
    for action in &dossier.actions {
        add(action.due_on, say::deadline_action(action.title.as_str()));
    }
    for review in &dossier.reviews {
        let kind = review.kind.map_or_else(say::deadline_review, |kind| said::review(Some(kind)));
        add(review.planned_on, kind);
    }
    for agreement in &dossier.agreements {
        add(agreement.ends_on, say::deadline_agreement(agreement.title.as_str()));
    }
    for role in &dossier.roles {
        let word = texts.say(vocabulary::role(role.role)).into_owned();
        add(role.ends_on, say::deadline_role(name(&role.actor), word));
    }
    for wave in &dossier.waves {
        add(wave.starts_on, say::deadline_wave(wave.title.as_str()));
    }
    for meeting in &dossier.meetings {
        add(meeting.on, say::deadline_meeting(meeting.title.as_str()));
    }
    found.sort_by_key(|(day, _)| *day);
    let say = |phrase: Phrase| texts.say(phrase).into_owned();
    Table {
        name: say(say::sheet_deadlines()),
        titles: vec![say(say::col_day()), say(say::col_what())],
        rows: found.into_iter().map(|(day, what)| vec![Cell::Day(day.0), Cell::text(say(what))]).collect(),
    }
}

/// What would not come back from tables: the places, in words, with how many values each.
pub(in crate::exchange::formats) fn losses(
    dossier: &Dossier,
    tables: &[Table],
    texts: &Catalogue,
) -> Vec<(String, usize)> {
    let raw: Vec<Raw> = tables.iter().map(Raw::from).collect();
    let Ok(foreign) = read(&raw, Some(dossier.id.as_str()), &dossier.language) else { return Vec::new() };
    let mut back = foreign.opened.dossier;
    // What stands in the heading of a file is not lost.
    back.revision = dossier.revision;
    back.saved_at.clone_from(&dossier.saved_at);
    back.language.clone_from(&dossier.language);
    back.privacy = dossier.privacy;
    let ids = holders(dossier);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for change in summary(dossier, &back) {
        let list = ids.get(&change.object).copied().unwrap_or(change.object.as_str());
        let sheet = SHEETS.iter().find(|sheet| sheet.path == list).map(|sheet| (sheet.name)());
        let place = match (sheet, list) {
            (Some(name), _) => name,
            (None, "snapshots") => say::lost_snapshots(),
            (None, "lineage") => say::lost_lineage(),
            (None, other) if other == dossier.id.as_str() => say::lost_dossier(),
            (None, other) => say::lost_other(other),
        };
        *counts.entry(texts.say(place).into_owned()).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// The list of each record of a dossier.
fn holders(dossier: &Dossier) -> BTreeMap<String, &'static str> {
    let value: Value = serde_json::from_slice(&write(dossier)).unwrap_or_default();
    let lists = SHEETS.iter().map(|sheet| sheet.path).chain(["snapshots"]);
    let mut found = BTreeMap::new();
    for path in lists {
        for (_, record) in records(&value, path) {
            if let Some(id) = record.get("id").and_then(Value::as_str) {
                found.insert(id.to_owned(), path);
            }
        }
    }
    found
}
