//! What changed from one dossier to another, in words: for people, as [`diff`](super::diff) is for machines.
//!
//! One line a change, under the object it concerns (an actor, an objective, the project), in the order of the steps.
//! Positions, influences, ties and letters are said of the actor or function they start from; a new reading is said as
//! the passage from the value that counted before.

mod conflict;
mod words;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

pub use conflict::{Question, Row, questions};

use super::merge::Lost;
use super::merge::keys::{Name, Rule, Shape, names, shape};
use super::merge::value::{items, said, same};
use crate::i18n::{Arg, Phrase, texts::changes as say};
use crate::model::json::Field;
use crate::model::{Dossier, order};
use crate::vocabulary::{Step, Vocabulary, step_name};
use words::{Names, field, one_of, step_of};

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It is another.
    Changed,
}

/// A change in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The step in which it is worked on.
    pub step: Step,
    /// What kind of object it concerns.
    pub kind_of: Phrase,
    /// The name of the object.
    pub object: Arg,
    /// What became of it.
    pub kind: Kind,
    /// The change.
    pub sentence: Phrase,
}

/// The changes from one dossier to another, in the order of the steps, then of the dossier.
pub fn changes(before: &Dossier, after: &Dossier, vocabulary: &Vocabulary) -> Vec<Line> {
    between(&before.view().value(), &after.view().value(), vocabulary)
}

/// What a merge could not keep (see [`Merged::lost`](super::merge::Merged)), each side's as if it had just been said.
pub fn lost(lost: &[Lost], sides: [&Dossier; 2], vocabulary: &Vocabulary) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, side) in sides.into_iter().enumerate() {
        let own: Vec<&Lost> = lost.iter().filter(|one| one.side == place).collect();
        if own.is_empty() {
            continue;
        }
        let before = json!({ "actors": side.actors.view().value() });
        let mut after = before.clone();
        for one in own {
            let list = one.pointer.split('/').nth(1).unwrap_or_default();
            if let Value::Object(file) = &mut after
                && let Value::Array(items) = file.entry(list).or_insert_with(|| json!([]))
            {
                items.push(one.value.clone());
            }
        }
        lines.append(&mut between(&before, &after, vocabulary));
    }
    order::by_key(&mut lines, |line| Step::ALL.iter().position(|step| *step == line.step));
    lines
}

fn between(was: &Value, is: &Value, vocabulary: &Vocabulary) -> Vec<Line> {
    let mut names = Names::new(vocabulary);
    names.learn(is);
    names.learn(was);
    let mut walk = Walk { names, lines: Vec::new() };
    let empty = Map::new();
    let [was, is] = [was, is].map(|file| file.as_object().unwrap_or(&empty));
    for key in both(was, is) {
        walk.root(key, was.get(key), is.get(key));
    }
    // Every step has its place; within one, lines stay in the order of the dossier.
    order::by_key(&mut walk.lines, |line| Step::ALL.iter().position(|step| *step == line.step));
    walk.lines
}

/// The keys of both, those of the second first.
fn both<'v>(was: &'v Map<String, Value>, is: &'v Map<String, Value>) -> impl Iterator<Item = &'v String> {
    is.keys().chain(was.keys().filter(|key| !is.contains_key(*key)))
}

/// The records of a list, before and after, those of after first.
fn paired<'v>(rule: &Rule, was: &'v [Value], is: &'v [Value]) -> Vec<(Option<&'v Value>, Option<&'v Value>)> {
    let [old, new] = names(rule, [was, is]);
    let before: HashMap<&Name, &Value> = old.iter().zip(was).collect();
    let after: HashSet<&Name> = new.iter().collect();
    let now = new.iter().zip(is).map(|(name, item)| (before.get(name).copied(), Some(item)));
    let gone =
        old.iter().zip(was).filter(|(name, _)| !after.contains(name)).map(|(_, item)| (Some(item), None));
    now.chain(gone).collect()
}

/// What the lines are said of.
#[derive(Clone)]
struct Subject {
    list: &'static str,
    kind_of: Phrase,
    object: Arg,
    /// The part of the object, where it is not the whole.
    inside: Option<Phrase>,
}

struct Walk<'v> {
    names: Names<'v>,
    lines: Vec<Line>,
}

