//! Positions and alliances: who holds the decision, who converges with whom, and how far that can be trusted.

use yew::prelude::*;

/// The view.
#[component]
pub(super) fn Alliances() -> Html {
    Html::default()
}
