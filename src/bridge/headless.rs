//! The functions for other tools, which need no screen: bytes of JSON in, JSON text out.
//!
//! A refusal is a JSON text too (see [`Failure`](headless::Failure)); `headless.js` makes an error of it.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::exchange::headless::{self, Failure};
use crate::ui::env::today;

/// What the functions come to; they are in the second part of the module.
struct Tools {
    validate: fn(&[u8]) -> String,
    migrate: fn(&[u8]) -> Result<Vec<u8>, String>,
    diff: fn(&[u8], &[u8]) -> Result<String, String>,
    analyze: fn(&[u8], &str) -> Result<String, String>,
}

fn refused(failure: Failure) -> String {
    headless::json(&failure)
}

static TOOLS: Tools = Tools {
    validate: |bytes| headless::json(&headless::validate(bytes)),
    migrate: |bytes| headless::migrate(bytes).map_err(refused),
    diff: |before, after| headless::diff(before, after).map_err(refused),
    analyze: |bytes, on| headless::analyze(bytes, on).map_err(refused),
};

#[wasm_split(screens, fallible)]
fn table() -> Result<&'static Tools, SplitLoaderError> {
    Ok(&TOOLS)
}

async fn tools() -> Result<&'static Tools, JsValue> {
    table().await.map_err(|error| JsError::new(&error.to_string()).into())
}

fn text(answer: Result<String, String>) -> Result<String, JsValue> {
    answer.map_err(|refusal| JsValue::from_str(&refusal))
}

/// Whether a file is a dossier, and everything that is wrong with it.
#[wasm_bindgen]
pub async fn validate(bytes: Vec<u8>) -> Result<String, JsValue> {
    Ok((tools().await?.validate)(&bytes))
}

/// The dossier in the present version of the format, in UTF-8.
#[wasm_bindgen]
pub async fn migrate(bytes: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    (tools().await?.migrate)(&bytes).map_err(|refusal| JsValue::from_str(&refusal))
}

/// The patch that leads from one dossier to another, and what changed.
#[wasm_bindgen]
pub async fn diff(before: Vec<u8>, after: Vec<u8>) -> Result<String, JsValue> {
    text((tools().await?.diff)(&before, &after))
}

/// What is computed on a dossier as it stands on a day, `YYYY-MM-DD`; today when none is given.
#[wasm_bindgen]
pub async fn analyze(bytes: Vec<u8>, on: Option<String>) -> Result<String, JsValue> {
    let on = on.unwrap_or_else(|| today().to_string());
    text((tools().await?.analyze)(&bytes, &on))
}
