//! Words of closed lists that the screens do not show yet.

use crate::i18n::Phrase;
use crate::i18n::texts::documents as say;
use crate::model::{
    ActionStatus, AgreementStatus, BodyKind, Capacity, ImprovementStatus, PlanKind, PlanStatus, Privacy,
    ReviewKind, Watch,
};

pub(super) fn review(kind: Option<ReviewKind>) -> Phrase {
    match kind {
        Some(ReviewKind::Annual) => say::review_annual(),
        Some(ReviewKind::Interim) => say::review_interim(),
        Some(ReviewKind::Final) => say::review_final(),
        None => say::review(),
    }
}

pub(super) fn watch(watch: Watch) -> Phrase {
    match watch {
        Watch::Progress => say::watch_progress(),
        Watch::Outputs => say::watch_outputs(),
        Watch::Results => say::watch_results(),
    }
}

pub(super) fn action(status: ActionStatus) -> Phrase {
    match status {
        ActionStatus::Planned => say::action_planned(),
        ActionStatus::Running => say::action_running(),
        ActionStatus::Done => say::action_done(),
        ActionStatus::Dropped => say::action_dropped(),
    }
}

pub(super) fn agreement(status: AgreementStatus) -> Phrase {
    match status {
        AgreementStatus::Draft => say::agreement_draft(),
        AgreementStatus::Signed => say::agreement_signed(),
        AgreementStatus::Ended => say::agreement_ended(),
    }
}

pub(super) fn improvement(status: ImprovementStatus) -> Phrase {
    match status {
        ImprovementStatus::Open => say::improvement_open(),
        ImprovementStatus::Tried => say::improvement_tried(),
        ImprovementStatus::Kept => say::improvement_kept(),
        ImprovementStatus::Dropped => say::improvement_dropped(),
    }
}

pub(super) fn plan(kind: PlanKind) -> Phrase {
    match kind {
        PlanKind::Communication => say::plan_communication(),
        PlanKind::Action => say::plan_action(),
    }
}

pub(super) fn plan_status(status: PlanStatus) -> Phrase {
    match status {
        PlanStatus::Missing => say::plan_missing(),
        PlanStatus::Draft => say::plan_draft(),
        PlanStatus::Adopted => say::plan_adopted(),
    }
}

pub(super) fn privacy(level: Privacy) -> Phrase {
    match level {
        Privacy::WithoutPersonalData => say::without_personal_data(),
        Privacy::Public => say::public_copy(),
    }
}

pub(super) fn body(kind: BodyKind) -> Phrase {
    use crate::i18n::texts::bodies;
    match kind {
        BodyKind::Board => bodies::kind_board(),
        BodyKind::SteeringCommittee => bodies::kind_steering(),
        BodyKind::ProjectTeam => bodies::kind_team(),
        BodyKind::WorkingGroup => bodies::kind_group(),
        BodyKind::Other => say::body_other(),
    }
}

pub(super) fn capacity(capacity: Capacity) -> Phrase {
    use crate::i18n::texts::bodies;
    match capacity {
        Capacity::Elected => bodies::capacity_elected(),
        Capacity::Staff => bodies::capacity_staff(),
        Capacity::Volunteer => bodies::capacity_volunteer(),
        Capacity::User => bodies::capacity_user(),
        Capacity::Other => bodies::capacity_other(),
    }
}
