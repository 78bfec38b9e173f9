//! Dialogs over the screen.

mod aside;
mod erase;
mod examples;
mod export;
mod import;
mod keys;
mod revisions;

use yew::prelude::*;

use super::env::{Window as Open, use_env};
use super::steps::summary::RoleTableDialog;

/// What the dialog needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which dialog is open.
    pub window: Open,
}

/// The open dialog.
#[component]
pub fn Window(props: &Props) -> Html {
    let env = use_env();
    match &props.window {
        Open::Import => html! { <import::ImportDialog /> },
        Open::Export => html! { <export::ExportDialog /> },
        Open::Examples => html! { <examples::ExamplesDialog /> },
        Open::RoleTable(actor) => html! { <RoleTableDialog actor={actor.clone()} /> },
        Open::SetAside(index) => html! { <aside::SetAsideDialog index={*index} /> },
        Open::Revisions => html! { <revisions::RevisionsDialog /> },
        Open::Erase => erase::dialog(&env),
        Open::Keys => html! { <keys::KeysDialog /> },
    }
}
