//! Reading at the start: the newest revision, what to do when it cannot be read, and the last-chance journal.

use std::rc::Rc;

use super::autosave::Input;
use super::crc::crc32;
use super::event::{Event, Loaded, Previous, Reply, Version, VersionId, VersionKind};
use super::journal::JournalEntry;
use super::record::{Entry, Fault, Kept, KeptWhy, Read, Revision};
use super::session::Session;
use super::signal::Signal;
use super::status::Why;

/// Texts set aside, at most, and as many that left; the oldest of the same sort makes room.
const KEPT_ASIDE: usize = 20;

impl Session {
    /// Reads what is stored; [`Event::Loaded`] follows.
    pub fn load(&self) {
        let session = self.clone();
        self.spawn(async move {
            let loaded = match session.read_all().await {
                Ok(loaded) => loaded,
                Err(Fault::Newer) => {
                    let raw = session.0.store.raw(&session.0.key).await.ok().flatten();
                    session.step(Input::Newer);
                    Loaded::Newer { raw }
                }
                Err(fault) => {
                    let reason = Why::from(&fault);
                    session.step(Input::Unavailable(reason));
                    Loaded::Refused { reason }
                }
            };
            session.tell(Event::Loaded(loaded));
        });
    }

    async fn read_all(&self) -> Result<Loaded, Fault> {
        let (store, key) = (&self.0.store, &self.0.key);
        let head = store.head(key).await?;
        let found = if head == 0 { None } else { Some(store.read(key, head).await?) };
        let newest = match found {
            None => None,
            Some(Read::Whole(revision)) => Some(revision),
            Some(Read::Newer(raw)) => {
                self.step(Input::Newer);
                return Ok(Loaded::Newer { raw: Some(raw) });
            }
            Some(Read::Damaged(raw)) => return self.damaged(head, raw).await,
            // The head is a tombstone, or was erased between two looks.
            Some(Read::Pruned | Read::Absent) => return self.damaged(head, Rc::from("")).await,
        };
        let (newest, recovered) = self.replay(newest).await;
        let Some(Revision { rev, saved_at, text, .. }) = newest else {
            self.step(Input::Loaded { head: 0, saved_at: None });
            return Ok(Loaded::Nothing);
        };
        *self.0.given.borrow_mut() = Some((rev, Rc::clone(&text)));
        self.step(Input::Loaded { head: rev, saved_at: Some(saved_at) });
        if self.0.machine.borrow().in_conflict() {
            // Something was typed before reading was over: it stays on the screen, and the status asks.
            return Ok(Loaded::Nothing);
        }
        Ok(Loaded::Text { text, saved_at, recovered })
    }

    /// The revision `head` cannot be read: it is set aside, and the newest whole one before it is looked for.
    async fn damaged(&self, head: u64, raw: Rc<str>) -> Result<Loaded, Fault> {
        self.step(Input::Held { head });
        self.set_aside(KeptWhy::Damaged, self.0.platform.clock(), &raw).await;
        let previous = self.previous(head).await?;
        if let Some(Revision { rev, text, .. }) = &previous {
            *self.0.given.borrow_mut() = Some((*rev, Rc::clone(text)));
        } else {
            *self.0.given.borrow_mut() = None;
        }
        let previous = previous.map(|Revision { text, saved_at, .. }| Previous { text, saved_at });
        Ok(Loaded::Damaged { raw, previous })
    }

    async fn previous(&self, before: u64) -> Result<Option<Revision>, Fault> {
        let (store, key) = (&self.0.store, &self.0.key);
        for Entry { rev, .. } in store.list(key).await? {
            if rev < before
                && let Read::Whole(revision) = store.read(key, rev).await?
            {
                return Ok(Some(revision));
            }
        }
        Ok(None)
    }

    /// The text last given is not a dossier: it is set aside, and [`Loaded::Damaged`] follows with the one before.
    pub fn reject(&self) {
        let Some((rev, raw)) = self.0.given.borrow_mut().take() else { return };
        let session = self.clone();
        self.spawn(async move {
            let head = session.0.store.head(&session.0.key).await.unwrap_or(rev).max(rev);
            session.step(Input::Held { head });
            let loaded = match session.damaged(rev, Rc::clone(&raw)).await {
                Ok(loaded) => loaded,
                Err(_) => Loaded::Damaged { raw, previous: None },
            };
            // `damaged` counts from the text rejected; saving goes on from the newest.
            session.step(Input::Held { head });
            session.tell(Event::Loaded(loaded));
        });
    }

    /// Keeps a text outside the chain, once; whether it is there now.
    async fn set_aside(&self, why: KeptWhy, saved_at: f64, text: &Rc<str>) -> bool {
        let (store, key) = (&self.0.store, &self.0.key);
        let Ok(kept) = store.kept(key).await else { return false };
        if text.is_empty() || kept.iter().any(|kept| kept.why == why && kept.text == *text) {
            return true;
        }
        let sent = why == KeptWhy::Sent;
        let alike = kept.iter().filter(|kept| (kept.why == KeptWhy::Sent) == sent);
        for oldest in alike.skip(KEPT_ASIDE - 1) {
            // One text too many is no reason to fail.
            store.forget(key, oldest.id).await.ok();
        }
        store.keep(key, Kept { id: self.place(), why, saved_at, text: Rc::clone(text) }).await.is_ok()
    }

