//! The plane of influence and dependence, and power: a picture, and the table that holds the same.

use std::rc::Rc;

use yew::prelude::*;

use super::super::picture::{Node, Picture, Room, Sketch, px, use_room};
use super::Goto;
use super::found::Found;
use super::ranking::table;
use super::sentences::{plane as word, trust};
use crate::analysis::positions::conclusions::Conclusion;
use crate::analysis::positions::{Plane, Undefined};
use crate::i18n::texts::{alliances as say, charts};
use crate::layout::{self, Point, Rect, apart};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{Segment, Segmented};

/// Side of a marker.
const SIDE: f64 = 24.0;

/// Results; equal while they are the same ones.
#[derive(Clone)]
pub(super) struct Given(pub(super) Rc<Found>);

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) found: Given,
    pub(super) goto: Callback<Goto>,
}

/// The plot and the actors placed on it: the most powerful first.
struct Scene {
    sketch: Rc<Sketch>,
    plot: Rect,
    /// Where the limits of the planes are.
    middle: Point,
    placed: Vec<usize>,
}

/// The corner in which a plane lies: to the right, at the bottom.
const CORNERS: [(Plane, bool, bool); 4] = [
    (Plane::Dominant, false, false),
    (Plane::Relay, true, false),
    (Plane::Autonomous, false, true),
    (Plane::Dominated, true, true),
];

