//! The map itself.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::legend::{Legend, unplaced_in_full};
use super::marker::{Marker, next_marker, px};
use super::measure::{Ruler, use_measure, width_of};
use super::picture::picture_tools;
use super::scene::{Chart, Drawn, Scene, Standing};
use crate::analysis::qualification::Quadrant;
use crate::i18n::texts::charts as say;
use crate::layout::Rect;
use crate::model::{Criterion, Id};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::kind_class;
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Rc<Chart>,
    pub(super) selected: Option<Id>,
    pub(super) onselect: Callback<Id>,
}

/// Room for the map, and the font of its words.
#[derive(PartialEq)]
struct Room {
    width: f64,
    most_height: f64,
    font: String,
}

/// Reads the room of a figure from its own width and from the style of the picture in it.
fn room(figure: &Element) -> Option<Room> {
    let width = width_of(figure)?;
    let svg = figure.query_selector("svg").ok().flatten()?;
    let style = web_sys::window().and_then(|window| window.get_computed_style(&svg).ok().flatten())?;
    let property = |name: &str| style.get_property_value(name).unwrap_or_default();
    let most_height = property("max-height").trim_end_matches("px").parse().unwrap_or(f64::MAX);
    // The weight of the chosen name, so that choosing moves no word.
    let font = format!("600 {} {}", property("font-size"), property("font-family"));
    Some(Room { width, most_height, font })
}

/// The actor and its values, in words.
fn describe(env: &Env, standing: &Standing) -> AttrValue {
    let figure = |value: Option<i8>| i64::from(value.unwrap_or_default());
    env.say(say::marker(
        standing.name.to_string(),
        figure(standing.interest),
        figure(standing.influence),
        vocabulary::value(Criterion::Mobilisation, standing.mobilisation),
    ))
}

/// The index of the marker under an event.
fn marker_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-i]").ok().flatten()?.get_attribute("data-i")?.parse().ok()
}

/// The influence × interest map and its legend.
#[component]
pub(super) fn MapFigure(props: &Props) -> Html {
    let env = use_env();
    let figure = use_node_ref();
    let ruler = use_mut_ref(Ruler::default);
    let room = use_measure(&figure, room);
    let corners = use_memo(env.clone(), |env| {
        [Quadrant::Satisfy, Quadrant::Associate, Quadrant::Watch, Quadrant::Inform]
            .map(|quadrant| env.say(quadrant.label()))
    });
    let scene = {
        let (ruler, corners) = (Rc::clone(&ruler), Rc::clone(&corners));
        use_memo((Rc::clone(&props.chart), room, env.clone()), move |(chart, room, _)| {
            let room = room.as_ref()?;
            let ruler = &mut *ruler.borrow_mut();
            ruler.set_font(&room.font);
            let scene = Scene::of(chart, room.width, room.most_height, &corners, ruler);
            let corners = scene.corner_words(&corners, ruler);
            Some((Rc::new(scene), corners))
        })
    };
    let words = use_memo((Rc::clone(&props.chart), env.clone()), |(chart, env)| {
        chart.placed.iter().map(|standing| describe(env, standing)).collect::<Vec<_>>()
    });
    let onclick = {
        let (chart, select) = (Rc::clone(&props.chart), props.onselect.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(standing) = marker_of(&event).and_then(|index| chart.placed.get(index)) {
                select.emit(standing.actor.clone());
            }
        })
    };
    let onkeydown = {
        let (chart, select, scene, figure) =
            (Rc::clone(&props.chart), props.onselect.clone(), Rc::clone(&scene), figure.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(index) = marker_of(&event) else { return };
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                event.stop_propagation();
                if let Some(standing) = chart.placed.get(index) {
                    select.emit(standing.actor.clone());
                }
                return;
            }
            let Some((scene, _)) = scene.as_ref() else { return };
            if let Some(next) = step(&scene.drawn, index, &event.key()) {
                event.prevent_default();
                let found = figure.cast::<Element>().and_then(|figure| {
                    figure.query_selector(&format!("[data-i=\"{next}\"] [role=button]")).ok().flatten()
                });
                if let Some(marker) = found.and_then(|marker| marker.dyn_into::<SvgElement>().ok()) {
                    marker.focus().ok();
                }
            }
        })
    };
    let (Some((scene, corner_words)), count) = ((*scene).clone(), props.chart.placed.len()) else {
        return html! { <figure class="map" ref={figure}><svg viewBox="0 0 492 580" aria-hidden="true" /></figure> };
    };
    let chosen = props.selected.as_ref();
    let is_chosen = |drawn: &Drawn| {
        props.chart.placed.get(drawn.index).is_some_and(|standing| Some(&standing.actor) == chosen)
    };
    let entry = scene.drawn.iter().position(is_chosen).unwrap_or_default();
    let tools = picture_tools(
        &env,
        &figure,
        "carte",
        env.say(say::map_title()),
        unplaced_in_full(&env, &props.chart),
    );
    html! {
        <>
        <figure class="map" ref={figure}>
            <svg viewBox={format!("0 0 {} {}", scene.width, scene.height)} role="group"
                aria-label={env.say(say::map_name(count))} {onclick} {onkeydown}>
                { ground(&env, &scene) }
                { for corners.iter().zip(corner_words).enumerate().map(|(corner, (words, (_, at)))| html! {
                    <text class={classes!("map-quad", (corner % 2 == 1).then_some("end"))}
                        x={px(at.x)} y={px(at.y)}>{ words }</text>
                }) }
                { for scene.drawn.iter().filter_map(|drawn| tail(drawn, props.chart.placed.get(drawn.index)?)) }
                { for scene.drawn.iter().enumerate().filter_map(|(place, drawn)| {
                    let standing = props.chart.placed.get(drawn.index)?;
                    Some(html! {
                        <Marker key={standing.actor.as_str()} index={drawn.index} kind={standing.kind}
                            mobilisation={standing.mobilisation} words={words.get(drawn.index).cloned().unwrap_or_default()}
                            at={drawn.at} side={scene.side} label={drawn.label.clone()} lead={drawn.lead}
                            current={is_chosen(drawn)} entry={place == entry} />
                    })
                }) }
                { for scene.rest.iter().map(|(at, more)| html! {
                    <text class="map-tick mid" x={px(at.x)} y={px(at.y + 4.0)}>
                        <title>{ env.say(say::rest_here(*more)) }</title>
                        { env.say(say::rest(*more)) }
                    </text>
                }) }
            </svg>
            <Legend chart={Rc::clone(&props.chart)} scene={Rc::clone(&scene)} onselect={props.onselect.clone()} />
        </figure>
        { tools }
        </>
    }
}

