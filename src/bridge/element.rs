//! What the class of the element calls: one [`Widget`] for each root that an element lives in.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use yew::AppHandle;

use crate::edit::Origin;
use crate::i18n::Lang;
use crate::model::Dossier;
use crate::ui::app::{App, Message};
use crate::ui::host::{ChangeNotice, File, Host, LoadMode, Mode, Options, Reply, Storage, Theme};
use crate::ui::reports::{Detail, Import, Told};
use crate::ui::screens;

#[wasm_bindgen]
extern "C" {
    /// The element, as far as the library may speak to it. Its functions run code of the page, but never throw.
    #[derive(Clone)]
    pub type Page;

    #[wasm_bindgen(method)]
    fn ready(this: &Page);
    #[wasm_bindgen(method)]
    fn changed(this: &Page, revision: u32, origin: &str, patch: &str, text: Vec<u8>, dirty: bool);
    #[wasm_bindgen(method)]
    fn edited(this: &Page, label: &str);
    #[wasm_bindgen(method)]
    fn imported(this: &Page, report: JsValue);
    #[wasm_bindgen(method)]
    fn error(this: &Page, code: &str, recoverable: bool);
    #[wasm_bindgen(method)]
    fn ask(this: &Page, what: &str, detail: JsValue, bytes: Option<Vec<u8>>, media_type: &str) -> bool;
    #[wasm_bindgen(method)]
    fn formats(this: &Page, call: &str, format: &str, bytes: Vec<u8>, settings: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn print(this: &Page, part: &str);
    #[wasm_bindgen(method)]
    fn saved(this: &Page, dirty: bool);
    #[wasm_bindgen(method, js_name = storedAs)]
    fn stored_as(this: &Page, key: &str);
}

#[wasm_bindgen]
extern "C" {
    /// What the attributes and properties of the element say, as `options.js` gathers it.
    pub type PageOptions;

    #[wasm_bindgen(method, getter)]
    fn lang(this: &PageOptions) -> String;
    #[wasm_bindgen(method, getter)]
    fn mode(this: &PageOptions) -> String;
    #[wasm_bindgen(method, getter)]
    fn steps(this: &PageOptions) -> Option<Array>;
    #[wasm_bindgen(method, getter)]
    fn theme(this: &PageOptions) -> String;
    #[wasm_bindgen(method, getter)]
    fn storage(this: &PageOptions) -> String;
    #[wasm_bindgen(method, getter, js_name = storageKey)]
    fn storage_key(this: &PageOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    fn heading_level(this: &PageOptions) -> u8;
    #[wasm_bindgen(method, getter, js_name = noToolbar)]
    fn no_toolbar(this: &PageOptions) -> bool;
    #[wasm_bindgen(method, getter, js_name = noImport)]
    fn no_import(this: &PageOptions) -> bool;
    #[wasm_bindgen(method, getter, js_name = noExport)]
    fn no_export(this: &PageOptions) -> bool;
    #[wasm_bindgen(method, getter)]
    fn handoff(this: &PageOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn standalone(this: &PageOptions) -> bool;
    #[wasm_bindgen(method, getter)]
    fn vocabulary(this: &PageOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn messages(this: &PageOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = readOnly)]
    fn read_only(this: &PageOptions) -> bool;
}

/// The version of the library, for the class to compare with its own.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Calls `listener` with the message of a panic. After one, this instance is not to be called any more: no code
/// of it runs to its end, and it saves nothing.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(listener: Function) {
    thread_local! {
        // A hook must be `Send`, which no JavaScript value is.
        static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
    }
    LISTENER.with(|kept| kept.replace(Some(listener)));
    yew::set_custom_panic_hook(Box::new(|info| {
        crate::store::poison();
        let message = info.to_string();
        LISTENER.with(|kept| {
            if let Ok(kept) = kept.try_borrow()
                && let Some(listener) = kept.as_ref()
            {
                // The element heals or shows the rescue panel; there is nobody else to tell of a failure of that.
                listener.call1(&JsValue::NULL, &JsValue::from_str(&message)).ok();
            }
        });
    }));
}

/// Breaks this instance on purpose, so that healing can be tested.
///
/// # Panics
///
/// Always.
#[cfg(feature = "provoke-panic")]
#[wasm_bindgen(js_name = provokePanic)]
#[expect(clippy::panic, reason = "what this is for")]
pub fn provoke_panic() {
    panic!("provoked by a test");
}

/// An app in its root. It is never ended, but parked and given to another element: Yew does not give back all the
/// memory of an app it ends.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    current: RefCell<Rc<RefCell<Option<Rc<Dossier>>>>>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts an app that waits for an element.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::HtmlElement) -> Self {
        let app = yew::Renderer::<App>::with_root(root.into()).render();
        Self { app, current: RefCell::default() }
    }

    /// Gives the app to an element. `text` is the dossier to go on with; `lost` names the change that a fault lost.
    pub fn attach(&self, options: &PageOptions, page: Page, text: Option<Vec<u8>>, lost: Option<String>) {
        let host = host(&page);
        self.current.replace(Rc::clone(&host.current));
        self.app.send_message(Message::Attach { options: read(options), host, text, lost });
    }

    /// Takes the app away from its element.
    pub fn park(&self) {
        self.current.replace(Rc::default());
        self.app.send_message(Message::Park);
    }

    /// Hands over what the attributes and properties say now.
    pub fn configure(&self, options: &PageOptions) {
        self.app.send_message(Message::Configure(read(options)));
    }

    /// Loads a dossier: `mode` is `replace`, `merge` or `source`. Gives the report.
    pub fn load(&self, bytes: Vec<u8>, mode: &str) -> Promise {
        let mode = match mode {
            "merge" => LoadMode::Merge,
            "source" => LoadMode::Source,
            _ => LoadMode::Replace,
        };
        self.ask(|reply| Message::Load { bytes, origin: Origin::Host, mode, reply })
    }

    /// Asks for the second part of the module again, after it could not be had.
    pub fn bring(&self) {
        self.app.send_message(Message::Bring);
    }

    /// Writes everything down.
    pub fn flush(&self) -> Promise {
        self.ask(Message::Flush)
    }

    /// Saves, unless the page does it itself. Gives who did.
    pub fn save(&self) -> Promise {
        self.ask(Message::Save)
    }

    /// Undoes the last change.
    pub fn undo(&self) -> Promise {
        self.then_settle(Message::Undo)
    }

    /// Does the undone change again.
    pub fn redo(&self) -> Promise {
        self.then_settle(Message::Redo)
    }

    /// Shows a step.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, step: String) -> Promise {
        self.then_settle(Message::GoTo(step))
    }

    /// Opens a blank dossier.
    pub fn reset(&self) -> Promise {
        self.then_settle(Message::Reset)
    }

    /// The open dossier as JSON text in UTF-8, as it is at this moment; nothing when none is open.
    pub fn text(&self) -> Option<Vec<u8>> {
        let screens = screens::loaded()?;
        self.dossier().map(|dossier| (screens.write)(&dossier))
    }

    fn dossier(&self) -> Option<Rc<Dossier>> {
        self.current.borrow().borrow().clone()
    }

    /// A promise of the app's answer.
    fn ask(&self, message: impl FnOnce(Reply) -> Message) -> Promise {
        let mut message = Some(message);
        Promise::new(&mut |resolve, reject| {
            let Some(message) = message.take() else { return };
            self.app.send_message(message(Box::new(move |answer| {
                let (way, answer) = match answer {
                    Ok(answer) => (resolve, plain(Told::Answer(answer))),
                    Err(said) => (reject, plain(Told::Said(said))),
                };
                // The functions of a promise do not throw.
                way.call1(&JsValue::NULL, &answer).ok();
            })));
        })
    }

    /// Sends a message that has no answer, and promises that it was dealt with.
    fn then_settle(&self, message: Message) -> Promise {
        self.app.send_message(message);
        self.ask(Message::Settle)
    }
}

