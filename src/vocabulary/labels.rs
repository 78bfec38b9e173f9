//! Labels of the closed lists.

use serde::{Serialize, Serializer};

use crate::i18n::Phrase;
use crate::i18n::texts::vocabulary as say;
use crate::model::{
    ActorKind, Complexity, ConditionStatus, ContributionKind, ContributionStatus, Criterion, Domain, Letter,
    RoleKind, TerritoryKind, TieLevel,
};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The partnership cannot stand like this.
    Blocking,
    /// Something to treat before going on.
    Warning,
    /// Something worth a look.
    Advice,
}

impl Severity {
    /// The word in the result of `analyze`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blocking => "blocking",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The word of a severity.
pub fn severity(severity: Severity) -> Phrase {
    match severity {
        Severity::Blocking => say::severity_blocking(),
        Severity::Warning => say::severity_warning(),
        Severity::Advice => say::severity_advice(),
    }
}

/// The name of a family of actors, in the plural: "Pouvoirs publics".
pub fn kind(kind: ActorKind) -> Phrase {
    match kind {
        ActorKind::PublicAuthority => say::kind_public_authority(),
        ActorKind::EconomicDevelopment => say::kind_economic_development(),
        ActorKind::EmploymentTraining => say::kind_employment_training(),
        ActorKind::Business => say::kind_business(),
        ActorKind::Association => say::kind_association(),
        ActorKind::SocialPartner => say::kind_social_partner(),
        ActorKind::Inhabitants => say::kind_inhabitants(),
        ActorKind::Expert => say::kind_expert(),
        ActorKind::Other => say::kind_other(),
    }
}

/// The name of a family for narrow columns: "Publics".
pub fn kind_short(kind: ActorKind) -> Phrase {
    match kind {
        ActorKind::PublicAuthority => say::kind_public_authority_short(),
        ActorKind::EconomicDevelopment => say::kind_economic_development_short(),
        ActorKind::EmploymentTraining => say::kind_employment_training_short(),
        ActorKind::Business => say::kind_business_short(),
        ActorKind::Association => say::kind_association_short(),
        ActorKind::SocialPartner => say::kind_social_partner_short(),
        ActorKind::Inhabitants => say::kind_inhabitants_short(),
        ActorKind::Expert => say::kind_expert_short(),
        ActorKind::Other => say::kind_other_short(),
    }
}

/// One member of a family, without capital: "pouvoir public".
pub fn kind_one(kind: ActorKind) -> Phrase {
    match kind {
        ActorKind::PublicAuthority => say::kind_public_authority_one(),
        ActorKind::EconomicDevelopment => say::kind_economic_development_one(),
        ActorKind::EmploymentTraining => say::kind_employment_training_one(),
        ActorKind::Business => say::kind_business_one(),
        ActorKind::Association => say::kind_association_one(),
        ActorKind::SocialPartner => say::kind_social_partner_one(),
        ActorKind::Inhabitants => say::kind_inhabitants_one(),
        ActorKind::Expert => say::kind_expert_one(),
        ActorKind::Other => say::kind_other_one(),
    }
}

/// The letter of a family's marker; the same in both languages, so that a printed map stays readable.
pub const fn kind_letter(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::PublicAuthority => "P",
        ActorKind::EconomicDevelopment => "D",
        ActorKind::EmploymentTraining => "F",
        ActorKind::Business => "E",
        ActorKind::Association => "A",
        ActorKind::SocialPartner => "S",
        ActorKind::Inhabitants => "H",
        ActorKind::Expert => "X",
        ActorKind::Other => "Z",
    }
}

/// The name of a kind of territory.
pub fn territory_kind(kind: TerritoryKind) -> Phrase {
    match kind {
        TerritoryKind::Commune => say::territory_commune(),
        TerritoryKind::Epci => say::territory_epci(),
        TerritoryKind::Bassin => say::territory_bassin(),
        TerritoryKind::Departement => say::territory_departement(),
        TerritoryKind::Region => say::territory_region(),
        TerritoryKind::Other => say::territory_other(),
    }
}

/// The name of a domain.
pub fn domain(domain: Domain) -> Phrase {
    match domain {
        Domain::SocioEconomic => say::domain_socio_economic(),
        Domain::Infrastructure => say::domain_infrastructure(),
    }
}

/// The name of a complexity.
pub fn complexity(complexity: Complexity) -> Phrase {
    match complexity {
        Complexity::Simple => say::complexity_simple(),
        Complexity::Complex => say::complexity_complex(),
    }
}

/// The name of a kind of contribution.
pub fn contribution_kind(kind: ContributionKind) -> Phrase {
    match kind {
        ContributionKind::Human => say::contribution_human(),
        ContributionKind::Financial => say::contribution_financial(),
        ContributionKind::Relational => say::contribution_relational(),
        ContributionKind::Technical => say::contribution_technical(),
        ContributionKind::Material => say::contribution_material(),
    }
}

/// How far a contribution is secured.
pub fn contribution_status(status: ContributionStatus) -> Phrase {
    match status {
        ContributionStatus::Offered => say::status_offered(),
        ContributionStatus::Agreed => say::status_agreed(),
        ContributionStatus::Delivered => say::status_delivered(),
    }
}

/// The name of a criterion.
pub fn criterion(criterion: Criterion) -> Phrase {
    match criterion {
        Criterion::Mobilisation => say::criterion_mobilisation(),
        Criterion::Influence => say::criterion_influence(),
        Criterion::Interest => say::criterion_interest(),
        Criterion::Stance => say::criterion_stance(),
        Criterion::Availability => say::criterion_availability(),
        Criterion::Neutrality => say::criterion_neutrality(),
    }
}

