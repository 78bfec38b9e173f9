//! Who does, answers for, is heard and is told about each key function, and what the method checks of it (§4): exactly
//! one Accountable, at least one Responsible, nobody with more load than the others can see, nobody without any line.
//!
//! The load of an actor is the number of its R and of its A: C and I ask for little. It is shown for all. An actor
//! carries markedly more than the others when its load is at least [`HEAVY`] and more than [`TIMES`] times the mean load
//! of the other actors that have a line; a sole actor is compared with nobody. The method names no threshold: these two
//! are those of the product, told on the screen.

use std::collections::HashSet;

use super::Index;
use crate::i18n::Phrase;
use crate::i18n::texts::responsibilities as say;
use crate::model::{Dossier, Id, Letter};

/// The least load that is called heavy.
pub const HEAVY: usize = 3;
/// How many times the mean load of the others.
pub const TIMES: usize = 2;

/// The letters of an actor for a function. Several may stand together: who answers for a function may also do it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Letters(u8);

impl Letters {
    /// Whether a letter is among them.
    pub const fn has(self, letter: Letter) -> bool {
        self.0 & (1 << letter as u8) != 0
    }

    /// With a letter added where it is not, taken away where it is.
    #[must_use]
    pub const fn toggled(self, letter: Letter) -> Self {
        Self(self.0 ^ (1 << letter as u8))
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The letters, in the order R, A, C, I.
    pub fn iter(self) -> impl Iterator<Item = Letter> {
        Letter::ALL.iter().copied().filter(move |letter| self.has(*letter))
    }
}

/// The line of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Function.
    pub function: Id,
    /// The actors that have letters for it, by their place in the dossier, in that order.
    pub lines: Vec<(usize, Letters)>,
}

impl Row {
    /// The letters of the actor at a place.
    pub fn of(&self, actor: usize) -> Letters {
        let found = self.lines.binary_search_by_key(&actor, |(place, _)| *place);
        found.ok().and_then(|at| self.lines.get(at)).map(|(_, letters)| *letters).unwrap_or_default()
    }

    /// The actors that have a letter for it, by their place.
    pub fn with(&self, letter: Letter) -> impl Iterator<Item = usize> {
        self.lines.iter().filter(move |(_, letters)| letters.has(letter)).map(|(actor, _)| *actor)
    }

    /// Whether exactly one actor answers for it and at least one does it.
    pub fn holds(&self) -> bool {
        self.with(Letter::Accountable).count() == 1 && self.with(Letter::Responsible).next().is_some()
    }
}

/// How many functions an actor has each letter for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// R.
    pub responsible: usize,
    /// A.
    pub accountable: usize,
    /// C.
    pub consulted: usize,
    /// I.
    pub informed: usize,
}

impl Load {
    /// What weighs: R and A.
    pub const fn weight(self) -> usize {
        self.responsible + self.accountable
    }

    /// Whether it has no letter at all.
    pub const fn is_empty(self) -> bool {
        self.weight() + self.consulted + self.informed == 0
    }

    fn count(&mut self, letters: Letters) {
        for letter in letters.iter() {
            *match letter {
                Letter::Responsible => &mut self.responsible,
                Letter::Accountable => &mut self.accountable,
                Letter::Consulted => &mut self.consulted,
                Letter::Informed => &mut self.informed,
            } += 1;
        }
    }
}

/// The responsibility matrix of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsibilities {
    /// A line for each function, in the order of the dossier.
    pub rows: Vec<Row>,
    /// The load of each actor, in the order of the dossier.
    pub loads: Vec<Load>,
    /// Whether each actor is expected there: it holds a role that has not ended, or could hold a function.
    pub expected: Vec<bool>,
}

/// What a check notices.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The function, where it is about one.
    pub function: Option<Id>,
    /// The actors concerned, by their place in the dossier.
    pub actors: Vec<usize>,
    /// What is noticed, with the figures.
    pub reason: Phrase,
    /// What to do.
    pub todo: Phrase,
}

/// The letters of an actor for a function.
pub fn letters(dossier: &Dossier, function: &Id, actor: &Id) -> Letters {
    let lines = dossier.responsibilities.iter();
    let lines = lines.filter(|line| line.function == *function && line.actor == *actor);
    Letters(lines.fold(0, |held, line| held | Letters::default().toggled(line.letter).0))
}

