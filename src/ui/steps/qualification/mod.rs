//! Qualification: where each actor stands, set with arrows and digits, and the map that answers.

mod fiche;
pub(super) mod keys;
mod order;
mod row;
mod strip;
mod table;
mod tools;
mod values;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::qualification;
use crate::i18n::texts::qualification as say;
use crate::model::{Actor, Criterion, Dossier, Id};
use crate::ui::charts::{InfluenceMap, use_width};
use crate::ui::env::{Env, Place, use_data, use_env};
use crate::ui::steps::complementarities;
use crate::ui::widgets::{Button, ButtonKind, ProgressLine, after_render, focus_id};
use crate::vocabulary::Step;

use fiche::{Fiche, title_id};
use order::{Sort, order};
use strip::{NOTE, Strip};
use table::{Ask, Table, focus_cell};
use tools::{View, evaluators, sorts, views};
use values::{Cell, Words, first_missing, rate, say_what_is_left, shown};

/// Below this width, one view at a time; where the sheet of styles turns tables into narrow ones.
const NARROW: f64 = 558.0;

/// The step.
#[component]
pub fn QualificationStep() -> Html {
    let (env, data) = (use_env(), use_data());
    let matrix = complementarities::use_switch(&data);
    if data.dossier.actors.is_empty() {
        return html! { <Empty /> };
    }
    html! {
        <>
            { complementarities::switch(&env, &matrix) }
            if *matrix { <complementarities::Complementarities /> } else { <Desk /> }
        </>
    }
}

/// Nobody to qualify yet.
#[component]
fn Empty() -> Html {
    let env = use_env();
    let example = |name, is| html! { <div><dt>{ env.say(name) }</dt><dd>{ env.say(is) }</dd></div> };
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty()) }</p>
            <p>{ env.say(say::empty_text()) }</p>
            <div class="example">
                <p class="h-cap">{ env.say(say::example()) }</p>
                <dl class="pairs">
                    { example(say::example_one(), say::example_one_is()) }
                    { example(say::example_two(), say::example_two_is()) }
                </dl>
            </div>
            <Button kind={ButtonKind::Primary} label={env.say(say::add_actors())}
                onclick={env.going(Place::step(Step::Actors))} />
        </div>
    }
}

/// What the order of the rows depends on.
struct Order {
    dossier: Rc<Dossier>,
    sort: Sort,
    by: AttrValue,
    env: Env,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        let (one, two) = (&self.dossier.actors, &other.dossier.actors);
        let same = one.same(two)
            || (one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.id == two.id));
        same && self.sort == other.sort && self.by == other.by && self.env == other.env
    }
}

/// The first cell that is not assessed, in the order of the rows.
fn first_gap(rows: &[Rc<Actor>], by: &str) -> Option<Cell> {
    rows.iter().find_map(|actor| {
        first_missing(actor, by).map(|criterion| Cell { actor: actor.id.clone(), criterion })
    })
}

/// The cell a place leads to.
fn target(place: &Place, rows: &[Rc<Actor>], by: &str) -> Option<Cell> {
    if place.step != Step::Qualification {
        return None;
    }
    let Some(id) = &place.object else {
        return place.field.as_ref().and_then(|_| first_gap(rows, by));
    };
    let actor = rows.iter().find(|actor| actor.id == *id)?;
    let asked = place.field.as_deref().and_then(Criterion::from_word);
    let criterion = asked.or_else(|| first_missing(actor, by)).unwrap_or_default();
    Some(Cell { actor: actor.id.clone(), criterion })
}

/// The cell after another: to the right, then the next actor.
fn after(cell: &Cell, rows: &[Rc<Actor>]) -> Option<Cell> {
    let next = Criterion::ALL.get(values::column(cell.criterion) + 1);
    if let Some(criterion) = next {
        return Some(Cell { actor: cell.actor.clone(), criterion: *criterion });
    }
    let row = rows.iter().position(|actor| actor.id == cell.actor)?;
    let actor = rows.get(row + 1)?.id.clone();
    Some(Cell { actor, criterion: Criterion::ALL.first().copied()? })
}

