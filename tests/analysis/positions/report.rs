//! `positions` as `analyze` gives it to other tools: its shape, and a reason for each `null`.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tour_de_table::exchange::headless;
use tour_de_table::vocabulary::examples;

use super::{Dice, file};
use crate::{analyzed, dossier, explained};

#[test]
fn the_shape_is_the_one_agreed() {
    // The case worked by hand in the parent module.
    let result = analyzed(&dossier(json!({
        "actors": [{ "id": "a" }, { "id": "b" }, { "id": "c" }],
        "objectives": [{ "id": "o" }, { "id": "p" }],
        "influences": [
            { "from": "a", "to": "b", "value": 2 },
            { "from": "b", "to": "c", "value": 3 },
            { "from": "c", "to": "a", "value": 1 }
        ],
        "positions": [
            { "actor": "a", "objective": "o", "value": 3 },
            { "actor": "a", "objective": "p", "value": -2 },
            { "actor": "b", "objective": "o", "value": 1 },
            { "actor": "b", "objective": "p", "value": 4 },
            { "actor": "c", "objective": "o", "value": -1 }
        ],
    })));
    assert!(explained(&result).iter().all(|pointer| !pointer.starts_with("/positions")));
    let positions = &result["positions"];
    let exact = json!({
        "actors": ["a", "b", "c"],
        "objectives": ["o", "p"],
        "midi": [[0, 2, 2], [1, 0, 3], [1, 1, 0]],
        "influence": [4, 4, 2],
        "dependence": [2, 3, 5],
        "plane": ["dominant", "dominant", "dominated"],
        "valued": {
            "convergence": [[0, 2, 0], [2, 0, 0], [0, 0, 0]],
            "divergence": [[0, 3, 2], [3, 0, 1], [2, 1, 0]],
            "degree": 25,
        },
        "simple": { "convergence": [[0, 1, 0], [1, 0, 0], [0, 0, 0]], "divergence": [[0, 1, 1], [1, 0, 1], [1, 1, 0]], "degree": 25 },
        "notSaid": { "influences": 3, "positions": 1 },
    });
    for (key, expected) in exact.as_object().unwrap() {
        match expected.as_object() {
            None => assert_eq!(positions[key], *expected, "{key}"),
            Some(parts) => {
                parts
                    .iter()
                    .for_each(|(part, expected)| assert_eq!(positions[key][part], *expected, "{key} {part}"));
            }
        }
    }
    let near = |pointer: &str, expected: f64| {
        let found = positions.pointer(pointer).and_then(Value::as_f64).unwrap();
        assert!((found - expected).abs() < 1e-12, "{pointer}: {found} for {expected}");
    };
    near("/power/0", 42.0 / 29.0);
    near("/weighted/divergence/0/1", 114.0 / 29.0);
    near("/weighted/degree", 8100.0 / 285.0);
    near("/weighted/ambivalence/0", 108.0 / 175.0);
    near("/mobilisation/2", 9.0 / 29.0);
    assert_eq!(positions["objectiveBalance"][1]["objective"], "p");
    near("/objectiveBalance/1/for", 144.0 / 29.0);
    near("/objectiveBalance/1/against", -84.0 / 29.0);
    let robustness = positions["robustness"].as_array().unwrap();
    assert_eq!(robustness.iter().map(|one| &one["actor"]).collect::<Vec<_>>(), ["a", "b", "c"]);
    // b overtakes a when its influence on c rises to 4. MIDI: [0 2 2] [1 0 4] [1 1 0]; I 4 5 2, D 2 3 6:
    // a 4·4/6 = 2.67, b 5·5/8 = 3.125.
    let flip = |cell: &str, by: i32, to: usize| json!({ "cell": cell, "by": by, "to": to });
    let has = |actor: usize, flip: &Value| robustness[actor]["flips"].as_array().unwrap().contains(flip);
    assert!(has(0, &flip("/influences/1", 1, 2)));
    assert!(has(1, &flip("/influences/1", 1, 1)));
    // Three influences that nobody spoke of could be 1. That of b on a, MIDI: [1 2 2] [2 1 3] [1 1 0]; I 4 5 2, D 3 3 5:
    // a 3·4/7 = 1.71, b 4·5/8 = 2.5, c 2·2/7 = 0.57; a and b change places. That of a on c, MIDI: [1 2 3] [1 0 3] [1 1 1];
    // I 5 4 2, D 2 3 6: a 4·5/7, b 4·4/7, c 1·2/8; that of c on b, MIDI: [0 2 2] [1 1 3] [1 2 1]; I 4 4 3, D 2 4 5:
    // a 4·4/6, b 3·4/8, c 2·3/8: the order stays.
    assert_eq!(robustness.iter().map(|one| &one["flipsNotSaid"]).collect::<Vec<_>>(), [1, 1, 0]);
    let cells = robustness.iter().flat_map(|one| one["flips"].as_array().unwrap());
    assert!(cells.map(|flip| flip["cell"].as_str().unwrap()).all(|cell| !cell.ends_with('-')));
    assert_eq!(robustness[0]["rank"], json!([1, 2]));
}

