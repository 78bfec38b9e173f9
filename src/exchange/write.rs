//! From a dossier to the bytes of a file.

use serde::Serialize;

use crate::model::Dossier;

/// The dossier as compact JSON in UTF-8, without a byte order mark.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    // A dossier holds only texts, finite numbers and keys that are texts: writing it cannot fail.
    serde_json::to_vec(dossier).unwrap_or_default()
}

/// The dossier as indented JSON with a final line feed, for people who read files.
pub fn write_pretty(dossier: &Dossier) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = serde_json::Serializer::pretty(&mut out);
    if dossier.serialize(&mut writer).is_err() {
        return Vec::new();
    }
    out.push(b'\n');
    out
}
