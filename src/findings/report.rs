//! The result of `analyze`, in the shape other tools rely on.

mod network;
mod positions;
mod votes;

use std::borrow::Cow;
use std::cell::LazyCell;

use serde::Serialize;
use serde_json::{Value, json};

use self::positions::Positions;

use super::Finding;
use crate::analysis::coverage::{Coverage, Pair};
use crate::analysis::{Cover, Index, coverage, roles};
use crate::i18n::texts::analysis as say;
use crate::i18n::{Catalogue, Phrase};
use crate::model::json::value_of;
use crate::model::{ConditionStatus, Date, Dossier};

/// The JSON Pointer of a `null` of the result, and why there is no value.
#[derive(Serialize)]
struct Missing {
    pointer: String,
    reason: Cow<'static, str>,
}

/// What is undefined, with the reason, as it is met.
struct Undefined<'a> {
    catalogue: &'a Catalogue,
    list: Vec<Missing>,
}

impl Undefined<'_> {
    /// Keeps why there is no value at a pointer of the result, and gives what to write there.
    fn note(&mut self, pointer: String, reason: Phrase) -> Value {
        self.list.push(Missing { pointer, reason: self.catalogue.say(reason) });
        Value::Null
    }
}

/// Everything computed about a dossier, ready to be written as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_group: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    positions: Option<Positions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<Value>>,
    undefined: Vec<Missing>,
}

/// The parts of the result, in its order.
pub const PARTS: [&str; 7] = ["coverage", "firstGroup", "positions", "network", "roles", "votes", "findings"];

/// Everything computed about a dossier on a day: `coverage`, `firstGroup`, `positions`, `network`, `roles`,
/// `votes`, `findings`, and `undefined`, the JSON Pointer of each `null` of the result with its reason. Sentences are in the
/// language of the catalogue. Arrays follow the order of the dossier, findings the order of their codes.
pub fn analyze(dossier: &Dossier, today: Date, catalogue: &Catalogue) -> Analysis {
    analyze_only(dossier, today, catalogue, &PARTS)
}

/// As [`analyze`], for some of [`PARTS`]: the others are absent from the result, and are not computed.
pub fn analyze_only(dossier: &Dossier, today: Date, catalogue: &Catalogue, only: &[&str]) -> Analysis {
    let index = Index::of(dossier, today);
    let coverage = LazyCell::new(|| coverage::of(&index));
    let mut undefined = Undefined { catalogue, list: Vec::new() };
    let wanted = |part: &str| only.contains(&part);
    // In the order of the result, which is that of `undefined`.
    Analysis {
        coverage: wanted("coverage").then(|| coverage_value(&coverage, &mut undefined)),
        first_group: wanted("firstGroup").then(|| network::first_group(&index, &coverage)),
        positions: wanted("positions").then(|| Positions::of(&index, &mut undefined)),
        network: wanted("network").then(|| network::value(&index, &coverage, &mut undefined)),
        roles: wanted("roles")
            .then(|| index.roles().map(|role| role_value(&roles::state(&index, role), catalogue)).collect()),
        votes: wanted("votes").then(|| votes::value(&index, &mut undefined)),
        findings: wanted("findings").then(|| {
            super::of(&index, &coverage).iter().map(|finding| finding_value(finding, catalogue)).collect()
        }),
        undefined: undefined.list,
    }
}

fn coverage_value(coverage: &Coverage, undefined: &mut Undefined<'_>) -> Value {
    let cells: Vec<Value> = coverage
        .cells
        .iter()
        .map(|cell| json!({ "kind": cell.kind, "objective": cell.objective, "actors": cell.actors }))
        .collect();
    let functions: Vec<Value> =
        coverage.pairs.iter().enumerate().map(|(place, pair)| pair_value(place, pair, undefined)).collect();
    json!({ "cells": cells, "functions": functions })
}

fn pair_value(place: usize, pair: &Pair, undefined: &mut Undefined<'_>) -> Value {
    let status = if let Some(word) = pair.cover.and_then(Cover::as_str) {
        json!(word)
    } else {
        let reason = match pair.cover {
            None => say::undefined_nobody_able(),
            Some(_) => say::undefined_no_territory(),
        };
        undefined.note(format!("/coverage/functions/{place}/status"), reason);
        Value::Null
    };
    if pair.territory.is_none() {
        undefined.note(format!("/coverage/functions/{place}/territory"), say::undefined_anywhere());
    }
    json!({
        "function": pair.function,
        "territory": pair.territory,
        "status": status,
        "missing": pair.missing,
        "actors": pair.best().collect::<Vec<_>>(),
        "redundant": pair.redundant,
    })
}

fn role_value(state: &roles::RoleState, catalogue: &Catalogue) -> Value {
    let proposals: Vec<Value> = state
        .conditions
        .iter()
        .filter_map(|condition| Some((condition.code, condition.proposal.as_ref()?)))
        .filter(|(_, proposal)| proposal.status != ConditionStatus::Unknown)
        .map(|(code, proposal)| {
            json!({ "code": code.code(), "status": proposal.status, "because": catalogue.say(&proposal.because) })
        })
        .collect();
    json!({
        "id": state.role,
        "actor": state.actor,
        "role": state.kind,
        "met": state.decided.met,
        "notMet": state.decided.not_met,
        "unknown": state.decided.unknown,
        "proposals": proposals,
    })
}

fn finding_value(finding: &Finding, catalogue: &Catalogue) -> Value {
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "step": finding.step.code(),
        "objects": finding.objects,
        "title": catalogue.say(&finding.title),
        "reason": catalogue.say(&finding.reason),
        "todo": catalogue.say(&finding.todo),
        "source": finding.source,
        "setAside": finding.set_aside.as_ref().map(value_of),
    })
}
