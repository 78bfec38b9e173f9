//! The signed matrix of actors and objectives, and the pool of partners of an objective.

mod cards;
mod counts;
mod disputes;
mod give;
mod pool;
mod row;
mod table;
mod voice;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::Index;
use crate::analysis::coherence::{self, Grid, Sort};
use crate::analysis::disputes::{self as differing, Disputed};
use crate::analysis::pool::Pool;
use crate::analysis::readings::Positions;
use crate::i18n::texts::coherence as say;
use crate::model::{Dossier, Id};
use crate::ui::charts::use_width;
use crate::ui::env::{Env, Place, today, use_data, use_env};
use crate::ui::steps::deferred::{use_calm, use_deferred};
use crate::ui::steps::evaluator::use_evaluator;
use crate::ui::steps::grid::NARROW;
use crate::ui::widgets::{
    Button, ButtonKind, ProgressLine, SelectField, SelectOption, after_render, focus_id,
};
use crate::vocabulary::Step;

use cards::cards;
use give::{After, first_gap, give, next};
use row::Line;
use table::{Ask, Table};
use words::Words;

/// The view.
#[component]
pub(super) fn Matrix() -> Html {
    let env = use_env();
    let data = use_data();
    let (objectives, actors) = (&data.dossier.objectives, &data.dossier.actors);
    if !objectives.is_empty() && !actors.is_empty() {
        return html! { <Desk /> };
    }
    let (title, act, place) = if objectives.is_empty() {
        (say::empty_objectives(), say::add_objectives(), Place::step(Step::Project).at("objectives"))
    } else {
        (say::empty_actors(), say::add_actors(), Place::step(Step::Actors))
    };
    let example = |value, is| html! { <div><dt>{ env.say(value) }</dt><dd>{ env.say(is) }</dd></div> };
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(title) }</p>
            <p>{ env.say(say::empty_objectives_text()) }</p>
            <div class="example">
                <p class="h-cap">{ env.say(say::example()) }</p>
                <dl class="pairs">
                    { example(say::example_one(), say::example_one_is()) }
                    { example(say::example_two(), say::example_two_is()) }
                </dl>
            </div>
            <Button kind={ButtonKind::Primary} label={env.say(act)} onclick={env.going(place)} />
        </div>
    }
}

/// What is computed once changes pause.
struct Slow {
    pools: Vec<Pool>,
    disputed: Vec<Disputed<(usize, usize)>>,
    evaluators: Vec<String>,
}

fn slow(dossier: &Dossier) -> Slow {
    Slow {
        pools: crate::analysis::pool::pools(&Index::of(dossier, today())),
        disputed: differing::positions(&Positions::of(dossier)),
        evaluators: coherence::evaluators(dossier),
    }
}

/// What the order of the rows depends on: it is settled when it is chosen and when actors come or go, never while
/// figures are typed.
struct Order(Rc<Dossier>, Sort);

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        let (one, two) = (&self.0.actors, &other.0.actors);
        let same = one.same(two)
            || (one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.id == two.id));
        same && self.1 == other.1
    }
}

/// The matrix of the dossier now; a typed figure reads one row again.
#[hook]
fn use_grid(dossier: &Rc<Dossier>, by: &AttrValue) -> Rc<Grid> {
    let held = use_mut_ref(|| None::<(Rc<Dossier>, AttrValue, Rc<Grid>)>);
    let mut held = held.borrow_mut();
    let grid = match &*held {
        Some((known, who, grid)) if Rc::ptr_eq(known, dossier) && who == by => return Rc::clone(grid),
        Some((known, who, grid)) if who == by => grid.after(known, dossier, by),
        _ => Grid::of(dossier, by),
    };
    let grid = Rc::new(grid);
    *held = Some((Rc::clone(dossier), by.clone(), Rc::clone(&grid)));
    grid
}

/// The words of an order.
fn sort_name(sort: Sort) -> crate::i18n::Phrase {
    match sort {
        Sort::Agreement => say::sort_agreement(),
        Sort::Coverage => say::sort_coverage(),
        Sort::Kind => say::sort_kind(),
        Sort::Dossier => say::sort_dossier(),
    }
}

/// A list of choices that are all in an array, told apart by their place.
fn choice<T: Copy + PartialEq + 'static>(
    env: &Env,
    id: &'static str,
    label: crate::i18n::Phrase,
    all: &'static [T],
    name: fn(T) -> crate::i18n::Phrase,
    held: &UseStateHandle<T>,
) -> Html {
    let options: Vec<SelectOption> = all
        .iter()
        .enumerate()
        .map(|(place, one)| SelectOption::new(place.to_string(), env.say(name(*one))))
        .collect();
    let value = all.iter().position(|one| *one == **held).unwrap_or_default().to_string();
    let onchange = {
        let held = held.clone();
        Callback::from(move |place: String| {
            if let Some(one) = place.parse().ok().and_then(|place: usize| all.get(place)) {
                held.set(*one);
            }
        })
    };
    html! { <SelectField {id} class="mx-choice" small=true label={env.say(label)} {value} {options} {onchange} /> }
}

