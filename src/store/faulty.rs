//! A store that fails when it is told to, wrapped around one that works.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::record::{Entry, Fault, Kept, Read, Revision};
use super::traits::{Store, Task};

/// How an operation goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It fails and nothing happens.
    Fail(Fault),
    /// It takes place and is reported as failed: the answer was lost.
    DoneButFail(Fault),
    /// It takes place, and its answer comes after so many polls.
    Delay(u32),
    /// It never answers and never takes place.
    Never,
    /// It is reported as done and nothing happens. Only saves lie; others work.
    Lie,
    /// Only the first bytes of the text are stored. Only saves are cut; others work.
    Truncate(usize),
}

/// A store that fails when it is told to.
pub struct Faulty {
    inner: Rc<dyn Store>,
    plan: RefCell<BTreeMap<u64, Failure>>,
    always: RefCell<Option<Failure>>,
    count: Cell<u64>,
    saves: Cell<u64>,
}

impl Faulty {
    /// Wraps a store; it works until told otherwise.
    pub fn new(inner: Rc<dyn Store>) -> Self {
        Self {
            inner,
            plan: RefCell::default(),
            always: RefCell::default(),
            count: Cell::default(),
            saves: Cell::default(),
        }
    }

    /// The operation of this number from now (1 is the next) goes wrong.
    pub fn fail_nth(&self, nth: u64, failure: Failure) {
        self.plan.borrow_mut().insert(self.count.get() + nth, failure);
    }

    /// Every operation goes wrong that way, or none (`None`).
    pub fn always(&self, failure: Option<Failure>) {
        *self.always.borrow_mut() = failure;
    }

    /// Operations so far.
    pub fn count(&self) -> u64 {
        self.count.get()
    }

    /// Saves so far, successful or not.
    pub fn saves(&self) -> u64 {
        self.saves.get()
    }

    fn next(&self) -> Option<Failure> {
        self.count.set(self.count.get() + 1);
        let planned = self.plan.borrow_mut().remove(&self.count.get());
        planned.or_else(|| self.always.borrow().clone())
    }

    fn run<T: 'static>(&self, operation: impl FnOnce(&dyn Store) -> Task<T>) -> Task<T> {
        self.run_as(self.next(), operation)
    }

    fn run_as<T: 'static>(
        &self,
        failure: Option<Failure>,
        operation: impl FnOnce(&dyn Store) -> Task<T>,
    ) -> Task<T> {
        match failure {
            None | Some(Failure::Lie | Failure::Truncate(_)) => operation(self.inner.as_ref()),
            Some(Failure::Fail(fault)) => Box::pin(ready(Err(fault))),
            Some(Failure::DoneButFail(fault)) => {
                drop(operation(self.inner.as_ref()));
                Box::pin(ready(Err(fault)))
            }
            Some(Failure::Delay(polls)) => {
                let started = operation(self.inner.as_ref());
                Box::pin(async move {
                    Yield(polls).await;
                    started.await
                })
            }
            Some(Failure::Never) => Box::pin(std::future::pending()),
        }
    }
}

impl Store for Faulty {
    fn head(&self, key: &str) -> Task<u64> {
        self.run(|store| store.head(key))
    }

    fn read(&self, key: &str, rev: u64) -> Task<Read> {
        self.run(|store| store.read(key, rev))
    }

    fn entry(&self, key: &str, rev: u64) -> Task<Option<Entry>> {
        self.run(|store| store.entry(key, rev))
    }

    fn list(&self, key: &str) -> Task<Vec<Entry>> {
        self.run(|store| store.list(key))
    }

    fn save(&self, key: &str, mut revision: Revision) -> Task<()> {
        self.saves.set(self.saves.get() + 1);
        let failure = self.next();
        match failure {
            Some(Failure::Lie) => return Box::pin(ready(Ok(()))),
            Some(Failure::Truncate(bytes)) => {
                let cut = revision.text.floor_char_boundary(bytes);
                revision.text = revision.text.get(..cut).unwrap_or_default().into();
            }
            _ => {}
        }
        self.run_as(failure, |store| store.save(key, revision))
    }

    fn keep(&self, key: &str, kept: Kept) -> Task<()> {
        self.run(|store| store.keep(key, kept))
    }

    fn kept(&self, key: &str) -> Task<Vec<Kept>> {
        self.run(|store| store.kept(key))
    }

    fn forget(&self, key: &str, id: u64) -> Task<()> {
        self.run(|store| store.forget(key, id))
    }

    fn trim(&self, key: &str, leave: u64) -> Task<()> {
        self.run(|store| store.trim(key, leave))
    }

    fn erase(&self, key: &str) -> Task<()> {
        self.run(|store| store.erase(key))
    }

    fn raw(&self, key: &str) -> Task<Option<Rc<str>>> {
        self.run(|store| store.raw(key))
    }

    fn close(&self) {
        self.inner.close();
    }
}

/// Gives way a number of times.
struct Yield(u32);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 == 0 {
            return Poll::Ready(());
        }
        self.0 -= 1;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
