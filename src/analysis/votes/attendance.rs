//! Who is around the table: what the balance of a body is read from, beside its votes.

use super::ballot::voting_seats;
use crate::analysis::Index;
use crate::model::{ActorKind, Body, Capacity, Seat};

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

/// Whether a seat is held by a group of inhabitants, or by a person who sits as a user.
pub fn is_inhabitant(index: &Index<'_>, seat: &Seat) -> bool {
    let actor = seat.actor.as_ref().and_then(|id| index.actor(id));
    actor.and_then(|actor| actor.kind) == Some(ActorKind::Inhabitants)
        || seat.capacity == Some(Capacity::User)
}
