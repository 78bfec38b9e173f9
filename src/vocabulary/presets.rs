//! Bodies to start from, each with the text or the custom it comes from. They are drafts to discuss: what a text leaves
//! to be fixed or checked is said, never filled in as if it were law.

use crate::i18n::Phrase;
use crate::i18n::texts::presets as say;
use crate::model::{BodyKind, Capacity, Majority};

/// A college of a preset, with its seats.
#[derive(Clone, Copy, Debug)]
pub struct PresetCollege {
    /// Title.
    pub title: fn() -> Phrase,
    /// Seats.
    pub seats: u32,
    /// Votes of each seat.
    pub votes: u32,
    /// In what capacity its seats are held, where that is known.
    pub capacity: Option<Capacity>,
}

/// A body to start from. The majority is a simple one; other rules are for those who meet to choose.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Stable code.
    pub code: &'static str,
    /// Title.
    pub title: fn() -> Phrase,
    /// Where it comes from, with the date.
    pub source: fn() -> Phrase,
    /// What is to be checked, or chosen by those who use it.
    pub check: fn() -> Phrase,
    /// Kind.
    pub kind: BodyKind,
    /// Quorum, empty where none is proposed.
    pub quorum: &'static str,
    /// Majority.
    pub majority: Majority,
    /// Whether the first seat of the first college settles a tie.
    pub casting: bool,
    /// Colleges.
    pub colleges: &'static [PresetCollege],
}

const fn college(title: fn() -> Phrase, seats: u32, votes: u32) -> PresetCollege {
    PresetCollege { title, seats, votes, capacity: None }
}

const fn users(title: fn() -> Phrase, seats: u32) -> PresetCollege {
    PresetCollege { title, seats, votes: 1, capacity: Some(Capacity::User) }
}

/// The presets, from the lightest to the most framed by law.
pub const PRESETS: [Preset; 6] = [
    Preset {
        code: "steering",
        title: say::steering,
        source: say::steering_source,
        check: say::steering_check,
        kind: BodyKind::SteeringCommittee,
        quorum: "",
        majority: Majority::Simple,
        casting: false,
        colleges: &[
            college(say::lead, 1, 1),
            college(say::operators, 3, 1),
            college(say::funders, 2, 1),
            college(say::partners, 2, 1),
            users(say::users, 1),
        ],
    },
    Preset {
        code: "management",
        title: say::management,
        source: say::management_source,
        check: say::management_check,
        kind: BodyKind::Board,
        quorum: "1/2",
        majority: Majority::Simple,
        casting: false,
        colleges: &[
            college(say::local_authority, 3, 1),
            college(say::associations, 3, 1),
            college(say::other_partners, 2, 1),
        ],
    },
    Preset {
        code: "association",
        title: say::association,
        source: say::association_source,
        check: say::association_check,
        kind: BodyKind::Board,
        quorum: "1/2",
        majority: Majority::Simple,
        casting: true,
        colleges: &[college(say::founders, 3, 1), college(say::members, 4, 1), users(say::users, 2)],
    },
    Preset {
        code: "gip",
        title: say::gip,
        source: say::gip_source,
        check: say::gip_check,
        kind: BodyKind::Board,
        quorum: "1/2",
        majority: Majority::Simple,
        casting: false,
        colleges: &[college(say::public_persons, 6, 1), college(say::private_persons, 5, 1)],
    },
    Preset {
        code: "cle",
        title: say::cle,
        source: say::cle_source,
        check: say::cle_check,
        kind: BodyKind::SteeringCommittee,
        quorum: "",
        majority: Majority::Simple,
        casting: true,
        colleges: &[
            college(say::state, 1, 4),
            college(say::region, 1, 1),
            college(say::department, 1, 1),
            college(say::municipalities, 2, 1),
            college(say::employment_network, 3, 0),
            college(say::social_partners, 2, 0),
            PresetCollege { title: say::users, seats: 1, votes: 0, capacity: Some(Capacity::User) },
        ],
    },
    Preset {
        code: "tzcld",
        title: say::tzcld,
        source: say::tzcld_source,
        check: say::tzcld_check,
        kind: BodyKind::SteeringCommittee,
        quorum: "",
        majority: Majority::Simple,
        casting: false,
        colleges: &[
            college(say::carrying_authority, 2, 1),
            college(say::state_department, 2, 1),
            college(say::employment_service, 2, 1),
            users(say::jobless, 2),
            college(say::economic_actors, 2, 1),
        ],
    },
];

/// The preset that bears a code.
pub fn preset(code: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.code == code)
}
