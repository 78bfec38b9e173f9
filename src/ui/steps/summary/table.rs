//! The role table: which partnership, who, which role, which conditions; then who answers for what, and past roles.

use yew::prelude::*;

use crate::analysis::Index;
use crate::analysis::responsibilities::{self, Row};
use crate::analysis::roles::{self, RoleState};
use crate::i18n::texts::{responsibilities as letters, roles as say};
use crate::model::{Commitment, ConditionStatus, Dossier, Id, Letter, RoleAssignment, RoleKind};
use crate::ui::env::Env;
use crate::ui::steps::roles::{period_words, scope_words, status_word};
use crate::ui::widgets::ConditionMark;
use crate::vocabulary;

/// The roles of a document, those of one actor where it is named.
pub(super) struct Roles {
    /// Held, or to come.
    pub(super) held: Vec<RoleState>,
    /// Over.
    pub(super) past: Vec<RoleState>,
}

impl Roles {
    /// Reads them.
    pub(super) fn of(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> Self {
        let states = roles::states(dossier, env.today()).into_iter();
        let (held, past) = states
            .filter(|state| actor.is_none_or(|actor| state.actor == *actor))
            .partition(|state| state.counts);
        Self { held, past }
    }
}

/// The table of the roles held, with its legend.
pub fn role_table(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> Html {
    let held = Roles::of(env, dossier, actor).held;
    if held.is_empty() {
        return html! { <p class="muted">{ env.say(say::sheet_empty()) }</p> };
    }
    html! {
        <>
            <table class="sp-table">
                <caption class="vh">{ env.say(say::sheet_title()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::sheet_which()) }</th>
                        <th scope="col">{ env.say(say::sheet_actors()) }</th>
                        <th scope="col">{ env.say(say::sheet_role()) }</th>
                        <th scope="col">{ env.say(say::sheet_exercise()) }</th>
                    </tr>
                </thead>
                { for RoleKind::ALL.iter().filter_map(|kind| {
                    let of_kind: Vec<&RoleState> = held.iter().filter(|state| state.kind == *kind).collect();
                    (!of_kind.is_empty()).then(|| html! {
                        <tbody key={kind.as_str()}>
                            { for of_kind.iter().enumerate().map(|(index, state)| {
                                row(env, dossier, *kind, state, (index == 0).then_some(of_kind.len()))
                            }) }
                        </tbody>
                    })
                }) }
            </table>
            <footer class="sp-legend">
                <ul class="legend-inline">
                    { for [ConditionStatus::Met, ConditionStatus::NotMet, ConditionStatus::Unknown].into_iter().map(|status| html! {
                        <li><ConditionMark {status} />{ " " }{ env.say(status_word(status)) }</li>
                    }) }
                </ul>
            </footer>
        </>
    }
}

fn row(env: &Env, dossier: &Dossier, kind: RoleKind, state: &RoleState, first: Option<usize>) -> Html {
    let Some(role) = dossier.roles.find(&state.role) else { return Html::default() };
    let name = dossier.actor(&state.actor).map_or("", |actor| actor.name.as_str());
    let title = if kind == RoleKind::Lead { vocabulary::role(kind) } else { vocabulary::role_plural(kind) };
    html! {
        <tr key={state.role.to_string()}>
            if let Some(span) = first {
                <th scope="rowgroup" rowspan={span.to_string()}>
                    <b>{ env.say(title) }</b><span>{ env.say(vocabulary::role_brief(kind)) }</span>
                </th>
            }
            <th scope="row">
                <bdi>{ name }</bdi>
                // A page of its own may begin here, without the cell that names the role.
                if first.is_none() { <span class="on-paper sp-does">{ env.say(vocabulary::role(kind)) }</span> }
            </th>
            <td data-label={env.say(say::sheet_role())}>{ charge(env, dossier, role) }</td>
            <td data-label={env.say(say::sheet_exercise())}>
                <ul class="sp-conds">
                    { for state.conditions.iter().map(|condition| html! {
                        <li>
                            <ConditionMark status={condition.status()} label={env.say(status_word(condition.status()))} />
                            <span>
                                { env.say(condition.code.printed()) }
                                if !condition.evidence.is_empty() { <>{ "\u{a0}: " }<bdi>{ &condition.evidence }</bdi></> }
                            </span>
                        </li>
                    }) }
                </ul>
            </td>
        </tr>
    }
}

/// What a role bears on, when, what its holder answers for and undertakes.
fn charge(env: &Env, dossier: &Dossier, role: &RoleAssignment) -> Html {
    html! {
        <>
            <b>{ scope_words(env, dossier, role.scope.as_ref()) }</b>
            if let Some(period) = period_words(role) { <span class="sp-does">{ env.say(period) }</span> }
            if !role.does.is_empty() { <bdi class="sp-does">{ &role.does }</bdi> }
            { commitments(env, role) }
        </>
    }
}

/// The commitments of a role, each with its day.
pub(in crate::ui) fn commitments(env: &Env, role: &RoleAssignment) -> Html {
    let line = |one: &Commitment| match one.on {
        Some(day) => env.say(say::commitment_said(one.text.trim_end_matches('.'), say::commitment_on(day.0))),
        None => one.text.clone().into(),
    };
    if role.commitments.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <span class="sp-does">{ env.say(say::commitments()) }{ "\u{a0}:" }</span>
            <ul class="sp-list">{ for role.commitments.iter().map(|one| html! { <li>{ "– " }<bdi>{ line(one) }</bdi></li> }) }</ul>
        </>
    }
}

/// Who answers for each key function, does it, is consulted and informed, by name; nothing where there is no letter.
/// For one actor, its own letters alone: its sheet may be handed to it.
pub(super) fn letters_table(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> Html {
    let found = responsibilities::of(&Index::of(dossier, env.today()));
    let place_of = actor.and_then(|id| dossier.actors.position_of(id));
    let rows: Vec<(usize, &Row)> = found
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.lines.is_empty() && place_of.is_none_or(|place| !row.of(place).is_empty()))
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    // R, A, C, I in the file; on paper, who answers comes first.
    let columns = [
        (Letter::Accountable, letters::sheet_a()),
        (Letter::Responsible, letters::sheet_r()),
        (Letter::Consulted, letters::sheet_c()),
        (Letter::Informed, letters::sheet_i()),
    ];
    html! {
        <>
            <h3 class="sp-h">{ env.say(letters::sheet_title()) }</h3>
            <table class="sp-table sp-letters">
                <caption class="vh">{ env.say(letters::sheet_title()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(letters::function()) }</th>
                        { for columns.iter().map(|(_, label)| html! { <th scope="col">{ env.say(label) }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.into_iter().map(|(place, row)| {
                        let title = dossier.functions.get(place).map_or("", |function| function.title.as_str());
                        html! {
                            <tr key={row.function.as_str()}>
                                <th scope="row"><bdi>{ format!("F{} · {title}", place + 1) }</bdi></th>
                                { for columns.iter().map(|(letter, label)| {
                                    let names: Vec<&str> = row
                                        .with(*letter)
                                        .filter(|other| place_of.is_none_or(|place| place == *other))
                                        .filter_map(|place| dossier.actors.get(place))
                                        .map(|actor| actor.name.as_str())
                                        .collect();
                                    html! { <td data-label={env.say(label)}><bdi>{ names.join(", ") }</bdi></td> }
                                }) }
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </>
    }
}

/// Roles that are over, apart: nothing where there is none.
pub(super) fn past_table(env: &Env, dossier: &Dossier, past: &[RoleState]) -> Html {
    if past.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="sp-h">{ env.say(say::past_title()) }</h3>
            <table class="sp-table">
                <caption class="vh">{ env.say(say::past_title()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::sheet_which()) }</th>
                        <th scope="col">{ env.say(say::sheet_actors()) }</th>
                        <th scope="col">{ env.say(say::sheet_role()) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for past.iter().filter_map(|state| {
                        let role = dossier.roles.find(&state.role)?;
                        let name = dossier.actor(&state.actor).map_or("", |actor| actor.name.as_str());
                        Some(html! {
                            <tr key={state.role.to_string()}>
                                <th scope="row">{ env.say(vocabulary::role(state.kind)) }</th>
                                <td data-label={env.say(say::sheet_actors())}><bdi>{ name }</bdi></td>
                                <td data-label={env.say(say::sheet_role())}>{ charge(env, dossier, role) }</td>
                            </tr>
                        })
                    }) }
                </tbody>
            </table>
        </>
    }
}
