//! What is taken as it is though it looks wrong: identifiers that fail the check of their register.

use crate::i18n::texts::problem as say;
use crate::model::identifier::{Check, check, check_cog};
use crate::model::{Dossier, Problem, ProblemCode};

/// Most doubts listed for one file.
const MOST: usize = crate::model::json::MOST_PROBLEMS;

/// The identifiers of a dossier that deserve a look, in the order of the format.
pub(super) fn identifiers(dossier: &Dossier) -> Vec<Problem> {
    let mut doubts = Vec::new();
    for (index, territory) in dossier.territories.iter().enumerate() {
        let Some(code) = &territory.code else { continue };
        let found = if code.scheme.eq_ignore_ascii_case("COG") {
            check_cog(territory.kind, &code.value)
        } else {
            check(&code.scheme, &code.value)
        };
        doubt(&mut doubts, found, &code.scheme, &code.value, || format!("/territories/{index}/code/value"));
    }
    for (place, actor) in dossier.actors.iter().enumerate() {
        for (index, identifier) in actor.identifiers.iter().enumerate() {
            let found = check(&identifier.scheme, &identifier.value);
            let pointer = || format!("/actors/{place}/identifiers/{index}/value");
            doubt(&mut doubts, found, &identifier.scheme, &identifier.value, pointer);
        }
    }
    doubts
}

fn doubt(
    doubts: &mut Vec<Problem>,
    found: Check,
    scheme: &str,
    value: &str,
    pointer: impl FnOnce() -> String,
) {
    let wrong = matches!(found, Check::WrongKey | Check::WrongShape) && !value.is_empty();
    if wrong && doubts.len() < MOST {
        doubts.push(Problem {
            pointer: pointer(),
            code: ProblemCode::DoubtfulIdentifier,
            phrase: say::doubtful_identifier(scheme, value),
        });
    }
}
