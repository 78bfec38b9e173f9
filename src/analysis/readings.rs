//! The value of a criterion, a position or an influence among several readings and evaluators (method §2).
//!
//! The value used everywhere is the latest one without evaluator (agreed together). Where there is none, it is the lower
//! median of each evaluator's latest. "Latest" goes by date, then by order in the file; an undated value is the oldest.

use std::collections::HashMap;

use crate::model::{Actor, Criterion, Date, Dossier, Id};

/// What several readings of one thing amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The value used everywhere; `None` where nobody assessed it.
    pub used: Option<i8>,
    /// Day of the value used; of the most recent reading where it is a median.
    pub on: Option<Date>,
    /// Place, in the list of the file, of the entry that gives the value used; where it is a median, of the first
    /// among the evaluators' latest that equals it.
    pub place: Option<usize>,
    /// The latest value agreed together.
    pub agreed: Option<i8>,
    /// Lower median of each evaluator's latest.
    pub median: Option<i8>,
    /// Lowest and highest of each evaluator's latest.
    pub spread: Option<(i8, i8)>,
    /// How many evaluators gave a value.
    pub evaluators: usize,
    /// The first value, by date: agreed where there is one, else the lower median of each evaluator's first.
    pub baseline: Option<i8>,
    /// Day of the baseline.
    pub baseline_on: Option<Date>,
}

/// A value as somebody gave it one day. Evaluator empty: agreed together.
#[derive(Clone, Copy, Debug)]
struct Given<'a> {
    value: i8,
    on: Option<Date>,
    by: &'a str,
    place: usize,
}

/// Lower median; `None` for no value.
fn lower_median(mut values: Vec<i8>) -> Option<i8> {
    crate::model::order::by(&mut values, Ord::cmp);
    let middle = values.len().checked_sub(1)? / 2;
    values.get(middle).copied()
}

/// The most recent of several values, `None` for none. At the same date the last in the file wins.
fn latest<'a>(given: impl Iterator<Item = &'a Given<'a>>) -> Option<&'a Given<'a>> {
    given.max_by_key(|value| value.on)
}

/// The oldest dated value, or the first in the file where none is dated.
fn first<'a>(given: impl Iterator<Item = &'a Given<'a>>) -> Option<&'a Given<'a>> {
    given.min_by_key(|value| (value.on.is_none(), value.on))
}

