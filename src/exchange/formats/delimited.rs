//! Delimited files: one table each.
//!
//! Every text stands between quotes. One that a spreadsheet could take for a formula gets an apostrophe before it,
//! taken away again on reading (CWE-1236; ASVS 5.0, 1.2.10), so that nothing is lost from one dossier to the next.

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::clean::clean;
use super::sheets::{Cell, Raw, RawCell, Table};
use super::{Delimited, NotMade};

/// What makes a spreadsheet see a formula at the beginning of a cell, wide forms of East Asian typing included.
const TRIGGERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A table as a file.
pub(super) fn write(table: &Table, how: Delimited) -> Result<Vec<u8>, NotMade> {
    let french = how == Delimited::French;
    let mut out = Vec::new();
    if french {
        // Without its mark, Excel reads UTF-8 as the encoding of Windows.
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = WriterBuilder::new()
        .delimiter(if french { b';' } else { b',' })
        .quote_style(QuoteStyle::NonNumeric)
        .terminator(Terminator::CRLF)
        .from_writer(out);
    let failed = |error: csv::Error| NotMade(error.to_string());
    writer.write_record(&table.titles).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| words(cell, french))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| NotMade(error.to_string()))
}

fn words(cell: &Cell, french: bool) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guard(&clean(text)),
        Cell::Number(number) if french => number.to_string().replace('.', ","),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => crate::i18n::iso_day(*day),
    }
}

/// Whether a spreadsheet could take a text for a formula; apostrophes before it are our own guard, or look like it.
fn dangerous(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare.starts_with(TRIGGERS) || bare.trim_start().starts_with(TRIGGERS)
}

/// The text that no spreadsheet takes for a formula.
pub(super) fn guard(text: &str) -> String {
    if dangerous(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was before [`guard`].
pub(super) fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if dangerous(rest) => rest,
        _ => text,
    }
}

/// The table of a file, where it is one of ours: the separator is the one that gives the most columns.
pub(super) fn read(text: &str) -> Option<Raw> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = |delimiter: u8| -> Option<Vec<Vec<RawCell>>> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(|record| {
            let cell = |cell: &str| match unguard(cell) {
                "" => RawCell::Empty,
                text => RawCell::Text(text.to_owned()),
            };
            record.ok().map(|record| record.iter().map(cell).collect())
        });
        rows.collect()
    };
    let tables = [b';', b',', b'\t'].into_iter().filter_map(read);
    let rows = tables.max_by_key(|rows| rows.first().map_or(0, Vec::len))?;
    Some(Raw { name: String::new(), rows })
}

#[cfg(test)]
mod tests {
    use super::{guard, unguard};

    #[test]
    fn a_guarded_text_comes_back_as_it_was() {
        for text in [
            "=1+1", "'=1", "''=1", "'a", "a", "", " =1", "-2", "＝1", "'", "'''@x", "\t=1", "@SUM(A1)",
            "+33 1",
        ] {
            let guarded = guard(text);
            assert_eq!(unguard(&guarded), text, "{text:?}");
            assert!(!guarded.trim_start().starts_with(super::TRIGGERS), "{guarded:?}");
        }
        assert_eq!(guard("l’eau"), "l’eau");
        assert_eq!(unguard("'a"), "'a");
    }
}
