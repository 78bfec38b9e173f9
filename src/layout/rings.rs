//! Marks on concentric rings: who is close to the centre, and who is still far.
//!
//! A ring has a fixed number of seats, a little more than it needs, and each mark asks for one by a number of its own
//! (golden-ratio sequence: Kronecker 1884, Weyl 1916), then takes the next free one. A mark that comes or goes
//! therefore moves nobody else in most cases, and there is always a free seat for one more.

use std::f64::consts::{PI, TAU};

use super::{Point, Rect};

/// How many seats a ring may have: with one step it holds a few marks more.
const STEPS: [usize; 16] = [6, 8, 11, 15, 20, 26, 33, 42, 54, 70, 90, 120, 160, 220, 300, 420];
/// Space kept free between two marks of a ring.
const GAP: f64 = 8.0;
/// Height of the words on a line.
const PLATE: f64 = 24.0;
/// The sides a mark may have, the largest that fits first.
const SIDES: [f64; 7] = [30.0, 27.0, 24.0, 21.0, 18.0, 15.0, 12.0];

/// A mark that belongs to a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// A number that stays its own, whatever happens to the others.
    pub number: usize,
    /// Its ring, from 0 next to the centre.
    pub ring: usize,
}

/// The rings in a square of a given side.
#[derive(Clone, Debug, PartialEq)]
pub struct Rings {
    /// The middle of everything.
    pub centre: Point,
    /// Radius of the central disc.
    pub core: f64,
    /// Outer radius of each ring.
    pub radii: Vec<f64>,
    /// Side of a mark.
    pub side: f64,
    /// The middle of each mark, in the order of the members; `None` for one whose ring is not there.
    pub places: Vec<Option<Point>>,
    /// The middle of a mark that would join each ring; `None` where it has no seat left.
    pub free: Vec<Option<Point>>,
}

impl Rings {
    /// Lays `members` out on one ring for each of `plates`, in a square whose top left corner is at the origin. Plates are
    /// the widths of the words on the line of each ring, at its top: no mark is laid on them.
    pub fn of(side: f64, core: f64, plates: &[f64], members: &[Member]) -> Self {
        let outer = (side / 2.0 - 14.0).max(core + 1.0);
        let rings = plates.len();
        let mut seats = vec![0_usize; rings];
        for member in members {
            if let Some(count) = seats.get_mut(member.ring) {
                *count += 1;
            }
        }
        // One more than there are: somebody may join.
        for count in &mut seats {
            *count = STEPS.iter().copied().find(|step| step > count).unwrap_or(*count + 1);
        }
        let centre = Point { x: side / 2.0, y: side / 2.0 };
        let (mark, tracks) = tracks(core, outer, &seats, plates);
        let thickness = (outer - core) / tracks.iter().sum::<usize>().max(1) as f64;
        let mut laid = Self {
            centre,
            core,
            radii: Vec::with_capacity(rings),
            side: mark,
            places: vec![None; members.len()],
            free: Vec::with_capacity(rings),
        };
        let mut inner = core;
        for (ring, (seats, tracks)) in seats.iter().zip(&tracks).enumerate() {
            let gap = Gap::of(plates, ring, thickness, mark);
            let points = seats_of(centre, inner, thickness, *tracks, *seats, gap);
            let mut taken = vec![false; points.len()];
            for (place, member) in laid.places.iter_mut().zip(members) {
                if member.ring == ring {
                    *place = seat(member.number, &mut taken).and_then(|seat| points.get(seat).copied());
                }
            }
            laid.free.push(roomiest(&taken).and_then(|seat| points.get(seat).copied()));
            inner += thickness * *tracks as f64;
            laid.radii.push(inner);
        }
        laid
    }

    /// Moves everything to the right.
    pub fn slide(&mut self, by: f64) {
        self.centre.x += by;
        for at in self.places.iter_mut().chain(&mut self.free).flatten() {
            at.x += by;
        }
    }

    /// The ring at a point; `Some(0)` is the first around the centre, `None` is outside. The central disc counts for
    /// the first ring: nobody is dropped into it.
    pub fn at(&self, point: Point) -> Option<usize> {
        let away = (point.x - self.centre.x).hypot(point.y - self.centre.y);
        self.radii.iter().position(|radius| away <= *radius)
    }

    /// The box of the words on the line of a ring, of a given width, at its top.
    pub fn plate(&self, ring: usize, width: f64) -> Rect {
        let radius = self.radii.get(ring).copied().unwrap_or_default();
        let (x, y) = (self.centre.x - width / 2.0, self.centre.y - radius - PLATE / 2.0);
        Rect { x, y: y.max(0.0), w: width, h: PLATE }
    }
}

