//! The actors and what goes between them, ready for the formats of network analysis.
//!
//! Ties come one by one, influences as the value used everywhere (see [`Influences`]). Links from or to an actor that
//! is not in the dossier, from an actor to itself, and influences of 0 are left out. Many readers refuse a file where
//! some links have a direction and others none. The graph has a direction as soon as one of its links has; a tie
//! without direction then goes both ways, as two links.

use std::collections::{HashMap, HashSet};

use super::text;
use crate::analysis::Index;
use crate::analysis::readings::{self, Influences};
use crate::i18n::Catalogue;
use crate::model::{Actor, ActorKind, Criterion, Id, RoleKind, TieLevel};
use crate::vocabulary::{self, Vocabulary};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Whole,
    List,
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Whole(i64),
    List(Vec<String>),
}

/// What is said of each actor: the keys of the dossier, with words beside codes.
pub(super) const ACTOR_COLUMNS: [(&str, Type); 15] = [
    ("kind", Type::Text),
    ("kindName", Type::Text),
    ("subkind", Type::Text),
    ("mobilisation", Type::Whole),
    ("influence", Type::Whole),
    ("interest", Type::Whole),
    ("stance", Type::Whole),
    ("availability", Type::Whole),
    ("neutrality", Type::Whole),
    ("targetMobilisation", Type::Whole),
    ("wave", Type::Text),
    ("roles", Type::List),
    ("territories", Type::List),
    ("functions", Type::List),
    ("tags", Type::List),
];

/// What is said of each link.
pub(super) const LINK_COLUMNS: [(&str, Type); 3] =
    [("relation", Type::Text), ("level", Type::Text), ("value", Type::Whole)];

/// An actor.
pub(super) struct Node {
    /// Its id in the dossier, or another where that one cannot be written.
    pub id: String,
    pub label: String,
    pub kind: Option<ActorKind>,
    /// The columns that say something, by their place.
    pub values: Vec<(usize, Value)>,
}

/// A tie or an influence, between nodes by their place.
pub(super) struct Link {
    pub source: usize,
    pub target: usize,
    /// Word of the level, or `influence`: two links between the same actors always differ by it.
    pub kind: &'static str,
    pub label: String,
    pub weight: i64,
    pub values: Vec<(usize, Value)>,
}

/// Everything.
pub(super) struct Graph {
    /// Whether links go from their source to their target only.
    pub directed: bool,
    pub nodes: Vec<Node>,
    pub links: Vec<Link>,
}

