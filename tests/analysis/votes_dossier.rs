//! From a body of the dossier to its figures, and what `analyze` gives.

use proptest::prelude::*;
use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::votes::{
    Ballot, Quota, Ratio, Refusal, Unsettled, ballot, inactive_share, indices, members, swings,
};
use tour_de_table::vocabulary::examples;

use crate::{analyzed, dossier, explained, today};

fn actor(id: &str, level: Option<i8>) -> Value {
    let readings =
        level.map(|level| json!({ "criterion": "mobilisation", "value": level, "on": "2026-01-01" }));
    json!({ "id": id, "name": id.to_uppercase(), "readings": readings.into_iter().collect::<Vec<_>>() })
}

fn actors() -> Value {
    json!([actor("a", Some(3)), actor("b", Some(1)), actor("c", None), actor("d", Some(2))])
}

fn board(rule: Value, seats: Value) -> Value {
    json!({ "actors": actors(), "bodies": [{ "id": "b1", "rule": rule, "colleges": [{ "id": "g" }, { "id": "h" }], "seats": seats }] })
}

fn of(rule: Value, seats: Value) -> Result<Ballot, Unsettled> {
    let dossier = dossier(board(rule, seats));
    ballot(&Index::of(&dossier, today()), &dossier.bodies[0])
}

fn shown(ballot: &Ballot) -> Vec<(String, u64)> {
    ballot.members.iter().map(|member| (member.voter.id().to_string(), member.votes)).collect()
}

fn pairs(list: &[(&str, u64)]) -> Vec<(String, u64)> {
    list.iter().map(|(id, votes)| ((*id).to_owned(), *votes)).collect()
}

fn simple() -> Value {
    json!({ "majority": "simple" })
}

#[test]
fn the_seats_of_an_actor_add_up_and_only_members_vote() {
    let seats = json!([
        { "id": "p1", "actor": "a", "votes": 2 },
        { "id": "p2", "actor": "b", "votes": 1 },
        { "id": "p3", "actor": "a", "votes": 3 },
        { "id": "p4", "actor": "c", "votes": 9, "expert": true },
        { "id": "p5", "actor": "b", "votes": 9, "alternateOf": "p2" },
        { "id": "p6", "votes": 4 },
        { "id": "p7", "votes": 1 },
    ]);
    let ballot = of(simple(), seats).unwrap();
    // Two seats given to nobody are two organisations to come.
    assert_eq!(shown(&ballot), pairs(&[("a", 5), ("b", 1), ("p6", 4), ("p7", 1)]));
    assert_eq!((ballot.total, ballot.quota), (11, 6));
    let inactive: Vec<Option<bool>> = ballot.members.iter().map(|member| member.inactive).collect();
    assert_eq!(inactive, [Some(false), Some(true), None, None]);
}

#[test]
fn colleges_that_vote_as_one() {
    let seats = json!([
        { "id": "p1", "actor": "a", "college": "g", "votes": 2 },
        { "id": "p2", "actor": "b", "college": "h", "votes": 3 },
        { "id": "p3", "actor": "c", "college": "g", "votes": 2 },
        { "id": "p4", "actor": "d", "votes": 1 },
    ]);
    let rule = json!({ "majority": "simple", "blocVoting": true });
    let ballot = of(rule, seats.clone()).unwrap();
    assert_eq!(shown(&ballot), pairs(&[("g", 4), ("h", 3), ("d", 1)]));
    // Half of the votes of g are known active; all of those of h are inactive.
    let inactive: Vec<Option<bool>> = ballot.members.iter().map(|member| member.inactive).collect();
    assert_eq!(inactive, [Some(false), Some(true), Some(false)]);
    assert_eq!(shown(&of(json!({ "majority": "simple", "blocVoting": false }), seats).unwrap()).len(), 4);
}

