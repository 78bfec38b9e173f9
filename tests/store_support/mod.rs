//! A world for the native tests of autosave: virtual time, tabs, tasks run by hand.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use tour_de_table::store::{Event, Input, Loaded, Platform, Reply, Session, SharedJournal, Status, Store};

type Job = Pin<Box<dyn Future<Output = ()>>>;
type Alarm = (f64, Box<dyn FnOnce()>);

/// Everything that tabs share, and the time.
#[derive(Default)]
pub(crate) struct World {
    time: Cell<f64>,
    /// What the wall clock adds to the time: it may jump.
    pub(crate) clock_offset: Cell<f64>,
    tasks: RefCell<Vec<Job>>,
    timers: RefCell<BTreeMap<u64, Alarm>>,
    next: Cell<u64>,
    tabs: RefCell<Vec<(u64, String, Weak<Session>)>>,
    /// Announcements do not arrive, as in a browser without channels.
    pub(crate) deaf: Cell<bool>,
    pub(crate) poisoned: Cell<bool>,
    pub(crate) journal: SharedJournal,
}

struct Here {
    world: Rc<World>,
    tab: u64,
    key: String,
}

struct Timer(Rc<World>, u64);
impl Drop for Timer {
    fn drop(&mut self) {
        self.0.timers.borrow_mut().remove(&self.1);
    }
}

impl Platform for Here {
    fn spawn(&self, task: Job) {
        self.world.tasks.borrow_mut().push(task);
    }
    fn timer(&self, ms: u32, then: Box<dyn FnOnce()>) -> Box<dyn Any> {
        let id = self.world.number();
        self.world.timers.borrow_mut().insert(id, (self.world.time.get() + f64::from(ms), then));
        Box::new(Timer(Rc::clone(&self.world), id))
    }
    fn now(&self) -> f64 {
        self.world.time.get()
    }
    fn clock(&self) -> f64 {
        1_790_000_000_000.0 + self.world.time.get() + self.world.clock_offset.get()
    }
    fn random(&self) -> f64 {
        (self.world.number() * 7_919 % 100_003) as f64 / 100_003.0
    }
    fn announce(&self, rev: u64) {
        if self.world.deaf.get() {
            return;
        }
        for (tab, key, session) in self.world.tabs.borrow().iter() {
            if let Some(session) = session.upgrade().filter(|_| *tab != self.tab && *key == self.key) {
                self.spawn(Box::pin(async move { session.step(Input::OtherTabSaved { rev }) }));
            }
        }
    }
    fn poisoned(&self) -> bool {
        self.world.poisoned.get()
    }
}

/// A tab with a document open: what it shows and what it was told.
pub(crate) struct Tab {
    pub(crate) session: Rc<Session>,
    pub(crate) text: Rc<RefCell<String>>,
    pub(crate) events: Rc<RefCell<Vec<Event>>>,
    /// The dossier cannot be written out.
    pub(crate) broken: Rc<Cell<bool>>,
}

impl World {
    pub(crate) fn new() -> Rc<Self> {
        Rc::default()
    }

    fn number(&self) -> u64 {
        self.next.set(self.next.get() + 1);
        self.next.get()
    }

    /// The journal of the document most tests work on; the others have none of interest.
    fn journal_of(&self, key: &str) -> SharedJournal {
        if key == "k" { self.journal.clone() } else { SharedJournal::default() }
    }

    /// A tab that starts reading.
    pub(crate) fn tab(self: &Rc<Self>, store: Rc<dyn Store>, key: &str) -> Tab {
        let events: Rc<RefCell<Vec<Event>>> = Rc::default();
        let text: Rc<RefCell<String>> = Rc::default();
        let (heard, shown) = (Rc::clone(&events), Rc::clone(&text));
        let tab = self.number();
        let journal = Rc::new(self.journal_of(key).tab(&tab.to_string()));
        let hear = Rc::new(move |event: Event| {
            match &event {
                Event::Loaded(Loaded::Text { text, .. }) | Event::Replaced { text, .. } => {
                    *shown.borrow_mut() = text.to_string();
                }
                _ => {}
            }
            heard.borrow_mut().push(event);
        });
        let here = Rc::new(Here { world: Rc::clone(self), tab, key: key.to_owned() });
        let session = Rc::new(Session::new(store, here, journal, key, hear));
        self.tabs.borrow_mut().push((tab, key.to_owned(), Rc::downgrade(&session)));
        session.load();
        Tab { session, text, events, broken: Rc::default() }
    }

    /// Runs what can run without time passing.
    pub(crate) fn settle(&self) {
        for _ in 0..200 {
            let tasks = std::mem::take(&mut *self.tasks.borrow_mut());
            if tasks.is_empty() {
                return;
            }
            let mut context = Context::from_waker(Waker::noop());
            let mut waiting = Vec::new();
            for mut task in tasks {
                if task.as_mut().poll(&mut context).is_pending() {
                    waiting.push(task);
                }
            }
            let mut tasks = self.tasks.borrow_mut();
            waiting.append(&mut tasks);
            *tasks = waiting;
        }
    }

    /// Lets time pass; timers fire on the way.
    pub(crate) fn advance(&self, ms: f64) {
        let end = self.time.get() + ms;
        self.settle();
        loop {
            let timers = self.timers.borrow();
            let next = timers.iter().map(|(id, (due, _))| (*due, *id)).min_by(|a, b| a.0.total_cmp(&b.0));
            drop(timers);
            let Some((due, id)) = next.filter(|(due, _)| *due <= end) else { break };
            self.time.set(self.time.get().max(due));
            let (_, then) = self.timers.borrow_mut().remove(&id).unwrap();
            then();
            self.settle();
        }
        self.time.set(end);
    }

    /// The answer, run to its end.
    pub(crate) fn answer<T>(&self, mut reply: Reply<T>) -> Option<T> {
        self.settle();
        match reply.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        }
    }

    /// All tabs disappear with what they were doing: the power fails.
    pub(crate) fn blackout(&self) {
        self.tasks.borrow_mut().clear();
        self.timers.borrow_mut().clear();
        self.tabs.borrow_mut().clear();
    }
}

impl Tab {
    /// A person types.
    pub(crate) fn types(&self, text: &str) {
        self.text.borrow_mut().push_str(text);
        let (shown, broken) = (Rc::clone(&self.text), Rc::clone(&self.broken));
        self.session.changed(Rc::new(move || (!broken.get()).then(|| shown.borrow().clone().into_bytes())));
    }

    pub(crate) fn shows(&self) -> String {
        self.text.borrow().clone()
    }

    pub(crate) fn status(&self) -> Status {
        self.session.status()
    }

    /// What reading gave, last time.
    pub(crate) fn loaded(&self) -> Option<Loaded> {
        self.events.borrow().iter().rev().find_map(|event| match event {
            Event::Loaded(loaded) => Some(loaded.clone()),
            _ => None,
        })
    }

    pub(crate) fn statuses(&self) -> Vec<Status> {
        let events = self.events.borrow();
        events
            .iter()
            .filter_map(|event| if let Event::Status(status) = event { Some(*status) } else { None })
            .collect()
    }
}

/// Runs a future that never waits for time.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = Box::pin(future);
    for _ in 0..10_000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
    panic!("the future does not end");
}
