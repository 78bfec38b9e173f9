//! Step 7: the bodies, who sits on them, and what their votes really weigh.

use super::super::document::Block;
use super::super::words;
use super::{Draft, Whole, hemicycle, text};
use crate::analysis::votes::{self, Ballot, Voter};
use crate::i18n::texts::{bodies as labels, documents as say, governance};
use crate::model::{Body, Id, Majority, Seat};

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    for body in &whole.dossier.bodies {
        draft.part(2, title(whole, body), |draft| {
            let ballot = votes::ballot(whole.index, body);
            rules(whole, draft, body, ballot.as_ref().ok());
            seats(whole, draft, body);
            if votes::voting_seats(body).next().is_none() {
                return;
            }
            draft.blocks.extend(picture(whole, body));
            match ballot {
                Ok(ballot) => power(whole, draft, body, ballot),
                Err(reason) => draft.paragraph(whole.say(say::no_power(reason.phrase()))),
            }
        });
    }
    draft.part(2, whole.say(say::admission()), |draft| admission(whole, draft));
    draft.part(2, whole.say(say::plans()), |draft| plans(whole, draft));
}

/// Who votes in a body, where somebody does.
pub(super) fn picture(whole: &Whole<'_>, body: &Body) -> Option<Block> {
    hemicycle::picture(whole, body, &title(whole, body))
}

/// Criteria that nobody looked at yet are printed too: they are what the partnership asks.
fn admission(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::criterion_asked(), 4),
        whole.head(say::association(), 3),
        whole.head(say::check_status(), 2),
        whole.head(say::evidence(), 4),
        whole.figures(say::on(), 2),
    ];
    let mut rows = Vec::new();
    for criterion in &whole.dossier.admission_criteria {
        let title = whole.titled(&criterion.title);
        if criterion.checks.is_empty() {
            rows.push(vec![title.clone(), String::new(), String::new(), String::new(), String::new()]);
        }
        rows.extend(criterion.checks.iter().map(|check| {
            vec![
                title.clone(),
                whole.actor(&check.actor),
                whole.word(check.status, crate::vocabulary::condition_status),
                check.evidence.clone(),
                whole.day(check.on),
            ]
        }));
    }
    draft.table(whole.say(say::admission_caption()), heads, rows);
}

fn plans(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::plan(), 3),
        whole.head(say::check_status(), 2),
        whole.figures(say::adopted_on(), 2),
        whole.head(say::adopted_by(), 3),
        whole.head(say::note(), 4),
    ];
    let rows = whole.dossier.plans.iter().map(|plan| {
        let body = plan.adopted_by.as_ref().and_then(|id| whole.dossier.bodies.find(id));
        vec![
            whole.word(plan.kind, words::plan),
            whole.word(plan.status, words::plan_status),
            whole.day(plan.adopted_on),
            body.map(|body| title(whole, body)).unwrap_or_default(),
            plan.note.clone(),
        ]
    });
    draft.table(whole.say(say::plans_caption()), heads, rows.collect());
}

fn title(whole: &Whole<'_>, body: &Body) -> String {
    let title = text::line(&body.title);
    if !title.is_empty() {
        return title;
    }
    body.kind.map_or_else(|| whole.say(say::unnamed()), |kind| whole.say(words::body(kind)))
}

