//! Where each role stands on its conditions, what the dossier already tells about them, and who could hold a role.
//!
//! A person decides: only decided statuses are counted, proposals are shown beside them. Conditions met, not met and
//! unknown are counted apart, never mixed into one score.

use super::Index;
use super::index::On;
use super::proposals::propose;
use crate::i18n::Phrase;
use crate::model::{Actor, ConditionStatus, Date, Dossier, Id, RoleAssignment, RoleKind, Scope};
use crate::vocabulary::{ConditionCode, conditions_of};

/// What the dossier already tells about a condition, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Met, not met, or unknown with what would have to be said.
    pub status: ConditionStatus,
    /// The reason, a few words without capital or full stop.
    pub because: Phrase,
}

/// A condition of a role for an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionState {
    /// Condition.
    pub code: ConditionCode,
    /// The status a person decided; `None` where nobody did.
    pub decided: Option<ConditionStatus>,
    /// What shows it.
    pub evidence: String,
    /// Day of the decision.
    pub on: Option<Date>,
    /// What the dossier tells; `None` where it has no way to tell.
    pub proposal: Option<Proposal>,
}

impl ConditionState {
    /// The status that counts: the one decided, else unknown.
    pub fn status(&self) -> ConditionStatus {
        self.decided.unwrap_or(ConditionStatus::Unknown)
    }

    /// The status proposed, else unknown: for comparing candidates that nobody decided about yet.
    pub fn proposed(&self) -> ConditionStatus {
        self.proposal.as_ref().map_or(ConditionStatus::Unknown, |proposal| proposal.status)
    }
}

/// How many conditions are met, not met and unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Not met.
    pub not_met: usize,
    /// Unknown.
    pub unknown: usize,
}

impl Counts {
    /// Counts statuses.
    pub fn of(statuses: impl Iterator<Item = ConditionStatus>) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            match status {
                ConditionStatus::Met => counts.met += 1,
                ConditionStatus::NotMet => counts.not_met += 1,
                ConditionStatus::Unknown => counts.unknown += 1,
            }
        }
        counts
    }

    /// All conditions.
    pub const fn total(self) -> usize {
        self.met + self.not_met + self.unknown
    }
}

/// Where a day stands to the dates of a role. The first and the last day of a role belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// Its last day is over.
    Ended,
    /// Held that day.
    InForce,
    /// Its first day has not come.
    ToCome,
}

impl Time {
    /// Where a day stands to a role.
    pub fn of(role: &RoleAssignment, day: Date) -> Self {
        if role.ends_on.is_some_and(|end| end < day) {
            Self::Ended
        } else if role.starts_on.is_some_and(|start| start > day) {
            Self::ToCome
        } else {
            Self::InForce
        }
    }
}

/// Where a role stands.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleState {
    /// Role.
    pub role: Id,
    /// Actor.
    pub actor: Id,
    /// Kind of the role.
    pub kind: RoleKind,
    /// Whether it has not ended.
    pub counts: bool,
    /// Whether it is held that day, over, or to come.
    pub time: Time,
    /// Its conditions, in the order they are shown.
    pub conditions: Vec<ConditionState>,
    /// How many of them hold, as decided.
    pub decided: Counts,
}

/// An actor that could hold a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Actor.
    pub actor: Id,
    /// The conditions of the role, with what the dossier tells.
    pub conditions: Vec<ConditionState>,
    /// How many of them hold, as proposed.
    pub proposed: Counts,
    /// Whether it already holds this role on this scope, now or later.
    pub holds: bool,
    /// The last day on which it held this role on this scope, where that is over.
    pub held_until: Option<Date>,
}

/// A role that somebody should hold and nobody does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// Kind of the role.
    pub kind: RoleKind,
    /// The function without an operator; `None` for the lead of the project.
    pub function: Option<Id>,
    /// How many actors could hold it: those able to hold the function, or every actor for the lead.
    pub candidates: usize,
}

/// Every role of a dossier, in its order.
pub fn states(dossier: &Dossier, today: Date) -> Vec<RoleState> {
    states_of(&Index::of(dossier, today))
}

/// Every role of an index, in the order of the dossier.
pub fn states_of(index: &Index<'_>) -> Vec<RoleState> {
    index.dossier.roles.iter().map(|role| state(index, role)).collect()
}

/// Where one role stands.
pub fn state(index: &Index<'_>, role: &RoleAssignment) -> RoleState {
    let actor = index.actor(&role.actor);
    let conditions: Vec<ConditionState> = conditions_of(role.role)
        .iter()
        .map(|code| {
            let kept = role.conditions.iter().find(|condition| condition.code == code.code());
            ConditionState {
                code: *code,
                decided: kept.and_then(|condition| condition.status),
                evidence: kept.map(|condition| condition.evidence.clone()).unwrap_or_default(),
                on: kept.and_then(|condition| condition.on),
                proposal: actor
                    .and_then(|actor| propose(index, actor, *code, role.scope.as_ref(), Some(role))),
            }
        })
        .collect();
    let decided = Counts::of(conditions.iter().map(ConditionState::status));
    RoleState {
        role: role.id.clone(),
        actor: role.actor.clone(),
        kind: role.role,
        counts: index.counts(role),
        time: Time::of(role, index.today),
        conditions,
        decided,
    }
}

