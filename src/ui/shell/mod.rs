//! The frame around a step: top bar, rail, drawer, and their narrow forms.

mod bar;
mod drawer;
mod findings;
mod frame;
mod rail;
mod status;
mod stepbar;
mod toasts;

use yew::{Html, html};

pub use findings::FindingCard;
pub use frame::Frame;
pub use status::{SaveState, Saving};
pub use toasts::Toast;

/// The drawer of the current step.
pub fn drawer() -> Html {
    html! { <drawer::Drawer /> }
}

/// Passing messages.
pub fn toasts(toasts: Vec<Toast>) -> Html {
    html! { <toasts::Toasts {toasts} /> }
}
