//! A sheet goes out with only what its actor needs, and its answer changes nothing but that actor's own lines.

use serde_json::json;

use super::*;
use crate::edit::{Command, Edit, Item, Kind, Origin, Session, Taken};
use crate::exchange::{read_value, write};
use crate::model::{PositionValue, SheetSent};

fn open(file: Value) -> Dossier {
    read_value(file).unwrap_or_else(|refusal| panic!("{:?}", refusal.problems)).dossier
}

fn file(dossier: &Dossier) -> Value {
    serde_json::from_slice(&write(dossier)).unwrap()
}

fn home() -> Value {
    json!({
        "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d1", "revision": 12, "language": "fr",
        "project": { "title": "Métiers du tourisme", "problem": "Peu de logements", "carrier": "a2" },
        "territories": [{ "id": "t1", "name": "Brune" }, { "id": "t2", "name": "Valbrune" }],
        "objectives": [{ "id": "o1", "title": "Loger", "weight": 3 }, { "id": "o2", "title": "Former" }],
        "functions": [{ "id": "f1", "title": "Animer", "skills": ["SECRET-SKILL"] }],
        "actors": [
            { "id": "a1", "name": "CCI", "kind": "economicDevelopment", "territories": ["t1"], "tags": ["SECRET-TAG"],
              "contacts": [{ "id": "c1", "name": "Inès Faure", "position": "Directrice", "email": "ines@cci.fr", "canDecide": false, "x": 1 }],
              "interests": "Recruter", "capabilities": [], "targetMobilisation": 4,
              "contributions": [{ "id": "k1", "kind": "human", "title": "Un chargé de mission", "status": "offered", "y": 2 }],
              "readings": [
                  { "criterion": "stance", "value": -2, "on": "2026-01-01", "note": "SECRET-NOTE" },
                  { "criterion": "availability", "value": 1, "on": "2026-01-01", "by": "SECRET-PAUL" }] },
            { "id": "a2", "name": "Région", "interests": "SECRET-REGION", "contacts": [{ "id": "c2", "name": "SECRET-ANNE" }] }],
        "positions": [
            { "actor": "a1", "objective": "o1", "value": -3, "on": "2026-02-01", "note": "SECRET-WHY" },
            { "actor": "a2", "objective": "o1", "value": 4 }],
        "influences": [{ "from": "a1", "to": "a2", "value": 3 }],
        "roles": [{ "id": "r1", "actor": "a1", "role": "funder" }],
        "sheets": [{ "id": "h1", "actor": "a1", "name": "CCI", "sentOn": "2026-11-20", "revision": 12 }],
    })
}

fn ask(with_values: bool) -> Ask {
    let on = Date::parse("2026-11-20").unwrap();
    Ask { sheet: Id::from("h1"), on, message: "Merci de répondre".to_owned(), with_values }
}

fn sent(with_values: bool) -> Dossier {
    sheet(&open(home()), &Id::from("a1"), &ask(with_values)).unwrap()
}

/// The sheet filled in by changing its file.
fn answered(change: impl FnOnce(&mut Value)) -> Dossier {
    let mut answer = file(&sent(false));
    answer["partnerSheet"]["answeredOn"] = json!("2026-11-25");
    change(&mut answer);
    open(answer)
}

#[test]
fn a_sheet_holds_only_what_its_actor_needs() {
    let sheet = sent(false);
    let text = file(&sheet).to_string();
    assert!(!text.contains("SECRET"), "{text}");
    for other in [
        "canDecide",
        "weight",
        "influences",
        "roles",
        "\"sheets\"",
        "targetMobilisation",
        "readings",
        "-3",
        "\"value\":4",
    ] {
        assert!(!text.contains(other), "{other} left: {text}");
    }
    assert_eq!(open(file(&sheet)), sheet, "it opens as any dossier");
    let marks = sheet.partner_sheet.as_ref().unwrap();
    assert_eq!((marks.actor.as_str(), marks.dossier.as_str(), marks.revision), ("a1", "d1", Some(12)));
    assert_eq!(marks.from, "Région");
    assert_ne!(sheet.id.as_str(), "d1", "it is no version of the dossier");
    assert_eq!(sheet.actors.len(), 1);
    assert_eq!(sheet.actors[0].contacts[0].email, "ines@cci.fr", "its own contact is its own");
    assert!(super::sheet(&open(home()), &Id::from("a9"), &ask(false)).is_none());
}

#[test]
fn the_values_known_here_go_only_when_asked() {
    let sheet = sent(true);
    assert_eq!(sheet.positions.len(), 1);
    assert_eq!((sheet.positions[0].value.get(), sheet.positions[0].note.as_str()), (-3, ""));
    assert_eq!(sheet.actors[0].readings.len(), 1);
    assert_eq!((sheet.actors[0].readings[0].value.get(), sheet.actors[0].readings[0].by.as_str()), (1, ""));
}

