//! When to save and what to say about it: a state machine without clock, storage or browser.
//!
//! Its caller tells it what happened ([`Input`], with the time), and does what it answers ([`Output`]). A save is
//! named by the number of edits it holds. Invariants, property-tested: nothing is written before reading is over,
//! nor after a panic, nor over what a later version or a damaged text left; "saved" is said only of what the store
//! reported complete; failures are retried ever more slowly.

mod steps;
mod tabs;

pub use steps::{Input, Output};

use super::record::Fault;
use super::status::{Status, Why};

/// A change is saved this long after the last keystroke…
const QUIET_MS: f64 = 400.0;
/// …and at the latest this long after the first.
const LONGEST_MS: f64 = 5_000.0;
/// The first retry follows after this; each further one takes twice as long…
const FIRST_RETRY_MS: f64 = 1_000.0;
/// …up to this.
const SLOWEST_RETRY_MS: f64 = 30_000.0;
/// At most one ordinary save and one while the page is being left.
const MOST_FLIGHTS: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Loading,
    Ready,
    Held,
    Memory(Why),
    ReadOnly,
    Dead,
}

#[derive(Clone, Copy, Debug)]
struct Flight {
    edits: u64,
}

#[derive(Clone, Copy, Debug)]
struct Conflict {
    theirs: u64,
    theirs_at: Option<f64>,
    /// Edits in the stored branch.
    kept: u64,
    /// Edits in the branch being stored.
    keeping: Option<u64>,
    /// The other state was asked for.
    taking: bool,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Machine {
    phase: Phase,
    /// The last revision asked for: the parent of the next save.
    base: u64,
    /// The last revision known to be stored.
    confirmed: u64,
    /// The newest revision heard of.
    seen: u64,
    edits: u64,
    stored: u64,
    journalled: Option<u64>,
    flights: Vec<Flight>,
    failures: u32,
    fault: Option<Fault>,
    first_unsaved: Option<f64>,
    due: Option<f64>,
    armed: Option<f64>,
    reading: bool,
    conflict: Option<Conflict>,
    saved_at: Option<f64>,
    status: Status,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            phase: Phase::Loading,
            base: 0,
            confirmed: 0,
            seen: 0,
            edits: 0,
            stored: 0,
            journalled: None,
            flights: Vec::new(),
            failures: 0,
            fault: None,
            first_unsaved: None,
            due: None,
            armed: None,
            reading: false,
            conflict: None,
            saved_at: None,
            status: Status::Nothing,
        }
    }
}

impl Machine {
    /// The status last told.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Whether something is not stored yet.
    pub fn dirty(&self) -> bool {
        self.edits > self.stored
    }

    /// Number of edits so far.
    pub fn edits(&self) -> u64 {
        self.edits
    }

    /// Whether two states wait for a choice.
    pub fn in_conflict(&self) -> bool {
        self.conflict.is_some()
    }

    /// Whether that many edits are stored: `None` while it is not decided yet.
    pub fn settled(&self, edits: u64) -> Option<bool> {
        if self.phase == Phase::Loading {
            return None;
        }
        if self.stored >= edits {
            return Some(true);
        }
        if !self.flights.is_empty() || self.conflict.is_some_and(|conflict| conflict.keeping.is_some()) {
            return None;
        }
        let stuck = self.phase != Phase::Ready || self.conflict.is_some() || self.failures > 0;
        stuck.then_some(false)
    }

    /// Takes an event in; `now` is in milliseconds on a clock that never goes back.
    pub fn step(&mut self, input: Input, now: f64) -> Vec<Output> {
        let mut out = Vec::new();
        if self.phase != Phase::Dead {
            self.take(input, now, &mut out);
            let status = self.current_status();
            if status != self.status {
                self.status = status;
                out.push(Output::Status(status));
            }
        }
        out
    }

