//! What waits for a rendering or for a frame; what may come a frame later than a keystroke: pictures and summaries
//! beside the field where one types.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// Runs `work` once the current rendering is done and painted.
pub fn after_render(work: impl FnOnce() + 'static) {
    Timeout::new(0, work).forget();
}

/// Runs `work` once the next frame is drawn; where no frame is asked for, in a hidden page, when it is shown again.
pub fn after_frame(work: impl FnOnce() + 'static) {
    let frame = Closure::once_into_js(move || after_render(work));
    if let Some(window) = web_sys::window() {
        window.request_animation_frame(frame.unchecked_ref()).ok();
    }
}

/// The value as it last was on a frame of its own: a new one is taken over after the frame that shows the keystroke,
/// and several that came meanwhile are one.
#[hook]
pub fn use_late<T: Clone + PartialEq + 'static>(now: T) -> T {
    let shown = use_state(|| now.clone());
    // The newest value, and whether a frame is awaited.
    let newest = use_mut_ref(|| (now.clone(), false));
    let mut held = newest.borrow_mut();
    held.0 = now;
    if held.0 != *shown && !held.1 {
        held.1 = true;
        let (shown, newest) = (shown.clone(), std::rc::Rc::clone(&newest));
        after_frame(move || {
            let value = {
                let mut held = newest.borrow_mut();
                held.1 = false;
                held.0.clone()
            };
            shown.set(value);
        });
    }
    drop(held);
    (*shown).clone()
}

/// The value as it was when it last stood still for `quiet` milliseconds: for what takes so long to draw that the next
/// keystroke would wait for it.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(now: T, quiet: u32) -> T {
    let shown = use_state(|| now.clone());
    let wait = use_mut_ref(|| None::<Timeout>);
    {
        let (shown, value) = (shown.clone(), now.clone());
        use_effect_with(now, move |_| {
            // Starting again drops the wait before.
            *wait.borrow_mut() = (*shown != value).then(|| Timeout::new(quiet, move || shown.set(value)));
        });
    }
    (*shown).clone()
}
