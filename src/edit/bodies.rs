//! Changes to a body: votes, rule, presets. Each gives the body as it becomes, to be put back by
//! [`Command::Put`](super::Command::Put): one change, undone at once.

use super::fresh_id::FreshIds;
use crate::analysis::votes::{Voter, seats_of, voting_seats};
use crate::i18n::Catalogue;
use crate::model::{Body, BodyRule, College, Dossier, Id, Majority, Seat};
use crate::vocabulary::Preset;

/// A variant of a body that is only thought of: other votes for some seats, another rule. It stands on the body as it
/// is now, so that what changes elsewhere in the body changes in the variant too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// Votes of seats, by id. A seat that is gone is passed over.
    pub votes: Vec<(Id, u32)>,
    /// The majority and the quota.
    pub rule: Option<(Majority, Option<u32>)>,
}

impl Variant {
    /// The body under this variant.
    pub fn of(&self, body: &Body) -> Body {
        let mut body = body.clone();
        for (seat, votes) in &self.votes {
            change_seat(&mut body, seat, |seat| seat.votes = Some(*votes));
        }
        if let Some((majority, quota)) = self.rule {
            set_rule(&mut body, majority, quota);
        }
        body
    }

    /// The variant once the body it makes is changed further.
    #[must_use]
    pub fn with(&self, body: &Body, change: impl FnOnce(&mut Body)) -> Self {
        let mut changed = self.of(body);
        change(&mut changed);
        let votes = changed.seats.iter().filter_map(|seat| {
            let was = body.seats.find(&seat.id)?.votes;
            seat.votes.filter(|votes| Some(*votes) != was).map(|votes| (seat.id.clone(), votes))
        });
        let rule = |body: &Body| body.rule.as_ref().map(|rule| (rule.majority, rule.quota));
        let changed_rule = changed.rule.as_ref().filter(|_| rule(&changed) != rule(body));
        Self {
            votes: votes.collect(),
            rule: changed_rule.map(|rule| (rule.majority.unwrap_or(Majority::Custom), rule.quota)),
        }
    }
}

/// Changes a seat, where the body has it.
pub fn change_seat(body: &mut Body, id: &Id, change: impl FnOnce(&mut Seat)) {
    let place = body.seats.position_of(id);
    if let Some(seat) = place.and_then(|place| body.seats.item_mut(place)) {
        change(seat);
    }
}

/// Sets the majority, and with it the quota: given for one of its own, left to the majority else.
pub fn set_rule(body: &mut Body, majority: Majority, quota: Option<u32>) {
    let rule = body.rule.get_or_insert_with(BodyRule::default);
    rule.majority = Some(majority);
    rule.quota = quota;
}

/// Gives a member so many votes in all. Votes are added to its first seat, and taken from the last seats first.
pub fn set_votes(body: &mut Body, member: &Voter, votes: u32) {
    let mut held: Vec<(Id, u32)> =
        seats_of(body, member).map(|seat| (seat.id.clone(), seat.votes.unwrap_or_default())).collect();
    let before: u32 = held.iter().fold(0, |sum, (_, votes)| sum.saturating_add(*votes));
    let mut excess = before.saturating_sub(votes);
    for (_, votes) in held.iter_mut().rev() {
        let taken = excess.min(*votes);
        *votes -= taken;
        excess -= taken;
    }
    if let Some((_, first)) = held.first_mut() {
        *first += votes.saturating_sub(before);
    }
    for (id, votes) in held {
        change_seat(body, &id, |seat| seat.votes = Some(votes));
    }
}

/// Gives a vote to each seat that votes and does not say how many it has.
pub fn one_vote_each(body: &mut Body) {
    let silent: Vec<Id> =
        voting_seats(body).filter(|seat| seat.votes.is_none()).map(|seat| seat.id.clone()).collect();
    for id in silent {
        change_seat(body, &id, |seat| seat.votes = Some(1));
    }
}

/// The body a preset makes, in the words of a language. Its seats, in order, are given to `actors`; where there is none,
/// to nobody yet.
pub fn from_preset(
    preset: &Preset,
    words: &Catalogue,
    dossier: &Dossier,
    entropy: u64,
    actors: &[Option<Id>],
) -> Body {
    let mut actors = actors.iter();
    let mut ids = FreshIds::new(dossier, entropy);
    let mut body = Body {
        id: ids.next("ins"),
        title: words.say((preset.title)()).into_owned(),
        kind: Some(preset.kind),
        quorum: preset.quorum.to_owned(),
        ..Body::default()
    };
    for college in preset.colleges {
        let id = ids.next("col");
        body.colleges.push(College {
            id: id.clone(),
            title: words.say((college.title)()).into_owned(),
            ..College::default()
        });
        for _ in 0..college.seats {
            body.seats.push(Seat {
                id: ids.next("sie"),
                actor: actors.next().cloned().flatten(),
                college: Some(id.clone()),
                votes: Some(college.votes),
                capacity: college.capacity,
                ..Seat::default()
            });
        }
    }
    let first = body.seats.first().map(|seat| seat.id.clone());
    body.rule = Some(BodyRule {
        majority: Some(preset.majority),
        casting_vote: first.filter(|_| preset.casting),
        ..BodyRule::default()
    });
    body
}
