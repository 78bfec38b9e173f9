//! *Tour de table*: a widget in which people put a territorial partnership together.
//!
//! Layers, each importing only those above it: [`i18n`] (words), [`model`] (what a dossier is), then vocabulary,
//! analysis, findings, edit, exchange, and in the browser store, ui and bridge. [`layout`] stands apart: plain geometry.

pub mod analysis;
pub mod edit;
pub mod exchange;
pub mod findings;
pub mod i18n;
pub mod layout;
pub mod model;
#[cfg(any(feature = "widget", not(target_arch = "wasm32")))]
pub mod store;
pub mod vocabulary;

#[cfg(target_arch = "wasm32")]
pub mod bridge;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
pub mod ui;
