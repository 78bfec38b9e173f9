//! GraphML (Brandes et al., 2001; <http://graphml.graphdrawing.org>): the network for yEd, igraph, NetworkX and their
//! like. See [`super::graph`] for what is in it.
//!
//! Every key is declared before the graph. The format has no lists: items are joined by `|`, and a bar inside an item
//! becomes `/`.

use super::graph::{ACTOR_COLUMNS, Graph, LINK_COLUMNS, Type, Value};
use super::text;
use super::xml::Xml;
use crate::analysis::Index;
use crate::i18n::Catalogue;

/// The file.
pub(super) fn write(index: &Index<'_>, texts: &Catalogue) -> Vec<u8> {
    let graph = Graph::of(index, texts, is_token);
    let mut xml = Xml::document();
    xml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    key(&mut xml, "graph", "title", Type::Text);
    key(&mut xml, "node", "label", Type::Text);
    for (name, held) in &ACTOR_COLUMNS {
        key(&mut xml, "node", name, *held);
    }
    key(&mut xml, "edge", "label", Type::Text);
    key(&mut xml, "edge", "weight", Type::Whole);
    for (name, held) in &LINK_COLUMNS {
        key(&mut xml, "edge", name, *held);
    }
    let way = if graph.directed { "directed" } else { "undirected" };
    xml.open("graph", &[("id", "G"), ("edgedefault", way)]);
    if !text::is_blank(index.dossier.title()) {
        data(&mut xml, "graph", "title", &text::line(index.dossier.title()));
    }
    for node in &graph.nodes {
        xml.open("node", &[("id", &node.id)]);
        data(&mut xml, "node", "label", &node.label);
        values(&mut xml, "node", &ACTOR_COLUMNS, &node.values);
        xml.close();
    }
    for (rank, link) in graph.links.iter().enumerate() {
        let id = |place: usize| graph.nodes.get(place).map_or("", |node| node.id.as_str());
        let (source, target) = (id(link.source), id(link.target));
        xml.open("edge", &[("id", &format!("e{rank}")), ("source", source), ("target", target)]);
        data(&mut xml, "edge", "label", &link.label);
        data(&mut xml, "edge", "weight", &link.weight.to_string());
        values(&mut xml, "edge", &LINK_COLUMNS, &link.values);
        xml.close();
    }
    xml.finish()
}

/// Whether an id is a name token of XML, as the schema of GraphML asks (`xs:NMTOKEN`): of the letters beyond ASCII, those
/// of Latin-1, which every edition of XML takes.
fn is_token(id: &str) -> bool {
    let name = |c: char| {
        c.is_ascii_alphanumeric() || "-._:".contains(c) || (('À'..='ÿ').contains(&c) && !"×÷".contains(c))
    };
    !id.is_empty() && id.chars().all(name)
}

fn key(xml: &mut Xml, class: &str, name: &str, held: Type) {
    let held = if held == Type::Whole { "int" } else { "string" };
    let id = format!("{class}-{name}");
    xml.empty("key", &[("id", &id), ("for", class), ("attr.name", name), ("attr.type", held)]);
}

fn data(xml: &mut Xml, class: &str, name: &str, value: &str) {
    xml.leaf("data", &[("key", &format!("{class}-{name}"))], value);
}

fn values(xml: &mut Xml, class: &str, columns: &[(&str, Type)], values: &[(usize, Value)]) {
    for (place, value) in values {
        let Some((name, _)) = columns.get(*place) else { continue };
        let value = match value {
            Value::Text(text) => text.clone(),
            Value::Whole(value) => value.to_string(),
            Value::List(items) => {
                items.iter().map(|item| item.replace('|', "/")).collect::<Vec<_>>().join("|")
            }
        };
        data(xml, class, name, &value);
    }
}
