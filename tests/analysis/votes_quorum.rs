//! The quorum as people write it.

use serde_json::{Value, json};
use tour_de_table::analysis::votes::{Attended, Quorum, Unclear, quorum, votes_at};
use tour_de_table::model::Body;

use crate::dossier;

fn read(text: &str) -> Result<Option<Quorum>, Unclear> {
    Quorum::read(text)
}

#[test]
fn a_share_however_it_is_written() {
    use Quorum::{Anybody, AtLeast, MoreThan, Seats};
    let cases = [
        ("1/2", AtLeast(1, 2)),
        (" 1 / 2 ", AtLeast(1, 2)),
        ("½", AtLeast(1, 2)),
        ("la moitié", AtLeast(1, 2)),
        ("La moitié des membres présents ou représentés", AtLeast(1, 2)),
        ("au moins la moitié des sièges", AtLeast(1, 2)),
        ("half", AtLeast(1, 2)),
        ("un membre sur deux", AtLeast(1, 2)),
        ("un tiers", AtLeast(1, 3)),
        ("le tiers des membres", AtLeast(1, 3)),
        ("les deux tiers", AtLeast(2, 3)),
        ("majorité des deux tiers", AtLeast(2, 3)),
        ("⅔", AtLeast(2, 3)),
        ("two thirds of the members", AtLeast(2, 3)),
        ("a third", AtLeast(1, 3)),
        ("three out of five", AtLeast(3, 5)),
        ("trois quarts", AtLeast(3, 4)),
        ("50 %", AtLeast(50, 100)),
        ("50\u{a0}%", AtLeast(50, 100)),
        ("50%", AtLeast(50, 100)),
        ("66,7 %", AtLeast(667, 1000)),
        ("50 pour cent", AtLeast(50, 100)),
        ("0,5", AtLeast(5, 10)),
        ("0.25", AtLeast(25, 100)),
        ("100 %", AtLeast(100, 100)),
        ("tous les membres", AtLeast(1, 1)),
        ("plus de la moitié", MoreThan(1, 2)),
        ("la moitié plus un", MoreThan(1, 2)),
        ("1/2 + 1", MoreThan(1, 2)),
        ("more than half", MoreThan(1, 2)),
        ("majorité simple", MoreThan(1, 2)),
        ("plus d’un tiers", MoreThan(1, 3)),
        ("plus de 50 %", MoreThan(50, 100)),
        ("5", Seats(5)),
        ("5 membres", Seats(5)),
        ("cinq sièges au moins", Seats(5)),
        ("plus de 5", Seats(6)),
        ("aucun", Anybody),
        ("sans quorum", Anybody),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), Ok(Some(expected)), "{text}");
    }
    for text in ["", "  ", "—".trim_matches('—')] {
        assert_eq!(read(text), Ok(None), "{text:?}");
    }
}

#[test]
fn what_is_not_understood_is_refused_with_its_reason() {
    let cases = [
        ("selon les statuts", Unclear::NotUnderstood),
        ("1/0", Unclear::NotUnderstood),
        ("1/2/3", Unclear::NotUnderstood),
        ("la moitié sans les experts", Unclear::NotUnderstood),
        ("12 voix", Unclear::InVotes),
        ("la moitié des voix", Unclear::InVotes),
        ("1/2 des votes", Unclear::InVotes),
        ("0", Unclear::Zero),
        ("0 %", Unclear::Zero),
        ("0/3", Unclear::Zero),
        ("150 %", Unclear::BeyondAll),
        ("3/2", Unclear::BeyondAll),
        ("plus de 100 %", Unclear::BeyondAll),
        ("9999999", Unclear::NotUnderstood),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), Err(expected), "{text}");
    }
}

/// How many of 9 seats must be there, and of 10, counted by hand.
#[test]
fn seats_that_must_be_present() {
    let cases = [
        ("1/2", 5, 5),
        ("plus de la moitié", 5, 6),
        ("1/3", 3, 4),
        ("2/3", 6, 7),
        ("66,7 %", 7, 7),
        ("tous", 9, 10),
        ("4 sièges", 4, 4),
        ("aucun", 0, 0),
    ];
    for (text, nine, ten) in cases {
        let quorum = read(text).unwrap().unwrap();
        assert_eq!((quorum.of(9), quorum.of(10)), (Ok(nine), Ok(ten)), "{text}");
    }
    assert_eq!(read("12").unwrap().unwrap().of(9), Err(Unclear::BeyondAll));
}

fn body(quorum: &str) -> Body {
    let seats = json!([
        { "id": "p1", "votes": 4 }, { "id": "p2", "votes": 2 }, { "id": "p3", "votes": 1 },
        { "id": "p4", "expert": true, "votes": 9 }, { "id": "p5", "alternateOf": "p1", "votes": 9 },
    ]);
    let lists: Value = json!({ "bodies": [{ "id": "b", "quorum": quorum, "seats": seats }] });
    dossier(lists).bodies[0].as_ref().clone()
}

#[test]
fn seats_that_vote_are_counted_and_their_votes_when_it_is_only_just_reached() {
    let half = body("la moitié");
    let attended = quorum(&half).unwrap().unwrap();
    assert_eq!(attended, Attended { quorum: Quorum::AtLeast(1, 2), seats: 3, present: 2 });
    // The two lightest hold 2 + 1, the two heaviest 4 + 2.
    assert_eq!(votes_at(&half, attended), (3, 6));
    assert_eq!(quorum(&body("")), Ok(None));
    assert_eq!(quorum(&body("5")), Err(Unclear::BeyondAll));
    assert_eq!(quorum(&body("les présents")), Err(Unclear::NotUnderstood));
    // Before anybody sits, a number of seats is not too many yet.
    let empty = Body { quorum: "5".into(), ..Body::default() };
    assert_eq!(quorum(&empty), Ok(Some(Attended { quorum: Quorum::Seats(5), seats: 0, present: 0 })));
}
