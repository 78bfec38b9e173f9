//! From the cell of a table to a value of a dossier; `None` for what is not understood.

use serde_json::{Value, json};

use super::{RawCell, every};
use crate::i18n::Phrase;
use crate::i18n::texts::formats as say;
use crate::model::{Amount, Date, Number};
use crate::vocabulary::fold;

/// A number, as a spreadsheet holds it or as people write it: `1 234,5`.
pub(super) fn number(cell: &RawCell) -> Option<Value> {
    let value = match cell {
        RawCell::Number(number) => *number,
        RawCell::Text(text) => plain(text).parse().ok()?,
        _ => return None,
    };
    serde_json::to_value(Number::new(value)?).ok()
}

/// Digits without spaces, the decimal comma as a point.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect()
}

/// A decimal amount, as text.
pub(super) fn amount(cell: &RawCell) -> Option<Value> {
    let text = match cell {
        RawCell::Number(number) => format!("{number:.2}"),
        RawCell::Text(text) => plain(text),
        _ => return None,
    };
    Amount::parse(&text).map(|amount| json!(amount.as_str()))
}

/// A day: of a spreadsheet, `2027-01-31` or `31/01/2027`. A number is the serial of a spreadsheet, counted from the
/// last day of 1899.
pub(super) fn day(cell: &RawCell) -> Option<Value> {
    let day = match cell {
        RawCell::Day(day) => Date(*day),
        RawCell::Number(serial) if (1.0..110_000.0).contains(serial) => {
            let origin = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
            Date(origin.checked_add_days(chrono::Days::new(serial.trunc() as u64))?)
        }
        RawCell::Text(text) => {
            let text = text.trim();
            Date::parse(text).or_else(|| {
                let mut parts = text.split(['/', '.']).map(|part| part.parse::<u32>().ok());
                let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
                let day = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
                (parts.next().is_none() && year > 999).then_some(Date(day))
            })?
        }
        _ => return None,
    };
    Some(json!(day.to_string()))
}

/// Yes or no.
pub(super) fn flag(cell: &RawCell) -> Option<Value> {
    let text = match cell {
        RawCell::Flag(flag) => return Some(json!(flag)),
        other => other.text().trim().to_lowercase(),
    };
    let says =
        |phrase: Phrase, more: &[&str]| every(&phrase).contains(&text) || more.contains(&text.as_str());
    if says(say::yes(), &["true", "vrai", "1", "x"]) {
        Some(json!(true))
    } else if says(say::no(), &["false", "faux", "0"]) {
        Some(json!(false))
    } else {
        None
    }
}

/// The code of a word of a closed list, or the code itself, whatever its case and accents.
pub(in crate::exchange::formats) fn word(words: &[(&'static str, Phrase)], text: &str) -> Option<Value> {
    let text = text.trim();
    let folded = fold(text);
    let found = words.iter().find(|(code, phrase)| {
        code.eq_ignore_ascii_case(text) || every(phrase).iter().any(|label| fold(label) == folded)
    });
    found.map(|(code, _)| json!(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> RawCell {
        RawCell::Text(text.to_owned())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (cell, wanted) in [
            (text("1 234,5"), Some(json!(1234.5))),
            (text("-3"), Some(json!(-3))),
            (RawCell::Number(4.0), Some(json!(4))),
            (text("beaucoup"), None),
            (text("1e999"), None),
            (text("NaN"), None),
        ] {
            assert_eq!(number(&cell), wanted, "{cell:?}");
        }
        assert_eq!(amount(&RawCell::Number(12000.5)), Some(json!("12000.50")));
        assert_eq!(amount(&text("12 000,00")), Some(json!("12000.00")));
        assert_eq!(amount(&text("=1")), None);
    }

    #[test]
    fn days_are_read_in_the_ways_of_spreadsheets() {
        // 46053 is 31 January 2026: 45658 is 1 January 2025 in the documentation of Excel's DATEVALUE, plus 395 days.
        for (cell, wanted) in [
            (text("2027-01-31"), Some("2027-01-31")),
            (text("31/01/2027"), Some("2027-01-31")),
            (text(" 1.2.2027 "), Some("2027-02-01")),
            (RawCell::Number(46053.0), Some("2026-01-31")),
            (text("30/02/2027"), None),
            (text("31/01/27"), None),
            (text("demain"), None),
        ] {
            assert_eq!(day(&cell), wanted.map(|day| json!(day)), "{cell:?}");
        }
    }

    #[test]
    fn words_are_read_in_both_languages_whatever_their_case() {
        let words = super::super::words::kinds();
        for known in
            ["business", "Entreprises et réseaux", "ENTREPRISES ET RESEAUX", "companies and networks"]
        {
            assert_eq!(word(&words, known), Some(json!("business")), "{known}");
        }
        assert_eq!(word(&words, "Extraterrestres"), None);
    }
}
