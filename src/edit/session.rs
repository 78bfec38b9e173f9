//! A dossier being edited: its current state, its history, its revision.

use std::rc::Rc;

use super::command::Command;
use crate::i18n::Phrase;
use crate::model::Dossier;

/// Where a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A person, in the widget.
    User,
    /// The host page.
    Host,
    /// A file that was opened or merged.
    Import,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
}

impl Origin {
    /// The word in the events.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Host => "host",
            Self::Import => "import",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// A command with what the history needs to know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The change.
    pub command: Command,
    /// Where it comes from.
    pub origin: Origin,
    /// Edits with the same key, one after the other, undo together: the letters of a word typed in a field.
    pub merge: Option<String>,
}

/// A change that took place.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The dossier before.
    pub before: Rc<Dossier>,
    /// The dossier after; its revision is one more than the highest this session has seen.
    pub after: Rc<Dossier>,
    /// Where it comes from.
    pub origin: Origin,
    /// What it did, in words: "Supprimer 2 acteurs".
    pub label: Phrase,
}

/// A command that cannot be carried out; nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Why, and what to do.
    pub reason: Phrase,
}
