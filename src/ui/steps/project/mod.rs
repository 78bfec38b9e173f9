//! The project: what it addresses, where, what it aims at and the work it takes.

mod identity;
mod lines;
mod links;
mod needs;
mod objectives;
mod others;
mod pathway;
mod territories;

use yew::prelude::*;

use crate::i18n::texts::project as say;
use crate::ui::env::{Place, use_data, use_env};
use crate::ui::screens;
use crate::ui::widgets::{Button, ButtonKind};
use crate::vocabulary::Step;

/// What the step needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Under the doors of a first visit: few fields, and what an objective is.
    pub greeting: bool,
}

/// The step.
#[component]
pub fn ProjectStep(props: &Props) -> Html {
    let env = use_env();
    // What stands behind the first view appears here when it comes.
    use_data();
    let position = env.steps.iter().position(|step| *step == Step::Project);
    let parts = screens::loaded().map(|screens| (screens.project)());
    let Parts { aims, side, pathway } = parts.unwrap_or_default();
    html! {
        <div class="project">
            <div class="project-main">
                if props.greeting {
                    <section>
                        if let Some(position) = position {
                            <p class="h-cap muted">{ env.say(crate::i18n::texts::shell::step_of(position + 1, env.steps.len())) }</p>
                        }
                        <@{env.heading(0)} class="step-title">{ env.say(env.vocabulary.step_name(Step::Project)) }</@>
                        <p class="lead">{ env.say(env.vocabulary.step_purpose(Step::Project)) }</p>
                    </section>
                }
                <identity::Identity brief={props.greeting} />
                { aims }
                if !props.greeting { { pathway } }
                if props.greeting {
                    <p class="sec-thin">
                        <span class="muted">{ env.say(say::then()) }{ " " }</span>
                        <Button kind={ButtonKind::Link} label={env.say(env.vocabulary.step_name(Step::Actors))}
                            onclick={env.going(Place::step(Step::Actors))} />
                        <span class="muted">{ " " }{ env.say(say::then_actors()) }</span>
                    </p>
                }
            </div>
            <div class="project-side">{ side }</div>
        </div>
    }
}

/// What of the step comes with the second part of the module: everything but the identity of the project.
#[derive(Default)]
pub struct Parts {
    aims: Html,
    side: Html,
    pathway: Html,
}

/// Objectives and functions; territories, needs and other projects; the pathway.
pub fn parts() -> Parts {
    Parts {
        aims: html! { <Aims /> },
        side: html! { <><territories::Territories /><needs::Needs /><others::OtherProjects /></> },
        pathway: html! { <pathway::Pathway /> },
    }
}

#[component]
fn Aims() -> Html {
    let env = use_env();
    let data = use_data();
    html! {
        <section class="sec-thick">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::aims()) }</@>
                if !env.read_only { <p class="small">{ env.say(say::next_line()) }</p> }
            </header>
            if !env.read_only && data.dossier.objectives.is_empty() && data.dossier.functions.is_empty() {
                <div class="example">
                    <p class="h-cap">{ env.say(say::example()) }</p>
                    <dl class="pairs">
                        <div><dt>{ env.say(say::objective()) }</dt><dd>{ env.say(say::example_objective()) }</dd></div>
                        <div><dt>{ env.say(say::function()) }</dt><dd>{ env.say(say::example_function()) }</dd></div>
                    </dl>
                </div>
            }
            <div class="duo">
                <objectives::Objectives />
                <objectives::Functions />
            </div>
        </section>
    }
}
