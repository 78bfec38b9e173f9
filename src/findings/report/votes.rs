//! `votes`: for each body, who weighs what.
//!
//! Beside the shape agreed: a member is named by `actor`, by `college` where colleges vote as one, or by `seat` where
//! the seat is given to nobody; `castingVote` is the member that holds it where it can change anything; `quorum`, where the
//! body says one, counts the seats that vote and those of them that must be held by somebody present. The witness of
//! a dictator is itself, that of a veto all the others (who fail), that of a dummy the heaviest coalition that loses
//! without it (and still loses with it), that of any other a coalition that wins only with it.

use serde_json::{Map, Value, json};

use super::Undefined;
use crate::analysis::Index;
use crate::analysis::votes::{
    Ballot, Change, Indices, Limits, Member, Ratio, Search, Unsettled, Voter, Witness, Women, ballot,
    inactive_share, indices, members, parity, quorum, smallest_change, witnesses,
};
use crate::i18n::Phrase;
use crate::i18n::texts::governance as say;
use crate::model::Body;

/// What a member has beside its votes, in order.
const FIGURES: [&str; 10] = [
    "swings",
    "banzhaf",
    "penrose",
    "shapley",
    "preventive",
    "initiative",
    "dummy",
    "veto",
    "dictator",
    "witness",
];

pub(super) fn value(index: &Index<'_>, undefined: &mut Undefined<'_>) -> Value {
    let bodies = index.dossier.bodies.iter().enumerate();
    bodies.map(|(place, body)| body_value(index, body, &format!("/votes/{place}"), undefined)).collect()
}

fn body_value(index: &Index<'_>, body: &Body, at: &str, undefined: &mut Undefined<'_>) -> Value {
    let mut value = Map::new();
    value.insert("body".into(), json!(body.id));
    match ballot(index, body) {
        Ok(ballot) => settled(&mut value, &ballot, at, undefined),
        Err(reason) => unsettled(&mut value, members(index, body).ok(), reason, at, undefined),
    }
    if let Some(quorum) = quorum_value(body, &format!("{at}/quorum"), undefined) {
        value.insert("quorum".into(), quorum);
    }
    let parity = parity(body);
    let seats = share(parity.seats, &format!("{at}/parity/seats"), say::undefined_gender(), undefined);
    let pointer = format!("{at}/parity/votes");
    let votes = match parity.votes {
        Ok(votes) => share(votes, &pointer, say::undefined_gender_votes(), undefined),
        Err(unsaid) => undefined.note(pointer, Unsettled::VotesNotSaid(unsaid).phrase()),
    };
    value.insert("parity".into(), json!({ "seats": seats, "votes": votes }));
    Value::Object(value)
}

/// Seats that vote, and how many must be held by somebody present; nothing where the body says no quorum.
fn quorum_value(body: &Body, at: &str, undefined: &mut Undefined<'_>) -> Option<Value> {
    match quorum(body) {
        Ok(attended) => {
            attended.map(|attended| json!({ "seats": attended.seats, "present": attended.present }))
        }
        Err(unclear) => Some(undefined.note(at.to_owned(), unclear.phrase())),
    }
}

fn share(women: Women, at: &str, unsaid: Phrase, undefined: &mut Undefined<'_>) -> Value {
    women.share().map_or_else(|| undefined.note(at.to_owned(), unsaid), Value::from)
}

/// A fraction with its decimal value. Digits are texts: they may have forty of them.
fn fraction(ratio: Ratio) -> Value {
    json!({ "n": ratio.n.to_string(), "d": ratio.d.to_string(), "value": ratio.value() })
}

fn member_value(member: &Member) -> Map<String, Value> {
    let key = match member.voter {
        Voter::Actor(_) => "actor",
        Voter::College(_) => "college",
        Voter::Seat(_) => "seat",
    };
    let mut value = Map::new();
    value.insert(key.into(), json!(member.voter.id()));
    value.insert("votes".into(), json!(member.votes));
    value
}

