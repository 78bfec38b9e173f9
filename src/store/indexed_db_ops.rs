//! The operations of the store in the browser's database, other than a save.

use std::rc::Rc;

use idb::{Database, Factory, ObjectStore, Query};
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::indexed_db::{
    HIGHEST, IndexedDb, Started, alone, asked, describe, get, meta_number, numbers, object, place, range,
    reading, start_save, store, tombstone, writing,
};
use super::indexed_db_open::{KEPT, REVISIONS, TEXTS, fault};
use super::record::{Entry, FORMAT, Fault, KEPT_TEXTS, Kept, KeptWhy, Read, Revision};
use super::traits::{Store, Task};

impl Store for IndexedDb {
    fn head(&self, key: &str) -> Task<u64> {
        let key = key.to_owned();
        self.run(move |database| {
            let transaction = reading(database, &[REVISIONS])?;
            let keys = keys(&store(&transaction, REVISIONS)?, &key)?;
            Ok(Box::pin(async move {
                let keys = keys.await;
                drop(transaction);
                Ok(keys?.last().copied().unwrap_or_default())
            }))
        })
    }

    fn read(&self, key: &str, rev: u64) -> Task<Read> {
        let key = key.to_owned();
        self.run(move |database| {
            let transaction = reading(database, &[REVISIONS, TEXTS])?;
            let (meta, text) = (store(&transaction, REVISIONS)?, store(&transaction, TEXTS)?);
            let at = place(&key, rev);
            let (meta, text) = (value(&meta, &at)?, value(&text, &at)?);
            Ok(Box::pin(async move {
                let (meta, text) = (meta.await, text.await);
                drop(transaction);
                Ok(decode(rev, meta?, text?))
            }))
        })
    }

    fn entry(&self, key: &str, rev: u64) -> Task<Option<Entry>> {
        let key = key.to_owned();
        self.run(move |database| {
            let transaction = reading(database, &[REVISIONS])?;
            let meta = value(&store(&transaction, REVISIONS)?, &place(&key, rev))?;
            Ok(Box::pin(async move {
                let meta = meta.await;
                drop(transaction);
                let whole = meta?.filter(|meta| get(meta, "crc").as_f64().is_some());
                Ok(whole.map(|meta| entry(rev, &meta)))
            }))
        })
    }

    fn list(&self, key: &str) -> Task<Vec<Entry>> {
        let key = key.to_owned();
        self.run(move |database| {
            let transaction = reading(database, &[REVISIONS, TEXTS])?;
            let (revisions, texts) = (store(&transaction, REVISIONS)?, store(&transaction, TEXTS)?);
            let revs = keys(&revisions, &key)?;
            let metas = values(&revisions, &key)?;
            let with_text = keys(&texts, &key)?;
            Ok(Box::pin(async move {
                let (revs, metas, with_text) = (revs.await, metas.await, with_text.await);
                drop(transaction);
                let with_text = with_text?;
                let entries = revs?.into_iter().zip(metas?).rev();
                Ok(entries
                    .filter(|(rev, _)| with_text.contains(rev))
                    .map(|(rev, meta)| entry(rev, &meta))
                    .collect())
            }))
        })
    }

    fn save(&self, key: &str, revision: Revision) -> Task<()> {
        let key = key.to_owned();
        self.run(move |database| start_save(database, &key, &revision))
    }

    fn keep(&self, key: &str, kept: Kept) -> Task<()> {
        let key = key.to_owned();
        self.run(move |database| {
            let why = match kept.why {
                KeptWhy::Branch => "branch",
                KeptWhy::Damaged => "damaged",
                KeptWhy::Sent => "sent",
            };
            let record = object(&[
                ("v", FORMAT.into()),
                ("why", why.into()),
                ("savedAt", kept.saved_at.into()),
                ("text", JsValue::from_str(&kept.text)),
            ]);
            let (_, done) = writing(database, &[KEPT], |transaction| {
                asked(store(transaction, KEPT)?.put(&record, Some(&place(&key, kept.id))))
            })?;
            Ok(done)
        })
    }

    fn kept(&self, key: &str) -> Task<Vec<Kept>> {
        let key = key.to_owned();
        self.run(move |database| {
            let transaction = reading(database, &[KEPT])?;
            let store = store(&transaction, KEPT)?;
            let (ids, records) = (keys(&store, &key)?, values(&store, &key)?);
            Ok(Box::pin(async move {
                let (ids, records) = (ids.await, records.await);
                drop(transaction);
                let pairs = ids?.into_iter().zip(records?).rev();
                Ok(pairs
                    .map(|(id, record)| Kept {
                        id,
                        why: match get(&record, "why").as_string().as_deref() {
                            Some("branch") => KeptWhy::Branch,
                            Some("sent") => KeptWhy::Sent,
                            _ => KeptWhy::Damaged,
                        },
                        saved_at: meta_number(&record, "savedAt"),
                        text: describe(&get(&record, "text")),
                    })
                    .collect())
            }))
        })
    }

    fn forget(&self, key: &str, id: u64) -> Task<()> {
        let key = key.to_owned();
        self.run(move |database| {
            let (_, done) = writing(database, &[KEPT], |transaction| {
                asked(store(transaction, KEPT)?.delete(Query::from(place(&key, id))))
            })?;
            Ok(done)
        })
    }

    fn trim(&self, key: &str, leave: u64) -> Task<()> {
        let (this, key, head) = (self.clone(), key.to_owned(), self.head(key));
        alone(async move {
            let Some(last) = head.await?.checked_sub(leave) else { return Ok(()) };
            this.run(move |database| start_trim(database, &key, last)).await
        })
    }

