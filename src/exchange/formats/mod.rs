//! Files of other tools, made from a dossier and read into one.
//!
//! Built with the feature `formats` only: in the browser this is a module of its own, loaded on first use. It holds no
//! state and no screen: a dossier goes in, a file comes out, or the reverse. What may leave (privacy) is decided
//! before: a format writes all of the dossier it is given.
//!
//! Each format stands in its own file, with the rules it follows and their source.

mod format;
mod mermaid;

pub use format::{Delimited, Format, Settings};

use crate::i18n::Catalogue;
use crate::model::Dossier;

/// The file of a format, whole.
pub fn export(format: Format, dossier: &Dossier, settings: &Settings) -> Vec<u8> {
    let texts = Catalogue::new(settings.lang);
    match format {
        Format::Mermaid => mermaid::write(dossier, &texts).into_bytes(),
    }
}
