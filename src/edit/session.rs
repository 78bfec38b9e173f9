//! A dossier being edited: its current state, its history, its revision.

use std::rc::Rc;

use undo::{Merged, Record};

use super::command::Command;
use crate::i18n::{Phrase, texts::edit as say};
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

/// A step of the history: the dossier on both sides, which share the records that did not change.
#[derive(Debug)]
struct Step {
    before: Rc<Dossier>,
    after: Rc<Dossier>,
    label: Phrase,
    /// Steps of the same stretch and key are one; a stretch ends at each undo or redo.
    merge: Option<(u64, String)>,
}

impl undo::Edit for Step {
    type Target = Rc<Dossier>;
    type Output = Phrase;

    fn edit(&mut self, target: &mut Self::Target) -> Phrase {
        target.clone_from(&self.after);
        self.label.clone()
    }

    fn undo(&mut self, target: &mut Self::Target) -> Phrase {
        target.clone_from(&self.before);
        self.label.clone()
    }

    fn merge(&mut self, next: Self) -> Merged<Self> {
        if self.merge.is_none() || self.merge != next.merge {
            return Merged::No(next);
        }
        if same_content(&self.before, &next.after) {
            // Letters typed, then taken back: nothing is left to undo.
            return Merged::Annul;
        }
        self.after = next.after;
        self.label = next.label;
        Merged::Yes
    }
}

/// Whether two dossiers hold the same, their revision aside.
fn same_content(a: &Dossier, b: &Dossier) -> bool {
    if a.revision == b.revision {
        return a == b;
    }
    let mut b = b.clone();
    b.revision = a.revision;
    *a == b
}

/// A dossier being edited.
#[derive(Debug)]
pub struct Session {
    dossier: Rc<Dossier>,
    history: Record<Step>,
    highest: u32,
    stretch: u64,
}

impl Session {
    /// A session on a dossier, with an empty history.
    pub fn new(dossier: Rc<Dossier>) -> Self {
        let highest = dossier.revision.unwrap_or_default();
        Self { dossier, history: Record::new(), highest, stretch: 0 }
    }

    /// The dossier as it stands.
    pub fn dossier(&self) -> &Rc<Dossier> {
        &self.dossier
    }

    /// The revision of the dossier as it stands; 0 for one that never changed.
    pub fn revision(&self) -> u32 {
        self.dossier.revision.unwrap_or_default()
    }

    /// Carries out a change. `None` when it leaves everything as it was: the history and the revision do not move.
    pub fn apply(&mut self, edit: Edit) -> Result<Option<Applied>, Refused> {
        let Edit { command, origin, merge } = edit;
        let mut label = command.label(&self.dossier);
        if origin == Origin::Import && matches!(command, Command::Replace(_) | Command::Open(_)) {
            label = say::import();
        }
        let named = merge.is_some().then(|| command.clone());
        let mut after = command.run(&self.dossier)?;
        if same_content(&after, &self.dossier) {
            return Ok(None);
        }
        self.highest = self.highest.max(after.revision.unwrap_or_default()).saturating_add(1);
        after.revision = Some(self.highest);
        let before = Rc::clone(&self.dossier);
        let merge = merge.map(|key| (self.stretch, key));
        // A step of several letters is named by what it comes to in all: the whole word added, not its first letter.
        let last = self.history.head().checked_sub(1).and_then(|last| self.history.get_entry(last));
        let joined = last.map(AsRef::as_ref).filter(|last| merge.is_some() && last.merge == merge);
        let whole = match joined.zip(named) {
            Some((last, command)) => command.label(&last.before),
            None => label.clone(),
        };
        let step = Step { before: Rc::clone(&before), after: Rc::new(after), label: whole, merge };
        self.history.edit(&mut self.dossier, step);
        Ok(Some(Applied { before, after: Rc::clone(&self.dossier), origin, label }))
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> Option<Applied> {
        self.travel(Origin::Undo)
    }

    /// Carries out again the last change taken back.
    pub fn redo(&mut self) -> Option<Applied> {
        self.travel(Origin::Redo)
    }

    fn travel(&mut self, origin: Origin) -> Option<Applied> {
        let before = Rc::clone(&self.dossier);
        let label = match origin {
            Origin::Redo => self.history.redo(&mut self.dossier),
            _ => self.history.undo(&mut self.dossier),
        }?;
        self.stretch += 1;
        // The content goes back, the revision goes on: who listens orders states by it.
        self.highest = self.highest.saturating_add(1);
        let mut after = self.dossier.as_ref().clone();
        after.revision = Some(self.highest);
        self.dossier = Rc::new(after);
        Some(Applied { before, after: Rc::clone(&self.dossier), origin, label })
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a change to carry out again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// What `undo` would take back.
    pub fn undo_label(&self) -> Option<Phrase> {
        let index = self.history.head().checked_sub(1)?;
        self.history.get_entry(index).map(|entry| entry.as_ref().label.clone())
    }

    /// What `redo` would carry out again.
    pub fn redo_label(&self) -> Option<Phrase> {
        self.history.get_entry(self.history.head()).map(|entry| entry.as_ref().label.clone())
    }

    /// Another dossier, with an empty history.
    pub fn reset(&mut self, dossier: Rc<Dossier>) {
        *self = Self { stretch: self.stretch + 1, ..Self::new(dossier) };
    }
}
