//! From text to JSON, noting what a plain parser lets pass: a key given twice, a number that would lose digits.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use super::limits::MAX_DEPTH;
use crate::i18n::texts::problem as say;
use crate::model::json::pointer_step;
use crate::model::{Problem, ProblemCode};

/// What a text holds, with the problems that are not those of a dossier but of any JSON.
pub(super) struct Parsed {
    /// The value; of two equal keys, the last.
    pub(super) value: Value,
    /// Keys given twice and numbers that cannot be held, at most [`MOST_NOTES`].
    pub(super) problems: Vec<Problem>,
}

/// Whole numbers up to here are held digit by digit: 2⁶³.
const LARGEST: f64 = 9_223_372_036_854_775_808.0;

/// Beyond this, further notes on one file teach nobody anything.
const MOST_NOTES: usize = 1_000;

/// Parses a whole text.
pub(super) fn parse(text: &str) -> Result<Parsed, Problem> {
    let (mut read, mut notes) = walk(text, Vec::new());
    // Read once more where a number may have lost digits: other files pay nothing.
    if notes.rounded {
        (read, notes) = walk(text, lossy_numbers(text));
    }
    match read {
        Ok(value) => Ok(Parsed { value, problems: notes.problems }),
        Err(_) if text.trim().is_empty() => {
            let phrase = say::empty();
            Err(Problem { pointer: String::new(), code: ProblemCode::NotJson, phrase })
        }
        Err(error) => Err(refusal(&error, notes.failed_at)),
    }
}

/// Reads a text once, with the numbers of it that lose digits.
fn walk<'t>(text: &'t str, lossy: Vec<(usize, &'t str)>) -> (serde_json::Result<Value>, Notes<'t>) {
    let mut notes = Notes { lossy, ..Notes::default() };
    let mut source = serde_json::Deserializer::from_str(text);
    let read = Node { place: None, notes: &mut notes }.deserialize(&mut source);
    (read.and_then(|value| source.end().map(|()| value)), notes)
}

/// Why a text could not be parsed.
fn refusal(error: &serde_json::Error, failed_at: Option<String>) -> Problem {
    let message = error.to_string();
    // The library tells these two apart in words only.
    if message.starts_with("recursion limit exceeded") {
        let pointer = failed_at.unwrap_or_default();
        return Problem { pointer, code: ProblemCode::TooDeep, phrase: say::too_deep(MAX_DEPTH) };
    }
    if message.starts_with("number out of range") {
        let pointer = failed_at.unwrap_or_default();
        let phrase = say::number_out_of_range(error.line(), error.column());
        return Problem { pointer, code: ProblemCode::BadNumber, phrase };
    }
    let phrase = say::not_json(error.line(), error.column());
    Problem { pointer: String::new(), code: ProblemCode::NotJson, phrase }
}

/// What the parser notes on its way.
#[derive(Default)]
struct Notes<'t> {
    problems: Vec<Problem>,
    /// Numbers read so far.
    numbers: usize,
    /// Numbers of the text that change when they are held, with their rank among its numbers, which rises.
    lossy: Vec<(usize, &'t str)>,
    /// Whether a number was held as a fraction that may stand for others: it is zero, or beyond whole numbers of 64 bits.
    rounded: bool,
    /// Where the parser stopped.
    failed_at: Option<String>,
}

impl Notes<'_> {
    fn note(&mut self, pointer: impl FnOnce() -> String, code: ProblemCode, phrase: crate::i18n::Phrase) {
        if self.problems.len() < MOST_NOTES {
            self.problems.push(Problem { pointer: pointer(), code, phrase });
        }
    }
}

/// A place in the document, down from the root.
struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

/// Written out only when there is something to say: most places are never named.
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

fn pointer(mut place: Option<&Place<'_>>) -> String {
    let mut steps = Vec::new();
    while let Some(here) = place {
        steps.push(match here.step {
            Step::Key(key) => pointer_step(key),
            Step::Index(index) => index.to_string(),
        });
        place = here.parent;
    }
    steps.iter().rev().flat_map(|step| ["/", step.as_str()]).collect()
}

