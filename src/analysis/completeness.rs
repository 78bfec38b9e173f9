//! How far each step and each sheet is filled in, and the one thing worth doing next.
//!
//! A share counts what has been said, not whether it is right: an actor assessed as absent is as complete as another.

use super::place::Place;
use super::{Index, qualification, roles, votes};
use crate::i18n::Phrase;
use crate::i18n::texts::analysis as say;
use crate::model::{
    Actor, ActorKind, AgreementStatus, Body, BodyKind, ClauseStatus, Criterion, Date, Dossier, Id, Project,
    RoleKind,
};
use crate::vocabulary::Step;

/// What to do next in a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The words of the button.
    pub label: Phrase,
    /// Where it leads.
    pub place: Place,
}

/// What a share is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What is counted.
    pub label: Phrase,
    /// How many there are.
    pub done: usize,
    /// Out of how many.
    pub of: usize,
}

/// How far a step is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct StepState {
    /// Step.
    pub step: Step,
    /// From 0 to 1: the mean of its parts.
    pub share: f64,
    /// What it is made of.
    pub parts: Vec<Part>,
    /// What to do next; `None` when nothing is left.
    pub next: Option<Next>,
}

/// A field of a sheet that says nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// JSON key of the field.
    pub field: &'static str,
    /// Its name, without capital.
    pub label: Phrase,
}

/// How far the sheet of an actor is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// From 0 to 1.
    pub share: f64,
    /// What it lacks, in the order of the sheet.
    pub missing: Vec<Missing>,
}

/// How far the sheet of an actor is filled in. Groups of inhabitants bear no public identifier and are not asked one.
pub fn sheet(actor: &Actor) -> Sheet {
    let brings = !actor.capabilities.is_empty() || !actor.contributions.is_empty();
    let mut asked = vec![
        ("name", say::missing_name(), !actor.name.trim().is_empty()),
        ("kind", say::missing_kind(), actor.kind.is_some()),
        ("subkind", say::missing_subkind(), !actor.subkind.is_empty()),
        ("territories", say::missing_territories(), !actor.territories.is_empty()),
        ("contacts", say::missing_contacts(), !actor.contacts.is_empty()),
        ("interests", say::missing_interests(), !actor.interests.trim().is_empty()),
        ("contributions", say::missing_brings(), brings),
    ];
    if actor.kind != Some(ActorKind::Inhabitants) {
        let identified = actor.identifiers.iter().any(|identifier| !identifier.value.is_empty());
        asked.insert(3, ("identifiers", say::missing_identifier(), identified));
    }
    let total = asked.len();
    let missing: Vec<Missing> = asked
        .into_iter()
        .filter(|(_, _, said)| !said)
        .map(|(field, label, _)| Missing { field, label })
        .collect();
    Sheet { share: 1.0 - missing.len() as f64 / total as f64, missing }
}

/// Every step, in the order of [`Step::ALL`].
pub fn steps(dossier: &Dossier, today: Date) -> Vec<StepState> {
    steps_of(&Index::of(dossier, today))
}

/// Every step of an index.
pub fn steps_of(index: &Index<'_>) -> Vec<StepState> {
    let dossier = index.dossier;
    let mut states = vec![
        state(Step::Project, project_parts(dossier), project_next(dossier)),
        actors(dossier),
        qualification_step(dossier),
        coherence(index),
        circles(index),
        roles_step(index),
        governance(index),
        agreements(dossier),
        follow_up(dossier),
    ];
    let share = states.iter().map(|state| state.share).sum::<f64>() / states.len() as f64;
    let printable = index.roles().next().is_some();
    let next =
        printable.then(|| Next { label: say::next_print(), place: Place::field(Step::Summary, "roles") });
    states.push(StepState { step: Step::Summary, share, parts: Vec::new(), next });
    states
}

/// One part out of a whole; a part that asks for nothing does not count.
fn part(label: Phrase, done: usize, of: usize) -> Part {
    Part { label, done, of }
}

