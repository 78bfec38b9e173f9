//! A store in memory: for native tests, and as the model the others are compared with.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;
use std::rc::Rc;

use super::record::{Entry, Fault, KEPT_TEXTS, Kept, Read, Revision, TOMBSTONES};
use super::traits::{Store, Task};

/// A store in memory. Clones are connections to the same data, as tabs are.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<BTreeMap<String, Document>>>);

#[derive(Debug, Default)]
struct Document {
    revisions: BTreeMap<u64, Slot>,
    kept: BTreeMap<u64, Kept>,
}

#[derive(Debug)]
enum Slot {
    Full(Revision),
    Tombstone,
    /// Put there by a test.
    Newer(Rc<str>),
}

impl Slot {
    fn entry(&self) -> Option<Entry> {
        match self {
            Self::Full(Revision { rev, saved_at, crc, text, .. }) => {
                Some(Entry { rev: *rev, saved_at: *saved_at, bytes: text.len() as u64, crc: *crc })
            }
            Self::Tombstone | Self::Newer(_) => None,
        }
    }
}

impl Document {
    fn head(&self) -> u64 {
        self.revisions.last_key_value().map_or(0, |(rev, _)| *rev)
    }

    fn prune(&mut self, leave: u64) {
        let head = self.head();
        let kept_from = (head + 1).saturating_sub(leave);
        for (_, slot) in self.revisions.range_mut(..kept_from) {
            *slot = Slot::Tombstone;
        }
        let forgotten = kept_from.saturating_sub(TOMBSTONES);
        self.revisions = self.revisions.split_off(&forgotten);
    }
}

impl Memory {
    /// Changes a stored revision behind the store's back, as a failing disk does.
    pub fn tamper(&self, key: &str, rev: u64, change: impl FnOnce(&mut Revision)) {
        let mut documents = self.0.borrow_mut();
        let document = documents.entry(key.to_owned()).or_default();
        if let Some(Slot::Full(revision)) = document.revisions.get_mut(&rev) {
            change(revision);
        }
    }

    /// Puts a record of a later layout on top, as a later version does.
    pub fn put_newer(&self, key: &str, text: &str) {
        let mut documents = self.0.borrow_mut();
        let document = documents.entry(key.to_owned()).or_default();
        let rev = document.head() + 1;
        document.revisions.insert(rev, Slot::Newer(text.into()));
    }

    fn with<T: 'static>(
        &self,
        key: &str,
        operation: impl FnOnce(&mut Document) -> Result<T, Fault>,
    ) -> Task<T> {
        let mut documents = self.0.borrow_mut();
        Box::pin(ready(operation(documents.entry(key.to_owned()).or_default())))
    }
}

impl Store for Memory {
    fn head(&self, key: &str) -> Task<u64> {
        self.with(key, |document| Ok(document.head()))
    }

    fn read(&self, key: &str, rev: u64) -> Task<Read> {
        self.with(key, |document| {
            Ok(match document.revisions.get(&rev) {
                None => Read::Absent,
                Some(Slot::Tombstone) => Read::Pruned,
                Some(Slot::Newer(raw)) => Read::Newer(Rc::clone(raw)),
                Some(Slot::Full(revision)) if revision.is_whole() => Read::Whole(revision.clone()),
                Some(Slot::Full(revision)) => Read::Damaged(Rc::clone(&revision.text)),
            })
        })
    }

    fn entry(&self, key: &str, rev: u64) -> Task<Option<Entry>> {
        self.with(key, |document| Ok(document.revisions.get(&rev).and_then(Slot::entry)))
    }

    fn list(&self, key: &str) -> Task<Vec<Entry>> {
        self.with(key, |document| Ok(document.revisions.values().rev().filter_map(Slot::entry).collect()))
    }

    fn save(&self, key: &str, revision: Revision) -> Task<()> {
        self.with(key, |document| {
            let head = document.head();
            if document.revisions.contains_key(&revision.rev) {
                return Err(Fault::Moved { head });
            }
            let rev = revision.rev;
            document.revisions.insert(rev, Slot::Full(revision));
            if head > rev {
                return Err(Fault::Moved { head });
            }
            document.prune(KEPT_TEXTS);
            Ok(())
        })
    }

    fn keep(&self, key: &str, kept: Kept) -> Task<()> {
        self.with(key, |document| {
            document.kept.insert(kept.id, kept);
            Ok(())
        })
    }

    fn kept(&self, key: &str) -> Task<Vec<Kept>> {
        self.with(key, |document| Ok(document.kept.values().rev().cloned().collect()))
    }

    fn forget(&self, key: &str, id: u64) -> Task<()> {
        self.with(key, |document| {
            document.kept.remove(&id);
            Ok(())
        })
    }

    fn trim(&self, key: &str, leave: u64) -> Task<()> {
        self.with(key, |document| {
            document.prune(leave);
            Ok(())
        })
    }

    fn erase(&self, key: &str) -> Task<()> {
        self.0.borrow_mut().remove(key);
        Box::pin(ready(Ok(())))
    }

    fn raw(&self, key: &str) -> Task<Option<Rc<str>>> {
        self.with(key, |document| {
            Ok(document.revisions.last_key_value().and_then(|(_, slot)| match slot {
                Slot::Full(revision) => Some(Rc::clone(&revision.text)),
                Slot::Newer(raw) => Some(Rc::clone(raw)),
                Slot::Tombstone => None,
            }))
        })
    }

    fn close(&self) {}
}
