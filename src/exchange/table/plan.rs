//! From what a person chose to one command.

use std::collections::HashMap;

use super::draft::{add_tag, place_key};
use super::duplicates::name_key;
use super::{Draft, Preview, With};
use crate::edit::{Command, FreshIds, Item};
use crate::model::{Actor, Contact, Dossier, Id, Territory};

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It enters as an actor of its own.
    Enter,
    /// It completes an actor of the dossier, or what an earlier row makes.
    Merge(With),
    /// It is left out.
    Skip,
}

/// What a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// One for each row; a row beyond the list enters.
    pub rows: Vec<Choice>,
    /// Whether the families that names suggest are taken.
    pub guesses: bool,
    /// Whether territories unknown to the dossier are added to it; otherwise their names become labels.
    pub territories: bool,
}

/// What to offer first: duplicates merge, lines that cannot enter are left out, the rest enters.
pub fn proposed(preview: &Preview) -> Choices {
    let rows = preview.rows.iter().map(|row| if row.draft.is_some() { Choice::Enter } else { Choice::Skip });
    let mut rows: Vec<Choice> = rows.collect();
    for duplicate in &preview.duplicates {
        if let Some(choice) = rows.get_mut(duplicate.row) {
            *choice = Choice::Merge(duplicate.with.clone());
        }
    }
    Choices { rows, guesses: true, territories: true }
}

/// The change to make, undone in one step. `entropy` serves the new ids (see [`FreshIds`]).
pub fn plan(dossier: &Dossier, preview: &Preview, choices: &Choices, entropy: u64) -> Command {
    let mut making = Making {
        dossier,
        choices,
        ids: FreshIds::new(dossier, entropy),
        actors: Vec::new(),
        existing: HashMap::new(),
        territories: Vec::new(),
        places: HashMap::new(),
    };
    let mut made: Vec<Option<usize>> = Vec::with_capacity(preview.rows.len());
    for (index, row) in preview.rows.iter().enumerate() {
        let choice = choices.rows.get(index).unwrap_or(&Choice::Enter);
        let slot = match (&row.draft, choice) {
            (None, _) | (_, Choice::Skip) => None,
            (Some(draft), Choice::Enter) => Some(making.enter(draft)),
            (Some(draft), Choice::Merge(with)) => {
                let slot = match with {
                    With::Existing(id) => making.slot_of(id),
                    // A row that was left out has nothing to complete: this one enters in its place.
                    With::Row(earlier) => made.get(*earlier).copied().flatten(),
                };
                Some(match slot {
                    Some(slot) => {
                        making.complete(slot, draft);
                        slot
                    }
                    None => making.enter(draft),
                })
            }
        };
        made.push(slot);
    }
    // The territories come first: the actors refer to them.
    let territories = making.territories.into_iter().map(Item::Territory);
    Command::PutAll(territories.chain(making.actors.into_iter().map(Item::Actor)).collect())
}

struct Making<'a> {
    dossier: &'a Dossier,
    choices: &'a Choices,
    ids: FreshIds,
    actors: Vec<Actor>,
    /// The place in `actors` of those that the dossier has already.
    existing: HashMap<Id, usize>,
    territories: Vec<Territory>,
    /// New territories by folded name.
    places: HashMap<String, Id>,
}

