//! Changes to a body: votes, rule, variants, seats shared out, presets; each undone at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;
use std::rc::Rc;
use tour_de_table::analysis::votes::Voter;
use tour_de_table::edit::bodies::{Variant, change_seat, from_preset, one_vote_each, set_rule, set_votes};
use tour_de_table::edit::seats::{remove_seat, share_out, share_seats};

use tour_de_table::edit::{Command, Edit, FreshIds, Item, Origin, Session};
use tour_de_table::exchange::read_value;
use tour_de_table::i18n::{Catalogue, Lang};
use tour_de_table::model::{Body, Dossier, Id, Majority};
use tour_de_table::vocabulary::{PRESETS, preset};

fn dossier() -> Dossier {
    read_value(json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d", "language": "fr",
        "actors": [{ "id": "a", "name": "A" }, { "id": "b", "name": "B" }, { "id": "c", "name": "C" }],
        "bodies": [{ "id": "body", "title": "Comité", "rule": { "majority": "simple", "castingVote": "s1" }, "seats": [
            { "id": "s1", "actor": "a", "votes": 2 },
            { "id": "s2", "actor": "b", "votes": 3 },
            { "id": "s3", "actor": "a", "votes": 1 },
            { "id": "s4", "actor": "b", "expert": true },
        ] }] }))
    .unwrap()
    .dossier
}

fn edit(command: Command) -> Edit {
    Edit { command, origin: Origin::User, merge: None }
}

fn body() -> Body {
    dossier().bodies[0].as_ref().clone()
}

fn votes(body: &Body) -> Vec<Option<u32>> {
    body.seats.iter().map(|seat| seat.votes).collect()
}

#[test]
fn votes_come_to_the_first_seat_and_leave_the_last_ones() {
    let member = Voter::Actor("a".into());
    let after = |total| {
        let mut body = body();
        set_votes(&mut body, &member, total);
        votes(&body)
    };
    assert_eq!(after(3), [Some(2), Some(3), Some(1), None]);
    assert_eq!(after(5), [Some(4), Some(3), Some(1), None]);
    assert_eq!(after(2), [Some(2), Some(3), Some(0), None]);
    assert_eq!(after(1), [Some(1), Some(3), Some(0), None]);
    assert_eq!(after(0), [Some(0), Some(3), Some(0), None]);
}

#[test]
fn a_variant_is_thought_of_and_changes_nothing_until_adopted() {
    let now = body();
    let variant = Variant::default().with(&now, |body| {
        set_votes(body, &Voter::Actor("b".into()), 4);
        set_rule(body, Majority::Custom, Some(5));
    });
    assert_eq!(variant.votes, [(Id::from("s2"), 4)]);
    assert_eq!(variant.rule, Some((Majority::Custom, Some(5))));
    let then = variant.of(&now);
    assert_eq!(votes(&then), [Some(2), Some(4), Some(1), None]);
    let rule = then.rule.unwrap();
    assert_eq!((rule.majority, rule.quota), (Some(Majority::Custom), Some(5)));
    assert_eq!(rule.casting_vote, Some(Id::from("s1")), "the rest of the rule stays");
    // What changes elsewhere changes in the variant too, and a seat that is gone is passed over.
    let mut moved = now.clone();
    moved.title = "Conseil".into();
    moved.seats.retain(|seat| seat.id != Id::from("s2"));
    let then = variant.of(&moved);
    assert_eq!((then.title.as_str(), then.seats.len()), ("Conseil", 3));
    // Brought back to what is, it holds nothing.
    let back = variant.with(&now, |body| {
        set_votes(body, &Voter::Actor("b".into()), 3);
        set_rule(body, Majority::Simple, None);
    });
    assert_eq!(back, Variant::default());
}

