//! The lower part of an outline: what a marker filled up to a level is drawn with, without clipping in the page, which
//! costs the browser a layer of its own for each marker.

use super::Point;

/// The corners of an outline made of `M`, `L`, `H` and `V`, all absolute.
fn corners(outline: &str) -> Vec<Point> {
    let mut at = Point::default();
    let starts = outline.char_indices().filter(|(_, letter)| letter.is_ascii_alphabetic());
    let mut corners = Vec::new();
    for (start, letter) in starts {
        let rest = outline.get(start + 1..).unwrap_or_default();
        let end = rest.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(rest.len());
        let figures = rest.get(..end).unwrap_or_default().split_ascii_whitespace();
        let figures: Vec<f64> = figures.filter_map(|figure| figure.parse().ok()).collect();
        match (letter, figures.as_slice()) {
            ('M' | 'L', [x, y]) => at = Point { x: *x, y: *y },
            ('H', [x]) => at.x = *x,
            ('V', [y]) => at.y = *y,
            _ => continue,
        }
        corners.push(at);
    }
    corners
}

/// A length with two decimals.
fn short(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The outline of the part of a closed polygon that lies below the height `top` (y grows downwards), as the `d` of a
/// path; empty when nothing lies there. The polygon may be concave as long as a horizontal line enters it once.
///
/// The cut is that of Sutherland and Hodgman (1974) by one half-plane.
pub fn below(outline: &str, top: f64) -> String {
    let corners = corners(outline);
    let mut path = String::new();
    let mut put = |Point { x, y }| {
        let step = if path.is_empty() { "M" } else { "L" };
        path.extend([step, &short(x).to_string(), " ", &short(y).to_string()]);
    };
    let before = corners.last().into_iter().chain(&corners);
    for (from, to) in before.zip(&corners) {
        if (from.y >= top) != (to.y >= top) {
            let share = (top - from.y) / (to.y - from.y);
            put(Point { x: from.x + share * (to.x - from.x), y: top });
        }
        if to.y >= top {
            put(*to);
        }
    }
    if !path.is_empty() {
        path.push('Z');
    }
    path
}

/// The part of a disc that lies below the height `top`, as the `d` of a path; empty when nothing lies there.
pub fn disc_below(middle: Point, radius: f64, top: f64) -> String {
    let up = middle.y - top;
    if up <= -radius {
        return String::new();
    }
    let half = (radius * radius - up * up).max(0.0).sqrt();
    let (left, right, top) = (short(middle.x - half), short(middle.x + half), short(top));
    format!("M{right} {top}A{radius} {radius} 0 {} 1 {left} {top}Z", u8::from(up > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Area of a polygon by Gauss's formula.
    fn area(path: &str) -> f64 {
        let corners = corners(path);
        let next = corners.iter().cycle().skip(1);
        let twice: f64 = corners.iter().zip(next).map(|(one, two)| one.x * two.y - two.x * one.y).sum();
        twice.abs() / 2.0
    }

    #[test]
    fn a_square_is_cut_at_its_height() {
        assert_eq!(below("M3 3H21V21H3Z", 12.0), "M3 12L21 12L21 21L3 21Z");
        assert_eq!(below("M3 3H21V21H3Z", 3.0), "M3 3L21 3L21 21L3 21Z");
        assert_eq!(below("M3 3H21V21H3Z", 22.0), "");
    }

    #[test]
    fn a_triangle_loses_the_tip_above_the_cut() {
        // Base 24, height 20, tip up: below the middle stay three quarters of 240.
        assert!((area(&below("M12 2L24 22H0Z", 12.0)) - 180.0).abs() < 1e-9);
        // Tip down: below the middle stays one quarter.
        assert!((area(&below("M0 2H24L12 22Z", 12.0)) - 60.0).abs() < 1e-9);
    }

    #[test]
    fn a_cross_keeps_its_notches() {
        // Arms of 6 in a box of 18: 5 squares of 36; below the top arm stay 4 of them.
        let cross = "M9 3H15V9H21V15H15V21H9V15H3V9H9Z";
        assert!((area(cross) - 180.0).abs() < 1e-9);
        assert!((area(&below(cross, 9.0)) - 144.0).abs() < 1e-9);
        assert!((area(&below(cross, 12.0)) - 90.0).abs() < 1e-9);
    }

    #[test]
    fn a_disc_is_cut_along_its_chord() {
        let middle = Point { x: 12.0, y: 12.0 };
        // 3-4-5: at 3 above the middle of a disc of 5, the chord is 8 long and the larger part lies below.
        assert_eq!(disc_below(middle, 5.0, 9.0), "M16 9A5 5 0 1 1 8 9Z");
        assert_eq!(disc_below(middle, 5.0, 15.0), "M16 15A5 5 0 0 1 8 15Z");
        assert_eq!(disc_below(middle, 5.0, 17.0), "");
    }
}
