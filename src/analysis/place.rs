//! Where in the product something is to be looked at or filled in.

use crate::model::Id;
use crate::vocabulary::Step;

/// A place a person can be taken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The step.
    pub step: Step,
    /// The record, where there is one.
    pub object: Option<Id>,
    /// The JSON key of the field, or the word of the criterion.
    pub field: Option<&'static str>,
}

impl Place {
    /// A step as a whole.
    pub const fn step(step: Step) -> Self {
        Self { step, object: None, field: None }
    }

    /// A field that belongs to no record of a list.
    pub const fn field(step: Step, field: &'static str) -> Self {
        Self { step, object: None, field: Some(field) }
    }

    /// A record.
    pub fn object(step: Step, object: &Id) -> Self {
        Self { step, object: Some(object.clone()), field: None }
    }

    /// A field of a record.
    pub fn at(step: Step, object: &Id, field: &'static str) -> Self {
        Self { step, object: Some(object.clone()), field: Some(field) }
    }
}
