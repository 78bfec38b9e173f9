//! Free labels.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::texts::{actors as say, shell};
use crate::model::Actor;
use crate::ui::env::use_env;
use crate::ui::steps::actors::hand::Hand;
use crate::ui::widgets::{Icon, IconName, focus_id};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
}

#[component]
pub(super) fn Tags(props: &Props) -> Html {
    let env = use_env();
    let text = use_state(String::new);
    let root = use_node_ref();
    let hand = Hand::new(&env, &props.actor.id);
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                text.set(input.value());
            }
        })
    };
    let enter: Rc<dyn Fn()> = {
        let (text, hand) = (text.clone(), hand.clone());
        Rc::new(move || {
            let words: Vec<String> = text
                .split([',', ';'])
                .map(|word| word.trim().to_owned())
                .filter(|word| !word.is_empty())
                .collect();
            if words.is_empty() {
                return;
            }
            text.set(String::new());
            hand.set(move |actor| {
                for word in words {
                    if !actor.tags.contains(&word) {
                        actor.tags.push(word);
                    }
                }
            });
        })
    };
    let onkeydown = {
        let enter = Rc::clone(&enter);
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                enter();
            }
        })
    };
    // A label left in its field is a label all the same.
    let onblur = Callback::from(move |_: FocusEvent| enter());
    html! {
        <div class="field" ref={root.clone()}>
            <label class="label" for="tdt-a-tag">
                { env.say(say::tags()) }<span class="opt">{ " " }{ env.say(shell::optional()) }</span>
            </label>
            if !props.actor.tags.is_empty() {
                <ul class="chips">
                    { for props.actor.tags.iter().map(|tag| {
                        let label = env.say(say::remove_one(tag.as_str()));
                        let onclick = {
                            let (hand, tag, root) = (hand.clone(), tag.clone(), root.clone());
                            Callback::from(move |_: MouseEvent| {
                                let tag = tag.clone();
                                hand.set(move |actor| actor.tags.retain(|one| *one != tag));
                                focus_id(&root, "tdt-a-tag");
                            })
                        };
                        html! {
                            <li class="chip" key={tag.as_str()}>
                                <bdi>{ tag }</bdi>
                                <button type="button" class="chip-x" part="button" title={label.clone()} aria-label={label}
                                    {onclick}><Icon name={IconName::Close} small=true /></button>
                            </li>
                        }
                    }) }
                </ul>
            }
            <input id="tdt-a-tag" class="input" part="input" dir="auto" autocomplete="off" maxlength="200"
                placeholder={env.say(say::tag_example())} value={(*text).clone()} {oninput} {onkeydown} {onblur} />
        </div>
    }
}
