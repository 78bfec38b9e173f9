//! GEXF, GraphML and Mermaid: nodes and edges worked out by hand from a small dossier.

use std::collections::BTreeMap;

use serde_json::json;
use tour_de_table::exchange::formats::Format;
use tour_de_table::i18n::Lang;
use tour_de_table::model::Dossier;

use crate::support::{dossier, text};

/// Four actors. Ties: a1–a2 cooperating, said twice and once the other way round; a1–a2 in conflict too; a2–a3
/// networking.
fn undirected() -> Dossier {
    dossier(json!({
        "savedAt": "2026-11-20T23:30:00-03:00",
        "project": {"title": "Réseau & \"bassin\""},
        "territories": [{"id": "t1", "name": "Nord, et littoral"}],
        "functions": [{"id": "f1", "title": "Accueillir"}],
        "waves": [{"id": "w1", "title": "Départ"}],
        "actors": [
            {"id": "a1", "name": "Région", "kind": "publicAuthority", "subkind": "region", "territories": ["t1"],
             "capabilities": ["f1"], "tags": ["x|y", "z \"q\""], "wave": "w1", "targetMobilisation": 4,
             "readings": [{"criterion": "mobilisation", "value": 2, "on": "2026-01-01"},
                          {"criterion": "mobilisation", "value": 3, "on": "2026-02-01"},
                          {"criterion": "stance", "value": -2}]},
            {"id": "a2", "name": "", "kind": "business"},
            {"id": "a3", "name": "Sans famille"},
            {"id": "a4", "name": "Seul", "kind": "expert"}
        ],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead"}, {"id": "r2", "actor": "a1", "role": "funder"},
                  {"id": "r3", "actor": "a4", "role": "partner", "endsOn": "2026-01-31"}],
        "ties": [{"from": "a1", "to": "a2", "level": "cooperating"}, {"from": "a1", "to": "a2", "level": "cooperating"},
                 {"from": "a2", "to": "a1", "level": "cooperating"}, {"from": "a1", "to": "a2", "level": "conflict"},
                 {"from": "a2", "to": "a3", "level": "networking"}]
    }))
}

/// The same with one tie that has a direction and influences: two readings that agree on 2 (the lower median of 2
/// and 3), and one of 0, which is none.
fn directed() -> Dossier {
    let mut value = serde_json::to_value(undirected()).unwrap();
    value["ties"]
        .as_array_mut()
        .unwrap()
        .push(json!({"from": "a3", "to": "a4", "level": "collaborating", "directed": true}));
    value["influences"] = json!([{"from": "a4", "to": "a1", "value": 2, "by": "X"}, {"from": "a4", "to": "a1", "value": 3, "by": "Y"},
                                 {"from": "a1", "to": "a3", "value": 0}]);
    dossier(value)
}

type Edge = (String, String, String, String);

fn sorted(mut edges: Vec<Edge>) -> Vec<Edge> {
    edges.sort();
    edges
}

fn edges(expected: &[(&str, &str, &str, &str)]) -> Vec<Edge> {
    sorted(expected.iter().map(|(a, b, c, d)| ((*a).into(), (*b).into(), (*c).into(), (*d).into())).collect())
}

/// Nodes with their values, and edges as (source, target, kind, weight), from GEXF.
fn gexf(words: &str) -> (String, BTreeMap<String, BTreeMap<String, String>>, Vec<Edge>) {
    let document = roxmltree::Document::parse(words).unwrap();
    let space = "http://gexf.net/1.3";
    let root = document.root_element();
    assert!(root.has_tag_name((space, "gexf")) && root.attribute("version") == Some("1.3"));
    let graph = root.children().find(|child| child.has_tag_name((space, "graph"))).unwrap();
    let order: Vec<&str> =
        graph.children().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
    assert_eq!(order, ["attributes", "attributes", "nodes", "edges"]);
    let declared: Vec<(&str, &str)> = graph
        .descendants()
        .filter(|node| node.has_tag_name((space, "attribute")))
        .map(|node| (node.attribute("id").unwrap(), node.attribute("type").unwrap()))
        .collect();
    let mut nodes = BTreeMap::new();
    for node in graph.descendants().filter(|node| node.has_tag_name((space, "node"))) {
        let mut values = BTreeMap::from([("label".to_owned(), node.attribute("label").unwrap().to_owned())]);
        for value in node.descendants().filter(|child| child.has_tag_name((space, "attvalue"))) {
            let (name, held) = (value.attribute("for").unwrap(), value.attribute("value").unwrap());
            let (_, kind) = declared.iter().find(|(id, _)| *id == name).unwrap();
            assert!(["string", "integer", "liststring"].contains(kind));
            assert!(*kind != "integer" || held.parse::<i64>().is_ok());
            values.insert(name.to_owned(), held.to_owned());
        }
        assert!(nodes.insert(node.attribute("id").unwrap().to_owned(), values).is_none());
    }
    let edges = graph.descendants().filter(|node| node.has_tag_name((space, "edge"))).map(|edge| {
        let attribute = |name| edge.attribute(name).unwrap().to_owned();
        (attribute("source"), attribute("target"), attribute("kind"), attribute("weight"))
    });
    let edges = sorted(edges.collect());
    let mut triplets: Vec<_> = edges.iter().map(|(source, target, kind, _)| (source, target, kind)).collect();
    triplets.dedup();
    assert_eq!(triplets.len(), edges.len(), "source, target and kind are unique together");
    (graph.attribute("defaultedgetype").unwrap().to_owned(), nodes, edges)
}

