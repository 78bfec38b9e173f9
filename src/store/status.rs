//! What a person is told about saving.

use super::record::Fault;
use crate::i18n::Phrase;
use crate::i18n::texts::store as words;

/// The state of saving, as shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// Nothing to store yet, or what is stored is still being read.
    Nothing,
    /// There are changes that are not stored.
    Modified,
    /// A save is under way.
    Saving,
    /// Everything is stored: the transaction was reported complete.
    Saved {
        /// Milliseconds since 1970.
        at: f64,
    },
    /// The last save failed.
    Failed {
        /// Whether another attempt will follow by itself.
        retrying: bool,
        /// Why.
        reason: Why,
    },
    /// Nothing can be stored here; work goes on in memory.
    MemoryOnly {
        /// Why.
        reason: Why,
    },
    /// Nothing is stored, so that what is stored already stays as it is.
    ReadOnly {
        /// Why.
        reason: Why,
    },
    /// Another tab saved a different state; the person chooses.
    Conflict {
        /// When the other state was saved, in milliseconds since 1970.
        theirs_at: Option<f64>,
    },
}

/// Why saving does not work as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The host page asked for no storage.
    Off,
    /// The browser refuses storage here.
    Refused,
    /// The stored data are held by another tab.
    Busy,
    /// No room left.
    Full,
    /// The connection to the storage was lost.
    Lost,
    /// A later version wrote what is stored.
    Newer,
    /// What is stored cannot be read; the person has not chosen yet.
    Damaged,
    /// The dossier could not be written as text.
    NotWritten,
    /// The program stopped on an internal error.
    Panicked,
}

impl From<&Fault> for Why {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Refused => Self::Refused,
            Fault::Busy => Self::Busy,
            Fault::Full => Self::Full,
            Fault::Newer => Self::Newer,
            Fault::NotWritten => Self::NotWritten,
            Fault::Lost | Fault::Moved { .. } | Fault::Unverified | Fault::Other(_) => Self::Lost,
        }
    }
}

/// Why, and what to do.
pub fn why_phrase(why: Why) -> Phrase {
    match why {
        Why::Off => words::off(),
        Why::Refused => words::why_refused(),
        Why::Busy => words::why_busy(),
        Why::Full => words::why_full(),
        Why::Lost => words::why_lost(),
        Why::Newer => words::why_newer(),
        Why::Damaged => words::why_damaged(),
        Why::NotWritten => words::why_not_written(),
        Why::Panicked => words::why_panicked(),
    }
}
