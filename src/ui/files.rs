//! Files in and out of the page, without any request: a file picker, a download.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, File, HtmlAnchorElement, HtmlElement, HtmlTextAreaElement, Url,
};

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

/// Puts a text on the clipboard; `done` is told whether it is there. A page over plain `http:` has no clipboard, and a
/// browser may refuse it: [`copy_selection`] is then left.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let navigator = web_sys::window().map(|window| window.navigator());
    let clipboard = navigator.and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else {
        done(false);
        return;
    };
    let writing = clipboard.unchecked_into::<Clipboard>().write_text(text);
    spawn_local(async move { done(JsFuture::from(writing).await.is_ok()) });
}

/// Selects a text shown in a field and copies it as a person would; false where even this is refused, and the text
/// stays selected for who copies by hand.
pub fn copy_selection(field: &HtmlTextAreaElement) -> bool {
    field.focus().ok();
    field.select();
    let Some(document) = field.owner_document() else { return false };
    let command = Reflect::get(&document, &"execCommand".into()).ok().and_then(|it| it.dyn_into().ok());
    command.is_some_and(|command: Function| {
        command.call1(&document, &"copy".into()).is_ok_and(|copied| copied.is_truthy())
    })
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

/// The name of a file without its folder and its ending.
pub fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim()
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
