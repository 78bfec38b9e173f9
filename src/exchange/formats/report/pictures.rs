//! The pictures that need no browser: the map of influence and interest, and the network of ties. Markers bear a code,
//! whose length is known, and the caption says whose code it is; nothing has to be measured. What they show is in the
//! tables beside them.

use super::super::document::{Block, Picture};
use super::super::gexf::colour;
use super::{Whole, text};
use crate::analysis::qualification::{self, Quadrant};
use crate::exchange::svg::{SvgWriter, length};
use crate::i18n::texts::documents as say;
use crate::layout::{self, Boxes, Point, Rect};
use crate::model::{ActorKind, Criterion, Dossier, TieLevel};
use crate::vocabulary::{self, kind_shape};

/// Actors beyond which a picture on a page could not be read.
pub(super) const MOST: usize = 60;
/// Side of a marker, in pixels.
pub(super) const SIDE: f64 = 30.0;
pub(super) const INK: &str = "#55524c";

/// The code of each actor: the letter of its family and its rank in it.
pub(super) fn codes(dossier: &Dossier) -> Vec<String> {
    let mut ranks = std::collections::BTreeMap::new();
    let mut code = |kind: Option<ActorKind>| {
        let rank = ranks.entry(kind).or_insert(0);
        *rank += 1;
        format!("{}{rank}", kind.map_or("N", vocabulary::kind_letter))
    };
    dossier.actors.iter().map(|actor| code(actor.kind)).collect()
}

/// "#rrggbb" of a family; white where it is not said.
fn fill(kind: Option<ActorKind>) -> String {
    kind.map_or_else(
        || "#ffffff".to_owned(),
        |kind| colour(kind).iter().fold("#".to_owned(), |out, channel| out + &format!("{channel:02x}")),
    )
}

/// Words at a place, centred on their height by hand: not every reader does it.
pub(super) fn words(writer: &mut SvgWriter, at: Point, size: f64, anchor: &str, ink: &str, said: &str) {
    let (x, y, size) = (length(at.x), length(at.y + size * 0.35), length(size));
    writer.element(
        "text",
        &[
            ("x", &x),
            ("y", &y),
            ("text-anchor", anchor),
            ("font-family", "sans-serif"),
            ("font-size", &size),
            ("fill", ink),
        ],
    );
    writer.text(said);
    writer.close();
}

/// A marker with its code or letter, in the shape of its family as on the screen.
pub(super) fn marker(writer: &mut SvgWriter, at: Point, side: f64, kind: Option<ActorKind>, code: &str) {
    let shape = kind_shape(kind);
    let scale = side / 24.0;
    let (x, y) = (at.x - side / 2.0, at.y - side / 2.0);
    let transform = format!("translate({} {}) scale({})", length(x), length(y), length(scale));
    let (fill, width) = (fill(kind), length(1.0 / scale));
    writer.element(
        "path",
        &[
            ("d", shape.path),
            ("transform", &transform),
            ("fill", &fill),
            ("stroke", INK),
            ("stroke-width", &width),
        ],
    );
    writer.close();
    let [size, middle] =
        [shape.letter_size, shape.letter_y].map(|units| units.parse().unwrap_or(12.0) * scale);
    // Where the letter of a family has its size, a code has less.
    let size = size * [1.0, 0.84, 0.68].get(code.len().saturating_sub(1)).unwrap_or(&0.56);
    let ink = if kind.is_some() { "#ffffff" } else { INK };
    words(writer, Point { x: at.x, y: y + middle }, size, "middle", ink, code);
}

/// The place of somebody who is still to come: a ring, empty.
pub(super) fn nobody(writer: &mut SvgWriter, at: Point, side: f64) {
    let [x, y, radius] = [at.x, at.y, side * 0.42].map(length);
    let ring = [("cx", &*x), ("cy", &*y), ("r", &*radius), ("fill", "none"), ("stroke", INK)];
    writer.element("circle", &[&ring[..], &[("stroke-dasharray", "3 2")]].concat());
    writer.close();
}

