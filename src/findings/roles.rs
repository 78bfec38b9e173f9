//! V01, V02, V06, V07: leads, conditions, competition and territory.

use std::collections::HashSet;

use super::{Finding, Place, Severity, scope_words, territory_names};
use crate::analysis::coverage::Coverage;
use crate::analysis::roles::{self, RoleState, Time, state};
use crate::analysis::{Cover, Index, On, covers, overlap};
use crate::i18n::Arg;
use crate::i18n::texts::findings as say;
use crate::model::{ConditionStatus, Date, Id, KeyFunction, RoleAssignment, RoleKind};
use crate::vocabulary::{self, Step};

pub(super) fn findings(index: &Index<'_>, coverage: &Coverage) -> Vec<Finding> {
    if index.dossier.actors.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    findings.extend(no_lead(index));
    findings.extend(several_leads(index));
    findings.extend(index.roles().filter_map(|role| conditions(index, role)));
    for function in &index.dossier.functions {
        findings.extend(competition(index, coverage, function));
    }
    findings.extend(outside(index));
    findings
}

/// V01: nobody leads the whole project, nor every objective one by one; or somebody will, and the project has begun.
fn no_lead(index: &Index<'_>) -> Option<Finding> {
    let leads: Vec<&RoleAssignment> = index.roles_of(RoleKind::Lead).collect();
    let led_by = |roles: &[&RoleAssignment]| roles::led(index.dossier, roles.iter().copied());
    let on = |day: Date| {
        let held = leads.iter().filter(|role| Time::of(role, day) == Time::InForce);
        led_by(&held.copied().collect::<Vec<_>>())
    };
    let mut finding = Finding {
        code: "V01",
        severity: Severity::Blocking,
        step: Step::Roles,
        objects: Vec::new(),
        title: say::v01_none(),
        reason: say::v01_none_reason(index.dossier.actors.len()),
        todo: say::v01_none_todo(),
        source: "S1",
        place: Place::field(Step::Roles, "lead"),
        set_aside: None,
    };
    if !led_by(&leads) {
        let scopes: HashSet<On<'_>> = leads.iter().map(|role| On::scope(role.scope.as_ref())).collect();
        let objectives = &index.dossier.objectives;
        let led = objectives.iter().filter(|one| scopes.contains(&On::Objective(&one.id))).count();
        if led > 0 {
            finding.reason = say::v01_partial_reason(led, objectives.len());
        } else if !leads.is_empty() {
            finding.reason = say::v01_functions_reason(scopes.len());
        }
        return Some(finding);
    }
    // Named, and to come: a gap as soon as the project has begun.
    let begun = index.dossier.project.as_ref().and_then(|project| project.starts_on)?;
    if begun > index.today || on(index.today) {
        return None;
    }
    let first = leads.iter().filter_map(|role| role.starts_on).filter(|day| on(*day)).min();
    let role = leads.iter().find(|role| role.starts_on.is_some() && role.starts_on == first)?;
    finding.severity = Severity::Warning;
    finding.objects = vec![role.actor.clone()];
    finding.title = say::v01_later();
    finding.reason = say::v01_later_reason(begun.0, index.name(&role.actor), role.starts_on?.0);
    finding.todo = say::v01_later_todo();
    finding.place = Place::object(Step::Roles, &role.id);
    Some(finding)
}

/// V01: several actors lead the same scope at the same time. One that hands over to another does not.
fn several_leads(index: &Index<'_>) -> Vec<Finding> {
    let leads: Vec<&RoleAssignment> = index.roles_of(RoleKind::Lead).collect();
    let mut done: HashSet<On<'_>> = HashSet::new();
    let mut findings = Vec::new();
    for lead in &leads {
        let on = On::scope(lead.scope.as_ref());
        if !done.insert(on) {
            continue;
        }
        let same: Vec<&&RoleAssignment> =
            leads.iter().filter(|other| On::scope(other.scope.as_ref()) == on).collect();
        let mut actors: Vec<Id> = Vec::new();
        for one in &same {
            let rival = same.iter().any(|other| other.actor != one.actor && overlap(one, other));
            if rival && !actors.contains(&one.actor) {
                actors.push(one.actor.clone());
            }
        }
        if actors.len() < 2 {
            continue;
        }
        let names: Vec<String> = actors.iter().map(|actor| index.name(actor)).collect();
        findings.push(Finding {
            code: "V01",
            severity: Severity::Warning,
            step: Step::Roles,
            title: say::v01_many(),
            reason: say::v01_many_reason(actors.len(), scope_words(index, lead.scope.as_ref()), names),
            objects: actors,
            todo: say::v01_many_todo(),
            source: "S1",
            place: Place::object(Step::Roles, &lead.id),
            set_aside: None,
        });
    }
    findings
}

