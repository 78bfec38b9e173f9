//! V08, V15–V20, V27.

use serde_json::{Value, json};
use tour_de_table::findings::Severity;
use tour_de_table::i18n::{Catalogue, Lang, Phrase};

use crate::{found, objects};

fn fr(phrase: &Phrase) -> String {
    Catalogue::new(Lang::Fr).say(phrase).into_owned()
}

fn actor(id: &str, kind: &str, level: i8) -> Value {
    json!({ "id": id, "name": id.to_uppercase(), "kind": kind,
        "readings": [{ "criterion": "mobilisation", "value": level, "on": "2026-01-01" }] })
}

/// Seats of one actor each: actor, votes.
fn seats(list: &[(&str, u32)]) -> Value {
    list.iter()
        .map(|(actor, votes)| json!({ "id": format!("p-{actor}"), "actor": actor, "votes": votes }))
        .collect()
}

fn body(majority: &str, seats: Value) -> Value {
    json!({ "id": "b", "title": "Comité", "kind": "board", "rule": { "majority": majority }, "seats": seats })
}

fn with(bodies: Value) -> Value {
    let actors = json!([
        actor("a", "publicAuthority", 3),
        actor("c", "business", 1),
        actor("d", "employmentTraining", 0),
        actor("e", "association", 4),
    ]);
    json!({ "actors": actors, "bodies": bodies })
}

#[test]
fn v08_votes_of_those_who_take_no_part() {
    // 4 of 7 needed: any two of the three decide, a third of the power each.
    let lists = with(json!([body("simple", seats(&[("a", 3), ("c", 2), ("d", 2)]))]));
    let found = found(lists, "V08");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].severity, Severity::Warning);
    assert_eq!(
        fr(&found[0].reason),
        "Comité\u{a0}: 2 voix sur 7, 33,3\u{a0}% du pouvoir, pour une moyenne de 33,3\u{a0}% par membre. Mobilisation\u{a0}: informée."
    );
    // 5 of 9 are a's own: c decides of nothing, which is less than the average.
    let weak = crate::found(with(json!([body("simple", seats(&[("a", 5), ("c", 4)]))])), "V08");
    assert_eq!((weak.len(), weak[0].severity), (1, Severity::Advice));
    // No rule yet: votes all the same.
    let unruled = json!([{ "id": "b", "seats": seats(&[("d", 1), ("e", 1)]) }]);
    assert_eq!(objects(with(unruled), "V08"), [["d", "b"]]);
    let none = json!([body("simple", seats(&[("a", 1), ("e", 1), ("c", 0)]))]);
    assert_eq!(objects(with(none), "V08").len(), 0);
}

#[test]
fn v15_one_decides_alone_or_blocks() {
    let alone = found(with(json!([body("simple", seats(&[("a", 5), ("c", 2), ("e", 2)]))])), "V15");
    assert_eq!((alone.len(), alone[0].severity), (1, Severity::Blocking));
    assert_eq!(
        fr(&alone[0].reason),
        "Comité\u{a0}: 5 voix sur 9, pour 5 requises. Les autres, même ensemble, ne décident de rien."
    );
    // 6 of 9 needed: without a the others gather 5.
    let veto = found(with(json!([body("twoThirds", seats(&[("a", 4), ("c", 3), ("e", 2)]))])), "V15");
    assert_eq!((veto.len(), veto[0].severity), (1, Severity::Warning));
    assert_eq!(fr(&veto[0].title), "A peut tout bloquer");
    assert_eq!(
        fr(&veto[0].reason),
        "Comité\u{a0}: sans ce membre, les autres réunissent 5 voix, pour 6 requises."
    );
    // Unanimity, in name or in figures, is wanted.
    assert_eq!(objects(with(json!([body("unanimity", seats(&[("a", 4), ("c", 3)]))])), "V15").len(), 0);
    assert_eq!(objects(with(json!([body("simple", seats(&[("a", 1), ("c", 1)]))])), "V15").len(), 0);
    assert_eq!(
        objects(with(json!([body("simple", seats(&[("a", 1), ("c", 1), ("e", 1)]))])), "V15").len(),
        0
    );
    // One member only has nobody to decide without.
    assert_eq!(objects(with(json!([body("simple", seats(&[("a", 3)]))])), "V15").len(), 0);
    // Of 2, 1 and 1 votes, the chair of 2 wins every tie, so it decides alone.
    let mut chaired = body("simple", seats(&[("a", 2), ("c", 1), ("e", 1)]));
    chaired["rule"]["castingVote"] = json!("p-a");
    assert_eq!(found(with(json!([chaired])), "V15")[0].severity, Severity::Blocking);
}

