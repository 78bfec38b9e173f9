//! T18: what must not leave does not, whatever the field, and no field is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;
use crate::exchange::{read_value, write};
use crate::i18n::{Catalogue, Lang};
use crate::model::json::{Reader, View};

/// What a field holds, as far as a file shows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    Text,
    Record,
    Records,
    Leaf,
}

/// The record that stands at the end of a way, in a dossier that has one record in each list on it.
fn with_record<T>(steps: &[(String, bool)], put: Option<(&str, Value)>, look: impl Fn(View<'_>) -> T) -> T {
    let mut value = match put.clone() {
        Some((key, value)) => json!({ key: value }),
        None => json!({}),
    };
    for (key, list) in steps.iter().rev() {
        value = json!({ key.as_str(): if *list { json!([value]) } else { value } });
    }
    let dossier = Dossier::read(value, &mut Reader::thorough()).unwrap();
    let mut view = dossier.view();
    let inside = |view: View<'_>, key: &str| -> bool {
        matches!(view, View::Record(r) if r.keys().iter().any(|k| k.name == key))
    };
    for (key, list) in steps {
        assert!(inside(view, key));
        let View::Record(record) = view else { panic!("{key}") };
        let (_, field) = record.fields().find(|(known, _)| known.name == key).unwrap();
        view = if *list { field.view().items().next().unwrap().view() } else { field.view() };
    }
    if let Some((key, _)) = put {
        let View::Record(record) = view else { panic!("{key}") };
        let (_, field) = record.fields().find(|(known, _)| known.name == key).unwrap();
        return look(field.view());
    }
    look(view)
}

fn shape(steps: &[(String, bool)], key: &str) -> Shape {
    let listed = with_record(steps, Some((key, json!([{}]))), |view| match view {
        View::List(items) => match items.item(0).unwrap().view() {
            View::Record(_) => Shape::Records,
            View::Text(_) => Shape::Text,
            _ => Shape::Leaf,
        },
        View::Record(_) => Shape::Record,
        View::Text(_) => Shape::Text,
        _ => Shape::Leaf,
    });
    if listed != Shape::Leaf {
        return listed;
    }
    with_record(steps, Some((key, json!({}))), |view| {
        if matches!(view, View::Record(_)) { Shape::Record } else { Shape::Leaf }
    })
}

/// Every field of the format, by its way, found in the types themselves.
fn fields() -> BTreeMap<String, Shape> {
    let mut found = BTreeMap::new();
    let mut left: Vec<Vec<(String, bool)>> = vec![Vec::new()];
    while let Some(steps) = left.pop() {
        let keys = with_record(&steps, None, |view| match view {
            View::Record(record) => record.keys().iter().map(|key| key.name).collect::<Vec<_>>(),
            _ => panic!("{steps:?}"),
        });
        let at = steps.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join("/");
        for key in keys {
            let shape = shape(&steps, key);
            found.insert(way(&at, key), shape);
            if matches!(shape, Shape::Record | Shape::Records) {
                let mut deeper = steps.clone();
                deeper.push((key.to_owned(), shape == Shape::Records));
                left.push(deeper);
            }
        }
    }
    found
}

#[test]
fn t18_every_field_of_the_format_is_classified() {
    let fields = fields();
    // A few that the search must find, at each depth.
    for (way, shape) in [
        ("project/title", Shape::Text),
        ("actors/tags", Shape::Text),
        ("actors/contributions/money/amount", Shape::Text),
        ("bodies/seats/holder/name", Shape::Text),
        ("snapshots/content", Shape::Leaf),
    ] {
        assert_eq!(fields.get(way), Some(&shape), "{way}");
    }
    let in_types: BTreeSet<String> = fields.into_keys().collect();
    let in_table: BTreeSet<String> = table::known().into_iter().collect();
    assert_eq!(in_types.difference(&in_table).collect::<Vec<_>>(), Vec::<&String>::new(), "not classified");
    assert_eq!(in_table.difference(&in_types).collect::<Vec<_>>(), Vec::<&String>::new(), "no such field");
    assert_eq!(table::known().len(), in_table.len(), "classified twice");
}

/// A text that no other field holds.
fn s(way: &str) -> String {
    format!("<{way}>")
}