#[test]
fn what_the_actor_changed_comes_line_by_line() {
    let answer = answered(|answer| {
        let actor = &mut answer["actors"][0];
        actor["interests"] = json!("Loger les saisonniers");
        actor["capabilities"] = json!(["f1"]);
        actor["contacts"][0]["phone"] = json!("01 02 03 04 05");
        actor["readings"] = json!([{ "criterion": "availability", "value": 3, "on": "2026-11-25" }]);
        answer["positions"] = json!([{ "actor": "a1", "objective": "o1", "value": 2 }]);
        answer["partnerSheet"]["comment"] = json!("À revoir en mars");
    });
    let home = open(home());
    let review = review(&home, &answer);
    assert_eq!((&review.standing, review.outside, review.seen), (&Standing::Ready, 0, false));
    let says: Vec<&Taken> = review.lines.iter().map(|line| &line.says).collect();
    let o1 = Id::from("o1");
    assert_eq!(says.len(), 5, "{says:?}");
    assert_eq!(says[0], &Taken::Availability(Some(3)));
    assert_eq!(says[1], &Taken::Interests("Loger les saisonniers".to_owned()));
    assert_eq!(says[2], &Taken::Capabilities(vec![Id::from("f1")]));
    assert!(
        matches!(says[3], Taken::Contact(id, Some(contact)) if id.as_str() == "c1" && contact.phone.starts_with("01"))
    );
    assert_eq!(says[4], &Taken::Position(o1.clone(), PositionValue::new(2)));
    assert_eq!(review.lines[4].now, Taken::Position(o1, PositionValue::new(-3)));

    let mut session = Session::new(std::rc::Rc::new(home.clone()));
    session.apply(take_all(&review)).unwrap().unwrap();
    let after = file(session.dossier());
    assert_eq!(
        after["actors"][0]["contacts"][0],
        json!({ "id": "c1", "name": "Inès Faure", "position": "Directrice",
        "email": "ines@cci.fr", "phone": "01 02 03 04 05", "canDecide": false, "x": 1 }),
        "what others noted stays"
    );
    assert_eq!(
        after["actors"][0]["readings"][2],
        json!({ "criterion": "availability", "value": 3, "on": "2026-11-25" })
    );
    assert_eq!(
        after["positions"][0],
        json!({ "actor": "a1", "objective": "o1", "value": 2, "on": "2026-11-25", "note": "SECRET-WHY" })
    );
    assert_eq!(after["sheets"][0]["answeredOn"], "2026-11-25");
    assert_eq!(after["sheets"][0]["comment"], "À revoir en mars");
    // The rest of the dossier is as it was.
    for list in ["positions", "influences", "roles"] {
        assert_eq!(after[list][1], file(&home)[list][1], "{list}");
    }
    assert_eq!(after["actors"][1], file(&home)["actors"][1]);

    // The same answer once more has nothing left to say.
    let again = super::review(session.dossier(), &answer);
    assert_eq!((again.lines.len(), again.seen), (0, true));
    // One step takes it all back.
    session.undo().unwrap();
    let mut back = file(session.dossier());
    back["revision"] = json!(12);
    assert_eq!(back, file(&home));
}

fn take_all(review: &Review) -> Edit {
    let command = Command::Answer {
        actor: review.actor.clone().unwrap(),
        taken: review.lines.iter().map(|line| line.says.clone()).collect(),
        on: review.on.unwrap(),
        sheet: review.sheet.clone().map(Box::new),
    };
    Edit { command, origin: Origin::Import, merge: None }
}

#[test]
fn what_the_actor_left_alone_is_no_answer() {
    let answer = answered(|_| {});
    let mut home = home();
    home["actors"][0]["interests"] = json!("Changé ici depuis");
    home["actors"][0]["contacts"] = json!([]);
    let review = review(&open(home), &answer);
    assert_eq!(review.lines, []);
    assert_eq!(review.standing, Standing::Ready);
}

#[test]
fn what_both_changed_is_a_conflict_that_shows_all_three() {
    let answer = answered(|answer| answer["actors"][0]["interests"] = json!("Vu par la CCI"));
    let mut home = home();
    home["actors"][0]["interests"] = json!("Vu ici");
    let review = review(&open(home), &answer);
    let text = |words: &str| Taken::Interests(words.to_owned());
    assert_eq!(
        review.lines,
        [Line { now: text("Vu ici"), says: text("Vu par la CCI"), sent: Some(text("Recruter")) }]
    );
}

