//! Faults that cost people their work elsewhere, injected natively: the numbers FI-… are those of the reliability
//! reference of this project.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, also in its helpers"
)]

mod store_support;

use std::rc::Rc;

use store_support::{Tab, World, run};
use tour_de_table::store::{
    Event, Failure, Fault, Faulty, Input, Journal as _, JournalEntry, Kept, KeptWhy, Loaded, Memory, Read,
    Revision, Status, Store, VersionId, VersionKind, Why,
};

const KEY: &str = "k";

fn save(memory: &Memory, text: &str) -> u64 {
    let head = run(memory.head(KEY)).unwrap();
    run(memory.save(KEY, Revision::after(head, 1.0, text.into()))).unwrap();
    head + 1
}

fn text(memory: &Memory, rev: u64) -> String {
    match run(memory.read(KEY, rev)).unwrap() {
        Read::Whole(revision) => revision.text.to_string(),
        other => panic!("{other:?}"),
    }
}

fn newest(memory: &Memory) -> String {
    text(memory, run(memory.head(KEY)).unwrap())
}

fn open(world: &Rc<World>, memory: &Memory) -> Tab {
    let tab = world.tab(Rc::new(memory.clone()), KEY);
    world.settle();
    tab
}

fn open_faulty(world: &Rc<World>, memory: &Memory) -> (Tab, Rc<Faulty>) {
    let faulty = Rc::new(Faulty::new(Rc::new(memory.clone())));
    let tab = world.tab(Rc::clone(&faulty) as Rc<dyn Store>, KEY);
    (tab, faulty)
}

/// Everything stored for the document, aside included.
fn everything(memory: &Memory) -> Vec<String> {
    let mut texts: Vec<String> =
        run(memory.list(KEY)).unwrap().iter().map(|entry| text(memory, entry.rev)).collect();
    texts.extend(run(memory.kept(KEY)).unwrap().iter().map(|kept| kept.text.to_string()));
    texts
}

#[test]
fn what_is_typed_is_stored_and_found_again() {
    let (world, memory) = (World::new(), Memory::default());
    let tab = open(&world, &memory);
    assert_eq!(tab.loaded(), Some(Loaded::Nothing));
    tab.types("mot");
    world.advance(399.0);
    assert_eq!(run(memory.head(KEY)), Ok(0));
    world.advance(1.0);
    assert_eq!(newest(&memory), "mot");
    world.blackout();
    assert_eq!(open(&world, &memory).shows(), "mot");
}

#[test]
fn fi_01_two_reloads_while_the_database_opens_slowly_change_nothing() {
    let memory = Memory::default();
    save(&memory, "trésor");
    for _ in 0..2 {
        let world = World::new();
        let (tab, faulty) = open_faulty(&world, &memory);
        faulty.always(Some(Failure::Never));
        tab.types("x");
        world.advance(2_000.0);
        tab.session.step(Input::Hidden);
        world.settle();
        assert_eq!(faulty.saves(), 0);
        world.blackout();
    }
    assert_eq!(everything(&memory), ["trésor"]);
}

#[test]
fn fi_02_a_damaged_head_is_set_aside_and_the_one_before_is_offered() {
    for damage in ["", "{\"titre\":\"Bas", "{\"titre\":\"Cassin\"}"] {
        let (world, memory) = (World::new(), Memory::default());
        save(&memory, "avant");
        let head = save(&memory, "{\"titre\":\"Bassin\"}");
        memory.tamper(KEY, head, |revision| revision.text = damage.into());
        let tab = open(&world, &memory);
        let Some(Loaded::Damaged { raw, previous }) = tab.loaded() else { panic!("{:?}", tab.loaded()) };
        assert_eq!(&*raw, damage);
        assert_eq!(&*previous.unwrap().text, "avant");
        assert_eq!(tab.status(), Status::ReadOnly { reason: Why::Damaged });
        // Nothing is written before the person has chosen.
        tab.types("avant, repris");
        world.advance(60_000.0);
        tab.session.step(Input::Hidden);
        world.settle();
        assert_eq!(run(memory.head(KEY)), Ok(head));
        tab.session.step(Input::Resume);
        world.advance(400.0);
        assert_eq!(newest(&memory), "avant, repris");
        assert_eq!(text(&memory, 1), "avant");
        let kept = run(memory.kept(KEY)).unwrap();
        let kept: Vec<_> = kept.iter().map(|kept| (kept.why, &*kept.text)).collect();
        let expected: &[(KeptWhy, &str)] =
            if damage.is_empty() { &[] } else { &[(KeptWhy::Damaged, damage)] };
        assert_eq!(kept, expected);
    }
}

