//! The only code that changes a dossier.
//!
//! A change is a [`Command`]; [`Session::apply`] runs it, keeps what is needed to undo it, raises the revision and
//! gives both states, from which `patch::between` derives the RFC 6902 patch. A command either gives a
//! dossier that still passes every check of the model, or is refused with a sentence and changes nothing.

pub mod bodies;
mod check;
mod command;
mod commands;
mod fresh_id;
mod item;
pub mod patch;
pub mod seats;
mod session;
pub mod settled;

pub use command::{Command, Taken};
pub use commands::{done, ending_day, rating_day, removed};
pub use fresh_id::{FreshIds, drawn_id, fresh_id};
pub use item::{Item, Kind};
pub use session::{Applied, Edit, Origin, Refused, Session};
