//! The machine joined to a store: carries out what the one asks of the other, whatever the platform.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};

use super::autosave::{Input, Machine, Output};
use super::event::{Event, Provider, Reply};
use super::journal::{Journal, JournalEntry, LONGEST};
use super::record::{Fault, Kept, KeptWhy, Read, Revision};
use super::signal::Signal;
use super::status::Status;
use super::traits::Store;

/// What a session needs from where it runs.
pub trait Platform {
    /// Runs a task to its end, even if nobody waits for it.
    fn spawn(&self, task: Pin<Box<dyn Future<Output = ()>>>);
    /// Calls back once after so many milliseconds, unless the answer is dropped before.
    fn timer(&self, ms: u32, then: Box<dyn FnOnce()>) -> Box<dyn Any>;
    /// Milliseconds on a clock that never goes back.
    fn now(&self) -> f64;
    /// Milliseconds since 1970.
    fn clock(&self) -> f64;
    /// Chance, from 0 to below 1.
    fn random(&self) -> f64;
    /// Tells the other tabs that this revision is stored.
    fn announce(&self, rev: u64);
    /// Whether the program panicked: nothing may be written any more.
    fn poisoned(&self) -> bool;
}

/// Autosave of one document. Clones are the same session.
#[derive(Clone)]
pub struct Session(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) store: Rc<dyn Store>,
    pub(super) platform: Rc<dyn Platform>,
    pub(super) journal: Rc<dyn Journal>,
    pub(super) key: String,
    pub(super) machine: RefCell<Machine>,
    /// The revision whose text was last given to the caller, and that text.
    pub(super) given: RefCell<Option<(u64, Rc<str>)>>,
    /// What was read of another tab, until the machine says to show it.
    theirs: RefCell<Option<Revision>>,
    provider: RefCell<Option<Provider>>,
    /// The text of the step under way, so that the journal and the save write it out once.
    written: RefCell<Option<Rc<str>>>,
    timer: RefCell<Option<Box<dyn Any>>>,
    /// Place of the branch of the current conflict.
    branch: Cell<Option<u64>>,
    last_place: Cell<u64>,
    waiters: RefCell<Vec<(u64, Signal<bool>)>>,
    events: Rc<dyn Fn(Event)>,
    closed: Cell<bool>,
}

impl Session {
    /// A session that has not read anything yet; call [`Session::load`].
    pub fn new(
        store: Rc<dyn Store>,
        platform: Rc<dyn Platform>,
        journal: Rc<dyn Journal>,
        key: &str,
        events: Rc<dyn Fn(Event)>,
    ) -> Self {
        Self(Rc::new(Inner {
            store,
            platform,
            journal,
            key: key.to_owned(),
            machine: RefCell::default(),
            given: RefCell::default(),
            theirs: RefCell::default(),
            provider: RefCell::default(),
            written: RefCell::default(),
            timer: RefCell::default(),
            branch: Cell::default(),
            last_place: Cell::default(),
            waiters: RefCell::default(),
            events,
            closed: Cell::new(false),
        }))
    }

    /// What is told about saving.
    pub fn status(&self) -> Status {
        self.0.machine.borrow().status()
    }

    /// Whether something is not stored yet.
    pub fn dirty(&self) -> bool {
        self.0.machine.borrow().dirty()
    }

    /// The dossier changed; `text` gives it when a save starts.
    pub fn changed(&self, text: Provider) {
        *self.0.provider.borrow_mut() = Some(text);
        self.step(Input::Changed);
    }

    /// Saves what is not stored yet, without waiting for a pause. True once it is.
    pub fn flush(&self) -> Reply<bool> {
        let signal = Signal::default();
        let edits = self.0.machine.borrow().edits();
        self.0.waiters.borrow_mut().push((edits, signal.clone()));
        self.step(Input::Flush);
        Box::pin(signal)
    }