#[test]
fn v16_a_college_that_outweighs_the_others() {
    let college = |votes: [u32; 3]| {
        let seats = json!([
            { "id": "p1", "actor": "a", "college": "g", "votes": votes[0] },
            { "id": "p2", "actor": "c", "college": "h", "votes": votes[1] },
            { "id": "p3", "actor": "e", "votes": votes[2] },
        ]);
        with(
            json!([{ "id": "b", "title": "Comité", "colleges": [{ "id": "g", "title": "Élus" }, { "id": "h" }], "seats": seats }]),
        )
    };
    assert_eq!(objects(college([5, 2, 2]), "V16"), [["g", "b"]]);
    assert_eq!(
        fr(&found(college([5, 2, 2]), "V16")[0].reason),
        "Comité\u{a0}: 5 voix pour ce collège, 4 pour tous les autres."
    );
    assert_eq!(objects(college([4, 2, 2]), "V16").len(), 0);
    let only = json!([{ "id": "b", "colleges": [{ "id": "g" }], "seats": [{ "id": "p1", "actor": "a", "college": "g", "votes": 3 }] }]);
    assert_eq!(objects(with(only), "V16").len(), 0);
}

#[test]
fn v16_no_association_on_a_social_board() {
    let lists = |domain: &str, kind: &str, actors: &[(&str, u32)]| {
        let mut lists = with(json!([{ "id": "b", "title": "CA", "kind": kind, "seats": seats(actors) }]));
        lists["project"] = json!({ "title": "P", "domain": domain });
        objects(lists, "V16")
    };
    assert_eq!(lists("socioEconomic", "board", &[("a", 1), ("c", 1)]), [["b"]]);
    assert_eq!(lists("socioEconomic", "steeringCommittee", &[("a", 1), ("c", 1)]), [["b"]]);
    assert_eq!(lists("socioEconomic", "workingGroup", &[("a", 1), ("c", 1)]).len(), 0);
    assert_eq!(lists("socioEconomic", "board", &[("a", 1), ("e", 1)]).len(), 0);
    assert_eq!(lists("infrastructure", "board", &[("a", 1), ("c", 1)]).len(), 0);
    assert_eq!(lists("socioEconomic", "board", &[]).len(), 0);
}

#[test]
fn v17_fewer_than_forty_percent_women() {
    let lists = |genders: &[&str]| {
        let seats: Vec<Value> = genders
            .iter()
            .enumerate()
            .map(|(place, gender)| json!({ "id": format!("p{place}"), "holder": { "name": "N", "gender": if gender.is_empty() { Value::Null } else { json!(gender) } } }))
            .collect();
        json!({ "bodies": [{ "id": "b", "title": "Équipe", "kind": "projectTeam", "seats": seats }] })
    };
    // 2 of 5 are 40 %, 1 of 3 are fewer.
    assert_eq!(objects(lists(&["f", "f", "m", "m", "m"]), "V17").len(), 0);
    let few = found(lists(&["f", "m", "m"]), "V17");
    assert_eq!((few.len(), few[0].severity), (1, Severity::Warning));
    assert_eq!(fr(&few[0].reason), "1 femme pour 3 sièges dont la personne est connue.");
    // Two more could be women: 3 of 5.
    assert_eq!(found(lists(&["f", "m", "m", "", ""]), "V17")[0].severity, Severity::Advice);
    assert_eq!(objects(lists(&["m", "", ""]), "V17").len(), 0);
}

#[test]
fn v18_a_narrow_table_for_a_complex_problem() {
    let lists = |complexity: &str, actors: &[(&str, u32)]| {
        let mut lists = with(json!([{ "id": "b", "title": "CA", "kind": "board", "seats": seats(actors) }]));
        lists["project"] = json!({ "title": "P", "complexity": complexity });
        lists
    };
    let narrow = found(lists("complex", &[("a", 1), ("e", 1)]), "V18");
    assert_eq!(narrow.len(), 1);
    assert_eq!(
        fr(&narrow[0].reason),
        "2 familles d’acteurs pour 2 sièges\u{202f}; un problème complexe en demande davantage."
    );
    assert_eq!(objects(lists("complex", &[("a", 1), ("e", 1), ("c", 1)]), "V18").len(), 0);
    assert_eq!(objects(lists("simple", &[("a", 1), ("e", 1)]), "V18").len(), 0);
    assert_eq!(objects(lists("complex", &[("a", 1)]), "V18").len(), 0);
}