struct Node<'a, 't> {
    place: Option<&'a Place<'a>>,
    notes: &'a mut Notes<'t>,
}

impl Node<'_, '_> {
    /// Checks the number just read against the list of those that lose digits.
    fn number(self, value: Value) -> Value {
        let rank = self.notes.numbers;
        self.notes.numbers += 1;
        let lossy = self.notes.lossy.binary_search_by(|(known, _)| known.cmp(&rank));
        if let Some((_, text)) = lossy.ok().and_then(|place| self.notes.lossy.get(place)) {
            let place = self.place;
            // A number of ten thousand digits has no place in a sentence.
            let shown: String = text.chars().take(40).collect();
            self.notes.note(|| pointer(place), ProblemCode::BadNumber, say::bad_number(shown));
        }
        value
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(self.number(Value::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(self.number(Value::from(value)))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        // `Value::from` turns what is not finite into null: nothing may vanish that way.
        if value.is_finite() {
            self.notes.rounded |= value == 0.0 || value.abs() >= LARGEST;
            Ok(self.number(Value::from(value)))
        } else {
            Err(E::custom("number out of range"))
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let place = Place { parent: self.place, step: Step::Index(list.len()) };
            match items.next_element_seed(Node { place: Some(&place), notes: &mut *self.notes }) {
                Ok(Some(item)) => list.push(item),
                Ok(None) => return Ok(Value::Array(list)),
                Err(error) => return Err(self.notes.stop(&place, error)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let place = Place { parent: self.place, step: Step::Key(&key) };
            let value = match entries.next_value_seed(Node { place: Some(&place), notes: &mut *self.notes }) {
                Ok(value) => value,
                Err(error) => return Err(self.notes.stop(&place, error)),
            };
            match map.entry(key) {
                Entry::Vacant(vacant) => {
                    vacant.insert(value);
                }
                Entry::Occupied(mut occupied) => {
                    let key = occupied.key().clone();
                    let place = Place { parent: self.place, step: Step::Key(&key) };
                    let phrase = say::duplicate_key(key.as_str());
                    self.notes.note(|| pointer(Some(&place)), ProblemCode::DuplicateKey, phrase);
                    occupied.insert(value);
                }
            }
        }
        Ok(Value::Object(map))
    }
}

impl Notes<'_> {
    /// Remembers the deepest place reached when the parser stopped.
    fn stop<E>(&mut self, place: &Place<'_>, error: E) -> E {
        self.failed_at.get_or_insert_with(|| pointer(Some(place)));
        error
    }
}

/// The numbers of a text that lose digits when they are held in 64 bits: whole numbers of twenty digits and more, and
/// those rounded to zero. With their rank among the numbers of the text.
fn lossy_numbers(text: &str) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let mut lossy = Vec::new();
    let mut rank = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = end_of_string(bytes, at),
            b'-' | b'0'..=b'9' => {
                let length = bytes.iter().skip(at).take_while(|byte| is_of_number(**byte)).count();
                let end = at + length;
                if let Some(token) = text.get(at..end)
                    && loses(token)
                {
                    lossy.push((rank, token));
                }
                rank += 1;
                at = end;
            }
            _ => at += 1,
        }
    }
    lossy
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The place just after the string that opens at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn loses(token: &str) -> bool {
    let whole = !token.contains(['.', 'e', 'E']);
    if whole && (token.len() < 19 || token.parse::<i64>().is_ok() || token.parse::<u64>().is_ok()) {
        return false;
    }
    let Ok(held) = token.parse::<f64>() else { return false };
    if whole {
        // JavaScript writes doubles up to 1e21 as whole numbers: nothing is lost when the digits come back.
        // Those that overflow have no digits.
        let shortest = Number::from_f64(held).map(|held| held.to_string()).unwrap_or_default();
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let kept = digits(shortest.split('e').next().unwrap_or_default());
        return kept.trim_end_matches('0') != digits(token).trim_end_matches('0');
    }
    let mantissa = token.split(['e', 'E']).next().unwrap_or_default();
    held == 0.0 && mantissa.contains(|digit: char| ('1'..='9').contains(&digit))
}