#[test]
fn fi_02_opening_a_damaged_document_again_and_again_sets_it_aside_once() {
    let memory = Memory::default();
    let head = save(&memory, "entier");
    memory.tamper(KEY, head, |revision| revision.text = "ent".into());
    for _ in 0..5 {
        let world = World::new();
        assert!(matches!(open(&world, &memory).loaded(), Some(Loaded::Damaged { previous: None, .. })));
    }
    assert_eq!(run(memory.kept(KEY)).unwrap().len(), 1);
}

#[test]
fn fi_02_a_whole_text_that_is_no_dossier_can_be_rejected_back_to_the_first_that_is() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "bon");
    save(&memory, "mauvais");
    save(&memory, "pire");
    let tab = open(&world, &memory);
    assert!(matches!(tab.loaded(), Some(Loaded::Text { text, .. }) if &*text == "pire"));
    tab.session.reject();
    world.settle();
    assert!(
        matches!(tab.loaded(), Some(Loaded::Damaged { raw, previous: Some(previous) }) if &*raw == "pire" && &*previous.text == "mauvais")
    );
    tab.session.reject();
    world.settle();
    assert!(
        matches!(tab.loaded(), Some(Loaded::Damaged { raw, previous: Some(previous) }) if &*raw == "mauvais" && &*previous.text == "bon")
    );
    tab.session.step(Input::Resume);
    tab.types("bon, la suite");
    world.advance(400.0);
    assert_eq!((run(memory.head(KEY)), newest(&memory)), (Ok(4), tab.shows()));
    assert_eq!(everything(&memory).len(), 4 + 2);
}

#[test]
fn fi_06_what_is_typed_before_a_choice_is_kept_aside_and_the_choice_is_asked_for_again() {
    let memory = Memory::default();
    save(&memory, "d’une autre version");
    for round in 0..2 {
        let world = World::new();
        let tab = open(&world, &memory);
        assert!(
            matches!(tab.loaded(), Some(Loaded::Text { text, .. }) if &*text == "d’une autre version"),
            "{round}"
        );
        tab.session.reject();
        world.settle();
        assert_eq!(tab.status(), Status::ReadOnly { reason: Why::Damaged });
        tab.types(&format!("tapé {round}"));
        tab.session.step(Input::Hidden);
        world.settle();
        assert_eq!((run(memory.head(KEY)), newest(&memory)), (Ok(1), "d’une autre version".to_owned()));
        // The page goes; its journal is met at the next start.
        world.blackout();
        let again = open(&world, &memory);
        assert!(matches!(again.loaded(), Some(Loaded::Text { text, .. }) if &*text == "d’une autre version"));
        let kept = run(memory.kept(KEY)).unwrap();
        assert!(
            kept.iter()
                .any(|kept| kept.why == KeptWhy::Branch && kept.text.ends_with(&format!("tapé {round}")))
        );
    }
}

#[test]
fn fi_03_storage_refused_leaves_the_work_in_memory_and_says_so() {
    for (fault, why) in [(Fault::Refused, Why::Refused), (Fault::Full, Why::Full), (Fault::Lost, Why::Lost)] {
        let (world, memory) = (World::new(), Memory::default());
        let (tab, faulty) = open_faulty(&world, &memory);
        faulty.always(Some(Failure::Fail(fault)));
        world.settle();
        assert_eq!(tab.loaded(), Some(Loaded::Refused { reason: why }));
        tab.types("travail");
        world.advance(3_600_000.0);
        assert_eq!(tab.status(), Status::MemoryOnly { reason: why });
        assert_eq!(tab.shows(), "travail");
        assert_eq!(world.answer(tab.session.flush()), Some(false));
        assert!(faulty.count() < 10, "asked {} times", faulty.count());
    }
}

#[test]
fn fi_04_a_database_held_elsewhere_can_be_tried_again_and_what_was_typed_meanwhile_is_kept() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "déjà là");
    let (tab, faulty) = open_faulty(&world, &memory);
    faulty.always(Some(Failure::Fail(Fault::Busy)));
    world.settle();
    assert_eq!(tab.loaded(), Some(Loaded::Refused { reason: Why::Busy }));
    tab.types("nouveau");
    faulty.always(None);
    tab.session.step(Input::Retry);
    world.settle();
    // Both exist: the person chooses, and nothing is lost meanwhile.
    assert!(matches!(tab.status(), Status::Conflict { .. }));
    assert_eq!(everything(&memory), ["déjà là", "nouveau"]);
}

