//! The functions for other tools, which need no screen: bytes of JSON in, JSON text out.
//!
//! A refusal is a JSON text too (see [`Failure`](headless::Failure)); `headless.js` makes an error of it.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::exchange::headless::{self, Failure};
use crate::ui::env::today;

fn refused(failure: Failure) -> JsValue {
    JsValue::from_str(&headless::json(&failure))
}

/// Whether a file is a dossier, and everything that is wrong with it.
#[wasm_bindgen]
pub fn validate(bytes: &[u8]) -> String {
    headless::json(&headless::validate(bytes))
}

/// The dossier in the present version of the format, in UTF-8.
#[wasm_bindgen]
pub fn migrate(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    headless::migrate(bytes).map_err(refused)
}

/// The patch that leads from one dossier to another, and what changed.
#[wasm_bindgen]
pub fn diff(before: &[u8], after: &[u8]) -> Result<String, JsValue> {
    headless::diff(before, after).map_err(refused)
}

/// What is computed on a dossier as it stands on a day, `YYYY-MM-DD`; today when none is given.
#[wasm_bindgen]
pub fn analyze(bytes: &[u8], on: Option<String>) -> Result<String, JsValue> {
    let on = on.unwrap_or_else(|| today().to_string());
    headless::analyze(bytes, &on).map_err(refused)
}