    fn take(&mut self, input: Input, now: f64, out: &mut Vec<Output>) {
        match input {
            Input::Loaded { head, saved_at } => self.loaded(head, saved_at, now, out),
            Input::Held { head } => {
                self.phase = Phase::Held;
                (self.base, self.confirmed) = (head, head);
            }
            Input::Unavailable(why) => self.phase = Phase::Memory(why),
            Input::Newer => self.phase = Phase::ReadOnly,
            Input::Resume if self.phase == Phase::Held => {
                self.phase = Phase::Ready;
                self.schedule_if_dirty(now, out);
            }
            Input::Resume => {}
            Input::Retry => self.retry(out),
            Input::Changed => {
                self.edits += 1;
                self.first_unsaved.get_or_insert(now);
                if self.flights.is_empty() && self.failures == 0 {
                    self.schedule_if_dirty(now, out);
                }
            }
            Input::TimerFired => self.timer_fired(now, out),
            Input::SaveDone { edits, rev, at } => self.save_done(edits, rev, at, now, out),
            Input::SaveFailed { edits, fault } => self.save_failed(edits, fault, now, out),
            Input::Hidden => self.hidden(now, out),
            Input::Shown => {
                if self.phase == Phase::Ready {
                    out.push(Output::CheckHead);
                }
                let again = self.failures > 0 || matches!(self.phase, Phase::Memory(Why::Busy | Why::Lost));
                if again {
                    self.retry(out);
                }
            }
            Input::HeadIs(rev) => self.head_is(rev, now, out),
            Input::OtherTabSaved { rev } => self.other_saved(rev, out),
            Input::TheirsRead { rev, saved_at } => self.theirs_read(rev, saved_at, out),
            Input::TheirsUnreadable => {
                self.reading = false;
                if let Some(conflict) = &mut self.conflict {
                    conflict.taking = false;
                }
            }
            Input::BranchKept { edits } => self.branch_kept(edits, now, out),
            Input::BranchFailed => {
                if let Some(conflict) = &mut self.conflict {
                    conflict.keeping = None;
                    conflict.taking = false;
                    self.failures += 1;
                    self.schedule(now + self.backoff(), now, out);
                }
            }
            Input::TakeTheirs => self.take_theirs(out),
            Input::KeepMine => {
                if let Some(conflict) = self.conflict.take() {
                    (self.base, self.confirmed) = (conflict.theirs, conflict.theirs);
                    self.failures = 0;
                    self.save(out);
                }
            }
            Input::Flush => self.flush(out),
            Input::Erased => {
                (self.base, self.confirmed, self.seen) = (0, 0, 0);
                self.stored = self.edits;
                (self.conflict, self.saved_at, self.failures, self.due) = (None, None, 0, None);
                self.clear_journal(out);
                if matches!(self.phase, Phase::Held) {
                    self.phase = Phase::Ready;
                }
            }
            Input::Panicked => self.phase = Phase::Dead,
        }
    }

    fn current_status(&self) -> Status {
        match self.phase {
            Phase::Loading => self.status,
            Phase::Held => Status::ReadOnly { reason: Why::Damaged },
            Phase::Memory(reason) => Status::MemoryOnly { reason },
            Phase::ReadOnly => Status::ReadOnly { reason: Why::Newer },
            Phase::Dead => Status::Failed { retrying: false, reason: Why::Panicked },
            Phase::Ready => {
                if let Some(conflict) = self.conflict {
                    Status::Conflict { theirs_at: conflict.theirs_at }
                } else if self.failures > 0 && self.dirty() {
                    let reason = self.fault.as_ref().map_or(Why::Lost, Why::from);
                    Status::Failed { retrying: true, reason }
                } else if !self.flights.is_empty() {
                    Status::Saving
                } else if self.dirty() {
                    Status::Modified
                } else {
                    self.saved_at.map_or(Status::Nothing, |at| Status::Saved { at })
                }
            }
        }
    }

    fn loaded(&mut self, head: u64, saved_at: Option<f64>, now: f64, out: &mut Vec<Output>) {
        if !matches!(self.phase, Phase::Loading | Phase::Memory(_)) {
            return;
        }
        self.phase = Phase::Ready;
        (self.base, self.confirmed, self.saved_at) = (head, head, saved_at);
        if self.dirty() && head > 0 {
            // What was typed before reading was over does not derive from what is stored.
            self.enter_conflict(head, out);
        } else {
            self.schedule_if_dirty(now, out);
            let seen = self.seen;
            self.other_saved(seen, out);
        }
    }

    fn retry(&mut self, out: &mut Vec<Output>) {
        match self.phase {
            Phase::Memory(Why::Off) => {}
            Phase::Memory(_) => {
                self.phase = Phase::Loading;
                out.push(Output::Load);
            }
            Phase::Ready if self.failures > 0 => self.act(out),
            _ => {}
        }
    }

    fn backoff(&self) -> f64 {
        let doublings = self.failures.saturating_sub(1).min(10);
        (FIRST_RETRY_MS * f64::from(1_u32 << doublings)).min(SLOWEST_RETRY_MS)
    }

