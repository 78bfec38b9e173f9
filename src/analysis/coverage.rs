//! Who is there for what: families × objectives, and functions × territories (method §5.1).

use std::collections::HashMap;

use super::Index;
use super::index::{On, overlap};
use super::territories::Cover;
use crate::model::{Actor, ActorKind, Date, Dossier, Id, KeyFunction, RoleAssignment, RoleKind};

/// The actors of a family that are on an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Family.
    pub kind: ActorKind,
    /// Objective.
    pub objective: Id,
    /// Actors, in the order of the dossier; empty for a hole.
    pub actors: Vec<Id>,
}

/// An actor able to hold a function, beside one territory of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCover {
    /// Actor.
    pub actor: Id,
    /// How it covers the territory.
    pub cover: Cover,
    /// Where it covers it partly: the territories left out.
    pub missing: Vec<Id>,
}

/// A function on one of its territories, or alone where it names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Function.
    pub function: Id,
    /// Territory; `None` where the function names none.
    pub territory: Option<Id>,
    /// Every actor able to hold the function, in the order of the dossier.
    pub actors: Vec<ActorCover>,
    /// The best cover among them; `None` where nobody is able, [`Cover::Unknown`] where none says where it works.
    pub cover: Option<Cover>,
    /// Where the best is partial: what those actors together leave out.
    pub missing: Vec<Id>,
    /// Operators that act on the same function, territory and public at the same time.
    pub redundant: Vec<Id>,
}

impl Pair {
    /// The actors that reach the best cover.
    pub fn best(&self) -> impl Iterator<Item = &Id> {
        self.actors.iter().filter(|held| Some(held.cover) == self.cover).map(|held| &held.actor)
    }

    /// Whether somebody covers it, wholly or partly.
    pub fn is_held(&self) -> bool {
        matches!(self.cover, Some(Cover::Covers | Cover::Partly))
    }
}

/// Both coverages of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Nine families × every objective, family by family.
    pub cells: Vec<Cell>,
    /// Every pair to cover, function by function.
    pub pairs: Vec<Pair>,
}

impl Coverage {
    /// The actors of a family on an objective.
    pub fn cell(&self, kind: ActorKind, objective: &Id) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.kind == kind && cell.objective == *objective)
    }

    /// The pairs of a function.
    pub fn of_function(&self, function: &Id) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(move |pair| pair.function == *function)
    }
}

/// The coverage of a dossier on a day.
pub fn coverage(dossier: &Dossier, today: Date) -> Coverage {
    of(&Index::of(dossier, today))
}

/// The coverage of an index.
pub fn of(index: &Index<'_>) -> Coverage {
    Coverage { cells: cells(index), pairs: pairs(index) }
}

/// An actor is on an objective when it holds a function of it, a role on it, or a position above 0.
fn cells(index: &Index<'_>) -> Vec<Cell> {
    let dossier = index.dossier;
    let objectives: HashMap<&Id, usize> =
        dossier.objectives.iter().enumerate().map(|(place, objective)| (&objective.id, place)).collect();
    let mut on: Vec<Vec<usize>> = vec![Vec::new(); dossier.objectives.len()];
    let mut join = |actor: usize, objective: usize| {
        if let Some(list) = on.get_mut(objective) {
            list.push(actor);
        }
    };
    for role in index.roles() {
        let Some(actor) = index.actor_place(&role.actor) else { continue };
        match On::scope(role.scope.as_ref()) {
            On::Project => {}
            On::Objective(id) => {
                if let Some(objective) = objectives.get(id) {
                    join(actor, *objective);
                }
            }
            On::Function(id) => {
                let of_function = index.function(id).map_or(&[][..], |function| &function.objectives);
                for objective in of_function.iter().filter_map(|id| objectives.get(id)) {
                    join(actor, *objective);
                }
            }
        }
    }
    for (actor, objective, value) in index.positions.each() {
        if value > 0 {
            join(actor, objective);
        }
    }
    for actors in &mut on {
        crate::model::order::by(actors, Ord::cmp);
        actors.dedup();
    }
    let families = ActorKind::ALL.iter();
    let mut cells: Vec<Cell> = families
        .flat_map(|kind| {
            let empty =
                |objective: &Id| Cell { kind: *kind, objective: objective.clone(), actors: Vec::new() };
            dossier.objectives.iter().map(move |objective| empty(&objective.id))
        })
        .collect();
    for (rank, actors) in on.iter().enumerate() {
        for actor in actors.iter().filter_map(|place| dossier.actors.get(*place)) {
            let family = actor.kind.and_then(|kind| ActorKind::ALL.iter().position(|other| *other == kind));
            let cell = family.and_then(|family| cells.get_mut(family * on.len() + rank));
            if let Some(cell) = cell {
                cell.actors.push(actor.id.clone());
            }
        }
    }
    cells
}

