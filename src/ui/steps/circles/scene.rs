//! The circles laid out for a given width: what is drawn where, and what found no room.

use yew::AttrValue;

use super::Seen;
use super::words::{mobilisation, name, name_of, ring_name, ring_words};
use crate::analysis::network::Lever;
use crate::i18n::texts::circles as say;
use crate::layout::{Label, Mark, Member, Point, Rect, Rings, Segment, place};
use crate::model::ActorKind;
use crate::ui::charts::Ruler;
use crate::ui::env::Env;
use crate::vocabulary;

/// Height of a line of words, and from its top to the base line.
const LINE: (f64, f64) = (16.0, 12.5);
/// The largest side of the square of the rings: seen whole on the screen of a laptop, and in a crowd.
const LARGEST: (f64, f64) = (690.0, 780.0);
/// The widths a label is cut to where there is less room.
const NARROWER: [f64; 5] = [172.0, 128.0, 104.0, 84.0, 62.0];
/// The widest a label is on a single line.
const ONE: f64 = 128.0;
/// The widest a line of two is: where there is room, where there is less, and in a crowd.
const WIDE: [f64; 3] = [216.0, 128.0, 104.0];
/// From how many on there is less room, and it is a crowd.
const MANY: usize = 14;
const CROWD: usize = 24;

/// Words of one or two lines: their middle, and the base line of the first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub(super) at: Point,
    pub(super) lines: Vec<AttrValue>,
    /// The line to the marker, where the words stand apart from it.
    pub(super) lead: Option<Segment>,
}

/// A marker.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawn {
    /// Place in the dossier.
    pub(super) actor: usize,
    pub(super) at: Point,
    pub(super) kind: Option<ActorKind>,
    pub(super) mobilisation: Option<i8>,
    pub(super) side: f64,
    pub(super) label: Option<Words>,
}

/// Somebody who is missing, drawn outside.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Gone {
    /// Place in the dossier; `None` for a family.
    pub(super) actor: Option<usize>,
    pub(super) kind: Option<ActorKind>,
    pub(super) at: Point,
    pub(super) lines: Vec<AttrValue>,
    pub(super) through: AttrValue,
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    pub(super) width: f64,
    pub(super) height: f64,
    /// From the left of the picture to the square of the rings.
    pub(super) shift: f64,
    pub(super) rings: Rings,
    /// What the centre says while nobody leads, line by line.
    pub(super) vacant: Vec<AttrValue>,
    /// Names on the lines, the first ring first.
    pub(super) plates: Vec<(Rect, AttrValue)>,
    /// From the centre outwards: the order in which they are read.
    pub(super) drawn: Vec<Drawn>,
    pub(super) gone: Vec<Gone>,
    /// How many more are missing.
    pub(super) more: usize,
    /// Drawn without words.
    pub(super) unlabelled: Vec<usize>,
}

impl Scene {
    pub(super) fn of(env: &Env, seen: &Seen, width: f64, ruler: &mut Ruler) -> Self {
        let width = width.max(300.0);
        let crowd = seen.rings.iter().map(|ring| ring.actors.len()).sum::<usize>() > CROWD;
        let side = width.min(if crowd { LARGEST.1 } else { LARGEST.0 });
        let shift = (width - side) / 2.0;
        let core = (side * if crowd { 0.094 } else { 0.11 }).max(34.0);
        let circles = &seen.circles;
        let mut members = Vec::new();
        let mut actors = Vec::new();
        for (ring, found) in seen.rings.iter().enumerate().skip(1) {
            for actor in &found.actors {
                members.push(Member { number: *actor, ring: ring - 1 });
                actors.push(*actor);
            }
        }
        let words: Vec<AttrValue> = (1..circles.waves.len())
            .map(|ring| {
                // The words of an inner ring have less room than those of an outer one.
                let share = ring as f64 / circles.waves.len() as f64;
                let room = side * (0.2 + 0.2 * share);
                let whole = ring_words(env, seen, ring);
                // Without its date before the name is cut.
                let fits = ruler.width(&whole) <= room;
                let words = if fits { whole } else { ring_name(env, seen, Some(ring)) };
                cut(&words, room, ruler)
            })
            .collect();
        let plates: Vec<f64> = words.iter().map(|words| ruler.width(words) + 20.0).collect();
        let mut rings = Rings::of(side, core, &plates, &members);
        rings.slide(shift);
        let drawn = |actor: usize, at: Point, side: f64| Drawn {
            actor,
            at,
            kind: seen.dossier.actors.get(actor).and_then(|actor| actor.kind),
            mobilisation: mobilisation(&seen.dossier, actor),
            side,
            label: None,
        };
        let mut placed: Vec<Drawn> = Vec::with_capacity(actors.len() + 1);
        let leads = seen.rings.first().map_or(&[][..], |ring| &ring.actors);
        // The name of the only one: on three lines under a smaller marker, where two would cut it.
        let named = match leads {
            [lead] => wrap_whole(&name(env, &seen.dossier, *lead), core * 1.75, ruler),
            _ => Vec::new(),
        };
        let tall = named.len() > 2;
        let lead_side =
            if leads.len() > 1 { 26.0 } else { (core * if tall { 0.56 } else { 0.72 }).min(44.0) };
        for (rank, actor) in leads.iter().take(3).enumerate() {
            let x =
                rings.centre.x + (rank as f64 - (leads.len().min(3) as f64 - 1.0) / 2.0) * (lead_side + 6.0);
            let y = rings.centre.y - core * if tall { 0.38 } else { 0.2 * f64::from(leads.len() == 1) };
            placed.push(drawn(*actor, Point { x, y }, lead_side));
        }
        let core_count = placed.len();
        if let (false, Some(only)) = (named.is_empty(), placed.first_mut()) {
            let down = if tall { core * 0.18 } else { core * 0.2 + lead_side * 0.5 };
            let at = Point { x: rings.centre.x, y: rings.centre.y + down };
            only.label = Some(Words { at, lines: named, lead: None });
        }
        let mark = rings.side;
        placed.extend(
            actors.iter().zip(&rings.places).filter_map(|(actor, at)| Some(drawn(*actor, (*at)?, mark))),
        );
        let plates = words.into_iter().zip(plates).enumerate();
        let plates = plates.map(|(ring, (words, width))| (rings.plate(ring, width), words)).collect();
        let mut scene = Self {
            width,
            height: side + 8.0,
            shift,
            rings,
            vacant: wrap(&env.say(say::no_lead()), core * 1.8, ruler),
            plates,
            drawn: placed,
            gone: Vec::new(),
            more: 0,
            unlabelled: Vec::new(),
        };
        scene.miss(env, seen, side, ruler);
        scene.label(env, seen, core_count, ruler);
        scene
    }

