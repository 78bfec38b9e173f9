//! Files in and out of the page, without any request: a file picker, a download.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlElement, Url};

/// Reads a file of at most `limit` bytes; `None` when it is larger or cannot be read.
pub fn read(file: &File, limit: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    #[expect(clippy::cast_precision_loss, reason = "sizes of files stay far below 2^53")]
    if file.size() > limit as f64 {
        done(None);
        return;
    }
    let reading = JsFuture::from(file.array_buffer());
    spawn_local(async move {
        done(reading.await.ok().map(|buffer| Uint8Array::new(&buffer).to_vec()));
    });
}

/// Offers bytes as a download.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the blob once the click is handled; the address would otherwise keep it in memory.
    gloo::timers::callback::Timeout::new(10_000, move || {
        Url::revoke_object_url(&url).ok();
    })
    .forget();
    Ok(())
}

/// The name of an exported file: `2026-11-22_metiers-du-tourisme_v12.json`.
pub fn name(day: &str, title: &str, revision: u32, extension: &str) -> String {
    format!("{day}_{}_v{revision}.{extension}", slug(title))
}

/// The name of a picture: `2026-11-22_metiers-du-tourisme_v12_carte.svg`, beside the dossier it comes from.
pub fn picture_name(day: &str, title: &str, revision: u32, what: &str, extension: &str) -> String {
    format!("{day}_{}_v{revision}_{}.{extension}", slug(title), slug(what))
}

/// The name of a sheet or of its answer: `2026-11-22_fiche_cci-de-la-haute-brune.json`.
pub fn sheet_name(day: &str, what: &str, actor: &str) -> String {
    format!("{day}_{}_{}.json", slug(what), slug(actor))
}

/// The name of several sheets together: `2026-11-22_fiches_metiers-du-tourisme.zip`.
pub fn sheets_name(day: &str, what: &str, title: &str, extension: &str) -> String {
    format!("{day}_{}_{}.{extension}", slug(what), slug(title))
}

/// A title in lower case, without accents, words joined by hyphens, 60 letters at most.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    // Decomposed, so that accents fall away and letters stay.
    let plain = js_sys::JsString::from(title).normalize("NFD");
    for c in String::from(plain).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !('\u{300}'..='\u{36f}').contains(&c) && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(60);
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { "dossier".to_owned() } else { slug }
}

/// Focuses and selects nothing, but brings an element into view without moving the page more than needed.
pub fn reveal(element: &HtmlElement) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