    /// Keeps the state of the dossier that is leaving, beyond the last saves: what comes back of it can then be compared
    /// with it. Where there is no room, those that left first give way; without any, it is not kept.
    pub fn sent(&self, text: Rc<str>) {
        let session = self.clone();
        self.spawn(async move {
            let at = session.0.platform.clock();
            if !session.set_aside(KeptWhy::Sent, at, &text).await {
                session.forget_sent(KEPT_ASIDE / 2).await;
                session.set_aside(KeptWhy::Sent, at, &text).await;
            }
        });
    }

    /// Keeps only the newest of the states that left.
    pub(super) async fn forget_sent(&self, leave: usize) {
        let (store, key) = (&self.0.store, &self.0.key);
        let kept = store.kept(key).await.unwrap_or_default();
        for oldest in kept.iter().filter(|kept| kept.why == KeptWhy::Sent).skip(leave) {
            store.forget(key, oldest.id).await.ok();
        }
    }

    /// What tabs wrote in haste: the continuation of the head becomes the head, everything else is set aside.
    /// An entry goes only once its text is stored. Gives the head afterwards, and whether it comes from there.
    async fn replay(&self, newest: Option<Revision>) -> (Option<Revision>, bool) {
        let (store, key, journal) = (&self.0.store, &self.0.key, &self.0.journal);
        let (mut newest, mut recovered) = (newest, false);
        let mut entries: Vec<_> = journal.found();
        crate::model::order::by(&mut entries, |(_, a), (_, b)| {
            let at = |raw: &str| JournalEntry::decode(raw).map_or(0.0, |entry| entry.saved_at);
            at(b).total_cmp(&at(a))
        });
        for (name, raw) in entries {
            let Some(entry) = JournalEntry::decode(&raw) else {
                if self.set_aside(KeptWhy::Damaged, self.0.platform.clock(), &raw.as_str().into()).await {
                    journal.remove(&name);
                }
                continue;
            };
            let head = newest.as_ref().map_or(0, |revision| revision.rev);
            if self.is_stored(&entry.text).await {
                journal.remove(&name);
                continue;
            }
            if entry.parent == head {
                let revision = Revision::after(head, entry.saved_at, Rc::clone(&entry.text));
                match store.save(key, revision.clone()).await {
                    Ok(()) => {
                        journal.remove(&name);
                        (newest, recovered) = (Some(revision), true);
                        continue;
                    }
                    Err(Fault::Moved { .. }) => {}
                    // Left for the next start.
                    Err(_) => continue,
                }
            }
            if self.set_aside(KeptWhy::Branch, entry.saved_at, &entry.text).await {
                journal.remove(&name);
            }
        }
        (newest, recovered)
    }

    async fn is_stored(&self, text: &str) -> bool {
        let (bytes, crc) = (text.len() as u64, crc32(text.as_bytes()));
        let entries = self.0.store.list(&self.0.key).await.unwrap_or_default();
        entries.iter().any(|entry| entry.bytes == bytes && entry.crc == crc)
    }

    /// The stored texts, newest first.
    pub fn versions(&self) -> Reply<Vec<Version>> {
        let (revisions, kept) = (self.0.store.list(&self.0.key), self.0.store.kept(&self.0.key));
        self.reply(async move {
            let revisions = revisions.await.unwrap_or_default().into_iter().map(|entry| Version {
                id: VersionId::Revision(entry.rev),
                kind: VersionKind::Revision,
                saved_at: entry.saved_at,
                bytes: entry.bytes,
            });
            let kept = kept.await.unwrap_or_default().into_iter().map(|kept| Version {
                id: VersionId::Kept(kept.id),
                kind: VersionKind::Kept(kept.why),
                saved_at: kept.saved_at,
                bytes: kept.text.len() as u64,
            });
            let mut versions: Vec<Version> = revisions.chain(kept).collect();
            crate::model::order::by(&mut versions, |a, b| b.saved_at.total_cmp(&a.saved_at));
            versions
        })
    }

    /// One stored text; `None` when it is no longer there.
    pub fn text_of(&self, id: VersionId) -> Reply<Option<Rc<str>>> {
        let (store, key) = (Rc::clone(&self.0.store), self.0.key.clone());
        self.reply(async move {
            match id {
                VersionId::Revision(rev) => match store.read(&key, rev).await {
                    Ok(Read::Whole(revision)) => Some(revision.text),
                    Ok(Read::Damaged(raw) | Read::Newer(raw)) => Some(raw),
                    _ => None,
                },
                VersionId::Kept(id) => {
                    let kept = store.kept(&key).await.unwrap_or_default();
                    kept.into_iter().find(|kept| kept.id == id).map(|kept| kept.text)
                }
            }
        })
    }

    /// Removes every stored text of this document from this computer.
    pub fn erase(&self) -> Reply<bool> {
        let erased = self.0.store.erase(&self.0.key);
        let session = self.clone();
        self.reply(async move {
            let done = erased.await.is_ok();
            if done {
                for (name, _) in session.0.journal.found() {
                    session.0.journal.remove(&name);
                }
                session.step(Input::Erased);
            }
            done
        })
    }

    /// Runs to its end by itself; the reply only carries the answer.
    fn reply<T: 'static>(&self, work: impl Future<Output = T> + 'static) -> Reply<T> {
        let signal = Signal::default();
        let told = signal.clone();
        self.spawn(async move { told.send(work.await) });
        Box::pin(signal)
    }
}
