//! Filling records and lists from JSON.

use serde_json::Value;

use super::Extra;
use super::field::{Items, Key, Record};
use super::path::Step;
use super::reader::{MAX_TEXT, Reader};
use crate::i18n::texts::problem as say;
use crate::model::problem::ProblemCode;

/// Whether a value in a file stands for "not said".
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Fills a record that holds its default. A key that says nothing stays beside what is unknown, so that it is
/// written back as it was.
pub fn fill_record(record: &mut dyn Record, value: Value, reader: &mut Reader) -> bool {
    let Value::Object(map) = value else { return reader.refuse_type(say::type_object()) };
    let keys = record.keys();
    let mut said: Vec<Value> = Vec::new();
    said.resize_with(keys.len(), Value::default);
    let mut extra = Extra::new();
    // Files nearly always hold the keys in our order: each is looked for after the one before.
    let mut after = 0;
    for (name, value) in map {
        let place = (after..keys.len())
            .chain(0..after)
            .find(|place| keys.get(*place).is_some_and(|key| key.name == name));
        after = place.map_or(after, |place| place + 1);
        match place.and_then(|place| said.get_mut(place)) {
            Some(said) if !says_nothing(&value) => *said = value,
            _ => {
                extra.insert(name, value);
            }
        }
    }
    let mut whole = true;
    for (index, (key, value)) in keys.iter().zip(said).enumerate() {
        let Some(field) = record.field_mut(index) else { break };
        // What says something is never null.
        let missing = value.is_null();
        if missing && field.view().is_absent() {
            continue;
        }
        reader.enter(Step::Key(key.name));
        whole &= if missing {
            reader.refuse(ProblemCode::Missing, say::missing(key.name))
        } else {
            field.fill(value, reader)
        };
        reader.leave();
    }
    for name in extra.keys().filter(|name| !is_known(keys, name)) {
        reader.unknown(name);
    }
    *record.extra_mut() = extra;
    whole || reader.goes_on()
}

/// Fills an empty list item by item: one bad item does not hide the others.
pub fn fill_items(list: &mut dyn Items, value: Value, reader: &mut Reader) -> bool {
    let Value::Array(items) = value else { return reader.refuse_type(say::type_list()) };
    let mut whole = true;
    for (index, item) in items.into_iter().enumerate() {
        reader.enter(Step::Index(index));
        whole &= list.read_item(item, reader);
        reader.leave();
    }
    whole
}

/// The place of a word in a closed list.
pub fn read_word(value: &Value, words: &[&str], reader: &mut Reader) -> Option<usize> {
    let Value::String(word) = value else {
        reader.refuse_type(say::type_text());
        return None;
    };
    let place = place_of(word, words);
    if place.is_none() {
        reader.refuse(ProblemCode::UnknownValue, say::unknown_value(word.as_str(), words.join(", ")));
    }
    place
}

/// The place of a word among others.
pub fn place_of(word: &str, words: &[&str]) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

/// A text, whatever its length.
pub fn read_text(value: Value, reader: &mut Reader) -> Option<String> {
    if let Value::String(text) = value {
        return Some(text);
    }
    reader.refuse_type(say::type_text());
    None
}

/// A text of at most [`MAX_TEXT`] characters.
pub fn read_short_text(value: Value, reader: &mut Reader) -> Option<String> {
    let text = read_text(value, reader)?;
    // No text has more characters than bytes.
    if text.len() > MAX_TEXT && text.chars().nth(MAX_TEXT).is_some() {
        reader.refuse(ProblemCode::TextTooLong, say::text_too_long(MAX_TEXT));
        return None;
    }
    Some(text)
}

/// Whether a key is one that a record knows.
pub(super) fn is_known(keys: &[Key], name: &str) -> bool {
    keys.iter().any(|key| key.name == name)
}
