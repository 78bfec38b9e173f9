//! What the machine is told, and what it answers.

use crate::store::{Fault, Status, Why};

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Reading is over.
    Loaded {
        /// Newest revision, 0 for none.
        head: u64,
        /// When it was saved.
        saved_at: Option<f64>,
    },
    /// The newest revision cannot be read; the person must choose.
    Held {
        /// Newest revision.
        head: u64,
    },
    /// Nothing can be stored here.
    Unavailable(Why),
    /// A later version wrote what is stored.
    Newer,
    /// The person has chosen what to go on with after [`Input::Held`].
    Resume,
    /// Try again now.
    Retry,
    /// The dossier changed.
    Changed,
    /// The timer asked for has run out.
    TimerFired,
    /// A save is complete.
    SaveDone {
        /// Edits it holds.
        edits: u64,
        /// Its revision.
        rev: u64,
        /// Wall clock, in milliseconds since 1970.
        at: f64,
    },
    /// A save failed; nothing of it is stored.
    SaveFailed {
        /// Edits it held.
        edits: u64,
        /// Why.
        fault: Fault,
    },
    /// The page is hidden or being left; this may be the last thing that happens.
    Hidden,
    /// The page is visible again.
    Shown,
    /// Answer to [`Output::CheckHead`].
    HeadIs(u64),
    /// Another tab says it saved.
    OtherTabSaved {
        /// Its revision.
        rev: u64,
    },
    /// Answer to [`Output::ReadTheirs`].
    TheirsRead {
        /// Newest revision.
        rev: u64,
        /// When it was saved.
        saved_at: f64,
    },
    /// No answer to [`Output::ReadTheirs`].
    TheirsUnreadable,
    /// The branch is stored.
    BranchKept {
        /// Edits it holds.
        edits: u64,
    },
    /// The branch is not stored.
    BranchFailed,
    /// In a conflict: show the other state.
    TakeTheirs,
    /// In a conflict: this state becomes the newest.
    KeepMine,
    /// Save without waiting.
    Flush,
    /// Everything stored was erased on request.
    Erased,
    /// The program panicked.
    Panicked,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Output {
    /// Start saving as the successor of a revision; before anything else happens.
    Save {
        /// Edits it holds.
        edits: u64,
        /// The revision it follows.
        parent: u64,
    },
    /// Keep the current state as a branch, in place of an earlier one of the same conflict.
    KeepBranch {
        /// Edits it holds.
        edits: u64,
    },
    /// Read everything again.
    Load,
    /// Look up the newest revision number.
    CheckHead,
    /// Read the newest revision.
    ReadTheirs,
    /// Show what was just read.
    Adopt,
    /// Make room.
    Trim {
        /// Texts that stay.
        leave: u64,
    },
    /// Write the last-chance journal, now.
    WriteJournal {
        /// The revision from which the state derives.
        parent: u64,
    },
    /// Remove the journal's entry.
    ClearJournal,
    /// Tell other tabs.
    Announce {
        /// The revision saved.
        rev: u64,
    },
    /// Set the timer, in place of any other.
    Timer {
        /// Milliseconds.
        ms: u32,
    },
    /// Show this.
    Status(Status),
}
