//! Every move drawn again from the definitions, on small cases; and the conclusions that are drawn from them.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use tour_de_table::analysis::positions::conclusions::{self, Concluded, Conclusion};
use tour_de_table::analysis::positions::{Cell, Plane, Relation, Robustness, Side, To, Trust, Undefined};

use super::reference::{Case, Q, agreement, ambivalence, sums};
use super::{Dice, alliances, by_hand, file, of};

/// Every case one move away, with its cell and step.
fn moves(case: &Case) -> Vec<(Cell, i32, Case)> {
    let mut all = Vec::new();
    for from in 0..case.actors() {
        for to in 0..case.actors() {
            for by in [-1, 1] {
                let mut moved = case.clone();
                moved.mid[from][to] += by;
                if from != to && (0..=4).contains(&moved.mid[from][to]) {
                    all.push((Cell::Influence { from, to }, by as i32, moved));
                }
            }
        }
    }
    for actor in 0..case.actors() {
        for objective in 0..case.objectives() {
            for by in [-1, 1] {
                let mut moved = case.clone();
                moved.m[actor][objective] += by;
                if (-4..=4).contains(&moved.m[actor][objective]) {
                    all.push((Cell::Position { actor, objective }, by as i32, moved));
                }
            }
        }
    }
    all
}

/// What a conclusion becomes, in words that both sides can be brought to; the reason of what is undefined is left out.
type Became = BTreeMap<(Cell, i32), String>;

fn told(trust: &Trust) -> Became {
    let word = |to: &To| match to {
        To::Rank(rank) => format!("rank {rank}"),
        To::Plane(plane) => format!("{plane:?}"),
        To::Side(side) => format!("{side:?}"),
        To::Relation(relation) => format!("{relation:?}"),
        To::Actors(actors) => format!("{actors:?}"),
        To::Lapsed => "lapsed".to_owned(),
        To::Undefined(_) => "undefined".to_owned(),
    };
    let told: Became = trust.flips.iter().map(|flip| ((flip.cell, flip.by), word(&flip.to))).collect();
    assert_eq!(told.len(), trust.flips.len(), "a move is told once");
    assert_eq!(trust.holds(), told.is_empty());
    told
}

/// The moves after which `word` says something else; nothing where it says nothing before any.
fn expected(case: &Case, moves: &[(Cell, i32, Case)], word: &dyn Fn(&Case) -> Option<String>) -> Became {
    let Some(before) = word(case) else { return Became::new() };
    let after = |case: &Case| word(case).unwrap_or_else(|| "undefined".to_owned());
    let changed = moves.iter().map(|(cell, by, moved)| ((*cell, *by), after(moved)));
    changed.filter(|(_, after)| *after != before).collect()
}

fn plane(high: (bool, bool)) -> Plane {
    match high {
        (true, false) => Plane::Dominant,
        (true, true) => Plane::Relay,
        (false, true) => Plane::Dominated,
        (false, false) => Plane::Autonomous,
    }
}

fn side(sign: i128) -> Side {
    [Side::Against, Side::Even, Side::Favour][usize::try_from(sign + 1).unwrap()]
}

fn relation((c, d): (Q, Q)) -> Relation {
    match c.minus(d).sign() {
        1 => Relation::Converge,
        -1 => Relation::Diverge,
        _ if c.sign() == 0 => Relation::Nothing,
        _ => Relation::Even,
    }
}

fn set(actors: Vec<usize>) -> Option<String> {
    (!actors.is_empty()).then(|| format!("{actors:?}"))
}

fn ambivalent(case: &Case, actor: usize) -> Option<bool> {
    ambivalence(&case.plain(false), actor).map(|value| value > Q::new(1, 2))
}

