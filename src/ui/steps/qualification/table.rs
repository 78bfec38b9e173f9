//! The fast table: an APG grid. The browser's focus says where one is; the state follows it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::keys::{Key, read};
use super::row::Group;
use super::values::{Cell, Words, column};
use crate::i18n::texts::{charts, qualification as say};
use crate::model::{Actor, Criterion};
use crate::ui::env::use_env;
use crate::ui::steps::grid::{self, Ahead, At, going};
use crate::ui::widgets::{GROUP, after_frame, after_render, use_near};

/// What a person asks of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// A figure.
    Digit(i8),
    /// The other sign.
    Minus,
    /// Not assessed.
    Unset,
    /// The note.
    Note,
}

#[derive(Properties)]
pub(super) struct Props {
    pub(super) way: Way,
    pub(super) words: Rc<Words>,
    pub(super) by: AttrValue,
    /// Row and criterion of the current cell.
    pub(super) current: Option<(usize, Criterion)>,
    pub(super) ahead: Ahead,
    /// True in return when the next cell is to be entered.
    pub(super) onask: Callback<(Cell, Ask), bool>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.way.rows, &other.way.rows)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.by == other.by
            && self.current == other.current
            && self.way.choose == other.way.choose
            && self.onask == other.onask
    }
}

/// The row and the column of a cell, from 0.
fn spot(event: &Event) -> Option<(usize, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest("[data-actor]").ok()??;
    // A click on the name of an actor chooses its first cell.
    let place = target.closest("[data-c]").ok().flatten().and_then(|cell| cell.get_attribute("data-c"));
    let column = place.and_then(|place| place.parse().ok()).unwrap_or_default();
    // The head is the first row.
    let row = row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)?;
    Some((row, column))
}

/// Shows which cell is the current one, as its row and head do when they are drawn with it. `None` when it is not drawn.
fn mark(table: &NodeRef, row: usize, column: usize) -> Option<HtmlElement> {
    let table = table.cast::<Element>()?;
    let row = table.query_selector(&format!("tr[aria-rowindex=\"{}\"]", row + 2)).ok()??;
    let cell = row.query_selector(&format!("[data-c=\"{column}\"]")).ok()??;
    let head = table.query_selector(&format!("thead th:nth-child({})", column + 2)).ok().flatten();
    grid::mark_cell(&table, row, cell, head)
}

/// The way to the cells.
#[derive(Clone)]
pub(super) struct Way {
    pub(super) table: NodeRef,
    pub(super) rows: Rc<Vec<Rc<Actor>>>,
    /// Where the keys are.
    pub(super) at: At,
    /// Makes a cell the current one.
    pub(super) choose: Callback<Cell>,
}

impl Way {
    /// Focuses a cell. False when its row is not there; a long table draws it first.
    pub(super) fn focus(&self, cell: &Cell) -> bool {
        let row = self.rows.iter().position(|actor| actor.id == cell.actor);
        let Some(row) = row.filter(|_| self.table.get().is_some()) else { return false };
        self.go((row, column(cell.criterion)));
        true
    }

    /// Focuses a cell by its row and column, from 0, drawn first where it is far.
    fn go(&self, to: (usize, usize)) {
        self.at.set(to);
        if self.enter() {
            return;
        }
        self.follow();
        let way = self.clone();
        after_render(move || {
            way.enter();
        });
    }

    /// The screen follows to the cell the keys have reached.
    fn follow(&self) {
        if let Some(cell) = self.reached() {
            self.at.tell();
            self.choose.emit(cell);
        }
    }

    /// Focuses the cell the keys have reached. False when it is not drawn.
    fn enter(&self) -> bool {
        let (row, column) = self.at.get();
        let Some(cell) = mark(&self.table, row, column) else { return false };
        grid::focus_cell(cell, &self.at);
        true
    }

    /// The cell the keys have reached.
    fn reached(&self) -> Option<Cell> {
        let (row, column) = self.at.get();
        let (actor, criterion) = self.rows.get(row).zip(Criterion::ALL.get(column))?;
        Some(Cell { actor: actor.id.clone(), criterion: *criterion })
    }
}

