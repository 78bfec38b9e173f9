//! Who to start with, and in what order to widen (method §5.2).
//!
//! The first group is the set of actors that covers every pair of [`coverage`](super::coverage) that somebody covers
//! wholly: fewest actors first, then highest sum of mobilisation (not assessed counts 0), then the first when their
//! sorted names are compared in code-point order (then their ids, where even the names are the same).
//!
//! It is exact where at most 30 pairs are left once those that settle themselves are taken out (a pair that comes with
//! another, one that a single actor covers). Beyond, the choice is greedy, and [`FirstGroup::lower_bound`] is proven:
//! the dual of the linear relaxation, or pairs that share no actor.

mod change;
mod chosen;
mod cover;
mod exact;
mod prices;
mod reach;

use super::coverage::Coverage;
use super::{Index, readings};
use crate::model::{Criterion, Id};
use cover::{Choice, Member};

pub use change::{Change, Holding};
pub use chosen::{Chosen, by_date, chosen, waves};
pub use reach::Reach;

/// A proposed first group. Pairs are places in [`Coverage::pairs`], lists of actors in the order of the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstGroup {
    /// Who is in, and why.
    pub members: Vec<Reason>,
    /// The pairs that nobody in the dossier covers wholly.
    pub uncovered: Vec<usize>,
    /// Whether no other set is better.
    pub exact: bool,
    /// No set that covers as much has fewer actors. The size of the group where it is exact.
    pub lower_bound: usize,
    /// Everybody else, in the order in which they add most.
    pub widening: Vec<Widening>,
}

/// Why an actor is in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Actor.
    pub actor: Id,
    /// Its mobilisation; `None` where nobody assessed it.
    pub mobilisation: Option<i8>,
    /// The pairs it covers.
    pub covers: Vec<usize>,
    /// Those that nobody else in the group covers: what leaving it out would lose.
    pub alone: Vec<usize>,
    /// Those that nobody else in the dossier covers: no group can do without it.
    pub only_able: Vec<usize>,
}

/// An actor that joins after the first group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widening {
    /// Actor.
    pub actor: Id,
    /// The pairs it makes safer: covered at most once by those before it.
    pub adds: Vec<usize>,
}

/// The first group proposed for a dossier, with the order of widening after it.
pub fn propose(index: &Index<'_>, coverage: &Coverage) -> FirstGroup {
    let reach = Reach::of(index, coverage);
    let Choice { group, exact, lower_bound } = choice(&reach);
    FirstGroup {
        members: reach.reasons(&group),
        uncovered: reach.nobody(),
        exact,
        lower_bound,
        widening: widening(&reach, &group),
    }
}

/// The best group, as places in the dossier, sorted.
fn choice(reach: &Reach<'_>) -> Choice {
    let order = reach.by_name();
    let mut ranks = vec![0; order.len()];
    for (rank, place) in order.iter().enumerate() {
        if let Some(slot) = ranks.get_mut(*place) {
            *slot = rank;
        }
    }
    let mut before: Option<&str> = None;
    let members: Vec<Member> = order
        .iter()
        .map(|place| {
            let name = reach.name(*place);
            let namesake = before.replace(name) == Some(name);
            Member { mobilisation: i32::from(reach.mobilisation(*place)), namesake }
        })
        .collect();
    let rows: Vec<Vec<usize>> = reach
        .able()
        .filter(|able| !able.is_empty())
        .map(|able| {
            let mut row: Vec<usize> = able.iter().filter_map(|place| ranks.get(*place)).copied().collect();
            row.sort_unstable();
            row
        })
        .collect();
    let mut choice = cover::choose(&members, &rows);
    choice.group = choice.group.iter().filter_map(|rank| order.get(*rank)).copied().collect();
    choice.group.sort_unstable();
    choice
}

/// The order in which actors outside a group add most, the group being places in the dossier: by the number of pairs
/// they cover that the group and those before them cover once only, or not at all where the group leaves some out;
/// then by mobilisation, then by name.
fn widening(reach: &Reach<'_>, group: &[usize]) -> Vec<Widening> {
    let mut times = reach.times(group);
    let order = reach.by_name();
    let mut waiting: Vec<usize> = order.into_iter().filter(|place| !group.contains(place)).collect();
    // Stable: names settle ties.
    waiting.sort_by_key(|place| std::cmp::Reverse(reach.mobilisation(*place)));
    fn adds<'a>(reach: &'a Reach<'_>, times: &'a [usize], place: usize) -> impl Iterator<Item = usize> + 'a {
        let thin = |pair: &usize| times.get(*pair).is_some_and(|count| *count < 2);
        reach.covers(place).iter().copied().filter(thin)
    }
    let mut gains: Vec<usize> = waiting.iter().map(|place| adds(reach, &times, *place).count()).collect();
    let mut widening = Vec::with_capacity(waiting.len());
    while let Some(most) = gains.iter().max().copied().filter(|most| *most > 0) {
        let Some(rank) = gains.iter().position(|gain| *gain == most) else { break };
        let place = waiting.remove(rank);
        gains.remove(rank);
        let added = adds(reach, &times, place).collect();
        for pair in reach.covers(place) {
            if let Some(count) = times.get_mut(*pair) {
                *count += 1;
            }
        }
        for (gain, other) in gains.iter_mut().zip(&waiting) {
            if *gain > 0 {
                *gain = adds(reach, &times, *other).count();
            }
        }
        widening.push(Widening { actor: reach.id(place), adds: added });
    }
    widening.extend(waiting.iter().map(|place| Widening { actor: reach.id(*place), adds: Vec::new() }));
    widening
}

/// The order of widening after a group somebody chose. Ids that are gone count for nothing.
pub fn widen(index: &Index<'_>, coverage: &Coverage, group: &[Id]) -> Vec<Widening> {
    let reach = Reach::of(index, coverage);
    widening(&reach, &reach.places(group))
}

/// Mobilisation of each actor of a dossier; `None` where nobody assessed it.
fn mobilisation(index: &Index<'_>) -> Vec<Option<i8>> {
    index.dossier.actors.iter().map(|actor| readings::used(actor, Criterion::Mobilisation)).collect()
}
