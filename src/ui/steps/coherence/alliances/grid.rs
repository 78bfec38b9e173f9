//! The grid of influences: an APG grid with a cell for each pair, the diagonal fixed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::entry::SHOWN;
use super::found::named;
use crate::i18n::texts::alliances as say;
use crate::model::Dossier;
use crate::ui::env::Env;
use crate::ui::widgets::KindMark;

/// A cell, by the places of the two actors in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The actor that bears.
    pub(super) from: usize,
    /// The actor borne upon.
    pub(super) to: usize,
}

/// What is shown of a side: the words sought and the first of those found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Window {
    pub(super) sought: String,
    pub(super) start: usize,
}

/// The part of a list that a window shows.
pub(super) fn page<'a>(list: &'a [usize], window: &Window) -> &'a [usize] {
    // A list that became shorter shows its last page.
    let start = window.start.min(list.len().saturating_sub(1) / SHOWN * SHOWN);
    list.get(start..(start + SHOWN).min(list.len())).unwrap_or_default()
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// So many rows and columns further.
    Go(isize, isize),
    /// To the first or the last cell of the row.
    Edge(bool),
    /// To the first or the last cell of the grid.
    Corner(bool),
    /// A value, or none.
    Value(Option<i8>),
}

/// Reads a key. The digits of the upper row count by their place too: on a French keyboard they need no shift.
fn read(event: &KeyboardEvent) -> Option<Key> {
    if event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    let page = SHOWN as isize;
    match (event.key().as_str(), event.ctrl_key()) {
        ("Home", true) => Some(Key::Corner(false)),
        ("End", true) => Some(Key::Corner(true)),
        (_, true) => None,
        ("Home", _) => Some(Key::Edge(false)),
        ("End", _) => Some(Key::Edge(true)),
        ("ArrowLeft", _) => Some(Key::Go(0, -1)),
        ("ArrowRight", _) => Some(Key::Go(0, 1)),
        ("ArrowUp", _) => Some(Key::Go(-1, 0)),
        ("ArrowDown" | "Enter", _) => Some(Key::Go(1, 0)),
        ("PageUp", _) => Some(Key::Go(-page, 0)),
        ("PageDown", _) => Some(Key::Go(page, 0)),
        ("?" | "Delete" | "Backspace", _) => Some(Key::Value(None)),
        (other, _) => {
            let digit = |text: &str| text.parse::<i8>().ok().filter(|digit| (0..=4).contains(digit));
            let found = digit(other).or_else(|| event.code().strip_prefix("Digit").and_then(digit));
            found.map(|digit| Key::Value(Some(digit)))
        }
    }
}

/// The cell that a key leads to; a value leads to the next cell, the diagonal skipped.
pub(super) fn next(spot: Spot, key: Key, rows: &[usize], columns: &[usize]) -> Spot {
    let at = |list: &[usize], place: usize| list.iter().position(|held| *held == place).unwrap_or_default();
    let (row, column) = (at(rows, spot.from), at(columns, spot.to));
    let (last_row, last_column) = (rows.len().saturating_sub(1), columns.len().saturating_sub(1));
    let cell = |row: usize, column: usize| Spot {
        from: rows.get(row.min(last_row)).copied().unwrap_or_default(),
        to: columns.get(column.min(last_column)).copied().unwrap_or_default(),
    };
    match key {
        Key::Go(down, right) => cell(row.saturating_add_signed(down), column.saturating_add_signed(right)),
        Key::Edge(end) => cell(row, if end { last_column } else { 0 }),
        Key::Corner(end) => cell(if end { last_row } else { 0 }, if end { last_column } else { 0 }),
        Key::Value(_) => {
            let (mut row, mut column) = (row, column);
            loop {
                (row, column) = if column < last_column { (row, column + 1) } else { (row + 1, 0) };
                if row > last_row {
                    return spot;
                }
                let found = cell(row, column);
                if found.from != found.to {
                    return found;
                }
            }
        }
    }
}

/// What the grid shows.
pub(super) struct Shown<'a> {
    pub(super) dossier: &'a Dossier,
    /// Places of the actors of the rows, and of the columns.
    pub(super) rows: &'a [usize],
    pub(super) columns: &'a [usize],
    /// How many rows and columns there are in all, and which are the first shown.
    pub(super) total: (usize, usize),
    pub(super) starts: (usize, usize),
    pub(super) value: &'a dyn Fn(Spot) -> Option<i8>,
    pub(super) current: Spot,
    pub(super) node: NodeRef,
    pub(super) onspot: Callback<Spot>,
    /// What is asked of the cell the keys have reached.
    pub(super) onask: Callback<Key>,
}