/// Table, strip and map.
#[component]
fn Desk() -> Html {
    let env = use_env();
    let data = use_data();
    let (node, table) = (use_node_ref(), use_node_ref());
    let width = use_width(&node);
    let narrow = width.is_some_and(|width| width < NARROW);
    let words = use_memo(env.clone(), Words::new);
    let sort = use_state(Sort::default);
    let by = use_state(AttrValue::default);
    let advance = use_state(|| true);
    let view = use_state(|| View::Cards);
    let current = use_state_eq(|| None::<Cell>);
    // `-` typed on a cell without a sign: the next figure there is negative.
    let minus = use_mut_ref(|| None::<Cell>);
    let dossier = Rc::clone(&data.dossier);
    let places = use_memo(
        Order { dossier: Rc::clone(&dossier), sort: *sort, by: (*by).clone(), env: env.clone() },
        |Order { dossier, sort, by, env }| order(dossier, *sort, by, env),
    );
    let rows: Rc<Vec<Rc<Actor>>> =
        Rc::new(places.iter().filter_map(|place| dossier.actors.get(*place).cloned()).collect());
    let held = (*current).clone().filter(|cell| dossier.actors.find(&cell.actor).is_some());
    let start =
        || rows.first().map(|actor| Cell { actor: actor.id.clone(), criterion: Criterion::Mobilisation });
    let here = held.or_else(|| first_gap(&rows, &by)).or_else(start);
    {
        // Taken somewhere: there, once it is drawn and the step has had the focus.
        let to = target(&data.place, &rows, &by);
        let (node, table, current) = (node.clone(), table.clone(), current.clone());
        let view = view.clone();
        use_effect_with(data.visit, move |_| {
            if let Some(cell) = to {
                current.set(Some(cell.clone()));
                if *view == View::Map {
                    view.set(View::Cards);
                }
                after_render(move || {
                    if !focus_cell(&table, &cell) {
                        focus_id(&node, title_id(cell.criterion));
                    }
                });
            }
        });
    }
    let onset = {
        let (env, by, dossier, words) = (env.clone(), (*by).clone(), Rc::clone(&dossier), Rc::clone(&words));
        Callback::from(move |(cell, value): (Cell, Option<i8>)| {
            if value.is_none() {
                say_what_is_left(&env, &dossier, &cell, &by, &words);
            }
            rate(&env, cell, &by, move |_| value);
        })
    };
    let onask = {
        let (env, by, set, words) = (env.clone(), (*by).clone(), onset.clone(), Rc::clone(&words));
        let (minus, node, dossier) = (Rc::clone(&minus), node.clone(), Rc::clone(&dossier));
        let advance = *advance;
        Callback::from(move |(cell, ask): (Cell, Ask)| {
            if ask == Ask::Note {
                focus_id(&node, NOTE);
                return false;
            }
            if env.read_only {
                return false;
            }
            match ask {
                Ask::Digit(digit) => {
                    let negative = minus.borrow_mut().take().is_some_and(|other| other == cell);
                    let value = if negative { -digit } else { digit };
                    let (low, high) = cell.criterion.bounds();
                    if !(low..=high).contains(&value) {
                        let figure = |value| words.figure(cell.criterion, Some(value)).to_string();
                        env.toast(say::off_scale(figure(low), figure(high)));
                        return false;
                    }
                    set.emit((cell, Some(value)));
                    advance
                }
                Ask::Minus if cell.criterion == Criterion::Stance => {
                    let held = dossier.actor(&cell.actor).and_then(|actor| shown(actor, cell.criterion, &by));
                    // What follows takes the sign that is now there.
                    *minus.borrow_mut() = (held.unwrap_or_default() >= 0).then(|| cell.clone());
                    match held {
                        Some(value) if value != 0 => rate(&env, cell, &by, |held| held.map(|held| -held)),
                        _ => env.toast(say::minus()),
                    }
                    false
                }
                Ask::Minus => false,
                Ask::Unset | Ask::Note => {
                    minus.borrow_mut().take();
                    set.emit((cell, None));
                    false
                }
            }
        })
    };
    let oncurrent = {
        let (current, minus) = (current.clone(), Rc::clone(&minus));
        Callback::from(move |cell: Cell| {
            minus.borrow_mut().take_if(|other| *other != cell);
            current.set(Some(cell));
        })
    };
    // Chosen on the map: the row takes the focus, on the same criterion or on what the actor lacks.
    let onselect = {
        let (current, table, rows, by) = (current.clone(), table.clone(), Rc::clone(&rows), (*by).clone());
        let kept = here.as_ref().map(|cell| cell.criterion).unwrap_or_default();
        Callback::from(move |actor: Id| {
            let lacks =
                rows.iter().find(|other| other.id == actor).and_then(|actor| first_missing(actor, &by));
            let cell = Cell { actor, criterion: lacks.unwrap_or(kept) };
            current.set(Some(cell.clone()));
            focus_cell(&table, &cell);
        })
    };
    let progress = qualification::progress(&dossier);
    let share = if progress.total == 0 { 0.0 } else { progress.given as f64 / progress.total as f64 };
    let progress = html! {
        <ProgressLine {share}>
            <b>{ progress.given }</b>{ " " }
            if narrow {
                { env.say(say::of(progress.total)) }
            } else {
                { env.say(say::values_of(progress.total)) }{ " · " }
                { env.say(say::complete(progress.complete, progress.actors)) }
            }
        </ProgressLine>
    };
    let actor = here.as_ref().and_then(|cell| dossier.actors.find(&cell.actor)).cloned();
    let show = |asked: View| width.is_some() && (!narrow || *view == asked);
    let strip = actor.clone().zip(here.clone()).map(|(actor, cell)| {
        let set = {
            let (set, current, rows, cell) = (onset.clone(), current.clone(), Rc::clone(&rows), cell.clone());
            let advance = *advance;
            Callback::from(move |value: Option<i8>| {
                set.emit((cell.clone(), value));
                if let Some(next) = after(&cell, &rows).filter(|_| advance && value.is_some()) {
                    current.set(Some(next));
                }
            })
        };
        let onby = {
            let by = by.clone();
            Callback::from(move |name: AttrValue| by.set(name))
        };
        let onadvance = {
            let advance = advance.clone();
            Callback::from(move |on: bool| advance.set(on))
        };
        let onback = {
            let (table, cell) = (table.clone(), cell.clone());
            Callback::from(move |()| {
                focus_cell(&table, &cell);
            })
        };
        html! {
            <Strip {actor} criterion={cell.criterion} words={Rc::clone(&words)} by={(*by).clone()} onset={set}
                evaluators={evaluators(&dossier)} advance={*advance} {onby} {onadvance} {onback} />
        }
    });
    let selected = here.as_ref().map(|cell| cell.actor.clone());
    html! {
        <div class="qual" ref={node.clone()}>
            <div class="qual-main">
                <header class="sec-head">
                    { progress }
                    if narrow {
                        { views(&env, &view) }
                    } else {
                        { sorts(&env, &sort) }
                    }
                </header>
                if show(View::Cards) && narrow {
                    if let (Some(actor), Some(cell)) = (actor, &here) {
                        <Fiche {actor} place={rows.iter().position(|other| other.id == cell.actor).unwrap_or_default()}
                            total={rows.len()} words={Rc::clone(&words)} by={(*by).clone()} onset={onset.clone()}
                            ongo={going(&current, &rows)} />
                    }
                }
                if show(View::Table) {
                    if narrow { { sorts(&env, &sort) } }
                    <div class="frame-narrow">
                        <Table rows={Rc::clone(&rows)} words={Rc::clone(&words)} by={(*by).clone()} current={here}
                            {oncurrent} {onask} node={table.clone()} />
                    </div>
                    { strip }
                }
            </div>
            if show(View::Map) {
                <section class="qual-side">
                    <InfluenceMap dossier={Rc::clone(&dossier)} {selected} {onselect} titled=true />
                </section>
            }
        </div>
    }
}

/// To another actor, in the narrow view.
fn going(current: &UseStateHandle<Option<Cell>>, rows: &Rc<Vec<Rc<Actor>>>) -> Callback<usize> {
    let (current, rows) = (current.clone(), Rc::clone(rows));
    Callback::from(move |place: usize| {
        if let Some(actor) = rows.get(place) {
            current.set(Some(Cell { actor: actor.id.clone(), criterion: Criterion::Mobilisation }));
        }
    })
}