fn given(label: Phrase, said: bool) -> Part {
    part(label, usize::from(said), 1)
}

fn state(step: Step, parts: Vec<Part>, next: Option<Next>) -> StepState {
    let asked: Vec<&Part> = parts.iter().filter(|part| part.of > 0).collect();
    let share = match asked.len() {
        0 => 0.0,
        count => asked.iter().map(|part| part.done as f64 / part.of as f64).sum::<f64>() / count as f64,
    };
    StepState { step, share, parts, next }
}

#[expect(clippy::unnecessary_wraps, reason = "one branch of a choice that may give nothing")]
fn next(label: Phrase, place: Place) -> Option<Next> {
    Some(Next { label, place })
}

fn project_parts(dossier: &Dossier) -> Vec<Part> {
    let blank = Project::default();
    let project = dossier.project.as_ref().unwrap_or(&blank);
    let linked = dossier.functions.iter().filter(|function| !function.objectives.is_empty()).count();
    vec![
        given(say::part_title(), !project.title.trim().is_empty()),
        given(say::part_problem(), !project.problem.trim().is_empty()),
        given(say::part_domain(), project.domain.is_some()),
        given(say::part_complexity(), project.complexity.is_some()),
        given(say::part_dates(), project.starts_on.is_some()),
        given(say::part_carrier(), project.carrier.is_some()),
        given(say::part_territories(), !project.territories.is_empty()),
        given(say::part_needs(), !dossier.needs.is_empty()),
        given(say::part_objectives(), !dossier.objectives.is_empty()),
        part(say::part_functions(), linked, dossier.functions.len().max(1)),
    ]
}

fn project_next(dossier: &Dossier) -> Option<Next> {
    let blank = Project::default();
    let project = dossier.project.as_ref().unwrap_or(&blank);
    let field = |name| Place::field(Step::Project, name);
    let loose: Vec<_> = dossier.functions.iter().filter(|function| function.objectives.is_empty()).collect();
    if project.title.trim().is_empty() {
        next(say::next_title(), field("title"))
    } else if project.problem.trim().is_empty() {
        next(say::next_problem(), field("problem"))
    } else if dossier.territories.is_empty() || project.territories.is_empty() {
        next(say::next_territory(), field("territories"))
    } else if dossier.objectives.is_empty() {
        next(say::next_objective(), field("objectives"))
    } else if dossier.functions.is_empty() {
        next(say::next_function(), field("functions"))
    } else if let Some(first) = loose.first() {
        next(say::next_link_functions(loose.len()), Place::at(Step::Project, &first.id, "objectives"))
    } else if project.carrier.is_none() && !dossier.actors.is_empty() {
        next(say::next_carrier(), field("carrier"))
    } else if project.domain.is_none() {
        next(say::next_details(), field("domain"))
    } else if project.complexity.is_none() {
        next(say::next_details(), field("complexity"))
    } else if project.starts_on.is_none() {
        next(say::next_details(), field("startsOn"))
    } else {
        None
    }
}

fn actors(dossier: &Dossier) -> StepState {
    let sheets: Vec<Sheet> = dossier.actors.iter().map(|actor| sheet(actor)).collect();
    let complete = sheets.iter().filter(|sheet| sheet.missing.is_empty()).count();
    let count = sheets.len();
    let share =
        if count == 0 { 0.0 } else { sheets.iter().map(|sheet| sheet.share).sum::<f64>() / count as f64 };
    let first = dossier.actors.iter().zip(&sheets).find(|(_, sheet)| !sheet.missing.is_empty());
    let next = if count == 0 {
        next(say::next_first_actors(), Place::step(Step::Actors))
    } else {
        first.and_then(|(actor, sheet)| {
            let field = sheet.missing.first().map(|missing| missing.field);
            let place = Place { step: Step::Actors, object: Some(actor.id.clone()), field };
            next(say::next_sheets(count - complete), place)
        })
    };
    StepState { step: Step::Actors, share, parts: vec![part(say::part_sheets(), complete, count)], next }
}

