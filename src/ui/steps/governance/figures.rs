//! Figures of a body: at once where that takes no time, else a moment after the last change.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::analysis::Index;
use crate::analysis::votes::{self, Balance, Limits, Search, Unsettled};
use crate::model::{Body, Dossier};
use crate::ui::env::today;

/// Milliseconds without a change before a longer computation starts.
const QUIET: u32 = 250;
/// Steps of computation of the search for the smallest change, tried in full and then step by step.
const WORK: u64 = 1_000_000;

/// The balance of a body, or why there is none.
pub(super) type Outcome = Result<Rc<Balance>, Unsettled>;

/// A dossier and a body of it, or a variant. The dossier is compared by address: two revisions never share one.
#[derive(Clone)]
struct Key(Rc<Dossier>, Option<Rc<Body>>);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// The outcome of a body, and whether it is an older one while the new one is awaited. `None` before the first, or
/// without a body.
#[hook]
pub(super) fn use_outcome(dossier: &Rc<Dossier>, body: Option<Rc<Body>>) -> (Option<Outcome>, bool) {
    let key = Key(Rc::clone(dossier), body);
    let late = use_state(|| None::<Outcome>);
    let now = use_memo(key.clone(), |Key(dossier, body)| {
        let ballot = votes::ballot(&Index::of(dossier, today()), body.as_ref()?);
        match ballot {
            Err(reason) => Some(Err(reason)),
            Ok(ballot) if votes::is_light(&ballot) => Some(Ok(Rc::new(votes::balance(ballot)))),
            Ok(_) => None,
        }
    });
    {
        let (late, waits) = (late.clone(), now.is_none() && key.1.is_some());
        use_effect_with((key.clone(), waits), move |(Key(dossier, body), waits)| {
            let timer = body.clone().filter(|_| *waits).map(|body| {
                let dossier = Rc::clone(dossier);
                Timeout::new(QUIET, move || {
                    let ballot = votes::ballot(&Index::of(&dossier, today()), &body);
                    late.set(Some(ballot.map(|ballot| Rc::new(votes::balance(ballot)))));
                })
            });
            move || drop(timer)
        });
    }
    match (now.as_ref(), key.1) {
        (_, None) => (None, false),
        (Some(outcome), _) => (Some(outcome.clone()), false),
        (None, _) => ((*late).clone(), true),
    }
}

/// The smallest change that brings the power of inactive members under a share, a moment later.
#[hook]
pub(super) fn use_smallest_change(
    balance: Option<Rc<Balance>>,
    under: Option<(u32, u32)>,
) -> Option<Rc<Search>> {
    let found = use_state(|| None::<Rc<Search>>);
    {
        let found = found.clone();
        use_effect_with((balance, under), move |(balance, under)| {
            found.set(None);
            let timer = balance.clone().zip(*under).map(|(balance, under)| {
                Timeout::new(QUIET, move || {
                    let limits = Limits { under, work: WORK };
                    found.set(Some(Rc::new(votes::smallest_change(&balance.ballot, limits))));
                })
            });
            move || drop(timer)
        });
    }
    (*found).clone()
}
