//! What loads behind the first view: every screen but the first, the dialogs, the analysis.
//!
//! The build cuts the module in two. The first part shows the first view and takes what a person types there; this
//! second part follows at once, and is reached only through the table [`Screens`]. A function named there and nowhere
//! else is in the second part, with all that it alone needs.

use std::cell::Cell;

use wasm_split_helpers::wasm_split;
use yew::Html;

use super::env::Window;
use super::insights::Insights;
use super::{dialogs, insights, shell, steps};
use crate::model::{Date, Dossier};
use crate::vocabulary::Step;

/// The second part.
pub struct Screens {
    /// The screen of a step.
    pub step: fn(Step) -> Html,
    /// An open dialog.
    pub window: fn(Window) -> Html,
    /// The drawer of a step.
    pub drawer: fn() -> Html,
    /// What is computed after a change.
    pub insights: fn(&Dossier, Date) -> Insights,
}

static SCREENS: Screens =
    Screens { step: steps::view, window: dialogs::view, drawer: shell::drawer, insights: insights::of };

#[wasm_split(screens, fallible)]
fn table() -> Result<&'static Screens, wasm_split_helpers::SplitLoaderError> {
    Ok(&SCREENS)
}

thread_local! {
    static LOADED: Cell<Option<&'static Screens>> = const { Cell::new(None) };
}

/// The second part, once it is there.
pub fn loaded() -> Option<&'static Screens> {
    LOADED.get()
}

/// Brings the second part; false when it cannot be had. Asking again tries again.
pub async fn load() -> bool {
    let Ok(screens) = table().await else { return false };
    LOADED.set(Some(screens));
    true
}
