//! From the bytes of a file to text.
//!
//! Spreadsheets and older tools of Windows write a byte order mark, or UTF-16. Bytes that are not valid in the
//! encoding they announce are refused rather than replaced: a damaged file must not pass for a good one.

use std::borrow::Cow;

/// Where the bytes stop being text: line and column, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotText {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The text of a file in UTF-8 or UTF-16, without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // JSON starts with an ASCII character: a zero beside it tells UTF-16 without a mark.
        [first, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Err(end_of(std::str::from_utf8(sound).unwrap_or_default()))
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, NotText> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(character) => text.push(character),
            Err(_) => return Err(end_of(&text)),
        }
    }
    if odd.is_empty() { Ok(Cow::Owned(text)) } else { Err(end_of(&text)) }
}

/// The place just after a text.
fn end_of(text: &str) -> NotText {
    let line = text.matches('\n').count() + 1;
    let column = text.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    NotText { line, column }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "{\"é\": \"Guyane 🛶\"}";

    fn with_units(mark: bool, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(SAMPLE.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn reads_utf8_and_utf16_with_or_without_a_mark() {
        let marked = [&[0xEF, 0xBB, 0xBF], SAMPLE.as_bytes()].concat();
        let files = [
            SAMPLE.as_bytes().to_vec(),
            marked,
            with_units(true, u16::to_le_bytes),
            with_units(true, u16::to_be_bytes),
            with_units(false, u16::to_le_bytes),
            with_units(false, u16::to_be_bytes),
        ];
        for file in files {
            assert_eq!(text(&file).as_deref(), Ok(SAMPLE));
        }
        assert_eq!(text(b"").as_deref(), Ok(""));
    }

    #[test]
    fn says_where_the_bytes_stop_being_text() {
        assert_eq!(text(b"{\n \"caf\xE9\": 1}"), Err(NotText { line: 2, column: 6 }));
        // A lone surrogate, then an odd byte.
        assert_eq!(text(&[0xFF, 0xFE, b'{', 0, 0x00, 0xD8]), Err(NotText { line: 1, column: 2 }));
        assert_eq!(text(&[0xFF, 0xFE, b'{', 0, b'}']), Err(NotText { line: 1, column: 2 }));
    }
}
