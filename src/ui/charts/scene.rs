//! The influence × interest map laid out for a given size: what is drawn where, and what found no room.

use yew::AttrValue;

use super::measure::Ruler;
use crate::analysis::qualification::{Map, Quadrant};
use crate::analysis::readings;
use crate::layout::{Label, Mark, Point, Rect, Segment, fit, place, spread};
use crate::model::{Actor, ActorKind, Criterion, Dossier, Id};

/// An actor on the map, or not placed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standing {
    pub(super) actor: Id,
    pub(super) name: AttrValue,
    pub(super) kind: Option<ActorKind>,
    pub(super) interest: Option<i8>,
    pub(super) influence: Option<i8>,
    pub(super) mobilisation: Option<i8>,
    /// Interest and influence at the start, where they were others.
    pub(super) from: Option<(i8, i8)>,
    /// `None` for an actor that is not placed.
    pub(super) quadrant: Option<Quadrant>,
}

/// Every actor, the placed ones first, each part in the order of the dossier.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Chart {
    pub(super) placed: Vec<Standing>,
    pub(super) unplaced: Vec<Standing>,
}

impl Chart {
    /// The chart of a dossier; `unnamed` stands for an empty name.
    pub(super) fn of(dossier: &Dossier, unnamed: &AttrValue) -> Self {
        let Map { points, unplaced } = crate::analysis::qualification::map(dossier);
        let actors: std::collections::HashMap<&Id, &Actor> =
            dossier.actors.iter().map(|actor| (&actor.id, actor.as_ref())).collect();
        let name = |id: &Id| {
            let name = actors.get(id).map(|actor| actor.name.trim()).filter(|name| !name.is_empty());
            name.map_or_else(|| unnamed.clone(), |name| AttrValue::from(name.to_owned()))
        };
        let value = |id: &Id, criterion| actors.get(id).and_then(|actor| readings::used(actor, criterion));
        let placed = points.into_iter().map(|point| Standing {
            name: name(&point.actor),
            kind: point.kind,
            interest: Some(point.interest),
            influence: Some(point.influence),
            mobilisation: point.mobilisation,
            from: point.from,
            quadrant: Some(point.quadrant),
            actor: point.actor,
        });
        let unplaced = unplaced.into_iter().map(|unplaced| Standing {
            name: name(&unplaced.actor),
            kind: actors.get(&unplaced.actor).and_then(|actor| actor.kind),
            interest: value(&unplaced.actor, Criterion::Interest),
            influence: value(&unplaced.actor, Criterion::Influence),
            mobilisation: value(&unplaced.actor, Criterion::Mobilisation),
            from: None,
            quadrant: None,
            actor: unplaced.actor,
        });
        Self { placed: placed.collect(), unplaced: unplaced.collect() }
    }
}

/// Words on the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    /// Their middle.
    pub(super) x: f64,
    /// Their base line.
    pub(super) y: f64,
    pub(super) text: AttrValue,
}

/// A marker on the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawn {
    /// Its place in [`Chart::placed`].
    pub(super) index: usize,
    pub(super) at: Point,
    /// The other end of its tail.
    pub(super) tail: Option<Point>,
    pub(super) label: Option<Words>,
    /// The line that ties it to words that stand apart.
    pub(super) lead: Option<(Point, Point)>,
}

/// The map at a given size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The plot itself, without ticks.
    pub(super) plot: Rect,
    /// Side of a marker.
    pub(super) side: f64,
    /// From the most to the least influential, then by interest: the order in which they are read.
    pub(super) drawn: Vec<Drawn>,
    /// Where some have no room: how many.
    pub(super) rest: Vec<(Point, usize)>,
    /// Drawn without words, by their place in [`Chart::placed`].
    pub(super) unlabelled: Vec<usize>,
}

/// Longest tail.
const TAIL: f64 = 62.0;
/// Space kept free between two marks.
const GAP: f64 = 3.0;
/// From this many marks on, names are short.
const MANY: usize = 30;
/// Height of a line of words, and from its top to the base line.
const LINE: (f64, f64) = (17.0, 13.0);

