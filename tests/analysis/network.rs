use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::network::{Brokerage, Lever, Levers, Network, of};
use tour_de_table::model::{Dossier, Id, Tie};

use crate::coverage::Dice;
use crate::{dossier, today};

fn name(place: usize) -> String {
    format!("a{place}")
}

fn actors(count: usize) -> Vec<Value> {
    (0..count).map(|place| json!({ "id": name(place), "name": name(place) })).collect()
}

fn tie(from: usize, to: usize) -> Value {
    json!({ "from": name(from), "to": name(to), "level": "cooperating" })
}

fn network(dossier: &Dossier) -> Network {
    of(&Index::of(dossier, today()))
}

fn places(ids: &[Id]) -> Vec<usize> {
    ids.iter().map(|id| id.as_str()[1..].parse().unwrap()).collect()
}

fn near(seen: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(seen.len(), expected.len());
    for (seen, expected) in seen.iter().zip(expected) {
        assert!(
            (seen - expected).abs() <= tolerance * expected.abs().max(1.0),
            "{seen} instead of {expected}"
        );
    }
}

/// Krackhardt (1990), "Assessing the political landscape": the kite, ten actors and eighteen ties.
const KITE: [(usize, usize); 18] = [
    (0, 1),
    (0, 2),
    (0, 3),
    (0, 5),
    (1, 3),
    (1, 4),
    (1, 6),
    (2, 3),
    (2, 5),
    (3, 4),
    (3, 5),
    (3, 6),
    (4, 6),
    (5, 6),
    (5, 7),
    (6, 7),
    (7, 8),
    (8, 9),
];

#[test]
fn the_kite_has_its_published_figures() {
    let ties: Vec<Value> = KITE.iter().map(|(from, to)| tie(*from, *to)).collect();
    let seen = network(&dossier(json!({ "actors": actors(10), "ties": ties })));
    assert_eq!(seen.density, Some(0.4));
    assert_eq!(seen.degree, [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]);
    // Published to three decimals, divided by the 36 pairs of others: .023 .023 0 .102 0 .231 .231 .389 .222 0.
    let share: Vec<f64> = seen.centrality.betweenness.iter().map(|value| value / 36.0).collect();
    near(&share, &[0.023, 0.023, 0.0, 0.102, 0.0, 0.231, 0.231, 0.389, 0.222, 0.0], 0.000_5);
    // Seven is on every path from the seven of the head to eight and nine: 7 × 2 = 14.
    near(&seen.centrality.betweenness[7..], &[14.0, 8.0, 0.0], 0.0);
    let closeness: Vec<f64> = seen.centrality.closeness.iter().map(|value| value.unwrap()).collect();
    near(&closeness, &[0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310], 0.000_5);
    assert_eq!(places(&seen.articulation), [7, 8]);
    assert_eq!(seen.components.len(), 1);
    // Centralisation of degree (Freeman 1979): Σ (6 − degree) / (9 × 8) = 24 / 72 = 1/3.
    let spread: usize = seen.degree.iter().map(|degree| 6 - degree).sum();
    assert_eq!(spread * 3, 72);
}

#[test]
fn conflicts_doubles_and_loops_tie_nobody() {
    let ties = json!([
        tie(0, 1),
        tie(1, 0),
        { "from": "a0", "to": "a1", "level": "networking", "directed": true },
        { "from": "a1", "to": "a2", "level": "conflict" }
    ]);
    let mut held = dossier(json!({ "actors": actors(3), "ties": ties }));
    // No file can hold it.
    held.ties.push(Tie { from: Id::from("a2"), to: Id::from("a2"), ..Tie::default() });
    let seen = network(&held);
    assert_eq!(seen.degree, [1, 1, 0]);
    assert_eq!(seen.density, Some(1.0 / 3.0));
    assert_eq!(seen.components.iter().map(|group| places(group)).collect::<Vec<_>>(), [vec![0, 1], vec![2]]);
    assert_eq!(seen.centrality.closeness, [None, None, None]);
}

#[test]
fn what_cannot_be_given_is_not_zero() {
    let none = network(&dossier(json!({})));
    assert_eq!((none.density, none.components.len()), (None, 0));
    let alone = network(&dossier(json!({ "actors": actors(1) })));
    assert_eq!((alone.density, alone.centrality.closeness), (None, vec![None]));
    assert_eq!(alone.brokerage, [None]);
}