/// A picture of the document: its key, its name, what can be seen, and that with who is who.
pub(super) fn block(
    whole: &Whole<'_>,
    writer: SvgWriter,
    size: (f64, f64),
    [key, title, shows]: [&str; 3],
    caption: String,
) -> Block {
    let alt = text::line(&whole.say(say::picture_alt(shows)));
    let (key, title) = (key.to_owned(), text::line(title));
    Block::Picture(Picture { key, svg: inline(writer), size, title, alt, caption })
}

/// The `svg` element of a picture: inside a page, the declaration of a file is left out.
fn inline(writer: SvgWriter) -> String {
    let file = writer.finish();
    file.split_once("?>").map_or(file.as_str(), |(_, svg)| svg.trim_start()).to_owned()
}

/// What a picture shows, then whose code each is.
pub(super) fn captioned(whole: &Whole<'_>, title: &str, codes: &[String], shown: &[usize]) -> String {
    let key = |place: &usize| {
        let actor = whole.dossier.actors.get(*place)?;
        Some(whole.say(say::key(codes.get(*place)?.as_str(), whole.name_of(actor))))
    };
    let mut shown = shown.to_vec();
    crate::model::order::by_key(&mut shown, |place| {
        whole.dossier.actors.get(*place).and_then(|actor| actor.kind).map_or(usize::MAX, |kind| kind as usize)
    });
    let keys: Vec<String> = shown.iter().filter_map(key).collect();
    format!("{title} {}.", keys.join(", "))
}

fn line(writer: &mut SvgWriter, from: Point, to: Point, attributes: &[(&str, &str)]) {
    let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(length);
    let d = format!("M {x1} {y1} L {x2} {y2}");
    writer
        .element("path", &[&[("d", d.as_str()), ("fill", "none"), ("stroke", INK)][..], attributes].concat());
    writer.close();
}

/// Who weighs on the project and for whom it matters; `None` where nobody has both values.
pub(super) fn map(whole: &Whole<'_>) -> Option<Block> {
    const CELL: f64 = 104.0;
    const EDGE: f64 = 34.0;
    let points = qualification::map(whole.dossier).points;
    if points.is_empty() || points.len() > MOST {
        return None;
    }
    let codes = codes(whole.dossier);
    let place = |id| whole.index.actor_place(id);
    let shown: Vec<usize> = points.iter().filter_map(|point| place(&point.actor)).collect();
    let [interest, influence] = [Criterion::Interest, Criterion::Influence]
        .map(|criterion| whole.say(vocabulary::criterion(criterion)));
    let title = whole.say(crate::i18n::texts::summary::map());
    let shows = format!("{title}.");
    let caption = captioned(whole, &shows, &codes, &shown);
    let side = 5.0 * CELL;
    let mut writer = SvgWriter::new(side + EDGE, side + EDGE, &title, &text::line(&caption));
    let corner = |column: f64, row: f64| Point { x: EDGE + column * CELL, y: row * CELL };
    for step in 0..=5_u8 {
        let at = f64::from(step);
        // A value of exactly 2 belongs to the higher half: the middle line stands below it.
        let strong = [("stroke-width", "1.5")];
        let light = [("stroke-width", "0.5"), ("stroke-dasharray", "2 3")];
        let across = if matches!(step, 0 | 3 | 5) { &strong[..] } else { &light[..] };
        let down = if matches!(step, 0 | 2 | 5) { &strong[..] } else { &light[..] };
        line(&mut writer, corner(0.0, at), corner(5.0, at), across);
        line(&mut writer, corner(at, 0.0), corner(at, 5.0), down);
        if step < 5 {
            let (row, column) = (corner(0.0, 4.5 - at), corner(at + 0.5, 5.0));
            words(&mut writer, Point { x: EDGE - 8.0, ..row }, 12.0, "end", INK, &step.to_string());
            words(&mut writer, Point { y: side + 10.0, ..column }, 12.0, "middle", INK, &step.to_string());
        }
    }
    words(&mut writer, Point { x: EDGE, y: side + 26.0 }, 12.0, "start", INK, &format!("{influence} ↑"));
    words(
        &mut writer,
        Point { x: side + EDGE - 3.0, y: side + 26.0 },
        12.0,
        "end",
        INK,
        &format!("{interest} →"),
    );
    for (quarter, column, row, anchor) in [
        (Quadrant::Satisfy, 0.06, 0.1, "start"),
        (Quadrant::Associate, 4.94, 0.1, "end"),
        (Quadrant::Watch, 0.06, 4.9, "start"),
        (Quadrant::Inform, 4.94, 4.9, "end"),
    ] {
        words(&mut writer, corner(column, row), 11.0, anchor, INK, &whole.say(quarter.label()));
    }
    for (column, row) in (0..5_i8).flat_map(|column| (0..5_i8).map(move |row| (column, row))) {
        let here: Vec<usize> = points
            .iter()
            .filter(|point| (point.interest, point.influence) == (column, row))
            .filter_map(|point| place(&point.actor))
            .collect();
        let at = corner(f64::from(column), 4.0 - f64::from(row));
        // The top and the foot of a cell are for the names of the quarters.
        let cell = Rect { x: at.x + 4.0, y: at.y + 18.0, w: CELL - 8.0, h: CELL - 36.0 };
        let each = layout::fit(here.len(), cell.w, cell.h, 2.0, SIDE).max(12.0);
        let spread = layout::spread(here.len(), cell, each, 2.0);
        for (actor, at) in here.iter().zip(&spread.places) {
            let kind = whole.dossier.actors.get(*actor).and_then(|actor| actor.kind);
            marker(&mut writer, *at, each, kind, codes.get(*actor).map_or("", String::as_str));
        }
        if let Some((at, more)) = spread.rest {
            words(&mut writer, at, 11.0, "middle", INK, &format!("+{more}"));
        }
    }
    Some(block(whole, writer, (side + EDGE, side + EDGE), ["map", &title, &shows], caption))
}

