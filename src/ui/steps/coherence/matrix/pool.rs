//! Under the matrix: the pool of the chosen objective, or how the chosen actor sees every objective, in four columns;
//! then the objectives nobody carries.

use std::rc::Rc;

use yew::prelude::*;

use super::voice::{Choose, Desk};
use super::words::Words;
use crate::analysis::pool::{Member, Pool};
use crate::i18n::Phrase;
use crate::i18n::texts::coherence as say;
use crate::model::{Criterion, Dossier};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{Button, ButtonKind, KindMark, Segment, Segmented, SelectField, SelectOption};
use crate::vocabulary;

/// Most lines of a column before one asks for all.
const LINES: usize = 40;

/// A line of a column.
#[derive(Clone, PartialEq)]
struct Entry {
    /// Places of the actor and of the objective.
    cell: (usize, usize),
    mark: Option<Option<crate::model::ActorKind>>,
    figure: AttrValue,
    name: AttrValue,
    more: AttrValue,
}

#[derive(Properties, PartialEq)]
struct ColumnProps {
    title: AttrValue,
    entries: Vec<Entry>,
    #[prop_or_default]
    hole: Option<Html>,
    choose: Choose,
}

/// A column with its count.
#[component]
fn Column(props: &ColumnProps) -> Html {
    let env = use_env();
    let all = use_state(|| false);
    let shown = if *all { props.entries.len() } else { LINES };
    let onall = {
        let all = all.clone();
        Callback::from(move |()| all.set(true))
    };
    html! {
        <section class="pool-col">
            <@{env.heading(2)} class="h-cap pool-head"><span>{ &props.title }</span>{ " " }<b>{ props.entries.len() }</b></@>
            { props.hole.clone() }
            <ul class="pool-list">
                { for props.entries.iter().take(shown).map(|entry| {
                    let onclick = {
                        let (choose, cell) = (props.choose.clone(), entry.cell);
                        Callback::from(move |_: MouseEvent| choose.emit((cell, true)))
                    };
                    html! {
                        <li>
                            <button type="button" class="pool-one" part="button" {onclick}>
                                if let Some(kind) = entry.mark { <KindMark {kind} size={19} /> }
                                <b>{ &entry.figure }</b><bdi>{ &entry.name }</bdi><span class="small">{ &entry.more }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if shown < props.entries.len() {
                <Button kind={ButtonKind::Link} class="small" label={env.say(say::show_all(props.entries.len()))} onclick={onall} />
            }
        </section>
    }
}

fn mobilisation(env: &Env, value: Option<i8>) -> AttrValue {
    env.say(vocabulary::value(Criterion::Mobilisation, value))
}

fn entry(env: &Env, words: &Words, dossier: &Dossier, member: Member, objective: usize) -> Entry {
    Entry {
        cell: (member.actor, objective),
        mark: Some(dossier.actors.get(member.actor).and_then(|actor| actor.kind)),
        figure: words.figure(member.value),
        name: words.name_at(dossier, member.actor),
        more: mobilisation(env, member.mobilisation),
    }
}

/// Who could fill an empty pool.
fn hole(env: &Env, words: &Words, dossier: &Dossier, pool: &Pool) -> Html {
    let told = match pool.nearest() {
        Some(member) => say::hole_nearest(
            words.name_at(dossier, member.actor).to_string(),
            words.figure(member.value).to_string(),
            mobilisation(env, member.mobilisation).to_string(),
        ),
        None => say::hole_none(),
    };
    html! { <p class="hole-box"><b>{ env.say(say::hole()) }</b>{ env.say(told) }</p> }
}

/// Objectives as links, after the words that say what they lack.
fn lacking(desk: &Desk<'_>, words: fn(usize) -> Phrase, objectives: &[usize], choose: &Choose) -> Html {
    if objectives.is_empty() {
        return Html::default();
    }
    html! {
        <p class="pool-lack">
            <b>{ desk.env.say(words(objectives.len())) }</b>
            { for objectives.iter().map(|objective| {
                let (choose, cell) = (choose.clone(), (desk.cell.0, *objective));
                let onclick = Callback::from(move |()| choose.emit((cell, true)));
                html! { <>{ " " }<Button kind={ButtonKind::Link} label={desk.title(*objective)} {onclick} /></> }
            }) }
        </p>
    }
}

/// The four columns of the chosen actor.
fn stands(desk: &Desk<'_>, choose: &Choose) -> Html {
    let actor = desk.cell.0;
    let titles: [fn() -> Phrase; 4] =
        [say::stands_strong, say::stands_for, say::stands_open, say::stands_against];
    let groups = desk.grid.rows.get(actor).map(|row| row.groups()).unwrap_or_default();
    let columns = groups.into_iter().zip(titles).map(|(group, title)| {
        let entries: Vec<Entry> = group
            .into_iter()
            .map(|objective| Entry {
                cell: (actor, objective),
                mark: None,
                figure: desk.words.figure(desk.grid.value(actor, objective)),
                name: desk.title(objective),
                more: AttrValue::default(),
            })
            .collect();
        html! { <Column title={desk.env.say(title())} {entries} choose={choose.clone()} /> }
    });
    columns.collect()
}

/// The block. `then` is the dossier the pools were composed from, a moment ago at most.
pub(super) fn view(
    desk: &Desk<'_>,
    then: &Rc<Dossier>,
    pools: &[Pool],
    by_actor: &UseStateHandle<bool>,
    narrow: bool,
    choose: &Choose,
) -> Html {
    let (env, words) = (desk.env, desk.words);
    let (actor, objective) = desk.cell;
    let name = words.name_at(desk.dossier, actor).to_string();
    let title =
        if **by_actor { say::stands_of(name) } else { say::pool_of(desk.title(objective).to_string()) };
    let segment =
        |code: &'static str, label| Segment { value: code.into(), strong: None, label: env.say(label) };
    let onmode = {
        let by_actor = by_actor.clone();
        Callback::from(move |code: AttrValue| by_actor.set(code == "actor"))
    };
    let places = |test: fn(&Pool) -> bool| -> Vec<usize> {
        pools.iter().enumerate().filter(|(_, pool)| test(pool)).map(|(place, _)| place).collect()
    };
    let uncarried = places(Pool::is_uncarried);
    let unmobilised = places(|pool| pool.ready.is_empty() && !pool.is_uncarried());
    let options: Vec<SelectOption> = desk
        .titles
        .iter()
        .enumerate()
        .map(|(place, title)| SelectOption::new(place.to_string(), title.clone()))
        .collect();
    let onobjective = {
        let choose = choose.clone();
        Callback::from(move |place: String| {
            if let Ok(place) = place.parse() {
                choose.emit(((actor, place), false));
            }
        })
    };
    let columns: [fn() -> Phrase; 4] = [say::pool_ready, say::pool_idle, say::pool_open, say::pool_against];
    html! {
        <section class="pool sec-thick" aria-labelledby="tdt-m-pool">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-m-pool">{ env.say(title) }</@>
                if !**by_actor { <p class="small">{ env.say(say::pool_rule()) }</p> }
                <Segmented class="push" label={env.say(say::pool_view())} value={if **by_actor { "actor" } else { "objective" }}
                    segments={vec![segment("objective", say::by_objective()), segment("actor", say::by_actor())]} onchange={onmode} />
            </header>
            if narrow && !**by_actor {
                <SelectField id="tdt-m-objective" label={env.say(say::by_objective())} value={objective.to_string()} {options}
                    onchange={onobjective} />
            }
            <div class="pool-cols">
                if **by_actor {
                    { stands(desk, choose) }
                } else if let Some(pool) = pools.get(objective) {
                    { for pool.groups().into_iter().zip(columns).enumerate().map(|(group, (members, title))| {
                        let entries = members.iter().map(|member| entry(env, words, then, *member, objective));
                        let hole = (group == 0 && members.is_empty()).then(|| hole(env, words, then, pool));
                        html! {
                            <Column title={env.say(title())} entries={entries.collect::<Vec<_>>()} {hole} choose={choose.clone()} />
                        }
                    }) }
                }
            </div>
            { lacking(desk, |n| say::uncarried(n), &uncarried, choose) }
            { lacking(desk, |n| say::unmobilised(n), &unmobilised, choose) }
            if uncarried.is_empty() && unmobilised.is_empty() { <p class="pool-lack">{ env.say(say::all_carried()) }</p> }
        </section>
    }
}
