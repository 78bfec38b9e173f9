//! Roles that are over, folded: kept with their dates, to be looked at or opened again.

use yew::prelude::*;

use super::desk::card_id;
use super::editor::end;
use super::{Chosen, period_words, scope_words};
use crate::analysis::roles::RoleState;
use crate::i18n::texts::roles as say;
use crate::model::Dossier;
use crate::ui::env::Env;
use crate::ui::widgets::{Button, ButtonKind, KindMark, focus_id};
use crate::vocabulary;

/// Id of what unfolds the list.
pub(super) const PAST: &str = "tdt-past-roles";

/// The folded list.
///
/// `panel` is near the board, where the focus goes with a role that is opened again.
pub(super) fn past(
    env: &Env,
    dossier: &Dossier,
    states: &[RoleState],
    onchoose: &Callback<Option<Chosen>>,
    panel: &NodeRef,
) -> Html {
    html! {
        <details class="more past-roles">
            <summary id={PAST}>{ env.say(say::past_title()) }{ " " }<span class="pill">{ states.len() }</span></summary>
            <div class="more-body">
                <p class="small">{ env.say(say::past_help()) }</p>
                <table class="table stack" part="list">
                    <caption class="vh">{ env.say(say::past_title()) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ env.say(say::actor()) }</th>
                            <th scope="col">{ env.say(say::role()) }</th>
                            <th scope="col">{ env.say(say::dates()) }</th>
                            if !env.read_only { <th scope="col"><span class="vh">{ env.say(say::reopen()) }</span></th> }
                        </tr>
                    </thead>
                    <tbody>{ for states.iter().map(|state| line(env, dossier, state, onchoose, panel)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn line(
    env: &Env,
    dossier: &Dossier,
    state: &RoleState,
    onchoose: &Callback<Option<Chosen>>,
    panel: &NodeRef,
) -> Html {
    let Some(role) = dossier.roles.find(&state.role) else { return Html::default() };
    let actor = dossier.actor(&state.actor);
    let name = actor.map_or("", |actor| actor.name.as_str());
    let chosen = Chosen::Role(state.role.clone());
    let open = onchoose.reform(move |_: MouseEvent| Some(chosen.clone()));
    let reopen = {
        let (env, id, panel, card) = (env.clone(), state.role.clone(), panel.clone(), card_id(state));
        Callback::from(move |()| {
            end(&env, &id, None);
            focus_id(&panel, card.clone());
        })
    };
    html! {
        <tr part="item" key={state.role.to_string()}>
            <th scope="row">
                <span class="with-mark"><KindMark kind={actor.and_then(|actor| actor.kind)} size=19 /><bdi>{ name }</bdi></span>
            </th>
            <td>
                <button type="button" id={card_id(state)} class="link" part="button" onclick={open}>
                    { env.say(vocabulary::role(state.kind)) }{ " · " }{ scope_words(env, dossier, role.scope.as_ref()) }
                </button>
                if !role.does.is_empty() { <span class="small past-does"><bdi>{ &role.does }</bdi></span> }
            </td>
            <td>if let Some(period) = period_words(role) { { env.say(period) } }</td>
            if !env.read_only {
                <td class="row-acts">
                    <Button kind={ButtonKind::Quiet} class="btn-sm" label={env.say(say::reopen())}
                        title={env.say(say::reopen_of(name, vocabulary::role(state.kind)))} onclick={reopen} />
                </td>
            }
        </tr>
    }
}
