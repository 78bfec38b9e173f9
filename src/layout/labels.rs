//! Words beside marks: each label takes the first of eight places where it meets nothing; where all are taken, a free
//! place further away, tied to its mark by a line; or none.
//!
//! Greedy placement over eight candidate positions, after the point-feature labelling of Yoeli (1972) and Imhof (1975);
//! the order of preference is ours: words under or over a mark read best next to vertical tails and grid lines.

use super::{Point, Rect};

/// A line that words should rather not cover.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// One end.
    pub a: Point,
    /// The other end.
    pub b: Point,
}

/// Words to be placed beside a mark, measured in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Widths of the whole words, then of words more and more abridged.
    pub widths: Vec<f64>,
    /// Which of them are tried first: longer ones take the room that is left once every label has its place.
    pub first: usize,
    /// Height of a line of words.
    pub height: f64,
    /// From the top of the line to its base line.
    pub ascent: f64,
}

/// A mark with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub at: Point,
    /// Side of its box.
    pub side: f64,
    /// Its words.
    pub label: Label,
}

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The box of the words.
    pub bounds: Rect,
    /// Their base line.
    pub baseline: f64,
    /// Which of [`Label::widths`] they are.
    pub words: usize,
    /// The line from the border of the mark to words that stand apart.
    pub lead: Option<Segment>,
}

/// Most marks among which words may stand apart: beyond, lines would cover the picture and take long to lay out.
const MOST_WITH_LEADS: usize = 150;
/// How far words may stand apart, from the border of their mark, in pixels, and by which steps.
const REACH: (f64, f64) = (126.0, 7.0);
/// How many directions are tried.
const DIRECTIONS: usize = 24;

/// Places the labels of `marks`, in their order, inside `frame` and off `obstacles`, every mark and one another.
/// A label that finds no room gets `None`. Among the places that are free, the one that crosses the fewest `lines` is
/// taken. Labels that have no room beside their mark come next, and stand apart where there is some. In the end those that
/// were abridged beside free room get longer words.
pub fn place(frame: Rect, marks: &[Mark], obstacles: &[Rect], lines: &[Segment]) -> Vec<Option<Placed>> {
    let mut taken = Buckets::new(frame);
    for obstacle in obstacles {
        taken.add(*obstacle);
    }
    for mark in marks {
        taken.add(Rect::around(mark.at, mark.side));
    }
    let crossed = |bounds: &Rect| lines.iter().filter(|line| crosses(line, bounds)).count();
    let mut placed: Vec<Option<Placed>> = Vec::with_capacity(marks.len());
    for mark in marks {
        let found = beside(mark, mark.label.first..mark.label.widths.len(), |bounds| {
            let free = frame.contains(bounds) && !taken.meets(bounds);
            free.then(|| crossed(bounds))
        });
        if let Some(found) = &found {
            taken.add(found.bounds);
        }
        placed.push(found);
    }
    let mut leads: Vec<Segment> = Vec::new();
    let with_leads = marks.len() <= MOST_WITH_LEADS;
    for (mark, held) in marks.iter().zip(&mut placed).filter(|(_, held)| with_leads && held.is_none()) {
        let found = mark.label.widths.iter().enumerate().skip(mark.label.first).find_map(|(words, width)| {
            let (bounds, lead) = apart(mark, *width).find(|(bounds, lead)| {
                let in_the_way = |other: &Segment| crosses(other, bounds) || meet(other, lead);
                frame.contains(bounds)
                    && !taken.meets(bounds)
                    && !taken.crossed(lead)
                    && !leads.iter().any(in_the_way)
            })?;
            Some(Placed { bounds, baseline: bounds.y + mark.label.ascent, words, lead: Some(lead) })
        });
        if let Some(Placed { bounds, lead: Some(lead), .. }) = &found {
            taken.add(*bounds);
            leads.push(*lead);
        }
        *held = found;
    }
    for (mark, held) in marks.iter().zip(&mut placed) {
        let Some(now) = held.filter(|now| now.lead.is_none() && now.words > 0) else { continue };
        taken.remove(&now.bounds);
        let most = crossed(&now.bounds);
        let found = beside(mark, 0..now.words, |bounds| {
            let free = frame.contains(bounds) && !taken.meets(bounds);
            let free = free && !leads.iter().any(|lead| crosses(lead, bounds));
            // Not at the price of covering more lines.
            free.then(|| crossed(bounds)).filter(|count| *count <= most)
        });
        let kept = found.unwrap_or(now);
        taken.add(kept.bounds);
        *held = Some(kept);
    }
    placed
}

