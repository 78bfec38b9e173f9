//! Texts, yes or no, what is kept as it is, and lists and options of any field.

use serde_json::Value;

use super::field::{Field, Items, View};
use super::path::Target;
use super::read::{fill_items, read_short_text};
use super::reader::Reader;
use crate::i18n::texts::problem as say;
use crate::model::scalar::Id;

/// Puts what was read in its place; false where nothing was.
pub(crate) fn settle<T>(field: &mut T, found: Option<T>) -> bool {
    let read = found.is_some();
    if let Some(found) = found {
        *field = found;
    }
    read
}

impl Field for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        settle(self, read_short_text(value, reader))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "maxLength": super::MAX_TEXT })
    }
}

impl Field for bool {
    fn view(&self) -> View<'_> {
        View::Flag(*self)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        match value {
            Value::Bool(flag) => {
                *self = flag;
                true
            }
            _ => reader.refuse_type(say::type_boolean()),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "boolean" })
    }
}

/// Kept as it is, whatever it holds.
impl Field for Value {
    fn view(&self) -> View<'_> {
        View::Any(self)
    }

    fn fill(&mut self, value: Value, _: &mut Reader) -> bool {
        *self = value;
        true
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({})
    }
}

impl<T: Field + Default> Field for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, T::view)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let read = self.insert(T::default()).fill(value, reader);
        if !read {
            *self = None;
        }
        read
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

impl<T: Field + Default> Items for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<&dyn Field> {
        self.get(index).map(|item| item as &dyn Field)
    }

    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Field> {
        self.get_mut(index).map(|item| item as &mut dyn Field)
    }

    fn lengthen(&mut self) {
        self.push(T::default());
    }

    fn exchange(&mut self, one: usize, other: usize) {
        self.swap(one, other);
    }

    fn shorten(&mut self, count: usize) {
        self.truncate(count);
    }
}

impl<T: Field + Default> Field for Vec<T> {
    fn view(&self) -> View<'_> {
        if self.is_empty() { View::Absent } else { View::List(self) }
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        fill_items(self, value, reader)
    }

    fn remap(&mut self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        super::walk::remap_items(self, target, change);
        true
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        super::schema::list(T::schema(generator))
    }
}