    /// The missing ones: one in each corner, the others in rows under the rings.
    fn miss(&mut self, env: &Env, seen: &Seen, side: f64, ruler: &mut Ruler) {
        let absent = seen.circles.absent.iter().filter(|absent| seen.circles.place(absent.actor).is_none());
        let mut found: Vec<(Option<usize>, Option<ActorKind>, AttrValue, AttrValue)> = absent
            .map(|absent| {
                let kind = seen.dossier.actors.get(absent.actor).and_then(|actor| actor.kind);
                (
                    Some(absent.actor),
                    kind,
                    name(env, &seen.dossier, absent.actor),
                    through(env, seen, &absent.lever),
                )
            })
            .collect();
        found.extend(
            seen.circles
                .empty
                .iter()
                .map(|kind| (None, Some(*kind), env.say(vocabulary::kind(*kind)), env.say(say::to_find()))),
        );
        // The corners of a small picture are too narrow for words.
        let corners = if side < 560.0 { 0 } else { 4 };
        let across = ((self.width / 132.0).floor() as usize).clamp(2, 6);
        let most = corners + 2 * across;
        self.more = found.len().saturating_sub(most);
        let step = self.width / across as f64;
        for (rank, (actor, kind, name, through)) in found.into_iter().take(most).enumerate() {
            let at = if rank < corners {
                let right = rank % 2 == 1;
                let inset = 62.0;
                let x = if right { self.width - self.shift - inset } else { self.shift + inset };
                Point { x, y: if rank < 2 { 26.0 } else { side - 62.0 } }
            } else {
                let under = rank - corners;
                let (row, column) = (under / across, under % across);
                if column == 0 {
                    self.height = side + 30.0 + 92.0 * (row as f64 + 1.0);
                }
                Point { x: step * (column as f64 + 0.5), y: side + 40.0 + 92.0 * row as f64 }
            };
            let room = if rank < corners { 120.0 } else { step - 12.0 };
            let lines = wrap(&name, room, ruler);
            let through = cut(&through, room + 6.0, ruler);
            self.gone.push(Gone { actor, kind, at, lines, through });
        }
    }

