//! The functions for other tools, which need no screen: bytes of JSON in, JSON text out.
//!
//! A refusal is a JSON text too (see [`Failure`](crate::exchange::headless::Failure)); `headless.js` makes an error of it.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::exchange::headless::Tools;
use crate::ui::env::today;
use crate::ui::screens;

fn tools() -> Result<&'static Tools, JsValue> {
    let screens =
        screens::loaded().ok_or_else(|| JsError::new("the second part of the module is not there"))?;
    Ok(&screens.tools)
}

/// Brings the second part of the module, which these functions need; false when it cannot be had.
#[wasm_bindgen]
pub async fn bring() -> bool {
    screens::load().await
}

/// Whether a file is a dossier, and everything that is wrong with it.
#[wasm_bindgen]
pub fn validate(bytes: &[u8]) -> Result<String, JsValue> {
    Ok((tools()?.validate)(bytes))
}

/// The dossier in the present version of the format, in UTF-8.
#[wasm_bindgen]
pub fn migrate(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    (tools()?.migrate)(bytes).map_err(|refusal| JsValue::from_str(&refusal))
}

/// The copy of a dossier at a level of privacy, in UTF-8: `complete`, `withoutPersonalData` or `public`.
#[wasm_bindgen]
pub fn reduce(bytes: &[u8], level: &str) -> Result<Vec<u8>, JsValue> {
    (tools()?.reduce)(bytes, level).map_err(|refusal| JsValue::from_str(&refusal))
}

/// The patch that leads from one dossier to another, and what changed.
#[wasm_bindgen]
pub fn diff(before: &[u8], after: &[u8]) -> Result<String, JsValue> {
    (tools()?.diff)(before, after).map_err(|refusal| JsValue::from_str(&refusal))
}

/// Two dossiers in one; `base` is what both come from, `null` where it is not known.
#[wasm_bindgen]
pub fn merge(base: &[u8], ours: &[u8], theirs: &[u8]) -> Result<String, JsValue> {
    (tools()?.merge)(base, ours, theirs).map_err(|refusal| JsValue::from_str(&refusal))
}

/// What is computed on a dossier as it stands on a day, `YYYY-MM-DD`; today when none is given. Only
/// the parts that `only` names, apart by spaces, when it is given.
#[wasm_bindgen]
pub fn analyze(bytes: &[u8], on: Option<String>, only: Option<String>) -> Result<String, JsValue> {
    let on = on.unwrap_or_else(|| today().to_string());
    (tools()?.analyze)(bytes, &on, only.as_deref()).map_err(|refusal| JsValue::from_str(&refusal))
}
