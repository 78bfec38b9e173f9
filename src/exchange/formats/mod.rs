//! Files of other tools, made from a dossier and read into one.
//!
//! Built with the feature `formats` only: in the browser this is a module of its own, loaded on first use. It holds no
//! state and no screen: a dossier goes in, a file comes out, or the reverse. What may leave (privacy) is decided
//! before: a format writes all of the dossier it is given.
//!
//! Each format stands in its own file, with the rules it follows and their source.

mod document;
mod docx;
mod format;
mod gexf;
mod graph;
mod graphml;
mod html;
mod ical;
mod mermaid;
mod report;
mod text;
pub mod tools;
mod words;
mod xml;

pub use format::{Delimited, Format, Settings};

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
    let texts = Catalogue::new(settings.lang);
    let index = Index::of(dossier, settings.on);
    Ok(match format {
        Format::Docx => docx::write(&report::of(&index, &texts))?,
        Format::Html => html::write(&report::of(&index, &texts)),
        Format::Gexf => gexf::write(&index, &texts, settings),
        Format::GraphMl => graphml::write(&index, &texts),
        Format::Icalendar => ical::write(&index, &texts, settings),
        Format::Mermaid => mermaid::write(&index, &texts).into_bytes(),
    })
}
