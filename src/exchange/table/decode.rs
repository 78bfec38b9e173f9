//! From the bytes of a CSV file to text.

use crate::exchange::decode;
use crate::i18n::{Phrase, texts::table as say};

/// What windows-1252 puts at 0x80–0x9F; five places hold nothing.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a CSV file: UTF-8 or UTF-16, else windows-1252, which spreadsheets still write.
///
/// Refused, with a sentence, beyond [`MAX_BYTES`](super::MAX_BYTES).
pub fn text_of(bytes: &[u8]) -> Result<String, Phrase> {
    if bytes.len() > super::MAX_BYTES {
        return Err(say::too_large(super::MAX_BYTES / 1_000_000));
    }
    match decode::text(bytes) {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Ok(bytes.iter().map(|byte| windows(*byte)).collect()),
    }
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_of_windows_is_read() {
        assert_eq!(text_of(b"L\x92\xe9cole \x9cuvre \x80").unwrap(), "L’école œuvre €");
        assert_eq!(text_of("L’école".as_bytes()).unwrap(), "L’école");
        assert_eq!(text_of(&[0xff, 0xfe, b'A', 0, 0xe9, 0]).unwrap(), "Aé");
    }
}
