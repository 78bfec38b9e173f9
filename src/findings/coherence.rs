//! V04: an objective without a pool of partners.

use std::collections::{HashMap, HashSet};

use super::{Finding, Place, Severity, actors_of};
use crate::analysis::{Index, readings};
use crate::i18n::texts::findings as say;
use crate::model::{Criterion, Id};
use crate::vocabulary::Step;

/// Mobilised from "consulted" on: at 1 and below an actor is not active (as in V08).
const MOBILISED: i8 = 2;

/// V04. Favourable: a position above 0 on the objective or, where nobody said any, a favourable stance from an actor
/// with a role on the objective or on one of its functions.
pub(super) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let dossier = index.dossier;
    if dossier.actors.is_empty() {
        return Vec::new();
    }
    let mobilised: HashSet<&Id> = dossier
        .actors
        .iter()
        .filter(|actor| {
            readings::used(actor, Criterion::Mobilisation).is_some_and(|value| value >= MOBILISED)
        })
        .map(|actor| &actor.id)
        .collect();
    let supportive: HashSet<&Id> = dossier
        .actors
        .iter()
        .filter(|actor| readings::used(actor, Criterion::Stance).is_some_and(|value| value > 0))
        .map(|actor| &actor.id)
        .collect();
    let mut engaged: HashMap<&Id, HashSet<&Id>> = HashMap::new();
    for role in index.roles() {
        let scope = role.scope.as_ref();
        let function = scope.and_then(|scope| scope.function.as_ref()).and_then(|id| index.function(id));
        let served = function.into_iter().flat_map(|function| &function.objectives);
        for objective in scope.and_then(|scope| scope.objective.as_ref()).into_iter().chain(served) {
            engaged.entry(objective).or_default().insert(&role.actor);
        }
    }
    let mut findings = Vec::new();
    for objective in &dossier.objectives {
        let favourable =
            dossier.actors.iter().filter(|actor| match index.positions.used(&actor.id, &objective.id) {
                Some(value) => value > 0,
                None => {
                    supportive.contains(&actor.id)
                        && engaged.get(&objective.id).is_some_and(|actors| actors.contains(&actor.id))
                }
            });
        let (pool, idle): (Vec<_>, Vec<_>) = favourable.partition(|actor| mobilised.contains(&actor.id));
        if !pool.is_empty() {
            continue;
        }
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
            place: match idle.first() {
                Some(actor) => Place::at(Step::Qualification, &actor.id, Criterion::Mobilisation.as_str()),
                None => Place::step(Step::Qualification),
            },
            set_aside: None,
        });
    }
    findings
}