/// The same from GraphML; the kind is the level, or the relation where there is none.
fn graphml(words: &str) -> (String, BTreeMap<String, BTreeMap<String, String>>, Vec<Edge>) {
    let document = roxmltree::Document::parse(words).unwrap();
    let space = "http://graphml.graphdrawing.org/xmlns";
    let root = document.root_element();
    assert!(root.has_tag_name((space, "graphml")));
    let children: Vec<_> = root.children().filter(roxmltree::Node::is_element).collect();
    let (graph, keys) = children.split_last().unwrap();
    assert!(graph.has_tag_name((space, "graph")) && keys.iter().all(|key| key.has_tag_name((space, "key"))));
    let data = |node: roxmltree::Node<'_, '_>| -> BTreeMap<String, String> {
        let held = node.children().filter(|child| child.has_tag_name((space, "data")));
        held.map(|value| {
            let key = keys.iter().find(|key| key.attribute("id") == value.attribute("key")).unwrap();
            assert_eq!(key.attribute("for"), Some(node.tag_name().name()));
            (key.attribute("attr.name").unwrap().to_owned(), value.text().unwrap_or_default().to_owned())
        })
        .collect()
    };
    let nodes = graph.children().filter(|node| node.has_tag_name((space, "node")));
    let nodes = nodes.map(|node| (node.attribute("id").unwrap().to_owned(), data(node))).collect();
    let edges = graph.children().filter(|node| node.has_tag_name((space, "edge"))).map(|edge| {
        let values = data(edge);
        let kind = values.get("level").unwrap_or(&values["relation"]).clone();
        let end = |name| edge.attribute(name).unwrap().to_owned();
        (end("source"), end("target"), kind, values["weight"].clone())
    });
    (graph.attribute("edgedefault").unwrap().to_owned(), nodes, sorted(edges.collect()))
}

#[test]
fn ties_without_direction_make_a_graph_without_direction_and_each_comes_once() {
    let expected = edges(&[
        ("a1", "a2", "cooperating", "3"),
        ("a1", "a2", "conflict", "1"),
        ("a2", "a3", "networking", "1"),
    ]);
    let (way, _, found) = gexf(&text(Format::Gexf, &undirected(), Lang::Fr));
    assert_eq!((way.as_str(), found), ("undirected", expected.clone()));
    let (way, _, found) = graphml(&text(Format::GraphMl, &undirected(), Lang::Fr));
    assert_eq!((way.as_str(), found), ("undirected", expected));
}

#[test]
fn one_direction_makes_every_tie_without_direction_go_both_ways() {
    let expected = edges(&[
        ("a1", "a2", "cooperating", "3"),
        ("a2", "a1", "cooperating", "3"),
        ("a1", "a2", "conflict", "1"),
        ("a2", "a1", "conflict", "1"),
        ("a2", "a3", "networking", "1"),
        ("a3", "a2", "networking", "1"),
        ("a3", "a4", "collaborating", "4"),
        ("a4", "a1", "influence", "2"),
    ]);
    let (way, _, found) = gexf(&text(Format::Gexf, &directed(), Lang::Fr));
    assert_eq!((way.as_str(), found), ("directed", expected.clone()));
    let (way, _, found) = graphml(&text(Format::GraphMl, &directed(), Lang::Fr));
    assert_eq!((way.as_str(), found), ("directed", expected));
}

#[test]
fn each_actor_says_what_the_dossier_says_of_it_and_nothing_else() {
    let said = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    };
    let (_, nodes, _) = gexf(&text(Format::Gexf, &undirected(), Lang::Fr));
    let region = [
        ("label", "Région"),
        ("kind", "publicAuthority"),
        ("kindName", "Pouvoirs publics"),
        ("subkind", "Région"),
        ("mobilisation", "3"),
        ("stance", "-2"),
        ("targetMobilisation", "4"),
        ("wave", "Départ"),
        ("roles", "[\"lead\", \"funder\"]"),
        ("territories", "[\"Nord, et littoral\"]"),
        ("functions", "[\"Accueillir\"]"),
        ("tags", "[\"x|y\", \"z \\\"q\\\"\"]"),
    ];
    assert_eq!(nodes["a1"], said(&region));
    assert_eq!(
        nodes["a2"],
        said(&[("label", "a2"), ("kind", "business"), ("kindName", "Entreprises et réseaux")])
    );
    assert_eq!(nodes["a3"], said(&[("label", "Sans famille")]));
    // A role that has ended is not one.
    assert_eq!(nodes["a4"], said(&[("label", "Seul"), ("kind", "expert"), ("kindName", "Experts")]));
    let (_, nodes, _) = graphml(&text(Format::GraphMl, &undirected(), Lang::En));
    let lists = [("roles", "lead|funder"), ("tags", "x/y|z \"q\""), ("territories", "Nord, et littoral")];
    for (name, expected) in lists.into_iter().chain([("kindName", "Public authorities")]) {
        assert_eq!(nodes["a1"][name], expected);
    }
}

