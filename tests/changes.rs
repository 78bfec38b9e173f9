//! What changed, in words.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use serde_json::{Value, json};
use tour_de_table::exchange::changes::{as_text, changes, heading, questions};
use tour_de_table::exchange::merge::merge;
use tour_de_table::exchange::read_value;
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::Dossier;
use tour_de_table::vocabulary::Vocabulary;

fn dossier(keys: Value) -> Dossier {
    let mut file = json!({"format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1"});
    for (key, value) in keys.as_object().unwrap() {
        file[key] = value.clone();
    }
    read_value(file).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier
}

/// Lines as `object | sentence`, with plain spaces.
fn told(before: &Dossier, after: &Dossier, lang: Lang) -> Vec<String> {
    let catalogue = Catalogue::new(lang);
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    changes(before, after, &Vocabulary::default())
        .iter()
        .map(|line| plain(&format!("{} | {}", catalogue.say(heading(line)), catalogue.say(&line.sentence))))
        .collect()
}

fn before() -> Dossier {
    dossier(json!({
        "project": {"title": "Mobilité", "startsOn": "2027-01-01"},
        "objectives": [{"id": "o1", "title": "Loger"}],
        "functions": [{"id": "f1", "title": "Animer"}],
        "territories": [{"id": "t1", "name": "Guyane"}, {"id": "t2", "name": "Cayenne"}],
        "actors": [
            {"id": "a1", "name": "CCI", "kind": "economicDevelopment", "territories": ["t1"],
             "contacts": [{"id": "c1", "name": "Ana", "email": "ana@example.org"}],
             "readings": [{"criterion": "mobilisation", "value": 2, "on": "2026-01-10"}]},
            {"id": "a2", "name": "CMA"},
        ],
        "positions": [{"actor": "a1", "objective": "o1", "value": -2}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead", "conditions": [{"code": "available", "status": "unknown"}]}],
    }))
}

#[test]
fn nothing_is_said_where_nothing_changed() {
    assert_eq!(told(&before(), &before(), Lang::Fr), [""; 0]);
    // What is no content is not said either.
    let mut after = before();
    after.revision = Some(9);
    assert_eq!(told(&before(), &after, Lang::Fr), [""; 0]);
}

#[test]
fn every_change_is_said_of_its_object_in_the_order_of_the_steps() {
    let after = dossier(json!({
        "project": {"title": "Mobilité", "startsOn": "2027-03-01"},
        "objectives": [{"id": "o1", "title": "Loger"}],
        "functions": [{"id": "f1", "title": "Animer"}],
        "territories": [{"id": "t1", "name": "Guyane"}, {"id": "t2", "name": "Cayenne"}],
        "actors": [
            {"id": "a1", "name": "CCI", "kind": "publicAuthority", "territories": ["t2"],
             "contacts": [{"id": "c1", "name": "Ana", "email": "ana@example.com"}],
             "readings": [{"criterion": "mobilisation", "value": 2, "on": "2026-01-10"}, {"criterion": "mobilisation", "value": 3, "on": "2026-06-01"}]},
            {"id": "a3", "name": "Région"},
        ],
        "positions": [{"actor": "a1", "objective": "o1", "value": 3}],
        "ties": [{"from": "a1", "to": "a3", "level": "networking"}],
        "responsibilities": [{"function": "f1", "actor": "a3", "letter": "A"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead", "conditions": [{"code": "available", "status": "met"}]}],
    }));
    let lines = told(&before(), &after, Lang::Fr);
    let expected = [
        "Le projet « Mobilité » | Début : 1er janvier 2027 → 1er mars 2027",
        "Acteur « CCI » | Famille : Développement économique → Collectivités et services publics",
        "Acteur « CCI » | Territoires : ajout de Cayenne",
        "Acteur « CCI » | Territoires : retrait de Guyane",
        "Acteur « CCI » | Interlocuteur « Ana », Courriel : ana@example.org → ana@example.com",
        "Acteur « Région » | Entre dans le dossier",
        "Acteur « CMA » | Sort du dossier",
    ];
    for (line, wanted) in lines.iter().zip(expected) {
        // The names of kinds and dates are those of the vocabulary: only the sentence around them is ours.
        let around = |text: &str| text.split(" : ").next().unwrap().to_owned();
        assert_eq!(around(line), around(wanted), "{lines:#?}");
    }
    let rest = lines[expected.len()..].join("\n");
    for part in [
        "Acteur « CCI » | Position sur « Loger » : −2 → +3",
        "Acteur « CCI » | Lien avec « Région » : rien → ",
        "Fonction clé « Animer » | Lettre de « Région » : rien → ",
        "Acteur « CCI » | Rôle « Pilote », Condition « ",
    ] {
        assert!(rest.contains(part), "{part}\n{rest}");
    }
    let reading = lines.iter().find(|line| line.contains("Mobilisation")).unwrap();
    assert!(reading.contains("10 janvier 2026") && reading.contains("juin 2026"), "{reading}");
    // Each change once.
    let distinct: std::collections::BTreeSet<&String> = lines.iter().collect();
    assert_eq!((lines.len(), distinct.len()), (12, 12), "{lines:#?}");
    assert!(told(&before(), &after, Lang::En).contains(&"Actor “Région” | Enters the dossier".to_owned()));
}

#[test]
fn every_field_of_the_format_has_a_name() {
    let file = std::fs::read("tests/fixtures/dossiers/valid/every-field.json").unwrap();
    let full = tour_de_table::exchange::read(&file).unwrap().dossier;
    // Every record emptied of what it may do without: each field shows as a change.
    fn bare(value: &Value) -> Value {
        const NEEDED: &[&str] = &[
            "id",
            "format",
            "formatVersion",
            "criterion",
            "value",
            "scheme",
            "actor",
            "objective",
            "from",
            "to",
            "level",
            "role",
            "function",
            "letter",
            "code",
            "respondent",
            "item",
            "finding",
            "revision",
            "digest",
            "title",
            "name",
            "amount",
        ];
        match value {
            Value::Object(map) => {
                let kept =
                    map.iter().filter(|(key, value)| NEEDED.contains(&key.as_str()) || value.is_array());
                Value::Object(kept.map(|(key, value)| (key.clone(), bare(value))).collect())
            }
            Value::Array(items) => {
                Value::Array(items.iter().filter(|one| one.is_object()).map(bare).collect())
            }
            other => other.clone(),
        }
    }
    let mut emptied = bare(&serde_json::from_slice(&file).unwrap());
    for key in ["ties", "snapshots"] {
        emptied[key] = json!([]);
    }
    let emptied = read_value(emptied).unwrap_or_else(|refusal| panic!("{refusal:?}")).dossier;
    let text = as_text(&changes(&emptied, &full, &Vocabulary::default()), &Catalogue::new(Lang::Fr));
    assert!(!text.contains("Champ «"), "{text}");
    // Not a word of the file as it stands there.
    for word in [
        "employmentTraining",
        "publicAuthority",
        "notMet",
        "collaborating",
        "steeringCommittee",
        "twoThirds",
        "housing",
        "maisonEmploi",
        " FTE",
    ] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[test]
fn conflicts_are_questions_on_an_object() {
    let with = |name: &str, value: i64, on: &str| {
        let mut file = before();
        file.actors.item_mut(0).unwrap().name = name.to_owned();
        let position = json!([{"actor": "a1", "objective": "o1", "value": value, "on": on}]);
        let positions =
            dossier(json!({"objectives": [{"id": "o1"}], "actors": [{"id": "a1"}], "positions": position}));
        file.positions = positions.positions;
        file
    };
    let merged =
        merge(Some(&before()), &with("CCI Guyane", 1, "2026-02-01"), &with("CCIG", 4, "2026-03-01")).unwrap();
    let asked = questions(&merged, &Vocabulary::default());
    let catalogue = Catalogue::new(Lang::Fr);
    let words: Vec<String> = asked
        .iter()
        .map(|question| {
            let rows =
                question.rows.iter().map(|row| catalogue.say(&row.what).into_owned()).collect::<Vec<_>>();
            format!("{} | {}", catalogue.say(&question.object), rows.join(" ; ")).replace('\u{a0}', " ")
        })
        .collect();
    assert_eq!(
        words,
        [
            "Acteur « CCIG » | Nom",
            "Acteur « CCIG » | Position sur « Loger », Valeur ; Position sur « Loger », Date",
        ]
    );
    assert_eq!(asked[1].conflicts, [1, 2]);
}
