//! V19 and V20: associations admitted against the criteria set, plans that are missing or not adopted.

use super::{finding, title};
use crate::analysis::Index;
use crate::analysis::admission::{admissions, exists, plan};
use crate::findings::{Finding, Place, Severity};
use crate::i18n::texts::governance as say;
use crate::i18n::{Arg, Phrase};
use crate::model::{
    AdmissionCriterion, AgreementStatus, Body, ClauseStatus, ConditionStatus, Dossier, Id, PlanKind,
    PlanStatus,
};
use crate::vocabulary::Step;

/// V19. Waits for criteria. What nobody checked is told beside, and makes no finding alone: it is not known that a
/// criterion is not met.
pub(super) fn not_admitted(index: &Index<'_>, body: &Body) -> Vec<Finding> {
    let total = index.dossier.admission_criteria.len();
    let told = |admission: crate::analysis::admission::Admission<'_>| {
        let missed: Vec<Arg> = admission.with(ConditionStatus::NotMet).map(criterion_title).collect();
        let unknown = admission.with(ConditionStatus::Unknown).count();
        let (count, table) = (missed.len(), title(body));
        if count == 0 {
            return None;
        }
        let reason = if unknown == 0 {
            say::v19_reason(count, table, total, missed)
        } else {
            say::v19_unknown_reason(count, table, total, missed, unknown)
        };
        let objects = vec![admission.actor.id.clone(), body.id.clone()];
        let place = Place::at(Step::Governance, &body.id, "admission");
        let said = [say::v19(index.name(&admission.actor.id)), reason, say::v19_todo()];
        Some(finding("V19", Severity::Warning, objects, said, place))
    };
    admissions(index.dossier, body).into_iter().filter_map(told).collect()
}

fn criterion_title(criterion: &AdmissionCriterion) -> Arg {
    if criterion.title.is_empty() { say::unnamed_criterion().into() } else { criterion.title.as_str().into() }
}

/// Whether the partners are far enough for their plans to be looked for: somebody sits on a body, an agreement or an
/// action is written, or something was said of a plan.
fn begun(dossier: &Dossier) -> bool {
    let seated = dossier.bodies.iter().flat_map(|body| &body.seats).any(|seat| seat.actor.is_some());
    seated || !dossier.agreements.is_empty() || !dossier.actions.is_empty() || !dossier.plans.is_empty()
}

/// V20, two parts: no communication plan; no action plan adopted. A clause of an agreement announces a plan and is not
/// one: it is told in the reason. Where every agreement that is not over says that the clause is not relevant, no plan
/// is looked for.
pub(super) fn plans(index: &Index<'_>) -> Vec<Finding> {
    let dossier = index.dossier;
    if !begun(dossier) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |object: &str, said: [Phrase; 3]| {
        let place = Place::field(Step::Governance, "plans");
        found.push(finding("V20", Severity::Advice, vec![Id::from(object)], said, place));
    };
    if !exists(plan(dossier, PlanKind::Communication)) && !irrelevant(dossier, "communication") {
        let reason = match announced(dossier, "communication") {
            0 if plan(dossier, PlanKind::Communication).is_some() => say::v20_communication_missing(),
            0 => say::v20_communication_unsaid(),
            clauses => say::v20_communication_clause(clauses),
        };
        add("communication", [say::v20_communication(), reason, say::v20_communication_todo()]);
    }
    let action = plan(dossier, PlanKind::Action);
    let adopted = action.is_some_and(|plan| plan.status == Some(PlanStatus::Adopted));
    if !adopted && !irrelevant(dossier, "actionPlan") {
        let actions = dossier.actions.len();
        let said = match actions {
            0 if !exists(action) => [say::v20_actions(), say::v20_actions_reason(), say::v20_actions_todo()],
            0 => [say::v20_adoption(), say::v20_draft_reason(), say::v20_adoption_todo()],
            _ => [say::v20_adoption(), say::v20_adoption_reason(actions), say::v20_adoption_todo()],
        };
        add("actionPlan", said);
    }
    found
}

/// The clauses of a code, with their status, in agreements that are not over.
fn clauses<'a>(dossier: &'a Dossier, code: &'a str) -> impl Iterator<Item = Option<ClauseStatus>> + 'a {
    let agreements = dossier.agreements.iter();
    let running = agreements.filter(|agreement| agreement.status != Some(AgreementStatus::Ended));
    let clauses = running.flat_map(|agreement| &agreement.clauses);
    clauses.filter(move |clause| clause.code == code).map(|clause| clause.status)
}

/// How many clauses of a code are written, in part at least.
fn announced(dossier: &Dossier, code: &str) -> usize {
    let written = |status: &Option<ClauseStatus>| {
        matches!(status, Some(ClauseStatus::Partial | ClauseStatus::Complete))
    };
    clauses(dossier, code).filter(written).count()
}

/// Whether the clauses of a code all say that it is not relevant here, one at least.
fn irrelevant(dossier: &Dossier, code: &str) -> bool {
    clauses(dossier, code).next().is_some()
        && clauses(dossier, code).all(|status| status == Some(ClauseStatus::NotRelevant))
}
