//! The first group and the network in the result of `analyze`.

use serde_json::{Map, Value, json};

use super::Undefined;
use crate::analysis::Index;
use crate::analysis::coverage::{Coverage, Pair};
use crate::analysis::first_group::{Reach, propose};
use crate::analysis::network::{self, Brokerage, Lever, Levers};
use crate::i18n::texts::analysis as say;
use crate::model::Id;

/// The pairs of some places in the coverage; a function that names no territory stands alone.
fn pairs(coverage: &Coverage, places: &[usize]) -> Vec<Value> {
    let pair = |pair: &Pair| match &pair.territory {
        Some(territory) => json!({ "function": pair.function, "territory": territory }),
        None => json!({ "function": pair.function }),
    };
    places.iter().filter_map(|place| coverage.pairs.get(*place)).map(pair).collect()
}

/// Their functions, each once.
fn functions<'a>(coverage: &'a Coverage, places: &[usize]) -> Vec<&'a Id> {
    let mut ids: Vec<&Id> =
        places.iter().filter_map(|place| coverage.pairs.get(*place)).map(|pair| &pair.function).collect();
    // Pairs come function by function.
    ids.dedup();
    ids
}

/// `firstGroup`. Besides the agreed keys, which name functions: `uncoveredPairs` and `pairs` name the territory too,
/// and `reasons` tells for each actor what it alone covers in the group, and in the dossier.
pub(super) fn first_group(index: &Index<'_>, coverage: &Coverage) -> Value {
    let group = propose(index, coverage);
    let reasons = group.members.iter().map(|reason| {
        let mut value = json!({
            "actor": reason.actor,
            "covers": pairs(coverage, &reason.covers),
            "alone": pairs(coverage, &reason.alone),
            "onlyAble": pairs(coverage, &reason.only_able),
        });
        if let (Some(mobilisation), Some(object)) = (reason.mobilisation, value.as_object_mut()) {
            object.insert("mobilisation".to_owned(), json!(mobilisation));
        }
        value
    });
    let widening = group.widening.iter().map(|step| {
        json!({
            "actor": step.actor,
            "adds": functions(coverage, &step.adds),
            "pairs": pairs(coverage, &step.adds),
        })
    });
    json!({
        "actors": group.members.iter().map(|reason| &reason.actor).collect::<Vec<_>>(),
        "uncovered": functions(coverage, &group.uncovered),
        "exact": group.exact,
        "lowerBound": group.lower_bound,
        "widening": widening.collect::<Vec<_>>(),
        "reasons": reasons.collect::<Vec<_>>(),
        "uncoveredPairs": pairs(coverage, &group.uncovered),
    })
}

/// `network`. Besides the agreed keys: `unclassified`, the open paths with an end whose family nobody said.
pub(super) fn value(index: &Index<'_>, coverage: &Coverage, undefined: &mut Undefined<'_>) -> Value {
    let network = network::of(index);
    let several = index.dossier.actors.len() > 1;
    let density = match network.density {
        Some(density) => json!(density),
        None => undefined.note("/network/density".to_owned(), say::undefined_one_actor()),
    };
    let mut closeness = Vec::new();
    for (place, value) in network.centrality.closeness.iter().enumerate() {
        closeness.push(match value {
            Some(value) => json!(value),
            None => undefined.note(
                format!("/network/closeness/{place}"),
                if several { say::undefined_closeness() } else { say::undefined_one_actor() },
            ),
        });
    }
    let mut brokerage = Vec::new();
    for (place, (actor, held)) in index.dossier.actors.iter().zip(&network.brokerage).enumerate() {
        let mut value = Map::from_iter([("actor".to_owned(), json!(actor.id))]);
        for (key, count) in BROKERAGE {
            let count = match held {
                Some(held) => json!(count(held)),
                None => undefined.note(format!("/network/brokerage/{place}/{key}"), say::undefined_family()),
            };
            value.insert(key.to_owned(), count);
        }
        if let Some(held) = held {
            value.insert("unclassified".to_owned(), json!(held.unclassified));
        }
        brokerage.push(value);
    }
    json!({
        "density": density,
        "components": network.components,
        "articulation": network.articulation,
        "degree": network.degree,
        "betweenness": network.centrality.betweenness,
        "closeness": closeness,
        "brokerage": brokerage,
        "levers": levers(index, coverage, undefined),
    })
}

type Count = fn(&Brokerage) -> usize;

const BROKERAGE: [(&str, Count); 5] = [
    ("coordinator", |held| held.coordinator),
    ("itinerant", |held| held.itinerant),
    ("gatekeeper", |held| held.gatekeeper),
    ("representative", |held| held.representative),
    ("liaison", |held| held.liaison),
];

fn levers(index: &Index<'_>, coverage: &Coverage, undefined: &mut Undefined<'_>) -> Vec<Value> {
    let missing = network::missing(index, &Reach::of(index, coverage));
    if missing.is_empty() {
        return Vec::new();
    }
    let levers = Levers::of(index);
    let mut values = Vec::new();
    for (place, missing) in missing.iter().enumerate() {
        let mut none =
            |reason| (Vec::new(), undefined.note(format!("/network/levers/{place}/strength"), reason));
        let (path, strength) = match levers.to(&missing.actor) {
            Lever::Path(path, strength) => (path, json!(strength)),
            Lever::NobodyMobilised => none(say::undefined_nobody_mobilised()),
            Lever::NoInfluence => none(say::undefined_no_lever()),
        };
        values.push(json!({ "missing": missing.actor, "path": path, "strength": strength }));
    }
    values
}
