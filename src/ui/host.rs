//! The border between the app and the page that hosts it: what the page asks for and what it is told.
//!
//! Nothing here knows JavaScript, a promise apart: the bridge turns calls of the page into these values and back.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;

use super::reports::{Answer, Detail, Import, Said};
use crate::i18n::Lang;
use crate::model::Dossier;

/// What the page is told about a change; changes are coalesced for at most 250 ms.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeNotice {
    /// Revision after the change.
    pub revision: u32,
    /// [`crate::edit::Origin::as_str`] of the last change in it.
    pub origin: &'static str,
    /// RFC 6902 patch, as JSON text because it holds parts of a dossier, from the dossier of the previous notice to this one.
    pub patch: String,
    /// The dossier as JSON text: what the page keeps to start again from after a fault.
    pub text: Vec<u8>,
    /// Whether something is not saved yet.
    pub dirty: bool,
}

/// What would be downloaded: media type and contents.
pub type File<'a> = (&'a str, &'a [u8]);

/// Where the answer to a request of the page goes, or why it came to nothing.
pub type Reply = Box<dyn FnOnce(Result<Answer, Said>)>;

/// How a loaded dossier meets the one that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoadMode {
    /// Takes its place, as one undoable step.
    #[default]
    Replace,
    /// Is merged into it, as one undoable step.
    Merge,
    /// Comes from the attribute `src`: takes its place only where nothing of a person's would disappear (the open
    /// dossier is blank, or came from `src` and was not touched); otherwise the open one stays and the other is offered.
    Source,
}

/// Whether the dossier can be changed at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Everything can be changed.
    #[default]
    Edit,
    /// For reading only.
    View,
}

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page or of the system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where the dossier is kept between two visits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// Nowhere: the page keeps it.
    #[default]
    None,
    /// In this browser.
    Local,
}

/// What the attributes and properties of the element say, as one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Language, already resolved from the element and the page around it.
    pub lang: Lang,
    /// Whether the dossier can be changed; `read_only` says the same and either suffices.
    pub mode: Mode,
    /// The steps to show and their order; all when absent.
    pub steps: Option<Vec<String>>,
    /// Colours.
    pub theme: Theme,
    /// Where the dossier is kept.
    pub storage: Storage,
    /// Tells apart the dossiers of several elements of one origin.
    pub storage_key: Option<String>,
    /// Level of the headings of a step, 1 to 6.
    pub heading_level: u8,
    /// Without the bar at the top.
    pub no_toolbar: bool,
    /// Without any way to open a file.
    pub no_import: bool,
    /// Without any way to make a file.
    pub no_export: bool,
    /// The page takes a dossier that is handed over: words for the button, or an empty text for ours.
    pub handoff: Option<String>,
    /// The element is the whole page.
    pub standalone: bool,
    /// JSON text: lists of words that the page sets in place of ours.
    pub vocabulary: Option<String>,
    /// JSON text: texts of the screen that the page sets in place of ours, by key.
    pub messages: Option<String>,
    /// Nothing can be changed by a person for now.
    pub read_only: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            mode: Mode::default(),
            steps: None,
            theme: Theme::default(),
            storage: Storage::default(),
            storage_key: None,
            heading_level: 2,
            no_toolbar: false,
            no_import: false,
            no_export: false,
            handoff: None,
            standalone: false,
            vocabulary: None,
            messages: None,
            read_only: false,
        }
    }
}

impl Options {
    /// Whether a person can change the dossier.
    pub fn editable(&self) -> bool {
        self.mode == Mode::Edit && !self.read_only
    }
}

/// The way from the app to the page. Each call may run code of the page, which may call the element in turn:
/// hold no borrow across one.
#[derive(Clone)]
pub struct Host {
    /// The open dossier, for the questions that the page asks at once; the app sets it at every change,
    /// before anything else.
    pub current: Rc<RefCell<Option<Rc<Dossier>>>>,
    /// A change, coalesced.
    pub changed: Rc<dyn Fn(ChangeNotice)>,
    /// The label of each change, at once: names the edit that a fault may lose.
    pub edited: Rc<dyn Fn(String)>,
    /// A file was read: the report.
    pub imported: Rc<dyn Fn(&Import)>,
    /// Something went wrong: a code, and whether work can go on.
    pub error: Rc<dyn Fn(String, bool)>,
    /// Asks the page before saving (`"save"`), exporting (`"export"`) or handing a sheet over (`"handoff"`); `false` when the page does it itself.
    pub ask: Rc<dyn Fn(&str, &Detail, Option<File>) -> bool>,
    /// Asks for the module of other tools' files, and of it a function (`exportTo`, `importFrom`) on a format, bytes
    /// and settings (JSON text). The promise is the page's own: [`formats`](super::formats) reads what it gives.
    pub formats: Rc<dyn Fn(&str, &str, Vec<u8>, &str) -> Promise>,
    /// Prints a part of the widget alone: `roles`, the document of the role table, or `summary`, the step.
    pub print: Rc<dyn Fn(&'static str)>,
    /// The app can be used; called once after each attachment.
    pub ready: Rc<dyn Fn()>,
    /// Whether something is not saved yet, whenever that changes.
    pub saved: Rc<dyn Fn(bool)>,
    /// The key of the store that was opened, which the page gives back in [`Options::storage_key`] when the element
    /// is mounted again: two elements without a key of their own must not swap their dossiers.
    pub stored_as: Rc<dyn Fn(String)>,
}

impl Default for Host {
    /// Nobody listens: the app is parked.
    fn default() -> Self {
        Self {
            current: Rc::default(),
            changed: Rc::new(|_| {}),
            edited: Rc::new(|_| {}),
            imported: Rc::new(|_| {}),
            error: Rc::new(|_, _| {}),
            ask: Rc::new(|_, _, _| true),
            formats: Rc::new(|_, _, _, _| Promise::reject(&JsValue::NULL)),
            print: Rc::new(|_| {}),
            ready: Rc::new(|| {}),
            saved: Rc::new(|_| {}),
            stored_as: Rc::new(|_| {}),
        }
    }
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.current, &other.current)
    }
}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Host").finish_non_exhaustive()
    }
}