#[test]
fn fi_04_a_retry_on_a_blank_page_brings_the_document() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "déjà là");
    let (tab, faulty) = open_faulty(&world, &memory);
    faulty.always(Some(Failure::Fail(Fault::Busy)));
    world.settle();
    faulty.always(None);
    tab.session.step(Input::Retry);
    world.settle();
    assert_eq!(tab.shows(), "déjà là");
    tab.types(" et après");
    world.advance(400.0);
    assert_eq!(newest(&memory), "déjà là et après");
}

#[test]
fn fi_05_what_a_later_version_wrote_is_only_read() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "ancien");
    memory.put_newer(KEY, "{\"v\":9}");
    let tab = open(&world, &memory);
    assert_eq!(tab.loaded(), Some(Loaded::Newer { raw: Some("{\"v\":9}".into()) }));
    tab.types("x");
    world.advance(60_000.0);
    tab.session.step(Input::Hidden);
    assert_eq!(world.answer(tab.session.close()), Some(false));
    assert_eq!(run(memory.head(KEY)), Ok(2));
    assert_eq!(run(memory.raw(KEY)), Ok(Some("{\"v\":9}".into())));
    assert!(world.journal.is_empty());
}

#[test]
fn fi_05_a_database_of_a_later_version_gives_its_text_for_download() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "du futur");
    let (tab, faulty) = open_faulty(&world, &memory);
    faulty.fail_nth(1, Failure::Fail(Fault::Newer));
    world.settle();
    assert_eq!(tab.loaded(), Some(Loaded::Newer { raw: Some("du futur".into()) }));
    assert_eq!(tab.status(), Status::ReadOnly { reason: Why::Newer });
}

#[test]
fn fi_07_a_full_disk_is_told_old_texts_make_room_and_saving_recovers() {
    let (world, memory) = (World::new(), Memory::default());
    for n in 1..=10 {
        save(&memory, &format!("v{n}"));
    }
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    tab.types(" suite");
    // The save of the next pause finds no room; making room then works.
    faulty.fail_nth(1, Failure::Fail(Fault::Full));
    world.advance(400.0);
    assert_eq!(tab.status(), Status::Failed { retrying: true, reason: Why::Full });
    assert_eq!(newest(&memory), "v10");
    assert_eq!(run(memory.list(KEY)).unwrap().len(), 3);
    world.advance(1_000.0);
    assert!(matches!(tab.status(), Status::Saved { .. }));
    assert_eq!(newest(&memory), "v10 suite");
}

#[test]
fn fi_08_an_answer_lost_on_the_way_is_no_conflict_with_oneself() {
    let (world, memory) = (World::new(), Memory::default());
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    tab.types("une fois");
    faulty.fail_nth(1, Failure::DoneButFail(Fault::Lost));
    world.advance(400.0);
    assert_eq!(tab.status(), Status::Failed { retrying: true, reason: Why::Lost });
    world.advance(1_000.0);
    assert!(matches!(tab.status(), Status::Saved { .. }), "{:?}", tab.status());
    assert_eq!(everything(&memory), ["une fois"]);
}

#[test]
fn fi_10_a_dossier_that_cannot_be_written_out_leaves_the_stored_one() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "bon");
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    tab.broken.set(true);
    tab.types(" cassé");
    world.advance(10_000.0);
    tab.session.step(Input::Hidden);
    world.settle();
    assert_eq!(tab.status(), Status::Failed { retrying: true, reason: Why::NotWritten });
    assert_eq!((everything(&memory), faulty.saves()), (vec!["bon".to_owned()], 0));
    tab.broken.set(false);
    world.advance(60_000.0);
    assert_eq!(newest(&memory), "bon cassé");
}

