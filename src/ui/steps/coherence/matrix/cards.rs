//! One actor at a time, for narrow screens: nine keys and "not assessed" for each objective.

use yew::prelude::*;

use super::give::give;
use super::voice::{Choose, Desk, code, scale};
use super::words::sentence;
use crate::i18n::texts::qualification;
use crate::ui::widgets::{IconButton, IconName, KindMark, Segmented};

/// The card of the actor in a row of the order.
pub(super) fn cards(desk: &Desk<'_>, row: usize, places: &[usize], choose: &Choose) -> Html {
    let (env, words) = (desk.env, desk.words);
    let (place, objective) = desk.cell;
    let Some(actor) = desk.dossier.actors.get(place) else { return Html::default() };
    let go = |to: Option<usize>| {
        let (choose, to) = (choose.clone(), to.and_then(|row| places.get(row)).copied());
        Callback::from(move |()| {
            if let Some(place) = to {
                choose.emit(((place, objective), false));
            }
        })
    };
    let next = (row + 1 < places.len()).then_some(row + 1);
    html! {
        <div class="fiche">
            <header class="fiche-head">
                <IconButton icon={IconName::ChevronLeft} label={env.say(qualification::previous())} disabled={row == 0}
                    onclick={go(row.checked_sub(1))} />
                <KindMark kind={actor.kind} size={30} />
                <div aria-live="polite">
                    <@{env.heading(1)} class="h-block"><bdi>{ words.name(actor) }</bdi></@>
                    <p class="small">{ env.say(qualification::nth(row + 1, places.len())) }</p>
                </div>
                <IconButton icon={IconName::ChevronRight} label={env.say(qualification::next())} disabled={next.is_none()}
                    onclick={go(next)} />
            </header>
            { for desk.dossier.objectives.iter().enumerate().map(|(column, one)| {
                let value = desk.grid.value(place, column);
                let title = desk.title(column);
                let onchange = {
                    let (env, by, choose) = (env.clone(), desk.by.clone(), choose.clone());
                    let ids = (actor.id.clone(), one.id.clone());
                    Callback::from(move |value: AttrValue| {
                        choose.emit(((place, column), false));
                        give(&env, ids.0.clone(), ids.1.clone(), &by, value.parse().ok());
                    })
                };
                let told = env.say(sentence(value, words.name(actor).to_string(), title.to_string()));
                html! {
                    <section class="fiche-q" key={one.id.as_str()} data-current={(column == objective).then_some("true")}>
                        <header>
                            <@{env.heading(2)} class="h-small" id={format!("tdt-m-{column}")} tabindex="-1"><bdi>{ title.clone() }</bdi></@>
                            <span class="mx mx-card" data-v={value.map_or(AttrValue::Static("x"), |value| value.to_string().into())}>
                                { words.figure(value) }
                            </span>
                        </header>
                        <p class="small">{ told }</p>
                        <Segmented class="keys mx-keys10" label={title} segments={scale(words)} value={code(value)} {onchange}
                            disabled={env.read_only} />
                    </section>
                }
            }) }
        </div>
    }
}
