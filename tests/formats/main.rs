//! Files of other tools: what is written is read back by an independent reader, what comes back loses only what the
//! report says.
#![cfg(feature = "formats")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod delimited;
mod graphs;
mod hostile;
mod oracle;
mod support;
mod words;
mod workbook;
