//! The rail: where one is, how complete each step is, and how many points are open.

use yew::prelude::*;

use crate::findings::Severity;
use crate::i18n::texts::shell as say;
use crate::ui::env::{Env, Outlook, Place, use_env, use_outlook};
use crate::ui::widgets::{Icon, IconName, Ring, SeverityMark};
use crate::vocabulary::Step;

/// One step of the list.
pub(super) fn step_link(
    env: &Env,
    outlook: &Outlook,
    step: Step,
    number: usize,
    ondone: &Callback<()>,
) -> Html {
    let current = outlook.place.step == step;
    let open = outlook.insights.open_in(step);
    let share = outlook.insights.step(step).map_or(0.0, |state| state.share);
    let onclick = {
        let (env, ondone) = (env.clone(), ondone.clone());
        Callback::from(move |_: MouseEvent| {
            ondone.emit(());
            env.go(Place::step(step));
        })
    };
    html! {
        <li key={step.code()}>
            <button type="button" class="step-link" part="item" aria-current={current.then_some("step")} {onclick}>
                <Ring {share} label={env.format().percent(share)} />
                <span class="step-n">{ number }</span>
                <span class="step-name">{ env.say(env.vocabulary.step_name(step)) }</span>
                if open > 0 {
                    <span class="pill"><span aria-hidden="true">{ open }</span>
                        <span class="vh">{ env.say(say::open_points(open)) }</span></span>
                }
            </button>
        </li>
    }
}

/// The rail.
#[component]
pub fn Rail() -> Html {
    let env = use_env();
    let outlook = use_outlook();
    let counts = outlook.insights.by_severity();
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let blank = outlook.insights.blank;
    html! {
        <nav class="rail" aria-label={env.say(say::steps())}>
            <ol class="steps" part="list">
                { for env.steps.iter().enumerate().map(|(index, step)| {
                    step_link(&env, &outlook, *step, index + 1, &Callback::noop())
                }) }
            </ol>
            <button type="button" class="step-link step-summary" part="item"
                aria-current={(outlook.place.step == Step::Summary).then_some("step")}
                onclick={env.going(Place::step(Step::Summary))}>
                <Icon name={IconName::Doc} />
                <span class="step-name">{ env.say(env.vocabulary.step_name(Step::Summary)) }</span>
            </button>
            <div class="rail-foot">
                if blank {
                    <p class="h-cap">{ env.say(say::no_order()) }</p>
                    <p class="small">{ env.say(say::no_order_help()) }</p>
                } else if total == 0 {
                    <p class="h-cap">{ env.say(say::no_open_point()) }</p>
                } else {
                    <p class="h-cap">{ env.say(say::open_points(total)) }</p>
                    <ul class="sev-list">
                        { for counts.iter().filter(|(_, count)| *count > 0).map(|(severity, count)| html! {
                            <li>
                                <SeverityMark severity={*severity} />{ " " }
                                { env.say(match severity {
                                    Severity::Blocking => say::blocking(*count),
                                    Severity::Warning => say::warnings(*count),
                                    Severity::Advice => say::advices(*count),
                                }) }
                            </li>
                        }) }
                    </ul>
                }
            </div>
        </nav>
    }
}
