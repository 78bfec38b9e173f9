//! Opens a compressed file without trusting what it says of itself.
//!
//! Sizes are counted while unpacking, whatever the directory announces, and every part is judged before a library
//! reads it: an archive that grows without end, one that is sealed by a password, or a document type in XML (whose
//! entities could grow or name other files) is refused.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// Largest file, in bytes.
pub(in crate::exchange::formats) const MAX_PACKED: usize = 5_000_000;
/// Largest part once unpacked.
const MAX_PART: u64 = 20_000_000;
/// All parts together.
const MAX_ALL: u64 = 50_000_000;
/// How many times larger than its packed form a part may be; small parts are let off.
const MAX_RATIO: u64 = 100;
/// Parts below this size may be packed as tightly as they like: a thousand spaces are no danger.
const SMALL: u64 = 100_000;
/// Most parts.
const MAX_PARTS: usize = 200;

/// Why an archive stays closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::formats) enum Sealed {
    /// Not an archive, or a damaged one.
    Damaged,
    /// Too large, packed or unpacked.
    TooLarge,
    /// Too many parts.
    TooMany,
    /// A password protects it; or it is of the time before archives, `.xls`.
    Locked,
    /// A part declares a document type.
    Entities,
}

/// A part: its name and its contents.
pub(in crate::exchange::formats) type Part = (String, Vec<u8>);

/// The parts whose names `wanted` answers for, unpacked.
pub(in crate::exchange::formats) fn unpack(
    bytes: &[u8],
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<Part>, Sealed> {
    if bytes.len() > MAX_PACKED {
        return Err(Sealed::TooLarge);
    }
    // The compound files of before 2007, which is also how a workbook with a password is kept.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Sealed::Locked);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).or(Err(Sealed::Damaged))?;
    if archive.len() > MAX_PARTS {
        return Err(Sealed::TooMany);
    }
    let mut parts = Vec::new();
    let mut total = 0;
    for index in 0..archive.len() {
        let (name, locked, packed) = {
            let raw = archive.by_index_raw(index).or(Err(Sealed::Damaged))?;
            if raw.size() > MAX_PART {
                return Err(Sealed::TooLarge);
            }
            let name = raw.name().map(Cow::into_owned).or(Err(Sealed::Damaged))?;
            (name, raw.encrypted(), raw.compressed_size())
        };
        if locked {
            return Err(Sealed::Locked);
        }
        if !wanted(&name) {
            continue;
        }
        let mut content = Vec::new();
        let part = archive.by_index(index).or(Err(Sealed::Damaged))?;
        part.take(MAX_PART + 1).read_to_end(&mut content).or(Err(Sealed::Damaged))?;
        let size = content.len() as u64;
        total += size;
        if size > MAX_PART || total > MAX_ALL || (size > SMALL && size > packed.saturating_mul(MAX_RATIO)) {
            return Err(Sealed::TooLarge);
        }
        parts.push((name, content));
    }
    Ok(parts)
}

/// Whether a part of XML declares a document type, or is in an encoding where this would not be seen.
pub(super) fn has_entities(content: &[u8]) -> bool {
    content.contains(&0) || content.windows(9).any(|window| window.eq_ignore_ascii_case(b"<!DOCTYPE"))
}