/// Who could hold a role on a scope: the actors able to hold the function (or one of the objective's) for an operator,
/// every actor otherwise. Fewest conditions not met first, then most met, then the order of the dossier.
pub fn candidates(dossier: &Dossier, kind: RoleKind, scope: Option<&Scope>, today: Date) -> Vec<Candidate> {
    let index = Index::of(dossier, today);
    let able = able(&index, kind, scope);
    let mut candidates: Vec<Candidate> =
        able.into_iter().map(|actor| candidate(&index, actor, kind, scope)).collect();
    crate::model::order::by_key(&mut candidates, |candidate| {
        (candidate.proposed.not_met, std::cmp::Reverse(candidate.proposed.met))
    });
    candidates
}

/// What the dossier tells of one actor for a role.
pub fn candidate(index: &Index<'_>, actor: &Actor, kind: RoleKind, scope: Option<&Scope>) -> Candidate {
    let conditions: Vec<ConditionState> = conditions_of(kind)
        .iter()
        .map(|code| ConditionState {
            code: *code,
            decided: None,
            evidence: String::new(),
            on: None,
            proposal: propose(index, actor, *code, scope, None),
        })
        .collect();
    let on = On::scope(scope);
    let same = |role: &RoleAssignment| role.actor == actor.id && On::scope(role.scope.as_ref()) == on;
    let past = index.dossier.roles.iter().map(std::rc::Rc::as_ref);
    let past = past.filter(|role| role.role == kind && !index.counts(role));
    Candidate {
        actor: actor.id.clone(),
        proposed: Counts::of(conditions.iter().map(ConditionState::proposed)),
        conditions,
        holds: index.roles_of(kind).any(same),
        held_until: past.filter(|role| same(role)).filter_map(|role| role.ends_on).max(),
    }
}

fn able<'a>(index: &Index<'a>, kind: RoleKind, scope: Option<&Scope>) -> Vec<&'a Actor> {
    let everybody = || index.dossier.actors.iter().map(std::rc::Rc::as_ref);
    match (kind, On::scope(scope)) {
        (RoleKind::Operator, On::Function(function)) => index.capable(function).collect(),
        (RoleKind::Operator, On::Objective(objective)) => {
            let functions = index.dossier.functions.iter();
            let serves: Vec<&Id> = functions
                .filter(|function| function.objectives.contains(objective))
                .map(|function| &function.id)
                .collect();
            everybody().filter(|actor| actor.capabilities.iter().any(|held| serves.contains(&held))).collect()
        }
        _ => everybody().collect(),
    }
}

/// Whether some roles of lead, whatever their dates, are enough: one on the whole project, or one on each objective.
pub fn led<'a>(dossier: &Dossier, leads: impl Iterator<Item = &'a RoleAssignment>) -> bool {
    let scopes: std::collections::HashSet<On<'a>> =
        leads.map(|role| On::scope(role.scope.as_ref())).collect();
    let mut objectives = dossier.objectives.iter();
    scopes.contains(&On::Project)
        || !objectives.as_slice().is_empty() && objectives.all(|one| scopes.contains(&On::Objective(&one.id)))
}

/// What nobody holds: the lead where neither the whole project nor each objective has one, then each function without
/// operator. Nothing while the dossier has no actor.
pub fn vacancies(dossier: &Dossier, today: Date) -> Vec<Vacancy> {
    let index = Index::of(dossier, today);
    vacancies_of(&index)
}

/// The vacancies of an index.
pub fn vacancies_of(index: &Index<'_>) -> Vec<Vacancy> {
    let mut vacancies = Vec::new();
    if index.dossier.actors.is_empty() {
        return vacancies;
    }
    if !led(index.dossier, index.roles_of(RoleKind::Lead)) {
        vacancies.push(Vacancy {
            kind: RoleKind::Lead,
            function: None,
            candidates: index.dossier.actors.len(),
        });
    }
    let operated: std::collections::HashSet<&Id> = index
        .roles_of(RoleKind::Operator)
        .filter_map(|role| role.scope.as_ref().and_then(|scope| scope.function.as_ref()))
        .collect();
    for function in index.dossier.functions.iter().filter(|function| !operated.contains(&function.id)) {
        vacancies.push(Vacancy {
            kind: RoleKind::Operator,
            function: Some(function.id.clone()),
            candidates: index.capable(&function.id).count(),
        });
    }
    vacancies
}
