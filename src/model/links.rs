//! What ties actors to objectives and to one another, the other projects of the territory, and the waves.

use super::json::{closed, identified, record};
use super::scalar::{Date, Id};
use super::scale::{Level, PositionValue};

record! {
    /// What an actor gains or loses with an objective. Absent counts as 0 and as not said.
    "Position"
    Position {
        /// Actor.
        actor "actor" "Acteur": Id => Actor,
        /// Objective.
        objective "objective" "Objectif": Id => Objective,
        /// −4…+4; 0 indifferent; magnitude 1 day-to-day working, 2 projects, 3 missions, 4 existence.
        value "value" "Valeur": PositionValue,
        /// Day.
        on "on" "Date": Option<Date>,
        /// Evaluator; absent for a value agreed together.
        by "by" "Par": String,
        /// Note.
        note "note" "Note": String,
    }
}

record! {
    /// How far one actor can bear on another. Absent counts as 0 and as not said.
    "Influence"
    Influence {
        /// The actor that bears.
        from "from" "De": Id => Actor,
        /// The actor borne upon.
        to "to" "Vers": Id => Actor,
        /// 0–4, same magnitudes as positions.
        value "value" "Valeur": Level,
        /// Day.
        on "on" "Date": Option<Date>,
        /// Evaluator; absent for a value agreed together.
        by "by" "Par": String,
    }
}

closed! {
    /// How closely two actors work.
    TieLevel {
        /// They exchange information.
        Networking = "networking",
        /// They adjust their activities.
        Coordinating = "coordinating",
        /// They share resources.
        Cooperating = "cooperating",
        /// They build together.
        Collaborating = "collaborating",
        /// They are in conflict.
        Conflict = "conflict",
    }
}

record! {
    /// A relation between two actors.
    "Lien"
    Tie {
        /// One actor.
        from "from" "De": Id => Actor,
        /// The other.
        to "to" "Vers": Id => Actor,
        /// Level.
        level "level" "Niveau": TieLevel,
        /// Whether it holds in one direction only.
        directed "directed" "Orienté": Option<bool>,
    }
}

record! {
    /// Another project of the territory.
    "Autre projet"
    OtherProject {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// The actors that carry it.
        carriers "carriers" "Porté par": Vec<Id> => Actor,
        /// The objectives it shares.
        objectives "objectives" "Objectifs partagés": Vec<Id> => Objective,
        /// Note.
        note "note" "Note": String,
    }
}

record! {
    /// A moment at which actors join.
    "Vague"
    Wave {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// First day.
        starts_on "startsOn" "Début": Option<Date>,
    }
}

identified!(OtherProject, Wave);
