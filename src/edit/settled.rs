//! Changes to what the partners settle: criteria of admission and plans. Each gives the record as it becomes, to be put
//! back by [`Command::Put`](super::Command::Put).

use super::fresh_id::fresh_id;
use crate::analysis::admission;
use crate::model::{AdmissionCheck, AdmissionCriterion, Dossier, Id, Plan, PlanKind};

/// Changes the line on an association; it is made where there is none. A line that says nothing more is taken away.
pub fn set_check(criterion: &mut AdmissionCriterion, actor: &Id, change: impl FnOnce(&mut AdmissionCheck)) {
    let blank = AdmissionCheck { actor: actor.clone(), ..AdmissionCheck::default() };
    let known = criterion.checks.iter().position(|check| check.actor == *actor);
    let mut check = known.and_then(|place| criterion.checks.get(place)).map_or(&blank, |one| one).clone();
    change(&mut check);
    if check == blank {
        criterion.checks.retain(|check| check.actor != *actor);
    } else {
        criterion.checks.put(known.unwrap_or(usize::MAX), check);
    }
}

/// The plan of a kind as it becomes: the one shown for this kind, or a new one. Where it is not adopted any more, who
/// adopted it and when no longer holds.
pub fn changed_plan(dossier: &Dossier, kind: PlanKind, entropy: u64, change: impl FnOnce(&mut Plan)) -> Plan {
    let new = || Plan { id: fresh_id(dossier, "pla", entropy), kind: Some(kind), ..Plan::default() };
    let mut plan = admission::plan(dossier, kind).cloned().unwrap_or_else(new);
    change(&mut plan);
    if plan.status != Some(crate::model::PlanStatus::Adopted) {
        (plan.adopted_on, plan.adopted_by) = (None, None);
    }
    plan
}