/// The side of a mark, and how many tracks each ring needs so that its seats stay apart.
fn tracks(core: f64, outer: f64, seats: &[usize], plates: &[f64]) -> (f64, Vec<usize>) {
    let mut last = (12.0, vec![1; seats.len()]);
    for side in SIDES {
        let mut tracks = vec![1; seats.len()];
        loop {
            let thickness = (outer - core) / tracks.iter().sum::<usize>().max(1) as f64;
            let mut inner = core;
            let mut short = None;
            for (ring, (seats, tracks)) in seats.iter().zip(&tracks).enumerate() {
                let gap = Gap::of(plates, ring, thickness, side);
                let room: usize =
                    radii(inner, thickness, *tracks).map(|radius| capacity(radius, side, gap)).sum();
                if room < *seats && short.is_none() {
                    short = Some(ring);
                }
                inner += thickness * *tracks as f64;
            }
            let narrow = thickness < apart(side);
            match short {
                None if !narrow => return (side, tracks),
                Some(ring) if !narrow => {
                    if let Some(count) = tracks.get_mut(ring) {
                        *count += 1;
                    }
                }
                _ => {
                    last = (side, tracks);
                    break;
                }
            }
        }
    }
    last
}

/// The radii of the tracks of a ring.
fn radii(inner: f64, thickness: f64, tracks: usize) -> impl Iterator<Item = f64> {
    (0..tracks).map(move |track| inner + thickness * (track as f64 + 0.5))
}

/// How far the middles of two marks are at least: on a diagonal their boxes would touch otherwise.
fn apart(side: f64) -> f64 {
    (side * std::f64::consts::SQRT_2 + 1.0).max(side + GAP)
}

/// Half the width that stays free at the top of a ring.
#[derive(Clone, Copy, Debug)]
struct Gap(f64);

impl Gap {
    /// The words on the inner line of a ring are always in the way of its marks, those on its own line where it is thin.
    fn of(plates: &[f64], ring: usize, thickness: f64, side: f64) -> Self {
        let half = |ring: usize| plates.get(ring).copied().unwrap_or_default() / 2.0 + side / 2.0 + 3.0;
        let inner = ring.checked_sub(1).map_or(0.0, half);
        let own = if thickness < side + PLATE + 4.0 { half(ring) } else { 0.0 };
        Self(inner.max(own))
    }

    /// Half the angle that stays free, on a circle.
    fn angle(self, radius: f64) -> f64 {
        (self.0 / radius).min(0.9).asin()
    }
}

/// How many marks stay apart on a circle whose top is kept free.
fn capacity(radius: f64, side: f64, gap: Gap) -> usize {
    let chord = apart(side);
    if chord >= 2.0 * radius {
        return 1;
    }
    let each = 2.0 * (chord / (2.0 * radius)).asin();
    ((TAU - 2.0 * gap.angle(radius)) / each).floor() as usize
}

/// The seats of a ring, from the top and clockwise, shared by its tracks in proportion to their length. None is at the
/// top, where words stand.
fn seats_of(centre: Point, inner: f64, thickness: f64, tracks: usize, seats: usize, gap: Gap) -> Vec<Point> {
    let lengths: Vec<f64> = radii(inner, thickness, tracks).collect();
    let length = |radius: f64| radius * (PI - gap.angle(radius));
    let whole: f64 = lengths.iter().map(|radius| length(*radius)).sum();
    let mut left = seats;
    let mut angled: Vec<(f64, Point)> = Vec::with_capacity(seats);
    for (track, radius) in lengths.iter().enumerate() {
        let share = (seats as f64 * length(*radius) / whole).round() as usize;
        let count = if track + 1 == tracks { left } else { share.min(left) };
        left -= count;
        for seat in 0..count {
            let free = gap.angle(*radius);
            let angle = free + (TAU - 2.0 * free) * (seat as f64 + 0.5) / count as f64;
            let at = Point { x: centre.x + radius * angle.sin(), y: centre.y - radius * angle.cos() };
            angled.push((angle, at));
        }
    }
    angled.sort_by(|one, other| one.0.total_cmp(&other.0));
    angled.into_iter().map(|(_, at)| at).collect()
}

/// Takes the seat a number asks for, or the next free one.
fn seat(number: usize, taken: &mut [bool]) -> Option<usize> {
    let count = taken.len();
    let wish = (number as f64 * 0.618_033_988_749_894_9).fract() * count as f64;
    let seat = (0..count)
        .map(|step| (wish as usize + step) % count)
        .find(|seat| taken.get(*seat) == Some(&false))?;
    if let Some(slot) = taken.get_mut(seat) {
        *slot = true;
    }
    Some(seat)
}

