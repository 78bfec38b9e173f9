//! Lists of records that share their items between revisions.

use std::rc::Rc;

use super::field::{Field, Items, View};
use super::{Reader, Target};
use crate::model::scalar::Id;

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

    /// Puts a record in place of the one at `index`, or at the end where there is none.
    pub fn put(&mut self, index: Option<usize>, item: T) {
        let (item, items) = (Rc::new(item), self.items_mut());
        match index.and_then(|index| items.get_mut(index)) {
            Some(slot) => *slot = item,
            None => items.push(item),
        }
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

impl<T: Field + Clone + Default> List<T> {
    /// The items, whatever they are.
    pub fn items(&self) -> &dyn Items {
        &*self.0
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

impl<T: Field + Clone + Default> Items for Vec<Rc<T>> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<&dyn Field> {
        self.get(index).map(|item| item.as_ref() as &dyn Field)
    }

    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Field> {
        self.get_mut(index).map(|item| Rc::make_mut(item) as &mut dyn Field)
    }

    fn read_item(&mut self, value: serde_json::Value, reader: &mut Reader) -> bool {
        let mut item = T::default();
        let read = item.fill(value, reader) || reader.goes_on();
        if read {
            self.push(Rc::new(item));
        }
        read
    }

    fn exchange(&mut self, one: usize, other: usize) {
        self.swap(one, other);
    }

    fn shorten(&mut self, count: usize) {
        self.truncate(count);
    }
}

impl<T: Field + Clone + Default> Field for List<T> {
    fn view(&self) -> View<'_> {
        View::List(self.items())
    }

    fn fill(&mut self, value: serde_json::Value, reader: &mut Reader) -> bool {
        super::read::fill_items(self.items_mut(), value, reader)
    }

    fn remap(&mut self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        // Records that keep every reference stay shared with the other revisions.
        if self.view().touched(target, change) {
            super::walk::remap_items(self.items_mut(), target, change);
        }
        true
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        super::schema::list(T::schema(generator))
    }
}

impl<T: Field + Clone + Default> serde::Serialize for List<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}
