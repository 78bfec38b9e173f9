//! A dossier as a workbook: typed cells, headings that stay in sight, filters.
//!
//! Texts are written as texts, whatever they begin with: no formula ever comes from them. Core properties name nobody
//! and bear the day of the export, so that the same dossier gives the same file.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use crate::exchange::formats::clean::clean;
use crate::exchange::formats::sheets::{Cell, Table, deadlines, losses, privacies, tables};
use crate::exchange::formats::{NotMade, Settings};
use crate::i18n::texts::formats as say;
use crate::i18n::{Catalogue, Lang, Phrase};
use crate::model::{Dossier, FORMAT};

/// Longest text of a cell, in UTF-16 units: a limit of the format.
const LONGEST: usize = 32_767;
/// Widest column, in characters; longer texts go on the next line.
const WIDEST: usize = 60;

/// The workbook.
pub(in crate::exchange::formats) fn write(
    dossier: &Dossier,
    settings: &Settings,
    texts: &Catalogue,
) -> Result<Vec<u8>, NotMade> {
    fill(dossier, settings, texts).map_err(|error| NotMade(error.to_string()))
}

fn fill(dossier: &Dossier, settings: &Settings, texts: &Catalogue) -> Result<Vec<u8>, XlsxError> {
    let mut all = tables(dossier, texts, &settings.words.vocabulary);
    let about = about(dossier, settings, texts, &losses(dossier, &all, texts));
    all.extend([deadlines(dossier, texts), about]);
    let mut book = Workbook::new();
    let day = chrono_day(settings.on.0)?;
    book.set_properties(&DocProperties::new().set_author("").set_creation_datetime(&day));
    let styles = Styles::of(texts.lang());
    for table in &all {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name.as_str())?;
        one(sheet, table, &styles)?;
    }
    book.save_to_buffer()
}

struct Styles {
    head: Format,
    day: Format,
    text: Format,
    number: Format,
}

impl Styles {
    fn of(lang: Lang) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E8_EDF3)),
            day: top.clone().set_num_format(if lang == Lang::Fr { "dd/mm/yyyy" } else { "yyyy-mm-dd" }),
            text: top.clone().set_text_wrap(),
            number: top,
        }
    }
}

fn chrono_day(day: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike as _;
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(u16::MAX), day.month() as u8, day.day() as u8)
}

fn one(sheet: &mut Worksheet, table: &Table, styles: &Styles) -> Result<(), XlsxError> {
    for (column, title) in (0_u16..).zip(&table.titles) {
        sheet.write_string_with_format(0, column, title, &styles.head)?;
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(column)));
        let widest = cells.map(width).chain([title.chars().count() + 3]).max().unwrap_or_default();
        sheet.set_column_width(column, widest.clamp(8, WIDEST) as f64)?;
    }
    for (line, row) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet.write_string_with_format(line, column, cut(&clean(text)), &styles.text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number_with_format(line, column, *number, &styles.number)?;
                }
                Cell::Day(day) => match chrono_day(*day) {
                    Ok(day) => {
                        sheet.write_datetime_with_format(line, column, &day, &styles.day)?;
                    }
                    // Workbooks count days from 1900 to 9999.
                    Err(_) => {
                        sheet.write_string_with_format(line, column, day.to_string(), &styles.text)?;
                    }
                },
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let (rows, columns) = (table.rows.len(), table.titles.len());
    if let (Ok(last), Ok(right)) = (u32::try_from(rows), u16::try_from(columns.saturating_sub(1))) {
        sheet.autofilter(0, 0, last, right)?;
    }
    Ok(())
}

fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or_default() + 1,
        Cell::Number(_) => 8,
        Cell::Day(_) => 11,
    }
}

fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut length = 1;
    for c in text.chars() {
        length += c.len_utf16();
        if length > LONGEST {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// What the file is, and what of the dossier is not in it.
fn about(dossier: &Dossier, settings: &Settings, texts: &Catalogue, losses: &[(String, usize)]) -> Table {
    let say = |phrase: Phrase| texts.say(phrase).into_owned();
    let mut rows = vec![
        vec![Cell::text(say(say::about_format())), Cell::text(FORMAT)],
        vec![Cell::text(say(say::about_dossier())), Cell::text(dossier.id.as_str())],
        vec![Cell::text(say(say::about_language())), Cell::text(dossier.language.as_str())],
        vec![Cell::text(say(say::about_made_on())), Cell::Day(settings.on.0)],
    ];
    if let Some(revision) = dossier.revision {
        rows.push(vec![Cell::text(say(say::about_revision())), Cell::Number(f64::from(revision))]);
    }
    if let Some(privacy) = dossier.privacy {
        let words = privacies().into_iter().find(|(code, _)| *code == privacy.as_str());
        let words = words.map_or_else(String::new, |(_, phrase)| say(phrase));
        rows.push(vec![Cell::text(say(say::about_privacy())), Cell::text(words)]);
    }
    if let Some(instant) = &dossier.saved_at {
        rows.push(vec![Cell::text(say(say::about_saved())), Cell::text(instant.as_str())]);
    }
    rows.extend(losses.iter().map(|(place, count)| {
        let phrase = say::lost_in(*count, place.as_str());
        vec![Cell::text(say(say::about_lost())), Cell::text(say(phrase))]
    }));
    Table { name: say(say::sheet_about()), titles: vec![say(say::col_about()), say(say::col_value())], rows }
}
