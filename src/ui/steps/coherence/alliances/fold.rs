//! What is only written once it is unfolded: there may be hundreds of lines under as many conclusions.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) summary: AttrValue,
    pub(super) body: Callback<(), Html>,
}

/// A fold with its summary.
#[component]
pub(super) fn Fold(props: &Props) -> Html {
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>() {
                open.set(details.open());
            }
        })
    };
    html! {
        <details class="flips" {ontoggle}>
            <summary class="small">{ &props.summary }</summary>
            if *open { { props.body.emit(()) } }
        </details>
    }
}
