//! Where those who assess disagree most, each line a way to its cell.

use std::rc::Rc;

use yew::prelude::*;

use super::values::Words;
use crate::analysis::disputes::{self, Disputed};
use crate::i18n::texts::{charts, coherence, qualification as say};
use crate::model::{Criterion, Dossier, Id};
use crate::ui::env::use_env;
use crate::ui::steps::deferred::use_deferred;
use crate::ui::widgets::{Button, ButtonKind, KindMark, focus_id};

/// Most cells listed.
const LINES: usize = 6;

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    pub(super) words: Rc<Words>,
    pub(super) onchoose: Callback<(Id, Criterion)>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.onchoose == other.onchoose
    }
}

/// Id of the title of the list.
const TITLE: &str = "tdt-q-disputes";

#[derive(Properties)]
pub(super) struct LinkProps {
    pub(super) dossier: Rc<Dossier>,
    /// In the page where the list is.
    pub(super) near: NodeRef,
}

impl PartialEq for LinkProps {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors)
    }
}

/// The way to the list, which stands under the table so that it never moves under whoever types; nothing without one.
#[component]
pub(super) fn ToDisputes(props: &LinkProps) -> Html {
    let env = use_env();
    let count = use_deferred(&props.dossier, |dossier| disputes::readings(dossier).len());
    let count = count.map_or(0, |held| held.1);
    let near = props.near.clone();
    html! {
        if count > 0 {
            <Button kind={ButtonKind::Link} class="small" label={env.say(say::differing(count))}
                onclick={Callback::from(move |()| focus_id(&near, TITLE))} />
        }
    }
}

/// The list, a moment after the last value; nothing where no two people gave different ones.
#[component]
pub(super) fn Disputes(props: &Props) -> Html {
    let env = use_env();
    let all = use_state_eq(|| false);
    let Some(found) = use_deferred(&props.dossier, disputes::readings) else { return Html::default() };
    let (then, disputed) = &*found;
    if disputed.is_empty() {
        return Html::default();
    }
    let line = |one: &Disputed<(usize, Criterion)>| {
        let (place, criterion) = one.cell;
        let actor = then.actors.get(place)?;
        let name = match actor.name.trim() {
            "" => env.say(charts::unnamed()),
            name => name.to_owned().into(),
        };
        let figure = |value: i8| props.words.figure(criterion, Some(value)).to_string();
        let (low, high) = one.value.spread.unwrap_or_default();
        let mut said = vec![env.say(coherence::dispute_range(figure(low), figure(high)))];
        said.extend(one.value.median.map(|value| env.say(say::median(figure(value)))));
        said.extend(one.value.agreed.map(|value| env.say(say::agreed(figure(value)))));
        let own = disputes::on_reading(actor, criterion).into_iter().filter(|voice| !voice.by.is_empty());
        let voices: Vec<String> =
            own.map(|voice| env.say(say::said_by(voice.by, figure(voice.value))).to_string()).collect();
        let onclick = {
            let (choose, cell) = (props.onchoose.clone(), (actor.id.clone(), criterion));
            Callback::from(move |_: MouseEvent| choose.emit(cell.clone()))
        };
        Some(html! {
            <li>
                <KindMark kind={actor.kind} size={19} />
                <span>
                    <button type="button" class="link" part="button" {onclick}>
                        <bdi>{ name }</bdi>{ " · " }{ props.words.name(criterion) }
                    </button>
                    <span class="small">{ said.join(" · ") }</span>
                    <span class="small">{ voices.join(", ") }</span>
                </span>
            </li>
        })
    };
    let shown = if *all { disputed.len() } else { LINES };
    let onall = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <section class="disputes sec-thick" aria-labelledby={TITLE}>
            <header class="sec-head"><@{env.heading(1)} class="h-block" id={TITLE} tabindex="-1">{ env.say(coherence::disputes()) }</@></header>
            <ul class="mx-list">{ for disputed.iter().take(shown).filter_map(line) }</ul>
            if disputed.len() > shown {
                <button type="button" class="link small" part="button" onclick={onall}>
                    { env.say(coherence::show_all(disputed.len())) }
                </button>
            }
        </section>
    }
}
