//! Coherence: what each objective gives or costs the actors, how they stand to one another, and what ties them.

mod alliances;
mod later;
mod matrix;
mod network;
mod picture;

use yew::prelude::*;

use crate::i18n::texts::coherence as say;
use crate::ui::env::{use_data, use_env};
use crate::ui::widgets::{Segment, Segmented};
use crate::vocabulary::Step;

/// What the step shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Matrix,
    Alliances,
    Network,
}

impl View {
    const ALL: [Self; 3] = [Self::Matrix, Self::Alliances, Self::Network];

    const fn code(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Alliances => "alliances",
            Self::Network => "network",
        }
    }
}

/// The step.
#[component]
pub fn CoherenceStep() -> Html {
    let env = use_env();
    let view = use_state(|| View::Matrix);
    let data = use_data();
    {
        // An actor or an objective a person is taken to is in the matrix, and so is the next thing to do.
        let place = &data.place;
        let next = place.field.as_deref() == Some("next");
        let here = place.step == Step::Coherence && (place.object.is_some() || next);
        let view = view.setter();
        use_effect_with(data.visit, move |_| {
            if here {
                view.set(View::Matrix);
            }
        });
    }
    let label = |view| match view {
        View::Matrix => say::view_matrix(),
        View::Alliances => say::view_alliances(),
        View::Network => say::view_network(),
    };
    let segments: Vec<Segment> = View::ALL
        .map(|view| Segment { value: view.code().into(), strong: None, label: env.say(label(view)) })
        .to_vec();
    let onchange = {
        let view = view.clone();
        Callback::from(move |code: AttrValue| {
            if let Some(chosen) = View::ALL.into_iter().find(|view| code == view.code()) {
                view.set(chosen);
            }
        })
    };
    html! {
        <>
            <Segmented class="step-views" label={env.say(say::views())} {segments} value={view.code()} {onchange} />
            { match *view {
                View::Matrix => html! { <matrix::Matrix /> },
                View::Alliances => html! { <alliances::Alliances /> },
                View::Network => html! { <network::Network /> },
            } }
        </>
    }
}
