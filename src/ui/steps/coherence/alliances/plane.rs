//! The plane of influence and dependence, and power: a picture, and the table that holds the same.

use std::rc::Rc;

use yew::prelude::*;

use super::super::later::use_later;
use super::super::picture::{Picture, px, use_room};
use super::Goto;
use super::found::Found;
use super::ranking::table;
use super::scene::{CORNERS, Scene, Source, Work, corner, words};
use super::sentences::{plane as word, trust};
use crate::analysis::positions::conclusions::Conclusion;
use crate::analysis::positions::{Plane, Undefined};
use crate::i18n::texts::{alliances as say, charts};
use crate::layout::{Point, Rect};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{Segment, Segmented};

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
fn chosen(env: &Env, found: &Rc<Found>, actor: usize, goto: &Callback<Goto>) -> Html {
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
    let source = Source { found: props.found.clone(), room: room.clone(), env: env.clone() };
    let drawn = use_later(source, 0, Work::of, Work::go);
    // Until the next picture is there, that of earlier results stays, as long as its actors are at the same places.
    let same = |other: &Found| other.dossier.actors.same(&found.dossier.actors);
    let scene = drawn.as_ref().filter(|drawn| same(&drawn.0.found.0)).map(|drawn| &drawn.1);
    let select = {
        let selected = selected.clone();
        Callback::from(move |actor: usize| selected.set(Some(actor)))
    };
    let onselect = {
        let (drawn, select) = (drawn.clone(), select.clone());
        Callback::from(move |node: usize| {
            if let Some(actor) = drawn.as_ref().and_then(|drawn| drawn.1.placed.get(node)) {
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
                        if let (Some(scene), Some(room)) = (scene, room) {
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
