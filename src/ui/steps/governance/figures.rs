//! Figures of a body: at once where that takes no time, else a moment after the last change.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::analysis::Index;
use crate::analysis::votes::{self, Balance, Hunt, Limits, Member, Search, Unsettled};
use crate::model::{Body, Dossier};
use crate::ui::env::today;

/// Milliseconds without a change before a longer computation starts.
const QUIET: u32 = 250;
/// Steps of computation of the search for the smallest change: a few seconds, in pieces.
const WORK: u64 = 1_500_000_000;
/// Steps between two looks at the clock: a millisecond or so.
const PIECE: u64 = 500_000;
/// Milliseconds of a search before it lets others through.
const SLICE: f64 = 6.0;

/// The balance of a body, or why there is none.
pub(super) type Outcome = Result<Rc<Balance>, Unsettled>;
/// Who votes in a body, with how many votes.
pub(super) type Members = Result<Vec<Member>, Unsettled>;

/// The figures of a variant, as far as they are known.
#[derive(Clone, PartialEq)]
pub(super) struct Side {
    /// The body under the variant.
    pub(super) body: Rc<Body>,
    /// Who votes.
    pub(super) members: Members,
    /// Its balance.
    pub(super) balance: Option<Outcome>,
    /// Older figures, while new ones are computed.
    pub(super) late: bool,
}

impl Side {
    /// The balance, where there is one.
    pub(super) fn known(&self) -> Option<&Rc<Balance>> {
        self.balance.as_ref()?.as_ref().ok()
    }
}

/// A dossier and a body of it, or a variant. The dossier is compared by address: two revisions never share one.
#[derive(Clone)]
struct Key(Rc<Dossier>, Option<Rc<Body>>);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// The figures of a body as far as they are known; `None` without a body.
#[hook]
pub(super) fn use_side(dossier: &Rc<Dossier>, body: Option<Rc<Body>>) -> Option<Side> {
    let key = Key(Rc::clone(dossier), body);
    let late = use_state(|| None::<Outcome>);
    let now = use_memo(key.clone(), |Key(dossier, body)| {
        let (index, body) = (Index::of(dossier, today()), body.as_ref()?);
        let outcome = match votes::ballot(&index, body) {
            Err(reason) => Some(Err(reason)),
            Ok(ballot) if votes::is_light(&ballot) => Some(Ok(Rc::new(votes::balance(ballot)))),
            Ok(_) => None,
        };
        Some((votes::members(&index, body), outcome))
    });
    let waits = now.as_ref().as_ref().is_some_and(|(_, outcome)| outcome.is_none());
    {
        let late = late.clone();
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
    let (members, outcome) = now.as_ref().clone()?;
    let settled = outcome.or_else(|| (*late).clone());
    // Older figures stand for other members when one came or went: better none than those of another.
    let fits = |outcome: &Outcome| match (outcome, &members) {
        (Ok(balance), Ok(members)) => {
            let voters = balance.standings.iter().map(|standing| &standing.member.voter);
            voters.eq(members.iter().map(|member| &member.voter))
        }
        _ => true,
    };
    Some(Side { body: key.1?, balance: settled.filter(fits), members, late: waits })
}

/// A change looked for, and whether it is still being looked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Smallest {
    /// What is known so far.
    pub(super) search: Search,
    /// A smaller one may still come.
    pub(super) going: bool,
}

/// Goes on with a search a few milliseconds at a time, while somebody waits for it; keys and clicks come in between.
fn go_on(mut hunt: Hunt, shown: UseStateHandle<Option<Smallest>>, awaited: Rc<Cell<bool>>) {
    if !awaited.get() {
        return;
    }
    let from = now();
    let mut over = false;
    while !over && now() - from < SLICE {
        over = hunt.advance(PIECE);
    }
    shown.set(Some(Smallest { search: hunt.so_far(), going: !over }));
    if !over {
        Timeout::new(0, move || go_on(hunt, shown, awaited)).forget();
    }
}

/// The smallest change that brings the power of inactive members under a share, a moment later.
#[hook]
pub(super) fn use_smallest_change(
    balance: Option<Rc<Balance>>,
    under: Option<(u32, u32)>,
) -> Option<Smallest> {
    let found = use_state_eq(|| None::<Smallest>);
    {
        let found = found.clone();
        use_effect_with((balance, under), move |(balance, under)| {
            found.set(None);
            let awaited = Rc::new(Cell::new(true));
            let timer = balance.clone().zip(*under).map(|(balance, under)| {
                let (found, awaited) = (found.clone(), Rc::clone(&awaited));
                Timeout::new(QUIET, move || {
                    let hunt = Hunt::new(&balance.ballot, Limits { under, work: WORK });
                    go_on(hunt, found, awaited);
                })
            });
            move || {
                awaited.set(false);
                drop(timer);
            }
        });
    }
    (*found).clone()
}

/// Milliseconds on the clock of the page.
fn now() -> f64 {
    js_sys::Date::now()
}
