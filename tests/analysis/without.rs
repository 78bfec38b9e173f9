use serde_json::{Value, json};
use tour_de_table::analysis::votes::{Ratio, Refusal, Unsettled};
use tour_de_table::analysis::without::{VoteFigures, Without, without};
use tour_de_table::analysis::{Index, coverage};
use tour_de_table::model::{Amount, Dossier, Id};
use tour_de_table::vocabulary::examples;

use crate::{dossier, today};

fn of(dossier: &Dossier, actor: &str) -> Option<Without> {
    let index = Index::of(dossier, today());
    without(&index, &coverage::of(&index), &Id::from(actor))
}

/// b links a to c and d; only b covers g, b and c cover f.
fn hinge() -> Value {
    let money = |id: &str, amount: &str, status: &str| json!({ "id": id, "kind": "financial", "money": { "amount": amount, "currency": "EUR" }, "status": status });
    json!({
        "functions": [{ "id": "f", "title": "F" }, { "id": "g", "title": "G" }],
        "actors": [
            { "id": "a", "name": "A", "contributions": [money("k1", "1000.10", "agreed")] },
            { "id": "b", "name": "B", "capabilities": ["f", "g"],
              "contributions": [money("k2", "0.20", "agreed"), money("k3", "5000", "offered"), { "id": "k4", "kind": "financial" },
                { "id": "k5", "money": { "amount": "10.00", "currency": "CAD" } }] },
            { "id": "c", "name": "C", "capabilities": ["f"] },
            { "id": "d", "name": "D" }
        ],
        "ties": [{ "from": "a", "to": "b", "level": "networking" }, { "from": "b", "to": "c", "level": "networking" }, { "from": "c", "to": "d", "level": "networking" }],
    })
}

#[test]
fn what_leaves_with_an_actor_is_told_side_by_side() {
    let held = dossier(hinge());
    let seen = of(&held, "b").unwrap();
    assert_eq!((seen.lost, seen.weakened), (vec![1], vec![0]));
    let groups: Vec<Vec<&str>> =
        seen.cut_apart.iter().map(|group| group.iter().map(Id::as_str).collect()).collect();
    assert_eq!(groups, [vec!["a"], vec!["c", "d"]]);
    let (with, left) = (&seen.with, &seen.without);
    assert_eq!((with.coverage.covered, with.coverage.once, with.coverage.held), (2, 1, 2));
    assert_eq!((left.coverage.covered, left.coverage.once, left.coverage.held), (1, 1, 1));
    // Three ties among four: 3 / 6. One among three: 1 / 3.
    assert_eq!((with.connectivity.density, left.connectivity.density), (Some(0.5), Some(1.0 / 3.0)));
    assert_eq!((with.connectivity.components, left.connectivity.components), (1, 2));
    assert_eq!((with.connectivity.isolated, left.connectivity.isolated), (0, 1));
    assert_eq!((with.connectivity.largest, left.connectivity.largest), (4, 2));
    let line = |of: &tour_de_table::analysis::without::Figures, currency: &str| {
        let line = of.funding.lines.iter().find(|line| line.currency == currency)?.clone();
        let text = |amount: Option<Amount>| amount.unwrap().as_str().to_owned();
        Some([text(line.offered), text(line.agreed), text(line.delivered), text(line.unsaid)])
    };
    let texts = |list: [&str; 4]| Some(list.map(str::to_owned));
    assert_eq!(line(with, "EUR"), texts(["5000.00", "1000.30", "0.00", "0.00"]));
    assert_eq!(line(left, "EUR"), texts(["0.00", "1000.10", "0.00", "0.00"]));
    assert_eq!(line(with, "CAD"), texts(["0.00", "0.00", "0.00", "10.00"]));
    assert_eq!(line(left, "CAD"), None);
    assert_eq!((with.funding.unsaid, left.funding.unsaid), (1, 0));
    // An end of the chain holds nobody together.
    assert!(of(&held, "a").unwrap().cut_apart.is_empty());
    assert_eq!(of(&held, "nobody"), None);
}

