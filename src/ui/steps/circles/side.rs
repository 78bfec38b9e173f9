//! The key functions held, ring by ring, and the one that rests on a single organisation.

use yew::prelude::*;

use super::Seen;
use super::words::{code, name, ring_name};
use crate::analysis::circles::Held;
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::circles as say;
use crate::ui::env::{Env, Place as Goal};
use crate::ui::widgets::{Button, SeverityMark};
use crate::vocabulary::Step;

/// How many functions are told to rest on one organisation before the rest is counted.
const TOLD: usize = 2;

/// The class of a box, and its words.
fn state(held: Held) -> (&'static str, Phrase) {
    match held {
        Held { times: 0, covered: 1.., .. } => ("some", say::partly(held.covered, held.of)),
        _ if held.somewhere() => ("some", say::somewhere()),
        Held { times: 0, .. } => ("none", say::nobody()),
        _ if held.gained() => ("gained", say::gained()),
        _ if held.times > 1 => ("kept", say::twice()),
        _ => ("kept", say::kept()),
    }
}

fn title(seen: &Seen, function: usize) -> String {
    seen.dossier.functions.get(function).map(|function| function.title.clone()).unwrap_or_default()
}

/// A box for each function.
fn boxes(env: &Env, seen: &Seen, functions: &[Held]) -> Html {
    let one = |(function, held): (usize, &Held)| {
        let (class, state) = state(*held);
        let words = env.say(say::box_words(title(seen, function), state));
        html! {
            <li class={classes!("fbox", format!("fbox-{class}"), (held.times > 1).then_some("fbox-twice"))} title={words.clone()}>
                <span aria-hidden="true">{ code(function) }</span>
                <span class="vh">{ code(function) }{ ", " }{ words }</span>
            </li>
        }
    };
    html! { <ul class="fboxes">{ for functions.iter().enumerate().map(one) }</ul> }
}

/// Ring by ring.
pub(super) fn held(env: &Env, seen: &Seen) -> Html {
    let total = seen.dossier.functions.len();
    if total == 0 {
        return html! {
            <section class="circ-held">
                <@{env.heading(1)} class="h-block">{ env.say(say::held_title()) }</@>
                <p class="small">{ env.say(say::no_function()) }</p>
                <Button label={env.say(say::open_project())}
                    onclick={env.going(Goal::step(Step::Project).at("functions"))} />
            </section>
        };
    }
    let key = |class: &'static str, words| html! { <li><i class={classes!("fbox", class)}></i>{ env.say(words) }</li> };
    html! {
        <section class="circ-held">
            <@{env.heading(1)} class="h-block">{ env.say(say::held_title()) }</@>
            { for seen.rings.iter().enumerate().map(|(ring, found)| {
                let joined = found.actors.len();
                html! {
                    <div class="held-ring" key={ring}>
                        <p class="held-head">
                            <b>{ ring_name(env, seen, Some(ring)) }</b>
                            <span class="small">{ env.say(if ring == 0 { say::people(joined) } else { say::joining(joined) }) }</span>
                            <span class="held-n" aria-hidden="true"><b>{ found.held }</b>{ " / " }{ total }</span>
                            <span class="vh">{ env.say(say::held_of(found.held, total)) }</span>
                        </p>
                        { boxes(env, seen, &found.functions) }
                    </div>
                }
            }) }
            <ul class="held-key" aria-hidden="true">
                { key("fbox-gained", say::gained()) }
                { key("fbox-kept", say::kept()) }
                { key("fbox-twice", say::twice()) }
                { key("fbox-some", say::somewhere()) }
                { key("fbox-none", say::nobody()) }
            </ul>
            <details class="more">
                <summary>{ env.say(say::functions_table()) }</summary>
                <div class="frame" role="region" tabindex="0" aria-label={env.say(say::functions_table())}>
                    { table(env, seen) }
                </div>
            </details>
        </section>
    }
}

/// The same as a table: how many hold each function at each ring.
fn table(env: &Env, seen: &Seen) -> Html {
    html! {
        <table class="table">
            <thead><tr>
                <th scope="col">{ env.say(say::function()) }</th>
                { for (0..seen.rings.len()).map(|ring| html! { <th scope="col">{ ring_name(env, seen, Some(ring)) }</th> }) }
            </tr></thead>
            <tbody>
                { for seen.dossier.functions.iter().enumerate().map(|(place, function)| html! {
                    <tr>
                        <th scope="row">{ code(place) }{ " " }<bdi>{ &function.title }</bdi></th>
                        { for seen.rings.iter().map(|ring| {
                            let held = ring.functions.get(place).copied().unwrap_or_default();
                            html! { <td>{ env.say(state(held).1) }</td> }
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// What rests on one organisation.
pub(super) fn warning(env: &Env, seen: &Seen) -> Html {
    let resting = seen.circles.resting();
    let held = seen.rings.last().map_or(0, |ring| ring.held);
    if held == 0 {
        return Html::default();
    }
    if resting.is_empty() {
        return html! { <p class="circ-warn small">{ env.say(say::firm()) }</p> };
    }
    let mut functions: Vec<usize> = resting.iter().map(|rest| rest.function).collect();
    functions.dedup();
    html! {
        <section class="circ-warn">
            { for functions.iter().take(TOLD).filter_map(|function| {
                let rest = resting.iter().find(|rest| rest.function == *function)?;
                let (who, what) = (name(env, &seen.dossier, rest.actor).to_string(), title(seen, *function));
                // Who waits outside the circles and could hold it is told: nobody is not nobody in the circles.
                let (rests, why) = match (rest.leaves_some, rest.reserve.is_empty()) {
                    (true, true) => (say::rests(code(*function)), say::rests_part(who, what)),
                    (false, true) => (say::rests(code(*function)), say::rests_why(who, what)),
                    (true, false) => (say::rests_within(code(*function)), say::rests_part_within(who, what)),
                    (false, false) => (say::rests_within(code(*function)), say::rests_why_within(who, what)),
                };
                Some(html! {
                    <p class="with-mark">
                        <SeverityMark severity={Severity::Warning} />
                        <span><b>{ env.say(rests) }</b>{ " " }{ env.say(why) }
                            { for reserve(env, seen, &rest.reserve).map(|words| html! { <>{ " " }{ words }</> }) }
                        </span>
                    </p>
                })
            }) }
            if functions.len() > TOLD { <p class="small">{ env.say(say::rests_more(functions.len() - TOLD)) }</p> }
        </section>
    }
}

/// Who could hold a function too, once in a ring: two by their names, of more the first.
fn reserve(env: &Env, seen: &Seen, actors: &[usize]) -> Option<AttrValue> {
    let mut names = actors.iter().map(|actor| name(env, &seen.dossier, *actor).to_string());
    match actors.len() {
        0 => None,
        count @ 1..=2 => Some(env.say(say::reserve(count, names.collect::<Vec<_>>()))),
        count => Some(env.say(say::reserve_more(count - 1, names.next().unwrap_or_default()))),
    }
}
