//! Reading and writing records as JSON.
//!
//! Serde's derived readers stop at the first error and cannot say where every other one is; people who receive a
//! file want the whole list at once. So [`Reader`] walks the parsed value once, notes each problem with its JSON
//! Pointer and goes on; whatever a record does not know, or holds as an explicit `null`, `""` or `[]`, stays in its
//! [`Extra`] and is written back where it was. Writing is plain [`serde::Serialize`].

use std::rc::Rc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::problem::{Problem, ProblemCode};
use super::scalar::Id;
use crate::i18n::{Phrase, texts::problem as say};

/// What a record holds beyond its own fields.
pub type Extra = Map<String, Value>;

/// Records in the order of the file. Items are shared between revisions until one is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Rc<Vec<Rc<T>>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Rc::new(Vec::new()))
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [Rc<T>];
    fn deref(&self) -> &[Rc<T>] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a Rc<T>;
    type IntoIter = std::slice::Iter<'a, Rc<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(Rc::new(items.into_iter().map(Rc::new).collect()))
    }
}

impl<T> List<T> {
    /// Whether both are the very same list, which is cheap and implies equality.
    pub fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The items, to add, remove or reorder; copied first when another revision shares them.
    pub fn items_mut(&mut self) -> &mut Vec<Rc<T>> {
        Rc::make_mut(&mut self.0)
    }

    /// Adds a record at the end.
    pub fn push(&mut self, item: T) {
        self.items_mut().push(Rc::new(item));
    }

    /// The record at `index`, to change; copied first when another revision shares it.
    pub fn item_mut(&mut self, index: usize) -> Option<&mut T>
    where
        T: Clone,
    {
        self.items_mut().get_mut(index).map(Rc::make_mut)
    }

    /// Keeps the records for which `keep` is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        if self.iter().any(|item| !keep(item)) {
            self.items_mut().retain(|item| keep(item));
        }
    }
}

impl<T: Identified> List<T> {
    /// The record that bears `id`.
    pub fn find(&self, id: &Id) -> Option<&Rc<T>> {
        self.iter().find(|item| item.id() == id)
    }

    /// The place of the record that bears `id`.
    pub fn position_of(&self, id: &Id) -> Option<usize> {
        self.iter().position(|item| item.id() == id)
    }

    /// The record that bears `id`, to change.
    pub fn find_mut(&mut self, id: &Id) -> Option<&mut T>
    where
        T: Clone,
    {
        let index = self.position_of(id)?;
        self.item_mut(index)
    }
}

/// A record that bears an id, unique in the file.
pub trait Identified {
    /// The id.
    fn id(&self) -> &Id;
}

/// What an id in a field designates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The record itself.
    Own,
    /// Anything, possibly gone: not checked.
    Any,
    /// A territory.
    Territory,
    /// A stage of the pathway.
    Stage,
    /// An objective.
    Objective,
    /// A key function.
    Function,
    /// An actor.
    Actor,
    /// A wave.
    Wave,
    /// A seat of a body.
    Seat,
    /// A college of a body.
    College,
    /// An agreement.
    Agreement,
}

/// A step of a JSON Pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key of an object.
    Key(&'static str),
    /// A place in a list.
    Index(usize),
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

impl Path {
    /// Runs `work` one step deeper.
    pub fn within<R>(&mut self, step: Step, work: impl FnOnce(&mut Self) -> R) -> R {
        self.0.push(step);
        let result = work(self);
        self.0.pop();
        result
    }

    /// The steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut out = String::new();
        for step in &self.0 {
            out.push('/');
            match step {
                Step::Key(key) => out.push_str(key),
                Step::Index(index) => out.push_str(&index.to_string()),
            }
        }
        out
    }
}

/// Longest text of a field, in characters.
pub const MAX_TEXT: usize = 10_000;

/// Most problems, and most unknown fields, listed for one file; further ones are only counted.
pub const MOST_PROBLEMS: usize = 2_000;

/// Walks a parsed file and notes what is wrong.
#[derive(Debug, Default)]
pub struct Reader {
    path: Path,
    /// What was found wrong so far, at most [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// Problems found beyond those listed.
    pub unlisted: usize,
    /// Pointers of the fields that are kept though unknown, at most [`MOST_PROBLEMS`].
    pub unknown: Vec<String>,
    /// Unknown fields found beyond those listed.
    pub unknown_unlisted: usize,
    thorough: bool,
}

impl Reader {
    /// A reader that puts a default in place of what it cannot read, so that the rest can be checked too: what it
    /// gives is a dossier only when [`problems`](Self::problems) is empty. Otherwise one bad value gives `None`.
    pub fn thorough() -> Self {
        Self { thorough: true, ..Self::default() }
    }