#[test]
fn every_null_has_its_reason() {
    // Nobody has influence: the matrices weighed by power are null as a whole.
    let void = explained(&analyzed(&dossier(json!({
        "actors": [{ "id": "a" }, { "id": "b" }],
        "objectives": [{ "id": "o" }],
        "positions": [{ "actor": "a", "objective": "o", "value": 3 }, { "actor": "b", "objective": "o", "value": -1 }],
    }))));
    for pointer in [
        "/positions/power/1",
        "/positions/plane/0",
        "/positions/mobilisation/0",
        "/positions/weighted/convergence",
        "/positions/weighted/divergence",
        "/positions/weighted/degree",
        "/positions/weighted/ambivalence/1",
        "/positions/objectiveBalance/0/for",
        "/positions/objectiveBalance/0/against",
        "/positions/robustness/0/rank",
    ] {
        assert!(void.iter().any(|null| null == pointer), "{pointer}");
    }
    // One influence: lowering it leaves nobody with a power, and the move says so.
    let single = analyzed(&dossier(json!({
        "actors": [{ "id": "a" }, { "id": "b" }, { "id": "c" }],
        "influences": [{ "from": "a", "to": "b", "value": 1 }],
    })));
    let found = explained(&single);
    assert!(
        found.iter().any(|null| null.starts_with("/positions/robustness/0/flips/") && null.ends_with("/to"))
    );
    // Nothing bears on c: its row is null as a whole.
    assert!(found.contains("/positions/weighted/convergence/0/2"));
    assert!(found.contains("/positions/weighted/convergence/2"));
    // One actor, none, and more than can be compared.
    assert_eq!(
        analyzed(&dossier(json!({ "actors": [{ "id": "a" }] })))["positions"]["simple"]["convergence"],
        json!([[0]])
    );
    let many: Vec<Value> = (0..1_001).map(|rank| json!({ "id": format!("a{rank}") })).collect();
    for actors in [vec![], vec![json!({ "id": "a" })], many] {
        let count = actors.len();
        let result = analyzed(&dossier(json!({ "actors": actors })));
        let found = explained(&result);
        assert_eq!(found.contains("/positions"), count > 1_000);
    }
    let mut dice = Dice(0x0ddb_a115_0000_0001);
    for round in 0..20 {
        let (n, m) = (1 + dice.roll(6) as usize, 1 + dice.roll(3) as usize);
        let case = dice.case(n, m, 1 + round % 5);
        explained(&analyzed(&file(&case)));
    }
}

#[test]
fn every_example_is_explained() {
    for example in examples() {
        let text = headless::analyze(example.text.as_bytes(), "2026-11-22", None).unwrap();
        let result: Value = serde_json::from_str(&text).unwrap();
        explained(&result);
        let count = result["positions"]["actors"].as_array().unwrap().len();
        assert_eq!(result["positions"]["robustness"].as_array().unwrap().len(), count, "{}", example.code);
    }
    // More actors than can be moved one by one: the figures stand, robustness says why it does not.
    let many: Vec<Value> = (0..161).map(|rank| json!({ "id": format!("a{rank}") })).collect();
    let ring: Vec<Value> = (0..161)
        .map(|rank| json!({ "from": format!("a{rank}"), "to": format!("a{}", (rank + 1) % 161), "value": 1 }))
        .collect();
    let result = analyzed(&dossier(json!({ "actors": many, "influences": ring })));
    assert!(explained(&result).contains("/positions/robustness"));
    assert_eq!(result["positions"]["power"][160], 1);
}

/// A measure, to be run with `--release`.
#[test]
#[ignore = "a measure, meaningless without --release"]
fn a_whole_analysis_of_sixty_actors_and_twenty_objectives_takes_under_100_ms() {
    for sparse in [1, 8, 40] {
        let file = tour_de_table::exchange::write(&file(&Dice(0x5eed_0000_0000_0001).case(60, 20, sparse)));
        let mut best = Duration::MAX;
        let mut size = 0;
        for _ in 0..9 {
            let start = Instant::now();
            size = headless::analyze(&file, "2026-11-22", None).unwrap().len();
            best = best.min(start.elapsed());
        }
        println!("1 cell in {sparse}: {best:?}, {size} bytes");
        assert!(best.as_millis() < 100);
    }
}