/// Where the name of a plane starts or ends.
fn corner(plot: Rect, right: bool, low: bool) -> Point {
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
fn words(env: &Env, found: &Found, actor: usize) -> AttrValue {
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

fn scene(env: &Env, found: &Found, room: &Room) -> Scene {
    let alliances = &found.alliances;
    let (influence, dependence) = (alliances.influence(), alliances.dependence());
    let width = room.width.max(260.0);
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
    let top =
        f64::from(influence.iter().chain(dependence).copied().max().unwrap_or_default()).max(mean * 2.0);
    // The means lie in the middle, so that each plane has a quarter of the picture whatever the figures.
    let share = |value: f64| {
        if value < mean { value / mean / 2.0 } else { 0.5 + (value - mean) / (top - mean).max(1e-9) / 2.0 }
    };
    let middle = plot.centre();
    let side = if placed.len() > 40 { 18.0 } else { SIDE };
    let each = side + 5.0;
    let figure = |list: &[i32], actor: &usize| f64::from(list.get(*actor).copied().unwrap_or_default());
    let mut points = vec![Point::default(); placed.len()];
    for (plane, right, low) in CORNERS {
        let members: Vec<usize> = placed
            .iter()
            .enumerate()
            .filter(|(_, actor)| alliances.planes.get(**actor) == Some(&Ok(plane)))
            .map(|(place, _)| place)
            .collect();
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
        let mut spread: Vec<Point> = members.iter().map(place).collect();
        apart(&mut spread, quarter, each, each);
        for (place, at) in members.iter().zip(spread) {
            if let Some(point) = points.get_mut(*place) {
                *point = at;
            }
        }
    }
    let nodes = placed.iter().zip(points).map(|(actor, at)| Node {
        at,
        kind: found.kind(*actor),
        name: found.name(env, *actor).into(),
        words: words(env, found, *actor),
    });
    let obstacles = CORNERS.map(|(_, right, low)| {
        let Point { x, y } = corner(plot, right, low);
        Rect { x: if right { x - 96.0 } else { x }, y: y - 13.0, w: 96.0, h: 17.0 }
    });
    let line = |ax, ay, bx, by| layout::Segment { a: Point { x: ax, y: ay }, b: Point { x: bx, y: by } };
    let lines = vec![
        line(middle.x, plot.y, middle.x, plot.y + plot.h),
        line(plot.x, middle.y, plot.x + plot.w, middle.y),
    ];
    let sketch = Sketch {
        width,
        height,
        frame: plot,
        side,
        nodes: nodes.collect(),
        obstacles: obstacles.to_vec(),
        lines,
    };
    Scene { sketch: Rc::new(sketch), plot, middle, placed }
}

fn ground(env: &Env, scene: &Scene) -> Html {
    let Rect { x, y, w, h } = scene.plot;
    let Point { x: across, y: down } = scene.middle;
    html! {
        <>
            <rect class="map-bg" x={px(x)} y={px(y)} width={px(w)} height={px(h)} />
            <rect class="map-high" x={px(x)} y={px(y)} width={px(across - x)} height={px(down - y)} />
            <path class="map-mid" d={format!("M{} {}V{}M{} {}H{}", px(across), px(y), px(y + h), px(x), px(down), px(x + w))} />
            <rect class="map-frame" x={px(x)} y={px(y)} width={px(w)} height={px(h)} />
            { for CORNERS.iter().map(|(plane, right, low)| {
                let at = corner(scene.plot, *right, *low);
                html! {
                    <text class={classes!("map-quad", right.then_some("end"))} x={px(at.x)} y={px(at.y)}>
                        { env.say(word(*plane)) }
                    </text>
                }
            }) }
            <text class="map-axis end" x={px(x + w)} y={px(y + h + 20.0)}>{ env.say(say::axis_dependence()) }</text>
            <text class="map-axis end" transform={format!("translate(18 {}) rotate(-90)", px(y))}>
                { env.say(say::axis_influence()) }
            </text>
        </>
    }
}

/// What there is to say of the chosen actor.
fn chosen(env: &Env, found: &Found, actor: usize, goto: &Callback<Goto>) -> Html {
    let said = found
        .said
        .iter()
        .find(|said| matches!(said.what, Conclusion::Plane { actor: other, .. } if other == actor));
    let meaning = match found.alliances.planes.get(actor) {
        Some(Ok(Plane::Dominant)) => say::dominant_means(),
        Some(Ok(Plane::Relay)) => say::relay_means(),
        Some(Ok(Plane::Dominated)) => say::dominated_means(),
        Some(Ok(Plane::Autonomous)) => say::autonomous_means(),
        Some(Err(reason)) => say::undefined(reason.reason()),
        None => say::undefined(Undefined::Isolated.reason()),
    };
    html! {
        <div class="told" role="status">
            <p class="told-what">{ words(env, found, actor) }</p>
            <p class="small">{ env.say(meaning) }</p>
            if let Some(said) = said { { trust(env, found, &said.trust, goto) } }
        </div>
    }
}

/// The plane and its table, one shown at a time, with what there is to say of the chosen actor.
#[component]
pub(super) fn PlaneFigure(props: &Props) -> Html {
    let env = use_env();
    let found = &props.found.0;
    let figure = use_node_ref();
    let as_data = use_state(|| false);
    let selected = use_state(|| None::<usize>);
    let room = use_room(&figure);
    let drawn = use_memo((props.found.clone(), room.clone(), env.clone()), |(found, room, env)| {
        room.as_ref().map(|room| scene(env, &found.0, room))
    });
    let select = {
        let selected = selected.clone();
        Callback::from(move |actor: usize| selected.set(Some(actor)))
    };
    let onselect = {
        let (drawn, select) = (Rc::clone(&drawn), select.clone());
        Callback::from(move |node: usize| {
            if let Some(actor) = drawn.as_ref().as_ref().and_then(|scene| scene.placed.get(node)) {
                select.emit(*actor);
            }
        })
    };
    let onchange = {
        let as_data = as_data.clone();
        Callback::from(move |value: AttrValue| as_data.set(value == "data"))
    };
    let segment = |value: &'static str, label| Segment { value: value.into(), strong: None, label };
    let isolated: Vec<String> = (0..found.alliances.planes.len())
        .filter(|actor| found.alliances.planes.get(*actor).is_some_and(Result::is_err))
        .map(|actor| found.name(&env, actor))
        .collect();
    html! {
        <>
            <div class="alli-views">
                <Segmented label={env.say(charts::shown_as())} {onchange} value={if *as_data { "data" } else { "map" }}
                    segments={vec![segment("map", env.say(say::as_plane())), segment("data", env.say(charts::as_data()))]} />
            </div>
            <div class="plane-duo"><div ref={figure}>
                if *as_data {
                    { table(&env, found, &select, *selected) }
                } else {
                    <figure class="map">
                        if let (Some(scene), Some(room)) = (drawn.as_ref(), room) {
                            <Picture sketch={Rc::clone(&scene.sketch)} {room} {onselect}
                                label={env.say(say::plane_name(scene.placed.len()))} file={("influence-dependance", env.say(say::plane_file()))}
                                selected={selected.and_then(|actor| scene.placed.iter().position(|other| *other == actor))}>
                                { ground(&env, scene) }
                            </Picture>
                        }
                    </figure>
                }
                </div>
                <div>
                    { match *selected {
                        Some(actor) => chosen(&env, found, actor, &props.goto),
                        None => html! { <p class="small">{ env.say(say::choose()) }</p> },
                    } }
                    <dl class="pairs plane-words">
                        <div><dt>{ env.say(say::plane_dominant()) }</dt><dd>{ env.say(say::dominant_means()) }</dd></div>
                        <div><dt>{ env.say(say::plane_relay()) }</dt><dd>{ env.say(say::relay_means()) }</dd></div>
                        <div><dt>{ env.say(say::plane_dominated()) }</dt><dd>{ env.say(say::dominated_means()) }</dd></div>
                        <div><dt>{ env.say(say::plane_autonomous()) }</dt><dd>{ env.say(say::autonomous_means()) }</dd></div>
                        <div><dt>{ env.say(say::power()) }</dt><dd>{ env.say(say::power_means()) }</dd></div>
                    </dl>
                    if !isolated.is_empty() {
                        <p class="small">{ env.say(say::not_placed(isolated.len(), isolated)) }</p>
                    }
                </div>
            </div>
        </>
    }
}
