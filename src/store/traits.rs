//! The one interface behind which documents are kept.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::record::{Entry, Fault, Kept, Read, Revision};

/// An operation under way. It was started by the call that returned it; dropping it does not stop it.
pub type Task<T> = Pin<Box<dyn Future<Output = Result<T, Fault>>>>;

/// Numbered revisions of documents, each document under a key of its own.
///
/// Revisions are only ever added: the newest number is the head, and no save can replace what another tab
/// saved. Every operation is all or nothing.
pub trait Store {
    /// The newest revision number; 0 when nothing is stored.
    fn head(&self, key: &str) -> Task<u64>;

    /// What is stored under a number.
    fn read(&self, key: &str, rev: u64) -> Task<Read>;

    /// What is known of a revision without reading its text.
    fn entry(&self, key: &str, rev: u64) -> Task<Option<Entry>>;

    /// The revisions whose text is kept, newest first.
    fn list(&self, key: &str) -> Task<Vec<Entry>>;

    /// Adds a revision, as a compare-and-swap: [`Fault::Moved`] when its number is taken or a higher one exists.
    /// Revisions older than the last [`super::KEPT_TEXTS`] become tombstones in the same transaction.
    ///
    /// Where the connection is open, the whole transaction is handed over before the call returns, because a page
    /// that is being left may never run another line. A stray revision that took the number of a forgotten one is
    /// kept, and still reported as [`Fault::Moved`].
    fn save(&self, key: &str, revision: Revision) -> Task<()>;

    /// Keeps a text outside the chain. Handed over before the call returns, as in [`Store::save`].
    fn keep(&self, key: &str, kept: Kept) -> Task<()>;

    /// The texts kept outside the chain, newest first.
    fn kept(&self, key: &str) -> Task<Vec<Kept>>;

    /// Forgets a text kept outside the chain.
    fn forget(&self, key: &str, id: u64) -> Task<()>;

    /// Makes room: only the newest `leave` texts stay.
    fn trim(&self, key: &str, leave: u64) -> Task<()>;

    /// Removes everything stored under a key.
    fn erase(&self, key: &str) -> Task<()>;

    /// The newest text as it stands, without looking at any version: for download, when a later version wrote it.
    fn raw(&self, key: &str) -> Task<Option<Rc<str>>>;

    /// Releases what the store holds. A later operation opens it again.
    fn close(&self);
}