    /// Places the names of those in the rings.
    fn label(&mut self, env: &Env, seen: &Seen, core: usize, ruler: &mut Ruler) {
        let mut marks = Vec::with_capacity(self.drawn.len());
        let mut words = Vec::with_capacity(self.drawn.len());
        let [alone, several, crowd] = WIDE;
        let count = self.drawn.len();
        let widest = if count > CROWD {
            crowd
        } else if count > MANY {
            several
        } else {
            alone
        };
        for drawn in self.drawn.iter().skip(core) {
            let name = name(env, &seen.dossier, drawn.actor);
            let lines = wrap_from(&name, ONE.min(widest), widest, ruler);
            let (count, height) = (lines.len(), LINE.0 * lines.len() as f64);
            let mut choices = vec![lines];
            // Where room is left in the end: as much as where there are few.
            if widest < alone && count > 1 {
                let whole = wrap_from(&name, 0.0, alone, ruler);
                choices.extend((choices.first() != Some(&whole)).then_some(whole));
                choices.reverse();
            }
            let first = choices.len() - 1;
            for room in NARROWER.into_iter().filter(|room| *room < widest) {
                choices.push(match count {
                    1 => vec![cut(&name, room, ruler)],
                    _ => wrap_from(&name, 0.0, room, ruler),
                });
            }
            let span =
                |lines: &Vec<AttrValue>| lines.iter().map(|line| ruler.width(line)).fold(0.0, f64::max) + 2.0;
            let label = Label { widths: choices.iter().map(span).collect(), first, height, ascent: LINE.1 };
            marks.push(Mark { at: drawn.at, side: drawn.side, label });
            words.push(choices);
        }
        let frame = Rect { x: 0.0, y: 0.0, w: self.width, h: self.height };
        let mut obstacles: Vec<Rect> = self.plates.iter().map(|(bounds, _)| *bounds).collect();
        obstacles.push(Rect::around(self.rings.centre, self.rings.core * 1.8));
        obstacles.extend(self.gone.iter().map(|gone| Rect {
            x: gone.at.x - 62.0,
            y: gone.at.y - 16.0,
            w: 124.0,
            h: 88.0,
        }));
        let placed = place(frame, &marks, &obstacles, &[]);
        for ((drawn, placed), mut choices) in self.drawn.iter_mut().skip(core).zip(placed).zip(words) {
            match placed {
                Some(placed) => {
                    let lines = choices.drain(..).nth(placed.words).unwrap_or_default();
                    let at = Point { x: placed.bounds.centre().x, y: placed.baseline };
                    drawn.label = Some(Words { at, lines, lead: placed.lead });
                }
                None => self.unlabelled.push(drawn.actor),
            }
        }
    }
}

/// "par la DDETS": the first on the way, or that the way is to be found.
pub(super) fn through(env: &Env, seen: &Seen, lever: &Lever) -> AttrValue {
    match lever {
        Lever::Path(path, _) => {
            let last = path.len().checked_sub(2).and_then(|place| path.get(place));
            env.say(say::through(
                last.map(|id| name_of(env, &seen.dossier, id).to_string()).unwrap_or_default(),
            ))
        }
        _ => env.say(say::to_find()),
    }
}

/// Words cut to a width, with an ellipsis.
fn cut(words: &AttrValue, room: f64, ruler: &mut Ruler) -> AttrValue {
    if ruler.width(words) <= room {
        return words.clone();
    }
    let mut kept: String = words.to_string();
    while kept.pop().is_some() {
        let short = [kept.trim_end_matches([' ', '\u{a0}', ',', '-', '’']), "…"].concat();
        if ruler.width(&short) <= room {
            return short.into();
        }
    }
    AttrValue::Static("…")
}

/// Words on one line, or on two cut as evenly as can be, each cut to a width.
fn wrap(words: &AttrValue, room: f64, ruler: &mut Ruler) -> Vec<AttrValue> {
    wrap_from(words, room, room, ruler)
}

/// The same, on three lines cut as evenly as can be where two would have to be cut and three need not.
fn wrap_whole(words: &AttrValue, room: f64, ruler: &mut Ruler) -> Vec<AttrValue> {
    let two = wrap(words, room, ruler);
    if !two.iter().any(|line| line.ends_with('…')) {
        return two;
    }
    let mut best: Option<(f64, [&str; 3])> = None;
    for (at, _) in words.match_indices(' ') {
        let (first, rest) = words.split_at(at);
        for (cut, _) in rest.trim_start().match_indices(' ') {
            let (second, third) = rest.trim_start().split_at(cut);
            let lines = [first, second, third.trim_start()];
            let wide = lines.iter().map(|line| ruler.width(line)).fold(0.0, f64::max);
            if wide <= room && best.is_none_or(|(least, _)| wide < least) {
                best = Some((wide, lines));
            }
        }
    }
    best.map_or(two, |(_, lines)| lines.map(|line| line.to_owned().into()).to_vec())
}

/// The same, on two lines from a width on.
fn wrap_from(words: &AttrValue, one: f64, room: f64, ruler: &mut Ruler) -> Vec<AttrValue> {
    if ruler.width(words) <= one {
        return vec![words.clone()];
    }
    let mut best: Option<(f64, usize)> = None;
    for (at, _) in words.match_indices(' ') {
        let (one, other) = words.split_at(at);
        let wide = ruler.width(one).max(ruler.width(other));
        if best.is_none_or(|(least, _)| wide < least) {
            best = Some((wide, at));
        }
    }
    match best {
        None => vec![cut(words, room, ruler)],
        Some((_, at)) => {
            let (one, other) = words.split_at(at);
            [one, other.trim_start()].map(|line| cut(&line.to_owned().into(), room, ruler)).to_vec()
        }
    }
}