/// a 2 votes, b 2, c 1; b is absent.
#[test]
fn votes_are_counted_again_without_the_seats_that_leave() {
    let level = |value: i8| json!([{ "criterion": "mobilisation", "value": value, "on": "2026-01-01" }]);
    let held = |rule: Value| {
        dossier(json!({
            "actors": [{ "id": "a", "readings": level(3) }, { "id": "b", "readings": level(0) }, { "id": "c", "readings": level(3) }],
            "bodies": [{ "id": "board", "rule": rule, "seats": [
                { "id": "p", "actor": "a", "votes": 2 }, { "id": "q", "actor": "b", "votes": 2 },
                { "id": "r", "actor": "c", "votes": 1 }, { "id": "s", "actor": "b", "expert": true }] }],
        }))
    };
    let votes = |dossier: &Dossier, actor: &str| {
        let Without { with, without, .. } = of(dossier, actor).unwrap();
        assert_eq!((with.votes.len(), &with.votes[0].0), (1, &Id::from("board")));
        (with.votes[0].1, without.votes[0].1)
    };
    let ratio = |n, d| Ratio::of(n, d).unwrap();
    let simple = held(json!({ "majority": "simple" }));
    // Any two of three win, and all: 4 of 8. Each turns 2 of the 6.
    let whole = VoteFigures {
        members: 3,
        total: 5,
        quota: 3,
        power_to_act: ratio(1, 2),
        vetoes: 0,
        inactive: Some(ratio(1, 3)),
    };
    // a alone, with or without c.
    let without_b = VoteFigures {
        members: 2,
        total: 3,
        quota: 2,
        power_to_act: ratio(1, 2),
        vetoes: 1,
        inactive: Some(ratio(0, 1)),
    };
    assert_eq!(votes(&simple, "b"), (Ok(whole), Ok(without_b)));
    // a and b together only.
    let without_c = VoteFigures {
        members: 2,
        total: 4,
        quota: 3,
        power_to_act: ratio(1, 4),
        vetoes: 2,
        inactive: Some(ratio(1, 2)),
    };
    assert_eq!(votes(&simple, "c").1, Ok(without_c));
    // c settles ties; once it is gone there is nobody to.
    let casting = held(json!({ "majority": "simple", "castingVote": "r" }));
    assert_eq!(votes(&casting, "c").1, Ok(without_c));
    // Four votes are not to be had among three.
    let fixed = held(json!({ "majority": "custom", "quota": 4 }));
    let (with, left) = votes(&fixed, "a");
    assert!(with.is_ok());
    assert_eq!(left, Err(Unsettled::Refused(Refusal::OutOfReach { quota: 4, total: 3 })));
}

#[test]
fn the_last_actor_leaves_nothing_undefined_behind() {
    let alone = of(&dossier(json!({ "actors": [{ "id": "a", "name": "A" }] })), "a").unwrap();
    assert_eq!((alone.with.connectivity.components, alone.without.connectivity.components), (1, 0));
    assert_eq!((alone.without.connectivity.actors, alone.without.connectivity.density), (0, None));
}

/// Takes an actor out of a file: its record, and whatever names it.
fn gone(file: &Value, actor: &str) -> Value {
    let names =
        |record: &Value| ["id", "actor", "from", "to"].iter().any(|key| record[*key].as_str() == Some(actor));
    let mut kept = file.clone();
    for key in ["actors", "positions", "influences", "ties", "roles", "responsibilities"] {
        kept[key].as_array_mut().unwrap().retain(|record| !names(record));
    }
    for body in kept["bodies"].as_array_mut().unwrap() {
        let seats = body["seats"].as_array_mut().unwrap();
        let left: Vec<Value> =
            seats.iter().filter(|seat| names(seat)).map(|seat| seat["id"].clone()).collect();
        seats.retain(|seat| !names(seat) && !left.contains(&seat["alternateOf"]));
        if body["rule"].is_object() && left.contains(&body["rule"]["castingVote"]) {
            body["rule"]["castingVote"] = Value::Null;
        }
    }
    for key in ["agreements", "actions", "meetings", "reviews", "otherProjects", "setAside", "snapshots"] {
        kept[key] = json!([]);
    }
    for need in kept["needs"].as_array_mut().unwrap() {
        need["liftedBy"] = json!([]);
    }
    kept["project"]["carrier"] = Value::Null;
    kept
}

#[test]
fn the_figures_without_an_actor_are_those_of_the_dossier_that_never_had_it() {
    for example in examples() {
        let file: Value = serde_json::from_str(example.text).unwrap();
        let whole = tour_de_table::exchange::read_value(file.clone()).unwrap().dossier;
        let places = (0..whole.actors.len()).step_by(1 + whole.actors.len() / 12);
        for place in places {
            let actor = whole.actors[place].id.clone();
            let seen = of(&whole, actor.as_str()).unwrap();
            let left = tour_de_table::exchange::read_value(gone(&file, actor.as_str()))
                .unwrap_or_else(|refusal| panic!("{:?}", refusal.problems))
                .dossier;
            // Whoever is left, the figures with everybody are those without the one that is gone.
            let other = left.actors[0].id.clone();
            assert_eq!(
                seen.without,
                of(&left, other.as_str()).unwrap().with,
                "{} without {actor}",
                example.code
            );
        }
    }
}
