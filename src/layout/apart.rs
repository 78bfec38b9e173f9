//! Boxes of one size pushed apart until none overlap another, as near as can be to where they were.

use super::{Point, Rect};

/// Most rounds of pushing before boxes are set on a grid instead.
const ROUNDS: usize = 150;

/// Moves the middles of boxes of `w` × `h` apart, inside a room, a round at a time: nobody is to wait for all of them. They
/// go a little further at each round, along the side that is nearest to free; where that does not end, each takes the
/// nearest free square of a grid. The room must hold as many squares (see [`height_for`]): boxes without a square stay
/// where they were. Points come out in their order; those at the same place part in the order they came.
#[derive(Clone, Debug)]
pub struct Parting {
    points: Vec<Point>,
    room: Rect,
    w: f64,
    h: f64,
    round: usize,
}

/// What came of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    /// No two boxes overlap any more.
    Apart,
    /// Some still do.
    Going,
    /// Some still do after the last round.
    Spent,
}

impl Parting {
    /// Before the first round.
    pub fn of(points: Vec<Point>, room: Rect, w: f64, h: f64) -> Self {
        Self { points, room, w, h, round: 0 }
    }

    /// One more round; false once nothing is left to do.
    pub fn step(&mut self) -> bool {
        match self.push() {
            Pushed::Going => return true,
            Pushed::Apart => {}
            Pushed::Spent => self.settle(),
        }
        false
    }

    /// One more round, without a grid in the end.
    pub(super) fn push(&mut self) -> Pushed {
        let Self { points, room, w, h, round } = self;
        if *round == ROUNDS {
            return Pushed::Spent;
        }
        *round += 1;
        if pushed_once(points, *room, *w, *h, *round - 1) { Pushed::Going } else { Pushed::Apart }
    }

    /// Gives each point the nearest free square of a grid.
    pub(super) fn settle(&mut self) {
        on_grid(&mut self.points, self.room, self.w, self.h);
    }

    /// The points, in their order.
    pub fn points(self) -> Vec<Point> {
        self.points
    }
}

/// One round, inside the room; whether any two overlapped.
fn pushed_once(points: &mut [Point], room: Rect, w: f64, h: f64, round: usize) -> bool {
    for point in points.iter_mut() {
        point.x = point.x.max(room.x + w / 2.0).min(room.x + (room.w - w / 2.0).max(w / 2.0));
        point.y = point.y.max(room.y + h / 2.0).min(room.y + (room.h - h / 2.0).max(h / 2.0));
    }
    push(points, w, h, round)
}

/// The least height of a room of width `width` that holds `count` boxes of `w` × `h` on a grid.
pub fn height_for(count: usize, width: f64, w: f64, h: f64) -> f64 {
    count.div_ceil(((width / w).floor() as usize).max(1)) as f64 * h
}

/// Pushes each pair that overlaps; whether any did.
fn push(points: &mut [Point], w: f64, h: f64, round: usize) -> bool {
    let mut moved = false;
    for second in 1..points.len() {
        let (before, rest) = points.split_at_mut(second);
        let Some(other) = rest.first_mut() else { continue };
        for (first, one) in before.iter_mut().enumerate() {
            let (dx, dy) = (other.x - one.x, other.y - one.y);
            let (over_x, over_y) = (w - dx.abs(), h - dy.abs());
            if over_x <= 1e-6 || over_y <= 1e-6 {
                continue;
            }
            moved = true;
            // A little more than half each, or the last gap would only ever be halved.
            let step = |over: f64| over / 2.0 + 0.05;
            // Two at the same place part sideways or up and down in turn.
            let sideways = if dx == 0.0 && dy == 0.0 {
                (first + second + round).is_multiple_of(2)
            } else {
                over_x < over_y
            };
            if sideways {
                let by = if dx < 0.0 { -step(over_x) } else { step(over_x) };
                one.x -= by;
                other.x += by;
            } else {
                let by = if dy < 0.0 { -step(over_y) } else { step(over_y) };
                one.y -= by;
                other.y += by;
            }
        }
    }
    moved
}

/// Gives each point the nearest free square.
fn on_grid(points: &mut [Point], room: Rect, w: f64, h: f64) {
    let columns = ((room.w / w).floor() as usize).max(1);
    let rows = ((room.h / h).floor() as usize).max(1);
    let (step_x, step_y) = (room.w / columns as f64, room.h / rows as f64);
    let mut taken = vec![false; columns * rows];
    for point in points {
        let mut best: Option<(f64, usize, Point)> = None;
        for (square, _) in taken.iter().enumerate().filter(|(_, taken)| !**taken) {
            let x = room.x + ((square % columns) as f64 + 0.5) * step_x;
            let y = room.y + ((square / columns) as f64 + 0.5) * step_y;
            let distance = (x - point.x) * (x - point.x) + (y - point.y) * (y - point.y);
            if best.is_none_or(|(least, ..)| distance < least) {
                best = Some((distance, square, Point { x, y }));
            }
        }
        if let Some((_, square, at)) = best {
            *point = at;
            if let Some(taken) = taken.get_mut(square) {
                *taken = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apart(points: &mut [Point], room: Rect, w: f64, h: f64) {
        let mut parting = Parting::of(points.to_vec(), room, w, h);
        while parting.step() {}
        points.copy_from_slice(&parting.points());
    }

    fn overlap(points: &[Point], w: f64, h: f64) -> bool {
        // But for rounding.
        points.iter().enumerate().any(|(index, one)| {
            points[index + 1..]
                .iter()
                .any(|other| (one.x - other.x).abs() < w - 1e-3 && (one.y - other.y).abs() < h - 1e-3)
        })
    }

    #[test]
    fn boxes_that_are_apart_stay_and_two_at_one_place_part() {
        let room = Rect { x: 0.0, y: 0.0, w: 300.0, h: 200.0 };
        let mut far = [Point { x: 50.0, y: 50.0 }, Point { x: 200.0, y: 120.0 }];
        apart(&mut far, room, 30.0, 30.0);
        assert_eq!(far, [Point { x: 50.0, y: 50.0 }, Point { x: 200.0, y: 120.0 }]);
        let mut same = [Point { x: 100.0, y: 100.0 }; 2];
        apart(&mut same, room, 30.0, 30.0);
        assert!(!overlap(&same, 30.0, 30.0));
    }

    proptest! {
        #[test]
        fn boxes_never_overlap_nor_leave_a_room_that_holds_them(
            points in prop::collection::vec((-50.0_f64..450.0, -50.0_f64..350.0), 1..90),
            w in 20.0_f64..60.0, h in 20.0_f64..50.0, spare in 0.0_f64..200.0,
        ) {
            let mut points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y }).collect();
            let room = Rect { x: 0.0, y: 0.0, w: 400.0, h: height_for(points.len(), 400.0, w, h) + spare };
            apart(&mut points, room, w, h);
            prop_assert!(!overlap(&points, w, h));
            for point in points {
                let inside = Rect { x: -1e-6, y: -1e-6, w: room.w + 2e-6, h: room.h + 2e-6 };
                let held = Rect { x: point.x - w / 2.0, y: point.y - h / 2.0, w, h };
                prop_assert!(inside.contains(&held));
            }
        }
    }
}
