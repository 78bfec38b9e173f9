//! Merging dossiers: cases worked out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use serde_json::{Value, json};
use tour_de_table::edit::Command::{MergeActors, Remove};
use tour_de_table::edit::Kind;
use tour_de_table::exchange::merge::{
    Choice, Kinship, Merged, digest, into, kinship, merge, resolve, with_lineage,
};
use tour_de_table::exchange::privacy::copy;
use tour_de_table::exchange::{Refusal, read, read_value};
use tour_de_table::model::json::value_of;
use tour_de_table::model::{ActorKind, Dossier, PositionValue, Privacy, Snapshot, Tie, TieLevel, integrity};

/// A dossier with these keys.
fn dossier(keys: Value) -> Dossier {
    let mut file = json!({"format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1"});
    for (key, value) in keys.as_object().unwrap() {
        file[key] = value.clone();
    }
    match read_value(file) {
        Ok(opened) => opened.dossier,
        Err(refusal) => panic!("{refusal:?}"),
    }
}

/// Merges, and checks what holds of every merge.
fn merged(base: Option<&Dossier>, ours: &Dossier, theirs: &Dossier) -> Merged {
    let found = merge(base, ours, theirs).unwrap();
    assert_eq!(integrity::check(&found.dossier), vec![]);
    let other = merge(base, theirs, ours).unwrap();
    assert_eq!(value_of(&found.dossier), value_of(&other.dossier), "the same whichever side is ours");
    let swapped: Vec<_> = other
        .conflicts
        .into_iter()
        .map(|mut one| {
            std::mem::swap(&mut one.ours, &mut one.theirs);
            one
        })
        .collect();
    assert_eq!(found.conflicts, swapped);
    for side in [ours, theirs] {
        let again = merge(base, &found.dossier, side).unwrap();
        assert_eq!(value_of(&again.dossier), value_of(&found.dossier), "merged twice");
    }
    let file = value_of(&found.dossier);
    for conflict in &found.conflicts {
        let here = file.pointer(&conflict.pointer).cloned().unwrap_or_default();
        assert!(
            conflict.whole.is_some() || here == conflict.ours || here == conflict.theirs,
            "{conflict:?} points at {here}"
        );
    }
    found
}

/// Conflicts as `pointer: base | ours | theirs`.
fn said(found: &Merged) -> Vec<String> {
    let line = |one: &tour_de_table::exchange::merge::Conflict| {
        format!("{}: {} | {} | {}", one.pointer, one.base, one.ours, one.theirs)
    };
    found.conflicts.iter().map(line).collect()
}

fn at(found: &Merged, pointer: &str) -> Value {
    value_of(&found.dossier).pointer(pointer).cloned().unwrap_or_default()
}

/// One dossier taken into another without any earlier state of them.
fn taken(ours: &Dossier, theirs: &Dossier) -> Result<(Dossier, String), Refusal> {
    into(&kinship(ours, theirs, &[]), ours, theirs)
}

