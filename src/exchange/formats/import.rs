//! Files of other tools on their way in: what they are, and what becomes of them.
//!
//! A file that this program wrote gives a whole dossier back. Any other table gives lines, which a person maps to
//! columns, or which enter as they are recognised.

use serde_json::Value;

use super::own;
use super::sheets::{self, Foreign, Raw, RawCell};
use super::xlsx::{self, Sealed};
use super::{delimited, kumu, popolo};
use crate::edit::{Edit, Origin, Session};
use crate::exchange::table::{self, Override, Separator};
use crate::exchange::{Opened, Refusal, read_value};
use crate::i18n::{Phrase, texts::formats as say};
use crate::model::{Dossier, Id, Problem, ProblemCode};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Whatever the file turns out to be.
    Any,
    /// A workbook.
    Xlsx,
    /// A delimited file.
    Csv,
    /// A map of Kumu: its JSON, or its two tables in an archive.
    Kumu,
    /// People, organisations, posts and memberships.
    Popolo,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Any, Self::Xlsx, Self::Csv, Self::Kumu, Self::Popolo];

    /// The name by which pages and functions ask for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Kumu => "kumu",
            Self::Popolo => "popolo",
        }
    }

    /// What a file seems to be.
    fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Self::Xlsx;
        }
        match serde_json::from_slice::<Value>(bytes) {
            Ok(Value::Object(map)) if map.contains_key("elements") => Self::Kumu,
            Ok(Value::Object(_)) => Self::Popolo,
            _ => Self::Csv,
        }
    }
}

/// A table that is not one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a delimited file.
    pub name: String,
    /// Its lines, as [`table::preview`] reads them.
    pub text: String,
    /// Whether cells are apart by tabulations; otherwise the separator is to be found.
    pub tabbed: bool,
}

/// What a file gave.
#[derive(Clone, Debug)]
pub enum Imported {
    /// A dossier, and what was left out, made up, or is not in such a file.
    Dossier(Box<Opened>, Vec<Phrase>),
    /// Tables in need of a mapping.
    Tables(Vec<Sheet>),
}

impl From<Foreign> for Imported {
    fn from(foreign: Foreign) -> Self {
        Self::Dossier(Box::new(foreign.opened), foreign.remarks)
    }
}

/// Reads a file. `language` is that of a dossier whose file says none.
///
/// # Errors
/// The file is damaged, sealed, too large, of another format, or breaks a rule of the dossier.
pub fn import(source: Source, bytes: &[u8], language: &str) -> Result<Imported, Refusal> {
    let source = if source == Source::Any { Source::of(bytes) } else { source };
    match source {
        Source::Any | Source::Csv => csv(bytes, language),
        Source::Xlsx => workbook(bytes, language),
        Source::Kumu => kumu::read(bytes, language).map(Imported::from),
        Source::Popolo => popolo::read(bytes, language).map(Imported::from),
    }
}

fn csv(bytes: &[u8], language: &str) -> Result<Imported, Refusal> {
    if bytes.contains(&0) && !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) {
        return Err(refused(ProblemCode::WrongFormat, say::not_a_table()));
    }
    let text = table::text_of(bytes).map_err(|phrase| refused(ProblemCode::TooLarge, phrase))?;
    if let Some(raw) = delimited::read(&text).filter(|raw| sheets::known(std::slice::from_ref(raw))) {
        let mut foreign = sheets::read(&[raw], None, language)?;
        foreign.remarks.push(say::one_table_only());
        return Ok(foreign.into());
    }
    Ok(Imported::Tables(vec![Sheet { name: String::new(), text, tabbed: false }]))
}

fn workbook(bytes: &[u8], language: &str) -> Result<Imported, Refusal> {
    if kumu::is_archive(bytes) {
        return kumu::read(bytes, language).map(Imported::from);
    }
    let raws = xlsx::read(bytes).map_err(sealed)?;
    if sheets::known(&raws) {
        return sheets::read(&raws, None, language).map(Imported::from);
    }
    let tables: Vec<Sheet> = raws
        .iter()
        .map(|raw| Sheet { name: raw.name.clone(), text: tabbed(raw), tabbed: true })
        .filter(|sheet| !sheet.text.trim().is_empty())
        .collect();
    if tables.is_empty() {
        return Err(refused(ProblemCode::WrongFormat, say::no_table()));
    }
    Ok(Imported::Tables(tables))
}

/// Cells apart by tabulations, between quotes where they hold what would part them.
fn tabbed(raw: &Raw) -> String {
    let mut text = String::new();
    for row in &raw.rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            let words = if let RawCell::Flag(flag) = cell {
                if *flag { "1".to_owned() } else { "0".to_owned() }
            } else {
                cell.text()
            };
            if words.contains(['\t', '\n', '"']) {
                text.push('"');
                text.push_str(&words.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&words);
            }
        }
        text.push('\n');
    }
    text
}

/// The dossier that a table makes, its lines entered as they are recognised.
///
/// # Errors
/// The table is larger than what may enter at once, or breaks a rule of the dossier.
pub fn enter(sheet: &Sheet, language: &str) -> Result<(Opened, Vec<Phrase>), Refusal> {
    let vocabulary = own::vocabulary();
    let before = Dossier::blank(Id::from("dossier"), language);
    let change = Override { separator: sheet.tabbed.then_some(Separator::Tab), ..Override::default() };
    let preview = table::preview(&sheet.text, &change, &before, &|words| vocabulary.guess(words))
        .map_err(|phrase| refused(ProblemCode::TooMany, phrase))?;
    let choices = table::proposed(&preview);
    // The same file gives the same ids each time.
    let command = table::plan(&before, &preview, &choices, 1);
    let mut session = Session::new(std::rc::Rc::new(before));
    let entered = session.apply(Edit { command, origin: Origin::Import, merge: None });
    if entered.is_err() {
        return Err(refused(ProblemCode::WrongFormat, say::no_table()));
    }
    let value = serde_json::to_value(&**session.dossier()).unwrap_or_default();
    let remarks = preview.remarks.into_iter().map(|remark| remark.phrase);
    Ok((read_value(value)?, remarks.collect()))
}

/// Why an archive stays closed, as a refusal.
pub(super) fn sealed(why: Sealed) -> Refusal {
    match why {
        Sealed::Damaged => refused(ProblemCode::WrongFormat, say::damaged()),
        Sealed::TooLarge => refused(ProblemCode::TooLarge, say::too_large_inside()),
        Sealed::TooMany => refused(ProblemCode::TooMany, say::too_many_parts()),
        Sealed::Locked => refused(ProblemCode::WrongFormat, say::locked()),
        Sealed::Entities => refused(ProblemCode::WrongFormat, say::entities()),
    }
}

/// A refusal of the whole file.
pub(super) fn refused(code: ProblemCode, phrase: Phrase) -> Refusal {
    Refusal { problems: vec![Problem { pointer: String::new(), code, phrase }], ..Refusal::default() }
}
