//! What each command does, and what it refuses.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use serde_json::{Value, json};
use tour_de_table::edit::{Command, Item, Kind, Refused, done, ending_day, rating_day, removed};
use tour_de_table::exchange;
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::json::value_of;
use tour_de_table::model::{
    Actor, Body, Condition, ConditionStatus, Criterion, Date, Dossier, Id, Letter, Level, PositionValue,
    Project, RoleAssignment, Seat, SetAside, Territory, Tie, TieLevel, integrity,
};

fn read(extra: &Value) -> Dossier {
    let mut file = json!({"format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d"});
    file.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    exchange::read_value(file).expect("a valid dossier").dossier
}

fn run(command: Command, before: &Dossier) -> Dossier {
    let after = command.run(before).expect("accepted");
    assert_eq!(integrity::check(&after), vec![]);
    after
}

fn refused(command: Command, before: &Dossier) -> String {
    let Refused { reason } = command.run(before).expect_err("refused");
    Catalogue::new(Lang::Fr).say(reason).into_owned()
}

fn id(text: &str) -> Id {
    Id::from(text)
}

fn ids(texts: &[&str]) -> Vec<Id> {
    texts.iter().map(|text| Id::from(*text)).collect()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// What a key of the dossier holds once written.
fn key(dossier: &Dossier, key: &str) -> Value {
    value_of(dossier).get(key).cloned().unwrap_or(Value::Null)
}

fn two_actors() -> Dossier {
    read(&json!({"actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "PLIE"}],
                 "objectives": [{"id": "o1"}], "functions": [{"id": "f1"}, {"id": "f2"}]}))
}

fn rate(value: Option<i8>, on: &str, by: &str) -> Command {
    Command::Rate {
        actor: id("a1"),
        criterion: Criterion::Mobilisation,
        value,
        on: day(on),
        by: by.to_owned(),
    }
}

fn readings(dossier: &Dossier) -> Vec<(i8, String)> {
    let actor = dossier.actor(&id("a1")).unwrap();
    actor.readings.iter().map(|one| (one.value.get(), one.on.unwrap().to_string())).collect()
}

#[test]
fn a_later_day_never_overwrites_the_baseline() {
    let first = run(rate(Some(1), "2026-01-10", ""), &two_actors());
    let second = run(rate(Some(3), "2026-06-01", ""), &first);
    assert_eq!(readings(&second), [(1, "2026-01-10".to_owned()), (3, "2026-06-01".to_owned())]);
    // The same day by the same evaluator: the value of that day.
    let third = run(rate(Some(4), "2026-06-01", ""), &second);
    assert_eq!(readings(&third), [(1, "2026-01-10".to_owned()), (4, "2026-06-01".to_owned())]);
    // Another evaluator has a baseline of its own.
    let fourth = run(rate(Some(0), "2026-06-01", "Ana"), &third);
    assert_eq!(fourth.actor(&id("a1")).unwrap().readings.len(), 3);
    // An older day is told in its place.
    let fifth = run(rate(Some(2), "2026-03-01", ""), &third);
    let days: Vec<String> = readings(&fifth).into_iter().map(|(_, day)| day).collect();
    assert_eq!(days, ["2026-01-10", "2026-03-01", "2026-06-01"]);
}

#[test]
fn a_value_is_current_even_where_the_clock_is_behind() {
    let dossier = run(rate(Some(1), "2026-11-23", ""), &two_actors());
    let today = |by: &str| {
        rating_day(dossier.actor(&id("a1")).unwrap(), Criterion::Mobilisation, by, day("2026-11-22"))
            .to_string()
    };
    assert_eq!(today(""), "2026-11-23");
    assert_eq!(today("Ana"), "2026-11-22");
}

#[test]
fn taking_a_value_back_removes_the_latest_of_that_evaluator() {
    let dossier = run(rate(Some(1), "2026-01-10", ""), &two_actors());
    let dossier = run(rate(Some(3), "2026-06-01", ""), &dossier);
    let dossier = run(rate(Some(4), "2026-07-01", "Ana"), &dossier);
    let once = run(rate(None, "2026-08-01", ""), &dossier);
    assert_eq!(readings(&once), [(1, "2026-01-10".to_owned()), (4, "2026-07-01".to_owned())]);
    let twice = run(rate(None, "2026-08-01", ""), &once);
    assert_eq!(readings(&twice), [(4, "2026-07-01".to_owned())]);
    assert_eq!(run(rate(None, "2026-08-01", ""), &twice), twice);
}

#[test]
fn a_value_outside_the_scale_of_its_criterion_is_refused() {
    assert!(refused(rate(Some(-1), "2026-01-10", ""), &two_actors()).contains("de 0 à 4"));
    let stance = Command::Rate {
        actor: id("a1"),
        criterion: Criterion::Stance,
        value: Some(3),
        on: day("2026-01-10"),
        by: String::new(),
    };
    assert!(refused(stance, &two_actors()).contains("de -2 à 2"));
}

#[test]
fn a_note_goes_with_the_latest_reading() {
    let note = |dossier: &Dossier| {
        Command::NoteReading {
            actor: id("a1"),
            criterion: Criterion::Mobilisation,
            by: String::new(),
            note: "Vu en réunion".to_owned(),
        }
        .run(dossier)
    };
    assert!(note(&two_actors()).is_err());
    let dossier = run(rate(Some(1), "2026-01-10", ""), &two_actors());
    let dossier = run(rate(Some(2), "2026-02-10", ""), &dossier);
    let noted = note(&dossier).unwrap();
    let notes: Vec<&str> =
        noted.actor(&id("a1")).unwrap().readings.iter().map(|one| one.note.as_str()).collect();
    assert_eq!(notes, ["", "Vu en réunion"]);
    // The value of that day changes, what was written stays.
    let again = run(rate(Some(3), "2026-02-10", ""), &noted);
    assert_eq!(again.actor(&id("a1")).unwrap().readings[1].note, "Vu en réunion");
}

#[test]
fn a_record_that_could_not_be_read_back_is_refused() {
    let dossier = two_actors();
    let put = |actor: Actor| refused(Command::Put(Item::Actor(actor)), &dossier);
    let long = "x".repeat(10_001);
    assert!(put(Actor { id: id("a3"), name: long, ..Actor::default() }).contains("caractères"));
    assert!(put(Actor::default()).contains("id"));
    assert!(put(Actor { id: id("a3"), territories: ids(&["t9"]), ..Actor::default() }).contains("t9"));
    // An id designates one thing in the whole file.
    assert!(put(Actor { id: id("o1"), ..Actor::default() }).contains("o1"));
    assert!(put(Actor { id: id("d"), ..Actor::default() }).contains("identifiant"));
}

#[test]
fn dates_in_the_wrong_order_are_refused() {
    let project = Project {
        starts_on: Some(day("2027-01-02")),
        ends_on: Some(day("2027-01-01")),
        ..Project::default()
    };
    assert!(refused(Command::Project(project), &two_actors()).contains("précède"));
}

#[test]
fn a_territory_cannot_end_up_inside_itself() {
    let dossier = read(&json!({"territories": [{"id": "t1", "name": "Guyane"}, {"id": "t2", "parent": "t1"},
                                               {"id": "t3", "parent": "t2"}]}));
    let put = |parent: &str| {
        let territory = Territory {
            id: id("t1"),
            name: "Guyane".to_owned(),
            parent: Some(id(parent)),
            ..Territory::default()
        };
        Command::Put(Item::Territory(territory))
    };
    assert!(refused(put("t3"), &dossier).contains("Guyane"));
    assert!(refused(put("t1"), &dossier).contains("Guyane"));
}

#[test]
fn removing_an_actor_takes_what_cannot_stand_without_it_and_cleans_the_rest() {
    let dossier = read(&json!({
        "project": {"carrier": "a1"}, "objectives": [{"id": "o1"}], "functions": [{"id": "f1"}],
        "actors": [{"id": "a1"}, {"id": "a2"}],
        "needs": [{"id": "n1", "liftedBy": ["a1", "a2"]}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 1}, {"actor": "a2", "objective": "o1", "value": 1}],
        "influences": [{"from": "a1", "to": "a2", "value": 1}, {"from": "a2", "to": "a1", "value": 1}],
        "ties": [{"from": "a1", "to": "a2", "level": "networking"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead"}, {"id": "r2", "actor": "a2", "role": "partner"}],
        "responsibilities": [{"function": "f1", "actor": "a1", "letter": "A"}],
        "bodies": [{"id": "b1", "seats": [{"id": "p1", "actor": "a1"}]}],
        "agreements": [{"id": "v1", "parties": ["a1"], "obligations": [{"id": "g1", "party": "a1", "text": "x"}]}],
        "setAside": [{"finding": "V06", "objects": ["a1"], "reason": "x"}],
        "snapshots": [{"id": "z1", "content": {"actors": [{"id": "a1"}]}}],
    }));
    let after = run(Command::Remove { kind: Kind::Actor, ids: ids(&["a1", "nobody"]) }, &dossier);
    let expected = read(&json!({
        "project": {}, "objectives": [{"id": "o1"}], "functions": [{"id": "f1"}],
        "actors": [{"id": "a2"}],
        "needs": [{"id": "n1", "liftedBy": ["a2"]}],
        "positions": [{"actor": "a2", "objective": "o1", "value": 1}],
        "roles": [{"id": "r2", "actor": "a2", "role": "partner"}],
        "bodies": [{"id": "b1", "seats": [{"id": "p1"}]}],
        "agreements": [{"id": "v1", "obligations": [{"id": "g1", "text": "x"}]}],
        "setAside": [{"finding": "V06", "objects": ["a1"], "reason": "x"}],
        "snapshots": [{"id": "z1", "content": {"actors": [{"id": "a1"}]}}],
    }));
    assert_eq!(value_of(&after), value_of(&expected));
}

#[test]
fn a_role_does_not_widen_to_the_whole_project_when_its_function_goes() {
    let dossier = read(&json!({
        "objectives": [{"id": "o1"}], "functions": [{"id": "f1"}], "actors": [{"id": "a1"}],
        "roles": [
            {"id": "r1", "actor": "a1", "role": "operator", "scope": {"function": "f1"}},
            {"id": "r2", "actor": "a1", "role": "operator", "scope": {"function": "f1", "objective": "o1"}},
            {"id": "r3", "actor": "a1", "role": "lead"},
        ],
    }));
    let after = run(Command::Remove { kind: Kind::Function, ids: ids(&["f1"]) }, &dossier);
    assert_eq!(
        key(&after, "roles"),
        json!([{"id": "r2", "actor": "a1", "role": "operator", "scope": {"objective": "o1"}},
               {"id": "r3", "actor": "a1", "role": "lead"}])
    );
}

#[test]
fn territories_below_a_removed_one_go_to_the_one_above() {
    let dossier = read(&json!({
        "territories": [{"id": "t1"}, {"id": "t2", "parent": "t1"}, {"id": "t3", "parent": "t2"},
                        {"id": "t4", "parent": "t3"}],
        "actors": [{"id": "a1", "territories": ["t3", "t4"]}],
    }));
    let after = run(Command::Remove { kind: Kind::Territory, ids: ids(&["t2", "t3"]) }, &dossier);
    assert_eq!(key(&after, "territories"), json!([{"id": "t1"}, {"id": "t4", "parent": "t1"}]));
    assert_eq!(after.actors[0].territories, ids(&["t4"]));
}

#[test]
fn a_seat_taken_out_of_a_body_is_nobodys_alternate_any_more() {
    let dossier = read(&json!({"bodies": [{"id": "b1", "rule": {"castingVote": "p1"}, "seats": [
        {"id": "p1"}, {"id": "p2", "alternateOf": "p1"}]}]}));
    let mut body: Body = dossier.bodies[0].as_ref().clone();
    body.seats.retain(|seat| seat.id != id("p1"));
    let after = run(Command::Put(Item::Body(body.clone())), &dossier);
    assert_eq!(key(&after, "bodies"), json!([{"id": "b1", "rule": {}, "seats": [{"id": "p2"}]}]));
    body.seats.push(Seat { id: id("p3"), alternate_of: Some(id("p9")), ..Seat::default() });
    assert!(refused(Command::Put(Item::Body(body)), &dossier).contains("p9"));
}

#[test]
fn records_put_together_may_refer_to_one_another() {
    let territory = Territory { id: id("t1"), ..Territory::default() };
    let actor = Actor { id: id("a3"), territories: ids(&["t1"]), ..Actor::default() };
    let both = vec![Item::Actor(actor.clone()), Item::Territory(territory)];
    let after = run(Command::PutAll(both), &two_actors());
    assert_eq!(after.actors.len(), 3);
    let twice = Actor { name: "Bis".to_owned(), territories: Vec::new(), ..actor };
    let first = Actor { territories: Vec::new(), ..twice.clone() };
    // The second of the same id replaces the first.
    let after = run(Command::PutAll(vec![Item::Actor(first), Item::Actor(twice)]), &two_actors());
    assert_eq!(after.actors.len(), 3);
}

#[test]
fn moving_past_the_end_is_moving_to_the_end() {
    let after = run(Command::Move { kind: Kind::Actor, id: id("a1"), to: 9 }, &two_actors());
    assert_eq!(Kind::Actor.ids(&after), ids(&["a2", "a1"]));
    assert!(Command::Move { kind: Kind::Actor, id: id("a9"), to: 0 }.run(&two_actors()).is_err());
}

/// The first actor's position on the first objective.
fn position(value: Option<i8>, by: &str) -> Command {
    Command::Position {
        actor: id("a1"),
        objective: id("o1"),
        value: value.and_then(PositionValue::new),
        on: day("2026-11-22"),
        by: by.to_owned(),
        note: String::new(),
    }
}

#[test]
fn positions_and_influences_replace_and_go_by_evaluator() {
    let dossier = run(position(Some(2), ""), &two_actors());
    let dossier = run(position(Some(-1), "Ana"), &dossier);
    let dossier = run(position(Some(4), ""), &dossier);
    let values: Vec<(i8, &str)> =
        dossier.positions.iter().map(|one| (one.value.get(), one.by.as_str())).collect();
    assert_eq!(values, [(4, ""), (-1, "Ana")]);
    let dossier = run(position(None, ""), &dossier);
    assert_eq!(dossier.positions.len(), 1);

    let influence = |from: &str, to: &str, value: Option<i8>| Command::Influence {
        from: id(from),
        to: id(to),
        value: value.and_then(Level::new),
        on: day("2026-11-22"),
        by: String::new(),
    };
    let dossier = run(influence("a1", "a2", Some(3)), &dossier);
    let dossier = run(influence("a1", "a2", Some(1)), &dossier);
    assert_eq!((dossier.influences.len(), dossier.influences[0].value.get()), (1, 1));
    assert!(run(influence("a1", "a2", None), &dossier).influences.is_empty());
    assert!(influence("a1", "a1", Some(1)).run(&dossier).is_err());
    assert!(influence("a1", "a9", Some(1)).run(&dossier).is_err());
}

/// Readers take "Ana " and "Ana" for one evaluator, and blanks for nobody: so does whoever changes or takes back a value.
#[test]
fn blanks_around_a_name_do_not_make_another_evaluator() {
    let before = read(&json!({
        "actors": [{"id": "a1", "name": "CCI", "readings": [{"criterion": "mobilisation", "value": 1, "on": "2026-01-01", "by": " Ana"}]},
            {"id": "a2", "name": "PLIE"}],
        "objectives": [{"id": "o1"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 3, "by": "Ana "}, {"actor": "a1", "objective": "o1", "value": 1, "by": " "}],
        "influences": [{"from": "a1", "to": "a2", "value": 3, "by": "Ana "}]
    }));
    let after = run(position(Some(-2), "Ana"), &before);
    let values: Vec<i8> = after.positions.iter().map(|one| one.value.get()).collect();
    assert_eq!(values, [-2, 1]);
    assert_eq!(run(position(None, ""), &after).positions.len(), 1);
    let influence = Command::Influence {
        from: id("a1"),
        to: id("a2"),
        value: None,
        on: day("2026-11-22"),
        by: "Ana".to_owned(),
    };
    assert_eq!(run(influence, &before).influences.len(), 0);
    assert_eq!(readings(&run(rate(None, "2026-11-22", "Ana"), &before)), []);
}

#[test]
fn a_pair_has_one_tie_or_one_for_each_direction() {
    let set = |from: &str, to: &str, level: TieLevel, directed: bool| Command::SetTie {
        from: id(from),
        to: id(to),
        tie: Some(Tie {
            from: id(from),
            to: id(to),
            level,
            directed: directed.then_some(true),
            ..Tie::default()
        }),
    };
    let ties =
        |dossier: &Dossier| dossier.ties.iter().map(|one| (one.from.clone(), one.level)).collect::<Vec<_>>();
    let dossier = run(set("a1", "a2", TieLevel::Networking, false), &two_actors());
    let dossier = run(set("a2", "a1", TieLevel::Conflict, false), &dossier);
    assert_eq!(ties(&dossier), [(id("a2"), TieLevel::Conflict)]);
    let dossier = run(set("a1", "a2", TieLevel::Cooperating, true), &dossier);
    let dossier = run(set("a2", "a1", TieLevel::Coordinating, true), &dossier);
    assert_eq!(ties(&dossier), [(id("a1"), TieLevel::Cooperating), (id("a2"), TieLevel::Coordinating)]);
    let removed = run(Command::SetTie { from: id("a1"), to: id("a2"), tie: None }, &dossier);
    assert_eq!(ties(&removed), [(id("a2"), TieLevel::Coordinating)]);
    assert_eq!(run(set("a1", "a2", TieLevel::Networking, false), &dossier).ties.len(), 1);
    assert!(set("a1", "a1", TieLevel::Networking, false).run(&dossier).is_err());
}

#[test]
fn a_decided_condition_replaces_the_one_of_its_code_and_keeps_what_others_noted() {
    let dossier =
        read(&json!({"actors": [{"id": "a1"}], "roles": [{"id": "r1", "actor": "a1", "role": "lead",
        "conditions": [{"code": "neutral", "status": "unknown", "x-tool": 7}]}]}));
    let decide = |code: &str, status: ConditionStatus| Command::Condition {
        role: id("r1"),
        condition: Condition {
            code: code.to_owned(),
            status: Some(status),
            evidence: "PV".to_owned(),
            ..Condition::default()
        },
    };
    let after = run(decide("neutral", ConditionStatus::Met), &dossier);
    let after = run(decide("available", ConditionStatus::NotMet), &after);
    assert_eq!(
        key(&after, "roles")[0]["conditions"],
        json!([{"code": "neutral", "status": "met", "evidence": "PV", "x-tool": 7},
               {"code": "available", "status": "notMet", "evidence": "PV"}])
    );
    assert!(Command::Condition { role: id("r9"), condition: Condition::default() }.run(&dossier).is_err());
}

#[test]
fn an_actor_has_the_letters_given_for_a_function() {
    use Letter::{Accountable, Consulted, Informed, Responsible};
    let give = |letters: &[Letter]| Command::Responsibility {
        function: id("f1"),
        actor: id("a1"),
        letters: letters.to_vec(),
    };
    let line = |letter: &str| json!({"function": "f1", "actor": "a1", "letter": letter});
    let lines = |dossier: &Dossier| key(dossier, "responsibilities");
    let dossier = run(give(&[Responsible]), &two_actors());
    assert_eq!(lines(&dossier), json!([line("R")]));
    // One letter for another: the same line.
    assert_eq!(lines(&run(give(&[Consulted]), &dossier)), json!([line("C")]));
    // Doing the work and answering for it go together; a letter named twice is one.
    let both = run(give(&[Accountable, Responsible, Accountable]), &dossier);
    assert_eq!(lines(&both), json!([line("R"), line("A")]));
    assert_eq!(lines(&run(give(&[Accountable]), &both)), json!([line("A")]));
    assert_eq!(lines(&run(give(&[Informed]), &both)), json!([line("I")]));
    assert!(run(give(&[]), &both).responsibilities.is_empty());
    // Nothing to take back: nothing changes.
    assert!(run(give(&[]), &two_actors()).responsibilities.same(&two_actors().responsibilities));
    let gone = Command::Responsibility { function: id("f9"), actor: id("a1"), letters: vec![Responsible] };
    assert!(gone.run(&two_actors()).is_err());
}

#[test]
fn letters_given_leave_other_lines_and_what_a_tool_noted() {
    let dossier = read(&json!({
        "functions": [{"id": "f1"}], "actors": [{"id": "a1"}, {"id": "a2"}],
        "responsibilities": [
            {"function": "f1", "actor": "a1", "letter": "R", "x-tool": 1},
            {"function": "f1", "actor": "a2", "letter": "A"},
            {"function": "f1", "actor": "a1", "letter": "R"},
            {"function": "f1", "actor": "a1", "letter": "I", "x-tool": 2},
        ],
    }));
    let letters = vec![Letter::Responsible, Letter::Consulted];
    let after = run(Command::Responsibility { function: id("f1"), actor: id("a1"), letters }, &dossier);
    assert_eq!(
        key(&after, "responsibilities"),
        json!([{"function": "f1", "actor": "a1", "letter": "R", "x-tool": 1},
               {"function": "f1", "actor": "a2", "letter": "A"},
               {"function": "f1", "actor": "a1", "letter": "C"}])
    );
}

#[test]
fn a_role_one_ends_was_last_held_the_day_before() {
    let day = |text: &str| Date::parse(text).unwrap();
    let ends = |starts: Option<&str>| {
        let role = RoleAssignment { starts_on: starts.map(day), ..RoleAssignment::default() };
        ending_day(&role, day("2026-03-01"))
    };
    assert_eq!(ends(None), Some(day("2026-02-28")));
    assert_eq!(ends(Some("2025-01-01")), Some(day("2026-02-28")));
    assert_eq!(ends(Some("2026-02-28")), Some(day("2026-02-28")));
    assert_eq!(ends(Some("2026-03-01")), Some(day("2026-03-01")));
    assert_eq!(ends(Some("2026-03-02")), None);
}

#[test]
fn a_finding_is_set_aside_once_and_brought_back_whatever_the_order_of_its_objects() {
    let aside = |objects: &[&str], reason: &str| {
        Command::SetAside(SetAside {
            finding: "V06".to_owned(),
            objects: ids(objects),
            reason: reason.to_owned(),
            ..SetAside::default()
        })
    };
    let dossier = run(aside(&["a1", "a2"], "Complémentaires"), &two_actors());
    let dossier = run(aside(&["a2", "a1"], "Vu avec eux"), &dossier);
    assert_eq!((dossier.set_aside.len(), dossier.set_aside[0].reason.as_str()), (1, "Vu avec eux"));
    let back = |objects: &[&str]| Command::BringBack { finding: "V06".to_owned(), objects: ids(objects) };
    assert_eq!(run(back(&["a1"]), &dossier).set_aside.len(), 1);
    assert!(run(back(&["a1", "a2"]), &dossier).set_aside.is_empty());
}

#[test]
fn merging_actors_joins_what_they_hold_and_what_refers_to_them() {
    let dossier = read(&json!({
        "project": {"carrier": "a2"}, "objectives": [{"id": "o1"}], "functions": [{"id": "f1"}],
        "territories": [{"id": "t1"}, {"id": "t2"}],
        "actors": [
            {"id": "a1", "name": "CCI Guyane", "territories": ["t1"], "interests": "Recruter",
             "contacts": [{"id": "c1", "name": "Anne"}],
             "readings": [{"criterion": "stance", "value": 1, "on": "2026-02-01"}]},
            {"id": "a2", "name": "Chambre de commerce", "kind": "economicDevelopment", "territories": ["t1", "t2"],
             "interests": "Former", "contacts": [{"id": "c2", "name": "Anne"}, {"id": "c3", "name": "Bob"}],
             "readings": [{"criterion": "stance", "value": -1, "on": "2026-01-01"},
                          {"criterion": "stance", "value": -2, "on": "2026-02-01"}], "x-crm": 12},
            {"id": "a3", "name": "PLIE"},
        ],
        "needs": [{"id": "n1", "liftedBy": ["a1", "a3", "a2"]}],
        "positions": [{"actor": "a2", "objective": "o1", "value": -1}, {"actor": "a1", "objective": "o1", "value": 3}],
        "influences": [{"from": "a1", "to": "a2", "value": 2}, {"from": "a2", "to": "a3", "value": 1}],
        "ties": [{"from": "a1", "to": "a3", "level": "networking"}, {"from": "a3", "to": "a2", "level": "networking"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead"},
                  {"id": "r2", "actor": "a2", "role": "lead", "does": "Anime", "commitments": [{"id": "e1", "text": "Réunir"}],
                   "conditions": [{"code": "neutral"}]},
                  {"id": "r3", "actor": "a2", "role": "funder"}],
        "responsibilities": [{"function": "f1", "actor": "a1", "letter": "A"},
                             {"function": "f1", "actor": "a2", "letter": "A"}],
        "setAside": [{"finding": "V06", "objects": ["a1", "a2"]}],
    }));
    let after = run(Command::MergeActors { keep: id("a1"), gone: ids(&["a2"]) }, &dossier);
    let expected = read(&json!({
        "project": {"carrier": "a1"}, "objectives": [{"id": "o1"}], "functions": [{"id": "f1"}],
        "territories": [{"id": "t1"}, {"id": "t2"}],
        "actors": [
            {"id": "a1", "name": "CCI Guyane", "kind": "economicDevelopment", "territories": ["t1", "t2"],
             "tags": ["Chambre de commerce"], "interests": "Recruter\nFormer",
             "contacts": [{"id": "c1", "name": "Anne"}, {"id": "c3", "name": "Bob"}],
             "readings": [{"criterion": "stance", "value": -1, "on": "2026-01-01"},
                          {"criterion": "stance", "value": 1, "on": "2026-02-01"}],
             "formerIds": ["a2"], "x-crm": 12},
            {"id": "a3", "name": "PLIE"},
        ],
        "needs": [{"id": "n1", "liftedBy": ["a1", "a3"]}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 3}],
        "influences": [{"from": "a1", "to": "a3", "value": 1}],
        "ties": [{"from": "a1", "to": "a3", "level": "networking"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead", "does": "Anime",
                   "commitments": [{"id": "e1", "text": "Réunir"}], "conditions": [{"code": "neutral"}]},
                  {"id": "r3", "actor": "a1", "role": "funder"}],
        "responsibilities": [{"function": "f1", "actor": "a1", "letter": "A"}],
        "setAside": [{"finding": "V06", "objects": ["a1"]}],
    }));
    assert_eq!(value_of(&after), value_of(&expected));
    assert!(Command::MergeActors { keep: id("a1"), gone: ids(&["a1"]) }.run(&dossier).is_err());
    assert!(Command::MergeActors { keep: id("a1"), gone: ids(&["a9"]) }.run(&dossier).is_err());
}

#[test]
fn a_dossier_that_would_not_open_again_does_not_replace_another() {
    let mut broken = two_actors();
    broken.actors.push(Actor { id: id("a1"), ..Actor::default() });
    assert!(refused(Command::Replace(Box::new(broken)), &two_actors()).contains("a1"));
    let mut large = two_actors();
    large.actors = (0..5_001).map(|n| Actor { id: id(&format!("n{n}")), ..Actor::default() }).collect();
    assert!(refused(Command::Replace(Box::new(large)), &two_actors()).contains("5\u{202f}001"));
}

#[test]
fn the_limits_are_those_of_a_file() {
    let full = (0..exchange::MAX_ACTORS)
        .map(|n| Item::Actor(Actor { id: id(&format!("n{n}")), ..Actor::default() }));
    let dossier = run(Command::PutAll(full.collect()), &read(&json!({})));
    assert!(exchange::read(&exchange::write(&dossier)).is_ok());
    let one_more = Actor { id: id("more"), ..Actor::default() };
    assert!(Command::Put(Item::Actor(one_more)).run(&dossier).is_err());
}

#[test]
fn a_deletion_says_what_went_with_it_and_a_list_what_it_completed() {
    let before = read(&json!({
        "actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "PLIE"}, {"id": "a3"}],
        "objectives": [{"id": "o1", "title": "Loger"}], "functions": [{"id": "f1"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 1}],
        "ties": [{"from": "a1", "to": "a2", "level": "networking"}],
        "influences": [{"from": "a2", "to": "a1", "value": 1}, {"from": "a1", "to": "a2", "value": 1}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead"}, {"id": "r2", "actor": "a2", "role": "partner"}],
        "responsibilities": [{"function": "f1", "actor": "a1", "letter": "R"}, {"function": "f1", "actor": "a1", "letter": "A"}]
    }));
    let said = |kind: Kind, gone: &[&str]| {
        let command = Command::Remove { kind, ids: ids(gone) };
        let label = command.label(&before);
        let after = run(command, &before);
        Catalogue::new(Lang::Fr)
            .say(removed(label, kind, &before, &after))
            .replace(['\u{a0}', '\u{202f}'], " ")
    };
    assert_eq!(
        said(Kind::Actor, &["a1"]),
        "Supprimé : « CCI », avec 1 position, 3 liens, 1 rôle et 2 responsabilités"
    );
    assert_eq!(
        said(Kind::Actor, &["a1", "a2"]),
        "Supprimé : 2 acteurs, avec 1 position, 3 liens, 2 rôles et 2 responsabilités"
    );
    assert_eq!(said(Kind::Actor, &["a3"]), "Supprimé : 1 acteur");
    assert_eq!(said(Kind::Role, &["r1"]), "Supprimé : 1 rôle");
    assert_eq!(said(Kind::Objective, &["o1"]), "Supprimé : « Loger », avec 1 position");
    let actor =
        |id: &str, name: &str| Item::Actor(Actor { id: id.into(), name: name.into(), ..Actor::default() });
    let told = |items: Vec<Item>| {
        let label = Command::PutAll(items).label(&before);
        let texts = Catalogue::new(Lang::Fr);
        [label.clone(), done(label)].map(|phrase| texts.say(phrase).replace(['\u{a0}', '\u{202f}'], " "))
    };
    assert_eq!(
        told(vec![actor("a1", "CCI"), actor("n1", "A"), actor("n2", "B")]),
        ["Ajouter 2 acteurs et compléter 1 acteur", "Ajouté : 2 acteurs ; complété : 1 acteur"]
    );
    assert_eq!(told(vec![actor("n1", "A"), actor("n2", "B")])[1], "Ajouté : 2 acteurs");
    assert_eq!(told(vec![actor("a1", "CCI"), actor("a2", "PLIE")])[1], "Modifié : 2 acteurs");
}
