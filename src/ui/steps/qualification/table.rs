//! The fast table: an APG grid. The browser's focus says where one is; the state follows it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableElement, HtmlTableRowElement};
use yew::prelude::*;

use super::keys::{Go, Key, read};
use super::row::{GROUP, Group};
use super::values::{Cell, Words, column};
use crate::i18n::texts::{charts, qualification as say};
use crate::model::{Actor, Criterion, Id};
use crate::ui::env::use_env;

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
    /// The focus came to a cell.
    pub(super) oncurrent: Callback<Cell>,
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
    row: i32,
    column: i32,
}

fn spot(event: &Event) -> Option<Spot> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest("[data-actor]").ok()??.dyn_into::<HtmlTableRowElement>().ok()?;
    // A click on the name of an actor chooses its first cell.
    let place = target.closest("[data-c]").ok().flatten().and_then(|cell| cell.get_attribute("data-c"));
    let column: usize = place.and_then(|place| place.parse().ok()).unwrap_or_default();
    let criterion = *Criterion::ALL.get(column)?;
    let actor = Id::from(row.get_attribute("data-actor")?);
    Some(Spot { cell: Cell { actor, criterion }, row: row.row_index(), column: column as i32 })
}

/// Focuses the cell of a row (0 is the head) and of a column.
fn enter(table: &HtmlTableElement, row: i32, column: i32) {
    let row = u32::try_from(row).ok().and_then(|row| table.rows().item(row));
    let cells = row.and_then(|row| row.dyn_into::<HtmlTableRowElement>().ok()).map(|row| row.cells());
    let cell = cells.zip(u32::try_from(column + 1).ok()).and_then(|(cells, column)| cells.item(column));
    if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
        cell.focus().ok();
    }
}

/// Focuses the cell of an actor; false when the table is not there.
pub(super) fn focus_cell(table: &NodeRef, cell: &Cell) -> bool {
    let Some(table) = table.cast::<HtmlTableElement>() else { return false };
    let rows = table.rows();
    let found = (0..rows.length()).find(|row| {
        rows.item(*row).and_then(|row| row.get_attribute("data-actor")).as_deref()
            == Some(cell.actor.as_str())
    });
    if let Some(row) = found {
        enter(&table, row as i32, column(cell.criterion) as i32);
    }
    found.is_some()
}

/// The table.
#[component]
pub(super) fn Table(props: &Props) -> Html {
    let env = use_env();
    let table = props.node.clone();
    let columns = Criterion::ALL.len() as i32;
    let count = props.rows.len() as i32;
    let onfocusin = {
        let current = props.oncurrent.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(spot) = spot(&event) {
                current.emit(spot.cell);
            }
        })
    };
    let onclick = {
        let table = table.clone();
        Callback::from(move |event: MouseEvent| {
            if let (Some(spot), Some(table)) = (spot(&event), table.cast::<HtmlTableElement>()) {
                enter(&table, spot.row, spot.column);
            }
        })
    };
    let onkeydown = {
        let (table, ask) = (table.clone(), props.onask.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (Some(spot), Some(key)) = (spot(&event), read(&event)) else { return };
            let Some(table) = table.cast::<HtmlTableElement>() else { return };
            event.prevent_default();
            let (row, at) = (spot.row, spot.column);
            let (row, at) = match key {
                Key::Go(Go::By(rows, by)) => {
                    ((row + rows).clamp(1, count.max(1)), (at + by).clamp(0, columns - 1))
                }
                Key::Go(Go::RowStart) => (row, 0),
                Key::Go(Go::RowEnd) => (row, columns - 1),
                Key::Go(Go::First) => (1, 0),
                Key::Go(Go::Last) => (count, columns - 1),
                Key::Digit(_) | Key::Minus | Key::Unset | Key::Note => {
                    let asked = match key {
                        Key::Digit(digit) => Ask::Digit(digit),
                        Key::Minus => Ask::Minus,
                        Key::Unset => Ask::Unset,
                        _ => Ask::Note,
                    };
                    if !ask.emit((spot.cell, asked)) {
                        return;
                    }
                    // On to the right, then to the next actor; the very last cell is the end.
                    if at + 1 < columns {
                        (row, at + 1)
                    } else if row < count {
                        (row + 1, 0)
                    } else {
                        return;
                    }
                }
            };
            enter(&table, row, at);
        })
    };
    let unnamed = env.say(charts::unnamed());
    let place_of = |cell: &Cell| props.rows.iter().position(|actor| actor.id == cell.actor);
    let current = props.current.as_ref().and_then(|cell| Some((place_of(cell)?, cell.criterion)));
    html! {
        <table class="table qtable" role="grid" part="list" ref={table} aria-rowcount={(count + 1).to_string()}
            aria-readonly={env.read_only.then_some("true")} {onfocusin} {onclick} {onkeydown}>
            <caption class="vh">{ env.say(say::grid()) }</caption>
            <thead>
                <tr aria-rowindex="1">
                    <th scope="col">{ env.say(say::actor()) }</th>
                    { for Criterion::ALL.iter().map(|criterion| {
                        let here = current.is_some_and(|(_, other)| other == *criterion);
                        html! { <th scope="col" data-current={here.then_some("true")}>{ props.words.name(*criterion) }</th> }
                    }) }
                </tr>
            </thead>
            { for props.rows.chunks(GROUP).enumerate().map(|(group, actors)| {
                let first = group * GROUP;
                let inside = current.filter(|(row, _)| (first..first + actors.len()).contains(row));
                html! {
                    <Group key={group} actors={actors.to_vec()} {first}
                        current={inside.map(|(row, criterion)| (row - first, criterion))}
                        words={Rc::clone(&props.words)} by={props.by.clone()} unnamed={unnamed.clone()} />
                }
            }) }
        </table>
    }
}