#[test]
fn v18_a_structure_out_of_proportion() {
    let lists = |complexity: &str, amount: &str, team: Value| {
        let mut lists = with(json!([
            { "id": "b", "title": "CA", "seats": seats(&[("a", 1), ("c", 1), ("e", 1)]) },
            { "id": "t", "title": "Équipe", "kind": "projectTeam", "seats": team },
        ]));
        lists["project"] = json!({ "title": "P", "complexity": complexity });
        lists["actions"] = json!([{ "id": "x", "budget": { "amount": amount, "currency": "EUR" } }]);
        found(lists, "V18")
    };
    let team = || json!([{ "id": "q", "actor": "a" }]);
    let light = lists("complex", "400000", json!([]));
    assert_eq!(light.len(), 1);
    assert_eq!(
        fr(&light[0].reason),
        "problème complexe et 400\u{202f}000\u{a0}€ de budget\u{202f}; aucune équipe projet n’a de siège."
    );
    assert_eq!(lists("complex", "400000", team()).len(), 0);
    assert_eq!(lists("complex", "100000", json!([])).len(), 0);
    let heavy = lists("simple", "10000", team());
    assert_eq!(heavy.len(), 1);
    assert_eq!(fr(&heavy[0].title), "Une structure lourde pour un programme léger");
    assert_eq!(lists("simple", "10000", json!([])).len(), 0);
}

/// A board where `e`, an association, sits with `a`; criteria with what was decided of `e`.
fn admitted(statuses: &[Option<&str>]) -> Value {
    let mut lists = with(json!([body("simple", seats(&[("a", 1), ("e", 1)]))]));
    let criteria = statuses.iter().enumerate().map(|(place, status)| {
        let checks = match status {
            Some(status) => json!([{ "actor": "e", "status": status }]),
            None => json!([]),
        };
        json!({ "id": format!("k{place}"), "title": format!("Critère {place}"), "checks": checks })
    });
    lists["admissionCriteria"] = criteria.collect();
    lists
}

#[test]
fn v19_an_association_that_does_not_meet_the_criteria() {
    let missed = found(admitted(&[Some("notMet"), Some("met"), None]), "V19");
    assert_eq!((missed.len(), missed[0].severity, missed[0].source), (1, Severity::Warning, "S2"));
    assert_eq!(missed[0].objects.iter().map(ToString::to_string).collect::<Vec<_>>(), ["e", "b"]);
    assert_eq!(fr(&missed[0].title), "E ne remplit pas les critères d’admission");
    assert_eq!(fr(&missed[0].reason), "Comité\u{a0}: 1 critère sur 3 non rempli (Critère 0), 1 à vérifier.");
    let both = found(admitted(&[Some("notMet"), Some("notMet")]), "V19");
    assert_eq!(fr(&both[0].reason), "Comité\u{a0}: 2 critères sur 2 non remplis (Critère 0 et Critère 1).");
    // Met, not known, nothing asked: no finding.
    assert_eq!(objects(admitted(&[Some("met")]), "V19").len(), 0);
    assert_eq!(objects(admitted(&[Some("unknown"), None]), "V19").len(), 0);
    assert_eq!(objects(admitted(&[]), "V19").len(), 0);
    // Not on the board: an alternate, an expert, a working group; nor an organisation that is no association.
    for (field, value) in [("expert", json!(true)), ("alternateOf", json!("p-a"))] {
        let mut lists = admitted(&[Some("notMet")]);
        lists["bodies"][0]["seats"][1][field] = value;
        assert_eq!(objects(lists, "V19").len(), 0, "{field}");
    }
    let mut group = admitted(&[Some("notMet")]);
    group["bodies"][0]["kind"] = json!("workingGroup");
    assert_eq!(objects(group, "V19").len(), 0);
    let mut business = admitted(&[Some("notMet")]);
    business["actors"][3]["kind"] = json!("business");
    assert_eq!(objects(business, "V19").len(), 0);
}

