//! The functions of this module for whoever holds only bytes and text: the browser, other tools.
//!
//! Settings come as JSON text, each of them optional: `{"lang": "fr", "on": "2026-11-27", "csv": "french" | "rfc4180"}`,
//! and `vocabulary` and `messages`, the properties of the element of these names, as they are or as JSON text.
//! A refusal is the JSON text of a [`Failure`].

use std::borrow::Cow;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::archive;
use super::import::{self, Imported, Sheet, Source};
use super::own;
use super::{Delimited, Format, Images, Settings, Words};
use crate::exchange::Refusal;
use crate::exchange::headless::{self, Failure, Said, json};
use crate::i18n::{Catalogue, Lang, texts::formats as say, texts::problem};
use crate::model::{Date, Dossier, Problem, ProblemCode};
use crate::vocabulary::Vocabulary;

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
    sheet: Option<String>,
    tables: bool,
    vocabulary: Value,
    messages: Value,
}

/// A value, or the JSON text of one: pages keep theirs as text.
fn json_text(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| value.to_string().into(), Cow::from)
}

/// The settings that a text asks for. `lang` is the language where none is given, `today` the day.
fn settings(text: &str, lang: Lang, today: Date) -> Result<(Settings, Given), Failure> {
    let refused = |code, phrase| headless::refused(lang, Problem { pointer: String::new(), code, phrase }, 1);
    let given: Given = if text.trim().is_empty() {
        Given::default()
    } else {
        serde_json::from_str(text)
            .map_err(|error| refused(ProblemCode::NotJson, problem::not_json(error.line(), error.column())))?
    };
    let on = match &given.on {
        None => today,
        Some(day) => {
            Date::parse(day).ok_or_else(|| refused(ProblemCode::BadDate, problem::bad_date(day.as_str())))?
        }
    };
    let delimited = match &given.csv {
        None => Delimited::default(),
        Some(word) => Delimited::named(word).ok_or_else(|| {
            refused(ProblemCode::UnknownValue, problem::unknown_value(word.as_str(), "french, rfc4180"))
        })?,
    };
    let lang = given.lang.as_ref().map_or(lang, |tag| Lang::from_tag(tag));
    let words = Words {
        vocabulary: Vocabulary::with_overrides(&json_text(&given.vocabulary)),
        messages: serde_json::from_str(&json_text(&given.messages)).unwrap_or_default(),
    };
    Ok((Settings { lang, on, delimited, words }, given))
}

/// The names of the formats that `exportTo`, `pictures`, `importFrom` or `pack` knows.
pub fn formats(function: &str) -> Vec<Cow<'static, str>> {
    match function {
        "exportTo" => Format::every().map(Format::name).collect(),
        "pictures" => vec![Format::Docx.name()],
        "pack" => vec!["zip".into()],
        "importFrom" => Source::ALL.iter().map(|source| source.name().into()).collect(),
        _ => Vec::new(),
    }
}

/// The answer to `importFrom`: a dossier and a report, or the tables to choose from, which only a caller that asked
/// for them gets.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer<'a> {
    Dossier { dossier: &'a Dossier, report: Report },
    Tables { tables: Vec<Table> },
}

