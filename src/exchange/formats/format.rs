//! The formats by name, and what a person may choose about them.

use std::borrow::Cow;

use super::own::Words;
use super::sheets::{self, SHEETS, Sheet};
use crate::i18n::Lang;
use crate::model::Date;

/// A table of the dossier: what a delimited file holds one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic(usize);

impl Topic {
    /// The actors with what is read of them today.
    pub const ACTORS: Self = Self(1);

    /// Every table.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SHEETS.len()).map(Self)
    }

    pub(super) fn sheet(self) -> Option<&'static Sheet> {
        SHEETS.get(self.0)
    }
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook with a sheet a table.
    Xlsx,
    /// One table as a delimited file.
    Csv(Topic),
    /// A map of Kumu as a JSON blueprint.
    Kumu,
    /// The same as its two tables, in an archive.
    KumuTables,
    /// Organisations, people, posts and memberships.
    Popolo,
    /// The whole dossier as a document, for a word processor.
    Docx,
    /// The same document as one page to read and print.
    Html,
    /// The network of actors, for Gephi.
    Gexf,
    /// The network of actors, for yEd, igraph, NetworkX.
    GraphMl,
    /// The dates, for a calendar.
    Icalendar,
    /// A diagram as text, for wikis and forges.
    Mermaid,
}

impl Format {
    /// All of them, in the order in which they are offered; of delimited files, the actors alone.
    pub const ALL: [Self; 11] = [
        Self::Xlsx,
        Self::Csv(Topic::ACTORS),
        Self::Docx,
        Self::Html,
        Self::Icalendar,
        Self::Kumu,
        Self::KumuTables,
        Self::Gexf,
        Self::GraphMl,
        Self::Popolo,
        Self::Mermaid,
    ];

    /// All of them with every table of delimited files.
    pub fn every() -> impl Iterator<Item = Self> {
        let tables = Topic::all().filter(|topic| *topic != Topic::ACTORS).map(Self::Csv);
        Self::ALL.into_iter().chain(tables)
    }

    /// The name by which pages and functions ask for it: `xlsx`, `csv` for the actors, `csv:positions` for another
    /// table, by the last key of its list in the dossier.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Xlsx => "xlsx".into(),
            Self::Csv(Topic::ACTORS) => "csv".into(),
            Self::Csv(topic) => format!("csv:{}", topic.sheet().map_or("", sheets::topic)).into(),
            Self::Kumu => "kumu".into(),
            Self::KumuTables => "kumu-csv".into(),
            Self::Popolo => "popolo".into(),
            Self::Docx => "docx".into(),
            Self::Html => "html".into(),
            Self::Gexf => "gexf".into(),
            Self::GraphMl => "graphml".into(),
            Self::Icalendar => "icalendar".into(),
            Self::Mermaid => "mermaid".into(),
        }
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::every().find(|format| format.name() == name)
    }

    /// The end of its file names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv(_) => "csv",
            Self::Kumu | Self::Popolo => "json",
            Self::KumuTables => "zip",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Gexf => "gexf",
            Self::GraphMl => "graphml",
            Self::Icalendar => "ics",
            Self::Mermaid => "mmd",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv(_) => "text/csv;charset=utf-8",
            Self::Kumu | Self::Popolo => "application/json",
            Self::KumuTables => "application/zip",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Html => "text/html",
            Self::Gexf => "application/gexf+xml",
            Self::GraphMl => "application/graphml+xml",
            Self::Icalendar => "text/calendar",
            Self::Mermaid => "text/vnd.mermaid",
        }
    }
}

/// How a delimited file separates its values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimited {
    /// As a French spreadsheet opens it by a double click: semicolons, UTF-8 with its mark, decimal comma.
    #[default]
    French,
    /// RFC 4180: commas, UTF-8 without mark, decimal point.
    Rfc4180,
}

impl Delimited {
    /// The one of this name: `french` or `rfc4180`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "french" => Some(Self::French),
            "rfc4180" => Some(Self::Rfc4180),
            _ => None,
        }
    }
}

/// What a person chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Language of headings and sentences.
    pub lang: Lang,
    /// The day of the export: what has ended and what is to come depend on it.
    pub on: Date,
    /// Of delimited files.
    pub delimited: Delimited,
    /// Words of the page in place of ours.
    pub words: Words,
}
