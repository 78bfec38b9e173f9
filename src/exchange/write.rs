//! From a dossier to the bytes of a file.

use serde::Serialize;
use serde_json::Value;

use crate::model::Dossier;
use crate::model::json::{Field, View, each_entry};

/// The dossier as compact JSON in UTF-8, without a byte order mark.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let mut writer = Writer { out: Vec::new(), depth: None };
    writer.view(dossier.view());
    writer.out
}

/// The dossier as indented JSON with a final line feed, for people who read files.
pub fn write_pretty(dossier: &Dossier) -> Vec<u8> {
    let mut writer = Writer { out: Vec::new(), depth: Some(0) };
    writer.view(dossier.view());
    writer.out.push(b'\n');
    writer.out
}

/// Writes the shape of JSON; texts and numbers are left to `serde_json`.
struct Writer {
    out: Vec<u8>,
    /// How deep the present line is; `None` on a single line.
    depth: Option<usize>,
}

impl Writer {
    fn view(&mut self, view: View<'_>) {
        match view {
            View::Absent => self.out.extend_from_slice(b"null"),
            View::Id(id) => self.leaf(id.as_str()),
            View::Text(text) | View::Word(text) => self.leaf(text),
            View::Whole(number) => self.leaf(&number),
            View::Flag(flag) => self.leaf(&flag),
            View::Number(number) => self.leaf(number),
            View::Day(day) => self.leaf(&day),
            View::Any(Value::Array(items)) => {
                self.group(*b"[]", items.is_empty(), |writer| {
                    for (index, item) in items.iter().enumerate() {
                        writer.next(index == 0);
                        writer.view(View::Any(item));
                    }
                });
            }
            View::Any(Value::Object(map)) => {
                self.group(*b"{}", map.is_empty(), |writer| {
                    for (index, (key, value)) in map.iter().enumerate() {
                        writer.next(index == 0);
                        writer.leaf(key.as_str());
                        writer.colon();
                        writer.view(View::Any(value));
                    }
                });
            }
            View::Any(value) => self.leaf(value),
            View::List(items) => self.group(*b"[]", false, |writer| {
                let mut index = 0;
                while let Some(item) = items.item(index) {
                    writer.next(index == 0);
                    writer.view(item.view());
                    index += 1;
                }
            }),
            View::Record(record) => {
                // A record may turn out to say nothing: its braces are closed on what was written.
                let mut first = true;
                self.out.push(b'{');
                self.deeper(true);
                each_entry(record, &mut |key, known, view| {
                    self.next(std::mem::take(&mut first));
                    if known {
                        // The keys of the format need no escape.
                        self.out.push(b'"');
                        self.out.extend_from_slice(key.as_bytes());
                        self.out.push(b'"');
                    } else {
                        self.leaf(key);
                    }
                    self.colon();
                    self.view(view);
                });
                self.deeper(false);
                if !first {
                    self.line();
                }
                self.out.push(b'}');
            }
        }
    }

    /// What is between two brackets or braces.
    fn group(&mut self, ends: [u8; 2], empty: bool, inside: impl FnOnce(&mut Self)) {
        let [open, close] = ends;
        self.out.push(open);
        if !empty {
            self.deeper(true);
            inside(self);
            self.deeper(false);
            self.line();
        }
        self.out.push(close);
    }

    fn deeper(&mut self, deeper: bool) {
        if let Some(depth) = &mut self.depth {
            *depth = if deeper { *depth + 1 } else { depth.saturating_sub(1) };
        }
    }

    /// A line of its own, where lines are.
    fn line(&mut self) {
        if let Some(depth) = self.depth {
            self.out.push(b'\n');
            self.out.resize(self.out.len() + 2 * depth, b' ');
        }
    }

    fn next(&mut self, first: bool) {
        if !first {
            self.out.push(b',');
        }
        self.line();
    }

    fn colon(&mut self) {
        self.out.push(b':');
        if self.depth.is_some() {
            self.out.push(b' ');
        }
    }

    fn leaf<T: Serialize + ?Sized>(&mut self, leaf: &T) {
        // Texts, finite numbers, yes or no, and null: writing them to memory cannot fail.
        serde_json::to_writer(&mut self.out, leaf).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::read_value;

    /// Every shape there is, empty and not, in known fields and beyond them, with what must be escaped.
    #[test]
    fn writes_what_serde_json_writes() {
        let file = json!({
            "format": "tour-de-table/dossier", "formatVersion": "1.0", "id": "d\"\u{1}\\é", "revision": 3,
            "project": {}, "needs": [], "language": null,
            "actors": [
                { "id": "a", "name": "«\u{202f}É\n\u{202f}»", "tags": ["", "x"], "targetMobilisation": 0,
                  "contacts": [{ "id": "c", "canDecide": false, "validationSteps": 2 }],
                  "contributions": [{ "id": "k", "quantity": { "value": 1.50, "unit": "" } }],
                  "readings": [{ "criterion": "stance", "value": -2, "on": "2026-01-02" }] },
            ],
            "snapshots": [{ "id": "s", "content": { "empty": {}, "none": [], "deep": [[1, { "a": null }], true] } }],
            "clé \"inconnue\"": [1.0e21, -0.0, {}, [], "\u{7f}"],
        });
        let dossier = read_value(file).expect("a dossier").dossier;
        assert_eq!(write(&dossier), serde_json::to_vec(&dossier).expect("JSON"));
        let pretty = serde_json::to_string_pretty(&dossier).expect("JSON") + "\n";
        assert_eq!(String::from_utf8(write_pretty(&dossier)).expect("a text"), pretty);
        let bare = Dossier::default();
        assert_eq!(write(&bare), serde_json::to_vec(&bare).expect("JSON"));
    }
}
