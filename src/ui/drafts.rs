//! Texts begun and not recorded yet: the name of an actor before Enter.
//!
//! They are no part of the dossier. They outlive their field while the person looks at another step, and the page
//! where this device keeps the dossier.

use std::cell::RefCell;

use super::host::{Options, Storage};
use crate::store;

/// The fields that keep what is typed in them.
pub const FIELDS: [&str; 2] = [ACTOR, CARRIER];
/// The name of the next actor.
pub const ACTOR: &str = "actor";
/// The name of the organisation that carries the project.
pub const CARRIER: &str = "carrier";

/// The texts begun in one element.
#[derive(Default)]
pub struct Drafts {
    /// The document they are kept for on this device.
    key: RefCell<Option<String>>,
    texts: RefCell<Vec<(&'static str, String)>>,
}

impl Drafts {
    /// Says where they are kept. Until the store gives its key, an element that names none has that of its page.
    pub fn kept_with(&self, options: &Options) {
        let page = || {
            let path = gloo::utils::window().location().pathname().unwrap_or_default();
            format!("page:{path}")
        };
        let local = options.storage == Storage::Local;
        self.kept_as(local.then(|| options.storage_key.clone().unwrap_or_else(page)));
    }

    /// The key of the store, or nothing where nothing is kept.
    pub fn kept_as(&self, key: Option<String>) {
        *self.key.borrow_mut() = key;
    }

    /// The text begun in a field.
    pub fn text(&self, field: &'static str) -> String {
        let here = self.texts.borrow().iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone());
        let kept = || store::draft(self.key.borrow().as_deref()?, field);
        here.or_else(kept).unwrap_or_default()
    }

    /// Keeps the text of a field; an empty one is forgotten.
    pub fn keep(&self, field: &'static str, text: &str) {
        let mut texts = self.texts.borrow_mut();
        texts.retain(|(name, _)| *name != field);
        texts.push((field, text.to_owned()));
        if let Some(key) = self.key.borrow().as_deref() {
            store::keep_draft(key, field, text);
        }
    }

    /// Forgets all of them, here and on this device.
    pub fn forget(&self) {
        for field in FIELDS {
            self.keep(field, "");
        }
    }
}