#[test]
fn fi_11_twenty_failures_then_healing() {
    let (world, memory) = (World::new(), Memory::default());
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    faulty.always(Some(Failure::Fail(Fault::Lost)));
    let mut typed = 0;
    while faulty.saves() < 20 {
        tab.types("a");
        typed += 1;
        world.advance(500.0);
        assert!(typed < 2_000, "it gave up after {} attempts", faulty.saves());
    }
    // Ever more slowly: 20 attempts take 31 s, then 30 s each.
    assert!(f64::from(typed) * 0.5 > 14.0 * 30.0);
    faulty.always(None);
    tab.types("fin");
    world.advance(30_000.0);
    assert!(matches!(tab.status(), Status::Saved { .. }));
    assert_eq!(newest(&memory), tab.shows());
    tab.types("!");
    world.advance(400.0);
    assert_eq!(newest(&memory), tab.shows());
}

#[test]
fn fi_12_a_store_that_lies_is_not_believed() {
    let (world, memory) = (World::new(), Memory::default());
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    tab.types("disparu");
    faulty.always(Some(Failure::Lie));
    world.advance(100_000.0);
    assert!(!tab.statuses().iter().any(|status| matches!(status, Status::Saved { .. })));
    faulty.always(None);
    world.advance(30_000.0);
    assert_eq!(newest(&memory), "disparu");
}

#[test]
fn fi_14_a_clock_set_back_or_forward_does_not_decide_what_is_newest() {
    let (world, memory) = (World::new(), Memory::default());
    let tab = open(&world, &memory);
    for (offset, word) in
        [(0.0, "un"), (-86_400_000.0, " deux"), (315_360_000_000.0, " trois"), (0.0, " quatre")]
    {
        world.clock_offset.set(offset);
        tab.types(word);
        world.advance(400.0);
    }
    world.blackout();
    assert_eq!(open(&world, &memory).shows(), "un deux trois quatre");
}

#[test]
fn fi_15_a_page_closed_in_the_middle_of_a_word() {
    let (world, memory) = (World::new(), Memory::default());
    let tab = open(&world, &memory);
    tab.types("mo");
    world.advance(20.0);
    // What is handed over in the leaving handler is all that happens.
    tab.session.step(Input::Hidden);
    world.blackout();
    assert_eq!(open(&world, &memory).shows(), "mo");
}

#[test]
fn fi_16_a_page_closed_before_its_save_got_through_is_replayed_from_the_journal() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "début");
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    tab.types(" et fin");
    faulty.always(Some(Failure::Never));
    tab.session.step(Input::Hidden);
    world.blackout();
    assert_eq!((newest(&memory).as_str(), world.journal.len()), ("début", 1));
    let again = open(&world, &memory);
    assert!(matches!(again.loaded(), Some(Loaded::Text { recovered: true, .. })));
    assert_eq!((again.shows().as_str(), newest(&memory).as_str()), ("début et fin", "début et fin"));
    assert!(world.journal.is_empty());
}

#[test]
fn a_journal_that_does_not_continue_the_head_is_kept_as_a_branch() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "un");
    save(&memory, "deux");
    world.journal.tab("x").write(&JournalEntry { parent: 1, saved_at: 5.0, text: "un bis".into() }.encode());
    world.journal.tab("y").write(&JournalEntry { parent: 1, saved_at: 6.0, text: "deux".into() }.encode());
    world.journal.tab("z").write("1 2 3 4\ncoupé");
    let tab = open(&world, &memory);
    assert_eq!(tab.shows(), "deux");
    assert!(world.journal.is_empty());
    let versions = world.answer(tab.session.versions()).unwrap();
    let branch = versions.iter().find(|version| version.kind == VersionKind::Kept(KeptWhy::Branch)).unwrap();
    assert!(matches!(branch.id, VersionId::Kept(_)));
    assert_eq!(world.answer(tab.session.text_of(branch.id)), Some(Some("un bis".into())));
    assert_eq!(everything(&memory).len(), 4, "two revisions, the branch, the damaged entry");
}

#[test]
fn fi_19_an_element_removed_right_after_an_edit_and_put_back() {
    let (world, memory) = (World::new(), Memory::default());
    for round in 1..=50 {
        let tab = open(&world, &memory);
        tab.types("x");
        world.advance(10.0);
        drop(tab.session.close());
        let again = open(&world, &memory);
        world.settle();
        assert_eq!(again.shows().len(), round);
        drop(again.session.close());
        world.settle();
    }
    assert!(world.journal.is_empty());
}

