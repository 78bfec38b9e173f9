//! What can be done to several actors at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::hand::{change_all, set_kind};
use super::state::{Act, View};
use crate::edit::{Command, Kind};
use crate::i18n::texts::{actors as say, shell};
use crate::model::{Actor, ActorKind, Id, List, Territory};
use crate::ui::env::{Intent, Window, use_env};
use crate::ui::widgets::{Button, Icon, IconName, SelectOption};
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) selected: Rc<BTreeSet<Id>>,
    pub(super) territories: List<Territory>,
    pub(super) act: UseReducerDispatcher<View>,
    /// Called once the selected actors are deleted.
    pub(super) ondeleted: Callback<()>,
}

#[component]
pub(super) fn SelectionBar(props: &Props) -> Html {
    let env = use_env();
    let tag = use_state(String::new);
    let ids: Vec<Id> = props.selected.iter().cloned().collect();
    let delete = {
        let (env, ids, act, done) = (env.clone(), ids.clone(), props.act.clone(), props.ondeleted.clone());
        Callback::from(move |()| {
            env.run(Command::Remove { kind: Kind::Actor, ids: ids.clone() });
            act.dispatch(Act::Unselect);
            done.emit(());
        })
    };
    let to_all = |change: Rc<dyn Fn(&mut Actor, &str)>| {
        let (env, ids) = (env.clone(), ids.clone());
        Callback::from(move |word: String| {
            let change = Rc::clone(&change);
            change_all(&env, ids.clone(), move |actor| {
                let mut changed = actor.clone();
                change(&mut changed, &word);
                (changed != *actor).then_some(changed)
            });
        })
    };
    let give_kind = {
        let env = env.clone();
        to_all(Rc::new(move |actor, word| set_kind(&env, actor, ActorKind::from_word(word))))
    };
    let give_place = to_all(Rc::new(|actor, word| {
        let id = Id::from(word);
        if !actor.territories.contains(&id) {
            actor.territories.push(id);
        }
    }));
    let give_tag = {
        let give = to_all(Rc::new(|actor, word| {
            if !actor.tags.iter().any(|known| known == word) {
                actor.tags.push(word.to_owned());
            }
        }));
        let tag = tag.clone();
        Callback::from(move |()| {
            let word = tag.trim().to_owned();
            if !word.is_empty() {
                give.emit(word);
                tag.set(String::new());
            }
        })
    };
    let ontag = {
        let tag = tag.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                tag.set(input.value());
            }
        })
    };
    let onenter = {
        let give = give_tag.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                give.emit(());
            }
        })
    };
    let kinds: Vec<SelectOption> = ActorKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.as_str(), env.say(vocabulary::kind(*kind))))
        .collect();
    let places: Vec<SelectOption> =
        props.territories.iter().map(|one| SelectOption::new(one.id.to_string(), one.name.clone())).collect();
    let send = {
        let ids = ids.clone();
        env.asking(move || Intent::Show(Some(Window::Sheets(ids.clone()))))
    };
    let leave = {
        let act = props.act.clone();
        Callback::from(move |()| act.dispatch(Act::Unselect))
    };
    html! {
        <div class="selbar" role="group" aria-label={env.say(say::selection())}>
            <b role="status">{ env.say(say::chosen(ids.len())) }</b>
            <Pick id="tdt-sel-kind" label={env.say(say::give_kind())} options={kinds} onchange={give_kind} />
            if !places.is_empty() {
                <Pick id="tdt-sel-place" label={env.say(say::give_place())} options={places} onchange={give_place} />
            }
            <label class="vh" for="tdt-sel-tag">{ env.say(say::give_tag()) }</label>
            <input class="input input-sm" id="tdt-sel-tag" part="input" placeholder={env.say(say::give_tag())} dir="auto"
                autocomplete="off" value={(*tag).clone()} oninput={ontag} onkeydown={onenter} />
            <Button class="btn-sm" label={env.say(shell::add())} title={env.say(say::give_tag())} onclick={give_tag} />
            if !env.no_export {
                <Button class="btn-sm" label={env.say(say::send_sheets())} icon={IconName::Export} onclick={send} />
            }
            <Button class="btn-sm push" label={env.say(shell::delete())} icon={IconName::Trash} onclick={delete} />
            <Button class="btn-sm" label={env.say(say::unselect())} onclick={leave} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PickProps {
    id: &'static str,
    label: AttrValue,
    options: Vec<SelectOption>,
    onchange: Callback<String>,
}

/// A list that acts at once and goes back to its invitation.
#[component]
fn Pick(props: &PickProps) -> Html {
    let onchange = {
        let give = props.onchange.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
                let value = select.value();
                select.set_value("");
                if !value.is_empty() {
                    give.emit(value);
                }
            }
        })
    };
    html! {
        <>
            <label class="vh" for={props.id}>{ &props.label }</label>
            <span class="select select-sm">
                <select id={props.id} class="input input-sm" part="input" {onchange}>
                    <option value="" selected=true>{ &props.label }</option>
                    { for props.options.iter().map(|option| html! {
                        <option value={option.value.clone()}>{ &option.label }</option>
                    }) }
                </select>
                <Icon name={IconName::ChevronDown} />
            </span>
        </>
    }
}