/// The columns and rows of the plot, 0–4 on both axes.
#[derive(Clone, Copy)]
struct Grid(Rect);

impl Grid {
    fn cell(self, interest: i8, influence: i8) -> Rect {
        let (w, h) = (self.0.w / 5.0, self.0.h / 5.0);
        let (x, y) = (self.0.x + f64::from(interest) * w, self.0.y + f64::from(4 - influence) * h);
        // Off the lines, and off the names of the quadrants at the top and at the bottom.
        let inset = w * 0.05;
        let top = if influence == 4 { 22.0 } else { 4.0 };
        let bottom = if influence == 0 { 22.0 } else { 4.0 };
        Rect { x: x + inset, y: y + top, w: w - 2.0 * inset, h: h - top - bottom }
    }
}

impl Scene {
    /// The middle of a column.
    pub(super) fn column(&self, interest: i8) -> f64 {
        Grid(self.plot).cell(interest, 2).centre().x
    }

    /// The middle of a row.
    pub(super) fn row(&self, influence: i8) -> f64 {
        Grid(self.plot).cell(2, influence).centre().y
    }

    /// Lays a chart out; `corners` are the names of the quadrants: top left, top right, bottom left, bottom right.
    pub(super) fn of(
        chart: &Chart,
        width: f64,
        most_height: f64,
        corners: &[AttrValue; 4],
        ruler: &mut Ruler,
    ) -> Self {
        let width = width.max(240.0);
        let height = (width * 1.18).min(most_height.max(300.0)).round();
        let left = if width < 420.0 { 36.0 } else { 40.0 };
        let plot = Rect { x: left, y: 10.0, w: width - left - 12.0, h: height - 10.0 - 42.0 };
        let grid = Grid(plot);
        let mut cells: Vec<(usize, Vec<usize>)> = (0..25).map(|cell| (cell, Vec::new())).collect();
        for (index, standing) in chart.placed.iter().enumerate() {
            let (Some(interest), Some(influence)) = (standing.interest, standing.influence) else { continue };
            // Rows from the top, as they are read.
            let cell = usize::from((4 - influence).unsigned_abs()) * 5 + usize::from(interest.unsigned_abs());
            if let Some((_, members)) = cells.get_mut(cell) {
                members.push(index);
            }
        }
        let place_of = |cell: usize| grid.cell((cell % 5) as i8, 4 - (cell / 5) as i8);
        let full = cells.iter().filter(|(_, members)| !members.is_empty());
        // Smaller marks where there are many: what they leave free is for names.
        let most = if chart.placed.len() > MANY { 18.0 } else { 24.0 };
        let fits = full.map(|(cell, members)| {
            let room = place_of(*cell);
            fit(members.len(), room.w, room.h, GAP, most)
        });
        let side = fits.fold(most, f64::min).max(12.0).floor();
        let mut drawn: Vec<Drawn> = Vec::with_capacity(chart.placed.len());
        let mut crowds: Vec<usize> = Vec::with_capacity(chart.placed.len());
        let mut rest = Vec::new();
        for (cell, members) in &cells {
            let found = spread(members.len(), place_of(*cell), side, GAP);
            for (index, at) in members.iter().zip(found.places) {
                let from = chart.placed.get(*index).and_then(|standing| standing.from);
                let tail = from.map(|(x, y)| capped(at, grid.cell(x, y).centre()));
                drawn.push(Drawn { index: *index, at, tail, label: None, lead: None });
                crowds.push(members.len());
            }
            rest.extend(found.rest);
        }
        let mut scene = Self { width, height, plot, side, drawn, rest, unlabelled: Vec::new() };
        scene.label(chart, &crowds, corners, ruler);
        scene
    }

