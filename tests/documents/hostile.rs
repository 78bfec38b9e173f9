//! T3, T9, T10, T18: names that attack, through every file.

use std::time::Instant;

use serde_json::{Value, json};
use tour_de_table::exchange::{formats::Format, privacy};
use tour_de_table::i18n::Lang;
use tour_de_table::model::{Dossier, Privacy};

use crate::support::{ALL, XML, documents, dossier, fixture, made, text};

/// After the big list of naughty strings and the cases of the formats themselves.
const NAUGHTY: [&str; 34] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "]]><![CDATA[x]]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "&lt;&amp;&#0;&#x1F;&nbsp;",
    "--><!--",
    "<?xml version=\"1.0\"?>",
    "a\0b\u{1}c\u{8}d\u{b}e\u{c}f\u{e}g\u{1f}h",
    "\u{7f}\u{80}\u{9f}\u{85}\u{2028}\u{2029}",
    "\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}\u{fdd0}",
    "facture\u{202e}fdp.exe\u{202c}\u{2066}\u{2067}\u{2068}\u{2069}\u{202a}\u{202b}\u{202d}",
    "\u{feff}\u{200b}\u{200e}\u{200f}",
    "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}a\u{334}",
    "שלום مرحبا",
    "👩\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈",
    "=1+1",
    "@SUM(1)",
    "{{7*7}} ${7*7} #{7*7}",
    "%%{init: {\"securityLevel\": \"loose\"}}%%",
    "end\nsubgraph x\n  click n0 \"https://example.org\"",
    "\"]; style n0 fill:#f00",
    "`**gras**`",
    "$$x^2$$",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:a@b.c",
    "\\n\\, \\; \\\\",
    "a;b,c:d",
    "PK\u{3}\u{4}",
    "../../etc/passwd",
    "w:t></w:t><w:p>",
    "\t\ttab\t",
    "  bords  ",
    "__proto__",
    "\r\nSet-Cookie: x",
];

