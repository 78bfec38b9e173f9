//! The order of the rows. It is settled when it is chosen and when actors come or go, never while values are typed.

use crate::model::{Actor, ActorKind, Criterion, Dossier};
use crate::ui::env::Env;

use super::values::shown;

/// How the rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// As in the dossier.
    #[default]
    Dossier,
    /// By name.
    Name,
    /// By kind, in the order of the method, then by name.
    Kind,
    /// Those that lack most first.
    Missing,
}

impl Sort {
    pub(super) const ALL: [Self; 4] = [Self::Dossier, Self::Name, Self::Kind, Self::Missing];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Missing => "missing",
        }
    }
}

/// The places of the actors in the dossier, in the order of the rows.
pub(super) fn order(dossier: &Dossier, sort: Sort, by: &str, env: &Env) -> Vec<usize> {
    let mut places: Vec<usize> = (0..dossier.actors.len()).collect();
    let actor = |place: &usize| dossier.actors.get(*place);
    let name = |place: &usize| actor(place).map_or("", |actor| actor.name.as_str());
    let kind = |place: &usize| {
        let kind = actor(place).and_then(|actor| actor.kind);
        kind.and_then(|kind| ActorKind::ALL.iter().position(|other| *other == kind)).unwrap_or(usize::MAX)
    };
    match sort {
        Sort::Dossier => {}
        Sort::Name => crate::model::order::by(&mut places, |a, b| env.compare(name(a), name(b))),
        Sort::Kind => {
            crate::model::order::by(&mut places, |a, b| {
                kind(a).cmp(&kind(b)).then_with(|| env.compare(name(a), name(b)))
            });
        }
        Sort::Missing => {
            let given = |actor: &Actor| {
                Criterion::ALL.iter().filter(|criterion| shown(actor, **criterion, by).is_some()).count()
            };
            let mut counted: Vec<(usize, _)> = places
                .into_iter()
                .map(|place| (actor(&place).map_or(0, |actor| given(actor)), place))
                .collect();
            crate::model::order::by_key(&mut counted, |(given, _)| *given);
            places = counted.into_iter().map(|(_, place)| place).collect();
        }
    }
    places
}
