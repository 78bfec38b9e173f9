//! Who is around the table: what the balance of a body is read from, beside its votes.

use super::ballot::voting_seats;
use crate::analysis::Index;
use crate::model::{ActorKind, Body, Capacity, Id, Seat};

/// Seats of a body, counted. Those of experts and alternates are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// Seats of members.
    pub seats: usize,
    /// Of these, given to nobody.
    pub vacant: usize,
    /// Of these, held by associations.
    pub associations: usize,
    /// Of these, held by groups of inhabitants, or by a person who sits as a user.
    pub inhabitants: usize,
    /// Experts, without a vote.
    pub experts: usize,
    /// Alternates.
    pub alternates: usize,
}

/// Counts the seats of a body.
pub fn attendance(index: &Index<'_>, body: &Body) -> Attendance {
    let kind = |seat: &Seat| seat.actor.as_ref().and_then(|id| index.actor(id)).and_then(|actor| actor.kind);
    let of = |counted: &dyn Fn(&Seat) -> bool| voting_seats(body).filter(|seat| counted(seat)).count();
    let experts = body.seats.iter().filter(|seat| seat.expert == Some(true)).count();
    let seats = of(&|_| true);
    Attendance {
        seats,
        vacant: of(&|seat| seat.actor.is_none()),
        associations: of(&|seat| kind(seat) == Some(ActorKind::Association)),
        inhabitants: of(&|seat| is_inhabitant(index, seat)),
        experts,
        alternates: body.seats.len() - seats - experts,
    }
}

/// The seats with votes that are given to nobody: every figure on votes counts them as filled.
pub fn vacant_votes(body: &Body) -> usize {
    let votes = |seat: &&Seat| seat.actor.is_none() && seat.votes.is_some_and(|votes| votes > 0);
    voting_seats(body).filter(votes).count()
}

/// The place of a seat among those of its college, from 1; among those of no college where it has none. A seat to fill is
/// told apart by it, in a preset as in the body it made.
pub fn place_in_college(body: &Body, seat: &Id) -> usize {
    let college = body.seats.find(seat).and_then(|seat| seat.college.as_ref());
    let mut fellows = body.seats.iter().filter(|other| other.college.as_ref() == college);
    fellows.position(|other| other.id == *seat).map_or(0, |place| place + 1)
}

/// Whether a seat is held by a group of inhabitants, or by a person who sits as a user.
pub fn is_inhabitant(index: &Index<'_>, seat: &Seat) -> bool {
    let actor = seat.actor.as_ref().and_then(|id| index.actor(id));
    actor.and_then(|actor| actor.kind) == Some(ActorKind::Inhabitants)
        || seat.capacity == Some(Capacity::User)
}