#[test]
fn every_single_move_is_drawn_as_the_definitions_draw_it() {
    let mut dice = Dice(0x0b5e_55ed_0000_0007);
    let mut seen = BTreeMap::<&str, usize>::new();
    for round in 0..120 {
        let (n, m) = (2 + dice.roll(3) as usize, 1 + dice.roll(3) as usize);
        let case = dice.case(n, m, 1 + round % 3);
        let held = of(&file(&case));
        let found = Robustness::of(&held).unwrap();
        let moves = moves(&case);
        assert_eq!(found.moves, moves.len());
        for (actor, sway) in found.actors.iter().enumerate() {
            let rank = |case: &Case| case.ranks()[actor].map(|rank| format!("rank {rank}"));
            assert_eq!(told(&sway.ranks), expected(&case, &moves, &rank));
            let before = case.ranks()[actor];
            let after = moves.iter().filter_map(|(_, _, moved)| moved.ranks()[actor]).chain(before);
            let range = after.clone().min().zip(after.max());
            assert_eq!(sway.rank, before.and(range));
            let plane = |case: &Case| case.planes()[actor].map(|high| format!("{:?}", plane(high)));
            assert_eq!(told(&sway.plane), expected(&case, &moves, &plane));
            *seen.entry("ranks").or_default() += sway.ranks.flips.len();
            *seen.entry("planes").or_default() += sway.plane.flips.len();
        }
        assert_eq!(told(&found.leaders), expected(&case, &moves, &|case| set(case.leaders())));
        assert_eq!(told(&found.first), expected(&case, &moves, &|case| set(case.first())));
        *seen.entry("leaders").or_default() += found.leaders.flips.len();
        *seen.entry("first").or_default() += found.first.flips.len();
        for (objective, trust) in found.sides.iter().enumerate() {
            let word = |case: &Case| case.side(objective).map(|sign| format!("{:?}", side(sign)));
            assert_eq!(told(trust), expected(&case, &moves, &word));
            *seen.entry("sides").or_default() += trust.flips.len();
        }
        for Concluded { what, trust } in conclusions::all(&held, &Ok(found)) {
            let trust = told(&trust.unwrap());
            match what {
                Conclusion::Whole { relation: before } => {
                    let word =
                        |case: &Case| Some(format!("{:?}", relation(sums(&case.plain(false)).unwrap())));
                    assert_eq!(Some(format!("{before:?}")), word(&case));
                    assert_eq!(trust, expected(&case, &moves, &word));
                    *seen.entry("whole").or_default() += trust.len();
                }
                Conclusion::Ambivalent { actor } => {
                    assert_eq!(ambivalent(&case, actor), Some(true));
                    let word = |case: &Case| {
                        ambivalent(case, actor).map(|still| if still { "still" } else { "lapsed" }.to_owned())
                    };
                    assert_eq!(trust, expected(&case, &moves, &word));
                    *seen.entry("ambivalent").or_default() += trust.len();
                }
                _ => {}
            }
        }
        for one in 0..case.actors() {
            for other in one + 1..case.actors() {
                let word = |case: &Case| {
                    Some(format!("{:?}", relation(agreement(&case.plain(false), one, other).unwrap())))
                };
                match conclusions::pair(&held, other, one) {
                    None => assert_eq!(word(&case), Some("Nothing".to_owned())),
                    Some(Concluded { what: Conclusion::Pair { relation, together, apart, .. }, trust }) => {
                        assert_eq!(Some(format!("{relation:?}")), word(&case));
                        assert_eq!(told(&trust.unwrap()), expected(&case, &moves, &word));
                        let sign = |k: usize| (case.m[one][k] * case.m[other][k]).signum();
                        let with = |wanted: i128| -> Vec<usize> {
                            (0..case.objectives()).filter(|k| sign(*k) == wanted).collect()
                        };
                        assert_eq!((together, apart), (with(1), with(-1)));
                        *seen.entry("pairs").or_default() += 1;
                    }
                    Some(other) => panic!("{other:?}"),
                }
            }
        }
    }
    for kind in ["ranks", "planes", "leaders", "first", "sides", "whole", "ambivalent", "pairs"] {
        assert!(seen.get(kind).is_some_and(|count| *count > 30), "{kind}: {seen:?}");
    }
}

