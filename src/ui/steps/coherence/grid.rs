//! What the matrices of the steps share: a cell is known by `data-r` and `data-c`, and keys move between cells.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::ui::steps::qualification::keys::Go;

/// A place moved by some steps, held within 0 and `last`.
fn moved(at: usize, by: impl TryInto<isize>, last: usize) -> usize {
    at.saturating_add_signed(by.try_into().unwrap_or_default()).min(last)
}

/// The row or the column written on the nearest element that bears it.
pub(in crate::ui::steps) fn written(event: &Event, name: &str) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let bearer = target.closest(&format!("[{name}]")).ok()??;
    bearer.get_attribute(name)?.parse().ok()
}

/// Where a key leads from a cell, in a matrix whose last row and column are given.
pub(in crate::ui::steps) fn going(go: Go, at: (usize, usize), last: (usize, usize)) -> (usize, usize) {
    match go {
        Go::By(rows, columns) => (moved(at.0, rows, last.0), moved(at.1, columns, last.1)),
        Go::RowStart => (at.0, 0),
        Go::RowEnd => (at.0, last.1),
        Go::First => (0, 0),
        Go::Last => last,
    }
}

/// Gives the focus to the current cell of a table each time `focus` grows.
#[hook]
pub(in crate::ui::steps) fn use_cell_focus(table: &NodeRef, focus: u32) {
    let table = table.clone();
    use_effect_with(focus, move |focus| {
        if *focus == 0 {
            return;
        }
        let cell = table.cast::<Element>().and_then(|table| table.query_selector("td[data-current]").ok()?);
        if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            cell.focus().ok();
        }
    });
}
