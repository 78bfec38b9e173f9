//! Merging files that lie, or were made to harm: nothing is dropped in silence, and nothing breaks.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use serde_json::{Value, json};
use tour_de_table::exchange::merge::{Choice, Merged, merge, resolve};
use tour_de_table::exchange::{Refusal, read, read_value, write};
use tour_de_table::model::json::value_of;
use tour_de_table::model::{Dossier, integrity};

fn opened(keys: Value) -> Result<Dossier, Refusal> {
    let mut file = json!({"format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1"});
    for (key, value) in keys.as_object().unwrap() {
        file[key] = value.clone();
    }
    read_value(file).map(|opened| opened.dossier)
}

fn dossier(keys: Value) -> Dossier {
    opened(keys).expect("a dossier that can be opened")
}

/// Merges both ways round, and whatever is decided the dossier can be opened again.
fn merged(base: Option<&Dossier>, ours: &Dossier, theirs: &Dossier) -> Merged {
    let found = merge(base, ours, theirs).unwrap();
    let back = merge(base, theirs, ours).unwrap();
    assert_eq!(value_of(&found.dossier), value_of(&back.dossier));
    assert_eq!(found.conflicts.len(), back.conflicts.len());
    for choice in [None, Some(Choice::Ours), Some(Choice::Theirs)] {
        let decided = resolve(&found, &vec![choice; found.conflicts.len()]).unwrap();
        assert_eq!(integrity::check(&decided), vec![]);
        assert_eq!(value_of(&read(&write(&decided)).unwrap().dossier), value_of(&decided));
    }
    found
}

fn pointers(found: &Merged) -> Vec<&str> {
    found.conflicts.iter().map(|one| one.pointer.as_str()).collect()
}

#[test]
fn an_id_borne_twice_is_refused_before_any_merge() {
    let twice = opened(json!({"actors": [{"id": "a1", "name": "CCI"}, {"id": "a1", "name": "CMA"}]}));
    assert_eq!(twice.unwrap_err().problems[0].pointer, "/actors/1/id");
    let across = opened(json!({"actors": [{"id": "x"}], "objectives": [{"id": "x"}]}));
    assert!(across.is_err());
}

#[test]
fn ids_that_look_like_keys_paths_or_places_are_ids() {
    let ids = [
        "__proto__",
        "constructor",
        "a/b~0c",
        "-",
        "0",
        "i1",
        "k",
        "\u{202e}a1",
        "a1\u{200b}",
        "é",
        "e\u{301}",
    ];
    let actors = |end: &str| -> Vec<Value> {
        ids.iter().map(|id| json!({"id": id, "name": format!("{id}{end}")})).collect()
    };
    let ties: Vec<Value> =
        ids.windows(2).map(|pair| json!({"from": pair[0], "to": pair[1], "level": "networking"})).collect();
    let base = dossier(json!({"actors": actors(""), "ties": ties}));
    let (ours, theirs) = (
        dossier(json!({"actors": actors(" A"), "ties": ties})),
        dossier(json!({"actors": actors(" B"), "ties": ties})),
    );
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(found.dossier.ties.len(), ids.len() - 1);
    let expected: Vec<String> = (0..ids.len()).map(|place| format!("/actors/{place}/name")).collect();
    assert_eq!(pointers(&found), expected);
    for (conflict, id) in found.conflicts.iter().zip(ids) {
        assert_eq!(
            [&conflict.ours, &conflict.theirs],
            [&json!(format!("{id} A")), &json!(format!("{id} B"))]
        );
    }
}

#[test]
fn texts_made_to_mislead_are_kept_to_the_letter() {
    let with = |name: &str| dossier(json!({"actors": [{"id": "a1", "name": name, "kind": "business"}]}));
    // Reads “CCI (agreed)” from right to left; letters that look alike; nothing but a mark of direction.
    for name in [
        "\u{202e})déerga( ICC\u{202c}",
        "\u{421}\u{421}I",
        "\u{2067}",
        "=HYPERLINK(\"http://x\")",
        "<script>",
    ] {
        let found = merged(Some(&with("CCI")), &with("CCI Guyane"), &with(name));
        assert_eq!(pointers(&found), ["/actors/0/name"]);
        assert_eq!(found.conflicts[0].theirs, json!(name));
    }
}