#[test]
fn the_majority_gives_the_quota() {
    let seats = |votes: [u32; 3]| json!([{ "id": "p1", "actor": "a", "votes": votes[0] }, { "id": "p2", "actor": "b", "votes": votes[1] }, { "id": "p3", "actor": "c", "votes": votes[2] }]);
    let quota = |rule: Value, votes: [u32; 3]| of(rule, seats(votes)).map(|ballot| ballot.quota);
    assert_eq!(quota(simple(), [4, 3, 3]), Ok(6));
    assert_eq!(quota(simple(), [4, 3, 4]), Ok(6));
    // Two thirds of 17 are 11.33, of 18 just 12, of 19 are 12.67.
    assert_eq!(quota(json!({ "majority": "twoThirds" }), [9, 4, 4]), Ok(12));
    assert_eq!(quota(json!({ "majority": "twoThirds" }), [9, 5, 4]), Ok(12));
    assert_eq!(quota(json!({ "majority": "twoThirds" }), [9, 5, 5]), Ok(13));
    assert_eq!(quota(json!({ "majority": "unanimity" }), [9, 5, 5]), Ok(19));
    assert_eq!(quota(json!({ "majority": "custom", "quota": 7 }), [9, 5, 5]), Ok(7));
    assert_eq!(quota(json!({ "quota": 7 }), [9, 5, 5]), Ok(7));
    // A quota beside a majority is only what somebody noted.
    let noted = of(json!({ "majority": "simple", "quota": 12 }), seats([9, 5, 5])).unwrap();
    assert_eq!((noted.quota, noted.stated, noted.rule), (10, Some(12), Quota::Simple));
    assert_eq!(of(json!({ "majority": "simple", "quota": 10 }), seats([9, 5, 5])).unwrap().stated, None);
    assert_eq!(quota(json!({ "majority": "custom" }), [1, 1, 1]), Err(Unsettled::NoRule));
    assert_eq!(quota(json!({ "castingVote": "p1" }), [1, 1, 1]), Err(Unsettled::NoRule));
    assert_eq!(quota(Value::Null, [1, 1, 1]), Err(Unsettled::NoRule));
    assert_eq!(quota(simple(), [0, 0, 0]), Err(Unsettled::Refused(Refusal::NoVotes)));
    let beyond = Refusal::OutOfReach { quota: 20, total: 19 };
    assert_eq!(quota(json!({ "quota": 20 }), [9, 5, 5]), Err(Unsettled::Refused(beyond)));
    assert_eq!(quota(json!({ "quota": 0 }), [9, 5, 5]), Err(Unsettled::Refused(Refusal::NoQuota)));
    assert_eq!(of(simple(), json!([])), Err(Unsettled::NoSeats));
    assert_eq!(
        of(simple(), json!([{ "id": "p1", "actor": "a", "votes": 1 }, { "id": "p2", "actor": "b" }])),
        Err(Unsettled::VotesNotSaid(1))
    );
    let heavy = of(simple(), seats([4_000_000_000, 1, 1]));
    let refused = Refusal::TooManyVotes { members: 3, total: 4_000_000_002 };
    assert_eq!(heavy, Err(Unsettled::Refused(refused)));
}

/// The casting vote in each rule, from the words of the rule: a coalition of three members of 2, 1 and 1 votes, the
/// first one in the chair.
#[test]
fn the_casting_vote_counts_where_a_tie_decides() {
    let seats = json!([
        { "id": "p1", "actor": "a", "votes": 2 },
        { "id": "p2", "actor": "b", "votes": 1 },
        { "id": "p3", "actor": "c", "votes": 1 },
        { "id": "p4", "actor": "a", "votes": 2, "alternateOf": "p1" },
        { "id": "p5", "actor": "d", "expert": true, "votes": 0 },
    ]);
    let ballot = |rule: Value| of(rule, seats.clone()).unwrap();
    let swings = |rule: Value| swings(&ballot(rule).game).each;
    // 3 of 4 needed: a with b or c. With its casting vote, a alone wins 2 to 2.
    assert_eq!(swings(simple()), [3, 1, 1]);
    assert_eq!(swings(json!({ "majority": "simple", "castingVote": "p1" })), [4, 0, 0]);
    // The chair of one vote: b with a makes 3; b with c makes a tie and wins it; a with c makes 3.
    assert_eq!(swings(json!({ "majority": "simple", "castingVote": "p2" })), [2, 2, 2]);
    // A tie is not two thirds (3 of 4), but 3 of 4 is also the simple majority.
    assert!(ballot(json!({ "majority": "twoThirds", "castingVote": "p1" })).casting_counts);
    // All four: a tie decides nothing.
    let unanimous = json!({ "majority": "unanimity", "castingVote": "p1" });
    assert_eq!(swings(unanimous.clone()), [1, 1, 1]);
    assert!(!ballot(unanimous).casting_counts);
    // The alternate's casting vote is the seat's; an expert has none.
    assert_eq!(swings(json!({ "majority": "simple", "castingVote": "p4" })), [4, 0, 0]);
    assert_eq!(ballot(json!({ "majority": "simple", "castingVote": "p5" })).casting, None);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 80,
        rng_seed: proptest::test_runner::RngSeed::Fixed(4),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Blocs by their definition: every seat of a college votes as its college, votes are counted seat by seat, and the
    /// seat in the chair settles a tie.
    #[test]
    fn blocs_and_casting_vote_seat_by_seat(
        seats in proptest::collection::vec((0..3_usize, 0..6_u64), 1..=9),
        chair in 0..9_usize,
        has_chair in any::<bool>(),
    ) {
        let total: u64 = seats.iter().map(|(_, votes)| votes).sum();
        prop_assume!(total > 0);
        let chair = chair % seats.len();
        let listed: Vec<Value> = seats.iter().enumerate().map(|(place, (college, votes))| {
            json!({ "id": format!("p{place}"), "college": format!("g{college}"), "votes": votes })
        }).collect();
        let mut rule = json!({ "majority": "simple", "blocVoting": true });
        if has_chair {
            rule["castingVote"] = json!(format!("p{chair}"));
        }
        let colleges = json!([{ "id": "g0" }, { "id": "g1" }, { "id": "g2" }]);
        let dossier = dossier(json!({ "bodies": [{ "id": "b", "rule": rule, "colleges": colleges, "seats": listed }] }));
        let ballot = ballot(&Index::of(&dossier, today()), &dossier.bodies[0]).unwrap();
        let found = swings(&ballot.game);
        // Colleges as bits of `for_it`.
        let passes = |for_it: u32| {
            let says_yes = |place: usize| for_it >> seats[place].0 & 1 == 1;
            let yes: u64 = (0..seats.len()).filter(|place| says_yes(*place)).map(|place| seats[place].1).sum();
            yes > total - yes || (has_chair && yes * 2 == total && says_yes(chair))
        };
        for (member, swing) in ballot.members.iter().zip(&found.each) {
            let college: u32 = member.voter.id().as_str()[1..].parse().unwrap();
            let present: Vec<u32> = ballot.members.iter().map(|member| member.voter.id().as_str()[1..].parse().unwrap()).collect();
            let counted = (0..8_u32)
                .filter(|for_it| (0..3).all(|bit| for_it >> bit & 1 == 0 || present.contains(&bit)))
                .filter(|for_it| for_it >> college & 1 == 0 && !passes(*for_it) && passes(for_it | 1 << college))
                .count();
            prop_assert_eq!(*swing, counted as u128);
        }
    }
}

