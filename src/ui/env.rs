//! What every component can reach: words and settings on one side, the dossier on the other.

use std::rc::Rc;

use yew::prelude::*;

use super::drafts::Drafts;
use super::insights::Insights;
use super::live::Live;
use crate::edit::Command;
use crate::i18n::{Catalogue, Formatter, Phrase};
use crate::model::{Date, Dossier, Id};
use crate::vocabulary::{Step, Vocabulary};

/// A place a person can be taken to: a step, and an object in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Step.
    pub step: Step,
    /// Object chosen in the step.
    pub object: Option<Id>,
    /// What to bring forward in it, in words the step knows (`contacts`, `conditions`, `next`…).
    pub field: Option<String>,
}

impl Place {
    /// The step itself.
    pub fn step(step: Step) -> Self {
        Self { step, object: None, field: None }
    }

    /// An object of a step.
    pub fn object(step: Step, object: Id) -> Self {
        Self { step, object: Some(object), field: None }
    }

    /// With something to bring forward.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl From<&crate::findings::Place> for Place {
    fn from(place: &crate::findings::Place) -> Self {
        Self { step: place.step, object: place.object.clone(), field: place.field.map(str::to_owned) }
    }
}

/// Makes a command from the dossier as it is when the change takes place.
pub type Change = Box<dyn FnOnce(&Dossier) -> Option<Command>>;

/// A dialog over the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Window {
    /// Bring a file or a pasted text in.
    Import,
    /// Take the dossier out.
    Export,
    /// Open an example.
    Examples,
    /// The role table as a document, whole or for one actor.
    RoleTable(Option<Id>),
    /// Set a finding aside: its index in [`Insights::findings`].
    SetAside(usize),
    /// Earlier revisions kept on this device.
    Revisions,
    /// Erase what this device keeps.
    Erase,
    /// Send partners their sheets: those chosen already.
    Sheets(Vec<Id>),
    /// Look at the answers of partners: an answer read already.
    Answers(Option<Rc<Dossier>>),
    /// Merge a file into the open dossier.
    Merge(Beside),
    /// What changed between the open dossier and another.
    Compare(Beside),
    /// The snapshots of the dossier.
    Snapshots,
    /// Keyboard help.
    Keys,
}

/// Another dossier beside the open one.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// It.
    pub dossier: Rc<Dossier>,
    /// What people call it: the name of a file, the title of a snapshot, the day of a version.
    pub name: String,
    /// Whether it is what the open dossier may become, rather than what it was.
    pub later: bool,
}

