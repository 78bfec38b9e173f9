//! Dialogs over the screen.

mod answers;
mod aside;
mod erase;
mod examples;
mod export;
pub mod foreign;
mod import;
mod keys;
mod revisions;
mod sheets;

use yew::prelude::*;

use super::env::{Env, Window as Open};
use super::steps::summary::RoleTableDialog;

/// The open dialog.
pub fn view(env: &Env, window: Open) -> Html {
    match window {
        Open::Import => html! { <import::ImportDialog /> },
        Open::Export => html! { <export::ExportDialog /> },
        Open::Examples => html! { <examples::ExamplesDialog /> },
        Open::RoleTable(actor) => html! { <RoleTableDialog {actor} /> },
        Open::SetAside(index) => html! { <aside::SetAsideDialog {index} /> },
        Open::Revisions => html! { <revisions::RevisionsDialog /> },
        Open::Erase => erase::dialog(env),
        Open::Sheets(chosen) => html! { <sheets::SheetsDialog {chosen} /> },
        Open::Answers(read) => html! { <answers::AnswersDialog {read} /> },
        Open::Keys => html! { <keys::KeysDialog /> },
    }
}