#[test]
fn the_share_of_the_inactive() {
    let seats = |last: &str| json!([{ "id": "p1", "actor": "a", "votes": 1 }, { "id": "p2", "actor": "b", "votes": 1 }, { "id": "p3", "actor": last, "votes": 1 }]);
    let share = |last: &str| {
        let ballot = of(simple(), seats(last)).unwrap();
        inactive_share(&ballot.members, &swings(&ballot.game))
    };
    // Three equal members; b is informed only.
    assert_eq!(share("d").share, Ratio::of(1, 3));
    assert_eq!((share("c").inactive, share("c").unknown), (1, 1));
    let nobody = of(simple(), json!([{ "id": "p1", "actor": "c", "votes": 1 }])).unwrap();
    assert_eq!(inactive_share(&nobody.members, &swings(&nobody.game)).share, None);
}

fn votes_of(lists: Value) -> (Value, Vec<(String, String)>) {
    let result = analyzed(&dossier(lists));
    explained(&result);
    let undefined = result["undefined"].as_array().unwrap();
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap().to_owned();
    let said: Vec<_> = undefined
        .iter()
        .map(|entry| (text(entry, "pointer"), text(entry, "reason")))
        .filter(|(pointer, _)| pointer.starts_with("/votes"))
        .collect();
    (result["votes"].clone(), said)
}

