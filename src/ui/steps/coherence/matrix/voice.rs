//! The cell under the cursor, read out: what it says, what is at stake, why, in whose interest, and who faces it.

use std::rc::Rc;

use yew::prelude::*;

use super::counts::Counts;
use super::give;
use super::words::{Words, sentence};
use crate::analysis::coherence::Grid;
use crate::analysis::disputes::{Voice, on_position};
use crate::analysis::readings::Positions;
use crate::i18n::Phrase;
use crate::i18n::texts::{coherence as say, qualification};
use crate::model::{Actor, Dossier, Objective};
use crate::ui::env::{Env, Place};
use crate::ui::steps::evaluator::Evaluator;
use crate::ui::widgets::{Button, ButtonKind, Segment, Segmented, TextField};
use crate::vocabulary::{self, Step};

/// Id of the reason.
pub(super) const NOTE: &str = "tdt-m-note";
/// Most names in a line.
const NAMES: usize = 8;
/// Stands for the objective while its sentence is cut around it.
const HERE: &str = "\u{fffc}";

/// What every part of the view reads.
pub(super) struct Desk<'a> {
    pub(super) env: &'a Env,
    pub(super) dossier: &'a Rc<Dossier>,
    pub(super) grid: &'a Rc<Grid>,
    pub(super) words: &'a Rc<Words>,
    pub(super) titles: &'a Rc<Vec<AttrValue>>,
    /// Places of the actor and of the objective of the current cell in the dossier.
    pub(super) cell: (usize, usize),
    /// Who gives values; empty for together.
    pub(super) by: &'a AttrValue,
    pub(super) evaluator: &'a Evaluator,
}

impl Desk<'_> {
    /// The title of an objective by its place.
    pub(super) fn title(&self, place: usize) -> AttrValue {
        self.titles.get(place).cloned().unwrap_or_default()
    }

    /// `−4` to `+4`.
    fn figure(&self, value: i8) -> String {
        self.words.figure(Some(value)).to_string()
    }
}

/// To a cell, by places in the dossier; whether it takes the focus.
pub(super) type Choose = Callback<((usize, usize), bool)>;

/// The nine values and "not assessed", as keys.
pub(super) fn scale(words: &Words) -> Vec<Segment> {
    let values = (-4..=4).map(Some).chain([None]);
    let segment = |value: Option<i8>| Segment {
        value: value.map_or(AttrValue::Static("?"), |value| value.to_string().into()),
        strong: None,
        label: words.figure(value),
    };
    values.map(segment).collect()
}

/// The key of a value.
pub(super) fn code(value: Option<i8>) -> AttrValue {
    value.map_or(AttrValue::Static("?"), |value| value.to_string().into())
}

/// Who faces a position, the strongest first.
fn facing(desk: &Desk<'_>) -> AttrValue {
    let (actor, objective) = desk.cell;
    let all = desk.grid.facing(actor, objective);
    let mut said: Vec<String> = Vec::new();
    for (place, value) in all.iter().take(NAMES) {
        let name = desk.words.name_at(desk.dossier, *place).to_string();
        said.push(desk.env.say(say::signed(name, desk.figure(*value))).to_string());
    }
    if all.is_empty() {
        return desk.env.say(say::facing_none());
    }
    if all.len() > NAMES {
        said.push(desk.env.say(say::more(all.len() - NAMES)).to_string());
    }
    said.join(", ").into()
}

