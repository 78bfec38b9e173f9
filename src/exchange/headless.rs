//! The functions for other tools: JSON text in, JSON text out, nothing kept in between.

use serde::Serialize;

use super::read::read;
use super::report::{Opened, Refusal};
use super::write::write;
use crate::findings;
use crate::i18n::{Catalogue, Lang, texts::problem as say};
use crate::model::{Date, Problem, ProblemCode};

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// JSON Pointer (RFC 6901).
    pub pointer: String,
    /// A sentence for a person.
    pub message: String,
    /// The kind of problem, as [`ProblemCode::as_str`].
    pub code: &'static str,
}

impl Said {
    pub(super) fn new(problem: &Problem, catalogue: &Catalogue) -> Self {
        Self {
            pointer: problem.pointer.clone(),
            message: catalogue.say(&problem.phrase).into_owned(),
            code: problem.code.as_str(),
        }
    }
}

/// What `validate` finds.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Whether the dossier can be opened.
    pub valid: bool,
    /// Everything that keeps it from being opened, in the order of the file.
    pub errors: Vec<Said>,
    /// What deserves a look though it can be opened.
    pub warnings: Vec<Said>,
    /// Errors and warnings found beyond those listed; absent when there is none.
    #[serde(skip_serializing_if = "is_zero")]
    pub unlisted: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// Why a function gave nothing: the first error, and all of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Failure {
    /// The first error.
    #[serde(flatten)]
    pub first: Said,
    /// All of them, in the order of the file.
    pub errors: Vec<Said>,
    /// Which of several dossiers has these errors, from 0.
    pub input: usize,
}

/// Whether a file is a dossier, with every problem located. Messages are in the language of the dossier where it can
/// be read, else in French.
pub fn validate(bytes: &[u8]) -> Verdict {
    let opened = match read(bytes) {
        Ok(opened) => opened,
        Err(refusal) => {
            let catalogue = Catalogue::new(Lang::from_tag(&refusal.language));
            let errors = refusal.problems.iter().map(|problem| Said::new(problem, &catalogue)).collect();
            return Verdict { valid: false, errors, warnings: Vec::new(), unlisted: refusal.unlisted };
        }
    };
    let catalogue = Catalogue::new(Lang::from_tag(&opened.dossier.language));
    let report = opened.report;
    let unknown = report.unknown.into_iter().map(|pointer| Problem {
        pointer,
        code: ProblemCode::UnknownField,
        phrase: say::unknown_field(),
    });
    let warnings = report.warnings.into_iter().chain(unknown);
    Verdict {
        valid: true,
        errors: Vec::new(),
        warnings: warnings.map(|problem| Said::new(&problem, &catalogue)).collect(),
        unlisted: report.unknown_unlisted,
    }
}

/// The dossier in the present version of the format, as compact JSON.
pub fn migrate(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    open(bytes, 0).map(|opened| write(&opened.dossier))
}

/// The copy of a dossier at a level of privacy (see [`privacy`](super::privacy)), as compact JSON: `complete`,
/// `withoutPersonalData` or `public`.
pub fn reduce(bytes: &[u8], level: &str) -> Result<Vec<u8>, Failure> {
    let Opened { dossier, .. } = open(bytes, 0)?;
    let lang = Lang::from_tag(&dossier.language);
    let level = super::privacy::level(level).map_err(|unknown| {
        let phrase = say::unknown_value(unknown, "complete, withoutPersonalData, public");
        refused(lang, Problem { pointer: String::new(), code: ProblemCode::UnknownValue, phrase }, 1)
    })?;
    let copy = super::privacy::copy(&dossier, level).map_err(|refusal| failure(&refusal, 0))?;
    Ok(write(&copy.dossier))
}

/// The [`Difference`](super::Difference) between two dossiers, as JSON.
pub fn diff(before: &[u8], after: &[u8]) -> Result<String, Failure> {
    let (before, after) = (open(before, 0)?, open(after, 1)?);
    Ok(json(&super::diff(&before.dossier, &after.dossier)))
}

