//! shim
use yew::prelude::*;
/// The step.
#[component]
pub fn QualificationStep() -> Html {
    Html::default()
}