#[test]
fn analyze_gives_the_shape_agreed() {
    // EEC 1958–73 (Britannica): 12 of 17 are two thirds.
    let names = ["a", "b", "c", "d", "e", "f"];
    let levels = [Some(3), Some(3), None, Some(2), Some(0), Some(4)];
    let actors: Vec<Value> = names.iter().zip(levels).map(|(id, level)| actor(id, level)).collect();
    let genders = ["f", "m", "m", "f", "m", "m"];
    let seats: Vec<Value> = names
        .iter()
        .zip([4, 4, 4, 2, 2, 1])
        .zip(genders)
        .map(|((id, votes), gender)| json!({ "id": format!("p{id}"), "actor": id, "votes": votes, "holder": { "gender": gender } }))
        .collect();
    let lists = json!({ "actors": actors, "bodies": [{ "id": "b1", "rule": { "majority": "twoThirds" }, "seats": seats }] });
    let (votes, said) = votes_of(lists);
    let body = &votes[0];
    assert_eq!((&body["body"], &body["quota"], &body["total"]), (&json!("b1"), &json!(12), &json!(17)));
    let first = &body["members"][0];
    assert_eq!((&first["actor"], &first["votes"], &first["swings"]), (&json!("a"), &json!(4), &json!("10")));
    assert_eq!((&first["banzhaf"]["n"], &first["banzhaf"]["d"]), (&json!("5"), &json!("21")));
    assert!((first["banzhaf"]["value"].as_f64().unwrap() - 5.0 / 21.0).abs() < 1e-15);
    assert_eq!((&first["shapley"]["n"], &first["shapley"]["d"]), (&json!("7"), &json!("30")));
    let keys: Vec<&String> = first.as_object().unwrap().keys().collect();
    let agreed = [
        "actor",
        "votes",
        "swings",
        "banzhaf",
        "penrose",
        "shapley",
        "preventive",
        "initiative",
        "dummy",
        "veto",
        "dictator",
        "witness",
    ];
    assert_eq!(keys, agreed);
    // f never counts: a, b and d make 10, the most that loses without it, and 11 with it.
    assert_eq!(body["members"][5]["dummy"], json!(true));
    assert_eq!(body["members"][5]["witness"], json!(["a", "b", "d"]));
    // The three large ones need one another; the fewest for a small one are two large and both small.
    assert_eq!(first["witness"], json!(["a", "b", "c"]));
    assert_eq!(body["members"][3]["witness"], json!(["a", "b", "d", "e"]));
    // 14 of 64; e holds 6 of 42 swings.
    assert_eq!((&body["powerToAct"]["n"], &body["powerToAct"]["d"]), (&json!("7"), &json!("32")));
    assert_eq!((&body["inactiveShare"]["n"], &body["inactiveShare"]["d"]), (&json!("1"), &json!("7")));
    assert_eq!(body["parity"]["seats"].as_f64().unwrap(), 2.0 / 6.0);
    assert_eq!(body["parity"]["votes"].as_f64().unwrap(), 6.0 / 17.0);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].0, "/votes/0/smallestChange");
    let keys: Vec<&String> = body.as_object().unwrap().keys().collect();
    let agreed =
        ["body", "quota", "total", "members", "powerToAct", "inactiveShare", "smallestChange", "parity"];
    assert_eq!(keys, agreed);
}

#[test]
fn analyze_tells_the_smallest_change() {
    let seats = json!([{ "id": "p1", "actor": "a", "votes": 1 }, { "id": "p2", "actor": "b", "votes": 1 }, { "id": "p3", "actor": "d", "votes": 1 }]);
    let (votes, _) = votes_of(board(json!({ "majority": "simple", "castingVote": "p1" }), seats));
    let change = &votes[0]["smallestChange"];
    // See `a_change_by_hand`: the vote of b goes. Of the two that stay, a settles a tie.
    assert_eq!((&change["distance"], &change["atLeast"]), (&json!(1), &json!(1)));
    assert_eq!(change["votes"], json!([{ "actor": "b", "votes": 0, "was": 1 }]));
    assert_eq!((&change["quota"], &change["inactiveShare"]["n"]), (&json!(2), &json!("0")));
    // Three votes cannot tie.
    assert_eq!(votes[0].get("castingVote"), None);
}

#[test]
fn analyze_says_what_is_undefined_and_why() {
    let one = |rule: Value, seats: Value| votes_of(board(rule, seats));
    let (votes, said) = one(
        Value::Null,
        json!([{ "id": "p1", "actor": "a", "votes": 2 }, { "id": "p2", "actor": "b", "votes": 1 }]),
    );
    assert_eq!((&votes[0]["total"], &votes[0]["members"][0]["votes"]), (&json!(3), &json!(2)));
    assert_eq!(votes[0]["members"][1]["banzhaf"], Value::Null);
    assert!(
        said.iter().any(|(pointer, reason)| pointer == "/votes/0/quota"
            && reason == "La règle de décision n’est pas dite.")
    );
    let (votes, said) = one(simple(), json!([{ "id": "p1", "actor": "a" }]));
    assert_eq!((&votes[0]["total"], &votes[0]["members"]), (&Value::Null, &json!([])));
    assert!(
        said.iter()
            .any(|(pointer, reason)| pointer == "/votes/0/total" && reason == "1 siège ne dit pas ses voix.")
    );
    let (votes, _) = one(simple(), json!([{ "id": "p1", "actor": "c", "votes": 1 }]));
    assert_eq!(votes[0]["inactiveShare"], Value::Null);
    assert_eq!(votes[0]["members"][0]["dictator"], json!(true));
    one(json!({ "quota": 9 }), json!([{ "id": "p1", "votes": 1 }]));
    one(simple(), json!([]));
    assert_eq!(votes_of(json!({})).0, json!([]));
}

#[test]
fn the_examples_have_their_figures() {
    for example in examples() {
        let whole: Value = serde_json::from_str(example.text).unwrap();
        let dossier = tour_de_table::exchange::read_value(whole).unwrap().dossier;
        let index = Index::of(&dossier, today());
        for body in &dossier.bodies {
            if members(&index, body).is_ok() {
                let ballot = ballot(&index, body).unwrap();
                let shapley: f64 = indices(&ballot.game).shapley.iter().map(|share| share.value()).sum();
                assert!((shapley - 1.0).abs() < 1e-12, "{}", example.code);
            }
        }
    }
}
