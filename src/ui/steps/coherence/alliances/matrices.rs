//! The matrices behind the sentences, folded: influences direct and through one other, positions weighed by power,
//! convergences, divergences.

use yew::prelude::*;

use super::agreement::weighing;
use super::found::Found;
use super::plane::Given;
use crate::analysis::positions::{Balance, Defined, Weighing};
use crate::i18n::Phrase;
use crate::i18n::texts::alliances as say;
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{SelectField, SelectOption};

/// Actors or objectives shown at once on each side.
const BLOCK: usize = 30;

/// A matrix of actors, or of actors and objectives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Midi,
    /// 3MAO, with what it adds up to for each actor and each objective.
    Weighed,
    Converge(Weighing),
    Diverge(Weighing),
}

const ALL: [Which; 8] = [
    Which::Midi,
    Which::Weighed,
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
            Self::Weighed => env.say(say::weighed()),
            Self::Converge(held) => env.say(say::convergences(weighing(held))),
            Self::Diverge(held) => env.say(say::divergences(weighing(held))),
        }
    }

    fn means(self) -> Phrase {
        match self {
            Self::Midi => say::midi_means(),
            Self::Weighed => say::weighed_means(),
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
            Self::Weighed => found.alliances.weighed(one, other),
            Self::Converge(held) => agreement(held).map(|(together, _)| together),
            Self::Diverge(held) => agreement(held).map(|(_, apart)| apart),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) found: Given,
}

/// A figure, or that there is none and why.
fn figure(env: &Env, held: Defined<f64>) -> Html {
    match held {
        Ok(value) => {
            let shown = (value * 10.0).round() / 10.0;
            // As in the other matrices: a minus sign, not a hyphen.
            let minus = if shown < 0.0 { "−" } else { "" };
            html! {
                <td class={classes!((value == 0.0).then_some("zero"))}>{ minus }{ env.format().number(shown.abs()) }</td>
            }
        }
        Err(reason) => {
            let reason = env.say(reason.reason());
            html! { <td class="undefined" title={reason.clone()} aria-label={env.say(say::undefined(reason.to_string()))}>{ "n.d." }</td> }
        }
    }
}

/// One matrix, from the actors `rows` and the actors or objectives `columns` on.
fn table(env: &Env, found: &Found, which: Which, rows: usize, columns: usize) -> Html {
    let (actors, objectives) = (found.alliances.inputs.actors(), found.alliances.inputs.objectives());
    let weighed = which == Which::Weighed;
    let midi: Vec<&[i32]> = found.alliances.midi().collect();
    let block = |start: usize, count: usize| start.min(count)..(start + BLOCK).min(count);
    let across = block(columns, if weighed { objectives } else { actors });
    let cell = |one: usize, other: usize| {
        // Returned influence is kept on the diagonal of MIDI; an actor does not agree with itself.
        if one == other && matches!(which, Which::Converge(_) | Which::Diverge(_)) {
            return html! { <td class="inf-fixed">{ "–" }</td> };
        }
        figure(env, which.cell(found, &midi, one, other))
    };
    let head = |place: usize| if weighed { found.title(env, place) } else { found.name(env, place) };
    let balance = |words: Phrase, of: fn(&Balance) -> Defined<f64>| {
        let held = across.clone().filter_map(|objective| found.alliances.balance.get(objective));
        html! { <tr><th scope="row">{ env.say(words) }</th>{ for held.map(|held| figure(env, of(held))) }<td></td></tr> }
    };
    html! {
        <div class="frame inf-frame" role="region" tabindex="0" aria-label={which.name(env)}>
            <table class="table mat">
                <caption class="vh">{ which.name(env) }</caption>
                <thead><tr>
                    <th scope="col">{ env.say(say::actor()) }</th>
                    { for across.clone().map(|place| html! {
                        <th scope="col"><div class="mat-head"><span><bdi>{ head(place) }</bdi></span></div></th>
                    }) }
                    if weighed {
                        <th scope="col"><div class="mat-head"><span>{ env.say(say::mobilised()) }</span></div></th>
                    }
                </tr></thead>
                <tbody>
                    { for block(rows, actors).map(|one| html! {
                        <tr>
                            <th scope="row"><bdi>{ found.name(env, one) }</bdi></th>
                            { for across.clone().map(|other| cell(one, other)) }
                            if weighed {
                                { for found.alliances.mobilisation.get(one).map(|held| figure(env, *held)) }
                            }
                        </tr>
                    }) }
                </tbody>
                if weighed {
                    <tfoot>
                        { balance(say::weighs_for(), |held| held.favour) }
                        { balance(say::weighs_against(), |held| held.against) }
                    </tfoot>
                }
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
        let (which, starts) = (which.clone(), starts.clone());
        Callback::from(move |value: String| {
            which.set(value.parse().ok());
            // Other columns: from the first.
            starts.set((starts.0, 0));
        })
    };
    let options: Vec<SelectOption> = ALL
        .iter()
        .enumerate()
        .map(|(place, held)| SelectOption::new(place.to_string(), held.name(&env)))
        .collect();
    let held = which.and_then(|place| ALL.get(place)).copied();
    let actors = found.alliances.inputs.actors();
    let across = if held == Some(Which::Weighed) { found.alliances.inputs.objectives() } else { actors };
    let blocks = |count: usize| -> Vec<SelectOption> {
        let of = |start: usize| {
            let last = (start + BLOCK).min(count);
            SelectOption::new(start.to_string(), env.say(say::page(start + 1, last, count)))
        };
        (0..count).step_by(BLOCK).map(of).collect()
    };
    let pick = |of_rows: bool| {
        let starts = starts.clone();
        Callback::from(move |value: String| {
            let start = value.parse().unwrap_or_default();
            starts.set(if of_rows { (start, starts.1) } else { (starts.0, start) });
        })
    };
    html! {
        <>
            <div class="inf-tools">
                <SelectField id="tdt-alli-which" label={env.say(say::which())} none={env.say(say::none_shown())} small=true
                    value={which.map(|place| place.to_string()).unwrap_or_default()} {options} {onchange} />
                if held.is_some() && actors > BLOCK {
                    <SelectField id="tdt-alli-rows" label={env.say(say::rows())} small=true value={starts.0.to_string()}
                        options={blocks(actors)} onchange={pick(true)} />
                }
                if held.is_some() && across > BLOCK {
                    <SelectField id="tdt-alli-cols" label={env.say(say::columns())} small=true value={starts.1.to_string()}
                        options={blocks(across)} onchange={pick(false)} />
                }
            </div>
            if let Some(held) = held {
                <p class="small">{ env.say(held.means()) }</p>
                { table(&env, found, held, starts.0, starts.1) }
            }
        </>
    }
}
