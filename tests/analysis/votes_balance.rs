//! The balance of a body: the figures of the drawn screen, and every proof against its definition.

use proptest::prelude::*;
use serde_json::{Value, json};
use tour_de_table::analysis::Index;
use tour_de_table::analysis::votes::{Balance, Ratio, Voter, balance, ballot, is_light, seats_of};

use crate::{dossier, today};

fn body(votes: &[u32], rule: Value) -> Value {
    let actors: Vec<Value> =
        (0..votes.len()).map(|n| json!({ "id": format!("a{n}"), "name": format!("A{n}") })).collect();
    let seats: Vec<Value> = votes
        .iter()
        .enumerate()
        .map(|(n, votes)| json!({ "id": format!("s{n}"), "actor": format!("a{n}"), "votes": votes }))
        .collect();
    json!({ "actors": actors, "bodies": [{ "id": "b", "rule": rule, "seats": seats }] })
}

fn of(votes: &[u32], rule: Value) -> Balance {
    let dossier = dossier(body(votes, rule));
    balance(ballot(&Index::of(&dossier, today()), &dossier.bodies[0]).unwrap())
}

/// Nine organisations, 23 votes: the drawing of the screen.
const DRAWN: [u32; 9] = [4, 4, 2, 4, 2, 2, 2, 2, 1];

#[test]
fn the_figures_of_the_drawing() {
    // Counted with another program from the definition: 552 swings at 12 votes, 570 at 13.
    let simple = of(&DRAWN, json!({ "majority": "simple" }));
    assert_eq!((simple.ballot.total, simple.ballot.quota), (23, 12));
    let swings: Vec<u128> = simple.standings.iter().map(|standing| standing.swings).collect();
    assert_eq!(swings, [104, 104, 48, 104, 48, 48, 48, 48, 0]);
    assert_eq!(simple.standings[0].power, Ratio::of(104, 552).unwrap());
    assert_eq!(simple.idle, [8]);
    // 4 + 4 + 4 = 12: nothing smaller can, since two organisations hold 8 votes at most.
    assert_eq!((simple.decides.members.as_slice(), simple.decides.votes), (&[0, 1, 3][..], 12));
    // The same three refuse: the others hold 11.
    assert_eq!((simple.blocks.members.as_slice(), simple.others), (&[0, 1, 3][..], 11));
    // Without the last one, coalitions weigh an even number: the heaviest that loses weighs 10, and 11 is not 12.
    let (member, proof) = simple.weakest.unwrap();
    assert_eq!((member, proof.votes), (8, 10));

    let raised = of(&DRAWN, json!({ "majority": "custom", "quota": 13 }));
    let swings: Vec<u128> = raised.standings.iter().map(|standing| standing.swings).collect();
    assert_eq!(swings, [98, 98, 46, 98, 46, 46, 46, 46, 46]);
    assert_eq!(raised.swings, 570);
    assert!(raised.idle.is_empty());
    // 4 + 4 + 4 + 2 = 14: three hold 12 at most.
    assert_eq!((raised.decides.members.len(), raised.decides.votes), (4, 14));
}

#[test]
fn a_casting_vote_wins_with_half_of_the_votes() {
    let even = of(&[2, 1, 1], json!({ "majority": "simple", "castingVote": "s0" }));
    // 2 of 4 and the casting vote: the first decides alone, and without it the others hold 2, not 3.
    assert_eq!(
        (even.decides.members.as_slice(), even.decides.votes, even.decides.by_casting),
        (&[0][..], 2, true)
    );
    assert_eq!((even.blocks.members.as_slice(), even.others), (&[0][..], 2));
    assert_eq!(even.idle, [1, 2]);
}

#[test]
fn seats_of_a_member_follow_who_votes() {
    let dossier = dossier(json!({ "actors": [{ "id": "a" }], "bodies": [{ "id": "b",
        "colleges": [{ "id": "c" }],
        "seats": [
            { "id": "s1", "actor": "a", "college": "c", "votes": 1 },
            { "id": "s2", "actor": "a", "votes": 2 },
            { "id": "s3", "actor": "a", "expert": true },
            { "id": "s4", "actor": "a", "alternateOf": "s1" },
        ] }] }));
    let body = &dossier.bodies[0];
    let seats = |voter: &Voter| seats_of(body, voter).map(|seat| seat.id.to_string()).collect::<Vec<_>>();
    assert_eq!(seats(&Voter::Actor("a".into())), ["s1", "s2"]);
    let mut blocs = body.as_ref().clone();
    blocs.rule = Some(tour_de_table::model::BodyRule { bloc_voting: Some(true), ..Default::default() });
    let held: Vec<_> =
        seats_of(&blocs, &Voter::College("c".into())).map(|seat| seat.id.to_string()).collect();
    assert_eq!(held, ["s1"]);
}

