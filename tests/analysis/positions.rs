//! Positions and alliances: a published case, hand-worked ones, the definitions over exact fractions, invariants.

mod reference;
mod report;
mod robustness;

use reference::{Case, Q, agreement, ambivalence, degree};
use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::positions::{
    Alliances, Cell, Plane, Robustness, Undefined, Weighing, conclusions,
};
use tour_de_table::exchange::{read, write};
use tour_de_table::model::Dossier;

use crate::{dossier, today};

/// A dossier whose actors are `a0`, `a1`, … and objectives `o0`, `o1`, …; zeros are not written.
fn file(case: &Case) -> Dossier {
    let mut influences = Vec::new();
    let mut positions = Vec::new();
    for (from, row) in case.mid.iter().enumerate() {
        for (to, value) in row.iter().enumerate().filter(|(_, value)| **value != 0) {
            influences
                .push(json!({ "from": format!("a{from}"), "to": format!("a{to}"), "value": *value as i64 }));
        }
    }
    for (actor, row) in case.m.iter().enumerate() {
        for (objective, value) in row.iter().enumerate().filter(|(_, value)| **value != 0) {
            positions.push(json!({ "actor": format!("a{actor}"), "objective": format!("o{objective}"), "value": *value as i64 }));
        }
    }
    let named = |letter: &str, count: usize, key: &str| -> Vec<Value> {
        (0..count)
            .map(|rank| json!({ "id": format!("{letter}{rank}"), key: format!("{letter}{rank}") }))
            .collect()
    };
    dossier(json!({
        "objectives": named("o", case.objectives(), "title"),
        "actors": named("a", case.actors(), "name"),
        "influences": influences,
        "positions": positions,
    }))
}

fn of(dossier: &Dossier) -> Alliances {
    Alliances::of(&Index::of(dossier, today())).unwrap()
}

fn alliances(mid: &[&[i128]], m: &[&[i128]]) -> Alliances {
    let rows = |matrix: &[&[i128]]| matrix.iter().map(|row| row.to_vec()).collect();
    of(&file(&Case { mid: rows(mid), m: rows(m) }))
}

/// Equal but for the rounding of doubles.
fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-12 * expected.abs().max(1.0)
}