/// V02: one finding for a role, which tells first what is not met.
fn conditions(index: &Index<'_>, role: &RoleAssignment) -> Option<Finding> {
    if !matches!(role.role, RoleKind::Lead | RoleKind::Operator) {
        return None;
    }
    let state: RoleState = state(index, role);
    let labels = |status: ConditionStatus| -> Vec<Arg> {
        let held = state.conditions.iter().filter(|condition| condition.status() == status);
        held.map(|condition| condition.code.printed().into()).collect()
    };
    let (actor, name) = (index.name(&role.actor), vocabulary::role(role.role));
    let scope = scope_words(index, role.scope.as_ref());
    let total = state.decided.total();
    let not_met = labels(ConditionStatus::NotMet);
    let unknown = labels(ConditionStatus::Unknown);
    let (severity, title, reason, todo) = if !not_met.is_empty() {
        let count = not_met.len();
        let reason = say::v02_not_met_reason(count, name, scope, total, not_met);
        (Severity::Warning, say::v02_not_met(count, actor), reason, say::v02_not_met_todo())
    } else if !unknown.is_empty() {
        let count = unknown.len();
        let reason = say::v02_unknown_reason(count, name, scope, total, unknown);
        (Severity::Advice, say::v02_unknown(count, actor), reason, say::v02_unknown_todo())
    } else {
        return None;
    };
    Some(Finding {
        code: "V02",
        severity,
        step: Step::Roles,
        objects: vec![role.actor.clone(), role.id.clone()],
        title,
        reason,
        todo,
        source: "S1",
        place: Place::at(Step::Roles, &role.id, "conditions"),
        set_aside: None,
    })
}

/// V06: operators on the same function, territory and public at the same time.
fn competition(index: &Index<'_>, coverage: &Coverage, function: &KeyFunction) -> Option<Finding> {
    let contested: Vec<_> =
        coverage.of_function(&function.id).filter(|pair| !pair.redundant.is_empty()).collect();
    let mut actors: Vec<Id> = Vec::new();
    for actor in contested.iter().flat_map(|pair| &pair.redundant) {
        if !actors.contains(actor) {
            actors.push(actor.clone());
        }
    }
    if actors.is_empty() {
        return None;
    }
    let said = |words: Vec<String>| -> Arg {
        if words.is_empty() { say::v06_not_said().into() } else { words.into() }
    };
    let names: Vec<String> = actors.iter().map(|actor| index.name(actor)).collect();
    let territories = territory_names(index, contested.iter().filter_map(|pair| pair.territory.as_ref()));
    let public: Vec<String> =
        (!function.public.is_empty()).then(|| function.public.clone()).into_iter().collect();
    let reason = say::v06_reason(actors.len(), names, said(territories), said(public));
    let mut objects = vec![function.id.clone()];
    objects.append(&mut actors);
    Some(Finding {
        code: "V06",
        severity: Severity::Warning,
        step: Step::Roles,
        objects,
        title: say::v06(function.title.as_str()),
        reason,
        todo: say::v06_todo(),
        source: "S1",
        place: Place::object(Step::Roles, &function.id),
        set_aside: None,
    })
}

/// V07: an actor that leads or operates a scope and is outside one of its territories, or that has any role on a
/// function and is outside all of them. One finding for an actor and a scope, whatever its roles on it.
fn outside(index: &Index<'_>) -> Vec<Finding> {
    let mut done: HashSet<(&Id, On<'_>)> = HashSet::new();
    let mut findings = Vec::new();
    for role in index.roles() {
        let on = On::scope(role.scope.as_ref());
        let Some(actor) = index.actor(&role.actor) else { continue };
        let covers = covers(index, actor, role.scope.as_ref());
        let outside: Vec<&Id> =
            covers.iter().filter(|(_, cover)| *cover == Cover::Outside).map(|(ground, _)| *ground).collect();
        let everywhere = outside.len() == covers.len();
        let used = match role.role {
            RoleKind::Lead | RoleKind::Operator => true,
            RoleKind::Funder | RoleKind::Partner => everywhere && matches!(on, On::Function(_)),
        };
        if outside.is_empty() || !used || !done.insert((&actor.id, on)) {
            continue;
        }
        let own = territory_names(index, actor.territories.iter());
        let elsewhere = territory_names(index, outside.iter().copied());
        let mut objects = vec![actor.id.clone()];
        objects.extend(match on {
            On::Project => None,
            On::Objective(id) | On::Function(id) => Some(id.clone()),
        });
        let (name, scope) = (vocabulary::role(role.role), scope_words(index, role.scope.as_ref()));
        findings.push(Finding {
            code: "V07",
            severity: if everywhere { Severity::Warning } else { Severity::Advice },
            step: Step::Roles,
            objects,
            title: say::v07(actor.name.as_str()),
            reason: say::v07_reason(outside.len(), covers.len(), name, scope, elsewhere, own),
            todo: say::v07_todo(),
            source: "S1",
            place: Place::at(Step::Roles, &role.id, "territory"),
            set_aside: None,
        });
    }
    findings
}
