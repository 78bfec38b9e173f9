//! Files of other tools, made from a dossier and read into one.
//!
//! Built with the feature `formats` only: in the browser this is a module of its own, loaded on first use. It holds no
//! state and no screen: a dossier goes in, a file comes out, or the reverse. What may leave (privacy) is decided
//! before: a format writes all of the dossier it is given.
//!
//! Each format stands in its own file, with the rules it follows and their source.

mod archive;
mod clean;
mod delimited;
mod document;
mod docx;
mod format;
mod gexf;
mod graph;
mod graphml;
mod html;
mod ical;
mod import;
mod kumu;
mod mermaid;
mod own;
mod popolo;
mod report;
mod sheets;
mod text;
pub mod tools;
mod words;
mod xlsx;
mod xml;

pub use format::{Delimited, Format, Settings, Topic};
pub use import::{Imported, Sheet, Source, enter, import};
pub use own::Words;

use crate::analysis::Index;
use crate::i18n::Catalogue;
use crate::model::Dossier;

/// Why a library gave no file, in its own words. A dossier that can be read is not a reason: what a format cannot
/// hold is left out or cut, never refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMade(pub String);

/// The file of a format, whole.
///
/// # Errors
/// When the library behind the format gives up.
pub fn export(format: Format, dossier: &Dossier, settings: &Settings) -> Result<Vec<u8>, NotMade> {
    let texts = settings.words.catalogue(settings.lang);
    let vocabulary = &settings.words.vocabulary;
    // Read once for those that need it: a workbook does not.
    let index = || Index::of(dossier, settings.on);
    match format {
        Format::Xlsx => xlsx::write(dossier, settings, &texts),
        Format::Csv(topic) => csv(topic, dossier, settings, &texts),
        Format::Docx => docx::write(&report::of(&index(), &texts, vocabulary)),
        Format::Html => Ok(html::write(&report::of(&index(), &texts, vocabulary))),
        Format::Icalendar => Ok(ical::write(&index(), &texts, settings)),
        Format::Kumu => Ok(kumu::write(dossier, &texts, vocabulary)),
        Format::KumuTables => kumu::write_tables(dossier, &texts, vocabulary),
        Format::Gexf => Ok(gexf::write(&index(), &texts, settings)),
        Format::GraphMl => Ok(graphml::write(&index(), &texts, vocabulary)),
        Format::Popolo => Ok(popolo::write(dossier, &texts)),
        Format::Mermaid => Ok(mermaid::write(&index(), &texts).into_bytes()),
    }
}

/// One table as a delimited file.
fn csv(topic: Topic, dossier: &Dossier, settings: &Settings, texts: &Catalogue) -> Result<Vec<u8>, NotMade> {
    let table = topic.sheet().map(|sheet| sheets::one(sheet, dossier, texts, &settings.words.vocabulary));
    delimited::write(&table.ok_or_else(|| NotMade(String::new()))?, settings.delimited)
}
