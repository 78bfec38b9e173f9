//! Copies of a dossier from which something was taken out before they leave.
//!
//! What may leave is decided field by field, in [`table`]. A copy is built from what may go, never by erasing from the
//! whole: what the table does not know stays at home. The result is read back like any file, so that it passes every
//! check, and says in `privacy` what it is: what it lacks was not said to be gone.
//!
//! What replaces names: evaluators and respondents become numbers (E1, R1), the same in the whole copy, so that three
//! opinions stay three. A contact keeps the function held, a seat the gender of its holder: parity is computed from it.
//! Ties of conflict stay at home with the notes. The ids of contacts that repeat a name or an address are replaced.

mod departure;
mod still_named;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

pub use departure::{Departure, StillNamed, What, contents};

use super::read::read_value;
use super::report::Refusal;
use crate::model::json::{Field, Path, Target};
use crate::model::{Dossier, Privacy};
use crate::vocabulary::fold;
use table::{Reach, part_at, to_read_again, way};

/// A copy ready to leave.
#[derive(Clone, Debug)]
pub struct Copy {
    /// What leaves.
    pub dossier: Dossier,
    /// What does not.
    pub departure: Departure,
}

/// The copy of a dossier at a level of privacy; the whole of it where none is given.
///
/// # Errors
/// What keeps the copy from being a dossier: never for one that passes its checks.
pub fn copy(dossier: &Dossier, privacy: Option<Privacy>) -> Result<Copy, Refusal> {
    // A copy of a copy never holds more than the first.
    let Some(privacy) = privacy.max(dossier.privacy) else {
        return Ok(Copy { dossier: dossier.clone(), departure: Departure::default() });
    };
    let mut walk = Walk::new(dossier, privacy);
    let mut file = walk.dossier(dossier, false);
    walk.departure.still_named = still_named::find(&file, &walk.secrets);
    if let Value::Object(keys) = &mut file {
        keys.insert("privacy".to_owned(), Value::from(privacy.as_str()));
    }
    Ok(Copy { dossier: read_value(file)?.dossier, departure: walk.departure })
}

/// A level by its name in the file; `complete` and nothing are no reduction.
///
/// # Errors
/// The name, where it is none of them.
pub fn level(name: &str) -> Result<Option<Privacy>, &str> {
    match name {
        "" | "complete" => Ok(None),
        name => Privacy::from_word(name).map(Some).ok_or(name),
    }
}

/// Goes through a dossier as JSON and builds what leaves.
struct Walk {
    privacy: Privacy,
    departure: Departure,
    /// Names and addresses that stay, to look for in the texts that leave.
    secrets: Vec<String>,
    /// The number of each evaluator (`E`) and respondent (`R`).
    numbers: HashMap<(char, String), usize>,
    ids: HashSet<String>,
    contacts: usize,
    quiet: bool,
}

impl Walk {
    fn new(dossier: &Dossier, privacy: Privacy) -> Self {
        let mut ids = HashSet::new();
        dossier.view().each_id(Target::Own, &mut Path::default(), &mut |_, _, id| {
            ids.insert(id.as_str().to_owned());
        });
        Self {
            privacy,
            departure: Departure::default(),
            secrets: Vec::new(),
            numbers: HashMap::new(),
            ids,
            contacts: 0,
            quiet: false,
        }
    }

    /// What leaves of a dossier. One inside a snapshot is reduced without being counted.
    fn dossier(&mut self, dossier: &Dossier, inside: bool) -> Value {
        let before = std::mem::replace(&mut self.quiet, inside);
        let Value::Object(mut file) = dossier.view().value() else { return Value::Null };
        if inside {
            file.shift_remove("snapshots");
        }
        let file = Value::Object(self.record("", file));
        self.quiet = before;
        file
    }

    fn note(&mut self, what: What, count: usize) {
        if !self.quiet {
            self.departure.note(what, count);
        }
    }

    fn record(&mut self, at: &str, record: Map<String, Value>) -> Map<String, Value> {
        let part = part_at(at);
        let mut kept = Map::new();
        let personal = if at == "actors/contacts" { names_in(&record) } else { Vec::new() };
        for (key, value) in record {
            let way = way(at, &key);
            let Some(reach) = part.and_then(|part| part.reach(&key)) else {
                self.note(What::Unknown, usize::from(says(&value)));
                continue;
            };
            let goes = match reach {
                Reach::Public => true,
                Reach::Partners | Reach::Numbered => self.privacy == Privacy::WithoutPersonalData,
                Reach::Home => false,
            };
            if !goes {
                self.note(What::at(&way), count(&value));
                self.hide(&way, &value);
                continue;
            }
            let value = match (way.as_str(), reach) {
                (_, Reach::Numbered) => self.number(&way, value),
                ("actors/contacts/id", _) => self.contact_id(value, &personal),
                ("snapshots/content", _) => self.snapshot(value),
                _ => self.value(&way, value),
            };
            kept.insert(key, value);
        }
        kept
    }

