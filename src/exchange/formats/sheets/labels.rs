//! The names by which cells designate records.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::i18n::Catalogue;
use crate::model::RoleKind;
use crate::vocabulary;

/// The lists whose records are designated, those that name others after them.
pub(super) const LISTS: [&str; 13] = [
    "actors",
    "objectives",
    "functions",
    "territories",
    "pathway",
    "waves",
    "agreements",
    "admissionCriteria",
    "otherProjects",
    "roles",
    "bodies",
    "bodies/colleges",
    "bodies/seats",
];

/// The names of the records of each list, both ways.
#[derive(Default)]
pub(in crate::exchange::formats) struct Labels {
    names: BTreeMap<(&'static str, String), String>,
    ids: BTreeMap<(&'static str, String), String>,
}

impl Labels {
    /// The names of the records of a dossier. A name that two records bear is followed by the id.
    pub(in crate::exchange::formats) fn of(dossier: &Value, texts: &Catalogue) -> Self {
        let mut labels = Self::default();
        for list in LISTS {
            let found: Vec<(String, String)> = records(dossier, list)
                .into_iter()
                .filter_map(|(_, record)| {
                    Some((record.get("id")?.as_str()?.to_owned(), labels.plain(list, record, texts)))
                })
                .collect();
            labels.settle(list, &found);
        }
        labels
    }

    /// Names the records of a list: id and name of each.
    pub(super) fn settle(&mut self, list: &'static str, found: &[(String, String)]) {
        let mut borne: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, name) in found {
            *borne.entry(name).or_default() += 1;
        }
        for (id, name) in found {
            let alone = borne.get(name.as_str()) == Some(&1);
            let ambiguous = name.is_empty() || !alone || name.ends_with(']') || name.trim() != name;
            self.add(list, id, if ambiguous { format!("{name} [{id}]") } else { name.clone() });
        }
    }

    /// Adds a record.
    pub(in crate::exchange::formats) fn add(&mut self, list: &'static str, id: &str, label: String) {
        let label = label.trim().to_owned();
        self.ids.insert((list, label.clone()), id.to_owned());
        self.names.insert((list, id.to_owned()), label);
    }

    /// The name of a record; its id where it has none.
    pub(in crate::exchange::formats) fn name(&self, list: &'static str, id: &str) -> String {
        self.names.get(&(list, id.to_owned())).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The id of the record that a cell designates: by its name, by the id between brackets, or by its id alone.
    pub(in crate::exchange::formats) fn id(&self, list: &'static str, label: &str) -> Option<String> {
        if let Some(id) = self.ids.get(&(list, label.to_owned())) {
            return Some(id.clone());
        }
        let bracketed = label.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')).map(|(_, id)| id);
        let id = bracketed.unwrap_or(label);
        self.names.contains_key(&(list, id.to_owned())).then(|| id.to_owned())
    }

    fn plain(&self, list: &str, record: &Value, texts: &Catalogue) -> String {
        let word = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default();
        match list {
            "bodies/seats" => match word("actor") {
                "" => String::new(),
                actor => self.name("actors", actor),
            },
            "roles" => {
                let role = RoleKind::from_word(word("role"))
                    .map_or_else(String::new, |role| texts.say(vocabulary::role(role)).into_owned());
                format!("{} · {role}", self.name("actors", word("actor")))
            }
            _ => [word("name"), word("title")].concat(),
        }
    }
}

/// The records of a list, `list` or `list/inner`, each with the one that holds it. The project is a list of one.
pub(super) fn records<'v>(dossier: &'v Value, path: &str) -> Vec<(Option<&'v Value>, &'v Value)> {
    let items = |of: &'v Value, key: &str| match of.get(key) {
        Some(Value::Array(items)) => items.iter().collect::<Vec<_>>(),
        Some(project @ Value::Object(_)) => vec![project],
        _ => Vec::new(),
    };
    match path.split_once('/') {
        None => items(dossier, path).into_iter().map(|record| (None, record)).collect(),
        Some((outer, inner)) => items(dossier, outer)
            .into_iter()
            .flat_map(|holder| items(holder, inner).into_iter().map(move |record| (Some(holder), record)))
            .collect(),
    }
}