/// The free seat that is furthest from those taken; the first clockwise of these.
fn roomiest(taken: &[bool]) -> Option<usize> {
    let count = taken.len();
    let away = |seat: usize| {
        (1..count)
            .find(|step| {
                let beside = |seat: usize| taken.get(seat % count) == Some(&true);
                beside(seat + step) || beside(seat + count - step)
            })
            .unwrap_or(count)
    };
    let free = (0..count).filter(|seat| taken.get(*seat) == Some(&false));
    free.rev().max_by_key(|seat| away(*seat))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn members(rings: &[usize]) -> Vec<Member> {
        let mut found = Vec::new();
        for (ring, count) in rings.iter().enumerate() {
            // Numbers are handed out across rings, as actors of a dossier are.
            found.extend((0..*count).map(|rank| Member { number: rank * rings.len() + ring, ring }));
        }
        found
    }

    /// Width of the words on each line.
    const PLATED: f64 = 120.0;

    fn assert_apart(laid: &Rings) {
        let boxes: Vec<Rect> = laid.places.iter().flatten().map(|at| Rect::around(*at, laid.side)).collect();
        for ring in 0..laid.radii.len() {
            let plate = laid.plate(ring, PLATED);
            assert!(!boxes.iter().any(|one| one.overlaps(&plate)), "{plate:?}");
        }
        for (rank, one) in boxes.iter().enumerate() {
            for other in &boxes[rank + 1..] {
                assert!(!one.overlaps(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn ten_and_a_hundred_marks_never_overlap_and_stay_in_their_ring() {
        for (side, rings) in [
            (740.0, vec![4, 4, 2]),
            (740.0, vec![10, 30, 30, 30]),
            (740.0, vec![100]),
            (600.0, vec![25, 25, 25, 25]),
            (343.0, vec![4, 6, 5]),
            (740.0, vec![0, 0, 0]),
        ] {
            let members = members(&rings);
            let laid = Rings::of(side, 56.0, &vec![PLATED; rings.len()], &members);
            assert_apart(&laid);
            for (member, at) in members.iter().zip(&laid.places) {
                let at = at.unwrap();
                assert_eq!(laid.at(at), Some(member.ring));
                let inner = if member.ring == 0 { laid.core } else { laid.radii[member.ring - 1] };
                let away = (at.x - laid.centre.x).hypot(at.y - laid.centre.y);
                // Whole inside: half a side from both lines.
                assert!(away - laid.side / 2.0 >= inner && away + laid.side / 2.0 <= laid.radii[member.ring]);
            }
            assert_eq!(laid.free.iter().filter(|free| free.is_some()).count(), rings.len());
        }
    }

    #[test]
    fn ten_marks_have_the_full_side() {
        // Three rings of 92 px (740 / 2 − 14 − 56 over 3… 300 / 3 = 100): wider than 30 + 8.
        assert_eq!(Rings::of(740.0, 56.0, &[PLATED; 3], &members(&[4, 4, 2])).side, 30.0);
    }

    #[test]
    fn the_marks_of_the_other_rings_do_not_move_when_one_leaves() {
        let before = members(&[4, 5, 3]);
        let mut after = before.clone();
        // From the second ring (5 of 6 seats) to none.
        let gone = after.iter().position(|member| member.ring == 1).unwrap();
        after.remove(gone);
        let (one, other) =
            (Rings::of(740.0, 56.0, &[PLATED; 3], &before), Rings::of(740.0, 56.0, &[PLATED; 3], &after));
        assert_eq!((&one.radii, one.side), (&other.radii, other.side));
        let mut kept = one.places.clone();
        kept.remove(gone);
        let moved: Vec<usize> = (0..kept.len()).filter(|rank| kept[*rank] != other.places[*rank]).collect();
        assert!(moved.iter().all(|rank| after[*rank].ring == 1), "{moved:?}");
    }

    #[test]
    fn where_a_mark_would_join_is_free_and_in_its_ring() {
        let laid = Rings::of(740.0, 56.0, &[PLATED; 3], &members(&[4, 4, 2]));
        for (ring, free) in laid.free.iter().enumerate() {
            let free = free.unwrap();
            assert_eq!(laid.at(free), Some(ring));
            let ghost = Rect::around(free, laid.side);
            assert!(laid.places.iter().flatten().all(|at| !Rect::around(*at, laid.side).overlaps(&ghost)));
        }
        assert_eq!(laid.at(Point { x: 5.0, y: 5.0 }), None);
        assert_eq!(laid.at(laid.centre), Some(0));
    }

    #[test]
    fn the_roomiest_seat_is_the_furthest_from_those_taken() {
        // Of six around a table with 0 and 1 taken, 3 and 4 are both two away.
        assert_eq!(roomiest(&[true, true, false, false, false, false]), Some(3));
        assert_eq!(roomiest(&[true]), None);
        assert_eq!(roomiest(&[false, false]), Some(0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        #[test]
        fn marks_stay_apart_and_the_picture_is_the_same_each_time(
            rings in prop::collection::vec(0_usize..30, 1..5), side in 560.0_f64..900.0,
        ) {
            let members = members(&rings);
            let laid = Rings::of(side, 56.0, &vec![PLATED; rings.len()], &members);
            assert_apart(&laid);
            prop_assert_eq!(laid.places.iter().flatten().count(), members.len());
            prop_assert_eq!(&Rings::of(side, 56.0, &vec![PLATED; rings.len()], &members), &laid);
        }
    }
}