/// 660 rows of three, each actor tied to the three of the next row: 3 to the 658 shortest paths from an actor of the
/// first row to one of the last, more than a number of double precision holds.
#[test]
fn very_many_shortest_paths_stay_numbers() {
    let rows = 660;
    let mut ties = Vec::new();
    for row in 0..rows - 1 {
        for pair in 0..9 {
            ties.push(tie(3 * row + pair / 3, 3 * row + 3 + pair % 3));
        }
    }
    let seen = network(&dossier(json!({ "actors": actors(3 * rows), "ties": ties })));
    assert!(seen.centrality.betweenness.iter().all(|value| value.is_finite()));
    // The three of row 300 share alike the paths between the 3 × 300 actors before and the 3 × 359 after; and with three
    // others, the paths that join two of the row before (3 pairs, 6 ways) or two of the row after.
    let through = 900.0 * 1077.0 / 3.0 + 3.0 / 6.0 + 3.0 / 6.0;
    near(&seen.centrality.betweenness[900..903], &[through; 3], 1e-9);
}

/// The graph of a table of ties, its figures from their definitions.
struct Plain {
    tied: Vec<Vec<bool>>,
}

impl Plain {
    /// Shortest distances, by repeated relaxation.
    fn distances(&self, without: Option<usize>) -> Vec<Vec<Option<usize>>> {
        let n = self.tied.len();
        let mut far: Vec<Vec<Option<usize>>> = (0..n)
            .map(|a| {
                (0..n)
                    .map(|b| match (a == b, self.tied[a][b]) {
                        (true, _) => Some(0),
                        (_, true) if Some(a) != without && Some(b) != without => Some(1),
                        _ => None,
                    })
                    .collect()
            })
            .collect();
        for by in 0..n {
            for a in 0..n {
                for b in 0..n {
                    if let (Some(one), Some(other)) = (far[a][by], far[by][b])
                        && far[a][b].is_none_or(|known| one + other < known)
                    {
                        far[a][b] = Some(one + other);
                    }
                }
            }
        }
        far
    }

    /// Every path of `left` steps from `at` to `to`, through no actor twice.
    fn walk(&self, path: &mut Vec<usize>, to: usize, left: usize, found: &mut Vec<Vec<usize>>) {
        let at = *path.last().unwrap();
        if left == 0 {
            if at == to {
                found.push(path.clone());
            }
            return;
        }
        for next in 0..self.tied.len() {
            if self.tied[at][next] && !path.contains(&next) {
                path.push(next);
                self.walk(path, to, left - 1, found);
                path.pop();
            }
        }
    }

    fn betweenness(&self) -> Vec<f64> {
        let n = self.tied.len();
        let far = self.distances(None);
        let mut between = vec![0.0; n];
        for (a, b) in (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))) {
            let Some(steps) = far[a][b] else { continue };
            let mut paths = Vec::new();
            self.walk(&mut vec![a], b, steps, &mut paths);
            for v in (0..n).filter(|v| *v != a && *v != b) {
                let through = paths.iter().filter(|path| path.contains(&v)).count();
                between[v] += through as f64 / paths.len() as f64;
            }
        }
        between
    }

    fn groups(&self, without: Option<usize>) -> usize {
        let far = self.distances(without);
        let n = self.tied.len();
        // A group is counted at its first member.
        (0..n)
            .filter(|a| Some(*a) != without && !(0..*a).any(|b| Some(b) != without && far[*a][b].is_some()))
            .count()
    }
}

