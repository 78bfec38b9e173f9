//! From text to lines of cells.
//!
//! A reader of our own: the crate `csv` weighs some 40 KB compressed in the first load, a fifth of what a page may
//! weigh, and what people paste is looser than RFC 4180 (a quote never closed, lines of unequal length).

use crate::i18n::{Phrase, texts::table as say};

/// What separates the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Tabulation: cells copied from a spreadsheet.
    Tab,
    /// Semicolon: CSV as spreadsheets write it in French.
    Semicolon,
    /// Comma: CSV of RFC 4180.
    Comma,
    /// Two spaces or more: columns aligned in a text, as copied from a PDF. Only where a person says so.
    Spaces,
    /// None: one name a line.
    None,
}

impl Separator {
    /// Every separator, in the order of a menu.
    pub const ALL: &'static [Self] = &[Self::Tab, Self::Semicolon, Self::Comma, Self::Spaces, Self::None];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Semicolon => "semicolon",
            Self::Comma => "comma",
            Self::Spaces => "spaces",
            Self::None => "none",
        }
    }

    /// The name of it in a menu.
    pub fn label(self) -> Phrase {
        match self {
            Self::Tab => say::separator_tab(),
            Self::Semicolon => say::separator_semicolon(),
            Self::Comma => say::separator_comma(),
            Self::Spaces => say::separator_spaces(),
            Self::None => say::separator_none(),
        }
    }

    const fn character(self) -> Option<char> {
        match self {
            Self::Tab => Some('\t'),
            Self::Semicolon => Some(';'),
            Self::Comma => Some(','),
            Self::Spaces | Self::None => None,
        }
    }
}

/// A line with at least one cell filled.
#[derive(Debug)]
pub(super) struct Line {
    /// Its place in the block, from 1.
    pub(super) number: usize,
    /// Its cells, trimmed.
    pub(super) cells: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Split {
    pub(super) separator: Separator,
    pub(super) lines: Vec<Line>,
    /// Lines without anything.
    pub(super) blank: usize,
}

/// Splits a block by what a person says separates its cells, else by what seems to.
pub(super) fn split(text: &str, said: Option<Separator>) -> Split {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = said.unwrap_or_else(|| separator(text));
    let mut blank = 0;
    let mut lines = Vec::new();
    for (index, mut cells) in cells(text, separator.character()).into_iter().enumerate() {
        if separator == Separator::Spaces {
            cells = cells.iter().flat_map(|line| aligned(line)).collect();
        }
        let cells: Vec<String> = cells.into_iter().map(|cell| clean(&cell)).collect();
        if cells.iter().all(String::is_empty) {
            blank += 1;
            continue;
        }
        let cells =
            if separator == Separator::None { cells.iter().map(|it| unbullet(it)).collect() } else { cells };
        lines.push(Line { number: index + 1, cells });
    }
    shorten(&mut lines);
    Split { separator, lines, blank }
}

/// Takes off the empty columns at the end of every line: spreadsheets often copy some.
fn shorten(lines: &mut [Line]) {
    let filled =
        |line: &Line| line.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let width = lines.iter().map(filled).max().unwrap_or_default();
    for line in lines {
        line.cells.truncate(width);
    }
}

/// The cells of a line whose columns are aligned with spaces. An empty one leaves no trace.
fn aligned(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut gap = String::new();
    for character in line.trim().chars() {
        if character.is_whitespace() {
            gap.push(character);
            continue;
        }
        if gap.chars().nth(1).is_some() {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push_str(&gap);
        }
        gap.clear();
        if let Some(cell) = cells.last_mut() {
            cell.push(character);
        }
    }
    cells
}

/// A cell without what cannot be seen: control characters, spaces around it.
fn clean(cell: &str) -> String {
    let seen: String = cell
        .chars()
        // Where tabulations do not separate, they still keep words apart.
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control() || *c == '\n')
        .filter(|c| !matches!(c, '\u{feff}' | '\u{200b}'))
        .collect();
    seen.trim().to_owned()
}

/// A name without the bullet of a list.
fn unbullet(name: &str) -> String {
    let bullet = |c: char| matches!(c, '•' | '‣' | '◦' | '▪' | '●' | '·' | '–' | '—' | '-' | '*');
    match name.strip_prefix(bullet) {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start().to_owned(),
        _ => name.to_owned(),
    }
}

/// What separates the cells: a tabulation wherever there is one, since nobody types one in a name; else a semicolon or
/// a comma that cuts every line into as many cells; else nothing.
fn separator(text: &str) -> Separator {
    if text.contains('\t') {
        return Separator::Tab;
    }
    [Separator::Semicolon, Separator::Comma]
        .into_iter()
        .find(|candidate| cuts(text, *candidate))
        .unwrap_or(Separator::None)
}

