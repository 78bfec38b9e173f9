//! What the holder of a role undertakes, in plain words, one a line.

use yew::prelude::*;

use super::editor::change;
use crate::edit::{Command, Item, fresh_id};
use crate::i18n::texts::roles as say;
use crate::model::{Commitment, Id, RoleAssignment};
use crate::ui::env::{Env, entropy, use_env};
use crate::ui::widgets::{Button, IconButton, IconName, TextField, focus_id};

/// Id of the field that adds one.
const NEW: &str = "tdt-commitment-new";

/// The commitments of a role, to write; `near` is an element of the same detail.
pub(super) fn commitments(env: &Env, near: &NodeRef, role: &RoleAssignment) -> Html {
    let field = |id: &Id| format!("tdt-{id}-text");
    html! {
        <fieldset class="full commitments">
            <legend class="label">{ env.say(say::commitments()) }</legend>
            if !env.read_only { <p class="help">{ env.say(say::commitments_help()) }</p> }
            <ul class="rows">
                { for role.commitments.iter().enumerate().map(|(place, one)| {
                    let (role_id, id) = (role.id.clone(), one.id.clone());
                    let write = {
                        let (env, role_id, id) = (env.clone(), role_id.clone(), id.clone());
                        Callback::from(move |text: String| {
                            let one = id.clone();
                            change(&env, id.as_str(), &role_id, move |role| {
                                if let Some(found) = role.commitments.find_mut(&one) {
                                    found.text = text;
                                }
                            });
                        })
                    };
                    html! {
                        <li key={id.as_str()}>
                            <TextField id={field(&id)} quiet=true input_class="input-sm" label={env.say(say::commitment_n(place + 1))}
                                value={one.text.clone()} readonly={env.read_only} onchange={write} />
                            if let Some(day) = one.on { <span class="small">{ env.say(say::commitment_on(day.0)) }</span> }
                            if !env.read_only { { remove(env, near, &role.id, one) } }
                        </li>
                    }
                }) }
            </ul>
            if !env.read_only { <Add role={role.id.clone()} /> }
        </fieldset>
    }
}

/// The button that takes a commitment away; the focus goes to the field that adds one.
fn remove(env: &Env, near: &NodeRef, role: &Id, one: &Commitment) -> Html {
    let onclick = {
        let (env, near, role, id) = (env.clone(), near.clone(), role.clone(), one.id.clone());
        Callback::from(move |()| {
            let (role, id) = (role.clone(), id.clone());
            env.change(move |dossier| {
                let mut role = dossier.roles.find(&role)?.as_ref().clone();
                role.commitments.retain(|one| one.id != id);
                Some(Command::Put(Item::Role(role)))
            });
            focus_id(&near, NEW);
        })
    };
    html! {
        <IconButton class="btn-sm" icon={IconName::Trash} label={env.say(say::commitment_remove(one.text.as_str()))} {onclick} />
    }
}

#[derive(Properties, PartialEq)]
struct AddProps {
    role: Id,
}

/// The field that adds a commitment: Enter, and the next one.
#[component]
fn Add(props: &AddProps) -> Html {
    let env = use_env();
    let text = use_state(String::new);
    let add = {
        let (env, text, role) = (env.clone(), text.clone(), props.role.clone());
        Callback::from(move |()| {
            let words = text.trim().to_owned();
            if words.is_empty() {
                return;
            }
            let (role, random, today) = (role.clone(), entropy(), env.today());
            env.change(move |dossier| {
                let id = fresh_id(dossier, "eng", random);
                let mut role = dossier.roles.find(&role)?.as_ref().clone();
                role.commitments.push(Commitment {
                    id,
                    text: words,
                    on: Some(today),
                    ..Commitment::default()
                });
                Some(Command::Put(Item::Role(role)))
            });
            text.set(String::new());
        })
    };
    let onchange = {
        let text = text.clone();
        Callback::from(move |value: String| text.set(value))
    };
    html! {
        <div class="commitment-add">
            <TextField id={NEW} quiet=true label={env.say(say::commitment_new())} placeholder={env.say(say::commitment_example())}
                value={(*text).clone()} {onchange} onenter={Some(add.clone())} />
            <Button class="btn-sm" icon={IconName::Plus} label={env.say(say::commitment_add())} disabled={text.trim().is_empty()} onclick={add} />
        </div>
    }
}
