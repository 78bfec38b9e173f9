//! Who converges with whom on what, and who is torn.

use yew::prelude::*;

use super::Goto;
use super::found::Found;
use super::sentences::{nothing_shared, told};
use crate::analysis::positions::Weighing;
use crate::analysis::positions::conclusions::Conclusion;
use crate::i18n::texts::alliances as say;
use crate::ui::env::Env;

/// The name of a weighing.
pub(super) fn weighing(held: Weighing) -> crate::i18n::Phrase {
    match held {
        Weighing::Simple => say::weigh_simple(),
        Weighing::Valued => say::weigh_valued(),
        Weighing::Weighted => say::weigh_weighted(),
    }
}

/// The pairs with the most to say.
pub(super) fn pairs(env: &Env, found: &Found, goto: &Callback<Goto>) -> Html {
    if nothing_shared(found) {
        return html! { <p class="told-what">{ env.say(say::no_pairs()) }</p> };
    }
    let degrees = Weighing::ALL.iter().map(|held| {
        let figure = match found.alliances.summed(*held).degree {
            Ok(degree) => env.format().percent(degree / 100.0).into(),
            Err(reason) => env.say(say::undefined(reason.reason())),
        };
        html! { <div><dt>{ env.say(weighing(*held)) }</dt><dd>{ figure }</dd></div> }
    });
    html! {
        <>
            <ol class="tolds">{ for found.pairs.iter().map(|said| told(env, found, said, goto)) }</ol>
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
pub(super) fn ambivalence(env: &Env, found: &Found, goto: &Callback<Goto>) -> Html {
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
