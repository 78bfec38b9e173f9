use serde_json::{Value, json};
use tour_de_table::analysis::roles::{Time, candidates, states, vacancies};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{ConditionStatus, Date, Id, RoleKind, Scope};

use crate::{analyzed, dossier, today};

/// The proposal for one condition of the only role of a dossier: its status and its reason in French.
fn proposal(lists: Value, code: &str) -> Option<(ConditionStatus, String)> {
    let states = states(&dossier(lists), today());
    let condition = states[0].conditions.iter().find(|condition| condition.code.code() == code).unwrap();
    let proposal = condition.proposal.as_ref()?;
    Some((proposal.status, Catalogue::new(Lang::Fr).say(&proposal.because).into_owned()))
}

fn status(lists: Value, code: &str) -> Option<ConditionStatus> {
    proposal(lists, code).map(|(status, _)| status)
}

const MET: Option<ConditionStatus> = Some(ConditionStatus::Met);
const NOT_MET: Option<ConditionStatus> = Some(ConditionStatus::NotMet);
const UNKNOWN: Option<ConditionStatus> = Some(ConditionStatus::Unknown);

fn with(role: &str, actor: Value, rest: Value) -> Value {
    let mut actor = actor;
    actor["id"] = json!("a");
    actor["name"] = json!("A");
    let mut lists = rest;
    let mut actors = vec![actor];
    actors.extend(lists["actors"].as_array().cloned().unwrap_or_default());
    lists["actors"] = json!(actors);
    let scope = lists["scope"].take();
    lists.as_object_mut().unwrap().remove("scope");
    let (starts, ends) = (lists["starts"].take(), lists["ends"].take());
    lists.as_object_mut().unwrap().remove("starts");
    lists.as_object_mut().unwrap().remove("ends");
    lists["roles"] = json!([{ "id": "r", "actor": "a", "role": role, "scope": scope, "startsOn": starts, "endsOn": ends }]);
    lists
}

fn rated(criterion: &str, value: i8) -> Value {
    json!({ "readings": [{ "criterion": criterion, "value": value, "on": "2026-11-01" }] })
}

#[test]
fn availability_of_two_or_more_is_enough() {
    let seen = |value| status(with("partner", rated("availability", value), json!({})), "available");
    assert_eq!([seen(0), seen(1), seen(2), seen(4)], [NOT_MET, NOT_MET, MET, MET]);
    assert_eq!(status(with("partner", json!({}), json!({})), "available"), UNKNOWN);
    let (_, why) = proposal(with("partner", rated("availability", 2), json!({})), "available").unwrap();
    assert_eq!(why, "2 sur 4\u{a0}: une partie du temps");
}

fn neutral(reading: Option<i8>, positions: &[i8]) -> Option<ConditionStatus> {
    let objectives: Vec<Value> =
        (0..positions.len()).map(|rank| json!({ "id": format!("o{rank}"), "title": "O" })).collect();
    let positions: Vec<Value> = positions
        .iter()
        .enumerate()
        .map(|(rank, value)| json!({ "actor": "a", "objective": format!("o{rank}"), "value": value }))
        .collect();
    let actor = reading.map_or(json!({}), |value| rated("neutrality", value));
    status(with("lead", actor, json!({ "objectives": objectives, "positions": positions })), "neutral")
}

#[test]
fn neutrality_comes_from_the_reading_and_the_positions() {
    assert_eq!(neutral(None, &[]), UNKNOWN);
    assert_eq!(neutral(Some(4), &[]), MET);
    assert_eq!(neutral(Some(2), &[]), UNKNOWN);
    assert_eq!(neutral(Some(1), &[1]), NOT_MET);
    assert_eq!(neutral(None, &[1, 2]), MET);
    assert_eq!(neutral(None, &[3]), NOT_MET);
    assert_eq!(neutral(None, &[-3]), NOT_MET);
    assert_eq!(neutral(None, &[1, -1]), NOT_MET);
    assert_eq!(neutral(Some(3), &[1, 2]), MET);
    // The reading and the positions disagree: a person settles it.
    assert_eq!(neutral(Some(4), &[4]), UNKNOWN);
}

