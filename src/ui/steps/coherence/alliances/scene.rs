//! Where the actors stand on the plane of influence and dependence, found a part at a time.

use std::rc::Rc;

use yew::AttrValue;

use super::super::later::for_a_part;
use super::super::picture::{Node, Room, Sketch};
use super::found::Found;
use super::plane::Given;
use super::sentences::plane as word;
use crate::analysis::positions::Plane;
use crate::i18n::texts::alliances as say;
use crate::layout::{Parting, Point, Rect, Segment};
use crate::ui::env::Env;

/// Side of a marker, and in a crowd of more than so many.
const SIDE: f64 = 24.0;
const CROWD: (usize, f64) = (40, 18.0);

/// The corner in which a plane lies: to the right, at the bottom.
pub(super) const CORNERS: [(Plane, bool, bool); 4] = [
    (Plane::Dominant, false, false),
    (Plane::Relay, true, false),
    (Plane::Autonomous, false, true),
    (Plane::Dominated, true, true),
];

/// Where the name of a plane starts or ends.
pub(super) fn corner(plot: Rect, right: bool, low: bool) -> Point {
    Point {
        x: if right { plot.x + plot.w - 8.0 } else { plot.x + 8.0 },
        y: if low { plot.y + plot.h - 8.0 } else { plot.y + 17.0 },
    }
}

/// The power of an actor in words.
pub(super) fn power(env: &Env, found: &Found, actor: usize) -> AttrValue {
    match found.alliances.power.get(actor) {
        Some(Ok(power)) => env.format().number((power * 100.0).round() / 100.0).into(),
        Some(Err(reason)) => env.say(say::undefined(reason.reason())),
        None => AttrValue::default(),
    }
}

/// An actor with its figures, in words.
pub(super) fn words(env: &Env, found: &Found, actor: usize) -> AttrValue {
    let figure = |list: &[i32]| i64::from(list.get(actor).copied().unwrap_or_default());
    let (influence, dependence) = (figure(found.alliances.influence()), figure(found.alliances.dependence()));
    let held = match found.alliances.planes.get(actor) {
        Some(Ok(plane)) => word(*plane),
        _ => say::unplaced(),
    };
    env.say(say::marker(
        found.name(env, actor),
        held,
        influence,
        dependence,
        power(env, found, actor).to_string(),
    ))
}

/// What a scene is made of.
#[derive(Clone, PartialEq)]
pub(super) struct Source {
    pub(super) found: Given,
    pub(super) room: Option<Rc<Room>>,
    pub(super) env: Env,
}

/// The plot and the actors placed on it: the most powerful first.
pub(super) struct Scene {
    pub(super) sketch: Rc<Sketch>,
    pub(super) plot: Rect,
    /// Where the limits of the planes are.
    pub(super) middle: Point,
    pub(super) placed: Vec<usize>,
}

/// The actors of a quarter, by their places among those drawn, while they part.
struct Quarter {
    members: Vec<usize>,
    parting: Parting,
}

/// The work: where everybody would stand, then each quarter parted round by round.
pub(super) struct Work {
    source: Source,
    plot: Rect,
    size: (f64, f64),
    side: f64,
    placed: Vec<usize>,
    points: Vec<Point>,
    quarters: Vec<Quarter>,
}