#[test]
fn a_value_that_was_not_enclosed_is_no_conflict_and_one_that_was_can_be() {
    let answer = |enclosed: bool| {
        let mut answer = file(&sent(enclosed));
        answer["partnerSheet"]["answeredOn"] = json!("2026-11-25");
        answer["positions"] = json!([{ "actor": "a1", "objective": "o1", "value": 2 }]);
        answer["actors"][0]["readings"] = json!([]);
        open(answer)
    };
    let position = |value: i8| Taken::Position(Id::from("o1"), PositionValue::new(value));
    // The dossier says −3 and availability 1; the sheet did not say so: what the actor leaves out takes nothing back.
    let unseen = review(&open(home()), &answer(false));
    assert_eq!(unseen.lines, [Line { now: position(-3), says: position(2), sent: None }]);
    // Enclosed, an availability that is taken out is an answer, and what changed here since is a conflict.
    let mut home = home();
    home["positions"][0]["value"] = json!(-1);
    let seen = review(&open(home), &answer(true));
    let taken_back = Line { now: Taken::Availability(Some(1)), says: Taken::Availability(None), sent: None };
    assert_eq!(
        seen.lines,
        [taken_back, Line { now: position(-1), says: position(2), sent: Some(position(-3)) }]
    );
}

#[test]
fn records_are_added_and_taken_away_one_by_one() {
    let answer = answered(|answer| {
        let actor = &mut answer["actors"][0];
        actor["contributions"] = json!([{ "id": "k2", "kind": "material", "title": "Une salle" }]);
        actor["contacts"].as_array_mut().unwrap().push(json!({ "id": "c9", "name": "Paul Roy" }));
    });
    let review = review(&open(home()), &answer);
    let says: Vec<&Taken> = review.lines.iter().map(|line| &line.says).collect();
    assert!(
        matches!(says.as_slice(), [Taken::Contact(c9, Some(_)), Taken::Contribution(k2, Some(_)), Taken::Contribution(k1, None)]
        if c9.as_str() == "c9" && k2.as_str() == "k2" && k1.as_str() == "k1"),
        "{says:?}"
    );
}

/// A file made to harm: it names other actors, other records, ids borne elsewhere, fields that are not asked.
#[test]
fn a_hostile_answer_changes_nothing_outside_its_actor() {
    let answer = answered(|answer| {
        answer["actors"][0]["targetMobilisation"] = json!(0);
        answer["actors"][0]["tags"] = json!(["pris"]);
        answer["actors"][0]["kind"] = json!("business");
        answer["actors"][0]["evil"] = json!(true);
        answer["actors"][0]["readings"] =
            json!([{ "criterion": "influence", "value": 4, "on": "2026-11-25" }]);
        answer["actors"][0]["contacts"][0]["canDecide"] = json!(true);
        answer["actors"][0]["contacts"][0]["evil"] = json!(true);
        // The id of a contact of another actor, and of an actor.
        answer["actors"][0]["contacts"].as_array_mut().unwrap().push(json!({ "id": "c2", "name": "Intrus" }));
        answer["actors"][0]["contributions"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "r1", "title": "Fausse" }));
        answer["actors"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "a2", "name": "Région prise", "interests": "pris" }));
        answer["actors"].as_array_mut().unwrap().push(json!({ "id": "a9", "name": "Inventé" }));
        answer["positions"] = json!([{ "actor": "a2", "objective": "o1", "value": -4 }, { "actor": "a1", "objective": "o2", "value": 1 }]);
        answer["objectives"][0]["title"] = json!("Titre changé");
        answer["influences"] = json!([{ "from": "a1", "to": "a2", "value": 4 }]);
        answer["roles"] = json!([{ "id": "r9", "actor": "a1", "role": "lead" }]);
        answer["project"]["carrier"] = json!("a1");
        answer["snapshots"] = json!([{ "id": "z9", "content": {} }]);
    });
    let home = open(home());
    let review = review(&home, &answer);
    assert_eq!(review.outside, 6, "two actors, a position, an influence, a role, a snapshot");
    let mut session = Session::new(std::rc::Rc::new(home.clone()));
    session.apply(take_all(&review)).unwrap().unwrap();
    let (before, mut after) = (file(&home), file(session.dossier()));
    // What is its own: one position, one contact and one contribution more, under ids of their own.
    assert_eq!(
        after["positions"].as_array_mut().unwrap().pop().unwrap(),
        json!({ "actor": "a1", "objective": "o2", "value": 1, "on": "2026-11-25" })
    );
    assert_eq!(
        after["actors"][0]["contacts"].as_array_mut().unwrap().pop().unwrap(),
        json!({ "id": "c2-a1", "name": "Intrus" })
    );
    assert_eq!(
        after["actors"][0]["contributions"].as_array_mut().unwrap().pop().unwrap(),
        json!({ "id": "r1-a1", "title": "Fausse" })
    );
    assert_eq!(after["sheets"][0]["answeredOn"].take(), "2026-11-25");
    after["sheets"][0].as_object_mut().unwrap().remove("answeredOn");
    after["revision"] = json!(12);
    assert_eq!(after, before, "nothing else moved");
    // Its records are found again under their ids.
    assert_eq!(super::review(session.dossier(), &answer).lines, []);
}

