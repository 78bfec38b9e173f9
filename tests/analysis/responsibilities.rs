use std::collections::BTreeSet;

use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::responsibilities::{self, Check, Letters, Responsibilities};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Dossier, Letter};

use crate::{dossier, today};

/// A dossier from a picture: a row for each function, a word for each actor, `-` for no letter.
fn matrix(rows: &[&str]) -> Value {
    let actors = rows.first().map_or(0, |row| row.split(' ').count());
    let lines: Vec<Value> = rows
        .iter()
        .enumerate()
        .flat_map(|(f, row)| row.split(' ').enumerate().map(move |(a, word)| (f, a, word)))
        .flat_map(|(f, a, word)| {
            let letters = word.chars().filter(|letter| *letter != '-');
            letters.map(move |letter| {
                json!({ "function": format!("f{f}"), "actor": format!("a{a}"), "letter": letter })
            })
        })
        .collect();
    json!({
        "functions": (0..rows.len()).map(|f| json!({ "id": format!("f{f}"), "title": format!("F{f}") })).collect::<Vec<_>>(),
        "actors": (0..actors).map(|a| json!({ "id": format!("a{a}"), "name": format!("A{a}") })).collect::<Vec<_>>(),
        "responsibilities": lines,
    })
}

fn read(lists: Value) -> (Dossier, Responsibilities) {
    let dossier = dossier(lists);
    let found = responsibilities::of(&Index::of(&dossier, today()));
    (dossier, found)
}

fn checks(lists: Value) -> Vec<Check> {
    let (dossier, found) = read(lists);
    responsibilities::checks(&Index::of(&dossier, today()), &found)
}

fn reasons(lists: Value) -> Vec<String> {
    let fr = Catalogue::new(Lang::Fr);
    checks(lists).iter().map(|check| fr.say(&check.reason).into_owned()).collect()
}

#[test]
fn letters_are_a_set() {
    let none = Letters::default();
    assert!(none.is_empty());
    let both = none.toggled(Letter::Accountable).toggled(Letter::Responsible);
    assert_eq!(both.iter().collect::<Vec<_>>(), [Letter::Responsible, Letter::Accountable]);
    assert!(both.has(Letter::Accountable) && !both.has(Letter::Consulted));
    assert_eq!(both.toggled(Letter::Responsible).iter().collect::<Vec<_>>(), [Letter::Accountable]);
}

#[test]
fn a_complete_matrix_has_nothing_to_settle() {
    let lists = matrix(&["A R C", "I AR -", "R C A"]);
    assert_eq!(reasons(lists.clone()), Vec::<String>::new());
    let (_, found) = read(lists);
    assert_eq!((found.settled(), found.is_empty()), (3, false));
    // By hand, line by line. A1 carries 3, twice the mean of 2 and 1: not more.
    let loads: Vec<_> = found
        .loads
        .iter()
        .map(|load| (load.accountable, load.responsible, load.consulted, load.informed))
        .collect();
    assert_eq!(loads, [(1, 1, 0, 1), (1, 2, 1, 0), (1, 0, 1, 0)]);
}

#[test]
fn each_function_has_exactly_one_accountable_and_a_responsible() {
    assert_eq!(
        reasons(matrix(&["A R", "A A", "R R", "C I", "- -"])),
        [
            "«\u{a0}F1\u{a0}»\u{a0}: 2 structures en répondent, A0 et A1. Chacune peut compter sur les autres.",
            "«\u{a0}F1\u{a0}»\u{a0}: aucune structure ne réalise.",
            "«\u{a0}F2\u{a0}»\u{a0}: aucune structure n’en répond.",
            "«\u{a0}F3\u{a0}»\u{a0}: aucune structure n’en répond.",
            "«\u{a0}F3\u{a0}»\u{a0}: aucune structure ne réalise.",
            "«\u{a0}F4\u{a0}»\u{a0}: personne n’a de lettre.",
        ]
    );
    let found = checks(matrix(&["A R", "A A"]));
    assert_eq!(found[0].function.as_ref().map(tour_de_table::model::Id::as_str), Some("f1"));
    assert_eq!(found[0].actors, [0, 1]);
}

#[test]
fn a_line_written_twice_is_one_and_several_letters_stand_together() {
    let mut lists = matrix(&["AR -"]);
    let twice = lists["responsibilities"][0].clone();
    lists["responsibilities"].as_array_mut().unwrap().push(twice);
    let (_, found) = read(lists);
    assert_eq!((found.loads[0].accountable, found.loads[0].responsible), (1, 1));
    assert!(found.rows[0].holds());
}

