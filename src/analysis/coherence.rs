//! The matrix of actors and objectives as a room reads it: values and totals, the order of the rows, who stands on the
//! same side as whom (method §2, §3 step 4).
//!
//! Actors and objectives are given by their place in the dossier.

use std::cmp::{Ordering, Reverse};
use std::rc::Rc;

use super::readings::Positions;
use crate::model::{ActorKind, Dossier, Id};

/// Past so many changed positions, the whole matrix is read again.
const FEW: usize = 8;

/// What an actor gains and loses with every objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// −4…+4 for each objective, `None` where nobody said any.
    pub values: Vec<Option<i8>>,
    /// Sum of the positions above 0.
    pub plus: i32,
    /// Sum of the positions below 0: 0 or less.
    pub minus: i32,
}

impl Row {
    fn of(values: Vec<Option<i8>>) -> Self {
        let (plus, minus) = totals(values.iter().copied());
        Self { values, plus, minus }
    }

    /// The row of one actor: the values used everywhere or, with the name of an evaluator, what that evaluator said last.
    pub fn of_actor(dossier: &Dossier, actor: &Id, evaluator: &str) -> Self {
        Self::of(Positions::of_actor(dossier, actor, evaluator))
    }

    /// The value on an objective.
    pub fn value(&self, objective: usize) -> Option<i8> {
        self.values.get(objective).copied().flatten()
    }

    /// How many objectives the actor is for.
    fn carried(&self) -> usize {
        self.values.iter().flatten().filter(|value| **value > 0).count()
    }

    /// The objectives by how the actor stands on them: for it strongly (3 and 4), for it (1 and 2), indifferent or not
    /// said, against it.
    pub fn groups(&self) -> [Vec<usize>; 4] {
        let mut groups = [const { Vec::new() }; 4];
        let [strong, light, open, against] = &mut groups;
        for (objective, value) in self.values.iter().enumerate() {
            let group = match value.unwrap_or_default() {
                3.. => &mut *strong,
                1.. => &mut *light,
                0 => &mut *open,
                _ => &mut *against,
            };
            group.push(objective);
        }
        groups
    }
}

/// The sums of what is above and of what is below 0: a net sum would hide a conflict.
fn totals(values: impl Iterator<Item = Option<i8>>) -> (i32, i32) {
    let (mut plus, mut minus) = (0, 0);
    for value in values.flatten().map(i32::from) {
        if value > 0 { plus += value } else { minus += value }
    }
    (plus, minus)
}

/// The matrix: the values used everywhere, or those of one evaluator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// One row for each actor. A row that a change left alone stays the same `Rc`.
    pub rows: Vec<Rc<Row>>,
    /// For each objective, the sums of what is above and of what is below 0.
    pub columns: Vec<(i32, i32)>,
}

impl Grid {
    /// The matrix of a dossier; with the name of an evaluator, of what that evaluator said last.
    pub fn of(dossier: &Dossier, evaluator: &str) -> Self {
        let mut values = vec![vec![None; dossier.objectives.len()]; dossier.actors.len()];
        for (actor, objective, value) in Positions::given_by(dossier, evaluator).each() {
            if let Some(slot) = values.get_mut(actor).and_then(|row| row.get_mut(objective)) {
                *slot = Some(value);
            }
        }
        Self::from_rows(dossier, values.into_iter().map(|values| Rc::new(Row::of(values))).collect())
    }

    /// The matrix of the next revision. Only the rows of the actors whose positions changed are read again where they
    /// are few, as when a figure is typed.
    pub fn after(&self, before: &Dossier, now: &Dossier, evaluator: &str) -> Self {
        let ids = before.actors.same(&now.actors)
            || (before.actors.len() == now.actors.len()
                && before.actors.iter().zip(&now.actors).all(|(one, two)| one.id == two.id));
        let (old, new) = (&before.positions, &now.positions);
        let same = |(one, two): &(&Rc<_>, &Rc<_>)| Rc::ptr_eq(one, two);
        let head = old.iter().zip(new).take_while(same).count();
        let (old, new) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
        let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
        let middle = |list: &[Rc<crate::model::Position>]| list.len() - tail;
        if !ids || !before.objectives.same(&now.objectives) || middle(old) + middle(new) > FEW {
            let mut grid = Self::of(now, evaluator);
            for (row, held) in grid.rows.iter_mut().zip(&self.rows) {
                if row == held {
                    *row = Rc::clone(held);
                }
            }
            return grid;
        }
        let mut rows = self.rows.clone();
        let changed = old.iter().take(middle(old)).chain(new.iter().take(middle(new)));
        let mut done: Vec<&Id> = Vec::new();
        for position in changed {
            if done.contains(&&position.actor) {
                continue;
            }
            done.push(&position.actor);
            let slot = now.actors.position_of(&position.actor).and_then(|place| rows.get_mut(place));
            if let Some(slot) = slot {
                *slot = Rc::new(Row::of_actor(now, &position.actor, evaluator));
            }
        }
        Self::from_rows(now, rows)
    }