/// A dossier in which every text is the words given, and names are those.
fn everywhere(words: &str) -> Dossier {
    fn fill(value: &mut Value, words: &str, key: &str) {
        const FREE: [&str; 26] = [
            "title",
            "problem",
            "name",
            "theme",
            "unit",
            "public",
            "phase",
            "subkind",
            "interests",
            "position",
            "email",
            "phone",
            "note",
            "by",
            "does",
            "evidence",
            "quorum",
            "text",
            "observed",
            "tried",
            "result",
            "notes",
            "item",
            "respondent",
            "reason",
            "scheme",
        ];
        match value {
            Value::Object(map) => map
                .iter_mut()
                .filter(|(key, _)| *key != "snapshots")
                .for_each(|(key, value)| fill(value, words, key)),
            Value::Array(items) => items.iter_mut().for_each(|item| fill(item, words, key)),
            Value::String(text)
                if FREE.contains(&key) || ["skills", "tags", "decisions", "people"].contains(&key) =>
            {
                words.clone_into(text);
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(fixture("every-field")).unwrap();
    fill(&mut value, words, "");
    dossier(value)
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && !"\n\r\t".contains(c))
        || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn t10_every_file_of_xml_is_well_formed_whatever_the_names() {
    for words in NAUGHTY {
        let dossier = everywhere(words);
        for format in XML {
            for document in documents(format, made(format, &dossier, Lang::Fr)) {
                let read = roxmltree::Document::parse(&document)
                    .unwrap_or_else(|error| panic!("{format:?} {words:?}: {error}"));
                assert!(!document.chars().any(is_forbidden), "{format:?} {words:?}");
                // What was written as words is read as words.
                assert!(
                    read.descendants()
                        .all(|node| node.tag_name().name() != "script" && node.tag_name().name() != "img")
                );
            }
        }
    }
}

#[test]
fn t9_controls_that_turn_the_writing_round_are_shown_in_every_file() {
    let dossier = everywhere("facture\u{202e}fdp.exe");
    for format in ALL {
        let bytes = made(format, &dossier, Lang::Fr);
        let words = match format {
            Format::Docx => documents(format, bytes).concat(),
            Format::Icalendar => String::from_utf8(bytes).unwrap().replace("\r\n ", ""),
            _ => String::from_utf8(bytes).unwrap(),
        };
        assert!(words.contains("facture[U+202E]fdp.exe"), "{format:?}");
        assert!(!words.chars().any(is_forbidden), "{format:?}");
    }
}

#[test]
fn t3_words_never_become_markup_directive_or_property() {
    for words in NAUGHTY {
        let dossier = everywhere(words);
        let diagram = text(Format::Mermaid, &dossier, Lang::Fr);
        assert!(
            !diagram.contains("%%") && !diagram.contains("click ") || words.contains("click"),
            "{words:?}"
        );
        let strict = [
            "flowchart LR",
            "  accTitle: ",
            "  subgraph k",
            "  end",
            "    n",
            "  n",
            "  classDef lead ",
            "  class n",
        ];
        for line in diagram.lines() {
            assert!(strict.iter().any(|start| line.starts_with(start)), "{words:?}: {line}");
            assert!(line.matches('"').count() % 2 == 0, "{words:?}: {line}");
        }
        let calendar = text(Format::Icalendar, &dossier, Lang::Fr).replace("\r\n ", "");
        let count = |start: &str| calendar.split("\r\n").filter(|line| line.starts_with(start)).count();
        assert_eq!((count("ATTENDEE"), count("BEGIN:VEVENT")), (0, count("END:VEVENT")), "{words:?}");
        assert_eq!(count("BEGIN:VEVENT"), count("UID:"), "{words:?}");
    }
}

#[test]
fn t18_no_property_of_a_file_names_a_person() {
    let dossier = everywhere("SENTINELLE");
    let core = documents(Format::Docx, made(Format::Docx, &dossier, Lang::Fr))
        .into_iter()
        .find(|part| part.contains("coreProperties"))
        .unwrap();
    // The title of the project is the title of the file; nothing else comes from the dossier.
    assert_eq!(core.matches("SENTINELLE").count(), 1);
    assert!(core.contains("<dc:title>SENTINELLE</dc:title>"));
    let network = text(Format::Gexf, &dossier, Lang::Fr);
    let (meta, _) = network.split_once("</meta>").unwrap();
    assert!(meta.contains("<creator>Tour de table</creator><description>SENTINELLE</description>"));
    assert_eq!(meta.matches("SENTINELLE").count(), 1);
}

#[test]
fn t18_networks_and_calendars_hold_neither_contact_nor_evaluator_nor_note() {
    let dossier = dossier(json!({
        "actors": [{"id": "a1", "name": "CCI", "interests": "SECRET",
            "contacts": [{"id": "c1", "name": "SECRET", "position": "SECRET", "email": "SECRET@e.fr", "phone": "SECRET"}],
            "readings": [{"criterion": "stance", "value": -2, "by": "SECRET", "note": "SECRET"}]}, {"id": "a2", "name": "B"}],
        "influences": [{"from": "a1", "to": "a2", "value": 2, "by": "SECRET"}],
        "bodies": [{"id": "b1", "title": "Comité", "seats": [{"id": "p1", "actor": "a1", "votes": 1, "holder": {"name": "SECRET"}}]}],
        "project": {"startsOn": "2026-01-01"},
        "answers": [{"item": "x", "respondent": "SECRET", "text": "SECRET"}]
    }));
    for format in [Format::Gexf, Format::GraphMl, Format::Mermaid, Format::Icalendar] {
        assert!(!text(format, &dossier, Lang::Fr).contains("SECRET"), "{format:?}");
    }
}

#[test]
fn t18_a_public_copy_prints_no_name_no_judgement_and_says_that_it_is_one() {
    let whole = fixture("every-field");
    let mut value = serde_json::to_value(&whole).unwrap();
    let mut planted = 0;
    let mut plant = |pointer: &str| {
        let place = value.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}"));
        *place = json!(format!("SENTINELLE {pointer}"));
        planted += 1;
    };
    for pointer in [
        "/actors/0/contacts/0/name",
        "/actors/0/contacts/0/position",
        "/actors/0/contacts/0/phone",
        "/actors/0/readings/0/note",
        "/actors/0/readings/0/by",
        "/positions/0/note",
        "/positions/0/by",
        "/bodies/0/seats/0/holder/name",
        "/answers/0/respondent",
        "/reviews/0/people/0",
    ] {
        plant(pointer);
    }
    let seeded = dossier(value);
    let printed = |dossier: &Dossier, format| documents(format, made(format, dossier, Lang::Fr)).concat();
    assert!(
        printed(&seeded, Format::Html).matches("SENTINELLE").count() >= planted,
        "all is printed in full"
    );
    let copy = privacy::copy(&seeded, Some(Privacy::Public)).unwrap().dossier;
    for format in ALL {
        assert!(!printed(&copy, format).contains("SENTINELLE"), "{format:?}");
    }
    for (level, words) in [
        (Some(Privacy::Public), "Copie publique, sans appréciations"),
        (Some(Privacy::WithoutPersonalData), "Copie sans données personnelles"),
    ] {
        let copy = privacy::copy(&seeded, level).unwrap().dossier;
        assert!(printed(&copy, Format::Html).contains(words) && printed(&copy, Format::Docx).contains(words));
    }
    assert!(!printed(&seeded, Format::Html).contains("Copie"));
}

/// 2,000 actors, 5,000 ties, as the opening budget has it.
#[test]
fn two_thousand_actors_make_whole_files() {
    let actors: Vec<Value> = (0..2000)
        .map(|rank| json!({"id": format!("a{rank}"), "name": format!("Structure {rank}"), "kind": if rank % 3 == 0 { "business" } else { "association" },
            "readings": [{"criterion": "mobilisation", "value": rank % 5}, {"criterion": "influence", "value": rank % 5}]}))
        .collect();
    // Distinct pairs: a step of 1, then 2, then 3 around the circle.
    let ties: Vec<Value> = (0..5000)
        .map(|rank| json!({"from": format!("a{}", rank % 2000), "to": format!("a{}", (rank + 1 + rank / 2000) % 2000), "level": "networking"}))
        .collect();
    let dossier = dossier(json!({"project": {"title": "Grand"}, "actors": actors, "ties": ties}));
    for format in ALL {
        let start = Instant::now();
        let bytes = made(format, &dossier, Lang::Fr);
        println!("{}: {} bytes in {:?}", format.name(), bytes.len(), start.elapsed());
        if XML.contains(&format) {
            for document in documents(format, bytes) {
                let read = roxmltree::Document::parse(&document).unwrap();
                let count =
                    |name: &str| read.descendants().filter(|node| node.tag_name().name() == name).count();
                match format {
                    Format::Gexf | Format::GraphMl => {
                        assert_eq!((count("node"), count("edge")), (2000, 5000));
                    }
                    // Every actor among those of its family, among the qualified and among the tied.
                    Format::Html => assert!(count("tr") > 6000),
                    _ => {}
                }
            }
        }
    }
}
