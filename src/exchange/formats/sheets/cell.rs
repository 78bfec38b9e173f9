//! What a cell holds.

use chrono::NaiveDate;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange::formats) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, never a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A calendar day.
    Day(NaiveDate),
}

impl Cell {
    /// A text; nothing for an empty one.
    pub(in crate::exchange::formats) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// Several texts in one cell, apart by ` | `. A bar or a backslash in a text stands behind a backslash.
pub(in crate::exchange::formats) fn join(items: impl IntoIterator<Item = String>) -> String {
    let escaped = items.into_iter().map(|item| item.replace('\\', "\\\\").replace('|', "\\|"));
    escaped.collect::<Vec<_>>().join(" | ")
}

/// The texts of a cell, trimmed; empty ones are passed over.
pub(in crate::exchange::formats) fn split(text: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        match (escaped, c) {
            (false, '\\') => {
                escaped = true;
                continue;
            }
            (false, '|') => items.push(String::new()),
            _ => {
                if let Some(item) = items.last_mut() {
                    item.push(c);
                }
            }
        }
        escaped = false;
    }
    items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{join, split};

    #[test]
    fn several_texts_share_a_cell_and_part_again() {
        let items = ["a|b", "c\\", "\\|", "d ; e, f"].map(str::to_owned);
        let cell = join(items.clone());
        assert_eq!(cell, "a\\|b | c\\\\ | \\\\\\| | d ; e, f");
        assert_eq!(split(&cell), items);
        assert_eq!(split(" un |deux|| trois "), ["un", "deux", "trois"]);
    }
}
