//! Moving the keyboard focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

use super::late::{after_frame, after_render};

/// How often an element that is not there yet is looked for again, a frame each: on a slow machine a screen may follow
/// late.
const LOOKS: u32 = 60;

/// Focuses the element that bears `id` in the same shadow root as `near`, once it is rendered, unless the person has
/// gone elsewhere meanwhile.
pub fn focus_id(near: &NodeRef, id: impl Into<String>) {
    let root = |near: &NodeRef| near.get()?.get_root_node().dyn_into::<ShadowRoot>().ok();
    let (near, id) = (near.clone(), id.into());
    // Looked for now where it can be: `near` may be gone from the page by then.
    let now = root(&near);
    after_render(move || {
        if let Some(root) = now.or_else(|| root(&near)) {
            let held = root.active_element();
            look(root, id, held, LOOKS);
        }
    });
}

/// Focuses the element, or looks again at the next frame while the focus stays where it was.
fn look(root: ShadowRoot, id: String, held: Option<Element>, left: u32) {
    if let Some(element) = root.get_element_by_id(&id) {
        if let Ok(element) = element.dyn_into::<HtmlElement>() {
            element.focus().ok();
        }
    } else if left > 0 && root.is_connected() && root.active_element() == held {
        after_frame(move || look(root, id, held, left - 1));
    }
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
