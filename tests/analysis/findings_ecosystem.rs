//! V09, V10, V12, V28, V29.

use serde_json::{Value, json};
use tour_de_table::findings::Severity;
use tour_de_table::i18n::{Catalogue, Lang, Phrase};
use tour_de_table::vocabulary::Step;

use crate::{found, objects};

fn fr(phrase: &Phrase) -> String {
    Catalogue::new(Lang::Fr).say(phrase).into_owned()
}

fn readings(list: &[(&str, i8)]) -> Value {
    let reading = |(criterion, value): &(&str, i8)| json!({ "criterion": criterion, "value": value, "on": "2026-11-01" });
    list.iter().map(reading).collect()
}

fn merged(mut one: Value, other: Value) -> Value {
    for (key, value) in other.as_object().unwrap() {
        one[key] = value.clone();
    }
    one
}

#[test]
fn v09_companies_or_their_relays_are_in_from_the_start() {
    let lists = |addresses: Value, actors: Value| {
        json!({ "project": { "title": "P", "addressesCompanies": addresses },
            "waves": [{ "id": "w1", "title": "Départ" }, { "id": "w2", "title": "Suite" }], "actors": actors })
    };
    let actor =
        |id: &str, kind: &str, wave: Value| json!({ "id": id, "name": id, "kind": kind, "wave": wave });
    let public = || actor("Région", "publicAuthority", json!("w1"));
    let alone = json!([public(), actor("CCI", "economicDevelopment", json!("w1"))]);
    let seen = found(lists(json!(true), alone.clone()), "V09");
    assert_eq!((seen.len(), seen[0].severity, seen[0].step), (1, Severity::Warning, Step::Circles));
    assert_eq!(seen[0].objects[0].as_str(), "w1");
    assert_eq!(
        fr(&seen[0].reason),
        "2 acteurs dans la vague «\u{a0}Départ\u{a0}», et ni entreprise ni relais d’entreprises dans le dossier."
    );
    assert_eq!(objects(lists(json!(false), alone.clone()), "V09").len(), 0);
    assert_eq!(objects(lists(Value::Null, alone), "V09").len(), 0);
    let club = |wave: Value| json!([public(), actor("Club", "business", wave)]);
    assert_eq!(objects(lists(json!(true), club(json!("w1"))), "V09").len(), 0);
    let later = found(lists(json!(true), club(json!("w2"))), "V09");
    assert_eq!(
        fr(&later[0].reason),
        "1 acteur dans la vague «\u{a0}Départ\u{a0}», ni entreprise ni relais d’entreprises. Hors du premier groupe\u{a0}: Club."
    );
    // An employers' organisation speaks for them, a trade union does not.
    let partner = |subkind: &str| json!([public(), { "id": "s", "name": "S", "kind": "socialPartner", "subkind": subkind, "wave": "w1" }]);
    assert_eq!(objects(lists(json!(true), partner("organisationPatronale")), "V09").len(), 0);
    assert_eq!(objects(lists(json!(true), partner("syndicatSalaries")), "V09").len(), 1);
    // A club that leads is there from the start (S1, Activ’Est), whatever its sheet says; once its role has ended, it is not.
    let led = |ends: Value| {
        let mut lists = lists(json!(true), club(json!("w2")));
        lists["roles"] = json!([{ "id": "r", "actor": "Club", "role": "lead", "endsOn": ends }]);
        objects(lists, "V09").len()
    };
    assert_eq!((led(Value::Null), led(json!("2026-11-21"))), (0, 1));
    // Nobody is in a first group yet.
    let nobody = json!([actor("Région", "publicAuthority", Value::Null)]);
    assert_eq!(objects(lists(json!(true), nobody), "V09").len(), 0);
}

