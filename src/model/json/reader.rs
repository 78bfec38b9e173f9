//! What a reading notes on its way.

use super::path::{Path, Step, pointer_step};
use crate::i18n::{Phrase, texts::problem as say};
use crate::model::problem::{Problem, ProblemCode};

/// Longest text of a field, in characters.
pub const MAX_TEXT: usize = 10_000;

/// Most problems, and most unknown fields, listed for one file; further ones are only counted.
pub const MOST_PROBLEMS: usize = 2_000;

/// Walks a parsed file and notes what is wrong.
#[derive(Debug, Default)]
pub struct Reader {
    path: Path,
    /// What was found wrong so far, at most [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// Problems found beyond those listed.
    pub unlisted: usize,
    /// Pointers of the fields that are kept though unknown, at most [`MOST_PROBLEMS`].
    pub unknown: Vec<String>,
    /// Unknown fields found beyond those listed.
    pub unknown_unlisted: usize,
    thorough: bool,
}

impl Reader {
    /// A reader that puts a default in place of what it cannot read, so that the rest can be checked too: what it
    /// gives is a dossier only when [`problems`](Self::problems) is empty. Otherwise one bad value gives `None`.
    pub fn thorough() -> Self {
        Self { thorough: true, ..Self::default() }
    }

    /// Whether a default stands in for what cannot be read.
    pub fn goes_on(&self) -> bool {
        self.thorough
    }

    /// Notes a problem at the current place; false, so that a field can answer with it.
    pub fn refuse(&mut self, code: ProblemCode, phrase: Phrase) -> bool {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { pointer: self.path.pointer(), code, phrase });
        } else {
            self.unlisted += 1;
        }
        false
    }

    /// Notes that another type of JSON was expected at the current place; false.
    pub fn refuse_type(&mut self, expected: Phrase) -> bool {
        self.refuse(ProblemCode::WrongType, say::wrong_type(expected))
    }

    pub(super) fn unknown(&mut self, key: &str) {
        if self.unknown.len() < MOST_PROBLEMS {
            let key = pointer_step(key);
            let mut pointer = self.path.pointer();
            pointer.push('/');
            pointer.push_str(&key);
            self.unknown.push(pointer);
        } else {
            self.unknown_unlisted += 1;
        }
    }

    pub(super) fn enter(&mut self, step: Step) {
        self.path.enter(step);
    }

    pub(super) fn leave(&mut self) {
        self.path.leave();
    }
}
