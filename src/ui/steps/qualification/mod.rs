//! Qualification: where each actor stands, set with arrows and digits, and the map that answers.

mod disputes;
mod fiche;
pub(super) mod keys;
mod order;
mod row;
mod strip;
mod table;
mod tools;
mod values;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::i18n::texts::qualification as say;
use crate::model::{Actor, Criterion, Dossier, Id};
use crate::ui::charts::{InfluenceMap, use_width};
use crate::ui::env::{Env, Place, use_data, use_env};
use crate::ui::steps::complementarities;
use crate::ui::steps::evaluator::use_evaluator;
use crate::ui::steps::grid::{NARROW, use_ahead, use_at};
use crate::ui::widgets::{Button, ButtonKind, after_render, focus_id, use_late};
use crate::vocabulary::Step;

use disputes::Disputes;
use fiche::{Fiche, title_id};
use order::{Sort, order};
use strip::{NOTE, Strip};
use table::{Ask, Table, Way};
use tools::{Left, Sorts, View, views};
use values::{Cell, Words, first_missing, rate, shown, what_is_left};

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
            if !env.read_only {
                <Button kind={ButtonKind::Primary} label={env.say(say::add_actors())}
                    onclick={env.going(Place::step(Step::Actors))} />
            }
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

/// A cell and its actor, as they are shown under the table.
#[derive(Clone)]
struct Standing {
    actor: Rc<Actor>,
    cell: Cell,
}

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.actor, &other.actor) && self.cell == other.cell
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
    if place.step != Step::Qualification || place.field.as_deref() == Some(complementarities::MATRIX) {
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
    let evaluator = use_evaluator();
    let by = evaluator.by.clone();
    let advance = use_state(|| true);
    let view = use_state(|| View::Cards);
    let current = use_state_eq(|| None::<Cell>);
    // Whether the keyboard is in a cell.
    let in_table = use_mut_ref(|| false);
    // `-` typed on a cell without a sign: the next figure there is negative.
    let minus = use_mut_ref(|| None::<Cell>);
    // What a key waits for or did, said under the table until the next one.
    let hint = use_state_eq(AttrValue::default);
    // On how many cells those who assess differ.
    let differing = use_state_eq(|| 0_usize);
    let oncount = {
        let differing = differing.setter();
        use_callback((), move |count: usize, ()| differing.set(count))
    };
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
    let ahead = use_ahead();
    let oncurrent = {
        let ahead = ahead.clone();
        let (current, minus, hint) = (current.clone(), Rc::clone(&minus), hint.setter());
        Callback::from(move |cell: Cell| {
            ahead.overtaken();
            if minus.borrow_mut().take_if(|other| *other != cell).is_some() || current.as_ref() != Some(&cell)
            {
                hint.set(AttrValue::default());
            }
            current.set(Some(cell));
        })
    };
    let place = here
        .as_ref()
        .and_then(|cell| Some((rows.iter().position(|actor| actor.id == cell.actor)?, cell.criterion)));
    let at = use_at(place.map_or((0, 0), |(row, criterion)| (row, values::column(criterion))));
    let way = Way { table: table.clone(), rows: Rc::clone(&rows), at, choose: oncurrent };
    {
        // Taken somewhere: there, once it is drawn and the step has had the focus.
        let to = target(&data.place, &rows, &by);
        let (node, way) = (node.clone(), way.clone());
        let (current, view) = (current.clone(), view.clone());
        use_effect_with(data.visit, move |_| {
            if let Some(cell) = to {
                current.set(Some(cell.clone()));
                if *view == View::Map {
                    view.set(View::Cards);
                }
                after_render(move || {
                    if !way.focus(&cell) {
                        focus_id(&node, title_id(cell.criterion));
                    }
                });
            }
        });
    }
    let onset = {
        let (env, evaluator) = (env.clone(), evaluator.clone());
        let (words, hint) = (Rc::clone(&words), hint.setter());
        Callback::from(move |(cell, value): (Cell, Option<i8>)| {
            let by = evaluator.now();
            let left = if value.is_none() { what_is_left(&env, &cell, &by, &words) } else { None };
            hint.set(left.unwrap_or_default());
            rate(&env, cell, &by, move |_| value);
        })
    };
    let onask = {
        let (env, evaluator, set, words) = (env.clone(), evaluator.clone(), onset.clone(), Rc::clone(&words));
        let (minus, node, hint) = (Rc::clone(&minus), node.clone(), hint.setter());
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
                        hint.set(env.say(say::off_scale(figure(low), figure(high))));
                        return false;
                    }
                    env.live.tell(|| set.emit((cell, Some(value))));
                    advance
                }
                Ask::Minus if cell.criterion == Criterion::Stance => {
                    let by = evaluator.now();
                    let now = env.live.dossier();
                    let actor = now.as_ref().and_then(|now| now.actor(&cell.actor));
                    let held = actor.and_then(|actor| shown(actor, cell.criterion, &by));
                    // What follows takes the sign that is now there.
                    *minus.borrow_mut() = (held.unwrap_or_default() >= 0).then(|| cell.clone());
                    match held {
                        Some(value) if value != 0 => {
                            env.live.tell(|| rate(&env, cell, &by, |held| held.map(|held| -held)));
                        }
                        _ => hint.set(env.say(say::minus())),
                    }
                    false
                }
                Ask::Minus => false,
                Ask::Unset | Ask::Note => {
                    minus.borrow_mut().take();
                    env.live.tell(|| set.emit((cell, None)));
                    false
                }
            }
        })
    };
    // Chosen on the map: the row takes the focus, on the same criterion or on what the actor lacks; or the cell where views
    // differ. The callbacks are always the same ones, so that what they belong to is not drawn again for them.
    let chosen = use_mut_ref(|| None::<Callback<(Id, Option<Criterion>)>>);
    *chosen.borrow_mut() = Some({
        let (way, by) = (way.clone(), (*by).clone());
        let (node, kept) = (node.clone(), here.as_ref().map(|cell| cell.criterion).unwrap_or_default());
        Callback::from(move |(actor, asked): (Id, Option<Criterion>)| {
            let lacks =
                || way.rows.iter().find(|one| one.id == actor).and_then(|one| first_missing(one, &by));
            let criterion = asked.or_else(lacks).unwrap_or(kept);
            let cell = Cell { actor, criterion };
            way.choose.emit(cell.clone());
            if !way.focus(&cell) && asked.is_some() {
                focus_id(&node, title_id(criterion));
            }
        })
    });
    let onselect = {
        let chosen = Rc::clone(&chosen);
        use_callback((), move |actor: Id, ()| {
            let choose = chosen.borrow().clone();
            if let Some(choose) = choose {
                choose.emit((actor, None));
            }
        })
    };
    let onchoose = use_callback((), move |(actor, criterion): (Id, Criterion), ()| {
        let choose = chosen.borrow().clone();
        if let Some(choose) = choose {
            choose.emit((actor, Some(criterion)));
        }
    });
    let actor = here.as_ref().and_then(|cell| dossier.actors.find(&cell.actor)).cloned();
    // While figures are typed in the table, what stands under it follows a frame later; never while one writes in it.
    let now = actor.clone().zip(here.clone()).map(|(actor, cell)| Standing { actor, cell });
    let late = use_late(now.clone());
    let now = if *in_table.borrow() { late.filter(|_| now.is_some()) } else { now };
    let show = |asked: View| width.is_some() && (!narrow || *view == asked);
    let strip = now.map(|Standing { actor, cell }| {
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
        let onadvance = {
            let advance = advance.clone();
            Callback::from(move |on: bool| advance.set(on))
        };
        let onback = {
            let (way, cell) = (way.clone(), cell.clone());
            Callback::from(move |()| {
                way.focus(&cell);
            })
        };
        html! {
            <Strip {actor} criterion={cell.criterion} words={Rc::clone(&words)} by={(*by).clone()} onset={set}
                dossier={Rc::clone(&dossier)} advance={*advance} hint={(*hint).clone()} evaluator={evaluator.clone()} {onadvance} {onback} />
        }
    });
    let onfocusin = Callback::from(move |event: FocusEvent| {
        let at = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        *in_table.borrow_mut() = at.is_some_and(|at| at.has_attribute("data-c"));
    });
    let selected = here.as_ref().map(|cell| cell.actor.clone());
    let listed = !narrow || *view != View::Map;
    let to_disputes = {
        let node = node.clone();
        Callback::from(move |()| focus_id(&node, disputes::TITLE))
    };
    html! {
        <div class="qual" ref={node.clone()}>
            <div class="qual-main" {onfocusin}>
                <header class="sec-head">
                    <Left dossier={Rc::clone(&dossier)} {narrow} />
                    if listed && *differing > 0 {
                        <Button kind={ButtonKind::Link} class="small" label={env.say(say::differing(*differing))}
                            onclick={to_disputes} />
                    }
                    if narrow {
                        { views(&env, &view) }
                    } else {
                        <Sorts sort={sort.clone()} />
                    }
                </header>
                if show(View::Cards) && narrow {
                    if let (Some(actor), Some((row, _))) = (actor, place) {
                        <Fiche {actor} place={row}
                            total={rows.len()} words={Rc::clone(&words)} by={(*by).clone()} onset={onset.clone()}
                            ongo={going(&current, &rows)} />
                    }
                }
                if show(View::Table) {
                    if narrow { <Sorts sort={sort.clone()} /> }
                    <div class="frame-narrow">
                        <Table {way} words={Rc::clone(&words)} by={(*by).clone()} current={place} {ahead} {onask} />
                    </div>
                    { strip }
                }
                if listed {
                    <Disputes dossier={Rc::clone(&dossier)} words={Rc::clone(&words)} {onchoose} {oncount} />
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