fn cuts(text: &str, candidate: Separator) -> bool {
    let Some(character) = candidate.character() else { return false };
    if !text.contains(character) {
        return false;
    }
    // In a sentence a comma is followed by a space, in a CSV file it is not.
    if candidate == Separator::Comma && !text.match_indices(',').any(|(at, _)| !followed_by_space(text, at)) {
        return false;
    }
    let lines = cells(text, Some(character));
    let mut widths = lines.iter().filter(|cells| cells.iter().any(|it| !it.trim().is_empty())).map(Vec::len);
    let Some(first) = widths.next() else { return false };
    if first < 2 {
        return false;
    }
    let titles: Vec<String> =
        lines.first().map(|cells| cells.iter().map(|it| clean(it)).collect()).unwrap_or_default();
    let named = super::columns::of_titles(&titles, titles.len()).is_some();
    // Under named columns, lines may be shorter or longer.
    named || (lines.len() > 1 && widths.all(|width| width == first))
}

fn followed_by_space(text: &str, at: usize) -> bool {
    text.get(at + 1..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace)
}

/// Lines of cells. A cell that starts with a quote ends at the next single one; two quotes stand for one. A quote that
/// is never closed is a character like any other.
fn cells(text: &str, separator: Option<char>) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut line: Vec<String> = Vec::new();
    let mut rest = text;
    let mut closes = true;
    while !rest.is_empty() {
        let quoted = if closes { rest.strip_prefix('"').map(quoted) } else { None };
        let (mut cell, after) = match quoted {
            Some(Some(found)) => found,
            Some(None) => {
                // No quote closes from here to the end: they are not looked for again.
                closes = false;
                (String::new(), rest)
            }
            None => (String::new(), rest),
        };
        let end = after.find(|c| Some(c) == separator || c == '\n' || c == '\r').unwrap_or(after.len());
        let (tail, next) = after.split_at(end);
        cell.push_str(tail);
        line.push(cell);
        let mut following = next.chars();
        match following.next() {
            Some('\r') => {
                rest = following.as_str().strip_prefix('\n').unwrap_or(following.as_str());
                lines.push(std::mem::take(&mut line));
            }
            Some('\n') | None => {
                rest = following.as_str();
                lines.push(std::mem::take(&mut line));
            }
            Some(_) => {
                rest = following.as_str();
                if rest.is_empty() {
                    // A separator ends the text: one more cell, empty.
                    line.push(String::new());
                }
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// What a quoted cell holds, and what follows it; `text` starts after the opening quote.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(further) => {
                cell.push('"');
                rest = further;
            }
            None => return Some((cell.replace("\r\n", "\n"), after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, separator: char) -> Vec<Vec<String>> {
        cells(text, Some(separator))
    }

    #[test]
    fn quotes_hold_separators_line_breaks_and_doubled_quotes() {
        assert_eq!(lines("\"a;b\";\"c\r\nd\";\"e \"\"f\"\"\"\n", ';'), [["a;b", "c\nd", "e \"f\""]]);
    }

    #[test]
    fn a_quote_never_closed_is_a_character() {
        assert_eq!(lines("\"a;b\nc;d\n", ';'), [["\"a", "b"], ["c", "d"]]);
        assert_eq!(lines("a \"b\";c\n", ';'), [["a \"b\"", "c"]]);
    }

    #[test]
    fn a_last_empty_cell_counts() {
        assert_eq!(lines("a;", ';'), [["a", ""]]);
        assert_eq!(lines("a;\r\nb;c", ';'), [["a", ""], ["b", "c"]]);
        assert!(lines("", ';').is_empty());
    }

    #[test]
    fn sentences_are_not_cut_at_their_commas() {
        assert_eq!(separator("Chambre de commerce, d’industrie\nUnion, force\n"), Separator::None);
        assert_eq!(separator("CCI,Orcel\nPLIE,Valbrune"), Separator::Comma);
        assert_eq!(separator("CCI;Orcel\nPLIE"), Separator::None);
        assert_eq!(separator("CCI\tOrcel; Valbrune"), Separator::Tab);
    }

    #[test]
    fn bullets_of_a_list_go_and_hyphens_of_a_name_stay() {
        let names: Vec<String> =
            split("• CCI\n- PLIE\n-Relais\n", None).lines.into_iter().flat_map(|line| line.cells).collect();
        assert_eq!(names, ["CCI", "PLIE", "-Relais"]);
    }

    #[test]
    fn a_hostile_block_costs_its_length() {
        let quotes = "\"a;".repeat(200_000);
        assert_eq!(split(&quotes, None).lines.len(), 1);
    }
}
