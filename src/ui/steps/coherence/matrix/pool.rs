//! Under the matrix: the pool of the chosen objective, or how the chosen actor sees every objective, in four columns;
//! then the objectives nobody carries.

use std::rc::Rc;

use yew::prelude::*;

use super::Slow;
use super::voice::Choose;
use super::words::Words;
use crate::analysis::coherence::Grid;
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
    /// The family is drawn; not for an objective.
    is_actor: bool,
    kind: Option<crate::model::ActorKind>,
    figure: AttrValue,
    name: AttrValue,
    more: AttrValue,
}

/// A column with its count.
struct Column {
    title: AttrValue,
    count: usize,
    /// The lines shown.
    entries: Vec<Entry>,
    hole: Option<Html>,
}

fn column(env: &Env, column: &Column, all: &UseStateHandle<bool>, choose: &Choose) -> Html {
    let onall = {
        let all = all.clone();
        Callback::from(move |()| all.set(true))
    };
    html! {
        <section class="pool-col">
            <@{env.heading(2)} class="h-cap pool-head"><span>{ &column.title }</span>{ " " }<b>{ column.count }</b></@>
            { column.hole.clone() }
            <ul class="pool-list">
                { for column.entries.iter().map(|entry| {
                    let onclick = {
                        let (choose, cell) = (choose.clone(), entry.cell);
                        Callback::from(move |_: MouseEvent| choose.emit((cell, true)))
                    };
                    html! {
                        <li>
                            <button type="button" class="pool-one" part="button" {onclick}>
                                if entry.is_actor { <KindMark kind={entry.kind} size={19} /> }
                                <b>{ &entry.figure }</b><bdi>{ &entry.name }</bdi><span class="small">{ &entry.more }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if column.entries.len() < column.count {
                <Button kind={ButtonKind::Link} class="small" label={env.say(say::show_all(column.count))} onclick={onall} />
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
        is_actor: true,
        kind: dossier.actors.get(member.actor).and_then(|actor| actor.kind),
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

#[derive(Properties)]
pub(super) struct Props {
    /// The pools, with the dossier they were composed from, a moment ago at most.
    pub(super) slow: Rc<(Rc<Dossier>, Slow)>,
    pub(super) dossier: Rc<Dossier>,
    pub(super) grid: Rc<Grid>,
    pub(super) words: Rc<Words>,
    pub(super) titles: Rc<Vec<AttrValue>>,
    /// Whose values the matrix shows; empty for together.
    pub(super) by: AttrValue,
    /// Places of the chosen actor and objective.
    pub(super) cell: (usize, usize),
    pub(super) narrow: bool,
    pub(super) choose: Choose,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        // What is typed reaches the pools a moment later: until then only another cell is another pool.
        Rc::ptr_eq(&self.slow, &other.slow)
            && Rc::ptr_eq(&self.words, &other.words)
            && Rc::ptr_eq(&self.titles, &other.titles)
            && self.by == other.by
            && self.cell == other.cell
            && self.narrow == other.narrow
    }
}

impl Props {
    fn title(&self, place: usize) -> AttrValue {
        self.titles.get(place).cloned().unwrap_or_default()
    }
}

/// Objectives as links, after the words that say what they lack.
fn lacking(env: &Env, props: &Props, words: fn(usize) -> Phrase, objectives: &[usize]) -> Html {
    if objectives.is_empty() {
        return Html::default();
    }
    html! {
        <p class="pool-lack">
            <b>{ env.say(words(objectives.len())) }</b>
            { for objectives.iter().map(|objective| {
                let (choose, cell) = (props.choose.clone(), (props.cell.0, *objective));
                let onclick = Callback::from(move |()| choose.emit((cell, true)));
                html! { <>{ " " }<Button kind={ButtonKind::Link} label={props.title(*objective)} {onclick} /></> }
            }) }
        </p>
    }
}

/// The four columns of the chosen actor.
fn stands(env: &Env, props: &Props) -> Vec<Column> {
    let actor = props.cell.0;
    let titles: [fn() -> Phrase; 4] =
        [say::stands_strong, say::stands_for, say::stands_open, say::stands_against];
    let groups = props.grid.rows.get(actor).map(|row| row.groups()).unwrap_or_default();
    let entry = |objective: usize| Entry {
        cell: (actor, objective),
        is_actor: false,
        kind: None,
        figure: props.words.figure(props.grid.value(actor, objective)),
        name: props.title(objective),
        more: AttrValue::default(),
    };
    let columns = groups.into_iter().zip(titles).map(|(group, title)| Column {
        title: env.say(title()),
        count: group.len(),
        entries: group.into_iter().map(entry).collect(),
        hole: None,
    });
    columns.collect()
}

/// The four columns of an objective.
fn members(env: &Env, props: &Props, pool: &Pool, shown: usize) -> Vec<Column> {
    let (words, then) = (&props.words, &props.slow.0);
    let titles: [fn() -> Phrase; 4] = [say::pool_ready, say::pool_idle, say::pool_open, say::pool_against];
    let columns = pool.groups().into_iter().zip(titles).enumerate().map(|(group, (members, title))| {
        let entries = members.iter().take(shown).map(|member| entry(env, words, then, *member, props.cell.1));
        Column {
            title: env.say(title()),
            count: members.len(),
            entries: entries.collect(),
            hole: (group == 0 && members.is_empty()).then(|| hole(env, words, then, pool)),
        }
    });
    columns.collect()
}

/// The block under the matrix.
#[component]
pub(super) fn Block(props: &Props) -> Html {
    let env = use_env();
    let by_actor = use_state(|| false);
    let all = use_state(|| false);
    let pools = &props.slow.1.pools;
    let (actor, objective) = props.cell;
    let title = if *by_actor {
        say::stands_of(props.words.name_at(&props.dossier, actor).to_string())
    } else {
        say::pool_of(props.title(objective).to_string())
    };
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
    let option = |(place, title): (usize, &AttrValue)| SelectOption::new(place.to_string(), title.clone());
    let options: Vec<SelectOption> = props.titles.iter().enumerate().map(option).collect();
    let onobjective = {
        let choose = props.choose.clone();
        Callback::from(move |place: String| {
            if let Ok(place) = place.parse() {
                choose.emit(((actor, place), false));
            }
        })
    };
    let columns = match pools.get(objective) {
        _ if *by_actor => stands(&env, props),
        Some(pool) => members(&env, props, pool, if *all { usize::MAX } else { LINES }),
        None => Vec::new(),
    };
    html! {
        <section class="pool sec-thick" aria-labelledby="tdt-m-pool">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-m-pool">{ env.say(title) }</@>
                if !*by_actor { <p class="small">{ env.say(say::pool_rule()) }</p> }
                <Segmented class="push" label={env.say(say::pool_view())} value={if *by_actor { "actor" } else { "objective" }}
                    segments={vec![segment("objective", say::by_objective()), segment("actor", say::by_actor())]} onchange={onmode} />
            </header>
            if props.narrow && !*by_actor {
                <SelectField id="tdt-m-objective" label={env.say(say::by_objective())} value={objective.to_string()} {options}
                    onchange={onobjective} />
            }
            <div class="pool-cols">{ for columns.iter().map(|one| column(&env, one, &all, &props.choose)) }</div>
            { lacking(&env, props, say::uncarried, &uncarried) }
            { lacking(&env, props, say::unmobilised, &unmobilised) }
            if uncarried.is_empty() && unmobilised.is_empty() { <p class="pool-lack">{ env.say(say::all_carried()) }</p> }
        </section>
    }
}
