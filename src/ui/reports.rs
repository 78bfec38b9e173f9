//! What reading a file gave, as JSON text for the page.

use serde_json::{Value, json};

use crate::exchange::{Refusal, Report};
use crate::i18n::Catalogue;
use crate::model::{Problem, ProblemCode};

fn said(problem: &Problem, texts: &Catalogue) -> Value {
    json!({
        "pointer": problem.pointer,
        "code": problem.code.as_str(),
        "message": texts.say(&problem.phrase),
    })
}

/// What came in: `{"counts": {…}, "unknown": [pointer], "warnings": [{pointer, code, message}]}`.
pub fn report(report: &Report, texts: &Catalogue) -> String {
    let counts: serde_json::Map<String, Value> =
        report.counts.iter().map(|(list, count)| ((*list).to_owned(), (*count).into())).collect();
    let warnings: Vec<Value> = report.warnings.iter().map(|problem| said(problem, texts)).collect();
    json!({ "counts": counts, "unknown": report.unknown, "warnings": warnings }).to_string()
}

/// Why nothing came in: the first error as `{code, pointer, message}`, and all of them in `errors`.
pub fn refusal(refusal: &Refusal, texts: &Catalogue) -> String {
    let errors: Vec<Value> = refusal.problems.iter().map(|problem| said(problem, texts)).collect();
    let mut first =
        errors.first().cloned().unwrap_or_else(|| json!({ "code": "notJson", "pointer": "", "message": "" }));
    if let Value::Object(first) = &mut first {
        first.insert("errors".to_owned(), errors.into());
    }
    first.to_string()
}

/// Whether a newer version of the tool wrote the file.
pub fn is_newer(refusal: &Refusal) -> bool {
    refusal.problems.iter().any(|problem| problem.code == ProblemCode::NewerVersion)
}
