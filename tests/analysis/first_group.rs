use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::{Value, json};
use tour_de_table::analysis::first_group::{FirstGroup, Reach, chosen, propose, widen};
use tour_de_table::analysis::{Index, coverage};
use tour_de_table::model::{Dossier, Id};

use crate::coverage::Dice;
use crate::{dossier, today};

/// An actor as the tests invent it: name, mobilisation, the functions it can hold.
type Made = (String, Option<i8>, BTreeSet<usize>);

fn actor(rank: usize, (name, mobilisation, functions): &Made) -> Value {
    let readings: Vec<Value> = mobilisation
        .iter()
        .map(|value| json!({ "criterion": "mobilisation", "value": value, "on": "2026-11-01" }))
        .collect();
    let functions: Vec<String> = functions.iter().map(|function| format!("f{function}")).collect();
    json!({ "id": format!("a{rank}"), "name": name, "capabilities": functions, "readings": readings })
}

/// As many functions as said, without territory: a pair each.
fn of(functions: usize, actors: &[Made]) -> Dossier {
    dossier(json!({
        "functions": (0..functions).map(|rank| json!({ "id": format!("f{rank}"), "title": "F" })).collect::<Vec<_>>(),
        "actors": actors.iter().enumerate().map(|(rank, made)| actor(rank, made)).collect::<Vec<_>>(),
    }))
}

fn made(list: &[(&str, Option<i8>, &[usize])]) -> Vec<Made> {
    list.iter()
        .map(|(name, mobilisation, functions)| {
            ((*name).to_owned(), *mobilisation, functions.iter().copied().collect())
        })
        .collect()
}

fn group(dossier: &Dossier) -> FirstGroup {
    let index = Index::of(dossier, today());
    propose(&index, &coverage::of(&index))
}

fn members(group: &FirstGroup) -> Vec<usize> {
    group.members.iter().map(|reason| place(&reason.actor)).collect()
}

fn place(id: &Id) -> usize {
    id.as_str()[1..].parse().unwrap()
}

#[test]
fn fewest_then_most_mobilised_then_first_by_name() {
    let seen = |list: &[(&str, Option<i8>, &[usize])]| members(&group(&of(4, &made(list))));
    // One actor is enough, however little mobilised.
    assert_eq!(seen(&[("A", Some(4), &[0, 1]), ("B", Some(4), &[2, 3]), ("C", None, &[0, 1, 2, 3])]), [2]);
    // Two pairs of actors cover everything: the first with the second (sum 4), the third with the fourth (sum 5).
    let sums: [(&str, Option<i8>, &[usize]); 4] =
        [("A", Some(4), &[0, 1]), ("B", None, &[2, 3]), ("C", Some(2), &[0, 2]), ("D", Some(3), &[1, 3])];
    assert_eq!(seen(&sums), [2, 3]);
    // The same sum: {É, b} against {Z, a}. In code-point order "Z" < "a" < "b" < "É".
    let ties: [(&str, Option<i8>, &[usize]); 4] =
        [("É", Some(1), &[0, 1]), ("b", Some(1), &[2, 3]), ("Z", Some(1), &[0, 2]), ("a", Some(1), &[1, 3])];
    assert_eq!(seen(&ties), [2, 3]);
    // Whole lists are compared: [A, B] comes before [A, C], whichever A it is.
    let namesakes: [(&str, Option<i8>, &[usize]); 4] =
        [("A", None, &[0, 1]), ("C", None, &[2, 3]), ("A", None, &[0, 2]), ("B", None, &[1, 3])];
    assert_eq!(seen(&namesakes), [2, 3]);
}

#[test]
fn only_whole_cover_counts_and_what_nobody_covers_is_said() {
    let held = dossier(json!({
        "territories": [{ "id": "r", "name": "R" }, { "id": "n", "name": "N", "parent": "r" }, { "id": "x", "name": "X" }],
        "functions": [{ "id": "f0", "title": "F", "territories": ["r", "n"] }, { "id": "f1", "title": "G" }],
        "actors": [
            { "id": "a0", "name": "A", "territories": ["n"], "capabilities": ["f0"] },
            { "id": "a1", "name": "B", "capabilities": ["f0"] },
            { "id": "a2", "name": "C", "territories": ["x"], "capabilities": ["f0"] },
            { "id": "a3", "name": "D", "territories": ["x"] }
        ],
    }));
    let seen = group(&held);
    // Pairs: f0 in r (a0 only partly), f0 in n (a0), f1 (nobody).
    assert_eq!(members(&seen), [0]);
    assert_eq!((seen.uncovered, seen.exact, seen.lower_bound), (vec![0, 2], true, 1));
    let none = group(&dossier(json!({ "actors": [{ "id": "a0", "name": "A" }] })));
    assert_eq!((none.members.len(), none.exact, none.lower_bound), (0, true, 0));
    assert_eq!(none.widening.len(), 1);
}

