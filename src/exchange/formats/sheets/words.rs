//! The words that stand in cells for the codes of a dossier.

use crate::i18n::Phrase;
use crate::i18n::texts::{bodies, formats as say};
use crate::model::{
    ActionStatus, ActorKind, AgreementStatus, BodyKind, Capacity, ClauseStatus, Complexity, ConditionStatus,
    ContributionKind, ContributionStatus, Criterion, Domain, Gender, ImprovementStatus, Letter, Majority,
    ObligationKind, ReviewKind, RoleKind, TerritoryKind, TieLevel, Watch,
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
list!(capacities, Capacity, capacity);
list!(body_kinds, BodyKind, body_kind);
list!(majorities, Majority, majority);
list!(agreement_statuses, AgreementStatus, agreement_status);
list!(clause_statuses, ClauseStatus, clause_status);
list!(obligation_kinds, ObligationKind, obligation_kind);
list!(action_statuses, ActionStatus, action_status);
list!(review_kinds, ReviewKind, review_kind);
list!(watches, Watch, watch);
list!(improvement_statuses, ImprovementStatus, improvement_status);

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

fn capacity(capacity: Capacity) -> Phrase {
    match capacity {
        Capacity::Elected => bodies::capacity_elected(),
        Capacity::Staff => bodies::capacity_staff(),
        Capacity::Volunteer => bodies::capacity_volunteer(),
        Capacity::User => bodies::capacity_user(),
        Capacity::Other => bodies::capacity_other(),
    }
}

fn body_kind(kind: BodyKind) -> Phrase {
    match kind {
        BodyKind::Board => say::body_board(),
        BodyKind::SteeringCommittee => say::body_steering(),
        BodyKind::ProjectTeam => say::body_team(),
        BodyKind::WorkingGroup => say::body_group(),
        BodyKind::Other => say::word_other(),
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

fn agreement_status(status: AgreementStatus) -> Phrase {
    match status {
        AgreementStatus::Draft => say::agreement_draft(),
        AgreementStatus::Signed => say::agreement_signed(),
        AgreementStatus::Ended => say::agreement_ended(),
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

fn action_status(status: ActionStatus) -> Phrase {
    match status {
        ActionStatus::Planned => say::action_planned(),
        ActionStatus::Running => say::action_running(),
        ActionStatus::Done => say::action_done(),
        ActionStatus::Dropped => say::action_dropped(),
    }
}

fn review_kind(kind: ReviewKind) -> Phrase {
    match kind {
        ReviewKind::Annual => say::review_annual(),
        ReviewKind::Interim => say::review_interim(),
        ReviewKind::Final => say::review_final(),
    }
}

fn watch(watch: Watch) -> Phrase {
    match watch {
        Watch::Progress => say::watch_progress(),
        Watch::Outputs => say::watch_outputs(),
        Watch::Results => say::watch_results(),
    }
}

fn improvement_status(status: ImprovementStatus) -> Phrase {
    match status {
        ImprovementStatus::Open => say::improvement_open(),
        ImprovementStatus::Tried => say::improvement_tried(),
        ImprovementStatus::Kept => say::improvement_kept(),
        ImprovementStatus::Dropped => say::improvement_dropped(),
    }
}
