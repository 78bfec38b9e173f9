//! The merge of three values, all the way down.
//!
//! The ancestor is the least of all values: one side that left it as it was yields to the other. Where both changed
//! it, the greater counts for the time being (see [`compare`]; the later day first among dated judgements), and the
//! conflict is noted. The greatest of several is the same whichever are compared first: so is the merge.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::keys::{Name, Rule, Shape, TIES, names, pillars, refers, shape, texts};
use super::order as sequence;
use super::removed::Removed;
use super::value::{canonical, compare, items, said, same};
use crate::model::order;

/// A step from the dossier to a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// A key of an object.
    Key(String),
    /// A record of the list under the key before.
    Item(&'static Rule, Name),
}

/// A difference that nothing decides.
#[derive(Clone)]
pub(super) struct Found {
    /// The way to the value.
    pub(super) path: Vec<Step>,
    /// How many steps lead to the record that is taken as a whole.
    pub(super) whole: Option<usize>,
    /// The value of the ancestor, then of each side.
    pub(super) values: [Option<Value>; 3],
}

/// A merge under way.
pub(super) struct Merge {
    /// What each side removed.
    pub(super) removed: [Removed; 2],
    /// What was found so far.
    pub(super) found: Vec<Found>,
    path: Vec<Step>,
}

type Sides<'v> = [Option<&'v Value>; 2];

/// The periods of a record: they may not end before they start.
const PERIODS: &[(&str, &str, &str)] = &[
    ("project", "startsOn", "endsOn"),
    ("roles", "startsOn", "endsOn"),
    ("agreements", "startsOn", "endsOn"),
    ("actions", "startsOn", "dueOn"),
];

impl Merge {
    pub(super) fn new(removed: [Removed; 2]) -> Self {
        Self { removed, found: Vec::new(), path: Vec::new() }
    }

    /// The dossier of three.
    pub(super) fn dossier(&mut self, base: &Value, sides: [&Value; 2]) -> Map<String, Value> {
        self.object("", Some(base), sides.map(Some))
    }

    fn note(&mut self, whole: Option<usize>, base: Option<&Value>, sides: Sides<'_>) {
        let [ours, theirs] = sides.map(Option::<&Value>::cloned);
        self.found.push(Found { path: self.path.clone(), whole, values: [base.cloned(), ours, theirs] });
    }

    fn note_key(&mut self, key: &str, whole: Option<usize>, base: Option<&Value>, sides: Sides<'_>) {
        self.path.push(Step::Key(key.to_owned()));
        self.note(whole, base, sides);
        self.path.pop();
    }

    fn object(&mut self, holder: &str, base: Option<&Value>, sides: Sides<'_>) -> Map<String, Value> {
        let objects = [base, sides[0], sides[1]].map(|value| value.and_then(Value::as_object));
        let [before, ours, theirs] = objects;
        let mut keys: Vec<&String> = before.iter().flat_map(|object| object.keys()).collect();
        let new = |key: &&String| !before.is_some_and(|before| before.contains_key(*key));
        let mut others: Vec<&String> =
            ours.iter().chain(&theirs).flat_map(|object| object.keys()).filter(new).collect();
        order::by(&mut others, Ord::cmp);
        others.dedup();
        keys.append(&mut others);
        let mut out = Map::new();
        for key in keys {
            let [base, ours, theirs] = objects.map(|object| object.and_then(|object| object.get(key)));
            self.path.push(Step::Key(key.clone()));
            let value = self.value(holder, key, base, [ours, theirs]);
            self.path.pop();
            if let Some(value) = value {
                out.insert(key.clone(), value);
            }
        }
        self.period(holder, &mut out, base, sides);
        out
    }

