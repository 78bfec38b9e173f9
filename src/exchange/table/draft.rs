//! From lines of cells to drafts of actors.

use super::split::Line;
use super::{Column, Remark, RemarkCode, Row};
use crate::i18n::texts::table as say;
use crate::model::identifier::{Check, check, normalise};
use crate::model::json::MAX_TEXT;
use crate::model::{ActorKind, Contact, Dossier, Id, Identifier};
use crate::vocabulary::{Guess, fold};

/// A territory named in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As written.
    pub name: String,
    /// The territory of the dossier that bears this name or this code; `None` where there is none yet.
    pub id: Option<Id>,
}

/// An actor as a line describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Name; never empty.
    pub name: String,
    /// Family said by the line.
    pub kind: Option<ActorKind>,
    /// Sub-kind said by the line: a code of the vocabulary, or its own words.
    pub subkind: String,
    /// Family that the name alone suggests, where the line says none. Entered only if a person agrees.
    pub guess: Option<Guess>,
    /// SIREN, SIRET.
    pub identifiers: Vec<Identifier>,
    /// Territories of competence.
    pub territories: Vec<Place>,
    /// The contact, without an id yet.
    pub contact: Option<Contact>,
    /// Interests.
    pub interests: String,
    /// Labels, those of columns without a place of their own included.
    pub tags: Vec<String>,
}

/// What is true of whole columns: those without a place of their own become labels, those left out do not enter.
pub(super) fn column_remarks(columns: &[Column], titles: &[String], lines: &[Line]) -> Vec<Remark> {
    let filled = |index: usize| {
        lines.iter().filter(|line| line.cells.get(index).is_some_and(|cell| !cell.is_empty())).count()
    };
    let remark = |(index, column): (usize, &Column)| {
        let title = titles.get(index).filter(|title| !title.is_empty());
        let (code, phrase) = match (column, filled(index), title) {
            (_, 0, _) => return None,
            (Column::Other, _, Some(title)) => (RemarkCode::KeptAsTag, say::kept_as_tag(title.as_str())),
            (Column::Other, _, None) => (RemarkCode::KeptAsTag, say::column_kept_as_tag(index + 1)),
            (Column::Ignored, n, Some(title)) => (RemarkCode::Ignored, say::ignored(n, title.as_str())),
            (Column::Ignored, n, None) => (RemarkCode::Ignored, say::column_ignored_n(n, index + 1)),
            _ => return None,
        };
        Some(Remark { row: None, column: Some(index), code, phrase })
    };
    columns.iter().enumerate().filter_map(remark).collect()
}

/// The rows, and what to know of them.
pub(super) fn rows(
    lines: Vec<Line>,
    columns: &[Column],
    titles: &[String],
    dossier: &Dossier,
    guess: &dyn Fn(&str) -> Option<Guess>,
    remarks: &mut Vec<Remark>,
) -> Vec<Row> {
    let places = Places::of(dossier);
    lines
        .into_iter()
        .enumerate()
        .map(|(row, line)| {
            let mut reading = Reading { row, line: line.number, places: &places, guess, remarks };
            let draft = reading.draft(&line.cells, columns, titles);
            Row { line: line.number, cells: line.cells, draft }
        })
        .collect()
}

/// The territories of a dossier by folded name and by code.
struct Places(std::collections::HashMap<String, Id>);

impl Places {
    fn of(dossier: &Dossier) -> Self {
        let mut places = std::collections::HashMap::new();
        for territory in &dossier.territories {
            places.entry(place_key(&territory.name)).or_insert_with(|| territory.id.clone());
        }
        for territory in &dossier.territories {
            if let Some(code) = territory.code.as_ref().filter(|code| !code.value.is_empty()) {
                places.entry(place_key(&code.value)).or_insert_with(|| territory.id.clone());
            }
        }
        places.remove("");
        Self(places)
    }

    fn find(&self, name: &str) -> Place {
        Place { name: name.to_owned(), id: self.0.get(&place_key(name)).cloned() }
    }
}

/// What makes two names the same territory.
pub(super) fn place_key(name: &str) -> String {
    fold(name).join(" ")
}

struct Reading<'a> {
    row: usize,
    line: usize,
    places: &'a Places,
    guess: &'a dyn Fn(&str) -> Option<Guess>,
    remarks: &'a mut Vec<Remark>,
}

