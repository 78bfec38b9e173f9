//! The formats by name, and what a person may choose about them.

use crate::i18n::Lang;
use crate::model::Date;

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
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
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Docx, Self::Html, Self::Gexf, Self::GraphMl, Self::Icalendar, Self::Mermaid];

    /// The name by which pages and functions ask for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Gexf => "gexf",
            Self::GraphMl => "graphml",
            Self::Icalendar => "icalendar",
            Self::Mermaid => "mermaid",
        }
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The end of its file names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
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
}
