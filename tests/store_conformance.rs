//! The conformance suite of stores, on memory and on a faulty store that works.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, also in its helpers"
)]

mod store_support;

use std::rc::Rc;

use store_support::run;
use tour_de_table::store::{Failure, Fault, Faulty, Memory, Read, Revision, Store, TOMBSTONES, conformance};

#[test]
fn memory_conforms() {
    let memory = Memory::default();
    let open = || Rc::new(memory.clone()) as Rc<dyn Store>;
    assert_eq!(run(conformance::check(&open, "test:")), Ok(11));
}

#[test]
fn a_faulty_store_told_nothing_conforms_also_when_slow() {
    let memory = Memory::default();
    let open = || {
        let faulty = Faulty::new(Rc::new(memory.clone()));
        faulty.always(Some(Failure::Delay(3)));
        Rc::new(faulty) as Rc<dyn Store>
    };
    assert_eq!(run(conformance::check(&open, "test:")), Ok(11));
}

#[test]
fn the_suite_notices_a_store_that_lies() {
    let memory = Memory::default();
    let open = || {
        let faulty = Faulty::new(Rc::new(memory.clone()));
        faulty.always(Some(Failure::Lie));
        Rc::new(faulty) as Rc<dyn Store>
    };
    assert!(run(conformance::check(&open, "test:")).is_err());
}

#[test]
fn tombstones_are_forgotten_in_the_end_and_a_stray_revision_never_becomes_the_head() {
    let store = Memory::default();
    let head = TOMBSTONES + 100;
    for parent in 0..head {
        run(store.save("k", Revision::after(parent, 0.0, "text".into()))).unwrap();
    }
    assert_eq!(run(store.read("k", 2)), Ok(Read::Absent));
    let stray = Revision::after(1, 0.0, "stray".into());
    assert_eq!(run(store.save("k", stray)), Err(Fault::Moved { head }));
    assert_eq!(run(store.head("k")), Ok(head));
}