#[test]
fn what_one_side_changed_is_taken_and_what_both_changed_is_a_conflict() {
    let base = dossier(
        json!({"project": {"title": "A", "problem": "P"}, "actors": [{"id": "a1", "name": "CCI", "tags": ["x", "y"]}]}),
    );
    let ours = dossier(
        json!({"project": {"title": "B", "problem": "P"}, "actors": [{"id": "a1", "name": "CCI Guyane", "tags": ["x"]}]}),
    );
    let theirs = dossier(
        json!({"project": {"title": "C", "problem": "Q"}, "actors": [{"id": "a1", "name": "CCI", "subkind": "cci", "tags": ["x", "y", "z"]}]}),
    );
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(said(&found), [r#"/project/title: "A" | "B" | "C""#]);
    assert_eq!(
        at(&found, "/actors/0"),
        json!({"id": "a1", "name": "CCI Guyane", "subkind": "cci", "tags": ["x", "z"]})
    );
    assert_eq!(at(&found, "/project/problem"), "Q");
    let choose = |choice| resolve(&found, &[Some(choice)]).unwrap();
    assert_eq!(choose(Choice::Ours).title(), "B");
    assert_eq!(choose(Choice::Theirs).title(), "C");
}

#[test]
fn without_an_ancestor_nothing_is_removed_and_every_difference_is_a_conflict() {
    let ours = dossier(
        json!({"project": {"title": "B"}, "actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "CMA"}]}),
    );
    let theirs = dossier(
        json!({"project": {"title": "B", "problem": "Q"}, "actors": [{"id": "a1", "name": "CCIG"}, {"id": "a3", "name": "Région"}]}),
    );
    let found = merged(None, &ours, &theirs);
    assert_eq!(said(&found), [r#"/actors/0/name: null | "CCI" | "CCIG""#]);
    assert_eq!(found.dossier.actors.len(), 3);
    assert_eq!(at(&found, "/project/problem"), "Q");
}

#[test]
fn what_one_removed_and_the_other_left_alone_goes_with_what_referred_to_it() {
    let base = dossier(json!({
        "objectives": [{"id": "o1"}],
        "actors": [{"id": "a1", "name": "CCI"}, {"id": "a2"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 1}],
        "needs": [{"id": "n1", "liftedBy": ["a1", "a2"]}],
    }));
    let ours = dossier(
        json!({"objectives": [{"id": "o1"}], "actors": [{"id": "a2"}], "needs": [{"id": "n1", "liftedBy": ["a2"]}]}),
    );
    let mut theirs = base.clone();
    theirs.actors.item_mut(1).unwrap().name = "CMA".to_owned();
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(said(&found), [""; 0]);
    assert_eq!(at(&found, "/actors"), json!([{"id": "a2", "name": "CMA"}]));
    assert!(found.dossier.positions.is_empty());
}

#[test]
fn what_one_removed_and_the_other_changed_stays_with_all_that_went_with_it() {
    let base = dossier(json!({
        "project": {"carrier": "a1"},
        "objectives": [{"id": "o1"}],
        "actors": [{"id": "a1", "name": "CCI"}, {"id": "a2"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 1}],
        "needs": [{"id": "n1", "liftedBy": ["a1", "a2"]}],
    }));
    let ours = dossier(
        json!({"project": {}, "objectives": [{"id": "o1"}], "actors": [{"id": "a2"}], "needs": [{"id": "n1", "liftedBy": ["a2"]}]}),
    );
    let mut theirs = base.clone();
    theirs.actors.item_mut(0).unwrap().name = "CCI Guyane".to_owned();
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(
        said(&found),
        [r#"/actors/0: {"id":"a1","name":"CCI"} | null | {"id":"a1","name":"CCI Guyane"}"#]
    );
    assert_eq!(value_of(&found.dossier), value_of(&theirs), "the actor stays as it stood");
    // Choosing the removal takes away everything with it.
    let without = resolve(&found, &[Some(Choice::Ours)]).unwrap();
    assert!(without.positions.is_empty() && without.actors.len() == 1);
    assert_eq!(without.needs[0].lifted_by.len(), 1);
    assert_eq!(without.project.unwrap().carrier, None);
}

#[test]
fn what_is_newly_referred_to_stays() {
    let base = dossier(json!({"objectives": [{"id": "o1"}], "actors": [{"id": "a1", "name": "CCI"}]}));
    let ours = dossier(json!({"objectives": [{"id": "o1"}]}));
    let theirs = dossier(json!({
        "objectives": [{"id": "o1"}], "actors": [{"id": "a1", "name": "CCI"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": -2}],
    }));
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(said(&found), [r#"/actors/0: {"id":"a1","name":"CCI"} | null | {"id":"a1","name":"CCI"}"#]);
    assert_eq!(at(&found, "/positions/0/value"), -2);
}

#[test]
fn what_went_with_two_records_that_both_stay_comes_back() {
    let position = json!([{"actor": "a1", "objective": "o1", "value": 1}]);
    let with = |title: &str, objectives: bool, actors: Value, positions: Value| {
        let objectives = if objectives { json!([{"id": "o1", "title": title}]) } else { json!([]) };
        dossier(json!({"objectives": objectives, "actors": actors, "positions": positions}))
    };
    let base = with("O", true, json!([{"id": "a1", "name": "A"}]), position.clone());
    // One removed the objective and changed the actor, the other the reverse: nobody removed the position.
    let ours = with("", false, json!([{"id": "a1", "name": "B"}]), json!([]));
    let theirs = with("P", true, json!([]), json!([]));
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(at(&found, "/positions"), position);
    assert_eq!(found.conflicts.len(), 2);
}

#[test]
fn of_two_dated_judgements_the_later_counts_for_the_time_being_and_both_are_told() {
    let with = |value: i64, on: &str, note: &str| {
        dossier(json!({
            "objectives": [{"id": "o1"}], "actors": [{"id": "a1"}],
            "positions": [{"actor": "a1", "objective": "o1", "value": value, "on": on, "note": note}],
        }))
    };
    let base = with(1, "2026-01-01", "");
    let ours = with(4, "2026-02-01", "réunion");
    let theirs = with(-3, "2026-03-01", "courriel");
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(
        said(&found),
        [
            "/positions/0/value: 1 | 4 | -3",
            r#"/positions/0/on: "2026-01-01" | "2026-02-01" | "2026-03-01""#,
            r#"/positions/0/note: null | "réunion" | "courriel""#,
        ]
    );
    assert_eq!(at(&found, "/positions"), value_of(&theirs)["positions"]);
    assert!(found.conflicts.iter().all(|one| one.whole.as_deref() == Some("/positions/0")));
    // Another evaluator's value is another thing.
    let mut other = base.clone();
    other.positions.item_mut(0).unwrap().by = "Ana".to_owned();
    let both = merged(None, &base, &other);
    assert_eq!((both.conflicts.len(), both.dossier.positions.len()), (0, 2));
}

#[test]
fn readings_are_a_series_in_the_order_of_their_days() {
    let with = |readings: Value| dossier(json!({"actors": [{"id": "a1", "readings": readings}]}));
    let one = |value: i64, on: &str| json!({"criterion": "mobilisation", "value": value, "on": on});
    let base = with(json!([one(1, "2026-01-01")]));
    let ours = with(json!([one(1, "2026-01-01"), one(3, "2026-05-01"), one(4, "2026-06-01")]));
    let theirs = with(json!([one(1, "2026-01-01"), one(2, "2026-04-01"), one(0, "2026-06-01")]));
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(said(&found), ["/actors/0/readings/3/value: null | 4 | 0"]);
    let days: Vec<_> =
        found.dossier.actors[0].readings.iter().map(|one| one.on.unwrap().to_string()).collect();
    assert_eq!(days, ["2026-01-01", "2026-04-01", "2026-05-01", "2026-06-01"]);
}

#[test]
fn the_same_register_number_is_the_same_organisation_and_the_same_name_only_a_likeness() {
    // 732 829 320 00074 is the example of the INSEE documentation.
    let siret = json!([{"scheme": "SIRET", "value": "732 829 320 00074"}]);
    let spaced = json!([{"scheme": "siret", "value": "73282932000074"}]);
    let ours = dossier(json!({
        "objectives": [{"id": "o1"}],
        "actors": [{"id": "x9", "name": "CCI", "kind": "business", "identifiers": siret}, {"id": "x8", "name": "Mission locale"}],
        "positions": [{"actor": "x9", "objective": "o1", "value": 2}],
    }));
    let theirs = dossier(json!({
        "objectives": [{"id": "o1"}],
        "actors": [{"id": "x2", "name": "Chambre", "identifiers": spaced}, {"id": "x1", "name": "la Mission Locale", "kind": "employmentTraining"}],
        "roles": [{"id": "r1", "actor": "x2", "role": "lead"}],
        "setAside": [{"finding": "V01", "objects": ["x2"]}],
    }));
    let found = merged(None, &ours, &theirs);
    let ids: Vec<&str> = found.dossier.actors.iter().map(|actor| actor.id.as_str()).collect();
    assert_eq!(ids.len(), 3);
    assert!(ids.contains(&"x2") && !ids.contains(&"x9"));
    assert_eq!(at(&found, "/positions/0/actor"), "x2");
    assert_eq!(at(&found, "/roles/0/actor"), "x2");
    let pairs: Vec<_> = found.likenesses.iter().map(|one| (one.ours.as_str(), one.theirs.as_str())).collect();
    assert_eq!(pairs, [("x8", "x1")]);
    assert!(said(&found).iter().any(|line| line.contains(r#""CCI" | "Chambre""#)));
}

#[test]
fn ids_that_mean_two_things_are_parted() {
    let ours = dossier(json!({
        "actors": [{"id": "x", "name": "CCI", "contacts": [{"id": "c1", "name": "Ana"}]}],
        "roles": [{"id": "r", "actor": "x", "role": "lead"}],
        "bodies": [{"id": "b", "seats": [{"id": "p1"}, {"id": "p2", "alternateOf": "p1"}]}],
    }));
    let theirs = dossier(json!({
        "objectives": [{"id": "x", "title": "Loger"}], "functions": [{"id": "f", "objectives": ["x"]}],
        "actors": [{"id": "y", "name": "CMA", "contacts": [{"id": "c1", "name": "Bob"}]}],
        "bodies": [{"id": "b2", "seats": [{"id": "p1"}, {"id": "p2", "alternateOf": "p1"}]}],
    }));
    let found = merged(None, &ours, &theirs);
    assert_eq!(said(&found), [""; 0]);
    assert_eq!(at(&found, "/functions/0/objectives/0"), at(&found, "/objectives/0/id"));
    let body = &found.dossier.bodies[1];
    assert_eq!(body.seats[1].alternate_of.as_ref(), Some(&body.seats[0].id));
    let names: Vec<&str> = found
        .dossier
        .actors
        .iter()
        .flat_map(|actor| actor.contacts.iter().map(|one| one.name.as_str()))
        .collect();
    assert_eq!(names, ["Ana", "Bob"]);
}

#[test]
fn what_the_format_does_not_know_is_kept_and_merged_as_a_whole() {
    let base =
        dossier(json!({"x": {"k": [1]}, "actors": [{"id": "a1", "color": "red", "extra": {"n": null}}]}));
    let ours = dossier(
        json!({"x": {"k": [2]}, "actors": [{"id": "a1", "color": "red", "extra": {"n": null}, "new": true}]}),
    );
    let theirs = dossier(
        json!({"x": {"k": [1], "m": 0}, "actors": [{"id": "a1", "color": "blue", "extra": {"n": null}}]}),
    );
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(said(&found), [r#"/x: {"k":[1]} | {"k":[2]} | {"k":[1],"m":0}"#]);
    assert_eq!(
        at(&found, "/actors/0"),
        json!({"id": "a1", "color": "blue", "extra": {"n": null}, "new": true})
    );
}

#[test]
fn what_fits_apart_and_not_together_is_a_conflict() {
    let base = dossier(json!({
        "project": {"startsOn": "2026-01-01", "endsOn": "2026-12-31"},
        "territories": [{"id": "t1"}, {"id": "t2"}],
    }));
    let ours = dossier(json!({
        "project": {"startsOn": "2026-11-01", "endsOn": "2026-12-31"},
        "territories": [{"id": "t1", "parent": "t2"}, {"id": "t2"}],
    }));
    let theirs = dossier(json!({
        "project": {"startsOn": "2026-01-01", "endsOn": "2026-06-30"},
        "territories": [{"id": "t1"}, {"id": "t2", "parent": "t1"}],
    }));
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(
        said(&found),
        [
            r#"/project/startsOn: "2026-01-01" | "2026-11-01" | "2026-01-01""#,
            r#"/project/endsOn: "2026-12-31" | "2026-12-31" | "2026-06-30""#,
            r#"/territories/0/parent: null | "t2" | null"#,
            r#"/territories/1/parent: null | null | "t1""#,
        ]
    );
}

#[test]
fn long_texts_are_joined_on_request() {
    let with = |text: &str| dossier(json!({"actors": [{"id": "a1", "interests": text}]}));
    let found = merged(Some(&with("")), &with("Former"), &with("Loger"));
    assert_eq!(said(&found), [r#"/actors/0/interests: null | "Former" | "Loger""#]);
    let both = resolve(&found, &[Some(Choice::Both)]).unwrap();
    assert_eq!(both.actors[0].interests, "Former\nLoger");
}

#[test]
fn records_added_at_the_end_keep_the_order_of_each_and_moved_ones_stay_moved() {
    let with = |ids: &[&str]| {
        let items: Vec<Value> = ids.iter().map(|id| json!({"id": id})).collect();
        dossier(json!({"needs": items}))
    };
    let ids = |found: &Merged| -> Vec<String> {
        found.dossier.needs.iter().map(|one| one.id.as_str().to_owned()).collect()
    };
    let base = with(&["m", "n", "o"]);
    let found = merged(Some(&base), &with(&["m", "n", "o", "z", "b"]), &with(&["m", "n", "o", "c", "a"]));
    // Woven: z before b, c before a; of the heads z and c, c is the lesser, then a, then z, then b.
    assert_eq!(ids(&found), ["m", "n", "o", "c", "a", "z", "b"]);
    let found = merged(Some(&base), &with(&["o", "m", "n"]), &with(&["m", "x", "n", "o", "y"]));
    assert_eq!(ids(&found), ["o", "m", "x", "n", "y"]);
    let found = merged(Some(&base), &with(&["m", "o"]), &with(&["m", "n", "x", "o"]));
    assert_eq!(ids(&found), ["m", "x", "o"]);
}

#[test]
fn every_fixture_merged_with_itself_is_itself() {
    for file in std::fs::read_dir("tests/fixtures/dossiers/valid").unwrap() {
        let path = file.unwrap().path();
        let name = path.to_string_lossy().into_owned();
        if name.contains(".expected.") || path.extension().is_none_or(|kind| kind != "json") {
            continue;
        }
        let opened = read(&std::fs::read(&path).unwrap()).unwrap().dossier;
        for base in [None, Some(&opened)] {
            let found = merge(base, &opened, &opened).unwrap();
            assert_eq!(value_of(&found.dossier), value_of(&opened), "{name}");
            assert!(found.conflicts.is_empty() && found.likenesses.is_empty(), "{name}");
        }
        // All of it against nothing: all of it comes.
        let blank =
            Dossier { id: opened.id.clone(), language: opened.language.clone(), ..dossier(json!({})) };
        let found = merge(None, &blank, &opened).unwrap();
        assert_eq!(value_of(&found.dossier), value_of(&opened), "{name}");
    }
}

#[test]
fn the_common_ancestor_is_found_in_snapshots_lineage_and_kept_revisions() {
    let with =
        |title: &str, revision: u32| dossier(json!({"project": {"title": title}, "revision": revision}));
    let start = with("A", 1);
    assert_eq!(digest(&start), digest(&with("A", 7)));
    let (ours, theirs) = (with("B", 2), with("C", 2));
    assert!(matches!(kinship(&ours, &ours, &[]), Kinship::Same));
    assert!(matches!(kinship(&ours, &theirs, &[]), Kinship::Copies));
    // The file that left knew its own state; this device kept that state.
    let sent = with_lineage(&theirs, &[&start]);
    assert!(matches!(kinship(&start, &sent, &[]), Kinship::Later));
    assert!(matches!(kinship(&sent, &start, &[]), Kinship::Earlier));
    let Kinship::Common(base) = kinship(&ours, &sent, &[start.clone().into()]) else { panic!("kept") };
    assert_eq!(base.title(), "A");
    // A snapshot that both hold.
    let snapshot = Snapshot { id: "z1".into(), content: value_of(&start), ..Snapshot::default() };
    let [mut ours, mut theirs] = [ours, theirs];
    ours.snapshots.push(snapshot.clone());
    theirs.snapshots.push(snapshot);
    let Kinship::Common(base) = kinship(&ours, &theirs, &[]) else { panic!("snapshot") };
    assert_eq!(base.title(), "A");
    let stranger = Dossier { id: "d2".into(), ..start };
    assert!(matches!(kinship(&ours, &stranger, &[]), Kinship::Strangers));
}

#[test]
fn an_id_that_two_dossiers_use_by_chance_makes_no_one_thing_of_two() {
    let ours = dossier(json!({
        "objectives": [{"id": "o1", "title": "Former au poste"}, {"id": "o2", "title": "Loger"}],
        "actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "Région"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 2}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead"}],
    }));
    let theirs = dossier(json!({
        "objectives": [{"id": "o1", "title": "Former les équipes"}, {"id": "o2", "title": "loger"}],
        "actors": [{"id": "a1", "name": "Département"}, {"id": "a2", "name": "Région"}],
        "positions": [{"actor": "a1", "objective": "o1", "value": -3}, {"actor": "a2", "objective": "o2", "value": 4}],
        "roles": [{"id": "r1", "actor": "a1", "role": "funder"}],
    }));
    let theirs = Dossier { id: "d2".into(), ..theirs };
    let (once, told) = taken(&ours, &theirs).unwrap();
    let now = value_of(&once);
    let all = |list: &str, key: &str| -> Vec<String> {
        now[list].as_array().unwrap().iter().map(|one| one[key].to_string()).collect()
    };
    let mut titles = all("objectives", "title");
    titles.sort();
    assert_eq!(titles.len(), 3, "the same words are one, other words are two: {titles:?}");
    assert!(
        titles.contains(&"\"Former au poste\"".to_owned())
            && titles.contains(&"\"Former les équipes\"".to_owned())
    );
    let mut names = all("actors", "name");
    names.sort();
    assert_eq!(names, ["\"CCI\"", "\"Département\"", "\"Région\""]);
    // Each keeps what was said of it.
    let value = |actor: &str, objective: &str| {
        let id = |list: &str, key: &str, words: &str| {
            let one = now[list].as_array().unwrap().iter().find(|one| one[key] == words);
            one.map(|one| one["id"].clone()).unwrap()
        };
        let (actor, objective) = (id("actors", "name", actor), id("objectives", "title", objective));
        let position = now["positions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["actor"] == actor && one["objective"] == objective);
        position.map(|one| one["value"].clone())
    };
    assert_eq!(value("CCI", "Former au poste"), Some(json!(2)));
    assert_eq!(value("Département", "Former les équipes"), Some(json!(-3)));
    assert_eq!(value("Département", "Former au poste"), None);
    let roles = now["roles"].as_array().unwrap();
    assert_eq!(roles.len(), 2, "a lead and a funder: {roles:?}");
    // Only the case of a title is to decide; and once more changes nothing.
    let told: Value = serde_json::from_str(&format!("{{{told}}}")).unwrap();
    assert_eq!(told["conflicts"].as_array().unwrap().len(), 1, "{told}");
    let (twice, _) = taken(&once, &theirs).unwrap();
    assert_eq!(value_of(&Dossier { lineage: once.lineage.clone(), ..twice }), value_of(&once));
}

#[test]
fn what_an_actor_once_was_binds_no_stranger_that_bears_the_same_id() {
    // One dossier made a2 of its own part of a1; the other has someone else under a2.
    let fused = dossier(json!({
        "actors": [{"id": "a1", "name": "CCI", "tags": ["CMA"], "formerIds": ["a2"]}],
    }));
    let other = dossier(json!({"actors": [{"id": "a2", "name": "Région"}, {"id": "a9", "name": "Club"}]}));
    for (ours, theirs) in [(&fused, &other), (&other, &fused)] {
        let theirs = Dossier { id: "d2".into(), ..theirs.clone() };
        let (once, _) = taken(ours, &theirs).unwrap();
        let mut names: Vec<&str> = once.actors.iter().map(|actor| actor.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["CCI", "Club", "Région"]);
        let (twice, _) = taken(&once, &theirs).unwrap();
        assert_eq!(value_of(&Dossier { lineage: once.lineage.clone(), ..twice }), value_of(&once));
    }
    // The one that went into it is the same under its name.
    let same = dossier(json!({"actors": [{"id": "a2", "name": "cma"}]}));
    let (once, _) = taken(&fused, &Dossier { id: "d2".into(), ..same }).unwrap();
    assert_eq!(once.actors.iter().map(|actor| actor.id.as_str()).collect::<Vec<_>>(), ["a1"]);
}

#[test]
fn what_was_set_aside_of_a_record_follows_it_under_another_id() {
    let ours = dossier(json!({"objectives": [{"id": "o1", "title": "Former"}]}));
    let theirs = dossier(json!({
        "objectives": [{"id": "o1", "title": "Loger"}],
        "setAside": [{"code": "V05", "objects": ["o1"], "reason": "Vu en comité"}],
    }));
    let (once, _) = taken(&ours, &Dossier { id: "d2".into(), ..theirs }).unwrap();
    let housing = once.objectives.iter().find(|one| one.title == "Loger").unwrap();
    assert_ne!(housing.id.as_str(), "o1");
    assert_eq!(once.set_aside.first().unwrap().objects, std::slice::from_ref(&housing.id));
}

#[test]
fn what_a_reduced_copy_lacks_is_not_gone() {
    let base = dossier(json!({
        "objectives": [{"id": "o1"}],
        "actors": [{"id": "a1", "name": "CCI", "interests": "Former", "contacts": [{"id": "c1", "name": "Ana", "email": "ana@example.org"}]}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 2}],
    }));
    for level in [Privacy::WithoutPersonalData, Privacy::Public] {
        let mut theirs = copy(&base, Some(level)).unwrap().dossier;
        theirs.actors.item_mut(0).unwrap().name = "CCI Guyane".to_owned();
        let mut ours = base.clone();
        ours.actors.item_mut(0).unwrap().interests = "Former et loger".to_owned();
        let found = merged(Some(&base), &ours, &theirs);
        let mut expected = ours.clone();
        expected.actors.item_mut(0).unwrap().name = "CCI Guyane".to_owned();
        assert_eq!(said(&found), [""; 0], "{level:?}");
        assert_eq!(value_of(&found.dossier), value_of(&expected), "{level:?}");
        // Without the ancestor, nothing is gone either.
        let found = merged(None, &base, &theirs);
        assert_eq!(said(&found), [r#"/actors/0/name: null | "CCI" | "CCI Guyane""#]);
        assert_eq!(found.dossier.positions.len(), 1);
        assert_eq!(found.dossier.privacy, None);
    }
}

/// An ancestor with two actors, a judgement on each, and a copy in which the second became the first.
fn one_of_two() -> [Dossier; 2] {
    let base = dossier(json!({
        "objectives": [{"id": "o1"}, {"id": "o2"}],
        "actors": [
            {"id": "a1", "name": "CCI", "kind": "business"},
            {"id": "a2", "name": "Chambre", "kind": "association", "subkind": "chambre"},
            {"id": "a3", "name": "CMA"},
        ],
        "positions": [
            {"actor": "a1", "objective": "o1", "value": 2},
            {"actor": "a2", "objective": "o1", "value": 1},
            {"actor": "a2", "objective": "o2", "value": -1},
        ],
    }));
    let fused = MergeActors { keep: "a1".into(), gone: vec!["a2".into()] }.run(&base).unwrap();
    [base, fused]
}

#[test]
fn what_is_said_of_an_actor_that_became_another_is_said_of_that_one() {
    let [base, ours] = one_of_two();
    let mut theirs = base.clone();
    let gone = theirs.actors.item_mut(1).unwrap();
    gone.kind = Some(ActorKind::Expert);
    gone.interests = "Former".to_owned();
    theirs.positions.item_mut(2).unwrap().note = "réunion".to_owned();
    theirs.positions.item_mut(1).unwrap().value = PositionValue::new(-3).unwrap();
    theirs.ties.push(Tie {
        from: "a2".into(),
        to: "a3".into(),
        level: TieLevel::Cooperating,
        ..Tie::default()
    });
    theirs.ties.push(Tie { from: "a1".into(), to: "a2".into(), level: TieLevel::Conflict, ..Tie::default() });
    let found = merged(Some(&base), &ours, &theirs);
    // One actor: what only the other had is its own, what replaces a value of its own is told.
    assert_eq!(
        at(&found, "/actors"),
        json!([
            {"id": "a1", "name": "CCI", "kind": "expert", "subkind": "chambre", "tags": ["Chambre"],
             "interests": "Former", "formerIds": ["a2"]},
            {"id": "a3", "name": "CMA"},
        ])
    );
    assert_eq!(
        at(&found, "/positions"),
        json!([
            {"actor": "a1", "objective": "o1", "value": -3},
            {"actor": "a1", "objective": "o2", "value": -1, "note": "réunion"},
        ])
    );
    assert_eq!(
        said(&found),
        [r#"/actors/0/kind: "business" | "business" | "expert""#, "/positions/0/value: 2 | 2 | -3"]
    );
    let kept = resolve(&found, &[Some(Choice::Ours), Some(Choice::Ours)]).unwrap();
    assert_eq!(kept.actors[0].kind, Some(ActorKind::Business));
    assert_eq!(value_of(&kept)["positions"][0]["value"], 2);
    // The tie to another follows; one between both says nothing any more, and is told.
    assert_eq!(at(&found, "/ties"), json!([{"from": "a1", "to": "a3", "level": "cooperating"}]));
    let lost: Vec<_> = found.lost.iter().map(|one| (one.side, one.pointer.as_str())).collect();
    assert_eq!(lost, [(1, "/ties/1")]);
    assert_eq!(found.lost[0].value, json!({"from": "a1", "to": "a2", "level": "conflict"}));
    assert_eq!(found.matched, [("a2".into(), "a1".into())]);
}

#[test]
fn actors_made_one_otherwise_by_several_are_one() {
    let base =
        dossier(json!({"actors": [{"id": "x"}, {"id": "y"}, {"id": "z"}, {"id": "w", "name": "CMA"}]}));
    let fused = |keep: &str, gone: &str| {
        MergeActors { keep: keep.into(), gone: vec![gone.into()] }.run(&base).unwrap()
    };
    // X is Y for one, Z for the other: all three are one, under the lesser of Y and Z.
    let found = merged(Some(&base), &fused("y", "x"), &fused("z", "x"));
    assert_eq!(
        at(&found, "/actors"),
        json!([{"id": "y", "formerIds": ["x", "z"]}, {"id": "w", "name": "CMA"}])
    );
    // Each kept the other one.
    let found = merged(Some(&base), &fused("y", "x"), &fused("x", "y"));
    let ids: Vec<&str> = found.dossier.actors.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["x", "z", "w"]);
    // One removed what the other made one with another: it is the other.
    let removed = Remove { kind: Kind::Actor, ids: vec!["x".into()] }.run(&base).unwrap();
    let found = merged(Some(&base), &fused("y", "x"), &removed);
    assert_eq!(at(&found, "/actors/0"), json!({"id": "y", "formerIds": ["x"]}));
    assert_eq!(said(&found), [""; 0]);
}

#[test]
fn a_file_that_says_of_an_actor_both_that_it_is_there_and_that_it_became_another_makes_nothing_of_it() {
    let base = dossier(json!({"actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "CMA"}]}));
    let mut lying = base.clone();
    lying.actors.item_mut(0).unwrap().former_ids = vec!["a2".into(), "a1".into()];
    let found = merged(Some(&base), &base, &lying);
    assert_eq!(found.dossier.actors.len(), 2);
    assert_eq!(found.matched, []);
}

/// Five thousand positions, of one hundred and twenty-five actors on forty objectives; each side changed its own half of
/// the actors and one position in twenty.
#[test]
fn a_large_dossier_is_merged_whole() {
    let file = |side: usize| {
        let actors: Vec<Value> = (0..125_usize)
            .map(|n| {
                let own = side > 0 && n % 2 == side - 1;
                json!({"id": format!("a{n}"), "name": format!("Acteur {n}{}", if own { " bis" } else { "" })})
            })
            .collect();
        let objectives: Vec<Value> =
            (0..40).map(|n| json!({"id": format!("o{n}"), "title": format!("Objectif {n}")})).collect();
        let cells = (0..125_usize).flat_map(|a| (0..40_usize).map(move |o| (a, o)));
        let positions: Vec<Value> = cells
            .map(|(a, o)| {
                let own = side > 0 && (a + o) % 20 == side;
                let value = if own { 4 } else { 1 };
                json!({"actor": format!("a{a}"), "objective": format!("o{o}"), "value": value, "on": "2026-11-22"})
            })
            .collect();
        dossier(json!({"actors": actors, "objectives": objectives, "positions": positions}))
    };
    let [base, ours, theirs] = [file(0), file(1), file(2)];
    let found = merge(Some(&base), &ours, &theirs).unwrap();
    assert_eq!(said(&found), [""; 0]);
    assert!(found.dossier.actors.iter().all(|actor| actor.name.ends_with(" bis")));
    // One in twenty each.
    let fours = found.dossier.positions.iter().filter(|one| one.value.get() == 4).count();
    assert_eq!((fours, found.dossier.positions.len()), (500, 5_000));
    // Without the ancestor, each of these is to be decided.
    let found = merge(None, &ours, &theirs).unwrap();
    assert_eq!(found.conflicts.len(), 125 + 500);
}

/// No rule on files alone can make the order of merges count for nothing where two institutions made one of the same two
/// actors, each keeping another. Of X (business) and Y (expert), one keeps Y and the other X. A third only changed the
/// kind of X to that of Y: what the first file says already. A fourth only changed that of Y to that of X: what the
/// second says already. So the first and the third together are the first, the second and the fourth the second; and yet
/// with the change of the third the outcome must be an expert, with that of the fourth a business.
#[test]
fn actors_made_one_each_way_have_values_that_no_order_can_settle() {
    let base = dossier(json!({"actors": [
        {"id": "x", "name": "Chambre", "kind": "business"}, {"id": "y", "name": "Chambre", "kind": "expert"}]}));
    let fused = |keep: &str, gone: &str| {
        MergeActors { keep: keep.into(), gone: vec![gone.into()] }.run(&base).unwrap()
    };
    let changed = |place: usize, kind: ActorKind| {
        let mut file = base.clone();
        file.actors.item_mut(place).unwrap().kind = Some(kind);
        file
    };
    let (first, second) = (fused("y", "x"), fused("x", "y"));
    let (third, fourth) = (changed(0, ActorKind::Expert), changed(1, ActorKind::Business));
    let sum = |one: &Dossier, other: &Dossier| merged(Some(&base), one, other).dossier;
    let kind = |one: &Dossier| one.actors[0].kind;
    assert_eq!(value_of(&sum(&first, &third)), value_of(&first));
    assert_eq!(value_of(&sum(&second, &fourth)), value_of(&second));
    // Whoever changed what stays is followed, and what both files say stands.
    assert_eq!(kind(&sum(&sum(&second, &third), &first)), Some(ActorKind::Expert));
    assert_eq!(kind(&sum(&sum(&first, &fourth), &second)), Some(ActorKind::Business));
    // In the other order both come to the merge of the first two, which is the same whichever comes first.
    let both = sum(&first, &second);
    assert_eq!(value_of(&both), value_of(&sum(&second, &first)));
    assert_eq!(both.actors.len(), 1);
    assert_eq!(value_of(&sum(&sum(&first, &third), &second)), value_of(&both));
    assert_eq!(value_of(&sum(&sum(&second, &fourth), &first)), value_of(&both));
}

/// An actor that one made of two, and that another removed, both of them, is gone with the note of what it was: who
/// comes after that finds no trace of it. Who comes before binds all three.
#[test]
fn an_actor_that_is_removed_takes_the_note_of_what_it_was_with_it() {
    let base = dossier(json!({"actors": [{"id": "x"}, {"id": "y"}, {"id": "z"}]}));
    let fused = |keep: &str, gone: &str| {
        MergeActors { keep: keep.into(), gone: vec![gone.into()] }.run(&base).unwrap()
    };
    let removed = Remove { kind: Kind::Actor, ids: vec!["x".into(), "z".into()] }.run(&base).unwrap();
    let (one, other) = (fused("x", "z"), fused("y", "z"));
    let sum = |one: &Dossier, other: &Dossier| merged(Some(&base), one, other).dossier;
    let actors = |sum: &Dossier| value_of(sum)["actors"].clone();
    assert_eq!(actors(&sum(&one, &removed)), json!([{"id": "y"}]));
    assert_eq!(actors(&sum(&sum(&one, &removed), &other)), json!([{"id": "y", "formerIds": ["z"]}]));
    let before = sum(&sum(&one, &other), &removed);
    assert_eq!(actors(&before), json!([{"id": "x", "formerIds": ["z", "y"]}]));
}