    fn schedule_if_dirty(&mut self, now: f64, out: &mut Vec<Output>) {
        if self.phase == Phase::Ready && self.unissued() {
            let first = *self.first_unsaved.get_or_insert(now);
            self.schedule((now + QUIET_MS).min(first + LONGEST_MS), now, out);
        }
    }

    /// One timer serves every keystroke: it is set again only when it runs out too early, or would too late.
    fn schedule(&mut self, due: f64, now: f64, out: &mut Vec<Output>) {
        self.due = Some(due);
        if self.armed.is_none_or(|armed| armed > due) {
            self.armed = Some(due);
            out.push(Output::Timer { ms: (due - now).max(0.0).ceil() as u32 });
        }
    }

    fn timer_fired(&mut self, now: f64, out: &mut Vec<Output>) {
        self.armed = None;
        let Some(due) = self.due else { return };
        if now < due {
            self.schedule(due, now, out);
        } else {
            self.due = None;
            self.act(out);
        }
    }

    /// What a due timer, or a person in a hurry, sets off.
    fn act(&mut self, out: &mut Vec<Output>) {
        if self.conflict.is_some() {
            self.keep_branch(out);
        } else if self.flights.is_empty() {
            self.save(out);
        }
    }

    fn unissued(&self) -> bool {
        let covered = match self.conflict {
            Some(conflict) => conflict.keeping.unwrap_or_default().max(conflict.kept),
            None => self.flights.last().map_or(self.stored, |flight| flight.edits),
        };
        self.edits > covered
    }

    fn save(&mut self, out: &mut Vec<Output>) {
        let possible = self.phase == Phase::Ready && self.conflict.is_none() && self.unissued();
        if !possible || self.flights.len() >= MOST_FLIGHTS {
            return;
        }
        self.first_unsaved = None;
        self.due = None;
        out.push(Output::Save { edits: self.edits, parent: self.base });
        self.flights.push(Flight { edits: self.edits });
        self.base += 1;
    }

    fn save_done(&mut self, edits: u64, rev: u64, at: f64, now: f64, out: &mut Vec<Output>) {
        self.flights.retain(|flight| flight.edits != edits);
        self.stored = self.stored.max(edits);
        self.confirmed = self.confirmed.max(rev);
        self.base = self.base.max(rev);
        self.saved_at = Some(at);
        (self.failures, self.fault) = (0, None);
        if self.journalled.is_some_and(|journalled| journalled <= self.stored) {
            self.clear_journal(out);
        }
        out.push(Output::Announce { rev });
        if self.flights.is_empty() {
            self.base = self.confirmed;
            self.schedule_if_dirty(now, out);
            let seen = self.seen;
            self.other_saved(seen, out);
        }
    }

    fn save_failed(&mut self, edits: u64, fault: Fault, now: f64, out: &mut Vec<Output>) {
        self.flights.retain(|flight| flight.edits != edits);
        // A later save under way may still hold everything.
        if !self.flights.is_empty() || self.stored >= edits {
            return;
        }
        self.base = self.confirmed;
        match fault {
            Fault::Moved { head } => return self.enter_conflict(head, out),
            Fault::Newer => self.phase = Phase::ReadOnly,
            Fault::Refused => self.phase = Phase::Memory(Why::Refused),
            _ => {
                self.failures += 1;
                if fault == Fault::Full && self.failures <= 2 {
                    out.push(Output::Trim { leave: if self.failures == 1 { 3 } else { 1 } });
                }
                self.schedule(now + self.backoff(), now, out);
            }
        }
        self.fault = Some(fault);
    }

    fn hidden(&mut self, now: f64, out: &mut Vec<Output>) {
        let lasting = !matches!(self.phase, Phase::ReadOnly | Phase::Memory(Why::Off));
        if lasting && self.unissued() {
            self.journalled = Some(self.edits);
            // Nobody has chosen yet to go on over what could not be read: what was typed meanwhile continues nothing, and
            // is set aside at the next start.
            let parent = if self.phase == Phase::Held { u64::MAX } else { self.base };
            out.push(Output::WriteJournal { parent });
        }
        self.flush(out);
        if self.phase == Phase::Ready && self.unissued() {
            self.schedule(now + QUIET_MS, now, out);
        }
    }

    fn flush(&mut self, out: &mut Vec<Output>) {
        if self.conflict.is_some() { self.keep_branch(out) } else { self.save(out) }
    }

    fn clear_journal(&mut self, out: &mut Vec<Output>) {
        if self.journalled.take().is_some() {
            out.push(Output::ClearJournal);
        }
    }
}
