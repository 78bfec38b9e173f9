//! Snapshots: what they hold, and coming back to one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::rc::Rc;

use serde_json::json;
use tour_de_table::edit::{Command, Edit, Origin, Session, patch};
use tour_de_table::exchange::merge::{Kinship, digest, kinship, later_named, with_lineage};
use tour_de_table::exchange::snapshots::{content, restored, take, with_snapshot};
use tour_de_table::exchange::{MAX_BYTES, read, write};
use tour_de_table::i18n::texts::edit;
use tour_de_table::model::json::value_of;
use tour_de_table::model::{Date, Dossier};

fn every_field() -> Dossier {
    read(&std::fs::read("tests/fixtures/dossiers/valid/every-field.json").unwrap()).unwrap().dossier
}

fn day() -> Date {
    Date::parse("2026-11-27").unwrap()
}

#[test]
fn a_snapshot_holds_the_whole_state_and_no_other_snapshot() {
    let dossier = every_field();
    let snapshot = take(&dossier, "z9".into(), "Comité", day());
    let mut expected = value_of(&dossier);
    let map = expected.as_object_mut().unwrap();
    map.shift_remove("snapshots");
    map.shift_remove("lineage");
    assert_eq!(snapshot.content, expected);
    assert_eq!(digest(&content(&snapshot).unwrap()), digest(&dossier));
    let with = with_snapshot(&dossier, snapshot).unwrap();
    assert_eq!(with.snapshots.len(), dossier.snapshots.len() + 1);
    assert!(read(&write(&with)).is_ok());
}

#[test]
fn coming_back_to_one_is_a_single_step_that_keeps_identifier_and_snapshots() {
    let start = every_field();
    let snapshot = take(&start, "z9".into(), "Comité", day());
    let mut later = with_snapshot(&start, snapshot.clone()).unwrap();
    later.needs.item_mut(0).unwrap().title = "Autre".to_owned();
    let present = take(&later, "z10".into(), "Avant", day());
    let back = restored(&later, &snapshot, Some(present)).unwrap();
    assert_eq!(digest(&back), digest(&start));
    let ids: Vec<&str> = back.snapshots.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["z1", "z2", "z9", "z10"]);

    // One undoable step, with an exact patch.
    let mut session = Session::new(Rc::new(later.clone()));
    let command = Command::Become(Box::new(back), edit::import());
    let applied = session.apply(Edit { command, origin: Origin::User, merge: None }).unwrap().unwrap();
    let mut file = value_of(&later);
    json_patch::patch(&mut file, &patch::between(&applied.before, &applied.after)).unwrap();
    assert_eq!(file, value_of(applied.after.as_ref()));
    let undone = session.undo().unwrap();
    assert_eq!(value_of(undone.after.as_ref())["needs"], value_of(&later)["needs"]);
    assert!(session.undo().is_none());
}

#[test]
fn a_snapshot_that_makes_the_file_too_large_is_not_taken() {
    let mut dossier = every_field();
    dossier.extra.insert("filler".to_owned(), json!("x".repeat(MAX_BYTES / 2)));
    let snapshot = take(&dossier, "z9".into(), "", day());
    assert!(with_snapshot(&dossier, snapshot).is_none());
}

#[test]
fn two_that_come_from_one_snapshot_find_it() {
    let start = every_field();
    let shared = with_snapshot(&start, take(&start, "z9".into(), "Comité", day())).unwrap();
    let [mut ours, mut theirs] = [shared.clone(), shared];
    ours.needs.item_mut(0).unwrap().title = "Ici".to_owned();
    theirs.needs.item_mut(0).unwrap().title = "Là".to_owned();
    let Kinship::Common(base) = kinship(&ours, &theirs, &[]) else { panic!("no common ancestor") };
    assert_eq!(digest(&base), digest(&start));
}

#[test]
fn a_state_later_than_the_snapshot_is_known_and_found_where_it_was_kept() {
    // Snapshot at revision 19; the dossier leaves at revision 38, comes back changed at 42, and ours went on to 41.
    let start = Dossier { revision: Some(19), ..every_field() };
    let mut sent = with_snapshot(&start, take(&start, "z9".into(), "Comité", day())).unwrap();
    sent.revision = Some(38);
    sent.needs.item_mut(0).unwrap().title = "Envoyé".to_owned();
    let mut theirs = with_lineage(&sent, &[&sent]);
    theirs.needs.item_mut(0).unwrap().title = "Là".to_owned();
    theirs.revision = Some(42);
    let mut ours = sent.clone();
    ours.needs.item_mut(0).unwrap().title = "Ici".to_owned();
    ours.revision = Some(41);
    let Kinship::Common(base) = kinship(&ours, &theirs, &[]) else { panic!("no common ancestor") };
    assert_eq!(digest(&base), digest(&start));
    assert_eq!(later_named(&base, &ours, &theirs), Some(38));
    // With what this device kept, the later one serves, and nothing later is missing.
    let Kinship::Common(base) = kinship(&ours, &theirs, &[sent.clone().into()]) else { panic!("not kept") };
    assert_eq!(digest(&base), digest(&sent));
    assert_eq!(later_named(&base, &ours, &theirs), None);
    // A line that names their own state, or one later than ours, is no common state.
    let again = with_lineage(&theirs, &[&theirs]);
    assert_eq!(later_named(&base, &ours, &again), None);
}

#[test]
fn a_content_that_is_no_dossier_is_refused() {
    let dossier = every_field();
    assert!(content(&dossier.snapshots[0]).is_err());
    assert!(restored(&dossier, &dossier.snapshots[0], None).is_err());
    assert!(content(&dossier.snapshots[1]).is_ok());
}
