//! Workbooks of Excel and LibreOffice: a sheet a table, written and read.

mod read;
mod unpack;
mod write;

pub(super) use read::read;
pub(super) use unpack::{Sealed, unpack};
pub(super) use write::write;
