//! DOCX and HTML: one content, in the order of the path, nothing empty, accessible, and nobody named in the properties.

use serde_json::json;
use tour_de_table::exchange::formats::Format;
use tour_de_table::i18n::Lang;
use tour_de_table::model::Dossier;

use crate::support::{dossier, example, fixture, made, part, parts, text};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Headings with their level, from the styles of a DOCX file.
fn headings(bytes: &[u8]) -> Vec<(u8, String)> {
    let body = part(bytes, "word/document.xml");
    let document = roxmltree::Document::parse(&body).unwrap();
    let paragraphs = document.descendants().filter(|node| node.has_tag_name((W, "p")));
    paragraphs
        .filter_map(|paragraph| {
            let style = paragraph.descendants().find(|node| node.has_tag_name((W, "pStyle")))?;
            let level = style.attribute((W, "val"))?.strip_prefix("Titre")?.parse().ok()?;
            let words = paragraph.descendants().filter(|node| node.has_tag_name((W, "t")));
            Some((level, words.filter_map(|node| node.text()).collect()))
        })
        .collect()
}

/// The same from the `h2` to `h5` of a page; the title is its `h1`.
fn page_headings(page: &str) -> Vec<(u8, String)> {
    let document = roxmltree::Document::parse(page.strip_prefix("<!DOCTYPE html>\n").unwrap()).unwrap();
    let main = document.descendants().find(|node| node.tag_name().name() == "main").unwrap();
    main.descendants()
        .filter_map(|node| {
            let level: u8 = node.tag_name().name().strip_prefix('h')?.parse().ok()?;
            Some((level - 1, node.text().unwrap_or_default().to_owned()))
        })
        .collect()
}

fn convention(status: &str) -> Dossier {
    dossier(json!({
        "project": {"title": "Essai"},
        "actors": [{"id": "a1", "name": "CCI", "kind": "economicDevelopment", "identifiers": [{"scheme": "SIREN", "value": "130005481"}]}],
        "agreements": [{"id": "v1", "title": "Charte", "parties": ["a1"], "status": status, "clauses": [
            {"code": "duration", "status": "complete", "text": "Trois ans."},
            {"code": "parties", "status": "partial", "text": "La CCI."},
            {"code": "budget", "status": "notRelevant", "text": "HORS-CHAMP"},
            {"code": "rights", "status": "missing", "text": ""},
            {"code": "ownClause", "status": "complete", "text": "Propre."}
        ]}]
    }))
}

#[test]
fn both_documents_hold_the_same_parts_in_the_order_of_the_path() {
    for dossier in [example("petit"), example("soixante"), fixture("every-field")] {
        for lang in [Lang::Fr, Lang::En] {
            let found = headings(&made(Format::Docx, &dossier, lang));
            assert_eq!(found, page_headings(&text(Format::Html, &dossier, lang)));
            let chapters: Vec<&str> =
                found.iter().filter(|(level, _)| *level == 1).map(|(_, words)| words.as_str()).collect();
            let numbers: Vec<&str> =
                chapters.iter().filter_map(|words| Some(words.split_once(". ")?.0)).collect();
            assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
            assert!(["Points de vigilance", "Points of vigilance"].contains(chapters.last().unwrap()));
            // No level is skipped on the way down.
            assert!(found.windows(2).all(|pair| pair[1].0 <= pair[0].0 + 1), "{found:?}");
        }
    }
}

#[test]
fn a_part_that_holds_nothing_is_not_printed() {
    let empty = dossier(json!({}));
    assert_eq!(headings(&made(Format::Docx, &empty, Lang::Fr)), []);
    let only = dossier(
        json!({"project": {"problem": "Le logement."}, "actors": [{"id": "a", "name": "CCI", "kind": "business"}]}),
    );
    let found = headings(&made(Format::Docx, &only, Lang::Fr));
    let chapters: Vec<&str> =
        found.iter().filter(|(level, _)| *level == 1).map(|(_, words)| words.as_str()).collect();
    // One actor is enough for a lead to be looked for, and for points of vigilance.
    assert_eq!(chapters, ["1. Projet", "2. Acteurs", "6. Rôles", "Points de vigilance"]);
    let page = text(Format::Html, &only, Lang::Fr);
    assert!(page.contains("<h1 dir=\"auto\">Projet sans titre</h1>"));
    for lang in [Lang::Fr, Lang::En] {
        for dossier in [example("bassin"), fixture("every-field"), fixture("hostile-text"), only.clone()] {
            let page = text(Format::Html, &dossier, lang);
            for empty in
                ["<p></p>", "<li></li>", "<dd></dd>", "<tbody></tbody>", "<h2></h2>", "<h3></h3>", "\"></th>"]
            {
                assert!(!page.contains(empty), "{empty}");
            }
        }
    }
}

