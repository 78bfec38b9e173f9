//! The action plan.

use super::json::{closed, identified, record};
use super::scalar::{Date, Id, Money};
use super::scale::Share;

closed! {
    /// Where an action stands.
    ActionStatus {
        /// Planned.
        Planned = "planned",
        /// Running.
        Running = "running",
        /// Done.
        Done = "done",
        /// Dropped.
        Dropped = "dropped",
    }
}

record! {
    /// An action of the plan.
    "Action"
    Action {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// The objective it serves.
        objective "objective" "Objectif": Option<Id> => Objective,
        /// Who answers for it.
        responsible "responsible" "Responsables": Vec<Id> => Actor,
        /// First day.
        starts_on "startsOn" "Début": Option<Date>,
        /// Day it is due.
        due_on "dueOn" "Échéance": Option<Date>,
        /// Budget.
        budget "budget" "Budget": Option<Money>,
        /// Spent.
        spent "spent" "Dépensé": Option<Money>,
        /// Progress, 0 to 1.
        progress "progress" "Avancement": Option<Share>,
        /// Status.
        status "status" "Statut": Option<ActionStatus>,
    }
}

identified!(Action);
