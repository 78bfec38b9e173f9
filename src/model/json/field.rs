//! What the walks over a dossier know of a value: three traits that forget its type.
//!
//! Reading, writing, comparing, visiting ids and rewriting them are each written once, over [`View`]. A record adds
//! the table of its keys and the way to each of its fields, nothing else: written out for each of forty records,
//! these walks were a third of the program.

use serde_json::{Number, Value};

use super::Extra;
use super::path::Target;
use super::reader::Reader;
use crate::model::scalar::{Date, Id};

/// A value under a JSON key.
///
/// Implemented by leaves (texts, numbers, words of a closed list), by records, and by lists and options of these.
///
/// The default stands in for what could not be read (see [`Reader::thorough`]); no dossier holds it unless it was
/// said. A key whose default [is absent](View::is_absent) is optional, any other is required.
pub trait Field {
    /// What the value holds.
    fn view(&self) -> View<'_>;

    /// Reads a value that is neither `null`, `""` nor `[]` into a field that holds its default. False, and the field
    /// as it was, when it cannot be read; why is noted in the reader.
    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool;

    /// Rewrites every reference: `Some` gives the new id, `None` says that nothing bears it any more.
    /// False when the value cannot stand without it: the record that holds it goes too.
    ///
    /// `change` answers the same however often it is asked.
    fn remap(&mut self, _target: Target, _change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        true
    }

    /// Reads a value that is neither `null`, `""` nor `[]`.
    fn read(value: Value, reader: &mut Reader) -> Option<Self>
    where
        Self: Sized + Default,
    {
        let mut field = Self::default();
        field.fill(value, reader).then_some(field)
    }

    /// The JSON Schema of the value.
    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema
    where
        Self: Sized;
}

/// What a value holds, whatever its type in the program.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// An option that says nothing, or an empty list.
    Absent,
    /// An id, of the record or of another.
    Id(&'a Id),
    /// A text that may be empty.
    Text(&'a str),
    /// A word of a closed list, or an instant.
    Word(&'a str),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Flag(bool),
    /// A number as the file wrote it.
    Number(&'a Number),
    /// A calendar day.
    Day(Date),
    /// Kept as it is, whatever it holds.
    Any(&'a Value),
    /// A list that is not empty.
    List(&'a dyn Items),
    /// A record.
    Record(&'a dyn Record),
}

impl<'a> View<'a> {
    /// The items of a list in order; none where the value is no list.
    pub fn items(self) -> impl Iterator<Item = &'a dyn Field> {
        let list = if let Self::List(items) = self { Some(items) } else { None };
        let count = list.map_or(0, <dyn Items>::count);
        (0..count).filter_map(move |index| list?.item(index))
    }

    /// Whether the value stands for "not said".
    pub fn is_absent(self) -> bool {
        match self {
            Self::Absent => true,
            Self::Text(text) => text.is_empty(),
            Self::Any(value) => value.is_null(),
            _ => false,
        }
    }
}

/// The items of a list, whatever they are.
pub trait Items {
    /// How many.
    fn count(&self) -> usize;

    /// The item at a place.
    fn item(&self, index: usize) -> Option<&dyn Field>;

    /// The item at a place, to change; copied first when another revision shares it.
    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Field>;

    /// Adds a default item at the end.
    fn lengthen(&mut self);

    /// Exchanges two items.
    fn exchange(&mut self, one: usize, other: usize);

    /// Keeps the first items only.
    fn shorten(&mut self, count: usize);
}

impl dyn Items + '_ {
    /// The items in order.
    pub fn iter(&self) -> impl Iterator<Item = &dyn Field> {
        (0..self.count()).filter_map(|index| self.item(index))
    }

    /// Keeps the items that `keep` answers for, in their order.
    pub fn sift(&mut self, keep: &mut dyn FnMut(&mut (dyn Items + '_), usize) -> bool) {
        let mut kept = 0;
        for index in 0..self.count() {
            if keep(self, index) {
                if kept != index {
                    self.exchange(kept, index);
                }
                kept += 1;
            }
        }
        self.shorten(kept);
    }

    /// Reads an item and adds it at the end; false when it cannot be read and nothing stands in for it.
    pub fn read_item(&mut self, value: Value, reader: &mut Reader) -> bool {
        let place = self.count();
        self.lengthen();
        let read = self.item_mut(place).is_some_and(|item| item.fill(value, reader)) || reader.goes_on();
        if !read {
            self.shorten(place);
        }
        read
    }

    /// Moves an item to another place; those in between close up.
    pub fn shift(&mut self, from: usize, to: usize) {
        for index in from..to {
            self.exchange(index, index + 1);
        }
        for index in (to..from).rev() {
            self.exchange(index, index + 1);
        }
    }
}

/// A known key of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key in the file.
    pub name: &'static str,
    /// What an id under it designates.
    pub target: Target,
}

/// A JSON object with known fields.
pub trait Record: Field {
    /// The known keys, in the order in which they are written.
    fn keys(&self) -> &'static [Key];

    /// The value under the key at a place of [`keys`](Self::keys).
    fn field(&self, index: usize) -> Option<&dyn Field>;

    /// The value under the key at a place of [`keys`](Self::keys), to change.
    fn field_mut(&mut self, index: usize) -> Option<&mut dyn Field>;

    /// What the record holds beyond its own fields.
    fn extra(&self) -> &Extra;

    /// What the record holds beyond its own fields, to change.
    fn extra_mut(&mut self) -> &mut Extra;
}

impl dyn Record + '_ {
    /// The known keys with their values.
    pub fn fields(&self) -> impl Iterator<Item = (&'static Key, &dyn Field)> {
        self.keys().iter().enumerate().filter_map(|(index, key)| Some((key, self.field(index)?)))
    }

    /// The text under a key; empty where the record has no such text.
    pub fn text(&self, key: &str) -> &str {
        match self.fields().find(|(known, _)| known.name == key).map(|(_, field)| field.view()) {
            Some(View::Text(text)) => text,
            _ => "",
        }
    }
}

impl dyn Field + '_ {
    /// The id a record bears; `None` for what is no record, or bears none.
    pub fn own_id(&self) -> Option<&Id> {
        let View::Record(record) = self.view() else { return None };
        // Every record that bears an id starts with it; the dossier, which does not, lies in no list.
        match record.keys().first() {
            Some(Key { name: "id", target: Target::Own }) => match record.field(0)?.view() {
                View::Id(id) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }
}
