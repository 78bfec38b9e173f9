//! What holds whatever people do: patches are exact, undo and redo lead back, nothing ever breaks a dossier.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]
#![allow(clippy::manual_is_multiple_of, reason = "remainders choose among cases")]

use std::rc::Rc;

use proptest::prelude::*;
use serde_json::{Value, json};
use tour_de_table::edit::patch::between;
use tour_de_table::edit::{Applied, Command, Edit, FreshIds, Item, Kind, Origin, Session};
use tour_de_table::exchange;
use tour_de_table::model::json::value_of;
use tour_de_table::model::{
    Action, Actor, ActorKind, AdmissionCheck, AdmissionCriterion, Agreement, Body, BodyRule, College,
    Commitment, Condition, ConditionStatus, Contact, Criterion, Date, Dossier, Id, KeyFunction, Letter,
    Level, Meeting, Need, Objective, OtherProject, Plan, PlanKind, PositionValue, Project, RoleAssignment,
    RoleKind, Scope, Seat, SetAside, Snapshot, Territory, Tie, TieLevel, Wave, integrity,
};

/// One thing someone does, as raw numbers: what they stand for depends on the dossier of the moment.
#[derive(Clone, Debug)]
struct Gesture {
    what: u8,
    a: u16,
    b: u16,
    c: u16,
    value: i8,
    text: String,
    merge: Option<u8>,
}

fn gesture() -> impl Strategy<Value = Gesture> {
    let text = prop_oneof![
        3 => "[a-zA-Zéœ\"\\\\/~ ]{0,8}",
        1 => Just(String::new()),
    ];
    (
        any::<u8>(),
        any::<u16>(),
        any::<u16>(),
        any::<u16>(),
        -6_i8..=6,
        text,
        prop::option::weighted(0.4, 0_u8..3),
    )
        .prop_map(|(what, a, b, c, value, text, merge)| Gesture { what, a, b, c, value, text, merge })
}

fn pick(ids: &[Id], n: u16) -> Id {
    // Now and then an id that nothing bears.
    if ids.is_empty() || n % 17 == 16 { Id::from("nobody") } else { ids[usize::from(n) % ids.len()].clone() }
}

fn some(ids: &[Id], n: u16) -> Option<Id> {
    (n % 3 != 0 && !ids.is_empty()).then(|| pick(ids, n))
}

fn several(ids: &[Id], n: u16) -> Vec<Id> {
    let mut chosen: Vec<Id> = (0..n % 4).map(|k| pick(ids, n.wrapping_mul(31).wrapping_add(k * 7))).collect();
    chosen.sort();
    chosen.dedup();
    chosen
}

fn day(n: u16) -> Date {
    Date::parse(&format!("20{:02}-{:02}-{:02}", 20 + n % 10, 1 + n % 12, 1 + n % 28)).unwrap()
}

