//! Files of other tools on their way in: read by the module that loads on first use.

use std::rc::Rc;

use serde_json::Value;

use crate::exchange::{self, Opened, Refusal};
use crate::i18n::Phrase;
use crate::i18n::texts::dialogs as say;
use crate::model::ProblemCode;
use crate::ui::env::Env;
use crate::ui::formats::{self, Failure};

/// A table in need of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a file of one table.
    pub name: String,
    /// Its lines.
    pub text: Rc<str>,
    /// Whether its cells are apart by tabulations.
    pub tabbed: bool,
}

/// What a file gave.
pub enum Came {
    /// A dossier, and what is said of it.
    Dossier(Box<Opened>, Vec<String>),
    /// Tables.
    Tables(Vec<Sheet>),
    /// A dossier that breaks a rule: what is wrong with it.
    Broken(Refusal),
    /// Why it is not read, in a sentence.
    Refused(String),
    /// The module could not be had: that, with what the administrator has to mend where it is known, and a technical
    /// word. Asking again may help.
    Missing(Phrase, String),
}

/// Whether a file that is no dossier may be the file of another tool: what begins like JSON and is none is a dossier
/// cut short, and is refused as such.
pub fn may_be(bytes: &[u8], refusal: &Refusal) -> bool {
    let first = refusal.problems.first();
    let unmarked = first.is_some_and(|problem| problem.pointer == "/format");
    let json = String::from_utf8_lossy(bytes.get(..64).unwrap_or(bytes));
    let json = json.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
    match first.map(|problem| problem.code) {
        Some(ProblemCode::NotJson) => !json && !bytes.is_empty(),
        Some(ProblemCode::Missing) if unmarked => {
            let is = |key: &[u8]| bytes.windows(key.len()).any(|window| window == key);
            is(b"\"elements\"") || is(b"\"organizations\"") || is(b"\"persons\"")
        }
        _ => false,
    }
}

/// Reads a file.
pub fn read(env: &Env, bytes: Vec<u8>, done: impl FnOnce(Came) + 'static) {
    let lang = env.texts.lang().tag();
    let settings = format!("{{\"lang\":\"{lang}\",\"tables\":true}}");
    formats::import(env, "any", bytes, settings, move |answer| {
        done(match answer {
            Ok(text) => came(&text),
            Err(failure) if failure.is_of_the_module() => {
                let words = match failure.advice.as_str() {
                    "" => say::import_missing(),
                    advice => say::import_missing_why(advice),
                };
                Came::Missing(words, technical(failure))
            }
            Err(failure) => Came::Refused(failure.message),
        });
    });
}

fn technical(failure: Failure) -> String {
    if failure.message.is_empty() { failure.code } else { format!("{} · {}", failure.code, failure.message) }
}

/// What the module answers, as JSON text.
fn came(text: &str) -> Came {
    let mut answer: Value = serde_json::from_str(text).unwrap_or_default();
    let word =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(tables) = answer.get("tables").and_then(Value::as_array) {
        let sheet = |table: &Value| Sheet {
            name: word(table, "name"),
            text: word(table, "text").into(),
            tabbed: table.get("tabbed").and_then(Value::as_bool).unwrap_or_default(),
        };
        return Came::Tables(tables.iter().map(sheet).collect());
    }
    let remarks = answer.pointer("/report/remarks").and_then(Value::as_array).into_iter().flatten();
    let remarks = remarks.filter_map(Value::as_str).map(str::to_owned).collect();
    match exchange::read_value(answer.get_mut("dossier").map(Value::take).unwrap_or_default()) {
        Ok(opened) => Came::Dossier(Box::new(opened), remarks),
        Err(refusal) => Came::Broken(refusal),
    }
}