#[test]
fn v10_an_influential_actor_against_the_project_is_not_left_alone() {
    let lists = |influence: i8, stance: i8, sheet: Value, more: Value| {
        let actor = json!({ "id": "a", "name": "Usine", "readings": readings(&[("influence", influence), ("stance", stance)]) });
        merged(json!({ "actors": [merged(actor, sheet)] }), more)
    };
    let count = |influence, stance, sheet, more| objects(lists(influence, stance, sheet, more), "V10").len();
    let none = || json!({});
    let opposed = found(lists(3, -2, none(), none()), "V10");
    assert_eq!(
        (opposed.len(), opposed[0].severity, opposed[0].step),
        (1, Severity::Warning, Step::Qualification)
    );
    assert_eq!(fr(&opposed[0].title), "Usine pèse sur le projet, s’y oppose, et rien n’est prévu");
    assert!(fr(&opposed[0].reason).starts_with("Influence 3 sur 4 ("), "{}", fr(&opposed[0].reason));
    // 2 belongs to the higher half.
    assert_eq!((count(2, -1, none(), none()), count(1, -1, none(), none())), (1, 0));
    assert_eq!((count(4, 0, none(), none()), count(4, 2, none(), none())), (0, 0));
    // Anything planned is enough.
    assert_eq!(count(4, -2, json!({ "targetMobilisation": 2 }), none()), 0);
    assert_eq!(count(4, -2, json!({ "wave": "w" }), json!({ "waves": [{ "id": "w" }] })), 0);
    let role =
        |ends: &str| json!({ "roles": [{ "id": "r", "actor": "a", "role": "partner", "endsOn": ends }] });
    assert_eq!((count(4, -2, none(), role("2026-11-22")), count(4, -2, none(), role("2026-11-21"))), (0, 1));
    let meeting = |on: &str| json!({ "meetings": [{ "id": "m", "on": on, "attendees": ["a"] }] });
    assert_eq!(
        (count(4, -2, none(), meeting("2026-12-01")), count(4, -2, none(), meeting("2026-11-01"))),
        (0, 1)
    );
    assert_eq!(count(4, -2, none(), json!({ "meetings": [{ "id": "m", "attendees": ["a"] }] })), 1);
    let action = |status: &str| json!({ "actions": [{ "id": "x", "title": "X", "responsible": ["a"], "status": status }] });
    assert_eq!((count(4, -2, none(), action("planned")), count(4, -2, none(), action("dropped"))), (0, 1));
    let seat = json!({ "bodies": [{ "id": "b", "title": "B", "kind": "board", "seats": [{ "id": "p", "actor": "a" }] }] });
    assert_eq!(count(4, -2, none(), seat), 0);
    let agreement = |status: &str| json!({ "agreements": [{ "id": "v", "title": "V", "parties": ["a"], "status": status }] });
    assert_eq!((count(4, -2, none(), agreement("draft")), count(4, -2, none(), agreement("ended"))), (0, 1));
    let letter = json!({ "functions": [{ "id": "f", "title": "F" }], "responsibilities": [{ "function": "f", "actor": "a", "letter": "C" }] });
    assert_eq!(count(4, -2, none(), letter), 0);
    // A target already reached plans nothing.
    let reached = json!({ "targetMobilisation": 1, "readings": readings(&[("influence", 4), ("stance", -2), ("mobilisation", 1)]) });
    assert_eq!(count(4, -2, reached, none()), 1);
}

#[test]
fn v12_an_important_actor_that_is_absent_with_what_holds_and_who_can_bring_it_in() {
    let lists = |missing: Value, influences: Value| {
        json!({ "functions": [{ "id": "f", "title": "Former" }, { "id": "g", "title": "Loger" }],
            "actors": [
                { "id": "a", "name": "Région", "capabilities": ["f"], "readings": readings(&[("mobilisation", 3)]) },
                { "id": "b", "name": "Club" },
                merged(json!({ "id": "c", "name": "Usine" }), missing)
            ],
            "influences": influences })
    };
    let absent = |influence: i8, able: Value| json!({ "capabilities": able, "readings": readings(&[("mobilisation", 0), ("influence", influence)]) });
    let count = |missing, influences| objects(lists(missing, influences), "V12").len();
    let path = json!([{ "from": "a", "to": "b", "value": 3 }, { "from": "b", "to": "c", "value": 2 }]);
    let seen = found(lists(absent(4, json!(["f"])), path.clone()), "V12");
    assert_eq!((seen.len(), seen[0].severity, seen[0].step), (1, Severity::Advice, Step::Circles));
    assert_eq!(seen[0].objects[0].as_str(), "c");
    assert_eq!(
        fr(&seen[0].reason),
        "Mobilisation notée 0 sur 4\u{202f}; influence notée 4 sur 4. Sans elle, 1 fonction clé sur 2 est tenue partout. \
         Peut l’amener\u{a0}: Région → Club → Usine (influence la plus faible\u{a0}: 2 sur 4)."
    );
    assert_eq!(fr(&seen[0].todo), "Passer par Région");
    // Little influence, but nobody else can hold a function.
    let alone = found(lists(absent(1, json!(["f", "g"])), json!([])), "V12");
    assert_eq!((alone.len(), alone[0].severity), (1, Severity::Warning));
    assert_eq!(
        fr(&alone[0].reason),
        "Mobilisation notée 0 sur 4\u{202f}; seule structure à pouvoir tenir «\u{a0}Loger\u{a0}». Sans elle, 1 fonction clé sur 2 est \
         tenue partout. Aucune influence connue ne mène à elle depuis un acteur mobilisé."
    );
    assert_eq!(
        (count(absent(1, json!(["f"])), path.clone()), count(absent(2, json!([])), path.clone())),
        (0, 1)
    );
    // Informed is not absent, and what nobody rated is not known to be.
    let informed = json!({ "readings": readings(&[("mobilisation", 1), ("influence", 4)]) });
    let unrated = json!({ "readings": readings(&[("influence", 4)]) });
    assert_eq!((count(informed, path.clone()), count(unrated, path)), (0, 0));
}