#[test]
fn small_random_networks_agree_with_the_definitions() {
    let mut dice = Dice(0x2468_ace0_1357_9bdf);
    for _ in 0..300 {
        let n = 1 + dice.roll(9);
        let thin = 1 + dice.roll(5);
        let mut plain = Plain { tied: vec![vec![false; n]; n] };
        let mut ties = Vec::new();
        for a in 0..n {
            for b in 0..a {
                if dice.roll(thin + 1) == 0 {
                    plain.tied[a][b] = true;
                    plain.tied[b][a] = true;
                    ties.push(if dice.roll(2) == 0 { tie(a, b) } else { tie(b, a) });
                }
            }
        }
        let seen = network(&dossier(json!({ "actors": actors(n), "ties": ties })));
        near(&seen.centrality.betweenness, &plain.betweenness(), 1e-8);
        let whole = plain.groups(None);
        assert_eq!(seen.components.len(), whole);
        for (a, far) in plain.distances(None).iter().enumerate() {
            let total: Option<usize> = far.iter().copied().sum();
            let expected = total.filter(|_| n > 1).map(|total| (n - 1) as f64 / total as f64);
            assert_eq!(seen.centrality.closeness[a], expected);
            assert_eq!(seen.degree[a], plain.tied[a].iter().filter(|tied| **tied).count());
            // Leaving takes away its own group if it was alone; more groups than before means it held some together.
            let cuts = plain.groups(Some(a)) > whole;
            assert_eq!(places(&seen.articulation).contains(&a), cuts);
        }
    }
}

#[test]
fn two_hundred_networks_agree_with_networkx() {
    let graphs: Vec<Value> = serde_json::from_str(include_str!("../fixtures/networks.json")).unwrap();
    assert_eq!(graphs.len(), 200);
    let numbers = |value: &Value| -> Vec<f64> {
        value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
    };
    let whole = |value: &Value| -> Vec<usize> {
        value.as_array().unwrap().iter().map(|x| usize::try_from(x.as_u64().unwrap()).unwrap()).collect()
    };
    for (rank, graph) in graphs.iter().enumerate() {
        let edges: Vec<Vec<usize>> = graph["edges"].as_array().unwrap().iter().map(whole).collect();
        let n = usize::try_from(graph["nodes"].as_u64().unwrap()).unwrap();
        let mut ties: Vec<Value> = edges.iter().map(|edge| tie(edge[0], edge[1])).collect();
        // What a dossier may hold and the network does not count.
        ties.extend(edges.iter().step_by(3).map(|edge| tie(edge[1], edge[0])));
        if n > 2 {
            ties.push(json!({ "from": name(0), "to": name(rank % (n - 1) + 1), "level": "conflict" }));
        }
        let seen = network(&dossier(json!({ "actors": actors(n), "ties": ties })));
        assert_eq!(seen.degree, whole(&graph["degree"]), "graph {rank}");
        near(&seen.centrality.betweenness, &numbers(&graph["betweenness"]), 1e-8);
        match graph["density"].as_f64() {
            Some(density) => near(&[seen.density.unwrap()], &[density], 1e-9),
            None => assert_eq!(seen.density, None),
        }
        for (seen, expected) in seen.centrality.closeness.iter().zip(graph["closeness"].as_array().unwrap()) {
            assert_eq!(seen.is_some(), expected.as_f64().is_some());
            if let (Some(seen), Some(expected)) = (seen, expected.as_f64()) {
                near(&[*seen], &[expected], 1e-9);
            }
        }
        let groups: Vec<Vec<usize>> = seen.components.iter().map(|group| places(group)).collect();
        assert_eq!(groups, graph["components"].as_array().unwrap().iter().map(whole).collect::<Vec<_>>());
        assert_eq!(places(&seen.articulation), whole(&graph["articulation"]), "graph {rank}");
    }
}

fn of_kind(place: usize, kind: &str) -> Value {
    let kind = if kind.is_empty() { Value::Null } else { json!(kind) };
    json!({ "id": name(place), "name": name(place), "kind": kind })
}

