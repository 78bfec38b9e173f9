//! V04: an objective without a pool of partners.

use std::collections::{BTreeSet, HashMap};

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
    let rated = |criterion, least| -> Vec<bool> {
        dossier.actors.iter().map(|actor| readings::used(actor, criterion) >= Some(least)).collect()
    };
    let mobilised = rated(Criterion::Mobilisation, MOBILISED);
    let supportive = rated(Criterion::Stance, 1);
    let is = |marks: &[bool], place: usize| marks.get(place).copied().unwrap_or_default();
    let mut engaged: HashMap<&Id, BTreeSet<usize>> = HashMap::new();
    for role in index.roles() {
        let Some(actor) = index.actor_place(&role.actor) else { continue };
        let scope = role.scope.as_ref();
        let function = scope.and_then(|scope| scope.function.as_ref()).and_then(|id| index.function(id));
        let served = function.into_iter().flat_map(|function| &function.objectives);
        for objective in scope.and_then(|scope| scope.objective.as_ref()).into_iter().chain(served) {
            engaged.entry(objective).or_default().insert(actor);
        }
    }
    let mut said: Vec<Vec<(usize, i8)>> = vec![Vec::new(); dossier.objectives.len()];
    for (actor, objective, value) in index.positions.each() {
        if let Some(list) = said.get_mut(objective) {
            list.push((actor, value));
        }
    }
    let mut findings = Vec::new();
    for (objective, said) in dossier.objectives.iter().zip(&said) {
        let mut favourable: Vec<usize> =
            said.iter().filter(|(_, value)| *value > 0).map(|(actor, _)| *actor).collect();
        // Sorted by actor, as positions are.
        let silent = |place: &usize| said.binary_search_by_key(place, |(actor, _)| *actor).is_err();
        let on_it = engaged.get(&objective.id).into_iter().flatten();
        let by_stance = on_it.filter(|place| is(&supportive, **place) && silent(place));
        favourable.extend(by_stance);
        crate::model::order::by(&mut favourable, Ord::cmp);
        let (pool, idle): (Vec<usize>, Vec<usize>) =
            favourable.into_iter().partition(|place| is(&mobilised, *place));
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
            place: match idle.first().and_then(|place| dossier.actors.get(*place)) {
                Some(actor) => Place::at(Step::Qualification, &actor.id, Criterion::Mobilisation.as_str()),
                None => Place::step(Step::Qualification),
            },
            set_aside: None,
        });
    }
    findings
}
