//! How two dossiers are related, and what both come from.
//!
//! A dossier may hold earlier states of itself whole (its snapshots), and notes what it went through without the
//! content (`lineage`: a revision and a digest each). A state whose digest both know, and whose content one of them or
//! this device still has, is a common ancestor; the latest one serves.
//!
//! A line of `lineage` is written in a file that leaves (the state that leaves), and when a dossier takes another in
//! (both states that met), so that a file that comes back twice is known.

use std::collections::HashSet;
use std::rc::Rc;

use serde_json::Value;

use super::value::canonical;
use crate::exchange::read::read_value;
use crate::model::json::Field;
use crate::model::{Ancestor, Dossier, Snapshot};

/// Most lines of lineage kept; older ones are forgotten first.
const LONGEST: usize = 200;

/// How two dossiers are related.
#[derive(Clone, Debug)]
pub enum Kinship {
    /// They hold the same.
    Same,
    /// The second comes from the first: nothing was changed in the first since.
    Later,
    /// The first comes from the second, which brings nothing.
    Earlier,
    /// Both come from this one.
    Common(Box<Dossier>),
    /// Copies of one dossier, whose common state is not known any more.
    Copies,
    /// Two dossiers that began apart.
    Strangers,
}

/// What tells the content of a dossier: two of the same digest hold the same, whatever their revision, their date,
/// their lineage and their snapshots. 128 bits of FNV-1a (Fowler, Noll and Vo 1991) of its canonical text, in
/// hexadecimal: against chance, not against forgery.
pub fn digest(dossier: &Dossier) -> String {
    let mut value = dossier.view().value();
    if let Value::Object(map) = &mut value {
        for key in ["revision", "savedAt", "lineage", "snapshots"] {
            map.shift_remove(key);
        }
    }
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in canonical(&value).bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    format!("{hash:032x}")
}

/// The dossier with these states in its lineage.
pub fn with_lineage(dossier: &Dossier, states: &[&Dossier]) -> Dossier {
    let mut dossier = dossier.clone();
    for state in states {
        let digest = digest(state);
        if !dossier.lineage.iter().any(|one| one.digest == digest) {
            let revision = state.revision;
            dossier.lineage.push(Ancestor { revision, digest, ..Ancestor::default() });
        }
    }
    let beyond = dossier.lineage.len().saturating_sub(LONGEST);
    if beyond > 0 {
        dossier.lineage.items_mut().drain(..beyond);
    }
    dossier
}

/// A state whose content is known.
#[derive(Clone)]
struct State {
    dossier: Rc<Dossier>,
    digest: String,
}

/// How two dossiers are related; `kept` are earlier states that this device still has.
pub fn kinship(ours: &Dossier, theirs: &Dossier, kept: &[Rc<Dossier>]) -> Kinship {
    if ours.id != theirs.id {
        return Kinship::Strangers;
    }
    let digests = [digest(ours), digest(theirs)];
    let [our_digest, their_digest] = &digests;
    if our_digest == their_digest {
        return Kinship::Same;
    }
    let our_snapshots = contents(ours, ours, &[]);
    let their_snapshots = contents(theirs, ours, &our_snapshots);
    let snapshots =
        [our_snapshots, their_snapshots].map(|states| states.into_iter().flatten().collect::<Vec<_>>());
    let known = |side: usize| -> HashSet<&str> {
        let lineage = [ours, theirs].into_iter().skip(side).take(1).flat_map(|side| side.lineage.iter());
        let states = snapshots.iter().skip(side).take(1).flatten();
        lineage.map(|one| one.digest.as_str()).chain(states.map(|state| state.digest.as_str())).collect()
    };
    let (our_past, their_past) = (known(0), known(1));
    if their_past.contains(our_digest.as_str()) {
        return Kinship::Later;
    }
    if our_past.contains(their_digest.as_str()) {
        return Kinship::Earlier;
    }
    let kept = kept.iter().filter(|one| one.id == ours.id);
    let kept: Vec<State> = kept.map(|one| State { digest: digest(one), dossier: Rc::clone(one) }).collect();
    // What this device kept is ours, whatever our lineage says.
    let ours_too = |state: &State| {
        our_past.contains(state.digest.as_str()) || kept.iter().any(|one| one.digest == state.digest)
    };
    let common = snapshots
        .iter()
        .flatten()
        .chain(&kept)
        .filter(|state| ours_too(state) && their_past.contains(state.digest.as_str()));
    let latest = common.max_by(|a, b| {
        let rank = |state: &State| state.dossier.revision.unwrap_or_default();
        rank(a).cmp(&rank(b)).then_with(|| a.digest.cmp(&b.digest))
    });
    latest.map_or(Kinship::Copies, |state| Kinship::Common(Box::new(state.dossier.as_ref().clone())))
}

/// Whether what this device kept may tell more of how two dossiers are related than they do themselves.
pub fn is_unsettled(kinship: &Kinship, ours: &Dossier, theirs: &Dossier) -> bool {
    match kinship {
        Kinship::Copies => true,
        Kinship::Common(base) => later_named(base, ours, theirs).is_some(),
        _ => false,
    }
}

/// The revision of a state later than this ancestor that both may come from: one that their lineage names, no later
/// than ours. Its content, where this device still has it, is the better ancestor; where nobody has, a record added
/// since the known one and then removed on one side looks as if the other side had added it.
pub fn later_named(base: &Dossier, ours: &Dossier, theirs: &Dossier) -> Option<u32> {
    let (oldest, latest) = (base.revision.unwrap_or_default(), ours.revision.unwrap_or_default());
    let (own, known) = (digest(theirs), digest(base));
    let named = theirs.lineage.iter().filter(|one| one.digest != own && one.digest != known);
    named.filter_map(|one| one.revision).filter(|revision| (oldest + 1..=latest).contains(revision)).max()
}

/// The states that the snapshots of a dossier hold, each in its place; one that another dossier holds too is that one.
fn contents(dossier: &Dossier, other: &Dossier, known: &[Option<State>]) -> Vec<Option<State>> {
    let state = |snapshot: &Snapshot| {
        let alike = other.snapshots.iter().zip(known).find(|(one, _)| one.content == snapshot.content);
        if let Some((_, state)) = alike {
            return state.clone();
        }
        let opened = read_value(snapshot.content.clone()).ok()?;
        (opened.dossier.id == dossier.id)
            .then(|| State { digest: digest(&opened.dossier), dossier: Rc::new(opened.dossier) })
    };
    dossier.snapshots.iter().map(|snapshot| state(snapshot)).collect()
}
