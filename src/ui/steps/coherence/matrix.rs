//! The signed matrix of actors and objectives, and the pool of partners of an objective.

use yew::prelude::*;

/// The view.
#[component]
pub(super) fn Matrix() -> Html {
    Html::default()
}
