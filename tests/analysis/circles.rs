//! Rings, what a move changes, what adopting a group changes: against dossiers worked out by hand.

use serde_json::{Value, json};
use tour_de_table::analysis::circles::{Circles, Held, Rest, Shift, of};
use tour_de_table::analysis::network::Lever;
use tour_de_table::analysis::{Index, Place, completeness, coverage, first_group};
use tour_de_table::model::{ActorKind, Id};
use tour_de_table::vocabulary::Step;

use crate::{dossier, found, today};

/// F1 on the east and the west, F2 and F3 anywhere. The lead holds F1 in the east, A F1 in the west and F2, B F2, C F3.
fn lists() -> Value {
    let actor = |id: &str, able: &[&str], at: &[&str], wave: Value| json!({ "id": id, "name": id, "kind": "business", "capabilities": able, "territories": at, "wave": wave });
    json!({
        "territories": [{ "id": "e", "name": "Est" }, { "id": "w", "name": "Ouest" }],
        "functions": [{ "id": "f1", "title": "F1", "territories": ["e", "w"] }, { "id": "f2", "title": "F2" },
            { "id": "f3", "title": "F3" }],
        "actors": [actor("lead", &["f1"], &["e"], Value::Null), actor("a", &["f1", "f2"], &["w"], json!("w1")),
            actor("b", &["f2"], &[], json!("w2")), actor("c", &["f3"], &[], Value::Null)],
        "waves": [{ "id": "w1", "title": "Départ" }, { "id": "w2", "title": "Suite" }],
        "roles": [{ "id": "r", "actor": "lead", "role": "lead" }]
    })
}

fn circles(lists: Value) -> Circles {
    let dossier = dossier(lists);
    let index = Index::of(&dossier, today());
    of(&index, &coverage::of(&index))
}

fn held(times: usize, before: usize, covered: usize, of: usize) -> Held {
    Held { times, before, covered, of, partly: false }
}