#[track_caller]
fn same<E: std::fmt::Debug>(found: &Result<f64, E>, expected: Option<Q>) {
    match (found, expected) {
        (Ok(found), Some(expected)) => assert!(near(*found, expected.float()), "{found} for {expected:?}"),
        (Err(_), None) => {}
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn all_near(found: &[Result<f64, Undefined>], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!(near(found.unwrap(), *expected), "{found:?} for {expected}");
    }
}

#[test]
fn the_published_case_gives_its_published_figures() {
    let text = include_str!("../fixtures/positions/air-transport.json");
    let published: Value = serde_json::from_str(text).unwrap();
    let matrix = |key: &str| -> Vec<Vec<i128>> { serde_json::from_value(published[key].clone()).unwrap() };
    let figures = |key: &str| -> Vec<i32> { serde_json::from_value(published[key].clone()).unwrap() };
    let case = Case { mid: matrix("MID"), m: matrix("M") };
    let held = of(&file(&case));
    assert_eq!(held.influence(), figures("I"));
    assert_eq!(held.dependence(), figures("D"));
    let power: Vec<f64> = published["power"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fraction| {
            let (over, under) = fraction.as_str().unwrap().split_once('/').unwrap();
            over.parse::<f64>().unwrap() / under.parse::<f64>().unwrap()
        })
        .collect();
    all_near(&held.power, &power);
    // By the published powers: the State, the manufacturers, the residents, the regular companies, the airports, the
    // charter companies.
    assert_eq!(held.ranks(), [2, 4, 6, 1, 5, 3].map(Some));
    // S = 180, mean 30: influence 31 31 21 39 27 31, dependence 22 33 39 31 29 26.
    let planes =
        [Plane::Dominant, Plane::Relay, Plane::Dominated, Plane::Relay, Plane::Autonomous, Plane::Dominant];
    assert_eq!(held.planes, planes.map(Ok));
    compare(&case);
}

/// Worked by hand. a → b 2, b → c 3, c → a 1. MIDI: [0 2 2] [1 0 3] [1 1 0]. I 4 4 2, D 2 3 5, S 10.
/// (I − MIDI[a][a])·I/(I + D): 8/3, 16/7, 4/7, sum 116/21; R* = 3·56/116, 3·48/116, 3·12/116 = 42/29, 36/29, 9/29.
fn by_hand() -> Alliances {
    alliances(&[&[0, 2, 0], &[0, 0, 3], &[1, 0, 0]], &[&[3, -2], &[1, 4], &[-1, 0]])
}

#[test]
fn a_case_worked_by_hand() {
    let held = by_hand();
    let rows: Vec<&[i32]> = held.midi().collect();
    assert_eq!(rows, [[0, 2, 2], [1, 0, 3], [1, 1, 0]]);
    assert_eq!((held.influence(), held.dependence(), held.total()), (&[4, 4, 2][..], &[2, 3, 5][..], 10));
    all_near(&held.power, &[42.0 / 29.0, 36.0 / 29.0, 9.0 / 29.0]);
    // Mean 10/3: 4 is above, 3 below, 5 above.
    assert_eq!(held.planes, [Plane::Dominant, Plane::Dominant, Plane::Dominated].map(Ok));
    // 3MAO: [126 −84] [36 144] [−9 0], over 29.
    all_near(&held.mobilisation, &[210.0 / 29.0, 180.0 / 29.0, 9.0 / 29.0]);
    all_near(&held.balance.iter().map(|one| one.favour).collect::<Vec<_>>(), &[162.0 / 29.0, 144.0 / 29.0]);
    all_near(&held.balance.iter().map(|one| one.against).collect::<Vec<_>>(), &[-9.0 / 29.0, -84.0 / 29.0]);
    // Objective 1: a and b agree, c is against both. Objective 2: a and b disagree.
    let pairs = |weighing: Weighing| {
        [(0, 1), (0, 2), (1, 2)].map(|(one, other)| {
            let found = held.agreement(weighing, one, other).unwrap();
            assert_eq!(held.agreement(weighing, other, one), Ok(found));
            found
        })
    };
    assert_eq!(pairs(Weighing::Simple), [(1.0, 1.0), (0.0, 1.0), (0.0, 1.0)]);
    assert_eq!(pairs(Weighing::Valued), [(2.0, 3.0), (0.0, 2.0), (0.0, 1.0)]);
    for ((together, apart), expected) in
        pairs(Weighing::Weighted).into_iter().zip([(81.0, 114.0), (0.0, 67.5), (0.0, 22.5)])
    {
        assert!(near(together * 29.0, expected.0) && near(apart * 29.0, expected.1), "{together} {apart}");
    }
    assert_eq!((held.simple.degree, held.valued.degree), (Ok(25.0), Ok(25.0)));
    all_near(&[held.weighted.degree], &[8100.0 / 285.0]);
    all_near(&held.simple.ambivalence, &[2.0 / 3.0, 2.0 / 3.0, 0.0]);
    all_near(&held.valued.ambivalence, &[4.0 / 7.0, 2.0 / 3.0, 0.0]);
    all_near(&held.weighted.ambivalence, &[108.0 / 175.0, 108.0 / 145.0, 0.0]);
    assert_eq!(held.ranks(), [Some(1), Some(2), Some(3)]);
    // 3 × 2 influences, 3 × 2 positions; 3 and 5 are said.
    assert_eq!((held.inputs.influences_not_said(), held.inputs.positions_not_said()), (3, 1));
}

#[test]
fn influence_that_comes_back_takes_power_away() {
    // a → b 3, b → a 1. MIDI: [1 3] [1 1]. I 3 1, D 1 3. a: (3−1)·3/4 = 3/2; b: (1−1)·1/4 = 0. R* = 2, 0.
    let held = alliances(&[&[0, 3], &[1, 0]], &[&[2], &[-3]]);
    all_near(&held.power, &[2.0, 0.0]);
    assert_eq!(held.planes, [Plane::Dominant, Plane::Dominated].map(Ok));
    // A power of 0 is a value: what it weighs is 0, and nothing is left to share.
    all_near(&held.mobilisation, &[4.0, 0.0]);
    assert_eq!(held.agreement(Weighing::Valued, 0, 1), Ok((0.0, 2.5)));
    assert_eq!(held.agreement(Weighing::Weighted, 0, 1), Ok((0.0, 0.0)));
    assert_eq!(held.weighted.degree, Err(Undefined::NothingShared));
    assert_eq!(held.weighted.ambivalence, [Err(Undefined::NothingShared); 2]);
}

#[test]
fn a_mean_value_belongs_to_the_higher_half() {
    // Each bears 2 on the next: I = D = 2 + 2 for all.
    let held = alliances(&[&[0, 2, 0], &[0, 0, 2], &[2, 0, 0]], &[&[], &[], &[]]);
    assert_eq!(held.planes, [Ok(Plane::Relay); 3]);
    assert_eq!(held.ranks(), [Some(1); 3], "equals share the best rank");
}

#[test]
fn without_any_influence_there_is_no_power() {
    let held = alliances(&[&[0, 0], &[0, 0]], &[&[2, 0], &[1, 0]]);
    assert_eq!(held.power, [Err(Undefined::NoInfluence); 2]);
    assert_eq!(held.planes, [Err(Undefined::NoInfluence); 2]);
    assert_eq!(held.mobilisation, [Err(Undefined::NoInfluence); 2]);
    assert_eq!(held.ranks(), [None, None]);
    assert_eq!(held.agreement(Weighing::Weighted, 0, 1), Err(Undefined::NoInfluence));
    assert_eq!(held.weighted.degree, Err(Undefined::Unpowered));
    // On the first objective something weighs nobody knows how much; nothing does on the second.
    assert_eq!((held.balance[0].favour, held.balance[0].against), (Err(Undefined::Unpowered), Ok(0.0)));
    assert_eq!(held.balance[1].favour, Ok(0.0));
    // What does not depend on power stands.
    assert_eq!(held.valued.degree, Ok(100.0));
    assert_eq!(held.valued.ambivalence, [Ok(0.0); 2]);
    assert_eq!(held.influence(), [0, 0]);
}

#[test]
fn influence_that_all_comes_back_gives_no_power() {
    // MIDI: [2 2] [2 2]: I − MIDI[a][a] = 0 for both.
    let held = alliances(&[&[0, 2], &[2, 0]], &[&[1], &[1]]);
    assert_eq!(held.influence(), [2, 2]);
    assert_eq!(held.power, [Err(Undefined::PowersCancel); 2]);
    assert_eq!(held.planes, [Ok(Plane::Relay); 2]);
}

#[test]
fn an_actor_nothing_bears_on_is_undefined_and_the_others_stand() {
    // The case worked by hand, with a fourth actor on the side.
    let rows: [&[i128]; 4] = [&[0, 2, 0, 0], &[0, 0, 3, 0], &[1, 0, 0, 0], &[0, 0, 0, 0]];
    let held = alliances(&rows, &[&[3, -2, 0], &[1, 4, 0], &[-1, 0, 0], &[0, 0, 2]]);
    assert_eq!(held.power[3], Err(Undefined::Isolated));
    assert_eq!(held.planes[3], Err(Undefined::Isolated));
    // R* still sums to n, the four actors of the dossier.
    all_near(&held.power[..3], &[56.0 / 29.0, 48.0 / 29.0, 12.0 / 29.0]);
    assert_eq!(held.agreement(Weighing::Weighted, 0, 3), Err(Undefined::Isolated));
    // It shares nothing: the sums of the others are those of three actors.
    all_near(&[held.weighted.degree], &[8100.0 / 285.0]);
    all_near(&held.weighted.ambivalence[..3], &[108.0 / 175.0, 108.0 / 145.0, 0.0]);
    assert_eq!(held.weighted.ambivalence[3], Err(Undefined::Isolated));
    assert_eq!(held.valued.ambivalence[3], Err(Undefined::NothingShared));
    assert_eq!((held.balance[2].favour, held.balance[1].favour.is_ok()), (Err(Undefined::Unpowered), true));
    // Once it shares an objective, those it shares it with are undefined too.
    let held = alliances(&rows, &[&[3, -2, 0], &[1, 4, 0], &[-1, 0, 0], &[0, 2, 2]]);
    assert_eq!(held.weighted.degree, Err(Undefined::Unpowered));
    assert_eq!(held.weighted.ambivalence[..2], [Err(Undefined::Unpowered); 2]);
    assert!(held.weighted.ambivalence[2].is_ok());
}

#[test]
fn one_actor_or_none_is_nothing_to_compare() {
    let held = alliances(&[&[0]], &[&[3]]);
    assert_eq!((held.influence(), held.dependence()), (&[0][..], &[0][..]));
    assert_eq!(held.power, [Err(Undefined::OneActor)]);
    assert_eq!(held.simple.degree, Err(Undefined::OneActor));
    assert_eq!(held.simple.ambivalence, [Err(Undefined::OneActor)]);
    assert_eq!(Robustness::of(&held).unwrap().actors[0].rank, None);
    let held = of(&dossier(json!({ "objectives": [{ "id": "o" }] })));
    assert_eq!((held.power.len(), held.balance[0].favour), (0, Ok(0.0)));
    assert_eq!(held.valued.degree, Err(Undefined::OneActor));
    assert_eq!(Robustness::of(&held).unwrap().moves, 0);
}

#[test]
fn too_many_actors_are_refused_with_the_reason() {
    let many = |count: usize| {
        let actors: Vec<Value> = (0..count).map(|rank| json!({ "id": format!("a{rank}") })).collect();
        dossier(json!({ "actors": actors, "influences": [{ "from": "a0", "to": "a1", "value": 1 }] }))
    };
    assert_eq!(Alliances::of(&Index::of(&many(1_001), today())).err(), Some(Undefined::TooMany));
    let held = of(&many(161));
    assert_eq!(held.power[0], Ok(161.0));
    assert_eq!(Robustness::of(&held).err(), Some(Undefined::TooMany));
    assert!(Robustness::of(&of(&many(160))).is_ok());
}

#[test]
fn the_agreed_influence_is_used_or_the_lower_median_of_each_latest() {
    let held = of(&dossier(json!({
        "actors": [{ "id": "a" }, { "id": "b" }, { "id": "c" }],
        "objectives": [{ "id": "o" }],
        "influences": [
            { "from": "a", "to": "b", "value": 4, "by": "CCI", "on": "2026-10-01" },
            { "from": "a", "to": "b", "value": 1, "on": "2026-02-01" },
            { "from": "a", "to": "b", "value": 2, "on": "2026-03-01" },
            // Latest of each: CCI 1, Région 3, CMA 2: the median is 2.
            { "from": "b", "to": "c", "value": 4, "by": "CCI", "on": "2026-01-01" },
            { "from": "b", "to": "c", "value": 3, "by": "Région", "on": "2026-01-01" },
            { "from": "b", "to": "c", "value": 2, "by": "CMA", "on": "2026-01-01" },
            { "from": "b", "to": "c", "value": 1, "by": "CCI", "on": "2026-02-01" },
            // On itself: a file may say 0, which is not a cell.
            { "from": "c", "to": "c", "value": 0 },
            { "from": "c", "to": "a", "value": 0 }
        ],
        "positions": [{ "actor": "a", "objective": "o", "value": -4, "by": "CCI" }],
    })));
    let influence = |from, to| {
        let cell = Cell::Influence { from, to };
        (held.inputs.value(cell), held.inputs.pointer(cell), held.inputs.said(cell).is_some())
    };
    assert_eq!(influence(0, 1), (2, "/influences/2".into(), true));
    assert_eq!(influence(1, 2), (2, "/influences/5".into(), true));
    assert_eq!(influence(2, 2), (0, "/influences/-".into(), false));
    assert_eq!(influence(2, 0), (0, "/influences/8".into(), true));
    assert_eq!(influence(1, 0), (0, "/influences/-".into(), false));
    let position = |actor| held.inputs.pointer(Cell::Position { actor, objective: 0 });
    assert_eq!([position(0), position(1)], ["/positions/0", "/positions/-"]);
    assert_eq!((held.inputs.influences_not_said(), held.inputs.positions_not_said()), (3, 2));
}

/// A small generator: the same cases at each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % 1_000_003) % sides
    }

    /// Matrices of `actors` and `objectives`, one cell in `sparse` filled.
    fn case(&mut self, actors: usize, objectives: usize, sparse: u64) -> Case {
        let mut some = |from: i128, sides: u64| {
            if self.roll(sparse) == 0 { from + i128::from(self.roll(sides)) } else { 0 }
        };
        let mid =
            (0..actors).map(|a| (0..actors).map(|b| if a == b { 0 } else { some(0, 5) }).collect()).collect();
        let m = (0..actors).map(|_| (0..objectives).map(|_| some(-4, 9)).collect()).collect();
        Case { mid, m }
    }
}