#[test]
fn circles_that_only_the_merge_closes_are_opened_and_told() {
    let with = |parents: [Option<&str>; 4]| {
        let territories: Vec<Value> = parents
            .iter()
            .enumerate()
            .map(|(n, parent)| match parent {
                Some(parent) => json!({"id": format!("t{n}"), "parent": parent}),
                None => json!({"id": format!("t{n}")}),
            })
            .collect();
        dossier(json!({"territories": territories}))
    };
    let base = with([None; 4]);
    let ours = with([Some("t1"), None, Some("t3"), None]);
    let theirs = with([None, Some("t2"), None, Some("t0")]);
    // T0 in T1 in T2 in T3 in T0: the greatest is taken out of the last, and each side's own are to choose from.
    let found = merged(Some(&base), &ours, &theirs);
    assert_eq!(pointers(&found), (0..4).map(|n| format!("/territories/{n}/parent")).collect::<Vec<_>>());
    for (choice, side) in [(Choice::Ours, &ours), (Choice::Theirs, &theirs)] {
        let decided = resolve(&found, &[Some(choice); 4]).unwrap();
        assert_eq!(value_of(&decided), value_of(side));
    }
    let parents = value_of(&found.dossier)["territories"].clone();
    assert_eq!([&parents[0]["parent"], &parents[1]["parent"], &parents[2]["parent"]], ["t1", "t2", "t3"]);
    assert!(opened(json!({"territories": [{"id": "t1", "parent": "t1"}]})).is_err());
}

#[test]
fn an_ancestor_of_another_project_makes_nothing_go_that_it_does_not_hold() {
    let unrelated = dossier(json!({
        "id": "another",
        "actors": [{"id": "z1", "name": "Port"}, {"id": "a1", "name": "Port", "kind": "expert"}],
        "objectives": [{"id": "o9"}], "positions": [{"actor": "z1", "objective": "o9", "value": 4}],
    }));
    let ours = dossier(json!({"actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "CMA"}], "x": 1}));
    let theirs =
        dossier(json!({"actors": [{"id": "a1", "name": "CCIG"}, {"id": "a3", "name": "PLIE"}], "x": 2}));
    let found = merged(Some(&unrelated), &ours, &theirs);
    let ids: Vec<&str> = found.dossier.actors.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["a1", "a2", "a3"]);
    assert_eq!(pointers(&found), ["/actors/0/name", "/x"]);
}

/// Three actors, with what was written of two of them since, and a file that holds the first alone and says which ids it
/// once bore.
fn claimed(former: &Value) -> Merged {
    let base = dossier(
        json!({"objectives": [{"id": "o1"}], "actors": [{"id": "a1", "name": "CCI"}, {"id": "a2", "name": "CMA"}, {"id": "a3", "name": "PLIE"}]}),
    );
    let mut ours = base.clone();
    ours.actors.item_mut(1).unwrap().interests = "Former".into();
    ours.actors.item_mut(2).unwrap().name = "PLIE de Cayenne".into();
    let theirs = dossier(
        json!({"objectives": [{"id": "o1"}], "actors": [{"id": "a1", "name": "CCI", "formerIds": former}]}),
    );
    merged(Some(&base), &ours, &theirs)
}

#[test]
fn an_actor_that_claims_to_be_what_is_no_actor_is_made_one_with_nobody() {
    // One of the ids is that of an objective: what the file says makes no sense.
    let found = claimed(&json!(["a2", "a3", "nobody", "o1"]));
    assert_eq!(found.matched, []);
    assert_eq!(found.dossier.actors.len(), 3);
}

#[test]
fn actors_that_a_file_says_have_become_one_do_and_what_was_written_of_them_stays() {
    // An id of nobody changes nothing to it; each of the others is told.
    let found = claimed(&json!(["a2", "a3", "nobody"]));
    let matched: Vec<_> = found.matched.iter().map(|(gone, kept)| (gone.as_str(), kept.as_str())).collect();
    assert_eq!(matched, [("a2", "a1"), ("a3", "a1")]);
    let actor = &value_of(&found.dossier)["actors"][0];
    assert_eq!((&actor["name"], &actor["interests"]), (&json!("PLIE de Cayenne"), &json!("Former")));
    assert_eq!(pointers(&found), ["/actors/0/name"]);
    assert_eq!(
        [&found.conflicts[0].ours, &found.conflicts[0].theirs],
        [&json!("PLIE de Cayenne"), &json!("CCI")]
    );
}
