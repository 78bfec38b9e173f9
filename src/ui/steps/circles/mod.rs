//! Circles: a first group, and how it widens.

use yew::prelude::*;

/// The view.
#[component]
pub fn CirclesStep() -> Html {
    Html::default()
}