#[test]
fn a_large_body_waits_for_a_quiet_moment() {
    assert!(is_light(&of(&DRAWN, json!({ "majority": "simple" })).ballot));
    assert!(!is_light(&of(&[900; 40], json!({ "majority": "simple" })).ballot));
}

/// Whether a coalition (a bit a member) wins, from the rule as it is worded: the quota, or half with the casting vote.
fn wins(votes: &[u32], quota: u64, casting: Option<usize>, coalition: usize) -> bool {
    let held = |place: &usize| coalition >> place & 1 == 1;
    let sum: u64 = (0..votes.len()).filter(held).map(|place| u64::from(votes[place])).sum();
    let total: u64 = votes.iter().map(|votes| u64::from(*votes)).sum();
    let tie = casting.filter(|_| quota == total / 2 + 1 && sum * 2 == total);
    sum >= quota || tie.is_some_and(|place| held(&place))
}

fn bits(members: &[usize]) -> usize {
    members.iter().map(|place| 1 << place).sum()
}

proptest! {
    #[test]
    fn every_proof_holds_and_none_is_shorter(
        votes in proptest::collection::vec(0_u32..7, 1..9),
        share in 1_u32..100,
        casting in proptest::option::of(0_usize..9),
    ) {
        let total: u32 = votes.iter().sum();
        prop_assume!(total > 0);
        let casting = casting.filter(|place| *place < votes.len());
        let quota = (total * share).div_ceil(100).max(1);
        let mut rule = json!({ "majority": "custom", "quota": quota });
        if let Some(place) = casting {
            rule["castingVote"] = json!(format!("s{place}"));
        }
        let found = of(&votes, rule);
        let win = |coalition| wins(&votes, u64::from(quota), casting, coalition);
        let all = (1_usize << votes.len()) - 1;
        let fewest = |is: &dyn Fn(usize) -> bool| (0..=all).filter(|coalition| is(*coalition)).map(usize::count_ones).min().unwrap();

        let decides = bits(&found.decides.members);
        prop_assert!(win(decides));
        prop_assert_eq!(decides.count_ones(), fewest(&win));
        prop_assert_eq!(found.decides.by_casting, found.decides.votes < u64::from(quota));

        let blocks = bits(&found.blocks.members);
        let refuses = |coalition: usize| !win(all & !coalition);
        prop_assert!(refuses(blocks));
        prop_assert_eq!(blocks.count_ones(), fewest(&refuses));
        prop_assert_eq!(found.others + found.blocks.votes, u64::from(total));

        let turns = |place: usize| (0..=all).filter(|c| c >> place & 1 == 1 && win(*c) && !win(c & !(1 << place))).count();
        let idle: Vec<usize> = (0..votes.len()).filter(|place| votes[*place] > 0 && turns(*place) == 0).collect();
        prop_assert_eq!(&found.idle, &idle);
        for (place, standing) in found.standings.iter().enumerate() {
            prop_assert_eq!(standing.swings, turns(place) as u128);
            prop_assert_eq!(standing.veto, refuses(1 << place));
        }
        let (weakest, proof) = found.weakest.unwrap();
        let proof = bits(&proof.members);
        if idle.is_empty() {
            let least = (0..votes.len()).filter(|place| votes[*place] > 0).map(turns).min().unwrap();
            prop_assert_eq!(turns(weakest), least);
            if found.standings[weakest].veto {
                prop_assert!(refuses(1 << weakest));
            } else {
                prop_assert!(win(proof) && !win(proof & !(1 << weakest)));
            }
        } else {
            prop_assert_eq!(weakest, idle[0]);
            // Loses with it, and so without.
            prop_assert!(proof >> weakest & 1 == 0 && !win(proof | 1 << weakest));
        }
    }
}

#[test]
fn nobody_is_the_weakest_where_all_weigh_the_same() {
    // One vote each; and 2, 2, 1 with 3 of 5, where any two win: the votes differ, the power does not.
    for votes in [&[1, 1, 1][..], &[2, 2, 1]] {
        assert!(of(votes, json!({ "majority": "simple" })).is_level(), "{votes:?}");
    }
    // A seat without a vote is not a voter.
    assert!(of(&[1, 1, 0], json!({ "majority": "simple" })).is_level());
    assert!(!of(&[3, 2, 2, 1], json!({ "majority": "simple" })).is_level());
}
