//! The picture of the ties.

use std::collections::HashMap;
use std::rc::Rc;

use yew::prelude::*;

use super::super::alliances::named;
use super::super::picture::{Node, Picture, Room, Sketch, px};
use super::found::{Found, Source};
use crate::i18n::texts::network as say;
use crate::layout::{Point, Rect, Segment};
use crate::model::{ActorKind, Id, Tie, TieLevel};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::KindMark;
use crate::vocabulary;

/// Results; equal while they are the same ones.
#[derive(Clone)]
pub(super) struct Given(pub(super) Rc<(Source, Found)>);

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) found: Given,
    pub(super) room: Rc<Room>,
    pub(super) selected: Option<Id>,
    pub(super) onselect: Callback<Option<Id>>,
}

/// The class of a level.
fn class(level: TieLevel) -> String {
    format!("tie-{}", level.as_str())
}

/// A tie between two points: its line, the arrow of one that holds in one direction, the cross of a conflict.
fn line(level: TieLevel, from: Point, to: Point, side: f64, directed: bool, far: bool) -> Html {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    let along = |at: f64, off: f64| (px(from.x + ux * at - uy * off), px(from.y + uy * at + ux * off));
    let mut path = format!("M{} {}L{} {}", px(from.x), px(from.y), px(to.x), px(to.y));
    let mut mark = String::new();
    if directed {
        let tip = (length - side / 2.0 - 5.0).max(0.0);
        let [(ax, ay), (bx, by), (cx, cy)] = [along(tip - 9.0, 4.5), along(tip, 0.0), along(tip - 9.0, -4.5)];
        mark = format!("M{ax} {ay}L{bx} {by}L{cx} {cy}Z");
    }
    if level == TieLevel::Conflict {
        let middle = length / 2.0;
        let [(ax, ay), (bx, by), (cx, cy), (dx, dy)] = [
            along(middle - 5.0, 5.0),
            along(middle + 5.0, -5.0),
            along(middle - 5.0, -5.0),
            along(middle + 5.0, 5.0),
        ];
        path = format!("{path}M{ax} {ay}L{bx} {by}M{cx} {cy}L{dx} {dy}");
    }
    html! {
        <g class={classes!("tie", class(level), far.then_some("tie-far"))}>
            <path d={path} />
            if !mark.is_empty() { <path class="tie-arrow" d={mark} /> }
        </g>
    }
}

/// What a tie needs to be drawn.
struct Drawn {
    level: TieLevel,
    directed: bool,
    from: usize,
    to: usize,
}

/// The ties between the actors drawn, by their places among them.
fn ties(found: &(Source, Found)) -> Vec<Drawn> {
    let (Source { dossier, .. }, Found { drawn, .. }) = found;
    let actors =
        drawn.iter().enumerate().filter_map(|(at, actor)| Some((&dossier.actors.get(*actor)?.id, at)));
    let place: HashMap<&Id, usize> = actors.collect();
    let drawn = |tie: &Rc<Tie>| {
        Some(Drawn {
            level: tie.level,
            directed: tie.directed == Some(true),
            from: *place.get(&tie.from)?,
            to: *place.get(&tie.to)?,
        })
    };
    dossier.ties.iter().filter_map(drawn).filter(|tie| tie.from != tie.to).collect()
}

fn sketch(env: &Env, found: &(Source, Found), ties: &[Drawn]) -> Sketch {
    let (Source { dossier, .. }, Found { network, drawn, laid, width, side, .. }) = found;
    // Names find room from the most tied on; places keep their order for ties.
    let nodes = drawn.iter().zip(&laid.points).map(|(actor, at)| {
        let held = dossier.actors.get(*actor);
        let name = named(env, held.map(|actor| actor.name.as_str()));
        let kind = held.and_then(|actor| actor.kind);
        let family = kind.map_or_else(say::no_family, vocabulary::kind);
        let count = network.degree.get(*actor).copied().unwrap_or_default();
        Node { at: *at, kind, words: env.say(say::marker(count, name.clone(), family)), name: name.into() }
    });
    let point = |place: usize| laid.points.get(place).copied().unwrap_or_default();
    Sketch {
        width: *width,
        height: laid.height,
        frame: Rect { x: 0.0, y: 0.0, w: *width, h: laid.height },
        side: *side,
        nodes: nodes.collect(),
        obstacles: Vec::new(),
        lines: ties.iter().map(|tie| Segment { a: point(tie.from), b: point(tie.to) }).collect(),
    }
}

/// The picture.
#[component]
pub(super) fn NetworkFigure(props: &Props) -> Html {
    let env = use_env();
    let found = &props.found.0;
    let drawn = use_memo((props.found.clone(), env.clone()), |(found, env)| {
        let ties = ties(&found.0);
        (Rc::new(sketch(env, &found.0, &ties)), ties)
    });
    let (sketch, ties) = &*drawn;
    let place = |id: &Id| {
        let actor = found.0.dossier.actors.position_of(id)?;
        found.1.drawn.iter().position(|other| *other == actor)
    };
    let selected = props.selected.as_ref().and_then(place);
    let onselect = {
        let (found, select, selected) = (Rc::clone(found), props.onselect.clone(), selected);
        Callback::from(move |node: usize| {
            let actor = found.1.drawn.get(node).and_then(|actor| found.0.dossier.actors.get(*actor));
            // Choosing it again takes the choice back.
            select.emit(actor.filter(|_| selected != Some(node)).map(|actor| actor.id.clone()));
        })
    };
    let point = |place: usize| found.1.laid.points.get(place).copied().unwrap_or_default();
    html! {
        <figure class="map net">
            <Picture sketch={Rc::clone(sketch)} room={Rc::clone(&props.room)} {selected} {onselect} legend={lines(&env)}
                label={env.say(say::picture_name(sketch.nodes.len()))} file={("reseau", env.say(crate::i18n::texts::coherence::view_network()))}>
                { for ties.iter().map(|tie| {
                    let far = selected.is_some_and(|node| tie.from != node && tie.to != node);
                    line(tie.level, point(tie.from), point(tie.to), found.1.side, tie.directed, far)
                }) }
            </Picture>
        </figure>
    }
}

/// The levels in order, conflict last.
pub(super) const LEVELS: [TieLevel; 5] = [
    TieLevel::Networking,
    TieLevel::Coordinating,
    TieLevel::Cooperating,
    TieLevel::Collaborating,
    TieLevel::Conflict,
];

/// What lines mean.
fn lines(env: &Env) -> Html {
    let key = |level: TieLevel, directed: bool, words: AttrValue| {
        html! {
            <li>
                <svg class="tie-key" viewBox="0 0 44 16" width="44" height="16" aria-hidden="true">
                    { line(level, Point { x: 2.0, y: 8.0 }, Point { x: 42.0, y: 8.0 }, 0.0, directed, false) }
                </svg>
                <span>{ words }</span>
            </li>
        }
    };
    html! {
        <ul class="legend-inline">
            { for LEVELS.into_iter().map(|level| key(level, false, env.say(vocabulary::tie_level(level)))) }
            { key(TieLevel::Cooperating, true, env.say(say::one_way())) }
        </ul>
    }
}

/// What lines and markers mean.
pub(super) fn legend(env: &Env) -> Html {
    html! {
        <div class="legend">
            { lines(env) }
            <ul class="legend-inline">
                { for ActorKind::ALL.iter().map(|kind| html! {
                    <li><KindMark kind={Some(*kind)} size={18} />{ env.say(vocabulary::kind(*kind)) }</li>
                }) }
            </ul>
        </div>
    }
}
