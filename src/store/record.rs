//! What is stored, and what may go wrong with it.

use std::rc::Rc;

use super::crc::crc32;

/// Revisions whose text is kept; older ones leave a tombstone.
pub const KEPT_TEXTS: u64 = 20;

/// Tombstones kept below the oldest text. A tombstone occupies the number of a pruned revision, so that a tab
/// that fell behind still collides when it saves.
pub const TOMBSTONES: u64 = 1000;

/// Version of the record layout; a higher one is left alone.
#[cfg(target_arch = "wasm32")]
pub(super) const FORMAT: u32 = 1;

/// A stored state of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its number: one more than its parent's.
    pub rev: u64,
    /// The revision it was derived from; 0 for the first.
    pub parent: u64,
    /// When it was saved, in milliseconds since 1970. For people only: order comes from `rev`.
    pub saved_at: f64,
    /// Checksum of the text.
    pub crc: u32,
    /// The document.
    pub text: Rc<str>,
}

impl Revision {
    /// The successor of `parent`.
    pub fn after(parent: u64, saved_at: f64, text: Rc<str>) -> Self {
        Self { rev: parent + 1, parent, saved_at, crc: crc32(text.as_bytes()), text }
    }

    /// Whether the text is the one that was saved.
    pub fn is_whole(&self) -> bool {
        !self.text.is_empty() && crc32(self.text.as_bytes()) == self.crc
    }
}

/// What is found under a revision number.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// Nothing.
    Absent,
    /// A tombstone.
    Pruned,
    /// The revision as it was saved.
    Whole(Revision),
    /// Something else; as much of it as can be shown.
    Damaged(Rc<str>),
    /// A record of a later layout, as text.
    Newer(Rc<str>),
}

/// A line of the list of revisions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Number.
    pub rev: u64,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: f64,
    /// Length of the text in bytes of UTF-8.
    pub bytes: u64,
    /// Checksum of the text.
    pub crc: u32,
}

/// Why a text is kept outside the chain of revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptWhy {
    /// Another tab saved first: this is the other branch.
    Branch,
    /// It cannot be read.
    Damaged,
    /// It left, in a file or to the page: what comes back of it is compared with it, however late.
    Sent,
}

/// A text kept outside the chain of revisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its place; keeping another text under the same one replaces it. Later ones are higher.
    pub id: u64,
    /// Why.
    pub why: KeptWhy,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// The text.
    pub text: Rc<str>,
}

/// What went wrong in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser refuses storage here: private mode, sandboxed frame, policy.
    Refused,
    /// The database does not open; most often another tab holds it.
    Busy,
    /// No room left.
    Full,
    /// The connection was lost and did not come back.
    Lost,
    /// Written by a later version.
    Newer,
    /// Another tab saved first; its head.
    Moved {
        /// The newest revision.
        head: u64,
    },
    /// The store said that it saved, and nothing is there.
    Unverified,
    /// The document could not be written as text.
    NotWritten,
    /// Anything else, in the browser's words.
    Other(String),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for Fault {}
