use serde_json::{Value, json};
use tour_de_table::analysis::without::{Without, without};
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
    for key in
        ["bodies", "agreements", "actions", "meetings", "reviews", "otherProjects", "setAside", "snapshots"]
    {
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
