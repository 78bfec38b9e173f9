//! Files of other tools, made and read by the module that loads on first use. The page brings it: see `exports.js`.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::env::{Env, Intent};
use super::host::Host;
use crate::exchange;
use crate::i18n::Lang;
use crate::model::Dossier;

#[wasm_bindgen]
extern "C" {
    /// What `exportTo` of `exports.js` gives.
    type Made;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &Made) -> Uint8Array;
    #[wasm_bindgen(method, getter, js_name = mediaType)]
    fn media_type(this: &Made) -> String;
    #[wasm_bindgen(method, getter)]
    fn extension(this: &Made) -> String;

    /// What the functions of `exports.js` reject with.
    type Thrown;

    #[wasm_bindgen(method, getter)]
    fn code(this: &Thrown) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn message(this: &Thrown) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn advice(this: &Thrown) -> Option<String>;
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: String,
    /// The end of its name, without the dot.
    pub extension: String,
}

/// Why nothing came of it; nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, as a word that stays.
    pub code: String,
    /// What to read: for a person when the file is at fault, technical when the module cannot be had.
    pub message: String,
    /// What the administrator of the page has to mend, where that is known.
    pub advice: String,
}

impl Failure {
    /// Whether the module could not be had, rather than the file being at fault: asking again may help.
    pub fn is_of_the_module(&self) -> bool {
        // Codes of the element hold a hyphen, those of problems in a file do not.
        self.code.contains('-') || self.code == "failed"
    }
}

/// Something asked of the module.
pub struct Work {
    call: &'static str,
    format: String,
    bytes: Vec<u8>,
    settings: String,
    done: Box<dyn FnOnce(Result<JsValue, Failure>)>,
}

/// Makes the file of a format: a name of [`exchange::formats`](crate::exchange), such as `xlsx`. `settings` is JSON
/// text, `{"lang": …, "on": …, "csv": …}`. Texts not recorded yet are not in `dossier`: record them before.
pub fn export(
    env: &Env,
    format: &str,
    dossier: &Dossier,
    settings: String,
    done: impl FnOnce(Result<File, Failure>) + 'static,
) {
    make(env, "exportTo", format, exchange::write(dossier), settings, done);
}

/// Packs texts, each with the name of its file, into an archive.
pub fn pack(env: &Env, texts: &[(&str, &str)], done: impl FnOnce(Result<File, Failure>) + 'static) {
    let list: Vec<serde_json::Value> =
        texts.iter().map(|(name, text)| serde_json::json!({ "name": name, "text": text })).collect();
    make(env, "pack", "zip", serde_json::to_vec(&list).unwrap_or_default(), String::new(), done);
}

fn make(
    env: &Env,
    call: &'static str,
    format: &str,
    bytes: Vec<u8>,
    settings: String,
    done: impl FnOnce(Result<File, Failure>) + 'static,
) {
    env.ask(Intent::Convert(Work {
        call,
        format: format.to_owned(),
        bytes,
        settings,
        done: Box::new(move |answer| {
            done(answer.map(|made| {
                let made: Made = made.unchecked_into();
                File {
                    bytes: made.bytes().to_vec(),
                    media_type: made.media_type(),
                    extension: made.extension(),
                }
            }));
        }),
    }));
}

/// Reads the bytes of a file; the answer is JSON text.
pub fn import(
    env: &Env,
    format: &str,
    bytes: Vec<u8>,
    settings: String,
    done: impl FnOnce(Result<String, Failure>) + 'static,
) {
    env.ask(Intent::Convert(Work {
        call: "importFrom",
        format: format.to_owned(),
        bytes,
        settings,
        done: Box::new(move |answer| done(answer.map(|text| text.as_string().unwrap_or_default()))),
    }));
}

/// The settings that say the language of the screen.
pub fn in_language(lang: Lang) -> String {
    format!("{{\"lang\":\"{}\"}}", lang.tag())
}

/// Hands the work over to the page.
pub(super) fn run(host: &Host, work: Work) {
    let Work { call, format, bytes, settings, done } = work;
    let answer = JsFuture::from((host.formats)(call, &format, bytes, &settings));
    spawn_local(async move {
        done(answer.await.map_err(|thrown| {
            // Nothing but an object has properties to be read.
            let thrown = thrown.is_object().then(|| thrown.unchecked_into::<Thrown>());
            let said = |read: fn(&Thrown) -> Option<String>| thrown.as_ref().and_then(read);
            Failure {
                code: said(Thrown::code).unwrap_or_else(|| "failed".to_owned()),
                message: said(Thrown::message).unwrap_or_default(),
                advice: said(Thrown::advice).unwrap_or_default(),
            }
        }));
    });
}
