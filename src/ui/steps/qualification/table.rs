//! The fast table: an APG grid. The browser's focus says where one is; the state follows it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::keys::{Key, read};
use super::row::Group;
use super::values::{Cell, Words, column};
use crate::i18n::texts::{charts, qualification as say};
use crate::model::{Actor, Criterion, Id};
use crate::ui::env::use_env;
use crate::ui::steps::grid::{self, Ahead, going, use_at};
use crate::ui::widgets::{GROUP, after_render, use_near};

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
    pub(super) rows: Rc<Vec<Rc<Actor>>>,
    pub(super) words: Rc<Words>,
    pub(super) by: AttrValue,
    pub(super) current: Option<Cell>,
    /// A cell is the current one.
    pub(super) oncurrent: Callback<Cell>,
    /// The cell that took the focus, until the screen follows it.
    pub(super) ahead: Ahead<(Cell, (usize, usize))>,
    /// True in return when the next cell is to be entered.
    pub(super) onask: Callback<(Cell, Ask), bool>,
    pub(super) node: NodeRef,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.by == other.by
            && self.current == other.current
            && self.oncurrent == other.oncurrent
            && self.onask == other.onask
    }
}

/// A cell in the page.
struct Spot {
    cell: Cell,
    /// Row in the table, from 0.
    row: usize,
    column: usize,
}

fn spot(event: &Event) -> Option<Spot> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest("[data-actor]").ok()??;
    // A click on the name of an actor chooses its first cell.
    let place = target.closest("[data-c]").ok().flatten().and_then(|cell| cell.get_attribute("data-c"));
    let column: usize = place.and_then(|place| place.parse().ok()).unwrap_or_default();
    let criterion = *Criterion::ALL.get(column)?;
    let actor = Id::from(row.get_attribute("data-actor")?);
    // The head is the first row.
    let row = row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)?;
    Some(Spot { cell: Cell { actor, criterion }, row, column })
}

/// Shows which cell is the current one, as its row and head do when they are drawn with it. `None` when it is not drawn.
fn mark(table: &NodeRef, row: usize, column: usize) -> Option<HtmlElement> {
    let table = table.cast::<Element>()?;
    let row = table.query_selector(&format!("tr[aria-rowindex=\"{}\"]", row + 2)).ok()??;
    let cell = row.query_selector(&format!("[data-c=\"{column}\"]")).ok()??;
    let head = table.query_selector(&format!("thead th:nth-child({})", column + 2)).ok().flatten();
    grid::mark_cell(&table, row, cell, head)
}

/// Focuses a cell by its row and column, from 0. False when it is not drawn.
fn enter(table: &NodeRef, row: usize, column: usize) -> bool {
    let Some(cell) = mark(table, row, column) else { return false };
    grid::focus_cell(cell);
    true
}

/// Focuses a cell. False when its row is not there; a long table draws it first if `choose` makes it the current one.
pub(super) fn focus_cell(table: &NodeRef, rows: &[Rc<Actor>], cell: &Cell, choose: &Callback<Cell>) -> bool {
    let Some(row) = rows.iter().position(|actor| actor.id == cell.actor) else { return false };
    if table.get().is_none() {
        return false;
    }
    go(table, rows, row, column(cell.criterion), choose);
    true
}

/// Scrolls to the current row where the strip hides it or the page ends before it; the focus stays where it is.
pub(super) fn in_sight(table: &NodeRef) {
    let Some(table) = table.cast::<Element>() else { return };
    let row = table.query_selector("tbody tr[data-current]").ok().flatten();
    let desk = table.closest(".qual-main").ok().flatten();
    let strip = desk.and_then(|desk| desk.query_selector(".strip").ok().flatten());
    if let Some(row) = row.zip(strip).filter(|(row, strip)| {
        row.get_bounding_client_rect().bottom() > strip.get_bounding_client_rect().top()
    }) {
        let middle = ScrollIntoViewOptions::new();
        middle.set_block(ScrollLogicalPosition::Center);
        row.0.scroll_into_view_with_scroll_into_view_options(&middle);
    }
}