fn spot(event: &Event) -> Option<Spot> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let cell = target.closest("[data-from]").ok().flatten()?;
    let place = |name| cell.get_attribute(name).and_then(|place| place.parse().ok());
    Some(Spot { from: place("data-from")?, to: place("data-to")? })
}

/// Focuses a cell.
pub(super) fn focus(table: &NodeRef, spot: Spot) {
    let selector = format!("[data-from=\"{}\"][data-to=\"{}\"]", spot.from, spot.to);
    let found = table.cast::<Element>().and_then(|table| table.query_selector(&selector).ok().flatten());
    if let Some(cell) = found.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
        cell.focus().ok();
    }
}

fn head(env: &Env, dossier: &Dossier, place: usize) -> Html {
    let actor = dossier.actors.get(place);
    html! {
        <>
            <KindMark kind={actor.and_then(|actor| actor.kind)} size={18} />
            <span><bdi>{ named(env, actor.map(|actor| actor.name.as_str())) }</bdi></span>
        </>
    }
}

/// The table.
pub(super) fn table(env: &Env, shown: &Shown<'_>) -> Html {
    let onkeydown = {
        let ask = shown.onask.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(key) = read(&event).filter(|_| spot(&event).is_some()) {
                event.prevent_default();
                ask.emit(key);
            }
        })
    };
    let onfocusin = {
        let tell = shown.onspot.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(spot) = spot(&event) {
                tell.emit(spot);
            }
        })
    };
    let inside = shown.rows.contains(&shown.current.from) && shown.columns.contains(&shown.current.to);
    let entry = if inside {
        shown.current
    } else {
        Spot {
            from: shown.rows.first().copied().unwrap_or_default(),
            to: shown.columns.first().copied().unwrap_or_default(),
        }
    };
    let cell = |spot: Spot, column: usize| {
        let fixed = spot.from == spot.to;
        let value = (shown.value)(spot);
        let figure = value.map_or_else(|| "?".to_owned(), |value| value.to_string());
        html! {
            <td role="gridcell" data-from={spot.from.to_string()} data-to={spot.to.to_string()}
                aria-colindex={(column + 2).to_string()} tabindex={if spot == entry { "0" } else { "-1" }}
                aria-readonly={fixed.then_some("true")} data-current={(inside && spot == entry).then_some("true")}
                aria-label={match (fixed, value) {
                    (true, _) => Some(env.say(say::diagonal())),
                    (_, None) => Some(env.say(say::unsaid())),
                    _ => None,
                }}
                class={classes!("inf-cell", fixed.then_some("inf-fixed"), (!fixed && value.is_none()).then_some("inf-x"), value.map(|value| format!("inf-{value}")))}>
                { if fixed { "–".to_owned() } else { figure } }
            </td>
        }
    };
    html! {
        <div class="frame inf-frame">
            <table class="table mat inf-table" role="grid" ref={shown.node.clone()} {onkeydown} {onfocusin}
                aria-rowcount={(shown.total.0 + 1).to_string()} aria-colcount={(shown.total.1 + 1).to_string()}
                aria-readonly={env.read_only.then_some("true")}>
                <caption class="vh">{ env.say(say::grid()) }</caption>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col" aria-colindex="1" class="inf-corner">{ env.say(say::corner()) }</th>
                        { for shown.columns.iter().enumerate().map(|(at, place)| html! {
                            <th scope="col" key={*place} aria-colindex={(shown.starts.1 + at + 2).to_string()}
                                data-current={(inside && *place == entry.to).then_some("true")}>
                                <div class="mat-head">{ head(env, shown.dossier, *place) }</div>
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for shown.rows.iter().enumerate().map(|(row, from)| html! {
                        <tr key={*from} aria-rowindex={(shown.starts.0 + row + 2).to_string()}
                            data-current={(inside && *from == entry.from).then_some("true")}>
                            <th scope="row" aria-colindex="1"><span class="row-open">{ head(env, shown.dossier, *from) }</span></th>
                            { for shown.columns.iter().enumerate().map(|(at, to)| {
                                cell(Spot { from: *from, to: *to }, shown.starts.1 + at)
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