impl Reading<'_> {
    fn remark(&mut self, column: Option<usize>, code: RemarkCode, phrase: crate::i18n::Phrase) {
        self.remarks.push(Remark { row: Some(self.row), column, code, phrase });
    }

    fn draft(&mut self, cells: &[String], columns: &[Column], titles: &[String]) -> Option<Draft> {
        let named =
            cells.iter().zip(columns).any(|(cell, column)| *column == Column::Name && !cell.is_empty());
        if !named {
            self.remark(None, RemarkCode::NoName, say::no_name(self.line));
            return None;
        }
        let too_long = |(cell, column): (&String, &Column)| {
            *column != Column::Ignored && cell.chars().nth(MAX_TEXT).is_some()
        };
        if let Some(column) = cells.iter().zip(columns).position(too_long) {
            self.remark(Some(column), RemarkCode::TooLong, say::too_long(self.line, MAX_TEXT));
            return None;
        }
        let mut draft = Draft::default();
        let mut contact = Contact::default();
        let (mut kind_column, mut kind_words) = (0, String::new());
        for (index, (cell, column)) in cells.iter().zip(columns).enumerate() {
            if cell.is_empty() {
                continue;
            }
            // Two columns said to hold the same thing: the first does, the second is kept as a label.
            let text = one_line(cell);
            let place = match column {
                Column::Name => &mut draft.name,
                Column::Kind => &mut kind_words,
                Column::Subkind => &mut draft.subkind,
                Column::ContactPosition => &mut contact.position,
                Column::Email => &mut contact.email,
                Column::Phone => &mut contact.phone,
                Column::Siren | Column::Siret => {
                    self.identifier(index, *column, cell, &mut draft);
                    continue;
                }
                Column::Territory => {
                    self.territories(index, cell, &mut draft);
                    continue;
                }
                Column::ContactName => {
                    append(&mut contact.name, &text, " ");
                    continue;
                }
                Column::Interests => {
                    append(&mut draft.interests, cell, "\n");
                    continue;
                }
                Column::Tags => {
                    several(cell).for_each(|tag| add_tag(&mut draft.tags, tag));
                    continue;
                }
                Column::Ignored => continue,
                Column::Other => {
                    add_tag(&mut draft.tags, &titled(titles.get(index), &text));
                    continue;
                }
            };
            if place.is_empty() {
                *place = text;
                if *column == Column::Kind {
                    kind_column = index;
                }
            } else if *place != text {
                add_tag(&mut draft.tags, &titled(titles.get(index), &text));
            }
        }
        self.kind(kind_column, kind_words, &mut draft);
        if contact != Contact::default() {
            draft.contact = Some(contact);
        }
        Some(draft)
    }

    /// The family and sub-kind, from the words of the line; from the name alone it is only a suggestion.
    fn kind(&mut self, index: usize, words: String, draft: &mut Draft) {
        if !words.is_empty() {
            if let Some(found) = (self.guess)(&words) {
                draft.kind = Some(found.kind);
                if draft.subkind.is_empty() {
                    draft.subkind = found.subkind.unwrap_or_default();
                }
            } else {
                let phrase = say::unknown_kind(self.line, words.as_str());
                self.remark(Some(index), RemarkCode::UnknownKind, phrase);
                if draft.subkind.is_empty() {
                    draft.subkind = words;
                } else {
                    add_tag(&mut draft.tags, &words);
                }
            }
        }
        if !draft.subkind.is_empty()
            && let Some(found) = (self.guess)(&draft.subkind)
            && draft.kind.is_none_or(|kind| kind == found.kind)
        {
            draft.kind = Some(found.kind);
            if let Some(code) = found.subkind {
                draft.subkind = code;
            }
        }
        if draft.kind.is_none() && draft.subkind.is_empty() {
            draft.guess = (self.guess)(&draft.name);
        }
    }

    /// A SIREN or a SIRET: its length says which, whatever the title of its column.
    fn identifier(&mut self, index: usize, column: Column, cell: &str, draft: &mut Draft) {
        let length = normalise("SIRET", cell).chars().count();
        let scheme = match (length, column) {
            (9, _) => "SIREN",
            (14, _) => "SIRET",
            (_, Column::Siren) => "SIREN",
            _ => "SIRET",
        };
        match check(scheme, cell) {
            Check::WrongShape => {
                let phrase = say::wrong_shape(self.line, scheme, cell);
                self.remark(Some(index), RemarkCode::WrongShape, phrase);
            }
            Check::WrongKey => {
                let phrase = say::wrong_key(self.line, scheme, cell);
                self.remark(Some(index), RemarkCode::WrongKey, phrase);
            }
            Check::Valid | Check::Unchecked => {}
        }
        let value =
            if check(scheme, cell) == Check::WrongShape { one_line(cell) } else { normalise(scheme, cell) };
        let identifier = Identifier { scheme: scheme.to_owned(), value, ..Identifier::default() };
        if !draft.identifiers.contains(&identifier) {
            draft.identifiers.push(identifier);
        }
    }

    /// The whole cell where the dossier knows it, else the names it lists.
    fn territories(&mut self, index: usize, cell: &str, draft: &mut Draft) {
        let whole = self.places.find(&one_line(cell));
        let found: Vec<Place> = if whole.id.is_some() {
            vec![whole]
        } else {
            several(cell).map(|name| self.places.find(name)).collect()
        };
        for place in found {
            if place.id.is_none() {
                let phrase = say::new_territory(self.line, place.name.as_str());
                self.remark(Some(index), RemarkCode::NewTerritory, phrase);
            }
            if !draft.territories.contains(&place) {
                draft.territories.push(place);
            }
        }
    }
}

/// Words with the title of their column, which tells what they are about.
fn titled(title: Option<&String>, text: &str) -> String {
    match title.filter(|title| !title.is_empty()) {
        Some(title) => format!("{title}\u{a0}: {text}"),
        None => text.to_owned(),
    }
}

/// A text without line breaks; other spaces stay as they were.
fn one_line(cell: &str) -> String {
    cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The items a cell lists.
fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '\n', '|']).map(str::trim).filter(|item| !item.is_empty())
}

fn append(text: &mut String, more: &str, gap: &str) {
    if !text.is_empty() {
        text.push_str(gap);
    }
    text.push_str(more);
}

pub(super) fn add_tag(tags: &mut Vec<String>, tag: &str) {
    if !tags.iter().any(|known| known == tag) {
        tags.push(tag.to_owned());
    }
}
