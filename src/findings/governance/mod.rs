//! V08, V15–V20, V27: who decides, who is missing from the table, what structure carries it, what the partners settled.
//!
//! Each waits for a body with seats (V20 for an agreement, an action or a plan too). The bodies that decide are the
//! boards, or the steering committees where there is no board.

mod settled;

use super::{Finding, Place, Severity};
use crate::analysis::readings::MOBILISED;
use crate::analysis::votes::{
    Ballot, Programme, Size, Voter, ballot, is_inhabitant, members, parity, programme, swings, voting_seats,
};
use crate::analysis::{Index, readings};
use crate::i18n::texts::governance as say;
use crate::i18n::{Arg, Phrase};
use crate::model::{ActorKind, Body, BodyKind, Complexity, Criterion, Domain, Id, Seat};
use crate::vocabulary::{self, Step};

/// Women below this share of the seats, in percent.
const WOMEN: u64 = 40;
/// A narrow table for a complex problem: fewer families of actors than this.
const FAMILIES: usize = 3;

pub(super) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let bodies = || index.dossier.bodies.iter().map(std::rc::Rc::as_ref);
    for body in bodies() {
        let ballot = ballot(index, body).ok();
        findings.extend(inactive(index, body, ballot.as_ref()));
        findings.extend(ballot.iter().flat_map(|ballot| alone(index, body, ballot)));
        findings.extend(heavy_college(index, body));
        findings.extend(few_women(body));
    }
    let boards = bodies().any(|body| body.kind == Some(BodyKind::Board));
    let decides = if boards { BodyKind::Board } else { BodyKind::SteeringCommittee };
    for body in bodies().filter(|body| body.kind == Some(decides)) {
        findings.extend(no_association(index, body));
        findings.extend(narrow(index, body));
        findings.extend(settled::not_admitted(index, body));
    }
    findings.extend(structure(index));
    findings.extend(settled::plans(index));
    findings.extend(no_inhabitant(index));
    findings
}

/// A finding of the step; what differs from one to the other is given.
fn finding(
    code: &'static str,
    severity: Severity,
    objects: Vec<Id>,
    said: [Phrase; 3],
    place: Place,
) -> Finding {
    let [title, reason, todo] = said;
    let step = Step::Governance;
    Finding { code, severity, step, objects, title, reason, todo, source: "S2", place, set_aside: None }
}

fn seats_of(body: &Body) -> Place {
    Place::at(Step::Governance, &body.id, "seats")
}

fn title(body: &Body) -> Arg {
    if body.title.is_empty() { say::unnamed_body().into() } else { body.title.as_str().into() }
}

fn name(index: &Index<'_>, body: &Body, voter: &Voter) -> Arg {
    match voter {
        Voter::Actor(id) => index.name(id).into(),
        Voter::College(id) => college_title(body, id),
        Voter::Seat(_) => say::unnamed_seat().into(),
    }
}

fn college_title(body: &Body, id: &Id) -> Arg {
    match body.colleges.find(id) {
        Some(college) if !college.title.is_empty() => college.title.as_str().into(),
        _ => say::unnamed_college().into(),
    }
}

/// A share in percent, with one decimal.
fn percent(part: u128, whole: u128) -> f64 {
    (part as f64 / whole as f64 * 1000.0).round() / 10.0
}

