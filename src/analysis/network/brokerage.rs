//! Who brings together actors that are not tied, and of which families (Gould and Fernandez 1989).

use std::collections::BTreeMap;

use super::graph::{Graph, get};
use crate::model::ActorKind;

/// The open paths a → v → c that go through an actor v: a is not c, and nothing ties a towards c. Each ordered pair
/// counts; a tie that is not directed counts both ways. The families of the three tell the five roles apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brokerage {
    /// All three of one family.
    pub coordinator: usize,
    /// Both ends of one family, the actor of another: an outside go-between.
    pub itinerant: usize,
    /// From another family into its own.
    pub gatekeeper: usize,
    /// From its own family to another.
    pub representative: usize,
    /// Three different families.
    pub liaison: usize,
    /// Paths with an end whose family nobody said: in none of the five.
    pub unclassified: usize,
}

impl Brokerage {
    /// Paths that bridge different families: all but the coordinator's.
    pub const fn bridging(self) -> usize {
        self.itinerant + self.gatekeeper + self.representative + self.liaison
    }
}

/// The brokerage of each actor; `None` for one without a family.
pub fn brokerage(graph: &Graph, kinds: &[Option<ActorKind>]) -> Vec<Option<Brokerage>> {
    let mut from = vec![Vec::new(); graph.len()];
    for actor in 0..graph.len() {
        for other in graph.towards(actor) {
            if let Some(list) = from.get_mut(*other) {
                list.push(actor);
            }
        }
    }
    let of_actor = |(actor, from): (usize, &Vec<usize>)| {
        let own = get(kinds, actor)?;
        let mut held = Brokerage::default();
        for before in from {
            let direct = graph.towards(*before);
            for after in graph.towards(actor) {
                if after == before || direct.binary_search(after).is_ok() {
                    continue;
                }
                let count = match (get(kinds, *before), get(kinds, *after)) {
                    (Some(one), Some(other)) => match (one == own, other == own) {
                        (true, true) => &mut held.coordinator,
                        (false, true) => &mut held.gatekeeper,
                        (true, false) => &mut held.representative,
                        (false, false) if one == other => &mut held.itinerant,
                        (false, false) => &mut held.liaison,
                    },
                    _ => &mut held.unclassified,
                };
                *count += 1;
            }
        }
        Some(held)
    };
    from.iter().enumerate().map(of_actor).collect()
}

/// The families an actor bridges: each pair of different families that open paths a → v → c through it lead from and
/// to, and how many paths, whatever their direction; the most paths first, then in the order of the families.
pub fn bridges(
    graph: &Graph,
    kinds: &[Option<ActorKind>],
    actor: usize,
) -> Vec<(ActorKind, ActorKind, usize)> {
    let mut found: BTreeMap<(ActorKind, ActorKind), usize> = BTreeMap::new();
    for before in (0..graph.len()).filter(|before| graph.towards(*before).binary_search(&actor).is_ok()) {
        let direct = graph.towards(before);
        for after in graph.towards(actor) {
            if *after == before || direct.binary_search(after).is_ok() {
                continue;
            }
            if let Some((one, other)) =
                get(kinds, before).zip(get(kinds, *after)).filter(|(one, other)| one != other)
            {
                *found.entry((one.min(other), one.max(other))).or_default() += 1;
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().map(|((one, other), paths)| (one, other, paths)).collect();
    found.sort_by_key(|(.., paths)| std::cmp::Reverse(*paths));
    found
}
