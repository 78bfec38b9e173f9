//! The open lists, and what a host page renames, adds or hides in them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::guess::{self, Guess};
use crate::i18n::texts::vocabulary::{self as say, Entry, NEED_THEMES, PHASES, SUBKINDS, UNITS};
use crate::i18n::{Catalogue, Lang, Phrase, texts};
use crate::model::ActorKind;

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The code kept in the file.
    pub code: String,
    /// What people read.
    pub label: Phrase,
    /// Kept so that existing dossiers still read well, but no longer offered.
    pub hidden: bool,
}

/// The lists of the method with those of the host page.
///
/// The property `vocabulary` of the element holds, all parts optional:
///
/// ```json
/// {
///   "subkinds": {"publicAuthority": [{"code": "region", "fr": "Conseil régional", "en": "Regional council"},
///                                    {"code": "europe", "hidden": true}]},
///   "themes": [{"code": "seaweed", "fr": "Algues", "en": "Seaweed"}],
///   "phases": [], "units": [],
///   "labels": {"kind.business": {"fr": "Employeurs", "en": "Employers"}}
/// }
/// ```
///
/// A known code is renamed, an unknown one is added at the end of its list. A label may lack a language: the other one
/// serves. Keys of `labels` are those of the catalogue without `vocabulary`, with dots: `role.lead.plural`,
/// `condition.agreesNamed.question`, `mobilisation.0`, `stance.-1`.
#[derive(Clone, Debug, PartialEq)]
pub struct Vocabulary {
    subkinds: BTreeMap<ActorKind, Vec<Choice>>,
    themes: Vec<Choice>,
    phases: Vec<Choice>,
    units: Vec<Choice>,
    labels: BTreeMap<String, (String, String)>,
    ignored: Vec<String>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let subkinds = ActorKind::ALL.iter().map(|kind| (*kind, defaults(SUBKINDS, kind.as_str()))).collect();
        Self {
            subkinds,
            themes: defaults(NEED_THEMES, ""),
            phases: defaults(PHASES, ""),
            units: defaults(UNITS, ""),
            ..Self::closed()
        }
    }
}

fn defaults(list: &'static [Entry], family: &str) -> Vec<Choice> {
    let of_family = list.iter().filter(|entry| entry.family == family);
    of_family
        .map(|entry| Choice {
            code: entry.code.to_owned(),
            label: Phrase { text: &entry.text, args: Vec::new() },
            hidden: false,
        })
        .collect()
}

impl Vocabulary {
    /// The closed lists alone: what the first view names.
    pub const fn closed() -> Self {
        Self {
            subkinds: BTreeMap::new(),
            themes: Vec::new(),
            phases: Vec::new(),
            units: Vec::new(),
            labels: BTreeMap::new(),
            ignored: Vec::new(),
        }
    }

    /// The lists with the host page's own, given as JSON text. What is not understood changes nothing and is listed in
    /// [`Self::ignored`].
    pub fn with_overrides(json: &str) -> Self {
        let mut vocabulary = Self::default();
        match serde_json::from_str(json) {
            Ok(Value::Object(map)) => vocabulary.apply(&map),
            Ok(Value::Null) => {}
            _ => vocabulary.ignored.push(String::new()),
        }
        vocabulary
    }

