//! The circles of a project (method §5.2): the lead, the first group, the waves after it, and who is missing.
//!
//! What a ring holds counts everybody from the centre to it: those of earlier rings are still there. A key function is
//! held where each of its pairs (function, territory) is covered wholly, as in [`without`](super::without); who covers a
//! part of it is told apart from nobody. Who leads the whole project stands in the centre, whatever wave its sheet names.

use super::coverage::Coverage;
use super::first_group::{self, Reach};
use super::network::{self, Lever, Levers};
use super::{Cover, Index};
use crate::model::{ActorKind, Id};

/// Where an actor stands: `Some(0)` leads, `Some(1)` is in the first group, and so on; `None` is in no ring.
pub type Place = Option<usize>;

/// The circles of a dossier, and what it takes to try moves. Actors are places in the dossier, key functions too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circles {
    /// The wave of each ring from the second on; the centre has none, nor has the first group before any wave exists.
    pub waves: Vec<Option<Id>>,
    /// Where each actor stands.
    pub places: Vec<Place>,
    /// The important actors that are missing.
    pub absent: Vec<Absent>,
    /// The families nobody belongs to, "other" left out.
    pub empty: Vec<ActorKind>,
    /// For each key function, its pairs.
    functions: Vec<Vec<usize>>,
    /// For each actor, the pairs it covers wholly.
    covers: Vec<Vec<usize>>,
    /// For each actor, the functions that it holds in part on one of their territories.
    partly: Vec<Vec<usize>>,
    ids: Vec<Id>,
}

/// An important actor that is missing, and who can bring it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Place in the dossier.
    pub actor: usize,
    /// The way to it.
    pub lever: Lever,
}

/// How a key function is held at a ring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How many hold it, where it is least held: 0 is nobody on one territory at least.
    pub times: usize,
    /// The same at the ring before.
    pub before: usize,
    /// On how many of its territories it is covered wholly; 0 or 1 for a function that names none.
    pub covered: usize,
    /// Its territories, at least 1.
    pub of: usize,
    /// Somebody there covers a part of one of its territories.
    pub partly: bool,
}

impl Held {
    /// Held from this ring on.
    pub const fn gained(self) -> bool {
        self.before == 0 && self.times > 0
    }

    /// Held somewhere, but not everywhere.
    pub const fn somewhere(self) -> bool {
        self.times == 0 && (self.covered > 0 || self.partly)
    }
}

/// A function that one actor alone holds among those in the rings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The function.
    pub function: usize,
    /// The actor without which it is no longer held everywhere.
    pub actor: usize,
    /// Whether others in the rings still hold some of it then: another territory, or a part of one.
    pub leaves_some: bool,
    /// The actors in no ring that could hold, wholly, all that this one alone holds of it.
    pub reserve: Vec<usize>,
}

/// A ring and what is held once it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ring {
    /// Who joins with it, in the order of the dossier.
    pub actors: Vec<usize>,
    /// How many are there with it.
    pub gathered: usize,
    /// Each key function.
    pub functions: Vec<Held>,
    /// How many of them are held.
    pub held: usize,
}

/// What a move changes at a ring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The ring.
    pub ring: usize,
    /// Functions held, before and after.
    pub held: (usize, usize),
    /// Actors gathered, before and after.
    pub gathered: (usize, usize),
    /// Functions held from now on.
    pub gained: Vec<usize>,
    /// Functions no longer held.
    pub lost: Vec<usize>,
    /// Functions that rest on one actor from now on, and on several before.
    pub weakened: Vec<usize>,
    /// Functions that rest on several from now on, and on one before.
    pub firmed: Vec<usize>,
}

/// What adopting a proposed first group changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adoption {
    /// Who joins the first group.
    pub joins: Vec<Id>,
    /// Who leaves it.
    pub leaves: Vec<Id>,
    /// Where those go: the second wave, if there is one.
    pub to: Option<Id>,
}

/// The wave of each ring as in [`Circles::waves`], and where each actor stands.
pub fn places(index: &Index<'_>) -> (Vec<Option<Id>>, Vec<Place>) {
    let dossier = index.dossier;
    let mut waves: Vec<Option<Id>> = vec![None];
    waves.extend(first_group::waves(dossier).into_iter().map(|wave| Some(wave.id.clone())));
    if waves.len() == 1 {
        waves.push(None);
    }
    let ring = |wave: &Id| waves.iter().position(|other| other.as_ref() == Some(wave));
    let mut places: Vec<Place> =
        dossier.actors.iter().map(|actor| actor.wave.as_ref().and_then(ring)).collect();
    for lead in index.project_leads() {
        if let Some(place) = index.actor_place(lead).and_then(|place| places.get_mut(place)) {
            *place = Some(0);
        }
    }
    (waves, places)
}