    /// Flushes, then releases the store. Nothing is written or told afterwards.
    pub fn close(&self) -> Reply<bool> {
        if self.0.closed.replace(true) {
            return Box::pin(std::future::ready(!self.dirty()));
        }
        // The page may be going away too: the journal covers a save that does not get to its end.
        self.step(Input::Hidden);
        let flushed = self.flush();
        let done = Signal::default();
        let (session, told) = (self.clone(), done.clone());
        self.0.platform.spawn(Box::pin(async move {
            let stored = flushed.await;
            session.0.timer.borrow_mut().take();
            session.0.store.close();
            told.send(stored);
        }));
        Box::pin(done)
    }

    /// Tells the machine what happened and does what it answers.
    pub fn step(&self, input: Input) {
        if self.0.platform.poisoned() {
            self.0.machine.borrow_mut().step(Input::Panicked, 0.0);
        }
        let input = match input {
            Input::OtherTabSaved { .. } | Input::Shown if self.0.closed.get() => return,
            input => input,
        };
        let outputs = self.0.machine.borrow_mut().step(input, self.0.platform.now());
        for output in outputs {
            self.carry_out(output);
        }
        self.0.written.borrow_mut().take();
        self.answer_waiters();
    }

    fn answer_waiters(&self) {
        let machine = self.0.machine.borrow();
        let mut answered = Vec::new();
        self.0.waiters.borrow_mut().retain(|(edits, signal)| match machine.settled(*edits) {
            Some(stored) => {
                answered.push((signal.clone(), stored));
                false
            }
            None => true,
        });
        drop(machine);
        for (signal, stored) in answered {
            signal.send(stored);
        }
    }

    pub(super) fn tell(&self, event: Event) {
        if !self.0.closed.get() {
            (self.0.events)(event);
        }
    }

    fn carry_out(&self, output: Output) {
        match output {
            Output::Save { edits, parent } => self.save(edits, parent),
            Output::KeepBranch { edits } => self.keep_branch(edits),
            Output::Load => self.load(),
            Output::CheckHead => {
                let (session, head) = (self.clone(), self.0.store.head(&self.0.key));
                self.spawn(async move {
                    // A head that cannot be looked up changes nothing: the next save will say what is wrong.
                    if let Ok(head) = head.await {
                        session.step(Input::HeadIs(head));
                    }
                });
            }
            Output::ReadTheirs => self.read_theirs(),
            Output::Adopt => {
                self.0.branch.set(None);
                if let Some(theirs) = self.0.theirs.borrow_mut().take() {
                    let Revision { rev, saved_at, text, .. } = theirs;
                    *self.0.given.borrow_mut() = Some((rev, Rc::clone(&text)));
                    self.tell_later(Event::Replaced { text, saved_at });
                }
            }
            Output::Trim { leave } => {
                // Not waited for: the next attempt to save tells whether there is room now.
                let trimmed = self.0.store.trim(&self.0.key, leave);
                let session = self.clone();
                self.spawn(async move {
                    drop(trimmed.await);
                    // What is being written goes before what left.
                    session.forget_sent(leave as usize).await;
                });
            }
            Output::WriteJournal { parent } => {
                if let Some(text) = self.text().filter(|text| text.len() <= LONGEST) {
                    let saved_at = self.0.platform.clock();
                    self.0.journal.write(&JournalEntry { parent, saved_at, text }.encode());
                }
            }
            Output::ClearJournal => self.0.journal.clear(),
            Output::Announce { rev } => self.0.platform.announce(rev),
            Output::Timer { ms } => {
                let weak: Weak<Inner> = Rc::downgrade(&self.0);
                let fire = Box::new(move || {
                    if let Some(inner) = weak.upgrade() {
                        Self(inner).step(Input::TimerFired);
                    }
                });
                let timer = self.0.platform.timer(ms, fire);
                *self.0.timer.borrow_mut() = Some(timer);
            }
            Output::Status(status) => self.tell_later(Event::Status(status)),
        }
    }

    /// The caller's answer to an event may be to call back; it must find nothing borrowed or half done.
    fn tell_later(&self, event: Event) {
        let session = self.clone();
        self.spawn(async move { session.tell(event) });
    }

