//! The ties between actors: who bridges whom, and what breaks if one leaves.

mod figure;
mod found;
mod ties;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use self::figure::{NetworkFigure, legend};
use self::found::{Source, Work};
use self::ties::Ties;
use super::later::{DELAY, use_later};
use super::picture::use_room;
use crate::i18n::texts::{charts, network as say};
use crate::model::{Dossier, Id};
use crate::ui::env::{Env, Place, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, Segment, Segmented};
use crate::vocabulary::Step;

/// What a tie is, where there is none yet.
fn teach(env: &Env, dossier: &Dossier) -> Html {
    let few = dossier.actors.len() < 2;
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty()) }</p>
            <p>{ env.say(say::empty_text()) }</p>
            <div class="example">
                <p class="h-cap">{ env.say(say::example()) }</p>
                <dl class="pairs">
                    <div><dt>{ env.say(say::example_one()) }</dt><dd>{ env.say(say::example_one_is()) }</dd></div>
                    <div><dt>{ env.say(say::example_two()) }</dt><dd>{ env.say(say::example_two_is()) }</dd></div>
                </dl>
            </div>
            if few && !env.read_only {
                <Button kind={ButtonKind::Primary} label={env.say(say::add_actors())}
                    onclick={env.going::<()>(Place::step(Step::Actors))} />
            }
        </div>
    }
}

/// The view.
#[component]
pub(super) fn Network() -> Html {
    let env = use_env();
    let dossier = use_data().dossier;
    let holder = use_node_ref();
    let room = use_room(&holder);
    let selected = use_state(|| None::<Id>);
    let as_data = use_state(|| false);
    let held = use_later(
        Source { dossier: Rc::clone(&dossier), width: room.as_ref().map(|room| room.width) },
        DELAY,
        Work::of,
        Work::go,
    );
    let select = {
        let selected = selected.clone();
        Callback::from(move |actor: Option<Id>| selected.set(actor))
    };
    let onchange = {
        let as_data = as_data.clone();
        Callback::from(move |value: AttrValue| as_data.set(value == "data"))
    };
    let segment = |value: &'static str, label| Segment { value: value.into(), strong: None, label };
    let nothing = dossier.ties.is_empty();
    let found = held.as_ref().filter(|_| !nothing);
    html! {
        <div class="alli" aria-busy={held.is_none().then_some("true")}>
            if nothing { { teach(&env, &dossier) } }
            if dossier.actors.len() > 1 && (!env.read_only || !nothing) { <Ties dossier={Rc::clone(&dossier)} /> }
            <div ref={holder}>
                if let Some(held) = found {
                    <section class="sec-thick">
                        <header class="sec-head">
                            <@{env.heading(1)} class="h-block">{ env.say(say::picture()) }</@>
                            <p class="small">{ words::drawn(&env, held) }</p>
                            <Segmented class="push" label={env.say(charts::shown_as())} {onchange}
                                value={if *as_data { "data" } else { "map" }}
                                segments={vec![segment("map", env.say(say::as_picture())), segment("data", env.say(charts::as_data()))]} />
                        </header>
                        if *as_data {
                            { words::table(&env, held, selected.as_ref(), &select) }
                        } else if let Some(room) = room {
                            <NetworkFigure found={figure::Given(Rc::clone(held))} {room} selected={(*selected).clone()} onselect={select.clone()} />
                            { legend(&env) }
                        }
                    </section>
                    <section class="sec-thick">
                        <header class="alli-head">
                            <@{env.heading(1)} class="h-block">{ env.say(say::reading()) }</@>
                            <p class="small">{ env.say(say::reading_help()) }</p>
                        </header>
                        { words::sentences(&env, held) }
                    </section>
                    <section class="sec-thick">
                        <words::Leaving dossier={Rc::clone(&dossier)} selected={(*selected).clone()} onselect={select} />
                    </section>
                }
            </div>
        </div>
    }
}
