//! The functions of this module for whoever holds only bytes and text: the browser, other tools.
//!
//! Settings come as JSON text, each of them optional: `{"lang": "fr", "on": "2026-11-27", "csv": "french" | "rfc4180"}`.
//! A refusal is the JSON text of a [`Failure`].

use serde::Deserialize;

use super::{Delimited, Format, Settings};
use crate::exchange::headless::{self, Failure};
use crate::i18n::{Lang, texts::formats as say, texts::problem};
use crate::model::{Date, Problem, ProblemCode};

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: &'static str,
    /// The end of its name, without the dot.
    pub extension: &'static str,
}

/// Settings as they are given.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Given {
    lang: Option<String>,
    on: Option<String>,
    csv: Option<String>,
}

/// The settings that a text asks for. `lang` is the language where none is given, `today` the day.
fn settings(text: &str, lang: Lang, today: Date) -> Result<Settings, Failure> {
    let refused = |code, phrase| headless::refused(lang, Problem { pointer: String::new(), code, phrase }, 1);
    let given: Given = if text.trim().is_empty() {
        Given::default()
    } else {
        serde_json::from_str(text)
            .map_err(|error| refused(ProblemCode::NotJson, problem::not_json(error.line(), error.column())))?
    };
    let on = match given.on {
        None => today,
        Some(day) => {
            Date::parse(&day).ok_or_else(|| refused(ProblemCode::BadDate, problem::bad_date(day)))?
        }
    };
    let delimited = match given.csv {
        None => Delimited::default(),
        Some(word) => Delimited::named(&word).ok_or_else(|| {
            refused(ProblemCode::UnknownValue, problem::unknown_value(word, "french, rfc4180"))
        })?,
    };
    Ok(Settings { lang: given.lang.map_or(lang, |tag| Lang::from_tag(&tag)), on, delimited })
}

/// The names of the formats that `exportTo` or `importFrom` knows.
pub fn formats(function: &str) -> Vec<&'static str> {
    match function {
        "exportTo" => Format::ALL.into_iter().map(Format::name).collect(),
        _ => Vec::new(),
    }
}

/// The file of a format, from the bytes of a dossier. Its language is that of the dossier unless the settings say
/// otherwise.
///
/// # Errors
/// The format is unknown, the bytes are no dossier (`input` 0), the settings are no settings (`input` 1), or the
/// library that writes the format gave up.
pub fn export_to(format: &str, bytes: &[u8], given: &str, today: Date) -> Result<Made, Failure> {
    let unknown = || {
        let names = Format::ALL.map(Format::name).join(", ");
        let phrase = problem::unknown_value(format, names);
        headless::refused(
            Lang::Fr,
            Problem { pointer: String::new(), code: ProblemCode::UnknownValue, phrase },
            1,
        )
    };
    let format = Format::named(format).ok_or_else(unknown)?;
    let dossier = headless::open(bytes, 0)?.dossier;
    let lang = Lang::from_tag(&dossier.language);
    let settings = settings(given, lang, today)?;
    let bytes = super::export(format, &dossier, &settings).map_err(|why| {
        let phrase = say::not_made(why.0);
        headless::refused(lang, Problem { pointer: String::new(), code: ProblemCode::WrongFormat, phrase }, 0)
    })?;
    Ok(Made { bytes, media_type: format.media_type(), extension: format.extension() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOSSIER: &[u8] =
        br#"{"format":"tour-de-table/dossier","formatVersion":"1.0","id":"d1","language":"en"}"#;

    fn day() -> Date {
        Date::parse("2026-11-27").unwrap()
    }

    #[test]
    fn settings_that_are_not_given_come_from_the_dossier_and_the_day() {
        let found = settings("", Lang::En, day()).unwrap();
        assert_eq!(found, Settings { lang: Lang::En, on: day(), delimited: Delimited::French });
        let found =
            settings(r#"{"lang":"fr-BE","on":"2027-01-31","csv":"rfc4180"}"#, Lang::En, day()).unwrap();
        let on = Date::parse("2027-01-31").unwrap();
        assert_eq!(found, Settings { lang: Lang::Fr, on, delimited: Delimited::Rfc4180 });
    }

    #[test]
    fn what_cannot_be_made_says_why() {
        let code = |format: &str, bytes: &[u8], given: &str| {
            let failure = export_to(format, bytes, given, day()).unwrap_err();
            (failure.first.code, failure.input)
        };
        assert_eq!(code("tiff", DOSSIER, ""), ("unknownValue", 1));
        assert_eq!(code("mermaid", b"{", ""), ("notJson", 0));
        assert_eq!(code("mermaid", DOSSIER, "{"), ("notJson", 1));
        assert_eq!(code("mermaid", DOSSIER, r#"{"on":"2027-02-30"}"#), ("badDate", 1));
        assert_eq!(code("mermaid", DOSSIER, r#"{"csv":"tabs"}"#), ("unknownValue", 1));
    }

    #[test]
    fn a_format_is_found_by_its_name_alone() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
        }
    }
}
