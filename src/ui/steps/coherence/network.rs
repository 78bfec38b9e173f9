//! The ties between actors: who bridges whom, and what breaks if one leaves.

use yew::prelude::*;

/// The view.
#[component]
pub(super) fn Network() -> Html {
    Html::default()
}
