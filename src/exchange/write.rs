//! From a dossier to the bytes of a file.

use std::ops::Range;

use serde::Serialize;
use serde_json::Value;

use crate::model::Dossier;
use crate::model::json::{Field, Items, Record, View, each_entry};

/// The dossier as compact JSON in UTF-8, without a byte order mark.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let mut writer = Writer { out: Vec::new(), depth: None };
    writer.view(dossier.view());
    writer.out
}

/// Writes one revision after another as [`write`] does: the records that a revision shares with the one written before
/// are copied from its text.
#[derive(Default)]
pub struct Rewriter(Option<Written>);

/// A revision as it was written.
struct Written {
    dossier: Dossier,
    text: Vec<u8>,
    /// The places of the records of each list of the dossier, by its key.
    lists: Vec<(String, Places)>,
}

/// Where each record of a list starts in the text, and where the one after the last would: a comma or the end of the list
/// stands between two of them.
type Places = Vec<usize>;

/// A list as it was written.
#[derive(Clone, Copy)]
struct Known<'a> {
    items: &'a dyn Items,
    places: &'a [usize],
    text: &'a [u8],
}

impl Known<'_> {
    /// The text of some neighbouring records, without what stands around it, and where it starts.
    fn stretch(&self, records: Range<usize>) -> Option<(usize, &[u8])> {
        let (start, end) = (*self.places.get(records.start)?, self.places.get(records.end)?.checked_sub(1)?);
        Some((start, self.text.get(start..end)?))
    }
}

impl Written {
    /// The list under a key.
    fn list(&self, key: &str) -> Option<Known<'_>> {
        let (_, places) = self.lists.iter().find(|(known, _)| known == key)?;
        let dossier: &dyn Record = &self.dossier;
        match dossier.fields().find(|(known, _)| known.name == key)?.1.view() {
            View::List(items) => Some(Known { items, places, text: &self.text }),
            _ => None,
        }
    }
}

impl Rewriter {
    /// The dossier as compact JSON.
    pub fn write(&mut self, dossier: &Dossier) -> Vec<u8> {
        let before = self.0.take();
        let room = before.as_ref().map_or(0, |before| before.text.len() + before.text.len() / 16);
        let mut writer = Writer { out: Vec::with_capacity(room), depth: None };
        let mut lists = Vec::new();
        writer.record(dossier, &mut |writer, key, view| match view {
            View::List(items) => {
                let known = before.as_ref().and_then(|before| before.list(key));
                lists.push((key.to_owned(), writer.rewrite(items, known)));
            }
            view => writer.view(view),
        });
        let text = writer.out;
        self.0 = Some(Written { dossier: dossier.clone(), text: text.clone(), lists });
        text
    }
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
            View::Id(id) => self.text(id.as_str()),
            View::Text(text) | View::Word(text) => self.text(text),
            View::Whole(number) => self.leaf(&number),
            View::Flag(flag) => self.leaf(&flag),
            View::Number(number) => self.leaf(number),
            View::Day(day) => self.text(&crate::i18n::iso_day(day.0)),
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
            View::Record(record) => self.record(record, &mut |writer, _, view| writer.view(view)),
        }
    }

    /// A record; `value` writes what is under each key.
    fn record(&mut self, record: &dyn Record, value: &mut dyn FnMut(&mut Self, &str, View<'_>)) {
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
            value(self, key, view);
        });
        self.deeper(false);
        if !first {
            self.line();
        }
        self.out.push(b'}');
    }

    /// A list of records on a single line, with what was written of it before; gives where its records stand now.
    fn rewrite(&mut self, items: &dyn Items, before: Option<Known<'_>>) -> Places {
        let (count, old) = (items.count(), before.map_or(0, |before| before.items.count()));
        let most = count.min(old);
        let shared = |new: usize, at: usize| {
            let old = before.and_then(|before| before.items.item(at));
            items.item(new).zip(old).is_some_and(|(new, old)| std::ptr::addr_eq(new, old))
        };
        // What starts and ends the list as before: one change in many records leaves nearly all of it.
        let head = (0..most).take_while(|at| shared(*at, *at)).count();
        let tail = (1..=most - head).take_while(|back| shared(count - back, old - back)).count();
        let mut places = Places::with_capacity(count + 1);
        self.out.push(b'[');
        self.copy(&mut places, before, 0..head);
        for index in head..count - tail {
            self.next(index == 0);
            places.push(self.out.len());
            if let Some(item) = items.item(index) {
                self.view(item.view());
            }
        }
        self.copy(&mut places, before, old - tail..old);
        self.out.push(b']');
        places.push(self.out.len());
        places
    }

    /// Records of a list as they were written, after those at `places`.
    fn copy(&mut self, places: &mut Places, before: Option<Known<'_>>, records: Range<usize>) {
        let Some(before) = before.filter(|_| !records.is_empty()) else { return };
        let Some((from, text)) = before.stretch(records.clone()) else { return };
        self.next(places.is_empty());
        let to = self.out.len();
        self.out.extend_from_slice(text);
        places.extend(before.places.get(records).unwrap_or_default().iter().map(|start| start - from + to));
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

    /// A text: nearly none holds what must be escaped.
    fn text(&mut self, text: &str) {
        if text.bytes().any(|byte| matches!(byte, ..0x20 | b'"' | b'\\')) {
            return self.leaf(text);
        }
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
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