impl Work {
    pub(super) fn of(source: &Source) -> Self {
        let alliances = &source.found.0.alliances;
        let (influence, dependence) = (alliances.influence(), alliances.dependence());
        let width = source.room.as_ref().map_or(260.0, |room| room.width.max(260.0));
        let height = (width * 0.72).clamp(320.0, 560.0);
        let plot = Rect { x: 30.0, y: 6.0, w: width - 36.0, h: height - 36.0 };
        let mut placed: Vec<usize> = (0..alliances.planes.len())
            .filter(|actor| alliances.planes.get(*actor).is_some_and(Result::is_ok))
            .collect();
        let rank = |actor: usize| alliances.power.get(actor).copied().and_then(Result::ok).unwrap_or(-1.0);
        crate::model::order::by(&mut placed, |one, other| {
            rank(*other).total_cmp(&rank(*one)).then(one.cmp(other))
        });
        let mean = alliances.total() as f64 / alliances.planes.len().max(1) as f64;
        let top = f64::from(influence.iter().chain(dependence).copied().max().unwrap_or_default());
        let top = top.max(mean * 2.0);
        // The means lie in the middle, so that each plane has a quarter of the picture whatever the figures.
        let share = |value: f64| {
            if value < mean {
                value / mean / 2.0
            } else {
                0.5 + (value - mean) / (top - mean).max(1e-9) / 2.0
            }
        };
        let middle = plot.centre();
        let side = if placed.len() > CROWD.0 { CROWD.1 } else { SIDE };
        let each = side + 5.0;
        let figure = |list: &[i32], actor: &usize| f64::from(list.get(*actor).copied().unwrap_or_default());
        let quarter = |(plane, right, low): (Plane, bool, bool)| {
            let of_plane = |(_, actor): &(usize, &usize)| alliances.planes.get(**actor) == Some(&Ok(plane));
            let members: Vec<usize> =
                placed.iter().enumerate().filter(of_plane).map(|(place, _)| place).collect();
            // A marker never leaves its quarter, nor covers its name.
            let quarter = Rect {
                x: if right { middle.x } else { plot.x },
                y: if low { middle.y } else { plot.y + 22.0 },
                w: plot.w / 2.0,
                h: plot.h / 2.0 - 22.0,
            };
            let place = |place: &usize| {
                let actor = placed.get(*place).copied().unwrap_or_default();
                let (x, y) = (share(figure(dependence, &actor)), share(figure(influence, &actor)));
                let (x, y) = ((x * 2.0) - f64::from(right), (y * 2.0) - f64::from(!low));
                Point {
                    x: quarter.x + quarter.w * (0.06 + 0.88 * x),
                    y: quarter.y + quarter.h * (0.94 - 0.88 * y),
                }
            };
            let points = members.iter().map(place).collect();
            Quarter { members, parting: Parting::of(points, quarter, each, each) }
        };
        let quarters = CORNERS.map(quarter).into();
        let points = vec![Point::default(); placed.len()];
        Self { source: source.clone(), plot, size: (width, height), side, placed, points, quarters }
    }

    /// Goes on for a moment: the scene once every quarter is parted.
    pub(super) fn go(&mut self) -> Option<Scene> {
        for_a_part(|| {
            let Some(quarter) = self.quarters.last_mut() else { return Some(()) };
            if !quarter.parting.step()
                && let Some(Quarter { members, parting }) = self.quarters.pop()
            {
                for (place, at) in members.iter().zip(parting.points()) {
                    if let Some(point) = self.points.get_mut(*place) {
                        *point = at;
                    }
                }
            }
            None
        })?;
        Some(self.scene())
    }

    fn scene(&self) -> Scene {
        let Self { source: Source { found, env, .. }, plot, size, side, placed, points, .. } = self;
        let (found, plot, middle) = (&*found.0, *plot, plot.centre());
        let nodes = placed.iter().zip(points).map(|(actor, at)| Node {
            at: *at,
            kind: found.kind(*actor),
            name: found.name(env, *actor).into(),
            words: words(env, found, *actor),
        });
        let obstacles = CORNERS.map(|(_, right, low)| {
            let Point { x, y } = corner(plot, right, low);
            Rect { x: if right { x - 96.0 } else { x }, y: y - 13.0, w: 96.0, h: 17.0 }
        });
        let line = |ax, ay, bx, by| Segment { a: Point { x: ax, y: ay }, b: Point { x: bx, y: by } };
        let lines = vec![
            line(middle.x, plot.y, middle.x, plot.y + plot.h),
            line(plot.x, middle.y, plot.x + plot.w, middle.y),
        ];
        let sketch = Sketch {
            width: size.0,
            height: size.1,
            frame: plot,
            side: *side,
            nodes: nodes.collect(),
            obstacles: obstacles.to_vec(),
            lines,
        };
        Scene { sketch: Rc::new(sketch), plot, middle, placed: placed.clone() }
    }
}
