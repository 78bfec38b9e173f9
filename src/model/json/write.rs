//! Writing what a dossier holds.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::Extra;
use super::field::{Key, Record, View};
use super::read::is_known;

/// What is written under a key: the field where it says something, else what the file said in its place.
pub fn written<'a>(key: &Key, field: View<'a>, extra: &'a Extra) -> Option<View<'a>> {
    if field.is_absent() { extra.get(key.name).map(View::Any) } else { Some(field) }
}

/// Gives everything that is written of a record, in order: the key, whether the record knows it, and the value.
pub fn each_entry(record: &dyn Record, give: &mut dyn FnMut(&str, bool, View<'_>)) {
    let (keys, extra) = (record.keys(), record.extra());
    for (index, key) in keys.iter().enumerate() {
        let Some(field) = record.field(index) else { break };
        let view = field.view();
        if !view.is_absent() {
            give(key.name, true, view);
        } else if let Some(view) = written(key, view, extra) {
            give(key.name, true, view);
        }
    }
    for (key, value) in extra {
        if !is_known(keys, key) {
            give(key, false, View::Any(value));
        }
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Absent => serializer.serialize_unit(),
            Self::Id(id) => serializer.serialize_str(id.as_str()),
            Self::Text(text) | Self::Word(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_i64(number),
            Self::Flag(flag) => serializer.serialize_bool(flag),
            Self::Number(number) => number.serialize(serializer),
            Self::Day(day) => serializer.collect_str(&day),
            Self::Any(value) => value.serialize(serializer),
            Self::List(items) => {
                let mut out = serializer.serialize_seq(Some(items.count()))?;
                let mut index = 0;
                while let Some(item) = items.item(index) {
                    out.serialize_element(&item.view())?;
                    index += 1;
                }
                out.end()
            }
            Self::Record(record) => {
                let mut out = serializer.serialize_map(None)?;
                let mut failed = Ok(());
                each_entry(record, &mut |key, _, view| {
                    if failed.is_ok() {
                        failed = out.serialize_entry(key, &view);
                    }
                });
                failed?;
                out.end()
            }
        }
    }
}

impl View<'_> {
    /// The JSON value as it would be written.
    pub fn value(self) -> Value {
        match self {
            Self::Absent => Value::Null,
            Self::Id(id) => Value::String(id.as_str().to_owned()),
            Self::Text(text) | Self::Word(text) => Value::String(text.to_owned()),
            Self::Whole(number) => Value::from(number),
            Self::Flag(flag) => Value::Bool(flag),
            Self::Number(number) => Value::Number(number.clone()),
            Self::Day(day) => Value::String(day.to_string()),
            Self::Any(value) => value.clone(),
            Self::List(items) => Value::Array(items.iter().map(|item| item.view().value()).collect()),
            Self::Record(record) => {
                let mut map = Map::new();
                each_entry(record, &mut |key, _, view| {
                    map.insert(key.to_owned(), view.value());
                });
                Value::Object(map)
            }
        }
    }
}

/// The JSON value of anything that can be written.
///
/// Goes through text, so that one serializer serves both files and patches. What a dossier holds has a shorter way:
/// [`View::value`].
pub fn value_of<T: Serialize>(item: &T) -> Value {
    // From a text, as everywhere else: reading from bytes would bring a second parser.
    serde_json::to_string(item).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}
