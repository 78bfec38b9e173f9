//! Files made to harm: archives that grow, declarations that name other files, texts that no cell can hold.

use std::io::{Cursor, Read as _, Write as _};

use serde_json::json;
use tour_de_table::exchange::formats::{Format, Source, import};
use tour_de_table::i18n::Lang;
use tour_de_table::model::ProblemCode;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::{all, back, dossier, made};

/// Texts that break readers: control characters, marks that turn the writing about, what XML has a meaning for,
/// characters outside the first plane, the escapes of workbooks themselves.
const NAUGHTY: [&str; 12] = [
    "<b>&amp;\"'</b>]]>",
    "a\u{202e}gro.elpmaxe\u{202c}b",
    "\u{2066}left\u{2069}\u{200b}\u{feff}",
    "_x0041__x000D_",
    "😀 👩‍👩‍👧‍👦 🇫🇷",
    "田中さんにあげて下さい",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "ثم نفس سقطت",
    "null",
    "1/2",
    "'; DROP TABLE actors;--",
    "${7*7}{{7*7}}",
];

fn entries(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

// T4, T10
#[test]
fn a_workbook_holds_no_formula_and_every_part_of_it_is_well_formed() {
    let names: Vec<_> = NAUGHTY
        .iter()
        .chain(&["=1+1", "@SUM(A1)", "{=1}", "\u{0}\u{1}\u{b}\u{1f}=1\r\n2\u{fffe}\u{ffff}"])
        .enumerate()
        .map(|(rank, name)| json!({ "id": format!("a{rank}"), "name": name, "interests": name, "tags": [name] }))
        .collect();
    let hostile = dossier(json!({ "actors": names, "project": { "title": "=1+1" } }));
    for dossier in all().into_iter().chain([hostile]) {
        for (name, content) in entries(&made(Format::Xlsx, &dossier, Lang::Fr)) {
            let text = String::from_utf8(content).unwrap();
            let tree = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            for node in tree.descendants() {
                assert!(
                    !["f", "hyperlink", "externalLink", "ddeLink"].contains(&node.tag_name().name()),
                    "{name}"
                );
            }
        }
    }
}

// T10
#[test]
fn naughty_texts_come_back_from_a_workbook_as_they_were() {
    let records: Vec<_> = NAUGHTY
        .iter()
        .enumerate()
        .map(|(rank, text)| json!({ "id": format!("o{rank}"), "title": text }))
        .collect();
    let before = dossier(json!({ "objectives": records }));
    let (after, _) = back(&made(Format::Xlsx, &before, Lang::Fr));
    let titles: Vec<&str> = after.objectives.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, NAUGHTY);
}

#[test]
fn a_workbook_names_nobody_and_is_the_same_each_time() {
    let before = &all()[1];
    let file = made(Format::Xlsx, before, Lang::Fr);
    assert_eq!(file, made(Format::Xlsx, before, Lang::Fr));
    let parts = entries(&file);
    let (_, core) = parts.iter().find(|(name, _)| name == "docProps/core.xml").unwrap();
    let core = String::from_utf8(core.clone()).unwrap();
    let tree = roxmltree::Document::parse(&core).unwrap();
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let text = node.text().unwrap_or_default().trim();
        let day = ["created", "modified"].contains(&node.tag_name().name());
        assert!(
            if day { text.starts_with("2026-11-27") } else { text.is_empty() },
            "{}: {text}",
            node.tag_name().name()
        );
    }
}

fn archive(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn code(bytes: &[u8]) -> ProblemCode {
    import(Source::Any, bytes, "fr").unwrap_err().problems[0].code
}

/// A workbook of ours with one part replaced or added.
fn with(name: &str, content: &[u8]) -> Vec<u8> {
    let mut parts = entries(&made(Format::Xlsx, &dossier(json!({})), Lang::Fr));
    match parts.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => *known = content.to_vec(),
        None => parts.push((name.to_owned(), content.to_vec())),
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    archive(&parts, CompressionMethod::Deflated)
}

// T5, FI-35
#[test]
fn archives_that_grow_are_locked_or_hold_declarations_are_refused() {
    let zeros = vec![b' '; 20_000_001];
    assert_eq!(code(&with("xl/worksheets/sheet1.xml", &zeros)), ProblemCode::TooLarge, "a part beyond 20 MB");
    assert_eq!(
        code(&with("xl/worksheets/sheet1.xml", &zeros[..2_000_000])),
        ProblemCode::TooLarge,
        "beyond 100 to 1"
    );
    // Four parts of 19 MB are more than 50 MB together; random enough to be within 100 to 1.
    let noise: Vec<u8> = (0..19_000_000_u32)
        .map(|n| if n % 64 == 0 { (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 1 } else { b' ' })
        .collect();
    let names = ["a.xml", "b.xml", "c.xml"];
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, noise.as_slice())).collect();
    let large = archive(&parts, CompressionMethod::Deflated);
    assert_eq!(code(&large), ProblemCode::TooLarge, "{} bytes", large.len());
    let many: Vec<String> = (0..201).map(|rank| format!("{rank}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"<a/>"[..])).collect();
    assert_eq!(code(&archive(&many, CompressionMethod::Stored)), ProblemCode::TooMany);
    let entity = br#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>"#;
    assert_eq!(code(&with("xl/worksheets/sheet1.xml", entity)), ProblemCode::WrongFormat);
    let sixteen: Vec<u8> =
        String::from_utf8_lossy(entity).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(code(&with("xl/worksheets/sheet1.xml", &sixteen)), ProblemCode::WrongFormat);
    // The compound file of a workbook with a password, or of 2003.
    assert_eq!(code(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), ProblemCode::WrongFormat);
    assert_eq!(code(b"PK\x03\x04 cut"), ProblemCode::WrongFormat);
    assert_eq!(code(&vec![b'P'; 5_000_001]), ProblemCode::TooLarge);
    // A file that claims to be small and is not: the size in the directory says nothing.
    let mut liar = with("xl/worksheets/sheet1.xml", &zeros[..2_000_000]);
    let claimed = 2_000_000_u32.to_le_bytes();
    while let Some(place) = liar.windows(4).position(|four| four == claimed) {
        liar[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(import(Source::Any, &liar, "fr").is_err());
}

// T5
#[test]
fn a_cell_far_away_makes_no_table_of_what_lies_between() {
    let sheet = br#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    assert_eq!(code(&with("xl/worksheets/sheet1.xml", sheet)), ProblemCode::TooLarge);
}

#[test]
fn a_workbook_cut_or_damaged_anywhere_is_refused_or_read_never_more() {
    let whole = made(Format::Xlsx, &all()[0], Lang::Fr);
    for step in 1..60 {
        let mut damaged = whole.clone();
        let place = step * whole.len() / 60;
        damaged[place] ^= 0x55;
        let _ = import(Source::Any, &damaged, "fr");
        assert!(import(Source::Any, &whole[..place], "fr").is_err());
    }
}

// T6, T7
#[test]
fn json_of_other_tools_is_data_whatever_its_keys() {
    let popolo = r#"{"organizations":[{"id":"a","name":"CCI","__proto__":{"polluted":1},"constructor":{"prototype":{}}}]}"#;
    let (after, _) = back(popolo.as_bytes());
    assert_eq!(after.actors.len(), 1);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(import(Source::Popolo, deep.as_bytes(), "fr").is_err());
    assert!(import(Source::Kumu, b"{\"elements\":3}", "fr").is_err());
    assert!(import(Source::Popolo, b"{}", "fr").is_err());
}