/// Reads the matrix of an index.
pub fn of(index: &Index<'_>) -> Responsibilities {
    let dossier = index.dossier;
    let functions = dossier.functions.iter().enumerate();
    let places: std::collections::HashMap<&Id, usize> =
        functions.map(|(place, function)| (&function.id, place)).collect();
    let mut rows: Vec<Row> =
        dossier.functions.iter().map(|one| Row { function: one.id.clone(), lines: Vec::new() }).collect();
    for line in &dossier.responsibilities {
        let row = places.get(&line.function).and_then(|place| rows.get_mut(*place));
        let (Some(row), Some(actor)) = (row, index.actor_place(&line.actor)) else { continue };
        let one = Letters::default().toggled(line.letter);
        match row.lines.binary_search_by_key(&actor, |(place, _)| *place) {
            Ok(at) => {
                if let Some((_, letters)) = row.lines.get_mut(at) {
                    letters.0 |= one.0;
                }
            }
            Err(at) => row.lines.insert(at, (actor, one)),
        }
    }
    let mut loads = vec![Load::default(); dossier.actors.len()];
    for (actor, letters) in rows.iter().flat_map(|row| &row.lines) {
        if let Some(load) = loads.get_mut(*actor) {
            load.count(*letters);
        }
    }
    let with_role: HashSet<&Id> = index.roles().map(|role| &role.actor).collect();
    let expected = dossier.actors.iter();
    let expected =
        expected.map(|actor| with_role.contains(&actor.id) || !actor.capabilities.is_empty()).collect();
    Responsibilities { rows, loads, expected }
}

impl Responsibilities {
    /// Whether nobody has any letter yet.
    pub fn is_empty(&self) -> bool {
        self.loads.iter().all(|load| load.is_empty())
    }

    /// The actors to show: those that have a line or are expected to, in the order of the dossier.
    pub fn shown(&self) -> Vec<usize> {
        let seen = self.loads.iter().zip(&self.expected).enumerate();
        seen.filter(|(_, (load, expected))| **expected || !load.is_empty()).map(|(place, _)| place).collect()
    }

    /// How many functions have exactly one Accountable and at least one Responsible.
    pub fn settled(&self) -> usize {
        self.rows.iter().filter(|row| row.holds()).count()
    }

    /// The actors that carry markedly more than the others, with the sum of the loads of these and their number.
    pub fn heavy(&self) -> Vec<(usize, usize, usize)> {
        let lined = || self.loads.iter().enumerate().filter(|(_, load)| !load.is_empty());
        let (count, sum) = lined().fold((0, 0), |(count, sum), (_, load)| (count + 1, sum + load.weight()));
        lined()
            .filter_map(|(actor, load)| {
                let (others, rest) = (count - 1, sum - load.weight());
                let more = load.weight() * others > TIMES * rest;
                (others > 0 && load.weight() >= HEAVY && more).then_some((actor, rest, others))
            })
            .collect()
    }

    /// The actors without any line: those expected there, then the others.
    pub fn without(&self) -> (Vec<usize>, Vec<usize>) {
        let none = self.loads.iter().enumerate().filter(|(_, load)| load.is_empty());
        none.map(|(place, _)| place)
            .partition(|place| self.expected.get(*place).is_some_and(|expected| *expected))
    }
}

/// What the method asks of the matrix and does not find: function by function, then the loads, then who has no line.
pub fn checks(index: &Index<'_>, found: &Responsibilities) -> Vec<Check> {
    let named = |places: &[usize]| -> Vec<String> {
        let actors = places.iter().filter_map(|place| index.dossier.actors.get(*place));
        actors.map(|actor| actor.name.clone()).collect()
    };
    let mut checks: Vec<Check> = found.rows.iter().flat_map(|row| row_checks(index, row, &named)).collect();
    for (actor, sum, others) in found.heavy() {
        let load = found.loads.get(actor).copied().unwrap_or_default();
        let name = named(&[actor]).concat();
        #[expect(clippy::cast_precision_loss, reason = "counts of records of a file")]
        let mean = (10.0 * sum as f64 / others as f64).round() / 10.0;
        checks.push(Check {
            function: None,
            actors: vec![actor],
            reason: say::heavy(load.weight(), name, load.accountable, load.responsible, mean, others),
            todo: say::heavy_todo(),
        });
    }
    let (expected, others) = found.without();
    for (actors, reason, todo) in [
        (expected, say::without as fn(usize, Vec<String>) -> Phrase, say::without_todo()),
        (others, say::without_others, say::without_others_todo()),
    ] {
        if !actors.is_empty() {
            checks.push(Check { function: None, reason: reason(actors.len(), named(&actors)), actors, todo });
        }
    }
    checks
}

fn row_checks(index: &Index<'_>, row: &Row, named: &dyn Fn(&[usize]) -> Vec<String>) -> Vec<Check> {
    let title = index.function(&row.function).map(|function| function.title.clone()).unwrap_or_default();
    let check = |actors: Vec<usize>, reason, todo| Check {
        function: Some(row.function.clone()),
        actors,
        reason,
        todo,
    };
    if row.lines.is_empty() {
        return vec![check(Vec::new(), say::nobody(title), say::nobody_todo())];
    }
    let accountable: Vec<usize> = row.with(Letter::Accountable).collect();
    let responsible: Vec<usize> = row.with(Letter::Responsible).collect();
    let mut checks = Vec::new();
    match accountable.len() {
        1 => {}
        0 => checks.push(check(Vec::new(), say::no_accountable(title.clone()), say::no_accountable_todo())),
        several => {
            let reason = say::several_accountable(several, title.clone(), named(&accountable));
            checks.push(check(accountable, reason, say::several_accountable_todo()));
        }
    }
    if responsible.is_empty() {
        checks.push(check(Vec::new(), say::no_responsible(title), say::no_responsible_todo()));
    }
    checks
}