fn qualification_step(dossier: &Dossier) -> StepState {
    let progress = qualification::progress(dossier);
    let left = progress.total - progress.given;
    let lacking = |actor: &&std::rc::Rc<Actor>| !qualification::missing(actor).is_empty();
    let place = dossier.actors.iter().find(lacking).map(|actor| {
        let criterion = qualification::missing(actor).first().copied().unwrap_or(Criterion::Mobilisation);
        Place::at(Step::Qualification, &actor.id, criterion.as_str())
    });
    let next = match place {
        None if dossier.actors.is_empty() => next(say::next_first_actors(), Place::step(Step::Actors)),
        None => None,
        Some(place) if progress.untouched > 0 => {
            next(say::next_qualify(progress.actors - progress.complete), place)
        }
        Some(place) => next(say::next_values(left), place),
    };
    state(Step::Qualification, vec![part(say::part_values(), progress.given, progress.total)], next)
}

fn coherence(index: &Index<'_>) -> StepState {
    let asked = index.dossier.actors.len() * index.dossier.objectives.len();
    let said = index.positions.said();
    let next = (said < asked).then(|| Next {
        label: say::next_positions(asked - said),
        place: Place { step: Step::Coherence, object: None, field: Some("next") },
    });
    state(Step::Coherence, vec![part(say::part_positions(), said, asked)], next)
}

/// Who leads the whole project stands in the centre: it needs no wave.
fn circles(index: &Index<'_>) -> StepState {
    let dossier = index.dossier;
    let count = dossier.actors.len();
    let leads: Vec<&Id> = index.project_leads().collect();
    let waits = |actor: &&std::rc::Rc<Actor>| actor.wave.is_none() && !leads.contains(&&actor.id);
    let left = dossier.actors.iter().filter(waits).count();
    let started = dossier.actors.iter().any(|actor| actor.wave.is_some());
    let next = match dossier.actors.iter().find(waits) {
        None => None,
        Some(_) if !started => next(say::next_first_wave(), Place::field(Step::Circles, "proposal")),
        Some(first) => next(say::next_waves(left), Place::object(Step::Circles, &first.id)),
    };
    state(Step::Circles, vec![part(say::part_waves(), count - left, count)], next)
}

fn roles_step(index: &Index<'_>) -> StepState {
    let functions = index.dossier.functions.len();
    let vacancies = roles::vacancies_of(index);
    let vacant: Vec<_> = vacancies.iter().filter(|vacancy| vacancy.function.is_some()).collect();
    let led = roles::led(index.dossier, index.roles_of(RoleKind::Lead));
    let states: Vec<_> = index.roles().map(|role| roles::state(index, role)).collect();
    let conditions: usize = states.iter().map(|state| state.decided.total()).sum();
    let unknown: usize = states.iter().map(|state| state.decided.unknown).sum();
    let operated = if index.dossier.actors.is_empty() { 0 } else { functions - vacant.len() };
    let parts = vec![
        given(say::part_lead(), led),
        part(say::part_operators(), operated, functions),
        part(say::part_conditions(), conditions - unknown, conditions),
    ];
    let undecided = states.iter().find(|state| state.decided.unknown > 0);
    let next = if index.dossier.actors.is_empty() {
        next(say::next_first_actors(), Place::step(Step::Actors))
    } else if !led {
        next(say::next_lead(), Place::field(Step::Roles, "lead"))
    } else if let Some(function) = vacant.first().and_then(|vacancy| vacancy.function.as_ref()) {
        next(say::next_operators(vacant.len()), Place::at(Step::Roles, function, "operator"))
    } else {
        undecided
            .and_then(|state| next(say::next_conditions(unknown), Place::object(Step::Roles, &state.role)))
    };
    state(Step::Roles, parts, next)
}

