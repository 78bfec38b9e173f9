//! Who does what, and what must hold for it.

use super::json::{List, closed, identified, record};
use super::scalar::{Date, Id};

closed! {
    /// The four roles.
    RoleKind {
        /// In charge: mobilises the actors, keeps the approach true to the problem.
        Lead = "lead",
        /// Resource in its field, at given stages.
        Operator = "operator",
        /// Brings the funds the action needs.
        Funder = "funder",
        /// Carries the project, gives visibility and legitimacy.
        Partner = "partner",
    }
}

closed! {
    /// Whether a condition holds.
    ConditionStatus {
        /// Met.
        Met = "met",
        /// Not met.
        NotMet = "notMet",
        /// Nobody checked.
        Unknown = "unknown",
    }
}

closed! {
    /// A letter of the responsibility matrix.
    Letter {
        /// Does the work.
        Responsible = "R",
        /// Answers for it: exactly one.
        Accountable = "A",
        /// Is heard before.
        Consulted = "C",
        /// Is told after.
        Informed = "I",
    }
}

record! {
    /// What a role bears on: an objective, a function, or the whole project when neither is named.
    "Portée"
    Scope {
        /// An objective.
        objective "objective" "Objectif": Option<Id> => Objective,
        /// A function.
        function "function" "Fonction": Option<Id> => Function,
    }
}

record! {
    /// What must hold for a role to be held well.
    "Condition d’exercice"
    Condition {
        /// Code of the condition.
        code "code" "Condition": String,
        /// Decided status.
        status "status" "Statut": Option<ConditionStatus>,
        /// What shows it.
        evidence "evidence" "Preuve": String,
        /// Day.
        on "on" "Date": Option<Date>,
    }
}

record! {
    /// What the holder of a role undertakes to do, in plain words.
    "Engagement"
    Commitment {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// What is undertaken.
        text "text" "Texte": String,
        /// Day on which it was taken.
        on "on" "Date": Option<Date>,
    }
}

record! {
    /// An actor in a role.
    "Rôle"
    RoleAssignment {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Actor.
        actor "actor" "Acteur": Id => Actor,
        /// Role.
        role "role" "Rôle": RoleKind,
        /// On what.
        scope "scope" "Portée": Option<Scope>,
        /// First day.
        starts_on "startsOn" "Début": Option<Date>,
        /// Last day.
        ends_on "endsOn" "Fin": Option<Date>,
        /// What the actor does, in plain words.
        does "does" "Ce que fait l’acteur": String,
        /// What the actor undertakes.
        commitments "commitments" "Engagements": List<Commitment>,
        /// Conditions as decided.
        conditions "conditions" "Conditions d’exercice": List<Condition>,
    }
}

record! {
    /// Who answers for a function, and how.
    "Responsabilité"
    Responsibility {
        /// Function.
        function "function" "Fonction": Id => Function,
        /// Actor.
        actor "actor" "Acteur": Id => Actor,
        /// Letter.
        letter "letter" "Lettre": Letter,
    }
}

identified!(RoleAssignment, Commitment);
