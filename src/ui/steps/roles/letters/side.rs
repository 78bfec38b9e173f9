//! Beside and under the matrix: the cell that speaks, the load of each, what remains to be settled.

use yew::prelude::*;

use super::table::{keys, state_mark};
use super::{Room, actor_name, meaning};
use crate::analysis::responsibilities::Check;
use crate::findings::Severity;
use crate::i18n::texts::responsibilities as say;
use crate::model::{Id, Letter};
use crate::ui::widgets::{Button, ButtonKind, KindMark, SeverityMark};

/// The cell that speaks, its letters as buttons, and who else is on the line.
pub(super) fn side(room: &Room<'_>) -> Html {
    let (env, (row, rank)) = (room.env, room.cell);
    let Some((line, actor)) = room.found.rows.get(row).zip(room.actor_at(rank)) else {
        return Html::default();
    };
    let place = room.columns.get(rank).copied().unwrap_or_default();
    let (letters, name, title) = (line.of(place), actor_name(env, actor), room.title(row));
    let said: Vec<crate::i18n::Phrase> = letters.iter().map(meaning).collect();
    let spoken =
        if said.is_empty() { say::says_nothing(name.to_string()) } else { say::says(name.to_string(), said) };
    let onask = room.letter(row, rank);
    let clear = onask.reform(|()| None);
    html! {
        <section class="coh-side" aria-labelledby="tdt-lt-cell">
            <div class="coh-said">
            <@{env.heading(1)} class="small mx-cell" id="tdt-lt-cell">{ env.say(say::cell(name.to_string(), title.to_string())) }</@>
            <p class="mx-say" role="status">{ env.say(spoken) }</p>
            { keys(letters, &onask, env, title, true) }
            if !letters.is_empty() && !env.read_only {
                <p><Button kind={ButtonKind::Link} class="small" label={env.say(say::clear())} onclick={clear} /></p>
            }
            <p class="with-mark">{ state_mark(env, line) }</p>
            </div>
            <dl class="pairs mx-pairs">
                { for Letter::ALL.iter().map(|letter| {
                    let names: Vec<AttrValue> =
                        line.with(*letter).filter_map(|place| room.dossier.actors.get(place)).map(|one| actor_name(env, one)).collect();
                    html! {
                        <div><dt>{ letter.as_str() }{ " · " }{ env.say(crate::vocabulary::letter(*letter)) }</dt><dd>{ names.join(", ") }</dd></div>
                    }
                }) }
            </dl>
        </section>
    }
}

/// The load of each actor, in sight of all, heaviest first.
pub(super) fn loads(room: &Room<'_>) -> Html {
    let env = room.env;
    let heavy: Vec<usize> = room.found.heavy().into_iter().map(|(actor, _, _)| actor).collect();
    let mut lined: Vec<usize> = room.columns.iter().copied().collect();
    let load = |place: usize| room.found.loads.get(place).copied().unwrap_or_default();
    crate::model::order::by_key(&mut lined, |place| std::cmp::Reverse(load(*place).weight()));
    let figure = |letter: Letter, count: usize| {
        html! { <td class="num" data-label={letter.as_str()}>{ count }</td> }
    };
    html! {
        <details class="more">
            <summary>{ env.say(say::load_title()) }</summary>
            <div class="more-body">
                <p class="small">{ env.say(say::load_rule()) }</p>
                <table class="table stack" part="list">
                    <caption class="vh">{ env.say(say::load_title()) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ env.say(crate::i18n::texts::roles::actor()) }</th>
                            <th scope="col" class="num">{ env.say(say::load()) }</th>
                            { for Letter::ALL.iter().map(|letter| html! { <th scope="col" class="num">{ letter.as_str() }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for lined.into_iter().filter_map(|place| {
                            let actor = room.dossier.actors.get(place)?;
                            let load = load(place);
                            Some(html! {
                                <tr part="item" key={actor.id.as_str()}>
                                    <th scope="row">
                                        <span class="with-mark"><KindMark kind={actor.kind} size=19 /><bdi>{ actor_name(env, actor) }</bdi></span>
                                    </th>
                                    <td class="num" data-label={env.say(say::load())}>
                                        <b>{ load.weight() }</b>
                                        if heavy.contains(&place) { { " " }<SeverityMark severity={Severity::Warning} /> }
                                    </td>
                                    { figure(Letter::Responsible, load.responsible) }
                                    { figure(Letter::Accountable, load.accountable) }
                                    { figure(Letter::Consulted, load.consulted) }
                                    { figure(Letter::Informed, load.informed) }
                                </tr>
                            })
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

/// What the method asks and does not find, each with what to do and the way to its place.
pub(super) fn checks(
    room: &Room<'_>,
    checks: &[Check],
    ongo: &Callback<((usize, usize), bool)>,
    show: &Callback<Id>,
) -> Html {
    let env = room.env;
    html! {
        <section class="sec-thick" aria-labelledby="tdt-lt-checks">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-lt-checks">{ env.say(say::checks()) }</@>
                <span class="pill">{ checks.len() }</span>
            </header>
            if checks.is_empty() { <p>{ env.say(say::checks_none()) }</p> }
            <ul class="lt-checks">
                { for checks.iter().map(|check| html! {
                    <li>
                        <SeverityMark severity={if check.function.is_some() { Severity::Warning } else { Severity::Advice }} />
                        <span><span>{ env.say(&check.reason) }</span>{ " " }<span class="muted">{ env.say(&check.todo) }</span></span>
                        { way(room, check, ongo, show) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// The button that leads to the cell of a check; the first of its actors, or of the line.
fn way(room: &Room<'_>, check: &Check, ongo: &Callback<((usize, usize), bool)>, show: &Callback<Id>) -> Html {
    let env = room.env;
    let row = check.function.as_ref().and_then(|id| room.dossier.functions.position_of(id));
    let first = check.actors.first().copied();
    let rank = first.and_then(|place| room.columns.iter().position(|one| *one == place));
    let to = (row.unwrap_or(room.cell.0), rank.unwrap_or_default());
    // An actor that has no column gets one first.
    let missing = first.filter(|_| rank.is_none() && check.function.is_none());
    let missing = missing.and_then(|place| room.dossier.actors.get(place)).map(|actor| actor.id.clone());
    let (ongo, show) = (ongo.clone(), show.clone());
    let onclick = Callback::from(move |()| match &missing {
        Some(id) => show.emit(id.clone()),
        None => ongo.emit((to, true)),
    });
    html! { <Button kind={ButtonKind::Link} class="small" label={env.say(say::go())} title={env.say(say::go_to(check.reason.clone()))} {onclick} /> }
}
