//! How much each actor stands between the others, and how close it is to them.

use super::graph::{Graph, get, put};

/// Above it, counts of shortest paths are scaled down: only their ratios matter, and they could otherwise overflow.
const LARGE: f64 = 1e200;

/// Betweenness and closeness of each actor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Centrality {
    /// For each unordered pair of others, the share of its shortest paths that go through the actor, summed (Freeman
    /// 1977, by Brandes 2001). Computed in double precision and rounded at the ninth decimal, so that it does not
    /// depend on the order of the actors.
    pub betweenness: Vec<f64>,
    /// `(n − 1) / Σ distances`; `None` for an actor that does not reach all others, or is alone.
    pub closeness: Vec<Option<f64>>,
}

/// Betweenness and closeness, in time proportional to actors × ties.
pub fn centrality(graph: &Graph) -> Centrality {
    let size = graph.len();
    let mut betweenness = vec![0.0; size];
    let mut closeness = Vec::with_capacity(size);
    for source in 0..size {
        let (order, total) = spread(graph, source, &mut betweenness);
        let whole = size > 1 && order == size;
        closeness.push(whole.then(|| (size - 1) as f64 / total as f64));
    }
    for value in &mut betweenness {
        // Each pair was met from both ends.
        *value = (*value / 2.0 * 1e9).round() / 1e9;
    }
    Centrality { betweenness, closeness }
}

/// Adds what the paths from `source` bring to each actor between. How many actors it reaches, itself included, and the
/// sum of the distances.
fn spread(graph: &Graph, source: usize, betweenness: &mut [f64]) -> (usize, usize) {
    let size = graph.len();
    // Distance from the source, plus 1; 0 for those not met.
    let mut level = vec![0_usize; size];
    // Shortest paths from the source: as summed from the level before, and as the level after sums them.
    let mut summed = vec![0.0; size];
    let mut passed = vec![0.0; size];
    let mut order: Vec<usize> = vec![source];
    put(&mut level, source, 1);
    put(&mut summed, source, 1.0);
    put(&mut passed, source, 1.0);
    let (mut start, mut total, mut depth) = (0, 0, 1);
    while start < order.len() {
        let front: Vec<usize> = order.get(start..).unwrap_or_default().to_vec();
        start = order.len();
        for actor in &front {
            for next in graph.near(*actor) {
                if get(&level, *next) == 0 {
                    put(&mut level, *next, depth + 1);
                    order.push(*next);
                    total += depth;
                }
                if get(&level, *next) == depth + 1 {
                    add(&mut summed, *next, get(&passed, *actor));
                }
            }
        }
        let met = order.get(start..).unwrap_or_default();
        let most = met.iter().map(|next| get(&summed, *next)).fold(0.0, f64::max);
        let scale = if most > LARGE { most.recip() } else { 1.0 };
        for next in met {
            // Never quite 0: it divides what comes after.
            put(&mut passed, *next, (get(&summed, *next) * scale).max(f64::MIN_POSITIVE));
        }
        depth += 1;
    }
    let mut through = vec![0.0; size];
    for actor in order.iter().skip(1).rev() {
        let share = (1.0 + get(&through, *actor)) / get(&summed, *actor);
        for before in graph.near(*actor) {
            if get(&level, *before) + 1 == get(&level, *actor) {
                add(&mut through, *before, get(&passed, *before) * share);
            }
        }
        add(betweenness, *actor, get(&through, *actor));
    }
    (order.len(), total)
}

fn add(list: &mut [f64], place: usize, value: f64) {
    if let Some(slot) = list.get_mut(place) {
        *slot += value;
    }
}