/// Who works with whom, conflicts dotted; `None` without a tie.
pub(super) fn network(whole: &Whole<'_>) -> Option<Block> {
    let actors = &whole.dossier.actors;
    let place = |id| whole.index.actor_place(id);
    let ties: Vec<(usize, usize, TieLevel)> = whole
        .dossier
        .ties
        .iter()
        .filter_map(|tie| Some((place(&tie.from)?, place(&tie.to)?, tie.level)))
        .filter(|(from, to, _)| from != to)
        .collect();
    if ties.is_empty() || actors.len() > MOST {
        return None;
    }
    let codes = codes(whole.dossier);
    let keys: Vec<&str> = actors.iter().map(|actor| actor.id.as_str()).collect();
    let pairs: Vec<(usize, usize)> = ties.iter().map(|(from, to, _)| (*from, *to)).collect();
    let room = Rect { x: 0.0, y: 0.0, w: 620.0, h: 420.0 };
    let boxes = Boxes { wanted: (60.0, 52.0), least: (SIDE + 6.0, SIDE + 6.0) };
    let laid = layout::network(&keys, &pairs, room, boxes);
    let title = whole.say(say::ties_caption());
    let shows = format!("{title}. {}", whole.say(say::ties_picture()));
    let shown: Vec<usize> = (0..actors.len()).collect();
    let caption = captioned(whole, &shows, &codes, &shown);
    let mut writer = SvgWriter::new(room.w, laid.height, &title, &text::line(&caption));
    let at = |place: usize| laid.points.get(place).copied().unwrap_or_default();
    for (from, to, level) in ties {
        // The closer the work, the thicker the line.
        let (width, dashes) = match level {
            TieLevel::Networking => ("1", "none"),
            TieLevel::Coordinating => ("1.75", "none"),
            TieLevel::Cooperating => ("2.5", "none"),
            TieLevel::Collaborating => ("3.5", "none"),
            TieLevel::Conflict => ("1.75", "4 4"),
        };
        line(&mut writer, at(from), at(to), &[("stroke-width", width), ("stroke-dasharray", dashes)]);
    }
    for ((actor, code), at) in actors.iter().zip(&codes).zip(&laid.points) {
        marker(&mut writer, *at, SIDE, actor.kind, code);
    }
    Some(block(whole, writer, (room.w, laid.height), ["network", &title, &shows], caption))
}
