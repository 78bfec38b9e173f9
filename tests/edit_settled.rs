//! Criteria of admission and plans: changed, undone, kept true when actors and bodies go.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::rc::Rc;

use serde_json::{Value, json};
use tour_de_table::edit::settled::{changed_plan, set_check};
use tour_de_table::edit::{Command, Edit, Item, Kind, Origin, Session};
use tour_de_table::exchange::{read_value, write};
use tour_de_table::model::{ConditionStatus, Date, Dossier, Id, PlanKind, PlanStatus};

fn dossier() -> Dossier {
    read_value(json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d",
        "actors": [{ "id": "a" }, { "id": "b" }, { "id": "c" }],
        "bodies": [{ "id": "board" }, { "id": "group" }],
        "admissionCriteria": [
            { "id": "k1", "title": "Ancrage", "checks": [
                { "actor": "b", "status": "met", "evidence": "Statuts" }, { "actor": "a", "status": "notMet" }] },
            { "id": "k2", "title": "Comptes", "checks": [
                { "actor": "c", "status": "notMet" }, { "actor": "b", "status": "met" }] },
        ],
        "plans": [{ "id": "l1", "kind": "action", "status": "adopted", "adoptedOn": "2026-03-01", "adoptedBy": "board" }],
    }))
    .unwrap()
    .dossier
}

fn run(command: Command) -> Session {
    let mut session = Session::new(Rc::new(dossier()));
    session.apply(Edit { command, origin: Origin::User, merge: None }).unwrap();
    session
}

fn written(dossier: &Dossier, key: &str) -> Value {
    let file: Value = serde_json::from_slice(&write(dossier)).unwrap();
    file[key].clone()
}

#[test]
fn a_line_is_made_changed_and_taken_away_when_it_says_nothing() {
    let mut criterion = dossier().admission_criteria[0].as_ref().clone();
    set_check(&mut criterion, &Id::from("c"), |check| check.status = Some(ConditionStatus::Met));
    assert_eq!((criterion.checks.len(), criterion.status(&Id::from("c"))), (3, ConditionStatus::Met));
    set_check(&mut criterion, &Id::from("a"), |check| check.status = None);
    assert_eq!((criterion.checks.len(), criterion.status(&Id::from("a"))), (2, ConditionStatus::Unknown));
    set_check(&mut criterion, &Id::from("b"), |check| check.status = None);
    assert_eq!(criterion.checks.len(), 2, "what shows it stays");
    let session = run(Command::Put(Item::Admission(criterion)));
    assert_eq!(
        written(session.dossier(), "admissionCriteria")[0]["checks"],
        json!([{ "actor": "b", "evidence": "Statuts" }, { "actor": "c", "status": "met" }])
    );
}

#[test]
fn a_removed_association_takes_its_lines_with_it() {
    let mut session = run(Command::Remove { kind: Kind::Actor, ids: vec![Id::from("b")] });
    let left = |dossier: &Dossier| -> Vec<usize> {
        dossier.admission_criteria.iter().map(|criterion| criterion.checks.len()).collect()
    };
    assert_eq!(left(session.dossier()), [1, 1]);
    session.undo().unwrap();
    assert_eq!(left(session.dossier()), [2, 2]);
}

#[test]
fn merged_associations_keep_the_line_of_the_one_that_stays() {
    let session = run(Command::MergeActors { keep: Id::from("a"), gone: vec![Id::from("b"), Id::from("c")] });
    let lists = written(session.dossier(), "admissionCriteria");
    // `a` has its own line on the first; on the second, `b` comes before `c`.
    assert_eq!(lists[0]["checks"], json!([{ "actor": "a", "status": "notMet" }]));
    assert_eq!(lists[1]["checks"], json!([{ "actor": "a", "status": "met" }]));
}

#[test]
fn a_plan_no_longer_adopted_forgets_who_adopted_it() {
    let before = dossier();
    let plan = changed_plan(&before, PlanKind::Action, 5, |plan| plan.status = Some(PlanStatus::Draft));
    assert_eq!((plan.id.as_str(), plan.adopted_on, plan.adopted_by), ("l1", None, None));
    let kept = changed_plan(&before, PlanKind::Action, 5, |plan| plan.note = "Séance du 1er mars".into());
    assert_eq!(kept.adopted_on, Date::parse("2026-03-01"));
    // The other plan is not there yet: it is made.
    let new = changed_plan(&before, PlanKind::Communication, 5, |plan| plan.status = Some(PlanStatus::Draft));
    assert!(new.id.as_str().starts_with("pla-"));
    let session = run(Command::Put(Item::Plan(new)));
    assert_eq!(session.dossier().plans.len(), 2);
}

#[test]
fn a_removed_body_leaves_its_plans_adopted_by_nobody_named() {
    let session = run(Command::Remove { kind: Kind::Body, ids: vec![Id::from("board")] });
    let plan = &session.dossier().plans[0];
    assert_eq!((plan.status, plan.adopted_by.clone()), (Some(PlanStatus::Adopted), None));
    assert!(plan.adopted_on.is_some());
    let other = run(Command::Remove { kind: Kind::Body, ids: vec![Id::from("group")] });
    assert_eq!(other.dossier().plans[0].adopted_by, Some(Id::from("board")));
}

#[test]
fn a_plan_adopted_by_what_is_no_body_is_refused() {
    let mut session = Session::new(Rc::new(dossier()));
    let plan =
        changed_plan(session.dossier(), PlanKind::Action, 5, |plan| plan.adopted_by = Some(Id::from("a")));
    let edit = Edit { command: Command::Put(Item::Plan(plan)), origin: Origin::User, merge: None };
    assert!(session.apply(edit).is_err());
}
