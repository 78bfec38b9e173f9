//! Popolo on its way in.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::super::import::refused;
use super::super::sheets::{self, Foreign, every};
use super::spread::spread;
use super::{Fields, record};
use crate::exchange::table;
use crate::exchange::{Refusal, read_value};
use crate::i18n::Phrase;
use crate::i18n::texts::formats as say;
use crate::model::{FORMAT, FORMAT_VERSION, ProblemCode};
use crate::vocabulary::fold;

/// The dossier that a file of Popolo describes.
pub(in crate::exchange::formats) fn read(bytes: &[u8], language: &str) -> Result<Foreign, Refusal> {
    let wrong = || refused(ProblemCode::WrongFormat, say::not_popolo());
    let text = table::text_of(bytes).map_err(|phrase| refused(ProblemCode::TooLarge, phrase))?;
    let Ok(file) = serde_json::from_str(text.trim_start_matches('\u{feff}')) else { return Err(wrong()) };
    let popolo = Popolo { file: spread(file) };
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

pub(super) fn text<'v>(record: &'v Fields, key: &str) -> &'v str {
    record.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn code(words: &[(&'static str, Phrase)], word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let found = words
        .iter()
        .find(|(code, phrase)| *code == word || every(phrase).iter().any(|one| fold(one) == folded));
    found.map(|(code, _)| *code).filter(|_| !word.is_empty())
}

/// A date of Popolo may lack its day or its month; a dossier keeps whole days, and what it cannot keep is said.
fn day(record: &Fields, key: &str, remarks: &mut Vec<Phrase>) -> Value {
    let said = text(record, key);
    let found = said.get(..10).and_then(crate::model::Date::parse);
    if found.is_none() && !said.is_empty() {
        remarks.push(say::popolo_day(
            said,
            [text(record, "name"), text(record, "label"), text(record, "id")]
                .into_iter()
                .find(|words| !words.is_empty())
                .unwrap_or_default(),
        ));
    }
    found.map_or(Value::Null, |day| json!(day))
}

impl Popolo {
    fn list(&self, key: &str) -> impl Iterator<Item = &Fields> {
        self.file.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
    }

    fn find(&self, list: &str, id: &str) -> Option<&Fields> {
        self.list(list).find(|record| text(record, "id") == id)
    }

    fn is_project(record: &Fields) -> bool {
        every(&say::popolo_project()).iter().any(|word| word == text(record, "classification"))
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
        let mut people = HashSet::new();
        for organisation in self.list("organizations").filter(|record| !Self::is_project(record)) {
            if self.is_body(organisation) {
                bodies.push(self.body(organisation, remarks));
            } else {
                actors.push(self.actor(organisation, &mut people));
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
        let meeting = |event| {
            record([
                ("id", json!(text(event, "id"))),
                ("title", json!(text(event, "name"))),
                ("on", day(event, "start_date", remarks)),
            ])
        };
        let meetings: Vec<Value> = self.list("events").map(meeting).collect();
        let described = project.map_or(Value::Null, |project| {
            record([
                ("title", json!(text(project, "name"))),
                ("startsOn", day(project, "founding_date", remarks)),
                ("endsOn", day(project, "dissolution_date", remarks)),
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
            ("meetings", Value::Array(meetings)),
        ])
    }

    /// `people` are those who are somebody's contact already: a dossier has a contact for each actor, Popolo one
    /// person for all, whose further contacts bear the id of their membership.
    fn actor<'f>(&'f self, organisation: &Fields, people: &mut HashSet<&'f str>) -> Value {
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
            let details: Vec<&Fields> = details.filter_map(Value::as_object).collect();
            let detail = |kinds: &[&str]| {
                let found = details.iter().find(|one| kinds.contains(&text(one, "type")));
                found.map_or("", |one| text(one, "value"))
            };
            let email = [text(person, "email"), detail(&["email"])];
            let id = text(person, "id");
            let id = if people.insert(id) { id } else { text(one, "id") };
            Some(record([
                ("id", json!(id)),
                ("name", json!(text(person, "name"))),
                ("position", json!(text(one, "role"))),
                ("email", json!(email.into_iter().find(|words| !words.is_empty()))),
                ("phone", json!(detail(&["voice", "cell"]))),
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
            // Who holds it now, or held it last.
            let held = self.list("memberships").filter(|one| text(one, "post_id") == text(post, "id"));
            let held = held.max_by_key(|one| {
                (text(one, "end_date").is_empty(), text(one, "end_date"), text(one, "start_date"))
            });
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
        let Some(actor) = self.member(membership, remarks) else {
            let person = text(membership, "person_id");
            remarks.extend((!person.is_empty()).then(|| say::popolo_loose(person)));
            return None;
        };
        let Some(role) = code(&sheets::roles(), text(membership, "role")) else {
            remarks.push(say::popolo_role(text(membership, "role")));
            return None;
        };
        Some(record([
            ("id", json!(text(membership, "id"))),
            ("actor", json!(actor)),
            ("role", json!(role)),
            ("does", json!(text(membership, "label"))),
            ("startsOn", day(membership, "start_date", remarks)),
            ("endsOn", day(membership, "end_date", remarks)),
        ]))
    }
}
