//! Moving the keyboard focus.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};
use yew::prelude::*;

/// Runs `work` once the current rendering is done and painted.
pub fn after_render(work: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(0, work).forget();
}

/// Focuses the element that bears `id` in the same shadow root as `near`, once it is rendered.
pub fn focus_id(near: &NodeRef, id: impl Into<String>) {
    let root = |near: &NodeRef| near.get()?.get_root_node().dyn_into::<ShadowRoot>().ok();
    let (near, id) = (near.clone(), id.into());
    // Looked for now where it can be: `near` may be gone from the page by then.
    let now = root(&near);
    after_render(move || {
        let found = now.or_else(|| root(&near)).and_then(|root| root.get_element_by_id(&id));
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.focus().ok();
        }
    });
}

/// Focuses a node each time `key` changes, but not at first.
#[hook]
pub fn use_focus_on_change<K: PartialEq + 'static>(node: NodeRef, key: K) {
    let first = use_mut_ref(|| true);
    use_effect_with(key, move |_| {
        if std::mem::take(&mut *first.borrow_mut()) {
            return;
        }
        if let Some(element) = node.cast::<HtmlElement>() {
            element.focus().ok();
        }
    });
}
