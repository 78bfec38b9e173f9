//! Letters first: the screen follows what is typed when the person pauses, or does anything else.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent};
use yew::prelude::*;

use super::{App, Behind, Message};
use crate::edit::{Command, Origin};
use crate::model::Id;

/// The screen follows this long after the last key, in milliseconds: more than between two letters of a word.
const PAUSE: u32 = 200;
/// The same after a figure in a table, which answers at once: once the frame that shows it is drawn.
const FIGURE: u32 = 40;
/// The analysis follows later still: it is not what one looks at while writing.
const ANALYSIS_PAUSE: u32 = 400;

impl App {
    /// Runs a command asked for by a control that shows it by itself; true when the screen is to follow at once.
    pub(super) fn type_in(&mut self, ctx: &Context<Self>, command: Command, merge: Option<String>) -> bool {
        let actor = actor_of(&command);
        let toasts = self.next_toast;
        let changed = self.apply(ctx, command, Origin::User, merge);
        if changed {
            self.live.ahead(self.session.dossier(), actor.as_ref());
            let link = ctx.link().clone();
            self.analysis = Some(Timeout::new(ANALYSIS_PAUSE, move || link.send_message(Message::Analyse)));
            let link = ctx.link().clone();
            let pause = if actor.is_some() { FIGURE } else { PAUSE };
            let timer = Timeout::new(pause, move || link.send_message(Message::Follow));
            match &mut self.behind {
                Some(behind) => behind.timer = timer,
                None => self.behind = Some(Behind { timer, _listeners: listeners(ctx) }),
            }
        }
        // A refusal is said at once.
        self.next_toast != toasts
    }
}

/// The actor that a command of a table changes.
fn actor_of(command: &Command) -> Option<Id> {
    match command {
        Command::Rate { actor, .. } | Command::Position { actor, .. } => Some(actor.clone()),
        _ => None,
    }
}

/// Hears what a person does next, before anything else does: what they then act on is up to date.
fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let hear = |name: &'static str, ends: fn(&Event) -> bool| {
        let link = ctx.link().clone();
        let window: EventTarget = gloo::utils::window().into();
        EventListener::new_with_options(&window, name, options, move |event| {
            if ends(event) {
                link.send_message(Message::Follow);
            }
        })
    };
    vec![hear("pointerdown", |_| true), hear("keydown", |event| !goes_on(event)), hear("focusout", in_text)]
}

/// Whether something happens in a text field.
fn in_text(event: &Event) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|target| target.matches("input, textarea").unwrap_or_default())
}

/// Whether a key goes on with what is being typed: in a text, letters and moves; in a table, figures and moves.
fn goes_on(event: &Event) -> bool {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return false };
    let name = key.key();
    if matches!(name.as_str(), "Shift" | "Control" | "Alt" | "Meta" | "CapsLock") {
        return true;
    }
    if key.ctrl_key() || key.meta_key() {
        return false;
    }
    let moves = name.starts_with("Arrow") || matches!(name.as_str(), "Home" | "End" | "Backspace" | "Delete");
    if in_text(event) {
        return moves
            || name.chars().count() == 1
            || matches!(name.as_str(), "Dead" | "Process" | "Unidentified");
    }
    moves
        || matches!(name.as_str(), "PageUp" | "PageDown" | "Enter" | "?" | "-" | "\u{2212}")
        || name.parse::<u8>().is_ok()
        || key.code().starts_with("Digit")
}