/// V08. An organisation that is absent or only informed, and holds votes. Warning where it has as much power as the
/// average member, advice where it has less or where the rule is not known. Where colleges vote as one, or figures
/// cannot be computed, only its votes are told.
fn inactive(index: &Index<'_>, body: &Body, ballot: Option<&Ballot>) -> Vec<Finding> {
    let mut held: Vec<(&Id, u64)> = Vec::new();
    for seat in voting_seats(body) {
        let (Some(actor), Some(votes)) = (&seat.actor, seat.votes) else { continue };
        match held.iter_mut().find(|(id, _)| *id == actor) {
            Some((_, sum)) => *sum += u64::from(votes),
            None => held.push((actor, u64::from(votes))),
        }
    }
    let level = |id: &Id| {
        let level = readings::used(index.actor(id)?, Criterion::Mobilisation)?;
        (level < MOBILISED).then_some(level)
    };
    let idle: Vec<(&Id, u64, i8)> = held
        .into_iter()
        .filter(|(_, votes)| *votes > 0)
        .filter_map(|(id, votes)| Some((id, votes, level(id)?)))
        .collect();
    if idle.is_empty() {
        return Vec::new();
    }
    let power = ballot.map(|ballot| (ballot, swings(&ballot.game)));
    let told = |(id, votes, level): (&Id, u64, i8)| {
        let word = vocabulary::value(Criterion::Mobilisation, Some(level));
        let own = power.as_ref().and_then(|(ballot, swings)| {
            let place = ballot.members.iter().position(|member| member.voter == Voter::Actor(id.clone()))?;
            Some((ballot.total, *swings.each.get(place)?, swings.sum, ballot.members.len() as u128))
        });
        let (severity, reason) = match own {
            Some((total, swing, sum, members)) => {
                let severity = if swing * members >= sum { Severity::Warning } else { Severity::Advice };
                let (power, average) = (percent(swing, sum), percent(1, members));
                let (votes, total) = (votes as i64, total as i64);
                (severity, say::v08_power_reason(votes, title(body), total, power, average, word))
            }
            None => (Severity::Advice, say::v08_votes_reason(votes as i64, title(body), word)),
        };
        let said = [say::v08(index.name(id)), reason, say::v08_todo()];
        let found = finding("V08", severity, vec![id.clone(), body.id.clone()], said, seats_of(body));
        Finding { source: "S1", ..found }
    };
    idle.into_iter().map(told).collect()
}

/// V15. Waits for two members with votes. A veto is wanted where everybody who holds votes has one: unanimity, in name
/// or in figures.
fn alone(index: &Index<'_>, body: &Body, ballot: &Ballot) -> Vec<Finding> {
    let holding = || ballot.members.iter().enumerate().filter(|(_, member)| member.votes > 0);
    let (total, quota) = (ballot.total as i64, ballot.quota as i64);
    if holding().count() < 2 || holding().all(|(place, _)| ballot.game.is_veto(place)) {
        return Vec::new();
    }
    let told = |(place, member): (usize, &crate::analysis::votes::Member)| {
        let who = || name(index, body, &member.voter);
        let votes = member.votes as i64;
        let (severity, said) = if ballot.game.is_dictator(place) {
            let reason = say::v15_alone_reason(votes, title(body), total, quota);
            (Severity::Blocking, [say::v15_alone(who()), reason, say::v15_alone_todo()])
        } else {
            let casts = ballot.casting == Some(place) && ballot.casting_counts;
            let reason = if casts { say::v15_casting_reason } else { say::v15_veto_reason };
            let reason = reason(total - votes, title(body), quota);
            (Severity::Warning, [say::v15_veto(who()), reason, say::v15_veto_todo()])
        };
        let objects = vec![member.voter.id().clone(), body.id.clone()];
        finding("V15", severity, objects, said, seats_of(body))
    };
    let blocks = |(place, _): &(usize, _)| ballot.game.is_veto(*place);
    ballot.members.iter().enumerate().filter(blocks).map(told).collect()
}

/// V16, first part: a college with more votes than all the rest of the body.
fn heavy_college(index: &Index<'_>, body: &Body) -> Option<Finding> {
    // Votes that are not said could be anywhere.
    members(index, body).ok()?;
    let votes = |of: &dyn Fn(&Seat) -> bool| -> u64 {
        voting_seats(body).filter(|seat| of(seat)).map(|seat| u64::from(seat.votes.unwrap_or_default())).sum()
    };
    let total = votes(&|_| true);
    body.colleges.iter().find_map(|college| {
        let own = votes(&|seat| seat.college.as_ref() == Some(&college.id));
        // Alone in the body, it has nobody to outweigh.
        let others = voting_seats(body).any(|seat| seat.college.as_ref() != Some(&college.id));
        let reason = say::v16_college_reason(own as i64, title(body), (total - own) as i64);
        let said = [say::v16_college(college_title(body, &college.id)), reason, say::v16_college_todo()];
        let objects = vec![college.id.clone(), body.id.clone()];
        (own * 2 > total && others).then(|| finding("V16", Severity::Warning, objects, said, seats_of(body)))
    })
}

fn kinds<'a>(index: &'a Index<'_>, body: &'a Body) -> impl Iterator<Item = Option<ActorKind>> + 'a {
    voting_seats(body).map(|seat| index.actor(seat.actor.as_ref()?)?.kind)
}