fn command(gesture: &Gesture, dossier: &Dossier, fresh: &mut FreshIds) -> Command {
    let Gesture { what, a, b, c, value, text, .. } = gesture.clone();
    let of = |kind: Kind| kind.ids(dossier);
    let (actors, objectives, functions) = (of(Kind::Actor), of(Kind::Objective), of(Kind::Function));
    let (territories, roles) = (of(Kind::Territory), of(Kind::Role));
    // Half of the records are new, half replace one.
    let mut id_for = |kind: Kind| if a % 2 == 0 { fresh.next("n") } else { pick(&of(kind), b) };
    let by = if c % 4 == 0 { "Ana".to_owned() } else { String::new() };
    let title = text.clone();
    match what % 28 {
        0 => Command::Project(Project {
            title,
            carrier: some(&actors, b),
            territories: several(&territories, c),
            starts_on: Some(day(a)),
            ends_on: (b % 2 == 0).then(|| day(c)),
            ..Project::default()
        }),
        1 | 2 => {
            let id = id_for(Kind::Actor);
            let mut actor = dossier.actor(&id).cloned().unwrap_or(Actor { id, ..Actor::default() });
            match b % 5 {
                0 => actor.name = title,
                1 => actor.kind = ActorKind::ALL.get(usize::from(c) % 12).copied(),
                2 => actor.territories = several(&territories, c),
                3 => actor.capabilities = several(&functions, c),
                _ => {
                    let id = Id::from(format!("c{}", c % 9));
                    if c % 3 == 0 {
                        actor.contacts.retain(|contact| contact.id != id);
                    } else {
                        actor.contacts.push(Contact { id, name: title, ..Contact::default() });
                    }
                }
            }
            Command::Put(Item::Actor(actor))
        }
        3 => Command::PutAll(
            (0..c % 5)
                .map(|_| Item::Actor(Actor { id: fresh.next("a"), name: title.clone(), ..Actor::default() }))
                .collect(),
        ),
        4 => Command::Put(Item::Territory(Territory {
            id: id_for(Kind::Territory),
            name: title,
            parent: some(&territories, c),
            ..Territory::default()
        })),
        5 => Command::Put(Item::Objective(Objective {
            id: id_for(Kind::Objective),
            title,
            ..Objective::default()
        })),
        6 => Command::Put(Item::Function(KeyFunction {
            id: id_for(Kind::Function),
            title,
            objectives: several(&objectives, b),
            territories: several(&territories, c),
            ..KeyFunction::default()
        })),
        7 => Command::Put(Item::Need(Need {
            id: id_for(Kind::Need),
            title,
            lifted_by: several(&actors, c),
            ..Need::default()
        })),
        8 => Command::Put(Item::Role(RoleAssignment {
            id: id_for(Kind::Role),
            actor: pick(&actors, b),
            role: RoleKind::ALL[usize::from(c) % 4],
            scope: (c % 3 > 0).then(|| Scope {
                objective: some(&objectives, b),
                function: some(&functions, c),
                ..Scope::default()
            }),
            starts_on: (c % 2 == 0).then(|| day(a)),
            ends_on: (b % 2 == 0).then(|| day(b)),
            commitments: (a % 4 == 0)
                .then(|| Commitment {
                    id: Id::from(format!("e{}", c % 9)),
                    text: title,
                    ..Commitment::default()
                })
                .into_iter()
                .collect(),
            ..RoleAssignment::default()
        })),
        9 => {
            let seat = |n: u16| Seat {
                id: Id::from(format!("p{}", n % 9)),
                actor: some(&actors, n),
                college: (n % 2 == 0).then(|| Id::from("g1")),
                alternate_of: (n % 5 == 0).then(|| Id::from(format!("p{}", c % 9))),
                ..Seat::default()
            };
            Command::Put(Item::Body(Body {
                id: id_for(Kind::Body),
                title,
                rule: (b % 2 == 0)
                    .then(|| BodyRule { casting_vote: Some(seat(a).id), ..BodyRule::default() }),
                colleges: (c % 3 > 0)
                    .then(|| College { id: Id::from("g1"), ..College::default() })
                    .into_iter()
                    .collect(),
                seats: [a, b, c].map(seat).into_iter().collect(),
                ..Body::default()
            }))
        }
        10 => Command::Put(Item::Agreement(Agreement {
            id: id_for(Kind::Agreement),
            title,
            parties: several(&actors, b),
            starts_on: Some(day(b)),
            ends_on: Some(day(c)),
            ..Agreement::default()
        })),
        26 => Command::Put(Item::Admission(AdmissionCriterion {
            id: id_for(Kind::Admission),
            title,
            checks: several(&actors, c)
                .into_iter()
                .map(|actor| AdmissionCheck {
                    actor,
                    status: Some(ConditionStatus::Met),
                    ..AdmissionCheck::default()
                })
                .collect(),
            ..AdmissionCriterion::default()
        })),
        27 => Command::Put(Item::Plan(Plan {
            id: id_for(Kind::Plan),
            kind: Some(PlanKind::ALL[usize::from(c) % 2]),
            adopted_by: some(&of(Kind::Body), b),
            ..Plan::default()
        })),
        11 => Command::Put(Item::Action(Action {
            id: id_for(Kind::Action),
            objective: some(&objectives, b),
            responsible: several(&actors, c),
            ..Action::default()
        })),
        12 => Command::Put(Item::Meeting(Meeting {
            id: id_for(Kind::Meeting),
            title,
            attendees: several(&actors, c),
            ..Meeting::default()
        })),
        13 => Command::Put(Item::OtherProject(OtherProject {
            id: id_for(Kind::OtherProject),
            title,
            carriers: several(&actors, c),
            ..OtherProject::default()
        })),
        14 => Command::Put(Item::Snapshot(Snapshot {
            id: id_for(Kind::Snapshot),
            title,
            content: json!({"actors": [{"id": "a1"}], "n": value}),
            ..Snapshot::default()
        })),
        15 => Command::Put(Item::Wave(Wave { id: id_for(Kind::Wave), title, ..Wave::default() })),
        16 => {
            let kind = Kind::ALL[usize::from(b) % Kind::ALL.len()];
            Command::Remove { kind, ids: several(&of(kind), c) }
        }
        17 => {
            let kind = Kind::ALL[usize::from(b) % Kind::ALL.len()];
            Command::Move { kind, id: pick(&of(kind), c), to: usize::from(a) % 12 }
        }
        18 => Command::MergeActors { keep: pick(&actors, a), gone: several(&actors, b) },
        19 => Command::Rate {
            actor: pick(&actors, a),
            criterion: Criterion::ALL[usize::from(b) % 6],
            value: (c % 5 > 0).then_some(value),
            on: day(c),
            by,
        },
        20 => Command::NoteReading {
            actor: pick(&actors, a),
            criterion: Criterion::ALL[usize::from(b) % 6],
            by,
            note: text,
        },
        21 => Command::Position {
            actor: pick(&actors, a),
            objective: pick(&objectives, b),
            value: PositionValue::new(value),
            on: day(c),
            by,
            note: text,
        },
        22 => Command::Influence {
            from: pick(&actors, a),
            to: pick(&actors, b),
            value: Level::new(value),
            on: day(c),
            by,
        },
        23 => {
            let (from, to) = (pick(&actors, a), pick(&actors, b));
            let tie = (c % 4 > 0).then(|| Tie {
                from: from.clone(),
                to: to.clone(),
                level: TieLevel::ALL[usize::from(c) % 5],
                directed: (c % 3 == 0).then_some(c % 2 == 0),
                ..Tie::default()
            });
            Command::SetTie { from, to, tie }
        }
        24 if c % 2 == 0 => Command::Responsibility {
            function: pick(&functions, a),
            actor: pick(&actors, b),
            letters: Letter::ALL
                .iter()
                .copied()
                .filter(|letter| (c >> (*letter as u8 + 2)) & 1 == 1)
                .collect(),
        },
        24 => Command::Condition {
            role: pick(&roles, a),
            condition: Condition {
                code: ["available", "neutral"][usize::from(b) % 2].to_owned(),
                status: ConditionStatus::ALL.get(usize::from(c) % 4).copied(),
                evidence: text,
                ..Condition::default()
            },
        },
        _ if c % 3 == 0 => Command::BringBack { finding: "V06".to_owned(), objects: several(&actors, b) },
        _ => Command::SetAside(SetAside {
            finding: "V06".to_owned(),
            objects: several(&actors, b),
            reason: text,
            ..SetAside::default()
        }),
    }
}

