//! The key functions the actor could hold.

use yew::prelude::*;

use super::section::{Part, PartProps, head, to_say};
use crate::i18n::texts::{actors as say, shell};
use crate::ui::env::{Place, use_data, use_env};
use crate::ui::steps::actors::hand::Hand;
use crate::ui::widgets::{Button, ButtonKind};
use crate::vocabulary::Step;

#[component]
pub(super) fn Functions(props: &PartProps) -> Html {
    let env = use_env();
    let data = use_data();
    let all = &data.dossier.functions;
    let held = |id: &crate::model::Id| props.actor.capabilities.contains(id);
    let named = |index: usize, title: &str| {
        let code = env.say(say::function_code(index + 1));
        html! { <><span class="code">{ code }</span>{ " " }<bdi>{ title.to_owned() }</bdi></> }
    };
    if all.is_empty() {
        return html! {
            <section class="sheet-sec">
                <header class="sheet-sec-head"><@{env.heading(2)} class="h-cap">{ env.say(say::functions()) }</@></header>
                <p class="small">{ env.say(say::no_function()) }</p>
                if !env.read_only {
                    <p><Button kind={ButtonKind::Link} class="small" label={env.say(say::write_functions())}
                        onclick={env.going(Place::step(Step::Project).at("functions"))} /></p>
                }
            </section>
        };
    }
    let toggle = |id: &crate::model::Id| {
        let (hand, id) = (Hand::new(&env, &props.actor.id), id.clone());
        Callback::from(move |_: MouseEvent| {
            let id = id.clone();
            hand.set(move |actor| {
                if actor.capabilities.contains(&id) {
                    actor.capabilities.retain(|one| *one != id);
                } else {
                    actor.capabilities.push(id);
                }
            });
        })
    };
    html! {
        <section class="sheet-sec">
            { head(&env, props, Part::Functions, say::functions(), shell::edit(), "tdt-a-f0") }
            if props.open {
                <ul class="chips">
                    { for all.iter().enumerate().map(|(index, function)| html! {
                        <li key={function.id.as_str()}>
                            <button type="button" class="chip" part="button" id={format!("tdt-a-f{index}")}
                                aria-pressed={if held(&function.id) { "true" } else { "false" }}
                                onclick={toggle(&function.id)}>
                                { env.say(say::function_code(index + 1)) }{ " " }<bdi>{ &function.title }</bdi>
                            </button>
                        </li>
                    }) }
                </ul>
            } else if all.iter().any(|function| held(&function.id)) {
                <ul>
                    { for all.iter().enumerate().filter(|(_, function)| held(&function.id)).map(|(index, function)| html! {
                        <li class="with-mark" key={function.id.as_str()}>{ named(index, &function.title) }</li>
                    }) }
                </ul>
            } else {
                <p>{ to_say(&env, props, Part::Functions, &env.say(say::functions()), "tdt-a-f0") }</p>
            }
        </section>
    }
}