#[test]
fn a_contact_decides_only_without_validation() {
    let seen =
        |contacts: Value| status(with("operator", json!({ "contacts": contacts }), json!({})), "decides");
    assert_eq!(seen(json!([])), UNKNOWN);
    assert_eq!(seen(json!([{ "id": "c" }])), UNKNOWN);
    assert_eq!(seen(json!([{ "id": "c", "canDecide": true }])), MET);
    assert_eq!(seen(json!([{ "id": "c", "canDecide": true, "validationSteps": 1 }])), NOT_MET);
    assert_eq!(seen(json!([{ "id": "c", "canDecide": false }])), NOT_MET);
    assert_eq!(
        seen(
            json!([{ "id": "c", "canDecide": false }, { "id": "d", "canDecide": true, "validationSteps": 0 }])
        ),
        MET
    );
}

#[test]
fn the_territory_of_the_function_must_be_covered() {
    let rest = json!({
        "scope": { "function": "f" },
        "territories": [{ "id": "t", "name": "T" }, { "id": "x", "name": "X", "parent": "t" }, { "id": "u", "name": "U" }],
        "functions": [{ "id": "f", "title": "F", "territories": ["t"] }, { "id": "g", "title": "G", "territories": ["t", "u"] }],
    });
    let seen = |own: Value| {
        proposal(with("operator", json!({ "territories": own }), rest.clone()), "territory").unwrap()
    };
    assert_eq!(seen(json!(["t"])), (ConditionStatus::Met, "T\u{a0}: couvert".to_owned()));
    assert_eq!(seen(json!(["x"])), (ConditionStatus::Met, "T\u{a0}: couvert en partie".to_owned()));
    assert_eq!(seen(json!(["u"])).0, ConditionStatus::NotMet);
    assert_eq!(seen(json!([])).0, ConditionStatus::Unknown);
    let mut two = rest;
    two["scope"] = json!({ "function": "g" });
    assert_eq!(
        proposal(with("operator", json!({ "territories": ["t"] }), two), "territory").unwrap(),
        (ConditionStatus::NotMet, "U\u{a0}: hors de son territoire de compétence".to_owned())
    );
}

#[test]
fn a_lead_links_several_families_and_can_be_reached() {
    let rest = |ties: Value| json!({ "actors": [{ "id": "b", "name": "B", "kind": "business" }, { "id": "c", "name": "C", "kind": "expert" }], "ties": ties });
    let tie = |to: &str, level: &str| json!({ "from": "a", "to": to, "level": level });
    let seen = |ties: Value| status(with("lead", json!({}), rest(ties)), "connector");
    assert_eq!(seen(json!([])), UNKNOWN);
    assert_eq!(seen(json!([tie("b", "networking")])), NOT_MET);
    assert_eq!(seen(json!([tie("b", "networking"), tie("c", "cooperating")])), MET);
    assert_eq!(seen(json!([tie("b", "networking"), tie("c", "conflict")])), NOT_MET);
    let reach =
        |contacts: Value| status(with("lead", json!({ "contacts": contacts }), json!({})), "reachable");
    assert_eq!(reach(json!([])), UNKNOWN);
    assert_eq!(reach(json!([{ "id": "k", "name": "K" }])), NOT_MET);
    assert_eq!(reach(json!([{ "id": "k", "phone": "01 99 00 00 00" }])), MET);
}

#[test]
fn a_commitment_is_known_with_amount_status_and_period() {
    let funds = |status: Value, money: Value| json!({ "contributions": [{ "id": "k", "kind": "financial", "money": money, "status": status }] });
    let money = json!({ "amount": "12000.00", "currency": "EUR" });
    let dated = || json!({ "starts": "2027-01-01", "ends": "2027-12-31" });
    let seen = |actor: Value, rest: Value| status(with("funder", actor, rest), "commitmentKnown");
    assert_eq!(seen(funds(json!("agreed"), money.clone()), dated()), MET);
    assert_eq!(seen(funds(json!("delivered"), money.clone()), dated()), MET);
    assert_eq!(seen(funds(json!("agreed"), money.clone()), json!({})), UNKNOWN);
    assert_eq!(seen(funds(json!("offered"), money), dated()), NOT_MET);
    assert_eq!(seen(funds(json!("agreed"), Value::Null), dated()), NOT_MET);
    assert_eq!(seen(json!({}), dated()), UNKNOWN);
}

#[test]
fn only_what_a_person_decided_is_counted() {
    let lists = json!({
        "actors": [{ "id": "a", "name": "A", "readings": [{ "criterion": "availability", "value": 4 }] }],
        "roles": [{ "id": "r", "actor": "a", "role": "operator", "conditions": [
            { "code": "available", "status": "notMet" }, { "code": "skilled", "status": "met" }, { "code": "other", "status": "met" }] }],
    });
    let state = &states(&dossier(lists), today())[0];
    assert_eq!((state.decided.met, state.decided.not_met, state.decided.unknown), (1, 1, 2));
    assert_eq!(state.conditions[0].proposed(), ConditionStatus::Met);
}

