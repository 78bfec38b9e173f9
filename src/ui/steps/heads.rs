//! How a matrix names its rows and its columns in little room.

use yew::prelude::*;

use crate::i18n::{soft_hyphens, start_and_end};

/// The head of a column: its long words may be cut, with a hyphen.
pub(in crate::ui::steps) fn column(title: &str) -> Html {
    html! { <bdi>{ soft_hyphens(title) }</bdi> }
}

/// The name of a row, whole in its tip: what is cut is its middle, since neighbours often start alike.
pub(in crate::ui::steps) fn row(name: &str) -> Html {
    let title = name.to_owned();
    match start_and_end(name) {
        Some((start, end)) => html! {
            <bdi class="mx-cut" {title}><span>{ start.to_owned() }</span><span>{ end.to_owned() }</span></bdi>
        },
        None => html! { <bdi {title}>{ name.to_owned() }</bdi> },
    }
}