/// A lead of the family "expert" (0) tied to two companies (1, 2), an association (3) and another expert (4); the
/// companies are tied to each other; a last actor without a family (5) is tied to 4 only, in one direction, 4 → 5.
#[test]
fn brokerage_worked_by_hand() {
    let list = json!([
        of_kind(0, "expert"),
        of_kind(1, "business"),
        of_kind(2, "business"),
        of_kind(3, "association"),
        of_kind(4, "expert"),
        of_kind(5, "")
    ]);
    let ties = json!([tie(0, 1), tie(0, 2), tie(3, 0), tie(0, 4), tie(1, 2), { "from": "a4", "to": "a5", "level": "networking", "directed": true }]);
    let seen = network(&dossier(json!({ "actors": list, "ties": ties })));
    // Through 0, ordered pairs of {1, 2, 3, 4} but those of 1 and 2, which are tied: 12 − 2 = 10.
    // 1→3, 2→3, 3→1, 3→2: three families, liaison 4. 1→4, 2→4, 3→4: into its own, gatekeeper 3; back, representative 3.
    let lead = Brokerage { liaison: 4, gatekeeper: 3, representative: 3, ..Brokerage::default() };
    assert_eq!(seen.brokerage[0], Some(lead));
    assert_eq!(lead.bridging(), 10);
    // Through 1 and 2: 0 and the other company, which are tied: nothing. Through 3: only 0.
    for place in [1, 2, 3] {
        assert_eq!(seen.brokerage[place], Some(Brokerage::default()));
    }
    // Through 4: 0 → 4 → 5, and 5 has no family. Nothing leaves 5.
    assert_eq!(seen.brokerage[4], Some(Brokerage { unclassified: 1, ..Brokerage::default() }));
    assert_eq!(seen.brokerage[5], None);
    // Two companies on either side of an expert, one direction each: an itinerant broker, once.
    let go_between = json!({
        "actors": [of_kind(0, "business"), of_kind(1, "expert"), of_kind(2, "business")],
        "ties": [{ "from": "a0", "to": "a1", "level": "networking", "directed": true }, { "from": "a1", "to": "a2", "level": "networking", "directed": true }],
    });
    assert_eq!(
        network(&dossier(go_between)).brokerage[1],
        Some(Brokerage { itinerant: 1, ..Brokerage::default() })
    );
    let own = json!({ "actors": [of_kind(0, "expert"), of_kind(1, "expert"), of_kind(2, "expert")], "ties": [tie(0, 1), tie(1, 2)] });
    assert_eq!(
        network(&dossier(own)).brokerage[1],
        Some(Brokerage { coordinator: 2, ..Brokerage::default() })
    );
}

#[test]
fn random_brokerage_agrees_with_the_definition() {
    let kinds = ["expert", "business", "association", ""];
    let mut dice = Dice(0x0bad_cafe_1234_5678);
    for _ in 0..200 {
        let n = 2 + dice.roll(7);
        let of: Vec<usize> = (0..n).map(|_| dice.roll(kinds.len())).collect();
        let mut towards = vec![vec![false; n]; n];
        let mut ties = Vec::new();
        for _ in 0..dice.roll(2 * n + 1) {
            let (a, b, directed, conflict) =
                (dice.roll(n), dice.roll(n), dice.roll(2) == 0, dice.roll(6) == 0);
            if a == b {
                continue;
            }
            let level = if conflict { "conflict" } else { "networking" };
            ties.push(json!({ "from": name(a), "to": name(b), "level": level, "directed": directed }));
            if !conflict {
                towards[a][b] = true;
                towards[b][a] |= !directed;
            }
        }
        let list: Vec<Value> = (0..n).map(|place| of_kind(place, kinds[of[place]])).collect();
        let seen = network(&dossier(json!({ "actors": list, "ties": ties })));
        for v in 0..n {
            let mut count = [0; 6];
            for a in 0..n {
                for c in 0..n {
                    let distinct = a != c && a != v && c != v;
                    if !(distinct && towards[a][v] && towards[v][c] && !towards[a][c]) {
                        continue;
                    }
                    let (one, own, other) = (of[a], of[v], of[c]);
                    let role = if one == 3 || other == 3 {
                        5
                    } else if one == own && other == own {
                        0
                    } else if one == other {
                        1
                    } else if other == own {
                        2
                    } else if one == own {
                        3
                    } else {
                        4
                    };
                    count[role] += 1;
                }
            }
            let [coordinator, itinerant, gatekeeper, representative, liaison, unclassified] = count;
            let expected =
                Brokerage { coordinator, itinerant, gatekeeper, representative, liaison, unclassified };
            assert_eq!(seen.brokerage[v], (of[v] != 3).then_some(expected));
        }
    }
}

fn rated(place: usize, label: &str, mobilisation: Option<i8>) -> Value {
    let readings: Vec<Value> =
        mobilisation.iter().map(|value| json!({ "criterion": "mobilisation", "value": value })).collect();
    json!({ "id": name(place), "name": label, "readings": readings })
}

fn bears(from: usize, to: usize, value: i8) -> Value {
    json!({ "from": name(from), "to": name(to), "value": value })
}

