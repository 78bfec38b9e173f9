//! What the parties sign.

use super::json::{List, closed, identified, record};
use super::scalar::{Date, Id, Number};

closed! {
    /// Where an agreement stands.
    AgreementStatus {
        /// Draft.
        Draft = "draft",
        /// Signed.
        Signed = "signed",
        /// Ended.
        Ended = "ended",
    }
}

closed! {
    /// Where a clause stands.
    ClauseStatus {
        /// Not relevant here.
        NotRelevant = "notRelevant",
        /// Missing.
        Missing = "missing",
        /// Partial.
        Partial = "partial",
        /// Complete.
        Complete = "complete",
    }
}

closed! {
    /// What a party owes, or is owed.
    ObligationKind {
        /// Obligation.
        Obligation = "obligation",
        /// Right.
        Right = "right",
    }
}

record! {
    /// A clause of an agreement.
    "Clause"
    Clause {
        /// Code of the clause.
        code "code" "Clause": String,
        /// Status.
        status "status" "Statut": Option<ClauseStatus>,
        /// Text.
        text "text" "Texte": String,
    }
}

record! {
    /// What a party owes, or is owed.
    "Obligation ou droit"
    Obligation {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Party.
        party "party" "Partie": Option<Id> => Actor,
        /// Text.
        text "text" "Texte": String,
        /// Kind.
        kind "kind" "Nature": Option<ObligationKind>,
        /// Weight.
        weight "weight" "Poids": Option<Number>,
    }
}

record! {
    /// Another plan or tool of a party, to which the agreement is tied.
    "Plan lié"
    LinkedPlan {
        /// Party.
        actor "actor" "Acteur": Option<Id> => Actor,
        /// Title.
        title "title" "Intitulé": String,
    }
}

record! {
    /// An agreement between parties.
    "Convention"
    Agreement {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// Parties.
        parties "parties" "Parties": Vec<Id> => Actor,
        /// First day.
        starts_on "startsOn" "Début": Option<Date>,
        /// Last day.
        ends_on "endsOn" "Fin": Option<Date>,
        /// Status.
        status "status" "Statut": Option<AgreementStatus>,
        /// Clauses.
        clauses "clauses" "Clauses": List<Clause>,
        /// Obligations and rights.
        obligations "obligations" "Obligations et droits": List<Obligation>,
        /// Other plans or tools.
        linked_plans "linkedPlans" "Plans liés": List<LinkedPlan>,
    }
}

identified!(Obligation, Agreement);
