//! Autosave: what a person typed is still there after a closed tab, a full disk or another tab.
//!
//! Three parts, each tested apart. A [`Store`] keeps numbered revisions and never overwrites one; a
//! [`Machine`] decides when to save and what to say about it, without touching any clock or browser; a
//! [`Session`] joins the two. In the browser, [`Autosave`] gives the session IndexedDB, timers and events.
//!
//! Revision numbers here are those of the stored chain; they are not the dossier's own.

mod autosave;
mod crc;
mod event;
mod faulty;
mod journal;
mod load;
mod memory;
mod record;
mod session;
mod signal;
mod status;
mod trace;
mod traits;

#[cfg(any(not(target_arch = "wasm32"), feature = "provoke-panic"))]
pub mod conformance;

#[cfg(target_arch = "wasm32")]
mod driver;
#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod indexed_db_open;
#[cfg(target_arch = "wasm32")]
mod indexed_db_ops;
#[cfg(target_arch = "wasm32")]
mod web;

pub use autosave::{Input, Machine, Output};
pub use crc::crc32;
#[cfg(target_arch = "wasm32")]
pub use driver::{Autosave, draft, keep_draft, keep_trace, known, note_known, poison, trace};
pub use event::{
    Config, Event, Loaded, Mode, Previous, Provider, Reply, Version, VersionId, VersionKind,
    possible_ancestors,
};
pub use faulty::{Failure, Faulty};
#[cfg(target_arch = "wasm32")]
pub use indexed_db::IndexedDb;
pub use journal::{Journal, JournalEntry, NoJournal, SharedJournal};
pub use memory::Memory;
pub use record::{Entry, Fault, KEPT_TEXTS, Kept, KeptWhy, Read, Revision, TOMBSTONES};
pub use session::{Platform, Session};
pub use signal::Signal;
pub use status::{Status, Why, why_phrase};
pub use trace::Trace;
pub use traits::{Store, Task};