#[test]
fn the_lever_is_the_path_whose_weakest_influence_is_strongest() {
    let list = json!([
        rated(0, "Région", Some(3)),
        rated(1, "CCI", Some(2)),
        rated(2, "Club", Some(1)),
        rated(3, "Fédération", None),
        rated(4, "Usine", Some(0))
    ]);
    let lever = |influences: Value| {
        let held = dossier(json!({ "actors": list, "influences": influences }));
        match Levers::of(&Index::of(&held, today())).to(&Id::from("a4")) {
            Lever::Path(path, strength) => Some((places(&path), strength)),
            Lever::NobodyMobilised => panic!("two are mobilised"),
            Lever::NoInfluence => None,
        }
    };
    assert_eq!(lever(json!([])), None);
    // An influence of 0 leads nowhere, nor does one that leaves the target.
    assert_eq!(lever(json!([bears(0, 4, 0), bears(4, 1, 4)])), None);
    // Straight at 1, or round at 2: round.
    let round = json!([bears(0, 4, 1), bears(0, 2, 3), bears(2, 3, 2), bears(3, 4, 4)]);
    assert_eq!(lever(round), Some((vec![0, 2, 3, 4], 2)));
    // The same strength: the shortest; then the first by name ("CCI" before "Région").
    let short = json!([bears(0, 2, 4), bears(2, 3, 3), bears(3, 4, 3), bears(1, 3, 3), bears(0, 3, 3)]);
    assert_eq!(lever(short), Some((vec![1, 3, 4], 3)));
    // Two evaluators and no agreement: the lower median, here 1; then an agreed value, which is the one used.
    let mut said = vec![
        json!({ "from": "a0", "to": "a4", "value": 4, "by": "x" }),
        json!({ "from": "a0", "to": "a4", "value": 1, "by": "y" }),
    ];
    assert_eq!(lever(json!(said)), Some((vec![0, 4], 1)));
    said.push(bears(0, 4, 3));
    assert_eq!(lever(json!(said)), Some((vec![0, 4], 3)));
    let nobody = dossier(
        json!({ "actors": [rated(0, "A", Some(1)), rated(1, "B", Some(0))], "influences": [bears(0, 1, 4)] }),
    );
    assert_eq!(Levers::of(&Index::of(&nobody, today())).to(&Id::from("a1")), Lever::NobodyMobilised);
}

#[test]
fn random_levers_agree_with_all_paths() {
    let mut dice = Dice(0x5eed_5eed_5eed_5eed);
    for _ in 0..200 {
        let n = 2 + dice.roll(6);
        let mobilised: Vec<bool> = (0..n).map(|place| place > 0 && dice.roll(3) == 0).collect();
        let mut bearing = vec![vec![0_i8; n]; n];
        let mut influences = Vec::new();
        for (from, row) in bearing.iter_mut().enumerate() {
            for (to, cell) in row.iter_mut().enumerate() {
                if from != to && dice.roll(3) == 0 {
                    *cell = i8::try_from(dice.roll(5)).unwrap();
                    influences.push(bears(from, to, *cell));
                }
            }
        }
        let list: Vec<Value> = (0..n)
            .map(|place| rated(place, &name(n - place), Some(if mobilised[place] { 2 } else { 0 })))
            .collect();
        let held = dossier(json!({ "actors": list, "influences": influences }));
        // Every path from a mobilised actor to 0, through no actor twice.
        let mut paths: Vec<(i8, Vec<usize>)> = Vec::new();
        let mut pending: Vec<(i8, Vec<usize>)> =
            (0..n).filter(|place| mobilised[*place]).map(|place| (4, vec![place])).collect();
        while let Some((weakest, path)) = pending.pop() {
            let at = *path.last().unwrap();
            if at == 0 {
                paths.push((weakest, path));
                continue;
            }
            for next in (0..n).filter(|next| bearing[at][*next] > 0 && !path.contains(next)) {
                pending.push((weakest.min(bearing[at][next]), [path.as_slice(), &[next]].concat()));
            }
        }
        // Names run against places: the first by name is the last by place.
        let best = paths.iter().min_by_key(|(weakest, path)| {
            let names: Vec<String> = path.iter().map(|place| name(n - place)).collect();
            (-weakest, path.len(), names)
        });
        match (Levers::of(&Index::of(&held, today())).to(&Id::from("a0")), best) {
            (Lever::Path(path, strength), Some((weakest, expected))) => {
                assert_eq!((places(&path), strength), (expected.clone(), *weakest));
            }
            (Lever::NoInfluence, None) => assert!(mobilised.contains(&true)),
            (Lever::NobodyMobilised, None) => assert!(!mobilised.contains(&true)),
            (seen, expected) => panic!("{seen:?} instead of {expected:?}"),
        }
    }
}

