//! How a matrix names its rows and its columns in little room.

use yew::prelude::*;

use crate::i18n::soft_hyphens;

/// The head of a column: its long words may be cut, with a hyphen.
pub(in crate::ui::steps) fn column(title: &str) -> Html {
    html! { <bdi>{ soft_hyphens(title) }</bdi> }
}

/// A longer name stands on two lines, in smaller letters.
const LONG: usize = 21;

/// The name of a row, whole in its tip: neighbours often start alike, and are told apart by their end.
pub(in crate::ui::steps) fn row(name: &str) -> Html {
    let two = (name.chars().count() > LONG).then_some("mx-two");
    html! { <bdi class={two} title={name.to_owned()}>{ name.to_owned() }</bdi> }
}
