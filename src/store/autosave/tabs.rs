//! The part of the machine that deals with other tabs: following them, and conflicts.

use super::{Conflict, Machine, Output, Phase};

impl Machine {
    /// A revision of another tab was heard of. Hearsay decides nothing: theirs is read, or the next save finds out.
    pub(super) fn other_saved(&mut self, rev: u64, out: &mut Vec<Output>) {
        self.seen = self.seen.max(rev);
        if self.phase != Phase::Ready || rev <= self.base {
            return;
        }
        let undecided = self.conflict.is_none() && (self.dirty() || !self.flights.is_empty());
        if !undecided {
            self.read_theirs(out);
        }
    }

    fn read_theirs(&mut self, out: &mut Vec<Output>) {
        if !self.reading {
            self.reading = true;
            out.push(Output::ReadTheirs);
        }
    }

    pub(super) fn head_is(&mut self, rev: u64, now: f64, out: &mut Vec<Output>) {
        if self.phase != Phase::Ready || self.conflict.is_some() || !self.flights.is_empty() {
            return;
        }
        if rev > self.base && self.dirty() {
            self.enter_conflict(rev, out);
        } else if rev > self.base {
            self.read_theirs(out);
        } else if rev < self.confirmed && self.edits > 0 {
            // What was stored is gone (site data cleared): everything is written again from memory.
            self.stored = 0;
            self.schedule_if_dirty(now, out);
        }
    }

    pub(super) fn enter_conflict(&mut self, theirs: u64, out: &mut Vec<Output>) {
        self.conflict =
            Some(Conflict { theirs, theirs_at: None, kept: self.stored, keeping: None, taking: false });
        self.due = None;
        // Both states are kept before anybody is asked.
        self.keep_branch(out);
        self.read_theirs(out);
    }

    pub(super) fn keep_branch(&mut self, out: &mut Vec<Output>) {
        let edits = self.edits;
        if let Some(conflict) = &mut self.conflict
            && conflict.keeping.is_none()
            && conflict.kept < edits
        {
            conflict.keeping = Some(edits);
            out.push(Output::KeepBranch { edits });
        }
    }

    pub(super) fn branch_kept(&mut self, edits: u64, now: f64, out: &mut Vec<Output>) {
        self.failures = 0;
        if self.journalled.is_some_and(|journalled| journalled <= edits) {
            self.clear_journal(out);
        }
        let Some(conflict) = &mut self.conflict else { return };
        conflict.kept = conflict.kept.max(edits);
        conflict.keeping = None;
        if conflict.taking {
            self.take_theirs(out);
        } else {
            self.schedule_if_dirty(now, out);
        }
    }

    /// Ours is kept first; only then is theirs read and shown.
    pub(super) fn take_theirs(&mut self, out: &mut Vec<Output>) {
        let edits = self.edits;
        let Some(conflict) = &mut self.conflict else { return };
        conflict.taking = true;
        if conflict.kept < edits {
            self.keep_branch(out);
        } else {
            self.read_theirs(out);
        }
    }

    pub(super) fn theirs_read(&mut self, rev: u64, saved_at: f64, out: &mut Vec<Output>) {
        (self.reading, self.seen) = (false, rev);
        if self.phase != Phase::Ready {
            return;
        }
        let edits = self.edits;
        if let Some(conflict) = &mut self.conflict {
            conflict.theirs = conflict.theirs.max(rev);
            conflict.theirs_at = Some(saved_at);
            if conflict.taking && conflict.kept >= edits {
                self.adopt(rev, saved_at, out);
            } else if conflict.taking {
                self.keep_branch(out);
            }
            return;
        }
        if rev <= self.base || !self.flights.is_empty() {
            return;
        }
        if self.dirty() {
            self.enter_conflict(rev, out);
        } else {
            self.adopt(rev, saved_at, out);
        }
    }

    fn adopt(&mut self, rev: u64, saved_at: f64, out: &mut Vec<Output>) {
        (self.base, self.confirmed, self.stored) = (rev, rev, self.edits);
        (self.conflict, self.failures, self.fault, self.due) = (None, 0, None, None);
        self.first_unsaved = None;
        self.saved_at = Some(saved_at);
        self.clear_journal(out);
        out.push(Output::Adopt);
    }
}
