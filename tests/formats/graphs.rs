//! Kumu and Popolo: what they hold comes back, what they do not hold is said.

use serde_json::{Value, json};
use tour_de_table::analysis::readings;
use tour_de_table::exchange::formats::Format;
use tour_de_table::i18n::Lang;
use tour_de_table::model::{Criterion, Dossier};

use crate::support::{all, back, dossier, made};

/// The values under some keys of each record of a list.
fn picked(dossier: &Dossier, list: &str, keys: &[&str]) -> Vec<Value> {
    let whole = serde_json::to_value(dossier).unwrap();
    let records = whole[list].as_array().cloned().unwrap_or_default();
    // What says nothing is the same as absent.
    let said =
        |value: &Value| if [json!([]), json!("")].contains(value) { Value::Null } else { value.clone() };
    records.iter().map(|record| keys.iter().map(|key| said(&record[*key])).collect()).collect()
}

#[test]
fn a_map_of_kumu_gives_back_what_it_holds() {
    for before in all() {
        for (format, lang) in
            [(Format::Kumu, Lang::Fr), (Format::Kumu, Lang::En), (Format::KumuTables, Lang::Fr)]
        {
            let (after, remarks) = back(&made(format, &before, lang));
            for (list, keys) in [
                (
                    "actors",
                    &[
                        "id",
                        "name",
                        "kind",
                        "subkind",
                        "identifiers",
                        "tags",
                        "interests",
                        "targetMobilisation",
                    ][..],
                ),
                ("objectives", &["id", "title", "theme", "weight"]),
                ("positions", &["actor", "objective", "value", "on", "by", "note"]),
                ("influences", &["from", "to", "value", "on", "by"]),
                ("ties", &["from", "to", "level", "directed"]),
            ] {
                assert_eq!(picked(&after, list, keys), picked(&before, list, keys), "{list}");
            }
            for (one, other) in before.actors.iter().zip(&after.actors) {
                for criterion in Criterion::ALL {
                    assert_eq!(readings::used(one, *criterion), readings::used(other, *criterion));
                }
            }
            let told = &remarks[0];
            for word in ["interlocuteurs", "apports", "relevés", "indicateurs", "reste du dossier"] {
                assert!(told.contains(word), "{told}");
            }
        }
    }
}

