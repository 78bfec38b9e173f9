use serde_json::{Value, json};
use tour_de_table::findings::{Severity, all, analyze};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Dossier, Id};
use tour_de_table::vocabulary::Step;

use crate::{dossier, found, objects, today};

fn fr(phrase: &tour_de_table::i18n::Phrase) -> String {
    Catalogue::new(Lang::Fr).say(phrase).into_owned()
}

fn actor(id: &str, kind: &str) -> Value {
    json!({ "id": id, "name": id, "kind": kind })
}

#[test]
fn a_blank_dossier_has_no_finding() {
    assert_eq!(all(&Dossier::blank(Id::from("d"), "fr"), today()), vec![]);
    let titled = json!({ "project": { "title": "T" }, "objectives": [{ "id": "o", "title": "O" }],
        "functions": [{ "id": "f", "title": "F" }], "waves": [{ "id": "w", "title": "W" }] });
    assert_eq!(all(&dossier(titled), today()), vec![]);
}

#[test]
fn names_alone_say_nothing_about_missing_families() {
    let lists = json!({ "actors": [{ "id": "a", "name": "A" }] });
    let codes: Vec<&str> = all(&dossier(lists), today()).iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["V01"]);
}

#[test]
fn v01_no_lead() {
    let none = json!({ "actors": [actor("a", "business"), actor("b", "expert")] });
    let seen = found(none, "V01");
    assert_eq!((seen.len(), seen[0].severity, seen[0].step), (1, Severity::Blocking, Step::Roles));
    assert_eq!(fr(&seen[0].reason), "2 acteurs autour de la table, aucun rôle de pilote.");
    let ended = json!({ "actors": [actor("a", "business")], "roles": [{ "id": "r", "actor": "a", "role": "lead", "endsOn": "2026-11-21" }] });
    assert_eq!(objects(ended, "V01").len(), 1);
    let last_day = json!({ "actors": [actor("a", "business")], "roles": [{ "id": "r", "actor": "a", "role": "lead", "endsOn": "2026-11-22" }] });
    assert_eq!(objects(last_day, "V01").len(), 0);
    let to_come = json!({ "actors": [actor("a", "business")], "roles": [{ "id": "r", "actor": "a", "role": "lead", "startsOn": "2027-01-01" }] });
    assert_eq!(objects(to_come, "V01").len(), 0);
}

#[test]
fn v01_a_lead_for_every_objective_is_enough_but_not_for_some() {
    let lists = |roles: Value| {
        json!({ "objectives": [{ "id": "o", "title": "O" }, { "id": "p", "title": "P" }],
            "actors": [actor("a", "business")], "roles": roles })
    };
    let one = json!({ "id": "r", "actor": "a", "role": "lead", "scope": { "objective": "o" } });
    let other = json!({ "id": "s", "actor": "a", "role": "lead", "scope": { "objective": "p" } });
    assert_eq!(objects(lists(json!([one])), "V01").len(), 1);
    assert_eq!(objects(lists(json!([one, other])), "V01").len(), 0);
}

#[test]
fn v01_a_lead_of_functions_alone_does_not_lead_the_project() {
    let lists = json!({ "functions": [{ "id": "f", "title": "F" }, { "id": "g", "title": "G" }],
        "actors": [actor("a", "business"), actor("b", "expert")], "roles": [
            { "id": "r", "actor": "a", "role": "lead", "scope": { "function": "f" } },
            { "id": "s", "actor": "b", "role": "lead", "scope": { "function": "f" }, "startsOn": "2027-01-01" },
            { "id": "t", "actor": "a", "role": "lead", "scope": { "function": "g" } }] });
    let seen = found(lists, "V01");
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].severity, Severity::Blocking);
    assert_eq!(
        fr(&seen[0].reason),
        "2 fonctions ont leur structure pilote, mais l’ensemble du projet n’en a aucune."
    );
    // Two actors lead F from 2027 on.
    assert_eq!(seen[1].objects, [Id::from("a"), Id::from("b")]);
}

