//! One actor at a time, for narrow screens: one key for each function.

use yew::prelude::*;

use super::{actor_name, state_class, state_name};
use crate::analysis::complementarities::Cells;
use crate::i18n::texts::qualification;
use crate::model::Dossier;
use crate::ui::env::Env;
use crate::ui::widgets::{IconButton, IconName, KindMark};

/// The card of the actor of the current cell.
pub(super) fn cards(
    env: &Env,
    dossier: &Dossier,
    titles: &[AttrValue],
    cells: &Cells,
    (row, column): (usize, usize),
    ongo: &Callback<((usize, usize), bool)>,
    ontoggle: &Callback<(usize, usize)>,
) -> Html {
    let Some((actor, covers)) = dossier.actors.get(row).zip(cells.get(row)) else { return Html::default() };
    let go = |to: Option<usize>| {
        let go = ongo.clone();
        Callback::from(move |()| {
            if let Some(to) = to {
                go.emit(((to, column), false));
            }
        })
    };
    let next = (row + 1 < dossier.actors.len()).then_some(row + 1);
    html! {
        <div class="fiche">
            <header class="fiche-head">
                <IconButton icon={IconName::ChevronLeft} label={env.say(qualification::previous())} disabled={row == 0}
                    onclick={go(row.checked_sub(1))} />
                <KindMark kind={actor.kind} size={30} />
                <div aria-live="polite">
                    <@{env.heading(1)} class="h-block"><bdi>{ actor_name(env, actor) }</bdi></@>
                    <p class="small">{ env.say(qualification::nth(row + 1, dossier.actors.len())) }</p>
                </div>
                <IconButton icon={IconName::ChevronRight} label={env.say(qualification::next())} disabled={next.is_none()}
                    onclick={go(next)} />
            </header>
            <div class="cp-keys">
                { for titles.iter().zip(covers.iter()).enumerate().map(|(place, (title, cover))| {
                    let onclick = {
                        let (go, toggle) = (ongo.clone(), ontoggle.clone());
                        Callback::from(move |_: MouseEvent| {
                            go.emit(((row, place), false));
                            toggle.emit((row, place));
                        })
                    };
                    if env.read_only {
                        return html! {
                            <p class="cp-key"><i class={state_class(*cover)}></i><bdi>{ title }</bdi><span class="small">{ env.say(state_name(*cover)) }</span></p>
                        };
                    }
                    html! {
                        <button type="button" class="cp-key" part="button"
                            aria-pressed={if cover.is_some() { "true" } else { "false" }} {onclick}>
                            <i class={state_class(*cover)}></i><bdi>{ title }</bdi><span class="small">{ env.say(state_name(*cover)) }</span>
                        </button>
                    }
                }) }
            </div>
        </div>
    }
}