    fn value(&mut self, holder: &str, key: &str, base: Option<&Value>, sides: Sides<'_>) -> Option<Value> {
        let [ours, theirs] = sides;
        // What both removed alike may still come back (see `came_back`).
        let fell = holder.is_empty() && TIES.contains(&key) && !same(base, ours);
        if same(ours, theirs) && !fell {
            return as_written(ours, theirs);
        }
        if holder.is_empty() && matches!(key, "revision" | "savedAt") {
            return greater(sides).cloned();
        }
        // A whole with a part, or with the sheet of one actor, is a whole.
        if holder.is_empty() && matches!(key, "privacy" | "partnerSheet") {
            return None;
        }
        let all = || [base, ours, theirs].into_iter().filter_map(said);
        match shape(holder, key) {
            Shape::Set if all().all(Value::is_array) => {
                let found = self.set(refers(holder, key), items(base), sides.map(items));
                (!found.is_empty()).then_some(Value::Array(found))
            }
            Shape::List(rule) if all().all(Value::is_array) => {
                let found = self.list(rule, items(base), sides.map(items));
                (!found.is_empty()).then_some(Value::Array(found))
            }
            Shape::Object(name) if all().all(Value::is_object) => {
                let found = self.object(name, base, sides);
                let emptied = found.is_empty() && sides.iter().any(Option::is_none);
                (!emptied).then_some(Value::Object(found))
            }
            _ => self.leaf(refers(holder, key), base, sides),
        }
    }

    fn leaf(&mut self, refers: bool, base: Option<&Value>, sides: Sides<'_>) -> Option<Value> {
        // A reference that went with a record goes only if the record does.
        let back = |side: usize, value| {
            let stays = |id: &str| self.removed.get(side).is_some_and(|removed| removed.stays(id));
            let lost = refers && said(value).is_none() && base.and_then(Value::as_str).is_some_and(stays);
            if lost { base } else { value }
        };
        let [ours, theirs] = sides;
        let sides = [back(0, ours), back(1, theirs)];
        let [ours, theirs] = sides;
        if same(base, ours) || same(ours, theirs) {
            return theirs.cloned();
        }
        if same(base, theirs) {
            return ours.cloned();
        }
        self.note(None, base, sides);
        greater(sides).cloned()
    }

    fn set(&mut self, refers: bool, base: &[Value], sides: [&[Value]; 2]) -> Vec<Value> {
        let base_names = texts(base);
        let side_names = sides.map(texts);
        let here = side_names.each_ref().map(|names| names.iter().collect::<HashSet<_>>());
        let known: HashSet<&Name> = base_names.iter().collect();
        let mut values: HashMap<&Name, &Value> = HashMap::new();
        for (names, items) in [(&base_names, base), (&side_names[0], sides[0]), (&side_names[1], sides[1])] {
            values.extend(names.iter().zip(items));
        }
        let stays = |name: &Name, side: usize| {
            here.get(side).is_some_and(|here| here.contains(name))
                || refers
                    && values
                        .get(name)
                        .and_then(|value| value.as_str())
                        .is_some_and(|id| self.removed.get(side).is_some_and(|removed| removed.stays(id)))
        };
        let all = base_names.iter().chain(&side_names[0]).chain(&side_names[1]);
        // Of the ancestor, what both have; of the rest, what either has.
        let keep: HashSet<&Name> = all
            .filter(|name| {
                if known.contains(name) {
                    stays(name, 0) && stays(name, 1)
                } else {
                    here.iter().any(|here| here.contains(name))
                }
            })
            .collect();
        let order = sequence::merge(&base_names, [&side_names[0], &side_names[1]], &keep, false);
        order.iter().filter_map(|name| values.get(name).map(|value| (*value).clone())).collect()
    }