thread_local! {
    static STARTS: Vec<Dossier> = read_starts();
}

fn starts() -> Vec<Dossier> {
    STARTS.with(Clone::clone)
}

/// Dossiers to start from: blank, hand-written with all that a file may hold, and two examples.
fn read_starts() -> Vec<Dossier> {
    let read = |value: Value| exchange::read_value(value).expect("a valid start").dossier;
    let odd = json!({
        "x-first": {"kept": [1, 2.50, "é"]}, "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d",
        "revision": 7, "language": "fr", "project": {"title": "", "x": 1, "carrier": null},
        "territories": [], "needs": null, "actions": "",
        "objectives": [{"id": "o1", "title": "Mobilité", "theme": "", "x/y~z": {"deep": null}}],
        "functions": [{"id": "f1", "objectives": ["o1"]}],
        "actors": [
            {"id": "a1", "name": "CCI", "tags": [], "contacts": [{"id": "c1", "x": true}],
             "readings": [{"criterion": "stance", "value": -2, "on": "2026-01-01", "x": 1}], "x-own": [[]]},
            {"id": "a2", "name": "", "wave": null},
            {"id": "a3", "name": "PLIE"},
        ],
        "positions": [{"actor": "a1", "objective": "o1", "value": -3, "x": 0},
                      {"actor": "a2", "objective": "o1", "value": 2}],
        "influences": [{"from": "a1", "to": "a2", "value": 2}, {"from": "a2", "to": "a3", "value": 1}],
        "ties": [{"from": "a1", "to": "a2", "level": "conflict"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "operator", "scope": {"function": "f1"}, "conditions": []}],
        "setAside": [{"finding": "V06", "objects": ["a1", "gone"]}],
        "x-last": null,
    });
    let mut starts = vec![Dossier::blank(Id::from("d"), "fr"), read(odd)];
    for text in [
        include_str!("../src/vocabulary/examples/petit.json"),
        include_str!("../src/vocabulary/examples/bassin.json"),
    ] {
        starts.push(read(serde_json::from_str(text).unwrap()));
    }
    starts
}

