//! Kumu and Popolo: what they hold comes back, what they do not hold is said.

use serde_json::{Value, json};
use tour_de_table::analysis::readings;
use tour_de_table::exchange::formats::Format;
use tour_de_table::i18n::Lang;
use tour_de_table::model::{Criterion, Dossier};

use crate::support::{all, back, made};

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
