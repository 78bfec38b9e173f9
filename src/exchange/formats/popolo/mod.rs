//! Popolo (<https://www.popoloproject.com/specs/>): organisations, people, posts and memberships.
//!
//! Actors and bodies are organisations, the project is one too; a seat is a post, a role a membership in the project.
//! An organisation that sits somewhere is a `member`; where a person holds its seat, the membership is that person's,
//! on behalf of the organisation.

use serde_json::{Map, Value, json};

use super::sheets;
use crate::i18n::texts::formats as say;
use crate::i18n::{Catalogue, Phrase};
use crate::model::safe_url::mail_link;
use crate::model::{ActorKind, BodyKind, Capacity, Dossier, Gender, Id, TerritoryKind};

mod read;
mod spread;

pub(super) use read::read;

type Fields = Map<String, Value>;

/// A record from its filled fields.
fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let filled = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(|(_, value)| filled(value));
    Value::Object(fields.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// Whether these words are an address of electronic mail, and nothing beside it.
fn is_address(words: &str) -> bool {
    words.is_ascii() && words == words.trim() && mail_link(words).is_some()
}

fn organisation(id: &str) -> Value {
    json!({ "@type": "Organization", "id": id })
}

/// The file.
pub(super) fn write(dossier: &Dossier, texts: &Catalogue) -> Vec<u8> {
    let word = |words: &[(&'static str, Phrase)], code: Option<&str>| {
        let found = words.iter().find(|(known, _)| Some(*known) == code);
        found.map_or_else(String::new, |(_, phrase)| texts.say(phrase).into_owned())
    };
    let (mut organizations, mut persons, mut posts, mut memberships) = (vec![], vec![], vec![], vec![]);
    let project = dossier.project.as_ref();
    let title = dossier.title();
    organizations.push(record([
        ("id", json!(dossier.id)),
        ("name", json!(title)),
        ("classification", json!(texts.say(say::popolo_project()))),
        ("founding_date", json!(project.and_then(|project| project.starts_on))),
        ("dissolution_date", json!(project.and_then(|project| project.ends_on))),
    ]));
    let kinds = sheets::kinds();
    for actor in &dossier.actors {
        // Popolo asks for the identifier, not for its scheme.
        let identifiers = actor
            .identifiers
            .iter()
            .filter(|one| !one.value.is_empty())
            .map(|one| record([("scheme", json!(one.scheme)), ("identifier", json!(one.value))]));
        organizations.push(record([
            ("id", json!(actor.id)),
            ("name", json!(actor.name)),
            ("classification", json!(word(&kinds, actor.kind.map(ActorKind::as_str)))),
            ("identifiers", identifiers.collect()),
            ("area_id", json!(actor.territories.first())),
        ]));
        for contact in &actor.contacts {
            // Popolo asks for an address there: what is none is a detail.
            let email = contact.email.as_str();
            let (email, other) = if is_address(email) { (email, "") } else { ("", email) };
            let details = [("voice", contact.phone.as_str()), ("email", other)]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(kind, value)| record([("type", json!(kind)), ("value", json!(value))]));
            persons.push(record([
                ("id", json!(contact.id)),
                ("name", json!(contact.name)),
                ("email", json!(email)),
                ("contact_details", details.collect()),
            ]));
            memberships.push(record([
                ("id", json!(format!("{}-membership", contact.id))),
                ("person_id", json!(contact.id)),
                ("organization_id", json!(actor.id)),
                ("role", json!(contact.position)),
            ]));
        }
    }
    let (bodies, capacities, genders) = (sheets::body_kinds(), sheets::capacities(), sheets::genders());
    for body in &dossier.bodies {
        organizations.push(record([
            ("id", json!(body.id)),
            ("name", json!(body.title)),
            ("classification", json!(word(&bodies, body.kind.map(BodyKind::as_str)))),
            ("parent_id", json!(dossier.id)),
        ]));
        for (rank, seat) in (1_usize..).zip(&body.seats) {
            posts.push(record([
                ("id", json!(seat.id)),
                ("label", json!(texts.say(say::popolo_seat(rank, body.title.as_str())))),
                ("role", json!(word(&capacities, seat.capacity.map(Capacity::as_str)))),
                ("organization_id", json!(body.id)),
            ]));
            let held =
                seat.holder.as_ref().filter(|holder| !holder.name.is_empty() || holder.gender.is_some());
            let person = held.map(|holder| {
                let id = format!("{}-holder", seat.id);
                persons.push(record([
                    ("id", json!(id)),
                    ("name", json!(holder.name)),
                    ("gender", json!(word(&genders, holder.gender.map(Gender::as_str)))),
                ]));
                id
            });
            let actor = seat.actor.as_ref().map(Id::as_str);
            if person.is_some() || actor.is_some() {
                memberships.push(record([
                    ("id", json!(format!("{}-membership", seat.id))),
                    ("member", if person.is_none() { json!(actor.map(organisation)) } else { Value::Null }),
                    ("on_behalf_of_id", if person.is_some() { json!(actor) } else { Value::Null }),
                    ("person_id", json!(person)),
                    ("organization_id", json!(body.id)),
                    ("post_id", json!(seat.id)),
                ]));
            }
        }
    }
    let roles = sheets::roles();
    for role in &dossier.roles {
        memberships.push(record([
            ("id", json!(role.id)),
            ("label", json!(role.does)),
            ("role", json!(word(&roles, Some(role.role.as_str())))),
            ("member", organisation(role.actor.as_str())),
            ("organization_id", json!(dossier.id)),
            ("start_date", json!(role.starts_on)),
            ("end_date", json!(role.ends_on)),
        ]));
    }
    let kinds = sheets::territory_kinds();
    let areas = dossier.territories.iter().map(|territory| {
        record([
            ("id", json!(territory.id)),
            ("name", json!(territory.name)),
            ("classification", json!(word(&kinds, territory.kind.map(TerritoryKind::as_str)))),
            ("identifier", json!(territory.code.as_ref().map(|code| &code.value))),
            ("parent_id", json!(territory.parent)),
        ])
    });
    let events = dossier.meetings.iter().map(|meeting| {
        record([
            ("id", json!(meeting.id)),
            ("name", json!(meeting.title)),
            ("start_date", json!(meeting.on)),
            ("organization_id", json!(dossier.id)),
        ])
    });
    let whole = json!({
        "persons": persons,
        "organizations": organizations,
        "posts": posts,
        "memberships": memberships,
        "events": events.collect::<Vec<_>>(),
        "areas": areas.collect::<Vec<_>>(),
    });
    serde_json::to_vec_pretty(&whole).unwrap_or_default()
}