#[test]
fn each_member_has_its_reason_and_a_change_its_price() {
    // f0: 0 and 1; f1: 0 and 2; f2: 2 only; f3: 1 and 3. Groups of two: {1, 2} covers all, {0, …} does not.
    let list =
        made(&[("A", Some(3), &[0, 1]), ("B", Some(1), &[0, 3]), ("C", None, &[1, 2]), ("D", Some(2), &[3])]);
    let held = of(4, &list);
    let index = Index::of(&held, today());
    let covered = coverage::of(&index);
    let seen = propose(&index, &covered);
    assert_eq!(members(&seen), [1, 2]);
    let reason = &seen.members[1];
    assert_eq!((reason.mobilisation, &reason.covers, &reason.alone), (None, &vec![1, 2], &vec![1, 2]));
    assert_eq!(reason.only_able, [2]);
    assert!(seen.members[0].only_able.is_empty());
    // Everything is covered once. A makes two pairs safer, then D one.
    let widening: Vec<(usize, &[usize])> =
        seen.widening.iter().map(|step| (place(&step.actor), step.adds.as_slice())).collect();
    assert_eq!(widening, [(0, &[0, 1][..]), (3, &[3][..])]);

    let ids =
        |places: &[usize]| -> Vec<Id> { places.iter().map(|place| Id::from(format!("a{place}"))).collect() };
    let reach = Reach::of(&index, &covered);
    let holding = reach.holding(&ids(&[0, 2]));
    assert_eq!((holding.coverable, holding.uncovered, holding.fragile), (4, vec![3], vec![0, 2]));
    // C out, A in: f2 is lost; f0 is now covered twice.
    let change = reach.change(&ids(&[1, 2]), &ids(&[0, 1]));
    assert_eq!((change.lost, change.gained), (vec![2], vec![]));
    assert_eq!((change.weakened, change.firmed), (vec![], vec![0]));
    let back = reach.change(&ids(&[0, 1]), &ids(&[1, 2]));
    assert_eq!((back.gained, back.weakened), (vec![2], vec![0]));
    // After a group that leaves f2 and f3 out, whoever brings them comes first.
    let order: Vec<usize> =
        widen(&index, &covered, &ids(&[0])).iter().map(|step| place(&step.actor)).collect();
    assert_eq!(order, [1, 2, 3]);
}

#[test]
fn the_chosen_group_is_the_first_wave() {
    let held = dossier(json!({
        "waves": [{ "id": "w1", "title": "Suite", "startsOn": "2027-06-01" }, { "id": "w2", "title": "Départ", "startsOn": "2027-01-01" }],
        "actors": [{ "id": "a0", "name": "A", "wave": "w2" }, { "id": "a1", "name": "B", "wave": "w1" }, { "id": "a2", "name": "C" }],
    }));
    let index = Index::of(&held, today());
    let seen = chosen(&index).unwrap();
    assert_eq!((seen.wave.id.as_str(), seen.later), ("w2", 1));
    assert_eq!(seen.actors.iter().map(|actor| actor.id.as_str()).collect::<Vec<_>>(), ["a0"]);
    assert!(!seen.with_lead);
    let blank = dossier(json!({}));
    assert_eq!(chosen(&Index::of(&blank, today())), None);
}

/// The definition: among all subsets that cover what can be, the smallest; then the sum; then the sorted names.
fn by_all_subsets(actors: &[Made]) -> (usize, i32, Vec<String>) {
    let bits: Vec<u128> = actors
        .iter()
        .map(|(_, _, held)| held.iter().fold(0, |mask, function| mask | 1 << function))
        .collect();
    let inside = |subset: u32| (0..actors.len()).filter(move |place| subset >> place & 1 == 1);
    let covered = |subset: u32| inside(subset).fold(0, |mask, place| mask | bits[place]);
    let all = (1_u32 << actors.len()) - 1;
    let covering = (0..=all).filter(|subset| covered(*subset) == covered(all));
    let fewest = covering.clone().map(u32::count_ones).min().unwrap();
    let smallest = covering.filter(|subset| subset.count_ones() == fewest);
    let seen =
        smallest.map(|subset| figures(&inside(subset).map(|place| &actors[place]).collect::<Vec<_>>()));
    seen.min_by(|one, other| (Reverse(one.1), &one.2).cmp(&(Reverse(other.1), &other.2))).unwrap()
}

fn figures(inside: &[&Made]) -> (usize, i32, Vec<String>) {
    let mobilisation = inside.iter().map(|(_, value, _)| i32::from(value.unwrap_or_default())).sum();
    let mut names: Vec<String> = inside.iter().map(|(name, _, _)| name.clone()).collect();
    names.sort();
    (inside.len(), mobilisation, names)
}

fn random(dice: &mut Dice, functions: usize) -> Vec<Made> {
    // Few names and few values: ties are common.
    let (names, values, reach) = (1 + dice.roll(12), 1 + dice.roll(5), 1 + dice.roll(6));
    (0..=dice.roll(12))
        .map(|_| {
            let name = ["B", "a", "É", "A", "b", "Zoé", "É1", "AA", "ab", "", "z", "a b"][dice.roll(names)]
                .to_owned();
            let mobilisation = (dice.roll(3) > 0).then(|| i8::try_from(dice.roll(values)).unwrap());
            (name, mobilisation, dice.some(functions, reach).into_iter().collect())
        })
        .collect()
}

