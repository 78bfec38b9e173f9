//! Pictures as SVG files: whatever the words and the attributes, XML that a strict parser reads back, and nothing in
//! it that runs, loads or refers to anything outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use roxmltree::Document;
use tour_de_table::exchange::svg::{SvgWriter, attributes_of, lines, presentation};

const SVG: &str = "http://www.w3.org/2000/svg";
/// What SVG 1.1 can run or load: never in a file, whatever is asked for.
const NEVER: [&str; 9] =
    ["script", "foreignObject", "image", "use", "a", "style", "animate", "set", "iframe"];

const HOSTILE: [&str; 8] = [
    "</text><script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "' onload='alert(1)",
    "]]><!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
    "&lt;&amp;&#0;&#x1;",
    "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{fffe}\u{ffff}",
    "javascript:alert(1)",
    "\u{202e}\u{2066}<tspan>",
];

/// The picture that holds one text with one attribute.
fn one(element: &str, attribute: (&str, &str), words: &str) -> String {
    let mut svg = SvgWriter::new(100.0, 50.0, words, words);
    if svg.element(element, &[attribute, ("onload", "alert(1)"), ("href", "https://a.example/x")]) {
        svg.text(words);
        svg.close();
    }
    svg.finish()
}

/// What XML 1.0 keeps of some words, line breaks aside.
fn kept(words: &str) -> String {
    let known = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    words.chars().filter(known).map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }).collect()
}

fn check(text: &str) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(document.root_element().tag_name().name(), "svg");
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert_eq!(node.tag_name().namespace(), Some(SVG));
        assert!(attributes_of(name).is_some() && !NEVER.contains(&name), "{name}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(attribute.namespace().is_none() && !name.starts_with("on"), "{name}");
            assert!(!["href", "style", "class", "src"].contains(&name), "{name}");
            assert!(!value.contains("://") && !value.to_lowercase().contains("script"), "{name}={value}");
            assert!(!value.contains("url(") || value.starts_with("url(#"), "{name}={value}");
        }
    }
}

#[test]
fn hostile_words_come_back_as_words() {
    for words in HOSTILE {
        let text = one("text", ("x", "1"), words);
        check(&text);
        let document = Document::parse(&text).unwrap();
        for name in ["title", "desc", "text"] {
            let node = document.descendants().find(|node| node.has_tag_name(name)).unwrap();
            assert_eq!(node.text().unwrap_or_default(), kept(words), "{name}");
        }
    }
}

#[test]
fn hostile_attributes_are_left_out() {
    let values = [
        "url(https://a.example/x)",
        "url(//a.example)",
        "URL(x)",
        "u\\72l(https://a.example)",
        "url('data:image/svg+xml,x')",
        "url(#a) url(https://a.example/x)",
        "expression(alert(1))",
        "image(\"https://a.example\")",
        "red;background:blue",
    ];
    for value in values.into_iter().chain(HOSTILE) {
        for name in ["fill", "d", "transform", "font-family", "clip-path", "marker-end", "id"] {
            for element in ["path", "text", "clipPath"] {
                let text = one(element, (name, value), "");
                check(&text);
                assert!(!text.contains("example"), "{text}");
            }
        }
    }
    // References inside the picture stay, quoted as browsers give them or not.
    for value in ["url(#c1)", "url(\"#c1\")"] {
        assert!(one("path", ("clip-path", value), "").contains(" clip-path=\"url(#c1)\""));
    }
}

#[test]
fn elements_that_run_or_load_are_refused_whole() {
    for name in NEVER {
        let mut svg = SvgWriter::new(10.0, 10.0, "", "");
        assert!(!svg.element(name, &[]), "{name}");
        assert!(!svg.finish().contains(name));
    }
}

#[test]
fn an_attribute_is_written_once_and_colours_in_the_common_form() {
    let mut svg = SvgWriter::new(10.0, 10.0, "", "");
    let attributes = [
        ("fill", "rgba(255, 0, 16, 0.5)"),
        ("fill", "rgb(0, 0, 0)"),
        ("fill-opacity", "0.5"),
        ("stroke", "color(srgb 1 0.5 0)"),
    ];
    svg.element("path", &attributes);
    svg.close();
    svg.element("g", &[]);
    svg.element("path", &[("fill", "rgba(0, 0, 0, 0)"), ("stroke", "rgb(1 2 3 / 0.25)")]);
    let text = svg.finish();
    check(&text);
    // 0.5 × 0.5; half of 255 rounds to 128, 0x80.
    assert!(text.contains("<path fill=\"#ff0010\" fill-opacity=\"0.25\" stroke=\"#ff8000\">"), "{text}");
    assert!(
        text.ends_with("<g><path fill=\"none\" stroke=\"#010203\" stroke-opacity=\"0.25\"></path></g></svg>"),
        "{text}"
    );
}

#[test]
fn what_goes_without_saying_is_left_out() {
    let computed = |name: &str| {
        let value = match name {
            "fill" => "rgb(1, 2, 3)",
            "stroke" | "stroke-dasharray" | "clip-path" => "none",
            "stroke-width" => "1.6px",
            "opacity" | "fill-opacity" => "1",
            "font-size" => "20px",
            "font-weight" => "600",
            "dominant-baseline" => "central",
            _ => "",
        };
        value.to_owned()
    };
    let found = |element| presentation(element, computed);
    let fill = ("fill", "rgb(1, 2, 3)".to_owned());
    assert_eq!(found("path"), std::slice::from_ref(&fill));
    // 0.35 × 20.
    let text = [fill, ("font-size", "20".into()), ("font-weight", "600".into()), ("dy", "7".into())];
    assert_eq!(found("text"), text);
    assert_eq!(found("g"), []);
    assert_eq!(found("title"), []);
}

#[test]
fn lines_break_between_words() {
    let cut = |text, most| lines(text, most, |line| line.chars().count() as f64);
    assert_eq!(cut("un deux trois", 7.0), ["un deux", "trois"]);
    assert_eq!(cut("anticonstitutionnellement oui", 5.0), ["anticonstitutionnellement", "oui"]);
    assert_eq!(cut("Source\u{a0}: Tour", 8.0), ["Source\u{a0}:", "Tour"]);
    assert!(cut("  ", 5.0).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn any_words_and_any_values_make_a_file(words in any::<String>(), value in any::<String>(), width in 0.0..5e3) {
        let mut svg = SvgWriter::new(width, 10.0, &words, &value);
        for element in ["g", "text", "tspan", "path", "clipPath"] {
            svg.element(element, &[("id", &value), ("x", &words), ("d", &value), ("fill", &words), (&value, &words)]);
            svg.text(&words);
        }
        check(&svg.finish());
    }
}
