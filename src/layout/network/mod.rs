//! A network drawn so that it can be read: near what is tied, apart what is not, and the same picture each time.
//!
//! Each group of points that reach one another is laid out by stress (Kamada and Kawai, 1989: lengths on the picture as
//! near as can be to the number of ties on the way), minimised pair by pair (Zheng, Pawar and Goodman, 2018). It starts
//! from places drawn from the keys of the points, several times over, and the picture with the fewest crossings is
//! kept. Only sums, products, quotients and square roots are taken, which give the same result on every machine, and
//! points are gone through in the order of their keys: the picture does not depend on the order they come in.

mod pack;
mod stress;

use super::apart::{Parting, Pushed, height_for};
use super::{Point, Rect};

/// A network laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    /// The middle of each point, in the order they came.
    pub points: Vec<Point>,
    /// Height of the picture: that of the room, or more where the points need it.
    pub height: f64,
}

/// The sizes of the boxes that no other overlaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boxes {
    /// Width and height that read well, which crowded points may not get.
    pub wanted: (f64, f64),
    /// Width and height that every point gets.
    pub least: (f64, f64),
}

/// Lays out the points that bear `keys` (each its own) and are tied in pairs by `ties`, in a room, each in the middle
/// of a box that no other overlaps. Points without a tie stand in rows at the foot.
pub fn network(keys: &[&str], ties: &[(usize, usize)], room: Rect, boxes: Boxes) -> Laid {
    let mut drawing = Drawing::new(keys, ties, room, boxes);
    loop {
        if let Some(laid) = drawing.step() {
            return laid;
        }
    }
}

/// The work of [`network`], cut in steps so that whoever waits for something else is not kept.
pub struct Drawing {
    seeds: Vec<u64>,
    near: Vec<Vec<usize>>,
    rank: Vec<usize>,
    room: Rect,
    boxes: Boxes,
    /// Those of more than one point, largest first; the points of the others.
    groups: Vec<Vec<usize>>,
    alone: Vec<usize>,
    drawn: Vec<Vec<Point>>,
    /// The group under work.
    work: Option<stress::Stress>,
    /// Once they are all drawn.
    placing: Option<Placing>,
}

impl Drawing {
    /// Before the first step; see [`network`].
    pub fn new(keys: &[&str], ties: &[(usize, usize)], room: Rect, boxes: Boxes) -> Self {
        let (seeds, near, rank) = prepared(keys, ties);
        let mut groups = groups(&near);
        let alone = groups.iter().filter(|group| group.len() == 1).flatten().copied().collect();
        groups.retain(|group| group.len() > 1);
        Self { seeds, near, rank, room, boxes, groups, alone, drawn: Vec::new(), work: None, placing: None }
    }

    /// A little more work: a round of a group, then of pushing all of them apart, or in the end the places.
    pub fn step(&mut self) -> Option<Laid> {
        if let Some(group) = self.groups.get(self.drawn.len()) {
            let work = self.work.get_or_insert_with(|| stress::Stress::new(&self.seeds, &self.near, group));
            if let Some(points) = work.round() {
                self.drawn.push(points);
                self.work = None;
            }
            return None;
        }
        let Some(placing) = &mut self.placing else {
            self.placing = Some(self.begin());
            return None;
        };
        let main = placing.main;
        let places = placing.step()?;
        let (points, height) = self.placed(&places, main);
        let points = self.rank.iter().map(|rank| points.get(*rank).copied().unwrap_or_default()).collect();
        Some(Laid { points, height })
    }
}

/// A seed for each point in the order of the keys, whom it is tied to, and the rank of each point as they came.
fn prepared(keys: &[&str], ties: &[(usize, usize)]) -> (Vec<u64>, Vec<Vec<usize>>, Vec<usize>) {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|place| (keys.get(*place), *place));
    let mut rank = vec![0; keys.len()];
    for (at, place) in order.iter().enumerate() {
        put(&mut rank, *place, at);
    }
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    for (one, other) in ties {
        let ends = rank.get(*one).copied().zip(rank.get(*other).copied());
        if let Some((one, other)) = ends.filter(|(one, other)| one != other) {
            add(&mut near, one, other);
            add(&mut near, other, one);
        }
    }
    for list in &mut near {
        list.sort_unstable();
        list.dedup();
    }
    let seeds: Vec<u64> =
        order.iter().map(|place| hash(keys.get(*place).copied().unwrap_or_default())).collect();
    (seeds, near, rank)
}

/// How much smaller than wanted boxes are made, one after the other, until they can be pushed apart.
const SMALLER: [f64; 6] = [1.0, 0.85, 0.7, 0.55, 0.4, 0.25];