#[test]
fn shares_are_votes_of_organisations_and_make_the_seats_that_lack() {
    let dossier = dossier();
    let mut body = body();
    let shares = [(Id::from("a"), 5), (Id::from("b"), 0), (Id::from("c"), 2)];
    share_out(&mut body, &shares, &mut FreshIds::new(&dossier, 7));
    assert_eq!(votes(&body), [Some(5), Some(0), Some(0), None, Some(2)]);
    assert_eq!(body.seats[4].actor, Some(Id::from("c")));
    let mut none = body.clone();
    none.seats.retain(|seat| seat.actor != Some(Id::from("c")));
    share_out(&mut none, &[(Id::from("c"), 0)], &mut FreshIds::new(&dossier, 7));
    assert_eq!(none.seats.len(), 4, "a share of zero makes no seat");
}

#[test]
fn seats_that_do_not_say_their_votes_get_one_and_experts_none() {
    let mut body = body();
    change_seat(&mut body, &"s1".into(), |seat| seat.votes = None);
    change_seat(&mut body, &"s3".into(), |seat| seat.votes = Some(0));
    one_vote_each(&mut body);
    // Zero is said; the fourth is an expert.
    assert_eq!(votes(&body), [Some(1), Some(3), Some(0), None]);
}

#[test]
fn every_preset_is_one_change_that_undo_takes_back() {
    for lang in [Lang::Fr, Lang::En] {
        let words = Catalogue::new(lang);
        for preset in &PRESETS {
            let mut session = Session::new(Rc::new(dossier()));
            let made = from_preset(preset, &words, session.dossier(), 11, &[]);
            let seats: u32 = preset.colleges.iter().map(|college| college.seats).sum();
            assert_eq!(made.seats.len(), seats as usize, "{}", preset.code);
            assert!(made.seats.iter().all(|seat| seat.votes.is_some() && seat.actor.is_none()));
            session.apply(edit(Command::Put(Item::Body(made)))).unwrap();
            assert_eq!(session.dossier().bodies.len(), 2, "{}", preset.code);
            assert!(session.undo().is_some());
            assert_eq!(session.dossier().bodies.len(), 1, "{}", preset.code);
        }
    }
}

#[test]
fn presets_keep_what_their_texts_ask() {
    let words = Catalogue::new(Lang::Fr);
    // Act 2011-525, article 103: public persons hold more than half of the votes.
    let gip = from_preset(preset("gip").unwrap(), &words, &dossier(), 1, &[]);
    let of = |body: &Body, place: usize| -> u32 {
        let college = &body.colleges[place].id;
        body.seats
            .iter()
            .filter(|seat| seat.college.as_ref() == Some(college))
            .filter_map(|seat| seat.votes)
            .sum()
    };
    assert!(of(&gip, 0) > of(&gip, 1));
    // Decree 2024-560: the State on one side, local authorities on the other, the same votes; the State settles a tie.
    let cle = from_preset(preset("cle").unwrap(), &words, &dossier(), 1, &[]);
    assert_eq!(of(&cle, 0), of(&cle, 1) + of(&cle, 2) + of(&cle, 3));
    assert_eq!(cle.rule.unwrap().casting_vote.as_ref(), Some(&cle.seats[0].id));
    assert!(preset("nothing").is_none());
}

#[test]
fn a_seat_that_is_gone_is_nobody_s_alternate() {
    let mut session = Session::new(Rc::new(dossier()));
    let mut with = body();
    change_seat(&mut with, &Id::from("s3"), |seat| seat.alternate_of = Some(Id::from("s1")));
    session.apply(edit(Command::Put(Item::Body(with.clone())))).unwrap();
    with.seats.retain(|seat| seat.id != Id::from("s1"));
    session.apply(edit(Command::Put(Item::Body(with)))).unwrap();
    let body = &session.dossier().bodies[0];
    assert_eq!(body.seats.find(&Id::from("s3")).unwrap().alternate_of, None);
    assert_eq!(body.rule.as_ref().unwrap().casting_vote, None);
}

/// Who holds the seats, in order, and with how many votes.
fn held(body: &Body) -> Vec<(Option<&str>, Option<u32>)> {
    body.seats.iter().map(|seat| (seat.actor.as_ref().map(Id::as_str), seat.votes)).collect()
}

