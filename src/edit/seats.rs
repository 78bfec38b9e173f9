//! Seats given, taken and shared out. Each gives the body as it becomes, to be put back by
//! [`Command::Put`](super::Command::Put): one change, undone at once.

use std::rc::Rc;

use super::bodies::change_seat;
use super::fresh_id::FreshIds;
use crate::analysis::votes::voting_seats;
use crate::model::{Body, Id, Seat};

/// Gives organisations the votes they were allotted. One without a seat that votes gets a seat; a share of zero makes
/// none.
pub fn share_out(body: &mut Body, shares: &[(Id, u32)], ids: &mut FreshIds) {
    for (actor, votes) in shares {
        if seats_of(body, actor).is_empty() && *votes > 0 {
            body.seats.push(Seat { id: ids.next("sie"), actor: Some(actor.clone()), ..Seat::default() });
        }
        for (place, seat) in seats_of(body, actor).into_iter().enumerate() {
            change_seat(body, &seat.id, |seat| seat.votes = Some(if place == 0 { *votes } else { 0 }));
        }
    }
}

/// What sharing seats changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shared {
    /// Seats that came.
    pub added: usize,
    /// Seats that went, as they were; the alternates that went with them are not listed.
    pub removed: Vec<Rc<Seat>>,
}

/// Gives organisations the seats they were allotted, of one vote each. Seats that lack come after the last one of the
/// organisation, in its college; seats in excess go: first those whose holder is not known, the last one first.
pub fn share_seats(body: &mut Body, shares: &[(Id, u32)], ids: &mut FreshIds) -> Shared {
    let mut shared = Shared::default();
    for (actor, seats) in shares {
        let held = seats_of(body, actor);
        let (wanted, last) = (*seats as usize, held.last().cloned());
        let place = last.as_ref().and_then(|seat| body.seats.position_of(&seat.id));
        for more in held.len()..wanted {
            let seat = Seat {
                id: ids.next("sie"),
                actor: Some(actor.clone()),
                college: last.as_ref().and_then(|seat| seat.college.clone()),
                ..Seat::default()
            };
            let at = place.map_or(body.seats.len(), |place| place + 1 + more - held.len());
            body.seats.items_mut().insert(at, Rc::new(seat));
            shared.added += 1;
        }
        let excess = held.len().saturating_sub(wanted);
        let known = held.iter().rev().filter(|seat| seat.holder.is_some());
        let unknown = held.iter().rev().filter(|seat| seat.holder.is_none());
        let gone: Vec<Rc<Seat>> = unknown.chain(known).take(excess).cloned().collect();
        for seat in &gone {
            remove_seat(body, &seat.id);
        }
        shared.removed.extend(gone);
        for seat in seats_of(body, actor) {
            change_seat(body, &seat.id, |seat| seat.votes = Some(1));
        }
    }
    shared
}

/// Takes a seat away with its alternates: without it, they would come to vote themselves.
pub fn remove_seat(body: &mut Body, id: &Id) {
    body.seats.retain(|seat| seat.id != *id && seat.alternate_of.as_ref() != Some(id));
}

/// The seats of an organisation that vote.
fn seats_of(body: &Body, actor: &Id) -> Vec<Rc<Seat>> {
    let votes: Vec<&Id> = voting_seats(body).map(|seat| &seat.id).collect();
    let held = body.seats.iter().filter(|seat| seat.actor.as_ref() == Some(actor));
    held.filter(|seat| votes.contains(&&seat.id)).cloned().collect()
}