/// Every figure against its definition.
fn compare(case: &Case) {
    let held = of(&file(case));
    let midi: Vec<Vec<i128>> = held.midi().map(|row| row.iter().map(|v| i128::from(*v)).collect()).collect();
    assert_eq!(midi, case.midi());
    let power = case.power();
    for (found, expected) in held.power.iter().zip(&power) {
        same(found, *expected);
    }
    assert_eq!(held.ranks(), case.ranks());
    for (found, expected) in held.planes.iter().zip(case.planes()) {
        let halves = found.ok().map(|plane| {
            (
                matches!(plane, Plane::Dominant | Plane::Relay),
                matches!(plane, Plane::Relay | Plane::Dominated),
            )
        });
        assert_eq!(halves, expected);
    }
    let weighted = case.weighted();
    for (actor, row) in weighted.iter().enumerate() {
        for (objective, expected) in row.iter().enumerate() {
            same(&held.weighed(actor, objective), *expected);
        }
    }
    for (actor, found) in held.mobilisation.iter().enumerate() {
        let sum: i128 = case.m[actor].iter().map(|value| value.abs()).sum();
        same(found, power[actor].map(|power| power.times(Q::whole(sum))));
    }
    for (objective, found) in held.balance.iter().enumerate() {
        let (favour, against) = case.balance(objective);
        same(&found.favour, favour);
        same(&found.against, against);
    }
    let all = [
        (Weighing::Simple, case.plain(true)),
        (Weighing::Valued, case.plain(false)),
        (Weighing::Weighted, weighted),
    ];
    for (weighing, x) in all {
        for i in 0..case.actors() {
            for j in 0..case.actors() {
                let (found, expected) = (held.agreement(weighing, i, j), agreement(&x, i, j));
                same(&found.map(|pair| pair.0), expected.map(|pair| pair.0));
                same(&found.map(|pair| pair.1), expected.map(|pair| pair.1));
            }
        }
        // An undefined power among those that share nothing is left out of the sums: only compared without any.
        if power.iter().all(Option::is_some) || weighing != Weighing::Weighted {
            let summed = held.summed(weighing);
            same(&summed.degree, degree(&x));
            for (actor, found) in summed.ambivalence.iter().enumerate() {
                same(found, ambivalence(&x, actor));
            }
        }
    }
}

