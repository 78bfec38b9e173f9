//! The seating chart of a body. Its letters have a fixed size: nothing has to be measured.

use super::super::document::{Block, Picture};
use super::{Whole, pictures, text};
use crate::analysis::votes::voting_seats;
use crate::exchange::svg::SvgWriter;
use crate::i18n::texts::documents as say;
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
    let mut seated: Vec<(Option<usize>, Option<ActorKind>, u32)> = voting_seats(body)
        .map(|seat| {
            let college = seat.college.as_ref().and_then(|id| body.colleges.position_of(id));
            let actor = seat.actor.as_ref().and_then(|id| whole.index.actor(id));
            (college, actor.and_then(|actor| actor.kind), seat.votes.unwrap_or_default())
        })
        .collect();
    if seated.is_empty() || seated.len() > MOST_SEATS {
        return None;
    }
    crate::model::order::by_key(&mut seated, |(college, kind, _)| {
        (college.unwrap_or(usize::MAX), kind.map_or(usize::MAX, |kind| kind as usize))
    });
    let votes: u64 = seated.iter().map(|(_, _, votes)| u64::from(*votes)).sum();
    let each = (1..=MOST_MARKS).contains(&votes);
    let marks: Vec<Option<ActorKind>> = seated
        .iter()
        .flat_map(|(_, kind, votes)| std::iter::repeat_n(*kind, if each { *votes as usize } else { 1 }))
        .collect();
    let mut kinds: Vec<ActorKind> = marks.iter().flatten().copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    let legend = kinds.into_iter().map(|kind| {
        let family = vocabulary::kind(kind);
        whole.say(say::picture_letter(vocabulary::kind_letter(kind), family))
    });
    let caption = if each { say::picture_caption(title) } else { say::picture_caption_seats(title) };
    let caption = format!("{} ({}).", whole.say(caption), legend.collect::<Vec<_>>().join(", "));
    Some(Block::Picture(Picture { svg: draw(&marks, title, &caption), caption }))
}

fn draw(marks: &[Option<ActorKind>], title: &str, caption: &str) -> String {
    let plan = layout::hemicycle(marks.len(), WIDTH);
    let mut writer = SvgWriter::new(WIDTH, plan.height, &text::line(title), &text::line(caption));
    for (kind, at) in marks.iter().zip(&plan.seats) {
        pictures::marker(&mut writer, *at, plan.side, *kind, kind.map_or("", vocabulary::kind_letter));
    }
    pictures::inline(writer)
}