/// What a component asks for.
pub enum Intent {
    /// A change; edits with the same key undo together.
    Change(Change, Option<String>),
    /// The same, from a control that shows it by itself: the rest of the screen follows when the person pauses.
    Type(Change, Option<String>),
    /// An organisation, by its name, enters as the first actor and carries the project.
    Carrier(String),
    /// Undo the last change.
    Undo,
    /// Redo the change undone last.
    Redo,
    /// Go to a place.
    Go(Place),
    /// Say something at the foot of the screen, with or without a button that undoes.
    Toast(Phrase, bool),
    /// Take a message away.
    Dismiss(u32),
    /// Open a dialog, or close the one that is open.
    Show(Option<Window>),
    /// Replace the dossier with one that was read; what to say once done.
    Open(Box<Dossier>, Phrase),
    /// Show or fold the drawer.
    Drawer(bool),
    /// Change the language of the screen.
    Speak(crate::i18n::Lang),
    /// Change the theme: `auto`, `light` or `dark`.
    Theme(&'static str),
    /// Print a part of the screen alone: `roles` or `summary`.
    Print(&'static str),
    /// Download the dossier.
    Download,
    /// Download a file made elsewhere, unless the page takes it: format, name, MIME type, bytes.
    Deliver(&'static str, String, String, Vec<u8>),
    /// A file made in a dialog leaves, unless the page takes it.
    Leave(Box<super::reports::Outgoing>),
    /// Files go from hand to hand, several at once: those that the page does not take and that may be downloaded are
    /// given back.
    HandOut(Vec<super::reports::Outgoing>, Box<dyn FnOnce(Vec<super::reports::Outgoing>)>),
    /// The open sheet goes back to whoever sent it.
    SendBack,
    /// Make or read the file of another tool.
    Convert(super::formats::Work),
    /// Save now.
    Save,
    /// Hand the dossier over to the page.
    HandOver,
    /// A conflict between tabs: keep ours (true) or take theirs.
    Settle(bool),
    /// Start a blank dossier.
    Blank,
    /// Erase what this device keeps of the dossier, and go on with a blank one.
    Erase,
    /// Ask for the versions kept on this device.
    Versions(Box<dyn FnOnce(Vec<crate::store::Version>)>),
    /// Ask for the text of one of them.
    VersionText(crate::store::VersionId, Box<dyn FnOnce(Option<std::rc::Rc<str>>)>),
}

/// Words, lists and settings, and the way to ask for changes.
#[derive(Clone)]
pub struct Env(Rc<Inner>);

/// The contents of an [`Env`].
pub struct Inner {
    /// Words.
    pub texts: Catalogue,
    /// Lists.
    pub vocabulary: Rc<Vocabulary>,
    /// Whether nothing can be changed.
    pub read_only: bool,
    /// Level of the title of a step; parts of it are one below.
    pub heading_level: u8,
    /// Steps shown, in order, the summary apart.
    pub steps: Vec<Step>,
    /// No way in.
    pub no_import: bool,
    /// No way out.
    pub no_export: bool,
    /// The page takes a dossier that is handed over: words for the button, or an empty text for ours.
    pub handoff: Option<AttrValue>,
    /// Whether this device keeps the dossier.
    pub kept_here: bool,
    /// No top bar.
    pub no_toolbar: bool,
    /// Texts begun and not recorded yet.
    pub drafts: Rc<Drafts>,
    /// What is typed ahead of the screen.
    pub live: Rc<Live>,
    /// What to do with an intent.
    pub dispatch: Callback<Intent>,
}

impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Env {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Env {
    /// Wraps the contents.
    pub fn new(inner: Inner) -> Self {
        Self(Rc::new(inner))
    }

    /// The words of a phrase.
    pub fn say(&self, phrase: impl std::borrow::Borrow<Phrase>) -> AttrValue {
        self.texts.say(phrase).into()
    }

    /// How figures and dates are written.
    pub fn format(&self) -> &Formatter {
        self.texts.formatter()
    }

    /// Asks for something.
    pub fn ask(&self, intent: Intent) {
        self.dispatch.emit(intent);
    }

    /// Asks for a change.
    pub fn run(&self, command: Command) {
        self.ask(Intent::Change(Box::new(move |_| Some(command)), None));
    }

    /// Asks for a change made from the dossier of that moment.
    pub fn change(&self, change: impl FnOnce(&Dossier) -> Option<Command> + 'static) {
        self.ask_change(Box::new(change), None);
    }

    /// Asks for a change that undoes together with the ones before it that bear the same key: the letters of a word.
    pub fn typing(&self, key: impl Into<String>, change: impl FnOnce(&Dossier) -> Option<Command> + 'static) {
        self.ask_change(Box::new(change), Some(key.into()));
    }

    fn ask_change(&self, change: Change, key: Option<String>) {
        self.ask(if self.live.ask() { Intent::Type(change, key) } else { Intent::Change(change, key) });
    }

    /// Goes to a place.
    pub fn go(&self, place: Place) {
        self.ask(Intent::Go(place));
    }

    /// Says something at the foot of the screen.
    pub fn toast(&self, phrase: Phrase) {
        self.ask(Intent::Toast(phrase, false));
    }

    /// Opens a dialog.
    pub fn show(&self, window: Window) {
        self.ask(Intent::Show(Some(window)));
    }

    /// A callback that goes to a place.
    pub fn going<T>(&self, place: Place) -> Callback<T> {
        let env = self.clone();
        Callback::from(move |_| env.go(place.clone()))
    }

    /// A callback that asks for an intent made afresh each time.
    pub fn asking<T>(&self, intent: impl Fn() -> Intent + 'static) -> Callback<T> {
        let env = self.clone();
        Callback::from(move |_| env.ask(intent()))
    }

    /// Today, by the clock of the device.
    pub fn today(&self) -> Date {
        today()
    }

    /// A tag `h1`…`h6`: 0 for the title of the step, 1 for a part of it, and so on.
    pub fn heading(&self, depth: u8) -> String {
        format!("h{}", (self.heading_level + depth).clamp(1, 6))
    }

    /// Alphabetical order for people.
    pub fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.format().compare(a, b)
    }
}

/// Today, by the clock of the device.
pub fn today() -> Date {
    Date(crate::i18n::today())
}

/// Random bits for a new id, so that two institutions never give the same one.
pub fn entropy() -> u64 {
    let [a, b] = [js_sys::Math::random(), js_sys::Math::random()];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "random bits")]
    let bits = ((a * 4_294_967_296.0) as u64) << 32 | (b * 4_294_967_296.0) as u64;
    bits
}

/// The dossier, and what the analysis found in it.
#[derive(Clone)]
pub struct Data {
    /// The dossier now.
    pub dossier: Rc<Dossier>,
    /// What the analysis found, a moment ago at most.
    pub insights: Rc<Insights>,
    /// Where the person is.
    pub place: Place,
    /// Grows each time the person is taken somewhere, even to where they are.
    pub visit: u32,
}

impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dossier, &other.dossier)
            && Rc::ptr_eq(&self.insights, &other.insights)
            && self.place == other.place
            && self.visit == other.visit
    }
}

/// Where the person is and what the analysis found: all that the frame around a step shows, and what letters typed
/// in the step do not change.
#[derive(Clone)]
pub struct Outlook {
    /// What the analysis found, a moment ago at most.
    pub insights: Rc<Insights>,
    /// Where the person is.
    pub place: Place,
    /// Grows each time the person is taken somewhere, even to where they are.
    pub visit: u32,
}

impl PartialEq for Outlook {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.insights, &other.insights) && self.place == other.place && self.visit == other.visit
    }
}

/// The environment.
///
/// # Panics
///
/// Outside the application, which always provides it.
#[hook]
#[expect(clippy::expect_used, reason = "every component is rendered under the application")]
pub fn use_env() -> Env {
    use_context::<Env>().expect("rendered under App")
}

/// The data.
///
/// # Panics
///
/// Outside the application, which always provides it.
#[hook]
#[expect(clippy::expect_used, reason = "every component is rendered under the application")]
pub fn use_data() -> Data {
    use_context::<Data>().expect("rendered under App")
}

/// The outlook.
///
/// # Panics
///
/// Outside the application, which always provides it.
#[hook]
#[expect(clippy::expect_used, reason = "every component is rendered under the application")]
pub fn use_outlook() -> Outlook {
    use_context::<Outlook>().expect("rendered under App")
}