#[test]
fn random_small_cases_agree_with_the_definitions() {
    let mut dice = Dice(0x0dd5_eed5_1234_5671);
    let mut undefined = 0;
    for round in 0..300 {
        let (actors, objectives) = (1 + dice.roll(6) as usize, 1 + dice.roll(4) as usize);
        let case = dice.case(actors, objectives, 1 + round % 4);
        undefined += usize::from(case.power().iter().any(Option::is_none));
        compare(&case);
    }
    assert!((20..250).contains(&undefined), "{undefined} cases with an undefined power");
}

/// The case with its actors and objectives in another order: `actors[new] = old`.
fn reordered(case: &Case, actors: &[usize], objectives: &[usize]) -> Case {
    let pick = |row: &[i128], places: &[usize]| places.iter().map(|old| row[*old]).collect::<Vec<_>>();
    Case {
        mid: actors.iter().map(|old| pick(&case.mid[*old], actors)).collect(),
        m: actors.iter().map(|old| pick(&case.m[*old], objectives)).collect(),
    }
}

#[test]
fn what_must_always_hold_does() {
    let mut dice = Dice(0x5ca1_ab1e_0000_0003);
    for _ in 0..40 {
        let (n, m) = (2 + dice.roll(20) as usize, 1 + dice.roll(8) as usize);
        let held = of(&file(&dice.case(n, m, 2)));
        assert_eq!(held.influence().iter().sum::<i32>(), held.dependence().iter().sum::<i32>());
        if held.power.iter().any(Result::is_ok) {
            assert!(near(held.power.iter().flatten().sum::<f64>(), n as f64));
        }
        assert!(held.power.iter().flatten().all(|power| *power >= 0.0 && power.is_finite()));
        for weighing in Weighing::ALL {
            for one in 0..n {
                assert_eq!(held.agreement(weighing, one, one), Ok((0.0, 0.0)));
                for other in 0..n {
                    assert_eq!(held.agreement(weighing, one, other), held.agreement(weighing, other, one));
                }
            }
            let summed = held.summed(weighing);
            assert!(summed.degree.is_err() || (0.0..=100.0).contains(&summed.degree.unwrap()));
            assert!(summed.ambivalence.iter().flatten().all(|value| (0.0..=1.0).contains(value)));
        }
    }
}