#[test]
fn headings_are_those_of_the_word_processor_and_have_their_outline_level() {
    let styles = part(&made(Format::Docx, &example("petit"), Lang::Fr), "word/styles.xml");
    let document = roxmltree::Document::parse(&styles).unwrap();
    for level in 1..=4 {
        let style = document
            .descendants()
            .find(|node| node.attribute((W, "styleId")) == Some(&format!("Titre{level}")))
            .unwrap();
        let child = |name| {
            style.descendants().find(|node| node.has_tag_name((W, name))).unwrap().attribute((W, "val"))
        };
        assert_eq!(child("name"), Some(format!("heading {level}").as_str()));
        assert_eq!(child("outlineLvl"), Some((level - 1).to_string().as_str()));
    }
}

#[test]
fn every_style_that_is_used_is_declared() {
    let bytes = made(Format::Docx, &fixture("every-field"), Lang::Fr);
    let styles = part(&bytes, "word/styles.xml");
    for name in ["word/document.xml", "word/footer1.xml"] {
        let words = part(&bytes, name);
        let document = roxmltree::Document::parse(&words).unwrap();
        let used = document.descendants().filter(|node| {
            ["pStyle", "rStyle", "tblStyle"].iter().any(|style| node.has_tag_name((W, *style)))
        });
        for style in used.filter_map(|node| node.attribute((W, "val"))) {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
    }
}

#[test]
fn heads_of_tables_repeat_and_rows_stay_whole() {
    let body = part(&made(Format::Docx, &example("soixante"), Lang::Fr), "word/document.xml");
    let document = roxmltree::Document::parse(&body).unwrap();
    let tables: Vec<_> = document.descendants().filter(|node| node.has_tag_name((W, "tbl"))).collect();
    assert!(tables.len() > 30);
    for table in tables {
        let rows: Vec<_> = table.children().filter(|node| node.has_tag_name((W, "tr"))).collect();
        assert!(rows.len() > 1);
        let columns = table.descendants().filter(|node| node.has_tag_name((W, "gridCol"))).count();
        for (rank, row) in rows.iter().enumerate() {
            let has = |name| row.descendants().any(|node| node.has_tag_name((W, name)));
            assert_eq!(has("tblHeader"), rank == 0);
            assert!(has("cantSplit"));
            assert_eq!(row.children().filter(|node| node.has_tag_name((W, "tc"))).count(), columns);
        }
        // What stands right before a table is its caption.
        let before = table.prev_sibling().unwrap();
        let style = before.descendants().find(|node| node.has_tag_name((W, "pStyle"))).unwrap();
        assert_eq!(style.attribute((W, "val")), Some("Lgende"));
    }
}

#[test]
fn the_language_is_said_everywhere_it_is_looked_for() {
    for (lang, tag, short) in [(Lang::Fr, "fr-FR", "fr"), (Lang::En, "en-GB", "en")] {
        let bytes = made(Format::Docx, &example("petit"), lang);
        assert!(part(&bytes, "word/styles.xml").contains(&format!("<w:lang w:val=\"{tag}\"")));
        assert!(part(&bytes, "docProps/core.xml").contains(&format!("<dc:language>{tag}</dc:language>")));
        assert!(text(Format::Html, &example("petit"), lang).contains(&format!("<html lang=\"{short}\"")));
    }
}

#[test]
fn articles_are_numbered_and_say_what_is_still_to_be_written() {
    let found = headings(&made(Format::Docx, &convention("draft"), Lang::Fr));
    let articles: Vec<&str> =
        found.iter().map(|(_, words)| words.as_str()).filter(|words| words.starts_with("Article")).collect();
    // The 22 clauses of the method without the budget, not relevant here, and with the agreement's own at the end.
    assert_eq!(articles.len(), 22);
    assert_eq!(articles[0], "Article 1 – Parties et objet");
    assert_eq!(articles[5], "Article 6 – Droits");
    assert_eq!(articles[6], "Article 7 – Durée");
    assert_eq!(articles[7], "Article 8 – Cadre juridique");
    assert_eq!(articles[21], "Article 22 – Autre disposition\u{a0}: ownClause");
    // All but the two that are complete (the partial one keeps its words and its mark), then who signs for the one party
    // and when.
    let page = text(Format::Html, &convention("draft"), Lang::Fr);
    assert_eq!(page.matches("[à compléter]").count(), 20 + 2);
    assert!(page.contains("La CCI.") && !page.contains("HORS-CHAMP"));
    let english = text(Format::Html, &convention("draft"), Lang::En);
    assert_eq!(english.matches("[to be completed]").count(), 20 + 2);
}

#[test]
fn an_agreement_that_is_signed_is_printed_as_it_was_signed() {
    for status in ["signed", "ended"] {
        let found = headings(&made(Format::Docx, &convention(status), Lang::Fr));
        let articles: Vec<&str> = found
            .iter()
            .map(|(_, words)| words.as_str())
            .filter(|words| words.starts_with("Article"))
            .collect();
        let expected = [
            "Article 1 – Parties et objet",
            "Article 2 – Durée",
            "Article 3 – Autre disposition\u{a0}: ownClause",
        ];
        assert_eq!(articles, expected);
        assert!(!text(Format::Html, &convention(status), Lang::Fr).contains("[à compléter]"));
    }
}

#[test]
fn a_value_that_nobody_gave_is_not_a_zero() {
    let dossier = dossier(json!({
        "objectives": [{"id": "o1", "title": "A"}, {"id": "o2", "title": "B"}],
        "actors": [{"id": "a1", "name": "CCI", "readings": [{"criterion": "interest", "value": 0}]}],
        "positions": [{"actor": "a1", "objective": "o1", "value": 0}],
        "bodies": [{"id": "b1", "title": "Comité", "seats": [{"id": "p1", "actor": "a1"}]}]
    }));
    let page = text(Format::Html, &dossier, Lang::Fr);
    assert!(page.contains("0 (nul)"));
    let row = page.lines().find(|line| line.contains("CCI") && line.contains("class=\"figures\"")).unwrap();
    assert!(row.contains("<td dir=\"auto\" class=\"figures\">0</td>") || row.contains(">0</td>"), "{row}");
    // O2, where nothing was said, has no column at all.
    assert!(!page.contains(">O2</th>"));
    assert!(page.contains("Le pouvoir réel des votants n’est pas défini. 1 siège ne dit pas ses voix."));
    assert!(!page.contains("NaN"));
}

#[test]
fn properties_name_nobody_and_the_archive_is_in_order() {
    let bytes = made(Format::Docx, &fixture("every-field"), Lang::Fr);
    let names: Vec<String> = parts(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[0], "[Content_Types].xml");
    let core = part(&bytes, "docProps/core.xml");
    let document = roxmltree::Document::parse(&core).unwrap();
    let said: Vec<&str> = document
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| node.tag_name().name())
        .collect();
    assert_eq!(said, ["title", "language", "created", "modified"]);
    assert!(
        !names.iter().any(|name| name.contains("vba") || name.contains("app.xml") || name.contains("custom"))
    );
    // Every part has a type, and every relation leads to a part.
    let types = part(&bytes, "[Content_Types].xml");
    for name in names.iter().filter(|name| !name.contains(".rels") && !name.starts_with('[')) {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    for (holder, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let relations = part(&bytes, holder);
        let document = roxmltree::Document::parse(&relations).unwrap();
        for target in document.descendants().filter_map(|node| node.attribute("Target")) {
            assert!(names.contains(&format!("{folder}{target}")), "{target}");
        }
    }
    assert_eq!(
        bytes,
        made(Format::Docx, &fixture("every-field"), Lang::Fr),
        "the same dossier gives the same file"
    );
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    for dossier in [example("bassin"), fixture("hostile-text"), fixture("every-field")] {
        let page = text(Format::Html, &dossier, Lang::Fr);
        let document = roxmltree::Document::parse(page.strip_prefix("<!DOCTYPE html>\n").unwrap()).unwrap();
        let policy = document.descendants().find(|node| node.attribute("http-equiv").is_some()).unwrap();
        assert!(
            policy.attribute("content").unwrap().starts_with("default-src 'none'; style-src 'unsafe-inline'")
        );
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            for bad in
                ["script", "iframe", "object", "embed", "img", "link", "base", "form", "foreignObject", "use"]
            {
                assert_ne!(name, bad);
            }
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on") && attribute.name() != "src", "{attribute:?}");
                assert!(attribute.name() != "href" || attribute.value().starts_with("#s"), "{attribute:?}");
            }
        }
        // Each link of the contents leads to a heading, and ids are unique.
        let mut ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for link in document.descendants().filter_map(|node| node.attribute("href")) {
            assert!(ids.contains(&link.trim_start_matches('#')));
        }
    }
}