/// A body whose figures cannot be given: its members where they are known, and why the rest is missing.
fn unsettled(
    value: &mut Map<String, Value>,
    members: Option<Vec<Member>>,
    reason: Unsettled,
    at: &str,
    undefined: &mut Undefined<'_>,
) {
    let mut missing = |pointer: String| undefined.note(pointer, reason.phrase());
    value.insert("quota".into(), missing(format!("{at}/quota")));
    let total = match &members {
        Some(members) => json!(members.iter().map(|member| member.votes).sum::<u64>()),
        None => missing(format!("{at}/total")),
    };
    value.insert("total".into(), total);
    let mut list = Vec::new();
    for (place, member) in members.iter().flatten().enumerate() {
        let mut held = member_value(member);
        for figure in FIGURES {
            held.insert(figure.into(), missing(format!("{at}/members/{place}/{figure}")));
        }
        list.push(Value::Object(held));
    }
    value.insert("members".into(), list.into());
    for figure in ["powerToAct", "inactiveShare", "smallestChange"] {
        value.insert(figure.into(), missing(format!("{at}/{figure}")));
    }
}

fn settled(value: &mut Map<String, Value>, ballot: &Ballot, at: &str, undefined: &mut Undefined<'_>) {
    let indices = indices(&ballot.game);
    let shown = witnesses(&ballot.game);
    value.insert("quota".into(), json!(ballot.quota));
    value.insert("total".into(), json!(ballot.total));
    if let Some(member) = ballot.casting.filter(|_| ballot.casting_counts) {
        value.insert("castingVote".into(), json!(ballot.members.get(member).map(|member| member.voter.id())));
    }
    let list: Vec<Value> = (0..ballot.members.len())
        .filter_map(|place| counted_member(ballot, &indices, shown.get(place)?, place).map(Value::Object))
        .collect();
    value.insert("members".into(), list.into());
    value.insert("powerToAct".into(), fraction(indices.power_to_act));
    let inactive = inactive_share(&ballot.members, &indices.swings);
    let (share, change) = match inactive.share {
        Some(share) => (fraction(share), change_value(ballot, &format!("{at}/smallestChange"), undefined)),
        None => (
            undefined.note(format!("{at}/inactiveShare"), say::undefined_mobilisation()),
            undefined.note(format!("{at}/smallestChange"), say::undefined_mobilisation()),
        ),
    };
    value.insert("inactiveShare".into(), share);
    value.insert("smallestChange".into(), change);
}

fn counted_member(
    ballot: &Ballot,
    indices: &Indices,
    witness: &Witness,
    place: usize,
) -> Option<Map<String, Value>> {
    let mut value = member_value(ballot.members.get(place)?);
    let coalition: Vec<_> = witness
        .coalition()
        .iter()
        .filter_map(|place| ballot.members.get(*place))
        .map(|member| member.voter.id())
        .collect();
    let swings = *indices.swings.each.get(place)?;
    let ratio = |list: &[Ratio]| list.get(place).copied().map(fraction);
    let figures = [
        json!(swings.to_string()),
        ratio(&indices.banzhaf)?,
        ratio(&indices.penrose)?,
        ratio(&indices.shapley)?,
        ratio(&indices.preventive)?,
        ratio(&indices.initiative)?,
        json!(swings == 0),
        json!(ballot.game.is_veto(place)),
        json!(ballot.game.is_dictator(place)),
        json!(coalition),
    ];
    value.extend(FIGURES.into_iter().map(String::from).zip(figures));
    Some(value)
}

/// The smallest change as the figures that differ: `votes` of members, `quota`. Where `atLeast` is below `distance`, it
/// is a small change, and the smallest is somewhere between the two.
fn change_value(ballot: &Ballot, at: &str, undefined: &mut Undefined<'_>) -> Value {
    match smallest_change(ballot, Limits::default()) {
        Search::Found(change) => found_value(ballot, &change),
        Search::Already => undefined.note(at.to_owned(), say::change_already()),
        Search::Never => undefined.note(at.to_owned(), say::change_never()),
    }
}

fn found_value(ballot: &Ballot, change: &Change) -> Value {
    let pairs = ballot.members.iter().zip(&change.votes).filter(|(member, votes)| member.votes != **votes);
    let votes: Vec<Value> = pairs
        .map(|(member, votes)| {
            let mut value = member_value(member);
            value.insert("votes".into(), json!(votes));
            value.insert("was".into(), json!(member.votes));
            Value::Object(value)
        })
        .collect();
    json!({ "distance": change.distance, "atLeast": change.at_least, "votes": votes, "quota": change.quota, "inactiveShare": fraction(change.share) })
}
