//! Every word that people read, in French and in English, and how figures, dates and lists are written.
//!
//! A text is declared once, in `texts/`, with both languages: one that lacks a language does not compile.
//! Calling it gives a [`Phrase`], which stays independent of the language until [`Catalogue::say`] renders it;
//! rules and reports therefore travel as phrases, and only the border turns them into words.
//!
//! This layer imports nothing of the crate. Formatting is left to `Intl` where there is a JavaScript engine.

mod format;
mod phrase;
pub mod texts;
mod words;

#[cfg(target_arch = "wasm32")]
pub use format::today;
pub use format::{Formatter, Plural, iso_day};
pub use phrase::{Arg, Catalogue, Forms, Lang, Phrase, Text};
pub use words::{soft_hyphens, start_and_end};
