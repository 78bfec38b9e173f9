//! Which actors the list shows, and in which order.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::analysis::completeness;
use crate::i18n::Phrase;
use crate::i18n::texts::actors as say;
use crate::model::{Actor, ActorKind, Dossier, Id};
use crate::ui::env::Env;
use crate::vocabulary::fold;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Key {
    /// In the order the actors were entered.
    #[default]
    Entry,
    Name,
    Nature,
    Place,
    Sheet,
}

impl Key {
    pub(super) const ALL: [Self; 5] = [Self::Entry, Self::Name, Self::Nature, Self::Place, Self::Sheet];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Name => "name",
            Self::Nature => "nature",
            Self::Place => "place",
            Self::Sheet => "sheet",
        }
    }

    pub(super) fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|key| key.code() == code).unwrap_or_default()
    }

    pub(super) fn label(self) -> Phrase {
        match self {
            Self::Entry => say::sort_entry(),
            Self::Name => say::sort_name(),
            Self::Nature => say::column_nature(),
            Self::Place => say::column_place(),
            Self::Sheet => say::column_sheet(),
        }
    }
}

/// Which family is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KindIs {
    Any,
    Kind(ActorKind),
}

/// What an actor must lack to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    Contact,
    Territory,
    Kind,
}

impl Lack {
    pub(super) const ALL: [Self; 3] = [Self::Contact, Self::Territory, Self::Kind];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Territory => "territory",
            Self::Kind => "kind",
        }
    }

    pub(super) fn label(self) -> Phrase {
        match self {
            Self::Contact => say::lack_contact(),
            Self::Territory => say::lack_territory(),
            Self::Kind => say::lack_kind(),
        }
    }

    fn is_true_of(self, actor: &Actor) -> bool {
        match self {
            Self::Contact => actor.contacts.is_empty(),
            Self::Territory => actor.territories.is_empty(),
            Self::Kind => actor.kind.is_none(),
        }
    }
}

/// What the person asked to see.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Query {
    pub(super) text: String,
    pub(super) kind: KindIs,
    pub(super) objective: Option<Id>,
    pub(super) tag: Option<String>,
    pub(super) lack: Option<Lack>,
    pub(super) sort: Key,
    pub(super) down: bool,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            kind: KindIs::Any,
            objective: None,
            tag: None,
            lack: None,
            sort: Key::Entry,
            down: false,
        }
    }
}

impl Query {
    /// Whether some actors may be hidden.
    pub(super) fn filters(&self) -> bool {
        Self { sort: Key::Entry, down: false, ..self.clone() } != Self::default()
    }

    /// Everything shown again, in the same order.
    pub(super) fn cleared(&self) -> Self {
        Self { sort: self.sort, down: self.down, ..Self::default() }
    }

    /// The next order of a column: ascending, descending, then back to the order of entry.
    pub(super) fn sorted_by(&self, key: Key) -> Self {
        let (sort, down) = match (self.sort == key, self.down) {
            (false, _) => (key, false),
            (true, false) => (key, true),
            (true, true) => (Key::Entry, false),
        };
        Self { sort, down, ..self.clone() }
    }
}

/// A line of the list.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    pub(super) actor: Rc<Actor>,
    pub(super) place: yew::AttrValue,
    pub(super) share: f64,
}

/// The label of an actor's nature: its sub-kind, else its family; empty when neither is said.
pub(super) fn nature(env: &Env, actor: &Actor) -> yew::AttrValue {
    if !actor.subkind.is_empty() {
        return env.say(env.vocabulary.subkind(actor.kind, &actor.subkind));
    }
    actor.kind.map(|kind| env.say(crate::vocabulary::kind(kind))).unwrap_or_default()
}

/// The lines to show, sorted. `rank` remembers the last order: sorting a list that is nearly in order asks for few
/// comparisons, and a comparison goes through the browser.
pub(super) fn lines(
    env: &Env,
    dossier: &Dossier,
    query: &Query,
    on_objective: Option<&HashSet<Id>>,
    rank: &mut HashMap<Id, usize>,
) -> Vec<Line> {
    let names: HashMap<&Id, &str> =
        dossier.territories.iter().map(|place| (&place.id, place.name.as_str())).collect();
    let place = |actor: &Actor| -> String {
        let known = actor.territories.iter().filter_map(|id| names.get(id).copied());
        known.collect::<Vec<_>>().join(", ")
    };
    let words = fold(&query.text);
    let holds = |actor: &Actor| {
        if words.is_empty() {
            return query.text.trim().is_empty() || actor.name.contains(query.text.trim());
        }
        let mut hay = format!("{} {} {}", actor.name, nature(env, actor), place(actor));
        for tag in &actor.tags {
            hay.push(' ');
            hay.push_str(tag);
        }
        for identifier in &actor.identifiers {
            hay.push(' ');
            hay.push_str(&identifier.value);
        }
        let hay = fold(&hay);
        words.iter().all(|word| hay.iter().any(|known| known.starts_with(word.as_str())))
    };
    let shown = dossier.actors.iter().filter(|actor| {
        let family = match query.kind {
            KindIs::Any => true,
            KindIs::Kind(kind) => actor.kind == Some(kind),
        };
        family
            && on_objective.is_none_or(|ids| ids.contains(&actor.id))
            && query.tag.as_ref().is_none_or(|tag| actor.tags.contains(tag))
            && query.lack.is_none_or(|lack| lack.is_true_of(actor))
            && holds(actor)
    });
    let mut found: Vec<Line> = shown
        .map(|actor| Line {
            actor: Rc::clone(actor),
            place: place(actor).into(),
            share: completeness::sheet(actor).share,
        })
        .collect();
    if query.sort != Key::Entry {
        sort(env, &mut found, query, rank);
    }
    *rank = found.iter().enumerate().map(|(index, line)| (line.actor.id.clone(), index)).collect();
    found
}

fn sort(env: &Env, found: &mut [Line], query: &Query, rank: &HashMap<Id, usize>) {
    crate::model::order::by_key(found, |line| rank.get(&line.actor.id).copied().unwrap_or(usize::MAX));
    let natures: HashMap<Id, yew::AttrValue> = if query.sort == Key::Nature {
        found.iter().map(|line| (line.actor.id.clone(), nature(env, &line.actor))).collect()
    } else {
        HashMap::new()
    };
    let text = |line: &Line| -> yew::AttrValue {
        match query.sort {
            Key::Nature => natures.get(&line.actor.id).cloned().unwrap_or_default(),
            _ => line.place.clone(),
        }
    };
    // What is not said comes last, whatever the direction.
    let filled = |a: &str, b: &str| match (a.is_empty(), b.is_empty()) {
        (false, true) => Ordering::Less,
        (true, false) => Ordering::Greater,
        _ => Ordering::Equal,
    };
    let turn = |order: Ordering| if query.down { order.reverse() } else { order };
    crate::model::order::by(found, |a, b| match query.sort {
        Key::Sheet => turn(a.share.total_cmp(&b.share)),
        Key::Name => {
            filled(&a.actor.name, &b.actor.name).then_with(|| turn(env.compare(&a.actor.name, &b.actor.name)))
        }
        _ => {
            let (one, other) = (text(a), text(b));
            filled(&one, &other).then_with(|| turn(env.compare(&one, &other)))
        }
    });
}
