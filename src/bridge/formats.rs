//! What `exports.js` calls: files of other tools, in and out. Bytes go in, bytes come out, nothing is kept.
//!
//! A refusal is a JSON text (see [`Failure`](crate::exchange::headless::Failure)).

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::exchange::formats::{Images, tools};
use crate::exchange::headless::json;
use crate::i18n::today;
use crate::model::Date;

/// The version of the library, for `exports.js` to compare with that of the element.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The formats that a function of this module knows, apart by spaces.
#[wasm_bindgen]
pub fn formats(function: &str) -> String {
    tools::formats(function).join(" ")
}

/// The pictures that go into the file of a format, as JSON text: see [`tools::pictures`].
#[wasm_bindgen]
pub fn pictures(format: &str, bytes: &[u8], settings: &str) -> Result<String, JsValue> {
    tools::pictures(format, bytes, settings, Date(today()))
        .map_err(|failure| JsValue::from_str(&json(&failure)))
}

/// The file of a format: `{bytes, mediaType, extension}`. `settings` is JSON text, see [`tools`]; `images` are the PNG
/// files made of [`pictures`], as `[[key, bytes]]`.
#[wasm_bindgen(js_name = exportTo)]
pub fn export_to(
    format: &str,
    bytes: &[u8],
    settings: &str,
    images: Option<Array>,
) -> Result<JsValue, JsValue> {
    let image = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        let bytes: Uint8Array = pair.get(1).dyn_into().ok()?;
        Some((pair.get(0).as_string()?, bytes.to_vec()))
    };
    let images: Images = images.iter().flat_map(Array::iter).filter_map(image).collect();
    let made = tools::export_to(format, bytes, settings, Date(today()), &images)
        .map_err(|failure| JsValue::from_str(&json(&failure)))?;
    file(made)
}

/// An archive of texts, as [`export_to`] gives a file: see [`tools::pack`].
#[wasm_bindgen]
pub fn pack(_format: &str, bytes: &[u8], _settings: &str) -> Result<JsValue, JsValue> {
    file(tools::pack(bytes).map_err(|failure| JsValue::from_str(&json(&failure)))?)
}

fn file(made: tools::Made) -> Result<JsValue, JsValue> {
    let file = Object::new();
    for (key, value) in [
        ("bytes", Uint8Array::from(made.bytes.as_slice()).into()),
        ("mediaType", JsValue::from_str(made.media_type)),
        ("extension", JsValue::from_str(made.extension)),
    ] {
        Reflect::set(&file, &JsValue::from_str(key), &value)?;
    }
    Ok(file.into())
}

/// What a file of another tool holds, as JSON text: see [`tools::import_from`].
#[wasm_bindgen(js_name = importFrom)]
pub fn import_from(format: &str, bytes: &[u8], settings: &str) -> Result<String, JsValue> {
    tools::import_from(format, bytes, settings, Date(today()))
        .map_err(|failure| JsValue::from_str(&json(&failure)))
}