#[test]
fn up_to_twelve_actors_no_subset_does_better() {
    let mut dice = Dice(0x0f1e_2d3c_4b5a_6978);
    let (mut tied, mut wide) = (0, 0);
    for _ in 0..800 {
        let functions = 1 + dice.roll(30);
        let actors = random(&mut dice, functions);
        let seen = group(&of(functions, &actors));
        let inside: Vec<&Made> = members(&seen).iter().map(|place| &actors[*place]).collect();
        let best = by_all_subsets(&actors);
        assert_eq!(figures(&inside), best, "{actors:?}");
        assert!(seen.exact);
        assert_eq!(seen.lower_bound, inside.len());
        let names: BTreeSet<&String> = actors.iter().map(|(name, _, _)| name).collect();
        tied += usize::from(names.len() < actors.len());
        wide += usize::from(best.0 > 3);
        let alone = |place: &usize| seen.members[*place].alone.is_empty();
        assert!(!(0..inside.len()).any(|place| alone(&place)), "nobody is superfluous");
    }
    assert!(tied > 300 && wide > 100, "{tied} with namesakes, {wide} with more than three");
}

/// Each function is held by four actors out of twelve, never twice the same four: none comes with another.
#[test]
fn beyond_thirty_pairs_the_bound_holds_whatever_is_shown() {
    let mut dice = Dice(0x7766_5544_3322_1101);
    let mut met = 0;
    for _ in 0..60 {
        let functions = 60 + dice.roll(60);
        let mut actors: Vec<Made> = (0..12)
            .map(|place| (format!("A{place:02}"), Some(i8::try_from(dice.roll(5)).unwrap()), BTreeSet::new()))
            .collect();
        let mut fours = BTreeSet::new();
        while fours.len() < functions {
            let four: BTreeSet<usize> = std::iter::repeat_with(|| dice.roll(12)).take(4).collect();
            if four.len() == 4 && fours.insert(four.clone()) {
                for place in four {
                    actors[place].2.insert(fours.len() - 1);
                }
            }
        }
        let seen = group(&of(functions, &actors));
        let inside: Vec<&Made> = members(&seen).iter().map(|place| &actors[*place]).collect();
        let covered: BTreeSet<usize> = inside.iter().flat_map(|(_, _, held)| held.iter().copied()).collect();
        assert_eq!(covered.len(), functions);
        assert!(!seen.exact);
        let best = by_all_subsets(&actors).0;
        assert!(seen.lower_bound <= best && best <= inside.len());
        assert!(seen.members.iter().all(|reason| !reason.alone.is_empty()), "nobody is superfluous");
        met += usize::from(inside.len() == best);
    }
    assert!(met > 0);
}

/// Lines of the affine plane of order 5 (25 points, 30 lines, 6 through each point): actors are points, functions are
/// lines. Fewest points that meet every line: 9 (Jamison 1977; Brouwer and Schrijver 1978: 2 (q − 1) + 1).
#[test]
fn the_affine_plane_of_order_five_needs_nine() {
    let mut actors: Vec<Made> = Vec::new();
    for x in 0..5 {
        for y in 0..5 {
            // Lines y = a x + b, numbered 5 a + b, and x = c, numbered 25 + c.
            let mut lines: BTreeSet<usize> = (0..5).map(|a| 5 * a + (y + 5 * a - a * x) % 5).collect();
            lines.insert(25 + x);
            actors.push((format!("{x}{y}"), None, lines));
        }
    }
    let seen = group(&of(30, &actors));
    assert!(seen.exact);
    assert_eq!((seen.members.len(), seen.lower_bound), (9, 9));
}

#[test]
fn the_order_of_widening_follows_its_definition() {
    let mut dice = Dice(0x1357_9bdf_0246_8ace);
    for _ in 0..200 {
        let functions = 1 + dice.roll(20);
        let actors = random(&mut dice, functions);
        let seen = group(&of(functions, &actors));
        let mut inside = members(&seen);
        for step in &seen.widening {
            let times =
                |function: usize| inside.iter().filter(|place| actors[**place].2.contains(&function)).count();
            let once: BTreeSet<usize> = (0..functions).filter(|function| times(*function) == 1).collect();
            // No actor still outside comes before: more pairs, else more mobilised, else a name that comes first.
            let key = |place: usize| {
                let (name, mobilisation, held) = &actors[place];
                (
                    Reverse(held.intersection(&once).count()),
                    Reverse(mobilisation.unwrap_or_default()),
                    name.clone(),
                )
            };
            let next = place(&step.actor);
            let first = (0..actors.len()).filter(|place| !inside.contains(place)).map(key).min().unwrap();
            assert_eq!(key(next), first);
            let adds: Vec<usize> = actors[next].2.intersection(&once).copied().collect();
            assert_eq!(step.adds, adds);
            inside.push(next);
        }
        assert_eq!(inside.len(), actors.len());
    }
}
