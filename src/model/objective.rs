//! What the project aims at, and the work someone must do for it.

use super::json::{List, identified, record};
use super::scalar::{Id, Number};

record! {
    /// How an objective is measured.
    "Indicateur"
    Indicator {
        /// Title.
        title "title" "Intitulé": String,
        /// Unit.
        unit "unit" "Unité": String,
        /// Value to reach.
        target "target" "Cible": Option<Number>,
    }
}

record! {
    /// An aim of the project.
    "Objectif"
    Objective {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// Theme.
        theme "theme" "Thème": String,
        /// Weight beside the other objectives.
        weight "weight" "Poids": Option<Number>,
        /// Indicators.
        indicators "indicators" "Indicateurs": List<Indicator>,
    }
}

record! {
    /// Work that someone must do for the project.
    "Fonction clé"
    KeyFunction {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// The objectives it serves.
        objectives "objectives" "Objectifs": Vec<Id> => Objective,
        /// Where it must be held.
        territories "territories" "Territoires": Vec<Id> => Territory,
        /// The skills it needs.
        skills "skills" "Compétences": Vec<String>,
        /// The people or firms it is for.
        public "public" "Public": String,
        /// When it comes in the project.
        phase "phase" "Phase": String,
    }
}

identified!(Objective, KeyFunction);
