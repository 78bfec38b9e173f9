//! Dossiers in and out: reading files written by anyone, writing them back, the schema, the differences.
//!
//! Reading is all or nothing. Either every check passes and [`read`] gives the dossier with a [`Report`] of what
//! deserves a look, or it gives a [`Refusal`] that lists every problem with its place, and nothing has changed.
//! A file goes through these gates in turn: size, encoding, JSON, format and version, migrations, numbers of
//! records, types and scales, references and dates.

pub mod changes;
mod decode;
mod diff;
mod doubts;
#[cfg(feature = "formats")]
pub mod formats;
pub mod headless;
mod limits;
pub mod merge;
mod migrate;
pub mod offers;
mod order;
mod parse;
pub mod png;
pub mod privacy;
mod read;
mod report;
#[cfg(feature = "schema")]
mod schema;
pub mod sheets;
pub mod snapshots;
pub mod svg;
pub mod table;
mod write;

pub use diff::{Change, Difference, diff};
pub use limits::{MAX_ACTORS, MAX_BYTES, MAX_DEPTH, MAX_LINKS, MAX_RECORDS};
pub use read::{read, read_text, read_value};
pub use report::{Opened, Refusal, Report};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use write::{Rewriter, write, write_pretty};
