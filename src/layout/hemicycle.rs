//! Seats in half circles, from left to right.

use super::Point;

/// Where the seats stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hemicycle {
    /// Middles of the seats, in the order of the seats: from the left end to the right one, so that seats that follow
    /// one another stand side by side and a group of them fills a wedge.
    pub seats: Vec<Point>,
    /// Side of the square each can fill without touching another.
    pub side: f64,
    /// Height of the whole, the seats at both ends included.
    pub height: f64,
}

/// Most half circles, one inside another.
const MOST_ROWS: usize = 12;
/// What the innermost half circle leaves free in the middle, in radii of the outermost.
const HOLLOW: f64 = 0.44;
/// The largest seat.
const LARGEST: f64 = 30.0;
/// What a seat fills of its room.
const FILLED: f64 = 0.86;

/// Places `count` seats in half circles within `width`. The number of half circles is the one that leaves the seats the
/// most room; the fewest where several do.
pub fn hemicycle(count: usize, width: f64) -> Hemicycle {
    if count == 0 {
        return Hemicycle::default();
    }
    let outer = (width - LARGEST) / 2.0;
    let mut best: Option<(f64, Vec<(f64, usize)>)> = None;
    for rows in 1..=MOST_ROWS.min(count) {
        let shared = share(count, rows, outer);
        let room = room(&shared);
        if best.as_ref().is_none_or(|(most, _)| room > *most + 1e-9) {
            best = Some((room, shared));
        }
    }
    let Some((room, rows)) = best else { return Hemicycle::default() };
    let side = (room * FILLED).min(LARGEST);
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(count);
    for (radius, seats) in &rows {
        placed.extend((0..*seats).map(|seat| (turn(seat, *seats), *radius)));
    }
    placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    let reach = rows.iter().map(|(radius, _)| *radius).fold(0.0, f64::max);
    let (middle, base) = (width / 2.0, reach + LARGEST / 2.0);
    let seats = placed.into_iter().map(|(turn, radius)| {
        let angle = std::f64::consts::PI * (1.0 - turn);
        Point { x: middle + radius * angle.cos(), y: base - radius * angle.sin() }
    });
    Hemicycle { seats: seats.collect(), side, height: base + LARGEST / 2.0 }
}

/// How far from the left end a seat of a half circle stands, 0 to 1.
fn turn(seat: usize, seats: usize) -> f64 {
    if seats == 1 { 0.5 } else { seat as f64 / (seats - 1) as f64 }
}

/// Radius and seats of each half circle: seats in proportion to its length, the rest to the largest remainders.
fn share(count: usize, rows: usize, outer: f64) -> Vec<(f64, usize)> {
    let inner = outer * HOLLOW;
    let radius = |row: usize| match rows {
        1 => outer * 0.8,
        _ => inner + (outer - inner) * row as f64 / (rows - 1) as f64,
    };
    let sum: f64 = (0..rows).map(radius).sum();
    let exact = |row: usize| count as f64 * radius(row) / sum;
    let mut shared: Vec<(f64, usize)> = (0..rows).map(|row| (radius(row), exact(row) as usize)).collect();
    let given: usize = shared.iter().map(|(_, seats)| seats).sum();
    let mut order: Vec<usize> = (0..rows).collect();
    // The outermost first where remainders are equal.
    order.sort_by(|a, b| exact(*b).fract().total_cmp(&exact(*a).fract()).then(b.cmp(a)));
    for row in order.into_iter().cycle().take(count.saturating_sub(given)) {
        if let Some((_, seats)) = shared.get_mut(row) {
            *seats += 1;
        }
    }
    shared
}

/// The least distance between two seats, measured straight, as far as they can fill it: a few seats stand in a single half
/// circle, side by side. Zero where a half circle is left empty.
fn room(rows: &[(f64, usize)]) -> f64 {
    let chord = |radius: f64, seats: usize| match seats {
        0 => 0.0,
        1 => f64::MAX,
        _ => 2.0 * radius * (std::f64::consts::FRAC_PI_2 / (seats - 1) as f64).sin(),
    };
    let along = rows.iter().map(|(radius, seats)| chord(*radius, *seats)).fold(f64::MAX, f64::min);
    let across = rows.windows(2).map(|pair| match pair {
        [(inside, _), (outside, _)] => outside - inside,
        _ => f64::MAX,
    });
    across.fold(along, f64::min).min(LARGEST / FILLED)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: f64 = 400.0;

    fn distance(a: Point, b: Point) -> f64 {
        (a.x - b.x).hypot(a.y - b.y)
    }

    #[test]
    fn seats_stay_inside_and_never_touch() {
        for count in 1..=150 {
            let placed = hemicycle(count, WIDTH);
            assert_eq!(placed.seats.len(), count);
            assert!(placed.side > 7.0, "{count} seats of {} pixels", placed.side);
            for (place, seat) in placed.seats.iter().enumerate() {
                let half = placed.side / 2.0;
                assert!(seat.x - half >= 0.0 && seat.x + half <= WIDTH, "{count}: seat {place} at {seat:?}");
                assert!(seat.y - half >= 0.0 && seat.y + half <= placed.height, "{count}: seat {place}");
                for other in placed.seats.iter().skip(place + 1) {
                    assert!(distance(*seat, *other) >= placed.side, "{count}: {seat:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn the_order_goes_from_left_to_right_around_the_middle() {
        for count in [2, 7, 23, 60, 120] {
            let placed = hemicycle(count, WIDTH);
            let base = placed.seats.iter().map(|seat| seat.y).fold(0.0, f64::max);
            let angle = |seat: &Point| (base - seat.y).atan2(seat.x - WIDTH / 2.0);
            let angles: Vec<f64> = placed.seats.iter().map(angle).collect();
            assert!(angles.windows(2).all(|pair| pair[0] >= pair[1] - 1e-9), "{count}: {angles:?}");
        }
    }

    #[test]
    fn the_left_mirrors_the_right() {
        for count in [9, 23, 44] {
            let placed = hemicycle(count, WIDTH);
            let mirrored = |seat: &Point| Point { x: WIDTH - seat.x, y: seat.y };
            for seat in &placed.seats {
                let twin = placed.seats.iter().any(|other| distance(mirrored(seat), *other) < 1e-6);
                assert!(twin, "{count}: {seat:?} has no twin");
            }
        }
    }

    #[test]
    fn a_few_seats_share_a_single_half_circle() {
        // A radius of 0.8 × 185 = 148: 14 seats are 2 × 148 × sin(90° / 13) = 35.7 apart, 15 only 33.2, for a seat of 30
        // that fills 0.86 of its room, 34.9.
        let reach = |count| {
            let placed = hemicycle(count, WIDTH);
            let base = placed.seats.iter().map(|seat| seat.y).fold(0.0, f64::max);
            let away = |seat: &Point| (base - seat.y).hypot(seat.x - WIDTH / 2.0);
            let reach: Vec<f64> = placed.seats.iter().map(away).collect();
            reach.iter().all(|one| (one - reach[0]).abs() < 1e-6)
        };
        assert!(reach(9) && reach(14) && !reach(15));
    }

    #[test]
    fn a_single_seat_stands_in_the_middle_and_nobody_takes_no_room() {
        let one = hemicycle(1, WIDTH);
        assert!((one.seats[0].x - WIDTH / 2.0).abs() < 1e-9);
        assert_eq!(hemicycle(0, WIDTH), Hemicycle::default());
    }
}
