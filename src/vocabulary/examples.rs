//! The example dossiers a person can open instead of a blank one.

use crate::i18n::Phrase;
use crate::i18n::texts::vocabulary as say;

/// An example dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Stable code.
    pub code: &'static str,
    /// Title.
    pub title: Phrase,
    /// What it shows, in one sentence.
    pub summary: Phrase,
    /// The dossier, as JSON text.
    pub text: &'static str,
}

/// The three examples, from the smallest to the largest.
pub fn examples() -> [Example; 3] {
    [
        Example {
            code: "petit",
            title: say::example_petit(),
            summary: say::example_petit_summary(),
            text: include_str!("examples/petit.json"),
        },
        Example {
            code: "bassin",
            title: say::example_bassin(),
            summary: say::example_bassin_summary(),
            text: include_str!("examples/bassin.json"),
        },
        Example {
            code: "soixante",
            title: say::example_soixante(),
            summary: say::example_soixante_summary(),
            text: include_str!("examples/soixante.json"),
        },
    ]
}