    /// Notes a problem at the current place and gives `None`.
    pub fn refuse<T>(&mut self, code: ProblemCode, phrase: Phrase) -> Option<T> {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { pointer: self.path.pointer(), code, phrase });
        } else {
            self.unlisted += 1;
        }
        None
    }

    /// What was read, or its default where this reader goes on to the end.
    pub fn settle<T: Field>(&self, found: Option<T>) -> Option<T> {
        if self.thorough { Some(found.unwrap_or_default()) } else { found }
    }

    fn unknown(&mut self, key: &str) {
        if self.unknown.len() < MOST_PROBLEMS {
            let key = key.replace('~', "~0").replace('/', "~1");
            self.unknown.push(format!("{}/{key}", self.path.pointer()));
        } else {
            self.unknown_unlisted += 1;
        }
    }

    /// Runs `work` one step deeper.
    pub fn within<R>(&mut self, step: Step, work: impl FnOnce(&mut Self) -> R) -> R {
        self.path.0.push(step);
        let result = work(self);
        self.path.0.pop();
        result
    }
}

/// A JSON key with what it takes to read, write and check its value.
///
/// Implemented by leaves (texts, numbers, words of a closed list), by records, and by lists and options of these.
///
/// The default stands in for what could not be read (see [`Reader::thorough`]); no dossier holds it unless it was said.
pub trait Field: Sized + Serialize + Default {
    /// The value when the key is absent; `None` where the key is required.
    fn absent() -> Option<Self>;

    /// Reads a value that is neither `null`, `""` nor `[]`.
    fn read(value: Value, reader: &mut Reader) -> Option<Self>;

    /// Whether the value stands for "not said".
    fn is_absent(&self) -> bool {
        false
    }

    /// Visits every id in the value, with what it designates.
    fn each_id(&self, _target: Target, _path: &mut Path, _visit: &mut dyn FnMut(&Path, Target, &Id)) {}

    /// Rewrites every reference: `Some` gives the new id, `None` says that nothing bears it any more.
    /// False when the value cannot stand without it: the record that holds it goes too.
    fn remap(&mut self, _target: Target, _change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        true
    }

    /// The JSON Schema of the value.
    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema;
}

/// A JSON object with known fields.
pub trait Record: Field {
    /// What the record holds beyond its own fields.
    fn extra(&self) -> &Extra;
}

/// Whether a value in a file stands for "not said".
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Takes a known key out of an object. A key that says nothing stays, so that it is written back as it was.
pub fn take<T: Field>(map: &mut Map<String, Value>, key: &'static str, reader: &mut Reader) -> Option<T> {
    match map.get_mut(key) {
        Some(value) if !says_nothing(value) => {
            let value = std::mem::take(value);
            reader.within(Step::Key(key), |reader| T::read(value, reader))
        }
        _ => match T::absent() {
            Some(absent) => Some(absent),
            None => {
                reader.within(Step::Key(key), |reader| reader.refuse(ProblemCode::Missing, say::missing(key)))
            }
        },
    }
}

/// The object of a record, or a problem.
pub fn object(value: Value, reader: &mut Reader) -> Option<Map<String, Value>> {
    match value {
        Value::Object(map) => Some(map),
        _ => reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_object())),
    }
}

/// What remains of an object once its known fields are read: what says nothing, and what is unknown.
pub fn leftover(mut map: Map<String, Value>, known: &[&str], read: &[bool], reader: &mut Reader) -> Extra {
    if read.contains(&true) {
        // `take` left a null in place of what it read.
        let taken = |key: &str| known.iter().zip(read).any(|(name, taken)| *taken && *name == key);
        map.retain(|key, _| !taken(key));
    }
    for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
        reader.unknown(key);
    }
    map
}

/// Whether the key of an object says something.
pub fn speaks(map: &Map<String, Value>, key: &str) -> bool {
    map.get(key).is_some_and(|value| !says_nothing(value))
}

/// Writes a field, or what the file said in its place.
pub fn write_field<S: SerializeMap, T: Field>(
    out: &mut S,
    key: &'static str,
    value: &T,
    extra: &Extra,
) -> Result<(), S::Error> {
    if !value.is_absent() {
        out.serialize_entry(key, value)
    } else if let Some(silent) = extra.get(key) {
        out.serialize_entry(key, silent)
    } else {
        Ok(())
    }
}

/// Writes what a record does not know.
pub fn write_extra<S: SerializeMap>(out: &mut S, known: &[&str], extra: &Extra) -> Result<(), S::Error> {
    for (key, value) in extra.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        out.serialize_entry(key, value)?;
    }
    Ok(())
}

