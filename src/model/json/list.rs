//! Lists of records that share their items between revisions.

use std::rc::Rc;

use super::field::{Field, Items, View};
use super::{Reader, Target};
use crate::model::scalar::Id;

/// Records in the order of the file. Items are shared between revisions until one is changed.
#[derive(Clone, Debug)]
pub struct List<T>(
    /// Nothing until a first item comes: most lists of most records stay empty.
    Option<Rc<Vec<Rc<T>>>>,
);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
            || self.len() == other.len()
                && self.iter().zip(other).all(|(one, other)| Rc::ptr_eq(one, other) || one == other)
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T> std::ops::Deref for List<T> {
    type Target = [Rc<T>];
    fn deref(&self) -> &[Rc<T>] {
        self.0.as_ref().map_or(&[], |items| items)
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a Rc<T>;
    type IntoIter = std::slice::Iter<'a, Rc<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(Some(Rc::new(items.into_iter().map(Rc::new).collect())))
    }
}

impl<T> List<T> {
    /// Whether both are the very same list, which is cheap and implies equality.
    pub fn same(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            _ => self.is_empty() && other.is_empty(),
        }
    }

    /// The items, to add, remove or reorder; copied first when another revision shares them.
    pub fn items_mut(&mut self) -> &mut Vec<Rc<T>> {
        let items = self.0.get_or_insert_default();
        if Rc::get_mut(items).is_none() {
            *items = copy_of(items);
        }
        // `Rc::make_mut` says the same in four times the code. What was just made is not shared: never aborts.
        Rc::get_mut(items).unwrap_or_else(|| std::process::abort())
    }

    /// Adds a record at the end.
    pub fn push(&mut self, item: T) {
        self.items_mut().push(Rc::new(item));
    }

    /// Puts a record in place of the one at `index`, or at the end where there is none.
    pub fn put(&mut self, index: usize, item: T) {
        let (item, items) = (Rc::new(item), self.items_mut());
        match items.get_mut(index) {
            Some(slot) => *slot = item,
            None => items.push(item),
        }
    }

    /// The record at `index`, to change; copied first when another revision shares it.
    pub fn item_mut(&mut self, index: usize) -> Option<&mut T>
    where
        T: Clone,
    {
        self.items_mut().get_mut(index).and_then(own)
    }

    /// Keeps the records for which `keep` is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        if self.iter().any(|item| !keep(item)) {
            self.items_mut().retain(|item| keep(item));
        }
    }
}

/// A list of one's own of the same items.
#[inline(never)]
fn copy_of<T>(items: &[Rc<T>]) -> Rc<Vec<Rc<T>>> {
    // Apart: it comes out the same for every record, and is then kept once.
    Rc::new(items.to_vec())
}

/// An item to change; copied first when another revision shares it. Always something.
fn own<T: Clone>(item: &mut Rc<T>) -> Option<&mut T> {
    if Rc::get_mut(item).is_none() {
        *item = Rc::new(T::clone(item));
    }
    Rc::get_mut(item)
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
        self.get_mut(index).and_then(own).map(|item| item as &mut dyn Field)
    }

    fn lengthen(&mut self) {
        self.push(Rc::default());
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
        match &self.0 {
            Some(items) if !items.is_empty() => View::List(&**items),
            _ => View::Absent,
        }
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
