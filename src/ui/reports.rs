//! What the page is told: small values of a fixed shape, which the bridge turns into plain objects.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

use crate::exchange::{Refusal, Report};
use crate::i18n::Catalogue;
use crate::model::{Problem, ProblemCode};

/// What deserves a look, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// JSON Pointer of the place in the dossier; empty when there is none.
    pub pointer: String,
    /// What it is about, as a word that stays.
    pub code: &'static str,
    /// What to read, in the language of the screen.
    pub message: String,
}

/// What came in with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Import {
    /// Records by list of the dossier.
    #[serde(serialize_with = "by_list")]
    pub counts: Vec<(&'static str, usize)>,
    /// JSON Pointers of fields that are kept though unknown.
    pub unknown: Vec<String>,
    /// What was taken as it is though it looks wrong.
    pub warnings: Vec<Said>,
    /// After a merge, what is to be told of it, as members of a JSON object: it holds parts of a dossier, so the
    /// element reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged: Option<String>,
}

fn by_list<S: Serializer>(counts: &[(&'static str, usize)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(counts.iter().copied())
}

/// The answer to a request of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// It is done.
    Done {},
    /// A dossier was read.
    Import(Import),
    /// It is saved.
    Saved {
        /// By whom: `storage` or `host`.
        #[serde(rename = "handledBy")]
        handled_by: &'static str,
    },
}

/// A file that leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// What the page is told of it.
    pub detail: Detail,
    /// Its media type.
    pub media_type: String,
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Goes from hand to hand (`handoff`) rather than into a folder (`export`).
    pub handoff: bool,
}

/// What the page is asked to do itself: `save`, without a detail, `export`, or `handoff`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// Format of the export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// What was taken out: `complete`, `withoutPersonalData` or `public`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy: Option<&'static str>,
    /// How a table is written: `french` or `rfc4180`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csv: Option<String>,
    /// What is handed over: the open `dossier`, the `sheet` of a partner, or its `answer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// Id of the actor whose sheet it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// The file handed over, as JSON text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Name that the file would bear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

fn said(problem: &Problem, texts: &Catalogue) -> Said {
    Said {
        pointer: problem.pointer.clone(),
        code: problem.code.as_str(),
        message: texts.say(&problem.phrase).to_string(),
    }
}

/// What came in.
pub fn report(report: &Report, texts: &Catalogue) -> Import {
    Import {
        counts: report.counts.clone(),
        unknown: report.unknown.clone(),
        warnings: report.warnings.iter().map(|problem| said(problem, texts)).collect(),
        merged: None,
    }
}

/// Why nothing came in: the first problem.
pub fn refusal(refusal: &Refusal, texts: &Catalogue) -> Said {
    refusal.problems.first().map_or_else(|| refused("notJson"), |problem| said(problem, texts))
}

/// A refusal that has nothing to do with the contents of a dossier.
pub fn refused(code: &'static str) -> Said {
    Said { pointer: String::new(), code, message: code.to_owned() }
}

/// Whether a newer version of the tool wrote the file.
pub fn is_newer(refusal: &Refusal) -> bool {
    refusal.problems.iter().any(|problem| problem.code == ProblemCode::NewerVersion)
}

/// Anything that the page is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Told {
    /// The answer to a request.
    Answer(Answer),
    /// Why a request came to nothing.
    Said(Said),
    /// What came in.
    Import(Import),
    /// What it is asked to do itself.
    Detail(Detail),
}

/// A value for the page as a plain object. Only for shapes whose keys are all written in this program: a key of a
/// dossier, such as `__proto__`, would reach the prototype of the object. Dossiers and patches cross as text.
pub fn plain(told: &Told) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    // Numbers beyond what JavaScript counts are all that could fail, and there are none.
    told.serialize(&serializer).unwrap_or(JsValue::NULL)
}
