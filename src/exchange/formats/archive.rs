//! Zip archives of files made here.

use std::collections::HashSet;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::NotMade;

/// An archive of these files, in their order. A name that comes again is numbered. No instant is noted: the same files
/// give the same archive.
pub(super) fn of<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Result<Vec<u8>, NotMade> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let failed = |error: &dyn std::fmt::Display| NotMade(error.to_string());
    let plain = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let mut taken = HashSet::new();
    for (name, bytes) in files {
        archive.start_file(distinct(name, &mut taken), plain).map_err(|error| failed(&error))?;
        archive.write_all(bytes).map_err(|error| failed(&error))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
}

/// `name.json`, then `name-2.json`. Systems that do not tell capitals apart would write one over the other.
fn distinct(name: &str, taken: &mut HashSet<String>) -> String {
    let (stem, end) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let mut free = name.to_owned();
    let mut count = 1;
    while !taken.insert(free.to_lowercase()) {
        count += 1;
        free = format!("{stem}-{count}{end}");
    }
    free
}