fn without_revision(dossier: &Dossier) -> Value {
    let mut value = value_of(dossier);
    value.as_object_mut().unwrap().remove("revision");
    value
}

fn patched(before: &Dossier, after: &Dossier) -> Result<(), TestCaseError> {
    let mut value = value_of(before);
    let patch = between(before, after);
    json_patch::patch(&mut value, &patch)
        .map_err(|error| TestCaseError::fail(format!("{error}: {patch}")))?;
    prop_assert_eq!(value, value_of(after));
    rewritten(before, after)
}

/// What two revisions share is copied from the text of the first: the text of the second is what it would be alone.
fn rewritten(before: &Dossier, after: &Dossier) -> Result<(), TestCaseError> {
    let mut writer = exchange::Rewriter::default();
    for revision in [before, after, before, after, after] {
        let text = String::from_utf8(writer.write(revision)).unwrap();
        prop_assert_eq!(text, String::from_utf8(exchange::write(revision)).unwrap());
    }
    Ok(())
}

fn sound(applied: &Applied, highest: &mut u32) -> Result<(), TestCaseError> {
    patched(&applied.before, &applied.after)?;
    prop_assert_eq!(integrity::check(&applied.after), vec![]);
    let revision = applied.after.revision.unwrap();
    prop_assert!(revision > *highest);
    *highest = revision;
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_stays_sound_and_comes_back(
        // The larger example costs too much here: its records are of the same kinds.
        start in 0_usize..3,
        entropy: u64,
        gestures in prop::collection::vec(gesture(), 1..24),
    ) {
        let start = starts().swap_remove(start);
        let mut session = Session::new(Rc::new(start.clone()));
        let mut fresh = FreshIds::new(&start, entropy);
        let mut highest = start.revision.unwrap_or_default();
        let mut keys = Vec::new();
        for gesture in &gestures {
            let command = command(gesture, session.dossier(), &mut fresh);
            let merge = gesture.merge.map(|key| key.to_string());
            let edit = Edit { command, origin: Origin::User, merge: merge.clone() };
            let before = Rc::clone(session.dossier());
            match session.apply(edit) {
                Ok(Some(applied)) => {
                    prop_assert!(Rc::ptr_eq(&before, &applied.before));
                    prop_assert!(Rc::ptr_eq(session.dossier(), &applied.after));
                    sound(&applied, &mut highest)?;
                    keys.push(merge);
                }
                Ok(None) | Err(_) => prop_assert!(Rc::ptr_eq(&before, session.dossier())),
            }
        }
        let written = exchange::write(session.dossier());
        let read = exchange::read(&written).map_err(|refusal| TestCaseError::fail(format!("{refusal:?}")))?;
        prop_assert_eq!(value_of(&read.dossier), value_of(session.dossier().as_ref()));
        patched(&start, session.dossier())?;
        patched(session.dossier(), &start)?;
        // The same states, read again, share nothing any more.
        patched(&start, &read.dossier)?;

        // Steps of one key are one, or none where they cancel out.
        let mut steps = 0;
        while let Some(applied) = session.undo() {
            sound(&applied, &mut highest)?;
            steps += 1;
        }
        let mut runs = keys.clone();
        runs.dedup_by(|b, a| a.is_some() && a == b);
        prop_assert!(steps <= runs.len());
        if keys.iter().all(Option::is_none) {
            prop_assert_eq!(steps, keys.len());
        }
        prop_assert_eq!(without_revision(session.dossier()), without_revision(&start));
        let mut redone = 0;
        while let Some(applied) = session.redo() {
            sound(&applied, &mut highest)?;
            redone += 1;
        }
        prop_assert_eq!(redone, steps);
        prop_assert_eq!(without_revision(session.dossier()), without_revision(&read.dossier));
    }

    #[test]
    fn lists_shuffled_cut_and_grown_at_once_are_patched_exactly(
        order in prop::collection::vec((any::<u16>(), 0_u8..8), 0..30),
        lines in prop::collection::vec((0_u8..12, -4_i8..=4), 0..20),
        lines_after in prop::collection::vec((0_u8..12, -4_i8..=4), 0..20),
    ) {
        let start = starts().swap_remove(1);
        let mut before = start.clone();
        before.actors = (0..order.len())
            .map(|n| Actor { id: Id::from(format!("a{n}")), name: "x".to_owned(), ..Actor::default() })
            .collect();
        let position = |(n, value): &(u8, i8)| tour_de_table::model::Position {
            actor: Id::from(format!("a{n}")),
            value: PositionValue::new(*value).unwrap(),
            ..tour_de_table::model::Position::default()
        };
        before.positions = lines.iter().map(position).collect();
        let mut after = before.clone();
        let mut sorted: Vec<_> = before.actors.iter().zip(&order).collect();
        sorted.sort_by_key(|(_, (key, _))| *key);
        *after.actors.items_mut() = sorted
            .into_iter()
            .filter(|(_, (_, fate))| *fate > 0)
            .flat_map(|(actor, (key, fate))| {
                let mut changed = actor.as_ref().clone();
                match fate {
                    1 => changed.name = "changed".to_owned(),
                    2 => changed.tags.push("t".to_owned()),
                    3 => {
                        let id = Id::from(format!("new{key}"));
                        return vec![Rc::clone(actor), Rc::new(Actor { id, ..Actor::default() })];
                    }
                    _ => return vec![Rc::clone(actor)],
                }
                vec![Rc::new(changed)]
            })
            .collect();
        // Some lines are the very same, others are new.
        let kept = before.positions.iter().cloned().step_by(2);
        *after.positions.items_mut() = kept.chain(lines_after.iter().map(|line| Rc::new(position(line)))).collect();
        patched(&before, &after)?;
        patched(&after, &before)?;
    }
}

