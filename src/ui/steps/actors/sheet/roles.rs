//! What the actor does in the project, read only: its roles with their commitments, and its letters.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::responsibilities;
use crate::analysis::roles::Time;
use crate::i18n::texts::{actors as say, roles as texts};
use crate::model::{Actor, Letter, RoleAssignment};
use crate::ui::env::{Place, use_data, use_env};
use crate::ui::steps::roles::{period_words, scope_words};
use crate::ui::steps::summary::commitments;
use crate::ui::widgets::{Button, ButtonKind};
use crate::vocabulary::{self, Step};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
}

/// The section; nothing for an actor without role or letter.
#[component]
pub(super) fn Roles(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let (dossier, id) = (&data.dossier, &props.actor.id);
    let roles: Vec<&RoleAssignment> =
        dossier.roles.iter().map(Rc::as_ref).filter(|role| role.actor == *id).collect();
    let today = env.today();
    let (past, held): (Vec<&RoleAssignment>, Vec<&RoleAssignment>) =
        roles.iter().partition(|role| Time::of(role, today) == Time::Ended);
    let lettered = |letter: Letter| -> Vec<String> {
        let functions = dossier.functions.iter().enumerate();
        functions
            .filter(|(_, function)| responsibilities::letters(dossier, &function.id, id).has(letter))
            .map(|(place, function)| format!("F{} · {}", place + 1, function.title))
            .collect()
    };
    let letters: Vec<(Letter, Vec<String>)> = Letter::ALL
        .iter()
        .map(|letter| (*letter, lettered(*letter)))
        .filter(|(_, functions)| !functions.is_empty())
        .collect();
    if roles.is_empty() && letters.is_empty() {
        return Html::default();
    }
    let first = held.first().or(past.first()).map_or_else(
        || Place::step(Step::Roles).at("letters"),
        |role| Place::object(Step::Roles, role.id.clone()),
    );
    html! {
        <section class="sheet-sec">
            <header class="sheet-sec-head">
                <@{env.heading(2)} class="h-cap">{ env.say(vocabulary::step_name(Step::Roles)) }</@>
            </header>
            { for held.iter().map(|role| html! {
                <div class="sheet-role" key={role.id.as_str()}>
                    <p class="small">
                        <b>{ env.say(vocabulary::role(role.role)) }{ " · " }{ scope_words(&env, dossier, role.scope.as_ref()) }</b>
                        if let Some(period) = period_words(role) { { ", " }{ env.say(period) } }
                    </p>
                    if !role.does.is_empty() { <p class="small"><bdi>{ &role.does }</bdi></p> }
                    <div class="small">{ commitments(&env, role) }</div>
                </div>
            }) }
            if !letters.is_empty() {
                <ul class="rows">
                    { for letters.into_iter().map(|(letter, functions)| html! {
                        <li><span><b>{ letter.as_str() }</b>{ " " }{ env.say(vocabulary::letter(letter)) }</span><bdi>{ functions.join(", ") }</bdi></li>
                    }) }
                </ul>
            }
            if !past.is_empty() {
                <p class="small muted">{ env.say(texts::past_title()) }{ "\u{a0}: " }
                    { past.iter().map(|role| {
                        let name = env.say(vocabulary::role(role.role));
                        let period = period_words(role).map(|period| env.say(period)).unwrap_or_default();
                        format!("{name}, {period}")
                    }).collect::<Vec<_>>().join(" · ") }
                </p>
            }
            if env.steps.contains(&Step::Roles) {
                <p><Button kind={ButtonKind::Link} class="small" label={env.say(say::see_roles())} onclick={env.going(first)} /></p>
            }
        </section>
    }
}
