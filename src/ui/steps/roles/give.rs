//! The form that gives a role, with its candidates side by side.

use yew::prelude::*;

use super::Chosen;
use super::compare::Compare;
use super::editor::{actors, scope_of, scopes};
use crate::edit::{Command, Item, fresh_id};
use crate::i18n::texts::roles as say;
use crate::model::{Id, RoleAssignment, RoleKind};
use crate::ui::env::{entropy, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, IconButton, IconName, SelectField};
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub struct GiveProps {
    /// Role to give.
    pub role: RoleKind,
    /// Chooses something else.
    pub onchoose: Callback<Option<Chosen>>,
}

/// The form that gives a role: an actor, and on what.
#[component]
pub fn Give(props: &GiveProps) -> Html {
    let env = use_env();
    let data = use_data();
    let actor = use_state(String::new);
    let scope = use_state(String::new);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.role, move |_| crate::ui::widgets::focus_id(&node, "tdt-give-actor"));
    }
    let give = {
        let (env, actor, scope, onchoose, role) =
            (env.clone(), actor.clone(), scope.clone(), props.onchoose.clone(), props.role);
        Callback::from(move |()| {
            if actor.is_empty() {
                return;
            }
            let id = fresh_id(&data.dossier, "rol", entropy());
            let assignment = RoleAssignment {
                id: id.clone(),
                actor: Id::from(actor.as_str()),
                role,
                scope: scope_of(&scope),
                ..RoleAssignment::default()
            };
            env.run(Command::Put(Item::Role(assignment)));
            onchoose.emit(Some(Chosen::Role(id)));
        })
    };
    let data = use_data();
    let setter = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value: String| state.set(value))
    };
    html! {
        <section class="sec-thick role-give" ref={node}>
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::give_as(vocabulary::role(props.role))) }</@>
                <div class="push">
                    <IconButton icon={IconName::Close} label={env.say(say::close_editor())}
                        onclick={props.onchoose.reform(|()| None)} />
                </div>
            </header>
            <p class="muted">{ env.say(vocabulary::role_does(props.role)) }</p>
            <div class="fields">
                <SelectField id="tdt-give-actor" label={env.say(say::actor())} options={actors(&data.dossier, &env)}
                    none={env.say(say::choose_actor())} value={(*actor).clone()} onchange={setter(&actor)} />
                <SelectField id="tdt-give-scope" label={env.say(say::scope())} options={scopes(&env, &data.dossier)}
                    none={env.say(say::whole())} value={(*scope).clone()} onchange={setter(&scope)} />
            </div>
            <p class="acts">
                <Button kind={ButtonKind::Primary} label={env.say(say::give())} disabled={actor.is_empty()} onclick={give} />
            </p>
            <Compare role={props.role} scope={scope_of(&scope)} beside={None::<Id>} within=true
                onchoose={props.onchoose.clone()} />
        </section>
    }
}
