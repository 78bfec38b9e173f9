//! A document as DOCX (Office Open XML, ECMA-376 and ISO/IEC 29500, transitional).
//!
//! Written over an archive and an XML library rather than with a library of its own: the crate `docx-rs` (0.4.22) can
//! neither repeat the head of a table on each page (`w:tblHeader`) nor say the language (`w:lang`), and both are what
//! makes a document accessible. Headings are the styles of the word processor itself, with their outline levels; the
//! contents are a field that it can bring up to date. Nobody is named among the properties.

mod images;
mod parts;

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::{Block, Document, Table};
use super::xml::Xml;
use super::{Images, NotMade, text};
use images::Held;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Width between the margins of an A4 page, in twentieths of a point.
const WIDTH: u32 = 9638;

/// The file, with those of its pictures that there are.
pub(super) fn write(document: &Document, images: &Images) -> Result<Vec<u8>, NotMade> {
    let held = Held::of(document, images);
    let written: [(&str, Vec<u8>); 9] = [
        ("[Content_Types].xml", parts::types(held.count() > 0).into()),
        ("_rels/.rels", parts::RELATIONS.into()),
        ("docProps/core.xml", properties(document)),
        ("word/document.xml", body(document, &held)),
        ("word/_rels/document.xml.rels", parts::document_relations(held.count()).into()),
        ("word/styles.xml", parts::styles(document.lang).into()),
        ("word/numbering.xml", parts::NUMBERING.into()),
        ("word/settings.xml", parts::SETTINGS.into()),
        ("word/footer1.xml", footer(document)),
    ];
    pack(&written, &held).map_err(|error| NotMade(error.to_string()))
}

fn pack(parts: &[(&str, Vec<u8>)], held: &Held<'_>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Always the same day: the file depends on the dossier alone.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(bytes)?;
    }
    for (name, bytes) in held.parts() {
        // Compressed already.
        archive.start_file(name, options.compression_method(CompressionMethod::Stored))?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn properties(document: &Document) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.leaf("dc:title", &[], &document.title);
    xml.leaf("dc:language", &[], parts::tag(document.lang));
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.leaf(name, &[("xsi:type", "dcterms:W3CDTF")], &document.changed);
    }
    xml.finish()
}

fn footer(document: &Document) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open("w:ftr", &[("xmlns:w", MAIN)]);
    xml.open("w:p", &[]);
    style(&mut xml, "Pieddepage");
    run(&mut xml, &document.title, false);
    xml.open("w:r", &[]);
    xml.empty("w:tab", &[]);
    xml.close();
    run(&mut xml, &format!("{}\u{a0}", document.page), false);
    field(&mut xml, "PAGE");
    run(&mut xml, " / ", false);
    field(&mut xml, "NUMPAGES");
    xml.finish()
}

/// A figure that the word processor fills in.
fn field(xml: &mut Xml, name: &str) {
    xml.open("w:fldSimple", &[("w:instr", name)]);
    run(xml, "1", false);
    xml.close();
}

fn body(document: &Document, held: &Held<'_>) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open("w:document", &[("xmlns:w", MAIN), ("xmlns:r", RELATED), ("xmlns:wp", images::DRAWING)]);
    xml.open("w:body", &[]);
    paragraph(&mut xml, "Soustitre", &document.running);
    paragraph(&mut xml, "Titre", &document.title);
    facts(&mut xml, &document.cover, document.colon);
    contents(&mut xml, document);
    for (place, block) in document.blocks.iter().enumerate() {
        write_block(&mut xml, document, held, place, block);
    }
    if matches!(document.blocks.last(), Some(Block::Table(_))) {
        // A body does not end with a table.
        paragraph(&mut xml, "Normal", "");
    }
    xml.open("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")]);
    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    let margin = "1134";
    let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin));
    xml.empty(
        "w:pgMar",
        &[&margins[..], &[("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")]].concat(),
    );
    xml.empty("w:titlePg", &[]);
    xml.finish()
}

fn write_block(xml: &mut Xml, document: &Document, held: &Held<'_>, place: usize, block: &Block) {
    match block {
        Block::Heading(level, words) => {
            let name = format!("Titre{}", level.clamp(&1, &4));
            xml.open("w:p", &[]);
            style(xml, &name);
            let (id, bookmark) = (place.to_string(), bookmark(place));
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark)]);
            run(xml, words, false);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
            xml.close();
        }
        Block::Paragraph(words) => {
            let before = place.checked_sub(1).and_then(|before| document.blocks.get(before));
            // Tables leave no room under themselves.
            let below = matches!(before, Some(Block::Table(_)));
            paragraph(xml, if below { "Sousletableau" } else { "Normal" }, words);
        }
        Block::Missing(words) => paragraph(xml, "Acomplter", words),
        Block::List(items) => items.iter().for_each(|item| paragraph(xml, "Listepuces", item)),
        Block::Facts(list) => facts(xml, list, document.colon),
        Block::Table(table) => write_table(xml, table),
        Block::Picture(picture) => {
            // Without it, its table says the same.
            if let Some(rank) = held.rank(place) {
                images::write(xml, rank, picture);
            }
        }
    }
}