    pub(super) fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.0.platform.spawn(Box::pin(task));
    }

    /// The dossier as text; an empty one is no dossier.
    fn text(&self) -> Option<Rc<str>> {
        if let Some(text) = self.0.written.borrow().as_ref() {
            return Some(Rc::clone(text));
        }
        let provider = self.0.provider.borrow().clone()?;
        let text = String::from_utf8(provider()?).ok()?;
        if text.is_empty() {
            return None;
        }
        let text: Rc<str> = text.into();
        *self.0.written.borrow_mut() = Some(Rc::clone(&text));
        Some(text)
    }

    fn save(&self, edits: u64, parent: u64) {
        let started = self.text().map(|text| {
            let revision = Revision::after(parent, self.0.platform.clock(), text);
            (self.0.store.save(&self.0.key, revision.clone()), revision)
        });
        let session = self.clone();
        self.spawn(async move {
            let input = match started {
                None => Input::SaveFailed { edits, fault: Fault::NotWritten },
                Some((saving, revision)) => session.outcome(edits, saving.await, &revision).await,
            };
            session.0.branch.set(None);
            session.step(input);
        });
    }

    /// Believes a save only once it is found, and a collision only when the other text differs: a save whose answer
    /// was lost collides with itself when it is tried again.
    async fn outcome(&self, edits: u64, result: Result<(), Fault>, revision: &Revision) -> Input {
        let (store, key) = (&self.0.store, &self.0.key);
        let Revision { rev, crc, text, .. } = revision;
        match result {
            Ok(()) => match store.entry(key, *rev).await {
                Ok(Some(entry)) if entry.crc == *crc && entry.bytes == text.len() as u64 => {
                    Input::SaveDone { edits, rev: *rev, at: self.0.platform.clock() }
                }
                Ok(_) => Input::SaveFailed { edits, fault: Fault::Unverified },
                Err(fault) => Input::SaveFailed { edits, fault },
            },
            Err(Fault::Moved { head }) => match store.read(key, head).await {
                Ok(Read::Whole(theirs)) if theirs.text == *text => {
                    Input::SaveDone { edits, rev: head, at: theirs.saved_at }
                }
                _ => Input::SaveFailed { edits, fault: Fault::Moved { head } },
            },
            Err(fault) => Input::SaveFailed { edits, fault },
        }
    }

    fn keep_branch(&self, edits: u64) {
        let place = self.0.branch.get().unwrap_or_else(|| self.place());
        self.0.branch.set(Some(place));
        let kept = self.text().map(|text| {
            let saved_at = self.0.platform.clock();
            self.0.store.keep(&self.0.key, Kept { id: place, why: KeptWhy::Branch, saved_at, text })
        });
        let session = self.clone();
        self.spawn(async move {
            let stored = match kept {
                None => false,
                Some(kept) => kept.await.is_ok(),
            };
            session.step(if stored { Input::BranchKept { edits } } else { Input::BranchFailed });
        });
    }

    /// A place for a text outside the chain: later than every earlier one, and not another tab's.
    pub(super) fn place(&self) -> u64 {
        // Seconds, then chance: two tabs that keep a branch in the same moment must not share a place.
        let chance = self.0.platform.random() * f64::from(1 << 21);
        let place = (self.0.platform.clock() / 1000.0) as u64 * (1 << 21) + chance as u64;
        let place = place.max(self.0.last_place.get() + 1);
        self.0.last_place.set(place);
        place
    }

    fn read_theirs(&self) {
        let session = self.clone();
        self.spawn(async move {
            let input = match session.newest().await {
                Ok(Some(theirs)) => {
                    let input = Input::TheirsRead { rev: theirs.rev, saved_at: theirs.saved_at };
                    *session.0.theirs.borrow_mut() = Some(theirs);
                    input
                }
                _ => Input::TheirsUnreadable,
            };
            session.step(input);
        });
    }

    async fn newest(&self) -> Result<Option<Revision>, Fault> {
        let head = self.0.store.head(&self.0.key).await?;
        let read = self.0.store.read(&self.0.key, head).await?;
        Ok(if let Read::Whole(revision) = read { Some(revision) } else { None })
    }
}
