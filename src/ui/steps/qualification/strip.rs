//! Under the table: the scale of the current cell in words, where it started, its note, and the keys.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::tools::evaluators;
use super::values::{Words, code, history, scale, shown};
use crate::analysis::readings;
use crate::edit::Command;
use crate::i18n::Phrase;
use crate::i18n::texts::qualification as say;
use crate::model::{Actor, Criterion, Dossier, Id};
use crate::ui::env::{Env, Place, use_env};
use crate::ui::steps::evaluator::Evaluator;
use crate::ui::steps::names::actor_name;
use crate::ui::widgets::{Button, ButtonKind, Segment, Segmented, TextField};
use crate::vocabulary::Step;

/// Id of the note.
pub(super) const NOTE: &str = "tdt-q-note";

#[derive(Properties)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
    pub(super) criterion: Criterion,
    pub(super) words: Rc<Words>,
    pub(super) by: AttrValue,
    /// What the key just pressed waits for, or what it did; empty otherwise.
    pub(super) hint: AttrValue,
    /// Where the names of the evaluators are, read again with each cell.
    pub(super) dossier: Rc<Dossier>,
    pub(super) advance: bool,
    pub(super) onset: Callback<Option<i8>>,
    pub(super) evaluator: Evaluator,
    pub(super) onadvance: Callback<bool>,
    /// Back to the table.
    pub(super) onback: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.actor, &other.actor)
            && self.criterion == other.criterion
            && Rc::ptr_eq(&self.words, &other.words)
            && self.by == other.by
            && self.hint == other.hint
            && self.advance == other.advance
            && self.onset == other.onset
    }
}

/// The start of the criterion, and what several evaluators say.
fn background(env: &Env, props: &Props) -> Vec<AttrValue> {
    let Props { actor, criterion, words, .. } = props;
    let value = readings::current(actor, *criterion);
    let figure = |held: Option<i8>| held.map(|held| words.figure(*criterion, Some(held)).to_string());
    let mut said: Vec<Phrase> = Vec::new();
    if value.evaluators > 0 {
        said.push(say::views(value.evaluators));
        said.extend(figure(value.agreed).map(say::agreed));
        said.extend(figure(value.median).map(say::median));
        if let Some((low, high)) = value.spread.filter(|(low, high)| low != high) {
            said.extend(figure(Some(low)).zip(figure(Some(high))).map(|(low, high)| say::spread(low, high)));
        }
    }
    said.extend(figure(value.baseline).map(|baseline| match value.baseline_on {
        Some(day) => say::baseline(day.0, baseline),
        None => say::baseline_undated(baseline),
    }));
    said.iter().map(|phrase| env.say(phrase)).collect()
}

/// The field of the note, for the latest reading of the evaluator.
fn note(env: &Env, props: &Props) -> Html {
    let history = history(&props.actor, props.criterion, &props.by);
    let held = history.last().map(|reading| reading.note.clone());
    let onchange = {
        let (env, by) = (env.clone(), props.by.to_string());
        let (actor, criterion) = (props.actor.id.clone(), props.criterion);
        Callback::from(move |note: String| {
            let (actor, by) = (actor.clone(), by.clone());
            env.typing(format!("note.{actor}.{}.{by}", criterion.as_str()), move |_| {
                Some(Command::NoteReading { actor, criterion, by, note })
            });
        })
    };
    let hint = if held.is_some() { say::note_hint() } else { say::note_later() };
    html! {
        <TextField id={NOTE} label={env.say(say::note())} quiet=true input_class="input-sm"
            value={held.clone().unwrap_or_default()} placeholder={(!env.read_only).then(|| env.say(hint))}
            readonly={held.is_none() || env.read_only} {onchange} onenter={props.onback.clone()} />
    }
}

/// The keys of a scale, drawn and not seen: the strip has the height of the tallest scale, whatever the criterion, so
/// that the table never moves under the cell where one types.
#[component]
fn Tallest(props: &Scales) -> Html {
    let words = &props.words;
    html! {
        { for Criterion::ALL.iter().map(|criterion| html! {
            <div class="seg scale" aria-hidden="true">
                { for scale(*criterion).map(|held| html! {
                    <span><b>{ words.figure(*criterion, held) }</b>{ " " }{ words.word(*criterion, held) }</span>
                }) }
            </div>
        }) }
    }
}

#[derive(Properties)]
struct Scales {
    words: Rc<Words>,
}

impl PartialEq for Scales {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.words, &other.words)
    }
}

/// The strip.
#[component]
pub(super) fn Strip(props: &Props) -> Html {
    let env = use_env();
    let Props { actor, criterion, words, by, .. } = props;
    let value = shown(actor, *criterion, by);
    let name = actor_name(&env, actor);
    let segments: Vec<Segment> = scale(*criterion)
        .map(|held| Segment {
            value: code(held),
            strong: Some(words.figure(*criterion, held)),
            label: words.word(*criterion, held),
        })
        .collect();
    let onchange = {
        let set = props.onset.clone();
        Callback::from(move |value: AttrValue| set.emit(value.parse().ok()))
    };
    let onkeydown = {
        let back = props.onback.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                back.emit(());
            }
        })
    };
    let onadvance = {
        let change = props.onadvance.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                change.emit(input.checked());
            }
        })
    };
    let sheet = Place::object(Step::Actors, Id::clone(&actor.id));
    let keys = if *criterion == Criterion::Stance { say::keys_stance() } else { say::keys() };
    let background: Vec<AttrValue> = background(&env, props);
    html! {
        <section class="strip sec-thick" aria-labelledby="tdt-q-strip" {onkeydown}>
            <header class="sec-head">
                <@{env.heading(1)} class="h-small" id="tdt-q-strip">
                    { words.name(*criterion) }<span class="muted">{ " · " }<bdi>{ name }</bdi></span>
                </@>
                <Button kind={ButtonKind::Link} class="small" label={env.say(say::open_sheet())} onclick={env.going(sheet)} />
                <p class="small push">{ background.join(" · ") }</p>
            </header>
            <div class="strip-scale">
                <Segmented class="scale" label={words.name(*criterion)} {segments} value={code(value)} {onchange}
                    disabled={env.read_only} />
                if !env.read_only { <Tallest words={Rc::clone(words)} /> }
            </div>
            if !by.is_empty() { <p class="small">{ env.say(say::of_evaluator(by.to_string())) }</p> }
            <div class="strip-row">
                { note(&env, props) }
                if !env.read_only {
                    <label class="small" for="tdt-q-by">{ env.say(say::evaluator()) }</label>
                    { props.evaluator.field(&env, "tdt-q-by", "tdt-q-names", evaluators(&props.dossier).iter().map(AttrValue::as_str)) }
                }
            </div>
            if !env.read_only {
                <div class="strip-row">
                    <p class="small only-wide">
                        <b role="status">{ &props.hint }</b>
                        if props.hint.is_empty() { { env.say(keys) } }
                    </p>
                    <label class="check push">
                        <input type="checkbox" checked={props.advance} onchange={onadvance} />
                        <span>{ env.say(say::advance()) }</span>
                    </label>
                </div>
            }
        </section>
    }
}