    fn list(&mut self, rule: &'static Rule, base: &[Value], sides: [&[Value]; 2]) -> Vec<Value> {
        let lists = [base, sides[0], sides[1]];
        let named = names(rule, lists);
        let mut records: [HashMap<&Name, &Value>; 3] = Default::default();
        for ((known, names), items) in records.iter_mut().zip(&named).zip(lists) {
            known.extend(names.iter().zip(items));
        }
        let mut merged: HashMap<&Name, Value> = HashMap::new();
        let mut seen: HashSet<&Name> = HashSet::new();
        for name in named.iter().flatten() {
            if !seen.insert(name) {
                continue;
            }
            let [base, ours, theirs] = records.each_ref().map(|known| known.get(name).copied());
            if let (Some(one), Some(other)) = (ours, theirs)
                && one == other
            {
                merged.insert(name, one.clone());
                continue;
            }
            self.path.push(Step::Item(rule, name.clone()));
            if let Some(record) = self.record(rule, base, [ours, theirs]) {
                merged.insert(name, record);
            }
            self.path.pop();
        }
        let [base_names, our_names, their_names] = &named;
        let keep: HashSet<&Name> = merged.keys().copied().collect();
        let order = sequence::merge(base_names, [our_names, their_names], &keep, rule.key.is_empty());
        let touched = order != *our_names && order != *their_names;
        let mut list: Vec<Value> = order.iter().filter_map(|name| merged.remove(name)).collect();
        if rule.list == "readings" && touched {
            by_day(&mut list);
        }
        list
    }

    fn record(&mut self, rule: &'static Rule, base: Option<&Value>, sides: Sides<'_>) -> Option<Value> {
        match (base, sides) {
            (_, [Some(ours), Some(theirs)]) => {
                if same(Some(ours), Some(theirs)) {
                    as_written(Some(ours), Some(theirs))
                } else if rule.whole {
                    Some(self.whole(base, ours, theirs).clone())
                } else {
                    Some(Value::Object(self.object(rule.list, base, sides)))
                }
            }
            (None, [Some(new), None] | [None, Some(new)]) => Some(new.clone()),
            (Some(base), [None, Some(left)]) => self.left(rule, 0, base, left),
            (Some(base), [Some(left), None]) => self.left(rule, 1, base, left),
            (base, [None, None]) => base.filter(|base| self.came_back(rule, base)).cloned(),
        }
    }

    /// A record merged as a whole.
    fn whole<'v>(&mut self, base: Option<&Value>, ours: &'v Value, theirs: &'v Value) -> &'v Value {
        if same(base, Some(ours)) {
            return theirs;
        }
        if same(base, Some(theirs)) {
            return ours;
        }
        let depth = self.path.len();
        let field = |record: Option<&'v Value>, key: &str| record.and_then(|record| record.get(key));
        let objects = [ours, theirs].into_iter().filter_map(Value::as_object);
        let mut keys: Vec<&String> = objects.flat_map(Map::keys).collect();
        order::by(&mut keys, Ord::cmp);
        keys.dedup();
        for key in keys {
            let sides = [field(Some(ours), key), field(Some(theirs), key)];
            if !same(sides[0], sides[1]) {
                let before = base.and_then(|base| base.get(key));
                self.note_key(key, Some(depth), before, sides);
            }
        }
        let later = compare(ours.get("on"), theirs.get("on"));
        match later.then_with(|| canonical(ours).cmp(&canonical(theirs))) {
            Ordering::Less => theirs,
            _ => ours,
        }
    }

    /// A record that one side removed and the other has.
    fn left(&mut self, rule: &'static Rule, gone: usize, base: &Value, left: &Value) -> Option<Value> {
        let removed = self.removed.get(gone)?;
        let id = left.get("id").and_then(Value::as_str);
        if !same(Some(base), Some(left)) || id.is_some_and(|id| removed.stays(id)) {
            let mut sides = [Some(left), Some(left)];
            if let Some(side) = sides.get_mut(gone) {
                *side = None;
            }
            self.note(None, Some(base), sides);
            return Some(left.clone());
        }
        // What only went with a record that stays, stays too.
        let pillars = pillars(rule.list, left);
        let back = pillars.iter().any(|id| removed.stays(id)) && !pillars.iter().any(|id| removed.goes(id));
        back.then(|| left.clone())
    }

