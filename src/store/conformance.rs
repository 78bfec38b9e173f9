//! What every store must do, checked on each of them: in memory natively, in IndexedDB in a real browser.

use std::rc::Rc;

use super::record::{Entry, Fault, KEPT_TEXTS, Kept, KeptWhy, Read, Revision};
use super::traits::Store;

/// Opens a further connection to the same data.
pub type Open<'a> = &'a dyn Fn() -> Rc<dyn Store>;

/// Runs every check, each under a key of its own that starts with `prefix`; gives their number.
///
/// # Errors
/// The first rule that does not hold.
pub async fn check(open: Open<'_>, prefix: &str) -> Result<usize, String> {
    let key = |name: &str| format!("{prefix}{name}");
    nothing_at_first(open, &key("empty")).await?;
    a_revision_comes_back(open, &key("round-trip")).await?;
    the_second_of_two_tabs_is_refused(open, &key("two-tabs")).await?;
    a_tab_far_behind_is_refused(open, &key("behind")).await?;
    old_texts_become_tombstones(open, &key("prune")).await?;
    room_is_made(open, &key("trim")).await?;
    documents_do_not_mix(open, &key("one"), &key("one-more")).await?;
    texts_are_kept_aside(open, &key("aside")).await?;
    saves_follow_each_other_without_waiting(open, &key("burst")).await?;
    everything_is_erased(open, &key("erase")).await?;
    a_closed_store_opens_again(open, &key("close")).await?;
    Ok(11)
}

