//! Who can hold which function where, and how competing operators could share the work.

use std::rc::Rc;

use serde_json::{Value, json};
use tour_de_table::analysis::complementarities::{Split, cells, rivals, split};
use tour_de_table::analysis::{Cover, Index, coverage};
use tour_de_table::model::Dossier;

use super::{dossier, today};

fn actor(id: &str, territories: &[&str], capabilities: &[&str]) -> Value {
    json!({ "id": id, "name": id, "territories": territories, "capabilities": capabilities })
}

/// A region R with the basins N and S, and an island I elsewhere. f is wanted in N and S, g nowhere in particular.
fn land(actors: &[Value], roles: &[Value]) -> Dossier {
    dossier(json!({
        "territories": [{ "id": "R", "name": "R" }, { "id": "N", "name": "N", "parent": "R" },
            { "id": "S", "name": "S", "parent": "R" }, { "id": "I", "name": "I" }, { "id": "n1", "name": "n1", "parent": "N" }],
        "functions": [{ "id": "f", "title": "F", "territories": ["N", "S"] }, { "id": "g", "title": "G" },
            { "id": "h", "title": "H", "territories": ["R"] }],
        "actors": actors,
        "roles": roles,
    }))
}

#[test]
fn each_capability_is_placed_over_all_the_territories_of_its_function() {
    let dossier = land(
        &[
            actor("whole", &["R"], &["f", "g"]),
            actor("one", &["N"], &["f"]),
            actor("part", &["n1"], &["f", "h"]),
            actor("away", &["I"], &["f", "g"]),
            actor("silent", &[], &["f", "g"]),
            actor("none", &["R"], &[]),
        ],
        &[],
    );
    let cells = cells(&dossier, &Vec::new());
    let rows: Vec<Vec<Option<Cover>>> = cells.iter().map(|row| row.to_vec()).collect();
    let (covers, partly) = (Some(Cover::Covers), Some(Cover::Partly));
    assert_eq!(
        rows,
        [
            vec![covers, covers, None],
            vec![partly, None, None],
            vec![partly, None, partly],
            vec![Some(Cover::Outside), covers, None],
            vec![Some(Cover::Unknown), covers, None],
            vec![None, None, None],
        ]
    );
}

#[test]
fn rows_that_stay_the_same_are_shared() {
    let before = land(&[actor("a", &["R"], &["f"]), actor("b", &["N"], &["f"])], &[]);
    let after = land(&[actor("a", &["R"], &["f"]), actor("b", &["N"], &["g"])], &[]);
    let first = cells(&before, &Vec::new());
    let second = cells(&after, &first);
    assert!(Rc::ptr_eq(&first[0], &second[0]));
    assert_eq!(second[1].to_vec(), [None, Some(Cover::Covers), None]);
}

fn proposed(actors: &[Value], function: &str) -> Split {
    let role = |id: &str| json!({ "id": format!("role-{id}"), "actor": id, "role": "operator", "scope": { "function": function } });
    let roles: Vec<Value> = ["a", "b"].map(role).to_vec();
    let dossier = land(actors, &roles);
    let index = Index::of(&dossier, today());
    let coverage = coverage::of(&index);
    let pair =
        coverage.pairs.iter().find(|pair| pair.function.as_str() == function && pair.redundant.len() == 2);
    let pair = pair.expect("a and b compete");
    assert_eq!(rivals(pair), []);
    split(&index, pair, &pair.redundant)
}

/// Nobody operates yet: whoever covers the whole would compete, and the split is the one of operators.
#[test]
fn several_that_cover_the_same_would_compete() {
    let of = |actors: &[Value]| {
        let dossier = land(actors, &[]);
        let index = Index::of(&dossier, today());
        let coverage = coverage::of(&index);
        let pair = coverage.pairs.iter().find(|pair| pair.function.as_str() == "h").unwrap();
        let able = rivals(pair);
        (able.iter().map(ToString::to_string).collect::<Vec<_>>(), split(&index, pair, &able))
    };
    let both = [actor("a", &["R"], &["h"]), actor("b", &["R"], &["h"]), actor("c", &["N"], &["h"])];
    let shares = [("a", "N"), ("b", "S")].map(|(actor, part)| (actor.into(), vec![part.into()]));
    assert_eq!(of(&both), (vec!["a".to_owned(), "b".to_owned()], Split::Territory(shares.to_vec())));
    // One alone, and one that covers a part: nobody to compete with.
    assert_eq!(of(&both[1..]).0.len(), 0);
}

#[test]
fn competing_operators_keep_the_parts_where_they_work() {
    let names = |split: Split| match split {
        Split::Public => Vec::new(),
        Split::Territory(shares) => shares
            .into_iter()
            .map(|(actor, parts)| {
                (actor.to_string(), parts.iter().map(ToString::to_string).collect::<Vec<_>>())
            })
            .collect(),
    };
    let share = |actor: &str, part: &str| (actor.to_owned(), vec![part.to_owned()]);
    // Both work everywhere: N goes to the first, S to the one with fewer.
    let both = [actor("a", &["R"], &["h"]), actor("b", &["R"], &["h"])];
    assert_eq!(names(proposed(&both, "h")), [share("a", "N"), share("b", "S")]);
    // a works nowhere in S but everywhere in N; b everywhere: S is for b, N for a.
    let uneven = [actor("a", &["N"], &["h"]), actor("b", &["R"], &["h"])];
    assert_eq!(names(proposed(&uneven, "h")), [share("a", "N"), share("b", "S")]);
    // The other way round: the first could take both, the second only N.
    let reverse = [actor("a", &["R"], &["h"]), actor("b", &["N"], &["h"])];
    assert_eq!(names(proposed(&reverse, "h")), [share("a", "S"), share("b", "N")]);
    // Both work in N alone: one of the two would be left without any.
    let same = [actor("a", &["N"], &["h"]), actor("b", &["N"], &["h"])];
    assert_eq!(proposed(&same, "h"), Split::Public);
    // No territory is named: only the public is left.
    assert_eq!(proposed(&both, "g"), Split::Public);
}
