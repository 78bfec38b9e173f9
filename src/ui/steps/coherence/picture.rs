//! A picture of actors: markers told apart by shape and letter, names that do not overlap, reached by keyboard. What lies
//! under the markers is given by whoever draws it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::later::use_later;
use crate::i18n::texts::charts;
use crate::layout::{Label, Mark, Point, Rect, Segment, place};
use crate::model::ActorKind;
use crate::ui::charts::{Ruler, next_marker, picture_tools, use_measure};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{KindMark, kind_class};
use crate::vocabulary::kind_shape;

/// Names without room that are listed at once.
const FEW: usize = 12;

/// Height of a line of words, and from its top to the base line.
const LINE: (f64, f64) = (17.0, 13.0);

/// Room for a picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Room {
    /// Width, in pixels.
    pub(super) width: f64,
    font: String,
}

fn room(figure: &Element) -> Option<Room> {
    let width = figure.get_bounding_client_rect().width().floor();
    let style = web_sys::window().and_then(|window| window.get_computed_style(figure).ok().flatten())?;
    let family = style.get_property_value("font-family").unwrap_or_default();
    (width > 0.0).then(|| Room { width, font: format!("600 13px {family}") })
}

/// The room of a figure, once it is there.
#[hook]
pub(super) fn use_room(figure: &NodeRef) -> Option<Rc<Room>> {
    use_measure(figure, room)
}

/// An actor on a picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) at: Point,
    pub(super) kind: Option<ActorKind>,
    pub(super) name: AttrValue,
    /// Name and figures, for assistive technology and as a tooltip.
    pub(super) words: AttrValue,
}

/// A length with one decimal: enough for the eye.
pub(super) fn px(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// What a picture is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sketch {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Where names may go.
    pub(super) frame: Rect,
    /// Side of a marker.
    pub(super) side: f64,
    /// In the order in which names find room, and in which they are gone through.
    pub(super) nodes: Vec<Node>,
    /// What names keep off.
    pub(super) obstacles: Vec<Rect>,
    /// What names rather do not cross.
    pub(super) lines: Vec<Segment>,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) sketch: Rc<Sketch>,
    pub(super) room: Rc<Room>,
    /// Name of the picture and its keys.
    pub(super) label: AttrValue,
    /// What its file is called after the title of the dossier, and the title in it.
    pub(super) file: (&'static str, AttrValue),
    /// What lines mean, for the file; the families of the markers come by themselves.
    #[prop_or_default]
    pub(super) legend: Html,
    /// What lies under the markers.
    pub(super) children: Html,
    /// The chosen actor, by its place among the nodes.
    pub(super) selected: Option<usize>,
    pub(super) onselect: Callback<usize>,
}

/// At most `letters` letters, with an ellipsis.
fn abridge(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let cut: String = name.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// A name that found room: its middle, its base line, its words, and the line to its mark where it stands apart.
type Named = (f64, f64, String, Option<Segment>);

/// The names that found room.
fn names(sketch: &Sketch, font: &str) -> Vec<Option<Named>> {
    let mut ruler = Ruler::default();
    ruler.set_font(font);
    let mut words: Vec<Vec<String>> = Vec::with_capacity(sketch.nodes.len());
    let mut marks: Vec<Mark> = Vec::with_capacity(sketch.nodes.len());
    for node in &sketch.nodes {
        // Up to 44 letters where room is left in the end.
        let mut texts = vec![abridge(&node.name, 44), abridge(&node.name, 30), abridge(&node.name, 13)];
        texts.dedup();
        let first = usize::from(node.name.chars().count() > 30);
        let widths = texts.iter().map(|text| ruler.width(text) + 2.0).collect();
        let label = Label { widths, first, height: LINE.0, ascent: LINE.1 };
        marks.push(Mark { at: node.at, side: sketch.side, label });
        words.push(texts);
    }
    let placed = place(sketch.frame, &marks, &sketch.obstacles, &sketch.lines);
    let named = placed.into_iter().zip(words).map(|(placed, texts)| {
        placed.map(|placed| {
            let text = texts.get(placed.words).cloned().unwrap_or_default();
            (placed.bounds.centre().x, placed.baseline, text, placed.lead)
        })
    });
    named.collect()
}

/// A picture as far as its names depend on it: the very same sketch in the same room.
#[derive(Clone)]
struct Drawing(Rc<Sketch>, Rc<Room>);

impl PartialEq for Drawing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

fn node_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-i]").ok().flatten()?.get_attribute("data-i")?.parse().ok()
}

