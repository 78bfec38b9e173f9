//! Records that bear an id, whatever their kind.

use crate::i18n::{Phrase, texts::edit as say};
use crate::model::json::{Identified, Target};
use crate::model::{
    Action, Actor, Agreement, Body, Dossier, Id, Improvement, KeyFunction, Meeting, Need, Objective,
    OtherProject, PathwayStage, Review, RoleAssignment, Snapshot, Territory, Wave,
};

/// The words by which a person knows a record.
trait Titled {
    /// The name or title; empty where it has none.
    fn title(&self) -> &str;
}

macro_rules! kinds {
    ($( $kind:ident $list:ident $record:ty, $title:expr, $count:path; )+) => {
        /// A record that bears an id, whatever its kind.
        #[derive(Clone, Debug, PartialEq)]
        #[expect(missing_docs, reason = "each variant is the record it holds")]
        pub enum Item { $( $kind($record) ),+ }

        /// The kinds of record that bear an id at the top of a dossier.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each variant is the kind it names")]
        pub enum Kind { $( $kind ),+ }

        $( impl Titled for $record {
            fn title(&self) -> &str {
                let title: fn(&$record) -> &str = $title;
                title(self)
            }
        }

        impl From<$record> for Item {
            fn from(record: $record) -> Self {
                Self::$kind(record)
            }
        } )+

        impl Item {
            /// The id of the record.
            pub fn id(&self) -> &Id {
                match self { $( Self::$kind(record) => record.id() ),+ }
            }

            /// The kind of the record.
            pub const fn kind(&self) -> Kind {
                match self { $( Self::$kind(_) => Kind::$kind ),+ }
            }

            /// The name or title of the record; empty where it has none.
            pub fn title(&self) -> &str {
                match self { $( Self::$kind(record) => record.title() ),+ }
            }
        }

        impl Kind {
            /// Every kind, in the order of the file.
            pub const ALL: &'static [Self] = &[$( Self::$kind ),+];

            /// How many records of this kind, in words.
            pub fn count(self, n: usize) -> Phrase {
                match self { $( Self::$kind => $count(n) ),+ }
            }

            /// The place of the record that bears `id`.
            pub fn position(self, dossier: &Dossier, id: &Id) -> Option<usize> {
                match self { $( Self::$kind => dossier.$list.position_of(id) ),+ }
            }

            /// How many records of this kind the dossier holds.
            pub fn len(self, dossier: &Dossier) -> usize {
                match self { $( Self::$kind => dossier.$list.len() ),+ }
            }

            /// The ids of this kind, in the order of the dossier.
            pub fn ids(self, dossier: &Dossier) -> Vec<Id> {
                match self { $( Self::$kind => dossier.$list.iter().map(|record| record.id().clone()).collect() ),+ }
            }

            /// A copy of the record that bears `id`.
            pub fn get(self, dossier: &Dossier, id: &Id) -> Option<Item> {
                match self {
                    $( Self::$kind => dossier.$list.find(id).map(|record| Item::$kind(record.as_ref().clone())) ),+
                }
            }

            /// The name or title of the record that bears `id`; empty where it has none.
            pub fn title(self, dossier: &Dossier, id: &Id) -> String {
                match self {
                    $( Self::$kind => dossier.$list.find(id).map(|record| record.title().to_owned()) ),+
                }
                .unwrap_or_default()
            }
        }
    };
}

kinds! {
    Territory territories Territory, |it| &it.name, say::count_territory;
    Stage pathway PathwayStage, |it| &it.title, say::count_stage;
    Need needs Need, |it| &it.title, say::count_need;
    Objective objectives Objective, |it| &it.title, say::count_objective;
    Function functions KeyFunction, |it| &it.title, say::count_function;
    Actor actors Actor, |it| &it.name, say::count_actor;
    OtherProject other_projects OtherProject, |it| &it.title, say::count_other_project;
    Wave waves Wave, |it| &it.title, say::count_wave;
    Role roles RoleAssignment, |_| "", say::count_role;
    Body bodies Body, |it| &it.title, say::count_body;
    Agreement agreements Agreement, |it| &it.title, say::count_agreement;
    Action actions Action, |it| &it.title, say::count_action;
    Meeting meetings Meeting, |it| &it.title, say::count_meeting;
    Review reviews Review, |_| "", say::count_review;
    Improvement improvements Improvement, |it| &it.observed, say::count_improvement;
    Snapshot snapshots Snapshot, |it| &it.title, say::count_snapshot;
}