/// Votes that change no result in a body, where they are counted in no time.
fn idle_votes(index: &Index<'_>, body: &Body) -> Option<u64> {
    let ballot = votes::ballot(index, body).ok().filter(votes::is_light)?;
    let turned = votes::swings(&ballot.game).each;
    let idle = ballot.members.iter().zip(turned).filter(|(_, swings)| *swings == 0);
    Some(idle.map(|(member, _)| member.votes).sum()).filter(|votes| *votes > 0)
}

/// Where a rule is missing, or somebody votes for nothing.
fn unbalanced(index: &Index<'_>) -> Option<Next> {
    let bodies = || index.dossier.bodies.iter();
    // A team or a group may never vote.
    let votes = |body: &&std::rc::Rc<Body>| {
        matches!(body.kind, Some(BodyKind::Board | BodyKind::SteeringCommittee))
            && votes::voting_seats(body).any(|seat| seat.votes.is_some_and(|votes| votes > 0))
    };
    if let Some(body) = bodies().filter(votes).find(|body| body.rule.is_none()) {
        return next(say::next_rule(), Place::at(Step::Governance, &body.id, "rule"));
    }
    bodies().find_map(|body| {
        let idle = idle_votes(index, body)?;
        next(say::next_idle(idle as i64), Place::at(Step::Governance, &body.id, "compare"))
    })
}

fn governance(index: &Index<'_>) -> StepState {
    let dossier = index.dossier;
    let count = dossier.bodies.len();
    let seated = dossier.bodies.iter().filter(|body| !body.seats.is_empty()).count();
    let ruled = dossier.bodies.iter().filter(|body| body.rule.is_some()).count();
    let empty = dossier.bodies.iter().find(|body| body.seats.is_empty());
    let next = match empty {
        _ if count == 0 => next(say::next_body(), Place::field(Step::Governance, "new")),
        Some(body) => next(say::next_seats(), Place::at(Step::Governance, &body.id, "seats")),
        None => unbalanced(index),
    };
    state(
        Step::Governance,
        vec![part(say::part_bodies(), seated, count), part(say::part_rules(), ruled, count)],
        next,
    )
}

fn agreements(dossier: &Dossier) -> StepState {
    let settled = |status| matches!(status, Some(AgreementStatus::Signed | AgreementStatus::Ended));
    let signed = dossier.agreements.iter().filter(|agreement| settled(agreement.status)).count();
    let clauses = || dossier.agreements.iter().flat_map(|agreement| &agreement.clauses);
    let relevant = clauses().filter(|clause| clause.status != Some(ClauseStatus::NotRelevant)).count();
    let complete = clauses().filter(|clause| clause.status == Some(ClauseStatus::Complete)).count();
    let next = if dossier.agreements.is_empty() {
        next(say::next_agreement(), Place::step(Step::Agreements))
    } else if complete < relevant {
        next(say::next_clauses(relevant - complete), Place::step(Step::Agreements))
    } else {
        None
    };
    let parts = vec![
        part(say::part_agreements(), signed, dossier.agreements.len()),
        part(say::part_clauses(), complete, relevant),
    ];
    state(Step::Agreements, parts, next)
}

fn follow_up(dossier: &Dossier) -> StepState {
    let dated = dossier.actions.iter().filter(|action| action.due_on.is_some()).count();
    let planned =
        |review: &&std::rc::Rc<crate::model::Review>| review.planned_on.or(review.held_on).is_some();
    let reviews = dossier.reviews.iter().filter(planned).count();
    let next = if dossier.actions.is_empty() {
        next(say::next_action(), Place::step(Step::FollowUp))
    } else if reviews == 0 {
        next(say::next_review(), Place::step(Step::FollowUp))
    } else {
        None
    };
    let parts = vec![
        part(say::part_actions(), dated, dossier.actions.len()),
        given(say::part_reviews(), reviews > 0),
    ];
    state(Step::FollowUp, parts, next)
}
