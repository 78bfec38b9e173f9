//! What a dossier already tells about a condition (method §4).
//!
//! Availability: 2 or more is met, 0 and 1 are not. Neutrality: a strong position (3 or more either way), or gains here
//! and losses there, argues against it, as does a neutrality of 0 or 1; 3 or 4 argues for it; where both speak and
//! disagree, neither wins and a person settles it. Decision: any validation step stands in the way.

use super::Index;
use super::index::On;
use super::readings;
use super::roles::Proposal;
use super::territories::Cover;
use crate::i18n::Phrase;
use crate::i18n::texts::analysis as say;
use crate::model::{
    Actor, ConditionStatus, ContributionKind, ContributionStatus, Criterion, Id, Money, Objective,
    RoleAssignment, Scope,
};
use crate::vocabulary::{self, ConditionCode};

fn met(because: Phrase) -> Proposal {
    Proposal { status: ConditionStatus::Met, because }
}

fn not_met(because: Phrase) -> Proposal {
    Proposal { status: ConditionStatus::NotMet, because }
}

fn unknown(because: Phrase) -> Proposal {
    Proposal { status: ConditionStatus::Unknown, because }
}

/// What the dossier tells about a condition of an actor on a scope. `role` gives its period where it exists.
pub(super) fn propose(
    index: &Index<'_>,
    actor: &Actor,
    code: ConditionCode,
    scope: Option<&Scope>,
    role: Option<&RoleAssignment>,
) -> Option<Proposal> {
    match code {
        ConditionCode::Reachable => Some(reachable(actor)),
        ConditionCode::Available => Some(available(actor)),
        ConditionCode::Neutral => Some(neutral(index, actor, scope)),
        ConditionCode::Connector => Some(connector(index, actor)),
        ConditionCode::Skilled => skilled(index, actor, scope),
        ConditionCode::Decides => Some(decides(actor)),
        ConditionCode::Territory => Some(territory(index, actor, scope)),
        ConditionCode::CommitmentKnown => Some(commitment(actor, role)),
        ConditionCode::ProjectSkills | ConditionCode::RulesKnown | ConditionCode::AgreesNamed => None,
    }
}

fn reachable(actor: &Actor) -> Proposal {
    if actor.contacts.is_empty() {
        unknown(say::because_no_contact())
    } else if actor.contacts.iter().any(|contact| !contact.email.is_empty() || !contact.phone.is_empty()) {
        met(say::because_reachable())
    } else {
        not_met(say::because_unreachable())
    }
}

fn level(criterion: Criterion, value: i8) -> Phrase {
    say::because_level(i64::from(value), vocabulary::value(criterion, Some(value)))
}

fn available(actor: &Actor) -> Proposal {
    match readings::used(actor, Criterion::Availability) {
        None => unknown(say::because_availability_unknown()),
        Some(value) if value >= 2 => met(level(Criterion::Availability, value)),
        Some(value) => not_met(level(Criterion::Availability, value)),
    }
}

/// The objectives a scope concerns.
fn objectives<'a>(index: &Index<'a>, scope: Option<&Scope>) -> Vec<&'a Objective> {
    let all = index.dossier.objectives.iter().map(std::rc::Rc::as_ref);
    match On::scope(scope) {
        On::Project => all.collect(),
        On::Objective(id) => all.filter(|objective| objective.id == *id).collect(),
        On::Function(id) => {
            let served = index.function(id).map_or(&[][..], |function| &function.objectives);
            all.filter(|objective| served.contains(&objective.id)).collect()
        }
    }
}

fn neutral(index: &Index<'_>, actor: &Actor, scope: Option<&Scope>) -> Proposal {
    let reading = readings::used(actor, Criterion::Neutrality);
    let positions: Vec<(&Objective, i8)> = objectives(index, scope)
        .into_iter()
        .filter_map(|objective| Some((objective, index.positions.used(&actor.id, &objective.id)?)))
        .collect();
    let titles = |holds: &dyn Fn(i8) -> bool| -> Vec<String> {
        let kept = positions.iter().filter(|(_, value)| holds(*value));
        kept.map(|(objective, _)| objective.title.clone()).collect()
    };
    let strong = titles(&|value| value.abs() >= 3);
    let (gains, losses) = (titles(&|value| value > 0), titles(&|value| value < 0));
    let partial = if !strong.is_empty() {
        Some(say::because_strong(strong.len(), strong))
    } else if !gains.is_empty() && !losses.is_empty() {
        Some(say::because_both_signs(gains, losses))
    } else {
        None
    };
    match (reading, partial) {
        (Some(value), _) if value <= 1 => not_met(level(Criterion::Neutrality, value)),
        (Some(value), Some(why)) if value >= 3 => unknown(say::because_conflicting(i64::from(value), why)),
        (_, Some(why)) => not_met(why),
        (Some(value), None) if value >= 3 => met(level(Criterion::Neutrality, value)),
        (Some(value), None) => unknown(level(Criterion::Neutrality, value)),
        (None, None) if positions.is_empty() => unknown(say::because_neutrality_unknown()),
        (None, None) => met(say::because_moderate(positions.len())),
    }
}

fn connector(index: &Index<'_>, actor: &Actor) -> Proposal {
    let mut kinds: Vec<_> = index
        .neighbours(&actor.id)
        .iter()
        .filter_map(|id| index.actor(id).and_then(|neighbour| neighbour.kind))
        .collect();
    crate::model::order::by(&mut kinds, Ord::cmp);
    kinds.dedup();
    match kinds.len() {
        0 => unknown(say::because_ties_unknown()),
        1 => not_met(say::because_one_kind()),
        several => met(say::because_connects(several)),
    }
}

