//! The network of ties (method §5.4): how dense, who stands between, what breaks if one leaves, who can bring in whom.
//!
//! On all ties but conflicts, as an undirected simple graph: ties of one pair count once, ties of an actor with itself
//! not at all. Lists follow the actors of the dossier.

mod brokerage;
mod centrality;
mod graph;
mod levers;

use super::Index;
use crate::model::Id;

pub use brokerage::{Brokerage, bridges, brokerage};
pub use centrality::{Centrality, centrality};
pub use graph::Graph;
pub use levers::{Lever, Levers, Missing, missing};

/// The figures of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// The share of pairs that are tied; `None` below two actors.
    pub density: Option<f64>,
    /// The actors that reach one another, group by group.
    pub components: Vec<Vec<Id>>,
    /// The actors whose leaving cuts others off from one another.
    pub articulation: Vec<Id>,
    /// How many neighbours each has.
    pub degree: Vec<usize>,
    /// Betweenness and closeness.
    pub centrality: Centrality,
    /// Brokerage between families; `None` for an actor without a family.
    pub brokerage: Vec<Option<Brokerage>>,
}

/// The network of a dossier.
pub fn of(index: &Index<'_>) -> Network {
    let graph = Graph::of(index);
    let kinds: Vec<_> = index.dossier.actors.iter().map(|actor| actor.kind).collect();
    Network {
        density: graph.density(),
        components: graph.components().iter().map(|members| ids(index, members)).collect(),
        articulation: ids(index, &graph.articulation()),
        degree: (0..graph.len()).map(|actor| graph.near(actor).len()).collect(),
        centrality: centrality(&graph),
        brokerage: brokerage(&graph, &kinds),
    }
}

/// The ids of actors from their places.
pub(super) fn ids(index: &Index<'_>, places: &[usize]) -> Vec<Id> {
    let actors = places.iter().filter_map(|place| index.dossier.actors.get(*place));
    actors.map(|actor| actor.id.clone()).collect()
}