/// The circles of an index.
pub fn of(index: &Index<'_>, coverage: &Coverage) -> Circles {
    let dossier = index.dossier;
    let reach = Reach::of(index, coverage);
    let (waves, places) = places(index);
    let mut functions: Vec<Vec<usize>> = vec![Vec::new(); dossier.functions.len()];
    for (rank, pair) in coverage.pairs.iter().enumerate() {
        let of = dossier.functions.position_of(&pair.function);
        if let Some(list) = of.and_then(|of| functions.get_mut(of)) {
            list.push(rank);
        }
    }
    let mut partly: Vec<Vec<usize>> = vec![Vec::new(); dossier.actors.len()];
    for pair in &coverage.pairs {
        let Some(function) = dossier.functions.position_of(&pair.function) else { continue };
        for held in pair.actors.iter().filter(|held| held.cover == Cover::Partly) {
            if let Some(list) = index.actor_place(&held.actor).and_then(|place| partly.get_mut(place)) {
                list.push(function);
            }
        }
    }
    let missing = network::missing(index, &reach);
    let levers = (!missing.is_empty()).then(|| Levers::of(index));
    let absent = missing.iter().filter_map(|missing| {
        let lever = levers.as_ref()?.to(&missing.actor);
        Some(Absent { actor: index.actor_place(&missing.actor)?, lever })
    });
    let nobody = |kind: &&ActorKind| {
        **kind != ActorKind::Other && !dossier.actors.iter().any(|actor| actor.kind == Some(**kind))
    };
    Circles {
        absent: absent.collect(),
        empty: ActorKind::ALL.iter().filter(nobody).copied().collect(),
        functions,
        covers: (0..dossier.actors.len()).map(|actor| reach.covers(actor).to_vec()).collect(),
        partly,
        ids: dossier.actors.iter().map(|actor| actor.id.clone()).collect(),
        waves,
        places,
    }
}

impl Circles {
    /// The rings as they are, the centre first.
    pub fn rings(&self) -> Vec<Ring> {
        self.read(&self.places)
    }

    /// The actors in no ring.
    pub fn outside(&self) -> Vec<usize> {
        (0..self.places.len()).filter(|actor| self.place(*actor).is_none()).collect()
    }

    /// Where an actor stands.
    pub fn place(&self, actor: usize) -> Place {
        self.places.get(actor).copied().flatten()
    }

    /// What moving an actor changes, ring by ring: every ring between the two places, the further one included, so
    /// that it says that nothing is lost there. Empty where the actor is there already, or leads.
    pub fn shifts(&self, actor: usize, to: Place) -> Vec<Shift> {
        let from = self.place(actor);
        if from == to || from == Some(0) || to == Some(0) || actor >= self.places.len() {
            return Vec::new();
        }
        let mut places = self.places.clone();
        if let Some(place) = places.get_mut(actor) {
            *place = to;
        }
        let (before, after) = (self.rings(), self.read(&places));
        let last = self.waves.len();
        let (from, to) = (from.unwrap_or(last), to.unwrap_or(last));
        let rings = before.iter().zip(&after).enumerate();
        rings
            .skip(from.min(to))
            .take(from.max(to) - from.min(to) + 1)
            .map(|(ring, (before, after))| {
                let list = |keep: fn(usize, usize) -> bool| {
                    let pairs = before.functions.iter().zip(&after.functions).enumerate();
                    let kept = pairs.filter(|(_, (one, other))| keep(one.times, other.times));
                    kept.map(|(function, _)| function).collect()
                };
                Shift {
                    ring,
                    held: (before.held, after.held),
                    gathered: (before.gathered, after.gathered),
                    gained: list(|before, after| before == 0 && after > 0),
                    lost: list(|before, after| before > 0 && after == 0),
                    weakened: list(|before, after| before > 1 && after == 1),
                    firmed: list(|before, after| before == 1 && after > 1),
                }
            })
            .collect()
    }

