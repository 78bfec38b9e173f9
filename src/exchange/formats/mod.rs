//! Files of other tools, made from a dossier and read into one.
//!
//! Built with the feature `formats` only: in the browser this is a module of its own, loaded on first use. It holds no
//! state and no screen: a dossier goes in, a file comes out, or the reverse. What may leave (privacy) is decided
//! before: a format writes all of the dossier it is given.
//!
//! Each format stands in its own file, with the rules it follows and their source.

mod format;
mod mermaid;
pub mod tools;

pub use format::{Delimited, Format, Settings};

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
#[allow(clippy::unnecessary_wraps, reason = "formats whose library can fail come beside those that cannot")]
pub fn export(format: Format, dossier: &Dossier, settings: &Settings) -> Result<Vec<u8>, NotMade> {
    let texts = Catalogue::new(settings.lang);
    Ok(match format {
        Format::Mermaid => mermaid::write(dossier, &texts).into_bytes(),
    })
}
