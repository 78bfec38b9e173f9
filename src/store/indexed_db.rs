//! The store in the browser's database.
//!
//! A save is one transaction handed over at once: nothing in it waits for an answer, because the callbacks of a
//! page that is being left may never run. The compare-and-swap is the `add` under the next number: it fails, and
//! takes the transaction with it, when another tab wrote that revision. `commit()` is explicit: without it,
//! Chromium drops what is written while a page is left (0 of 5 saves survived a reload, 5 of 5 with it).

use std::rc::Rc;

use idb::{Database, KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::indexed_db_open::{Connection, REVISIONS, TEXTS, fault, fault_named, name_of};
use super::record::{FORMAT, Fault, KEPT_TEXTS, Revision, TOMBSTONES};
use super::signal::Signal;
use super::traits::Task;

/// Beyond any revision number, and still exact as a JavaScript number.
pub(super) const HIGHEST: u64 = 1 << 52;
/// A connection that was lost is opened again this many times before an operation gives up.
const ATTEMPTS: u32 = 2;

/// The store in IndexedDB. Clones share one connection, which stays open.
#[derive(Clone)]
pub struct IndexedDb {
    connection: Connection,
}

/// An operation whose requests are made, or could not be.
pub(super) type Started<T> = Result<Task<T>, Fault>;

impl IndexedDb {
    /// The database of this name, opened at the first operation.
    pub fn new(name: &str) -> Self {
        Self { connection: Connection::new(name) }
    }

    /// Starts an operation in the call itself where the connection is open; opens it first, or again, otherwise.
    pub(super) fn run<T: 'static>(&self, start: impl Fn(&Database) -> Started<T> + 'static) -> Task<T> {
        let first = self.connection.current().map(|database| start(&database));
        let (connection, answer) = (self.connection.clone(), Signal::default());
        let told = answer.clone();
        spawn_local(async move {
            let mut result = match first {
                None => Err(Fault::Lost),
                Some(started) => {
                    let result = finish(started).await;
                    if matches!(result, Err(Fault::Lost)) {
                        connection.close();
                    }
                    result
                }
            };
            for _ in 0..ATTEMPTS {
                if !matches!(result, Err(Fault::Lost)) {
                    break;
                }
                result = match connection.open().await {
                    Ok(database) => finish(start(&database)).await,
                    Err(fault) => {
                        told.send(Err(fault));
                        return;
                    }
                };
                if matches!(result, Err(Fault::Lost)) {
                    connection.close();
                }
            }
            told.send(result);
        });
        Box::pin(answer)
    }

    pub(super) fn name(&self) -> &str {
        self.connection.name()
    }

    pub(super) fn release(&self) {
        self.connection.close();
    }
}

/// Runs an operation that brings its own connection.
pub(super) fn alone<T: 'static>(work: impl Future<Output = Result<T, Fault>> + 'static) -> Task<T> {
    let answer = Signal::default();
    let told = answer.clone();
    spawn_local(async move { told.send(work.await) });
    Box::pin(answer)
}

async fn finish<T>(started: Started<T>) -> Result<T, Fault> {
    started?.await
}

pub(super) fn number(value: u64) -> JsValue {
    JsValue::from_f64(value as f64)
}

pub(super) fn place(key: &str, number_: u64) -> JsValue {
    Array::of2(&key.into(), &number(number_)).into()
}

pub(super) fn range(key: &str, from: u64, to: u64) -> Result<KeyRange, Fault> {
    KeyRange::bound(&place(key, from), &place(key, to), None, None).map_err(|error| fault(&error))
}

/// The numbers in the second place of keys.
pub(super) fn numbers(keys: &[JsValue]) -> Vec<u64> {
    keys.iter().filter_map(|key| Array::from(key).get(1).as_f64()).map(|number| number as u64).collect()
}

pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A number of a record, 0 when it is not one.
pub(super) fn meta_number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap_or_default()
}

pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Cannot fail on a plain object.
        Reflect::set(&object, &(*name).into(), value).ok();
    }
    object.into()
}

/// As much of a value as can be shown.
pub(super) fn describe(value: &JsValue) -> Rc<str> {
    let text = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string());
    text.unwrap_or_default().into()
}

