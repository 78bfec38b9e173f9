//! Bodies to start from, each with the text or the custom it comes from. They are drafts to discuss: what a text leaves
//! to be fixed or checked is said, never filled in as if it were law.

use crate::i18n::Phrase;
use crate::i18n::texts::presets as say;
use crate::model::{ActorKind, BodyKind, Capacity, Majority, RoleKind};

/// Which organisations of a dossier a college is meant for.
#[derive(Clone, Copy, Debug)]
pub enum Meant {
    /// Not for any that can be told from the dossier.
    Unsaid,
    /// Those that hold a role.
    Role(RoleKind),
    /// Those of these families, in this order; of these sub-kinds alone where some are named, in their order.
    Kinds(&'static [(ActorKind, &'static [&'static str])]),
}

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
    /// Who may be proposed for its seats.
    pub meant: Meant,
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

const fn college(title: fn() -> Phrase, seats: u32, votes: u32, meant: Meant) -> PresetCollege {
    PresetCollege { title, seats, votes, capacity: None, meant }
}

const fn users(title: fn() -> Phrase, seats: u32, votes: u32) -> PresetCollege {
    let meant = Meant::Kinds(&[(ActorKind::Inhabitants, &[])]);
    PresetCollege { title, seats, votes, capacity: Some(Capacity::User), meant }
}

use ActorKind::{
    Association, Business, EconomicDevelopment, EmploymentTraining, Expert, Other, PublicAuthority,
    SocialPartner,
};

const STATE: (ActorKind, &[&str]) = (PublicAuthority, &["prefecture", "ddets", "dreets", "etat"]);
const LOCAL: (ActorKind, &[&str]) = (
    PublicAuthority,
    &["epci", "commune", "departement", "region", "collectiviteUnique", "paysPetr", "ccas"],
);
const MUNICIPAL: (ActorKind, &[&str]) = (PublicAuthority, &["epci", "commune", "paysPetr"]);
/// The members named by the act for full employment, article L. 5311-7 of the French labour code, then the others.
const NETWORK: &[&str] =
    &["franceTravail", "missionLocale", "capEmploi", "servicePublicEmploi", "maisonEmploi", "plie"];

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
            college(say::lead, 1, 1, Meant::Role(RoleKind::Lead)),
            college(say::operators, 3, 1, Meant::Role(RoleKind::Operator)),
            college(say::funders, 2, 1, Meant::Role(RoleKind::Funder)),
            college(say::partners, 2, 1, Meant::Role(RoleKind::Partner)),
            users(say::users, 1, 1),
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
            college(say::local_authority, 3, 1, Meant::Kinds(&[LOCAL])),
            college(say::associations, 3, 1, Meant::Kinds(&[(Association, &[])])),
            college(
                say::other_partners,
                2,
                1,
                Meant::Kinds(&[
                    (EmploymentTraining, &[]),
                    (EconomicDevelopment, &[]),
                    (Business, &[]),
                    (SocialPartner, &[]),
                ]),
            ),
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
        colleges: &[
            college(say::founders, 3, 1, Meant::Unsaid),
            college(say::members, 4, 1, Meant::Unsaid),
            users(say::users, 2, 1),
        ],
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
        colleges: &[
            college(
                say::public_persons,
                6,
                1,
                Meant::Kinds(&[
                    (PublicAuthority, &[]),
                    (EmploymentTraining, NETWORK),
                    (EconomicDevelopment, &["cci", "cma", "chambreAgriculture"]),
                ]),
            ),
            college(
                say::private_persons,
                5,
                1,
                Meant::Kinds(&[
                    (Business, &[]),
                    (Association, &[]),
                    (SocialPartner, &[]),
                    (Other, &[]),
                    (Expert, &[]),
                ]),
            ),
        ],
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
            college(say::state, 1, 4, Meant::Kinds(&[STATE])),
            college(say::region, 1, 1, Meant::Kinds(&[(PublicAuthority, &["region", "collectiviteUnique"])])),
            college(
                say::department,
                1,
                1,
                Meant::Kinds(&[(PublicAuthority, &["departement", "collectiviteUnique"])]),
            ),
            college(say::municipalities, 2, 1, Meant::Kinds(&[MUNICIPAL])),
            college(say::employment_network, 3, 0, Meant::Kinds(&[(EmploymentTraining, NETWORK)])),
            college(say::social_partners, 2, 0, Meant::Kinds(&[(SocialPartner, &[])])),
            users(say::users, 1, 0),
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
            college(say::carrying_authority, 2, 1, Meant::Kinds(&[MUNICIPAL])),
            college(say::state_department, 2, 1, Meant::Kinds(&[STATE, (PublicAuthority, &["departement"])])),
            college(say::employment_service, 2, 1, Meant::Kinds(&[(EmploymentTraining, NETWORK)])),
            users(say::jobless, 2, 1),
            college(
                say::economic_actors,
                2,
                1,
                Meant::Kinds(&[(Business, &[]), (SocialPartner, &[]), (EconomicDevelopment, &[])]),
            ),
        ],
    },
];

/// The preset that bears a code.
pub fn preset(code: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.code == code)
}