impl Making<'_> {
    fn enter(&mut self, draft: &Draft) -> usize {
        let id = self.ids.next("a");
        self.actors.push(Actor { id, name: draft.name.clone(), ..Actor::default() });
        let slot = self.actors.len() - 1;
        self.complete(slot, draft);
        slot
    }

    fn slot_of(&mut self, id: &Id) -> Option<usize> {
        if let Some(slot) = self.existing.get(id) {
            return Some(*slot);
        }
        self.actors.push(self.dossier.actor(id)?.clone());
        let slot = self.actors.len() - 1;
        self.existing.insert(id.clone(), slot);
        Some(slot)
    }

    /// Adds to an actor what it lacks; what it says otherwise stays, and what the line says goes to its labels.
    fn complete(&mut self, slot: usize, draft: &Draft) {
        let territories: Vec<Id> = draft.territories.iter().filter_map(|place| self.place(place)).collect();
        let contact_id = draft.contact.as_ref().map(|_| self.ids.next("c"));
        let guess = draft.guess.as_ref().filter(|_| self.choices.guesses);
        let unplaced = !self.choices.territories;
        let Some(actor) = self.actors.get_mut(slot) else { return };

        if actor.name.is_empty() {
            actor.name.clone_from(&draft.name);
        } else if name_key(&actor.name) != name_key(&draft.name) {
            add_tag(&mut actor.tags, &draft.name);
        }
        let (kind, subkind) = match guess {
            Some(guess) if actor.kind.is_none() && actor.subkind.is_empty() => {
                (Some(guess.kind), guess.subkind.as_deref().unwrap_or_default())
            }
            _ => (draft.kind, draft.subkind.as_str()),
        };
        if actor.kind.is_none() || actor.kind == kind || kind.is_none() {
            actor.kind = actor.kind.or(kind);
            if actor.subkind.is_empty() {
                subkind.clone_into(&mut actor.subkind);
            } else if !subkind.is_empty() && actor.subkind != subkind {
                add_tag(&mut actor.tags, subkind);
            }
        } else {
            // Another family than the one known: kept where it can be seen.
            let words =
                kind.map(crate::model::ActorKind::as_str).filter(|_| subkind.is_empty()).unwrap_or(subkind);
            add_tag(&mut actor.tags, words);
        }
        for identifier in &draft.identifiers {
            let same = |known: &crate::model::Identifier| {
                known.scheme.eq_ignore_ascii_case(&identifier.scheme)
                    && crate::model::identifier::normalise(&known.scheme, &known.value) == identifier.value
            };
            if !actor.identifiers.iter().any(same) {
                actor.identifiers.push(identifier.clone());
            }
        }
        for id in territories {
            if !actor.territories.contains(&id) {
                actor.territories.push(id);
            }
        }
        if unplaced {
            for place in draft.territories.iter().filter(|place| place.id.is_none()) {
                add_tag(&mut actor.tags, &place.name);
            }
        }
        if let (Some(contact), Some(id)) = (&draft.contact, contact_id) {
            complete_contacts(actor, contact, id);
        }
        if actor.interests.is_empty() {
            actor.interests.clone_from(&draft.interests);
        } else if !draft.interests.is_empty() && !actor.interests.contains(&draft.interests) {
            actor.interests.push('\n');
            actor.interests.push_str(&draft.interests);
        }
        for tag in &draft.tags {
            add_tag(&mut actor.tags, tag);
        }
    }

    fn place(&mut self, place: &super::Place) -> Option<Id> {
        if place.id.is_some() || !self.choices.territories {
            return place.id.clone();
        }
        let key = place_key(&place.name);
        if let Some(id) = self.places.get(&key) {
            return Some(id.clone());
        }
        let id = self.ids.next("t");
        self.territories.push(Territory { id: id.clone(), name: place.name.clone(), ..Territory::default() });
        self.places.insert(key, id.clone());
        Some(id)
    }
}

/// Completes the contact of the same name or e-mail, where no field says otherwise; else adds one.
fn complete_contacts(actor: &mut Actor, contact: &Contact, id: Id) {
    let agree = |a: &str, b: &str| a.is_empty() || b.is_empty() || name_key(a) == name_key(b);
    let same = |a: &str, b: &str| !a.is_empty() && name_key(a) == name_key(b);
    let place = actor.contacts.iter().position(|known| {
        (same(&known.name, &contact.name) || same(&known.email, &contact.email))
            && agree(&known.name, &contact.name)
            && agree(&known.position, &contact.position)
            && agree(&known.email, &contact.email)
            && agree(&known.phone, &contact.phone)
    });
    let Some(known) = place.and_then(|index| actor.contacts.item_mut(index)) else {
        actor.contacts.push(Contact { id, ..contact.clone() });
        return;
    };
    let fill = |text: &mut String, other: &str| {
        if text.is_empty() {
            other.clone_into(text);
        }
    };
    fill(&mut known.name, &contact.name);
    fill(&mut known.position, &contact.position);
    fill(&mut known.email, &contact.email);
    fill(&mut known.phone, &contact.phone);
}
