//! The matrix of positions: totals, orders, sides, and disagreements between those who give values.

use std::cmp::Ordering;
use std::rc::Rc;

use serde_json::{Value, json};
use tour_de_table::analysis::coherence::{Grid, Sort, evaluators, order};
use tour_de_table::analysis::disputes;
use tour_de_table::analysis::readings::Positions;
use tour_de_table::edit::Command;
use tour_de_table::model::{Bounded, Dossier, Id};

use super::{dossier, today};

fn said(actor: &str, objective: &str, value: i8, by: &str, on: &str) -> Value {
    json!({ "actor": actor, "objective": objective, "value": value, "by": by, "on": on })
}

/// Three actors, three objectives.
///
/// |   | o1 | o2 | o3 | for | against |
/// |---|----|----|----|-----|---------|
/// | a | +4 | −1 |  ? |   4 |      −1 |
/// | b | +1 | +1 | +1 |   3 |       0 |
/// | c | −2 |  0 | +4 |   4 |      −2 |
fn three() -> Dossier {
    let rows = [("a", [Some(4), Some(-1), None]), ("b", [Some(1); 3]), ("c", [Some(-2), Some(0), Some(4)])];
    let positions: Vec<Value> = rows
        .iter()
        .flat_map(|(actor, values)| {
            let cells = values.iter().zip(["o1", "o2", "o3"]);
            cells.filter_map(|(value, objective)| Some(said(actor, objective, (*value)?, "", "2026-01-01")))
        })
        .collect();
    dossier(json!({
        "objectives": (["o1", "o2", "o3"].map(|id| json!({ "id": id, "title": id }))),
        "actors": [{ "id": "a", "name": "A", "kind": "business" }, { "id": "b", "name": "B" },
            { "id": "c", "name": "C", "kind": "publicAuthority" }],
        "positions": positions,
    }))
}

#[test]
fn totals_keep_for_and_against_apart() {
    let grid = Grid::of(&three(), "");
    let rows: Vec<(i32, i32)> = grid.rows.iter().map(|row| (row.plus, row.minus)).collect();
    assert_eq!(rows, [(4, -1), (3, 0), (4, -2)]);
    assert_eq!(grid.columns, [(5, -2), (1, -1), (5, 0)]);
    assert_eq!((grid.value(0, 2), grid.value(2, 1)), (None, Some(0)));
    assert_eq!(grid.rows[2].groups(), [vec![2], vec![], vec![1], vec![0]]);
    assert_eq!(grid.rows[0].groups(), [vec![0], vec![], vec![2], vec![1]]);
}

#[test]
fn rows_are_sorted_by_agreement_coverage_and_family() {
    let dossier = three();
    let grid = Grid::of(&dossier, "");
    // Net: a 3, b 3, c 2. Objectives carried: a 1, b 3, c 1.
    assert_eq!(order(&dossier, &grid, Sort::Agreement), [0, 1, 2]);
    assert_eq!(order(&dossier, &grid, Sort::Coverage), [1, 0, 2]);
    assert_eq!(order(&dossier, &grid, Sort::Kind), [2, 0, 1]);
    assert_eq!(order(&dossier, &grid, Sort::Dossier), [0, 1, 2]);
}

#[test]
fn sides_are_read_objective_by_objective() {
    let grid = Grid::of(&three(), "");
    // On o1, a and b are for it, c is against it.
    assert_eq!(grid.facing(2, 0), [(0, 4), (1, 1)]);
    assert_eq!(grid.facing(0, 0), [(2, -2)]);
    assert_eq!(grid.facing(0, 2), [], "nobody faces a position not said");
    assert_eq!(grid.facing(2, 1), [], "nor an indifferent one");
    let of_a = grid.partners(0);
    let lines: Vec<_> = of_a.iter().map(|one| (one.actor, one.same.clone(), one.opposite.clone())).collect();
    assert_eq!(lines, [(1, vec![0], vec![1]), (2, vec![], vec![0])]);
    assert_eq!(
        of_a.iter().map(tour_de_table::analysis::coherence::Partner::leaning).collect::<Vec<_>>(),
        [Ordering::Equal, Ordering::Less]
    );
}