impl Graph {
    /// `fits` tells whether the format can write an id as it is.
    pub(super) fn of(index: &Index<'_>, texts: &Catalogue, fits: fn(&str) -> bool) -> Self {
        let dossier = index.dossier;
        let influences = Influences::of(dossier);
        let directed = dossier.ties.iter().any(|tie| tie.directed == Some(true))
            || influences.cells().iter().any(|(_, value)| value.used.unwrap_or_default() != 0);
        let mut graph = Self { directed, nodes: nodes(index, texts, fits), links: Vec::new() };
        let mut seen: HashSet<(usize, usize, &'static str)> = HashSet::new();
        let places: HashMap<&Id, usize> =
            dossier.actors.iter().enumerate().map(|(place, actor)| (&actor.id, place)).collect();
        for tie in &dossier.ties {
            let (Some(&from), Some(&to)) = (places.get(&tie.from), places.get(&tie.to)) else { continue };
            let strength = strength(tie.level);
            let values = [Value::Text("tie".to_owned()), Value::Text(tie.level.as_str().to_owned())];
            let values = values.into_iter().chain(strength.map(Value::Whole)).enumerate().collect();
            let label = texts.say(vocabulary::tie_level(tie.level)).into_owned();
            let link = Link {
                source: from,
                target: to,
                kind: tie.level.as_str(),
                label,
                weight: strength.unwrap_or(1),
                values,
            };
            graph.add(link, tie.directed == Some(true), &mut seen);
        }
        for ((from, to), value) in influences.cells() {
            let Some(value) = value.used.map(i64::from).filter(|value| *value != 0) else { continue };
            let link = Link {
                source: *from,
                target: *to,
                kind: "influence",
                label: texts.say(vocabulary::criterion(Criterion::Influence)).into_owned(),
                weight: value,
                values: vec![(0, Value::Text("influence".to_owned())), (2, Value::Whole(value))],
            };
            graph.add(link, true, &mut seen);
        }
        graph
    }

    /// Adds a link, and the way back where it has no direction in a graph that has. A link said twice comes once.
    fn add(&mut self, link: Link, one_way: bool, seen: &mut HashSet<(usize, usize, &'static str)>) {
        if link.source == link.target {
            return;
        }
        let (source, target) = (link.source, link.target);
        let turned = |source, target| !self.directed && source > target;
        let key = |source, target| {
            if turned(source, target) { (target, source, link.kind) } else { (source, target, link.kind) }
        };
        let (way, back) = (key(source, target), key(target, source));
        let returns = self.directed && !one_way;
        let again = returns.then(|| Link {
            source: target,
            target: source,
            label: link.label.clone(),
            values: link.values.clone(),
            ..link
        });
        if seen.insert(way) {
            self.links.push(link);
        }
        if let Some(again) = again
            && seen.insert(back)
        {
            self.links.push(again);
        }
    }
}

/// How closely two actors work, 1 to 4; nothing for a conflict, which is no degree of it.
fn strength(level: TieLevel) -> Option<i64> {
    match level {
        TieLevel::Networking => Some(1),
        TieLevel::Coordinating => Some(2),
        TieLevel::Cooperating => Some(3),
        TieLevel::Collaborating => Some(4),
        TieLevel::Conflict => None,
    }
}

fn nodes(index: &Index<'_>, texts: &Catalogue, fits: fn(&str) -> bool) -> Vec<Node> {
    let dossier = index.dossier;
    let words = Vocabulary::default();
    let mut roles: HashMap<&Id, Vec<RoleKind>> = HashMap::new();
    for role in index.roles() {
        let held = roles.entry(&role.actor).or_default();
        if !held.contains(&role.role) {
            held.push(role.role);
        }
    }
    let mut taken: HashSet<String> =
        dossier.actors.iter().map(|actor| actor.id.as_str().to_owned()).collect();
    let mut nodes = Vec::with_capacity(dossier.actors.len());
    for (place, actor) in dossier.actors.iter().enumerate() {
        let held = roles.get(&actor.id).map(Vec::as_slice).unwrap_or_default();
        let id = plain_id(actor.id.as_str(), place, fits, &mut taken);
        let name = text::line(&actor.name);
        nodes.push(Node {
            label: if name.is_empty() { id.clone() } else { name },
            id,
            kind: actor.kind,
            values: values(index, actor, held, &words, texts),
        });
    }
    nodes
}

/// An id that the file gives back unchanged, and that no other actor bears.
fn plain_id(id: &str, place: usize, fits: fn(&str) -> bool, taken: &mut HashSet<String>) -> String {
    if fits(id) {
        return id.to_owned();
    }
    let mut other = format!("n{place}");
    while !taken.insert(other.clone()) {
        other.push('x');
    }
    other
}

fn values(
    index: &Index<'_>,
    actor: &Actor,
    roles: &[RoleKind],
    words: &Vocabulary,
    texts: &Catalogue,
) -> Vec<(usize, Value)> {
    let dossier = index.dossier;
    let said = |text: String| (!text.is_empty()).then_some(Value::Text(text));
    let list = |items: Vec<String>| (!items.is_empty()).then_some(Value::List(items));
    let level = |criterion| readings::used(actor, criterion).map(|value| Value::Whole(i64::from(value)));
    let subkind = match actor.subkind.as_str() {
        "" => String::new(),
        code => text::line(&texts.say(words.subkind(actor.kind, code))),
    };
    let wave = actor.wave.as_ref().and_then(|id| dossier.waves.find(id));
    let functions = actor.capabilities.iter().filter_map(|id| index.function(id));
    let columns: [Option<Value>; 15] = [
        actor.kind.map(|kind| Value::Text(kind.as_str().to_owned())),
        actor.kind.map(|kind| Value::Text(texts.say(vocabulary::kind(kind)).into_owned())),
        said(subkind),
        level(Criterion::Mobilisation),
        level(Criterion::Influence),
        level(Criterion::Interest),
        level(Criterion::Stance),
        level(Criterion::Availability),
        level(Criterion::Neutrality),
        actor.target_mobilisation.map(|value| Value::Whole(i64::from(value.get()))),
        wave.and_then(|wave| said(text::line(&wave.title))),
        list(roles.iter().map(|role| role.as_str().to_owned()).collect()),
        list(actor.territories.iter().map(|id| text::line(&index.territory_name(id))).collect()),
        list(functions.map(|function| text::line(&function.title)).collect()),
        list(actor.tags.iter().map(|tag| text::line(tag)).collect()),
    ];
    columns.into_iter().enumerate().filter_map(|(place, value)| Some((place, value?))).collect()
}