/// The first of the words of `which` that have a place beside their mark, in the place that costs least; `cost` is none
/// where a place is taken.
fn beside(
    mark: &Mark,
    which: std::ops::Range<usize>,
    mut cost: impl FnMut(&Rect) -> Option<usize>,
) -> Option<Placed> {
    which.into_iter().find_map(|words| {
        let places = candidates(mark, *mark.label.widths.get(words)?).into_iter();
        let free = places.filter_map(|bounds| Some((cost(&bounds)?, bounds)));
        let (_, bounds) = free.min_by_key(|(cost, _)| *cost)?;
        Some(Placed { bounds, baseline: bounds.y + mark.label.ascent, words, lead: None })
    })
}

/// The places apart from a mark, the nearest first, each with the line that ties it to the mark.
fn apart(mark: &Mark, width: f64) -> impl Iterator<Item = (Rect, Segment)> + use<> {
    let (Point { x, y }, half, h) = (mark.at, mark.side / 2.0, mark.label.height);
    let (most, step) = REACH;
    let steps = (most / step) as usize;
    (1..=steps).flat_map(move |ring| {
        (0..DIRECTIONS).map(move |turn| {
            let (sin, cos) = (std::f64::consts::TAU * turn as f64 / DIRECTIONS as f64).sin_cos();
            let at = |away: f64| Point { x: x + cos * away, y: y + sin * away };
            // From just outside the box of the mark.
            let border = (half + 1.0) / cos.abs().max(sin.abs());
            let (start, end) = (at(border), at(border + ring as f64 * step));
            // The words lean on the end of the line: beside it when it goes sideways, over or under it otherwise.
            let (left, top) = if cos.abs() > 0.5 {
                (if cos > 0.0 { end.x + 1.0 } else { end.x - 1.0 - width }, end.y - h / 2.0)
            } else {
                (end.x - width / 2.0, if sin > 0.0 { end.y } else { end.y - h })
            };
            (Rect { x: left, y: top, w: width, h }, Segment { a: start, b: end })
        })
    })
}

/// Whether two segments cross.
fn meet(one: &Segment, other: &Segment) -> bool {
    let side = |from: Point, to: Point, at: Point| {
        (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
    };
    let apart =
        |line: &Segment, other: &Segment| side(line.a, line.b, other.a) * side(line.a, line.b, other.b) < 0.0;
    apart(one, other) && apart(other, one)
}

/// The eight places beside a mark, the best first: under, over, right, left, then the corners.
fn candidates(mark: &Mark, width: f64) -> [Rect; 8] {
    let Point { x, y } = mark.at;
    let (h, half) = (mark.label.height, mark.side / 2.0);
    let gap = 4.0;
    let boxed = |x: f64, y: f64| Rect { x, y, w: width, h };
    let (middle, left, right) = (x - width / 2.0, x - half - gap - width, x + half + gap);
    // At a corner the words lean on the mark, so that it stays plain whose they are.
    let (inner_left, inner_right) = (x - half * 0.4 - width, x + half * 0.4);
    let (under, over) = (y + half + gap - 1.0, y - half - gap + 1.0 - h);
    [
        boxed(middle, under),
        boxed(middle, over),
        boxed(right, y - h / 2.0),
        boxed(left, y - h / 2.0),
        boxed(inner_right, under),
        boxed(inner_left, under),
        boxed(inner_right, over),
        boxed(inner_left, over),
    ]
}

/// Whether a segment goes through a rectangle (Liang and Barsky, 1984).
fn crosses(line: &Segment, bounds: &Rect) -> bool {
    let (dx, dy) = (line.b.x - line.a.x, line.b.y - line.a.y);
    let edges = [
        (-dx, line.a.x - bounds.x),
        (dx, bounds.x + bounds.w - line.a.x),
        (-dy, line.a.y - bounds.y),
        (dy, bounds.y + bounds.h - line.a.y),
    ];
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (p, q) in edges {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            enters = enters.max(q / p);
        } else {
            leaves = leaves.min(q / p);
        }
    }
    enters <= leaves
}

