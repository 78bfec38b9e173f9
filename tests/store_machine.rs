//! The autosave machine alone: what it asks for, and when.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, also in its helpers"
)]

use proptest::prelude::*;
use tour_de_table::store::{Fault, Input, Machine, Output, Status, Why};

fn loaded(head: u64) -> Machine {
    let mut machine = Machine::default();
    machine.step(Input::Loaded { head, saved_at: (head > 0).then_some(1.0) }, 0.0);
    machine
}

fn saves(outputs: &[Output]) -> Vec<(u64, u64)> {
    let save = |output: &Output| match output {
        Output::Save { edits, parent } => Some((*edits, *parent)),
        _ => None,
    };
    outputs.iter().filter_map(save).collect()
}

fn timer(outputs: &[Output]) -> Option<u32> {
    outputs.iter().rev().find_map(|output| if let Output::Timer { ms } = output { Some(*ms) } else { None })
}

/// Runs until the next save is asked for; the time, or nothing within a minute.
fn next_save(machine: &mut Machine, now: &mut f64, first: Vec<Output>) -> Option<f64> {
    let (start, mut outputs) = (*now, first);
    loop {
        if !saves(&outputs).is_empty() {
            return Some(*now - start);
        }
        *now += f64::from(timer(&outputs)?);
        if *now - start > 60_000.0 {
            return None;
        }
        outputs = machine.step(Input::TimerFired, *now);
    }
}

#[test]
fn a_change_is_saved_400_ms_after_the_last_key() {
    let mut machine = loaded(0);
    let mut now = 0.0;
    let outputs = machine.step(Input::Changed, now);
    assert_eq!(outputs.last(), Some(&Output::Status(Status::Modified)));
    assert_eq!(next_save(&mut machine, &mut now, outputs), Some(400.0));
    assert_eq!(machine.status(), Status::Saving);
    machine.step(Input::SaveDone { edits: 1, rev: 1, at: 77.0 }, 410.0);
    assert_eq!(machine.status(), Status::Saved { at: 77.0 });
}

#[test]
fn someone_who_never_pauses_is_saved_every_five_seconds_and_timers_are_not_set_at_each_key() {
    let mut machine = loaded(0);
    let (mut timers, mut fires, mut saved_at) = (0, None, None);
    for key in 0..600_u32 {
        let now = f64::from(key) * 100.0;
        let mut outputs = machine.step(Input::Changed, now);
        while let Some(due) = fires.filter(|due| *due <= now) {
            fires = None;
            outputs.extend(machine.step(Input::TimerFired, due));
        }
        if let Some(ms) = timer(&outputs) {
            timers += 1;
            fires = Some(now + f64::from(ms));
        }
        if !saves(&outputs).is_empty() {
            saved_at = Some(now);
            break;
        }
    }
    let saved_at = saved_at.expect("saved");
    assert!((5_000.0..=5_400.0).contains(&saved_at), "saved at {saved_at}");
    // One at most for each pause of 400 ms that did not come.
    assert!(timers <= 20, "{timers} timers for 50 keys");
}

#[test]
fn nothing_is_saved_before_reading_is_over() {
    let mut machine = Machine::default();
    let mut outputs = machine.step(Input::Changed, 0.0);
    outputs.extend(machine.step(Input::Flush, 1.0));
    outputs.extend(machine.step(Input::Hidden, 2.0));
    outputs.extend(machine.step(Input::Shown, 3.0));
    outputs.extend(machine.step(Input::TimerFired, 10_000.0));
    assert!(saves(&outputs).is_empty());
    // What was typed meanwhile is not put over what is stored.
    let outputs = machine.step(Input::Loaded { head: 4, saved_at: Some(1.0) }, 10_001.0);
    assert!(saves(&outputs).is_empty());
    assert!(outputs.contains(&Output::KeepBranch { edits: 1 }));
    assert_eq!(machine.status(), Status::Conflict { theirs_at: None });
}

