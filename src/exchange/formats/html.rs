//! A document as one HTML file to read and print: nothing in it runs, nothing is loaded.
//!
//! It forbids itself everything but its own style (`default-src 'none'`), every word is escaped, and it is written as
//! XML too, so that a strict reader accepts it. On paper: A4, heads of tables repeated, rows never cut, page numbers.

use super::document::{Block, Document, Table};
use super::xml::Xml;

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = "
:root{color-scheme:light;font:11pt/1.5 system-ui,'Segoe UI',Roboto,'Liberation Sans',sans-serif;color:#1d1d1b;background:#fff}
body{margin:0 auto;max-width:50rem;padding:2rem 1.25rem;overflow-wrap:break-word}
header{min-height:40vh;border-bottom:1px solid #8a8680;margin-bottom:2rem}
header p{color:#55524c}
h1{font-size:2rem;line-height:1.2}h2{font-size:1.45rem;margin:2.5rem 0 .75rem}h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
h4,h5{font-size:1rem;margin:1.25rem 0 .25rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0 0 1rem}dt{color:#55524c}dd{margin:0}
.wide{overflow-x:auto;margin:0 0 1.25rem}table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.9rem}
caption{text-align:start;color:#55524c;padding-bottom:.35rem}
th,td{border:1px solid #b9b5ad;padding:.3rem .5rem;text-align:start;vertical-align:top;font-weight:400}
thead th{background:#efede8;font-weight:600}tbody th{font-weight:600}
.figures{text-align:end;font-variant-numeric:tabular-nums}
.lines{white-space:pre-line}.missing{background:#fff3c4;padding:.1rem .35rem}
nav ol{list-style:none;padding:0}nav ol ol{padding-left:1.5rem}nav a{display:inline-block;min-height:24px}a{color:#1f4fa3}
figure{margin:0 0 1.25rem}figure svg{max-width:100%;height:auto}figcaption{color:#55524c;font-size:.9rem}
@page{size:A4;margin:18mm 16mm 20mm}
@page{@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt sans-serif;color:#55524c}}
@media print{:root{font-size:9.5pt}body{max-width:none;padding:0}header{min-height:80vh;border:0}nav,h2.chapter{break-before:page}.wide{overflow:visible}table{min-width:0}
nav>ol{columns:2}nav li{break-inside:avoid-column}
h2,h3,h4,h5,caption{break-after:avoid}tr,figure,.missing{break-inside:avoid}thead{display:table-header-group}
a{color:inherit;text-decoration:none}p,li{orphans:3;widows:3}thead th,.missing{print-color-adjust:exact}}
";

/// The file.
pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut page = Page { xml: Xml::fragment(), document };
    page.xml.raw("<!DOCTYPE html>\n");
    let lang = document.lang.tag();
    page.xml.open("html", &[("lang", lang), ("xml:lang", lang), ("xmlns", "http://www.w3.org/1999/xhtml")]);
    page.head();
    page.xml.raw("\n");
    page.xml.open("body", &[]);
    page.cover();
    page.contents();
    page.xml.raw("\n");
    page.xml.open("main", &[]);
    for (place, block) in document.blocks.iter().enumerate() {
        page.xml.raw("\n");
        page.block(place, block);
    }
    page.xml.finish()
}

struct Page<'a> {
    xml: Xml,
    document: &'a Document,
}

impl Page<'_> {
    fn head(&mut self) {
        self.xml.open("head", &[]);
        self.xml.empty("meta", &[("charset", "utf-8")]);
        self.xml.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        self.xml.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        self.xml.empty("meta", &[("name", "referrer"), ("content", "no-referrer")]);
        self.xml.leaf("title", &[], &self.document.title);
        self.xml.open("style", &[]);
        self.xml.raw(STYLE);
        self.xml.close();
        self.xml.close();
    }

    fn cover(&mut self) {
        self.xml.open("header", &[]);
        self.xml.leaf("p", &[], &self.document.running);
        self.words("h1", &[], &self.document.title);
        self.facts(&self.document.cover);
        self.xml.close();
    }

    fn contents(&mut self) {
        let outline = self.document.outline();
        if outline.is_empty() {
            return;
        }
        self.xml.open("nav", &[("aria-labelledby", "contents")]);
        self.xml.leaf("h2", &[("id", "contents")], &self.document.contents);
        self.xml.open("ol", &[]);
        // Each chapter with its parts.
        for chapter in outline.chunk_by(|_, (_, level, _)| *level > 1) {
            let Some((first, parts)) = chapter.split_first() else { continue };
            self.xml.open("li", &[]);
            self.link(first);
            if !parts.is_empty() {
                self.xml.open("ol", &[]);
                for part in parts {
                    self.xml.open("li", &[]);
                    self.link(part);
                    self.xml.close();
                }
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
    }

    fn link(&mut self, (place, _, words): &(usize, u8, &str)) {
        self.words("a", &[("href", &format!("#s{place}"))], words);
    }

    /// An element with words of the dossier: their direction is their own.
    fn words(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        let attributes = [attributes, &[("dir", "auto")]].concat();
        self.xml.leaf(name, &attributes, words);
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        if facts.is_empty() {
            return;
        }
        self.xml.open("dl", &[]);
        for (label, words) in facts {
            self.xml.leaf("dt", &[], label);
            self.words("dd", &[("class", "lines")], words);
        }
        self.xml.close();
    }

    fn block(&mut self, place: usize, block: &Block) {
        match block {
            Block::Heading(level, words) => {
                // The title of the page is the heading of first level.
                let name =
                    ["h2", "h3", "h4", "h5"].get(usize::from(*level).saturating_sub(1)).unwrap_or(&"h5");
                let id = format!("s{place}");
                let chapter = if *level == 1 { "chapter" } else { "part" };
                self.words(name, &[("id", &id), ("class", chapter)], words);
            }
            Block::Paragraph(words) => self.words("p", &[("class", "lines")], words),
            Block::Missing(words) => {
                self.xml.open("p", &[]);
                self.words("span", &[("class", "missing")], words);
                self.xml.close();
            }
            Block::List(items) => {
                self.xml.open("ul", &[]);
                for item in items {
                    self.words("li", &[], item);
                }
                self.xml.close();
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(place, table),
            Block::Picture(picture) => {
                self.xml.open("figure", &[]);
                self.xml.raw(&picture.svg);
                self.words("figcaption", &[], &picture.caption);
                self.xml.close();
            }
        }
    }

    fn table(&mut self, place: usize, table: &Table) {
        let name = format!("t{place}");
        // Wider than a narrow screen, it slides in its own box, by the keyboard too.
        self.xml.open(
            "div",
            &[("class", "wide"), ("role", "group"), ("tabindex", "0"), ("aria-labelledby", &name)],
        );
        self.xml.open("table", &[]);
        self.xml.leaf("caption", &[("id", &name)], &table.caption);
        self.xml.open("colgroup", &[]);
        let shares: u32 = table.columns.iter().map(|column| column.share).sum();
        for column in &table.columns {
            let width = format!("width:{}%", 100 * column.share / shares.max(1));
            self.xml.empty("col", &[("style", &width)]);
        }
        self.xml.close();
        self.xml.open("thead", &[]);
        self.xml.open("tr", &[]);
        for column in &table.columns {
            let class = if column.figures { "figures" } else { "words" };
            self.words("th", &[("scope", "col"), ("class", class)], &column.title);
        }
        self.xml.close();
        self.xml.close();
        self.xml.open("tbody", &[]);
        for row in &table.rows {
            self.xml.raw("\n");
            self.xml.open("tr", &[]);
            for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                let class = if column.figures { "figures" } else { "lines" };
                match place {
                    0 => self.words("th", &[("scope", "row"), ("class", class)], cell),
                    _ => self.words("td", &[("class", class)], cell),
                }
            }
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
        self.xml.close();
    }
}