impl Walk<'_> {
    fn push(&mut self, subject: &Subject, step: Step, kind: Kind, sentence: Phrase) {
        let Subject { kind_of, object, .. } = subject.clone();
        self.lines.push(Line { step, kind_of, object, kind, sentence });
    }

    fn root(&mut self, key: &str, was: Option<&Value>, is: Option<&Value>) {
        if same(was, is) || matches!(key, "format" | "formatVersion" | "revision" | "savedAt" | "lineage") {
            return;
        }
        let title = || said(is.or(was)).and_then(|project| project.get("title")).and_then(Value::as_str);
        match shape("", key) {
            Shape::List(rule) => self.list(rule, items(was), items(is)),
            Shape::Object(list) => {
                let object = Arg::Text(title().unwrap_or_default().to_owned());
                let subject = Subject { list, kind_of: say::the_project(), object, inside: None };
                self.fields(&subject, list, was, is);
            }
            _ => {
                let object = Arg::Text(String::new());
                let subject = Subject { list: "", kind_of: say::the_dossier(), object, inside: None };
                self.changed(&subject, "", key, was, is);
            }
        }
    }

    fn list(&mut self, rule: &'static Rule, was: &[Value], is: &[Value]) {
        for (old, new) in paired(rule, was, is) {
            let Some(record) = new.or(old) else { continue };
            if same(old, new) {
                continue;
            }
            if let Some((subject, what)) = self.link(rule.list, record) {
                let value = |record: Option<&Value>| match rule.list {
                    "ties" => self.names.value("ties", "level", record.and_then(|one| one.get("level"))),
                    "responsibilities" => {
                        self.names.value("", "letter", record.and_then(|one| one.get("letter")))
                    }
                    list => self.names.value(list, "value", record.and_then(|one| one.get("value"))),
                };
                let (before, after) = (value(old), value(new));
                let kind = became(old, new);
                let step = step_of(rule.list, "");
                if before == after && kind != Kind::Changed {
                    let part = if kind == Kind::Added { say::part_added } else { say::part_removed };
                    self.push(&subject, step, kind, part(what));
                } else if before == after {
                    self.fields(&Subject { inside: Some(what), ..subject }, rule.list, old, new);
                } else {
                    self.push(&subject, step, kind, say::changed(what, before, after));
                }
                continue;
            }
            let mut subject = Subject {
                list: rule.list,
                kind_of: one_of(rule.list),
                object: self.names.title(rule.list, record),
                inside: None,
            };
            if rule.list == "roles" {
                // A role is said of the actor that holds it.
                subject.inside = Some(say::titled(one_of("roles"), subject.object));
                subject.kind_of = one_of("actors");
                subject.object = self.names.at(record, "actor").into();
            }
            let step = step_of(rule.list, "");
            match (old, new, subject.inside.clone()) {
                (Some(_), Some(_), _) => self.fields(&subject, rule.list, old, new),
                (None, _, None) => self.push(&subject, step, Kind::Added, say::enters()),
                (_, _, None) => self.push(&subject, step, Kind::Removed, say::leaves()),
                (None, _, Some(part)) => self.push(&subject, step, Kind::Added, say::part_added(part)),
                (_, _, Some(part)) => self.push(&subject, step, Kind::Removed, say::part_removed(part)),
            }
        }
    }

    /// For records that tie two others: what they are said of, and what they are.
    fn link(&self, list: &str, record: &Value) -> Option<(Subject, Phrase)> {
        let at = |key: &str| self.names.at(record, key);
        let (of, kind, what) = match list {
            "positions" => ("actor", "actors", say::position_on(at("objective"))),
            "influences" => ("from", "actors", say::influence_on(at("to"))),
            "ties" => ("from", "actors", say::tie_with(at("to"))),
            "responsibilities" => ("function", "functions", say::letter_of(at("actor"))),
            "answers" => {
                let respondent = record.get("respondent").and_then(Value::as_str).unwrap_or_default();
                ("item", "answers", say::answer_of(respondent))
            }
            _ => return None,
        };
        let by = record.get("by").and_then(Value::as_str).unwrap_or_default();
        let what = if by.is_empty() { what } else { say::said_by(what, by) };
        let subject = Subject {
            list: if kind == "functions" { "responsibilities" } else { "positions" },
            kind_of: one_of(kind),
            object: at(of).into(),
            inside: None,
        };
        Some((subject, what))
    }

    fn fields(&mut self, subject: &Subject, holder: &'static str, was: Option<&Value>, is: Option<&Value>) {
        let empty = Map::new();
        let [was, is] = [was, is].map(|record| record.and_then(Value::as_object).unwrap_or(&empty));
        for key in both(was, is) {
            let (old, new) = (was.get(key), is.get(key));
            // Ids say nothing to people: an actor that became another is told as one that goes.
            if !matches!(key.as_str(), "id" | "formerIds") && !same(old, new) {
                self.changed(subject, holder, key, old, new);
            }
        }
    }

    fn changed(
        &mut self,
        subject: &Subject,
        holder: &'static str,
        key: &str,
        old: Option<&Value>,
        new: Option<&Value>,
    ) {
        let step = step_of(subject.list, key);
        let label = |what: Phrase| match &subject.inside {
            Some(part) => say::inside(part.clone(), what),
            None => what,
        };
        match shape(holder, key) {
            Shape::List(rule) => self.parts(subject, step, rule, items(old), items(new)),
            Shape::Object(name) => self.fields(subject, name, old, new),
            Shape::Set => {
                let (before, after) = (items(old), items(new));
                let only = |some: &[Value], others: &[Value]| -> Vec<Arg> {
                    let alone = some.iter().filter(|item| !others.contains(item));
                    alone.map(|item| self.names.value(holder, key, Some(item))).collect()
                };
                let (came, went) = (only(after, before), only(before, after));
                let what = label(field(holder, key));
                if came.is_empty() && went.is_empty() {
                    self.push(subject, step, Kind::Changed, say::moved(what.clone()));
                }
                if !came.is_empty() {
                    self.push(subject, step, Kind::Added, say::added(what.clone(), Arg::List(came)));
                }
                if !went.is_empty() {
                    self.push(subject, step, Kind::Removed, say::removed(what, Arg::List(went)));
                }
            }
            Shape::Leaf => {
                let before = self.names.value(holder, key, old);
                let after = self.names.value(holder, key, new);
                self.push(
                    subject,
                    step,
                    became(said(old), said(new)),
                    say::changed(label(field(holder, key)), before, after),
                );
            }
        }
    }

    /// The records inside a record.
    fn parts(&mut self, subject: &Subject, step: Step, rule: &'static Rule, was: &[Value], is: &[Value]) {
        for (old, new) in paired(rule, was, is) {
            let Some(record) = new.or(old) else { continue };
            if same(old, new) {
                continue;
            }
            let title = self.names.title(rule.list, record);
            if rule.list == "readings" {
                let before = old.or_else(|| latest(was, record));
                let what = self.names.value(rule.list, "criterion", record.get("criterion"));
                let value = |reading: Option<&Value>| {
                    reading.map_or_else(|| say::nothing().into(), |one| self.names.reading(one))
                };
                let by = record.get("by").and_then(Value::as_str).unwrap_or_default();
                let what = if by.is_empty() { say::raw(what) } else { say::said_by(what, by) };
                let sentence = match new {
                    Some(_) => say::changed(what, value(before), value(new)),
                    None => say::removed(what, value(old)),
                };
                self.push(subject, step, became(before, new), sentence);
                continue;
            }
            let part = say::titled(one_of(rule.list), title);
            let part = match &subject.inside {
                Some(holder) => say::inside(holder.clone(), part),
                None => part,
            };
            match (old, new) {
                (None, _) => self.push(subject, step, Kind::Added, say::part_added(part)),
                (_, None) => self.push(subject, step, Kind::Removed, say::part_removed(part)),
                _ => {
                    let inside = Subject { inside: Some(part), ..subject.clone() };
                    self.fields(&inside, rule.list, old, new);
                }
            }
        }
    }
}

