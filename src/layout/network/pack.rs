//! Groups side by side in a room.

use super::super::{Point, Rect};

/// Space around a group, in lengths of a tie.
const MARGIN: f64 = 0.5;
/// How much more one direction may be stretched than the other.
const STRETCH: f64 = 1.6;
/// A tie is no longer than so many boxes: few points stay near one another.
const LONGEST: f64 = 3.5;

/// The rows in which boxes of these sizes are set, none longer than `most` but those of one box: the place of the corner
/// of each, and the size of the whole.
fn rows(sizes: &[(f64, f64)], most: f64) -> (Vec<Point>, f64, f64) {
    let mut corners = Vec::with_capacity(sizes.len());
    let (mut x, mut y, mut high, mut wide) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    for (w, h) in sizes {
        if x > 0.0 && x + w > most {
            (x, y, high) = (0.0, y + high, 0.0);
        }
        corners.push(Point { x, y });
        (x, high) = (x + w, high.max(*h));
        wide = wide.max(x);
    }
    (corners, wide, y + high)
}

/// Sets groups, the largest first, in rows, and fits the whole to a room, each point in the middle of a box of `w` × `h`.
pub(super) fn pack(groups: &[Vec<Point>], room: Rect, w: f64, h: f64) -> Vec<Vec<Point>> {
    let bounds: Vec<Rect> = groups.iter().map(|group| around(group)).collect();
    let sizes: Vec<(f64, f64)> =
        bounds.iter().map(|bounds| (bounds.w + 2.0 * MARGIN, bounds.h + 2.0 * MARGIN)).collect();
    let widest = sizes.iter().map(|(w, _)| *w).fold(0.0, f64::max);
    let all: f64 = sizes.iter().map(|(w, _)| *w).sum();
    let inner =
        Rect { x: room.x + w / 2.0, y: room.y + h / 2.0, w: (room.w - w).max(1.0), h: (room.h - h).max(1.0) };
    let scale = |wide: f64, high: f64| {
        let (x, y) = (inner.w / wide.max(0.1), inner.h / high.max(0.1));
        let least = x.min(y);
        (x.min(least * STRETCH), y.min(least * STRETCH), least)
    };
    // The width of rows that lets the picture be drawn largest.
    let mut best: Option<(f64, Vec<Point>, f64, f64)> = None;
    for tried in 0..12 {
        let most = widest + (all - widest) * f64::from(tried) / 11.0;
        let (corners, wide, high) = rows(&sizes, most + 1e-9);
        let least = scale(wide, high).2;
        if best.as_ref().is_none_or(|(found, ..)| least > *found) {
            best = Some((least, corners, wide, high));
        }
    }
    let Some((_, corners, wide, high)) = best else { return Vec::new() };
    let (mut by_x, mut by_y, _) = scale(wide, high);
    by_x = by_x.min(w * LONGEST);
    by_y = by_y.min(h.max(w * 0.6) * LONGEST);
    let (left, top) = (inner.x + (inner.w - wide * by_x) / 2.0, inner.y + (inner.h - high * by_y) / 2.0);
    let placed = groups.iter().zip(&bounds).zip(&corners).map(|((group, bounds), corner)| {
        let place = |point: &Point| Point {
            x: left + (corner.x + MARGIN + point.x - bounds.x) * by_x,
            y: top + (corner.y + MARGIN + point.y - bounds.y) * by_y,
        };
        group.iter().map(place).collect()
    });
    placed.collect()
}

/// The least rectangle around points.
fn around(points: &[Point]) -> Rect {
    let least = |pick: fn(&Point) -> f64| points.iter().map(pick).fold(f64::INFINITY, f64::min);
    let most = |pick: fn(&Point) -> f64| points.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
    let (x, y) = (least(|point| point.x), least(|point| point.y));
    Rect { x, y, w: most(|point| point.x) - x, h: most(|point| point.y) - y }
}