#[test]
fn a_page_being_hidden_saves_at_once_also_on_top_of_a_save_under_way() {
    let mut machine = loaded(6);
    machine.step(Input::Changed, 0.0);
    assert_eq!(saves(&machine.step(Input::TimerFired, 400.0)), [(1, 6)]);
    machine.step(Input::Changed, 401.0);
    let outputs = machine.step(Input::Hidden, 402.0);
    assert_eq!(outputs[..2], [Output::WriteJournal { parent: 7 }, Output::Save { edits: 2, parent: 7 }]);
    // Visibility and leaving both say so: the second time, everything is under way.
    assert!(saves(&machine.step(Input::Hidden, 403.0)).is_empty());
    machine.step(Input::SaveDone { edits: 1, rev: 7, at: 1.0 }, 404.0);
    assert_eq!(machine.status(), Status::Saving);
    let outputs = machine.step(Input::SaveDone { edits: 2, rev: 8, at: 2.0 }, 405.0);
    assert!(outputs.contains(&Output::ClearJournal));
    assert_eq!(machine.status(), Status::Saved { at: 2.0 });
}

#[test]
fn retries_come_ever_more_slowly_and_stop_at_thirty_seconds() {
    let mut machine = loaded(0);
    let mut outputs = machine.step(Input::Changed, 0.0);
    let (mut now, mut waits) = (0.0, Vec::new());
    for _ in 0..8 {
        waits.push(next_save(&mut machine, &mut now, outputs).unwrap());
        outputs = machine.step(Input::SaveFailed { edits: 1, fault: Fault::Lost }, now);
    }
    assert_eq!(waits, [400.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 30_000.0, 30_000.0]);
}

#[test]
fn typing_on_does_not_hurry_a_retry() {
    let mut machine = loaded(0);
    let mut now = 0.0;
    let outputs = machine.step(Input::Changed, now);
    next_save(&mut machine, &mut now, outputs).unwrap();
    let mut outputs = machine.step(Input::SaveFailed { edits: 1, fault: Fault::Lost }, now);
    assert_eq!(machine.status(), Status::Failed { retrying: true, reason: Why::Lost });
    outputs.extend(machine.step(Input::Changed, now + 1.0));
    assert_eq!(next_save(&mut machine, &mut now, outputs), Some(1_000.0));
}

#[test]
fn a_full_disk_makes_room_before_the_next_attempt() {
    let mut machine = loaded(9);
    let mut now = 0.0;
    let outputs = machine.step(Input::Changed, now);
    next_save(&mut machine, &mut now, outputs).unwrap();
    let outputs = machine.step(Input::SaveFailed { edits: 1, fault: Fault::Full }, now);
    assert!(outputs.contains(&Output::Trim { leave: 3 }));
    assert_eq!(machine.status(), Status::Failed { retrying: true, reason: Why::Full });
}

#[test]
fn a_later_version_stops_every_write() {
    let mut machine = loaded(3);
    machine.step(Input::Changed, 0.0);
    machine.step(Input::TimerFired, 400.0);
    machine.step(Input::SaveFailed { edits: 1, fault: Fault::Newer }, 401.0);
    assert_eq!(machine.status(), Status::ReadOnly { reason: Why::Newer });
    for input in [Input::Changed, Input::Flush, Input::Hidden, Input::Shown, Input::Retry, Input::TimerFired]
    {
        let outputs = machine.step(input, 100_000.0);
        assert!(saves(&outputs).is_empty(), "{outputs:?}");
    }
}

#[test]
fn in_a_conflict_ours_is_kept_before_theirs_is_shown() {
    let mut machine = loaded(3);
    machine.step(Input::Changed, 0.0);
    let outputs = machine.step(Input::HeadIs(4), 10.0);
    assert_eq!(outputs[..2], [Output::KeepBranch { edits: 1 }, Output::ReadTheirs]);
    machine.step(Input::TheirsRead { rev: 4, saved_at: 50.0 }, 11.0);
    assert_eq!(machine.status(), Status::Conflict { theirs_at: Some(50.0) });
    assert!(!machine.step(Input::TakeTheirs, 12.0).contains(&Output::ReadTheirs), "ours is not kept yet");
    assert_eq!(machine.step(Input::BranchKept { edits: 1 }, 13.0), [Output::ReadTheirs]);
    let outputs = machine.step(Input::TheirsRead { rev: 4, saved_at: 50.0 }, 14.0);
    assert_eq!(outputs, [Output::Adopt, Output::Status(Status::Saved { at: 50.0 })]);
}