    fn from_rows(dossier: &Dossier, rows: Vec<Rc<Row>>) -> Self {
        let of = |objective| totals(rows.iter().map(|row| row.value(objective)));
        let columns = (0..dossier.objectives.len()).map(of).collect();
        Self { rows, columns }
    }

    /// The value of an actor on an objective.
    pub fn value(&self, actor: usize, objective: usize) -> Option<i8> {
        self.rows.get(actor).and_then(|row| row.value(objective))
    }

    /// Who stands on the other side of an objective: opposite signs, the strongest first.
    pub fn facing(&self, actor: usize, objective: usize) -> Vec<(usize, i8)> {
        let sign = self.value(actor, objective).unwrap_or_default().signum();
        let column =
            self.rows.iter().enumerate().filter_map(|(place, row)| Some((place, row.value(objective)?)));
        let mut facing: Vec<(usize, i8)> = column.filter(|(_, value)| sign * value.signum() < 0).collect();
        crate::model::order::by_key(&mut facing, |(_, value)| Reverse(value.unsigned_abs()));
        facing
    }

    /// The other actors that hold a side on an objective on which this one holds one too.
    pub fn partners(&self, actor: usize) -> Vec<Partner> {
        let Some(own) = self.rows.get(actor) else { return Vec::new() };
        let mut partners = Vec::new();
        for (place, row) in self.rows.iter().enumerate().filter(|(place, _)| *place != actor) {
            let mut partner = Partner { actor: place, same: Vec::new(), opposite: Vec::new() };
            for (objective, pair) in own.values.iter().zip(&row.values).enumerate() {
                let (Some(ours), Some(theirs)) = pair else { continue };
                match (ours.signum() * theirs.signum()).cmp(&0) {
                    Ordering::Greater => partner.same.push(objective),
                    Ordering::Less => partner.opposite.push(objective),
                    Ordering::Equal => {}
                }
            }
            if !(partner.same.is_empty() && partner.opposite.is_empty()) {
                partners.push(partner);
            }
        }
        partners
    }
}

/// On which objectives two actors stand on the same side, and on which they face each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The other actor.
    pub actor: usize,
    /// Objectives of the same sign.
    pub same: Vec<usize>,
    /// Objectives of opposite signs.
    pub opposite: Vec<usize>,
}

impl Partner {
    /// Greater where they agree on more objectives than they differ on, less where it is the reverse.
    pub fn leaning(&self) -> Ordering {
        self.same.len().cmp(&self.opposite.len())
    }
}

/// How the rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By net sum, the most favourable first.
    #[default]
    Agreement,
    /// By number of objectives the actor is for, the most first; then by net sum.
    Coverage,
    /// By family, in the order of the method; without a family last.
    Kind,
    /// As in the dossier.
    Dossier,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Agreement, Self::Coverage, Self::Kind, Self::Dossier];
}

/// The places of the actors, in the order of the rows. Equal ones stay in the order of the dossier.
pub fn order(dossier: &Dossier, grid: &Grid, sort: Sort) -> Vec<usize> {
    let net = |row: &Row| Reverse(row.plus + row.minus);
    let key = |place: usize| {
        let row = grid.rows.get(place).map(Rc::as_ref);
        let kind = dossier.actors.get(place).and_then(|actor| actor.kind);
        let family = ActorKind::ALL.iter().position(|other| Some(*other) == kind).unwrap_or(usize::MAX);
        match sort {
            Sort::Agreement => (0, row.map(net)),
            Sort::Coverage => (usize::MAX - row.map_or(0, Row::carried), row.map(net)),
            Sort::Kind => (family, None),
            Sort::Dossier => (0, None),
        }
    };
    let mut keyed: Vec<_> = (0..dossier.actors.len()).map(|place| (key(place), place)).collect();
    crate::model::order::by_key(&mut keyed, |(key, _)| *key);
    keyed.into_iter().map(|(_, place)| place).collect()
}

/// The names of those who gave positions, sorted by code point.
pub fn evaluators(dossier: &Dossier) -> Vec<String> {
    let mut names = std::collections::BTreeSet::new();
    names.extend(dossier.positions.iter().map(|one| one.by.trim()).filter(|by| !by.is_empty()));
    names.into_iter().map(str::to_owned).collect()
}