/// The picture, inside a `figure` of class `map`.
#[component]
pub(super) fn Picture(props: &Props) -> Html {
    let svg = use_node_ref();
    let sketch = &props.sketch;
    // In a task of their own, after the markers: a hundred names take a while to find room.
    let source = Drawing(Rc::clone(sketch), Rc::clone(&props.room));
    let found =
        use_later(source.clone(), 0, Drawing::clone, |drawing| Some(names(&drawing.0, &drawing.1.font)));
    let names: &[Option<Named>] = match &found {
        Some(found) if found.0 == source => &found.1,
        _ => &[],
    };
    let named = !names.is_empty();
    let onclick = {
        let select = props.onselect.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(node) = node_of(&event) {
                select.emit(node);
            }
        })
    };
    let onkeydown = {
        let (select, svg, count) = (props.onselect.clone(), svg.clone(), sketch.nodes.len());
        Callback::from(move |event: KeyboardEvent| {
            let Some(node) = node_of(&event) else { return };
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                select.emit(node);
                return;
            }
            let Some(next) = next_marker(count, node, &event.key()) else { return };
            event.prevent_default();
            let marker = svg.cast::<Element>().and_then(|svg| {
                svg.query_selector(&format!("[data-i=\"{next}\"] [role=button]")).ok().flatten()
            });
            if let Some(marker) = marker.and_then(|marker| marker.dyn_into::<SvgElement>().ok()) {
                marker.focus().ok();
            }
        })
    };
    let entry = props.selected.unwrap_or_default();
    let marker = |(place, node): (usize, &Node)| {
        let shape = kind_shape(node.kind);
        let current = props.selected == Some(place);
        let scale = sketch.side / 24.0;
        let corner = format!(
            "translate({} {}) scale({})",
            px(node.at.x - sketch.side / 2.0),
            px(node.at.y - sketch.side / 2.0),
            scale
        );
        html! {
            <g class={classes!("map-actor", "k", kind_class(node.kind))} data-i={place.to_string()}
                data-current={current.then_some("true")}>
                <title>{ &node.words }</title>
                <g role="button" aria-pressed={if current { "true" } else { "false" }} aria-label={node.words.clone()}
                    tabindex={if place == entry { "0" } else { "-1" }}>
                    <circle class="map-ring" cx={px(node.at.x)} cy={px(node.at.y)} r={px(sketch.side / 2.0 + 6.0)} />
                </g>
                <g transform={corner} aria-hidden="true">
                    <path d={shape.path} />
                    <text x="12" y={shape.letter_y} font-size={shape.letter_size}>
                        { if node.kind.is_some() { shape.letter } else { "?" } }
                    </text>
                </g>
                if let Some(Some((x, y, text, lead))) = names.get(place) {
                    if let Some(lead) = lead {
                        <line class="map-lead" aria-hidden="true" x1={px(lead.a.x)} y1={px(lead.a.y)}
                            x2={px(lead.b.x)} y2={px(lead.b.y)} />
                    }
                    <text class="map-label" aria-hidden="true" x={px(*x)} y={px(*y)}>{ text }</text>
                }
            </g>
        }
    };
    let env = use_env();
    let left: Vec<usize> =
        names.iter().enumerate().filter(|(_, name)| name.is_none()).map(|(place, _)| place).collect();
    let unnamed: Vec<AttrValue> =
        left.iter().filter_map(|place| sketch.nodes.get(*place)).map(|node| node.name.clone()).collect();
    let legend = html! {
        <>
            { props.legend.clone() }
            if !unnamed.is_empty() { <Nameless names={unnamed} /> }
        </>
    };
    let tools = picture_tools(&env, &svg, props.file.0, props.file.1.clone(), legend);
    html! {
        <>
        <svg ref={svg} class="pic" aria-busy={(!named && !sketch.nodes.is_empty()).then_some("true")} viewBox={format!("0 0 {} {}", px(sketch.width), px(sketch.height))} role="group"
            aria-label={props.label.clone()} {onclick} {onkeydown}>
            { props.children.clone() }
            { for sketch.nodes.iter().enumerate().map(marker) }
        </svg>
        { beside(&env, sketch, &left, &props.onselect) }
        { tools }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct NamelessProps {
    names: Vec<AttrValue>,
}

/// The names that found no room, in words: a component, so that they are put in words when the file is made.
#[component]
fn Nameless(props: &NamelessProps) -> Html {
    let names: Vec<String> = props.names.iter().map(ToString::to_string).collect();
    let env = use_env();
    html! { <p>{ env.say(charts::unlabelled(names)) }</p> }
}

/// The names that found no room, each leading to its marker; folded where they are many.
fn beside(env: &Env, sketch: &Sketch, left: &[usize], select: &Callback<usize>) -> Html {
    let one = |place: &usize| {
        let (select, place) = (select.clone(), *place);
        let onclick = Callback::from(move |_: MouseEvent| select.emit(place));
        let node = sketch.nodes.get(place)?;
        Some(html! {
            <li key={place}>
                <KindMark kind={node.kind} size={16} />
                <button type="button" class="link" part="button" {onclick}><bdi>{ &node.name }</bdi></button>
            </li>
        })
    };
    let list = html! { <ul class="legend-inline pic-left">{ for left.iter().filter_map(one) }</ul> };
    match left.len() {
        0 => Html::default(),
        1..=FEW => {
            html! { <><p class="small">{ env.say(charts::unlabelled_count(left.len())) }</p>{ list }</> }
        }
        _ => html! {
            <details class="more">
                <summary>{ env.say(charts::unlabelled_count(left.len())) }</summary>
                <div class="more-body">{ list }</div>
            </details>
        },
    }
}
