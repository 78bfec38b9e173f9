//! Earlier states of a dossier, kept whole inside it under a title.

use super::limits::MAX_BYTES;
use super::merge::with_lineage;
use super::read::read_value;
use super::report::Refusal;
use super::write::write;
use crate::model::json::{Field, List};
use crate::model::{Date, Dossier, Id, Snapshot};

/// A snapshot of a dossier as it stands. It holds no other snapshot: each would hold all those before it.
pub fn take(dossier: &Dossier, id: Id, title: &str, on: Date) -> Snapshot {
    let state = Dossier { snapshots: List::default(), lineage: List::default(), ..dossier.clone() };
    Snapshot {
        id,
        title: title.to_owned(),
        on: Some(on),
        content: state.view().value(),
        ..Snapshot::default()
    }
}

/// The dossier with one more snapshot; `None` where the file would be larger than may be opened again
/// ([`MAX_BYTES`]).
pub fn with_snapshot(dossier: &Dossier, snapshot: Snapshot) -> Option<Dossier> {
    let mut dossier = dossier.clone();
    dossier.snapshots.push(snapshot);
    (write(&dossier).len() <= MAX_BYTES).then_some(dossier)
}

/// The state a snapshot holds.
///
/// # Errors
///
/// Where its content is no dossier, as files of other tools may have it.
pub fn content(snapshot: &Snapshot) -> Result<Dossier, Refusal> {
    read_value(snapshot.content.clone()).map(|opened| opened.dossier)
}

/// The dossier as a snapshot holds it. Its identifier stays, and so do all snapshots, that of the present state
/// (`present`) included.
///
/// # Errors
///
/// Where the content of the snapshot is no dossier.
pub fn restored(
    dossier: &Dossier,
    snapshot: &Snapshot,
    present: Option<Snapshot>,
) -> Result<Dossier, Refusal> {
    let state = content(snapshot)?;
    let known = with_lineage(dossier, &[dossier]);
    let back = Dossier {
        id: dossier.id.clone(),
        snapshots: dossier.snapshots.clone(),
        lineage: known.lineage,
        revision: dossier.revision,
        ..state
    };
    Ok(present.and_then(|present| with_snapshot(&back, present)).unwrap_or(back))
}

/// The size of a snapshot in the file, in bytes.
pub fn size(snapshot: &Snapshot) -> usize {
    snapshot.content.to_string().len()
}
