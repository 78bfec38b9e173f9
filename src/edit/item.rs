//! Records that bear an id, whatever their kind.

use crate::i18n::{Phrase, texts::edit as say};
use crate::model::json::{Field, Items, Record, Target, View};
use crate::model::{
    Action, Actor, AdmissionCriterion, Agreement, Body, Dossier, Id, Improvement, KeyFunction, Meeting, Need,
    Objective, OtherProject, PathwayStage, Plan, Review, RoleAssignment, SheetSent, Snapshot, Territory,
    Wave,
};

macro_rules! kinds {
    ($( $kind:ident $list:ident $record:ty, $title:literal, $count:path; )+) => {
        /// A record that bears an id, whatever its kind.
        #[derive(Clone, Debug, PartialEq)]
        #[expect(missing_docs, reason = "each variant is the record it holds")]
        pub enum Item { $( $kind($record) ),+ }

        /// The kinds of record that bear an id at the top of a dossier.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each variant is the kind it names")]
        pub enum Kind { $( $kind ),+ }

        $( impl From<$record> for Item {
            fn from(record: $record) -> Self {
                Self::$kind(record)
            }
        } )+

        impl Item {
            /// The id of the record.
            pub fn id(&self) -> &Id {
                match self { $( Self::$kind(record) => &record.id ),+ }
            }

            /// The kind of the record.
            pub const fn kind(&self) -> Kind {
                match self { $( Self::$kind(_) => Kind::$kind ),+ }
            }

            /// The record, whatever it is.
            pub fn record(&self) -> &dyn Record {
                match self { $( Self::$kind(record) => record ),+ }
            }

            /// Puts the record in place of the one at `place` in its list, or at the end where there is none.
            pub(super) fn put(self, dossier: &mut Dossier, place: usize) {
                match self { $( Self::$kind(record) => dossier.$list.put(place, record) ),+ }
            }
        }

        impl Kind {
            /// Every kind, in the order of the file.
            pub const ALL: &'static [Self] = &[$( Self::$kind ),+];

            /// How many records of this kind, in words.
            pub fn count(self, n: usize) -> Phrase {
                match self { $( Self::$kind => $count(n) ),+ }
            }

            fn view(self, dossier: &Dossier) -> View<'_> {
                match self { $( Self::$kind => dossier.$list.view() ),+ }
            }

            /// The records of this kind, to change; copied first when another revision shares the list.
            pub fn list_mut(self, dossier: &mut Dossier) -> &mut dyn Items {
                match self { $( Self::$kind => dossier.$list.items_mut() ),+ }
            }

            /// The key of the words by which a person knows a record; empty where it has none.
            const fn title_key(self) -> &'static str {
                match self { $( Self::$kind => $title ),+ }
            }
        }
    };
}

kinds! {
    Territory territories Territory, "name", say::count_territory;
    Stage pathway PathwayStage, "title", say::count_stage;
    Need needs Need, "title", say::count_need;
    Objective objectives Objective, "title", say::count_objective;
    Function functions KeyFunction, "title", say::count_function;
    Actor actors Actor, "name", say::count_actor;
    OtherProject other_projects OtherProject, "title", say::count_other_project;
    Wave waves Wave, "title", say::count_wave;
    Role roles RoleAssignment, "", say::count_role;
    Body bodies Body, "title", say::count_body;
    Admission admission_criteria AdmissionCriterion, "title", say::count_admission;
    Plan plans Plan, "", say::count_plan;
    Agreement agreements Agreement, "title", say::count_agreement;
    Action actions Action, "title", say::count_action;
    Meeting meetings Meeting, "title", say::count_meeting;
    Review reviews Review, "", say::count_review;
    Improvement improvements Improvement, "observed", say::count_improvement;
    Sheet sheets SheetSent, "name", say::count_sheet;
    Snapshot snapshots Snapshot, "title", say::count_snapshot;
}

impl Item {
    /// The name or title of the record; empty where it has none.
    pub fn title(&self) -> &str {
        self.record().text(self.kind().title_key())
    }
}

impl Kind {
    /// The records of this kind, in the order of the dossier.
    pub fn records(self, dossier: &Dossier) -> impl Iterator<Item = &dyn Field> {
        self.view(dossier).items()
    }

    /// The record of this kind at a place.
    pub fn record(self, dossier: &Dossier, place: usize) -> Option<&dyn Field> {
        match self.view(dossier) {
            View::List(items) => items.item(place),
            _ => None,
        }
    }

    /// The place of the record that bears `id`.
    pub fn position(self, dossier: &Dossier, id: &Id) -> Option<usize> {
        self.records(dossier).position(|record| record.own_id() == Some(id))
    }

    /// How many records of this kind the dossier holds.
    pub fn len(self, dossier: &Dossier) -> usize {
        match self.view(dossier) {
            View::List(items) => items.count(),
            _ => 0,
        }
    }

    /// The ids of this kind, in the order of the dossier.
    pub fn ids(self, dossier: &Dossier) -> Vec<Id> {
        self.records(dossier).filter_map(|record| record.own_id().cloned()).collect()
    }

    /// The name or title of the record that bears `id`; empty where it has none, `None` where there is no record.
    pub fn known<'d>(self, dossier: &'d Dossier, id: &Id) -> Option<&'d str> {
        self.titles(dossier).find(|(own, _)| *own == id).map(|(_, title)| title)
    }

    /// The ids of this kind, each with the name or title of its record, in the order of the dossier.
    pub fn titles(self, dossier: &Dossier) -> impl Iterator<Item = (&Id, &str)> {
        self.records(dossier).filter_map(move |record| {
            let View::Record(known) = record.view() else { return None };
            Some((record.own_id()?, known.text(self.title_key())))
        })
    }

    /// The name or title of the record that bears `id`; empty where it has none.
    pub fn title(self, dossier: &Dossier, id: &Id) -> String {
        self.known(dossier, id).unwrap_or_default().to_owned()
    }

    /// What a reference to a record of this kind designates; `None` for kinds that nothing refers to.
    pub const fn target(self) -> Option<Target> {
        match self {
            Self::Territory => Some(Target::Territory),
            Self::Stage => Some(Target::Stage),
            Self::Objective => Some(Target::Objective),
            Self::Function => Some(Target::Function),
            Self::Actor => Some(Target::Actor),
            Self::Wave => Some(Target::Wave),
            Self::Body => Some(Target::Body),
            Self::Agreement => Some(Target::Agreement),
            _ => None,
        }
    }

    /// One record in words: its title, or "1 rôle" where it has none.
    pub fn one(self, title: &str) -> Phrase {
        if title.is_empty() { self.count(1) } else { say::named(shortened(title)) }
    }
}

/// A title cut to what a menu can show.
pub(super) fn shortened(title: &str) -> String {
    const LONGEST: usize = 60;
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or(title).trim_end()),
        None => title.to_owned(),
    }
}
