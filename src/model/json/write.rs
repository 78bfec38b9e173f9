//! Writing what a dossier holds.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::field::{Record, View};
use super::read::is_known;

/// What is written under a key.
enum Written<'a> {
    Field(View<'a>),
    /// What the file said in place of a field that says nothing, or what is unknown.
    Kept(&'a Value),
}

/// Gives each key of a record with what is written under it, in order.
fn each_key<'a, E>(
    record: &'a dyn Record,
    give: &mut dyn FnMut(&'a str, Written<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let extra = record.extra();
    for (key, field) in record.fields() {
        let view = field.view();
        if !view.is_absent() {
            give(key.name, Written::Field(view))?;
        } else if let Some(silent) = extra.get(key.name) {
            give(key.name, Written::Kept(silent))?;
        }
    }
    for (key, value) in extra.iter().filter(|(key, _)| !is_known(record.keys(), key)) {
        give(key, Written::Kept(value))?;
    }
    Ok(())
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
                for item in items.iter() {
                    out.serialize_element(&item.view())?;
                }
                out.end()
            }
            Self::Record(record) => {
                let mut out = serializer.serialize_map(None)?;
                each_key(record, &mut |key, written| match written {
                    Written::Field(view) => out.serialize_entry(key, &view),
                    Written::Kept(value) => out.serialize_entry(key, value),
                })?;
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
                let _: Result<(), std::convert::Infallible> = each_key(record, &mut |key, written| {
                    let value = match written {
                        Written::Field(view) => view.value(),
                        Written::Kept(value) => value.clone(),
                    };
                    map.insert(key.to_owned(), value);
                    Ok(())
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