#[test]
fn hearsay_of_another_tab_decides_nothing() {
    let mut machine = loaded(3);
    assert_eq!(machine.step(Input::OtherTabSaved { rev: 1_000_000 }, 0.0), [Output::ReadTheirs]);
    assert_eq!(machine.step(Input::TheirsRead { rev: 3, saved_at: 1.0 }, 1.0), []);
    machine.step(Input::Changed, 2.0);
    assert_eq!(machine.step(Input::OtherTabSaved { rev: 1_000_000 }, 3.0), []);
    assert_eq!(saves(&machine.step(Input::Flush, 4.0)), [(1, 3)]);
}

#[test]
fn keeping_mine_goes_on_top_of_theirs() {
    let mut machine = loaded(3);
    machine.step(Input::Changed, 0.0);
    machine.step(Input::HeadIs(6), 10.0);
    machine.step(Input::BranchKept { edits: 1 }, 11.0);
    assert_eq!(saves(&machine.step(Input::KeepMine, 12.0)), [(1, 6)]);
}

fn any_input() -> impl Strategy<Value = u8> {
    0..22_u8
}

fn any_fault(pick: u8) -> Fault {
    match pick % 6 {
        0 => Fault::Full,
        1 => Fault::Lost,
        2 => Fault::Busy,
        3 => Fault::Unverified,
        4 => Fault::NotWritten,
        _ => Fault::Other("x".to_owned()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// Whatever happens in whatever order: saves name increasing edits and follow the newest revision known, at most
    /// two are under way, nothing is written where it must not be, and "saved" is said only when it is true.
    #[test]
    fn invariants(inputs in proptest::collection::vec((any_input(), any::<u8>(), 0..3_000_u32), 1..120)) {
        let mut machine = Machine::default();
        let mut now = 0.0;
        let mut flights: Vec<(u64, u64)> = Vec::new();
        let (mut stored, mut readable, mut dead, mut newer) = (0, false, false, false);
        let mut head = 0;
        for (input, pick, wait) in inputs {
            now += f64::from(wait);
            let input = match input {
                0 if !readable => { readable = true; head = u64::from(pick % 3); Input::Loaded { head, saved_at: Some(1.0) } }
                1..=6 => Input::Changed,
                7..=10 => Input::TimerFired,
                11..=13 if !flights.is_empty() => {
                    let (edits, rev) = flights.remove(0);
                    stored = stored.max(edits);
                    head = head.max(rev);
                    Input::SaveDone { edits, rev, at: 5.0 }
                }
                14 if !flights.is_empty() => {
                    let (edits, _) = flights.remove(usize::from(pick) % flights.len());
                    Input::SaveFailed { edits, fault: any_fault(pick) }
                }
                15 => Input::Hidden,
                16 => Input::Shown,
                17 => Input::Flush,
                18 => Input::HeadIs(head),
                19 => Input::Retry,
                20 if pick == 0 => { dead = true; Input::Panicked }
                21 if pick == 1 => { newer = true; Input::Newer }
                _ => continue,
            };
            for output in machine.step(input, now) {
                match output {
                    Output::Save { edits, parent } => {
                        prop_assert!(readable && !dead && !newer, "written where nothing may be");
                        prop_assert!(edits > stored, "nothing new to save");
                        prop_assert!(flights.last().is_none_or(|(last, _)| edits > *last), "same edits twice");
                        prop_assert!(parent >= head, "on an old revision");
                        flights.push((edits, parent + 1));
                        prop_assert!(flights.len() <= 2);
                    }
                    Output::Status(Status::Saved { .. }) => {
                        prop_assert_eq!(machine.edits(), stored);
                        prop_assert!(!machine.dirty());
                    }
                    Output::Timer { ms } => prop_assert!(ms <= 30_000),
                    _ => {}
                }
            }
        }
    }

    /// Work left alone with a store that works again ends up saved, without any further event.
    #[test]
    fn it_ends_up_saved(failures in 0..25_u32, edits in 1..5_u64) {
        let mut machine = loaded(2);
        let mut now = 0.0;
        let mut outputs = Vec::new();
        for _ in 0..edits { outputs.extend(machine.step(Input::Changed, now)); }
        for _ in 0..failures {
            prop_assert!(next_save(&mut machine, &mut now, outputs).is_some());
            outputs = machine.step(Input::SaveFailed { edits, fault: Fault::Lost }, now);
        }
        prop_assert!(next_save(&mut machine, &mut now, outputs).is_some());
        machine.step(Input::SaveDone { edits, rev: 3, at: 9.0 }, now);
        prop_assert_eq!(machine.status(), Status::Saved { at: 9.0 });
    }
}
