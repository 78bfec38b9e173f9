//! Four columns of cards: who holds each role, and the roles nobody holds yet.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::{card_id, vacant_id};
use super::{Chosen, count_words, period_words, scope_words, vacancy_scope};
use crate::analysis::roles::{RoleState, Time, Vacancy};
use crate::i18n::Arg;
use crate::i18n::texts::roles as say;
use crate::model::{ConditionStatus, Dossier, RoleKind};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, ConditionMark, IconName, KindMark};
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Roles held.
    pub states: Rc<Vec<RoleState>>,
    /// Roles nobody holds.
    pub vacancies: Rc<Vec<Vacancy>>,
    /// The chosen one.
    pub chosen: Option<Chosen>,
    /// Chooses one.
    pub onchoose: Callback<Option<Chosen>>,
}

/// The board.
#[component]
pub fn Board(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    html! {
        <div class="board">
            { for RoleKind::ALL.iter().map(|role| lane(&env, &data.dossier, props, *role)) }
        </div>
    }
}

fn lane(env: &Env, dossier: &Dossier, props: &Props, role: RoleKind) -> Html {
    let held: Vec<&RoleState> = props.states.iter().filter(|state| state.kind == role).collect();
    let vacant: Vec<&Vacancy> = props.vacancies.iter().filter(|vacancy| vacancy.kind == role).collect();
    let id = format!("tdt-lane-{}", role.as_str());
    let active = held.len();
    let title = if role == RoleKind::Lead { vocabulary::role(role) } else { vocabulary::role_plural(role) };
    html! {
        <section class="lane" aria-labelledby={id.clone()} key={role.as_str()}>
            <header class="lane-head">
                <@{env.heading(1)} class="h-block" id={id}>{ env.say(title) }</@>
                <span class="lane-n">{ active }</span>
                <p class="small">{ env.say(vocabulary::role_brief(role)) }</p>
            </header>
            <ul class="lane-list">
                { for held.into_iter().map(|state| card(env, dossier, props, state)) }
                { for vacant.into_iter().map(|vacancy| vacancy_card(env, dossier, props, vacancy)) }
            </ul>
            if !env.read_only {
                <Button kind={ButtonKind::Quiet} id={format!("tdt-give-{}", role.as_str())} class="btn-sm lane-add" icon={IconName::Plus} label={env.say(say::give())}
                    title={env.say(say::give_as(vocabulary::role(role)))}
                    onclick={props.onchoose.reform(move |()| Some(Chosen::New(role)))} />
            }
        </section>
    }
}

fn card(env: &Env, dossier: &Dossier, props: &Props, state: &RoleState) -> Html {
    let Some(role) = dossier.roles.find(&state.role) else { return Html::default() };
    let actor = dossier.actor(&state.actor);
    let chosen = Chosen::Role(state.role.clone());
    let current = props.chosen.as_ref() == Some(&chosen);
    let onclick = props.onchoose.reform(move |_: MouseEvent| (!current).then(|| chosen.clone()));
    let missing: Vec<_> = state
        .conditions
        .iter()
        .filter(|condition| condition.status() == ConditionStatus::Unknown)
        // In a sentence, what stands alone on paper loses its capital.
        .map(|condition| Arg::Text(uncapital(&env.say(condition.code.printed()))))
        .collect();
    let full = state.kind == RoleKind::Lead;
    html! {
        <li key={state.role.to_string()}>
            <button type="button" id={card_id(state)} class="role-card" part="button"
                aria-pressed={if current { "true" } else { "false" }} {onclick}>
                <KindMark kind={actor.and_then(|actor| actor.kind)} />
                <span class="role-name"><bdi>{ actor.map_or("", |actor| actor.name.as_str()) }</bdi></span>
                <span class={classes!("role-marks", full.then_some("wide"))}>
                    <span class="vh">{ count_words(env, state) }</span>
                    { for state.conditions.iter().map(|condition| html! { <ConditionMark status={condition.status()} /> }) }
                    if full { <span class="small">{ env.say(say::met_of(state.decided.met, state.conditions.len())) }</span> }
                </span>
                <span class="role-scope">
                    { scope_words(env, dossier, role.scope.as_ref()) }
                    if state.time == Time::ToCome { <span class="tag">{ " " }{ env.say(say::later()) }</span> }
                </span>
                if let Some(period) = period_words(role).filter(|_| role.ends_on.is_some() || state.time == Time::ToCome) { <span class="role-note small">{ env.say(period) }</span> }
                if !role.does.is_empty() { <span class="role-note role-does small"><bdi>{ &role.does }</bdi></span> }
                if !role.commitments.is_empty() {
                    <span class="role-note small">{ env.say(say::count_commitments(role.commitments.len())) }</span>
                }
                if full && !missing.is_empty() {
                    <span class="role-note small">{ env.say(say::to_find(missing)) }</span>
                }
            </button>
        </li>
    }
}

/// Words whose first letter is small.
fn uncapital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn vacancy_card(env: &Env, dossier: &Dossier, props: &Props, vacancy: &Vacancy) -> Html {
    let chosen = Chosen::of(vacancy);
    let current = props.chosen.as_ref() == Some(&chosen);
    let onclick = props.onchoose.reform(move |_: MouseEvent| (!current).then(|| chosen.clone()));
    let words = if vacancy.candidates == 0 { say::vacant_none() } else { say::vacant(vacancy.candidates) };
    let scope = scope_words(env, dossier, vacancy_scope(vacancy).as_ref());
    html! {
        <li key={format!("vacant-{scope}")}>
            <button type="button" id={vacant_id(vacancy.kind, vacancy_scope(vacancy).as_ref())} class="role-card role-vacant" part="button"
                aria-pressed={if current { "true" } else { "false" }} {onclick}>
                <svg class="hole" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M2 4h20v16H2z" /></svg>
                <span class="role-name">{ scope }</span>
                <span class="role-scope">{ env.say(words) }</span>
            </button>
        </li>
    }
}
