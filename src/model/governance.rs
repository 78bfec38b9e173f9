//! What the partners settle around their bodies: how an association is admitted, which plans exist and who adopted them.

use super::json::{List, closed, identified, record};
use super::role::ConditionStatus;
use super::scalar::{Date, Id};

closed! {
    /// What a plan is about.
    PlanKind {
        /// Communication.
        Communication = "communication",
        /// Actions.
        Action = "action",
    }
}

closed! {
    /// Where a plan stands.
    PlanStatus {
        /// There is none.
        Missing = "missing",
        /// Written, not adopted yet.
        Draft = "draft",
        /// Adopted.
        Adopted = "adopted",
    }
}

record! {
    /// Whether an association meets a criterion of admission.
    "Examen d’un critère"
    AdmissionCheck {
        /// The association.
        actor "actor" "Acteur": Id => Actor,
        /// Decided status.
        status "status" "Statut": Option<ConditionStatus>,
        /// What shows it.
        evidence "evidence" "Preuve": String,
        /// Day.
        on "on" "Date": Option<Date>,
    }
}

record! {
    /// What the partnership asks of an association before it sits on a body.
    "Critère d’admission"
    AdmissionCriterion {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// The criterion in plain words.
        title "title" "Intitulé": String,
        /// Associations looked at: one line each.
        checks "checks" "Examens": List<AdmissionCheck>,
    }
}

record! {
    /// A plan of the partnership: whether it exists, and who adopted it.
    "Plan"
    Plan {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// What it is about.
        kind "kind" "Nature": Option<PlanKind>,
        /// Where it stands.
        status "status" "Statut": Option<PlanStatus>,
        /// Day it was adopted.
        adopted_on "adoptedOn" "Adopté le": Option<Date>,
        /// The body that adopted it.
        adopted_by "adoptedBy" "Adopté par": Option<Id> => Body,
        /// Note.
        note "note" "Note": String,
    }
}

identified!(AdmissionCriterion, Plan);

impl AdmissionCriterion {
    /// The line on an association.
    pub fn check(&self, actor: &Id) -> Option<&AdmissionCheck> {
        self.checks.iter().map(std::rc::Rc::as_ref).find(|check| check.actor == *actor)
    }

    /// Where an association stands: not known while nobody looked.
    pub fn status(&self, actor: &Id) -> ConditionStatus {
        self.check(actor).and_then(|check| check.status).unwrap_or(ConditionStatus::Unknown)
    }
}