#[test]
fn v01_a_project_that_has_begun_waits_for_its_lead() {
    let lists = |begun: Value, roles: Value| {
        json!({ "project": { "title": "P", "startsOn": begun }, "objectives": [{ "id": "o", "title": "O" }],
            "actors": [actor("a", "business"), actor("b", "expert")], "roles": roles })
    };
    let lead = |id: &str, start: &str, scope: Value| json!({ "id": format!("r{id}"), "actor": id, "role": "lead", "startsOn": start, "scope": scope });
    let later =
        json!([lead("a", "2027-03-01", Value::Null), lead("b", "2027-02-01", json!({ "objective": "o" }))]);
    let seen = found(lists(json!("2026-09-01"), later.clone()), "V01");
    assert_eq!((seen.len(), seen[0].severity), (1, Severity::Warning));
    // The first day with a lead: b, on the only objective there is.
    assert_eq!(seen[0].objects, [Id::from("b")]);
    assert_eq!(seen[0].place.object, Some(Id::from("rb")));
    assert_eq!(
        fr(&seen[0].reason),
        "Le projet court depuis le 1er\u{a0}septembre 2026\u{202f}; b n’en prend la conduite que le 1er\u{a0}février 2027."
    );
    // Begins later than today, or no day is said: nothing is late.
    assert_eq!(objects(lists(json!("2027-01-01"), later.clone()), "V01").len(), 0);
    assert_eq!(objects(lists(Value::Null, later), "V01").len(), 0);
    let today_is_first = json!([lead("a", "2026-11-22", Value::Null)]);
    assert_eq!(objects(lists(json!("2026-09-01"), today_is_first), "V01").len(), 0);
    // The lead has ended, the next one comes: nobody today.
    let between = json!([
        { "id": "r", "actor": "a", "role": "lead", "endsOn": "2026-11-21" },
        lead("b", "2026-12-01", Value::Null)
    ]);
    assert_eq!(objects(lists(json!("2026-09-01"), between), "V01"), [["b"]]);
}

#[test]
fn v01_several_leads_on_one_scope() {
    let lists = |first_end: Value, second_start: Value, second_scope: Value| {
        json!({ "objectives": [{ "id": "o", "title": "O" }], "actors": [actor("a", "business"), actor("b", "expert")],
            "roles": [{ "id": "r", "actor": "a", "role": "lead", "endsOn": first_end },
                      { "id": "s", "actor": "b", "role": "lead", "startsOn": second_start, "scope": second_scope }] })
    };
    assert_eq!(objects(lists(Value::Null, Value::Null, Value::Null), "V01"), [["a", "b"]]);
    // One takes over from the other: never two on the same day.
    assert_eq!(objects(lists(json!("2026-12-31"), json!("2027-01-01"), Value::Null), "V01").len(), 0);
    assert_eq!(objects(lists(json!("2027-01-01"), json!("2027-01-01"), Value::Null), "V01").len(), 1);
    assert_eq!(objects(lists(Value::Null, Value::Null, json!({ "objective": "o" })), "V01").len(), 0);
}

#[test]
fn v02_a_condition_not_met_warns_and_an_unknown_one_advises() {
    let lists = |statuses: [&str; 4]| {
        let codes = ["available", "skilled", "decides", "territory"];
        let conditions: Vec<Value> = codes
            .iter()
            .zip(statuses)
            .map(|(code, status)| json!({ "code": code, "status": status }))
            .collect();
        json!({ "actors": [actor("a", "business")], "roles": [
            { "id": "r", "actor": "a", "role": "operator", "conditions": conditions },
            { "id": "s", "actor": "a", "role": "funder" }] })
    };
    assert_eq!(objects(lists(["met"; 4]), "V02").len(), 0);
    let unknown = found(lists(["met", "unknown", "met", "met"]), "V02");
    assert_eq!((unknown.len(), unknown[0].severity), (1, Severity::Advice));
    let not_met = found(lists(["met", "unknown", "notMet", "met"]), "V02");
    assert_eq!((not_met.len(), not_met[0].severity), (1, Severity::Warning));
    assert_eq!(
        fr(&not_met[0].reason),
        "Opérateur, ensemble du projet. 1 condition sur 4 non remplie\u{a0}: Interlocuteur décisionnaire."
    );
    assert_eq!(objects(lists(["met", "unknown", "notMet", "met"]), "V02"), [["a", "r"]]);
}

