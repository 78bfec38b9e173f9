//! One group of points that reach one another, by stress.

use super::super::Point;
use super::crossings;

/// From how many points on a single start is tried: a second one would cost more than it gains.
const LARGE: usize = 220;
/// How many starts are tried below.
const STARTS: u64 = 4;
/// Share of a step that is left after each round.
const COOLING: f64 = 0.75;
/// Where steps stop, and how many rounds are made there to settle.
const LAST: (f64, usize) = (0.05, 8);

/// Numbers that look drawn at random, the same from the same seed (`SplitMix64`; Steele, Lea and Flood, 2014).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Two points of a group and the number of ties on the way from one to the other.
struct Pair {
    one: usize,
    other: usize,
    steps: f64,
}

/// The work on a group, round by round.
pub(super) struct Stress {
    seeds: Vec<u64>,
    pairs: Vec<Pair>,
    ties: Vec<(usize, usize)>,
    /// Starts begun and to be tried.
    starts: (u64, u64),
    points: Vec<Point>,
    draw: Draw,
    pace: f64,
    /// Rounds that are left at the last pace.
    last: usize,
    best: Option<(usize, Vec<Point>)>,
}

impl Stress {
    /// Before the first round: the seeds of all points, who is tied to whom, and the points of the group.
    pub(super) fn new(seeds: &[u64], near: &[Vec<usize>], group: &[usize]) -> Self {
        let pairs = pairs(near, group);
        let ties = pairs.iter().filter(|pair| pair.steps < 1.5).map(|pair| (pair.one, pair.other));
        let mut work = Self {
            seeds: group.iter().map(|point| seeds.get(*point).copied().unwrap_or_default()).collect(),
            ties: ties.collect(),
            pairs,
            starts: (0, if group.len() > LARGE { 1 } else { STARTS }),
            points: Vec::new(),
            draw: Draw(0),
            pace: 0.0,
            last: 0,
            best: None,
        };
        work.start();
        work
    }

    /// Places drawn anew.
    fn start(&mut self) {
        let start = self.starts.0;
        let place = |seed: &u64| {
            let mut draw = Draw(seed ^ (start << 32));
            Point { x: draw.share(), y: draw.share() }
        };
        self.points = self.seeds.iter().map(place).collect();
        self.draw = Draw(start);
        let longest = self.pairs.iter().map(|pair| pair.steps).fold(1.0, f64::max);
        self.pace = longest * longest;
        self.last = LAST.1;
        // The order comes from the draw alone, not from the rounds before.
        self.pairs.sort_unstable_by_key(|pair| (pair.one, pair.other));
    }

    /// One more round; the places of the points once nothing is left: one tie long 1, the greatest length across.
    pub(super) fn round(&mut self) -> Option<Vec<Point>> {
        if self.last > 0 {
            round(&mut self.points, &mut self.pairs, &mut self.draw, self.pace);
            if self.pace > LAST.0 {
                self.pace *= COOLING;
            } else {
                self.last -= 1;
            }
            return None;
        }
        across(&mut self.points);
        let crossed = crossings(&self.points, &self.ties);
        if self.best.as_ref().is_none_or(|(least, _)| crossed < *least) {
            self.best = Some((crossed, std::mem::take(&mut self.points)));
        }
        self.starts.0 += 1;
        if self.starts.0 < self.starts.1 {
            self.start();
            return None;
        }
        Some(self.best.take().map(|(_, points)| points).unwrap_or_default())
    }
}

/// Every pair of a group, from breadth-first searches.
fn pairs(near: &[Vec<usize>], group: &[usize]) -> Vec<Pair> {
    let place = |point: usize| group.binary_search(&point).ok();
    let mut pairs = Vec::with_capacity(group.len() * group.len().saturating_sub(1) / 2);
    for one in 0..group.len() {
        let mut steps: Vec<Option<u32>> = vec![None; group.len()];
        let mut queue = std::collections::VecDeque::from([one]);
        if let Some(slot) = steps.get_mut(one) {
            *slot = Some(0);
        }
        while let Some(at) = queue.pop_front() {
            let so_far = steps.get(at).copied().flatten().unwrap_or_default();
            let neighbours = group.get(at).and_then(|point| near.get(*point)).into_iter().flatten();
            for next in neighbours.filter_map(|next| place(*next)) {
                if let Some(slot @ None) = steps.get_mut(next) {
                    *slot = Some(so_far + 1);
                    queue.push_back(next);
                }
            }
        }
        let further = steps.iter().enumerate().skip(one + 1);
        pairs.extend(
            further.filter_map(|(other, steps)| Some(Pair { one, other, steps: f64::from((*steps)?) })),
        );
    }
    pairs
}

/// Brings each pair to its length in turn, in an order drawn anew, by steps of a pace.
fn round(points: &mut [Point], pairs: &mut [Pair], draw: &mut Draw, pace: f64) {
    for at in (1..pairs.len()).rev() {
        let other = (draw.next() % (at as u64 + 1)) as usize;
        pairs.swap(at, other);
    }
    for pair in &*pairs {
        let (Some(one), Some(other)) = (points.get(pair.one), points.get(pair.other)) else { continue };
        let (mut dx, mut dy) = (other.x - one.x, other.y - one.y);
        let mut length = (dx * dx + dy * dy).sqrt();
        if length < 1e-9 {
            (dx, dy, length) = (1e-3, 1e-3 * (draw.share() - 0.5), 1e-3);
        }
        let share = (pace / (pair.steps * pair.steps)).min(1.0) * (length - pair.steps) / (2.0 * length);
        let by = Point { x: dx * share, y: dy * share };
        for (place, sign) in [(pair.one, 1.0), (pair.other, -1.0)] {
            if let Some(point) = points.get_mut(place) {
                point.x += sign * by.x;
                point.y += sign * by.y;
            }
        }
    }
}

/// Turns a picture so that its greatest length lies across (its principal axis).
fn across(points: &mut [Point]) {
    let count = points.len().max(1) as f64;
    let x = points.iter().map(|point| point.x).sum::<f64>() / count;
    let y = points.iter().map(|point| point.y).sum::<f64>() / count;
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in &mut *points {
        point.x -= x;
        point.y -= y;
        xx += point.x * point.x;
        xy += point.x * point.y;
        yy += point.y * point.y;
    }
    // The cosine and sine of the angle, by halving the double angle.
    let (double_cos, double_sin) = (xx - yy, 2.0 * xy);
    let length = (double_cos * double_cos + double_sin * double_sin).sqrt();
    if length < 1e-12 {
        return;
    }
    let cos = f64::midpoint(1.0, double_cos / length).sqrt();
    let sin =
        f64::midpoint(1.0, -double_cos / length).max(0.0).sqrt() * if double_sin < 0.0 { -1.0 } else { 1.0 };
    for point in points {
        *point = Point { x: point.x * cos + point.y * sin, y: point.y * cos - point.x * sin };
    }
}