#[test]
fn the_network_is_dated_by_the_last_save_in_universal_time_and_names_nobody() {
    // 20 November at 23:30 in Guyane is the 21st in UTC.
    let words = text(Format::Gexf, &undirected(), Lang::Fr);
    assert!(words.contains("<meta lastmodifieddate=\"2026-11-21\"><creator>Tour de table</creator>"));
    assert!(text(Format::Gexf, &dossier(json!({})), Lang::Fr).contains("lastmodifieddate=\"2026-11-27\""));
}

#[test]
fn an_empty_dossier_is_an_empty_network() {
    let empty = dossier(json!({}));
    assert_eq!(
        gexf(&text(Format::Gexf, &empty, Lang::Fr)),
        ("undirected".to_owned(), BTreeMap::new(), Vec::new())
    );
    assert_eq!(
        graphml(&text(Format::GraphMl, &empty, Lang::Fr)),
        ("undirected".to_owned(), BTreeMap::new(), Vec::new())
    );
    assert_eq!(text(Format::Mermaid, &empty, Lang::Fr), "flowchart LR\n");
}

#[test]
fn an_id_that_xml_would_change_gives_way_to_another_that_nobody_bears() {
    let odd = dossier(json!({
        "actors": [{"id": "n1", "name": "A"}, {"id": "a\u{1}b", "name": "B"}, {"id": " c ", "name": "C"}],
        "ties": [{"from": "n1", "to": "a\u{1}b", "level": "networking"}, {"from": "a\u{1}b", "to": " c ", "level": "conflict"}]
    }));
    let (_, nodes, found) = gexf(&text(Format::Gexf, &odd, Lang::Fr));
    assert_eq!(nodes.keys().collect::<Vec<_>>(), ["n1", "n1x", "n2"]);
    assert_eq!(found, edges(&[("n1", "n1x", "networking", "1"), ("n1x", "n2", "conflict", "1")]));
}

#[test]
fn a_diagram_groups_families_shows_roles_and_the_way_of_ties() {
    let expected = "flowchart LR
  accTitle: Réseau #amp; #quot;bassin#quot;
  subgraph k0[\"Pouvoirs publics\"]
    n0[\"Région<br/>Pilote, Financeur\"]
  end
  subgraph k3[\"Entreprises et réseaux\"]
    n1[\"Organisation sans nom\"]
  end
  subgraph k7[\"Experts\"]
    n3[\"Seul\"]
  end
    n2[\"Sans famille\"]
  n0 ---|\"coopèrent\"| n1
  n0 ---|\"coopèrent\"| n1
  n1 ---|\"coopèrent\"| n0
  n0 -.-|\"en conflit\"| n1
  n1 ---|\"se connaissent\"| n2
  n2 -->|\"construisent ensemble\"| n3
  classDef lead stroke-width:4px
  class n0 lead
";
    assert_eq!(text(Format::Mermaid, &directed(), Lang::Fr), expected);
}

/// GraphML asks for name tokens (`NMTOKEN` of XML) where GEXF takes any string.
#[test]
fn an_id_that_is_no_name_gives_way_in_graphml_alone() {
    let odd = dossier(json!({
        "actors": [{"id": "région-1.a:b", "name": "A"}, {"id": "a b", "name": "B"}, {"id": "https://exemple.fr/3", "name": "C"}],
        "ties": [{"from": "région-1.a:b", "to": "a b", "level": "networking"}, {"from": "a b", "to": "https://exemple.fr/3", "level": "conflict"}]
    }));
    let (_, nodes, _) = gexf(&text(Format::Gexf, &odd, Lang::Fr));
    assert_eq!(nodes.keys().collect::<Vec<_>>(), ["a b", "https://exemple.fr/3", "région-1.a:b"]);
    let (_, nodes, found) = graphml(&text(Format::GraphMl, &odd, Lang::Fr));
    assert_eq!(nodes.keys().collect::<Vec<_>>(), ["n1", "n2", "région-1.a:b"]);
    assert_eq!(found, edges(&[("n1", "n2", "conflict", "1"), ("région-1.a:b", "n1", "networking", "1")]));
}
