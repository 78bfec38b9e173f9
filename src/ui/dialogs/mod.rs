//! Dialogs over the screen.

mod answers;
mod aside;
mod erase;
mod examples;
mod export;
pub mod foreign;
mod import;
mod keys;
mod merge;
mod revisions;
mod sheets;

use yew::prelude::*;

pub use merge::since_last;

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
        Open::Merge(beside) => html! { <merge::MergeDialog {beside} /> },
        Open::Compare(beside) => html! { <merge::compare::CompareDialog {beside} /> },
        Open::Snapshots => html! { <merge::snapshots::SnapshotsDialog /> },
        Open::Keys => html! { <keys::KeysDialog /> },
    }
}