/// The JSON value of anything that can be written.
///
/// Goes through text, so that one serializer serves both files and patches.
pub fn value_of<T: Serialize>(item: &T) -> Value {
    serde_json::to_vec(item).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

/// Declares a record: its fields with their JSON key, French name, type and, for ids, what they designate.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        $french:literal
        $name:ident {
            $( $(#[doc = $fdoc:literal])+ $field:ident $key:literal $ffrench:literal : $ty:ty $(=> $target:ident)? ),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $( $(#[doc = $fdoc])+ pub $field: $ty, )+
            /// What the file holds here beyond these fields.
            pub extra: $crate::model::json::Extra,
        }

        impl $name {
            const KEYS: &'static [&'static str] = &[$($key),+];
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut out = serializer.serialize_map(None)?;
                $( $crate::model::json::write_field(&mut out, $key, &self.$field, &self.extra)?; )+
                $crate::model::json::write_extra(&mut out, Self::KEYS, &self.extra)?;
                out.end()
            }
        }

        impl $crate::model::json::Field for $name {
            fn absent() -> Option<Self> {
                None
            }

            fn read(value: serde_json::Value, reader: &mut $crate::model::json::Reader) -> Option<Self> {
                use $crate::model::json;
                let mut map = json::object(value, reader)?;
                let spoken = [$( json::speaks(&map, $key) ),+];
                $( let $field = json::take::<$ty>(&mut map, $key, reader); )+
                let extra = json::leftover(map, Self::KEYS, &spoken, reader);
                Some(Self { $( $field: reader.settle($field)?, )+ extra })
            }

            fn each_id(
                &self,
                _target: $crate::model::json::Target,
                path: &mut $crate::model::json::Path,
                visit: &mut dyn FnMut(&$crate::model::json::Path, $crate::model::json::Target, &$crate::model::Id),
            ) {
                use $crate::model::json::{Field, Step};
                $( path.within(Step::Key($key), |path| {
                    Field::each_id(&self.$field, record!(@target $($target)?), path, visit);
                }); )+
            }

            fn remap(
                &mut self,
                _target: $crate::model::json::Target,
                change: &mut dyn FnMut($crate::model::json::Target, &$crate::model::Id) -> Option<$crate::model::Id>,
            ) -> bool {
                use $crate::model::json::Field;
                // Every field is rewritten even when one already condemns the record: callers may keep it.
                let mut stands = true;
                $( stands &= Field::remap(&mut self.$field, record!(@target $($target)?), change); )+
                stands
            }

            #[cfg(feature = "schema")]
            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }

        impl $crate::model::json::Record for $name {
            fn extra(&self) -> &$crate::model::json::Extra {
                &self.extra
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut properties = serde_json::Map::new();
                let mut required: Vec<serde_json::Value> = Vec::new();
                $( $crate::model::json::schema_field::<$ty>(
                    generator, &mut properties, &mut required, $key, $ffrench, concat!($($fdoc),+).trim(),
                ); )+
                $crate::model::json::schema_record($french, concat!($($doc),+).trim(), properties, required)
            }
        }
    };
    (@target) => { $crate::model::json::Target::Own };
    (@target $target:ident) => { $crate::model::json::Target::$target };
}

/// Marks a record as bearing an id.
macro_rules! identified {
    ($($name:ident),+ $(,)?) => {
        $( impl $crate::model::json::Identified for $name {
            fn id(&self) -> &$crate::model::Id {
                &self.id
            }
        } )+
    };
}

/// Declares a closed list of words.
macro_rules! closed {
    (
        $(#[doc = $doc:literal])+
        $name:ident { $( $(#[doc = $vdoc:literal])+ $variant:ident = $word:literal ),+ $(,)? }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $vdoc])+ $variant ),+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the file.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }

            /// The value a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl Default for $name {
            fn default() -> Self {
                closed!(@first $($variant),+)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::model::json::Field for $name {
            fn absent() -> Option<Self> {
                None
            }

            fn read(value: serde_json::Value, reader: &mut $crate::model::json::Reader) -> Option<Self> {
                $crate::model::json::read_word(&value, Self::from_word, &[$($word),+], reader)
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($word),+] })
            }
        }
    };
    (@first $first:ident $(, $rest:ident)*) => { Self::$first };
}

pub(crate) use {closed, identified, record};

/// Reads a word of a closed list.
pub fn read_word<T>(
    value: &Value,
    parse: impl Fn(&str) -> Option<T>,
    allowed: &[&str],
    reader: &mut Reader,
) -> Option<T> {
    let Value::String(word) = value else {
        return reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_text()));
    };
    match parse(word) {
        Some(found) => Some(found),
        None => {
            reader.refuse(ProblemCode::UnknownValue, say::unknown_value(word.as_str(), allowed.join(", ")))
        }
    }
}

