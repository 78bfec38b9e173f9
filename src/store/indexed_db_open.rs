//! The connection to the browser's database: opened once, kept open, opened again when lost.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::record::Fault;
use super::signal::Signal;

/// Revisions: what is known of each, or its tombstone.
pub(super) const REVISIONS: &str = "revisions";
/// The text of each revision, apart, so that lists stay light.
pub(super) const TEXTS: &str = "texts";
/// Texts kept outside the chain.
pub(super) const KEPT: &str = "kept";
/// Changing this, or the names above, takes a migration: other versions of the widget read the same data.
const VERSION: u32 = 1;
/// A database that does not open within this is held by another tab.
const PATIENCE_MS: u32 = 3_000;

/// A connection shared by whoever asks for it.
#[derive(Clone)]
pub(super) struct Connection(Rc<Shared>);

struct Shared {
    name: String,
    state: RefCell<State>,
}

enum State {
    Closed,
    Opening(Vec<Signal<Result<Rc<Database>, Fault>>>),
    Open(Rc<Database>),
}

impl Connection {
    pub(super) fn new(name: &str) -> Self {
        Self(Rc::new(Shared { name: name.to_owned(), state: RefCell::new(State::Closed) }))
    }

    /// The open database, if there is one right now.
    pub(super) fn current(&self) -> Option<Rc<Database>> {
        match &*self.0.state.borrow() {
            State::Open(database) => Some(Rc::clone(database)),
            _ => None,
        }
    }

    /// The database; [`Fault::Busy`] when it does not open in time. The attempt then goes on, and the next call
    /// finds it open or waits for it again.
    pub(super) async fn open(&self) -> Result<Rc<Database>, Fault> {
        if let Some(database) = self.current() {
            return Ok(database);
        }
        let signal = Signal::default();
        let first = {
            let mut state = self.0.state.borrow_mut();
            if let State::Opening(waiting) = &mut *state {
                waiting.push(signal.clone());
                false
            } else {
                *state = State::Opening(vec![signal.clone()]);
                true
            }
        };
        if first {
            let connection = self.clone();
            spawn_local(async move {
                let opened = connection.attempt().await;
                connection.opened(opened);
            });
        }
        let late = signal.clone();
        let timeout = Timeout::new(PATIENCE_MS, move || late.send(Err(Fault::Busy)));
        let result = signal.await;
        drop(timeout);
        result
    }

    async fn attempt(&self) -> Result<Database, Fault> {
        let factory = Factory::new().map_err(|error| fault(&error))?;
        let mut request = factory.open(&self.0.name, Some(VERSION)).map_err(|error| fault(&error))?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            let there = database.store_names();
            for name in [REVISIONS, TEXTS, KEPT] {
                if !there.iter().any(|store| store == name) {
                    // A store that cannot be made shows at the first transaction.
                    database.create_object_store(name, ObjectStoreParams::new()).ok();
                }
            }
        });
        let mut database = request.await.map_err(|error| fault(&error))?;
        let weak = Rc::downgrade(&self.0);
        let lost = Weak::clone(&weak);
        // Another tab wants to upgrade or delete: holding on would block it.
        database.on_version_change(move |_| Self::release(&weak));
        database.on_close(move |_| Self::release(&lost));
        Ok(database)
    }

    fn opened(&self, opened: Result<Database, Fault>) {
        let opened = opened.map(Rc::new);
        let next = match &opened {
            Ok(database) => State::Open(Rc::clone(database)),
            Err(_) => State::Closed,
        };
        let before = self.0.state.replace(next);
        if let State::Opening(waiting) = before {
            for signal in waiting {
                signal.send(opened.clone());
            }
            return;
        }
        // Closed while it was opening, or opened by another attempt since.
        *self.0.state.borrow_mut() = before;
        if let Ok(database) = opened {
            database.close();
        }
    }

    fn release(weak: &Weak<Shared>) {
        if let Some(shared) = weak.upgrade() {
            Self(shared).close();
        }
    }

    pub(super) fn close(&self) {
        let before = self.0.state.replace(State::Closed);
        match before {
            State::Open(database) => {
                database.close();
                // Its handlers may be the caller: they are freed once the event is over.
                spawn_local(async move { drop(database) });
            }
            State::Opening(waiting) => {
                for signal in waiting {
                    signal.send(Err(Fault::Lost));
                }
            }
            State::Closed => {}
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.0.name
    }
}

/// The name of the exception behind an error of `idb`.
fn exception(error: &idb::Error) -> String {
    use idb::Error as E;
    let cause: JsValue = match error {
        E::DomException(exception) => exception.clone().into(),
        E::IndexedDbNotFound(cause) if cause.is_undefined() || cause.is_null() => {
            return "SecurityError".to_owned();
        }
        E::IndexedDbNotFound(cause)
        | E::IndexedDbOpenFailed(cause)
        | E::TransactionOpenFailed(cause)
        | E::TransactionCommitError(cause)
        | E::TransactionAbortError(cause)
        | E::ObjectStoreNotFound(cause)
        | E::AddFailed(cause)
        | E::UpdateFailed(cause)
        | E::DeleteFailed(cause)
        | E::GetFailed(cause)
        | E::GetAllFailed(cause)
        | E::GetAllKeysFailed(cause)
        | E::UnexpectedJsType(_, cause) => cause.clone(),
        _ => return format!("{error:?}"),
    };
    name_of(&cause)
}

pub(super) fn name_of(cause: &JsValue) -> String {
    if cause.is_undefined() || cause.is_null() {
        return String::new();
    }
    Reflect::get(cause, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// What an error of the browser means for saving.
pub(super) fn fault(error: &idb::Error) -> Fault {
    fault_named(exception(error))
}

pub(super) fn fault_named(name: String) -> Fault {
    match name.as_str() {
        "SecurityError" | "NotAllowedError" | "NotSupportedError" => Fault::Refused,
        "QuotaExceededError" => Fault::Full,
        "VersionError" => Fault::Newer,
        // WebKit and Chromium say so when the database server went away, or the site's data were cleared.
        "InvalidStateError" | "UnknownError" | "AbortError" | "TransactionInactiveError" | "" => Fault::Lost,
        _ => Fault::Other(name),
    }
}
