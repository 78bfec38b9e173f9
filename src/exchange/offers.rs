//! The formats offered to a person, by what they are for.
//!
//! All but JSON are written by a module that loads on first use; what it knows is held against this table by a test.

use crate::i18n::{Phrase, texts::outward as say};

/// What a format is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To continue elsewhere.
    Continue,
    /// To read and print.
    Read,
    /// To analyse.
    Analyse,
}

impl Purpose {
    /// Every purpose, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Continue, Self::Read, Self::Analyse];

    /// In words.
    pub fn words(self) -> Phrase {
        match self {
            Self::Continue => say::group_continue(),
            Self::Read => say::group_read(),
            Self::Analyse => say::group_analyse(),
        }
    }
}

/// A format as it is offered.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// The name by which it is asked for.
    pub format: &'static str,
    /// The end of its file names, without the dot.
    pub extension: &'static str,
    /// What it is for.
    pub purpose: Purpose,
    /// Its name, for a person.
    pub title: fn() -> Phrase,
    /// What it holds.
    pub help: fn() -> Phrase,
}

impl Offer {
    /// Whether it is a table of which a person chooses how it is written.
    pub fn is_delimited(&self) -> bool {
        self.extension == "csv"
    }
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        self.format == other.format
    }
}

const fn offer(
    format: &'static str,
    extension: &'static str,
    purpose: Purpose,
    title: fn() -> Phrase,
    help: fn() -> Phrase,
) -> Offer {
    Offer { format, extension, purpose, title, help }
}

/// The formats, in the order in which they are offered.
pub const OFFERS: &[Offer] = &[
    offer("json", "json", Purpose::Continue, say::json, say::json_help),
    offer("popolo", "json", Purpose::Continue, say::popolo, say::popolo_help),
    offer("docx", "docx", Purpose::Read, say::docx, say::docx_help),
    offer("html", "html", Purpose::Read, say::html, say::html_help),
    offer("icalendar", "ics", Purpose::Read, say::icalendar, say::icalendar_help),
    offer("xlsx", "xlsx", Purpose::Analyse, say::xlsx, say::xlsx_help),
    offer("csv", "csv", Purpose::Analyse, say::csv, say::csv_help),
    offer("gexf", "gexf", Purpose::Analyse, say::gexf, say::gexf_help),
    offer("graphml", "graphml", Purpose::Analyse, say::graphml, say::graphml_help),
    offer("kumu", "json", Purpose::Analyse, say::kumu, say::kumu_help),
    offer("kumu-csv", "zip", Purpose::Analyse, say::kumu_tables, say::kumu_tables_help),
    offer("mermaid", "mmd", Purpose::Analyse, say::mermaid, say::mermaid_help),
];

#[cfg(all(test, feature = "formats"))]
mod tests {
    use super::*;
    use crate::exchange::formats::Format;

    #[test]
    fn every_format_that_can_be_written_is_offered() {
        let offered: Vec<(&str, &str)> = OFFERS.iter().map(|one| (one.format, one.extension)).collect();
        for format in Format::ALL {
            assert!(
                offered.contains(&(&*format.name(), format.extension())),
                "{} is not offered",
                format.name()
            );
        }
        for (name, _) in offered {
            assert!(name == "json" || Format::named(name).is_some(), "{name} cannot be written");
        }
    }
}
