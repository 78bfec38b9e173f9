//! Lines that seem to be an actor known already.

use std::collections::HashMap;

use super::{Draft, Row};
use crate::model::identifier::siren_of;
use crate::model::{Dossier, Id, Identifier};
use crate::vocabulary::fold;

/// What a row seems to repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum With {
    /// An actor of the dossier.
    Existing(Id),
    /// An earlier row.
    Row(usize),
}

/// What makes them look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The same SIREN: the same legal person.
    Siren,
    /// The same name, whatever the case, the accents and the small words.
    Name,
}

/// A row that seems to repeat something; a person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The row.
    pub row: usize,
    /// What it seems to repeat.
    pub with: With,
    /// By what.
    pub by: By,
}

/// A name reduced to what tells organisations apart.
pub(in crate::exchange) fn name_key(name: &str) -> String {
    let mut words = fold(name);
    if words.len() > 1
        && words.first().is_some_and(|word| matches!(word.as_str(), "association" | "asso" | "ass"))
    {
        words.remove(0);
    }
    if words.is_empty() { name.trim().to_lowercase() } else { words.join(" ") }
}

fn sirens(identifiers: &[Identifier]) -> Vec<String> {
    identifiers.iter().filter_map(|one| siren_of(&one.scheme, &one.value)).collect()
}

/// What is known so far under a key.
#[derive(Default)]
struct Known {
    by_siren: HashMap<String, With>,
    /// With the SIREN of the first that bears the name, where it has one.
    by_name: HashMap<String, (With, Vec<String>)>,
}

impl Known {
    fn learn(&mut self, name: &str, sirens: &[String], with: &With) {
        for siren in sirens {
            self.by_siren.entry(siren.clone()).or_insert_with(|| with.clone());
        }
        if !name.trim().is_empty() {
            self.by_name.entry(name_key(name)).or_insert_with(|| (with.clone(), sirens.to_vec()));
        }
    }

    fn find(&self, draft: &Draft, own: &[String]) -> Option<(With, By)> {
        if let Some(with) = own.iter().find_map(|siren| self.by_siren.get(siren)) {
            return Some((with.clone(), By::Siren));
        }
        let (with, theirs) = self.by_name.get(&name_key(&draft.name))?;
        // The same name under two SIREN is two legal persons.
        let apart = !own.is_empty() && !theirs.is_empty();
        (!apart).then(|| (with.clone(), By::Name))
    }
}

/// The rows that seem to repeat an actor of the dossier, or else an earlier row; each is said once.
pub(super) fn find(rows: &[Row], dossier: &Dossier) -> Vec<Duplicate> {
    let mut known = Known::default();
    for actor in &dossier.actors {
        known.learn(&actor.name, &sirens(&actor.identifiers), &With::Existing(actor.id.clone()));
    }
    let mut found = Vec::new();
    for (row, draft) in rows.iter().enumerate().filter_map(|(row, it)| Some((row, it.draft.as_ref()?))) {
        let own = sirens(&draft.identifiers);
        let same = known.find(draft, &own);
        // What the row adds, an identifier or another name, leads back to what it repeats.
        let with = same.as_ref().map_or(With::Row(row), |(with, _)| with.clone());
        known.learn(&draft.name, &own, &with);
        if let Some((with, by)) = same {
            found.push(Duplicate { row, with, by });
        }
    }
    found
}
