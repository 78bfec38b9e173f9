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

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::Index;
use crate::i18n::Catalogue;
use crate::model::Dossier;

/// Why a library gave no file, in its own words. A dossier that can be read is not a reason: what a format cannot
/// hold is left out or cut, never refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMade(pub String);

/// PNG files of pictures, by the key that [`pictures`] gives each.
pub type Images = BTreeMap<String, Vec<u8>>;

/// A picture that the document of a dossier can hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// By what it is known in [`Images`].
    pub key: String,
    /// A file of its own: nothing in it runs, loads or refers to anything outside.
    pub svg: String,
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
}

/// The pictures that a file of this format holds once they are made into points: nothing here can do that, a browser
/// can. Formats that hold none, or hold them as they are drawn, have none here.
pub fn pictures(format: Format, dossier: &Dossier, settings: &Settings) -> Vec<Drawn> {
    if format != Format::Docx {
        return Vec::new();
    }
    let texts = settings.words.catalogue(settings.lang);
    let found = report::pictures(&Index::of(dossier, settings.on), &texts, &settings.words.vocabulary);
    let drawn = found.into_iter().map(|picture| {
        let (width, height) = picture.size;
        Drawn { key: picture.key, svg: picture.svg, width, height }
    });
    drawn.collect()
}

/// The file of a format, whole.
///
/// # Errors
/// When the library behind the format gives up.
pub fn export(format: Format, dossier: &Dossier, settings: &Settings) -> Result<Vec<u8>, NotMade> {
    illustrated(format, dossier, settings, &Images::new())
}

/// The same with those of its pictures that there are (see [`pictures`]).
///
/// # Errors
/// As [`export`].
pub fn illustrated(
    format: Format,
    dossier: &Dossier,
    settings: &Settings,
    images: &Images,
) -> Result<Vec<u8>, NotMade> {
    let texts = settings.words.catalogue(settings.lang);
    let vocabulary = &settings.words.vocabulary;
    // Read once for those that need it: a workbook does not.
    let index = || Index::of(dossier, settings.on);
    match format {
        Format::Xlsx => xlsx::write(dossier, settings, &texts),
        Format::Csv(topic) => csv(topic, dossier, settings, &texts),
        Format::Docx => docx::write(&report::of(&index(), &texts, vocabulary), images),
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