#[test]
fn v20_no_communication_plan_and_no_action_plan_adopted() {
    let lists = |plans: Value, actions: Value| {
        let mut lists = with(json!([body("simple", seats(&[("a", 1), ("e", 1)]))]));
        (lists["plans"], lists["actions"]) = (plans, actions);
        lists
    };
    let v20 = |plans: Value, actions: Value| objects(lists(plans, actions), "V20");
    let plan = |kind: &str, status: &str| json!({ "id": format!("l-{kind}-{status}"), "kind": kind, "status": status });
    let action = || json!([{ "id": "x", "title": "X" }]);
    assert_eq!(v20(json!([]), json!([])), [["communication"], ["actionPlan"]]);
    // A communication plan is enough once it exists; an action plan once it is adopted.
    let draft = json!([plan("communication", "draft"), plan("action", "draft")]);
    assert_eq!(v20(draft.clone(), action()), [["actionPlan"]]);
    assert_eq!(v20(json!([plan("action", "adopted")]), action()), [["communication"]]);
    assert_eq!(
        v20(json!([plan("communication", "missing"), plan("action", "adopted")]), json!([])),
        [["communication"]]
    );
    assert_eq!(v20(json!([plan("communication", "adopted"), plan("action", "adopted")]), json!([])).len(), 0);
    // Of several, the one that is furthest on counts.
    assert_eq!(
        v20(
            json!([plan("action", "adopted"), plan("action", "missing"), plan("communication", "draft")]),
            action()
        )
        .len(),
        0
    );
    let reason =
        |plans: Value, actions: Value, place: usize| fr(&found(lists(plans, actions), "V20")[place].reason);
    assert_eq!(
        reason(json!([]), action(), 1),
        "1 action inscrite\u{202f}; aucune instance n’a adopté le plan."
    );
    assert_eq!(
        reason(draft, json!([]), 0),
        "Un plan d’action est rédigé\u{202f}; aucune instance ne l’a adopté."
    );
    assert_eq!(
        reason(json!([plan("communication", "missing")]), json!([]), 0),
        "Le dossier dit qu’il n’y en a pas."
    );
    // Before anybody sits, signs or acts, nothing is looked for.
    assert_eq!(objects(with(json!([])), "V20").len(), 0);
    assert_eq!(objects(with(json!([{ "id": "b", "seats": [{ "id": "p" }] }])), "V20").len(), 0);
}

#[test]
fn v20_clauses_announce_a_plan_or_say_that_none_is_needed() {
    let lists = |status: &str, agreement: &str| {
        let mut lists = with(json!([]));
        let clauses = json!([{ "code": "communication", "status": status }, { "code": "actionPlan", "status": status }]);
        lists["agreements"] =
            json!([{ "id": "v", "title": "Convention", "status": agreement, "clauses": clauses }]);
        lists
    };
    let announced = found(lists("complete", "signed"), "V20");
    assert_eq!(announced.len(), 2);
    assert_eq!(
        fr(&announced[0].reason),
        "1 convention l’annonce dans une clause, mais le plan n’existe pas encore."
    );
    assert_eq!(objects(lists("notRelevant", "draft"), "V20").len(), 0);
    // What an agreement that is over said holds no more.
    assert_eq!(objects(lists("notRelevant", "ended"), "V20").len(), 2);
}

#[test]
fn v27_inhabitants_nowhere() {
    let lists = |seat: Value| {
        let mut lists = with(json!([
            { "id": "b", "title": "Comité", "seats": [{ "id": "p1", "actor": "a", "votes": 1 }, seat] },
        ]));
        lists["actors"].as_array_mut().unwrap().push(actor("h", "inhabitants", 2));
        lists
    };
    let absent = found(lists(json!({ "id": "p2", "actor": "e" })), "V27");
    assert_eq!(absent.len(), 1);
    assert_eq!(fr(&absent[0].reason), "2 sièges en tout (Comité), aucun pour des habitants ou des usagers.");
    assert_eq!(absent[0].source, "S0, S4");
    assert_eq!(objects(lists(json!({ "id": "p2", "actor": "h" })), "V27").len(), 0);
    assert_eq!(objects(lists(json!({ "id": "p2", "actor": "e", "capacity": "user" })), "V27").len(), 0);
    // Seats given to nobody say nothing yet.
    assert_eq!(objects(with(json!([{ "id": "b", "seats": [{ "id": "p1" }] }])), "V27").len(), 0);
}
