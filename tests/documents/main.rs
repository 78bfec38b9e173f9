//! The dossier as a document, a network and a calendar: what each file holds, read back by another reader.
#![cfg(feature = "formats")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod calendar;
mod document;
mod hostile;
mod network;
mod oracle;
mod pictures;
mod support;