/// The keys of the matrix; in their place, what the key just pressed waits for.
fn keys(env: &Env, hint: &AttrValue) -> Html {
    html! {
        <p class="small only-wide mx-keys">
            <b role="status">{ hint }</b>
            if hint.is_empty() { { env.say(say::keys()) } }
        </p>
    }
}

/// Where a place leads: a row of the order and a column.
fn target(place: &Place, dossier: &Dossier, places: &[usize], grid: &Grid) -> Option<(usize, usize)> {
    if place.step != Step::Coherence {
        return None;
    }
    let Some(id) = &place.object else {
        return place.field.as_ref().and_then(|_| first_gap(places, grid));
    };
    if let Some(column) = dossier.objectives.position_of(id) {
        return Some((0, column));
    }
    let row =
        places.iter().position(|place| dossier.actors.get(*place).is_some_and(|actor| actor.id == *id))?;
    let column =
        places.get(row).and_then(|place| grid.rows.get(*place)?.values.iter().position(Option::is_none));
    Some((row, column.unwrap_or_default()))
}

/// Matrix, sentence, pool.
#[component]
fn Desk() -> Html {
    let env = use_env();
    let data = use_data();
    let node = use_node_ref();
    let width = use_width(&node);
    let narrow = width.is_some_and(|width| width < NARROW);
    let words = use_memo(env.clone(), Words::new);
    let dossier = Rc::clone(&data.dossier);
    let titles = use_memo((env.clone(), dossier.objectives.clone()), |(env, list)| {
        list.iter().enumerate().map(|(place, one)| words::title(env, place, one)).collect::<Vec<AttrValue>>()
    });
    let evaluator = use_evaluator();
    let by = evaluator.by.clone();
    let sort = use_state(Sort::default);
    let after = use_state(After::default);
    let current = use_state_eq(|| None::<(Id, Id)>);
    let focus = use_state(|| 0_u32);
    // Counted apart: a callback made before the last rendering raises it too.
    let entered = use_mut_ref(|| 0_u32);
    // `-` typed where no sign can be changed: the next figure is negative.
    let minus = use_mut_ref(|| None::<(usize, usize)>);
    // What a key waits for, said under the matrix until the next one.
    let hint = use_state_eq(AttrValue::default);
    let grid = use_grid(&dossier, &by);
    let places = {
        let grid = Rc::clone(&grid);
        use_memo(Order(Rc::clone(&dossier), *sort), move |Order(dossier, sort)| {
            coherence::order(dossier, &grid, *sort)
        })
    };
    let slow = use_deferred(&dossier, slow);
    let held = (*current).as_ref().and_then(|(actor, objective)| {
        let place = dossier.actors.position_of(actor)?;
        let row = places.iter().position(|other| *other == place)?;
        Some((row, dossier.objectives.position_of(objective)?))
    });
    let here = held.or_else(|| first_gap(&places, &grid)).unwrap_or_default();
    let place = places.get(here.0).copied().unwrap_or_default();
    // The pool follows the cell once one stays on it.
    let calm = use_calm((place, here.1));
    let ids = |row: usize, column: usize| {
        let actor = dossier.actors.get(row)?.id.clone();
        Some((actor, dossier.objectives.get(column)?.id.clone()))
    };
    // To a cell by the places of its actor and of its objective in the dossier.
    let choose = {
        let (entered, places) = (Rc::clone(&entered), Rc::clone(&places));
        let (current, focus, dossier, minus) =
            (current.clone(), focus.clone(), Rc::clone(&dossier), Rc::clone(&minus));
        let hint = hint.setter();
        Callback::from(move |((actor, objective), enter): ((usize, usize), bool)| {
            let ids = dossier.actors.get(actor).zip(dossier.objectives.get(objective));
            let Some(ids) = ids.map(|(actor, objective)| (actor.id.clone(), objective.id.clone())) else {
                return;
            };
            minus
                .borrow_mut()
                .take_if(|(row, column)| (places.get(*row), *column) != (Some(&actor), objective));
            if current.as_ref() != Some(&ids) {
                hint.set(AttrValue::default());
            }
            current.set(Some(ids));
            if enter {
                *entered.borrow_mut() += 1;
                focus.set(*entered.borrow());
            }
        })
    };
    let ongo = {
        let (choose, places) = (choose.clone(), Rc::clone(&places));
        Callback::from(move |((row, column), enter): ((usize, usize), bool)| {
            if let Some(place) = places.get(row) {
                choose.emit(((*place, column), enter));
            }
        })
    };
    {
        // Taken somewhere: there, once it is drawn.
        let to = target(&data.place, &dossier, &places, &grid);
        let (ongo, node) = (ongo.clone(), node.clone());
        use_effect_with(data.visit, move |_| {
            if let Some((row, column)) = to {
                ongo.emit(((row, column), false));
                after_render(move || ongo.emit(((row, column), true)));
                if narrow {
                    focus_id(&node, format!("tdt-m-{column}"));
                }
            }
        });
    }
    let cell = ids(place, here.1);
    let onset = {
        let (env, cell, by) = (env.clone(), cell.clone(), (*by).clone());
        Callback::from(move |value: Option<i8>| {
            if let Some((actor, objective)) = cell.clone() {
                give(&env, actor, objective, &by, value);
            }
        })
    };
    let onask = {
        let (env, node, evaluator, places) =
            (env.clone(), node.clone(), evaluator.clone(), Rc::clone(&places));
        let (minus, after, hint) = (Rc::clone(&minus), *after, hint.setter());
        let last = (places.len().saturating_sub(1), titles.len().saturating_sub(1));
        Callback::from(move |(ask, at): (Ask, (usize, usize))| {
            if ask == Ask::Note {
                focus_id(&node, voice::NOTE);
            }
            if ask == Ask::Note || env.read_only {
                return None;
            }
            hint.set(AttrValue::default());
            // The figures typed just before are there, even where the screen has not followed.
            let dossier = env.live.dossier()?;
            let actor = dossier.actors.get(*places.get(at.0)?)?.id.clone();
            let objective = dossier.objectives.get(at.1)?.id.clone();
            let by = evaluator.now();
            let negative = minus.take() == Some(at);
            let value = match ask {
                Ask::Digit(digit) => Some(if negative { -digit } else { digit }),
                Ask::Minus => {
                    let held =
                        coherence::Row::of_actor(&dossier, &actor, &by).value(at.1).unwrap_or_default();
                    // What follows takes the sign that is now there.
                    *minus.borrow_mut() = (held >= 0).then_some(at);
                    if held == 0 {
                        hint.set(env.say(say::minus_next()));
                        return None;
                    }
                    Some(-held)
                }
                _ => None,
            };
            env.live.tell(|| give(&env, actor, objective, &by, value));
            if matches!(ask, Ask::Digit(_)) { next(at, last, after) } else { None }
        })
    };
    let lines: Vec<Line> = places
        .iter()
        .filter_map(|place| {
            let (actor, values) = dossier.actors.get(*place).zip(grid.rows.get(*place))?;
            Some(Line { actor: Rc::clone(actor), values: Rc::clone(values) })
        })
        .collect();
    let given: usize = grid.rows.iter().map(|row| row.values.iter().flatten().count()).sum();
    let total = places.len() * titles.len();
    let evaluators = slow.as_ref().map(|slow| slow.1.evaluators.clone()).unwrap_or_default();
    let desk = voice::Desk {
        env: &env,
        dossier: &dossier,
        grid: &grid,
        words: &words,
        titles: &titles,
        cell: (place, here.1),
        by: &by,
        evaluator: &evaluator,
    };
    let onback = {
        let focus = focus.clone();
        Callback::from(move |()| {
            *entered.borrow_mut() += 1;
            focus.set(*entered.borrow());
        })
    };
    html! {
        <div class="coh" ref={node.clone()}>
            <div class="coh-top">
                <div class="coh-main">
                    <header class="sec-head">
                        <ProgressLine share={if total == 0 { 0.0 } else { given as f64 / total as f64 }}>
                            <b>{ given }</b>{ " " }{ env.say(say::given(given, total)) }
                        </ProgressLine>
                        { voice::whose(&desk, &onback) }
                        if !narrow && !env.read_only {
                            { choice(&env, "tdt-m-after", say::after(), &After::ALL, After::name, &after) }
                        }
                    </header>
                    if narrow {
                        { cards(&desk, here.0, &places, &choose) }
                    } else if width.is_some() {
                        <Table lines={Rc::new(lines)} titles={Rc::clone(&titles)} sums={grid.columns.clone()}
                            words={Rc::clone(&words)} by={(*by).clone()} current={here} focus={*focus} ongo={ongo.clone()} {onask}
                            corner={choice(&env, "tdt-m-sort", say::sort(), &Sort::ALL, sort_name, &sort)} />
                        if !env.read_only { { keys(&env, &hint) } }
                    }
                </div>
                { voice::voice(&desk, &evaluators, &onset, &onback, &choose) }
            </div>
            if let Some(slow) = &slow {
                <pool::Block slow={Rc::clone(slow)} grid={Rc::clone(&grid)} words={Rc::clone(&words)}
                    titles={Rc::clone(&titles)} dossier={Rc::clone(&dossier)} by={(*by).clone()} cell={calm} {narrow}
                    choose={choose.clone()} />
                { disputes::view(&desk, &slow.0, &slow.1.disputed, &choose) }
            }
        </div>
    }
}
