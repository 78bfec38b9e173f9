//! One answer beside the dossier: its lines, those to take, and what is done with them.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::Answer;
use super::words::{subject, value};
use crate::edit::{Command, Taken};
use crate::exchange::sheets::{Line, Review, Standing, review};
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::partner as say;
use crate::model::Dossier;
use crate::ui::env::{Env, Intent, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, SeverityMark};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Its place among the answers, for ids.
    pub(super) place: usize,
    pub(super) answer: Answer,
    /// Called once something was done with it, with the words that say so.
    pub(super) ondone: Callback<Phrase>,
}

#[component]
pub(super) fn AnswerCard(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    // Lines in conflict are not ticked: they ask for a decision.
    let touched = use_state(BTreeSet::<usize>::new);
    let review = review(&data.dossier, &props.answer.0);
    let ticked = |place: usize, line: &Line| line.sent.is_none() != touched.contains(&place);
    let taken: Vec<Taken> = review
        .lines
        .iter()
        .enumerate()
        .filter(|(place, line)| ticked(*place, line))
        .map(|(_, line)| line.says.clone())
        .collect();
    let count = taken.len();
    let act = {
        let (env, done, name) = (env.clone(), props.ondone.clone(), review.name.clone());
        let (actor, on, sheet) = (review.actor.clone(), review.on, review.sheet.clone());
        move |taken: Vec<Taken>| {
            let (env, done, name) = (env.clone(), done.clone(), name.clone());
            let (actor, sheet) = (actor.clone(), sheet.clone().map(Box::new));
            Callback::from(move |()| {
                let Some(actor) = actor.clone() else { return };
                let words =
                    if taken.is_empty() { say::filed(name.as_str()) } else { say::taken(name.as_str()) };
                let on = on.unwrap_or_else(|| env.today());
                env.run(Command::Answer { actor, taken: taken.clone(), on, sheet: sheet.clone() });
                env.ask(Intent::Toast(words.clone(), true));
                done.emit(words);
            })
        }
    };
    let title = format!("tdt-answer-{}", props.place);
    let rows = review.lines.iter().enumerate().map(|(place, line)| {
        let toggle = {
            let touched = touched.clone();
            Callback::from(move |_: Event| {
                let mut next = (*touched).clone();
                if !next.remove(&place) {
                    next.insert(place);
                }
                touched.set(next);
            })
        };
        row(&env, &data.dossier, &props.answer.0, props.place, place, line, ticked(place, line), toggle)
    });
    html! {
        <section class="answer" aria-labelledby={title.clone()}>
            <h3 class="h-small" id={title} tabindex="-1"><bdi>{ env.say(say::from_actor(review.name.as_str())) }</bdi></h3>
            { when(&env, &review) }
            { remarks(&env, &data.dossier, &review) }
            if !review.lines.is_empty() {
                <table class="answer-lines">
                    <thead><tr>
                        <th scope="col">{ env.say(say::col_take()) }</th>
                        <th scope="col">{ env.say(say::col_what()) }</th>
                        <th scope="col">{ env.say(say::col_now()) }</th>
                        <th scope="col">{ env.say(say::col_says()) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }
            if review.actor.is_some() {
                <p class="acts">
                    if count > 0 {
                        <Button kind={ButtonKind::Primary} label={env.say(say::take(count))} onclick={act(taken)} />
                    }
                    <Button label={env.say(say::take_none())} onclick={act(Vec::new())} />
                </p>
            }
        </section>
    }
}

fn when(env: &Env, review: &Review) -> Html {
    let day = review.on.map(|day| env.format().date(day.0)).unwrap_or_default();
    let words =
        if review.by.is_empty() { say::filled_on(day) } else { say::filled_by(day, review.by.as_str()) };
    html! {
        <>
            if review.on.is_some() { <p class="muted"><bdi>{ env.say(words) }</bdi></p> }
            if !review.comment.is_empty() { <p><bdi>{ env.say(say::comment(review.comment.as_str())) }</bdi></p> }
        </>
    }
}

/// What keeps the answer from being taken, or should be known before.
fn remarks(env: &Env, dossier: &Dossier, review: &Review) -> Html {
    let mut said: Vec<(Severity, Phrase)> = Vec::new();
    match review.standing {
        Standing::Ready | Standing::NoSheet => {}
        Standing::Unasked => said.push((Severity::Warning, say::unasked())),
        Standing::Merged => {
            let into = review.actor.as_ref().and_then(|id| dossier.actor(id));
            let name = into.map(|actor| actor.name.clone()).unwrap_or_default();
            said.push((Severity::Warning, say::merged(name)));
        }
        Standing::Gone => said.push((Severity::Blocking, say::gone())),
        Standing::Stranger => said.push((Severity::Blocking, say::stranger())),
        Standing::Elsewhere => said.push((Severity::Blocking, say::elsewhere())),
    }
    if review.actor.is_some() {
        if review.seen {
            said.push((Severity::Advice, say::seen()));
        }
        if review.lines.is_empty() {
            said.push((Severity::Advice, say::nothing_new()));
        }
    }
    if review.outside > 0 {
        said.push((Severity::Warning, say::outside(review.outside)));
    }
    if !review.gone.is_empty() {
        said.push((Severity::Warning, say::lost(review.gone.clone())));
    }
    html! {
        <>
            { for said.into_iter().map(|(severity, words)| html! {
                <p class="with-mark"><SeverityMark {severity} /><span>{ env.say(words) }</span></p>
            }) }
        </>
    }
}

/// Whether a line removes a record.
fn takes_away(line: &Taken) -> bool {
    matches!(line, Taken::Contact(_, None) | Taken::Contribution(_, None))
}

#[expect(clippy::too_many_arguments, reason = "a row of a table, drawn in one place")]
fn row(
    env: &Env,
    dossier: &Dossier,
    answer: &Dossier,
    card: usize,
    place: usize,
    line: &Line,
    ticked: bool,
    toggle: Callback<Event>,
) -> Html {
    let what = subject(env, dossier, &line.says);
    let id = format!("tdt-answer-{card}-{place}");
    html! {
        <tr>
            <td class="answer-take"><input type="checkbox" id={id.clone()} checked={ticked} onchange={toggle} /></td>
            <th scope="row"><label for={id}><bdi>{ what }</bdi></label></th>
            <td data-label={env.say(say::col_now())}><bdi>{ value(env, dossier, &line.now) }</bdi></td>
            <td data-label={env.say(say::col_says())}>
                <bdi class="strong">{ if takes_away(&line.says) { env.say(say::removed()) } else { value(env, answer, &line.says) } }</bdi>
                if let Some(sent) = &line.sent {
                    <p class="with-mark small"><SeverityMark severity={Severity::Warning} />
                        <span>{ env.say(say::conflict(value(env, answer, sent).to_string())) }</span></p>
                }
            </td>
        </tr>
    }
}
