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

/// The work: the figures of the network, whom each actor bridges, then the places step by step.
pub(super) struct Work {
    source: Source,
    graph: Graph,
    network: Option<Network>,
    bridges: Vec<Vec<(ActorKind, ActorKind, usize)>>,
    places: Option<Places>,
}

/// Who is drawn, and where they are being laid out.
struct Places {
    drawn: Vec<usize>,
    size: (f64, f64),
    drawing: Drawing,
}

impl Work {
    pub(super) fn of(source: &Source) -> Self {
        let graph = Graph::of(&Index::of(&source.dossier, today()));
        Self { source: source.clone(), graph, network: None, bridges: Vec::new(), places: None }
    }

    /// Goes on for a moment: the results once nothing is left to do.
    pub(super) fn go(&mut self) -> Option<Found> {
        let dossier = &self.source.dossier;
        let Some(network) = &self.network else {
            self.network = Some(network::of(&Index::of(dossier, today())));
            return None;
        };
        let Some(places) = &mut self.places else {
            let kinds: Vec<Option<ActorKind>> = dossier.actors.iter().map(|actor| actor.kind).collect();
            let (graph, found) = (&self.graph, &mut self.bridges);
            let all = for_a_part(|| {
                let next = Some(found.len()).filter(|next| *next < kinds.len());
                next.map_or(Some(()), |next| {
                    found.push(bridges(graph, &kinds, next));
                    None
                })
            });
            self.places = all.map(|()| places(&self.source, graph, network));
            return None;
        };
        let laid = for_a_part(|| places.drawing.step())?;
        let (network, places) = self.network.take().zip(self.places.take())?;
        Some(Found {
            bridges: std::mem::take(&mut self.bridges),
            laid,
            ties: self.graph.ties(),
            network,
            drawn: places.drawn,
            width: places.size.0,
            side: places.size.1,
        })
    }
}

/// Who is drawn, before they are laid out.
fn places(source: &Source, graph: &Graph, network: &Network) -> Places {
    let dossier = &source.dossier;
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
    let keys: Vec<&str> =
        drawn.iter().filter_map(|actor| dossier.actors.get(*actor)).map(|actor| actor.id.as_str()).collect();
    let width = source.width.unwrap_or(900.0).max(260.0);
    let height = if width < 560.0 { width * 1.25 } else { (width * 0.6).clamp(360.0, 720.0) };
    // A third of the picture for markers and their names, within what reads well.
    let each = (width * height * 0.33 / keys.len().max(1) as f64).sqrt();
    let side = (each - 8.0).clamp(18.0, 26.0);
    let wanted = (each.clamp(side + 6.0, 120.0), each.clamp(side + 6.0, 64.0));
    let boxes = Boxes { wanted, least: (side + 6.0, side + 6.0) };
    let room = Rect { x: 0.0, y: 0.0, w: width, h: height };
    let drawing = Drawing::new(&keys, &ties, room, boxes);
    Places { drawn, size: (width, side), drawing }
}
