//! Names that were taken out of their fields and still stand in a text that leaves.

use std::collections::HashMap;

use serde_json::Value;

use super::departure::StillNamed;

/// Names shorter than this are too common to look for, in characters.
const SHORTEST: usize = 4;

/// The texts of a file that hold one of the secrets, whatever the case, or an e-mail address.
pub(super) fn find(file: &Value, secrets: &[String]) -> Vec<StillNamed> {
    let bodies = organisations(file);
    let mut look = Look { by_word: HashMap::new(), pointer: String::new(), found: Vec::new() };
    for secret in secrets {
        let plain = secret.trim().to_lowercase();
        // One word is a function more often than a person, and an organisation may have answered in its own name.
        let telling = words(&plain).count() > 1 && !bodies.iter().any(|name| name.contains(&plain));
        if telling
            && plain.chars().count() >= SHORTEST
            && let Some(word) = words(&plain).max_by_key(|word| word.len())
        {
            let known = look.by_word.entry(word.to_owned()).or_default();
            if !known.iter().any(|(same, _)| *same == plain) {
                known.push((plain.clone(), secret.trim()));
            }
        }
    }
    look.value(file);
    look.found
}

/// The names of the actors and bodies, in lower case.
fn organisations(file: &Value) -> Vec<String> {
    let list = |list: &str, key: &str| -> Vec<String> {
        let items = file.get(list).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|item| Some(item.get(key)?.as_str()?.to_lowercase())).collect()
    };
    [list("actors", "name"), list("bodies", "title")].concat()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

struct Look<'s> {
    /// Secrets in lower case and as written, by their longest word: each text is read once, however many there are.
    by_word: HashMap<String, Vec<(String, &'s str)>>,
    pointer: String,
    found: Vec<StillNamed>,
}

impl Look<'_> {
    fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                if let Some(found) = self.in_text(text) {
                    self.found.push(StillNamed { pointer: self.pointer.clone(), text: text.clone(), found });
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.step(&index.to_string(), item);
                }
            }
            Value::Object(record) => {
                for (key, item) in record {
                    self.step(key, item);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, step: &str, value: &Value) {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(step);
        self.value(value);
        self.pointer.truncate(length);
    }

    fn in_text(&self, text: &str) -> Option<String> {
        let plain = text.to_lowercase();
        let named = words(&plain).find_map(|word| {
            let known = self.by_word.get(word)?;
            known
                .iter()
                .find(|(secret, _)| plain.contains(secret.as_str()))
                .map(|(_, said)| (*said).to_owned())
        });
        named.or_else(|| {
            let address = |word: &&str| {
                word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'))
            };
            text.split_whitespace().find(address).map(str::to_owned)
        })
    }
}