fn pairs(index: &Index<'_>) -> Vec<Pair> {
    let mut operators: HashMap<&Id, Vec<&RoleAssignment>> = HashMap::new();
    for role in index.roles_of(RoleKind::Operator) {
        if let On::Function(function) = On::scope(role.scope.as_ref()) {
            operators.entry(function).or_default().push(role);
        }
    }
    let mut pairs = Vec::new();
    for function in &index.dossier.functions {
        let operators = operators.get(&function.id).map_or(&[][..], Vec::as_slice);
        if function.territories.is_empty() {
            pairs.push(pair(index, function, None, operators));
        }
        for territory in &function.territories {
            pairs.push(pair(index, function, Some(territory), operators));
        }
    }
    pairs
}

fn pair(
    index: &Index<'_>,
    function: &KeyFunction,
    territory: Option<&Id>,
    operators: &[&RoleAssignment],
) -> Pair {
    let capable: Vec<&Actor> = index.capable(&function.id).collect();
    let actors: Vec<ActorCover> = capable
        .iter()
        .map(|actor| {
            let (cover, missing) = cover(index, actor, territory);
            ActorCover { actor: actor.id.clone(), cover, missing }
        })
        .collect();
    let best = actors.iter().map(|held| held.cover).min();
    let missing = match (best, territory) {
        (Some(Cover::Partly), Some(territory)) => {
            // Each actor's own territories inside the target, taken together.
            let inside = capable.iter().flat_map(|actor| &actor.territories);
            let together: Vec<Id> =
                inside.filter(|own| index.territories.within(own, territory)).cloned().collect();
            index.territories.missing(&together, territory)
        }
        _ => Vec::new(),
    };
    Pair {
        function: function.id.clone(),
        territory: territory.cloned(),
        actors,
        cover: best,
        missing,
        redundant: redundant(index, territory, operators),
    }
}

/// How an actor covers a territory, and what it leaves out where it does so partly. A function that names no
/// territory asks for none.
pub fn cover(index: &Index<'_>, actor: &Actor, territory: Option<&Id>) -> (Cover, Vec<Id>) {
    let Some(territory) = territory else { return (Cover::Covers, Vec::new()) };
    let cover = index.territories.cover(&actor.territories, territory);
    let missing = match cover {
        Cover::Partly => index.territories.missing(&actor.territories, territory),
        _ => Vec::new(),
    };
    (cover, missing)
}

/// The operators of a function that act on the same part of one of its territories at the same time. An operator acts
/// where the function is held; only one whose own territories all lie inside acts on that part alone.
fn redundant(index: &Index<'_>, territory: Option<&Id>, operators: &[&RoleAssignment]) -> Vec<Id> {
    let share_ground = |one: &RoleAssignment, other: &RoleAssignment| {
        let Some(territory) = territory else { return true };
        let part = |role: &RoleAssignment| {
            let own = index.actor(&role.actor).map_or(&[][..], |actor| &actor.territories);
            (index.territories.cover(own, territory) == Cover::Partly).then(|| {
                own.iter().filter(|id| index.territories.within(id, territory)).cloned().collect::<Vec<Id>>()
            })
        };
        match (part(one), part(other)) {
            (Some(ours), Some(theirs)) => {
                ours.iter().any(|our| theirs.iter().any(|their| index.territories.meet(our, their)))
            }
            _ => true,
        }
    };
    let mut places: Vec<usize> = Vec::new();
    for (rank, one) in operators.iter().enumerate() {
        let competes = operators.iter().enumerate().any(|(other_rank, other)| {
            rank != other_rank && one.actor != other.actor && overlap(one, other) && share_ground(one, other)
        });
        if competes && let Some(place) = index.actor_place(&one.actor) {
            places.push(place);
        }
    }
    crate::model::order::by(&mut places, Ord::cmp);
    places.dedup();
    places
        .into_iter()
        .filter_map(|place| index.dossier.actors.get(place))
        .map(|actor| actor.id.clone())
        .collect()
}
