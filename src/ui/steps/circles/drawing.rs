//! The circles as SVG: rings, markers, the missing ones, and a move that waits.

use yew::prelude::*;

use super::scene::{Drawn, Gone, Scene};
use super::words::{mobilisation_words, name, ring_name};
use super::{Aim, Seen};
use crate::i18n::texts::circles as say;
use crate::layout::Point;
use crate::ui::env::Env;
use crate::ui::widgets::{kind_class, mobilisation_children, mobilisation_class};
use crate::vocabulary::kind_shape;

/// A length with one decimal.
fn px(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// The picture.
pub(super) fn picture(env: &Env, seen: &Seen, scene: &Scene, aim: Option<Aim>) -> Html {
    let Point { x, y } = scene.rings.centre;
    let chosen = |drawn: &Drawn| aim.is_some_and(|aim| aim.actor == drawn.actor);
    let entry = scene.drawn.iter().position(chosen).unwrap_or_default();
    let target = aim.and_then(|aim| aim.to).flatten();
    let count = scene.rings.radii.len();
    html! {
        <svg class="circ" viewBox={format!("0 0 {} {}", px(scene.width), px(scene.height))} role="group"
            aria-label={env.say(say::picture(scene.drawn.len()))}>
            { for scene.rings.radii.iter().enumerate().rev().map(|(ring, radius)| html! {
                <circle class={classes!("circ-ring", (count - ring).is_multiple_of(2).then_some("circ-odd"))}
                    cx={px(x)} cy={px(y)} r={px(*radius)} data-aimed={(target == Some(ring + 1)).then_some("true")} />
            }) }
            <circle class="circ-core" cx={px(x)} cy={px(y)} r={px(scene.rings.core)} />
            if seen.rings.first().is_none_or(|ring| ring.actors.is_empty()) {
                <text class="circ-word" x={px(x)} y={px(y + 4.0 - 8.0 * (scene.vacant.len() as f64 - 1.0))}>
                    { for scene.vacant.iter().enumerate().map(|(line, words)| html! {
                        <tspan x={px(x)} dy={if line > 0 { "16" } else { "0" }}>{ words }</tspan>
                    }) }
                </text>
            }
            { for scene.plates.iter().map(|(bounds, words)| html! {
                <g>
                    <rect class="circ-plate" x={px(bounds.x)} y={px(bounds.y)} width={px(bounds.w)} height={px(bounds.h)} />
                    <text class="circ-word" x={px(bounds.centre().x)} y={px(bounds.y + 16.5)}>{ words }</text>
                </g>
            }) }
            { for scene.gone.iter().map(|gone| missing(env, gone)) }
            { pending(seen, scene, aim) }
            { for scene.drawn.iter().enumerate().map(|(rank, drawn)| marker(env, seen, drawn, chosen(drawn), rank == entry)) }
        </svg>
    }
}

/// A marker with its name.
fn marker(env: &Env, seen: &Seen, drawn: &Drawn, current: bool, entry: bool) -> Html {
    let Point { x, y } = drawn.at;
    let half = drawn.side / 2.0;
    let words = env.say(say::marker(
        name(env, &seen.dossier, drawn.actor).to_string(),
        ring_name(env, seen, seen.circles.place(drawn.actor)).to_string(),
        mobilisation_words(env, drawn.mobilisation).to_string(),
    ));
    html! {
        <g key={drawn.actor} class={classes!("map-actor", "k", kind_class(drawn.kind), "m", mobilisation_class(drawn.mobilisation))}
            data-i={drawn.actor.to_string()} data-current={current.then_some("true")}>
            <title>{ &words }</title>
            <g role="button" aria-pressed={if current { "true" } else { "false" }} tabindex={if entry { "0" } else { "-1" }}
                aria-label={words.clone()}>
                <circle class="map-ring" cx={px(x)} cy={px(y)} r={px(half + 6.0)} />
            </g>
            <g transform={format!("translate({} {}) scale({})", px(x - half), px(y - half), drawn.side / 24.0)} aria-hidden="true">
                { mobilisation_children(drawn.kind, drawn.mobilisation) }
            </g>
            if let Some(lead) = drawn.label.as_ref().and_then(|label| label.lead) {
                <line class="map-lead" aria-hidden="true" x1={px(lead.a.x)} y1={px(lead.a.y)}
                    x2={px(lead.b.x)} y2={px(lead.b.y)} />
            }
            if let Some(label) = &drawn.label {
                <text class="map-label" aria-hidden="true">
                    { for label.lines.iter().enumerate().map(|(line, words)| html! {
                        <tspan x={px(label.at.x)} y={px(label.at.y + 16.0 * line as f64)}>{ words }</tspan>
                    }) }
                </text>
            }
        </g>
    }
}

/// Somebody missing: dashed, with who can bring it in.
fn missing(env: &Env, gone: &Gone) -> Html {
    let Point { x, y } = gone.at;
    let shape = kind_shape(gone.kind);
    let words = gone.lines.iter().map(AttrValue::as_str).collect::<Vec<_>>().join(" ");
    let step = 16.0;
    html! {
        <g class={classes!("k", "gone", "circ-gone", kind_class(gone.kind))}
            data-i={gone.actor.map(|actor| actor.to_string())} role="img"
            aria-label={env.say(say::box_words(words, gone.through.to_string()))}>
            <g transform={format!("translate({} {}) scale(1.25)", px(x - 15.0), px(y - 15.0))}>
                <path d={shape.path} />
                <text x="12" y={shape.letter_y} font-size={shape.letter_size}>{ shape.letter }</text>
            </g>
            <text class="map-label" aria-hidden="true">
                { for gone.lines.iter().enumerate().map(|(line, words)| html! {
                    <tspan x={px(x)} y={px(y + 32.0 + step * line as f64)}>{ words }</tspan>
                }) }
                <tspan class="circ-through" x={px(x)} y={px(y + 32.0 + step * gone.lines.len() as f64)}>{ &gone.through }</tspan>
            </text>
        </g>
    }
}

/// The ghost and the arrow of a move that waits.
fn pending(seen: &Seen, scene: &Scene, aim: Option<Aim>) -> Option<Html> {
    let aim = aim?;
    let ring = aim.to??.checked_sub(1)?;
    let at = scene.rings.free.get(ring).copied().flatten()?;
    let from = scene.drawn.iter().find(|drawn| drawn.actor == aim.actor).map(|drawn| drawn.at);
    let kind = seen.dossier.actors.get(aim.actor).and_then(|actor| actor.kind);
    let half = scene.rings.side / 2.0;
    let shape = kind_shape(kind);
    let arrow = from.map(|from| {
        let (dx, dy) = (at.x - from.x, at.y - from.y);
        let length = dx.hypot(dy).max(1.0);
        let (ux, uy) = (dx / length, dy / length);
        let (sx, sy) = (from.x + ux * (half + 8.0), from.y + uy * (half + 8.0));
        let (ex, ey) = (at.x - ux * (half + 6.0), at.y - uy * (half + 6.0));
        let bend = length * 0.12;
        let (mx, my) = (f64::midpoint(sx, ex) + uy * bend, f64::midpoint(sy, ey) - ux * bend);
        // The head follows the end of the curve.
        let (hx, hy) = (ex - mx, ey - my);
        let head = hx.hypot(hy).max(1.0);
        let (hx, hy) = (hx / head * 9.0, hy / head * 9.0);
        let side = |turn: f64| format!("M{} {}L{} {}", px(ex), px(ey), px(ex - hx - hy * turn), px(ey - hy + hx * turn));
        html! {
            <>
                <path class="circ-arrow" d={format!("M{} {}Q{} {} {} {}", px(sx), px(sy), px(mx), px(my), px(ex), px(ey))} />
                <path class="circ-head" d={[side(0.6), side(-0.6)].concat()} />
            </>
        }
    });
    Some(html! {
        <g class={classes!("k", "gone", "circ-ghost", kind_class(kind))} aria-hidden="true">
            { arrow }
            <g transform={format!("translate({} {}) scale({})", px(at.x - half), px(at.y - half), scene.rings.side / 24.0)}>
                <path d={shape.path} />
                <text x="12" y={shape.letter_y} font-size={shape.letter_size}>{ shape.letter }</text>
            </g>
        </g>
    })
}