/// A dossier with such a text in every field that holds free text, and one unknown field at each depth.
fn marked() -> Value {
    let mut file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1", "revision": 7, "language": "fr",
        "unknown": s("unknown"),
        "project": { "title": s("project/title"), "problem": s("project/problem"), "carrier": "a1", "unknown": s("project/unknown") },
        "territories": [{ "id": "t1", "name": s("territories/name"), "code": { "scheme": s("territories/code/scheme"), "value": s("territories/code/value") } }],
        "pathway": [{ "id": "st1", "title": s("pathway/title") }],
        "needs": [{ "id": "n1", "title": s("needs/title"), "theme": s("needs/theme"), "liftedBy": ["a1"] }],
        "objectives": [{ "id": "o1", "title": s("objectives/title"), "theme": s("objectives/theme"),
            "indicators": [{ "title": s("objectives/indicators/title"), "unit": s("objectives/indicators/unit") }] }],
        "functions": [{ "id": "f1", "title": s("functions/title"), "skills": [s("functions/skills")], "public": s("functions/public"), "phase": s("functions/phase") }],
        "actors": [
            { "id": "a1", "name": s("actors/name"), "subkind": s("actors/subkind"), "tags": [s("actors/tags")],
              "identifiers": [{ "scheme": s("actors/identifiers/scheme"), "value": s("actors/identifiers/value") }],
              "contacts": [{ "id": "c1", "name": s("actors/contacts/name"), "position": s("actors/contacts/position"),
                  "email": s("actors/contacts/email"), "phone": s("actors/contacts/phone"), "canDecide": true, "unknown": s("actors/contacts/unknown") }],
              "interests": s("actors/interests"),
              "contributions": [{ "id": "k1", "title": s("actors/contributions/title"), "status": "agreed",
                  "money": { "amount": "1200.00", "currency": "EUR" }, "quantity": { "value": 1, "unit": s("actors/contributions/quantity/unit") } }],
              "readings": [{ "criterion": "stance", "value": -2, "on": "2026-01-01", "by": s("actors/readings/by"), "note": s("actors/readings/note") }] },
            { "id": "a2", "name": "Deux" }],
        "positions": [{ "actor": "a1", "objective": "o1", "value": -3, "by": s("positions/by"), "note": s("positions/note") }],
        "influences": [{ "from": "a1", "to": "a2", "value": 2, "by": s("influences/by") }],
        "ties": [{ "from": "a1", "to": "a2", "level": "cooperating" }, { "from": "a2", "to": "a1", "level": "conflict" }],
        "otherProjects": [{ "id": "j1", "title": s("otherProjects/title"), "note": s("otherProjects/note") }],
        "waves": [{ "id": "w1", "title": s("waves/title") }],
        "roles": [{ "id": "r1", "actor": "a1", "role": "lead", "does": s("roles/does"),
            "commitments": [{ "id": "e1", "text": s("roles/commitments/text"), "on": "2026-11-01" }],
            "conditions": [{ "code": s("roles/conditions/code"), "status": "notMet", "evidence": s("roles/conditions/evidence") }] }],
        "responsibilities": [{ "function": "f1", "actor": "a1", "letter": "A" }],
        "bodies": [{ "id": "b1", "title": s("bodies/title"), "quorum": s("bodies/quorum"),
            "colleges": [{ "id": "g1", "title": s("bodies/colleges/title") }],
            "seats": [{ "id": "p1", "actor": "a1", "holder": { "name": s("bodies/seats/holder/name"), "gender": "f" } }] }],
        "agreements": [{ "id": "v1", "title": s("agreements/title"), "clauses": [{ "code": s("agreements/clauses/code"), "text": s("agreements/clauses/text") }],
            "obligations": [{ "id": "ob1", "text": s("agreements/obligations/text") }], "linkedPlans": [{ "title": s("agreements/linkedPlans/title") }] }],
        "actions": [{ "id": "x1", "title": s("actions/title"), "budget": { "amount": "5000.00", "currency": "EUR" } }],
        "meetings": [{ "id": "m1", "title": s("meetings/title"), "theme": s("meetings/theme"), "decisions": [s("meetings/decisions")] }],
        "reviews": [{ "id": "y1", "people": [s("reviews/people")], "notes": s("reviews/notes") }],
        "answers": [{ "item": s("answers/item"), "respondent": s("answers/respondent"), "value": 4, "text": s("answers/text") }],
        "improvements": [{ "id": "i1", "observed": s("improvements/observed"), "tried": s("improvements/tried"), "result": s("improvements/result") }],
        "setAside": [{ "finding": s("setAside/finding"), "objects": ["a1"], "reason": s("setAside/reason"), "by": s("setAside/by") }],
        "sheets": [{ "id": "h1", "actor": "a1", "name": s("sheets/name"), "sentOn": "2026-11-01", "comment": s("sheets/comment") }],
        "partnerSheet": { "sheet": "h9", "actor": "a1", "dossier": "d0", "from": s("partnerSheet/from"), "message": s("partnerSheet/message"),
            "answeredBy": s("partnerSheet/answeredBy"), "comment": s("partnerSheet/comment"), "sent": { "actor": { "name": s("partnerSheet/sent") } } },
    });
    file["admissionCriteria"] = json!([{ "id": "q1", "title": s("admissionCriteria/title"),
        "checks": [{ "actor": "a1", "status": "met", "evidence": s("admissionCriteria/checks/evidence") }] }]);
    file["lineage"] = json!([{ "revision": 1, "digest": s("lineage/digest") }]);
    file["plans"] = json!([{ "id": "pl1", "kind": "communication", "note": s("plans/note") }]);
    // The same again inside a snapshot, as it stood one day.
    let mut then = file.clone();
    then["actors"][0]["contacts"][0]["name"] = json!(s("snapshots/content/actors/contacts/name"));
    file["snapshots"] = json!([{ "id": "z1", "title": s("snapshots/title"), "content": then }]);
    file
}