    /// Places the names, those of the least crowded cells first.
    fn label(&mut self, chart: &Chart, crowds: &[usize], corners: &[AttrValue; 4], ruler: &mut Ruler) {
        let mut order: Vec<usize> = (0..self.drawn.len()).collect();
        crate::model::order::by_key(&mut order, |at| (crowds.get(*at).copied(), *at));
        // Where there are many, short names for most say more than long names for a few.
        let longest = if order.len() > MANY { 104.0 } else { 180.0_f64 };
        let longest = longest.min(self.plot.w * 0.42);
        let mut words: Vec<Vec<String>> = Vec::with_capacity(order.len());
        let mut marks: Vec<Mark> = Vec::with_capacity(order.len());
        for drawn in order.iter().filter_map(|at| self.drawn.get(*at)) {
            let name = chart.placed.get(drawn.index).map_or("", |standing| standing.name.as_str());
            let mut cut = |room: f64| {
                let mut short = name.to_owned();
                let mut letters = name.chars().count().min(40);
                while letters > 8 && ruler.width(&short) > room {
                    letters -= 3;
                    short = abridge(name, letters);
                }
                (short, letters)
            };
            // Where room is left in the end: the whole name, or nearly.
            let (whole, (full, letters)) = (cut(self.plot.w * 0.6).0, cut(longest));
            let first = usize::from(whole != full);
            let mut texts = vec![whole, full];
            texts.dedup();
            for shorter in [12, 8] {
                if letters > shorter + 2 {
                    texts.push(abridge(name, shorter));
                }
            }
            let widths = texts.iter().map(|text| ruler.width(text) + 2.0).collect();
            let label = Label { widths, first, height: LINE.0, ascent: LINE.1 };
            words.push(texts);
            marks.push(Mark { at: drawn.at, side: self.side, label });
        }
        let mut obstacles: Vec<Rect> = self.corner_words(corners, ruler).map(|(bounds, _)| bounds).to_vec();
        obstacles.extend(self.rest.iter().map(|(at, _)| Rect {
            x: at.x - 14.0,
            y: at.y - 9.0,
            w: 28.0,
            h: 18.0,
        }));
        let lines: Vec<Segment> =
            self.drawn.iter().filter_map(|drawn| Some(Segment { a: drawn.at, b: drawn.tail? })).collect();
        for ((at, placed), mut texts) in
            order.into_iter().zip(place(self.plot, &marks, &obstacles, &lines)).zip(words)
        {
            let Some(drawn) = self.drawn.get_mut(at) else { continue };
            match placed {
                Some(placed) => {
                    let text = texts.swap_remove(placed.words.min(texts.len() - 1));
                    drawn.lead = placed.lead.map(|lead| (lead.a, lead.b));
                    let x = placed.bounds.centre().x;
                    drawn.label = Some(Words { x, y: placed.baseline, text: text.into() });
                }
                None => self.unlabelled.push(drawn.index),
            }
        }
        crate::model::order::by(&mut self.unlabelled, Ord::cmp);
    }

    /// The names of the quadrants: their box, and where their words start or end.
    pub(super) fn corner_words(&self, corners: &[AttrValue; 4], ruler: &mut Ruler) -> [(Rect, Point); 4] {
        let Rect { x, y, w, h } = self.plot;
        let mut corner = 0;
        corners.each_ref().map(|words| {
            let (right, low) = (corner % 2 == 1, corner >= 2);
            corner += 1;
            let width = ruler.width(words);
            let start = if right { x + w - 10.0 } else { x + 10.0 };
            let base = if low { y + h - 8.0 } else { y + 16.0 };
            let left = if right { start - width } else { start };
            (Rect { x: left, y: base - LINE.1, w: width, h: LINE.0 }, Point { x: start, y: base })
        })
    }
}

/// The end of a tail that goes from `at` towards `to`, no further than [`TAIL`].
fn capped(at: Point, to: Point) -> Point {
    let (dx, dy) = (to.x - at.x, to.y - at.y);
    let length = dx.hypot(dy);
    let share = if length > TAIL { TAIL / length } else { 1.0 };
    Point { x: at.x + dx * share, y: at.y + dy * share }
}

/// At most `letters` letters of a name, cut between two words where there is one, with an ellipsis.
fn abridge(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let cut: String = name.chars().take(letters.saturating_sub(1)).collect();
    let kept = match cut.rsplit_once([' ', '\u{a0}']) {
        Some((before, _)) if before.chars().count() * 2 >= letters => before,
        _ => &cut,
    };
    format!("{}…", kept.trim_end_matches([' ', '\u{a0}', ',', '-', '’', '\'']))
}