    fn erase(&self, key: &str) -> Task<()> {
        let key = key.to_owned();
        self.run(move |database| {
            let stores = [REVISIONS, TEXTS, KEPT];
            let ((), done) = writing(database, &stores, |transaction| {
                for name in stores {
                    asked(store(transaction, name)?.delete(Query::from(range(&key, 0, HIGHEST)?)))?;
                }
                Ok(())
            })?;
            Ok(done)
        })
    }

    fn raw(&self, key: &str) -> Task<Option<Rc<str>>> {
        let (name, key) = (self.name().to_owned(), key.to_owned());
        alone(async move {
            // Without a version: whatever is there, a later layout included.
            let factory = Factory::new().map_err(|error| fault(&error))?;
            let request = factory.open(&name, None).map_err(|error| fault(&error))?;
            let database = request.await.map_err(|error| fault(&error))?;
            let found = match newest_text(&database, &key).await {
                Ok(found) => Ok(found),
                // Its stores bear other names.
                Err(_) => everything(&database).await,
            };
            database.close();
            found
        })
    }

    fn close(&self) {
        self.release();
    }
}

fn entry(rev: u64, meta: &JsValue) -> Entry {
    Entry {
        rev,
        saved_at: meta_number(meta, "savedAt"),
        bytes: meta_number(meta, "bytes") as u64,
        crc: meta_number(meta, "crc") as u32,
    }
}

/// Texts up to `last` go; their numbers stay taken.
fn start_trim(database: &Database, key: &str, last: u64) -> Started<()> {
    let ((), done) = writing(database, &[REVISIONS, TEXTS], |transaction| {
        let revisions = store(transaction, REVISIONS)?;
        for rev in last.saturating_sub(KEPT_TEXTS)..=last {
            asked(revisions.put(&tombstone(), Some(&place(key, rev))))?;
        }
        asked(store(transaction, TEXTS)?.delete(Query::from(range(key, 0, last)?)))?;
        Ok(())
    })?;
    Ok(done)
}

fn keys(store: &ObjectStore, key: &str) -> Started<Vec<u64>> {
    let request = store.get_all_keys(Some(range(key, 0, HIGHEST)?.into()), None);
    let answer = request.map_err(|error| fault(&error))?.into_future();
    Ok(Box::pin(async move { answer.await.map(|keys| numbers(&keys)).map_err(|error| fault(&error)) }))
}

fn values(store: &ObjectStore, key: &str) -> Started<Vec<JsValue>> {
    let request = store.get_all(Some(range(key, 0, HIGHEST)?.into()), None);
    let answer = request.map_err(|error| fault(&error))?.into_future();
    Ok(Box::pin(async move { answer.await.map_err(|error| fault(&error)) }))
}

/// `None` when there is nothing; a stored `null` is something.
fn value(store: &ObjectStore, at: &JsValue) -> Started<Option<JsValue>> {
    let answer = store.get(at.clone()).map_err(|error| fault(&error))?.into_future();
    Ok(Box::pin(async move { answer.await.map_err(|error| fault(&error)) }))
}

fn decode(rev: u64, meta: Option<JsValue>, text: Option<JsValue>) -> Read {
    let (meta, text) = match (meta, text) {
        (None, None) => return Read::Absent,
        (None, Some(text)) => return Read::Damaged(describe(&text)),
        (Some(meta), text) => (meta, text.unwrap_or_default()),
    };
    if get(&meta, "v").as_f64().is_some_and(|version| version > f64::from(FORMAT)) {
        return Read::Newer(if text.is_undefined() { describe(&meta) } else { describe(&text) });
    }
    if text.is_undefined() {
        let pruned = get(&meta, "pruned").is_truthy();
        return if pruned { Read::Pruned } else { Read::Damaged(describe(&meta)) };
    }
    let Some(words) = text.as_string() else { return Read::Damaged(describe(&text)) };
    let revision = Revision {
        rev,
        parent: meta_number(&meta, "parent") as u64,
        saved_at: meta_number(&meta, "savedAt"),
        crc: meta_number(&meta, "crc") as u32,
        text: words.into(),
    };
    if revision.is_whole() { Read::Whole(revision) } else { Read::Damaged(revision.text) }
}

async fn newest_text(database: &Database, key: &str) -> Result<Option<Rc<str>>, Fault> {
    let transaction = reading(database, &[TEXTS])?;
    let texts = store(&transaction, TEXTS)?;
    let Some(newest) = keys(&texts, key)?.await?.last().copied() else { return Ok(None) };
    let text = value(&texts, &place(key, newest))?.await?;
    drop(transaction);
    Ok(text.map(|text| describe(&text)))
}

/// Every record of a layout that is not known, as JSON.
async fn everything(database: &Database) -> Result<Option<Rc<str>>, Fault> {
    let mut stores: Vec<(String, JsValue)> = Vec::new();
    for name in database.store_names() {
        let transaction = reading(database, &[&name])?;
        let request = store(&transaction, &name)?.get_all(None, None).map_err(|error| fault(&error))?;
        let records = request.await.map_err(|error| fault(&error))?;
        drop(transaction);
        if !records.is_empty() {
            stores.push((name, records.iter().collect::<Array>().into()));
        }
    }
    let fields: Vec<(&str, JsValue)> =
        stores.iter().map(|(name, array)| (name.as_str(), array.clone())).collect();
    Ok((!fields.is_empty()).then(|| describe(&object(&fields))))
}
