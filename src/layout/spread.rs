//! Marks that fall on the same place, spread inside their cell so that each stays visible.

use super::{Point, Rect};

/// The places of the marks of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// Centre of each mark that has room, in order.
    pub places: Vec<Point>,
    /// Where to say how many more there are, when some have no room.
    pub rest: Option<(Point, usize)>,
}

/// From this many on, marks of a cell are close together.
const CLOSE: usize = 4;

/// How many columns and rows keep `count` marks furthest apart in `w` × `h`, and how far that is.
fn best(count: usize, w: f64, h: f64) -> (usize, usize, f64) {
    let mut found = (1, count.max(1), 0.0);
    for columns in 1..=count.max(1) {
        let rows = count.max(1).div_ceil(columns);
        let pitch = (w / columns as f64).min(h / rows as f64);
        // Fewer columns on a tie: words go beside a mark more easily than above it.
        if pitch > found.2 + 1e-9 {
            found = (columns, rows, pitch);
        }
    }
    found
}

/// The largest side, at most `most`, at which `count` marks stay `gap` apart in a cell of `w` × `h`.
pub fn fit(count: usize, w: f64, h: f64, gap: f64, most: f64) -> f64 {
    (best(count, w, h).2 - gap).min(most)
}

/// Spreads `count` marks of side `side`, at least `gap` apart, in a cell. One alone is in its middle; when they do
/// not all fit, the last place is left to say how many more there are.
pub fn spread(count: usize, cell: Rect, side: f64, gap: f64) -> Spread {
    let mut room = count;
    while room > 1 && best(room, cell.w, cell.h).2 < side + gap {
        room -= 1;
    }
    let (columns, rows, _) = best(room, cell.w, cell.h);
    // Not further apart than needed to be told apart: they are at the same place. Many stay close together, so that
    // what is free around them is for their names.
    let most = if room > CLOSE { side * 1.4 + gap } else { side * 2.2 };
    let step_x = (cell.w / columns as f64).min(most);
    let step_y = (cell.h / rows as f64).min(most);
    let centre = cell.centre();
    let mut places: Vec<Point> = (0..room)
        .map(|index| {
            let (row, column) = (index / columns, index % columns);
            // The last row is centred.
            let inside = columns.min(room - row * columns);
            Point {
                x: centre.x + (column as f64 - (inside as f64 - 1.0) / 2.0) * step_x,
                y: centre.y + (row as f64 - (rows as f64 - 1.0) / 2.0) * step_y,
            }
        })
        .collect();
    let rest = if room < count { places.pop().map(|last| (last, count - room + 1)) } else { None };
    Spread { places, rest }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CELL: Rect = Rect { x: 100.0, y: 50.0, w: 80.0, h: 100.0 };

    #[test]
    fn one_mark_is_in_the_middle_and_two_stand_one_above_the_other() {
        assert_eq!(spread(1, CELL, 24.0, 2.0).places, [Point { x: 140.0, y: 100.0 }]);
        // Two in a cell higher than wide: 100 / 2 = 50 apart, within 2.2 × 24.
        let two = spread(2, CELL, 24.0, 2.0).places;
        assert_eq!(two, [Point { x: 140.0, y: 75.0 }, Point { x: 140.0, y: 125.0 }]);
    }

    #[test]
    fn what_has_no_room_is_counted() {
        // 12 px + 2 px apart in 80 × 100: 5 columns × 7 rows, 35 places, the last of which counts the rest.
        let many = spread(50, CELL, 12.0, 2.0);
        assert_eq!(many.places.len(), 34);
        assert_eq!(many.rest.map(|(_, count)| count), Some(16));
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(spread(0, CELL, 24.0, 2.0), Spread::default());
    }

    proptest! {
        #[test]
        fn marks_never_overlap_and_stay_in_their_cell(
            count in 1_usize..200, w in 40.0_f64..200.0, h in 40.0_f64..200.0,
        ) {
            let cell = Rect { x: 0.0, y: 0.0, w, h };
            let side = fit(count, w, h, 2.0, 24.0).max(10.0);
            let found = spread(count, cell, side, 2.0);
            prop_assert_eq!(found.places.len() + found.rest.map_or(0, |(_, rest)| rest), count);
            let marks: Vec<Rect> = found.places.iter().map(|place| Rect::around(*place, side)).collect();
            for (index, mark) in marks.iter().enumerate() {
                // But for rounding.
                let inner = Rect { x: mark.x + 1e-6, y: mark.y + 1e-6, w: side - 2e-6, h: side - 2e-6 };
                prop_assert!(cell.contains(&inner));
                for other in &marks[index + 1..] {
                    prop_assert!(!inner.overlaps(other));
                }
            }
            prop_assert_eq!(spread(count, cell, side, 2.0), found);
        }
    }
}
