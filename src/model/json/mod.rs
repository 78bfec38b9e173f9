//! Reading and writing records as JSON.
//!
//! Serde's derived readers stop at the first error and cannot say where every other one is; people who receive a
//! file want the whole list at once. So [`Reader`] walks the parsed value once, notes each problem with its JSON
//! Pointer and goes on; whatever a record does not know, or holds as an explicit `null`, `""` or `[]`, stays in its
//! [`Extra`] and is written back where it was. Writing is plain [`serde::Serialize`], through [`View`].
//!
//! | File | What it holds |
//! |---|---|
//! | `declare` | `record!`, `closed!`, `identified!`: how the rest of the model says what its records are |
//! | `field` | [`Field`], [`Record`], [`Items`] and [`View`]: what the walks below know of a value |
//! | `read`, `write`, `walk` | the walks, each written once for every record |
//! | `leaf`, `list` | texts, options and lists |
//! | `path`, `reader` | where one is in a file, and what was found there |

use serde_json::{Map, Value};

mod declare;
mod field;
mod leaf;
mod list;
mod path;
mod read;
mod reader;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod walk;
mod write;

pub(crate) use declare::{closed, identified, record};
pub use field::{Field, Items, Key, Record, View};
pub(crate) use leaf::settle;
pub use list::{Identified, List};
pub use path::{Path, Step, Target, pointer_key, pointer_step};
pub use read::{fill_items, fill_record, place_of, read_short_text, read_text, read_word};
pub use reader::{MAX_TEXT, MOST_PROBLEMS, Reader};
pub use walk::{remap_record, same_record};
pub use write::{each_entry, value_of, written};

/// What a record holds beyond its own fields.
pub type Extra = Map<String, Value>;
