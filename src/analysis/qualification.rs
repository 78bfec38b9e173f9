//! How far the actors are qualified, and where each stands on the influence × interest map (Mendelow 1991).

use super::readings::{UPPER_HALF, Value, current};
use crate::i18n::Phrase;
use crate::i18n::texts::analysis as say;
use crate::model::{Actor, ActorKind, Criterion, Date, Dossier, Id};

/// Values given out of the six asked of each actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Values given.
    pub given: usize,
    /// Values asked: six for each actor.
    pub total: usize,
    /// Actors with all six.
    pub complete: usize,
    /// Actors.
    pub actors: usize,
    /// Actors with none.
    pub untouched: usize,
}

/// The criteria of an actor that nobody assessed.
pub fn missing(actor: &Actor) -> Vec<Criterion> {
    let said = |criterion: Criterion| actor.readings.iter().any(|reading| reading.criterion == criterion);
    Criterion::ALL.iter().copied().filter(|criterion| !said(*criterion)).collect()
}

/// How far the actors are qualified.
pub fn progress(dossier: &Dossier) -> Progress {
    let asked = Criterion::ALL.len();
    let mut progress = Progress { actors: dossier.actors.len(), ..Progress::default() };
    for actor in &dossier.actors {
        let left = missing(actor).len();
        progress.total += asked;
        progress.given += asked - left;
        progress.complete += usize::from(left == 0);
        progress.untouched += usize::from(left == asked);
    }
    progress
}

/// The six values of an actor, in the order of the criteria.
pub fn values(actor: &Actor) -> Vec<(Criterion, Value)> {
    Criterion::ALL.iter().map(|criterion| (*criterion, current(actor, *criterion))).collect()
}

/// A quarter of the map. A value of exactly 2 belongs to the higher half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quadrant {
    /// High influence, high interest.
    Associate,
    /// High influence, low interest.
    Satisfy,
    /// Low influence, high interest.
    Inform,
    /// Low influence, low interest.
    Watch,
}

impl Quadrant {
    /// The quarter of two values.
    pub const fn of(interest: i8, influence: i8) -> Self {
        match (influence >= UPPER_HALF, interest >= UPPER_HALF) {
            (true, true) => Self::Associate,
            (true, false) => Self::Satisfy,
            (false, true) => Self::Inform,
            (false, false) => Self::Watch,
        }
    }

    /// What to do with those who stand there.
    pub fn label(self) -> Phrase {
        match self {
            Self::Associate => say::quadrant_associate(),
            Self::Satisfy => say::quadrant_satisfy(),
            Self::Inform => say::quadrant_inform(),
            Self::Watch => say::quadrant_watch(),
        }
    }
}

/// An actor on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Actor.
    pub actor: Id,
    /// Family.
    pub kind: Option<ActorKind>,
    /// Interest, 0–4.
    pub interest: i8,
    /// Influence, 0–4.
    pub influence: i8,
    /// Interest and influence at the baseline, where it stood elsewhere.
    pub from: Option<(i8, i8)>,
    /// Day of the baseline.
    pub from_on: Option<Date>,
    /// Mobilisation, 0–4; `None` where it is not assessed.
    pub mobilisation: Option<i8>,
    /// Quarter.
    pub quadrant: Quadrant,
}

/// An actor that cannot be placed, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Actor.
    pub actor: Id,
    /// Family.
    pub kind: Option<ActorKind>,
    /// Interest, influence or both.
    pub missing: Vec<Criterion>,
}

/// The influence × interest map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// Actors that have both values, in the order of the dossier.
    pub points: Vec<Point>,
    /// The others.
    pub unplaced: Vec<Unplaced>,
}

/// The map of a dossier.
pub fn map(dossier: &Dossier) -> Map {
    let mut map = Map::default();
    for actor in &dossier.actors {
        let interest = current(actor, Criterion::Interest);
        let influence = current(actor, Criterion::Influence);
        if let (Some(x), Some(y)) = (interest.used, influence.used) {
            let from = interest.baseline.zip(influence.baseline).filter(|from| *from != (x, y));
            map.points.push(Point {
                actor: actor.id.clone(),
                kind: actor.kind,
                interest: x,
                influence: y,
                from,
                from_on: from.and(interest.baseline_on.min(influence.baseline_on)),
                mobilisation: super::readings::used(actor, Criterion::Mobilisation),
                quadrant: Quadrant::of(x, y),
            });
        } else {
            let lacks = [(Criterion::Interest, interest), (Criterion::Influence, influence)];
            let missing =
                lacks.into_iter().filter(|(_, value)| value.used.is_none()).map(|(criterion, _)| criterion);
            map.unplaced.push(Unplaced {
                actor: actor.id.clone(),
                kind: actor.kind,
                missing: missing.collect(),
            });
        }
    }
    map
}