/// Outlines of families as `design/tokens.md` draws them: authorities, development, businesses, experts.
const SQUARE: &str = "d=\"M3 3H21V21H3Z\"";
const DIAMOND: &str = "d=\"M12 .6L23.4 12L12 23.4L.6 12Z\"";
const HEXAGON: &str = "d=\"M6.2 2.2H17.8L23.6 12L17.8 21.8H6.2L.4 12Z\"";
const CROSS: &str = "d=\"M7.4 1H16.6V7.4H23V16.6H16.6V23H7.4V16.6H1V7.4H7.4Z\"";

#[test]
fn pictures_show_as_many_marks_as_votes_beside_their_table() {
    let dossier = dossier(json!({
        "actors": [{"id": "a1", "name": "Région", "kind": "publicAuthority"}, {"id": "a2", "name": "CCI", "kind": "economicDevelopment"}],
        "bodies": [{"id": "b1", "title": "Comité", "rule": {"majority": "simple"}, "seats": [
            {"id": "p1", "actor": "a1", "votes": 3}, {"id": "p2", "actor": "a2", "votes": 2}, {"id": "p3", "votes": 1},
            {"id": "p4", "actor": "a2", "votes": 5, "expert": true}]}]
    }));
    let page = text(Format::Html, &dossier, Lang::Fr);
    // 3 + 2 + 1: an expert holds no vote. Each family has its shape, a seat to fill is an empty ring.
    assert_eq!((page.matches(SQUARE).count(), page.matches(DIAMOND).count()), (3, 2));
    assert_eq!(page.matches("<circle").count(), 1);
    assert_eq!((page.matches(">P</text>").count(), page.matches(">D</text>").count()), (3, 2));
    assert!(page.contains(
        "(P\u{a0}: Pouvoirs publics, D\u{a0}: Développement économique, ○\u{a0}: siège à pourvoir)."
    ));
    // Simple majority of 6 votes: 4. The winning coalitions of 3, 2, 1 at 4 are {3,2}, {3,1} and {3,2,1}: the first
    // turns all three, the second and the third turn one each. 3/5, 1/5, 1/5.
    for share in ["60\u{a0}%", "20\u{a0}%"] {
        assert!(page.contains(share), "{share}");
    }
    assert!(page.contains("4 sur 6"));
}