#[test]
fn one_changed_actor_gives_one_operation() {
    let start = starts().swap_remove(3);
    let mut session = Session::new(Rc::new(start));
    let mut actor = session.dossier().actors[3].as_ref().clone();
    actor.interests = "Autre".to_owned();
    let edit = Edit { command: Command::Put(Item::Actor(actor)), origin: Origin::User, merge: None };
    let applied = session.apply(edit).unwrap().unwrap();
    let patch = value_of(&between(&applied.before, &applied.after));
    let paths: Vec<&str> = patch.as_array().unwrap().iter().map(|op| op["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["/revision", "/actors/3/interests"]);
}

#[test]
fn one_moved_actor_gives_one_move() {
    let start = starts().swap_remove(3);
    let first = start.actors[0].id.clone();
    let mut session = Session::new(Rc::new(start));
    let command = Command::Move { kind: Kind::Actor, id: first, to: 4 };
    let applied = session.apply(Edit { command, origin: Origin::User, merge: None }).unwrap().unwrap();
    let patch = value_of(&between(&applied.before, &applied.after));
    assert_eq!(patch[1], json!({"op": "move", "from": "/actors/0", "path": "/actors/4"}));
    assert_eq!(patch.as_array().unwrap().len(), 2);
}

#[test]
fn a_removed_line_is_one_removal() {
    let start = starts().swap_remove(1);
    let mut after = start.clone();
    after.influences.items_mut().remove(0);
    assert_eq!(value_of(&between(&start, &after)), json!([{"op": "remove", "path": "/influences/0"}]));
    assert_eq!(value_of(&between(&after, &start))[0]["path"], json!("/influences/0"),);
}

#[test]
fn a_list_that_empties_goes_back_to_what_the_file_said_in_its_place() {
    let start = starts().swap_remove(1);
    let mut after = start.clone();
    after.needs.push(Need { id: Id::from("n1"), ..Need::default() });
    assert_eq!(
        value_of(&between(&start, &after)),
        json!([{"op": "replace", "path": "/needs", "value": [{"id": "n1"}]}])
    );
    assert_eq!(
        value_of(&between(&after, &start)),
        json!([{"op": "replace", "path": "/needs", "value": null}])
    );
}
