//! Where those who assess disagree most, each line a way to its cell.

use std::rc::Rc;

use yew::prelude::*;

use super::values::Words;
use crate::analysis::disputes::{self, Disputed};
use crate::i18n::texts::{coherence, qualification as say};
use crate::model::{Criterion, Dossier, Id};
use crate::ui::env::use_env;
use crate::ui::steps::deferred::use_deferred;
use crate::ui::steps::evaluator::differing;
use crate::ui::steps::names::actor_name;
use crate::ui::widgets::KindMark;

/// Most cells listed.
const LINES: usize = 6;

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    pub(super) words: Rc<Words>,
    pub(super) onchoose: Callback<(Id, Criterion)>,
    /// How many there are in all; always the same callback.
    pub(super) oncount: Callback<usize>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.onchoose == other.onchoose
    }
}

/// Id of the title of the list.
pub(super) const TITLE: &str = "tdt-q-disputes";

/// The list, a moment after the last value. It stands under the table, so that it never moves under whoever types, with a
/// way to it above. Nothing where no two people gave different ones.
#[component]
pub(super) fn Disputes(props: &Props) -> Html {
    let env = use_env();
    let all = use_state_eq(|| false);
    let found = use_deferred(&props.dossier, disputes::readings);
    {
        let tell = props.oncount.clone();
        use_effect_with(found.as_ref().map_or(0, |held| held.1.len()), move |count| tell.emit(*count));
    }
    let Some(found) = found else { return Html::default() };
    let (then, disputed) = &*found;
    if disputed.is_empty() {
        return Html::default();
    }
    let line = |one: &Disputed<(usize, Criterion)>| {
        let (place, criterion) = one.cell;
        let actor = then.actors.get(place)?;
        let figure = |value: i8| props.words.figure(criterion, Some(value)).to_string();
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
                        <bdi>{ actor_name(&env, actor) }</bdi>{ " · " }{ props.words.name(criterion) }
                    </button>
                    <span class="small">{ differing(&env, &one.value, figure) }</span>
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
