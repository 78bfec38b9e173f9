//! The matrices behind the sentences, folded: influences direct and through one other, convergences, divergences.

use yew::prelude::*;

use super::agreement::weighing;
use super::found::Found;
use super::plane::Given;
use crate::analysis::positions::{Defined, Weighing};
use crate::i18n::Phrase;
use crate::i18n::texts::alliances as say;
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{SelectField, SelectOption};

/// Actors shown at once on each side.
const BLOCK: usize = 30;

/// A matrix of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Midi,
    Converge(Weighing),
    Diverge(Weighing),
}

const ALL: [Which; 7] = [
    Which::Midi,
    Which::Converge(Weighing::Simple),
    Which::Converge(Weighing::Valued),
    Which::Converge(Weighing::Weighted),
    Which::Diverge(Weighing::Simple),
    Which::Diverge(Weighing::Valued),
    Which::Diverge(Weighing::Weighted),
];

impl Which {
    fn name(self, env: &Env) -> AttrValue {
        match self {
            Self::Midi => env.say(say::midi()),
            Self::Converge(held) => env.say(say::convergences(weighing(held))),
            Self::Diverge(held) => env.say(say::divergences(weighing(held))),
        }
    }

    fn means(self) -> Phrase {
        match self {
            Self::Midi => say::midi_means(),
            Self::Converge(_) => say::convergence_means(),
            Self::Diverge(_) => say::divergence_means(),
        }
    }

    fn cell(self, found: &Found, midi: &[&[i32]], one: usize, other: usize) -> Defined<f64> {
        let agreement = |held| found.alliances.agreement(held, one, other);
        match self {
            Self::Midi => {
                Ok(midi.get(one).and_then(|row| row.get(other)).map_or(0.0, |value| f64::from(*value)))
            }
            Self::Converge(held) => agreement(held).map(|(together, _)| together),
            Self::Diverge(held) => agreement(held).map(|(_, apart)| apart),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) found: Given,
}

/// One matrix, from the actors `rows` and `columns` on.
fn table(env: &Env, found: &Found, which: Which, rows: usize, columns: usize) -> Html {
    let actors = found.alliances.inputs.actors();
    let midi: Vec<&[i32]> = found.alliances.midi().collect();
    let block = |start: usize| start..(start + BLOCK).min(actors);
    let figure = |one: usize, other: usize| {
        // Returned influence is kept on the diagonal of MIDI; an actor does not agree with itself.
        if one == other && which != Which::Midi {
            return html! { <td class="inf-fixed">{ "–" }</td> };
        }
        match which.cell(found, &midi, one, other) {
            Ok(value) => html! {
                <td class={classes!((value == 0.0).then_some("zero"))}>{ env.format().number((value * 10.0).round() / 10.0) }</td>
            },
            Err(reason) => {
                let reason = env.say(reason.reason());
                html! { <td class="undefined" title={reason.clone()} aria-label={env.say(say::undefined(reason.to_string()))}>{ "n.d." }</td> }
            }
        }
    };
    html! {
        <div class="frame inf-frame" role="region" tabindex="0" aria-label={which.name(env)}>
            <table class="table mat">
                <caption class="vh">{ which.name(env) }</caption>
                <thead><tr>
                    <th scope="col">{ env.say(say::actor()) }</th>
                    { for block(columns).map(|actor| html! {
                        <th scope="col"><div class="mat-head"><span><bdi>{ found.name(env, actor) }</bdi></span></div></th>
                    }) }
                </tr></thead>
                <tbody>
                    { for block(rows).map(|one| html! {
                        <tr>
                            <th scope="row"><bdi>{ found.name(env, one) }</bdi></th>
                            { for block(columns).map(|other| figure(one, other)) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The matrices, one at a time.
#[component]
pub(super) fn Matrices(props: &Props) -> Html {
    let env = use_env();
    let found = &props.found.0;
    let which = use_state(|| None::<usize>);
    let starts = use_state(|| (0_usize, 0_usize));
    let onchange = {
        let which = which.clone();
        Callback::from(move |value: String| which.set(value.parse().ok()))
    };
    let options: Vec<SelectOption> = ALL
        .iter()
        .enumerate()
        .map(|(place, held)| SelectOption::new(place.to_string(), held.name(&env)))
        .collect();
    let actors = found.alliances.inputs.actors();
    let blocks: Vec<SelectOption> = (0..actors)
        .step_by(BLOCK)
        .map(|start| {
            let last = (start + BLOCK).min(actors);
            SelectOption::new(start.to_string(), env.say(say::page(start + 1, last, actors)))
        })
        .collect();
    let pick = |of_rows: bool| {
        let starts = starts.clone();
        Callback::from(move |value: String| {
            let start = value.parse().unwrap_or_default();
            starts.set(if of_rows { (start, starts.1) } else { (starts.0, start) });
        })
    };
    let held = which.and_then(|place| ALL.get(place)).copied();
    html! {
        <>
            <div class="inf-tools">
                <SelectField id="tdt-alli-which" label={env.say(say::which())} none={env.say(say::none_shown())} small=true
                    value={which.map(|place| place.to_string()).unwrap_or_default()} {options} {onchange} />
                if held.is_some() && actors > BLOCK {
                    <SelectField id="tdt-alli-rows" label={env.say(say::rows())} small=true value={starts.0.to_string()}
                        options={blocks.clone()} onchange={pick(true)} />
                    <SelectField id="tdt-alli-cols" label={env.say(say::columns())} small=true value={starts.1.to_string()}
                        options={blocks} onchange={pick(false)} />
                }
            </div>
            if let Some(held) = held {
                <p class="small">{ env.say(held.means()) }</p>
                { table(&env, found, held, starts.0, starts.1) }
            }
        </>
    }
}
