//! V04: an objective without a pool of partners.

use super::{Finding, Place, Severity, actors_of};
use crate::analysis::{Index, pool};
use crate::i18n::texts::findings as say;
use crate::model::Criterion;
use crate::vocabulary::Step;

/// V04. Favourable and mobilised: as for the [pool](crate::analysis::pool).
pub(super) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let dossier = index.dossier;
    if dossier.actors.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (objective, pool) in dossier.objectives.iter().zip(pool::pools(index)) {
        if !pool.ready.is_empty() {
            continue;
        }
        let mut idle: Vec<usize> = pool.idle.iter().map(|member| member.actor).collect();
        crate::model::order::by(&mut idle, Ord::cmp);
        let reason = if idle.is_empty() {
            say::v04_none_reason(actors_of(index))
        } else {
            say::v04_idle_reason(idle.len())
        };
        findings.push(Finding {
            code: "V04",
            severity: Severity::Warning,
            step: Step::Coherence,
            objects: vec![objective.id.clone()],
            title: say::v04(objective.title.as_str()),
            reason,
            todo: say::v04_todo(),
            source: "S1",
            place: match idle.first().and_then(|place| dossier.actors.get(*place)) {
                Some(actor) => Place::at(Step::Qualification, &actor.id, Criterion::Mobilisation.as_str()),
                None => Place::step(Step::Qualification),
            },
            set_aside: None,
        });
    }
    findings
}