/// V16, second part. Waits for the family of every seat to be known: one of them could be an association.
fn no_association(index: &Index<'_>, body: &Body) -> Option<Finding> {
    let social = index.dossier.project.as_ref()?.domain == Some(Domain::SocioEconomic);
    let seats = kinds(index, body).count();
    let absent = kinds(index, body).all(|kind| kind.is_some_and(|kind| kind != ActorKind::Association));
    let said = [
        say::v16_associations(title(body)),
        say::v16_associations_reason(seats),
        say::v16_associations_todo(),
    ];
    (social && seats > 0 && absent)
        .then(|| finding("V16", Severity::Warning, vec![body.id.clone()], said, seats_of(body)))
}

/// V17. Waits for two holders said to be a woman or a man. Warning where women stay below whatever the others turn out
/// to be, else advice.
fn few_women(body: &Body) -> Option<Finding> {
    let seats = parity(body).seats;
    if seats.said < 2 || !seats.below(WOMEN) {
        return None;
    }
    let (women, said, unsaid) = (seats.women as i64, seats.said as i64, seats.unsaid as i64);
    let reason =
        if unsaid == 0 { say::v17_reason(women, said) } else { say::v17_unsaid_reason(women, said, unsaid) };
    let severity = if seats.surely_below(WOMEN) { Severity::Warning } else { Severity::Advice };
    let said = [say::v17(title(body)), reason, say::v17_todo()];
    Some(finding("V17", severity, vec![body.id.clone()], said, seats_of(body)))
}

/// V18, first part. Seats whose family is not known count for one family each. Waits for two seats.
fn narrow(index: &Index<'_>, body: &Body) -> Option<Finding> {
    let complex = index.dossier.project.as_ref()?.complexity == Some(Complexity::Complex);
    let seats = kinds(index, body).count();
    let mut known: Vec<ActorKind> = kinds(index, body).flatten().collect();
    let unknown = seats - known.len();
    known.sort_unstable();
    known.dedup();
    let said =
        [say::v18_narrow(title(body)), say::v18_narrow_reason(known.len(), seats), say::v18_narrow_todo()];
    (complex && seats >= 2 && known.len() + unknown < FAMILIES)
        .then(|| finding("V18", Severity::Warning, vec![body.id.clone()], said, seats_of(body)))
}

/// V18, second part, and its reverse. Waits for a body with a seat: before, no structure was chosen.
fn structure(index: &Index<'_>) -> Option<Finding> {
    let bodies = &index.dossier.bodies;
    if bodies.iter().all(|body| body.seats.is_empty()) {
        return None;
    }
    let teams = bodies.iter().filter(|body| body.kind == Some(BodyKind::ProjectTeam));
    let members: usize = teams.map(|body| body.seats.len()).sum();
    let programme = programme(index);
    let facts = |programme: &Programme, size, complexity| -> Vec<Phrase> {
        programme.facts(size, complexity).iter().map(|fact| fact.phrase(index)).collect()
    };
    let said = if members == 0 && programme.is_heavy() {
        let facts = facts(&programme, Size::Large, Complexity::Complex);
        [say::v18_light(), say::v18_light_reason(facts), say::v18_light_todo()]
    } else if members > 0 && programme.is_light() {
        let facts = facts(&programme, Size::Small, Complexity::Simple);
        [say::v18_heavy(), say::v18_heavy_reason(members, facts), say::v18_heavy_todo()]
    } else {
        return None;
    };
    Some(finding("V18", Severity::Advice, Vec::new(), said, Place::step(Step::Governance)))
}

/// V27. Any seat counts, an alternate's and an expert's too: what is looked for is being there at all.
fn no_inhabitant(index: &Index<'_>) -> Option<Finding> {
    let bodies = &index.dossier.bodies;
    let seats = || bodies.iter().flat_map(|body| &body.seats);
    let present = seats().any(|seat| is_inhabitant(index, seat));
    let held = seats().filter(|seat| seat.actor.is_some()).count();
    if present || held == 0 {
        return None;
    }
    let titles: Vec<Arg> =
        bodies.iter().filter(|body| !body.seats.is_empty()).map(|body| title(body)).collect();
    let said = [say::v27(), say::v27_reason(seats().count(), titles), say::v27_todo()];
    let found = finding("V27", Severity::Warning, Vec::new(), said, Place::step(Step::Governance));
    Some(Finding { source: "S0, S4", ..found })
}