/// Begins with a letter and stays below forty characters, as word processors ask.
fn bookmark(place: usize) -> String {
    format!("_Toc{place}")
}

/// The headings of the first two levels, each a link to its place. Without page numbers: only the word processor knows
/// them, and adds them when the field is brought up to date.
fn contents(xml: &mut Xml, document: &Document) {
    let outline = document.outline();
    if outline.is_empty() {
        return;
    }
    paragraph(xml, "En-ttedetabledesmatires", &document.contents);
    let last = outline.len() - 1;
    for (rank, (place, level, words)) in outline.iter().enumerate() {
        xml.open("w:p", &[]);
        style(xml, if *level == 1 { "TM1" } else { "TM2" });
        if rank == 0 {
            mark(xml, "begin");
            xml.open("w:r", &[]);
            xml.leaf("w:instrText", &[("xml:space", "preserve")], " TOC \\o \"1-2\" \\h \\z \\u ");
            xml.close();
            mark(xml, "separate");
        }
        xml.open("w:hyperlink", &[("w:anchor", &bookmark(*place)), ("w:history", "1")]);
        run(xml, words, false);
        xml.close();
        if rank == last {
            mark(xml, "end");
        }
        xml.close();
    }
}

fn mark(xml: &mut Xml, kind: &str) {
    xml.open("w:r", &[]);
    xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
    xml.close();
}

fn style(xml: &mut Xml, name: &str) {
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", name)]);
    xml.close();
}

fn paragraph(xml: &mut Xml, name: &str, words: &str) {
    xml.open("w:p", &[]);
    style(xml, name);
    run(xml, words, false);
    xml.close();
}

fn facts(xml: &mut Xml, facts: &[(String, String)], colon: &str) {
    for (label, words) in facts {
        xml.open("w:p", &[]);
        style(xml, "Fait");
        run(xml, &format!("{label}{colon}"), true);
        run(xml, words, false);
        xml.close();
    }
}

/// Words, with their line breaks and tabs.
fn run(xml: &mut Xml, words: &str, bold: bool) {
    let words = text::clean(words);
    if words.is_empty() {
        return;
    }
    xml.open("w:r", &[]);
    if bold {
        xml.open("w:rPr", &[]);
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
        xml.close();
    }
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            xml.empty("w:br", &[]);
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.leaf("w:t", &[("xml:space", "preserve")], piece);
            }
        }
    }
    xml.close();
}

fn write_table(xml: &mut Xml, table: &Table) {
    paragraph(xml, "Lgende", &table.caption);
    let shares: u32 = table.columns.iter().map(|column| column.share).sum();
    let widths: Vec<String> =
        table.columns.iter().map(|column| (WIDTH * column.share / shares.max(1)).to_string()).collect();
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", "Tableaududossier")]);
    xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    let look = [("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "1"), ("w:lastColumn", "0")];
    xml.empty(
        "w:tblLook",
        &[&[("w:val", "06A0")][..], &look, &[("w:noHBand", "1"), ("w:noVBand", "1")]].concat(),
    );
    xml.empty("w:tblCaption", &[("w:val", &table.caption)]);
    xml.close();
    xml.open("w:tblGrid", &[]);
    for width in &widths {
        xml.empty("w:gridCol", &[("w:w", width)]);
    }
    xml.close();
    let heads: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    row(xml, table, &widths, &heads, true);
    for cells in &table.rows {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        row(xml, table, &widths, &cells, false);
    }
    xml.close();
}

fn row(xml: &mut Xml, table: &Table, widths: &[String], cells: &[&str], head: bool) {
    xml.open("w:tr", &[]);
    xml.open("w:trPr", &[]);
    xml.empty("w:cantSplit", &[]);
    if head {
        xml.empty("w:tblHeader", &[]);
    }
    xml.close();
    for (place, ((cell, width), column)) in cells.iter().zip(widths).zip(&table.columns).enumerate() {
        xml.open("w:tc", &[]);
        xml.open("w:tcPr", &[]);
        xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
        if head {
            xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E7E6E6")]);
        }
        xml.close();
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.empty("w:pStyle", &[("w:val", "Cellule")]);
        if column.figures {
            xml.empty("w:jc", &[("w:val", "right")]);
        }
        xml.close();
        // Said again beside the style of the table: not every reader follows the parts of a style.
        run(xml, cell, head || place == 0);
        xml.close();
        xml.close();
    }
    xml.close();
}
