//! Blocks copied from a spreadsheet, lists typed one name a line, CSV files.
//!
//! [`preview`] recognises the separator and the columns and drafts one actor a line; nothing has changed yet. What a
//! line holds is never dropped in silence: it enters, or a [`Remark`] says that it does not, and why. Lines that seem to be an
//! actor the dossier knows, or an earlier line, are offered for merging ([`Duplicate`]); a person chooses, and
//! [`plan`] gives one command, undone in one step.

mod columns;
mod decode;
mod draft;
mod duplicates;
mod plan;
mod split;

pub use columns::Column;
pub use decode::text_of;
pub use draft::{Draft, Place};
pub(super) use duplicates::name_key;
pub use duplicates::{By, Duplicate, With};
pub use plan::{Choice, Choices, plan, proposed};
pub use split::Separator;

use crate::i18n::{Phrase, texts::table as say};
use crate::model::Dossier;
use crate::vocabulary::Guess;

/// Largest block, in bytes: 5 MB.
pub const MAX_BYTES: usize = 5_000_000;
/// Most columns.
pub const MAX_COLUMNS: usize = 200;
/// Most lines.
pub const MAX_ROWS: usize = 5_000;

/// What a person changed in what was recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    /// What separates the cells.
    pub separator: Option<Separator>,
    /// Whether the first line names the columns.
    pub header: Option<bool>,
    /// What each column holds, in order; columns beyond these are [`Column::Other`].
    pub columns: Option<Vec<Column>>,
}

/// A line of the block.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place in the block, from 1, blank lines and header included.
    pub line: usize,
    /// What it holds, as it was, in the order of [`Preview::columns`].
    pub cells: Vec<String>,
    /// The actor it makes; `None` where a remark says why it cannot.
    pub draft: Option<Draft>,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkCode {
    /// The line has no name: it does not enter.
    NoName,
    /// A text of the line is beyond the limit: it does not enter.
    TooLong,
    /// An identifier is not of the form of its register; it is kept as it is.
    WrongShape,
    /// The key of an identifier is wrong; it is kept as it is.
    WrongKey,
    /// The type is not one that is known; it is kept as free words.
    UnknownKind,
    /// A column with no place of its own becomes a label.
    KeptAsTag,
    /// A column that a person left out.
    Ignored,
    /// A territory the dossier does not have yet.
    NewTerritory,
}

impl RemarkCode {
    /// The code in events and tests.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoName => "noName",
            Self::TooLong => "tooLong",
            Self::WrongShape => "wrongShape",
            Self::WrongKey => "wrongKey",
            Self::UnknownKind => "unknownKind",
            Self::KeptAsTag => "keptAsTag",
            Self::Ignored => "ignored",
            Self::NewTerritory => "newTerritory",
        }
    }

    /// Whether the line does not enter because of it.
    pub const fn keeps_out(self) -> bool {
        matches!(self, Self::NoName | Self::TooLong)
    }
}

/// Something to know before the block enters.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The row concerned, from 0 in [`Preview::rows`]; `None` for a remark on a whole column.
    pub row: Option<usize>,
    /// The column concerned.
    pub column: Option<usize>,
    /// What it is about.
    pub code: RemarkCode,
    /// What to read.
    pub phrase: Phrase,
}

/// What was recognised in a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What separates the cells.
    pub separator: Separator,
    /// Whether the first line names the columns.
    pub header: bool,
    /// The names of the columns as written; empty where the block names none.
    pub titles: Vec<String>,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The lines with at least one cell filled, header apart.
    pub rows: Vec<Row>,
    /// Lines without anything, passed over.
    pub blank: usize,
    /// What to know before they enter, in the order of the rows; remarks on columns come first.
    pub remarks: Vec<Remark>,
    /// Rows that seem to be an actor of the dossier or an earlier row.
    pub duplicates: Vec<Duplicate>,
}

/// Recognises a block. `guess` tells the family of an actor from the word for its type or from its name.
///
/// Refused, with a sentence, where the block is larger than what may be pasted at once.
pub fn preview(
    text: &str,
    change: &Override,
    dossier: &Dossier,
    guess: &dyn Fn(&str) -> Option<Guess>,
) -> Result<Preview, Phrase> {
    if text.len() > MAX_BYTES {
        return Err(say::too_large(MAX_BYTES / 1_000_000));
    }
    let split = split::split(text, change.separator);
    let width = split.lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    if width > MAX_COLUMNS {
        return Err(say::too_many_columns(width, MAX_COLUMNS));
    }
    if split.lines.len() > MAX_ROWS + 1 {
        return Err(say::too_many_rows(split.lines.len(), MAX_ROWS));
    }
    let mut lines = split.lines.into_iter().peekable();
    let recognised = lines.peek().and_then(|first| columns::of_titles(&first.cells, width));
    let header = change.header.unwrap_or(recognised.is_some());
    let titles: Vec<String> =
        if header { lines.next().map(|line| line.cells).unwrap_or_default() } else { Vec::new() };
    let lines: Vec<split::Line> = lines.collect();
    let mut columns = match (&change.columns, recognised) {
        (Some(chosen), _) => chosen.clone(),
        (None, Some(recognised)) if header => recognised,
        // A line of names that nobody recognises: the cells tell more.
        _ => columns::of_cells(&lines, width, dossier),
    };
    columns.resize(width.max(titles.len()), Column::Other);

    let mut remarks = draft::column_remarks(&columns, &titles, &lines);
    let rows = draft::rows(lines, &columns, &titles, dossier, guess, &mut remarks);
    let duplicates = duplicates::find(&rows, dossier);
    Ok(Preview {
        separator: split.separator,
        header,
        titles,
        columns,
        rows,
        blank: split.blank,
        remarks,
        duplicates,
    })
}
