//! How large a PNG is on paper: browsers write pixels, and leave out how many go to the inch.

/// After the signature (8 bytes) and the header (4 of length, 4 of type, 13 of data, 4 of check).
const AFTER_HEADER: usize = 33;

/// The file with its resolution in dots per inch (chunk `pHYs`, ISO 15948 §11.3.4.3); unchanged where it is no PNG.
pub fn with_resolution(mut png: Vec<u8>, dots_per_inch: f64) -> Vec<u8> {
    if png.len() < AFTER_HEADER || !png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return png;
    }
    // Dots per metre.
    let dots = ((dots_per_inch / 0.0254).round() as u32).to_be_bytes();
    let chunk = [&b"pHYs"[..], &dots, &dots, &[1]].concat();
    let whole = [&9_u32.to_be_bytes()[..], &chunk, &crc32(&chunk).to_be_bytes()].concat();
    png.splice(AFTER_HEADER..AFTER_HEADER, whole);
    png
}

/// The checksum of PNG (ISO 3309), bit by bit: thirteen bytes need no table.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u8| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::with_resolution;

    /// A header as every PNG begins; only its length counts here.
    fn header() -> Vec<u8> {
        [&b"\x89PNG\r\n\x1a\n"[..], &[0; 25]].concat()
    }

    // The chunks that other programs write for 72 and 96 dots per inch (2835 and 3780 per metre), check included.
    #[test]
    fn the_chunk_is_that_of_other_programs() {
        for (dots, expected) in [
            (72.0, b"\0\0\0\x09pHYs\0\0\x0b\x13\0\0\x0b\x13\x01\0\x9a\x9c\x18"),
            (96.0, b"\0\0\0\x09pHYs\0\0\x0e\xc4\0\0\x0e\xc4\x01\x95\x2b\x0e\x1b"),
        ] {
            let written = with_resolution([header(), b"rest".to_vec()].concat(), dots);
            assert_eq!(written, [&header()[..], expected, b"rest"].concat());
        }
    }

    #[test]
    fn what_is_no_png_stays_as_it_is() {
        for bytes in [Vec::new(), b"GIF89a".to_vec(), vec![0; 60]] {
            assert_eq!(with_resolution(bytes.clone(), 300.0), bytes);
        }
    }
}