#[test]
fn a_load_stands_out_from_three_on_and_above_twice_the_mean_of_the_others() {
    let heavy = |rows: &[&str]| read(matrix(rows)).1.heavy();
    // A0: 3; the others 1 and 1, mean 1: 3 > 2.
    assert_eq!(heavy(&["A R -", "A - R", "A - -"]), [(0, 2, 2)]);
    // A0: 2 only, whatever the others carry.
    assert_eq!(heavy(&["A C", "A C"]), []);
    // A0: 4; A1: 2: exactly twice is not more.
    assert_eq!(heavy(&["A R", "A R", "A -", "A -"]), []);
    // A1 only listens: it has a line, and its load of 0 counts in the mean.
    assert_eq!(heavy(&["AR I", "A -"]), [(0, 0, 1)]);
    // A0 alone has a line: nobody to compare with.
    assert_eq!(heavy(&["AR -", "AR -"]), []);
    let said = reasons(matrix(&["AR R I", "A - -", "AR - -"]));
    // A0: 3 A and 2 R; A1: 1; A2: 0; mean 1/2.
    assert!(
        said.contains(&"A0 porte 5 lettres de charge (2 R et 3 A), pour une moyenne de 0,5 chez les autres structures qui ont une ligne (2).".to_owned()),
        "{said:?}"
    );
}

#[test]
fn nobody_is_left_without_any_line() {
    let mut lists = matrix(&["AR - - -"]);
    lists["actors"][1]["capabilities"] = json!(["f0"]);
    lists["roles"] = json!([
        { "id": "r", "actor": "a2", "role": "funder" },
        { "id": "s", "actor": "a3", "role": "partner", "endsOn": "2026-11-21" },
    ]);
    let (_, found) = read(lists.clone());
    assert_eq!(found.without(), (vec![1, 2], vec![3]));
    // Shown: who has a line, could hold a function, or has a role that goes on.
    assert_eq!(found.shown(), [0, 1, 2]);
    assert_eq!(
        reasons(lists),
        [
            "2 structures ont un rôle ou une fonction possible, et aucune ligne\u{a0}: A1 et A2.",
            "1 autre acteur n’a ni rôle, ni fonction possible, ni ligne\u{a0}: A3.",
        ]
    );
}

#[test]
fn without_function_or_actor_there_is_nothing_to_say() {
    assert_eq!(checks(json!({})), []);
    assert_eq!(checks(json!({ "functions": [{ "id": "f", "title": "F" }] })).len(), 1);
}

/// Knuth's generator (MMIX), so that the matrices are the same each time.
fn random(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % below
}

#[test]
fn agrees_with_the_definitions_on_many_matrices_and_whatever_the_order_of_the_lines() {
    let mut state = 7;
    for _ in 0..300 {
        let (functions, actors) = (random(&mut state, 5) + 1, random(&mut state, 5) + 1);
        let mut lines: Vec<(u64, u64, char)> = Vec::new();
        for _ in 0..random(&mut state, 20) {
            let letter = ['R', 'A', 'C', 'I'][usize::try_from(random(&mut state, 4)).unwrap()];
            lines.push((random(&mut state, functions), random(&mut state, actors), letter));
        }
        let lists = |lines: &[(u64, u64, char)]| {
            json!({
                "functions": (0..functions).map(|f| json!({ "id": format!("f{f}"), "title": "F" })).collect::<Vec<_>>(),
                "actors": (0..actors).map(|a| json!({ "id": format!("a{a}"), "name": "A" })).collect::<Vec<_>>(),
                "responsibilities": lines.iter().map(|(f, a, letter)| json!({ "function": format!("f{f}"), "actor": format!("a{a}"), "letter": letter })).collect::<Vec<_>>(),
            })
        };
        let (_, found) = read(lists(&lines));
        // From the definitions, over the set of the lines.
        let set: BTreeSet<(u64, u64, char)> = lines.iter().copied().collect();
        let count = |keep: &dyn Fn(&(u64, u64, char)) -> bool| set.iter().filter(|line| keep(line)).count();
        let settled = (0..functions).filter(|f| {
            count(&|line| line.0 == *f && line.2 == 'A') == 1
                && count(&|line| line.0 == *f && line.2 == 'R') > 0
        });
        assert_eq!(found.settled(), settled.count());
        let load = |a: u64| count(&|line| line.1 == a && matches!(line.2, 'R' | 'A'));
        let lined: Vec<u64> = (0..actors).filter(|a| count(&|line| line.1 == *a) > 0).collect();
        let heavy: Vec<usize> = lined
            .iter()
            .filter(|a| {
                let others: Vec<usize> = lined.iter().filter(|b| b != a).map(|b| load(*b)).collect();
                let mean = others.iter().sum::<usize>() as f64 / others.len() as f64;
                load(**a) >= 3 && load(**a) as f64 > 2.0 * mean
            })
            .map(|a| usize::try_from(*a).unwrap())
            .collect();
        assert_eq!(found.heavy().iter().map(|(actor, _, _)| *actor).collect::<Vec<_>>(), heavy);
        let without = found.without();
        assert_eq!(without.0.len() + without.1.len() + lined.len(), usize::try_from(actors).unwrap());
        lines.reverse();
        assert_eq!(read(lists(&lines)).1, found);
    }
}