#[test]
fn a_typed_figure_reads_one_row_again_and_gives_the_same_matrix() {
    let mut now = three();
    let mut grid = Grid::of(&now, "");
    let id = |text: &str| Id::from(text.to_owned());
    // Change, unset, set anew at the end, and set a cell never said.
    for (actor, objective, value) in [
        ("c", "o1", Some(3)),
        ("c", "o1", None),
        ("c", "o1", Some(-4)),
        ("a", "o3", Some(2)),
        ("b", "o2", None),
    ] {
        let command = Command::Position {
            actor: id(actor),
            objective: id(objective),
            value: value.and_then(Bounded::new),
            on: today(),
            by: String::new(),
            note: String::new(),
        };
        let next = command.run(&now).unwrap();
        let after = grid.after(&now, &next, "");
        assert_eq!(after, Grid::of(&next, ""));
        for (row, held) in after
            .rows
            .iter()
            .zip(&grid.rows)
            .enumerate()
            .filter(|(place, _)| ["a", "b", "c"][*place] != actor)
            .map(|(_, pair)| pair)
        {
            assert!(Rc::ptr_eq(row, held));
        }
        (now, grid) = (next, after);
    }
    assert_eq!(grid.columns[0], (5, -4));
    // An actor goes: everything is read again.
    let next =
        Command::Remove { kind: tour_de_table::edit::Kind::Actor, ids: vec![id("a")] }.run(&now).unwrap();
    assert_eq!(grid.after(&now, &next, ""), Grid::of(&next, ""));
}

fn disagreeing() -> Dossier {
    dossier(json!({
        "objectives": (["o1", "o2"].map(|id| json!({ "id": id, "title": id }))),
        "actors": (["a", "b"].map(|id| json!({ "id": id, "name": id }))),
        "positions": [
            said("a", "o1", 4, "Ana", "2026-01-01"), said("a", "o1", 1, "Bob", "2026-01-01"),
            said("a", "o2", 2, "Ana", "2026-02-01"), said("a", "o2", -1, "Bob", "2026-01-01"),
            // Ana changed her mind: her latest is 2, as Bob's.
            said("b", "o1", -4, "Ana", "2026-01-01"), said("b", "o1", 2, "Ana", "2026-03-01"), said("b", "o1", 2, "Bob", "2026-01-01"),
            said("b", "o2", 3, "", "2026-01-01"), said("b", "o2", 0, "Bob", "2026-01-01"), said("b", "o2", 4, "Cy", "2026-01-01"),
        ],
    }))
}

#[test]
fn each_voice_is_the_latest_of_a_person_and_a_matrix_can_be_theirs() {
    let dossier = disagreeing();
    let id = |text: &str| Id::from(text.to_owned());
    let of = |actor, objective| -> Vec<(String, i8)> {
        disputes::on_position(&dossier, &id(actor), &id(objective))
            .into_iter()
            .map(|voice| (voice.by, voice.value))
            .collect()
    };
    assert_eq!(of("b", "o1"), [("Ana".to_owned(), 2), ("Bob".to_owned(), 2)]);
    assert_eq!(of("b", "o2"), [(String::new(), 3), ("Bob".to_owned(), 0), ("Cy".to_owned(), 4)]);
    let ana = Grid::of(&dossier, "Ana");
    assert_eq!(
        ana.rows.iter().map(|row| row.values.clone()).collect::<Vec<_>>(),
        [[Some(4), Some(2)], [Some(2), None]]
    );
    for by in ["", "Ana", "Bob", "Cy"] {
        let grid = Grid::of(&dossier, by);
        for (actor, row) in dossier.actors.iter().zip(&grid.rows) {
            assert_eq!(Positions::of_actor(&dossier, &actor.id, by), row.values, "{by}");
        }
    }
    assert_eq!(evaluators(&dossier), ["Ana", "Bob", "Cy"]);
    // Together: the lower median of 1 and 4 is 1, of −1 and 2 is −1; the agreed 3 prevails.
    let together = Grid::of(&dossier, "");
    assert_eq!(
        together.rows.iter().map(|row| row.values.clone()).collect::<Vec<_>>(),
        [[Some(1), Some(-1)], [Some(2), Some(3)]]
    );
}
