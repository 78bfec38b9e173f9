//! The circles themselves, and moving a marker from one to another.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};
use yew::prelude::*;

use super::drawing::picture;
use super::scene::{Drawn, Scene};
use super::words::name;
use super::{Aim, Seen, TO};
use crate::analysis::circles::Place;
use crate::i18n::texts::{charts, circles as say};
use crate::layout::Point;
use crate::ui::charts::{Ruler, next_marker, picture_tools, use_measure, width_of};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{MobilisationMark, focus_id};
use crate::vocabulary::Step;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) seen: Rc<Seen>,
    /// The chosen actor, and where it is about to go.
    pub(super) aim: Option<Aim>,
    /// What is aimed at; letting go of it there is another matter.
    pub(super) onaim: Callback<Option<Aim>>,
    /// Moves an actor.
    pub(super) ondrop: Callback<(usize, Place)>,
}

/// A marker held by the pointer.
#[derive(Clone, Debug, Default)]
struct Drag {
    held: Option<(usize, f64, f64)>,
    moving: bool,
}

/// Width and font of the picture.
#[derive(PartialEq)]
struct Room(f64, String);

fn room(figure: &Element) -> Option<Room> {
    let width = width_of(figure)?;
    let svg = figure.query_selector("svg").ok().flatten()?;
    let style = web_sys::window().and_then(|window| window.get_computed_style(&svg).ok().flatten())?;
    let property = |name: &str| style.get_property_value(name).unwrap_or_default();
    Some(Room(width, format!("600 {} {}", property("font-size"), property("font-family"))))
}

/// The actor under an event.
fn actor_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-i]").ok().flatten()?.get_attribute("data-i")?.parse().ok()
}

/// The place under the pointer; the picture may be shown at another scale.
fn aimed(figure: &NodeRef, scene: &Scene, event: &PointerEvent) -> Option<Place> {
    let svg = figure.cast::<Element>()?.query_selector("svg.circ").ok().flatten()?;
    let bounds = svg.get_bounding_client_rect();
    let scale = scene.width / bounds.width().max(1.0);
    let x = (f64::from(event.client_x()) - bounds.left()) * scale;
    let y = (f64::from(event.client_y()) - bounds.top()) * scale;
    // Off the picture is nowhere: letting go there changes nothing.
    let on = (0.0..=scene.width).contains(&x) && (0.0..=scene.height).contains(&y);
    on.then(|| scene.rings.at(Point { x, y }).map(|ring| ring + 1))
}