/// A transaction that only reads: its requests carry the answers.
pub(super) fn reading(database: &Database, stores: &[&str]) -> Result<Transaction, Fault> {
    database.transaction(stores, TransactionMode::ReadOnly).map_err(|error| fault(&error))
}

/// A transaction that writes: everything is asked, and handed over, before this returns; the task tells how it ends.
pub(super) fn writing<T>(
    database: &Database,
    stores: &[&str],
    ask: impl FnOnce(&Transaction) -> Result<T, Fault>,
) -> Result<(T, Task<()>), Fault> {
    let transaction = database.transaction(stores, TransactionMode::ReadWrite);
    let mut transaction = transaction.map_err(|error| fault(&error))?;
    let end = Signal::default();
    let (complete, abort) = (end.clone(), end.clone());
    transaction.on_complete(move |_| complete.send(Ok(())));
    // The transaction knows why it was aborted; the event of the request that failed would hide it.
    transaction.on_abort(move |event| {
        let error = event.target().map(|target| get(&target, "error")).unwrap_or_default();
        abort.send(Err(match name_of(&error) {
            name if name == "ConstraintError" => Fault::Moved { head: 0 },
            name => fault_named(name),
        }));
    });
    let asked = ask(&transaction);
    let over = if asked.is_ok() { transaction.commit() } else { transaction.abort() };
    let transaction = over.map_err(|error| fault(&error))?;
    let task = async move {
        let result: Result<(), Fault> = end.await;
        // It held the handlers until now.
        drop(transaction);
        result
    };
    match asked {
        Ok(answer) => Ok((answer, Box::pin(task))),
        Err(fault) => {
            spawn_local(async move { drop(task.await) });
            Err(fault)
        }
    }
}

pub(super) fn store(transaction: &Transaction, name: &str) -> Result<ObjectStore, Fault> {
    transaction.object_store(name).map_err(|error| fault(&error))
}

/// A request made; most need no answer beyond that of their transaction.
pub(super) fn asked<T>(request: Result<T, idb::Error>) -> Result<T, Fault> {
    request.map_err(|error| fault(&error))
}

pub(super) fn start_save(database: &Database, key: &str, revision: &Revision) -> Started<()> {
    let rev = revision.rev;
    let (higher, committed) = writing(database, &[REVISIONS, TEXTS], |transaction| {
        let (revisions, texts) = (store(transaction, REVISIONS)?, store(transaction, TEXTS)?);
        let at = place(key, rev);
        let higher = asked(revisions.get_all_keys(Some(range(key, rev, HIGHEST)?.into()), None))?;
        asked(revisions.add(&meta(revision), Some(&at)))?;
        asked(texts.add(&JsValue::from_str(&revision.text), Some(&at)))?;
        if let Some(pruned) = rev.checked_sub(KEPT_TEXTS) {
            asked(revisions.put(&tombstone(), Some(&place(key, pruned))))?;
            asked(texts.delete(Query::from(range(key, 0, pruned)?)))?;
            if let Some(forgotten) = pruned.checked_sub(TOMBSTONES) {
                asked(revisions.delete(Query::from(range(key, 0, forgotten)?)))?;
            }
        }
        // Listened to only now that nothing can fail any more.
        Ok(higher.into_future())
    })?;
    Ok(Box::pin(async move {
        let result = committed.await;
        // Answered before the end of its transaction.
        let head = higher.await.map(|keys| numbers(&keys)).unwrap_or_default().into_iter().max();
        match (result, head) {
            (Err(Fault::Moved { .. }), head) => Err(Fault::Moved { head: head.unwrap_or(rev) }),
            (Ok(()), Some(head)) if head > rev => Err(Fault::Moved { head }),
            (result, _) => result,
        }
    }))
}

fn meta(revision: &Revision) -> JsValue {
    object(&[
        ("v", FORMAT.into()),
        ("parent", number(revision.parent)),
        ("savedAt", revision.saved_at.into()),
        ("crc", revision.crc.into()),
        ("bytes", number(revision.text.len() as u64)),
    ])
}

pub(super) fn tombstone() -> JsValue {
    object(&[("v", FORMAT.into()), ("pruned", true.into())])
}