#[test]
fn a_blueprint_is_what_kumu_reads() {
    for dossier in all() {
        let file: Value = serde_json::from_slice(&made(Format::Kumu, &dossier, Lang::Fr)).unwrap();
        let ids = |list: &str| -> Vec<String> {
            file[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
        };
        let (elements, connections) = (ids("elements"), ids("connections"));
        assert_eq!(elements.len(), dossier.actors.len() + dossier.objectives.len());
        assert!(elements.iter().chain(&connections).all(|id| !id.contains(['_', '.'])));
        for connection in file["connections"].as_array().unwrap() {
            for end in ["from", "to"] {
                assert!(elements.contains(&connection[end].as_str().unwrap().to_owned()));
            }
            assert!(["directed", "undirected"].contains(&connection["direction"].as_str().unwrap()));
        }
        // Kumu asks another site for a picture of each address it finds.
        assert!(!file.to_string().contains('@'), "no e-mail address");
    }
}

#[test]
fn a_map_drawn_elsewhere_comes_in() {
    let file = json!({
        "elements": [
            { "id": "1", "label": "CCI", "type": "Business", "description": "Recruter", "tags": ["ville"] },
            { "label": "Mairie", "type": "Bidule" },
            { "label": "Former", "type": "Objectif" },
        ],
        "connections": [
            { "from": "1", "to": "Mairie", "type": "parle à", "direction": "directed" },
            { "from": "CCI", "to": "Former", "strength": 3 },
            { "from": "CCI", "to": "ailleurs" },
        ],
    });
    let (after, remarks) = back(file.to_string().as_bytes());
    assert_eq!(
        picked(&after, "actors", &["name", "kind", "subkind", "interests", "tags"]),
        [
            json!(["CCI", "business", null, "Recruter", ["ville"]]),
            json!(["Mairie", null, "Bidule", null, null])
        ]
    );
    assert_eq!(picked(&after, "ties", &["level", "directed"]), [json!(["networking", true])]);
    assert_eq!(picked(&after, "positions", &["value"]), [json!([3])]);
    for word in ["ailleurs", "parle à"] {
        assert!(remarks.iter().any(|remark| remark.contains(word)), "{word}: {remarks:?}");
    }
}

#[test]
fn popolo_gives_back_what_it_holds() {
    for before in all() {
        for lang in [Lang::Fr, Lang::En] {
            let (after, remarks) = back(&made(Format::Popolo, &before, lang));
            for (list, keys) in [
                ("actors", &["id", "name", "kind", "identifiers"][..]),
                ("territories", &["id", "name", "kind", "parent"]),
                ("roles", &["id", "actor", "role", "does", "startsOn", "endsOn"]),
                ("bodies", &["id", "title", "kind"]),
                ("meetings", &["id", "title", "on"]),
            ] {
                assert_eq!(picked(&after, list, keys), picked(&before, list, keys), "{list}");
            }
            for (one, other) in before.bodies.iter().zip(&after.bodies) {
                let seats = |body: &tour_de_table::model::Body| -> Vec<Value> {
                    let seat = |seat: &tour_de_table::model::Seat| {
                        let holder = seat.holder.as_ref().map(|holder| (&holder.name, holder.gender));
                        json!([seat.id, seat.actor, holder, seat.capacity])
                    };
                    body.seats.iter().map(|one| seat(one)).collect()
                };
                assert_eq!(seats(one), seats(other));
            }
            let contact = |dossier: &Dossier| -> Vec<Value> {
                let contacts = dossier.actors.iter().flat_map(|actor| &actor.contacts);
                contacts.map(|one| json!([one.id, one.name, one.position, one.email, one.phone])).collect()
            };
            assert_eq!(contact(&before), contact(&after));
            assert_eq!(before.title(), after.title());
            assert_eq!(before.id, after.id);
            for word in ["premier territoire", "portée", "conditions", "règles", "voix", "reste du dossier"]
            {
                assert!(remarks[0].contains(word), "{}", remarks[0]);
            }
        }
    }
}

/// The specification of 2023-02: keys of each class, and the shape of dates.
#[test]
fn popolo_uses_the_words_of_its_specification() {
    let known: [(&str, &[&str]); 6] = [
        ("persons", &["id", "name", "email", "gender", "contact_details"]),
        (
            "organizations",
            &[
                "id",
                "name",
                "classification",
                "identifiers",
                "area_id",
                "parent_id",
                "founding_date",
                "dissolution_date",
            ],
        ),
        ("posts", &["id", "label", "role", "organization_id"]),
        (
            "memberships",
            &[
                "id",
                "label",
                "role",
                "person_id",
                "member",
                "organization_id",
                "post_id",
                "on_behalf_of_id",
                "start_date",
                "end_date",
            ],
        ),
        ("events", &["id", "name", "organization_id", "start_date"]),
        ("areas", &["id", "name", "classification", "identifier", "parent_id"]),
    ];
    for dossier in all() {
        let file: Value = serde_json::from_slice(&made(Format::Popolo, &dossier, Lang::Fr)).unwrap();
        assert_eq!(file.as_object().unwrap().len(), known.len());
        let mut ids: Vec<&str> = Vec::new();
        for (class, keys) in known {
            for record in file[class].as_array().unwrap() {
                for (key, value) in record.as_object().unwrap() {
                    assert!(keys.contains(&key.as_str()), "{class}: {key}");
                    if key.ends_with("_date") {
                        let day = value.as_str().unwrap();
                        assert!(
                            day.len() == 10 && day.split('-').all(|part| part.parse::<u16>().is_ok()),
                            "{day}"
                        );
                    }
                }
                ids.push(record["id"].as_str().unwrap());
            }
        }
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "an id stands once");
        for membership in file["memberships"].as_array().unwrap() {
            // A membership is of a person or of an organisation, never of both.
            assert_ne!(membership["person_id"].is_null(), membership["member"].is_null(), "{membership}");
        }
    }
}

/// The specification asks for an address where it says `email`: what is none is a detail, and comes back all the same.
#[test]
fn words_that_are_no_address_are_not_the_address_of_a_person_in_popolo() {
    let contact =
        |id: &str, email: &str| json!({ "id": id, "name": id, "email": email, "phone": "05 94 00 00 00" });
    let contacts = [
        contact("c1", "ines@exemple.fr"),
        contact("c2", "voir le secrétariat"),
        contact("c3", "a@b.fr, c@d.fr"),
    ];
    let before = dossier(json!({ "actors": [{ "id": "a", "name": "CCI", "contacts": contacts }] }));
    let bytes = made(Format::Popolo, &before, Lang::Fr);
    let file: Value = serde_json::from_slice(&bytes).unwrap();
    let voice = json!({ "type": "voice", "value": "05 94 00 00 00" });
    let persons = file["persons"].as_array().unwrap();
    assert_eq!(persons[0]["email"], "ines@exemple.fr");
    assert_eq!(persons[0]["contact_details"], json!([voice]));
    for (person, words) in persons.iter().skip(1).zip(["voir le secrétariat", "a@b.fr, c@d.fr"]) {
        assert!(person["email"].is_null(), "{person}");
        assert_eq!(person["contact_details"], json!([voice, { "type": "email", "value": words }]));
    }
    let (after, _) = back(&bytes);
    assert_eq!(after.actors[0].contacts, before.actors[0].contacts);
}