/// The conclusions on the case worked by hand (see there): R* 42/29, 36/29, 9/29; a alone has less than half of 3.
#[test]
fn what_there_is_to_say_of_the_case_worked_by_hand() {
    let held = by_hand();
    let robustness = Robustness::of(&held);
    // 3 cells of influence at 0 move up only, 2, 3 and 1 both ways; of the positions only 4 cannot rise.
    assert_eq!(robustness.as_ref().unwrap().moves, 3 + 6 + 11);
    let said: Vec<Conclusion> =
        conclusions::all(&held, &robustness).into_iter().map(|one| one.what).collect();
    let Conclusion::Leaders { actors, share } = &said[0] else { panic!("{said:?}") };
    assert_eq!(actors, &[0, 1]);
    assert!((share - 78.0 / 87.0).abs() < 1e-12);
    let plane = |actor, plane| Conclusion::Plane { actor, plane };
    let objective = |objective| Conclusion::Objective { objective, side: Side::Favour };
    let rest = [
        Conclusion::First { actors: vec![0] },
        plane(0, Plane::Dominant),
        plane(1, Plane::Dominant),
        plane(2, Plane::Dominated),
        // 162 against 9, 144 against 84.
        objective(0),
        objective(1),
        Conclusion::Whole { relation: Relation::Diverge },
        // 4/7 and 2/3.
        Conclusion::Ambivalent { actor: 0 },
        Conclusion::Ambivalent { actor: 1 },
    ];
    assert_eq!(said[1..], rest);
    // Gaps of valued C and D: a–c 2, then a–b 1 and b–c 1 in the order of the dossier.
    let pairs: Vec<(usize, usize)> = conclusions::pairs(&held, 2)
        .into_iter()
        .map(|pair| match pair.what {
            Conclusion::Pair { one, other, .. } => (one, other),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(pairs, [(0, 2), (0, 1)]);
    // Of b alone: a–b and b–c, both 1.
    let of_b = conclusions::pairs_of(&held, 1).into_iter().map(|pair| match pair.what {
        Conclusion::Pair { one, other, .. } => (one, other),
        other => panic!("{other:?}"),
    });
    assert_eq!(of_b.collect::<Vec<_>>(), [(0, 1), (1, 2)]);
}

#[test]
fn equals_hold_the_decision_together() {
    // Four actors in a ring, all equal: two hold exactly half, three more than half, and the fourth equals the third.
    let held =
        alliances(&[&[0, 1, 0, 0], &[0, 0, 1, 0], &[0, 0, 0, 1], &[1, 0, 0, 0]], &[&[], &[], &[], &[]]);
    let said = conclusions::all(&held, &Err(Undefined::TooMany));
    assert_eq!(said[0].what, Conclusion::Leaders { actors: vec![0, 1, 2, 3], share: 1.0 });
    assert_eq!(said[1].what, Conclusion::First { actors: vec![0, 1, 2, 3] });
    assert_eq!(said[0].trust, Err(Undefined::TooMany), "what was not gone through is not said to hold");
}

#[test]
fn nothing_is_said_of_what_is_undefined() {
    let held = alliances(&[&[0, 0], &[0, 0]], &[&[2], &[0]]);
    assert_eq!(conclusions::all(&held, &Robustness::of(&held)), []);
    assert_eq!(conclusions::pair(&held, 0, 1), None);
}

/// A measure, to be run with `--release`: the profile of the page, on the machine's own instructions.
#[test]
#[ignore = "a measure, meaningless without --release"]
fn sixty_actors_and_twenty_objectives_take_under_100_ms() {
    for sparse in [1, 2, 8] {
        let file = file(&Dice(0x5eed_0000_0000_0001).case(60, 20, sparse));
        // The best of several tries: what else the machine does is not what is measured.
        let mut best = [Duration::MAX; 3];
        for _ in 0..9 {
            let start = Instant::now();
            let held = of(&file);
            let figures = start.elapsed();
            let robustness = Robustness::of(&held);
            let moved = start.elapsed();
            let said = conclusions::all(&held, &robustness).len() + conclusions::pairs(&held, 60).len();
            let whole = start.elapsed();
            assert!(said > 60 && robustness.is_ok_and(|held| held.moves > 4_000));
            for (best, time) in best.iter_mut().zip([figures, moved, whole]) {
                *best = time.min(*best);
            }
        }
        let [figures, moved, whole] = best;
        println!("1 cell in {sparse}: figures {figures:?}, with moves {moved:?}, with conclusions {whole:?}");
        assert!(whole.as_millis() < 100);
    }
}
