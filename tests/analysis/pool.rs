//! Pools of partners: four groups, each actor in exactly one.

use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::pool::{Member, Pool, pools};
use tour_de_table::model::Dossier;

use super::{dossier, today};

fn actor(id: &str, mobilisation: Option<i8>, stance: Option<i8>) -> Value {
    let reading =
        |criterion: &str, value: i8| json!({ "criterion": criterion, "value": value, "on": "2026-01-01" });
    let readings = mobilisation
        .map(|value| reading("mobilisation", value))
        .into_iter()
        .chain(stance.map(|value| reading("stance", value)));
    json!({ "id": id, "name": id, "readings": readings.collect::<Vec<_>>() })
}

fn position(actor: &str, objective: &str, value: i8) -> Value {
    json!({ "actor": actor, "objective": objective, "value": value })
}

fn of(dossier: &Dossier) -> Vec<Pool> {
    pools(&Index::of(dossier, today()))
}

fn places(group: &[Member]) -> Vec<usize> {
    group.iter().map(|member| member.actor).collect()
}

#[test]
fn the_groups_go_by_position_and_by_mobilisation_from_two_on() {
    // 0 for and consulted, 1 for and informed, 2 for and not assessed, 3 indifferent, 4 not said, 5 reserved,
    // 6 opposed though driving.
    let dossier = dossier(json!({
        "objectives": [{ "id": "o", "title": "O" }],
        "actors": [actor("a", Some(2), None), actor("b", Some(1), None), actor("c", None, None), actor("d", Some(4), None),
            actor("e", Some(4), None), actor("f", Some(0), None), actor("g", Some(4), None)],
        "positions": [position("a", "o", 1), position("b", "o", 4), position("c", "o", 4), position("d", "o", 0),
            position("f", "o", -1), position("g", "o", -4)],
    }));
    let pool = &of(&dossier)[0];
    assert_eq!(places(&pool.ready), [0]);
    // Same position: the one whose mobilisation is known comes first.
    assert_eq!(places(&pool.idle), [1, 2]);
    // Indifferent before not said.
    assert_eq!(places(&pool.open), [3, 4]);
    assert_eq!(places(&pool.against), [5, 6]);
    assert_eq!((pool.open[0].value, pool.open[1].value), (Some(0), None));
    assert!(!pool.is_uncarried());
    assert_eq!(pool.nearest(), None, "somebody is there");
}

#[test]
fn everyone_is_in_exactly_one_group_of_each_objective() {
    // Every position and every mobilisation, said or not: (9 + 1) × (5 + 1) actors.
    let values: Vec<Option<i8>> = (-4..=4).map(Some).chain([None]).collect();
    let levels: Vec<Option<i8>> = (0..=4).map(Some).chain([None]).collect();
    let (mut actors, mut positions) = (Vec::new(), Vec::new());
    for (row, value) in values.iter().enumerate() {
        for (column, level) in levels.iter().enumerate() {
            let id = format!("a{row}-{column}");
            actors.push(actor(&id, *level, None));
            positions.extend(value.map(|value| position(&id, "o", value)));
        }
    }
    let dossier = dossier(
        json!({ "objectives": [{ "id": "o", "title": "O" }], "actors": actors, "positions": positions }),
    );
    let pool = &of(&dossier)[0];
    let mut all: Vec<usize> = pool.groups().iter().flat_map(|group| places(group)).collect();
    all.sort_unstable();
    assert_eq!(all, (0..60).collect::<Vec<_>>());
    // 4 values above 0: with 3 levels from 2 on, and 3 others; 0 and not said; 4 values below 0.
    assert_eq!(pool.groups().map(<[Member]>::len), [12, 12, 12, 24]);
}

#[test]
fn the_nearest_is_the_most_mobilised_then_the_most_favourable() {
    let lists = |mobilisation: [i8; 3], values: [i8; 3]| {
        let ids = ["a", "b", "c"];
        dossier(json!({
            "objectives": [{ "id": "o", "title": "O" }],
            "actors": ([0, 1, 2].map(|n| actor(ids[n], (mobilisation[n] >= 0).then_some(mobilisation[n]), None))),
            "positions": ([0, 1, 2].map(|n| position(ids[n], "o", values[n]))),
        }))
    };
    let nearest =
        |mobilisation, values| of(&lists(mobilisation, values))[0].nearest().map(|member| member.actor);
    assert_eq!(nearest([0, 1, 0], [4, 2, 3]), Some(1));
    assert_eq!(nearest([1, 0, 1], [2, 4, 3]), Some(2));
    assert_eq!(nearest([1, 1, 1], [3, 3, 3]), Some(0), "then the order of the dossier");
    // Not assessed (−1 here) is further than absent.
    assert_eq!(nearest([-1, 0, -1], [4, 1, 4]), Some(1));
    assert_eq!(nearest([0, 0, 0], [0, 0, -1]), None);
    assert!(of(&lists([4, 4, 4], [0, 0, -1]))[0].is_uncarried());
}

#[test]
fn a_favourable_stance_counts_for_those_with_a_role_and_no_position() {
    // a holds a role on the objective, b on a function of it, c has no role; d said 0 in so many words.
    let role = |id: &str, actor: &str, scope: Value| json!({ "id": id, "actor": actor, "role": "partner", "scope": scope });
    let dossier = dossier(json!({
        "objectives": [{ "id": "o", "title": "O" }, { "id": "p", "title": "P" }],
        "functions": [{ "id": "f", "title": "F", "objectives": ["o"] }],
        "actors": (["a", "b", "c", "d"].map(|id| actor(id, Some(3), Some(1)))),
        "roles": [role("1", "a", json!({ "objective": "o" })), role("2", "b", json!({ "function": "f" })),
            role("3", "d", json!({ "objective": "o" }))],
        "positions": [position("d", "o", 0)],
    }));
    let pools = of(&dossier);
    assert_eq!(places(&pools[0].ready), [0, 1]);
    assert_eq!(places(&pools[0].open), [3, 2]);
    assert_eq!(places(&pools[1].open), [0, 1, 2, 3]);
}
