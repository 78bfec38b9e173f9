//! What the browser lends to autosave: timers, clocks, the channel between tabs, a place for the journal.

use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, Storage};

use super::journal::Journal;
use super::session::Platform;
use super::trace::Trace;

static POISONED: AtomicBool = AtomicBool::new(false);

/// From now on this instance of the program writes nothing: what it holds may be broken. For the panic hook.
pub fn poison() {
    POISONED.store(true, Ordering::Relaxed);
}

pub(super) fn poisoned() -> bool {
    POISONED.load(Ordering::Relaxed)
}

/// The browser, for one document.
pub(super) struct Web {
    pub(super) channel: Option<BroadcastChannel>,
}

impl Platform for Web {
    fn spawn(&self, task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(task);
    }

    fn timer(&self, ms: u32, then: Box<dyn FnOnce()>) -> Box<dyn Any> {
        Box::new(Timeout::new(ms, then))
    }

    fn now(&self) -> f64 {
        window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
    }

    fn clock(&self) -> f64 {
        js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    fn announce(&self, rev: u64) {
        if let Some(channel) = &self.channel {
            // A tab that does not hear of it finds out when it is shown or saves.
            channel.post_message(&format!("saved {rev}").into()).ok();
        }
    }

    fn poisoned(&self) -> bool {
        poisoned()
    }
}

/// The journal in `localStorage`; where that is refused, there is none.
pub(super) struct LocalJournal {
    prefix: String,
    own: String,
}

impl LocalJournal {
    pub(super) fn new(key: &str) -> Self {
        let prefix = format!("tour-de-table:urgent:{key}:");
        // Two tabs that draw the same number would only share an entry.
        let own = format!("{prefix}{}", (js_sys::Math::random() * 9_007_199_254_740_992.0) as u64);
        Self { prefix, own }
    }

    /// Fetched each time: the getter itself throws where storage is refused.
    fn storage() -> Option<Storage> {
        window().local_storage().ok().flatten()
    }
}

impl Journal for LocalJournal {
    fn write(&self, entry: &str) {
        if let Some(storage) = Self::storage() {
            // Full or refused: the database is the main place, this one only helps.
            storage.set_item(&self.own, entry).ok();
        }
    }

    fn clear(&self) {
        self.remove(&self.own);
    }

    fn found(&self) -> Vec<(String, String)> {
        let Some(storage) = Self::storage() else { return Vec::new() };
        let names =
            (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
        let names: Vec<String> = names.filter(|name| name.starts_with(&self.prefix)).collect();
        let entry = |name: String| Some((storage.get_item(&name).ok()??, name));
        names.into_iter().filter_map(entry).map(|(text, name)| (name, text)).collect()
    }

    fn remove(&self, name: &str) {
        if let Some(storage) = Self::storage() {
            storage.remove_item(name).ok();
        }
    }
}

/// Where this device notes that it keeps a dossier: the first view then waits for it instead of offering a blank one.
const KNOWN: &str = "tour-de-table:known";

/// Whether this device keeps a dossier, as far as it noted.
pub fn known() -> bool {
    LocalJournal::storage().is_some_and(|storage| storage.get_item(KNOWN).ok().flatten().is_some())
}

/// Notes that this device keeps a dossier, or no longer does.
pub fn note_known(kept: bool) {
    let Some(storage) = LocalJournal::storage() else { return };
    // Where it is refused, the next start shows the doors for a moment.
    if kept {
        storage.set_item(KNOWN, "1").ok()
    } else {
        storage.remove_item(KNOWN).ok()
    };
}

/// Where the drafts of a document are kept; the name of the field follows.
fn draft_prefix(key: &str) -> String {
    format!("tour-de-table:draft:{key}:")
}

/// What was being typed in a field of a document when the page went away.
pub fn draft(key: &str, field: &str) -> Option<String> {
    LocalJournal::storage()?.get_item(&(draft_prefix(key) + field)).ok().flatten()
}

/// Keeps what is being typed in a field of a document, or forgets it once it is empty.
pub fn keep_draft(key: &str, field: &str, text: &str) {
    let Some(storage) = LocalJournal::storage() else { return };
    let name = draft_prefix(key) + field;
    // Full or refused: the text is in its field all the same.
    if text.is_empty() {
        storage.remove_item(&name).ok()
    } else {
        storage.set_item(&name, text).ok()
    };
}

/// Where the trace of a document is kept.
fn trace_name(key: &str) -> String {
    format!("tour-de-table:trace:{key}")
}

/// What this device remembers of a document.
pub fn trace(key: &str) -> Trace {
    let kept = || LocalJournal::storage()?.get_item(&trace_name(key)).ok().flatten();
    kept().map(|text| Trace::read(&text)).unwrap_or_default()
}

/// Remembers it, or forgets everything of the document.
pub fn keep_trace(key: &str, trace: Option<&Trace>) {
    let Some(storage) = LocalJournal::storage() else { return };
    // Full or refused: only a reminder is lost.
    match trace {
        Some(trace) => storage.set_item(&trace_name(key), &trace.text()).ok(),
        None => storage.remove_item(&trace_name(key)).ok(),
    };
}

/// Asks the browser, once, not to throw the data away by itself. It may refuse, and plain http has no such thing.
pub(super) fn ask_to_persist() {
    thread_local! { static ASKED: Cell<bool> = const { Cell::new(false) }; }
    if ASKED.replace(true) {
        return;
    }
    let navigator = window().navigator();
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage"));
    if there.is_ok_and(|storage| storage.is_object())
        && let Ok(promise) = navigator.storage().persist()
    {
        spawn_local(async move {
            // Either answer is fine: the exported file is what lasts.
            JsFuture::from(promise).await.ok();
        });
    }
}
