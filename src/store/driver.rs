//! Autosave in the browser.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, VisibilityState};

use super::autosave::Input;
use super::event::{Config, Event, Loaded, Mode, Provider, Reply, Version, VersionId};
use super::indexed_db::IndexedDb;
use super::journal::{Journal, NoJournal};
use super::memory::Memory;
use super::session::{Platform, Session};
use super::status::{Status, Why};
use super::traits::Store;
use super::web::{LocalJournal, Web, ask_to_persist};
pub use super::web::{draft, keep_draft, keep_trace, known, note_known, poison, trace};

const DATABASE: &str = "tour-de-table";
/// Keys made from the path of the page.
const PAGE: &str = "page:";
/// Keys that a host page chose.
const NAMED: &str = "key:";

/// What a tab tells the others once it erased the document.
const ERASED: &str = "erased";

thread_local! {
    /// Keys given to elements of this page that named none.
    static TAKEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Autosave of one element: opens, reads, follows the dossier, and writes on time and before the page goes away.
///
/// Every method returns at once; answers and events come later, never from inside a call.
pub struct Autosave {
    session: Session,
    key: String,
    taken: Cell<bool>,
    listeners: RefCell<Vec<EventListener>>,
    channel: Option<BroadcastChannel>,
    /// [`Self::close`], by address: dropping is part of the first view, closing is not.
    close: fn(&Self) -> Reply<bool>,
}

impl Autosave {
    /// Opens the document and starts reading; [`Event::Loaded`] follows.
    pub fn open(config: Config, events: Rc<dyn Fn(Event)>) -> Self {
        let key = match config.key {
            _ if config.mode == Mode::None => String::new(),
            None => take_page_key(),
            Some(key) if key.starts_with(PAGE) => {
                TAKEN.with_borrow_mut(|taken| taken.push(key.clone()));
                key
            }
            Some(key) if key.starts_with(NAMED) => key,
            Some(key) => format!("{NAMED}{key}"),
        };
        if config.mode == Mode::None {
            return Self::without_storage(key, events);
        }
        // Some sandboxed frames have no channel either.
        let channel = BroadcastChannel::new(&format!("tdt-{key}")).ok();
        let store: Rc<dyn Store> = Rc::new(IndexedDb::new(DATABASE));
        let journal: Rc<dyn Journal> = Rc::new(LocalJournal::new(&key));
        let web: Rc<dyn Platform> = Rc::new(Web { channel: channel.clone() });
        let session = Session::new(store, web, journal, &key, Rc::clone(&events));
        let listeners = RefCell::new(listeners(&session, channel.as_ref(), events));
        session.load();
        let taken = Cell::new(key.starts_with(PAGE));
        Self { session, key, taken, listeners, channel, close: Self::close }
    }

    fn without_storage(key: String, events: Rc<dyn Fn(Event)>) -> Self {
        let web: Rc<dyn Platform> = Rc::new(Web { channel: None });
        let told = Rc::clone(&events);
        let session =
            Session::new(Rc::new(Memory::default()), Rc::clone(&web), Rc::new(NoJournal), &key, events);
        session.step(Input::Unavailable(Why::Off));
        web.spawn(Box::pin(async move { told(Event::Loaded(Loaded::Nothing)) }));
        Self {
            session,
            key,
            taken: Cell::new(false),
            listeners: RefCell::default(),
            channel: None,
            close: Self::close,
        }
    }

    /// The key in use; an element that is mounted again gives it back in [`Config::key`].
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What is told about saving.
    pub fn status(&self) -> Status {
        self.session.status()
    }

    /// Whether something is not stored yet.
    pub fn dirty(&self) -> bool {
        self.session.dirty()
    }

    /// The dossier changed; `text` gives it when a save starts, and `None` leaves the stored copy alone.
    pub fn changed(&self, text: Provider) {
        self.session.changed(text);
    }

    /// Saves without waiting for a pause; true once everything is stored.
    pub fn flush(&self) -> Reply<bool> {
        self.session.flush()
    }

    /// The same, asked for by a person: the browser is asked to keep the data for good, too.
    pub fn save_now(&self) -> Reply<bool> {
        ask_to_persist();
        self.session.flush()
    }

    /// Tries again now, after a refusal or a failure.
    pub fn retry(&self) {
        self.session.step(Input::Retry);
    }

    /// The text last given is not a dossier: it is set aside, and [`Loaded::Damaged`] follows with the one before.
    pub fn reject(&self) {
        self.session.reject();
    }

    /// The person chose what to go on with after [`Loaded::Damaged`]: the next change is saved.
    pub fn resume(&self) {
        self.session.step(Input::Resume);
    }

    /// The text last given comes from a later version: nothing is ever written over it.
    pub fn read_only(&self) {
        self.session.step(Input::Newer);
    }

    /// In a conflict: what is on the screen becomes the newest; the other state stays in [`Autosave::versions`].
    pub fn keep_mine(&self) {
        self.session.step(Input::KeepMine);
    }

    /// In a conflict: what is on the screen is set aside, and [`Event::Replaced`] follows with the other state.
    pub fn take_theirs(&self) {
        self.session.step(Input::TakeTheirs);
    }

    /// Keeps a state that leaves this device: see [`Session::sent`].
    pub fn sent(&self, text: Rc<str>) {
        self.session.sent(text);
    }

    /// The stored texts, newest first: the last revisions, branches, what could not be read, what left.
    pub fn versions(&self) -> Reply<Vec<Version>> {
        self.session.versions()
    }

    /// One stored text; `None` when it is no longer there.
    pub fn text_of(&self, id: VersionId) -> Reply<Option<Rc<str>>> {
        self.session.text_of(id)
    }

    /// Removes every stored text of this document from this computer.
    ///
    /// Other tabs of the same document keep what they show, but do not write it again by themselves.
    pub fn erase(&self) -> Reply<bool> {
        let (erased, channel) = (self.session.erase(), self.channel.clone());
        Box::pin(async move {
            let done = erased.await;
            if let Some(channel) = channel.filter(|_| done) {
                channel.post_message(&JsValue::from_str(ERASED)).ok();
            }
            done
        })
    }

    /// Saves what is left, then releases everything; no event follows. The reply tells whether all is stored.
    pub fn close(&self) -> Reply<bool> {
        self.listeners.borrow_mut().clear();
        if self.taken.replace(false) {
            TAKEN.with_borrow_mut(|taken| {
                if let Some(index) = taken.iter().position(|key| *key == self.key) {
                    taken.swap_remove(index);
                }
            });
        }
        let closed = self.session.close();
        let (answer, told) = {
            let signal = super::signal::Signal::default();
            (signal.clone(), signal)
        };
        let channel = self.channel.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let stored = closed.await;
            // Only now: the last save is still announced.
            if let Some(channel) = channel {
                channel.close();
            }
            told.send(stored);
        });
        Box::pin(answer)
    }
}

