//! Meetings, reviews, the questionnaire and what was tried to improve.

use super::json::{closed, identified, record};
use super::scalar::{Date, Id};
use super::scale::Score;

record! {
    /// A meeting of a thematic cycle.
    "Rencontre"
    Meeting {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// Theme.
        theme "theme" "Thème": String,
        /// Day.
        on "on" "Date": Option<Date>,
        /// Who came.
        attendees "attendees" "Présents": Vec<Id> => Actor,
        /// What was decided.
        decisions "decisions" "Décisions": Vec<String>,
    }
}

closed! {
    /// The kind of a review.
    ReviewKind {
        /// Yearly.
        Annual = "annual",
        /// When needed.
        Interim = "interim",
        /// Last.
        Final = "final",
    }
}

closed! {
    /// What a review watches.
    Watch {
        /// Progress.
        Progress = "progress",
        /// Outputs.
        Outputs = "outputs",
        /// Results.
        Results = "results",
    }
}

record! {
    /// A review of the partnership.
    "Bilan"
    Review {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Kind.
        kind "kind" "Nature": Option<ReviewKind>,
        /// Day planned.
        planned_on "plannedOn" "Prévu le": Option<Date>,
        /// Day held.
        held_on "heldOn" "Tenu le": Option<Date>,
        /// The agreement reviewed.
        agreement "agreement" "Convention": Option<Id> => Agreement,
        /// What it watches.
        watches "watches" "Porte sur": Vec<Watch>,
        /// People in charge.
        people "people" "Personnes": Vec<String>,
        /// Notes.
        notes "notes" "Notes": String,
    }
}

record! {
    /// An answer to the questionnaire.
    "Réponse"
    Answer {
        /// Item.
        item "item" "Question": String,
        /// Respondent.
        respondent "respondent" "Répondant": String,
        /// 1–5; absent when not applicable.
        value "value" "Note": Option<Score>,
        /// Open answer.
        text "text" "Texte": String,
        /// Day.
        on "on" "Date": Option<Date>,
    }
}

closed! {
    /// Where an improvement stands.
    ImprovementStatus {
        /// Open.
        Open = "open",
        /// Tried.
        Tried = "tried",
        /// Kept.
        Kept = "kept",
        /// Dropped.
        Dropped = "dropped",
    }
}

record! {
    /// Something observed, what was tried and what came of it.
    "Amélioration"
    Improvement {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Observed.
        observed "observed" "Constat": String,
        /// Tried.
        tried "tried" "Essai": String,
        /// Result.
        result "result" "Résultat": String,
        /// Status.
        status "status" "Statut": Option<ImprovementStatus>,
    }
}

identified!(Meeting, Review, Improvement);