/// What is taken, by squares of the frame, so that five hundred labels are placed within a frame of the screen.
struct Buckets {
    origin: Point,
    columns: usize,
    rows: usize,
    squares: Vec<Vec<Rect>>,
}

/// Side of a square, near the height of a few lines.
const SQUARE: f64 = 48.0;

impl Buckets {
    fn new(frame: Rect) -> Self {
        let columns = (frame.w / SQUARE).ceil().max(1.0) as usize;
        let rows = (frame.h / SQUARE).ceil().max(1.0) as usize;
        Self {
            origin: Point { x: frame.x, y: frame.y },
            columns,
            rows,
            squares: vec![Vec::new(); columns * rows],
        }
    }

    /// The squares that a rectangle touches; what lies outside the frame counts for its border.
    fn touched(&self, bounds: &Rect) -> impl Iterator<Item = usize> + use<> {
        let clamp = |value: f64, most: usize| (value / SQUARE).floor().clamp(0.0, most as f64 - 1.0) as usize;
        let (left, right) = (
            clamp(bounds.x - self.origin.x, self.columns),
            clamp(bounds.x + bounds.w - self.origin.x, self.columns),
        );
        let (top, bottom) = (
            clamp(bounds.y - self.origin.y, self.rows),
            clamp(bounds.y + bounds.h - self.origin.y, self.rows),
        );
        let columns = self.columns;
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }

    fn add(&mut self, bounds: Rect) {
        for square in self.touched(&bounds) {
            if let Some(square) = self.squares.get_mut(square) {
                square.push(bounds);
            }
        }
    }

    /// Takes back what was added.
    fn remove(&mut self, bounds: &Rect) {
        for square in self.touched(bounds) {
            if let Some(square) = self.squares.get_mut(square)
                && let Some(place) = square.iter().position(|taken| taken == bounds)
            {
                square.swap_remove(place);
            }
        }
    }

    fn meets(&self, bounds: &Rect) -> bool {
        let mut squares = self.touched(bounds).filter_map(|square| self.squares.get(square));
        squares.any(|square| square.iter().any(|taken| taken.overlaps(bounds)))
    }