fn open(file: Value) -> Dossier {
    read_value(file).unwrap_or_else(|refusal| panic!("{:?}", refusal.problems)).dossier
}

fn copied(file: Value, privacy: Option<Privacy>) -> (String, Copy) {
    let copy = copy(&open(file), privacy).unwrap();
    (String::from_utf8(write(&copy.dossier)).unwrap(), copy)
}

/// Fields that name a person or comment on one, written down apart from the table: no reduced copy holds them.
const PERSONAL: [&str; 32] = [
    "unknown",
    "project/unknown",
    "actors/contacts/unknown",
    "actors/contacts/name",
    "actors/contacts/email",
    "actors/contacts/phone",
    "actors/readings/by",
    "actors/readings/note",
    "positions/by",
    "positions/note",
    "influences/by",
    "otherProjects/note",
    "roles/conditions/evidence",
    "admissionCriteria/checks/evidence",
    "plans/note",
    "bodies/seats/holder/name",
    "reviews/people",
    "reviews/notes",
    "answers/respondent",
    "answers/text",
    "setAside/reason",
    "setAside/by",
    "sheets/comment",
    "partnerSheet/from",
    "partnerSheet/message",
    "partnerSheet/answeredBy",
    "partnerSheet/comment",
    "partnerSheet/sent",
    "snapshots/content/actors/contacts/name",
    "\"conflict\"",
    "\"partnerSheet\"",
    "\"unknown\"",
];

#[test]
fn t18_the_marked_dossier_holds_a_text_in_every_field_that_can() {
    let file = marked().to_string();
    // Not free: the format, the language, amounts and currencies.
    let closed = ["format", "formatVersion", "language"];
    let amount = |way: &str| way.ends_with("/amount") || way.ends_with("/currency");
    for (way, shape) in fields() {
        if shape == Shape::Text && !closed.contains(&way.as_str()) && !amount(&way) {
            assert!(file.contains(&s(&way)), "{way} is not marked");
        }
    }
}

#[test]
fn t18_a_complete_copy_is_the_dossier_itself() {
    let (text, copy) = copied(marked(), None);
    assert_eq!(copy.dossier, open(marked()));
    assert_eq!(copy.departure, Departure::default());
    assert!(text.contains(&s("actors/contacts/name")));
}

#[test]
fn t18_no_reduced_copy_holds_a_name_an_address_or_a_note() {
    for privacy in [Privacy::WithoutPersonalData, Privacy::Public] {
        let (text, copy) = copied(marked(), Some(privacy));
        for way in PERSONAL {
            let mark = if way.starts_with('"') { way.to_owned() } else { s(way) };
            assert!(!text.contains(&mark), "{way} left with {}", privacy.as_str());
        }
        assert_eq!(copy.dossier.privacy, Some(privacy));
        // What the partnership is stays readable, and the copy opens anywhere.
        for way in [
            "project/title",
            "project/problem",
            "actors/name",
            "objectives/title",
            "roles/does",
            "bodies/title",
        ] {
            assert!(text.contains(&s(way)), "{way} was lost");
        }
        assert_eq!(open(serde_json::from_str(&text).unwrap()), copy.dossier);
    }
}

