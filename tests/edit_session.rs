//! A session: history, revision, labels.

use std::rc::Rc;

use tour_de_table::edit::{Command, Edit, Item, Kind, Origin, Session};
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Actor, Dossier, Id, Objective};

fn blank() -> Session {
    Session::new(Rc::new(Dossier::blank(Id::from("d"), "fr")))
}

fn edit(command: Command) -> Edit {
    Edit { command, origin: Origin::User, merge: None }
}

fn named(id: &str, name: &str) -> Item {
    Item::Actor(Actor { id: Id::from(id), name: name.to_owned(), ..Actor::default() })
}

fn typed(name: &str, key: &str) -> Edit {
    Edit { merge: Some(key.to_owned()), ..edit(Command::Put(named("a1", name))) }
}

fn name(session: &Session) -> String {
    session.dossier().actor(&Id::from("a1")).map(|actor| actor.name.clone()).unwrap_or_default()
}

#[test]
fn letters_of_a_word_undo_together_and_the_revision_counts_each() {
    let mut session = blank();
    session.apply(edit(Command::Put(named("a1", "X")))).unwrap();
    for word in ["M", "Mi", "Mis"] {
        session.apply(typed(word, "a1/name")).unwrap();
    }
    assert_eq!(session.revision(), 4);
    session.undo().unwrap();
    assert_eq!(name(&session), "X");
    assert_eq!(session.revision(), 5);
    session.redo().unwrap();
    assert_eq!((name(&session).as_str(), session.revision()), ("Mis", 6));
    session.undo().unwrap();
    session.undo().unwrap();
    assert!(!session.can_undo() && session.dossier().actors.is_empty());
}

#[test]
fn a_word_typed_letter_by_letter_is_named_whole() {
    let fr = Catalogue::new(Lang::Fr);
    let mut session = blank();
    for word in ["F", "Fi", "Financer"] {
        session.apply(typed(word, "a1/name")).unwrap();
    }
    assert_eq!(fr.say(session.undo_label().unwrap()), "Ajouter «\u{a0}Financer\u{a0}»");
    // A change of name is named after the name it had before the first letter.
    session.apply(typed("Fondre", "other")).unwrap();
    session.apply(typed("Fonder", "other")).unwrap();
    assert_eq!(fr.say(session.undo_label().unwrap()), "Modifier «\u{a0}Financer\u{a0}»");
}

#[test]
fn an_undo_ends_the_stretch_that_merges() {
    let mut session = blank();
    session.apply(edit(Command::Put(named("a1", "X")))).unwrap();
    session.apply(typed("XY", "a1/name")).unwrap();
    session.apply(typed("Z", "other")).unwrap();
    session.undo().unwrap();
    session.apply(typed("XYZ", "a1/name")).unwrap();
    session.undo().unwrap();
    assert_eq!(name(&session), "XY");
}

#[test]
fn typing_and_taking_it_back_leaves_nothing_to_undo() {
    let mut session = blank();
    session.apply(edit(Command::Put(named("a1", "X")))).unwrap();
    session.apply(typed("XY", "a1/name")).unwrap();
    session.apply(typed("X", "a1/name")).unwrap();
    session.undo().unwrap();
    assert!(session.dossier().actors.is_empty());
}

#[test]
fn nothing_changed_is_not_a_change() {
    let mut session = blank();
    session.apply(edit(Command::Put(named("a1", "X")))).unwrap();
    assert!(session.apply(edit(Command::Put(named("a1", "X")))).unwrap().is_none());
    assert_eq!(session.revision(), 1);
}

#[test]
fn a_refusal_changes_nothing_and_says_why() {
    let mut session = blank();
    session.apply(edit(Command::Put(named("a1", "X")))).unwrap();
    let objective = Objective { id: Id::from("a1"), ..Objective::default() };
    let refused = session.apply(edit(Command::Put(Item::Objective(objective)))).unwrap_err();
    assert!(Catalogue::new(Lang::Fr).say(&refused.reason).contains("a1"));
    assert_eq!((session.revision(), session.dossier().objectives.len()), (1, 0));
}

#[test]
fn labels_say_what_would_be_undone_and_redone() {
    let fr = Catalogue::new(Lang::Fr);
    let mut session = blank();
    session.apply(edit(Command::PutAll(vec![named("a1", "X"), named("a2", "Y"), named("a3", "Z")]))).unwrap();
    session.apply(edit(Command::Remove { kind: Kind::Actor, ids: vec![Id::from("a2")] })).unwrap();
    assert_eq!(fr.say(session.undo_label().unwrap()), "Supprimer «\u{a0}Y\u{a0}»");
    assert_eq!(
        fr.say(tour_de_table::edit::done(session.undo_label().unwrap())),
        "Supprimé\u{a0}: «\u{a0}Y\u{a0}»"
    );
    session.undo().unwrap();
    assert_eq!(fr.say(session.redo_label().unwrap()), "Supprimer «\u{a0}Y\u{a0}»");
    assert_eq!(fr.say(session.undo_label().unwrap()), "Ajouter 3\u{a0}acteurs");
}

#[test]
fn a_whole_dossier_replaced_comes_back() {
    let mut session = blank();
    session.apply(edit(Command::Put(named("a1", "X")))).unwrap();
    let mut other = Dossier::blank(Id::from("e"), "fr");
    other.revision = Some(40);
    let applied = session.apply(edit(Command::Replace(Box::new(other)))).unwrap().unwrap();
    assert_eq!(applied.after.revision, Some(41));
    assert_eq!(session.dossier().id.as_str(), "e");
    session.undo().unwrap();
    assert_eq!(
        (session.dossier().id.as_str(), session.revision(), session.dossier().actors.len()),
        ("d", 42, 1)
    );
}
