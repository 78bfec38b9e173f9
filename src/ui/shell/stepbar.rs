//! The rail and the foot when there is little width.

use yew::prelude::*;

use super::rail::step_link;
use crate::i18n::texts::shell as say;
use crate::ui::env::{Intent, Place, use_env, use_outlook};
use crate::ui::widgets::{Icon, IconName, Ring, SeverityMark};
use crate::vocabulary::Step;

/// "Étape 2 sur 4 · Acteurs", with previous and next, and the list of steps on demand.
#[component]
pub fn StepBar() -> Html {
    let env = use_env();
    let outlook = use_outlook();
    let open = use_state(|| false);
    let step = outlook.place.step;
    let at = env.steps.iter().position(|other| *other == step);
    let neighbour = |index: Option<usize>, label, icon: IconName| {
        let target = index.and_then(|index| env.steps.get(index)).copied();
        let onclick = match target {
            Some(step) => env.going(Place::step(step)),
            None => Callback::noop(),
        };
        html! {
            <button type="button" class="btn btn-icon" part="button" aria-label={env.say(label)}
                disabled={target.is_none()} onclick={onclick.reform(|_: MouseEvent| ())}>
                <Icon name={icon} />
            </button>
        }
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let before = at.map_or_else(|| env.steps.len().checked_sub(1), |at| at.checked_sub(1));
    html! {
        <div class="stepbar">
            { neighbour(before, say::previous_step(), IconName::ChevronLeft) }
            <button type="button" class="stepbar-now" part="button" aria-expanded={if *open { "true" } else { "false" }}
                aria-controls="tdt-stepbar" onclick={toggle}>
                <Ring share={outlook.insights.step(step).map_or(0.0, |state| state.share)} />
                <span>
                    if let Some(at) = at {
                        <span class="stepbar-n">{ env.say(say::step_of(at + 1, env.steps.len())) }</span>
                    }
                    <span class="stepbar-name">{ env.say(env.vocabulary.step_name(step)) }</span>
                </span>
                <Icon name={IconName::ChevronDown} />
            </button>
            { neighbour(at.map(|at| at + 1), say::next_step(), IconName::ChevronRight) }
            <ol class="stepbar-list" id="tdt-stepbar" hidden={!*open}>
                if *open {
                    { for env.steps.iter().enumerate().map(|(index, step)| {
                        step_link(&env, &outlook, *step, index + 1, &close)
                    }) }
                }
            </ol>
        </div>
    }
}

/// Points of vigilance and summary, under the thumb.
#[component]
pub fn Foot() -> Html {
    let env = use_env();
    let outlook = use_outlook();
    let open = outlook.insights.open_in(outlook.place.step);
    let worst = outlook.insights.worst_in(outlook.place.step);
    html! {
        <div class="foot">
            <button type="button" class="btn" part="button" onclick={env.asking(|| Intent::Drawer(true))}>
                if let Some(severity) = worst { <SeverityMark {severity} /> }
                { env.say(say::findings()) }{ " " }<span class="pill">{ open }</span>
            </button>
            <button type="button" class="btn" part="button" onclick={env.going(Place::step(Step::Summary))}>
                <Icon name={IconName::Doc} />{ env.say(env.vocabulary.step_name(Step::Summary)) }
            </button>
        </div>
    }
}
