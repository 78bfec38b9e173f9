use std::collections::BTreeSet;

use serde_json::{Value, json};
use tour_de_table::analysis::Cover;
use tour_de_table::analysis::coverage::coverage;
use tour_de_table::model::{ActorKind, Id};

use crate::{dossier, today};

/// A region with two departments; the first has two municipalities. A second region beside it.
fn territories() -> Value {
    json!([
        { "id": "region", "name": "Région" },
        { "id": "north", "name": "Nord", "parent": "region" },
        { "id": "south", "name": "Sud", "parent": "region" },
        { "id": "town", "name": "Ville", "parent": "north" },
        { "id": "village", "name": "Village", "parent": "north" },
        { "id": "abroad", "name": "Ailleurs" }
    ])
}

fn ids(list: &[Id]) -> Vec<&str> {
    list.iter().map(Id::as_str).collect()
}

/// The cover of `region`, `north` and so on by an actor that names `own`, with what is missing.
fn cover_of(target: &str, own: &[&str]) -> (Option<Cover>, Vec<String>) {
    let held = coverage(
        &dossier(json!({
            "territories": territories(),
            "functions": [{ "id": "f", "title": "F", "territories": [target] }],
            "actors": [{ "id": "a", "name": "A", "territories": own, "capabilities": ["f"] }],
        })),
        today(),
    );
    assert_eq!(held.pairs.len(), 1);
    (held.pairs[0].cover, held.pairs[0].missing.iter().map(ToString::to_string).collect())
}

#[test]
fn the_territory_itself_or_an_ancestor_covers() {
    assert_eq!(cover_of("north", &["north"]), (Some(Cover::Covers), vec![]));
    assert_eq!(cover_of("town", &["region"]), (Some(Cover::Covers), vec![]));
}

#[test]
fn only_descendants_cover_partly_and_the_rest_is_named() {
    assert_eq!(cover_of("north", &["town"]), (Some(Cover::Partly), vec!["village".into()]));
    assert_eq!(cover_of("region", &["town"]), (Some(Cover::Partly), vec!["village".into(), "south".into()]));
    assert_eq!(cover_of("region", &["north"]), (Some(Cover::Partly), vec!["south".into()]));
    assert_eq!(cover_of("north", &["town", "village"]), (Some(Cover::Partly), vec![]));
}

#[test]
fn elsewhere_is_outside_and_no_territory_is_unknown() {
    assert_eq!(cover_of("north", &["south", "abroad"]), (Some(Cover::Outside), vec![]));
    assert_eq!(cover_of("north", &[]), (Some(Cover::Unknown), vec![]));
}

#[test]
fn a_function_without_territory_asks_for_none_and_nobody_able_is_no_cover() {
    let held = coverage(
        &dossier(json!({
            "functions": [{ "id": "f", "title": "F" }, { "id": "g", "title": "G" }],
            "actors": [{ "id": "a", "name": "A", "capabilities": ["f"] }],
        })),
        today(),
    );
    let seen: Vec<_> =
        held.pairs.iter().map(|pair| (pair.function.as_str(), &pair.territory, pair.cover)).collect();
    assert_eq!(seen, [("f", &None, Some(Cover::Covers)), ("g", &None, None)]);
}

