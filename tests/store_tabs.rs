//! Several tabs, faults and blackouts in any order: what was said to be saved can always be found again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, also in its helpers"
)]

mod store_support;

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;
use store_support::{Tab, World, run};
use tour_de_table::store::{Failure, Fault, Faulty, Input, Memory, Read, Status, Store};

const KEY: &str = "k";

#[derive(Clone, Debug)]
enum Step {
    Type(usize),
    Wait(u16),
    Hide(usize),
    Show(usize),
    Reopen(usize),
    Blackout,
    Choose(usize, bool),
    Deaf(bool),
    Fail(usize, u8, u8),
    Heal(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let tab = 0..3_usize;
    prop_oneof![
        8 => tab.clone().prop_map(Step::Type),
        6 => (0..2_000_u16).prop_map(Step::Wait),
        2 => tab.clone().prop_map(Step::Hide),
        2 => tab.clone().prop_map(Step::Show),
        1 => tab.clone().prop_map(Step::Reopen),
        1 => Just(Step::Blackout),
        2 => (tab.clone(), any::<bool>()).prop_map(|(tab, take)| Step::Choose(tab, take)),
        1 => any::<bool>().prop_map(Step::Deaf),
        3 => (tab.clone(), 1..8_u8, 0..7_u8).prop_map(|(tab, nth, how)| Step::Fail(tab, nth, how)),
        1 => tab.prop_map(Step::Heal),
    ]
}

fn failure(how: u8) -> Failure {
    match how {
        0 => Failure::Fail(Fault::Lost),
        1 => Failure::Fail(Fault::Full),
        2 => Failure::DoneButFail(Fault::Lost),
        3 => Failure::Delay(7),
        4 => Failure::Lie,
        5 => Failure::Fail(Fault::Busy),
        _ => Failure::Fail(Fault::Other("odd".to_owned())),
    }
}

struct Bench {
    world: Rc<World>,
    memory: Memory,
    tabs: Vec<(Tab, Rc<Faulty>)>,
    typed: u32,
    /// Words that a tab was told are saved.
    promised: Vec<String>,
    revisions: BTreeMap<u64, String>,
}

impl Bench {
    fn open(world: &Rc<World>, memory: &Memory) -> (Tab, Rc<Faulty>) {
        let faulty = Rc::new(Faulty::new(Rc::new(memory.clone())));
        let tab = world.tab(Rc::clone(&faulty) as Rc<dyn Store>, KEY);
        world.settle();
        (tab, faulty)
    }

    fn new() -> Self {
        let (world, memory) = (World::new(), Memory::default());
        let tabs = (0..3).map(|_| Self::open(&world, &memory)).collect();
        Self { world, memory, tabs, typed: 0, promised: Vec::new(), revisions: BTreeMap::new() }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Type(tab) => {
                self.typed += 1;
                self.tabs[*tab].0.types(&format!("<{}>", self.typed));
            }
            Step::Wait(ms) => self.world.advance(f64::from(*ms)),
            Step::Hide(tab) => self.tabs[*tab].0.session.step(Input::Hidden),
            Step::Show(tab) => self.tabs[*tab].0.session.step(Input::Shown),
            Step::Reopen(tab) => {
                drop(self.tabs[*tab].0.session.close());
                self.world.settle();
                self.tabs[*tab] = Self::open(&self.world, &self.memory);
            }
            Step::Blackout => {
                self.world.blackout();
                for tab in &mut self.tabs {
                    *tab = Self::open(&self.world, &self.memory);
                }
            }
            Step::Choose(tab, take) => {
                self.tabs[*tab].0.session.step(if *take { Input::TakeTheirs } else { Input::KeepMine });
            }
            Step::Deaf(deaf) => self.world.deaf.set(*deaf),
            Step::Fail(tab, nth, how) => self.tabs[*tab].1.fail_nth(u64::from(*nth), failure(*how)),
            Step::Heal(tab) => self.tabs[*tab].1.always(None),
        }
        self.world.settle();
    }

    fn stored(&self) -> Vec<String> {
        let entries = run(self.memory.list(KEY)).unwrap();
        let mut texts = Vec::new();
        for entry in entries {
            match run(self.memory.read(KEY, entry.rev)).unwrap() {
                Read::Whole(revision) => texts.push(revision.text.to_string()),
                other => panic!("revision {}: {other:?}", entry.rev),
            }
        }
        texts.extend(run(self.memory.kept(KEY)).unwrap().iter().map(|kept| kept.text.to_string()));
        texts
    }

    /// What can be found, or was pruned for its age or for want of room; nothing else may disappear.
    fn found(&self) -> Vec<String> {
        let oldest = run(self.memory.list(KEY)).unwrap().last().map_or(0, |entry| entry.rev);
        let pruned = self.revisions.range(..oldest).map(|(_, text)| text.clone());
        self.stored().into_iter().chain(pruned).collect()
    }

    /// Checks after a step.
    fn check(&mut self) -> Result<(), TestCaseError> {
        for (tab, _) in &self.tabs {
            if matches!(tab.status(), Status::Saved { .. }) {
                let shown = tab.shows();
                let words = shown.split_inclusive('>').map(str::to_owned);
                for word in words {
                    if !self.promised.contains(&word) {
                        self.promised.push(word);
                    }
                }
            }
        }
        // No revision ever changes.
        for entry in run(self.memory.list(KEY)).unwrap() {
            if let Read::Whole(revision) = run(self.memory.read(KEY, entry.rev)).unwrap() {
                let text = revision.text.to_string();
                let first = self.revisions.entry(entry.rev).or_insert_with(|| text.clone());
                prop_assert_eq!(&*first, &text, "revision {} was overwritten", entry.rev);
            }
        }
        let all = self.found().concat();
        for word in &self.promised {
            prop_assert!(all.contains(word.as_str()), "{word} was said to be saved and is nowhere");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn what_was_said_to_be_saved_is_found_again(steps in proptest::collection::vec(step(), 1..60)) {
        let mut bench = Bench::new();
        for step in &steps {
            bench.take(step);
            bench.check()?;
        }
        // Once the faults are over, everything that is still on a screen ends up stored.
        for (tab, faulty) in &bench.tabs {
            faulty.always(None);
            for nth in 1..9 {
                // Faults still to come would count as new ones.
                faulty.fail_nth(nth, Failure::Delay(0));
            }
            tab.session.step(Input::Retry);
        }
        bench.world.advance(120_000.0);
        bench.check()?;
        let all = bench.found().concat();
        for (tab, _) in &bench.tabs {
            for word in tab.shows().split_inclusive('>') {
                prop_assert!(all.contains(word), "{word} is on a screen and nowhere else: {:?}", tab.status());
            }
        }
    }
}