impl Drop for Autosave {
    fn drop(&mut self) {
        drop((self.close)(self));
    }
}

/// One document a page, one more for each further element: by path, as two institutions may share a site.
fn take_page_key() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let path = path.strip_suffix("index.html").unwrap_or(&path);
    TAKEN.with_borrow_mut(|taken| {
        let mut key = format!("{PAGE}{path}");
        let mut number = 1;
        while taken.contains(&key) {
            number += 1;
            key = format!("{PAGE}{path} {number}");
        }
        taken.push(key.clone());
        key
    })
}

fn listeners(
    session: &Session,
    channel: Option<&BroadcastChannel>,
    events: Rc<dyn Fn(Event)>,
) -> Vec<EventListener> {
    let on = |target: &web_sys::EventTarget, name: &'static str, input: Input| {
        let session = session.clone();
        EventListener::new(target, name, move |_| session.step(input.clone()))
    };
    let (window, document) = (window(), document());
    let visibility = {
        let (session, page) = (session.clone(), document.clone());
        EventListener::new(&document, "visibilitychange", move |_| {
            let hidden = page.visibility_state() == VisibilityState::Hidden;
            session.step(if hidden { Input::Hidden } else { Input::Shown });
        })
    };
    let mut listeners = vec![
        visibility,
        on(&window, "pagehide", Input::Hidden),
        // Back from the page cache.
        on(&window, "pageshow", Input::Shown),
        on(&window, "focus", Input::Shown),
    ];
    if let Some(channel) = channel {
        listeners.push(hear(session, channel, events));
        channel.post_message(&JsValue::from_str("hello")).ok();
    }
    listeners
}

fn hear(session: &Session, channel: &BroadcastChannel, events: Rc<dyn Fn(Event)>) -> EventListener {
    let (session, answer, told) = (session.clone(), channel.clone(), Cell::new(false));
    EventListener::new(channel, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
        let Some(message) = message else { return };
        if let Some(rev) = message.strip_prefix("saved ") {
            if let Ok(rev) = rev.parse() {
                session.step(Input::OtherTabSaved { rev });
            }
            return;
        }
        if message == ERASED {
            session.step(Input::Erased);
            return;
        }
        if message == "hello" {
            answer.post_message(&JsValue::from_str("here")).ok();
        }
        if !told.replace(true) {
            events(Event::AlsoOpen);
        }
    })
}
