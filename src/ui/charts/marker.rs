//! One actor of the map. It knows neither the dossier nor what a click does, so that a change redraws one marker.

use yew::prelude::*;

use super::scene::Words;
use crate::layout::Point;
use crate::model::ActorKind;
use crate::ui::widgets::{kind_class, mobilisation_children, mobilisation_class};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Its place in the chart, read back by the map.
    pub(super) index: usize,
    /// Name and values, for assistive technology and as a tooltip.
    pub(super) words: AttrValue,
    pub(super) kind: Option<ActorKind>,
    pub(super) mobilisation: Option<i8>,
    pub(super) at: Point,
    pub(super) side: f64,
    pub(super) label: Option<Words>,
    /// The line that ties it to words that stand apart.
    pub(super) lead: Option<(Point, Point)>,
    /// Chosen, here and in the table.
    pub(super) current: bool,
    /// Where Tab enters the map.
    pub(super) entry: bool,
}

/// A length with one decimal: enough for the eye.
pub(super) fn px(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// A marker with its name.
#[component]
pub(super) fn Marker(props: &Props) -> Html {
    let Point { x, y } = props.at;
    let half = props.side / 2.0;
    // The shape alone is moved and made smaller: each transformation in a picture is a piece for the browser to put
    // together at each key.
    let corner = format!("translate({} {})", px(x - half), px(y - half));
    let transform =
        if props.side >= 24.0 { corner } else { format!("{corner} scale({})", props.side / 24.0) };
    // Letter and name stand beside the button, not in it: the name may be abridged, the accessible name never is.
    html! {
        <g class={classes!("map-actor", "k", kind_class(props.kind), "m", mobilisation_class(props.mobilisation))}
            data-i={props.index.to_string()} data-current={props.current.then_some("true")}>
            <title>{ &props.words }</title>
            <g role="button" data-screen="" aria-pressed={if props.current { "true" } else { "false" }}
                tabindex={if props.entry { "0" } else { "-1" }} aria-label={props.words.clone()}>
                <circle class="map-ring" cx={px(x)} cy={px(y)} r={px(half + 7.0)} />
            </g>
            <g {transform} aria-hidden="true">{ mobilisation_children(props.kind, props.mobilisation) }</g>
            if let Some((from, to)) = props.lead {
                <path class="map-lead" d={format!("M{} {}L{} {}", px(from.x), px(from.y), px(to.x), px(to.y))} />
            }
            if let Some(label) = &props.label {
                <text class="map-label" aria-hidden="true" x={px(label.x)} y={px(label.y)}>{ &label.text }</text>
            }
        </g>
    }
}

/// The marker that a key leads to from the one at `here`, among `count` in the order of the picture.
pub fn next_marker(count: usize, here: usize, key: &str) -> Option<usize> {
    match key {
        "ArrowRight" | "ArrowDown" => Some((here + 1).min(count.saturating_sub(1))),
        "ArrowLeft" | "ArrowUp" => Some(here.saturating_sub(1)),
        "Home" => Some(0),
        "End" => Some(count.saturating_sub(1)),
        _ => None,
    }
}