fn expect(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Result<(), String> {
    expect(found == expected, || format!("{what}: {found:?} instead of {expected:?}"))
}

fn words<T>(what: &str, result: Result<T, Fault>) -> Result<T, String> {
    result.map_err(|fault| format!("{what}: {fault}"))
}

fn revision(parent: u64, text: &str) -> Revision {
    Revision::after(parent, 1_790_000_000_000.0 + parent as f64, text.into())
}

async fn fill(store: &Rc<dyn Store>, key: &str, from: u64, to: u64) -> Result<(), String> {
    for parent in from..to {
        words("save", store.save(key, revision(parent, &format!("text {}", parent + 1))).await)?;
    }
    Ok(())
}

async fn nothing_at_first(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    same("head of nothing", store.head(key).await, Ok(0))?;
    same("read of nothing", store.read(key, 1).await, Ok(Read::Absent))?;
    same("list of nothing", store.list(key).await, Ok(Vec::new()))?;
    same("raw of nothing", store.raw(key).await, Ok(None))?;
    same("kept of nothing", store.kept(key).await, Ok(Vec::new()))
}

async fn a_revision_comes_back(open: Open<'_>, key: &str) -> Result<(), String> {
    let saved = revision(0, "{\"titre\":\"Bassin d’emploi – 数 \u{1f5fa}\"}\n");
    words("save", open().save(key, saved.clone()).await)?;
    let store = open();
    same("head", store.head(key).await, Ok(1))?;
    same("read", store.read(key, 1).await, Ok(Read::Whole(saved.clone())))?;
    same("raw", store.raw(key).await, Ok(Some(Rc::clone(&saved.text))))?;
    let entry = Entry { rev: 1, saved_at: saved.saved_at, bytes: saved.text.len() as u64, crc: saved.crc };
    same("entry", store.entry(key, 1).await, Ok(Some(entry)))?;
    same("no entry", store.entry(key, 2).await, Ok(None))?;
    same("list", store.list(key).await, Ok(vec![entry]))
}

async fn the_second_of_two_tabs_is_refused(open: Open<'_>, key: &str) -> Result<(), String> {
    let (a, b) = (open(), open());
    fill(&a, key, 0, 3).await?;
    words("first", a.save(key, revision(3, "of A")).await)?;
    same("second", b.save(key, revision(3, "of B")).await, Err(Fault::Moved { head: 4 }))?;
    same("head", b.head(key).await, Ok(4))?;
    same("the first stays", b.read(key, 4).await, Ok(Read::Whole(revision(3, "of A"))))
}

async fn a_tab_far_behind_is_refused(open: Open<'_>, key: &str) -> Result<(), String> {
    let (a, b) = (open(), open());
    let head = KEPT_TEXTS * 2 + 5;
    fill(&a, key, 0, head).await?;
    same("on a tombstone", b.save(key, revision(1, "late")).await, Err(Fault::Moved { head }))?;
    same("head", a.head(key).await, Ok(head))?;
    let newest = words("read", a.read(key, head).await)?;
    same("the newest stays", newest, Read::Whole(revision(head - 1, &format!("text {head}"))))
}

async fn old_texts_become_tombstones(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    let head = KEPT_TEXTS + 3;
    fill(&store, key, 0, head).await?;
    let revs: Vec<u64> = words("list", store.list(key).await)?.iter().map(|entry| entry.rev).collect();
    same("list", revs, (4..=head).rev().collect())?;
    same("pruned", store.read(key, 3).await, Ok(Read::Pruned))?;
    same("entry of a tombstone", store.entry(key, 3).await, Ok(None))?;
    same("kept", store.read(key, 4).await, Ok(Read::Whole(revision(3, "text 4"))))
}

async fn room_is_made(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    fill(&store, key, 0, 8).await?;
    words("trim", store.trim(key, 2).await)?;
    let revs: Vec<u64> = words("list", store.list(key).await)?.iter().map(|entry| entry.rev).collect();
    same("list", revs, vec![8, 7])?;
    same("trimmed", store.read(key, 6).await, Ok(Read::Pruned))?;
    same("head", store.head(key).await, Ok(8))?;
    fill(&store, key, 8, 9).await
}

async fn documents_do_not_mix(open: Open<'_>, one: &str, other: &str) -> Result<(), String> {
    let store = open();
    fill(&store, one, 0, 2).await?;
    fill(&store, other, 0, 1).await?;
    words("trim", store.trim(one, 1).await)?;
    words("erase", store.erase(one).await)?;
    same("erased", store.head(one).await, Ok(0))?;
    same("the other", store.read(other, 1).await, Ok(Read::Whole(revision(0, "text 1"))))
}

async fn texts_are_kept_aside(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    fill(&store, key, 0, 1).await?;
    let branch = Kept { id: 10, why: KeptWhy::Branch, saved_at: 5.0, text: "branch".into() };
    let damaged = Kept { id: 20, why: KeptWhy::Damaged, saved_at: 6.0, text: "\u{0}{{".into() };
    words("keep", store.keep(key, branch.clone()).await)?;
    words("keep", store.keep(key, damaged.clone()).await)?;
    same("kept", open().kept(key).await, Ok(vec![damaged.clone(), branch.clone()]))?;
    let later = Kept { text: "branch, later".into(), ..branch };
    words("keep again", store.keep(key, later.clone()).await)?;
    same("replaced", store.kept(key).await, Ok(vec![damaged, later.clone()]))?;
    words("forget", store.forget(key, 20).await)?;
    same("forgotten", store.kept(key).await, Ok(vec![later.clone()]))?;
    same("the chain is untouched", store.head(key).await, Ok(1))?;
    // What left outlives the chain: it is there when its revision has become a tombstone, and when room is made.
    let sent = Kept { id: 30, why: KeptWhy::Sent, saved_at: 7.0, text: "text 1".into() };
    words("keep", store.keep(key, sent.clone()).await)?;
    fill(&store, key, 1, KEPT_TEXTS + 5).await?;
    same("pruned", store.read(key, 1).await, Ok(Read::Pruned))?;
    words("trim", store.trim(key, 1).await)?;
    same("still there", open().kept(key).await, Ok(vec![sent, later]))
}

/// A page that is being left hands over a save while another is under way.
async fn saves_follow_each_other_without_waiting(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    same("head", store.head(key).await, Ok(0))?;
    let first = store.save(key, revision(0, "first"));
    let second = store.save(key, revision(1, "second"));
    words("second", second.await)?;
    words("first", first.await)?;
    same("newest", open().read(key, 2).await, Ok(Read::Whole(revision(1, "second"))))
}

async fn everything_is_erased(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    fill(&store, key, 0, KEPT_TEXTS + 2).await?;
    let aside = Kept { id: 1, why: KeptWhy::Branch, saved_at: 1.0, text: "aside".into() };
    words("keep", store.keep(key, aside).await)?;
    words("erase", store.erase(key).await)?;
    nothing_at_first(open, key).await?;
    fill(&store, key, 0, 1).await
}

async fn a_closed_store_opens_again(open: Open<'_>, key: &str) -> Result<(), String> {
    let store = open();
    fill(&store, key, 0, 1).await?;
    store.close();
    store.close();
    same("head", store.head(key).await, Ok(1))?;
    store.close();
    fill(&store, key, 1, 2).await
}