impl Field for String {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::String(text) if text.chars().nth(MAX_TEXT).is_some() => {
                reader.refuse(ProblemCode::TextTooLong, say::text_too_long(MAX_TEXT))
            }
            Value::String(text) => Some(text),
            _ => reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_text())),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "maxLength": MAX_TEXT })
    }
}

impl Field for bool {
    fn absent() -> Option<Self> {
        None
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(flag),
            _ => reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_boolean())),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "boolean" })
    }
}

/// Kept as it is, whatever it holds.
impl Field for Value {
    fn absent() -> Option<Self> {
        Some(Self::Null)
    }

    fn is_absent(&self) -> bool {
        self.is_null()
    }

    fn read(value: Value, _: &mut Reader) -> Option<Self> {
        Some(value)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({})
    }
}

impl<T: Field> Field for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        T::read(value, reader).map(Some)
    }

    fn each_id(&self, target: Target, path: &mut Path, visit: &mut dyn FnMut(&Path, Target, &Id)) {
        if let Some(item) = self {
            item.each_id(target, path, visit);
        }
    }

    fn remap(&mut self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        if self.as_mut().is_some_and(|item| !item.remap(target, change)) {
            *self = None;
        }
        true
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::schema(generator)
    }
}

/// Reads a list item by item: one bad item does not hide the others.
fn read_list<T: Field>(value: Value, reader: &mut Reader) -> Option<Vec<T>> {
    let Value::Array(items) = value else {
        return reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_list()));
    };
    let expected = items.len();
    let read: Vec<T> = items
        .into_iter()
        .enumerate()
        .filter_map(|(index, item)| {
            reader.within(Step::Index(index), |reader| {
                let read = T::read(item, reader);
                reader.settle(read)
            })
        })
        .collect();
    (read.len() == expected).then_some(read)
}

impl<T: Field> Field for Vec<T> {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        read_list(value, reader)
    }

    fn each_id(&self, target: Target, path: &mut Path, visit: &mut dyn FnMut(&Path, Target, &Id)) {
        for (index, item) in self.iter().enumerate() {
            path.within(Step::Index(index), |path| item.each_id(target, path, visit));
        }
    }

    fn remap(&mut self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        self.retain_mut(|item| item.remap(target, change));
        true
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let items = T::schema(generator);
        schemars::json_schema!({ "type": "array", "items": items })
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Rc::as_ref))
    }
}

impl<T: Field + Clone + PartialEq> Field for List<T> {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        read_list(value, reader).map(|items: Vec<T>| items.into_iter().collect())
    }

    fn each_id(&self, target: Target, path: &mut Path, visit: &mut dyn FnMut(&Path, Target, &Id)) {
        for (index, item) in self.0.iter().enumerate() {
            path.within(Step::Index(index), |path| item.each_id(target, path, visit));
        }
    }

    fn remap(&mut self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        // Records that keep every reference stay shared with the other revisions.
        let mut kept = Vec::with_capacity(self.0.len());
        let mut same = true;
        for item in self.0.iter() {
            let mut copy = item.as_ref().clone();
            if !copy.remap(target, change) {
                same = false;
            } else if copy == **item {
                kept.push(Rc::clone(item));
            } else {
                same = false;
                kept.push(Rc::new(copy));
            }
        }
        if !same {
            self.0 = Rc::new(kept);
        }
        true
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let items = T::schema(generator);
        schemars::json_schema!({ "type": "array", "items": items })
    }
}

/// Adds the schema of a field to those of its record. What may be absent may also be `null`, `""` or `[]`.
#[cfg(feature = "schema")]
pub fn schema_field<T: Field>(
    generator: &mut schemars::SchemaGenerator,
    properties: &mut Map<String, Value>,
    required: &mut Vec<Value>,
    key: &str,
    french: &str,
    english: &str,
) {
    let inner = T::schema(generator);
    let mut schema = if T::absent().is_some() {
        let silent = schemars::json_schema!({ "enum": [null, "", []] });
        schemars::json_schema!({ "anyOf": [inner, silent] })
    } else {
        required.push(Value::String(key.to_owned()));
        schemars::json_schema!({ "allOf": [inner] })
    };
    schema.insert("title".to_owned(), Value::String(french.to_owned()));
    schema.insert("description".to_owned(), Value::String(english.to_owned()));
    properties.insert(key.to_owned(), schema.to_value());
}

/// The schema of a record. Unknown properties are allowed: they are kept.
#[cfg(feature = "schema")]
pub fn schema_record(
    french: &str,
    english: &str,
    properties: Map<String, Value>,
    required: Vec<Value>,
) -> schemars::Schema {
    let mut schema = schemars::json_schema!({
        "type": "object",
        "title": french,
        "description": english,
        "properties": Value::Object(properties),
    });
    if !required.is_empty() {
        schema.insert("required".to_owned(), Value::Array(required));
    }
    schema
}
