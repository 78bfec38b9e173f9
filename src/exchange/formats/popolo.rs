//! Popolo (<https://www.popoloproject.com/specs/>): organisations, people, posts and memberships.
//!
//! Actors and bodies are organisations, the project is one too; a seat is a post, a role a membership in the project.
//! An organisation that sits somewhere is a `member`; where a person holds its seat, the membership is that person's,
//! on behalf of the organisation.

use serde_json::{Map, Value, json};

use super::import::refused;
use super::sheets::{self, Foreign, both};
use crate::exchange::table;
use crate::exchange::{Refusal, read_value};
use crate::i18n::texts::formats as say;
use crate::i18n::{Catalogue, Phrase};
use crate::model::{
    ActorKind, BodyKind, Capacity, Dossier, FORMAT, FORMAT_VERSION, Gender, Id, ProblemCode, TerritoryKind,
};
use crate::vocabulary::fold;

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
        let identifiers = actor
            .identifiers
            .iter()
            .map(|one| record([("scheme", json!(one.scheme)), ("identifier", json!(one.value))]));
        organizations.push(record([
            ("id", json!(actor.id)),
            ("name", json!(actor.name)),
            ("classification", json!(word(&kinds, actor.kind.map(ActorKind::as_str)))),
            ("identifiers", identifiers.collect()),
            ("area_id", json!(actor.territories.first())),
        ]));
        for contact in &actor.contacts {
            let phone = record([("type", json!("voice")), ("value", json!(contact.phone))]);
            persons.push(record([
                ("id", json!(contact.id)),
                ("name", json!(contact.name)),
                ("email", json!(contact.email)),
                ("contact_details", if contact.phone.is_empty() { Value::Null } else { json!([phone]) }),
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

/// The dossier that a file of Popolo describes.
pub(super) fn read(bytes: &[u8], language: &str) -> Result<Foreign, Refusal> {
    let wrong = || refused(ProblemCode::WrongFormat, say::not_popolo());
    let text = table::text_of(bytes).map_err(|phrase| refused(ProblemCode::TooLarge, phrase))?;
    let Ok(file) = serde_json::from_str(text.trim_start_matches('\u{feff}')) else { return Err(wrong()) };
    let popolo = Popolo { file };
    if popolo.list("organizations").next().is_none() && popolo.list("persons").next().is_none() {
        return Err(wrong());
    }
    let mut remarks = vec![say::popolo_holds()];
    let root = popolo.dossier(language, &mut remarks);
    Ok(Foreign { opened: read_value(root)?, remarks })
}

struct Popolo {
    file: Value,
}

fn text<'v>(record: &'v Fields, key: &str) -> &'v str {
    record.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn code(words: &[(&'static str, Phrase)], word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let found = words
        .iter()
        .find(|(code, phrase)| *code == word || both(phrase).iter().any(|one| fold(one) == folded));
    found.map(|(code, _)| *code).filter(|_| !word.is_empty())
}

/// A date of Popolo may lack its day or its month; a dossier keeps whole days.
fn day(record: &Fields, key: &str) -> Value {
    text(record, key).get(..10).and_then(crate::model::Date::parse).map_or(Value::Null, |day| json!(day))
}

impl Popolo {
    fn list(&self, key: &str) -> impl Iterator<Item = &Fields> {
        self.file.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
    }

    fn find(&self, list: &str, id: &str) -> Option<&Fields> {
        self.list(list).find(|record| text(record, "id") == id)
    }

    fn is_project(record: &Fields) -> bool {
        both(&say::popolo_project()).iter().any(|word| word == text(record, "classification"))
    }

    /// A body has posts, or is of a kind that only bodies have.
    fn is_body(&self, record: &Fields) -> bool {
        let id = text(record, "id");
        let kind = text(record, "classification");
        let posts = self.list("posts").any(|post| text(post, "organization_id") == id);
        !Self::is_project(record)
            && (posts
                || (code(&sheets::body_kinds(), kind).is_some() && code(&sheets::kinds(), kind).is_none()))
    }

    fn dossier(&self, language: &str, remarks: &mut Vec<Phrase>) -> Value {
        let project = self.list("organizations").find(|record| Self::is_project(record));
        let project_id = project.map_or("dossier", |project| text(project, "id"));
        let (mut actors, mut bodies) = (Vec::new(), Vec::new());
        for organisation in self.list("organizations").filter(|record| !Self::is_project(record)) {
            if self.is_body(organisation) {
                bodies.push(self.body(organisation, remarks));
            } else {
                actors.push(self.actor(organisation));
            }
        }
        let roles = self
            .list("memberships")
            .filter(|one| project.is_some() && text(one, "organization_id") == project_id);
        let roles: Vec<Value> = roles.filter_map(|one| self.role(one, remarks)).collect();
        let territories = self.list("areas").map(|area| {
            let found = text(area, "identifier");
            record([
                ("id", json!(text(area, "id"))),
                ("name", json!(text(area, "name"))),
                ("kind", json!(code(&sheets::territory_kinds(), text(area, "classification")))),
                ("code", if found.is_empty() { Value::Null } else { json!({ "value": found }) }),
                ("parent", json!(self.find("areas", text(area, "parent_id")).map(|area| text(area, "id")))),
            ])
        });
        let meetings = self.list("events").map(|event| {
            record([
                ("id", json!(text(event, "id"))),
                ("title", json!(text(event, "name"))),
                ("on", day(event, "start_date")),
            ])
        });
        let described = project.map_or(Value::Null, |project| {
            record([
                ("title", json!(text(project, "name"))),
                ("startsOn", day(project, "founding_date")),
                ("endsOn", day(project, "dissolution_date")),
            ])
        });
        record([
            ("format", json!(FORMAT)),
            ("formatVersion", json!(FORMAT_VERSION)),
            ("id", json!(project_id)),
            ("language", json!(language)),
            ("project", described),
            ("territories", territories.collect()),
            ("actors", Value::Array(actors)),
            ("roles", Value::Array(roles)),
            ("bodies", Value::Array(bodies)),
            ("meetings", meetings.collect()),
        ])
    }

    fn actor(&self, organisation: &Fields) -> Value {
        let id = text(organisation, "id");
        let kind = text(organisation, "classification");
        let found = code(&sheets::kinds(), kind);
        let identifiers = organisation.get("identifiers").and_then(Value::as_array).into_iter().flatten();
        let identifiers = identifiers
            .filter_map(Value::as_object)
            .map(|one| json!({ "scheme": text(one, "scheme"), "value": text(one, "identifier") }));
        let contacts = self.list("memberships").filter(|one| text(one, "organization_id") == id);
        let contacts = contacts.filter_map(|one| {
            let person = self.find("persons", text(one, "person_id"))?;
            let details = person.get("contact_details").and_then(Value::as_array).into_iter().flatten();
            let phone = details
                .filter_map(Value::as_object)
                .find(|one| ["voice", "cell"].contains(&text(one, "type")));
            Some(record([
                ("id", json!(text(person, "id"))),
                ("name", json!(text(person, "name"))),
                ("position", json!(text(one, "role"))),
                ("email", json!(text(person, "email"))),
                ("phone", json!(phone.map(|phone| text(phone, "value")))),
            ]))
        });
        let area = self.find("areas", text(organisation, "area_id"));
        record([
            ("id", json!(id)),
            ("name", json!(text(organisation, "name"))),
            ("kind", json!(found)),
            ("subkind", json!(if found.is_none() { kind } else { "" })),
            ("identifiers", identifiers.collect()),
            ("territories", area.into_iter().map(|area| json!(text(area, "id"))).collect()),
            ("contacts", contacts.collect()),
        ])
    }

    fn body(&self, organisation: &Fields, remarks: &mut Vec<Phrase>) -> Value {
        let id = text(organisation, "id");
        let seats = self.list("posts").filter(|post| text(post, "organization_id") == id).map(|post| {
            let held = self.list("memberships").find(|one| text(one, "post_id") == text(post, "id"));
            let person = held.and_then(|held| self.find("persons", text(held, "person_id")));
            let holder = person.map_or(Value::Null, |person| {
                record([
                    ("name", json!(text(person, "name"))),
                    ("gender", json!(code(&sheets::genders(), text(person, "gender")))),
                ])
            });
            record([
                ("id", json!(text(post, "id"))),
                ("actor", json!(held.and_then(|held| self.member(held, remarks)))),
                ("holder", holder),
                ("capacity", json!(code(&sheets::capacities(), text(post, "role")))),
            ])
        });
        record([
            ("id", json!(id)),
            ("title", json!(text(organisation, "name"))),
            ("kind", json!(code(&sheets::body_kinds(), text(organisation, "classification")))),
            ("seats", seats.collect()),
        ])
    }

    /// The actor that a membership is about.
    fn member(&self, membership: &Fields, remarks: &mut Vec<Phrase>) -> Option<String> {
        let member = membership.get("member").and_then(Value::as_object).map(|member| text(member, "id"));
        let id = member.unwrap_or_else(|| text(membership, "on_behalf_of_id"));
        let actor = self.find("organizations", id).filter(|one| !Self::is_project(one) && !self.is_body(one));
        if actor.is_none() && !id.is_empty() {
            remarks.push(say::popolo_loose(id));
        }
        actor.map(|actor| text(actor, "id").to_owned())
    }

    fn role(&self, membership: &Fields, remarks: &mut Vec<Phrase>) -> Option<Value> {
        let actor = self.member(membership, remarks)?;
        let Some(role) = code(&sheets::roles(), text(membership, "role")) else {
            remarks.push(say::popolo_role(text(membership, "role")));
            return None;
        };
        Some(record([
            ("id", json!(text(membership, "id"))),
            ("actor", json!(actor)),
            ("role", json!(role)),
            ("does", json!(text(membership, "label"))),
            ("startsOn", day(membership, "start_date")),
            ("endsOn", day(membership, "end_date")),
        ]))
    }
}