    /// Whether a record that no side has any more went with others only, each on one side, and all of these stay:
    /// nobody removed the record itself.
    fn came_back(&self, rule: &Rule, base: &Value) -> bool {
        let pillars = pillars(rule.list, base);
        !pillars.is_empty()
            && self.removed.iter().all(|removed| {
                pillars.iter().any(|id| removed.stays(id)) && !pillars.iter().any(|id| removed.goes(id))
            })
    }

    /// A start from one side and an end from the other may not fit: both are then taken from one.
    fn period(
        &mut self,
        holder: &str,
        record: &mut Map<String, Value>,
        base: Option<&Value>,
        sides: Sides<'_>,
    ) {
        let Some((_, start, end)) = PERIODS.iter().find(|(of, ..)| *of == holder) else { return };
        let ends_before = |record: &Map<String, Value>| {
            let day = |key: &str| record.get(key).and_then(Value::as_str).filter(|day| !day.is_empty());
            matches!((day(start), day(end)), (Some(start), Some(end)) if end < start)
        };
        if !ends_before(record) {
            return;
        }
        let pair =
            |side: Option<&Value>| [*start, *end].map(|key| side.and_then(|side| side.get(key)).cloned());
        let [ours, theirs] = sides.map(pair);
        let text = |pair: &[Option<Value>; 2]| pair.clone().map(|day| day.unwrap_or_default().to_string());
        let taken = if text(&ours) < text(&theirs) { &theirs } else { &ours };
        let depth = self.path.len();
        for (key, day) in [start, end].into_iter().zip(taken) {
            match day {
                Some(day) => record.insert((*key).to_owned(), day.clone()),
                None => record.shift_remove(*key),
            };
            self.path.push(Step::Key((*key).to_owned()));
            let path = self.path.clone();
            self.found.retain(|found| found.path != path);
            self.path.pop();
            let field = |side: Option<&Value>| side.and_then(|side| side.get(*key)).cloned();
            let values = [field(base), field(sides[0]), field(sides[1])];
            if !same(values[1].as_ref(), values[2].as_ref()) {
                self.found.push(Found { path, whole: Some(depth), values });
            }
        }
    }
}

/// Of two values that say the same, one writing: the same whichever side it comes from.
fn as_written(ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    let text = |value: Option<&Value>| value.map(Value::to_string);
    if ours == theirs || text(ours) > text(theirs) { ours.cloned() } else { theirs.cloned() }
}

fn greater(sides: Sides<'_>) -> Option<&Value> {
    let [ours, theirs] = sides;
    if compare(ours, theirs) == Ordering::Less { theirs } else { ours }
}

/// Puts the readings of each criterion in the order of their days: the first is the baseline, the last is current.
fn by_day(readings: &mut [Value]) {
    let criterion = |reading: &Value| reading.get("criterion").and_then(Value::as_str).map(str::to_owned);
    let mut places: HashMap<Option<String>, Vec<usize>> = HashMap::new();
    let mut ranked: Vec<usize> = (0..readings.len()).collect();
    let day = |place: &usize| {
        readings.get(*place).and_then(|one| one.get("on")).and_then(Value::as_str).unwrap_or_default()
    };
    order::by(&mut ranked, |a, b| day(a).cmp(day(b)));
    for place in ranked {
        places.entry(readings.get(place).and_then(criterion)).or_default().push(place);
    }
    let before = readings.to_vec();
    let mut next: HashMap<Option<String>, usize> = HashMap::new();
    for slot in readings.iter_mut() {
        let of = criterion(slot);
        let rank = next.entry(of.clone()).or_default();
        let place = places.get(&of).and_then(|places| places.get(*rank));
        *rank += 1;
        if let Some(reading) = place.and_then(|place| before.get(*place)) {
            slot.clone_from(reading);
        }
    }
}