#[test]
fn shares_are_seats_of_one_vote_side_by_side_and_one_change() {
    let mut session = Session::new(Rc::new(dossier()));
    let mut body = body();
    change_seat(&mut body, &Id::from("s3"), |seat| seat.college = None);
    let shares = [(Id::from("a"), 3), (Id::from("b"), 1), (Id::from("c"), 2)];
    let shared = share_seats(&mut body, &shares, &mut FreshIds::new(session.dossier(), 7));
    // `a` had two seats, `b` one and an expert: one seat comes to `a` after its last one, two to `c` at the end.
    assert_eq!((shared.added, shared.removed.len()), (3, 0));
    let (one, expert) = (Some(1), None);
    assert_eq!(
        held(&body),
        [
            (Some("a"), one),
            (Some("b"), one),
            (Some("a"), one),
            (Some("a"), one),
            (Some("b"), expert),
            (Some("c"), one),
            (Some("c"), one)
        ]
    );
    let ids: std::collections::BTreeSet<_> = body.seats.iter().map(|seat| seat.id.clone()).collect();
    assert_eq!(ids.len(), 7, "each seat has an id of its own");
    session.apply(edit(Command::Put(Item::Body(body)))).unwrap();
    assert!(session.undo().is_some());
    assert_eq!(session.dossier().bodies[0].seats.len(), 4);
}

#[test]
fn seats_in_excess_go_the_unnamed_first_and_their_alternates_with_them() {
    let read = json!({ "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d",
        "actors": [{ "id": "a" }, { "id": "b" }],
        "bodies": [{ "id": "body", "colleges": [{ "id": "g" }], "rule": { "castingVote": "s2" }, "seats": [
            { "id": "s1", "actor": "a", "votes": 4, "holder": { "name": "Une" } },
            { "id": "s2", "actor": "a", "college": "g" },
            { "id": "s3", "actor": "a", "college": "g", "holder": { "name": "Trois" } },
            { "id": "s4", "actor": "b", "alternateOf": "s2" },
            { "id": "s5", "actor": "b", "college": "g" },
        ] }] });
    let dossier = read_value(read).unwrap().dossier;
    let after = |shares: &[(&str, u32)]| {
        let mut body = dossier.bodies[0].as_ref().clone();
        let shares: Vec<(Id, u32)> = shares.iter().map(|(id, seats)| (Id::from(*id), *seats)).collect();
        let shared = share_seats(&mut body, &shares, &mut FreshIds::new(&dossier, 1));
        let mut session = Session::new(Rc::new(dossier.clone()));
        session.apply(edit(Command::Put(Item::Body(body.clone())))).unwrap();
        let left: Vec<String> =
            session.dossier().bodies[0].seats.iter().map(|seat| seat.id.to_string()).collect();
        let gone: Vec<String> = shared.removed.iter().map(|seat| seat.id.to_string()).collect();
        (left, gone, session.dossier().bodies[0].rule.as_ref().unwrap().casting_vote.clone())
    };
    // The one without a holder goes, with its alternate and its casting vote.
    assert_eq!(after(&[("a", 2)]), (vec!["s1".into(), "s3".into(), "s5".into()], vec!["s2".into()], None));
    // Then the last one of those with a holder.
    assert_eq!(after(&[("a", 1)]).0, ["s1", "s5"]);
    assert_eq!(after(&[("a", 0), ("b", 1)]).0, ["s5"]);
    // A seat that comes takes the college of the last one of the organisation.
    let mut body = dossier.bodies[0].as_ref().clone();
    share_seats(&mut body, &[(Id::from("b"), 2)], &mut FreshIds::new(&dossier, 1));
    assert_eq!(body.seats[5].college, Some(Id::from("g")));
    remove_seat(&mut body, &Id::from("s2"));
    assert!(body.seats.find(&Id::from("s4")).is_none());
}

#[test]
fn a_preset_gives_its_seats_to_those_it_is_handed() {
    let words = Catalogue::new(Lang::Fr);
    let actors = [Some(Id::from("b")), None, Some(Id::from("a"))];
    let made = from_preset(preset("steering").unwrap(), &words, &dossier(), 3, &actors);
    let seated: Vec<Option<&str>> =
        made.seats.iter().take(4).map(|seat| seat.actor.as_ref().map(Id::as_str)).collect();
    assert_eq!(seated, [Some("b"), None, Some("a"), None]);
}