#[test]
fn fi_21_an_idle_tab_shown_again_takes_what_the_other_did() {
    for deaf in [false, true] {
        let (world, memory) = (World::new(), Memory::default());
        world.deaf.set(deaf);
        save(&memory, "début");
        let (a, b) = (open(&world, &memory), open(&world, &memory));
        a.session.step(Input::Hidden);
        for _ in 0..30 {
            b.types("+");
            world.advance(40_000.0);
        }
        a.session.step(Input::Shown);
        world.settle();
        assert_eq!(a.shows(), b.shows());
        a.types("!");
        world.advance(400.0);
        assert_eq!(newest(&memory), a.shows());
        assert_eq!(run(memory.kept(KEY)), Ok(Vec::new()));
    }
}

#[test]
fn fi_21_a_stale_tab_with_changes_of_its_own_overwrites_nothing_and_the_person_chooses() {
    for take in [true, false] {
        let (world, memory) = (World::new(), Memory::default());
        world.deaf.set(true);
        save(&memory, "début");
        let (a, b) = (open(&world, &memory), open(&world, &memory));
        for _ in 0..30 {
            b.types("B");
            world.advance(1_000.0);
        }
        a.types("A");
        world.advance(1_000.0);
        let theirs = b.shows();
        assert!(matches!(a.status(), Status::Conflict { theirs_at: Some(_) }), "{:?}", a.status());
        assert_eq!(newest(&memory), theirs);
        assert!(everything(&memory).contains(&"débutA".to_owned()));
        // Typing on in the conflict is kept too.
        a.types("A");
        world.advance(1_000.0);
        assert!(everything(&memory).contains(&"débutAA".to_owned()));
        assert_eq!(run(memory.kept(KEY)).unwrap().len(), 1, "one branch for one conflict");
        a.session.step(if take { Input::TakeTheirs } else { Input::KeepMine });
        world.settle();
        let expected = if take { theirs.as_str() } else { "débutAA" };
        assert_eq!((a.shows().as_str(), newest(&memory).as_str()), (expected, expected));
        let all = everything(&memory);
        assert!(all.contains(&theirs) && all.contains(&"débutAA".to_owned()), "both can be found again");
        a.types("z");
        world.advance(400.0);
        assert!(matches!(a.status(), Status::Saved { .. }));
    }
}

#[test]
fn fi_23_a_message_that_arrives_while_reading_is_not_lost() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "un");
    let (tab, faulty) = open_faulty(&world, &memory);
    faulty.fail_nth(2, Failure::Delay(20));
    tab.session.step(Input::OtherTabSaved { rev: 2 });
    save(&memory, "deux");
    world.settle();
    assert_eq!(tab.shows(), "deux");
}

#[test]
fn fi_25_two_documents_never_meet() {
    let (world, memory) = (World::new(), Memory::default());
    let here = world.tab(Rc::new(memory.clone()), "page:/a/");
    let there = world.tab(Rc::new(memory.clone()), "page:/b/");
    world.settle();
    here.types("ici");
    there.types("là");
    world.advance(400.0);
    assert_eq!(world.answer(here.session.erase()), Some(true));
    let again = world.tab(Rc::new(memory.clone()), "page:/b/");
    world.settle();
    assert_eq!(again.shows(), "là");
}

#[test]
fn fi_25_two_elements_with_one_key_follow_each_other() {
    let (world, memory) = (World::new(), Memory::default());
    let (a, b) = (open(&world, &memory), open(&world, &memory));
    a.types("un");
    world.advance(400.0);
    assert_eq!(b.shows(), "un");
    b.types(" deux");
    world.advance(400.0);
    assert_eq!(a.shows(), "un deux");
    // Both at once: one is stored, the other is asked, and both texts exist.
    a.types(" A");
    b.types(" B");
    world.advance(400.0);
    let asked = [&a, &b].iter().filter(|tab| matches!(tab.status(), Status::Conflict { .. })).count();
    assert_eq!(asked, 1);
    let all = everything(&memory);
    assert!(all.contains(&"un deux A".to_owned()) && all.contains(&"un deux B".to_owned()));
}

#[test]
fn fi_38_after_a_panic_nothing_is_written_any_more() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "bon");
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    tab.types(" douteux");
    world.poisoned.set(true);
    world.advance(60_000.0);
    tab.session.step(Input::Hidden);
    drop(tab.session.close());
    world.settle();
    assert_eq!((everything(&memory), faulty.saves()), (vec!["bon".to_owned()], 0));
    assert!(world.journal.is_empty());
}

