//! What only test builds offer: checks that must run inside a browser.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::store::{IndexedDb, Store, conformance};

/// Runs the conformance suite of stores on a database of this name; gives the number of checks.
///
/// # Errors
/// The first rule that does not hold, in words.
#[wasm_bindgen(js_name = checkStore)]
pub async fn check_store(database: String) -> Result<u32, JsValue> {
    let open = || Rc::new(IndexedDb::new(&database)) as Rc<dyn Store>;
    let checks = conformance::check(&open, "check:").await.map_err(|broken| JsValue::from_str(&broken))?;
    Ok(u32::try_from(checks).unwrap_or(u32::MAX))
}