#[test]
fn v02_one_finding_for_each_role_whatever_its_scope_none_once_ended() {
    let role = |id: &str, scope: Value, starts: Value, ends: Value| {
        json!({ "id": id, "actor": "a", "role": "operator", "scope": scope, "startsOn": starts, "endsOn": ends,
                "conditions": [{ "code": "skilled", "status": "notMet" }] })
    };
    let lists = json!({ "functions": [{ "id": "f", "title": "F" }], "objectives": [{ "id": "o", "title": "O" }],
        "actors": [actor("a", "business")], "roles": [
            role("r", json!({ "function": "f" }), Value::Null, json!("2026-11-22")),
            role("s", json!({ "objective": "o" }), json!("2027-01-01"), Value::Null),
            role("t", Value::Null, json!("2025-01-01"), json!("2026-11-21"))] });
    assert_eq!(objects(lists.clone(), "V02"), [["a", "r"], ["a", "s"]]);
    assert_eq!(found(lists, "V02")[1].place.field, Some("conditions"));
}

#[test]
fn v02_conditions_nobody_decided_are_unknown() {
    let lists =
        json!({ "actors": [actor("a", "business")], "roles": [{ "id": "r", "actor": "a", "role": "lead" }] });
    let seen = found(lists, "V02");
    assert_eq!((seen.len(), seen[0].severity), (1, Severity::Advice));
    assert!(fr(&seen[0].title).contains("5 conditions à vérifier"));
}

#[test]
fn v03_names_the_families_of_s1_that_miss() {
    let lists = json!({ "actors": [actor("a", "publicAuthority"), actor("b", "employmentTraining"), actor("c", "association")] });
    assert_eq!(objects(lists.clone(), "V03"), [["economicDevelopment", "business"]]);
    let reason = fr(&found(lists, "V03")[0].reason);
    assert_eq!(
        reason,
        "Sur 3 acteurs, personne dans les familles Développement économique et Entreprises et réseaux."
    );
    let full = json!({ "actors": [actor("a", "publicAuthority"), actor("b", "employmentTraining"),
        actor("c", "economicDevelopment"), actor("d", "business")] });
    assert_eq!(objects(full, "V03").len(), 0);
}

fn reading(criterion: &str, value: i8) -> Value {
    json!({ "criterion": criterion, "value": value, "on": "2026-11-01" })
}

#[test]
fn v04_wants_an_actor_both_favourable_and_mobilised() {
    let lists = |position: i8, mobilisation: Option<i8>| {
        let readings: Vec<Value> =
            mobilisation.map(|value| reading("mobilisation", value)).into_iter().collect();
        json!({ "objectives": [{ "id": "o", "title": "O" }],
            "actors": [{ "id": "a", "name": "A", "readings": readings }],
            "positions": [{ "actor": "a", "objective": "o", "value": position }] })
    };
    assert_eq!(objects(lists(1, Some(2)), "V04").len(), 0);
    assert_eq!(objects(lists(4, Some(1)), "V04"), [["o"]]);
    assert_eq!(objects(lists(4, None), "V04"), [["o"]]);
    assert_eq!(objects(lists(0, Some(4)), "V04"), [["o"]]);
    assert_eq!(objects(lists(-3, Some(4)), "V04"), [["o"]]);
}

#[test]
fn v04_takes_stance_only_where_no_position_is_said() {
    let lists = |stance: i8, positions: Value| {
        json!({ "objectives": [{ "id": "o", "title": "O" }],
            "actors": [{ "id": "a", "name": "A", "readings": [reading("mobilisation", 3), reading("stance", stance)] }],
            "roles": [{ "id": "r", "actor": "a", "role": "partner", "scope": { "objective": "o" } }],
            "positions": positions })
    };
    assert_eq!(objects(lists(1, json!([])), "V04").len(), 0);
    assert_eq!(objects(lists(0, json!([])), "V04").len(), 1);
    assert_eq!(objects(lists(2, json!([{ "actor": "a", "objective": "o", "value": -1 }])), "V04").len(), 1);
}

