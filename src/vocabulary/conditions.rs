//! What must hold for a role to be held well (after S1).

use crate::i18n::Phrase;
use crate::i18n::texts::vocabulary as say;
use crate::model::RoleKind;

/// A condition of a role. Its code is what the file keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConditionCode {
    /// Known and reachable as the contact point.
    Reachable,
    /// Available for launch and animation.
    Available,
    /// Neutral about the options.
    Neutral,
    /// Links actors that are not used to working together.
    Connector,
    /// Skilled in project management and collaborative work.
    ProjectSkills,
    /// Technical skills or a network fit for the function.
    Skilled,
    /// A contact with real power to decide.
    Decides,
    /// Works inside its territory of competence.
    Territory,
    /// Amount, period and status of the commitment known.
    CommitmentKnown,
    /// Eligibility and reporting rules known.
    RulesKnown,
    /// Agrees in public to be named.
    AgreesNamed,
}

/// The conditions of a role, in the order they are shown.
pub const fn conditions_of(role: RoleKind) -> &'static [ConditionCode] {
    use ConditionCode as C;
    match role {
        RoleKind::Lead => &[C::Reachable, C::Available, C::Neutral, C::Connector, C::ProjectSkills],
        RoleKind::Operator => &[C::Available, C::Skilled, C::Decides, C::Territory],
        RoleKind::Funder => &[C::CommitmentKnown, C::RulesKnown],
        RoleKind::Partner => &[C::Available, C::AgreesNamed],
    }
}

impl ConditionCode {
    /// The word in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reachable => "reachable",
            Self::Available => "available",
            Self::Neutral => "neutral",
            Self::Connector => "connector",
            Self::ProjectSkills => "projectSkills",
            Self::Skilled => "skilled",
            Self::Decides => "decides",
            Self::Territory => "territory",
            Self::CommitmentKnown => "commitmentKnown",
            Self::RulesKnown => "rulesKnown",
            Self::AgreesNamed => "agreesNamed",
        }
    }

    /// The full label.
    pub fn label(self) -> Phrase {
        match self {
            Self::Reachable => say::condition_reachable(),
            Self::Available => say::condition_available(),
            Self::Neutral => say::condition_neutral(),
            Self::Connector => say::condition_connector(),
            Self::ProjectSkills => say::condition_project_skills(),
            Self::Skilled => say::condition_skilled(),
            Self::Decides => say::condition_decides(),
            Self::Territory => say::condition_territory(),
            Self::CommitmentKnown => say::condition_commitment_known(),
            Self::RulesKnown => say::condition_rules_known(),
            Self::AgreesNamed => say::condition_agrees_named(),
        }
    }

    /// The short label of the printed table.
    pub fn printed(self) -> Phrase {
        match self {
            Self::Reachable => say::condition_reachable_print(),
            Self::Available => say::condition_available_print(),
            Self::Neutral => say::condition_neutral_print(),
            Self::Connector => say::condition_connector_print(),
            Self::ProjectSkills => say::condition_project_skills_print(),
            Self::Skilled => say::condition_skilled_print(),
            Self::Decides => say::condition_decides_print(),
            Self::Territory => say::condition_territory_print(),
            Self::CommitmentKnown => say::condition_commitment_known_print(),
            Self::RulesKnown => say::condition_rules_known_print(),
            Self::AgreesNamed => say::condition_agrees_named_print(),
        }
    }

    /// The question a person answers.
    pub fn question(self) -> Phrase {
        match self {
            Self::Reachable => say::condition_reachable_question(),
            Self::Available => say::condition_available_question(),
            Self::Neutral => say::condition_neutral_question(),
            Self::Connector => say::condition_connector_question(),
            Self::ProjectSkills => say::condition_project_skills_question(),
            Self::Skilled => say::condition_skilled_question(),
            Self::Decides => say::condition_decides_question(),
            Self::Territory => say::condition_territory_question(),
            Self::CommitmentKnown => say::condition_commitment_known_question(),
            Self::RulesKnown => say::condition_rules_known_question(),
            Self::AgreesNamed => say::condition_agrees_named_question(),
        }
    }
}