    /// Whether a line goes through anything taken. It starts outside of its own mark.
    fn crossed(&self, line: &Segment) -> bool {
        let (x, y) = (line.a.x.min(line.b.x), line.a.y.min(line.b.y));
        let around = Rect { x, y, w: (line.a.x - line.b.x).abs(), h: (line.a.y - line.b.y).abs() };
        let mut squares = self.touched(&around).filter_map(|square| self.squares.get(square));
        squares.any(|square| square.iter().any(|taken| crosses(line, taken)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: Rect = Rect { x: 0.0, y: 0.0, w: 500.0, h: 580.0 };

    fn mark(x: f64, y: f64, full: f64) -> Mark {
        let label = Label { widths: vec![full, full.min(60.0)], first: 0, height: 16.0, ascent: 12.0 };
        Mark { at: Point { x, y }, side: 24.0, label }
    }

    #[test]
    fn words_go_under_the_mark_then_over_it() {
        let lower = mark(250.0, 300.0, 100.0);
        let alone = place(FRAME, std::slice::from_ref(&lower), &[], &[]);
        // 300 + 12 (half a mark) + 3.
        assert_eq!(alone[0].unwrap().bounds, Rect { x: 200.0, y: 315.0, w: 100.0, h: 16.0 });
        assert_eq!(alone[0].unwrap().baseline, 327.0);
        let blocked = place(FRAME, &[lower], &[Rect { x: 240.0, y: 320.0, w: 5.0, h: 5.0 }], &[]);
        // 300 − 12 − 3 − 16.
        assert_eq!(blocked[0].unwrap().bounds.y, 269.0);
    }

    #[test]
    fn a_free_place_off_the_tail_is_preferred() {
        let tail = Segment { a: Point { x: 250.0, y: 300.0 }, b: Point { x: 250.0, y: 360.0 } };
        let placed = place(FRAME, &[mark(250.0, 300.0, 100.0)], &[], &[tail]);
        assert_eq!(placed[0].unwrap().bounds.y, 269.0);
    }

    #[test]
    fn words_too_long_for_the_frame_are_abridged_and_words_without_room_are_dropped() {
        let long = place(FRAME, &[mark(250.0, 300.0, 900.0)], &[], &[]);
        assert_eq!(long[0].unwrap().words, 1);
        assert_eq!(long[0].unwrap().bounds.w, 60.0);
        assert_eq!(place(FRAME, &[mark(250.0, 300.0, 100.0)], &[FRAME], &[]), [None]);
    }

    #[test]
    fn words_abridged_at_first_take_the_room_that_is_left() {
        let wished = |x: f64, y: f64| {
            let mut mark = mark(x, y, 100.0);
            mark.label.first = 1;
            mark
        };
        // Alone: 60 px at first, then the whole 100.
        let alone = place(FRAME, &[wished(250.0, 300.0)], &[], &[]);
        assert_eq!((alone[0].unwrap().words, alone[0].unwrap().bounds.w), (0, 100.0));
        // Two marks 70 px apart in a corridor of one line under them: both have short words there, and neither has room for
        // more (300 + 12 + 3 = 315 is the only free height, and 2 × 60 of 140 px are taken).
        let walls = [
            Rect { x: 0.0, y: 0.0, w: 500.0, h: 288.0 },
            Rect { x: 0.0, y: 331.0, w: 500.0, h: 240.0 },
            Rect { x: 0.0, y: 288.0, w: 178.0, h: 43.0 },
            Rect { x: 322.0, y: 288.0, w: 178.0, h: 43.0 },
        ];
        let both = [wished(215.0, 300.0), wished(285.0, 300.0)];
        let placed = place(FRAME, &both, &walls, &[]);
        assert_eq!(placed.iter().map(|one| one.unwrap().words).collect::<Vec<_>>(), [1, 1]);
        // The whole words first would have left the second without any.
        let greedy = [mark(215.0, 300.0, 100.0), mark(285.0, 300.0, 100.0)];
        assert_eq!(place(FRAME, &greedy, &walls, &[])[0].unwrap().words, 0);
        assert_eq!(place(FRAME, &greedy, &walls, &[])[1], None);
    }

    #[test]
    fn words_without_room_beside_their_mark_stand_apart_at_the_end_of_a_line() {
        // Everything within 30 px of the mark is taken, but for the mark itself and a way out on the right.
        let walls = [
            Rect { x: 150.0, y: 260.0, w: 86.0, h: 80.0 },
            Rect { x: 150.0, y: 260.0, w: 200.0, h: 26.0 },
            Rect { x: 150.0, y: 314.0, w: 200.0, h: 26.0 },
            Rect { x: 264.0, y: 286.0, w: 14.0, h: 10.0 },
        ];
        let placed = place(FRAME, &[mark(250.0, 300.0, 60.0)], &walls, &[])[0].unwrap();
        let lead = placed.lead.unwrap();
        // From 1 px off the box of the mark, whose half is 12 px.
        assert!(((lead.a.x - 250.0).abs().max((lead.a.y - 300.0).abs()) - 13.0).abs() < 1e-9);
        assert!(walls.iter().all(|wall| !wall.overlaps(&placed.bounds) && !crosses(&lead, wall)));
    }

    #[test]
    fn two_segments_meet_when_each_parts_the_ends_of_the_other() {
        let line = |ax, ay, bx, by| Segment { a: Point { x: ax, y: ay }, b: Point { x: bx, y: by } };
        assert!(meet(&line(0.0, 0.0, 10.0, 10.0), &line(0.0, 10.0, 10.0, 0.0)));
        assert!(!meet(&line(0.0, 0.0, 10.0, 10.0), &line(20.0, 0.0, 20.0, 20.0)));
        assert!(!meet(&line(0.0, 0.0, 4.0, 4.0), &line(0.0, 10.0, 10.0, 0.0)));
    }

    #[test]
    fn a_segment_crosses_a_box_or_passes_beside_it() {
        let bounds = Rect { x: 10.0, y: 10.0, w: 10.0, h: 10.0 };
        let line = |ax, ay, bx, by| Segment { a: Point { x: ax, y: ay }, b: Point { x: bx, y: by } };
        assert!(crosses(&line(0.0, 15.0, 30.0, 15.0), &bounds));
        assert!(crosses(&line(12.0, 12.0, 13.0, 13.0), &bounds));
        assert!(!crosses(&line(0.0, 15.0, 9.0, 15.0), &bounds));
        assert!(!crosses(&line(0.0, 25.0, 30.0, 25.0), &bounds));
        assert!(!crosses(&line(0.0, 12.0, 12.0, 0.0), &bounds));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_hundred_labels_never_overlap_nor_leave_the_frame(
            marks in prop::collection::vec((20.0_f64..480.0, 20.0_f64..560.0, 10.0_f64..180.0), 100),
            obstacles in prop::collection::vec((0.0_f64..450.0, 0.0_f64..550.0), 0..5),
        ) {
            let marks: Vec<Mark> = marks.into_iter().map(|(x, y, full)| mark(x, y, full)).collect();
            let obstacles: Vec<Rect> =
                obstacles.into_iter().map(|(x, y)| Rect { x, y, w: 50.0, h: 20.0 }).collect();
            let placed = place(FRAME, &marks, &obstacles, &[]);
            prop_assert_eq!(placed.len(), marks.len());
            let bounds: Vec<Rect> = placed.iter().flatten().map(|placed| placed.bounds).collect();
            for (index, one) in bounds.iter().enumerate() {
                prop_assert!(FRAME.contains(one));
                prop_assert!(!obstacles.iter().any(|other| other.overlaps(one)));
                prop_assert!(!marks.iter().any(|mark| Rect::around(mark.at, mark.side).overlaps(one)));
                prop_assert!(!bounds[index + 1..].iter().any(|other| other.overlaps(one)));
            }
            let leads: Vec<Segment> =
                placed.iter().flatten().filter_map(|placed| placed.lead).collect();
            for (index, lead) in leads.iter().enumerate() {
                let length = (lead.a.x - lead.b.x).hypot(lead.a.y - lead.b.y);
                // The last step ends at the reach, give or take the last digit.
                prop_assert!(length <= REACH.0 + 1e-9);
                prop_assert!(!leads[index + 1..].iter().any(|other| meet(other, lead)));
                prop_assert!(!obstacles.iter().any(|other| crosses(lead, other)));
                prop_assert!(!marks.iter().any(|mark| crosses(lead, &Rect::around(mark.at, mark.side))));
                // Each leads to words of its own and goes through none.
                let through = bounds.iter().filter(|one| {
                    let inner = Rect { x: one.x + 1.0, y: one.y + 1.0, w: one.w - 2.0, h: one.h - 2.0 };
                    crosses(lead, &inner)
                });
                prop_assert_eq!(through.count(), 0);
            }
            prop_assert_eq!(place(FRAME, &marks, &obstacles, &[]), placed);
        }

        #[test]
        fn a_mark_with_room_around_it_always_has_its_words(x in 100.0_f64..400.0, y in 40.0_f64..540.0) {
            prop_assert!(place(FRAME, &[mark(x, y, 120.0)], &[], &[])[0].is_some());
        }
    }
}