/// The [`merge`](super::merge::merge) of two dossiers, as JSON: `{dossier, conflicts, likenesses, matched,
/// lost}`. `base` is
/// what both come from; nothing, or the bytes `null`, when it is not known.
pub fn merge(base: &[u8], ours: &[u8], theirs: &[u8]) -> Result<String, Failure> {
    let known = !matches!(base.trim_ascii(), b"" | b"null");
    let base = known.then(|| open(base, 0)).transpose()?.map(|opened| opened.dossier);
    let (ours, theirs) = (open(ours, 1)?.dossier, open(theirs, 2)?.dossier);
    let merged =
        super::merge::merge(base.as_ref(), &ours, &theirs).map_err(|refusal| failure(&refusal, 1))?;
    let dossier = String::from_utf8(write(&merged.dossier)).unwrap_or_default();
    Ok(format!("{{\"dossier\":{dossier},{}}}", merged.told()))
}

/// What is computed on a dossier as it stands on a day, and its points of vigilance, as JSON. The day is
/// `YYYY-MM-DD`; sentences are in the language of the dossier. `only` names the parts to compute, apart by spaces:
/// `Some("positions votes")`; all of [`findings::PARTS`] when absent.
pub fn analyze(bytes: &[u8], on: &str, only: Option<&str>) -> Result<String, Failure> {
    let Opened { dossier, .. } = open(bytes, 0)?;
    let catalogue = Catalogue::new(Lang::from_tag(&dossier.language));
    let refused = |code, phrase| {
        refused(Lang::from_tag(&dossier.language), Problem { pointer: String::new(), code, phrase }, 1)
    };
    let day = Date::parse(on).ok_or_else(|| refused(ProblemCode::BadDate, say::bad_date(on)))?;
    let parts: Vec<&str> = match only {
        Some(only) => only.split(' ').filter(|part| !part.is_empty()).collect(),
        None => findings::PARTS.to_vec(),
    };
    if let Some(unknown) = parts.iter().find(|part| !findings::PARTS.contains(part)) {
        let phrase = say::unknown_value(*unknown, findings::PARTS.join(", "));
        return Err(refused(ProblemCode::UnknownValue, phrase));
    }
    Ok(json(&findings::analyze_only(&dossier, day, &catalogue, &parts)))
}

/// Anything that can be written, as compact JSON.
pub fn json(item: &impl Serialize) -> String {
    serde_json::to_string(item).unwrap_or_default()
}

/// Reads a dossier, the one of this rank among those given.
pub(super) fn open(bytes: &[u8], input: usize) -> Result<Opened, Failure> {
    read(bytes).map_err(|refusal| failure(&refusal, input))
}

/// A refusal for one reason.
pub(super) fn refused(lang: Lang, problem: Problem, input: usize) -> Failure {
    let said = Said::new(&problem, &Catalogue::new(lang));
    Failure { first: said.clone(), errors: vec![said], input }
}

/// A refusal in words.
pub(super) fn failure(refusal: &Refusal, input: usize) -> Failure {
    let catalogue = Catalogue::new(Lang::from_tag(&refusal.language));
    let errors: Vec<Said> = refusal.problems.iter().map(|problem| Said::new(problem, &catalogue)).collect();
    let unexplained = || Said { pointer: String::new(), message: String::new(), code: "wrongFormat" };
    Failure { first: errors.first().cloned().unwrap_or_else(unexplained), errors, input }
}

/// The functions as JSON text, for whoever cannot hold their results; a refusal is a JSON text too.
pub struct Tools {
    /// Whether bytes are a dossier.
    pub validate: fn(&[u8]) -> String,
    /// The dossier in the present version of the format.
    pub migrate: fn(&[u8]) -> Result<Vec<u8>, String>,
    /// The copy of a dossier at a level of privacy.
    pub reduce: fn(&[u8], &str) -> Result<Vec<u8>, String>,
    /// The differences of two dossiers.
    pub diff: fn(&[u8], &[u8]) -> Result<String, String>,
    /// The merge of an ancestor and two dossiers.
    pub merge: fn(&[u8], &[u8], &[u8]) -> Result<String, String>,
    /// What is computed on a dossier, as of a day; some parts of it.
    pub analyze: fn(&[u8], &str, Option<&str>) -> Result<String, String>,
}

/// The functions of this module.
pub const TOOLS: Tools = Tools {
    validate: |bytes| json(&validate(bytes)),
    migrate: |bytes| migrate(bytes).map_err(|failure| json(&failure)),
    reduce: |bytes, level| reduce(bytes, level).map_err(|failure| json(&failure)),
    diff: |before, after| diff(before, after).map_err(|failure| json(&failure)),
    merge: |base, ours, theirs| merge(base, ours, theirs).map_err(|failure| json(&failure)),
    analyze: |bytes, on, only| analyze(bytes, on, only).map_err(|failure| json(&failure)),
};