#[test]
fn v05_a_function_nobody_can_hold() {
    let lists = |territories: Value, own: Value, able: bool| {
        json!({ "territories": [{ "id": "t", "name": "T" }, { "id": "u", "name": "U" }],
            "functions": [{ "id": "f", "title": "F", "territories": territories }],
            "actors": [{ "id": "a", "name": "A", "territories": own, "capabilities": if able { json!(["f"]) } else { json!([]) } }] })
    };
    assert_eq!(objects(lists(json!([]), json!([]), false), "V05"), [["f"]]);
    assert_eq!(objects(lists(json!([]), json!([]), true), "V05").len(), 0);
    assert_eq!(objects(lists(json!(["t"]), json!(["t"]), true), "V05").len(), 0);
    // Nothing said about where it works: it may well be able.
    assert_eq!(objects(lists(json!(["t"]), json!([]), true), "V05").len(), 0);
    assert_eq!(objects(lists(json!(["t"]), json!(["u"]), true), "V05").len(), 1);
    let partly = found(lists(json!(["t", "u"]), json!(["u"]), true), "V05");
    assert_eq!(fr(&partly[0].reason), "1 territoire sur 2 est couvert\u{202f}; personne pour T.");
}

#[test]
fn v06_operators_on_the_same_ground_at_the_same_time() {
    let lists = |first: Value, second: Value, ends: Value| {
        json!({ "territories": [{ "id": "t", "name": "T" }, { "id": "x", "name": "X", "parent": "t" }, { "id": "y", "name": "Y", "parent": "t" }],
            "functions": [{ "id": "f", "title": "F", "territories": ["t"], "public": "Jeunes" }, { "id": "g", "title": "G" }],
            "actors": [{ "id": "a", "name": "A", "territories": first }, { "id": "b", "name": "B", "territories": second }],
            "roles": [{ "id": "r", "actor": "a", "role": "operator", "scope": { "function": "f" }, "endsOn": ends },
                      { "id": "s", "actor": "b", "role": "operator", "scope": { "function": "f" }, "startsOn": "2027-01-01" },
                      { "id": "q", "actor": "b", "role": "operator", "scope": { "function": "g" } }] })
    };
    assert_eq!(objects(lists(json!(["t"]), json!(["t"]), Value::Null), "V06"), [["f", "a", "b"]]);
    assert_eq!(objects(lists(json!(["x"]), json!(["t"]), Value::Null), "V06").len(), 1);
    assert_eq!(objects(lists(json!(["x"]), json!(["y"]), Value::Null), "V06").len(), 0);
    assert_eq!(objects(lists(json!(["t"]), json!(["t"]), json!("2026-12-31")), "V06").len(), 0);
    let reason = fr(&found(lists(json!(["t"]), json!(["t"]), Value::Null), "V06")[0].reason);
    assert_eq!(
        reason,
        "2 structures y opèrent en même temps\u{a0}: A et B. Territoire\u{a0}: T. Public\u{a0}: Jeunes."
    );
}

#[test]
fn v07_an_actor_used_elsewhere_than_where_it_is_competent() {
    let lists = |own: Value, role: &str, scope: Value| {
        json!({ "project": { "title": "P", "territories": ["t"] },
            "territories": [{ "id": "t", "name": "T" }, { "id": "u", "name": "U" }],
            "functions": [{ "id": "f", "title": "F", "territories": ["t", "u"] }],
            "actors": [{ "id": "a", "name": "A", "territories": own }, { "id": "b", "name": "B" }],
            "roles": [{ "id": "r", "actor": "a", "role": role, "scope": scope }] })
    };
    assert_eq!(objects(lists(json!(["u"]), "lead", Value::Null), "V07"), [["a"]]);
    assert_eq!(objects(lists(json!(["u"]), "partner", Value::Null), "V07").len(), 0);
    assert_eq!(objects(lists(json!(["t"]), "lead", Value::Null), "V07").len(), 0);
    assert_eq!(objects(lists(json!([]), "lead", Value::Null), "V07").len(), 0);
    let some = found(lists(json!(["u"]), "operator", json!({ "function": "f" })), "V07");
    assert_eq!((some.len(), some[0].severity), (1, Severity::Advice));
    assert_eq!(
        fr(&some[0].reason),
        "Opérateur, «\u{a0}F\u{a0}». 1 territoire sur 2 hors de sa compétence\u{a0}: T. L’acteur est compétent sur U."
    );
    // A funder covers one of the two territories: that is enough.
    assert_eq!(objects(lists(json!(["u"]), "funder", json!({ "function": "f" })), "V07").len(), 0);
}

