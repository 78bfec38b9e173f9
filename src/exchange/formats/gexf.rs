//! GEXF 1.3 (<https://gexf.net>): the network for Gephi and its like. See [`super::graph`] for what is in it.
//!
//! The namespace has no `www.`, unlike that of 1.2. Columns come before nodes, nodes before edges, and two edges between
//! the same nodes differ by their `kind`, as the format asks.

use super::graph::{ACTOR_COLUMNS, Graph, LINK_COLUMNS, Type, Value};
use super::xml::Xml;
use super::{Settings, text};
use crate::analysis::Index;
use crate::i18n::Catalogue;
use crate::model::ActorKind;

/// The file.
pub(super) fn write(index: &Index<'_>, texts: &Catalogue, settings: &Settings) -> Vec<u8> {
    let graph = Graph::of(index, texts, |id| !id.is_empty() && text::line(id) == id);
    let mut xml = Xml::document();
    let namespaces =
        [("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"), ("version", "1.3")];
    xml.open("gexf", &namespaces);
    let day = index.dossier.saved_at.as_ref().and_then(crate::model::Instant::day).unwrap_or(settings.on);
    xml.open("meta", &[("lastmodifieddate", &day.to_string())]);
    xml.leaf("creator", &[], "Tour de table");
    if !text::is_blank(index.dossier.title()) {
        xml.leaf("description", &[], &text::line(index.dossier.title()));
    }
    xml.close();
    let way = if graph.directed { "directed" } else { "undirected" };
    xml.open("graph", &[("mode", "static"), ("defaultedgetype", way), ("idtype", "string")]);
    columns(&mut xml, "node", &ACTOR_COLUMNS);
    columns(&mut xml, "edge", &LINK_COLUMNS);
    xml.open("nodes", &[("count", &graph.nodes.len().to_string())]);
    for node in &graph.nodes {
        xml.open("node", &[("id", &node.id), ("label", &node.label)]);
        values(&mut xml, &ACTOR_COLUMNS, &node.values);
        if let Some(kind) = node.kind {
            let [red, green, blue] = colour(kind).map(|channel| channel.to_string());
            xml.empty("viz:color", &[("r", &red), ("g", &green), ("b", &blue)]);
        }
        xml.close();
    }
    xml.close();
    xml.open("edges", &[("count", &graph.links.len().to_string())]);
    for (rank, link) in graph.links.iter().enumerate() {
        let id = |place: usize| graph.nodes.get(place).map_or("", |node| node.id.as_str());
        let attributes = [
            ("id", format!("e{rank}")),
            ("source", id(link.source).to_owned()),
            ("target", id(link.target).to_owned()),
            ("kind", link.kind.to_owned()),
            ("label", link.label.clone()),
            ("weight", link.weight.to_string()),
        ];
        xml.open("edge", &attributes.each_ref().map(|(name, value)| (*name, value.as_str())));
        values(&mut xml, &LINK_COLUMNS, &link.values);
        xml.close();
    }
    xml.finish()
}

fn columns(xml: &mut Xml, class: &str, columns: &[(&str, Type)]) {
    // Without `mode`: the grammar published first for 1.3 does not have it here, and static is what it stands for.
    xml.open("attributes", &[("class", class)]);
    for (name, held) in columns {
        let held = match held {
            Type::Text => "string",
            Type::Whole => "integer",
            Type::List => "liststring",
        };
        xml.empty("attribute", &[("id", name), ("title", name), ("type", held)]);
    }
    xml.close();
}

fn values(xml: &mut Xml, columns: &[(&str, Type)], values: &[(usize, Value)]) {
    if values.is_empty() {
        return;
    }
    xml.open("attvalues", &[]);
    for (place, value) in values {
        let Some((name, _)) = columns.get(*place) else { continue };
        let value = match value {
            Value::Text(text) => text.clone(),
            Value::Whole(value) => value.to_string(),
            Value::List(items) => list(items),
        };
        xml.empty("attvalue", &[("for", name), ("value", &value)]);
    }
    xml.close();
}

/// `["a", "b"]`: quoted, since an item may hold a comma.
fn list(items: &[String]) -> String {
    let quoted = |item: &String| format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\""));
    format!("[{}]", items.iter().map(quoted).collect::<Vec<_>>().join(", "))
}

/// The colour of a family on a white ground, as on the screen.
pub(super) const fn colour(kind: ActorKind) -> [u8; 3] {
    match kind {
        ActorKind::PublicAuthority => [0x2f, 0x4a, 0x8c],
        ActorKind::EconomicDevelopment => [0x8a, 0x56, 0x00],
        ActorKind::EmploymentTraining => [0x1e, 0x74, 0x46],
        ActorKind::Business => [0xa6, 0x2c, 0x58],
        ActorKind::Association => [0x6a, 0x4c, 0x9f],
        ActorKind::SocialPartner => [0xa8, 0x45, 0x1a],
        ActorKind::Inhabitants => [0x56, 0x68, 0x0f],
        ActorKind::Expert => [0x1f, 0x6e, 0x8c],
        ActorKind::Other => [0x5e, 0x5a, 0x53],
    }
}
