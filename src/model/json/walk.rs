//! Comparing, and visiting and rewriting ids.

use super::field::{Items, Record, View};
use super::path::{Path, Step, Target};
use crate::model::scalar::Id;

impl View<'_> {
    /// Visits every id in the value, with what it designates.
    pub fn each_id(self, target: Target, path: &mut Path, visit: &mut dyn FnMut(&Path, Target, &Id)) {
        match self {
            Self::Id(id) => visit(path, target, id),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    path.enter(Step::Index(index));
                    item.view().each_id(target, path, visit);
                    path.leave();
                }
            }
            Self::Record(record) => {
                for (key, field) in record.fields() {
                    path.enter(Step::Key(key.name));
                    field.view().each_id(key.target, path, visit);
                    path.leave();
                }
            }
            _ => {}
        }
    }

    /// Whether rewriting its references would change the value.
    pub(super) fn touched(self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        match self {
            Self::Id(id) => {
                !matches!(target, Target::Own | Target::Any) && change(target, id).as_ref() != Some(id)
            }
            Self::List(items) => items.iter().any(|item| item.view().touched(target, change)),
            Self::Record(record) => {
                record.fields().any(|(key, field)| field.view().touched(key.target, change))
            }
            _ => false,
        }
    }

    /// Whether two values hold the same. What revisions share is not looked into.
    pub fn same(self, other: View<'_>) -> bool {
        match (self, other) {
            (Self::Absent, View::Absent) => true,
            (Self::Id(a), View::Id(b)) => a == b,
            (Self::Text(a), View::Text(b)) | (Self::Word(a), View::Word(b)) => a == b,
            (Self::Whole(a), View::Whole(b)) => a == b,
            (Self::Flag(a), View::Flag(b)) => a == b,
            (Self::Number(a), View::Number(b)) => a == b,
            (Self::Day(a), View::Day(b)) => a == b,
            (Self::Any(a), View::Any(b)) => a == b,
            (Self::List(a), View::List(b)) => {
                std::ptr::addr_eq(a, b)
                    || a.count() == b.count()
                        && a.iter()
                            .zip(b.iter())
                            .all(|(a, b)| std::ptr::addr_eq(a, b) || a.view().same(b.view()))
            }
            (Self::Record(a), View::Record(b)) => same_record(a, b),
            _ => false,
        }
    }
}

/// Whether two records hold the same.
pub fn same_record(a: &dyn Record, b: &dyn Record) -> bool {
    let fields = a.fields().zip(b.fields());
    fields.into_iter().all(|((_, a), (_, b))| a.view().same(b.view())) && a.extra() == b.extra()
}

/// Rewrites the references of a record.
pub fn remap_record(record: &mut dyn Record, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
    // Every field is rewritten even when one already condemns the record: callers may keep it.
    let mut stands = true;
    for (index, key) in record.keys().iter().enumerate() {
        if let Some(field) = record.field_mut(index) {
            stands &= field.remap(key.target, change);
        }
    }
    stands
}

/// Rewrites the references of a list; items that cannot stand without one go, the others are left alone.
pub(super) fn remap_items(
    items: &mut dyn Items,
    target: Target,
    change: &mut dyn FnMut(Target, &Id) -> Option<Id>,
) {
    items.sift(&mut |items, index| {
        let touched = items.item(index).is_some_and(|item| item.view().touched(target, change));
        !touched || items.item_mut(index).is_none_or(|item| item.remap(target, change))
    });
}