#[test]
fn two_actors_that_each_cover_a_part_leave_what_neither_covers() {
    let held = coverage(
        &dossier(json!({
            "territories": territories(),
            "functions": [{ "id": "f", "title": "F", "territories": ["region"] }],
            "actors": [
                { "id": "a", "name": "A", "territories": ["town"], "capabilities": ["f"] },
                { "id": "b", "name": "B", "territories": ["south"], "capabilities": ["f"] },
                { "id": "c", "name": "C", "territories": ["abroad"], "capabilities": ["f"] }
            ],
        })),
        today(),
    );
    let pair = &held.pairs[0];
    assert_eq!(pair.cover, Some(Cover::Partly));
    assert_eq!(ids(&pair.missing), ["village"]);
    assert_eq!(pair.best().map(Id::as_str).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(ids(&pair.actors[0].missing), ["village", "south"]);
}

#[test]
fn an_actor_is_on_an_objective_by_a_function_a_role_or_a_positive_position() {
    let held = coverage(
        &dossier(json!({
            "objectives": [{ "id": "o", "title": "O" }, { "id": "p", "title": "P" }],
            "functions": [{ "id": "f", "title": "F", "objectives": ["o"] }],
            "actors": [
                { "id": "a", "name": "A", "kind": "business" },
                { "id": "b", "name": "B", "kind": "business" },
                { "id": "c", "name": "C", "kind": "business" },
                { "id": "d", "name": "D", "kind": "business" },
                { "id": "e", "name": "E", "kind": "expert", "capabilities": ["f"] },
                { "id": "g", "name": "G" }
            ],
            "positions": [
                { "actor": "c", "objective": "o", "value": 1 },
                { "actor": "d", "objective": "o", "value": 0 },
                { "actor": "d", "objective": "p", "value": -2 },
                { "actor": "g", "objective": "p", "value": 4 }
            ],
            "roles": [
                { "id": "r1", "actor": "b", "role": "operator", "scope": { "function": "f" } },
                { "id": "r2", "actor": "a", "role": "partner", "scope": { "objective": "o" } },
                { "id": "r3", "actor": "d", "role": "operator", "scope": { "function": "f" }, "endsOn": "2026-11-21" }
            ],
        })),
        today(),
    );
    assert_eq!(held.cells.len(), 18);
    let on = |kind, objective: &str| ids(&held.cell(kind, &Id::from(objective)).unwrap().actors).join(" ");
    assert_eq!(on(ActorKind::Business, "o"), "a b c");
    assert_eq!(on(ActorKind::Business, "p"), "");
    // Being able is not holding; an actor without a family is in no cell.
    assert_eq!(on(ActorKind::Expert, "o"), "");
}

/// A small generator: the same cases at each run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap() % sides
    }

    pub(crate) fn some(&mut self, from: usize, most: usize) -> Vec<usize> {
        let count = self.roll(most + 1);
        let mut picked: Vec<usize> = (0..count).map(|_| self.roll(from)).collect();
        picked.sort_unstable();
        picked.dedup();
        picked
    }
}

/// The definitions of the method, written over sets of territories: `inside[t]` holds t and everything below it.
fn by_sets(inside: &[BTreeSet<usize>], own: &[usize], target: usize) -> (Cover, Vec<usize>) {
    if own.is_empty() {
        return (Cover::Unknown, vec![]);
    }
    if own.iter().any(|mine| inside[*mine].contains(&target)) {
        return (Cover::Covers, vec![]);
    }
    if !own.iter().any(|mine| inside[target].contains(mine)) {
        return (Cover::Outside, vec![]);
    }
    let covered: BTreeSet<usize> = own.iter().flat_map(|mine| inside[*mine].iter().copied()).collect();
    let bare = |place: usize| inside[place].iter().all(|below| !covered.contains(below));
    let left: Vec<usize> =
        inside[target].iter().copied().filter(|place| !covered.contains(place) && bare(*place)).collect();
    // The largest ones only.
    let largest = |place: &usize| !left.iter().any(|other| other != place && inside[*other].contains(place));
    (Cover::Partly, left.iter().copied().filter(largest).collect())
}

