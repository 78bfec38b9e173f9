//! Words of a dossier, made fit for a file that other programs read.
//!
//! Control characters and what XML 1.0 cannot hold are left out: one of them is enough for a word processor to refuse
//! the whole file. Controls that turn the reading order round (U+202A to U+202E, U+2066 to U+2069) are shown by their
//! number, so that a name never reads as another one.

use std::fmt::Write as _;

/// Words on several lines: line breaks are `\n`, whatever they were.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in super::clean::clean(text).chars() {
        match c {
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push('\t'),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                let _ = write!(out, "[U+{:04X}]", u32::from(c));
            }
            '\u{fdd0}'..='\u{fdef}' => {}
            // U+xFFFE and U+xFFFF stand for no character in any plane.
            c if u32::from(c) & 0xfffe == 0xfffe || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Words on one line: every run of blanks that holds a line break or a tab becomes one space.
pub(super) fn line(text: &str) -> String {
    let cleaned = clean(text);
    let mut out = String::with_capacity(cleaned.len());
    for (rank, piece) in cleaned.split(['\n', '\t']).map(|piece| piece.trim_matches(' ')).enumerate() {
        if rank > 0 && !piece.is_empty() && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(piece);
    }
    out
}

/// Whether words say nothing at all.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_line_breaks_are_one_kind() {
        assert_eq!(clean("a\0b\u{8}c\u{1b}[31md\u{7f}\u{9f}\u{fffe}\u{ffff}e\u{1fffe}"), "abc[31mde");
        assert_eq!(clean("a\r\nb\rc\nd\u{2028}e\u{85}f\tg"), "a\nb\nc\nd\ne\nf\tg");
        assert_eq!(clean("\r\n\r\n"), "\n\n");
    }

    #[test]
    fn controls_of_direction_are_shown_and_marks_of_a_script_are_kept() {
        assert_eq!(clean("exe\u{202e}fdp\u{2066}x"), "exe[U+202E]fdp[U+2066]x");
        assert_eq!(clean("שלום\u{200f} e\u{301} 👩\u{200d}🌾"), "שלום\u{200f} e\u{301} 👩\u{200d}🌾");
    }

    #[test]
    fn one_line_has_neither_break_nor_tab() {
        assert_eq!(line("  a \n\n b\tc\r\n"), "a b c");
        assert_eq!(line("\n"), "");
        // No-break spaces are words of their author.
        assert_eq!(line("12\u{202f}000\u{a0}€"), "12\u{202f}000\u{a0}€");
    }

    #[test]
    fn blank_is_blank_whatever_it_is_made_of() {
        assert!(is_blank("") && is_blank(" \n\u{a0}\u{2003}\u{7}"));
        assert!(!is_blank("0"));
    }
}