/// Scrolls to the current cell where the strip hides it or the page ends before it, no further than that: the title,
/// which has the focus, stays in sight where it can.
fn in_sight(table: &NodeRef) {
    let Some(table) = table.cast::<Element>() else { return };
    let cell = table.query_selector("td[data-current]").ok().flatten();
    let desk = table.closest(".qual-main").ok().flatten();
    let strip = desk.and_then(|desk| desk.query_selector(".strip").ok().flatten());
    if let Some((cell, _)) = cell.zip(strip).filter(|(cell, strip)| {
        cell.get_bounding_client_rect().bottom() > strip.get_bounding_client_rect().top()
    }) {
        grid::bring_near(&cell);
    }
}

/// The table.
#[component]
pub(super) fn Table(props: &Props) -> Html {
    let env = use_env();
    let Way { table, rows, .. } = &props.way;
    let near = use_near(table, rows.len());
    {
        // Once more where the title of the step takes the focus only now, which scrolls back to it.
        let table = table.clone();
        use_effect_with((), move |()| {
            after_frame(move || {
                in_sight(&table);
                after_frame(move || in_sight(&table));
            });
        });
    }
    let last = (rows.len().saturating_sub(1), Criterion::ALL.len() - 1);
    let onfocusin = {
        let (way, ahead) = (props.way.clone(), props.ahead.clone());
        Callback::from(move |event: FocusEvent| {
            let Some((row, column)) = spot(&event) else { return };
            way.at.set((row, column));
            mark(&way.table, row, column);
            let way = way.clone();
            ahead.follow(move || way.follow());
        })
    };
    let onclick = {
        let way = props.way.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = spot(&event) {
                way.go(place);
            }
        })
    };
    let onkeydown = {
        let (way, ask) = (props.way.clone(), props.onask.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (Some(_), Some(key)) = (spot(&event), read(&event)) else { return };
            event.prevent_default();
            let (row, column) = way.at.get();
            let asked = match key {
                Key::Go(to) => return way.go(going(to, (row, column), last)),
                Key::Digit(digit) => Ask::Digit(digit),
                Key::Minus => Ask::Minus,
                Key::Unset => Ask::Unset,
                Key::Note => Ask::Note,
            };
            let moves = way.reached().is_some_and(|cell| ask.emit((cell, asked)));
            // On to the right, then to the next actor; the very last cell is the end.
            let to = if column < last.1 { (row, column + 1) } else { (row + 1, 0) };
            if moves && to.0 <= last.0 {
                way.go(to);
            }
        })
    };
    let unnamed = env.say(charts::unnamed());
    html! {
        <table class="table qtable" role="grid" part="list" ref={table.clone()} aria-rowcount={(rows.len() + 1).to_string()}
            aria-readonly={env.read_only.then_some("true")} {onfocusin} {onclick} {onkeydown}>
            <caption class="vh">{ env.say(say::grid()) }</caption>
            <thead>
                <tr aria-rowindex="1">
                    <th scope="col">{ env.say(say::actor()) }</th>
                    { for Criterion::ALL.iter().map(|criterion| {
                        let here = props.current.is_some_and(|(_, other)| other == *criterion);
                        let name = props.words.name(*criterion);
                        html! {
                            <th scope="col" data-current={here.then_some("true")} title={name.clone()}><span>{ name }</span></th>
                        }
                    }) }
                </tr>
            </thead>
            { for rows.chunks(GROUP).enumerate().map(|(group, actors)| {
                let first = group * GROUP;
                let inside = props.current.filter(|(row, _)| (first..first + actors.len()).contains(row));
                html! {
                    <Group key={group} actors={actors.to_vec()} {first}
                        height={(inside.is_none() && !near.shows(group)).then(|| near.height(actors.len()))}
                        current={inside.map(|(row, criterion)| (row - first, criterion))}
                        words={Rc::clone(&props.words)} by={props.by.clone()} unnamed={unnamed.clone()} />
                }
            }) }
        </table>
    }
}
