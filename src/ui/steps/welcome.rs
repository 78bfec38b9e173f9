//! Three doors for a first visit: blank, already open below; a file; an example.

use yew::prelude::*;

use crate::i18n::texts::welcome as say;
use crate::model::ActorKind;
use crate::ui::env::{Intent, Window, use_env};
use crate::ui::steps::project::ProjectStep;
use crate::ui::widgets::{Button, IconName, kind_class};
use crate::vocabulary::kind_shape;

/// Places of the eight seats around the table, in a box of 88 units: the middle of a seat, and how a marker of 24
/// units is brought there.
const SEATS: [(&str, &str, &str); 8] = [
    ("44", "12", "translate(36.6 4.6) scale(.62)"),
    ("66.6", "21.4", "translate(59.2 14) scale(.62)"),
    ("76", "44", "translate(68.6 36.6) scale(.62)"),
    ("66.6", "66.6", "translate(59.2 59.2) scale(.62)"),
    ("44", "76", "translate(36.6 68.6) scale(.62)"),
    ("21.4", "66.6", "translate(14 59.2) scale(.62)"),
    ("12", "44", "translate(4.6 36.6) scale(.62)"),
    ("21.4", "21.4", "translate(14 14) scale(.62)"),
];

/// The table with as many taken seats as `taken`.
fn table(taken: usize) -> Html {
    html! {
        <svg class="door-art" viewBox="0 0 88 88" aria-hidden="true">
            <circle class="door-table" cx="44" cy="44" r="19" />
            { for SEATS.iter().enumerate().map(|(index, (x, y, _))| {
                let class = match index {
                    0 if taken > 0 => "door-lead",
                    _ if index < taken => "door-seat",
                    _ => "door-free",
                };
                html! { <circle {class} cx={*x} cy={*y} r="5.5" /> }
            }) }
        </svg>
    }
}

/// The table with a marker of each kind.
fn full_table() -> Html {
    html! {
        <svg class="door-art" viewBox="0 0 88 88" aria-hidden="true">
            <circle class="door-table" cx="44" cy="44" r="19" />
            { for SEATS.iter().zip(ActorKind::ALL).map(|((_, _, place), kind)| {
                let shape = kind_shape(Some(*kind));
                html! {
                    <g class={classes!("k", kind_class(Some(*kind)))} transform={*place}>
                        <path d={shape.path} />
                        <text x="12" y={shape.letter_y} font-size={shape.letter_size}>
                            { shape.letter }
                        </text>
                    </g>
                }
            }) }
        </svg>
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The title of the step, which takes the focus when the person arrives.
    pub title: NodeRef,
}

/// The doors, and the project already open under them.
#[component]
pub fn Welcome(props: &Props) -> Html {
    let env = use_env();
    html! {
        <div class="welcome">
            <@{env.heading(0)} class="welcome-title" part="title" id="tdt-step" tabindex="-1" ref={props.title.clone()}>
                { env.say(say::title()) }
            </@>
            <p class="welcome-lead">{ env.say(say::lead()) }</p>
            <div class="doors">
                <section class="door" data-current="true">
                    { table(0) }
                    <div>
                        <@{env.heading(1)} class="h-block">{ env.say(say::blank_door()) }</@>
                        <p>{ env.say(say::blank_text()) }</p>
                        <p class="door-state">{ env.say(say::blank_open()) }</p>
                    </div>
                </section>
                if !env.no_import {
                    <section class="door">
                        { table(6) }
                        <div>
                            <@{env.heading(1)} class="h-block">{ env.say(say::file_door()) }</@>
                            <p>{ env.say(say::file_text()) }</p>
                            <Button icon={IconName::Import} label={env.say(say::file_button())}
                                onclick={env.asking(|| Intent::Show(Some(Window::Import)))} />
                        </div>
                    </section>
                }
                <section class="door">
                    { full_table() }
                    <div>
                        <@{env.heading(1)} class="h-block">{ env.say(say::example_door()) }</@>
                        <p>{ env.say(say::example_text()) }</p>
                        <Button label={env.say(say::example_button())}
                            onclick={env.asking(|| Intent::Show(Some(Window::Examples)))} />
                    </div>
                </section>
            </div>
            <ProjectStep greeting=true />
            <dl class="ahead">
                <dt>{ env.say(say::ahead()) }</dt>
                <dd>{ env.say(say::ahead_map()) }</dd>
                <dd>{ env.say(say::ahead_roles()) }</dd>
                <dd>{ env.say(say::ahead_findings()) }</dd>
            </dl>
        </div>
    }
}
