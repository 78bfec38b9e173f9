//! The last-chance journal: what could not be stored properly before the page went away.
//!
//! It stands beside the save that is handed over at the same time, because that one may still be dropped: Chromium
//! asks for the quota before the first write of a while, and gives up when the page is gone by then; and it moves
//! texts of more than 64 KB over only after the page had its say.
//!
//! It is written synchronously while the page is being hidden, one entry a tab. At the next start an entry that
//! continues the head becomes a revision; any other is kept as a branch.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::crc::crc32;

/// Longest text that is journalled, in bytes: the space behind it is small and shared with the host page.
pub(super) const LONGEST: usize = 1_000_000;

/// A place for short-lived texts that can be written without waiting.
pub trait Journal {
    /// Replaces this tab's entry; a refusal is not reported, because nothing else could be done about it.
    fn write(&self, entry: &str);
    /// Removes this tab's entry.
    fn clear(&self);
    /// Every entry left for this document, with its name.
    fn found(&self) -> Vec<(String, String)>;
    /// Removes an entry found.
    fn remove(&self, name: &str);
}

/// No journal at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoJournal;

impl Journal for NoJournal {
    fn write(&self, _: &str) {}
    fn clear(&self) {}
    fn found(&self) -> Vec<(String, String)> {
        Vec::new()
    }
    fn remove(&self, _: &str) {}
}

/// A journal in memory, shared by the tabs of a test.
#[derive(Clone, Debug, Default)]
pub struct SharedJournal {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
    tab: String,
}

impl SharedJournal {
    /// The same journal, seen from another tab.
    pub fn tab(&self, tab: &str) -> Self {
        Self { entries: Rc::clone(&self.entries), tab: tab.to_owned() }
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Journal for SharedJournal {
    fn write(&self, entry: &str) {
        self.entries.borrow_mut().insert(self.tab.clone(), entry.to_owned());
    }
    fn clear(&self) {
        self.entries.borrow_mut().remove(&self.tab);
    }
    fn found(&self) -> Vec<(String, String)> {
        self.entries.borrow().iter().map(|(name, entry)| (name.clone(), entry.clone())).collect()
    }
    fn remove(&self, name: &str) {
        self.entries.borrow_mut().remove(name);
    }
}

/// An entry of the journal: a line of figures, then the text.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// The revision from which the text was derived.
    pub parent: u64,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// The dossier as text.
    pub text: Rc<str>,
}

impl JournalEntry {
    /// As it is stored.
    pub fn encode(&self) -> String {
        format!("1 {} {} {}\n{}", self.parent, self.saved_at, crc32(self.text.as_bytes()), self.text)
    }

    /// What was stored; `None` when it is not whole.
    pub fn decode(stored: &str) -> Option<Self> {
        let (figures, text) = stored.split_once('\n')?;
        let mut figures = figures.split(' ');
        if figures.next() != Some("1") {
            return None;
        }
        let parent = figures.next()?.parse().ok()?;
        let saved_at = figures.next()?.parse().ok()?;
        let crc: u32 = figures.next()?.parse().ok()?;
        let whole = figures.next().is_none() && !text.is_empty() && crc32(text.as_bytes()) == crc;
        whole.then(|| Self { parent, saved_at, text: text.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_as_written() {
        let entry =
            JournalEntry { parent: 7, saved_at: 1_790_000_000_123.5, text: "{\n \"é\": 1}\n".into() };
        assert_eq!(JournalEntry::decode(&entry.encode()), Some(entry));
    }

    #[test]
    fn a_cut_or_changed_entry_is_not_taken() {
        let whole = JournalEntry { parent: 7, saved_at: 1.0, text: "{\"a\": 1}".into() }.encode();
        for length in 0..whole.len() {
            assert_eq!(JournalEntry::decode(&whole[..length]), None, "cut at {length}");
        }
        assert_eq!(JournalEntry::decode(&whole.replace(": 1}", ": 2}")), None);
        assert_eq!(JournalEntry::decode(&whole.replacen('1', "2", 1)), None, "a later layout");
    }
}