#[test]
fn figures_follow_actors_that_are_renamed_or_reordered() {
    let mut dice = Dice(0x00c0_ffee_00c0_ffee);
    for _ in 0..60 {
        let n = 2 + dice.roll(14);
        let kinds = ["expert", "business", "association"];
        let list: Vec<Value> = (0..n).map(|place| of_kind(place, kinds[dice.roll(3)])).collect();
        let ties: BTreeSet<(usize, usize)> =
            (0..2 * n).map(|_| (dice.roll(n), dice.roll(n))).filter(|(from, to)| from != to).collect();
        let ties: Vec<Value> = ties.iter().map(|(from, to)| tie(*from, *to)).collect();
        let original = network(&dossier(json!({ "actors": list, "ties": ties })));
        // Ids are renamed so that their order is reversed, then the lists are reversed.
        let text = json!({ "actors": list.iter().rev().collect::<Vec<_>>(), "ties": ties.iter().rev().collect::<Vec<_>>() });
        let renamed =
            rename(&text, &(0..n).map(|place| (name(place), format!("z{:03}", n - place))).collect());
        let other = network(&dossier(renamed));
        let reversed = |list: Vec<String>| list.into_iter().rev().collect::<Vec<_>>();
        let figures = |seen: &Network| -> Vec<String> {
            (0..n)
                .map(|place| {
                    let central = &seen.centrality;
                    format!(
                        "{} {:?} {:?} {:?}",
                        seen.degree[place],
                        central.betweenness[place],
                        central.closeness[place],
                        seen.brokerage[place]
                    )
                })
                .collect()
        };
        assert_eq!(figures(&original), reversed(figures(&other)));
        assert_eq!(original.density, other.density);
        assert_eq!(original.articulation.len(), other.articulation.len());
        let sizes = |seen: &Network| {
            let mut sizes: Vec<usize> = seen.components.iter().map(Vec::len).collect();
            sizes.sort_unstable();
            sizes
        };
        assert_eq!(sizes(&original), sizes(&other));
    }
}

fn rename(value: &Value, names: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => Value::String(names.get(text).unwrap_or(text).clone()),
        Value::Array(list) => list.iter().map(|value| rename(value, names)).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), rename(value, names))).collect(),
        other => other.clone(),
    }
}

/// A star around the actor 0: one of each family at 1 and 2, and 3 of the family of 1, which is tied to 2.
#[test]
fn the_families_an_actor_bridges_are_named_with_their_paths() {
    use tour_de_table::analysis::network::{Graph, bridges};
    use tour_de_table::model::ActorKind::{Association, Business, Expert};
    let kinds = ["expert", "business", "association", "business"];
    let actors: Vec<Value> = kinds
        .iter()
        .enumerate()
        .map(|(place, kind)| json!({ "id": name(place), "name": name(place), "kind": kind }))
        .collect();
    let ties = json!([tie(0, 1), tie(0, 2), tie(0, 3), tie(2, 3)]);
    let dossier = dossier(json!({ "actors": actors, "ties": ties }));
    let graph = Graph::of(&Index::of(&dossier, today()));
    let kinds = [Some(Expert), Some(Business), Some(Association), Some(Business)];
    // Open through 0: 1–2 and 1–3 (2–3 are tied). Of different families: 1–2 alone, both ways.
    let pair = (Business.min(Association), Business.max(Association), 2);
    assert_eq!(bridges(&graph, &kinds, 0), [pair]);
    // Through 2: 0–3 are tied. Through 1: a single neighbour.
    assert_eq!(bridges(&graph, &kinds, 2), []);
    assert_eq!(bridges(&graph, &kinds, 1), []);
    // A family that nobody said bridges nothing.
    assert_eq!(bridges(&graph, &[None, None, None, None], 0), []);
}
