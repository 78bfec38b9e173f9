//! Where each actor stands: all its roles, with the conditions met, not met and unknown.

use std::rc::Rc;

use yew::prelude::*;

use super::{Chosen, scope_words};
use crate::analysis::roles::RoleState;
use crate::i18n::texts::roles as say;
use crate::model::Id;
use crate::ui::env::{use_data, use_env};
use crate::ui::widgets::KindMark;
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Roles held.
    pub states: Rc<Vec<RoleState>>,
    /// Chooses a role.
    pub onchoose: Callback<Option<Chosen>>,
}

/// The table.
#[component]
pub fn Standing(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = &data.dossier;
    // In the order of the actors, so that the table can be read beside theirs.
    let rows: Vec<(Id, Vec<&RoleState>)> = dossier
        .actors
        .iter()
        .map(|actor| {
            (actor.id.clone(), props.states.iter().filter(|state| state.actor == actor.id).collect())
        })
        .filter(|(_, states): &(Id, Vec<&RoleState>)| !states.is_empty())
        .collect();
    html! {
        <section class="sec-thick">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::where_it_stands()) }</@>
                <p class="small">{ env.say(say::where_help()) }</p>
            </header>
            <table class="table stack" part="list">
                <caption class="vh">{ env.say(say::where_it_stands()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::actor()) }</th>
                        <th scope="col">{ env.say(say::role()) }</th>
                        <th scope="col" class="num">{ env.say(say::met()) }</th>
                        <th scope="col" class="num">{ env.say(say::not_met()) }</th>
                        <th scope="col" class="num">{ env.say(say::unknown()) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.into_iter().flat_map(|(id, states)| {
                        let actor = dossier.actor(&id);
                        let span = states.len();
                        states.into_iter().enumerate().map(|(index, state)| {
                            let chosen = Chosen::Role(state.role.clone());
                            let open = props.onchoose.reform(move |_: MouseEvent| Some(chosen.clone()));
                            let scope = dossier.roles.find(&state.role).and_then(|role| role.scope.clone());
                            html! {
                                <tr part="item" key={state.role.to_string()}>
                                    if index == 0 {
                                        <th scope="row" rowspan={span.to_string()}>
                                            <span class="with-mark">
                                                <KindMark kind={actor.and_then(|actor| actor.kind)} size=19 />
                                                <bdi>{ actor.map_or("", |actor| actor.name.as_str()) }</bdi>
                                            </span>
                                        </th>
                                    }
                                    <td>
                                        <button type="button" class="link" part="button" onclick={open}>
                                            { env.say(vocabulary::role(state.kind)) }{ " · " }
                                            { scope_words(&env, dossier, scope.as_ref()) }
                                        </button>
                                    </td>
                                    <td class="num" data-label={env.say(say::met())}>{ state.decided.met }</td>
                                    <td class="num" data-label={env.say(say::not_met())}>{ state.decided.not_met }</td>
                                    <td class="num" data-label={env.say(say::unknown())}>{ state.decided.unknown }</td>
                                </tr>
                            }
                        }).collect::<Vec<_>>()
                    }) }
                </tbody>
            </table>
        </section>
    }
}