fn settle(given: &[Given<'_>]) -> Value {
    // The usual case: one agreed value, or none.
    if let [only] = given
        && only.by.is_empty()
    {
        let value = Some(only.value);
        return Value {
            used: value,
            on: only.on,
            place: Some(only.place),
            agreed: value,
            baseline: value,
            baseline_on: only.on,
            ..Value::default()
        };
    }
    let agreed = || given.iter().filter(|value| value.by.is_empty());
    let mut evaluators: Vec<&str> = given.iter().map(|value| value.by).filter(|by| !by.is_empty()).collect();
    crate::model::order::by(&mut evaluators, Ord::cmp);
    evaluators.dedup();
    let of = |by: &&str| {
        let by = (*by).to_owned();
        given.iter().filter(move |value| value.by == by)
    };
    let lasts: Vec<&Given<'_>> = evaluators.iter().filter_map(|by| latest(of(by))).collect();
    let firsts: Vec<&Given<'_>> = evaluators.iter().filter_map(|by| first(of(by))).collect();
    let values = |list: &[&Given<'_>]| list.iter().map(|value| value.value).collect::<Vec<i8>>();
    let median = lower_median(values(&lasts));
    let spread = values(&lasts).into_iter().min().zip(values(&lasts).into_iter().max());
    let agreed_last = latest(agreed());
    let agreed_first = first(agreed());
    let baseline = agreed_first.map(|value| value.value).or_else(|| lower_median(values(&firsts)));
    let baseline_on = match agreed_first {
        Some(value) => value.on,
        None => firsts.iter().filter_map(|value| value.on).min(),
    };
    Value {
        used: agreed_last.map(|value| value.value).or(median),
        on: match agreed_last {
            Some(value) => value.on,
            None => lasts.iter().filter_map(|value| value.on).max(),
        },
        place: match agreed_last {
            Some(value) => Some(value.place),
            None => lasts.iter().filter(|value| Some(value.value) == median).map(|value| value.place).min(),
        },
        agreed: agreed_last.map(|value| value.value),
        median,
        spread,
        evaluators: evaluators.len(),
        baseline,
        baseline_on,
    }
}

/// Mobilised from "consulted" on; below, absent or only informed, an actor takes no active part.
pub const MOBILISED: i8 = 2;
/// The upper half of a scale 0–4 begins at its midpoint.
pub const UPPER_HALF: i8 = 2;

/// What the readings of a criterion amount to for an actor.
pub fn current(actor: &Actor, criterion: Criterion) -> Value {
    let of_criterion =
        actor.readings.iter().enumerate().filter(|(_, reading)| reading.criterion == criterion);
    let given: Vec<Given<'_>> = of_criterion
        .map(|(place, reading)| Given {
            value: reading.value.get(),
            on: reading.on,
            by: reading.by.trim(),
            place,
        })
        .collect();
    settle(&given)
}

/// The value of a criterion used everywhere; `None` where nobody assessed it.
pub fn used(actor: &Actor, criterion: Criterion) -> Option<i8> {
    current(actor, criterion).used
}

/// The note of the latest reading of a criterion that holds one.
pub fn note(actor: &Actor, criterion: Criterion) -> Option<&str> {
    let noted =
        actor.readings.iter().filter(|reading| reading.criterion == criterion && !reading.note.is_empty());
    noted.max_by_key(|reading| reading.on).map(|reading| reading.note.as_str())
}

/// A cell of a matrix, by the places of its two records in the dossier, with what was said of it.
pub(crate) type Settled = ((usize, usize), Value);

/// What each cell amounts to, sorted by cell; `said` comes in the order of the file, which settles ties.
fn settle_cells(mut said: Vec<((usize, usize), Given<'_>)>) -> Vec<Settled> {
    said.sort_by_key(|(cell, _)| *cell);
    let given: Vec<Given<'_>> = said.iter().map(|(_, given)| *given).collect();
    let mut cells = Vec::with_capacity(said.len());
    let mut start = 0;
    for chunk in said.chunk_by(|one, other| one.0 == other.0) {
        let end = start + chunk.len();
        if let (Some((cell, _)), Some(given)) = (chunk.first(), given.get(start..end)) {
            cells.push((*cell, settle(given)));
        }
        start = end;
    }
    cells
}

/// The cell of a sorted list; `None` where nobody said any value.
pub(crate) fn find(cells: &[Settled], cell: (usize, usize)) -> Option<Value> {
    let place = cells.binary_search_by_key(&cell, |(held, _)| *held).ok()?;
    cells.get(place).map(|(_, value)| *value)
}

/// The influences of a dossier between two different actors, settled for each pair.
#[derive(Clone, Debug, Default)]
pub struct Influences {
    /// Sorted by the actor that bears, then by the one borne upon.
    cells: Vec<Settled>,
    actors: HashMap<Id, usize>,
}

impl Influences {
    /// Settles every influence of a dossier. Those of an actor that is gone, and of an actor on itself, are left out.
    pub fn of(dossier: &Dossier) -> Self {
        Self::among(dossier, None)
    }

    /// The same from what one evaluator said alone (empty: what was agreed together); its latest is the value used.
    pub fn by(dossier: &Dossier, evaluator: &str) -> Self {
        Self::among(dossier, Some(evaluator))
    }

    fn among(dossier: &Dossier, evaluator: Option<&str>) -> Self {
        let actors: HashMap<Id, usize> =
            dossier.actors.iter().enumerate().map(|(place, actor)| (actor.id.clone(), place)).collect();
        let mut said = Vec::with_capacity(dossier.influences.len());
        for (place, influence) in dossier.influences.iter().enumerate() {
            let ends = (actors.get(&influence.from).copied(), actors.get(&influence.to).copied());
            if let (Some(from), Some(to)) = ends
                && from != to
            {
                let by = influence.by.trim();
                if evaluator.is_some_and(|evaluator| evaluator != by) {
                    continue;
                }
                said.push(((from, to), Given { value: influence.value.get(), on: influence.on, by, place }));
            }
        }
        Self { cells: settle_cells(said), actors }
    }

    /// What the influences of an actor on another amount to; `None` where nobody said any.
    pub fn value(&self, from: &Id, to: &Id) -> Option<Value> {
        find(&self.cells, (*self.actors.get(from)?, *self.actors.get(to)?))
    }

    /// How many cells hold a value.
    pub fn said(&self) -> usize {
        self.cells.len()
    }

    /// Every cell that holds a value.
    pub(crate) fn cells(&self) -> &[Settled] {
        &self.cells
    }
}

/// The positions of a dossier, settled for each actor and objective.
#[derive(Clone, Debug, Default)]
pub struct Positions {
    /// Sorted by actor then objective, both by their place in the dossier.
    cells: Vec<Settled>,
    actors: HashMap<Id, usize>,
    objectives: HashMap<Id, usize>,
}

impl Positions {
    /// Settles every position of a dossier. Those of an actor or an objective that is gone are left out.
    pub fn of(dossier: &Dossier) -> Self {
        Self::given_by(dossier, "")
    }

    /// The positions that one evaluator gave; every position for an empty name.
    pub fn given_by(dossier: &Dossier, evaluator: &str) -> Self {
        let places = |ids: Vec<Id>| ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect();
        let actors: HashMap<Id, usize> =
            places(dossier.actors.iter().map(|actor| actor.id.clone()).collect());
        let objectives: HashMap<Id, usize> =
            places(dossier.objectives.iter().map(|objective| objective.id.clone()).collect());
        let mut said: Vec<((usize, usize), Given<'_>)> = Vec::with_capacity(dossier.positions.len());
        // Files and screens write positions actor by actor, objective after objective: look there first.
        let mut last: Option<(&Id, usize)> = None;
        let mut expected = 0;
        for (place, position) in dossier.positions.iter().enumerate() {
            let actor = match last {
                Some((id, place)) if *id == position.actor => Some(place),
                _ => actors.get(&position.actor).copied(),
            };
            let objective = match dossier.objectives.get(expected) {
                Some(objective) if objective.id == position.objective => Some(expected),
                _ => objectives.get(&position.objective).copied(),
            };
            if let (Some(actor), Some(objective)) = (actor, objective) {
                last = Some((&position.actor, actor));
                expected = (objective + 1) % dossier.objectives.len().max(1);
                let by = position.by.trim();
                let given = Given { value: position.value.get(), on: position.on, by, place };
                if evaluator.is_empty() || by == evaluator {
                    said.push(((actor, objective), given));
                }
            }
        }
        Self { cells: settle_cells(said), actors, objectives }
    }

    /// What the positions of an actor on an objective amount to; reads the list once, and builds nothing else.
    pub fn cell(dossier: &Dossier, actor: &Id, objective: &Id) -> Value {
        let entries = dossier.positions.iter().enumerate();
        let given: Vec<Given<'_>> = entries
            .filter(|(_, one)| one.actor == *actor && one.objective == *objective)
            .map(|(place, one)| Given { value: one.value.get(), on: one.on, by: one.by.trim(), place })
            .collect();
        settle(&given)
    }

    /// The value used for each objective of one actor, in the order of the dossier, `None` where nobody said any; with
    /// the name of an evaluator, the latest value that evaluator gave. Reads the list once, and builds nothing else.
    pub fn of_actor(dossier: &Dossier, actor: &Id, evaluator: &str) -> Vec<Option<i8>> {
        let mut said = Vec::new();
        for (place, position) in dossier.positions.iter().enumerate() {
            let by = position.by.trim();
            if position.actor != *actor || !(evaluator.is_empty() || by == evaluator) {
                continue;
            }
            if let Some(objective) = dossier.objectives.position_of(&position.objective) {
                said.push((
                    (0, objective),
                    Given { value: position.value.get(), on: position.on, by, place },
                ));
            }
        }
        let mut values = vec![None; dossier.objectives.len()];
        for ((_, objective), value) in settle_cells(said) {
            if let Some(slot) = values.get_mut(objective) {
                *slot = value.used;
            }
        }
        values
    }

    /// What the positions of an actor on an objective amount to; `None` where nobody said any.
    pub fn value(&self, actor: &Id, objective: &Id) -> Option<Value> {
        find(&self.cells, (*self.actors.get(actor)?, *self.objectives.get(objective)?))
    }

    /// The position used everywhere; `None` where nobody said any.
    pub fn used(&self, actor: &Id, objective: &Id) -> Option<i8> {
        self.value(actor, objective).and_then(|value| value.used)
    }

    /// How many cells hold a value.
    pub fn said(&self) -> usize {
        self.cells.len()
    }

    /// Every cell that holds a value.
    pub(crate) fn cells(&self) -> &[Settled] {
        &self.cells
    }

    /// Every cell that holds a value: place of the actor, place of the objective, value used.
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, usize, i8)> {
        self.cells.iter().filter_map(|((actor, objective), value)| Some((*actor, *objective, value.used?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bounded, Reading};

    fn day(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    fn actor(readings: &[(i8, &str, &str)]) -> Actor {
        let readings = readings.iter().map(|(value, on, by)| Reading {
            criterion: Criterion::Mobilisation,
            value: Bounded::new(*value).unwrap(),
            on: day(on),
            by: (*by).to_owned(),
            ..Reading::default()
        });
        Actor { readings: readings.collect(), ..Actor::default() }
    }

    #[test]
    fn an_influence_is_read_by_one_evaluator_or_by_all() {
        let said = |value: i8, on: &str, by: &str| crate::model::Influence {
            from: Id::from("a".to_owned()),
            to: Id::from("b".to_owned()),
            value: Bounded::new(value).unwrap(),
            on: day(on),
            by: by.to_owned(),
            ..crate::model::Influence::default()
        };
        let mut dossier = Dossier::blank(Id::from("d".to_owned()), "fr");
        for id in ["a", "b"] {
            dossier.actors.push(Actor { id: Id::from(id.to_owned()), ..Actor::default() });
        }
        for (value, on, by) in
            [(1, "2026-01-01", "CCI"), (3, "2026-02-01", "CCI"), (4, "2026-01-01", "Région")]
        {
            dossier.influences.push(said(value, on, by));
        }
        let (a, b) = (Id::from("a".to_owned()), Id::from("b".to_owned()));
        let used = |influences: Influences| influences.value(&a, &b).and_then(|value| value.used);
        // The lower median of 3 and 4; then the latest of each; nothing was agreed together.
        assert_eq!(used(Influences::of(&dossier)), Some(3));
        assert_eq!(used(Influences::by(&dossier, "CCI")), Some(3));
        assert_eq!(used(Influences::by(&dossier, "Région")), Some(4));
        assert_eq!(used(Influences::by(&dossier, "")), None);
    }

    fn mobilisation(readings: &[(i8, &str, &str)]) -> Value {
        current(&actor(readings), Criterion::Mobilisation)
    }

    #[test]
    fn nothing_said_is_not_zero() {
        assert_eq!(mobilisation(&[]), Value::default());
        assert_eq!(mobilisation(&[(0, "2026-01-01", "")]).used, Some(0));
        assert_eq!(current(&actor(&[(3, "2026-01-01", "")]), Criterion::Interest).used, None);
    }

    #[test]
    fn the_latest_agreed_value_is_used_and_the_first_is_the_baseline() {
        let value = mobilisation(&[(3, "2026-10-15", ""), (1, "2026-01-20", ""), (4, "2026-11-01", "CCI")]);
        assert_eq!((value.used, value.on), (Some(3), day("2026-10-15")));
        assert_eq!((value.baseline, value.baseline_on), (Some(1), day("2026-01-20")));
        assert_eq!((value.median, value.spread, value.evaluators), (Some(4), Some((4, 4)), 1));
    }

    #[test]
    fn without_agreement_the_lower_median_of_each_latest_is_used() {
        // Latest of each: A 4, B 1, C 2, D 3; sorted 1 2 3 4; the lower of the two middle ones is 2.
        let value = mobilisation(&[
            (0, "2026-01-01", "A"),
            (4, "2026-02-01", "A"),
            (1, "2026-01-01", "B"),
            (2, "2026-01-01", "C"),
            (3, "2026-01-01", "D"),
        ]);
        assert_eq!((value.used, value.agreed, value.median), (Some(2), None, Some(2)));
        assert_eq!((value.spread, value.evaluators), (Some((1, 4)), 4));
        // Firsts: A 0, B 1, C 2, D 3.
        assert_eq!(value.baseline, Some(1));
    }

    #[test]
    fn the_same_day_goes_by_the_order_of_the_file_and_undated_comes_first() {
        assert_eq!(mobilisation(&[(1, "2026-01-01", ""), (2, "2026-01-01", "")]).used, Some(2));
        let undated = mobilisation(&[(1, "2026-01-01", ""), (2, "", "")]);
        assert_eq!((undated.used, undated.baseline), (Some(1), Some(1)));
        let never = mobilisation(&[(1, "", ""), (2, "", "")]);
        assert_eq!((never.used, never.baseline), (Some(2), Some(1)));
    }
}
