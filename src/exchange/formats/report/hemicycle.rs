//! The seating chart of a body. Its letters have a fixed size: nothing has to be measured.

use super::super::document::Block;
use super::{Whole, pictures, text};
use crate::analysis::votes::voting_seats;
use crate::exchange::svg::SvgWriter;
use crate::i18n::texts::{bodies, documents as say};
use crate::layout;
use crate::model::{ActorKind, Body};
use crate::vocabulary;

/// Votes up to which each has its mark, as on the screen; beyond, each seat has one.
const MOST_MARKS: u64 = 90;
/// Seats beyond which marks would be too small to tell apart.
const MOST_SEATS: usize = 200;
/// Width of the picture, in pixels.
const WIDTH: f64 = 420.0;

/// The picture of who votes; `None` where nobody does, too many to be told apart, or votes are not said.
pub(super) fn picture(whole: &Whole<'_>, body: &Body, title: &str) -> Option<Block> {
    if voting_seats(body).any(|seat| seat.votes.is_none()) {
        return None;
    }
    let mut seated: Vec<(Option<usize>, Sitting, u32)> = voting_seats(body)
        .map(|seat| {
            let college = seat.college.as_ref().and_then(|id| body.colleges.position_of(id));
            let actor = seat.actor.as_ref().and_then(|id| whole.index.actor(id));
            (college, actor.map(|actor| actor.kind), seat.votes.unwrap_or_default())
        })
        .collect();
    if seated.is_empty() || seated.len() > MOST_SEATS {
        return None;
    }
    // Families in their order, then those that say none, then seats to fill.
    let rank = |sitting: &Sitting| match sitting {
        Some(Some(kind)) => *kind as usize,
        Some(None) => usize::MAX - 1,
        None => usize::MAX,
    };
    crate::model::order::by_key(&mut seated, |(college, sitting, _)| {
        (college.unwrap_or(usize::MAX), rank(sitting))
    });
    let votes: u64 = seated.iter().map(|(_, _, votes)| u64::from(*votes)).sum();
    let each = (1..=MOST_MARKS).contains(&votes);
    let marks: Vec<Sitting> = seated
        .iter()
        .flat_map(|(_, sitting, votes)| std::iter::repeat_n(*sitting, if each { *votes as usize } else { 1 }))
        .collect();
    let mut there = marks.clone();
    there.sort_by_key(rank);
    there.dedup();
    let legend = there.into_iter().map(|sitting| {
        let words = match sitting {
            Some(Some(kind)) => vocabulary::kind(kind),
            Some(None) => bodies::kind_unknown(),
            None => say::seat_to_fill(),
        };
        whole.say(say::picture_letter(letter(sitting), words))
    });
    let caption = if each { say::picture_caption(title) } else { say::picture_caption_seats(title) };
    let caption = format!("{} ({}).", whole.say(caption), legend.collect::<Vec<_>>().join(", "));
    let plan = layout::hemicycle(marks.len(), WIDTH);
    let mut writer = SvgWriter::new(WIDTH, plan.height, &text::line(title), &text::line(&caption));
    for (sitting, at) in marks.iter().zip(&plan.seats) {
        match sitting {
            Some(kind) => pictures::marker(&mut writer, *at, plan.side, *kind, letter(*sitting)),
            None => pictures::nobody(&mut writer, *at, plan.side),
        }
    }
    let key = format!("body/{}", body.id.as_str());
    Some(pictures::block(whole, writer, (WIDTH, plan.height), [&key, title, &caption], caption.clone()))
}

/// Who sits: nobody yet, or an organisation with its family where it says it.
type Sitting = Option<Option<ActorKind>>;

/// What stands in the mark of a seat.
fn letter(sitting: Sitting) -> &'static str {
    match sitting {
        Some(Some(kind)) => vocabulary::kind_letter(kind),
        Some(None) => "?",
        None => "○",
    }
}
