//! What of a matrix is drawn: the rows and columns near the frame that scrolls, and the current cell wherever it is.

use std::ops::Range;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::ui::charts::use_measure;
use crate::ui::widgets::after_frame;

/// Rows of a group. The stylesheet gives a group out of sight the height of as many.
pub(in crate::ui::steps) const GROUP: usize = 5;

/// From so many rows on, the groups far from the frame are not drawn.
const MANY: usize = 12 * GROUP;

/// From so many columns on, those far from the frame are not drawn.
const WIDE: usize = 16;

/// Columns drawn beyond those in sight, on each side.
const BESIDE: usize = 3;

/// The columns that are drawn: from the first to before the last, or all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui::steps) struct Columns(Option<(usize, usize)>);

impl Columns {
    /// The columns drawn of a row of `count`: those near the frame, and the current one of the row.
    fn drawn(self, count: usize, current: Option<usize>) -> [Range<usize>; 3] {
        let (first, end) = self.0.map_or((0, count), |(first, end)| (first.min(count), end.min(count)));
        let near = first..end;
        let one = current.filter(|column| *column < count && !near.contains(column));
        let alone = |column: Option<usize>| column.map_or(0..0, |column| column..column + 1);
        let (before, after) = (one.filter(|column| *column < first), one.filter(|column| *column >= end));
        [alone(before), near, alone(after)]
    }
}

/// What is drawn.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui::steps) struct InFrame {
    /// The first and the last group, or all.
    groups: Option<(usize, usize)>,
    pub(in crate::ui::steps) columns: Columns,
}

impl InFrame {
    /// Whether a group of `lines` rows is drawn: one in sight, that of the current row, and the short one at the end.
    pub(in crate::ui::steps) fn draws(self, group: usize, lines: usize, here: usize) -> bool {
        let in_sight = self.groups.is_none_or(|(first, last)| (first..=last).contains(&group));
        in_sight || lines < GROUP || here / GROUP == group
    }
}

/// The groups and columns in sight.
#[derive(Clone, Copy, PartialEq)]
struct Sight {
    groups: (usize, usize),
    columns: (usize, usize),
}

/// What is in sight now, with a margin. The columns held stay while all that is in sight is among them.
fn look(frame: &Element, rows: usize, columns: usize, held: Sight) -> Option<Sight> {
    let (top, height) = (f64::from(frame.scroll_top()), f64::from(frame.scroll_height().max(1)));
    let groups = (rows / GROUP + 1) as f64 / height;
    let first = (top * groups) as usize;
    let end = ((top + f64::from(frame.client_height())) * groups) as usize;
    let groups = (first.saturating_sub(1), end + 1);
    if columns < WIDE {
        return Some(Sight { groups, ..held });
    }
    // The first column stays; the heads are all drawn, so that they tell the width of a column.
    let wide = |what: &str| {
        let head = frame.query_selector(what).ok()??.dyn_into::<HtmlElement>().ok()?;
        Some(f64::from(head.offset_width().max(1)))
    };
    let (width, fixed) = (wide("thead [data-c]")?, wide("thead th")?);
    let left = f64::from(frame.scroll_left().unsigned_abs());
    let first = ((left / width) as usize).min(columns);
    let end = ((left + f64::from(frame.client_width()) - fixed).max(0.0) / width) as usize + 1;
    let end = end.min(columns);
    let columns = if held.columns.0 <= first && end <= held.columns.1 {
        held.columns
    } else {
        (first.saturating_sub(BESIDE), end + BESIDE)
    };
    Some(Sight { groups, columns })
}

/// What is in sight of a matrix in its frame, and what to do when the frame scrolls. On paper all is drawn.
#[hook]
pub(in crate::ui::steps) fn use_frame(
    frame: &NodeRef,
    rows: usize,
    columns: usize,
) -> (InFrame, Callback<Event>) {
    let seen = use_state_eq(|| Sight { groups: (0, 8), columns: (0, WIDE) });
    let held = use_mut_ref(|| *seen);
    let paper = use_state_eq(|| false);
    {
        let paper = paper.setter();
        use_effect_with((), move |()| {
            let window = gloo::utils::window();
            let hear = |name: &'static str, on: bool| {
                let paper = paper.clone();
                EventListener::new(&window, name, move |_| paper.set(on))
            };
            let heard = [hear("beforeprint", true), hear("afterprint", false)];
            move || drop(heard)
        });
    }
    let (long, wide) = (rows >= MANY, columns >= WIDE);
    let see = {
        let (seen, frame) = (seen.setter(), frame.clone());
        move || {
            let Some(frame) = frame.cast::<Element>().filter(|_| long || wide) else { return };
            let mut held = held.borrow_mut();
            if let Some(found) = look(&frame, rows, columns, *held) {
                *held = found;
                seen.set(found);
            }
        }
    };
    {
        // A frame that grows shows more, without being scrolled.
        let see = see.clone();
        let size = use_measure(frame, |frame| Some((frame.client_width(), frame.client_height())));
        use_effect_with((size, rows, columns), move |_| see());
    }
    let onscroll = Callback::from(move |_: Event| see());
    let groups = (long && !*paper).then_some(seen.groups);
    let columns = Columns((wide && !*paper).then_some(seen.columns));
    (InFrame { groups, columns }, onscroll)
}

/// Brings the current cell in sight when a matrix appears: the frame moves, never the page.
#[hook]
pub(in crate::ui::steps) fn use_cell_in_sight(frame: &NodeRef) {
    let frame = frame.clone();
    use_effect_with((), move |()| {
        after_frame(move || {
            bring(&frame);
        });
    });
}

/// Scrolls a frame to its current cell, beside the heads and the totals that stay.
fn bring(frame: &NodeRef) -> Option<()> {
    let frame = frame.cast::<Element>()?;
    let place = |what: &str| Some(frame.query_selector(what).ok()??.get_bounding_client_rect());
    let (all, cell) = (frame.get_bounding_client_rect(), place("td[data-current]")?);
    let foot = place("tfoot").map_or(0.0, |foot| foot.height());
    let (right, down) = (cell.right() - all.right(), cell.bottom() + foot - all.bottom());
    if right > 0.0 {
        frame.set_scroll_left(frame.scroll_left() + right.ceil() as i32);
    }
    if down > 0.0 {
        frame.set_scroll_top(frame.scroll_top() + down.ceil() as i32);
    }
    Some(())
}

/// The cells of a row of `count` columns: those that are drawn, and one empty place for each stretch of those that are
/// not.
pub(in crate::ui::steps) fn cells(
    columns: Columns,
    count: usize,
    current: Option<usize>,
    cell: impl Fn(usize) -> Html,
) -> Html {
    let gap = |from: usize, to: usize| {
        let width = (to - from).to_string();
        html! { <td key={format!("to{to}")} class="mx-gap" aria-hidden="true" colspan={width}></td> }
    };
    let mut drawn: Vec<Html> = Vec::new();
    let mut at = 0;
    for range in columns.drawn(count, current).into_iter().filter(|range| !range.is_empty()) {
        if range.start > at {
            drawn.push(gap(at, range.start));
        }
        at = range.end;
        drawn.extend(range.map(&cell));
    }
    if count > at {
        drawn.push(gap(at, count));
    }
    drawn.into_iter().collect()
}

/// What stands in the table for a group that is not drawn.
pub(in crate::ui::steps) fn away(group: usize, columns: usize) -> Html {
    html! { <tbody key={group} aria-hidden="true"><tr class="mx-away"><td colspan={columns.to_string()}></td></tr></tbody> }
}