/// The picture, with those to be placed under it.
#[component]
pub(super) fn Figure(props: &Props) -> Html {
    let env = use_env();
    let figure = use_node_ref();
    let ruler = use_mut_ref(Ruler::default);
    let drag = use_mut_ref(Drag::default);
    let room = use_measure(&figure, room);
    let scene = {
        let ruler = Rc::clone(&ruler);
        use_memo((Rc::clone(&props.seen), room, env.clone()), move |(seen, room, env)| {
            let Room(width, font) = &**room.as_ref()?;
            let ruler = &mut *ruler.borrow_mut();
            ruler.set_font(font);
            Some(Rc::new(Scene::of(env, seen, *width, ruler)))
        })
    };
    let seen = &props.seen;
    let movable = {
        let seen = Rc::clone(seen);
        let read_only = env.read_only;
        move |actor: usize| !read_only && seen.circles.place(actor) != Some(0)
    };
    let onpointerdown = {
        let (drag, onaim, figure) = (Rc::clone(&drag), props.onaim.clone(), figure.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(actor) = actor_of(&event).filter(|_| event.button() == 0) else { return };
            onaim.emit(Some(Aim { actor, to: None }));
            if movable(actor) {
                *drag.borrow_mut() = Drag {
                    held: Some((actor, f64::from(event.client_x()), f64::from(event.client_y()))),
                    moving: false,
                };
                if let Some(figure) = figure.cast::<Element>() {
                    figure.set_pointer_capture(event.pointer_id()).ok();
                }
            }
        })
    };
    let onpointermove = {
        let (drag, onaim, figure) = (Rc::clone(&drag), props.onaim.clone(), figure.clone());
        let (scene, seen) = (Rc::clone(&scene), Rc::clone(seen));
        Callback::from(move |event: PointerEvent| {
            let mut drag = drag.borrow_mut();
            let (Some((actor, x, y)), Some(scene)) = (drag.held, scene.as_ref()) else { return };
            let away = (f64::from(event.client_x()) - x).hypot(f64::from(event.client_y()) - y);
            if drag.moving || away > 5.0 {
                drag.moving = true;
                let to = aimed(&figure, scene, &event).filter(|to| *to != seen.circles.place(actor));
                onaim.emit(Some(Aim { actor, to }));
            }
        })
    };
    let onpointerup = {
        let (drag, ondrop, figure) = (Rc::clone(&drag), props.ondrop.clone(), figure.clone());
        let (scene, seen) = (Rc::clone(&scene), Rc::clone(seen));
        Callback::from(move |event: PointerEvent| {
            let held = std::mem::take(&mut *drag.borrow_mut());
            let (Some((actor, ..)), true, Some(scene)) = (held.held, held.moving, scene.as_ref()) else {
                return;
            };
            if let Some(to) = aimed(&figure, scene, &event).filter(|to| *to != seen.circles.place(actor)) {
                ondrop.emit((actor, to));
            }
        })
    };
    let oncancel = {
        let (drag, onaim) = (Rc::clone(&drag), props.onaim.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some((actor, ..)) = std::mem::take(&mut *drag.borrow_mut()).held {
                onaim.emit(Some(Aim { actor, to: None }));
            }
        })
    };
    let onclick = {
        let onaim = props.onaim.clone();
        let aim = props.aim;
        Callback::from(move |event: MouseEvent| {
            // The pointer has chosen already; a press of Enter or an assistive technology has not.
            let other = |actor: &usize| aim.is_none_or(|aim| aim.actor != *actor);
            if let Some(actor) = actor_of(&event).filter(other) {
                onaim.emit(Some(Aim { actor, to: None }));
            }
        })
    };
    let onkeydown = {
        let (onaim, scene, figure, drag) =
            (props.onaim.clone(), Rc::clone(&scene), figure.clone(), Rc::clone(&drag));
        let aim = props.aim;
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                drag.take();
                onaim.emit(aim.filter(|aim| aim.to.is_some()).map(|aim| Aim { to: None, ..aim }));
                return;
            }
            let Some(actor) = actor_of(&event) else { return };
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                onaim.emit(Some(Aim { actor, to: None }));
                focus_id(&figure, TO);
                return;
            }
            let Some(scene) = scene.as_ref() else { return };
            let next = step(&scene.drawn, actor, &event.key());
            let found = next.and_then(|next| {
                let figure = figure.cast::<Element>()?;
                figure.query_selector(&format!("svg [data-i=\"{next}\"] [role=button]")).ok().flatten()
            });
            if let Some(marker) = found.and_then(|marker| marker.dyn_into::<SvgElement>().ok()) {
                event.prevent_default();
                marker.focus().ok();
            }
        })
    };
    let body = match scene.as_ref() {
        None => html! { <svg class="circ" viewBox="0 0 740 748" aria-hidden="true" /> },
        Some(scene) => picture(&env, seen, scene, props.aim),
    };
    let waiting: Vec<usize> = seen.circles.outside();
    let tools = picture_tools(
        &env,
        &figure,
        "cercles",
        env.say(env.vocabulary.step_name(Step::Circles)),
        Html::default(),
    );
    html! {
        <>
        <figure class="circ-fig" ref={figure} {onpointerdown} {onpointermove} {onpointerup} onpointercancel={oncancel}
            {onclick} {onkeydown}>
            { body }
            <figcaption class="legend">
                if !waiting.is_empty() {
                    <div class="circ-wait" data-aimed={(props.aim.is_some_and(|aim| aim.to == Some(None))).then_some("true")}>
                        <b>{ env.say(say::to_place(waiting.len())) }</b>
                        <ul class="chips">
                            { for waiting.iter().map(|actor| chip(&env, seen, *actor, props.aim)) }
                        </ul>
                    </div>
                }
                if !env.read_only { <p class="legend-row" data-screen="">{ env.say(say::hint()) }</p> }
                if let Some(scene) = scene.as_ref() {
                    if scene.more > 0 { <p class="legend-row">{ env.say(say::more_missing(scene.more)) }</p> }
                    if !scene.unlabelled.is_empty() {
                        <p class="legend-row">{ env.say(charts::unlabelled(
                            scene.unlabelled.iter().map(|actor| name(&env, &seen.dossier, *actor).to_string()).collect::<Vec<_>>(),
                        )) }</p>
                    }
                }
            </figcaption>
        </figure>
        { tools }
        </>
    }
}

/// An actor that has no ring yet.
fn chip(env: &Env, seen: &Seen, actor: usize, aim: Option<Aim>) -> Html {
    let chosen = aim.is_some_and(|aim| aim.actor == actor);
    let kind = seen.dossier.actors.get(actor).and_then(|actor| actor.kind);
    html! {
        <li key={actor}>
            <button type="button" class="chip circ-chip" part="button" data-i={actor.to_string()}
                aria-pressed={if chosen { "true" } else { "false" }}>
                <MobilisationMark {kind} mobilisation={super::words::mobilisation(&seen.dossier, actor)} size={18} />
                <bdi>{ name(env, &seen.dossier, actor) }</bdi>
            </button>
        </li>
    }
}

/// The marker that a key leads to.
fn step(drawn: &[Drawn], from: usize, key: &str) -> Option<usize> {
    let here = drawn.iter().position(|drawn| drawn.actor == from)?;
    drawn.get(next_marker(drawn.len(), here, key)?).map(|drawn| drawn.actor)
}

/// Brings an element into view.
pub(super) fn reveal(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        crate::ui::files::reveal(&element);
    }
}

/// Brings an element to the top of what is in view: more is about to come under it.
pub(super) fn reveal_top(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        element.scroll_into_view();
    }
}
