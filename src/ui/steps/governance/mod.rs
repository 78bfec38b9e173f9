//! Governance: bodies, seats, votes and their balance.

use yew::prelude::*;

/// The view.
#[component]
pub fn GovernanceStep() -> Html {
    Html::default()
}