#[test]
fn erasing_forgets_everything_and_saving_goes_on() {
    let (world, memory) = (World::new(), Memory::default());
    save(&memory, "secret");
    let tab = open(&world, &memory);
    assert_eq!(world.answer(tab.session.erase()), Some(true));
    assert_eq!(everything(&memory), Vec::<String>::new());
    assert_eq!(tab.status(), Status::Nothing);
    tab.types("!");
    world.advance(400.0);
    assert_eq!(everything(&memory), ["secret!"]);
}

#[test]
fn events_tell_the_truth_in_order() {
    let (world, memory) = (World::new(), Memory::default());
    let tab = open(&world, &memory);
    tab.types("a");
    assert_eq!(world.answer(tab.session.flush()), Some(true));
    let events: Vec<Event> = tab.events.borrow().clone();
    let at = 1_790_000_000_000.0;
    assert_eq!(
        events,
        [
            Event::Loaded(Loaded::Nothing),
            Event::Status(Status::Modified),
            Event::Status(Status::Saving),
            Event::Status(Status::Saved { at }),
        ]
    );
}

/// The states that left, newest first.
fn sent(memory: &Memory) -> Vec<String> {
    let kept = run(memory.kept(KEY)).unwrap();
    kept.iter().filter(|kept| kept.why == KeptWhy::Sent).map(|kept| kept.text.to_string()).collect()
}

#[test]
fn what_left_is_there_after_thirty_saves_and_the_last_twenty_are_kept() {
    let (world, memory) = (World::new(), Memory::default());
    let tab = open(&world, &memory);
    tab.types("parti");
    world.advance(400.0);
    // The same state sent twice is one.
    tab.session.sent("parti".into());
    tab.session.sent("parti".into());
    world.settle();
    assert_eq!(sent(&memory), ["parti"]);
    for _ in 0..30 {
        tab.types(".");
        world.advance(1_000.0);
    }
    assert!(!run(memory.list(KEY)).unwrap().iter().any(|entry| text(&memory, entry.rev) == "parti"));
    let versions = world.answer(tab.session.versions()).unwrap();
    let found = versions.iter().find(|version| version.kind == VersionKind::Kept(KeptWhy::Sent)).unwrap();
    assert_eq!(world.answer(tab.session.text_of(found.id)), Some(Some("parti".into())));
    // What was set aside for another reason keeps its own places.
    run(memory.keep(KEY, branch())).unwrap();
    for n in 1..=25 {
        tab.session.sent(format!("envoi {n}").into());
        world.settle();
    }
    let expected: Vec<String> = (6..=25).rev().map(|n| format!("envoi {n}")).collect();
    assert_eq!(sent(&memory), expected);
    assert!(run(memory.kept(KEY)).unwrap().contains(&branch()));
}

fn branch() -> Kept {
    Kept { id: 1, why: KeptWhy::Branch, saved_at: 1.0, text: "une branche".into() }
}

#[test]
fn fi_07_what_left_makes_room_for_what_is_being_written_and_never_stops_a_save() {
    let (world, memory) = (World::new(), Memory::default());
    let (tab, faulty) = open_faulty(&world, &memory);
    world.settle();
    run(memory.keep(KEY, branch())).unwrap();
    for n in 1..=12 {
        tab.session.sent(format!("envoi {n}").into());
        world.settle();
    }
    // No room for one more: the older half gives way, and it is tried again. Reading what is kept comes first.
    faulty.fail_nth(2, Failure::Fail(Fault::Full));
    tab.session.sent("envoi 13".into());
    world.settle();
    let expected: Vec<String> = (3..=13).rev().map(|n| format!("envoi {n}")).collect();
    assert_eq!(sent(&memory), expected);
    // A save finds no room: three stay, as of the revisions, and the branch, which nobody has seen yet.
    tab.types("suite");
    faulty.fail_nth(1, Failure::Fail(Fault::Full));
    world.advance(400.0);
    assert_eq!(sent(&memory), ["envoi 13", "envoi 12", "envoi 11"]);
    assert!(run(memory.kept(KEY)).unwrap().contains(&branch()));
    world.advance(1_000.0);
    assert_eq!(newest(&memory), "suite");
    // A store that keeps nothing at all is no reason to stop.
    faulty.always(Some(Failure::Fail(Fault::Refused)));
    tab.session.sent("perdu".into());
    world.settle();
    faulty.always(None);
    tab.types("!");
    world.advance(2_000.0);
    assert_eq!(newest(&memory), "suite!");
}
