use proptest::prelude::*;

use super::*;

const ROOM: Rect = Rect { x: 0.0, y: 0.0, w: 1_000.0, h: 640.0 };
const BOX: (f64, f64) = (30.0, 30.0);
const BOXES: Boxes = Boxes { wanted: (60.0, 50.0), least: BOX };

/// A graph drawn from a seed, each tie once.
fn graph(points: usize, ties: usize, mut seed: u64) -> Vec<(usize, usize)> {
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    let mut list = Vec::new();
    while list.len() < ties {
        let (one, other) = (next(points), next(points));
        let tie = (one.min(other), one.max(other));
        if one != other && !list.contains(&tie) {
            list.push(tie);
        }
    }
    list
}

fn keys(count: usize) -> Vec<String> {
    (0..count).map(|point| format!("acteur-{point}")).collect()
}

fn laid(count: usize, ties: &[(usize, usize)]) -> Laid {
    let keys = keys(count);
    network(&keys.iter().map(String::as_str).collect::<Vec<_>>(), ties, ROOM, BOXES)
}

fn overlaps(points: &[Point]) -> bool {
    points.iter().enumerate().any(|(index, one)| {
        let mut others = points[index + 1..].iter();
        others.any(|other| (one.x - other.x).abs() < BOX.0 - 1e-3 && (one.y - other.y).abs() < BOX.1 - 1e-3)
    })
}

#[test]
fn ties_cross_where_they_do_and_not_at_a_common_end() {
    let square = [(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)].map(|(x, y)| Point { x, y });
    assert_eq!(crossings(&square, &[(0, 1), (2, 3)]), 1);
    assert_eq!(crossings(&square, &[(0, 2), (1, 3)]), 0);
    assert_eq!(crossings(&square, &[(0, 1), (0, 3), (1, 2)]), 0);
}

#[test]
fn nobody_and_one_alone() {
    assert_eq!(network(&[], &[], ROOM, BOXES), Laid::default());
    // Alone: in the middle of the first square of a row.
    assert_eq!(network(&["a"], &[(0, 0)], ROOM, BOXES).points.len(), 1);
}

#[test]
fn a_path_is_drawn_across_in_its_order() {
    let line = laid(4, &[(0, 1), (1, 2), (2, 3)]).points;
    let rising = line.windows(2).all(|two| two[0].x < two[1].x);
    let falling = line.windows(2).all(|two| two[0].x > two[1].x);
    assert!(rising || falling, "{line:?}");
}

#[test]
fn what_can_be_drawn_without_a_crossing_is() {
    // A tree of 15 and a ring of 12.
    let tree: Vec<(usize, usize)> = (1..15).map(|child| ((child - 1) / 2, child)).collect();
    assert_eq!(crossings(&laid(15, &tree).points, &tree), 0);
    let ring: Vec<(usize, usize)> = (0..12).map(|point| (point, (point + 1) % 12)).collect();
    assert_eq!(crossings(&laid(12, &ring).points, &ring), 0);
}

#[test]
fn ties_cross_far_less_than_at_random_places() {
    for (points, ties) in [(10, 15), (30, 50), (100, 300)] {
        for seed in 1..6 {
            let ties = graph(points, ties, seed);
            let mut draw = seed.wrapping_mul(77);
            let mut share = || {
                draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (draw >> 11) as f64 / (1_u64 << 53) as f64
            };
            let random: Vec<Point> = (0..points).map(|_| Point { x: share(), y: share() }).collect();
            let (drawn, drawn_at_random) =
                (crossings(&laid(points, &ties).points, &ties), crossings(&random, &ties));
            assert!(2 * drawn <= drawn_at_random, "{points} {seed}: {drawn} against {drawn_at_random}");
        }
    }
}

#[test]
fn groups_do_not_mix_and_the_foot_holds_who_has_no_tie() {
    let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (5, 6)];
    let laid = laid(9, &ties);
    let lowest = laid.points[..7].iter().map(|point| point.y).fold(0.0, f64::max);
    assert!(laid.points[7..].iter().all(|point| point.y > lowest + 28.0));
    assert_eq!(crossings(&laid.points, &ties), 0);
}

/// Prints how long it takes: `cargo test --release --lib layout::network -- --ignored --nocapture`.
#[test]
#[ignore = "a measure, not a check"]
fn measure() {
    for (points, ties) in [(10, 15), (60, 150), (100, 300), (200, 600)] {
        let ties = graph(points, ties, 1);
        let started = std::time::Instant::now();
        let mut crossed = 0;
        for _ in 0..10 {
            crossed = crossings(&laid(points, &ties).points, &ties);
        }
        println!("{points} actors, {} ties: {:?}, {crossed} crossings", ties.len(), started.elapsed() / 10);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_picture_is_the_same_each_time_and_in_any_order(
        points in 1_usize..40, ties in 0_usize..60, seed in any::<u64>(), turn in 0_usize..40,
    ) {
        let ties = graph(points.max(2), ties.min(points * (points - 1) / 2), seed);
        let points = points.max(2);
        let first = laid(points, &ties);
        prop_assert_eq!(&laid(points, &ties), &first);
        // The same actors further on in the list, and ties the other way round.
        let moved = |point: usize| (point + turn) % points;
        let names = keys(points);
        let mut turned = vec![""; points];
        for point in 0..points {
            turned[moved(point)] = names[point].as_str();
        }
        let back: Vec<(usize, usize)> = ties.iter().rev().map(|(one, other)| (moved(*other), moved(*one))).collect();
        let second = network(&turned, &back, ROOM, BOXES);
        prop_assert_eq!(second.height, first.height);
        for point in 0..points {
            prop_assert_eq!(second.points[moved(point)], first.points[point]);
        }
    }

    #[test]
    fn points_never_overlap_nor_leave_the_picture(points in 2_usize..120, ties in 0_usize..200, seed in any::<u64>()) {
        let ties = graph(points, ties.min(points * (points - 1) / 2), seed);
        let laid = laid(points, &ties);
        prop_assert!(!overlaps(&laid.points));
        for point in &laid.points {
            prop_assert!((BOX.0 / 2.0 - 1e-6..=ROOM.w - BOX.0 / 2.0 + 1e-6).contains(&point.x), "{point:?}");
            prop_assert!((BOX.1 / 2.0 - 1e-6..=laid.height - BOX.1 / 2.0 + 1e-6).contains(&point.y), "{point:?}");
        }
    }
}
