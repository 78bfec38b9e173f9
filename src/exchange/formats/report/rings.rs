//! The circles: the lead in the middle, then a ring for each wave. Names of waves have no fixed size: each ring bears its
//! rank, and the caption says whose it is.

use super::super::document::Block;
use super::{Whole, pictures, text};
use crate::analysis::circles;
use crate::exchange::svg::{SvgWriter, length};
use crate::i18n::texts::documents as say;
use crate::layout::{self, Member, Point, Rect, Rings};

/// Side of the square of the rings, in pixels.
const WIDTH: f64 = 560.0;
/// Radius of the middle.
const CORE: f64 = 58.0;
/// Rings beyond which they would be too thin.
const MOST_RINGS: usize = 8;
/// Width of the rank on the line of a ring.
const PLATE: f64 = 26.0;

/// Who joins when, as rings; `None` without any wave, with nobody in them, or with more than can be told apart.
pub(super) fn picture(whole: &Whole<'_>) -> Option<Block> {
    if whole.dossier.waves.is_empty() {
        return None;
    }
    let (waves, places) = circles::places(whole.index);
    let placed: Vec<(usize, usize)> =
        places.iter().enumerate().filter_map(|(actor, place)| Some((actor, (*place)?))).collect();
    let rings = waves.len().saturating_sub(1);
    if placed.is_empty() || placed.len() > pictures::MOST || rings > MOST_RINGS {
        return None;
    }
    let codes = pictures::codes(whole.dossier);
    let title = whole.say(say::waves());
    let names: Vec<String> = waves
        .iter()
        .enumerate()
        .filter_map(|(rank, wave)| {
            let wave = whole.dossier.waves.find(wave.as_ref()?)?;
            Some(whole.say(say::key(rank.to_string(), whole.titled(&wave.title))))
        })
        .collect();
    let shows = whole.say(say::rings_picture(title.as_str(), names.join(", ")));
    let shown: Vec<usize> = placed.iter().map(|(actor, _)| *actor).collect();
    let caption = pictures::captioned(whole, &shows, &codes, &shown);
    let mut writer = SvgWriter::new(WIDTH, WIDTH, &title, &text::line(&caption));
    // From the middle outwards, as they are read.
    let outside: Vec<(usize, Member)> = placed
        .iter()
        .filter_map(|(actor, place)| Some((*actor, Member { number: *actor, ring: place.checked_sub(1)? })))
        .collect();
    let members: Vec<Member> = outside.iter().map(|(_, member)| *member).collect();
    let laid = Rings::of(WIDTH, CORE, &vec![PLATE; rings], &members);
    for (rank, radius) in laid.radii.iter().enumerate().rev() {
        circle(&mut writer, laid.centre, *radius, if rank % 2 == 0 { "#fbfaf7" } else { "#f1eee7" });
    }
    circle(&mut writer, laid.centre, laid.core, "#ffffff");
    for ring in 0..rings {
        let plate = laid.plate(ring, PLATE);
        let [x, y, width, height] = [plate.x, plate.y, plate.w, plate.h].map(length);
        writer.element(
            "rect",
            &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("fill", "#ffffff")],
        );
        writer.close();
        pictures::words(&mut writer, plate.centre(), 13.0, "middle", pictures::INK, &(ring + 1).to_string());
    }
    let mut mark = |actor: usize, at: Point, side: f64| {
        let kind = whole.dossier.actors.get(actor).and_then(|actor| actor.kind);
        pictures::marker(&mut writer, at, side, kind, codes.get(actor).map_or("", String::as_str));
    };
    let leads: Vec<usize> = placed.iter().filter(|(_, place)| *place == 0).map(|(actor, _)| *actor).collect();
    let middle = Rect::around(laid.centre, CORE * 1.3);
    let side = layout::fit(leads.len(), middle.w, middle.h, 2.0, pictures::SIDE).max(10.0);
    for (actor, at) in leads.iter().zip(layout::spread(leads.len(), middle, side, 2.0).places) {
        mark(*actor, at, side);
    }
    for ((actor, _), at) in outside.iter().zip(&laid.places) {
        if let Some(at) = at {
            mark(*actor, *at, laid.side);
        }
    }
    if leads.is_empty() {
        let nobody = whole.say(crate::i18n::texts::circles::no_lead());
        pictures::words(&mut writer, laid.centre, 11.0, "middle", pictures::INK, &nobody);
    }
    Some(pictures::block(whole, writer, (WIDTH, WIDTH), ["circles", &title, &shows], caption))
}

fn circle(writer: &mut SvgWriter, at: Point, radius: f64, fill: &str) {
    let [x, y, radius] = [at.x, at.y, radius].map(length);
    writer
        .element("circle", &[("cx", &x), ("cy", &y), ("r", &radius), ("fill", fill), ("stroke", "#b9b5ad")]);
    writer.close();
}