fn rules(whole: &Whole<'_>, draft: &mut Draft, body: &Body, ballot: Option<&Ballot>) {
    let rule = body.rule.as_ref();
    let majority = |majority| match majority {
        Majority::Simple => labels::simple(),
        Majority::TwoThirds => labels::two_thirds(),
        Majority::Unanimity => labels::unanimity(),
        Majority::Custom => labels::custom(),
    };
    let needed = match (ballot, rule.and_then(|rule| rule.quota)) {
        (Some(ballot), _) => whole.say(say::votes_of(ballot.quota as i64, ballot.total as i64)),
        (None, Some(quota)) => whole.number(f64::from(quota)),
        (None, None) => String::new(),
    };
    let casting = rule.and_then(|rule| rule.casting_vote.as_ref()).and_then(|id| body.seats.find(id));
    let casting = casting.map(|seat| seat_name(whole, seat)).map(|name| match ballot {
        Some(ballot) if !ballot.casting_counts => whole.say(say::casting_idle(name)),
        _ => name,
    });
    let blocs = rule.and_then(|rule| rule.bloc_voting);
    let parity = votes::parity(body).seats;
    let women = parity.share().map(|share| {
        let share = whole.texts.formatter().percent(share);
        whole.say(say::parity_of(share, parity.women as i64, parity.said as i64))
    });
    let facts = [
        (say::kind(), whole.word(body.kind, words::body)),
        (say::quorum(), text::line(&body.quorum)),
        (say::rule(), whole.word(rule.and_then(|rule| rule.majority), majority)),
        (say::votes_needed(), needed),
        (say::casting(), casting.unwrap_or_default()),
        (say::blocs(), whole.yes(blocs)),
        (say::parity(), women.unwrap_or_default()),
    ];
    draft.facts(facts.into_iter().map(|(label, words)| (whole.say(label), words)).collect());
    if let Some(stated) = ballot.and_then(|ballot| ballot.stated) {
        draft.paragraph(whole.say(say::quota_stated(i64::from(stated))));
    }
}

/// The organisation of a seat, or what says that it has none yet.
fn seat_name(whole: &Whole<'_>, seat: &Seat) -> String {
    seat.actor.as_ref().map_or_else(|| whole.say(say::seat_to_fill()), |id| whole.actor(id))
}

fn college(whole: &Whole<'_>, body: &Body, id: &Id) -> String {
    let title = body.colleges.find(id).map(|college| text::line(&college.title)).unwrap_or_default();
    if title.is_empty() { whole.say(governance::unnamed_college()) } else { title }
}

fn seats(whole: &Whole<'_>, draft: &mut Draft, body: &Body) {
    let heads = vec![
        whole.head(say::organisation(), 4),
        whole.head(say::college(), 3),
        whole.figures(say::votes(), 1),
        whole.head(say::holder(), 3),
        whole.head(say::capacity(), 2),
        whole.head(say::remark(), 3),
    ];
    let rows = body.seats.iter().map(|seat| {
        let expert = (seat.expert == Some(true)).then(|| whole.say(say::expert()));
        let stands_for = seat.alternate_of.as_ref().and_then(|id| body.seats.find(id));
        let alternate = stands_for.map(|other| whole.say(say::alternate_of(seat_name(whole, other))));
        vec![
            seat_name(whole, seat),
            seat.college.as_ref().map(|id| college(whole, body, id)).unwrap_or_default(),
            seat.votes.map(|votes| whole.number(f64::from(votes))).unwrap_or_default(),
            seat.holder.as_ref().map(|holder| text::line(&holder.name)).unwrap_or_default(),
            whole.word(seat.capacity, words::capacity),
            [expert, alternate].into_iter().flatten().collect::<Vec<_>>().join(", "),
        ]
    });
    draft.table(whole.say(say::seats_caption(title(whole, body))), heads, rows.collect());
}

fn power(whole: &Whole<'_>, draft: &mut Draft, body: &Body, ballot: Ballot) {
    let balance = votes::balance(ballot);
    let voter = |voter: &Voter| match voter {
        Voter::Actor(id) => whole.actor(id),
        Voter::College(id) => college(whole, body, id),
        Voter::Seat(_) => whole.say(say::seat_to_fill()),
    };
    let percent = |share: f64| whole.texts.formatter().percent(share);
    let heads = vec![
        whole.head(say::voter(), 5),
        whole.figures(say::votes(), 1),
        whole.figures(say::share(), 2),
        whole.figures(say::power(), 2),
        whole.head(say::remark(), 3),
    ];
    let rows = balance.standings.iter().map(|standing| {
        let remark = match (standing.veto, standing.counts_for_nothing()) {
            (true, _) => whole.say(say::veto()),
            (_, true) => whole.say(say::idle()),
            _ => String::new(),
        };
        vec![
            voter(&standing.member.voter),
            whole.number(standing.member.votes as f64),
            percent(standing.share.value()),
            percent(standing.power.value()),
            remark,
        ]
    });
    draft.table(whole.say(say::power_caption(title(whole, body))), heads, rows.collect());
    draft.paragraph(whole.say(say::power_assumes()));
    let filled = votes::vacant_votes(body);
    if filled > 0 {
        draft.paragraph(whole.say(labels::assumes_filled(filled)));
    }
}