/// What came in, and what deserves a look.
#[derive(Debug, Serialize)]
struct Report {
    /// Records by list of the dossier.
    #[serde(serialize_with = "by_list")]
    counts: Vec<(&'static str, usize)>,
    /// What was taken as it is though it looks wrong.
    warnings: Vec<Said>,
    /// What was left out, made up, or is not in such a file; sentences.
    remarks: Vec<String>,
}

fn by_list<S: Serializer>(counts: &[(&'static str, usize)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(counts.iter().copied())
}

/// A table in need of a mapping.
#[derive(Debug, Serialize)]
struct Table {
    name: String,
    text: String,
    tabbed: bool,
}

/// Reads a file of another tool: `{"dossier": …, "report": …}` as JSON text. Settings: `lang`, `sheet` (of a workbook
/// that is not ours, the sheet whose lines become actors; the first otherwise), `tables` (such sheets are given back
/// as `{"tables": [{"name", "text", "tabbed"}]}` instead).
///
/// # Errors
/// As [`export_to`].
pub fn import_from(format: &str, bytes: &[u8], given: &str, today: Date) -> Result<String, Failure> {
    let source = Source::ALL.into_iter().find(|source| source.name() == format);
    let source = source.ok_or_else(|| {
        let phrase = problem::unknown_value(format, formats("importFrom").join(", "));
        headless::refused(
            Lang::Fr,
            Problem { pointer: String::new(), code: ProblemCode::UnknownValue, phrase },
            1,
        )
    })?;
    let (settings, given) = settings(given, Lang::Fr, today)?;
    own::reading(&settings.words, || imported(source, bytes, settings.lang, given))
}

fn imported(source: Source, bytes: &[u8], lang: Lang, given: Given) -> Result<String, Failure> {
    let refused = |mut refusal: Refusal| {
        lang.tag().clone_into(&mut refusal.language);
        headless::failure(&refusal, 0)
    };
    let (opened, remarks) = match import::import(source, bytes, lang.tag()).map_err(refused)? {
        Imported::Dossier(opened, remarks) => (*opened, remarks),
        Imported::Tables(sheets) if given.tables => {
            let table = |sheet: Sheet| Table { name: sheet.name, text: sheet.text, tabbed: sheet.tabbed };
            return Ok(json(&Answer::Tables { tables: sheets.into_iter().map(table).collect() }));
        }
        Imported::Tables(sheets) => {
            let named = |sheet: &&Sheet| given.sheet.as_ref().is_none_or(|name| *name == sheet.name);
            let sheet = sheets.iter().find(named).ok_or_else(|| {
                let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                let phrase = problem::unknown_value(given.sheet.unwrap_or_default(), names.join(", "));
                headless::refused(
                    lang,
                    Problem { pointer: String::new(), code: ProblemCode::UnknownValue, phrase },
                    1,
                )
            })?;
            import::enter(sheet, lang.tag()).map_err(refused)?
        }
    };
    let texts = Catalogue::new(lang);
    let report = Report {
        counts: opened.report.counts,
        warnings: opened.report.warnings.iter().map(|problem| Said::new(problem, &texts)).collect(),
        remarks: remarks.iter().map(|phrase| texts.say(phrase).into_owned()).collect(),
    };
    Ok(json(&Answer::Dossier { dossier: &opened.dossier, report }))
}

/// What it takes to make a file: the dossier, in its language unless the settings say otherwise.
fn asked(
    format: &str,
    bytes: &[u8],
    given: &str,
    today: Date,
) -> Result<(Format, Dossier, Settings), Failure> {
    let unknown = || {
        let names = formats("exportTo").join(", ");
        let phrase = problem::unknown_value(format, names);
        headless::refused(
            Lang::Fr,
            Problem { pointer: String::new(), code: ProblemCode::UnknownValue, phrase },
            1,
        )
    };
    let format = Format::named(format).ok_or_else(unknown)?;
    let dossier = headless::open(bytes, 0)?.dossier;
    let (settings, _) = settings(given, Lang::from_tag(&dossier.language), today)?;
    Ok((format, dossier, settings))
}

/// The pictures of the file of a format, as the JSON of `[{"key", "svg", "width", "height"}]`: see
/// [`pictures`](super::pictures).
///
/// # Errors
/// As [`export_to`].
pub fn pictures(format: &str, bytes: &[u8], given: &str, today: Date) -> Result<String, Failure> {
    let (format, dossier, settings) = asked(format, bytes, given, today)?;
    Ok(json(&super::pictures(format, &dossier, &settings)))
}

/// The file of a format, from the bytes of a dossier, with the pictures that were made of [`pictures`]. Its language is
/// that of the dossier unless the settings say otherwise.
///
/// # Errors
/// The format is unknown, the bytes are no dossier (`input` 0), the settings are no settings (`input` 1), or the
/// library that writes the format gave up.
pub fn export_to(
    format: &str,
    bytes: &[u8],
    given: &str,
    today: Date,
    images: &Images,
) -> Result<Made, Failure> {
    let (format, dossier, settings) = asked(format, bytes, given, today)?;
    let bytes = super::illustrated(format, &dossier, &settings, images).map_err(|why| {
        let phrase = say::not_made(why.0);
        let problem = Problem { pointer: String::new(), code: ProblemCode::WrongFormat, phrase };
        headless::refused(Lang::from_tag(&dossier.language), problem, 0)
    })?;
    Ok(Made { bytes, media_type: format.media_type(), extension: format.extension() })
}

/// A text on its way into an archive.
#[derive(Debug, Deserialize)]
struct Packed {
    name: String,
    text: String,
}

/// A zip archive of texts, from the JSON of `[{"name", "text"}]`. Where two bear the same name, the later ones are
/// numbered; the same texts give the same file.
///
/// # Errors
/// The bytes are not such a list (`input` 0), or the library that writes archives gave up.
pub fn pack(bytes: &[u8]) -> Result<Made, Failure> {
    let refused =
        |code, phrase| headless::refused(Lang::Fr, Problem { pointer: String::new(), code, phrase }, 0);
    let texts: Vec<Packed> = serde_json::from_slice(bytes)
        .map_err(|error| refused(ProblemCode::NotJson, problem::not_json(error.line(), error.column())))?;
    let files = texts.iter().map(|one| (one.name.as_str(), one.text.as_bytes()));
    let bytes = archive::of(files).map_err(|why| refused(ProblemCode::WrongFormat, say::not_made(why.0)))?;
    Ok(Made { bytes, media_type: "application/zip", extension: "zip" })
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
        let (found, _) = settings("", Lang::En, day()).unwrap();
        assert_eq!(
            found,
            Settings { lang: Lang::En, on: day(), delimited: Delimited::French, words: Words::default() }
        );
        let (found, _) =
            settings(r#"{"lang":"fr-BE","on":"2027-01-31","csv":"rfc4180"}"#, Lang::En, day()).unwrap();
        let on = Date::parse("2027-01-31").unwrap();
        assert_eq!(
            found,
            Settings { lang: Lang::Fr, on, delimited: Delimited::Rfc4180, words: Words::default() }
        );
    }

    #[test]
    fn what_cannot_be_made_says_why() {
        let code = |format: &str, bytes: &[u8], given: &str| {
            let failure = export_to(format, bytes, given, day(), &Images::new()).unwrap_err();
            (failure.first.code, failure.input)
        };
        assert_eq!(code("tiff", DOSSIER, ""), ("unknownValue", 1));
        assert_eq!(code("mermaid", b"{", ""), ("notJson", 0));
        assert_eq!(code("mermaid", DOSSIER, "{"), ("notJson", 1));
        assert_eq!(code("mermaid", DOSSIER, r#"{"on":"2027-02-30"}"#), ("badDate", 1));
        assert_eq!(code("mermaid", DOSSIER, r#"{"csv":"tabs"}"#), ("unknownValue", 1));
    }

    #[test]
    fn texts_of_one_name_are_packed_apart() {
        let one = |name: &str| format!(r#"{{"name":"{name}","text":"é {name}"}}"#);
        let list = format!("[{},{},{},{}]", one("a.json"), one("A.json"), one("a-2.json"), one("b"));
        let made = pack(list.as_bytes()).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&made.bytes)).unwrap();
        let names: Vec<String> = (0..archive.len())
            .map(|rank| archive.by_index(rank).unwrap().name().unwrap().into_owned())
            .collect();
        assert_eq!(names, ["a.json", "A-2.json", "a-2-2.json", "b"]);
        assert_eq!(made.bytes, pack(list.as_bytes()).unwrap().bytes);
        assert_eq!(pack(b"{}").unwrap_err().first.code, "notJson");
    }

    #[test]
    fn a_format_is_found_by_its_name_alone() {
        for format in Format::every() {
            assert_eq!(Format::named(&format.name()), Some(format));
        }
        let csv = |name: &str| {
            Format::named(name).and_then(|format| match format {
                Format::Csv(topic) => topic.sheet().map(|sheet| sheet.path),
                _ => None,
            })
        };
        assert_eq!(
            (csv("csv"), csv("csv:positions"), csv("csv:seats")),
            (Some("actors"), Some("positions"), Some("bodies/seats"))
        );
    }
}
