//! How large a file may be. Beyond, it is refused before any work is done on it.

use serde_json::{Map, Value};

use crate::i18n::texts::problem as say;
use crate::model::json::pointer_step;
use crate::model::{Problem, ProblemCode};

/// Largest file, in bytes: 10 MB.
pub const MAX_BYTES: usize = 10_000_000;
/// Levels of lists and objects inside one another (the limit of `serde_json`, never lifted).
pub const MAX_DEPTH: usize = 127;
/// Most actors.
pub const MAX_ACTORS: usize = 5_000;
/// Most positions, influences and ties together.
pub const MAX_LINKS: usize = 20_000;
/// Most records in any other list.
pub const MAX_RECORDS: usize = 100_000;

/// The lists that count together as links.
const LINKS: [&str; 3] = ["positions", "influences", "ties"];

/// Whether a file of `bytes` is small enough to be looked at.
pub(super) fn size(bytes: usize) -> Result<(), Problem> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let phrase = say::too_large(MAX_BYTES / 1_000_000);
    Err(Problem { pointer: String::new(), code: ProblemCode::TooLarge, phrase })
}

/// The lists of a dossier that hold more records than allowed.
pub(super) fn counts(dossier: &Map<String, Value>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut links = 0;
    for (key, value) in dossier {
        let Value::Array(items) = value else { continue };
        let (count, max) = match key.as_str() {
            "actors" => (items.len(), MAX_ACTORS),
            key if LINKS.contains(&key) => {
                let before = links;
                links += items.len();
                // Said once, where the total goes over.
                if before > MAX_LINKS {
                    continue;
                }
                (links, MAX_LINKS)
            }
            _ => (items.len(), MAX_RECORDS),
        };
        if count > max {
            problems.push(Problem {
                pointer: format!("/{}", pointer_step(key)),
                code: ProblemCode::TooMany,
                phrase: say::too_many(count, max),
            });
        }
    }
    problems
}