#[test]
fn t18_partners_get_the_judgements_without_whose_they_are() {
    let (text, copy) = copied(marked(), Some(Privacy::WithoutPersonalData));
    let actor = &copy.dossier.actors[0];
    assert_eq!(actor.readings[0].by, "E1");
    assert_eq!(copy.dossier.positions[0].by, "E2");
    assert_eq!(copy.dossier.answers[0].respondent, "R1");
    let contact = &actor.contacts[0];
    assert_eq!(
        (contact.position.as_str(), contact.can_decide),
        (s("actors/contacts/position").as_str(), Some(true))
    );
    let holder = copy.dossier.bodies[0].seats[0].holder.clone().unwrap();
    assert_eq!(holder.gender, Some(crate::model::Gender::F), "parity is computed from it");
    assert_eq!(copy.dossier.ties.len(), 1, "the conflict stays at home");
    let then = &copy.dossier.snapshots[0].content;
    assert_eq!(
        then["actors"][0]["readings"][0]["by"], "E1",
        "the same person has the same number everywhere"
    );
    assert!(text.contains(&s("snapshots/title")));
}

#[test]
fn t18_the_public_gets_no_judgement_contact_amount_or_earlier_state() {
    let (text, copy) = copied(marked(), Some(Privacy::Public));
    let dossier = &copy.dossier;
    for list in [
        "readings",
        "positions",
        "influences",
        "contacts",
        "holder",
        "setAside",
        "snapshots",
        "answers",
        "improvements",
        "conditions",
        "clauses",
        "obligations",
        "decisions",
        "interests",
        "tags",
        "sheets",
        "budget",
        "money",
    ] {
        assert!(!text.contains(&format!("\"{list}\":")), "{list} left");
    }
    assert_eq!(dossier.actors[0].contributions.len(), 1, "what is agreed may be said");
    assert!(!text.contains("-2") && !text.contains("-3"), "no stance");
}

#[test]
fn t18_an_offer_is_not_published_before_it_is_agreed() {
    let contribution = |id: &str, status: Value| json!({ "id": id, "title": "Salle", "status": status });
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "actors": [{ "id": "a1", "contributions": [contribution("k1", json!("offered")), contribution("k2", json!("delivered")), contribution("k3", Value::Null)] }],
    });
    let (_, copy) = copied(file.clone(), Some(Privacy::Public));
    let left: Vec<&str> = copy.dossier.actors[0].contributions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(left, ["k2"]);
    assert_eq!(copy.departure.stays, [(What::Offers, 2)]);
    assert_eq!(copied(file, Some(Privacy::WithoutPersonalData)).1.dossier.actors[0].contributions.len(), 3);
}

#[test]
fn t18_several_opinions_stay_several() {
    let reading = |by: &str| json!({ "criterion": "influence", "value": 2, "on": "2026-01-01", "by": by });
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "actors": [{ "id": "a1", "readings": [reading("Inès Faure"), reading("Paul Roy"), reading("Inès Faure"), reading("")] }],
    });
    let (_, copy) = copied(file, Some(Privacy::WithoutPersonalData));
    let by: Vec<&str> = copy.dossier.actors[0].readings.iter().map(|one| one.by.as_str()).collect();
    assert_eq!(by, ["E1", "E2", "E1", ""]);
    assert_eq!(copy.departure.stays, [(What::Numbered, 2)]);
}

