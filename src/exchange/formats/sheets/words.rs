//! The words that stand in cells for the codes of a dossier.

use crate::exchange::formats::words as said;
use crate::i18n::Phrase;
use crate::i18n::texts::{bodies, formats as say};
use crate::model::{
    ActionStatus, ActorKind, AgreementStatus, BodyKind, Capacity, ClauseStatus, Complexity, ConditionStatus,
    ContributionKind, ContributionStatus, Criterion, Domain, Gender, ImprovementStatus, Letter, Majority,
    ObligationKind, PlanKind, PlanStatus, Privacy, ReviewKind, RoleKind, TerritoryKind, TieLevel, Watch,
};
use crate::vocabulary::{self, ConditionCode, conditions_of};

/// A closed list: its codes, each with what a person reads.
pub(in crate::exchange::formats) type Words = fn() -> Vec<(&'static str, Phrase)>;

/// The list of a closed type, from the word of each value.
macro_rules! list {
    ($name:ident, $of:ident, $word:expr) => {
        pub(in crate::exchange::formats) fn $name() -> Vec<(&'static str, Phrase)> {
            $of::ALL.iter().map(|value| (value.as_str(), $word(*value))).collect()
        }
    };
}

list!(kinds, ActorKind, vocabulary::kind);
list!(criteria, Criterion, vocabulary::criterion);
list!(contribution_kinds, ContributionKind, vocabulary::contribution_kind);
list!(contribution_statuses, ContributionStatus, vocabulary::contribution_status);
list!(domains, Domain, vocabulary::domain);
list!(complexities, Complexity, vocabulary::complexity);
list!(territory_kinds, TerritoryKind, vocabulary::territory_kind);
list!(tie_levels, TieLevel, vocabulary::tie_level);
list!(roles, RoleKind, vocabulary::role);
list!(condition_statuses, ConditionStatus, vocabulary::condition_status);
list!(letters, Letter, letter);
list!(genders, Gender, gender);
list!(capacities, Capacity, said::capacity);
list!(body_kinds, BodyKind, said::body);
list!(majorities, Majority, majority);
list!(agreement_statuses, AgreementStatus, said::agreement);
list!(clause_statuses, ClauseStatus, clause_status);
list!(obligation_kinds, ObligationKind, obligation_kind);
list!(action_statuses, ActionStatus, said::action);
list!(plan_kinds, PlanKind, plan_kind);
list!(plan_statuses, PlanStatus, plan_status);
list!(privacies, Privacy, privacy);
list!(review_kinds, ReviewKind, |kind| said::review(Some(kind)));
list!(watches, Watch, said::watch);
list!(improvement_statuses, ImprovementStatus, said::improvement);

/// The conditions of every role, each once.
pub(in crate::exchange::formats) fn conditions() -> Vec<(&'static str, Phrase)> {
    let mut found: Vec<ConditionCode> = Vec::new();
    for code in RoleKind::ALL.iter().flat_map(|role| conditions_of(*role)) {
        if !found.contains(code) {
            found.push(*code);
        }
    }
    found.into_iter().map(|code| (code.code(), code.label())).collect()
}

fn plan_kind(kind: PlanKind) -> Phrase {
    match kind {
        PlanKind::Communication => say::plan_communication(),
        PlanKind::Action => say::plan_action(),
    }
}

fn plan_status(status: PlanStatus) -> Phrase {
    match status {
        PlanStatus::Missing => say::plan_missing(),
        PlanStatus::Draft => say::plan_draft(),
        PlanStatus::Adopted => say::plan_adopted(),
    }
}

fn privacy(privacy: Privacy) -> Phrase {
    match privacy {
        Privacy::WithoutPersonalData => say::privacy_without_personal(),
        Privacy::Public => say::privacy_public(),
    }
}

/// The letter alone: it is what people write in such a table.
fn letter(letter: Letter) -> Phrase {
    match letter {
        Letter::Responsible => say::letter_r(),
        Letter::Accountable => say::letter_a(),
        Letter::Consulted => say::letter_c(),
        Letter::Informed => say::letter_i(),
    }
}

fn gender(gender: Gender) -> Phrase {
    match gender {
        Gender::F => bodies::gender_f(),
        Gender::M => bodies::gender_m(),
        Gender::X => bodies::gender_x(),
    }
}

fn majority(majority: Majority) -> Phrase {
    match majority {
        Majority::Simple => say::majority_simple(),
        Majority::TwoThirds => say::majority_two_thirds(),
        Majority::Unanimity => say::majority_unanimity(),
        Majority::Custom => say::majority_custom(),
    }
}

fn clause_status(status: ClauseStatus) -> Phrase {
    match status {
        ClauseStatus::NotRelevant => say::clause_not_relevant(),
        ClauseStatus::Missing => say::clause_missing(),
        ClauseStatus::Partial => say::clause_partial(),
        ClauseStatus::Complete => say::clause_complete(),
    }
}

fn obligation_kind(kind: ObligationKind) -> Phrase {
    match kind {
        ObligationKind::Obligation => say::obligation_obligation(),
        ObligationKind::Right => say::obligation_right(),
    }
}