#[test]
fn candidates_are_those_who_can_hold_the_function() {
    let lists = json!({
        "functions": [{ "id": "f", "title": "F" }],
        "actors": [
            { "id": "a", "name": "A", "capabilities": ["f"], "readings": [{ "criterion": "availability", "value": 1 }] },
            { "id": "b", "name": "B" },
            { "id": "c", "name": "C", "capabilities": ["f"], "readings": [{ "criterion": "availability", "value": 3 }] }
        ],
        "roles": [{ "id": "r", "actor": "c", "role": "partner", "scope": { "function": "f" } }],
    });
    let dossier = dossier(lists);
    let scope = Scope { function: Some(Id::from("f")), ..Scope::default() };
    let found = candidates(&dossier, RoleKind::Operator, Some(&scope), today());
    let seen: Vec<_> = found
        .iter()
        .map(|candidate| (candidate.actor.as_str(), candidate.proposed.not_met, candidate.holds))
        .collect();
    assert_eq!(seen, [("c", 0, false), ("a", 1, false)]);
    assert_eq!(candidates(&dossier, RoleKind::Lead, None, today()).len(), 3);
    let open = vacancies(&dossier, today());
    assert_eq!(
        open.iter().map(|vacancy| (vacancy.kind, vacancy.candidates)).collect::<Vec<_>>(),
        [(RoleKind::Lead, 3), (RoleKind::Operator, 2)]
    );
}

#[test]
fn roles_that_have_ended_are_kept_and_count_for_nothing() {
    let lists = |ends: Value| {
        json!({
            "functions": [{ "id": "f", "title": "F" }],
            "actors": [{ "id": "a", "name": "A", "capabilities": ["f"] }, { "id": "b", "name": "B", "capabilities": ["f"] }],
            "roles": [
                { "id": "r", "actor": "a", "role": "operator", "scope": { "function": "f" }, "startsOn": "2026-01-01", "endsOn": ends },
                { "id": "s", "actor": "a", "role": "operator", "scope": { "function": "f" }, "endsOn": "2025-12-31" },
                { "id": "t", "actor": "b", "role": "lead", "startsOn": "2027-01-01" }],
        })
    };
    // The last day still counts.
    let held = dossier(lists(json!("2026-11-22")));
    let times = |held: &_| states(held, today()).iter().map(|state| state.time).collect::<Vec<_>>();
    assert_eq!(times(&held), [Time::InForce, Time::Ended, Time::ToCome]);
    assert_eq!(vacancies(&held, today()), []);
    let scope = Scope { function: Some(Id::from("f")), ..Scope::default() };
    let seen = |dossier: &_| {
        let found = candidates(dossier, RoleKind::Operator, Some(&scope), today());
        found.iter().map(|one| (one.actor.to_string(), one.holds, one.held_until)).collect::<Vec<_>>()
    };
    let (a, b) = (|| "a".to_owned(), || "b".to_owned());
    assert_eq!(seen(&held), [(a(), true, Date::parse("2025-12-31")), (b(), false, None)]);
    let over = dossier(lists(json!("2026-11-21")));
    assert_eq!(times(&over), [Time::Ended, Time::Ended, Time::ToCome]);
    // Nobody operates the function any more; who did is a candidate again, with the last day it was.
    assert_eq!(vacancies(&over, today()).len(), 1);
    assert_eq!(seen(&over), [(a(), false, Date::parse("2026-11-21")), (b(), false, None)]);
    let told = |dossier: &_| -> Vec<String> {
        let result = analyzed(dossier);
        result["roles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|role| role["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(told(&held), ["r", "t"]);
    assert_eq!(told(&over), ["t"]);
    // The file keeps them.
    assert_eq!(over.roles.len(), 3);
}

#[test]
fn a_lead_for_every_objective_leaves_no_vacancy() {
    let lists = |objectives: &[&str]| {
        let roles = objectives.iter().map(|id| json!({ "id": format!("r{id}"), "actor": "a", "role": "lead", "scope": { "objective": id } }));
        json!({ "objectives": [{ "id": "o", "title": "O" }, { "id": "p", "title": "P" }], "actors": [{ "id": "a", "name": "A" }],
            "roles": roles.collect::<Vec<_>>() })
    };
    assert_eq!(vacancies(&dossier(lists(&["o"])), today()).len(), 1);
    assert_eq!(vacancies(&dossier(lists(&["o", "p"])), today()).len(), 0);
}