#[test]
fn the_map_and_the_network_show_whom_the_tables_show() {
    let actors = |count: usize| -> Vec<serde_json::Value> {
        (0..count)
            .map(|rank| {
                // All but the first have both values; the second and the third stand at the same place.
                let interest = if rank == 0 { json!([]) } else { json!([{"criterion": "interest", "value": 2}, {"criterion": "influence", "value": 4}]) };
                json!({"id": format!("a{rank}"), "name": format!("Nom {rank}"), "kind": if rank < 2 { "business" } else { "expert" }, "readings": interest})
            })
            .collect()
    };
    let figures = |count: usize| -> Vec<String> {
        let ties = json!([{"from": "a0", "to": "a1", "level": "conflict"}, {"from": "a1", "to": "a2", "level": "networking"}]);
        let page = text(Format::Html, &dossier(json!({"actors": actors(count), "ties": ties})), Lang::Fr);
        let figures =
            page.split("<figure>").skip(1).map(|rest| rest.split("</figure>").next().unwrap().to_owned());
        figures.collect()
    };
    let [network, map] = &figures(3)[..] else { panic!("two pictures") };
    let shapes = |figure: &str| (figure.matches(HEXAGON).count(), figure.matches(CROSS).count());
    assert_eq!((shapes(network), network.matches("stroke-dasharray=\"4 4\"").count()), ((2, 1), 1));
    assert!(network.contains("E1\u{a0}: Nom 0, E2\u{a0}: Nom 1, X1\u{a0}: Nom 2."));
    assert_eq!(shapes(map), (1, 1));
    assert!(
        map.contains("Influence et intérêt. E2\u{a0}: Nom 1, X1\u{a0}: Nom 2.") && !map.contains("Nom 0")
    );
    // Sixty codes can still be read; more could not, and the tables say the same.
    assert_eq!((figures(60).len(), figures(62).len()), (2, 0));
}

#[test]
fn what_has_ended_is_told_apart_and_points_of_vigilance_bear_their_figures() {
    let words = text(Format::Html, &example("bassin"), Lang::Fr);
    assert!(
        words.contains("V28\u{a0}: Personne ne lève «\u{a0}Rejoindre les Forges avant cinq heures\u{a0}»")
    );
    assert!(words.contains("Sur 24 acteurs, aucun ne lève ce besoin."));
    let past = dossier(json!({
        "actors": [{"id": "a1", "name": "CCI"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead", "endsOn": "2026-11-26"},
                  {"id": "r2", "actor": "a1", "role": "funder", "endsOn": "2026-11-27"}]
    }));
    let found = headings(&made(Format::Docx, &past, Lang::Fr));
    let roles: Vec<&str> = found
        .iter()
        .skip_while(|(_, words)| words != "6. Rôles")
        .skip(1)
        .take_while(|(level, _)| *level > 1)
        .map(|(_, words)| words.as_str())
        .collect();
    assert_eq!(roles, ["Financeurs", "À pourvoir", "Rôles terminés"]);
}