fn skilled(index: &Index<'_>, actor: &Actor, scope: Option<&Scope>) -> Option<Proposal> {
    let On::Function(id) = On::scope(scope) else { return None };
    let title = index.function(id)?.title.as_str();
    // Saying that one could is not showing that one can: a person attests it.
    Some(unknown(if actor.capabilities.contains(id) {
        say::because_capable(title)
    } else {
        say::because_not_capable(title)
    }))
}

/// Whether somebody in an actor can commit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// No contact is recorded.
    NoContact,
    /// Contacts are recorded, and nothing says whether they decide.
    Unknown,
    /// A contact decides without any validation.
    Free,
    /// The shortest way goes through this many validations.
    Steps(u32),
    /// No contact can decide; the validations said, where they are.
    Cannot(Option<u32>),
}

/// Whether somebody in an actor can commit it: the contact closest to a decision speaks for the others.
pub fn decision(actor: &Actor) -> Decision {
    if actor.contacts.is_empty() {
        return Decision::NoContact;
    }
    let free = |contact: &crate::model::Contact| {
        contact.can_decide == Some(true) && contact.validation_steps.unwrap_or_default() == 0
    };
    if actor.contacts.iter().any(|contact| free(contact)) {
        return Decision::Free;
    }
    let through = actor.contacts.iter().filter(|contact| contact.can_decide != Some(false));
    if let Some(steps) =
        through.filter_map(|contact| contact.validation_steps).filter(|steps| *steps > 0).min()
    {
        return Decision::Steps(steps);
    }
    if actor.contacts.iter().any(|contact| contact.can_decide == Some(false)) {
        return Decision::Cannot(actor.contacts.iter().filter_map(|contact| contact.validation_steps).min());
    }
    Decision::Unknown
}

fn decides(actor: &Actor) -> Proposal {
    match decision(actor) {
        Decision::NoContact => unknown(say::because_no_contact()),
        Decision::Unknown => unknown(say::because_decision_unknown()),
        Decision::Free => met(say::because_decides()),
        Decision::Steps(steps) => not_met(say::because_steps(i64::from(steps))),
        Decision::Cannot(_) => not_met(say::because_cannot_decide()),
    }
}

/// The territories where a role is held: those of its function, of the functions of its objective, else of the project.
pub(crate) fn grounds<'a>(index: &Index<'a>, scope: Option<&Scope>) -> Vec<&'a Id> {
    let project = || index.dossier.project.iter().flat_map(|project| &project.territories);
    let mut named: Vec<&Id> = match On::scope(scope) {
        On::Project => Vec::new(),
        On::Function(id) => {
            index.function(id).into_iter().flat_map(|function| &function.territories).collect()
        }
        On::Objective(id) => {
            let functions = index.dossier.functions.iter();
            functions
                .filter(|function| function.objectives.contains(id))
                .flat_map(|f| &f.territories)
                .collect()
        }
    };
    if named.is_empty() {
        named = project().collect();
    }
    let mut seen = std::collections::HashSet::new();
    named.retain(|id| seen.insert(*id));
    named
}

/// How an actor covers each territory of a scope.
pub(crate) fn covers<'a>(index: &Index<'a>, actor: &Actor, scope: Option<&Scope>) -> Vec<(&'a Id, Cover)> {
    let grounds = grounds(index, scope).into_iter();
    grounds.map(|ground| (ground, index.territories.cover(&actor.territories, ground))).collect()
}

/// Not met as soon as one territory of the scope lies outside; met where each is covered, be it in part.
fn territory(index: &Index<'_>, actor: &Actor, scope: Option<&Scope>) -> Proposal {
    let covers = covers(index, actor, scope);
    let names = |kept: Cover| -> Vec<String> {
        let of_cover = covers.iter().filter(|(_, cover)| *cover == kept);
        of_cover.map(|(ground, _)| index.territory_name(ground)).collect()
    };
    let (outside, partly, whole) = (names(Cover::Outside), names(Cover::Partly), names(Cover::Covers));
    if covers.is_empty() {
        unknown(say::because_no_target())
    } else if !outside.is_empty() {
        not_met(say::because_outside(outside))
    } else if !partly.is_empty() {
        met(say::because_covered_partly(partly))
    } else if !whole.is_empty() {
        met(say::because_covered(whole))
    } else {
        unknown(say::because_territory_unknown())
    }
}

fn commitment(actor: &Actor, role: Option<&RoleAssignment>) -> Proposal {
    let funds: Vec<_> = actor
        .contributions
        .iter()
        .filter(|contribution| {
            contribution.kind == Some(ContributionKind::Financial) || contribution.money.is_some()
        })
        .collect();
    if funds.is_empty() {
        return unknown(say::because_no_funds());
    }
    let secured = |status| matches!(status, Some(ContributionStatus::Agreed | ContributionStatus::Delivered));
    let with_money = || funds.iter().filter_map(|fund| Some((fund.status, amount(fund.money.as_ref()?))));
    let dated = role.is_some_and(|role| role.starts_on.is_some() && role.ends_on.is_some());
    if let Some((_, (value, currency))) = with_money().find(|(status, _)| secured(*status)) {
        return if dated {
            met(say::because_committed(value, currency))
        } else {
            unknown(say::because_no_period(value, currency))
        };
    }
    match with_money().next() {
        Some((Some(_), (value, currency))) => not_met(say::because_only_offered(value, currency)),
        Some((None, (value, currency))) => unknown(say::because_no_status(value, currency)),
        None => not_met(say::because_no_amount()),
    }
}

fn amount(money: &Money) -> (f64, &str) {
    (money.amount.approximate(), symbol(&money.currency))
}

fn symbol(currency: &str) -> &str {
    match currency {
        "EUR" | "" => "€",
        other => other,
    }
}
