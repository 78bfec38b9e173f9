//! Which structure fits the project.

use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::votes::{Bearing, Fact, Size, Structure, programme, proposals};
use tour_de_table::i18n::{Catalogue, Lang};

use crate::{dossier, today};

fn project(complexity: &str, domain: &str, count: usize, budget: Value) -> Value {
    let actors: Vec<Value> = (0..count)
        .map(|place| json!({ "id": format!("a{place}"), "name": format!("A{place}"), "kind": "publicAuthority" }))
        .collect();
    json!({
        "project": { "title": "P", "complexity": complexity, "domain": domain },
        "actors": actors,
        "actions": [{ "id": "x1", "budget": budget }],
    })
}

#[test]
fn the_structure_follows_complexity_size_and_budget() {
    let first = |lists: Value| {
        let dossier = dossier(lists);
        let programme = programme(&Index::of(&dossier, today()));
        (proposals(&programme).remove(0), programme)
    };
    let euros = |amount: &str| json!({ "amount": amount, "currency": "EUR" });
    let (small, programme) = first(project("simple", "infrastructure", 3, euros("20000.50")));
    assert_eq!(small.structure, Structure::Coordinator);
    assert_eq!((small.count(Bearing::For), small.count(Bearing::Against)), (4, 0));
    assert_eq!(programme.budget, Some(2_000_050));
    assert!(programme.is_light() && !programme.is_heavy());
    let (large, programme) = first(project("complex", "infrastructure", 20, euros("900000")));
    assert_eq!(large.structure, Structure::ProjectTeam);
    let facts: Vec<&Fact> = large.reasons.iter().map(|reason| &reason.fact).collect();
    assert!(facts.contains(&&Fact::Organisations(20, Size::Large)));
    assert!(facts.contains(&&Fact::Budget(90_000_000, Size::Large)));
    assert!(programme.is_heavy() && !programme.is_light());
    // Dirhams are not euros: the bounds say nothing of them.
    let (_, foreign) =
        first(project("simple", "infrastructure", 3, json!({ "amount": "20000", "currency": "MAD" })));
    assert_eq!(foreign.budget, None);
}

#[test]
fn the_bounds_of_sizes() {
    let by = |organisations: usize, cents: u64| {
        let dossier = dossier(project(
            "simple",
            "infrastructure",
            organisations,
            json!({ "amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": "EUR" }),
        ));
        let programme = programme(&Index::of(&dossier, today()));
        (programme.by_organisations().unwrap(), programme.by_budget().unwrap())
    };
    assert_eq!(by(6, 4_999_999), (Size::Small, Size::Small));
    assert_eq!(by(7, 5_000_000), (Size::Medium, Size::Medium));
    assert_eq!(by(14, 29_999_999), (Size::Medium, Size::Medium));
    assert_eq!(by(15, 30_000_000), (Size::Large, Size::Large));
}

#[test]
fn an_animator_is_lent_and_a_delegation_is_held_by_somebody() {
    let available = json!([{ "criterion": "availability", "value": 3, "on": "2026-01-01" }]);
    let lists = json!({
        "project": { "title": "P", "complexity": "simple", "domain": "socioEconomic" },
        "functions": [{ "id": "f", "title": "F" }, { "id": "g", "title": "G" }, { "id": "h", "title": "H" }],
        "actors": [{ "id": "a", "name": "Ville", "kind": "publicAuthority", "readings": available },
                   { "id": "b", "name": "Asso", "kind": "association" },
                   { "id": "c", "name": "Ailleurs", "kind": "business" }],
        "roles": [{ "id": "r", "actor": "a", "role": "lead" },
                  { "id": "s", "actor": "b", "role": "operator", "scope": { "function": "f" } }],
        "responsibilities": [{ "function": "g", "actor": "b", "letter": "A" }, { "function": "h", "actor": "b", "letter": "R" }],
    });
    let dossier = dossier(lists);
    let index = Index::of(&dossier, today());
    let programme = programme(&index);
    // c has neither role nor seat.
    assert_eq!((programme.organisations, programme.associations, programme.all_public), (2, 1, Some(false)));
    assert_eq!(programme.lender.as_ref().unwrap().as_str(), "a");
    let (holder, held) = programme.holder.clone().unwrap();
    assert_eq!((holder.as_str(), held), ("b", 2));
    let found = proposals(&programme);
    assert_eq!(found[0].structure, Structure::Animator);
    let delegation = found.iter().find(|proposal| proposal.structure == Structure::Delegation).unwrap();
    let said = Catalogue::new(Lang::Fr).say(delegation.reasons[0].fact.phrase(&index)).into_owned();
    assert_eq!(
        (delegation.reasons[0].bearing, said.as_str()),
        (Bearing::For, "Asso tient 2 fonctions sur 3")
    );
    // Nothing said of the budget is told, not guessed.
    let unknown = found[0].reasons.iter().filter(|reason| reason.bearing == Bearing::Unknown);
    assert_eq!(unknown.map(|reason| &reason.fact).collect::<Vec<_>>(), [&Fact::NoBudget]);
}

#[test]
fn who_lends_need_not_act_yet_and_words_say_who_is_counted() {
    let available = json!([{ "criterion": "availability", "value": 4, "on": "2026-01-01" }]);
    let mut lists = json!({
        "project": { "title": "P" },
        "actors": [{ "id": "a", "name": "Ville", "kind": "publicAuthority" },
                   { "id": "b", "name": "Région", "kind": "publicAuthority", "readings": available }],
        "roles": [{ "id": "r", "actor": "a", "role": "lead" }],
    });
    let said = |lists: &Value| {
        let dossier = dossier(lists.clone());
        let index = Index::of(&dossier, today());
        let found = proposals(&programme(&index));
        let animator = found.iter().find(|one| one.structure == Structure::Animator).unwrap();
        let french = Catalogue::new(Lang::Fr);
        let words = animator.reasons.iter().map(|one| french.say(one.fact.phrase(&index)).into_owned());
        words.collect::<Vec<_>>()
    };
    // The Region holds neither role nor seat; it is in the dossier, and available throughout.
    let held = said(&lists);
    assert!(held.contains(&"1 organisation a un rôle ou un siège".to_owned()), "{held:?}");
    assert!(held.contains(&"Région se dit disponible la plupart du temps".to_owned()), "{held:?}");
    assert!(held.contains(&"aucune association n’a de rôle ni de siège".to_owned()), "{held:?}");
    // While nobody holds any, those of the whole dossier are counted, and said to be.
    lists["roles"] = json!([]);
    let all = said(&lists);
    assert!(all.contains(&"2 organisations au dossier".to_owned()), "{all:?}");
    assert!(all.contains(&"aucune association au dossier".to_owned()), "{all:?}");
}
