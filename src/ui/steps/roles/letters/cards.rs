//! One function at a time, for narrow screens: four keys for each actor.

use yew::prelude::*;

use super::table::{keys, state_mark};
use super::{Room, actor_name};
use crate::i18n::texts::responsibilities as say;
use crate::ui::widgets::{IconButton, IconName, KindMark};

/// Id of the title of the card.
pub(super) const HEAD: &str = "tdt-lt-card";

/// The card of the current function.
pub(super) fn cards(room: &Room<'_>, ongo: &Callback<((usize, usize), bool)>) -> Html {
    let (env, (row, rank)) = (room.env, room.cell);
    let Some(line) = room.found.rows.get(row) else { return Html::default() };
    let total = room.found.rows.len();
    let go = |to: Option<usize>| {
        let ongo = ongo.clone();
        Callback::from(move |()| {
            if let Some(row) = to {
                ongo.emit(((row, rank), false));
            }
        })
    };
    let next = (row + 1 < total).then_some(row + 1);
    html! {
        <div class="fiche">
            <header class="fiche-head lt-head">
                <IconButton icon={IconName::ChevronLeft} label={env.say(say::previous())} disabled={row == 0}
                    onclick={go(row.checked_sub(1))} />
                <div aria-live="polite">
                    <@{env.heading(1)} class="h-block" id={HEAD} tabindex="-1"><bdi>{ room.title(row) }</bdi></@>
                    <p class="small with-mark">{ state_mark(env, line) }</p>
                    <p class="small">{ env.say(say::nth(row + 1, total)) }</p>
                </div>
                <IconButton icon={IconName::ChevronRight} label={env.say(say::next())} disabled={next.is_none()} onclick={go(next)} />
            </header>
            <p class="small">{ env.say(say::letters_are()) }</p>
            <ul>
                { for room.columns.iter().enumerate().filter_map(|(rank, place)| {
                    let actor = room.dossier.actors.get(*place)?;
                    let name = actor_name(env, actor);
                    Some(html! {
                        <li class="lt-line" key={actor.id.as_str()}>
                            <KindMark kind={actor.kind} size={19} />
                            <bdi>{ name.clone() }</bdi>
                            { keys(line.of(*place), &room.letter(row, rank), env, name, false) }
                        </li>
                    })
                }) }
            </ul>
        </div>
    }
}
