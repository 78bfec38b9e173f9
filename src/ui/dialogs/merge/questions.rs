//! The conflicts, one by one or all at once.

use std::rc::Rc;

use yew::prelude::*;

use super::work::Work;
use crate::exchange::changes::{Question, Row};
use crate::exchange::merge::Choice;
use crate::i18n::texts::merging as say;
use crate::i18n::{Arg, Phrase};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{Button, ProgressLine};

/// How many are shown at a time.
const SHOWN: usize = 20;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) work: Rc<Work>,
    /// One a question.
    pub(super) choices: Vec<Option<Choice>>,
    pub(super) onchange: Callback<Vec<Option<Choice>>>,
}

/// An argument in words.
fn said(env: &Env, arg: &Arg) -> AttrValue {
    env.say(crate::i18n::texts::changes::raw(arg.clone()))
}

#[component]
pub(super) fn Questions(props: &Props) -> Html {
    let env = use_env();
    let first = use_state(|| 0_usize);
    let total = props.work.questions.len();
    let choice = |place: usize| props.choices.get(place).copied().flatten();
    let decided = (0..total).filter(|place| choice(*place).is_some()).count();
    let set = {
        let (choices, onchange) = (props.choices.clone(), props.onchange.clone());
        move |places: std::ops::Range<usize>, to: Choice, over: bool| {
            let mut next = choices.clone();
            next.resize(total, None);
            for place in places {
                if let Some(slot) = next.get_mut(place)
                    && (over || slot.is_none())
                {
                    *slot = Some(to);
                }
            }
            onchange.emit(next);
        }
    };
    let all = |to: Choice| {
        let set = set.clone();
        Callback::from(move |()| set(0..total, to, decided == total))
    };
    // What was decided one by one stays, as long as something is left to decide.
    let rest = (1..total).contains(&decided);
    let (keep, take) =
        if rest { (say::keep_rest(), say::take_rest()) } else { (say::keep_ours(), say::take_theirs()) };
    let turn = |to: usize| {
        let first = first.clone();
        Callback::from(move |()| first.set(to))
    };
    let last = (*first + SHOWN).min(total);
    html! {
        <section class="questions" aria-labelledby="tdt-merge-questions">
            <h3 class="h-small" id="tdt-merge-questions">{ env.say(say::to_decide(total)) }</h3>
            <div class="questions-head">
                <ProgressLine share={decided as f64 / total.max(1) as f64}>{ env.say(say::decided(decided, total)) }</ProgressLine>
                <p class="acts">
                    <Button class="btn-sm" label={env.say(keep)} onclick={all(Choice::Ours)} />
                    <Button class="btn-sm" label={env.say(take)} onclick={all(Choice::Theirs)} />
                </p>
            </div>
            { for props.work.questions.iter().enumerate().skip(*first).take(SHOWN).map(|(place, question)| {
                let set = set.clone();
                let pick = Callback::from(move |to: Choice| set(place..place + 1, to, true));
                view(&env, place, question, choice(place), &pick)
            }) }
            if total > SHOWN {
                <p class="acts">
                    if *first > 0 {
                        <Button class="btn-sm" label={env.say(say::previous_page())} onclick={turn(first.saturating_sub(SHOWN))} />
                    }
                    <span class="small">{ env.say(say::page(*first + 1, last, total)) }</span>
                    if last < total {
                        <Button class="btn-sm" label={env.say(say::next_page())} onclick={turn(last)} />
                    }
                </p>
            }
        </section>
    }
}

fn view(
    env: &Env,
    place: usize,
    question: &Question,
    chosen: Option<Choice>,
    pick: &Callback<Choice>,
) -> Html {
    let with_base = question.rows.iter().any(|row| row.base.is_some());
    let row = |row: &Row| {
        let base = row.base.as_ref().map(|base| said(env, base)).unwrap_or_default();
        html! {
            <tr>
                <th scope="row">{ env.say(&row.what) }</th>
                if with_base { <td class="muted"><bdi>{ base }</bdi></td> }
                <td class={classes!((chosen == Some(Choice::Ours)).then_some("picked"))}><bdi>{ said(env, &row.ours) }</bdi></td>
                <td class={classes!((chosen == Some(Choice::Theirs)).then_some("picked"))}><bdi>{ said(env, &row.theirs) }</bdi></td>
            </tr>
        }
    };
    let option = |to: Choice, words: Phrase| {
        let id = format!("tdt-merge-{place}-{to:?}");
        let pick = pick.clone();
        html! {
            <label class="check" for={id.clone()}>
                <input type="radio" {id} name={format!("tdt-merge-{place}")} checked={chosen == Some(to)}
                    onchange={Callback::from(move |_: Event| pick.emit(to))} />
                { env.say(words) }
            </label>
        }
    };
    html! {
        <fieldset class="question" key={place}>
            <legend class="strong"><bdi>{ env.say(&question.object) }</bdi></legend>
            <table class="table question-rows">
                <thead><tr>
                    <th scope="col"><span class="vh">{ env.say(say::what()) }</span></th>
                    if with_base { <th scope="col">{ env.say(say::before()) }</th> }
                    <th scope="col">{ env.say(say::ours()) }</th>
                    <th scope="col">{ env.say(say::theirs()) }</th>
                </tr></thead>
                <tbody>{ for question.rows.iter().map(row) }</tbody>
            </table>
            <div class="radios row" role="group" aria-label={env.say(say::choose())}>
                { option(Choice::Ours, say::ours()) }
                { option(Choice::Theirs, say::theirs()) }
                if question.joinable { { option(Choice::Both, say::both()) } }
            </div>
        </fieldset>
    }
}