/// Focuses a cell by its row and column, from 0, drawn first where it is far.
fn go(table: &NodeRef, rows: &[Rc<Actor>], row: usize, column: usize, choose: &Callback<Cell>) {
    if enter(table, row, column) {
        return;
    }
    if let Some(cell) = cell_at(rows, row, column) {
        choose.emit(cell);
        let table = table.clone();
        after_render(move || {
            enter(&table, row, column);
        });
    }
}

/// The cell at a row and a column, from 0.
fn cell_at(rows: &[Rc<Actor>], row: usize, column: usize) -> Option<Cell> {
    let (actor, criterion) = rows.get(row).zip(Criterion::ALL.get(column))?;
    Some(Cell { actor: actor.id.clone(), criterion: *criterion })
}

/// The table.
#[component]
pub(super) fn Table(props: &Props) -> Html {
    let env = use_env();
    let table = props.node.clone();
    let near = use_near(&table, props.rows.len());
    let count = props.rows.len();
    let last = (count.saturating_sub(1), Criterion::ALL.len() - 1);
    let place_of = |cell: &Cell| props.rows.iter().position(|actor| actor.id == cell.actor);
    let current = props.current.as_ref().and_then(|cell| Some((place_of(cell)?, cell.criterion)));
    let at = use_at(current.map_or((0, 0), |(row, criterion)| (row, column(criterion))));
    let onfocusin = {
        let (table, current, ahead) = (table.clone(), props.oncurrent.clone(), props.ahead.clone());
        let at = Rc::clone(&at);
        Callback::from(move |event: FocusEvent| {
            let Some(spot) = spot(&event) else { return };
            at.set((spot.row, spot.column));
            mark(&table, spot.row, spot.column);
            let (current, at) = (current.clone(), Rc::clone(&at));
            ahead.follow((spot.cell, (spot.row, spot.column)), move |(cell, place)| {
                // Where the keys have gone on, the screen follows to the cell they reach, not to one on the way.
                if at.get() == place {
                    at.tell(place);
                    current.emit(cell);
                }
            });
        })
    };
    let onclick = {
        let table = table.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(spot) = spot(&event) {
                enter(&table, spot.row, spot.column);
            }
        })
    };
    let onkeydown = {
        let (table, ask) = (table.clone(), props.onask.clone());
        let (rows, choose) = (Rc::clone(&props.rows), props.oncurrent.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (Some(_), Some(key)) = (spot(&event), read(&event)) else { return };
            event.prevent_default();
            let (row, column) = at.get();
            match key {
                Key::Go(to) => {
                    let to = going(to, (row, column), last);
                    at.set(to);
                    go(&table, &rows, to.0, to.1, &choose);
                }
                Key::Digit(_) | Key::Minus | Key::Unset | Key::Note => {
                    let asked = match key {
                        Key::Digit(digit) => Ask::Digit(digit),
                        Key::Minus => Ask::Minus,
                        Key::Unset => Ask::Unset,
                        _ => Ask::Note,
                    };
                    let moves = cell_at(&rows, row, column).is_some_and(|cell| ask.emit((cell, asked)));
                    // On to the right, then to the next actor; the very last cell is the end.
                    let to = if column < last.1 { (row, column + 1) } else { (row + 1, 0) };
                    if moves && to.0 <= last.0 {
                        at.set(to);
                        go(&table, &rows, to.0, to.1, &choose);
                    }
                }
            }
        })
    };
    let unnamed = env.say(charts::unnamed());
    html! {
        <table class="table qtable" role="grid" part="list" ref={table} aria-rowcount={(count + 1).to_string()}
            aria-readonly={env.read_only.then_some("true")} {onfocusin} {onclick} {onkeydown}>
            <caption class="vh">{ env.say(say::grid()) }</caption>
            <thead>
                <tr aria-rowindex="1">
                    <th scope="col">{ env.say(say::actor()) }</th>
                    { for Criterion::ALL.iter().map(|criterion| {
                        let here = current.is_some_and(|(_, other)| other == *criterion);
                        let name = props.words.name(*criterion);
                        html! {
                            <th scope="col" data-current={here.then_some("true")} title={name.clone()}><span>{ name }</span></th>
                        }
                    }) }
                </tr>
            </thead>
            { for props.rows.chunks(GROUP).enumerate().map(|(group, actors)| {
                let first = group * GROUP;
                let inside = current.filter(|(row, _)| (first..first + actors.len()).contains(row));
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
