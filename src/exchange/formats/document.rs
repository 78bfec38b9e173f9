//! A document before it has a format: headings, paragraphs, lists, tables, and pictures where there are any.
//!
//! Built through [`Draft`], which prints nothing empty: a part that holds nothing has no heading, a table without rows
//! is not there, and a column in which nobody said anything neither.

use super::text;
use crate::i18n::Lang;

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// Level 1 for a chapter, to 4.
    Heading(u8, String),
    /// Words; each line break starts a new line.
    Paragraph(String),
    /// What is still to be written.
    Missing(String),
    /// Short items.
    List(Vec<String>),
    /// Labels with what they stand for.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// A picture, for the formats that can hold it. Its table stands beside it.
    Picture(Picture),
}

/// A table. The first cell of a row names the row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// What it holds, for whoever comes upon it out of its context.
    pub caption: String,
    /// Heads of the columns.
    pub columns: Vec<Column>,
    /// Cells, as many in each row as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// Its head.
    pub title: String,
    /// Its share of the width, beside those of the others.
    pub share: u32,
    /// Whether it holds figures, set to the right.
    pub figures: bool,
}

/// A picture as inline SVG, made by the crate itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture {
    /// A name that no other picture of the document bears.
    pub key: String,
    /// The `svg` element.
    pub svg: String,
    /// Its width and its height, in CSS pixels.
    pub size: (f64, f64),
    /// Its name.
    pub title: String,
    /// What stands for it where it cannot be seen: what it shows, without saying who is who.
    pub alt: String,
    /// What it shows and who is who.
    pub caption: String,
}

/// The whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Document {
    /// Language of its words.
    pub lang: Lang,
    /// The kind of document, above its title and at the foot of pages.
    pub running: String,
    /// Title.
    pub title: String,
    /// What the cover says under it.
    pub cover: Vec<(String, String)>,
    /// The heading of the contents.
    pub contents: String,
    /// "Page", before its number.
    pub page: String,
    /// The label of a fact, with the punctuation of the language after it.
    pub colon: &'static str,
    /// When it was last changed, `YYYY-MM-DDThh:mm:ssZ`.
    pub changed: String,
    /// The rest.
    pub blocks: Vec<Block>,
}

impl Document {
    /// Headings of levels 1 and 2 with their place, for the contents.
    pub(super) fn outline(&self) -> Vec<(usize, u8, &str)> {
        let headings = self.blocks.iter().enumerate().filter_map(|(place, block)| match block {
            Block::Heading(level @ 1..=2, words) => Some((place, *level, words.as_str())),
            _ => None,
        });
        headings.collect()
    }
}

/// The head of a column as [`Draft::table`] takes it: title, share of the width, whether it holds figures.
pub(super) type Head = (String, u32, bool);

/// Collects blocks.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) blocks: Vec<Block>,
}

impl Draft {
    /// A part under its heading; nothing at all where the part stays empty.
    pub(super) fn part(&mut self, level: u8, title: impl AsRef<str>, fill: impl FnOnce(&mut Self)) {
        let before = self.blocks.len();
        self.blocks.push(Block::Heading(level, text::line(title.as_ref())));
        fill(self);
        if self.blocks.len() == before + 1 {
            self.blocks.truncate(before);
        }
    }

    /// Words, where there are any.
    pub(super) fn paragraph(&mut self, words: impl AsRef<str>) {
        let words = words.as_ref();
        if !text::is_blank(words) {
            self.blocks.push(Block::Paragraph(text::clean(words).trim().to_owned()));
        }
    }

    /// A list, without the items that say nothing.
    pub(super) fn list(&mut self, items: Vec<String>) {
        let items: Vec<String> =
            items.iter().map(|item| text::line(item)).filter(|item| !text::is_blank(item)).collect();
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Facts, without those that say nothing.
    pub(super) fn facts(&mut self, facts: Vec<(String, String)>) {
        let facts = said(facts);
        if !facts.is_empty() {
            self.blocks.push(Block::Facts(facts));
        }
    }

    /// A table, without the columns that say nothing; the first one always stays.
    pub(super) fn table(&mut self, caption: impl AsRef<str>, heads: Vec<Head>, rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        let cell = |(place, words): (usize, &String)| match text::clean(words).trim() {
            // A row keeps its head, even where nobody said it.
            words if place == 0 && text::is_blank(words) => "–".to_owned(),
            words => words.to_owned(),
        };
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
        let holds = |place: usize| {
            place == 0 || rows.iter().any(|row| row.get(place).is_some_and(|cell| !text::is_blank(cell)))
        };
        let kept: Vec<bool> = (0..heads.len()).map(holds).collect();
        fn keep<T>(list: Vec<T>, kept: &[bool]) -> Vec<T> {
            list.into_iter().zip(kept).filter_map(|(item, kept)| kept.then_some(item)).collect()
        }
        let columns = heads.into_iter().map(|(title, share, figures)| Column { title, share, figures });
        self.blocks.push(Block::Table(Table {
            caption: text::line(caption.as_ref()),
            columns: keep(columns.collect(), &kept),
            rows: rows.into_iter().map(|row| keep(row, &kept)).collect(),
        }));
    }
}

/// The facts that say something.
pub(super) fn said(facts: Vec<(String, String)>) -> Vec<(String, String)> {
    let cleaned = facts.into_iter().map(|(label, words)| (label, text::clean(&words).trim().to_owned()));
    cleaned.filter(|(_, words)| !text::is_blank(words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_not_there() {
        let mut draft = Draft::default();
        draft.part(1, "Rien", |draft| {
            draft.part(2, "Rien non plus", |draft| {
                draft.paragraph(" \n\u{a0}");
                draft.list(vec![String::new()]);
                draft.facts(vec![("Domaine".to_owned(), " ".to_owned())]);
                draft.table("Vide", vec![("A".to_owned(), 1, false)], Vec::new());
            });
        });
        assert_eq!(draft.blocks, Vec::new());
        let head = |title: &str| (title.to_owned(), 1, false);
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        draft.table(
            "T",
            vec![head("Nom"), head("Vide"), head("Note")],
            vec![row(["a", "", "1"]), row(["b", "\u{a0}", ""])],
        );
        let [Block::Table(table)] = draft.blocks.as_slice() else { panic!("{:?}", draft.blocks) };
        assert_eq!(
            table.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(),
            ["Nom", "Note"]
        );
        assert_eq!(table.rows, [["a", "1"], ["b", ""]]);
    }
}
