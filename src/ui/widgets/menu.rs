//! A menu button: a list of actions that opens under it.

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, Node};
use yew::prelude::*;

use super::icon::{Icon, IconName};

/// An action of a menu.
#[derive(Clone, PartialEq)]
pub struct MenuEntry {
    /// Words.
    pub label: AttrValue,
    /// Icon.
    pub icon: Option<IconName>,
    /// Starts a new group.
    pub apart: bool,
    /// Also a button beside the menu, where there is room for it.
    pub beside: bool,
    /// What it does.
    pub act: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Id of the list.
    pub id: AttrValue,
    /// Accessible name of the button.
    pub label: AttrValue,
    /// Icon of the button.
    #[prop_or(IconName::More)]
    pub icon: IconName,
    /// Entries.
    pub entries: Vec<MenuEntry>,
}

/// Gives the focus to the button that opens the menu.
fn back_to_button(wrap: &NodeRef) {
    let button = wrap.cast::<HtmlElement>().and_then(|wrap| wrap.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.focus().ok();
    }
}

/// A disclosure button with a list of buttons: it needs no arrow keys, Tab is enough.
#[component]
pub fn Menu(props: &Props) -> Html {
    let open = use_state(|| false);
    let wrap = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onfocusout = {
        let (open, wrap) = (open.clone(), wrap.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            let inside = wrap.get().is_some_and(|wrap| wrap.contains(next.as_ref()));
            if !inside && next.is_some() {
                open.set(false);
            }
        })
    };
    let onkeydown = {
        let (open, wrap) = (open.clone(), wrap.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                open.set(false);
                back_to_button(&wrap);
            }
        })
    };
    html! {
        <div class="menu-wrap" ref={wrap.clone()} {onfocusout} {onkeydown}>
            <button type="button" class="btn btn-icon btn-quiet" part="button" aria-label={props.label.clone()}
                title={props.label.clone()} aria-expanded={if *open { "true" } else { "false" }}
                aria-controls={props.id.clone()} onclick={toggle}>
                <Icon name={props.icon} />
            </button>
            if *open {
                <ul class="menu" id={props.id.clone()}>
                    { for props.entries.iter().map(|entry| {
                        let onclick = {
                            let (act, open, wrap) = (entry.act.clone(), open.clone(), wrap.clone());
                            Callback::from(move |_: MouseEvent| {
                                open.set(false);
                                // A dialog gives the focus back to where it was when it opened.
                                back_to_button(&wrap);
                                act.emit(());
                            })
                        };
                        html! {
                            <>
                                if entry.apart { <li class="menu-sep" role="separator"></li> }
                                <li class={entry.beside.then_some("menu-beside")}>
                                    <button type="button" class="menu-item" part="button" {onclick}>
                                        if let Some(name) = entry.icon { <Icon {name} /> }
                                        { &entry.label }
                                    </button>
                                </li>
                            </>
                        }
                    }) }
                </ul>
            }
        </div>
    }
}
