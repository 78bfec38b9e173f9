//! A workbook as tables of cells. Formulas are not computed: a cell gives the value last kept for it.

use std::io::{Cursor, Write as _};

use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::unpack::{Sealed, has_entities, unpack};
use crate::exchange::formats::clean::clean;
use crate::exchange::formats::sheets::{Raw, RawCell};
use crate::exchange::table::{MAX_COLUMNS, MAX_ROWS};

/// The sheets of a workbook. Lines and columns beyond what a table may hold refuse the whole.
pub(in crate::exchange::formats) fn read(bytes: &[u8]) -> Result<Vec<Raw>, Sealed> {
    let parts = unpack(bytes, &|name| {
        let name = name.to_ascii_lowercase();
        [".xml", ".rels"].iter().any(|end| name.ends_with(end))
    })?;
    if parts.iter().any(|(_, content)| has_entities(content)) {
        return Err(Sealed::Entities);
    }
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(stored(&parts)?)).or(Err(Sealed::Damaged))?;
    let mut raws = Vec::new();
    for name in book.sheet_names() {
        // What is no sheet of cells (a chart) has none.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut raw = Raw { name, rows: Vec::new() };
        while let Some(cell) = cells.next_cell().or(Err(Sealed::Damaged))? {
            let (line, column) = cell.get_position();
            let value = value(cell.get_value());
            if value == RawCell::Empty {
                continue;
            }
            let (line, column) = (line as usize, column as usize);
            // A cell far away would otherwise make a table of all that lies between.
            if line > 2 * MAX_ROWS || column >= MAX_COLUMNS {
                return Err(Sealed::TooLarge);
            }
            if raw.rows.len() <= line {
                raw.rows.resize_with(line + 1, Vec::new);
            }
            if let Some(row) = raw.rows.get_mut(line) {
                if row.len() <= column {
                    row.resize(column + 1, RawCell::Empty);
                }
                if let Some(place) = row.get_mut(column) {
                    *place = value;
                }
            }
        }
        raws.push(raw);
    }
    Ok(raws)
}

/// What was unpacked, in an archive that needs no unpacking any more.
fn stored(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Sealed> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        archive.start_file(name, plain).or(Err(Sealed::Damaged))?;
        archive.write_all(content).or(Err(Sealed::Damaged))?;
    }
    archive.finish().map(Cursor::into_inner).or(Err(Sealed::Damaged))
}

fn value(data: &DataRef<'_>) -> RawCell {
    let text = |text: &str| {
        let text = clean(text);
        if text.is_empty() { RawCell::Empty } else { RawCell::Text(text) }
    };
    match data {
        DataRef::Int(number) => RawCell::Number(*number as f64),
        DataRef::Float(number) => RawCell::Number(*number),
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(flag) => RawCell::Flag(*flag),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            match chrono::NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)) {
                Some(day) if moment.is_datetime() => RawCell::Day(day),
                _ => RawCell::Number(moment.as_f64()),
            }
        }
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => {
            let day = words.get(..10).and_then(crate::model::Date::parse);
            day.map_or_else(|| text(words), |day| RawCell::Day(day.0))
        }
        DataRef::Error(_) | DataRef::Empty => RawCell::Empty,
    }
}