#[test]
fn v11_no_contact_can_decide() {
    let lists = |contacts: Value| json!({ "actors": [{ "id": "a", "name": "A", "contacts": contacts }] });
    let contact = |id: &str, decides: Value, steps: Value| json!({ "id": id, "canDecide": decides, "validationSteps": steps });
    assert_eq!(objects(lists(json!([contact("c", json!(false), json!(3))])), "V11"), [["a"]]);
    assert_eq!(objects(lists(json!([contact("c", json!(true), json!(0))])), "V11").len(), 0);
    assert_eq!(objects(lists(json!([contact("c", json!(true), json!(1))])), "V11").len(), 0);
    assert_eq!(objects(lists(json!([contact("c", json!(true), json!(2))])), "V11").len(), 1);
    let both = json!([contact("c", json!(false), Value::Null), contact("d", json!(true), Value::Null)]);
    assert_eq!(objects(lists(both), "V11").len(), 0);
    assert_eq!(objects(lists(json!([contact("c", Value::Null, Value::Null)])), "V11").len(), 0);
    assert_eq!(objects(lists(json!([])), "V11").len(), 0);
    let reason = fr(&found(lists(json!([contact("c", json!(false), json!(3))])), "V11")[0].reason);
    assert_eq!(reason, "Aucun interlocuteur ne peut décider\u{a0}: 3 validations avant chaque engagement.");
}

#[test]
fn v13_everybody_at_once_or_nothing_after() {
    let lists = |waves: Value, of: [&str; 3]| {
        let actors: Vec<Value> = of
            .iter()
            .enumerate()
            .map(|(rank, wave)| json!({ "id": format!("a{rank}"), "name": "A", "wave": if wave.is_empty() { Value::Null } else { json!(wave) } }))
            .collect();
        json!({ "waves": waves, "actors": actors })
    };
    let two = json!([{ "id": "w1", "title": "Départ" }, { "id": "w2", "title": "Suite" }]);
    assert_eq!(objects(lists(two.clone(), ["w1", "w1", "w1"]), "V13"), [["w1"]]);
    assert_eq!(objects(lists(two.clone(), ["w1", "w1", ""]), "V13"), [["w1"]]);
    assert_eq!(objects(lists(two.clone(), ["w1", "w2", ""]), "V13").len(), 0);
    assert_eq!(objects(lists(two, ["", "", ""]), "V13").len(), 0);
    assert_eq!(objects(lists(json!([]), ["", "", ""]), "V13").len(), 0);
    // Dates tell which comes first where all are given.
    let dated = json!([{ "id": "w1", "startsOn": "2027-06-01" }, { "id": "w2", "startsOn": "2027-01-01" }]);
    assert_eq!(objects(lists(dated, ["w1", "w1", "w1"]), "V13").len(), 0);
}

/// Who leads stands in the centre, and starts with the first group, whatever its sheet says.
#[test]
fn v13_who_leads_is_there_from_the_start() {
    let lists = |of_lead: Value, of_last: Value, role: Value| {
        json!({ "waves": [{ "id": "w1", "title": "Départ" }, { "id": "w2", "title": "Suite" }], "roles": [role],
            "actors": [{ "id": "a", "name": "A", "wave": of_lead }, { "id": "b", "name": "B", "wave": "w1" }, { "id": "c", "name": "C", "wave": of_last }] })
    };
    let lead = |scope: Value| json!({ "id": "r", "actor": "a", "role": "lead", "scope": scope });
    let whole = || lead(Value::Null);
    let told = |lists: Value| found(lists, "V13").iter().map(|one| fr(&one.reason)).collect::<Vec<_>>();
    let everybody = "3 acteurs sur 3 dans la vague «\u{a0}Départ\u{a0}» et au centre\u{a0}: il ne reste personne à faire entrer.";
    assert_eq!(told(lists(Value::Null, json!("w1"), whole())), [everybody]);
    assert_eq!(told(lists(json!("w2"), json!("w1"), whole())), [everybody]);
    let nothing = "2 acteurs sur 3 dans la vague «\u{a0}Départ\u{a0}» et au centre\u{202f}; aucune vague suivante n’en accueille.";
    assert_eq!(told(lists(json!("w2"), Value::Null, whole())), [nothing]);
    // In the first wave too: said as any other.
    let everybody =
        "3 acteurs sur 3 dans la vague «\u{a0}Départ\u{a0}»\u{a0}: il ne reste personne à faire entrer.";
    assert_eq!(told(lists(json!("w1"), json!("w1"), whole())), [everybody]);
    // The lead of an objective stands where its sheet says.
    let mut part = lists(json!("w2"), json!("w1"), lead(json!({ "objective": "o" })));
    part["objectives"] = json!([{ "id": "o", "title": "O" }]);
    assert_eq!(told(part).len(), 0);
}