    /// JSON Pointers of what was not understood in the overrides.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    fn apply(&mut self, map: &Map<String, Value>) {
        for (key, value) in map {
            match (key.as_str(), value) {
                ("subkinds", Value::Object(families)) => {
                    for (family, list) in families {
                        let pointer = format!("/subkinds/{family}");
                        match ActorKind::from_word(family).and_then(|kind| self.subkinds.get_mut(&kind)) {
                            Some(choices) => extend(choices, list, &pointer, &mut self.ignored),
                            None => self.ignored.push(pointer),
                        }
                    }
                }
                ("themes", list) => extend(&mut self.themes, list, "/themes", &mut self.ignored),
                ("phases", list) => extend(&mut self.phases, list, "/phases", &mut self.ignored),
                ("units", list) => extend(&mut self.units, list, "/units", &mut self.ignored),
                ("labels", Value::Object(labels)) => self.relabel(labels),
                _ => self.ignored.push(format!("/{key}")),
            }
        }
    }

    fn relabel(&mut self, labels: &Map<String, Value>) {
        let known: Vec<&str> = texts::vocabulary::every().iter().map(|text| text.key).collect();
        for (label, value) in labels {
            let key = catalogue_key(label);
            match both_languages(value) {
                Some(words) if known.contains(&key.as_str()) => {
                    self.labels.insert(key, words);
                }
                _ => self.ignored.push(format!("/labels/{label}")),
            }
        }
    }

    /// The texts of a page in a language: its own messages go before what its lists say, and these before ours.
    pub fn catalogue(&self, lang: Lang, messages: BTreeMap<String, String>) -> Catalogue {
        let mut own = self.messages(lang);
        own.extend(messages);
        Catalogue::new(lang).with_overrides(own)
    }

    /// What the host page calls the entries of closed lists, by key of the catalogue.
    fn messages(&self, lang: Lang) -> BTreeMap<String, String> {
        let word = |(fr, en): &(String, String)| match lang {
            Lang::Fr => fr.clone(),
            Lang::En => en.clone(),
        };
        self.labels.iter().map(|(key, words)| (key.clone(), word(words))).collect()
    }

    /// The sub-kinds of a family, hidden ones included.
    pub fn subkinds(&self, kind: ActorKind) -> &[Choice] {
        self.subkinds.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The label of a sub-kind: a code of any family, an old name under its present one, or free words as they are.
    pub fn subkind(&self, kind: Option<ActorKind>, code: &str) -> Phrase {
        let own = kind.into_iter().flat_map(|kind| self.subkinds(kind));
        let others = self.subkinds.values().flatten();
        let present = guess::present_code(code);
        let found = own.chain(others).find(|choice| choice.code == present.unwrap_or(code));
        found.map_or_else(|| as_they_are(code), |choice| choice.label.clone())
    }

    /// The themes of needs, objectives and meetings.
    pub fn themes(&self) -> &[Choice] {
        &self.themes
    }

    /// The label of a theme; free words stay as they are.
    pub fn theme(&self, code: &str) -> Phrase {
        label(&self.themes, code)
    }

    /// The usual phases, offered for a free field.
    pub fn phases(&self) -> &[Choice] {
        &self.phases
    }

    /// The label of a phase; free words stay as they are.
    pub fn phase(&self, code: &str) -> Phrase {
        label(&self.phases, code)
    }

    /// The units of contributions.
    pub fn units(&self) -> &[Choice] {
        &self.units
    }

    /// The label of a unit; free words stay as they are.
    pub fn unit(&self, code: &str) -> Phrase {
        label(&self.units, code)
    }

    /// The family and sub-kind that the name of an organisation, or the word for its type, suggests. The host page's
    /// own sub-kinds are looked for first.
    pub fn guess(&self, words: &str) -> Option<Guess> {
        let folded = guess::fold(words);
        let added = self
            .subkinds
            .iter()
            .flat_map(|(kind, choices)| choices.iter().map(move |choice| (*kind, choice)));
        for (kind, choice) in added {
            let said = choice.label.args.iter().any(|word| match word {
                crate::i18n::Arg::Text(word) => guess::holds(&folded, &guess::fold(word)),
                _ => false,
            });
            if said || choice.code == words {
                return Some(Guess { kind, subkind: Some(choice.code.clone()) });
            }
        }
        guess::guess(words)
    }

    /// The name of a step.
    pub fn step_name(&self, step: super::Step) -> Phrase {
        super::step_name(step)
    }

    /// What a step is for.
    pub fn step_purpose(&self, step: super::Step) -> Phrase {
        super::step_purpose(step)
    }

    /// What helps a step succeed, and what to beware of.
    pub fn step_tips(&self, step: super::Step) -> super::Tips {
        super::step_tips(step)
    }
}

/// Words that are the same in both languages.
fn as_they_are(words: &str) -> Phrase {
    say::words(words, words)
}

fn label(list: &[Choice], code: &str) -> Phrase {
    list.iter()
        .find(|choice| choice.code == code)
        .map_or_else(|| as_they_are(code), |choice| choice.label.clone())
}