    /// The functions that rest on one actor once every ring is there. A function may rest on several actors, each alone on
    /// a territory.
    pub fn resting(&self) -> Vec<Rest> {
        let mut resting = Vec::new();
        let all = self.rings().pop().unwrap_or_default();
        let there = |actor: usize| self.place(actor).is_some();
        for (function, pairs) in self.functions.iter().enumerate() {
            if all.functions.get(function).is_none_or(|held| held.times != 1) {
                continue;
            }
            for (actor, covers) in self.covers.iter().enumerate().filter(|(actor, _)| there(*actor)) {
                let others = || self.covers.iter().enumerate().filter(|(other, _)| *other != actor);
                let shared =
                    |pair: &usize| others().any(|(other, covers)| there(other) && covers.contains(pair));
                let mine = pairs.iter().filter(|pair| covers.contains(pair) && !shared(pair));
                let alone: Vec<usize> = mine.copied().collect();
                if alone.is_empty() {
                    continue;
                }
                let part = |(other, list): (usize, &Vec<usize>)| {
                    other != actor && there(other) && list.contains(&function)
                };
                let able = others().filter(|(other, covers)| {
                    !there(*other) && alone.iter().all(|pair| covers.contains(pair))
                });
                resting.push(Rest {
                    function,
                    actor,
                    leaves_some: alone.len() < pairs.len() || self.partly.iter().enumerate().any(part),
                    reserve: able.map(|(other, _)| other).collect(),
                });
            }
        }
        resting
    }

    /// The pairs of each function, as places in [`Coverage::pairs`]: from pairs to functions, each once, in order.
    pub fn functions_of(&self, pairs: &[usize]) -> Vec<usize> {
        let named = |of: &&Vec<usize>| pairs.iter().any(|pair| of.contains(pair));
        let functions = self.functions.iter().enumerate();
        functions.filter(|(_, of)| named(of)).map(|(function, _)| function).collect()
    }

    /// Who starts: the centre and the first group.
    pub fn start(&self) -> Vec<Id> {
        let within = |(_, place): &(&Id, &Place)| place.is_some_and(|ring| ring < 2);
        self.ids.iter().zip(&self.places).filter(within).map(|(id, _)| id.clone()).collect()
    }

    /// What adopting a first group changes. Who leads stays in the centre.
    pub fn adopting(&self, group: &[Id]) -> Adoption {
        let mut adoption = Adoption { to: self.waves.get(2).cloned().flatten(), ..Adoption::default() };
        for (id, place) in self.ids.iter().zip(&self.places) {
            let proposed = group.contains(id);
            if proposed && !matches!(place, Some(0 | 1)) {
                adoption.joins.push(id.clone());
            } else if !proposed && *place == Some(1) {
                adoption.leaves.push(id.clone());
            }
        }
        adoption
    }

    fn read(&self, places: &[Place]) -> Vec<Ring> {
        let pairs = self.functions.iter().map(Vec::len).sum();
        let mut times: Vec<usize> = vec![0; pairs];
        let mut before: Vec<usize> = vec![0; self.functions.len()];
        let mut partly = vec![false; self.functions.len()];
        let mut gathered = 0;
        let mut rings = Vec::with_capacity(self.waves.len());
        for ring in 0..self.waves.len() {
            let here = |actor: &usize| places.get(*actor) == Some(&Some(ring));
            let actors: Vec<usize> = (0..places.len()).filter(here).collect();
            for pair in actors.iter().filter_map(|actor| self.covers.get(*actor)).flatten() {
                if let Some(count) = times.get_mut(*pair) {
                    *count += 1;
                }
            }
            for function in actors.iter().filter_map(|actor| self.partly.get(*actor)).flatten() {
                if let Some(some) = partly.get_mut(*function) {
                    *some = true;
                }
            }
            gathered += actors.len();
            let functions = self.functions.iter().zip(&mut before).zip(&partly);
            let held = functions.map(|((pairs, before), partly)| {
                let each = || pairs.iter().map(|pair| times.get(*pair).copied().unwrap_or_default());
                let least = each().min().unwrap_or_default();
                let held = Held {
                    times: least,
                    before: *before,
                    covered: each().filter(|times| *times > 0).count(),
                    of: pairs.len(),
                    partly: *partly,
                };
                *before = least;
                held
            });
            let functions: Vec<Held> = held.collect();
            let held = functions.iter().filter(|held| held.times > 0).count();
            rings.push(Ring { actors, gathered, functions, held });
        }
        rings
    }
}