#[test]
fn v28_a_need_that_nobody_lifts() {
    let lists = |lifted: Value| {
        json!({ "territories": [{ "id": "t", "name": "Littoral" }], "pathway": [{ "id": "s", "title": "Se former" }],
            "needs": [{ "id": "n", "title": "Permis", "theme": "mobility", "territories": ["t"], "stages": ["s"], "liftedBy": lifted }],
            "actors": [{ "id": "a", "name": "A" }] })
    };
    let seen = found(lists(json!([])), "V28");
    assert_eq!((seen.len(), seen[0].severity, seen[0].source), (1, Severity::Warning, "S0"));
    assert_eq!(
        fr(&seen[0].reason),
        "Sur 1 acteur, aucun ne lève ce besoin. Étapes du parcours\u{a0}: Se former. Territoires\u{a0}: Littoral."
    );
    assert_eq!(seen[0].objects[0].as_str(), "n");
    assert_eq!(objects(lists(json!(["a"])), "V28").len(), 0);
    // Nobody to lift it is there yet.
    assert_eq!(objects(merged(lists(json!([])), json!({ "actors": [] })), "V28").len(), 0);
}

#[test]
fn v29_the_basin_with_needs_and_least_to_answer_them() {
    let basin = |id: &str| json!({ "id": id, "name": id, "kind": "bassin", "parent": "r" });
    let lists = |actors: Value, needs: Value| {
        json!({ "territories": [{ "id": "r", "name": "R", "kind": "region" }, basin("Est"), basin("Ouest"), basin("Sud"),
                { "id": "town", "name": "Ville", "kind": "commune", "parent": "Est" }],
            "functions": [{ "id": "f", "title": "F" }], "needs": needs, "actors": actors })
    };
    let able =
        |id: &str, at: &str| json!({ "id": id, "name": id, "territories": [at], "capabilities": ["f"] });
    let need = |at: &str, lifted: Value| json!([{ "id": "n", "title": "N", "territories": [at], "liftedBy": lifted }]);
    // One for the whole region counts everywhere: Est 1, Ouest 2, Sud 3.
    let actors = json!([able("a", "r"), able("b", "Ouest"), able("c", "Sud"), able("d", "Sud"), { "id": "e", "name": "e", "territories": ["Est"] }]);
    let seen = found(lists(actors.clone(), need("Est", json!([]))), "V29");
    assert_eq!((seen.len(), seen[0].severity), (1, Severity::Advice));
    assert_eq!(seen[0].objects[0].as_str(), "Est");
    assert_eq!(
        fr(&seen[0].reason),
        "1 besoin, et 1 acteur pour y répondre\u{202f}; les autres bassins en ont au moins 2."
    );
    // A need of a town of the basin is one of the basin; without any need there is nothing to say.
    assert_eq!(objects(lists(actors.clone(), need("town", json!([]))), "V29"), [["Est"]]);
    assert_eq!(objects(lists(actors.clone(), need("Ouest", json!([]))), "V29").len(), 0);
    // Whoever lifts a need there is a resource there: Est and Ouest 2, Sud 3, and two out of three are no exception.
    assert_eq!(objects(lists(actors, need("Est", json!(["e"]))), "V29").len(), 0);
    // As many everywhere.
    let even = json!([able("a", "r")]);
    assert_eq!(objects(lists(even, need("r", json!([]))), "V29").len(), 0);
}
