//! The steps: one folder each. A step is entered from anywhere and left without being held back.

pub mod actors;
pub mod circles;
pub mod coherence;
mod complementarities;
mod deferred;
mod evaluator;
pub mod governance;
mod grid;
mod heads;
mod names;
pub mod project;
pub mod qualification;
pub mod roles;
pub mod summary;
mod welcome;

use yew::prelude::*;

use crate::vocabulary::Step;

pub use welcome::Welcome;

/// The steps that have a screen, in their usual order, the summary apart.
pub const STEPS: [Step; 7] = [
    Step::Project,
    Step::Actors,
    Step::Qualification,
    Step::Coherence,
    Step::Circles,
    Step::Roles,
    Step::Governance,
];

/// The step's screen.
pub fn view(step: Step) -> Html {
    match step {
        Step::Actors => html! { <actors::ActorsStep /> },
        Step::Qualification => html! { <qualification::QualificationStep /> },
        Step::Coherence => html! { <coherence::CoherenceStep /> },
        Step::Circles => html! { <circles::CirclesStep /> },
        Step::Governance => html! { <governance::GovernanceStep /> },
        Step::Roles => html! { <roles::RolesStep /> },
        Step::Summary => html! { <summary::SummaryStep /> },
        _ => html! { <project::ProjectStep greeting=false /> },
    }
}

/// Whether the step has points of vigilance beside it; the summary shows them all in its middle.
pub const fn has_drawer(step: Step) -> bool {
    !matches!(step, Step::Summary)
}