/// `kind.business.short` → `vocabulary.kind_business_short`: the key of a text of the catalogue.
fn catalogue_key(label: &str) -> String {
    let mut key = "vocabulary.".to_owned();
    for letter in label.chars() {
        match letter {
            '.' => key.push('_'),
            '-' => key.push('m'),
            upper if upper.is_ascii_uppercase() => {
                key.push('_');
                key.push(upper.to_ascii_lowercase());
            }
            other => key.push(other),
        }
    }
    key
}

/// The words of an entry, the language that lacks replaced by the other.
fn both_languages(value: &Value) -> Option<(String, String)> {
    let word = |key: &str| value.get(key).and_then(Value::as_str).filter(|word| !word.trim().is_empty());
    let (fr, en) = (word("fr"), word("en"));
    Some((fr.or(en)?.to_owned(), en.or(fr)?.to_owned()))
}

fn extend(choices: &mut Vec<Choice>, list: &Value, pointer: &str, ignored: &mut Vec<String>) {
    let Value::Array(entries) = list else {
        ignored.push(pointer.to_owned());
        return;
    };
    for (index, entry) in entries.iter().enumerate() {
        let code = entry.get("code").and_then(Value::as_str).unwrap_or_default();
        let hidden = entry.get("hidden").and_then(Value::as_bool).unwrap_or_default();
        let words = both_languages(entry).map(|(fr, en)| say::words(fr, en));
        match (choices.iter_mut().find(|choice| choice.code == code), words) {
            (_, _) if code.is_empty() => ignored.push(format!("{pointer}/{index}")),
            (Some(known), words) => {
                known.hidden = hidden;
                if let Some(label) = words {
                    known.label = label;
                }
            }
            (None, Some(label)) => choices.push(Choice { code: code.to_owned(), label, hidden }),
            (None, None) => ignored.push(format!("{pointer}/{index}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_renames_adds_and_hides() {
        let vocabulary = Vocabulary::with_overrides(
            r#"{"subkinds":{"publicAuthority":[{"code":"region","fr":"Conseil régional","en":"Regional council"},
                {"code":"parc","fr":"Parc naturel"},{"code":"europe","hidden":true}],"nobody":[]},
                "labels":{"kind.business":{"fr":"Employeurs","en":"Employers"},"kind.none":{"fr":"x"}},"seas":1}"#,
        );
        let fr = vocabulary.catalogue(Lang::Fr, BTreeMap::new());
        let public = Some(ActorKind::PublicAuthority);
        assert_eq!(fr.say(vocabulary.subkind(public, "region")), "Conseil régional");
        assert_eq!(fr.say(vocabulary.subkind(public, "parc")), "Parc naturel");
        assert_eq!(Catalogue::new(Lang::En).say(vocabulary.subkind(public, "parc")), "Parc naturel");
        assert!(
            vocabulary.subkinds(ActorKind::PublicAuthority).iter().any(|c| c.code == "europe" && c.hidden)
        );
        assert_eq!(fr.say(crate::vocabulary::kind(ActorKind::Business)), "Employeurs");
        assert_eq!(vocabulary.ignored(), ["/subkinds/nobody", "/labels/kind.none", "/seas"]);
        let guessed = vocabulary.guess("Parc naturel du Verdon").unwrap();
        assert_eq!((guessed.kind, guessed.subkind.as_deref()), (ActorKind::PublicAuthority, Some("parc")));
    }

    #[test]
    fn old_names_read_as_the_present_ones() {
        let vocabulary = Vocabulary::default();
        let fr = Catalogue::new(Lang::Fr);
        for old in ["poleEmploi", "Pôle emploi", "pole emploi"] {
            assert_eq!(fr.say(vocabulary.subkind(None, old)), "France Travail");
        }
        assert_eq!(fr.say(vocabulary.subkind(Some(ActorKind::PublicAuthority), "Direccte")), "DREETS");
        assert_eq!(fr.say(vocabulary.subkind(None, "OPCA")), "OPCO");
        assert_eq!(fr.say(vocabulary.subkind(None, "syndicat d’initiative")), "syndicat d’initiative");
    }

    #[test]
    fn overrides_that_are_not_json_change_nothing() {
        let vocabulary = Vocabulary::with_overrides("{");
        assert_eq!(vocabulary.ignored(), [""]);
        assert_eq!(vocabulary.subkinds(ActorKind::Expert), Vocabulary::default().subkinds(ActorKind::Expert));
    }
}
