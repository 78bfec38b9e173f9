//! What the matrices of the steps share: a cell is known by `data-r` and `data-c`, and keys move between cells.

mod frame;

pub(in crate::ui::steps) use self::frame::{Columns, GROUP, away, cells, use_cell_in_sight, use_frame};

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};
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

/// Below this width of a step, in CSS pixels, there is one row or one view at a time: where the sheet of styles, too,
/// turns tables into narrow ones.
pub(in crate::ui::steps) const NARROW: f64 = 558.0;

/// Tells which cell took the focus.
pub(in crate::ui::steps) fn on_focus(at: &At, go: &Callback<((usize, usize), bool)>) -> Callback<FocusEvent> {
    let (at, go) = (Rc::clone(at), go.clone());
    Callback::from(move |event: FocusEvent| {
        if let (Some(row), Some(column)) = (written(&event, "data-r"), written(&event, "data-c")) {
            at.set((row, column));
            go.emit(((row, column), false));
        }
    })
}

/// Gives the focus to the current cell of a table each time `focus` grows: to the one the keys have reached meanwhile.
#[hook]
pub(in crate::ui::steps) fn use_cell_focus(table: &NodeRef, focus: u32, at: &At) {
    let (table, at) = (table.clone(), Rc::clone(at));
    use_effect_with(focus, move |focus| {
        if *focus > 0 {
            enter(&table, &at);
        }
    });
}

/// The cell to which the next key applies: it moves with the keys, which may come faster than the screen is drawn.
pub(in crate::ui::steps) type At = Rc<Reached>;

/// [`At`].
pub(in crate::ui::steps) struct Reached {
    at: Cell<(usize, usize)>,
    /// The cell the screen was last told of: when it is drawn the keys may be further on.
    told: Cell<Option<(usize, usize)>>,
}

impl Reached {
    pub(in crate::ui::steps) fn get(&self) -> (usize, usize) {
        self.at.get()
    }

    pub(in crate::ui::steps) fn set(&self, cell: (usize, usize)) {
        self.at.set(cell);
    }

    /// The cell, for the screen to follow there.
    pub(in crate::ui::steps) fn tell(&self) -> (usize, usize) {
        self.told.set(Some(self.get()));
        self.get()
    }
}

/// [`At`] of a table: the current cell, each time that changes otherwise than by following the keys.
#[hook]
pub(in crate::ui::steps) fn use_at(current: (usize, usize)) -> At {
    let at = use_memo((), |()| Reached { at: Cell::new(current), told: Cell::default() });
    // While drawing: whoever gives the focus once it is done finds it.
    let shown = use_mut_ref(|| current);
    if shown.replace(current) != current && at.told.take() != Some(current) {
        at.set(current);
    }
    at
}

/// Whether the screen is to follow the focus of a table in the next frame; one time for several moves is enough.
#[derive(Clone)]
pub(in crate::ui::steps) struct Ahead(Rc<RefCell<bool>>);

/// [`Ahead`] of a table.
#[hook]
pub(in crate::ui::steps) fn use_ahead() -> Ahead {
    Ahead(use_mut_ref(|| false))
}

impl Ahead {
    /// The focus moved: `go` takes the screen to the cell that the keys have reached by then.
    pub(in crate::ui::steps) fn follow(&self, go: impl FnOnce() + 'static) {
        if !self.0.replace(true) {
            let ahead = Rc::clone(&self.0);
            after_frame(move || {
                if ahead.take() {
                    go();
                }
            });
        }
    }

    /// A cell is chosen at once: where the focus was before is no longer to be followed.
    pub(in crate::ui::steps) fn overtaken(&self) {
        self.0.take();
    }
}

/// Shows which cell is the current one, as its row, its head and its column do when they are drawn with it. `None` when
/// it is not drawn.
pub(in crate::ui::steps) fn mark(table: &NodeRef, at: (usize, usize)) -> Option<HtmlElement> {
    let table = table.cast::<Element>()?;
    let row = table.query_selector(&format!("tr[data-r=\"{}\"]", at.0)).ok()??;
    let cell = row.query_selector(&format!("td[data-c=\"{}\"]", at.1)).ok()??;
    let head = table.query_selector(&format!("thead [data-c=\"{}\"]", at.1)).ok().flatten();
    mark_cell(&table, row, cell, head)
}

/// Makes a cell the current one, with its row and its head, in place of the one before. Tab comes back to it, also before
/// the rest of the screen has followed.
pub(in crate::ui::steps) fn mark_cell(
    table: &Element,
    row: Element,
    cell: Element,
    head: Option<Element>,
) -> Option<HtmlElement> {
    let marked = [Some(&row), Some(&cell), head.as_ref()];
    let before = table.query_selector_all(":not(col)[data-current]").ok()?;
    for place in 0..before.length() {
        let Some(one) = before.get(place).and_then(|one| one.dyn_into::<Element>().ok()) else { continue };
        if marked.contains(&Some(&one)) {
            continue;
        }
        one.remove_attribute("data-current").ok()?;
        // Not the focused one: the browser would lay the page out to see whether it can keep the focus.
        if one.has_attribute("tabindex") && !one.matches(":focus").unwrap_or_default() {
            one.set_attribute("tabindex", "-1").ok()?;
        }
    }
    for one in marked.into_iter().flatten().filter(|one| !one.has_attribute("data-current")) {
        one.set_attribute("data-current", "true").ok()?;
    }
    cell.set_attribute("tabindex", "0").ok()?;
    cell.dyn_into().ok()
}

/// Gives the focus to the cell the keys have reached; false when it is not drawn.
pub(in crate::ui::steps) fn enter(table: &NodeRef, at: &At) -> bool {
    let Some(cell) = mark(table, at.get()) else { return false };
    focus_cell(cell, at);
    true
}

/// The element that has the focus in the shadow root of a cell.
fn focused(cell: &HtmlElement) -> Option<Element> {
    cell.get_root_node().dyn_into::<ShadowRoot>().ok()?.active_element()
}

/// Gives the focus to a cell and brings it in sight, once the frame that shows it as the current one is drawn: both lay
/// the page out. Nothing when the keys have left it by then, or when the focus went elsewhere.
pub(in crate::ui::steps) fn focus_cell(cell: HtmlElement, at: &At) {
    let (from, at, place) = (focused(&cell), Rc::clone(at), at.get());
    after_frame(move || {
        let Some(table) = cell.closest("table").ok().flatten() else { return };
        let now = focused(&cell);
        let held = now.is_none() || now == from || table.contains(now.as_deref());
        if !held || at.get() != place {
            return;
        }
        let unmoved = FocusOptions::new();
        unmoved.set_prevent_scroll(true);
        cell.focus_with_options(&unmoved).ok();
        if let Ok(Some(left)) = table.query_selector("td[tabindex=\"0\"]:not([data-current])") {
            left.set_attribute("tabindex", "-1").ok();
        }
        bring_near(&cell);
    });
}

/// Scrolls no further than it takes to bring a cell in sight.
pub(in crate::ui::steps) fn bring_near(cell: &Element) {
    let near = ScrollIntoViewOptions::new();
    near.set_block(ScrollLogicalPosition::Nearest);
    near.set_inline(ScrollLogicalPosition::Nearest);
    cell.scroll_into_view_with_scroll_into_view_options(&near);
}