/// The value agreed, the median and the spread, then who said what.
fn said(desk: &Desk<'_>, actor: &Actor, objective: &Objective, voices: &[Voice]) -> Html {
    let env = desk.env;
    if voices.iter().all(|voice| voice.by.is_empty()) {
        return Html::default();
    }
    let value = Positions::cell(desk.dossier, &actor.id, &objective.id);
    let mut figures: Vec<Phrase> = vec![qualification::views(value.evaluators)];
    figures.extend(value.agreed.map(|value| qualification::agreed(desk.figure(value))));
    figures.extend(value.median.map(|value| qualification::median(desk.figure(value))));
    let spread = value.spread.filter(|(low, high)| low != high);
    figures.extend(spread.map(|(low, high)| qualification::spread(desk.figure(low), desk.figure(high))));
    let figures: Vec<AttrValue> = figures.iter().map(|phrase| env.say(phrase)).collect();
    html! {
        <div class="mx-said">
            <@{env.heading(2)} class="h-cap">{ env.say(say::who_said()) }</@>
            <p class="small">{ figures.join(" · ") }</p>
            <ul class="rows">
                { for voices.iter().map(|voice| {
                    let by = match voice.by.as_str() {
                        "" => env.say(qualification::together()),
                        by => by.to_owned().into(),
                    };
                    html! {
                        <li>
                            <span><bdi>{ by }</bdi> if !voice.note.is_empty() { <span class="small">{ " : " }{ &voice.note }</span> }</span>
                            <b>{ desk.figure(voice.value) }</b>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// The sentence with its objective in bold.
fn spoken(desk: &Desk<'_>, actor: &Actor, value: Option<i8>) -> Html {
    let text = desk.env.say(sentence(value, desk.words.name(actor).to_string(), HERE));
    let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
    html! { <>{ before.to_owned() }<b><bdi>{ desk.title(desk.cell.1) }</bdi></b>{ after.to_owned() }</> }
}

/// Above the matrix: whose values it shows, with the way back; nothing where they are those of all together.
pub(super) fn whose(desk: &Desk<'_>, onback: &Callback<()>) -> Html {
    if desk.by.is_empty() {
        return Html::default();
    }
    let onclick = {
        let (evaluator, back) = (desk.evaluator.clone(), onback.clone());
        Callback::from(move |()| {
            evaluator.name(AttrValue::default());
            back.emit(());
        })
    };
    html! {
        <p class="small mx-whose">
            <b>{ desk.env.say(say::view_of(desk.by.to_string())) }</b>{ " " }
            <Button kind={ButtonKind::Link} class="small" label={desk.env.say(say::back_together())} {onclick} />
        </p>
    }
}

/// Beside the matrix.
pub(super) fn voice(
    desk: &Desk<'_>,
    evaluators: &[String],
    onset: &Callback<Option<i8>>,
    onback: &Callback<()>,
    choose: &Choose,
) -> Html {
    let env = desk.env;
    let (place, column) = desk.cell;
    let pair = desk.dossier.actors.get(place).zip(desk.dossier.objectives.get(column));
    let Some((actor, objective)) = pair else { return Html::default() };
    let value = desk.grid.value(place, column);
    let title = desk.title(column);
    let voices = on_position(desk.dossier, &actor.id, &objective.id);
    let own = voices.iter().find(|voice| voice.by == desk.by.as_str());
    let onchange = onset.reform(|value: AttrValue| value.parse().ok());
    let onnote = {
        let (env, ids, by) = (env.clone(), (actor.id.clone(), objective.id.clone()), desk.by.clone());
        Callback::from(move |text: String| give::note(&env, ids.0.clone(), ids.1.clone(), &by, text))
    };
    let onkeydown = {
        let back = onback.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                back.emit(());
            }
        })
    };
    let interests = actor.interests.trim();
    html! {
        <section class="coh-side" aria-labelledby="tdt-m-cell" {onkeydown}>
            <@{env.heading(1)} class="small mx-cell" id="tdt-m-cell">
                { env.say(say::chosen(desk.words.name(actor).to_string(), title.to_string())) }
            </@>
            <p class="mx-say" role="status">
                // Seen above the matrix already; heard here with each cell.
                if !desk.by.is_empty() { <span class="vh">{ env.say(say::view_of_then(desk.by.to_string())) }</span> }
                { spoken(desk, actor, value) }
            </p>
            <div>
                <Segmented class="keys mx-scale" label={title} segments={scale(desk.words)} value={code(value)} {onchange}
                    disabled={env.read_only} />
                if !env.read_only {
                    <p class="mx-ends small" aria-hidden="true">
                        <span>{ env.say(say::scale_low()) }</span><span>{ env.say(say::scale_mid()) }</span>
                        <span>{ env.say(say::scale_high()) }</span>
                    </p>
                }
            </div>
            if !desk.by.is_empty() { <p class="small">{ env.say(say::pool_follows()) }</p> }
            <dl class="pairs mx-pairs">
                if let Some(value) = value.filter(|value| *value != 0) {
                    <div><dt>{ env.say(say::at_stake()) }</dt><dd>{ env.say(vocabulary::magnitude(value.unsigned_abs())) }</dd></div>
                }
                <div>
                    <dt>{ env.say(say::why()) }</dt>
                    <dd>
                        if env.read_only {
                            { own.map(|voice| voice.note.clone()) }
                        } else {
                            <TextField id={NOTE} label={env.say(say::why())} quiet=true input_class="input-sm" kind="area" rows=2
                                value={own.map(|voice| voice.note.clone()).unwrap_or_default()}
                                placeholder={env.say(if own.is_some() { say::why_hint() } else { say::why_later() })}
                                readonly={own.is_none()} onchange={onnote} />
                        }
                    </dd>
                </div>
                <div>
                    <dt>{ env.say(say::interest()) }</dt>
                    <dd>
                        if !interests.is_empty() {
                            <bdi>{ interests.to_owned() }</bdi>
                        } else if env.read_only {
                            <span class="muted">{ env.say(say::interest_unset()) }</span>
                        } else {
                            <Button kind={ButtonKind::Link} class="small" label={env.say(say::interest_unset())}
                                onclick={env.going(Place::object(Step::Actors, actor.id.clone()).at("interests"))} />
                        }
                    </dd>
                </div>
                <div><dt>{ env.say(say::facing()) }</dt><dd>{ facing(desk) }</dd></div>
            </dl>
            { said(desk, actor, objective, &voices) }
            if !env.read_only {
                <div class="mx-by">
                    <label class="small" for="tdt-m-by">{ env.say(qualification::evaluator()) }</label>
                    { desk.evaluator.field(env, "tdt-m-by", "tdt-m-names", evaluators.iter().map(String::as_str)) }
                </div>
            }
            <Counts dossier={Rc::clone(desk.dossier)} grid={Rc::clone(desk.grid)} words={Rc::clone(desk.words)}
                titles={Rc::clone(desk.titles)} actor={place} objective={column} choose={choose.clone()} />
        </section>
    }
}