fn became(old: Option<&Value>, new: Option<&Value>) -> Kind {
    match (old, new) {
        (None, _) => Kind::Added,
        (_, None) => Kind::Removed,
        _ => Kind::Changed,
    }
}

/// The reading of the same criterion and evaluator that counted before this one.
fn latest<'v>(readings: &'v [Value], reading: &Value) -> Option<&'v Value> {
    let of = |one: &Value, key: &str| one.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let alike = readings.iter().filter(|one| {
        ["criterion", "by"].iter().all(|key| of(one, key) == of(reading, key))
            && of(one, "on") <= of(reading, "on")
    });
    alike.max_by_key(|one| of(one, "on"))
}

/// The changes by step, then by object, in their order.
pub fn by_object(lines: &[Line]) -> Vec<(Step, Vec<Vec<&Line>>)> {
    let mut steps: Vec<(Step, Vec<Vec<&Line>>)> = Vec::new();
    for line in lines {
        if steps.last().is_none_or(|(step, _)| *step != line.step) {
            steps.push((line.step, Vec::new()));
        }
        let Some((_, groups)) = steps.last_mut() else { continue };
        let alike = |group: &&mut Vec<&Line>| {
            group.first().is_some_and(|first| first.object == line.object && first.kind_of == line.kind_of)
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    steps
}

/// The changes as plain text, to copy elsewhere: a heading a step, the object, then its changes.
pub fn as_text(lines: &[Line], catalogue: &crate::i18n::Catalogue) -> String {
    let mut out = String::new();
    for (step, groups) in by_object(lines) {
        out.push_str(&catalogue.say(step_name(step)));
        out.push('\n');
        for group in groups {
            if let Some(first) = group.first() {
                out.push_str(&catalogue.say(heading(first)));
                out.push('\n');
            }
            for line in group {
                out.push_str("  - ");
                out.push_str(&catalogue.say(&line.sentence));
                out.push('\n');
            }
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// The object of a line, as a heading: "Acteur « Région »".
pub fn heading(line: &Line) -> Phrase {
    match &line.object {
        Arg::Text(text) if text.is_empty() => line.kind_of.clone(),
        object => say::titled(line.kind_of.clone(), object.clone()),
    }
}