#[test]
fn v14_no_social_partner() {
    let none = json!({ "actors": [actor("a", "business"), actor("b", "business"), actor("c", "expert")] });
    assert_eq!(
        fr(&found(none, "V14")[0].reason),
        "2 familles d’acteurs sur 9 sont présentes, sans organisation syndicale ni patronale."
    );
    assert_eq!(found(json!({ "actors": [actor("a", "socialPartner")] }), "V14").len(), 0);
}

#[test]
fn a_finding_is_set_aside_by_its_code_and_its_objects() {
    let lists = |kept: Value| {
        json!({ "functions": [{ "id": "f", "title": "F" }],
            "actors": [actor("a", "business"), actor("b", "expert")],
            "roles": [{ "id": "r", "actor": "a", "role": "operator", "scope": { "function": "f" } },
                      { "id": "s", "actor": "b", "role": "operator", "scope": { "function": "f" } }],
            "setAside": [{ "finding": "V06", "objects": kept, "reason": "Publics distincts" }] })
    };
    let aside = |kept: Value| found(lists(kept), "V06")[0].set_aside.as_ref().map(|kept| kept.reason.clone());
    assert_eq!(aside(json!(["b", "f", "a"])).as_deref(), Some("Publics distincts"));
    assert_eq!(aside(json!(["a", "f"])), None);
}

#[test]
fn analyze_names_every_undefined_value() {
    let lists = json!({
        "territories": [{ "id": "t", "name": "T" }],
        "objectives": [{ "id": "o", "title": "O" }],
        "functions": [{ "id": "f", "title": "F", "territories": ["t"] }, { "id": "g", "title": "G", "territories": ["t"] }],
        "actors": [{ "id": "a", "name": "A", "kind": "business", "capabilities": ["f"],
            "readings": [reading("availability", 3)] }],
        "roles": [{ "id": "r", "actor": "a", "role": "operator", "scope": { "function": "f" } }],
    });
    let result = serde_json::to_value(analyze(&dossier(lists), today(), &Catalogue::new(Lang::En))).unwrap();
    assert_eq!(result["coverage"]["cells"].as_array().unwrap().len(), 9);
    assert_eq!(result["coverage"]["functions"][0]["status"], Value::Null);
    let undefined: Vec<&str> = result["undefined"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["pointer"].as_str().unwrap())
        .collect();
    let coverage = ["/coverage/functions/0/status", "/coverage/functions/1/status"];
    // One actor: nothing to compare it with.
    let positions = [
        "/positions/power/0",
        "/positions/plane/0",
        "/positions/mobilisation/0",
        "/positions/simple/ambivalence/0",
        "/positions/valued/ambivalence/0",
        "/positions/weighted/ambivalence/0",
        "/positions/simple/degree",
        "/positions/valued/degree",
        "/positions/weighted/degree",
        "/positions/robustness/0/rank",
    ];
    let network = ["/network/density", "/network/closeness/0"];
    assert_eq!(undefined, [&coverage[..], &positions, &network].concat());
    let role = &result["roles"][0];
    assert_eq!((&role["actor"], &role["role"]), (&json!("a"), &json!("operator")));
    assert_eq!((&role["met"], &role["notMet"], &role["unknown"]), (&json!(0), &json!(0), &json!(4)));
    assert_eq!(
        role["proposals"],
        json!([{ "code": "available", "status": "met", "because": "3 out of 4: most of the time" }])
    );
    let codes: Vec<&str> =
        result["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["V01", "V02", "V03", "V04", "V05", "V14"]);
    assert_eq!(result["findings"][0]["severity"], json!("blocking"));
    assert_eq!(result["findings"][0]["step"], json!("roles"));
}
