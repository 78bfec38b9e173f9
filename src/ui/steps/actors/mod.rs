//! shim
use yew::prelude::*;
/// The step.
#[component]
pub fn ActorsStep() -> Html {
    Html::default()
}
