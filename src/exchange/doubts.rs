//! What is taken as it is though it looks wrong: identifiers that fail the check of their register, texts that hide
//! which way they are written.

use serde_json::Value;

use crate::i18n::texts::problem as say;
use crate::model::identifier::{Check, check, check_cog};
use crate::model::json::pointer_step;
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

/// The marks that embed or isolate a direction of writing (Unicode, UAX #9 §2): `A\u{202e}gnp.exe` shows as `Aexe.png`.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a file may hold such marks, written out or as escapes: nearly none does, and the others are not searched.
pub(super) fn may_turn(json: &str) -> bool {
    let bytes = json.as_bytes();
    // In UTF-8, each of the marks starts with the same byte: one look at a file of megabytes.
    bytes.iter().enumerate().filter(|(_, byte)| matches!(**byte, 0xe2 | b'\\')).any(|(at, _)| {
        matches!(
            bytes.get(at..).unwrap_or_default(),
            [0xe2, 0x80, 0xaa..=0xae, ..]
                | [0xe2, 0x81, 0xa6..=0xa9, ..]
                | [_, b'u', b'2', b'0', b'2' | b'6', ..]
        )
    })
}

/// The texts that hold such marks, in the order of the value, each shown with the marks as code points.
pub(super) fn turned(file: &Value) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut waiting = vec![(String::new(), file)];
    while let Some((pointer, value)) = waiting.pop() {
        match value {
            Value::String(text) if text.contains(turns) && found.len() < MOST => {
                let phrase = say::hidden_direction(shown(text));
                found.push(Problem { pointer, code: ProblemCode::HiddenDirection, phrase });
            }
            // Last pushed is first seen: in reverse, so that the order is that of the value.
            Value::Array(items) => {
                let places = items.iter().enumerate().rev();
                waiting.extend(places.map(|(index, item)| (format!("{pointer}/{index}"), item)));
            }
            Value::Object(fields) => {
                let places = fields.iter().rev();
                waiting
                    .extend(places.map(|(key, field)| (format!("{pointer}/{}", pointer_step(key)), field)));
            }
            _ => {}
        }
    }
    found
}

/// The beginning of a text, its marks made visible.
fn shown(text: &str) -> String {
    let visible = |c: char| if turns(c) { format!("[U+{:04X}]", u32::from(c)) } else { c.to_string() };
    text.chars().take(60).map(visible).collect()
}
