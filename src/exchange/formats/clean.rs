//! Texts that every reader takes, and that come back as they were: unlike in documents, marks of direction stay.

/// A text without what XML 1.0 cannot hold and no cell shows: control characters other than tabulation and line feed,
/// U+FFFE and U+FFFF (<https://www.w3.org/TR/xml/#charsets>). A carriage return before a line feed goes; alone, it
/// becomes one.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => clean.push('\n'),
            '\t' | '\n' => clean.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => clean.push(c),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    #[test]
    fn control_characters_go_and_lines_stay() {
        assert_eq!(super::clean("a\0b\u{1b}c\td\r\ne\rf\u{ffff}\u{202e}g"), "abc\td\ne\nf\u{202e}g");
    }
}
