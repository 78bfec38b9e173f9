//! Computations that typing must not wait for.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::model::Dossier;

/// How long after the last change, in milliseconds.
const CALM: u32 = 150;

/// A revision of the dossier, equal to itself alone.
#[derive(Clone)]
pub(super) struct Revision(pub(super) Rc<Dossier>);

impl PartialEq for Revision {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What was computed, with the dossier it was computed from.
pub(super) type Deferred<T> = Option<Rc<(Rc<Dossier>, T)>>;

/// Computes something from the dossier once changes pause; what was computed before stays until then. `None` at first.
#[hook]
pub(super) fn use_deferred<T: 'static>(dossier: &Rc<Dossier>, compute: fn(&Dossier) -> T) -> Deferred<T> {
    let held = use_state(|| None::<Rc<(Rc<Dossier>, T)>>);
    {
        let held = held.clone();
        use_effect_with(Revision(Rc::clone(dossier)), move |revision| {
            let dossier = Rc::clone(&revision.0);
            let wait = if held.is_some() { CALM } else { 0 };
            let timer = Timeout::new(wait, move || {
                let found = compute(&dossier);
                held.set(Some(Rc::new((dossier, found))));
            });
            move || drop(timer)
        });
    }
    (*held).clone()
}

/// A value that follows another once it has not changed for a moment.
#[hook]
pub(super) fn use_calm<T: Clone + PartialEq + 'static>(now: T) -> T {
    let held = use_state_eq(|| now.clone());
    {
        let held = held.clone();
        use_effect_with(now, move |now| {
            let now = now.clone();
            let timer = Timeout::new(CALM, move || held.set(now));
            move || drop(timer)
        });
    }
    (*held).clone()
}