#[test]
fn who_an_answer_is_for_is_decided_by_the_sheet_sent() {
    let claims_other = answered(|answer| {
        answer["actors"][0]["id"] = json!("a2");
        answer["partnerSheet"]["actor"] = json!("a2");
        answer["actors"][0]["interests"] = json!("pris");
    });
    let review_of = |home: &Dossier, answer: &Dossier| {
        let review = review(home, answer);
        (review.standing, review.lines.len(), review.actor)
    };
    let home = open(home());
    assert_eq!(review_of(&home, &claims_other), (Standing::Stranger, 0, None));
    let mut elsewhere = file(&answered(|_| {}));
    elsewhere["partnerSheet"]["dossier"] = json!("d2");
    assert_eq!(review_of(&home, &open(elsewhere)), (Standing::Elsewhere, 0, None));
    assert_eq!(review_of(&home, &home), (Standing::NoSheet, 0, None));
    let mut unknown = file(&answered(|answer| answer["actors"][0]["interests"] = json!("x")));
    unknown["partnerSheet"]["sheet"] = json!("h7");
    let a1 = Some(Id::from("a1"));
    assert_eq!(review_of(&home, &open(unknown)), (Standing::Unasked, 1, a1));
}

#[test]
fn the_answer_of_an_actor_that_is_gone_or_merged_says_so() {
    let answer = answered(|answer| answer["actors"][0]["interests"] = json!("Loger"));
    let run = |command: Command| command.run(&open(home())).unwrap();
    let gone = run(Command::Remove { kind: Kind::Actor, ids: vec![Id::from("a1")] });
    let review_gone = review(&gone, &answer);
    assert_eq!(
        (review_gone.standing, review_gone.lines.len(), review_gone.name.as_str()),
        (Standing::Gone, 0, "CCI")
    );
    assert_eq!(gone.sheets[0].name, "CCI", "that a sheet was sent is not lost");
    let merged = run(Command::MergeActors { keep: Id::from("a2"), gone: vec![Id::from("a1")] });
    let review_merged = review(&merged, &answer);
    assert_eq!((review_merged.standing, review_merged.actor), (Standing::Merged, Some(Id::from("a2"))));
    assert!(review_merged.lines.iter().any(|line| line.says == Taken::Interests("Loger".to_owned())));
}

#[test]
fn what_the_dossier_no_longer_has_is_named() {
    let answer = answered(|answer| {
        answer["actors"][0]["capabilities"] = json!(["f1"]);
        answer["positions"] = json!([{ "actor": "a1", "objective": "o2", "value": 1 }]);
    });
    let mut home = home();
    home["functions"] = json!([]);
    home["objectives"].as_array_mut().unwrap().pop();
    let review = review(&open(home), &answer);
    assert_eq!((review.gone, review.lines.len()), (vec!["Animer".to_owned(), "Former".to_owned()], 0));
}

#[test]
fn refusing_an_answer_still_notes_that_it_came() {
    let answer = answered(|answer| answer["actors"][0]["interests"] = json!("x"));
    let home = open(home());
    let review = review(&home, &answer);
    let command = Command::Answer {
        actor: Id::from("a1"),
        taken: Vec::new(),
        on: review.on.unwrap(),
        sheet: review.sheet.map(Box::new),
    };
    let after = command.run(&home).unwrap();
    assert_eq!(after.actors, home.actors);
    assert_eq!(after.sheets[0].answered_on, Date::parse("2026-11-25"));
}

#[test]
fn the_sheet_itself_can_be_filled_in_by_commands() {
    let sheet = sent(false);
    let actor = &sheet.actors[0];
    // Contributions, territories, contact and interests are there; availability, functions and two positions are not.
    assert_eq!(progress(&sheet, actor), (4, 8));
    let mut marks = sheet.partner_sheet.clone().unwrap();
    marks.answered_by = "Inès Faure".to_owned();
    let after = Command::Sheet(Box::new(marks)).run(&sheet).unwrap();
    assert_eq!(after.partner_sheet.unwrap().answered_by, "Inès Faure");
    let mut wrong = sheet.partner_sheet.clone().unwrap();
    wrong.actor = Id::from("a2");
    assert!(Command::Sheet(Box::new(wrong)).run(&sheet).is_err());
    let put = SheetSent { id: Id::from("h2"), actor: Some(Id::from("a9")), ..SheetSent::default() };
    assert!(Command::Put(Item::Sheet(put)).run(&open(home())).is_err());
}
