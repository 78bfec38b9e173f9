//! Who converges with whom on what, and who is torn.

use std::rc::Rc;

use yew::prelude::*;

use super::Goto;
use super::fold::Fold;
use super::found::Found;
use super::plane::Given;
use super::sentences::{nothing_shared, told};
use crate::analysis::positions::conclusions::{self, Concluded, Conclusion};
use crate::analysis::positions::{Relation, Weighing};
use crate::i18n::Phrase;
use crate::i18n::texts::alliances as say;
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{SelectField, SelectOption};

/// The name of a weighing.
pub(super) fn weighing(held: Weighing) -> Phrase {
    match held {
        Weighing::Simple => say::weigh_simple(),
        Weighing::Valued => say::weigh_valued(),
        Weighing::Weighted => say::weigh_weighted(),
    }
}

/// Pairs named on each side.
const FEW: usize = 5;
/// Pairs under the fold.
const MORE: usize = 25;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) found: Given,
    pub(super) goto: Callback<Goto>,
}

/// The pairs with the most to say, those that converge and those that diverge, of all actors or of one.
#[component]
pub(super) fn Pairs(props: &Props) -> Html {
    let env = use_env();
    let found = &props.found.0;
    let of = use_state(|| None::<usize>);
    if nothing_shared(found) {
        return html! { <p class="told-what">{ env.say(say::no_pairs()) }</p> };
    }
    let pairs = match *of {
        Some(actor) => Rc::new(conclusions::pairs_of(&found.alliances, actor)),
        None => Rc::clone(&found.pairs),
    };
    let side = |words: Phrase, none: Phrase, converge: bool| {
        let of_side = |said: &&Concluded| match said.what {
            Conclusion::Pair { relation, .. } => (relation == Relation::Converge) == converge,
            _ => false,
        };
        let kept: Vec<&Concluded> = pairs.iter().filter(of_side).collect();
        let line = |said: &&Concluded| told(&env, found, said, &props.goto);
        let left = kept.len().saturating_sub(FEW + MORE);
        html! {
            <div>
                <@{env.heading(2)} class="h-small">{ env.say(words) }</@>
                if kept.is_empty() {
                    <p class="small">{ env.say(none) }</p>
                } else {
                    <ol class="tolds">{ for kept.iter().take(FEW).map(line) }</ol>
                }
                if kept.len() > FEW {
                    <Fold summary={env.say(say::more_pairs(kept.len() - FEW))} body={{
                        let rest: Vec<Concluded> = kept.iter().skip(FEW).take(MORE).map(|said| (*said).clone()).collect();
                        let (env, found, goto) = (env.clone(), Rc::clone(found), props.goto.clone());
                        Callback::from(move |()| html! {
                            <>
                                <ol class="tolds">{ for rest.iter().map(|said| told(&env, &found, said, &goto)) }</ol>
                                if left > 0 { <p class="small">{ env.say(say::pairs_left(left)) }</p> }
                            </>
                        })
                    }} />
                }
            </div>
        }
    };
    let degrees = Weighing::ALL.iter().map(|held| {
        let figure = match found.alliances.summed(*held).degree {
            Ok(degree) => env.format().percent(degree / 100.0).into(),
            Err(reason) => env.say(say::undefined(reason.reason())),
        };
        html! { <div><dt>{ env.say(weighing(*held)) }</dt><dd>{ figure }</dd></div> }
    });
    let onchange = {
        let of = of.clone();
        Callback::from(move |value: String| of.set(value.parse().ok()))
    };
    let mut options: Vec<SelectOption> = (0..found.alliances.inputs.actors())
        .map(|actor| SelectOption::new(actor.to_string(), found.name(&env, actor)))
        .collect();
    crate::model::order::by(&mut options, |one, other| env.compare(&one.label, &other.label));
    html! {
        <>
            <div class="inf-tools">
                <SelectField id="tdt-alli-of" label={env.say(say::pairs_of())} none={env.say(say::everybody())} small=true
                    value={of.map(|actor| actor.to_string()).unwrap_or_default()} {options} {onchange} />
            </div>
            <div class="pair-duo">
                { side(say::converging(), say::no_converging(), true) }
                { side(say::diverging(), say::no_diverging(), false) }
            </div>
            <details class="more">
                <summary>{ env.say(say::degree()) }</summary>
                <div class="more-body">
                    <p class="small">{ env.say(say::degree_help()) }</p>
                    <dl class="pairs">{ for degrees }</dl>
                </div>
            </details>
        </>
    }
}

/// The actors that are torn, in words, then the figure of each.
pub(super) fn ambivalence(env: &Env, found: &Rc<Found>, goto: &Callback<Goto>) -> Html {
    let torn: Vec<Html> = found
        .said
        .iter()
        .filter(|said| matches!(said.what, Conclusion::Ambivalent { .. }))
        .map(|said| told(env, found, said, goto))
        .collect();
    let figure = |held: Weighing, actor: usize| match found.alliances.summed(held).ambivalence.get(actor) {
        Some(Ok(value)) => {
            html! { <td class="num">{ env.format().number((value * 100.0).round() / 100.0) }</td> }
        }
        Some(Err(reason)) => undefined(env, *reason),
        None => html! { <td /> },
    };
    html! {
        <>
            if torn.is_empty() {
                <p class="told-what">{ env.say(say::nobody_torn()) }</p>
            } else {
                <ol class="tolds">{ for torn }</ol>
            }
            <details class="more">
                <summary>{ env.say(say::ambivalence_figures()) }</summary>
                <div class="more-body">
                    <div class="frame" tabindex="0" role="region" aria-label={env.say(say::ambivalence_figures())}>
                        <table class="table">
                            <caption class="vh">{ env.say(say::ambivalence_figures()) }</caption>
                            <thead><tr>
                                <th scope="col">{ env.say(say::actor()) }</th>
                                { for Weighing::ALL.iter().map(|held| html! { <th scope="col" class="num">{ env.say(weighing(*held)) }</th> }) }
                            </tr></thead>
                            <tbody>
                                { for (0..found.alliances.inputs.actors()).map(|actor| html! {
                                    <tr>
                                        <th scope="row"><bdi>{ found.name(env, actor) }</bdi></th>
                                        { for Weighing::ALL.iter().map(|held| figure(*held, actor)) }
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                    </div>
                </div>
            </details>
        </>
    }
}

/// A cell for what is undefined, with its reason.
pub(super) fn undefined(env: &Env, reason: crate::analysis::positions::Undefined) -> Html {
    html! { <td class="num undefined"><span class="small">{ env.say(say::undefined(reason.reason())) }</span></td> }
}
