//! V03, V05, V11, V14: who is missing, and who cannot decide.

use super::{Finding, Place, Severity, actors_of, territory_names};
use crate::analysis::coverage::{Coverage, Pair};
use crate::analysis::{Cover, Decision, Index, decision};
use crate::i18n::texts::findings as say;
use crate::model::{Actor, ActorKind, Id, KeyFunction};
use crate::vocabulary::{self, Step};

/// The four families of S1.
const EXPECTED: [ActorKind; 4] = [
    ActorKind::PublicAuthority,
    ActorKind::EconomicDevelopment,
    ActorKind::EmploymentTraining,
    ActorKind::Business,
];

pub(super) fn findings(index: &Index<'_>, coverage: &Coverage) -> Vec<Finding> {
    if index.dossier.actors.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    findings.extend(missing_kinds(index));
    for function in &index.dossier.functions {
        findings.extend(nobody_able(index, coverage, function));
    }
    findings.extend(index.dossier.actors.iter().filter_map(|actor| cannot_decide(actor)));
    findings.extend(no_social_partner(index));
    findings
}

fn present(index: &Index<'_>) -> Vec<ActorKind> {
    let mut kinds: Vec<ActorKind> = index.dossier.actors.iter().filter_map(|actor| actor.kind).collect();
    crate::model::order::by(&mut kinds, Ord::cmp);
    kinds.dedup();
    kinds
}

/// V03. Waits until one actor at least has a family: names alone say nothing about who is missing.
fn missing_kinds(index: &Index<'_>) -> Option<Finding> {
    let present = present(index);
    let missing: Vec<ActorKind> = EXPECTED.into_iter().filter(|kind| !present.contains(kind)).collect();
    let names: Vec<_> = missing.iter().map(|kind| vocabulary::kind(*kind)).collect();
    (!missing.is_empty() && !present.is_empty()).then(|| Finding {
        code: "V03",
        severity: Severity::Warning,
        step: Step::Actors,
        objects: missing.iter().map(|kind| Id::from(kind.as_str())).collect(),
        title: say::v03(missing.len()),
        reason: say::v03_reason(missing.len(), actors_of(index), names),
        todo: say::v03_todo(),
        source: "S1",
        place: Place::field(Step::Actors, "coverage"),
        set_aside: None,
    })
}

/// V05. An actor that does not say where it works may be able: it is not counted as missing.
fn nobody_able(index: &Index<'_>, coverage: &Coverage, function: &KeyFunction) -> Option<Finding> {
    let pairs: Vec<&Pair> = coverage.of_function(&function.id).collect();
    let lacks = |pair: &&&Pair| matches!(pair.cover, None | Some(Cover::Outside));
    let lacking: Vec<&Pair> = pairs.iter().filter(lacks).copied().collect();
    let able = pairs.first().map_or(0, |pair| pair.actors.len());
    let where_lacking = || territory_names(index, lacking.iter().filter_map(|pair| pair.territory.as_ref()));
    let title = function.title.as_str();
    let (title, reason) = if lacking.is_empty() {
        return None;
    } else if able == 0 {
        (say::v05(title), say::v05_none_reason(actors_of(index)))
    } else if lacking.len() == pairs.len() {
        (say::v05(title), say::v05_outside_reason(able, where_lacking()))
    } else {
        let held = pairs.len() - lacking.len();
        (say::v05_partly(title), say::v05_partly_reason(held, pairs.len(), where_lacking()))
    };
    Some(Finding {
        code: "V05",
        severity: Severity::Warning,
        step: Step::Actors,
        objects: vec![function.id.clone()],
        title,
        reason,
        todo: say::v05_todo(),
        source: "S1",
        place: Place::at(Step::Actors, &function.id, "capabilities"),
        set_aside: None,
    })
}

/// V11. Fires where no contact can decide, or where two validations or more stand before any commitment; a single
/// validation is usual and only shows in the condition of the role.
fn cannot_decide(actor: &Actor) -> Option<Finding> {
    let reason = match decision(actor) {
        Decision::Cannot(Some(steps)) if steps > 0 => say::v11_cannot_steps_reason(i64::from(steps)),
        Decision::Cannot(_) => say::v11_cannot_reason(actor.contacts.len()),
        Decision::Steps(steps) if steps > 1 => say::v11_steps_reason(i64::from(steps)),
        _ => return None,
    };
    Some(Finding {
        code: "V11",
        severity: Severity::Warning,
        step: Step::Actors,
        objects: vec![actor.id.clone()],
        title: say::v11(actor.name.as_str()),
        reason,
        todo: say::v11_todo(),
        source: "S1",
        place: Place::at(Step::Actors, &actor.id, "contacts"),
        set_aside: None,
    })
}

/// V14. Waits, as V03 does, until one actor at least has a family.
fn no_social_partner(index: &Index<'_>) -> Option<Finding> {
    let present = present(index);
    (!present.is_empty() && !present.contains(&ActorKind::SocialPartner)).then(|| Finding {
        code: "V14",
        severity: Severity::Warning,
        step: Step::Actors,
        objects: Vec::new(),
        title: say::v14(),
        reason: say::v14_reason(present.len()),
        todo: say::v14_todo(),
        source: "S1",
        place: Place::field(Step::Actors, "coverage"),
        set_aside: None,
    })
}
