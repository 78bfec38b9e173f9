//! What is wrong at a place of a file.

use crate::i18n::Phrase;

/// The kinds of problem a file can have. Their names are part of the contract of `validate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemCode {
    /// Not JSON, or cut short.
    NotJson,
    /// JSON, but not a dossier.
    WrongFormat,
    /// Written by a newer version of the format.
    NewerVersion,
    /// Another JSON type than the one expected.
    WrongType,
    /// A required key is absent or empty.
    Missing,
    /// A number outside its scale.
    OutOfScale,
    /// A word outside a closed list.
    UnknownValue,
    /// An id that no record bears.
    UnknownReference,
    /// An id borne by two records.
    DuplicateId,
    /// Not a calendar day, or not an instant.
    BadDate,
    /// A period that ends before it starts.
    EndBeforeStart,
    /// A territory that contains itself.
    TerritoryCycle,
    /// More levels than the limit.
    TooDeep,
    /// More bytes than the limit.
    TooLarge,
    /// More records than the limit.
    TooMany,
    /// A text longer than the limit.
    TextTooLong,
    /// A number that cannot be held exactly enough, or an amount that is not one.
    BadNumber,
    /// The same key twice in one object.
    DuplicateKey,
    /// A field this version does not know; kept as it is.
    UnknownField,
    /// An identifier whose check key does not match; kept as it is.
    DoubtfulIdentifier,
    /// Marks that turn the direction of writing about, unseen; kept as they are.
    HiddenDirection,
}

impl ProblemCode {
    /// The code as published.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "notJson",
            Self::WrongFormat => "wrongFormat",
            Self::NewerVersion => "newerVersion",
            Self::WrongType => "wrongType",
            Self::Missing => "missing",
            Self::OutOfScale => "outOfScale",
            Self::UnknownValue => "unknownValue",
            Self::UnknownReference => "unknownReference",
            Self::DuplicateId => "duplicateId",
            Self::BadDate => "badDate",
            Self::EndBeforeStart => "endBeforeStart",
            Self::TerritoryCycle => "territoryCycle",
            Self::TooDeep => "tooDeep",
            Self::TooLarge => "tooLarge",
            Self::TooMany => "tooMany",
            Self::TextTooLong => "textTooLong",
            Self::BadNumber => "badNumber",
            Self::DuplicateKey => "duplicateKey",
            Self::UnknownField => "unknownField",
            Self::DoubtfulIdentifier => "doubtfulIdentifier",
            Self::HiddenDirection => "hiddenDirection",
        }
    }
}

/// A problem, where it is, and a sentence for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// JSON Pointer (RFC 6901) from the root of the file.
    pub pointer: String,
    /// What kind of problem.
    pub code: ProblemCode,
    /// What to read.
    pub phrase: Phrase,
}