    fn value(&mut self, way: &str, value: Value) -> Value {
        match value {
            Value::Object(record) => Value::Object(self.record(way, record)),
            Value::Array(items) => Value::Array(self.items(way, items)),
            Value::String(text) => {
                if !self.quiet && !text.is_empty() && to_read_again(way) {
                    self.departure.to_read_again += 1;
                }
                Value::String(text)
            }
            value => value,
        }
    }

    fn items(&mut self, way: &str, items: Vec<Value>) -> Vec<Value> {
        let mut kept = Vec::with_capacity(items.len());
        for item in items {
            if self.stays(way, &item) {
                self.note(What::at(way), 1);
                self.hide(way, &item);
                continue;
            }
            kept.push(self.value(way, item));
        }
        kept
    }

    /// Records that stay though others of their list leave.
    fn stays(&self, way: &str, item: &Value) -> bool {
        let says = |key: &str, word: &str| item.get(key).and_then(Value::as_str) == Some(word);
        match way {
            "ties" => says("level", "conflict"),
            // An offer that is not agreed is a matter of negotiation.
            "actors/contributions" => {
                self.privacy == Privacy::Public && !says("status", "agreed") && !says("status", "delivered")
            }
            // One that can no longer be read cannot be reduced either.
            "snapshots" => item.get("content").is_none_or(|content| read_value(content.clone()).is_err()),
            _ => false,
        }
    }

    fn snapshot(&mut self, content: Value) -> Value {
        match read_value(content) {
            Ok(opened) => self.dossier(&opened.dossier, true),
            Err(_) => Value::Null,
        }
    }

    /// A number in place of a name. Nothing in place of nothing: a value agreed together stays so.
    fn number(&mut self, way: &str, name: Value) -> Value {
        let Value::String(name) = name else { return Value::Null };
        if name.is_empty() {
            return Value::String(name);
        }
        self.hide(way, &Value::String(name.clone()));
        let letter = if way == "answers/respondent" { 'R' } else { 'E' };
        let known = self.numbers.keys().filter(|(of, _)| *of == letter).count();
        let number = if let Some(number) = self.numbers.get(&(letter, name.clone())) {
            *number
        } else {
            self.note(What::Numbered, 1);
            self.numbers.insert((letter, name), known + 1);
            known + 1
        };
        Value::String(format!("{letter}{number}"))
    }

    /// An id made by another tool may repeat the name it stands for. Nothing refers to contacts.
    fn contact_id(&mut self, id: Value, personal: &[String]) -> Value {
        let Value::String(id) = id else { return id };
        let plain = fold(&id).concat();
        if !id.contains('@') && !personal.iter().any(|word| plain.contains(word.as_str())) {
            return Value::String(id);
        }
        self.note(What::Ids, 1);
        loop {
            self.contacts += 1;
            let fresh = format!("contact-{}", self.contacts);
            if self.ids.insert(fresh.clone()) {
                return Value::String(fresh);
            }
        }
    }

    /// Remembers what stays, to look for it in what leaves.
    fn hide(&mut self, way: &str, value: &Value) {
        match value {
            Value::String(text) if is_secret(way) => self.secrets.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| self.hide(way, item)),
            Value::Object(record) => {
                record.iter().for_each(|(key, value)| self.hide(&table::way(way, key), value));
            }
            _ => {}
        }
    }
}

/// Whether a field holds a name or an address by itself.
fn is_secret(way: &str) -> bool {
    matches!(
        way.rsplit_once('/'),
        Some(
            ("actors/contacts", "name" | "email" | "phone")
                | ("bodies/seats/holder", "name")
                | (_, "by" | "respondent" | "people")
        )
    )
}

/// The words by which an id could tell a contact, without case or accents.
fn names_in(contact: &Map<String, Value>) -> Vec<String> {
    let texts = ["name", "email", "phone"].iter().filter_map(|key| contact.get(*key)?.as_str());
    texts.flat_map(fold).filter(|word| word.chars().count() > 2).collect()
}

/// Whether a value says something.
fn says(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

/// How many things a value is.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len(),
        value => usize::from(says(value)),
    }
}
