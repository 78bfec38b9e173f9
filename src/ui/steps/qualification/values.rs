//! Cells, what they show, and how a value is given.

use std::rc::Rc;

use yew::AttrValue;

use crate::analysis::readings;
use crate::edit::{Command, rating_day};
use crate::i18n::texts::qualification as say;
use crate::model::{Actor, Criterion, Id, Reading};
use crate::ui::env::{Env, today};
use crate::vocabulary;

/// A cell of the table: a criterion of an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) actor: Id,
    pub(super) criterion: Criterion,
}

/// The column of a criterion, from 0.
pub(super) fn column(criterion: Criterion) -> usize {
    Criterion::ALL.iter().position(|other| *other == criterion).unwrap_or_default()
}

/// The readings of a criterion by one evaluator, the oldest first.
pub(super) fn history<'a>(actor: &'a Actor, criterion: Criterion, by: &str) -> Vec<&'a Reading> {
    let own =
        actor.readings.iter().filter(|reading| reading.criterion == criterion && reading.by.trim() == by);
    let mut own: Vec<&Reading> = own.map(Rc::as_ref).collect();
    // Stable: the order of the file settles the same day.
    crate::model::order::by_key(&mut own, |reading| reading.on);
    own
}

/// What a cell shows: the value in use, or that of one evaluator.
pub(super) fn shown(actor: &Actor, criterion: Criterion, by: &str) -> Option<i8> {
    if by.is_empty() {
        readings::used(actor, criterion)
    } else {
        history(actor, criterion, by).last().map(|reading| reading.value.get())
    }
}

/// The first criterion that a cell shows as not assessed.
pub(super) fn first_missing(actor: &Actor, by: &str) -> Option<Criterion> {
    Criterion::ALL.iter().copied().find(|criterion| shown(actor, *criterion, by).is_none())
}

/// Gives a value made from the one that is there, or takes it back.
pub(super) fn rate(env: &Env, cell: Cell, by: &str, value: impl FnOnce(Option<i8>) -> Option<i8> + 'static) {
    let by = by.to_owned();
    env.change(move |dossier| {
        let actor = dossier.actor(&cell.actor)?;
        let value = value(shown(actor, cell.criterion, &by));
        Some(Command::Rate {
            actor: cell.actor.clone(),
            criterion: cell.criterion,
            value,
            on: rating_day(actor, cell.criterion, &by, today()),
            by,
        })
    });
}

/// In words, which earlier value comes back when the latest is taken away.
pub(super) fn what_is_left(env: &Env, cell: &Cell, by: &str, words: &Words) -> Option<AttrValue> {
    let now = env.live.dossier()?;
    let actor = now.actor(&cell.actor)?;
    let history = history(actor, cell.criterion, by);
    let earlier = history.len().checked_sub(2).and_then(|place| history.get(place))?;
    let value = words.figure(cell.criterion, Some(earlier.value.get())).to_string();
    Some(env.say(match earlier.on {
        Some(day) => say::back_to(day.0, value),
        None => say::back_to_undated(value),
    }))
}

/// The figures and words of every value, written once for all the cells.
#[derive(Debug, PartialEq)]
pub(super) struct Words {
    names: Vec<AttrValue>,
    /// By column, then from the lowest value to the highest, then "not assessed": figure, word, both.
    values: Vec<Vec<(AttrValue, AttrValue, AttrValue)>>,
}

impl Words {
    pub(super) fn new(env: &Env) -> Self {
        let value = |criterion: Criterion, value: Option<i8>| {
            let word = env.say(vocabulary::value(criterion, value));
            let Some(value) = value else { return (AttrValue::Static("?"), word.clone(), word) };
            let figure: AttrValue = match criterion {
                Criterion::Stance => env.format().signed(i64::from(value)).into(),
                _ => value.to_string().into(),
            };
            let both = env.say(say::value_word(figure.to_string(), word.to_string()));
            (figure, word, both)
        };
        let column = |criterion: &Criterion| {
            let (low, high) = criterion.bounds();
            (low..=high).map(Some).chain([None]).map(|held| value(*criterion, held)).collect()
        };
        Self {
            names: Criterion::ALL
                .iter()
                .map(|criterion| env.say(vocabulary::criterion(*criterion)))
                .collect(),
            values: Criterion::ALL.iter().map(column).collect(),
        }
    }

    fn get(&self, criterion: Criterion, value: Option<i8>) -> Option<&(AttrValue, AttrValue, AttrValue)> {
        let values = self.values.get(column(criterion))?;
        match value {
            None => values.last(),
            Some(value) => {
                usize::try_from(value - criterion.bounds().0).ok().and_then(|place| values.get(place))
            }
        }
    }

    /// The name of a criterion.
    pub(super) fn name(&self, criterion: Criterion) -> AttrValue {
        self.names.get(column(criterion)).cloned().unwrap_or_default()
    }

    /// `3`, `−1`, `?`.
    pub(super) fn figure(&self, criterion: Criterion, value: Option<i8>) -> AttrValue {
        self.get(criterion, value).map(|words| words.0.clone()).unwrap_or_default()
    }

    /// `fort`, `à renseigner`.
    pub(super) fn word(&self, criterion: Criterion, value: Option<i8>) -> AttrValue {
        self.get(criterion, value).map(|words| words.1.clone()).unwrap_or_default()
    }

    /// `3, fort`.
    pub(super) fn both(&self, criterion: Criterion, value: Option<i8>) -> AttrValue {
        self.get(criterion, value).map(|words| words.2.clone()).unwrap_or_default()
    }
}

/// The value of a segment.
pub(super) fn code(value: Option<i8>) -> AttrValue {
    value.map_or(AttrValue::Static("?"), |value| value.to_string().into())
}

/// The values of a criterion and "not assessed".
pub(super) fn scale(criterion: Criterion) -> impl Iterator<Item = Option<i8>> {
    let (low, high) = criterion.bounds();
    (low..=high).map(Some).chain([None])
}
