//! What is only written once it is unfolded: there may be hundreds of lines under as many conclusions.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// Follows whether a fold is open.
pub(super) fn toggling(open: UseStateSetter<bool>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>() {
            open.set(details.open());
        }
    })
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) summary: AttrValue,
    pub(super) body: Callback<(), Html>,
}

/// A fold with its summary.
#[component]
pub(super) fn Fold(props: &Props) -> Html {
    let open = use_state_eq(|| false);
    let ontoggle = toggling(open.setter());
    html! {
        <details class="flips" {ontoggle}>
            <summary class="small">{ &props.summary }</summary>
            if *open { { props.body.emit(()) } }
        </details>
    }
}
