//! What a key means in the table.

use web_sys::KeyboardEvent;

/// A move in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::steps) enum Go {
    /// By so many rows and columns.
    By(isize, isize),
    /// To the first cell of the row.
    RowStart,
    /// To the last cell of the row.
    RowEnd,
    /// To the first cell.
    First,
    /// To the last cell.
    Last,
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::steps) enum Key {
    /// A move.
    Go(Go),
    /// A figure.
    Digit(i8),
    /// Changes the sign.
    Minus,
    /// Back to not assessed.
    Unset,
    /// Opens the note.
    Note,
}

/// Rows of a page.
const PAGE: isize = 10;

/// Reads a key. The digits of the upper row count by their place too: on a French keyboard they need no shift.
pub(in crate::ui::steps) fn read(event: &KeyboardEvent) -> Option<Key> {
    if event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    let key = event.key();
    if event.ctrl_key() {
        return match key.as_str() {
            "Home" => Some(Key::Go(Go::First)),
            "End" => Some(Key::Go(Go::Last)),
            _ => None,
        };
    }
    let go = |rows, columns| Some(Key::Go(Go::By(rows, columns)));
    match key.as_str() {
        "ArrowLeft" => go(0, -1),
        "ArrowRight" => go(0, 1),
        "ArrowUp" => go(-1, 0),
        "ArrowDown" => go(1, 0),
        "Enter" if event.shift_key() => go(-1, 0),
        "Enter" => go(1, 0),
        "PageUp" => go(-PAGE, 0),
        "PageDown" => go(PAGE, 0),
        "Home" => Some(Key::Go(Go::RowStart)),
        "End" => Some(Key::Go(Go::RowEnd)),
        "?" | "Delete" | "Backspace" => Some(Key::Unset),
        "-" | "\u{2212}" => Some(Key::Minus),
        "n" | "N" => Some(Key::Note),
        other => {
            let digit = |text: &str| text.parse::<i8>().ok().filter(|digit| (0..=4).contains(digit));
            digit(other).or_else(|| event.code().strip_prefix("Digit").and_then(digit)).map(Key::Digit)
        }
    }
}