/// The question a criterion answers.
pub fn criterion_question(criterion: Criterion) -> Phrase {
    match criterion {
        Criterion::Mobilisation => say::criterion_mobilisation_question(),
        Criterion::Influence => say::criterion_influence_question(),
        Criterion::Interest => say::criterion_interest_question(),
        Criterion::Stance => say::criterion_stance_question(),
        Criterion::Availability => say::criterion_availability_question(),
        Criterion::Neutrality => say::criterion_neutrality_question(),
    }
}

/// The word of a value on the scale of a criterion; "not assessed" for `None` or a value outside the scale.
pub fn value(criterion: Criterion, value: Option<i8>) -> Phrase {
    let Some(value) = value else { return say::not_assessed() };
    match (criterion, value) {
        (Criterion::Mobilisation, 0) => say::mobilisation_0(),
        (Criterion::Mobilisation, 1) => say::mobilisation_1(),
        (Criterion::Mobilisation, 2) => say::mobilisation_2(),
        (Criterion::Mobilisation, 3) => say::mobilisation_3(),
        (Criterion::Mobilisation, 4) => say::mobilisation_4(),
        (Criterion::Influence, 0) => say::influence_0(),
        (Criterion::Influence, 1) => say::influence_1(),
        (Criterion::Influence, 2) => say::influence_2(),
        (Criterion::Influence, 3) => say::influence_3(),
        (Criterion::Influence, 4) => say::influence_4(),
        (Criterion::Interest, 0) => say::interest_0(),
        (Criterion::Interest, 1) => say::interest_1(),
        (Criterion::Interest, 2) => say::interest_2(),
        (Criterion::Interest, 3) => say::interest_3(),
        (Criterion::Interest, 4) => say::interest_4(),
        (Criterion::Stance, -2) => say::stance_m2(),
        (Criterion::Stance, -1) => say::stance_m1(),
        (Criterion::Stance, 0) => say::stance_0(),
        (Criterion::Stance, 1) => say::stance_1(),
        (Criterion::Stance, 2) => say::stance_2(),
        (Criterion::Availability, 0) => say::availability_0(),
        (Criterion::Availability, 1) => say::availability_1(),
        (Criterion::Availability, 2) => say::availability_2(),
        (Criterion::Availability, 3) => say::availability_3(),
        (Criterion::Availability, 4) => say::availability_4(),
        (Criterion::Neutrality, 0) => say::neutrality_0(),
        (Criterion::Neutrality, 1) => say::neutrality_1(),
        (Criterion::Neutrality, 2) => say::neutrality_2(),
        (Criterion::Neutrality, 3) => say::neutrality_3(),
        (Criterion::Neutrality, 4) => say::neutrality_4(),
        _ => say::not_assessed(),
    }
}

/// What is at stake in a position of magnitude 0 to 4 (Godet): day-to-day working, projects, missions, existence.
pub fn magnitude(magnitude: u8) -> Phrase {
    match magnitude {
        0 => say::magnitude_0(),
        1 => say::magnitude_1(),
        2 => say::magnitude_2(),
        3 => say::magnitude_3(),
        _ => say::magnitude_4(),
    }
}

/// How closely two actors work.
pub fn tie_level(level: TieLevel) -> Phrase {
    match level {
        TieLevel::Networking => say::tie_networking(),
        TieLevel::Coordinating => say::tie_coordinating(),
        TieLevel::Cooperating => say::tie_cooperating(),
        TieLevel::Collaborating => say::tie_collaborating(),
        TieLevel::Conflict => say::tie_conflict(),
    }
}

/// The name of a role.
pub fn role(role: RoleKind) -> Phrase {
    match role {
        RoleKind::Lead => say::role_lead(),
        RoleKind::Operator => say::role_operator(),
        RoleKind::Funder => say::role_funder(),
        RoleKind::Partner => say::role_partner(),
    }
}

/// The heading of those who hold a role.
pub fn role_plural(role: RoleKind) -> Phrase {
    match role {
        RoleKind::Lead => say::role_lead_plural(),
        RoleKind::Operator => say::role_operator_plural(),
        RoleKind::Funder => say::role_funder_plural(),
        RoleKind::Partner => say::role_partner_plural(),
    }
}

/// What a role does, as the printed table says it.
pub fn role_does(role: RoleKind) -> Phrase {
    match role {
        RoleKind::Lead => say::role_lead_does(),
        RoleKind::Operator => say::role_operator_does(),
        RoleKind::Funder => say::role_funder_does(),
        RoleKind::Partner => say::role_partner_does(),
    }
}

/// What a role does, in a few words under the heading of its column.
pub fn role_brief(role: RoleKind) -> Phrase {
    match role {
        RoleKind::Lead => say::role_lead_brief(),
        RoleKind::Operator => say::role_operator_brief(),
        RoleKind::Funder => say::role_funder_brief(),
        RoleKind::Partner => say::role_partner_brief(),
    }
}

/// The scope of a role that names neither an objective nor a function.
pub fn whole_project() -> Phrase {
    say::scope_project()
}

/// Whether a condition holds.
pub fn condition_status(status: ConditionStatus) -> Phrase {
    match status {
        ConditionStatus::Met => say::condition_met(),
        ConditionStatus::NotMet => say::condition_not_met(),
        ConditionStatus::Unknown => say::condition_unknown(),
    }
}

/// What a letter of the responsibility matrix means.
pub fn letter(letter: Letter) -> Phrase {
    match letter {
        Letter::Responsible => say::letter_responsible(),
        Letter::Accountable => say::letter_accountable(),
        Letter::Consulted => say::letter_consulted(),
        Letter::Informed => say::letter_informed(),
    }
}