#[test]
fn t18_what_stays_is_counted_and_texts_to_read_again_too() {
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1", "x": 1,
        "project": { "problem": "Peu de médecins. Voir avec inès faure." },
        "actors": [
            { "id": "a1", "interests": "Recruter", "contacts": [
                { "id": "c1", "name": "Inès Faure", "email": "ines@exemple.fr" }, { "id": "c2", "name": "Paul Roy", "phone": "01 02 03 04 05" }] },
            { "id": "a2", "name": "Écrire à accueil@exemple.fr" }],
    });
    let (_, copy) = copied(file.clone(), Some(Privacy::WithoutPersonalData));
    assert_eq!(
        copy.departure.stays,
        [(What::Names, 2), (What::Emails, 1), (What::Phones, 1), (What::Unknown, 1)]
    );
    assert_eq!(copy.departure.to_read_again, 2, "the problem and the interests");
    let still: Vec<(&str, &str)> =
        copy.departure.still_named.iter().map(|one| (one.pointer.as_str(), one.found.as_str())).collect();
    assert_eq!(still, [("/project/problem", "Inès Faure"), ("/actors/1/name", "accueil@exemple.fr")]);
    // Contacts as such stay: two of them, counted once.
    let (_, public) = copied(file, Some(Privacy::Public));
    assert_eq!(public.departure.stays, [(What::Contacts, 2), (What::Interests, 1), (What::Unknown, 1)]);
}

#[test]
fn t18_what_goes_and_what_stays_count_the_same_things() {
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "pathway": [{ "id": "s1", "title": "Accueil" }],
        "actors": [{ "id": "a1", "name": "CCI", "targetMobilisation": 3, "readings": [
            { "criterion": "interest", "value": 1 }, { "criterion": "influence", "value": 2 }] }],
        "waves": [{ "id": "w1", "title": "Noyau", "actors": ["a1"] }],
    });
    // A target is no reading: two readings leave with the whole, two stay behind a copy for the public.
    let whole = open(file.clone());
    let (_, public) = copied(file, Some(Privacy::Public));
    let said = Catalogue::new(Lang::Fr);
    let words: Vec<String> = contents(&whole).iter().map(|phrase| said.say(phrase).into_owned()).collect();
    assert_eq!(
        words,
        ["1 acteur", "2 relevés de qualification", "1 mobilisation visée", "1 étape de parcours", "1 vague"]
    );
    assert_eq!(public.departure.stays, [(What::Readings, 2), (What::Targets, 1)]);
}

#[test]
fn t18_a_function_or_an_organisation_is_no_name_to_look_for() {
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "project": { "problem": "La direction et le Club des hébergeurs y tiennent" },
        "actors": [{ "id": "a1", "name": "Club des hébergeurs du lac", "contacts": [{ "id": "c1", "name": "Direction" }] }],
        "answers": [{ "item": "q1", "respondent": "Club des hébergeurs", "value": 4 }],
    });
    let (_, copy) = copied(file, Some(Privacy::WithoutPersonalData));
    assert_eq!(copy.departure.still_named, []);
    assert_eq!(copy.departure.stays, [(What::Names, 1), (What::Numbered, 1)]);
}

#[test]
fn t18_the_id_of_a_contact_does_not_tell_its_name() {
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "actors": [{ "id": "contact-1", "contacts": [
            { "id": "ines-faure", "name": "Inès FAURE" }, { "id": "x@y.fr" }, { "id": "c-7k3f", "name": "Paul Roy" }] }],
    });
    let (text, copy) = copied(file, Some(Privacy::WithoutPersonalData));
    let ids: Vec<&str> = copy.dossier.actors[0].contacts.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["contact-2", "contact-3", "c-7k3f"]);
    assert!(!text.contains("faure"));
}

#[test]
fn t18_a_copy_of_a_copy_never_gives_back() {
    let (_, first) = copied(marked(), Some(Privacy::Public));
    let again = copy(&first.dossier, Some(Privacy::WithoutPersonalData)).unwrap();
    assert_eq!(again.dossier, first.dossier);
    assert_eq!(copy(&first.dossier, None).unwrap().dossier, first.dossier);
}

#[test]
fn t18_a_snapshot_that_cannot_be_read_stays() {
    let file = json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1",
        "snapshots": [{ "id": "z1", "content": { "actors": "Inès Faure" } }],
    });
    let (text, copy) = copied(file, Some(Privacy::WithoutPersonalData));
    assert!(!text.contains("Faure"));
    assert_eq!(copy.departure.stays, [(What::Snapshots, 1)]);
}

#[test]
fn levels_have_names() {
    assert_eq!(level("complete"), Ok(None));
    assert_eq!(level("withoutPersonalData"), Ok(Some(Privacy::WithoutPersonalData)));
    assert_eq!(level("public"), Ok(Some(Privacy::Public)));
    assert_eq!(level("Public"), Err("Public"));
}