impl Kind {
    /// What a reference to a record of this kind designates; `None` for kinds that nothing refers to.
    pub const fn target(self) -> Option<Target> {
        match self {
            Self::Territory => Some(Target::Territory),
            Self::Stage => Some(Target::Stage),
            Self::Objective => Some(Target::Objective),
            Self::Function => Some(Target::Function),
            Self::Actor => Some(Target::Actor),
            Self::Wave => Some(Target::Wave),
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

/// Runs the same lines on the list of a kind.
macro_rules! on_list {
    ($kind:expr, $dossier:ident, $list:ident => $work:expr) => {
        match $kind {
            $crate::edit::Kind::Territory => {
                let $list = &mut $dossier.territories;
                $work
            }
            $crate::edit::Kind::Stage => {
                let $list = &mut $dossier.pathway;
                $work
            }
            $crate::edit::Kind::Need => {
                let $list = &mut $dossier.needs;
                $work
            }
            $crate::edit::Kind::Objective => {
                let $list = &mut $dossier.objectives;
                $work
            }
            $crate::edit::Kind::Function => {
                let $list = &mut $dossier.functions;
                $work
            }
            $crate::edit::Kind::Actor => {
                let $list = &mut $dossier.actors;
                $work
            }
            $crate::edit::Kind::OtherProject => {
                let $list = &mut $dossier.other_projects;
                $work
            }
            $crate::edit::Kind::Wave => {
                let $list = &mut $dossier.waves;
                $work
            }
            $crate::edit::Kind::Role => {
                let $list = &mut $dossier.roles;
                $work
            }
            $crate::edit::Kind::Body => {
                let $list = &mut $dossier.bodies;
                $work
            }
            $crate::edit::Kind::Agreement => {
                let $list = &mut $dossier.agreements;
                $work
            }
            $crate::edit::Kind::Action => {
                let $list = &mut $dossier.actions;
                $work
            }
            $crate::edit::Kind::Meeting => {
                let $list = &mut $dossier.meetings;
                $work
            }
            $crate::edit::Kind::Review => {
                let $list = &mut $dossier.reviews;
                $work
            }
            $crate::edit::Kind::Improvement => {
                let $list = &mut $dossier.improvements;
                $work
            }
            $crate::edit::Kind::Snapshot => {
                let $list = &mut $dossier.snapshots;
                $work
            }
        }
    };
}

/// Runs the same lines on the list of an item and its record.
macro_rules! on_item {
    ($item:expr, $dossier:ident, ($list:ident, $record:ident) => $work:expr) => {
        match $item {
            $crate::edit::Item::Territory($record) => {
                let $list = &mut $dossier.territories;
                $work
            }
            $crate::edit::Item::Stage($record) => {
                let $list = &mut $dossier.pathway;
                $work
            }
            $crate::edit::Item::Need($record) => {
                let $list = &mut $dossier.needs;
                $work
            }
            $crate::edit::Item::Objective($record) => {
                let $list = &mut $dossier.objectives;
                $work
            }
            $crate::edit::Item::Function($record) => {
                let $list = &mut $dossier.functions;
                $work
            }
            $crate::edit::Item::Actor($record) => {
                let $list = &mut $dossier.actors;
                $work
            }
            $crate::edit::Item::OtherProject($record) => {
                let $list = &mut $dossier.other_projects;
                $work
            }
            $crate::edit::Item::Wave($record) => {
                let $list = &mut $dossier.waves;
                $work
            }
            $crate::edit::Item::Role($record) => {
                let $list = &mut $dossier.roles;
                $work
            }
            $crate::edit::Item::Body($record) => {
                let $list = &mut $dossier.bodies;
                $work
            }
            $crate::edit::Item::Agreement($record) => {
                let $list = &mut $dossier.agreements;
                $work
            }
            $crate::edit::Item::Action($record) => {
                let $list = &mut $dossier.actions;
                $work
            }
            $crate::edit::Item::Meeting($record) => {
                let $list = &mut $dossier.meetings;
                $work
            }
            $crate::edit::Item::Review($record) => {
                let $list = &mut $dossier.reviews;
                $work
            }
            $crate::edit::Item::Improvement($record) => {
                let $list = &mut $dossier.improvements;
                $work
            }
            $crate::edit::Item::Snapshot($record) => {
                let $list = &mut $dossier.snapshots;
                $work
            }
        }
    };
}

pub(super) use {on_item, on_list};
