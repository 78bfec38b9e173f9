//! Where those who gave influences disagree most, each line a way to its cell; and who said what of a cell.

use yew::prelude::*;

use super::Goto;
use super::found::named;
use crate::analysis::disputes::{Disputed, on_influence};
use crate::i18n::texts::{alliances as say, coherence, qualification};
use crate::model::{Dossier, Id};
use crate::ui::env::Env;
use crate::ui::steps::evaluator::differing;
use crate::ui::widgets::{Button, ButtonKind};

/// Most cells listed.
const LINES: usize = 12;

/// The list; nothing where no two people gave different values.
pub(super) fn view(
    env: &Env,
    dossier: &Dossier,
    disputed: &[Disputed<(usize, usize)>],
    goto: &Callback<Goto>,
) -> Html {
    if disputed.is_empty() {
        return Html::default();
    }
    let line = |one: &Disputed<(usize, usize)>| {
        let (from, to) = dossier.actors.get(one.cell.0).zip(dossier.actors.get(one.cell.1))?;
        let name = |name: &str| named(env, Some(name));
        let label = env.say(say::one_on_other(name(&from.name), name(&to.name)));
        let onclick = {
            let (goto, from, to) = (goto.clone(), from.id.clone(), to.id.clone());
            Callback::from(move |()| goto.emit(Goto::Influence(from.clone(), to.clone())))
        };
        Some(html! {
            <li>
                <span>
                    <Button kind={ButtonKind::Link} {label} {onclick} />
                    <span class="small">{ differing(env, &one.value, |value| value.to_string()) }</span>
                </span>
            </li>
        })
    };
    let more = disputed.len().saturating_sub(LINES);
    html! {
        <section class="disputes" aria-labelledby="tdt-inf-disputes">
            <@{env.heading(1)} class="h-small" id="tdt-inf-disputes">{ env.say(say::differs()) }</@>
            <ul class="mx-list">{ for disputed.iter().take(LINES).filter_map(line) }</ul>
            if more > 0 { <p class="small">{ env.say(coherence::more(more)) }</p> }
        </section>
    }
}

/// Who said what of a cell, where somebody spoke in their own name.
pub(super) fn voices(env: &Env, dossier: &Dossier, from: &Id, to: &Id) -> Html {
    let voices = on_influence(dossier, from, to);
    if voices.iter().all(|voice| voice.by.is_empty()) {
        return Html::default();
    }
    html! {
        <ul class="rows inf-voices" aria-label={env.say(coherence::who_said())}>
            { for voices.iter().map(|voice| {
                let by = match voice.by.as_str() {
                    "" => env.say(qualification::together()),
                    by => by.to_owned().into(),
                };
                html! { <li><span><bdi>{ by }</bdi></span><b>{ voice.value }</b></li> }
            }) }
        </ul>
    }
}
