//! The changes a person or a host page can ask for.

use super::item::{Item, Kind};
use crate::i18n::Phrase;
use crate::model::{
    Condition, Contact, Contribution, Criterion, Date, Dossier, Id, Letter, Level, PartnerSheet,
    PositionValue, Project, SetAside, SheetSent, Tie,
};

/// A line of a partner's answer: a field of its own record, or its position on an objective. Nothing else of a dossier
/// can be said in an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// Its name.
    Name(String),
    /// Its interests.
    Interests(String),
    /// Where it is competent.
    Territories(Vec<Id>),
    /// The functions it could hold.
    Capabilities(Vec<Id>),
    /// A contact by its id: name, position, e-mail and telephone; `None` removes it.
    Contact(Id, Option<Contact>),
    /// A contribution by its id; `None` removes it.
    Contribution(Id, Option<Contribution>),
    /// Its availability, 0–4; `None` takes it back.
    Availability(Option<i8>),
    /// Its position on an objective; `None` takes it back.
    Position(Id, Option<PositionValue>),
}

/// A change to a dossier.
#[allow(clippy::large_enum_variant, reason = "a command is made once and carried out at once")]
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Replaces the project.
    Project(Project),
    /// Adds a record at the end of its list, or replaces the one that bears its id.
    Put(Item),
    /// Several records at once, undone together: a pasted list, a group of selected actors.
    PutAll(Vec<Item>),
    /// Removes records and every reference to them. A record that cannot stand without one goes too
    /// (the roles, positions, influences and ties of a removed actor).
    Remove {
        /// Kind of the records.
        kind: Kind,
        /// Their ids.
        ids: Vec<Id>,
    },
    /// Moves a record to another place of its list.
    Move {
        /// Kind of the record.
        kind: Kind,
        /// Its id.
        id: Id,
        /// Its place afterwards, from 0.
        to: usize,
    },
    /// Merges actors into one: what `keep` lacks is taken from the others, lists are joined, references redirected.
    MergeActors {
        /// The actor that stays.
        keep: Id,
        /// Those that go, in order of precedence.
        gone: Vec<Id>,
    },
    /// Gives a value of a criterion, or takes the current one back (`None`).
    ///
    /// The first reading is the baseline and is never overwritten by a later day; a second value given the same
    /// day by the same evaluator replaces the one of that day.
    Rate {
        /// Actor.
        actor: Id,
        /// Criterion.
        criterion: Criterion,
        /// Value on the scale of the criterion; `None` removes the latest reading of that evaluator.
        value: Option<i8>,
        /// Day of the reading.
        on: Date,
        /// Evaluator; empty for a value agreed together.
        by: String,
    },
    /// Writes the note of the latest reading of a criterion; refused when there is none.
    NoteReading {
        /// Actor.
        actor: Id,
        /// Criterion.
        criterion: Criterion,
        /// Evaluator; empty for a value agreed together.
        by: String,
        /// Note.
        note: String,
    },
    /// Gives the position of an actor on an objective, or takes it back.
    Position {
        /// Actor.
        actor: Id,
        /// Objective.
        objective: Id,
        /// Value; `None` takes back the position of that evaluator.
        value: Option<PositionValue>,
        /// Day.
        on: Date,
        /// Evaluator; empty for a value agreed together.
        by: String,
        /// Why.
        note: String,
    },
    /// Gives the influence of an actor on another, or takes it back.
    Influence {
        /// The actor that bears.
        from: Id,
        /// The actor borne upon.
        to: Id,
        /// Value; `None` takes back the influence of that evaluator.
        value: Option<Level>,
        /// Day.
        on: Date,
        /// Evaluator; empty for a value agreed together.
        by: String,
    },
    /// Sets the tie between two actors (replacing the one they have), or removes it.
    SetTie {
        /// One actor.
        from: Id,
        /// The other.
        to: Id,
        /// The tie; `None` removes it.
        tie: Option<Tie>,
    },
    /// Decides a condition of a role (by its code).
    Condition {
        /// Role.
        role: Id,
        /// The condition as decided.
        condition: Condition,
    },
    /// Gives the letters of an actor for a function in the responsibility matrix, in place of those it had.
    Responsibility {
        /// Function.
        function: Id,
        /// Actor.
        actor: Id,
        /// Letters, in any order; none takes them all back.
        letters: Vec<Letter>,
    },
    /// Sets a finding aside with a reason.
    SetAside(SetAside),
    /// Brings a finding back.
    BringBack {
        /// Code of the finding.
        finding: String,
        /// Its objects.
        objects: Vec<Id>,
    },
    /// Replaces what the open partner sheet says of itself: who answers, a comment.
    Sheet(Box<PartnerSheet>),
    /// Takes lines of a partner's answer into its own record and positions, and notes that it was looked at.
    Answer {
        /// The actor that answered.
        actor: Id,
        /// The lines taken.
        taken: Vec<Taken>,
        /// Day of the answer.
        on: Date,
        /// The sheet sent, as it stands once the answer was looked at.
        sheet: Option<Box<SheetSent>>,
    },
    /// Replaces the whole dossier: an example, a blank one.
    Replace(Box<Dossier>),
    /// Replaces the whole dossier by one that was just read from a file: what could not be opened again was refused
    /// then, and is not looked for twice.
    Open(Box<Dossier>),
    /// Replaces the whole dossier by what something made of it, named by its own words: a merge, a snapshot brought
    /// back.
    Become(Box<Dossier>, Phrase),
}