/// The way of an actor since the start, under every marker.
fn tail(drawn: &Drawn, standing: &Standing) -> Option<Html> {
    let (at, end) = (drawn.at, drawn.tail?);
    Some(html! {
        <g key={standing.actor.as_str()} class={classes!("k", kind_class(standing.kind))} data-tail={drawn.index.to_string()}>
            <path class="map-tail" d={format!("M{} {}L{} {}", px(at.x), px(at.y), px(end.x), px(end.y))} />
            <circle class="map-origin" cx={px(end.x)} cy={px(end.y)} r="2.6" />
        </g>
    })
}

/// The marker that a key leads to.
fn step(drawn: &[Drawn], from: usize, key: &str) -> Option<usize> {
    let here = drawn.iter().position(|drawn| drawn.index == from)?;
    drawn.get(next_marker(drawn.len(), here, key)?).map(|drawn| drawn.index)
}

/// Background, grid, axes.
fn ground(env: &Env, scene: &Scene) -> Html {
    let Rect { x, y, w, h } = scene.plot;
    let (right, bottom) = (x + w, y + h);
    let (middle_x, middle_y) = (x + w * 0.4, y + h * 0.6);
    let grid: String = (1..5)
        .map(|line| f64::from(line) / 5.0)
        .map(|share| {
            format!(
                "M{} {}V{}M{} {}H{}",
                px(x + w * share),
                px(y),
                px(bottom),
                px(x),
                px(y + h * share),
                px(right)
            )
        })
        .collect();
    html! {
        <>
            <rect class="map-bg" x={px(x)} y={px(y)} width={px(w)} height={px(h)} />
            <rect class="map-high" x={px(middle_x)} y={px(y)} width={px(right - middle_x)} height={px(middle_y - y)} />
            <path class="map-grid" d={grid} />
            <path class="map-mid"
                d={format!("M{} {}V{}M{} {}H{}", px(middle_x), px(y), px(bottom), px(x), px(middle_y), px(right))} />
            <rect class="map-frame" x={px(x)} y={px(y)} width={px(w)} height={px(h)} />
            { for (0..=4).map(|value: i8| html! {
                <>
                    <text class="map-tick mid" x={px(scene.column(value))} y={px(bottom + 18.0)}>{ value }</text>
                    <text class="map-tick end" x={px(x - 8.0)} y={px(scene.row(value) + 4.0)}>{ value }</text>
                </>
            }) }
            <text class="map-axis end" x={px(right)} y={px(bottom + 36.0)}>{ env.say(say::axis_interest()) }</text>
            <text class="map-axis end" transform={format!("translate(12 {}) rotate(-90)", px(y))}>
                { env.say(say::axis_influence()) }
            </text>
        </>
    }
}
