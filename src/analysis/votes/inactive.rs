//! The power of those who take no active part.

use super::ballot::Member;
use super::indices::Swings;
use super::wide::Ratio;
use crate::analysis::{Index, readings};
use crate::model::{Criterion, Seat};

/// An actor takes no active part up to this mobilisation: absent or only informed.
pub const INACTIVE: i8 = 1;

/// The power held by inactive members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InactiveShare {
    /// Their share of the normalised Banzhaf index; `None` where nobody assessed any member that holds votes.
    pub share: Option<Ratio>,
    /// Inactive members that hold votes.
    pub inactive: usize,
    /// Members that hold votes and that nobody assessed: they are not counted among the inactive.
    pub unknown: usize,
}

/// Whether the seats of a member are those of an inactive one. An organisation goes by its latest mobilisation. A
/// college goes by those who hold most of its votes: inactive where inactive actors hold more than half, active where
/// others hold half or more, else not known.
pub fn is_inactive(index: &Index<'_>, seats: &[&Seat]) -> Option<bool> {
    let (mut inactive, mut active, mut total) = (0_u64, 0_u64, 0_u64);
    let voiceless = seats.iter().all(|seat| seat.votes.unwrap_or_default() == 0);
    for seat in seats {
        let actor = seat.actor.as_ref().and_then(|id| index.actor(id));
        // Where no seat has a vote, each counts for one.
        let votes = if voiceless { 1 } else { u64::from(seat.votes.unwrap_or_default()) };
        total += votes;
        match actor.and_then(|actor| readings::used(actor, Criterion::Mobilisation)) {
            Some(level) if level <= INACTIVE => inactive += votes,
            Some(_) => active += votes,
            None => {}
        }
    }
    match () {
        () if inactive * 2 > total => Some(true),
        () if active * 2 >= total => Some(false),
        () => None,
    }
}

/// The share of power of the inactive members of a vote.
pub fn inactive_share(members: &[Member], swings: &Swings) -> InactiveShare {
    let holding = || members.iter().filter(|member| member.votes > 0);
    let held = members.iter().zip(&swings.each).filter(|(member, _)| member.inactive == Some(true));
    let held = held.map(|(_, swing)| *swing).sum();
    let unknown = holding().filter(|member| member.inactive.is_none()).count();
    let assessed = holding().count() > unknown;
    InactiveShare {
        share: Ratio::of(held, swings.sum).filter(|_| assessed),
        inactive: holding().filter(|member| member.inactive == Some(true)).count(),
        unknown,
    }
}