/// The points that are tied, being pushed apart in the part of the room above the others.
struct Placing {
    places: Vec<Point>,
    main: Rect,
    boxes: Boxes,
    /// How many sizes were tried.
    tried: usize,
    parting: Option<Parting>,
}

impl Placing {
    /// One more round; the places once no two boxes overlap.
    fn step(&mut self) -> Option<Vec<Point>> {
        let Some(parting) = &mut self.parting else {
            self.next();
            return None;
        };
        match parting.push() {
            Pushed::Going => return None,
            Pushed::Apart => {}
            Pushed::Spent if self.tried > SMALLER.len() => parting.settle(),
            // Smaller boxes then.
            Pushed::Spent => {
                self.parting = None;
                return None;
            }
        }
        self.parting.take().map(Parting::points)
    }

    /// The next size, if there is room enough for it; in the end the least whatever the room.
    fn next(&mut self) {
        let ((w, h), wanted) = (self.boxes.least, self.boxes.wanted);
        let share = SMALLER.get(self.tried);
        self.tried += 1;
        let (w, h) = share.map_or((w, h), |share| ((wanted.0 * share).max(w), (wanted.1 * share).max(h)));
        if share.is_none() || self.places.len() as f64 * w * h < self.main.w * self.main.h * 0.7 {
            self.parting = Some(Parting::of(self.places.clone(), self.main, w, h));
        }
    }
}

impl Drawing {
    /// How many points are tied to others, how the room is shared with those that are not: the boxes of the latter, and
    /// the height they take at the foot.
    fn shared(&self) -> (usize, (f64, f64), f64) {
        let Self { room, boxes, groups, alone, .. } = self;
        // The foot takes the boxes that are wanted, or the least where it would take more than a third of the room.
        let mut each = (boxes.wanted.0.min(room.w), boxes.wanted.1);
        if height_for(alone.len(), room.w, each.0, each.1) > room.h / 3.0 {
            each = boxes.least;
        }
        (groups.iter().map(Vec::len).sum(), each, height_for(alone.len(), room.w, each.0, each.1))
    }

    /// Each group drawn, before they are pushed apart.
    fn begin(&self) -> Placing {
        let ((tied, _, foot), (w, h)) = (self.shared(), self.boxes.least);
        // The part of the room for those that are tied.
        let main = Rect { h: (self.room.h - foot).max(height_for(tied, self.room.w, w, h)), ..self.room };
        let places: Vec<Point> = pack::pack(&self.drawn, main, w, h).concat();
        Placing { places, main, boxes: self.boxes, tried: 0, parting: None }
    }

    /// The places of all points in the order of their keys, from those of the tied ones, and the height they take.
    fn placed(&self, places: &[Point], main: Rect) -> (Vec<Point>, f64) {
        let Self { near, room, groups, alone, .. } = self;
        let (tied, each, foot) = self.shared();
        let mut points = vec![Point::default(); near.len()];
        for (point, place) in groups.iter().flatten().zip(places) {
            put(&mut points, *point, *place);
        }
        let columns = ((room.w / each.0).floor() as usize).max(1);
        let top = if tied == 0 { room.y } else { main.y + main.h };
        for (at, point) in alone.iter().enumerate() {
            let x = room.x + ((at % columns) as f64 + 0.5) * each.0;
            put(&mut points, *point, Point { x, y: top + ((at / columns) as f64 + 0.5) * each.1 });
        }
        (points, if tied == 0 { foot } else { main.h + foot })
    }
}

/// The points that reach one another, largest group first, each in order.
fn groups(near: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; near.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for start in 0..near.len() {
        let (mut group, mut pending) = (Vec::new(), vec![start]);
        while let Some(point) = pending.pop() {
            if seen.get_mut(point).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            group.push(point);
            pending.extend(near.get(point).into_iter().flatten());
        }
        if !group.is_empty() {
            group.sort_unstable();
            groups.push(group);
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
}

/// How many pairs of ties without a common end cross on a picture.
pub fn crossings(points: &[Point], ties: &[(usize, usize)]) -> usize {
    let at = |place: usize| points.get(place).copied().unwrap_or_default();
    let side = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let mut count = 0;
    for (index, (a, b)) in ties.iter().enumerate() {
        for (c, d) in ties.get(index + 1..).unwrap_or_default() {
            if a == c || a == d || b == c || b == d {
                continue;
            }
            let (p, q, r, s) = (at(*a), at(*b), at(*c), at(*d));
            if side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0 {
                count += 1;
            }
        }
    }
    count
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo).
fn hash(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(slot) = list.get_mut(place) {
        *slot = value;
    }
}

fn add(list: &mut [Vec<usize>], place: usize, value: usize) {
    if let Some(slot) = list.get_mut(place) {
        slot.push(value);
    }
}

#[cfg(test)]
mod tests;
