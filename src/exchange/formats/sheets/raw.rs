//! Tables as they come in.

use chrono::NaiveDate;

use super::{Cell, Table};

/// A table as it comes in, its headings first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange::formats) struct Raw {
    /// Name of the sheet; empty for a delimited file.
    pub(in crate::exchange::formats) name: String,
    /// Its lines.
    pub(in crate::exchange::formats) rows: Vec<Vec<RawCell>>,
}

/// A cell as it comes in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange::formats) enum RawCell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A calendar day.
    Day(NaiveDate),
    /// Yes or no.
    Flag(bool),
}

impl From<&Table> for Raw {
    fn from(table: &Table) -> Self {
        let titles = table.titles.iter().map(|title| RawCell::Text(title.clone())).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(RawCell::from).collect());
        Self { name: table.name.clone(), rows: std::iter::once(titles).chain(rows).collect() }
    }
}

impl From<&Cell> for RawCell {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text.clone()),
            Cell::Number(number) => Self::Number(*number),
            Cell::Day(day) => Self::Day(*day),
        }
    }
}

impl RawCell {
    /// The cell as text.
    pub(in crate::exchange::formats) fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => crate::i18n::iso_day(*day),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}