#[test]
fn the_names_of_actors_and_objectives_do_not_matter() {
    let case = Dice(0x0123_4567_89ab_cdef).case(6, 4, 2);
    let before = file(&case);
    let mut text = String::from_utf8(write(&before)).unwrap();
    for place in 0..6 {
        text = text.replace(&format!("\"a{place}\""), &format!("\"x{}\"", 9 - place));
        text = text.replace(&format!("\"o{place}\""), &format!("\"y{}\"", 9 - place));
    }
    let (before, after) = (of(&before), of(&read(text.as_bytes()).unwrap().dossier));
    let drawn = |held: &Alliances| {
        let robustness = Robustness::of(held);
        format!("{held:?} {robustness:?} {:?}", conclusions::all(held, &robustness))
    };
    assert!(drawn(&before) == drawn(&after));
}

#[test]
fn the_order_of_actors_and_objectives_does_not_matter() {
    let mut dice = Dice(0xfeed_beef_0000_0011);
    for _ in 0..30 {
        let (n, m) = (2 + dice.roll(7) as usize, 1 + dice.roll(4) as usize);
        let case = dice.case(n, m, 2);
        let mut shuffled = |count: usize| {
            let mut keys: Vec<(u64, usize)> = (0..count).map(|place| (dice.roll(1_000_000), place)).collect();
            keys.sort_unstable();
            keys.into_iter().map(|(_, place)| place).collect::<Vec<_>>()
        };
        let (actors, objectives) = (shuffled(n), shuffled(m));
        let (one, other) = (of(&file(&case)), of(&file(&reordered(&case, &actors, &objectives))));
        let (ranks, planes) = (one.ranks(), &one.planes);
        let swayed = (Robustness::of(&one).unwrap(), Robustness::of(&other).unwrap());
        assert_eq!(swayed.0.moves, swayed.1.moves);
        assert_eq!(swayed.0.leaders.flips.len(), swayed.1.leaders.flips.len());
        assert_eq!(swayed.0.first.flips.len(), swayed.1.first.flips.len());
        for (new, old) in actors.iter().enumerate() {
            // To the last bit: sums run in an order of their own.
            assert_eq!(other.power[new], one.power[*old]);
            assert_eq!((other.ranks()[new], other.planes[new]), (ranks[*old], planes[*old]));
            let (sway, before) = (&swayed.1.actors[new], &swayed.0.actors[*old]);
            assert_eq!(sway.rank, before.rank);
            assert_eq!(sway.ranks.flips.len(), before.ranks.flips.len());
            assert_eq!(sway.plane.flips.len(), before.plane.flips.len());
        }
        for (new, old) in objectives.iter().enumerate() {
            assert_eq!(swayed.1.sides[new].flips.len(), swayed.0.sides[*old].flips.len());
        }
    }
}
