//! How the body decides: votes needed, majority, quorum, casting vote, colleges that vote as one.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::body::Adjust;
use super::figures::Side;
use super::stepper::{MOST, Stepper, stepper};
use super::{Scene, change};
use crate::analysis::votes::{Attended, Quota, Voter, quorum, voting_seats};
use crate::edit::bodies::set_rule;
use crate::i18n::Phrase;
use crate::i18n::texts::{bodies as say, quorum as said, shell};
use crate::model::{Body, BodyRule, Id, Majority};
use crate::ui::widgets::{SelectField, SelectOption, TextField};

/// The block. `variant`: on a body that is only thought of, where quorum, casting vote and colleges stay as they are.
pub(super) fn block(scene: Scene<'_>, side: &Side, adjust: &Adjust, variant: bool) -> Html {
    let Scene { env, body, .. } = scene;
    let total: u64 =
        side.members.as_ref().map_or(0, |members| members.iter().map(|member| member.votes).sum());
    let said = body.rule.as_ref();
    let majority = said.and_then(|rule| rule.majority);
    let quota = match majority {
        Some(Majority::Simple) => Some(Quota::Simple.of(total)),
        Some(Majority::TwoThirds) => Some(Quota::TwoThirds.of(total)),
        Some(Majority::Unanimity) => Some(Quota::Unanimity.of(total)),
        Some(Majority::Custom) | None => said.and_then(|rule| rule.quota).map(u64::from),
    };
    let setting = |majority: Majority, quota: Option<u32>| {
        let edit: Rc<dyn Fn(&mut Body)> = Rc::new(move |body: &mut Body| set_rule(body, majority, quota));
        ("rule", edit)
    };
    let onquota = adjust.reform(move |quota: u32| setting(Majority::Custom, Some(quota)));
    let onslide = onquota.reform(|event: InputEvent| {
        let slider = event.target_dyn_into::<HtmlInputElement>();
        slider.and_then(|slider| slider.value().parse().ok()).unwrap_or(1)
    });
    let usual = [
        (Majority::Simple, say::simple(), Quota::Simple),
        (Majority::TwoThirds, say::two_thirds(), Quota::TwoThirds),
        (Majority::Unanimity, say::unanimity(), Quota::Unanimity),
    ];
    let shown = quota.and_then(|quota| u32::try_from(quota).ok());
    let custom = majority == Some(Majority::Custom) || (majority.is_none() && quota.is_some());
    let choice = |on: bool, word: Phrase, figure: Option<u64>, onclick: Callback<MouseEvent>| {
        if env.read_only {
            return html! {
                if on {
                    <p class="gov-rule"><span>{ env.say(word) }</span><b>{ figure.map(|figure| env.format().number(figure as f64)).unwrap_or_default() }</b></p>
                }
            };
        }
        html! {
            <button type="button" part="button" class="gov-rule" aria-pressed={if on { "true" } else { "false" }}
                {onclick}>
                <span>{ env.say(word) }</span><b>{ figure.map(|figure| env.format().number(figure as f64)).unwrap_or_default() }</b>
            </button>
        }
    };
    html! {
        <div class="gov-quota">
            <div>
                <p class="h-cap">{ env.say(say::votes_needed()) }</p>
                <div class="gov-needed">
                    { stepper(Stepper {
                        id: "tdt-gov-quota".into(),
                        names: [env.say(say::votes_needed()), env.say(say::quota_less()), env.say(say::quota_more())],
                        value: shown, least: 1, readonly: env.read_only, large: true, onchange: onquota,
                    }) }
                    <span class="muted">{ env.say(say::out_of(total as i64)) }</span>
                </div>
                if total > 1 && !env.read_only {
                    <input id="tdt-gov-slider" class="gov-slider" type="range" min="1" max={total.to_string()} step="1"
                        aria-label={env.say(say::quota_slider())} value={shown.unwrap_or(1).to_string()} oninput={onslide} />
                }
            </div>
            <div class="gov-rules" role="group" aria-label={env.say(say::majority())}>
                { for usual.into_iter().map(|(kind, word, rule)| {
                    let onclick = adjust.reform(move |_: MouseEvent| setting(kind, None));
                    choice(majority == Some(kind), word, Some(rule.of(total)), onclick)
                }) }
                { choice(custom, say::custom(), quota.filter(|_| custom), {
                    let kept = shown.unwrap_or(1).clamp(1, MOST);
                    adjust.reform(move |_: MouseEvent| setting(Majority::Custom, Some(kept)))
                }) }
            </div>
            if !variant { { further(scene) } }
        </div>
    }
}

/// Quorum, casting vote, colleges as one.
fn further(scene: Scene<'_>) -> Html {
    let Scene { env, body, .. } = scene;
    let id = body.id.clone();
    let rule = body.rule.clone().unwrap_or_default();
    let seats = voting_seats(body).map(|seat| {
        let voter = seat.actor.clone().map_or_else(|| Voter::Seat(seat.id.clone()), Voter::Actor);
        SelectOption::new(seat.id.to_string(), scene.name(&voter))
    });
    let onquorum = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |text: String| change(&env, &id, Some("quorum"), |body| body.quorum = text))
    };
    let oncasting = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |seat: String| {
            change(&env, &id, None, move |body| {
                body.rule.get_or_insert_with(BodyRule::default).casting_vote =
                    (!seat.is_empty()).then(|| Id::from(seat));
            });
        })
    };
    let onblocs = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |event: Event| {
            let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            change(&env, &id, None, move |body| {
                body.rule.get_or_insert_with(BodyRule::default).bloc_voting = Some(on);
            });
        })
    };
    // What is typed stays as it is; beside it, what is understood of it.
    let attended = quorum(body);
    let understood = match attended {
        Ok(Some(Attended { quorum, seats, present })) if present > 0 => {
            said::understood(present as i64, seats as i64, quorum.phrase())
        }
        Ok(Some(attended)) => said::understood_alone(attended.quorum.phrase()),
        Ok(None) | Err(_) => say::quorum_help(),
    };
    let error = attended.err().map(|unclear| env.say(unclear.phrase()));
    html! {
        <details class="more gov-further">
            <summary>{ env.say(say::further()) }</summary>
        <div class="fields tight more-body">
            <SelectField id="tdt-gov-casting" label={env.say(say::casting())} help={env.say(say::casting_help())}
                options={seats.collect::<Vec<_>>()} none={env.say(say::nobody())} disabled={env.read_only}
                value={rule.casting_vote.as_ref().map(ToString::to_string).unwrap_or_default()} onchange={oncasting} />
            <TextField id="tdt-gov-quorum" label={env.say(say::quorum())} optional={env.say(shell::optional())}
                help={env.say(understood)} {error} value={body.quorum.clone()} readonly={env.read_only} onchange={onquorum} />
            if !env.read_only {
                <label class="check">
                    <input type="checkbox" checked={rule.bloc_voting == Some(true)} disabled={body.colleges.is_empty()}
                        onchange={onblocs} />
                    <span>{ env.say(say::blocs()) }</span>
                </label>
            } else if rule.bloc_voting == Some(true) {
                <p>{ env.say(say::blocs()) }</p>
            }
        </div>
        </details>
    }
}
