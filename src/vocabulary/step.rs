//! The nine steps of the path, and the summary.

use crate::i18n::Phrase;
use crate::i18n::texts::vocabulary as say;

/// A step of the path. None is compulsory; any can be entered at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The problem, where, and the work it takes.
    Project,
    /// Who is there.
    Actors,
    /// Where each stands.
    Qualification,
    /// Actors and objectives.
    Coherence,
    /// First group and widening.
    Circles,
    /// Who does what.
    Roles,
    /// Who decides.
    Governance,
    /// What is signed.
    Agreements,
    /// What becomes of it.
    FollowUp,
    /// What one prints.
    Summary,
}

impl Step {
    /// Every step, in the order of the path; the summary is last.
    pub const ALL: [Self; 10] = [
        Self::Project,
        Self::Actors,
        Self::Qualification,
        Self::Coherence,
        Self::Circles,
        Self::Roles,
        Self::Governance,
        Self::Agreements,
        Self::FollowUp,
        Self::Summary,
    ];

    /// The code in the attribute `steps`, in `goTo` and in findings.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Actors => "actors",
            Self::Qualification => "qualification",
            Self::Coherence => "coherence",
            Self::Circles => "circles",
            Self::Roles => "roles",
            Self::Governance => "governance",
            Self::Agreements => "agreements",
            Self::FollowUp => "followUp",
            Self::Summary => "summary",
        }
    }

    /// The step a code stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// What helps a step succeed, and what to beware of (after the guide of S1).
#[derive(Clone, Debug, PartialEq)]
pub struct Tips {
    /// What helps.
    pub success: Vec<Phrase>,
    /// What to beware of.
    pub avoid: Vec<Phrase>,
}

/// The name of a step.
pub fn step_name(step: Step) -> Phrase {
    match step {
        Step::Project => say::step_project(),
        Step::Actors => say::step_actors(),
        Step::Qualification => say::step_qualification(),
        Step::Coherence => say::step_coherence(),
        Step::Circles => say::step_circles(),
        Step::Roles => say::step_roles(),
        Step::Governance => say::step_governance(),
        Step::Agreements => say::step_agreements(),
        Step::FollowUp => say::step_follow_up(),
        Step::Summary => say::step_summary(),
    }
}

/// What a step is for, in one sentence.
pub fn step_purpose(step: Step) -> Phrase {
    match step {
        Step::Project => say::step_project_purpose(),
        Step::Actors => say::step_actors_purpose(),
        Step::Qualification => say::step_qualification_purpose(),
        Step::Coherence => say::step_coherence_purpose(),
        Step::Circles => say::step_circles_purpose(),
        Step::Roles => say::step_roles_purpose(),
        Step::Governance => say::step_governance_purpose(),
        Step::Agreements => say::step_agreements_purpose(),
        Step::FollowUp => say::step_follow_up_purpose(),
        Step::Summary => say::step_summary_purpose(),
    }
}

/// What helps a step succeed, and what to beware of.
pub fn step_tips(step: Step) -> Tips {
    let (success, avoid) = match step {
        Step::Project => (
            vec![say::tip_project_1(), say::tip_project_2(), say::tip_project_3()],
            vec![say::avoid_project_1(), say::avoid_project_2()],
        ),
        Step::Actors => (
            vec![say::tip_actors_1(), say::tip_actors_2(), say::tip_actors_3()],
            vec![say::avoid_actors_1(), say::avoid_actors_2()],
        ),
        Step::Qualification => (
            vec![say::tip_qualification_1(), say::tip_qualification_2(), say::tip_qualification_3()],
            vec![say::avoid_qualification_1(), say::avoid_qualification_2()],
        ),
        Step::Coherence => (
            vec![say::tip_coherence_1(), say::tip_coherence_2()],
            vec![say::avoid_coherence_1(), say::avoid_coherence_2()],
        ),
        Step::Circles => (
            vec![say::tip_circles_1(), say::tip_circles_2(), say::tip_circles_3()],
            vec![say::avoid_circles_1(), say::avoid_circles_2()],
        ),
        Step::Roles => (
            vec![say::tip_roles_1(), say::tip_roles_2(), say::tip_roles_3()],
            vec![say::avoid_roles_1(), say::avoid_roles_2()],
        ),
        Step::Governance => (
            vec![say::tip_governance_1(), say::tip_governance_2()],
            vec![say::avoid_governance_1(), say::avoid_governance_2()],
        ),
        Step::Agreements => (
            vec![say::tip_agreements_1(), say::tip_agreements_2()],
            vec![say::avoid_agreements_1(), say::avoid_agreements_2()],
        ),
        Step::FollowUp => (
            vec![say::tip_follow_up_1(), say::tip_follow_up_2()],
            vec![say::avoid_follow_up_1(), say::avoid_follow_up_2()],
        ),
        Step::Summary => (vec![say::tip_summary_1(), say::tip_summary_2()], vec![say::avoid_summary_1()]),
    };
    Tips { success, avoid }
}