/// Records inside records, as the specification shows them beside lists; the same membership said from both sides;
/// ids that two classes share; a person who speaks for two organisations; a record without an id; dates that are no
/// days. Places and people are made up.
#[test]
fn popolo_with_records_inside_records_comes_in_whole() {
    let file = json!({
        "persons": [
            {
                "id": "1", "name": "Ada Brun", "email": "ada@exemple.fr", "birth_date": "1970-01",
                "other_names": [{"name": "A. Brun", "end_date": "1999"}],
                "contact_details": [{"type": "email", "value": "x@exemple.fr"}, {"type": "cell", "value": "06 00 00 00 00"}],
                "memberships": [
                    {"id": "m1", "role": "Directrice", "organization_id": "1"},
                    {"id": "m2", "role": "Bénévole", "organization": {"id": "2", "name": "Les Amis", "classification": "association"}},
                ],
            },
            {"id": "2", "name": "Luc Noir", "gender": "homme"},
        ],
        "organizations": [
            {
                "id": "1", "name": "Mission locale", "classification": "Corporation",
                "identifiers": [{"identifier": "123456782", "scheme": "SIREN"}],
                "area": {"id": "1", "name": "Bassin nord", "classification": "bassin", "parent": {"name": "Guyane", "identifier": "973"}},
                "memberships": [{"id": "m1", "person_id": "1", "start_date": "2020-02"}],
                "founding_date": "1982",
            },
            {
                "id": "b", "name": "Conseil", "classification": "board",
                "posts": [{"id": "p1", "label": "Siège 1", "memberships": [
                    {"id": "old", "person_id": "1", "start_date": "2019-01-01", "end_date": "2020-01-01"},
                    {"id": "new", "person_id": "2", "on_behalf_of_id": "2", "start_date": "2020-01-02"},
                ]}],
            },
        ],
        "events": [{"id": "e1", "name": "Réunion", "start_date": "2027-03-04T09:00:00Z"}, {"id": "e2", "name": "Plus tard", "start_date": "2028-05"}],
    });
    let (after, remarks) = back(file.to_string().as_bytes());
    let actors = picked(&after, "actors", &["name", "kind", "subkind"]);
    assert_eq!(
        actors,
        [json!(["Mission locale", null, "Corporation"]), json!(["Les Amis", "association", null])]
    );
    let contacts: Vec<Value> = after
        .actors
        .iter()
        .map(|actor| {
            let contacts = actor.contacts.iter();
            contacts.map(|one| json!([one.name, one.position, one.email, one.phone])).collect()
        })
        .collect();
    let ada = |position: &str| json!([["Ada Brun", position, "ada@exemple.fr", "06 00 00 00 00"]]);
    assert_eq!(contacts, [ada("Directrice"), ada("Bénévole")]);
    assert_eq!(
        picked(&after, "territories", &["name", "kind", "code"]),
        [json!(["Guyane", null, {"value": "973"}]), json!(["Bassin nord", "bassin", null])]
    );
    let parent = after.territories[1].parent.clone();
    assert_eq!(parent.as_ref(), Some(&after.territories[0].id));
    assert_eq!(after.actors[0].territories, [after.territories[1].id.clone()]);
    let body = &after.bodies[0];
    let holder = body.seats[0].holder.as_ref().map(|holder| holder.name.as_str());
    assert_eq!((body.title.as_str(), holder), ("Conseil", Some("Luc Noir")));
    assert_eq!(body.seats[0].actor.as_ref(), Some(&after.actors[1].id));
    assert_eq!(
        picked(&after, "meetings", &["title", "on"]),
        [json!(["Réunion", "2027-03-04"]), json!(["Plus tard", null])]
    );
    assert!(
        remarks.iter().any(|remark| remark.contains("2028-05") && remark.contains("Plus tard")),
        "{remarks:?}"
    );
}

/// Popolo asks for no id at all.
#[test]
fn popolo_without_any_id_comes_in() {
    let file = json!({"organizations": [{"name": "Une"}, {"name": "Deux", "memberships": [{"role": "Élue", "person": {"name": "Zoé"}}]}]});
    let (after, _) = back(file.to_string().as_bytes());
    assert_eq!(picked(&after, "actors", &["name"]), [json!(["Une"]), json!(["Deux"])]);
    let contact = &after.actors[1].contacts[0];
    assert_eq!((contact.name.as_str(), contact.position.as_str()), ("Zoé", "Élue"));
}
