//! What loads behind the first view: every screen but the first, the dialogs, what happens to a dossier.
//!
//! The build cuts the module in two. The first part shows the first view and takes what a person types there; this
//! second part follows at once, and is reached only through the table [`Screens`]. A function named there and nowhere
//! else is in the second part, with all that it alone needs.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use wasm_split_helpers::wasm_split;
use yew::{Context, Html};

use super::app::{self, App, Message};
use super::env::{Env, Window};
use super::reports::{self, Told};
use super::shell::{Saving, Toast};
use super::{dialogs, partner, shell, steps};
use crate::exchange;
use crate::exchange::headless::{TOOLS, Tools};
use crate::model::Dossier;
use crate::vocabulary::Step;

/// The second part.
pub struct Screens {
    /// The screen of a step.
    pub step: fn(Step) -> Html,
    /// What of the project stands behind the first view.
    pub project: fn() -> steps::project::Parts,
    /// An open dialog.
    pub window: fn(&Env, Window) -> Html,
    /// The drawer of a step.
    pub drawer: fn() -> Html,
    /// The page of an open partner sheet, in place of the steps.
    pub partner: fn(Saving, bool) -> Html,
    /// Permanent messages.
    pub banners: fn(&App, &Context<App>) -> Html,
    /// Passing messages.
    pub toasts: fn(Vec<Toast>) -> Html,
    /// What the application does with a message.
    pub update: fn(&mut App, &Context<App>, Message) -> bool,
    /// The text of a dossier.
    pub write: fn(&Dossier) -> Vec<u8>,
    /// A value for the page as an object.
    pub plain: fn(&Told) -> JsValue,
    /// The functions that need no screen.
    pub tools: Tools,
}

static SCREENS: Screens = Screens {
    step: steps::view,
    project: steps::project::parts,
    window: dialogs::view,
    drawer: shell::drawer,
    partner: partner::view,
    banners: app::banners,
    toasts: shell::toasts,
    update: app::update,
    write: exchange::write,
    plain: reports::plain,
    tools: TOOLS,
};

#[wasm_split(screens, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the wrapper that loads the part gives its failure this way")]
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
