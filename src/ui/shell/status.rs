//! The truth about saving. "Saved" is said only once the storage has confirmed it.

use yew::prelude::*;

use crate::i18n::texts::shell as say;
use crate::ui::env::use_env;
use crate::ui::widgets::{Icon, IconName};

/// Where the autosave stands, as shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing to save yet.
    #[default]
    Nothing,
    /// Changed since the last save.
    Modified,
    /// Being written.
    Running,
    /// Confirmed by the storage, at an hour and minute.
    Saved(u32, u32),
    /// The last save failed; it will be tried again.
    Failed,
    /// Kept in memory only: closing the page loses it.
    Memory,
    /// Not saved here at all: the host page keeps it.
    Host,
    /// Open for reading only.
    ReadOnly,
    /// Another tab saved something else.
    Conflict,
}

impl Saving {
    fn state(&self) -> &'static str {
        match self {
            Self::Nothing | Self::Host | Self::ReadOnly => "idle",
            Self::Modified => "unsaved",
            Self::Running => "saving",
            Self::Saved(..) => "saved",
            Self::Failed | Self::Conflict => "failed",
            Self::Memory => "memory",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// State.
    pub saving: Saving,
}

/// The state in words, and the promise that nothing leaves the page.
#[component]
pub fn SaveState(props: &Props) -> Html {
    let env = use_env();
    let words = match &props.saving {
        Saving::Nothing => say::nothing_to_save(),
        Saving::Modified => say::modified(),
        Saving::Running => say::saving(),
        Saving::Saved(hour, minute) => say::saved(env.format().time(*hour, *minute)),
        Saving::Failed => say::save_failed(),
        Saving::Memory => say::memory_only(),
        Saving::Host => say::kept_by_host(),
        Saving::ReadOnly => say::read_only(),
        Saving::Conflict => say::conflict_status(),
    };
    let short = match &props.saving {
        Saving::Saved(hour, minute) => Some(say::saved_short(env.format().time(*hour, *minute))),
        _ => None,
    };
    html! {
        <p class="save" data-state={props.saving.state()} part="status">
            if matches!(props.saving, Saving::Saved(..)) { <Icon name={IconName::Check} /> }
            <span class={classes!("save-what", short.is_some().then_some("only-wide"))}>{ env.say(words) }</span>
            if let Some(short) = short { <span class="save-what only-narrow">{ env.say(short) }</span> }
            <span class="save-promise">{ env.say(say::promise()) }</span>
        </p>
    }
}
