//! What a table is made of.

use super::words::Words;
use crate::i18n::Phrase;
use crate::i18n::texts::formats as say;
use crate::model::Criterion;

/// A table.
pub(in crate::exchange::formats) struct Sheet {
    /// The list: its key in the dossier, or `list/inner`.
    pub(in crate::exchange::formats) path: &'static str,
    /// Its name.
    pub(in crate::exchange::formats) name: fn() -> Phrase,
    /// Written even without any line.
    pub(in crate::exchange::formats) always: bool,
    /// Its columns.
    pub(in crate::exchange::formats) columns: &'static [Column],
}

/// A column.
pub(in crate::exchange::formats) struct Column {
    /// Way to the value in the record, steps joined by `/`.
    pub(in crate::exchange::formats) key: &'static str,
    /// Heading.
    pub(in crate::exchange::formats) title: fn() -> Phrase,
    /// What stands in its cells.
    pub(in crate::exchange::formats) kind: Kind,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy)]
pub(in crate::exchange::formats) enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A decimal amount, kept as text in the dossier.
    Amount,
    /// A calendar day.
    Day,
    /// Yes or no.
    Flag,
    /// A word of a closed list.
    Word(Words),
    /// Several of them.
    Words(Words),
    /// A code of an open list, or free words.
    Open(Open),
    /// The record of another list, by its name.
    One(&'static str),
    /// Several of them.
    Many(&'static str),
    /// Several texts.
    Texts,
    /// The public identifier of a register.
    Register(&'static str),
    /// The public identifiers of the other registers.
    Registers,
    /// The value of a criterion used today. Read back only where no table of readings comes along.
    Current(Criterion),
    /// The record that holds this one.
    Holder,
}

/// The open lists.
#[derive(Clone, Copy)]
pub(in crate::exchange::formats) enum Open {
    /// Sub-kinds of actors.
    Subkind,
    /// Themes of needs, objectives and meetings.
    Theme,
    /// Units of contributions.
    Unit,
}

/// The registers with a column of their own.
pub(super) const REGISTERS: [&str; 2] = ["SIREN", "SIRET"];

pub(super) const fn col(key: &'static str, title: fn() -> Phrase, kind: Kind) -> Column {
    Column { key, title, kind }
}

pub(super) const fn id() -> Column {
    col("id", say::col_id, Kind::Text)
}

/// The name by which a delimited file of one table is asked for, after `csv:`.
pub(in crate::exchange::formats) fn topic(sheet: &Sheet) -> &'static str {
    sheet.path.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::SHEETS;
    use super::{Kind, REGISTERS};

    #[test]
    fn every_register_with_a_column_is_known() {
        let columns = SHEETS.iter().flat_map(|sheet| sheet.columns);
        let found: Vec<&str> = columns
            .filter_map(|column| if let Kind::Register(scheme) = column.kind { Some(scheme) } else { None })
            .collect();
        assert_eq!(found, REGISTERS);
    }
}
