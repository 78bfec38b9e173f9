//! Where associations stand at the criteria of admission the partnership set (S2), and where its plans stand.

use super::votes::voting_seats;
use crate::model::{
    Actor, ActorKind, AdmissionCriterion, Body, ConditionStatus, Dossier, Plan, PlanKind, PlanStatus,
};

/// An association that sits on a body, and how it stands at each criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Admission<'a> {
    /// The association.
    pub actor: &'a Actor,
    /// Each criterion, in the order of the dossier, with where the association stands.
    pub criteria: Vec<(&'a AdmissionCriterion, ConditionStatus)>,
}

impl<'a> Admission<'a> {
    /// The criteria with a status.
    pub fn with(&self, status: ConditionStatus) -> impl Iterator<Item = &'a AdmissionCriterion> {
        self.criteria.iter().filter(move |(_, found)| *found == status).map(|(criterion, _)| *criterion)
    }
}

/// The associations that hold a seat that votes, each once, in the order of the seats. Those of an expert or an
/// alternate alone were not admitted to the table themselves.
pub fn admissions<'a>(dossier: &'a Dossier, body: &Body) -> Vec<Admission<'a>> {
    let mut found: Vec<Admission<'a>> = Vec::new();
    for seat in voting_seats(body) {
        let Some(actor) = seat.actor.as_ref().and_then(|id| dossier.actor(id)) else { continue };
        let known = found.iter().any(|one| one.actor.id == actor.id);
        if actor.kind == Some(ActorKind::Association) && !known {
            let criteria = dossier.admission_criteria.iter();
            let criteria = criteria.map(|criterion| (criterion.as_ref(), criterion.status(&actor.id)));
            found.push(Admission { actor, criteria: criteria.collect() });
        }
    }
    found
}

/// The plan of a kind: the one that is furthest on where there are several; `None` while nothing is said of it.
pub fn plan(dossier: &Dossier, kind: PlanKind) -> Option<&Plan> {
    let plans = dossier.plans.iter().map(std::rc::Rc::as_ref).filter(|plan| plan.kind == Some(kind));
    plans.reduce(|furthest, plan| if plan.status > furthest.status { plan } else { furthest })
}

/// Whether there is such a plan, adopted or not.
pub fn exists(plan: Option<&Plan>) -> bool {
    plan.is_some_and(|plan| matches!(plan.status, Some(PlanStatus::Draft | PlanStatus::Adopted)))
}

/// The associations of every body, each once, with the bodies it sits on.
pub fn seated<'a>(dossier: &'a Dossier) -> Vec<(Admission<'a>, Vec<&'a Body>)> {
    let mut found: Vec<(Admission<'a>, Vec<&'a Body>)> = Vec::new();
    for body in &dossier.bodies {
        for admission in admissions(dossier, body) {
            match found.iter_mut().find(|(one, _)| one.actor.id == admission.actor.id) {
                Some((_, bodies)) => bodies.push(body),
                None => found.push((admission, vec![body])),
            }
        }
    }
    found
}