#[test]
fn each_ring_counts_those_before_it() {
    let circles = circles(lists());
    assert_eq!(circles.places, [Some(0), Some(1), Some(2), None]);
    assert_eq!(circles.outside(), [3]);
    let rings = circles.rings();
    // The lead alone: F1 on one territory out of two, so not held.
    assert_eq!(rings[0].functions, [held(0, 0, 1, 2), held(0, 0, 0, 1), held(0, 0, 0, 1)]);
    // With A: F1 whole, F2 once. With B: F2 twice. F3 by nobody in a ring.
    assert_eq!(rings[1].functions, [held(1, 0, 2, 2), held(1, 0, 1, 1), held(0, 0, 0, 1)]);
    assert_eq!(rings[2].functions, [held(1, 1, 2, 2), held(2, 1, 1, 1), held(0, 0, 0, 1)]);
    assert_eq!(rings.iter().map(|ring| ring.held).collect::<Vec<_>>(), [0, 2, 2]);
    assert_eq!(rings.iter().map(|ring| ring.gathered).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(rings[1].functions[0].gained() && !rings[2].functions[0].gained());
    // F1 rests on the lead (east) and on A (west); F2 on nobody alone.
    let rest = |actor| Rest { function: 0, actor, leaves_some: true, reserve: Vec::new() };
    assert_eq!(circles.resting(), [rest(0), rest(1)]);
}

/// One function on the whole country and one anywhere. A holds both; B works in the north alone; C could hold F2 and waits
/// outside; D waits too, and could hold the first in the north only.
#[test]
fn who_waits_outside_and_who_holds_a_part_is_not_nobody() {
    let actor = |id: &str, able: &[&str], at: &[&str], wave: Value| json!({ "id": id, "name": id, "capabilities": able, "territories": at, "wave": wave });
    let lists = json!({
        "territories": [{ "id": "t", "name": "Pays" }, { "id": "n", "name": "Nord", "parent": "t" }],
        "functions": [{ "id": "f1", "title": "F1", "territories": ["t"] }, { "id": "f2", "title": "F2" }],
        "actors": [actor("a", &["f1", "f2"], &["t"], json!("w2")), actor("b", &["f1"], &["n"], json!("w1")),
            actor("c", &["f2"], &[], Value::Null), actor("d", &["f1"], &["n"], Value::Null)],
        "waves": [{ "id": "w1", "title": "Départ" }, { "id": "w2", "title": "Suite" }],
    });
    let circles = circles(lists);
    let rings = circles.rings();
    // B alone: a part of F1, nothing of F2. With A: both whole.
    let start = rings[1].functions.clone();
    assert_eq!(start, [Held { partly: true, ..held(0, 0, 0, 1) }, held(0, 0, 0, 1)]);
    assert!(start[0].somewhere() && !start[1].somewhere());
    assert!(!rings[2].functions[0].somewhere());
    // Without A, B still holds the north for F1, and D no more than that; F2 has nobody in the rings, and C could.
    assert_eq!(
        circles.resting(),
        [
            Rest { function: 0, actor: 0, leaves_some: true, reserve: vec![] },
            Rest { function: 1, actor: 0, leaves_some: false, reserve: vec![2] },
        ]
    );
}

#[test]
fn a_move_says_what_each_ring_gains_and_loses() {
    let circles = circles(lists());
    let shift = |ring, held, gathered, gained: &[usize], lost: &[usize], weakened: &[usize]| Shift {
        ring,
        held,
        gathered,
        gained: gained.to_vec(),
        lost: lost.to_vec(),
        weakened: weakened.to_vec(),
        firmed: Vec::new(),
    };
    // C comes into the first group: F3 from then on.
    let joins = circles.shifts(3, Some(1));
    assert_eq!(joins[0], shift(1, (2, 3), (2, 3), &[2], &[], &[]));
    assert_eq!(joins[1], shift(2, (2, 3), (3, 4), &[2], &[], &[]));
    assert_eq!(joins.len(), 2);
    // A waits for the second wave: the first group loses F1 and F2, the second wave nothing.
    let waits = circles.shifts(1, Some(2));
    assert_eq!(waits, [shift(1, (2, 0), (2, 1), &[], &[0, 1], &[]), shift(2, (2, 2), (3, 3), &[], &[], &[])]);
    // B leaves: F2 rests on A alone.
    assert_eq!(circles.shifts(2, None), [shift(2, (2, 2), (3, 2), &[], &[], &[1])]);
    // Nothing moves: where it is already, the lead, the centre, nobody.
    for (actor, to) in [(1, Some(1)), (0, Some(2)), (1, Some(0)), (9, None)] {
        assert_eq!(circles.shifts(actor, to), []);
    }
}

#[test]
fn adopting_brings_in_sends_on_and_leaves_the_lead() {
    let ids = |names: &[&str]| names.iter().map(|name| Id::from(*name)).collect::<Vec<_>>();
    let adoption = circles(lists()).adopting(&ids(&["c", "b"]));
    assert_eq!(
        (adoption.joins, adoption.leaves, adoption.to),
        (ids(&["b", "c"]), ids(&["a"]), Some("w2".into()))
    );
    let same = circles(lists()).adopting(&ids(&["lead", "a"]));
    assert_eq!((same.joins.len(), same.leaves.len()), (0, 0));
    let mut bare = lists();
    bare["waves"] = json!([]);
    bare["actors"][1]["wave"] = Value::Null;
    bare["actors"][2]["wave"] = Value::Null;
    let bare = circles(bare);
    // A first group to fill, though no wave exists yet.
    assert_eq!((bare.waves.len(), bare.places.clone()), (2, vec![Some(0), None, None, None]));
    assert_eq!(bare.adopting(&ids(&["a"])).to, None);
    assert_eq!(bare.start(), ids(&["lead"]));
}

#[test]
fn waves_follow_their_dates_where_all_have_one() {
    let mut dated = lists();
    dated["waves"][0]["startsOn"] = json!("2027-09-01");
    dated["waves"][1]["startsOn"] = json!("2027-03-01");
    assert_eq!(circles(dated.clone()).places, [Some(0), Some(2), Some(1), None]);
    assert!(first_group::by_date(&dossier(dated.clone())));
    dated["waves"][1]["startsOn"] = Value::Null;
    assert_eq!(circles(dated).places, [Some(0), Some(1), Some(2), None]);
}

#[test]
fn who_is_missing_and_which_families_have_nobody() {
    let mut absent = lists();
    absent["actors"][3]["readings"] = json!([{ "criterion": "mobilisation", "value": 0 }]);
    absent["actors"][1]["readings"] = json!([{ "criterion": "mobilisation", "value": 3 }]);
    absent["influences"] = json!([{ "from": "a", "to": "c", "value": 2 }]);
    let circles = circles(absent);
    assert_eq!(circles.absent.len(), 1);
    assert_eq!(circles.absent[0].actor, 3);
    assert_eq!(circles.absent[0].lever, Lever::Path(vec!["a".into(), "c".into()], 2));
    // Nine families, "other" left out, companies there.
    assert_eq!(circles.empty.len(), 7);
    assert!(!circles.empty.contains(&ActorKind::Business) && !circles.empty.contains(&ActorKind::Other));
}

#[test]
fn the_points_and_the_next_step_lead_to_the_circles() {
    let mut absent = lists();
    absent["actors"][3]["readings"] = json!([{ "criterion": "mobilisation", "value": 0 }]);
    let place = |code: &str, lists: Value| found(lists, code).remove(0).place;
    // C alone can hold F3.
    assert_eq!(place("V12", absent), Place::at(Step::Circles, &"c".into(), "without"));
    let mut narrow = lists();
    narrow["actors"][2]["wave"] = Value::Null;
    assert_eq!(place("V13", narrow.clone()), Place::object(Step::Circles, &"w1".into()));
    narrow["project"] = json!({ "title": "P", "addressesCompanies": true });
    // Neither the lead nor the first wave speaks for companies.
    narrow["actors"][0]["kind"] = json!("expert");
    narrow["actors"][1]["kind"] = json!("expert");
    assert_eq!(place("V09", narrow), Place::object(Step::Circles, &"w1".into()));
    let next = |lists: Value| {
        let states = completeness::steps(&dossier(lists), today());
        states.into_iter().find(|state| state.step == Step::Circles).unwrap().next.map(|next| next.place)
    };
    // The lead needs no wave; C is the only one left.
    assert_eq!(next(lists()), Some(Place::object(Step::Circles, &"c".into())));
    let mut bare = lists();
    for actor in bare["actors"].as_array_mut().unwrap() {
        actor["wave"] = Value::Null;
    }
    assert_eq!(next(bare), Some(Place::field(Step::Circles, "proposal")));
}
