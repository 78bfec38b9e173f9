//! The circles as a list: the same actors, ring by ring, and who is missing.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::through;
use super::words::{codes, mobilisation, mobilisation_words, name, ring_words};
use super::{Aim, Seen};
use crate::analysis::circles::Place;
use crate::i18n::texts::circles as say;
use crate::ui::env::{Env, Place as Goal};
use crate::ui::widgets::{KindMark, MobilisationMark};
use crate::vocabulary::{self, Step};

/// The table.
pub(super) fn view(env: &Env, seen: &Rc<Seen>, aim: Option<Aim>, onpick: &Callback<usize>) -> Html {
    let mut parts: Vec<(Place, Vec<usize>)> =
        seen.rings.iter().enumerate().map(|(ring, found)| (Some(ring), found.actors.clone())).collect();
    let outside = seen.circles.outside();
    if !outside.is_empty() {
        parts.push((None, outside));
    }
    let missing = !seen.circles.absent.is_empty() || !seen.circles.empty.is_empty();
    html! {
        <div class="circ-list" role="region" tabindex="0" aria-label={env.say(say::list_caption())}>
            <table class="table" part="list">
                <caption class="vh">{ env.say(say::list_caption()) }</caption>
                <thead><tr>
                    <th scope="col">{ env.say(say::actor()) }</th>
                    <th scope="col">{ env.say(say::holds()) }</th>
                    <th scope="col">{ env.say(say::mobilisation()) }</th>
                </tr></thead>
                { for parts.into_iter().map(|(place, actors)| html! {
                    <tbody>
                        <tr class="circ-part"><th scope="rowgroup" colspan="3">
                            { match place {
                                Some(ring) => ring_words(env, seen, ring),
                                None => env.say(say::to_place(actors.len())),
                            } }
                        </th></tr>
                        if actors.is_empty() {
                            <tr><td colspan="3">{ env.say(if place == Some(0) { say::no_lead() } else { say::empty_ring() }) }</td></tr>
                        }
                        { for actors.iter().map(|actor| row(env, seen, *actor, aim, onpick)) }
                    </tbody>
                }) }
                if missing {
                    <tbody>
                        <tr class="circ-part"><th scope="rowgroup">{ env.say(say::missing_title()) }</th>
                            <th scope="col" colspan="2">{ env.say(say::missing_lever()) }</th></tr>
                        { missing_rows(env, seen) }
                    </tbody>
                }
            </table>
        </div>
    }
}

fn row(env: &Env, seen: &Seen, actor: usize, aim: Option<Aim>, onpick: &Callback<usize>) -> Html {
    let Some(found) = seen.dossier.actors.get(actor) else { return Html::default() };
    let current = aim.is_some_and(|aim| aim.actor == actor);
    let value = mobilisation(&seen.dossier, actor);
    let able: Vec<usize> = (0..seen.dossier.functions.len())
        .filter(|place| {
            seen.dossier.functions.get(*place).is_some_and(|one| found.capabilities.contains(&one.id))
        })
        .collect();
    html! {
        <tr key={found.id.as_str()} part="item" data-current={current.then_some("true")}>
            <th scope="row">
                <button type="button" class="row-open" aria-current={current.then_some("true")}
                    onclick={onpick.reform(move |_: MouseEvent| actor)}>
                    <MobilisationMark kind={found.kind} mobilisation={value} size={20} />
                    <span><bdi>{ name(env, &seen.dossier, actor) }</bdi></span>
                </button>
            </th>
            <td>{ env.say(if able.is_empty() { say::nothing() } else { say::pair_list(codes(&able)) }) }</td>
            <td>{ mobilisation_words(env, value) }</td>
        </tr>
    }
}

/// The list of the absent families and actors, for the table.
fn missing_rows(env: &Env, seen: &Seen) -> Html {
    let actors = seen.circles.absent.iter().map(|absent| {
        let kind = seen.dossier.actors.get(absent.actor).and_then(|actor| actor.kind);
        html! {
            <tr key={format!("a{}", absent.actor)}>
                <th scope="row"><span class="row-open"><KindMark {kind} size={19} /><bdi>{ name(env, &seen.dossier, absent.actor) }</bdi></span></th>
                <td colspan="2">{ through(env, seen, &absent.lever) }</td>
            </tr>
        }
    });
    let kinds = seen.circles.empty.iter().map(|kind| {
        html! {
            <tr key={kind.as_str()}>
                <th scope="row"><span class="row-open"><KindMark kind={*kind} size={19} />
                    <span>{ env.say(say::nobody_of(vocabulary::kind(*kind))) }</span></span></th>
                <td colspan="2">
                    <button type="button" class="link" part="button" onclick={env.going(Goal::step(Step::Actors))}>
                        { env.say(say::add_actors()) }
                    </button>
                </td>
            </tr>
        }
    });
    html! { <>{ for actors }{ for kinds }</> }
}
