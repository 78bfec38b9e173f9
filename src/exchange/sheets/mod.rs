//! The sheets sent to partners, and their answers.
//!
//! A sheet is a small dossier with a [`PartnerSheet`](crate::model::PartnerSheet) in it: what the project is, the
//! titles of its objectives and functions, and the record of one actor without what others think of it. It comes back
//! as the same file, filled in. An answer can change nothing but that record and the positions of that actor.

mod answer;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

pub use answer::{Line, Review, Standing, review};

use crate::analysis::readings;
use crate::model::json::Field;
use crate::model::{
    Actor, Bounded, Contact, Criterion, Date, Dossier, FORMAT, FORMAT_VERSION, Id, KeyFunction, Objective,
    PartnerSheet, Position, Project, Reading, Territory,
};

/// How a sheet is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// Identifier of the sheet: that of its [`SheetSent`](crate::model::SheetSent).
    pub sheet: Id,
    /// The day it leaves.
    pub on: Date,
    /// A word to whoever fills it in.
    pub message: String,
    /// Whether the availability and the positions known here go with it. They may be what others think of the actor.
    pub with_values: bool,
}

/// The sheet of an actor; `None` when the dossier has no such actor.
pub fn sheet(dossier: &Dossier, actor: &Id, ask: &Ask) -> Option<Dossier> {
    let whole = dossier.actor(actor)?;
    let mut own = own_part(whole);
    let mut positions: Vec<Position> = Vec::new();
    if ask.with_values {
        let availability = readings::used(whole, Criterion::Availability).and_then(Bounded::new);
        if let Some(value) = availability {
            own.readings.push(Reading { criterion: Criterion::Availability, value, ..Reading::default() });
        }
        for objective in &dossier.objectives {
            if let Some(value) =
                readings::Positions::cell(dossier, actor, &objective.id).used.and_then(Bounded::new)
            {
                let (actor, objective) = (actor.clone(), objective.id.clone());
                positions.push(Position { actor, objective, value, ..Position::default() });
            }
        }
    }
    let project = dossier.project.clone().unwrap_or_default();
    let carrier = project.carrier.as_ref().and_then(|carrier| dossier.actor(carrier));
    let mut sent = Map::new();
    sent.insert("actor".to_owned(), own.view().value());
    // Without the key, the actor answers without having seen what was noted.
    if ask.with_values {
        let positions = positions.iter().map(|one| one.view().value()).collect();
        sent.insert("positions".to_owned(), positions);
    }
    Some(Dossier {
        format: FORMAT.to_owned(),
        format_version: FORMAT_VERSION.to_owned(),
        // Never the id of the whole: a sheet is no version of it.
        id: Id::from(format!("{}-{}", dossier.id, ask.sheet)),
        language: dossier.language.clone(),
        partner_sheet: Some(PartnerSheet {
            sheet: ask.sheet.clone(),
            actor: actor.clone(),
            dossier: dossier.id.clone(),
            revision: dossier.revision,
            sent_on: Some(ask.on),
            from: carrier.map(|carrier| carrier.name.clone()).unwrap_or_default(),
            message: ask.message.clone(),
            sent: Value::Object(sent),
            ..PartnerSheet::default()
        }),
        project: Some(Project { title: project.title, problem: project.problem, ..Project::default() }),
        territories: dossier
            .territories
            .iter()
            .map(|one| Territory { extra: Map::new(), ..Territory::clone(one) })
            .collect(),
        objectives: dossier
            .objectives
            .iter()
            .map(|one| Objective { id: one.id.clone(), title: one.title.clone(), ..Objective::default() })
            .collect(),
        functions: dossier
            .functions
            .iter()
            .map(|one| KeyFunction { id: one.id.clone(), title: one.title.clone(), ..KeyFunction::default() })
            .collect(),
        actors: std::iter::once(own).collect(),
        positions: positions.into_iter().collect(),
        ..Dossier::default()
    })
}

/// What an actor says of itself: what a sheet shows of its record, and what an answer can change in it.
fn own_part(actor: &Actor) -> Actor {
    Actor {
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: actor.kind,
        subkind: actor.subkind.clone(),
        territories: actor.territories.clone(),
        contacts: actor.contacts.iter().map(|one| own_contact(one)).collect(),
        interests: actor.interests.clone(),
        capabilities: actor.capabilities.clone(),
        contributions: actor
            .contributions
            .iter()
            .map(|one| crate::model::Contribution { extra: Map::new(), ..(**one).clone() })
            .collect(),
        ..Actor::default()
    }
}

/// A contact as its own organisation knows it; whether it decides is what others noted.
fn own_contact(contact: &Contact) -> Contact {
    Contact {
        id: contact.id.clone(),
        name: contact.name.clone(),
        position: contact.position.clone(),
        email: contact.email.clone(),
        phone: contact.phone.clone(),
        ..Contact::default()
    }
}

/// How many of the questions of a sheet are answered, and how many there are: availability, contribution, functions,
/// territories, contact, interests, and one for each objective.
pub fn progress(sheet: &Dossier, actor: &Actor) -> (usize, usize) {
    let said =
        |objective: &Objective| readings::Positions::cell(sheet, &actor.id, &objective.id).used.is_some();
    let answered = [
        readings::used(actor, Criterion::Availability).is_some(),
        !actor.contributions.is_empty(),
        !actor.capabilities.is_empty() || sheet.functions.is_empty(),
        !actor.territories.is_empty() || sheet.territories.is_empty(),
        !actor.contacts.is_empty(),
        !actor.interests.is_empty(),
    ];
    let positions = sheet.objectives.iter().filter(|one| said(one)).count();
    (answered.iter().filter(|said| **said).count() + positions, answered.len() + sheet.objectives.len())
}