#[test]
fn random_small_dossiers_agree_with_the_definitions() {
    let mut dice = Dice(0x1234_5678_9abc_def1);
    for _ in 0..400 {
        let places = 1 + dice.roll(7);
        // A parent always comes before: no cycle.
        let parents: Vec<Option<usize>> = (0..places)
            .map(|place| if place == 0 || dice.roll(4) == 0 { None } else { Some(dice.roll(place)) })
            .collect();
        let inside: Vec<BTreeSet<usize>> = (0..places)
            .map(|top| {
                (0..places)
                    .filter(|place| {
                        let mut at = Some(*place);
                        while let Some(now) = at {
                            if now == top {
                                return true;
                            }
                            at = parents[now];
                        }
                        false
                    })
                    .collect()
            })
            .collect();
        let targets = dice.some(places, 3);
        let actors: Vec<(Vec<usize>, bool, bool)> =
            (0..=dice.roll(5)).map(|_| (dice.some(places, 3), dice.roll(3) > 0, dice.roll(2) == 0)).collect();
        let name = |place: &usize| format!("t{place}");
        let lists = json!({
            "territories": (0..places).map(|place| json!({ "id": name(&place), "name": name(&place), "parent": parents[place].map(|p| name(&p)) })).collect::<Vec<_>>(),
            "functions": [{ "id": "f", "title": "F", "territories": targets.iter().map(name).collect::<Vec<_>>() }],
            "actors": actors.iter().enumerate().map(|(rank, (own, able, _))| json!({
                "id": format!("a{rank}"), "name": "A", "territories": own.iter().map(name).collect::<Vec<_>>(),
                "capabilities": if *able { vec!["f"] } else { vec![] },
            })).collect::<Vec<_>>(),
            "roles": actors.iter().enumerate().filter(|(_, (_, _, operates))| *operates).map(|(rank, _)| json!({
                "id": format!("r{rank}"), "actor": format!("a{rank}"), "role": "operator", "scope": { "function": "f" },
            })).collect::<Vec<_>>(),
        });
        let held = coverage(&dossier(lists), today());
        let wanted: Vec<Option<usize>> =
            if targets.is_empty() { vec![None] } else { targets.iter().copied().map(Some).collect() };
        assert_eq!(held.pairs.len(), wanted.len());
        for (pair, target) in held.pairs.iter().zip(wanted) {
            assert_eq!(pair.territory.as_ref().map(ToString::to_string), target.map(|place| name(&place)));
            let cover = |own: &[usize]| {
                target.map_or((Cover::Covers, vec![]), |target| by_sets(&inside, own, target))
            };
            let able: Vec<(usize, (Cover, Vec<usize>))> = actors
                .iter()
                .enumerate()
                .filter(|(_, (_, able, _))| *able)
                .map(|(rank, (own, _, _))| (rank, cover(own)))
                .collect();
            for (seen, (rank, (cover, missing))) in pair.actors.iter().zip(&able) {
                assert_eq!(seen.actor.as_str(), format!("a{rank}"));
                assert_eq!(seen.cover, *cover);
                let seen: BTreeSet<String> = seen.missing.iter().map(ToString::to_string).collect();
                assert_eq!(seen, missing.iter().map(name).collect::<BTreeSet<_>>());
            }
            let order = [Cover::Covers, Cover::Partly, Cover::Outside, Cover::Unknown];
            let best = order.into_iter().find(|wanted| able.iter().any(|(_, (cover, _))| cover == wanted));
            assert_eq!(pair.cover, best);
            // An operator acts on the whole territory, or on its own part of it.
            let ground = |own: &[usize]| -> BTreeSet<usize> {
                match target {
                    None => BTreeSet::from([0]),
                    Some(target) if cover(own).0 == Cover::Partly => own
                        .iter()
                        .filter(|mine| inside[target].contains(mine))
                        .flat_map(|mine| inside[*mine].clone())
                        .collect(),
                    Some(target) => inside[target].clone(),
                }
            };
            let operators: Vec<usize> = (0..actors.len()).filter(|rank| actors[*rank].2).collect();
            let competing: Vec<String> = operators
                .iter()
                .filter(|one| {
                    operators.iter().any(|other| {
                        other != *one && !ground(&actors[**one].0).is_disjoint(&ground(&actors[*other].0))
                    })
                })
                .map(|rank| format!("a{rank}"))
                .collect();
            assert_eq!(pair.redundant.iter().map(ToString::to_string).collect::<Vec<_>>(), competing);
        }
    }
}
