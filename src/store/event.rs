//! What passes between autosave and the screen.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::record::{KEPT_TEXTS, KeptWhy};
use super::status::{Status, Why};

/// Where the dossier is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// In this browser.
    #[default]
    Local,
    /// Nowhere: the host page takes care of it.
    None,
}

/// How autosave is set up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where the dossier is kept.
    pub mode: Mode,
    /// Which document of this origin. `None`: one a page (by its path, without `index.html`), and one more for
    /// each further element of the page, so that two institutions on one site never share by accident.
    pub key: Option<String>,
}

/// Gives the dossier as JSON text in UTF-8 when a save starts; `None` when it cannot be written.
pub type Provider = Rc<dyn Fn() -> Option<Vec<u8>>>;

/// An answer to come. The work goes on whether it is awaited or not.
pub type Reply<T> = Pin<Box<dyn Future<Output = T>>>;

/// What autosave tells the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Reading is over; exactly once after opening, and again after a retry or a rejection.
    Loaded(Loaded),
    /// The status changed.
    Status(Status),
    /// Another tab saved while this one had nothing unsaved: show theirs.
    Replaced {
        /// The dossier as text.
        text: Rc<str>,
        /// Milliseconds since 1970.
        saved_at: f64,
    },
    /// Another element or tab has the same document open; told once.
    AlsoOpen,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// Nothing is stored.
    Nothing,
    /// A whole text; whether it is a dossier is for the caller to judge.
    Text {
        /// The dossier as text.
        text: Rc<str>,
        /// Milliseconds since 1970.
        saved_at: f64,
        /// It comes from what was written in haste when the page was closed.
        recovered: bool,
    },
    /// The newest text cannot be read. It is set aside, and nothing is written until the person has chosen.
    Damaged {
        /// As much of it as can be shown.
        raw: Rc<str>,
        /// The newest whole text before it.
        previous: Option<Previous>,
    },
    /// A later version wrote it: read only.
    Newer {
        /// The text as it stands, for download.
        raw: Option<Rc<str>>,
    },
    /// Nothing could be read; work goes on in memory.
    Refused {
        /// Why.
        reason: Why,
    },
}

/// An earlier text to fall back on.
#[derive(Clone, Debug, PartialEq)]
pub struct Previous {
    /// The dossier as text.
    pub text: Rc<str>,
    /// Milliseconds since 1970.
    pub saved_at: f64,
}

/// Names a stored text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionId {
    /// A revision, by number.
    Revision(u64),
    /// A text kept outside the chain, by place.
    Kept(u64),
}

/// What a stored text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionKind {
    /// A state that was the newest once.
    Revision,
    /// A text set aside.
    Kept(KeptWhy),
}

/// A stored text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Version {
    /// Its name.
    pub id: VersionId,
    /// What it is.
    pub kind: VersionKind,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// Length in bytes of UTF-8.
    pub bytes: u64,
}

/// The texts in which what two dossiers both come from is looked for: the last revisions and what was set aside, then
/// whatever left, however many saves there were since.
pub fn possible_ancestors(versions: &[Version]) -> Vec<VersionId> {
    let (left, saved): (Vec<&Version>, Vec<&Version>) =
        versions.iter().partition(|version| version.kind == VersionKind::Kept(KeptWhy::Sent));
    saved.into_iter().take(KEPT_TEXTS as usize).chain(left).map(|version| version.id).collect()
}