/// Options come as an object that the class of the element made: what the page wrote freely (its words and lists) is
/// JSON text in it, and is read as text.
fn read(options: &PageOptions) -> Options {
    Options {
        lang: Lang::from_tag(&options.lang()),
        mode: if options.mode() == "view" { Mode::View } else { Mode::Edit },
        steps: options.steps().map(|steps| steps.iter().filter_map(|step| step.as_string()).collect()),
        theme: match options.theme().as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        },
        storage: if options.storage() == "local" { Storage::Local } else { Storage::None },
        storage_key: options.storage_key(),
        heading_level: options.heading_level(),
        no_toolbar: options.no_toolbar(),
        no_import: options.no_import(),
        no_export: options.no_export(),
        handoff: options.handoff(),
        standalone: options.standalone(),
        vocabulary: options.vocabulary(),
        messages: options.messages(),
        read_only: options.read_only(),
    }
}

/// A small value of ours as a plain object; nothing of the kind is told before the module is whole.
fn plain(told: Told) -> JsValue {
    screens::loaded().map_or(JsValue::NULL, |screens| (screens.plain)(&told))
}

/// The way from the app to the element.
fn host(page: &Page) -> Host {
    let of = |page: &Page| page.clone();
    let (ready, changed, edited, imported) = (of(page), of(page), of(page), of(page));
    let (error, ask, saved, stored_as) = (of(page), of(page), of(page), of(page));
    let (print, formats) = (of(page), of(page));
    Host {
        current: Rc::default(),
        changed: Rc::new(move |notice: ChangeNotice| {
            changed.changed(notice.revision, notice.origin, &notice.patch, notice.text, notice.dirty);
        }),
        edited: Rc::new(move |label: String| edited.edited(&label)),
        imported: Rc::new(move |report: &Import| imported.imported(plain(Told::Import(report.clone())))),
        error: Rc::new(move |code: String, recoverable| error.error(&code, recoverable)),
        ask: Rc::new(move |what: &str, detail: &Detail, file: Option<File>| {
            let (media_type, bytes) = file.unzip();
            let detail = plain(Told::Detail(detail.clone()));
            ask.ask(what, detail, bytes.map(<[u8]>::to_vec), media_type.unwrap_or_default())
        }),
        formats: Rc::new(move |call: &str, format: &str, bytes: Vec<u8>, settings: &str| {
            formats.formats(call, format, bytes, settings)
        }),
        print: Rc::new(move |part: &'static str| print.print(part)),
        ready: Rc::new(move || ready.ready()),
        saved: Rc::new(move |dirty| saved.saved(dirty)),
        stored_as: Rc::new(move |key: String| stored_as.stored_as(&key)),
    }
}
