//! What the matrices of the steps share: a cell is known by `data-r` and `data-c`, and keys move between cells.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::ui::steps::qualification::keys::Go;
use crate::ui::widgets::after_frame;

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

/// Shows which cell is the current one, as its row, its head and its column do when they are drawn with it. `None` when
/// it is not drawn.
pub(in crate::ui::steps) fn mark(table: &NodeRef, at: (usize, usize)) -> Option<HtmlElement> {
    let table = table.cast::<Element>()?;
    let row = table.query_selector(&format!("tr[data-r=\"{}\"]", at.0)).ok()??;
    let cell = row.query_selector(&format!("td[data-c=\"{}\"]", at.1)).ok()??;
    let found = cell.clone().dyn_into::<HtmlElement>().ok();
    if cell.has_attribute("data-current") {
        return found;
    }
    let before = table.query_selector_all(":not(col)[data-current]").ok()?;
    for place in 0..before.length() {
        if let Some(one) = before.get(place).and_then(|one| one.dyn_into::<Element>().ok()) {
            one.remove_attribute("data-current").ok()?;
        }
    }
    let head = table.query_selector(&format!("thead [data-c=\"{}\"]", at.1)).ok().flatten();
    for one in [Some(row), Some(cell), head].into_iter().flatten() {
        one.set_attribute("data-current", "true").ok()?;
    }
    found
}

/// Makes the cell that has the focus the one that Tab comes back to. Not before the focus has left another one: the
/// browser would lay the page out to see whether that one may keep it.
pub(in crate::ui::steps) fn to_tab(table: &NodeRef, event: &Event) -> Option<()> {
    let cell = event.target()?.dyn_into::<Element>().ok()?;
    let before = table.cast::<Element>()?.query_selector("td[tabindex=\"0\"]").ok()?;
    if before.as_ref() != Some(&cell) {
        if let Some(before) = before {
            before.set_attribute("tabindex", "-1").ok()?;
        }
        cell.set_attribute("tabindex", "0").ok()?;
    }
    Some(())
}

/// Gives the focus to a cell; false when it is not drawn.
pub(in crate::ui::steps) fn enter(table: &NodeRef, at: (usize, usize)) -> bool {
    let Some(cell) = mark(table, at) else { return false };
    focus_cell(cell);
    true
}

/// Gives the focus to a cell, and brings it in sight a frame later: scrolling at once would lay the page out twice.
pub(in crate::ui::steps) fn focus_cell(cell: HtmlElement) {
    let unmoved = FocusOptions::new();
    unmoved.set_prevent_scroll(true);
    cell.focus_with_options(&unmoved).ok();
    after_frame(move || {
        let near = ScrollIntoViewOptions::new();
        near.set_block(ScrollLogicalPosition::Nearest);
        near.set_inline(ScrollLogicalPosition::Nearest);
        cell.scroll_into_view_with_scroll_into_view_options(&near);
    });
}
