//! A dossier with what it takes to read it quickly.

use std::collections::HashMap;

use super::readings::Positions;
use super::territories::Territories;
use crate::model::{Actor, Date, Dossier, Id, RoleAssignment, RoleKind, Scope};

/// A dossier on a given day, its records found by id without scanning. Built once for a revision.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The day on which roles are in force or not.
    pub today: Date,
    /// The tree of territories.
    pub territories: Territories<'a>,
    /// Positions, settled.
    pub positions: Positions,
    actors: HashMap<&'a Id, usize>,
    functions: HashMap<&'a Id, usize>,
    capable: HashMap<&'a Id, Vec<usize>>,
    neighbours: HashMap<&'a Id, Vec<&'a Id>>,
}

impl<'a> Index<'a> {
    /// Reads a dossier on a day.
    pub fn of(dossier: &'a Dossier, today: Date) -> Self {
        let actors = dossier.actors.iter().enumerate().map(|(place, actor)| (&actor.id, place)).collect();
        let functions =
            dossier.functions.iter().enumerate().map(|(place, function)| (&function.id, place)).collect();
        let mut capable: HashMap<&Id, Vec<usize>> = HashMap::new();
        for (place, actor) in dossier.actors.iter().enumerate() {
            for function in &actor.capabilities {
                let list = capable.entry(function).or_default();
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
        }
        let mut neighbours: HashMap<&Id, Vec<&Id>> = HashMap::new();
        for tie in &dossier.ties {
            if tie.level != crate::model::TieLevel::Conflict && tie.from != tie.to {
                neighbours.entry(&tie.from).or_default().push(&tie.to);
                neighbours.entry(&tie.to).or_default().push(&tie.from);
            }
        }
        Self {
            dossier,
            today,
            territories: Territories::of(dossier),
            positions: Positions::of(dossier),
            actors,
            functions,
            capable,
            neighbours,
        }
    }

    /// The actor that bears `id`.
    pub fn actor(&self, id: &Id) -> Option<&'a Actor> {
        let place = *self.actors.get(id)?;
        self.dossier.actors.get(place).map(std::rc::Rc::as_ref)
    }

    /// The place of an actor in the dossier.
    pub(crate) fn actor_place(&self, id: &Id) -> Option<usize> {
        self.actors.get(id).copied()
    }

    /// The name of an actor; its id where it is gone.
    pub fn name(&self, id: &Id) -> String {
        self.actor(id).map_or_else(|| id.to_string(), |actor| actor.name.clone())
    }

    /// The name of a territory; its id where it is gone.
    pub fn territory_name(&self, id: &Id) -> String {
        self.dossier.territory(id).map_or_else(|| id.to_string(), |territory| territory.name.clone())
    }

    /// The key function that bears `id`.
    pub fn function(&self, id: &Id) -> Option<&'a crate::model::KeyFunction> {
        let place = *self.functions.get(id)?;
        self.dossier.functions.get(place).map(std::rc::Rc::as_ref)
    }

    /// The actors that could hold a function, in the order of the dossier.
    pub fn capable(&self, function: &Id) -> impl Iterator<Item = &'a Actor> {
        let dossier = self.dossier;
        let places = self.capable.get(function).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(move |place| dossier.actors.get(*place)).map(std::rc::Rc::as_ref)
    }

    /// The actors tied to an actor, conflicts left out; one that is tied twice comes twice.
    pub fn neighbours(&self, actor: &Id) -> &[&'a Id] {
        self.neighbours.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Whether a role has not ended: in force, or to come.
    pub fn counts(&self, role: &RoleAssignment) -> bool {
        role.ends_on.is_none_or(|end| end >= self.today)
    }

    /// The roles that have not ended, in the order of the dossier.
    pub fn roles(&self) -> impl Iterator<Item = &'a RoleAssignment> {
        let today = self.today;
        let roles = self.dossier.roles.iter().map(std::rc::Rc::as_ref);
        roles.filter(move |role| role.ends_on.is_none_or(|end| end >= today))
    }

    /// The roles of one kind that have not ended.
    pub fn roles_of(&self, kind: RoleKind) -> impl Iterator<Item = &'a RoleAssignment> {
        self.roles().filter(move |role| role.role == kind)
    }

    /// The actors that lead the whole project, those that will included.
    pub fn project_leads(&self) -> impl Iterator<Item = &'a Id> {
        let whole = |role: &&RoleAssignment| On::scope(role.scope.as_ref()) == On::Project;
        self.roles_of(RoleKind::Lead).filter(whole).map(|role| &role.actor)
    }
}

/// What a role bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum On<'a> {
    /// The whole project.
    Project,
    /// An objective.
    Objective(&'a Id),
    /// A function.
    Function(&'a Id),
}

impl<'a> On<'a> {
    /// What a scope designates; the function where it names both.
    pub fn scope(scope: Option<&'a Scope>) -> Self {
        match scope.map(|scope| (&scope.function, &scope.objective)) {
            Some((Some(function), _)) => Self::Function(function),
            Some((None, Some(objective))) => Self::Objective(objective),
            _ => Self::Project,
        }
    }
}

/// Whether two roles can be held on the same day.
pub(crate) fn overlap(one: &RoleAssignment, other: &RoleAssignment) -> bool {
    let before = |first: &RoleAssignment, second: &RoleAssignment| match (first.ends_on, second.starts_on) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    };
    !before(one, other) && !before(other, one)
}
