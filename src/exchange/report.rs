//! What reading a file gives.

use crate::model::{Dossier, Problem};

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The dossier.
    pub dossier: Dossier,
    /// What came in, and what deserves a look.
    pub report: Report,
}

/// What came in with a file, and what deserves a look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Records by list of the dossier (its key in the file, such as `actors`), lists without any left out.
    pub counts: Vec<(&'static str, usize)>,
    /// JSON Pointers of the fields that are kept though this version does not know them.
    pub unknown: Vec<String>,
    /// Further unknown fields, beyond those listed.
    pub unknown_unlisted: usize,
    /// What was taken as it is though it looks wrong, in the order of the file.
    pub warnings: Vec<Problem>,
}

/// A file that was not read; nothing changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refusal {
    /// What is wrong, in the order of the file; never empty.
    pub problems: Vec<Problem>,
    /// Further problems, beyond those listed.
    pub unlisted: usize,
    /// The language the file announces; empty where it cannot be told.
    pub language: String,
    /// The file as text, to be kept or downloaded; `None` when it is no text at all.
    pub text: Option<String>,
}

impl Refusal {
    /// A refusal for one reason.
    pub(super) fn because(problem: Problem) -> Self {
        Self { problems: vec![problem], ..Self::default() }
    }
}
