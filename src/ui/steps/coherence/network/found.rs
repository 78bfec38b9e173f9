//! What the analysis says of the ties, and where each actor stands on the picture.

use std::rc::Rc;

use super::super::later::for_a_part;
use crate::analysis::Index;
use crate::analysis::network::{self, Graph, Network, bridges};
use crate::layout::{Boxes, Drawing, Laid, Rect};
use crate::model::{ActorKind, Dossier};
use crate::ui::env::today;

/// Most actors drawn: beyond, the most tied ones.
const MOST: usize = 200;

/// A revision and the width of the picture; equal as long as the results would be the same.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) dossier: Rc<Dossier>,
    pub(super) width: Option<f64>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors)
            && self.dossier.ties.same(&other.dossier.ties)
            && self.width == other.width
    }
}

/// The results. Actors are designated by their place in the dossier of the [`Source`].
pub(super) struct Found {
    pub(super) network: Network,
    pub(super) ties: usize,
    /// The families each actor bridges.
    pub(super) bridges: Vec<Vec<(ActorKind, ActorKind, usize)>>,
    /// The actors drawn, and where.
    pub(super) drawn: Vec<usize>,
    pub(super) laid: Laid,
    /// Width of the picture, and side of a marker.
    pub(super) width: f64,
    pub(super) side: f64,
}

/// The work: all but the places, then those step by step.
pub(super) struct Work {
    found: Option<Found>,
    drawing: Drawing,
}

impl Work {
    pub(super) fn of(source: &Source) -> Self {
        let dossier = &source.dossier;
        let index = Index::of(dossier, today());
        let graph = Graph::of(&index);
        let network = network::of(&index);
        let kinds: Vec<Option<ActorKind>> = dossier.actors.iter().map(|actor| actor.kind).collect();
        let mut drawn: Vec<usize> = (0..dossier.actors.len()).collect();
        if drawn.len() > MOST {
            crate::model::order::by_key(&mut drawn, |actor| {
                std::cmp::Reverse(network.degree.get(*actor).copied())
            });
            drawn.truncate(MOST);
            crate::model::order::by(&mut drawn, Ord::cmp);
        }
        let mut place = vec![None; dossier.actors.len()];
        for (at, actor) in drawn.iter().enumerate() {
            if let Some(slot) = place.get_mut(*actor) {
                *slot = Some(at);
            }
        }
        let place = |actor: usize| place.get(actor).copied().flatten();
        let ties: Vec<(usize, usize)> = drawn
            .iter()
            .flat_map(|actor| graph.near(*actor).iter().map(move |other| (*actor, *other)))
            .filter(|(one, other)| one < other)
            .filter_map(|(one, other)| place(one).zip(place(other)))
            .collect();
        let keys: Vec<&str> = drawn
            .iter()
            .filter_map(|actor| dossier.actors.get(*actor))
            .map(|actor| actor.id.as_str())
            .collect();
        let width = source.width.unwrap_or(900.0).max(260.0);
        let height = if width < 560.0 { width * 1.25 } else { (width * 0.6).clamp(360.0, 720.0) };
        // A third of the picture for markers and their names, within what reads well.
        let each = (width * height * 0.33 / keys.len().max(1) as f64).sqrt();
        let side = (each - 8.0).clamp(18.0, 26.0);
        let wanted = (each.clamp(side + 6.0, 120.0), each.clamp(side + 6.0, 64.0));
        let boxes = Boxes { wanted, least: (side + 6.0, side + 6.0) };
        let room = Rect { x: 0.0, y: 0.0, w: width, h: height };
        let found = Found {
            bridges: (0..dossier.actors.len()).map(|actor| bridges(&graph, &kinds, actor)).collect(),
            laid: Laid::default(),
            ties: graph.ties(),
            network,
            drawn,
            width,
            side,
        };
        Self { found: Some(found), drawing: Drawing::new(&keys, &ties, room, boxes) }
    }

    /// Goes on for a moment: the results once nothing is left to do.
    pub(super) fn go(&mut self) -> Option<Found> {
        let laid = for_a_part(|| self.drawing.step())?;
        self.found.take().map(|found| Found { laid, ..found })
    }
}
