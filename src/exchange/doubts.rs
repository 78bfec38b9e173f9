//! What is taken as it is though it looks wrong: identifiers that fail the check of their register.

use crate::i18n::texts::problem as say;
use crate::model::identifier::{Check, check, check_cog};
use crate::model::{Dossier, Problem, ProblemCode};

/// Most doubts listed for one file.
const MOST: usize = crate::model::json::MOST_PROBLEMS;

/// The identifiers of a dossier that deserve a look, in the order of the format.
pub(super) fn identifiers(dossier: &Dossier) -> Vec<Problem> {
    let territories = dossier.territories.iter().enumerate().filter_map(|(index, territory)| {
        let code = territory.code.as_ref()?;
        let found = if code.scheme.eq_ignore_ascii_case("COG") {
            check_cog(territory.kind, &code.value)
        } else {
            check(&code.scheme, &code.value)
        };
        doubt(found, &code.scheme, &code.value, || format!("/territories/{index}/code/value"))
    });
    let actors = dossier.actors.iter().enumerate().flat_map(|(place, actor)| {
        actor.identifiers.iter().enumerate().filter_map(move |(index, identifier)| {
            let found = check(&identifier.scheme, &identifier.value);
            let pointer = || format!("/actors/{place}/identifiers/{index}/value");
            doubt(found, &identifier.scheme, &identifier.value, pointer)
        })
    });
    territories.chain(actors).take(MOST).collect()
}

fn doubt(found: Check, scheme: &str, value: &str, pointer: impl FnOnce() -> String) -> Option<Problem> {
    let wrong = matches!(found, Check::WrongKey | Check::WrongShape) && !value.is_empty();
    wrong.then(|| Problem {
        pointer: pointer(),
        code: ProblemCode::DoubtfulIdentifier,
        phrase: say::doubtful_identifier(scheme, value),
    })
}
