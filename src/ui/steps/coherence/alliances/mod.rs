//! Positions and alliances: who holds the decision, who converges with whom, and how far that can be trusted.

mod agreement;
mod disputes;
mod entry;
mod fold;
mod found;
mod grid;
mod matrices;
mod plane;
mod ranking;
mod scene;
mod sentences;

pub(super) use self::found::named;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use self::agreement::Pairs;
use self::entry::Entry;
use self::found::{Found, use_found};
use self::matrices::Matrices;
use self::plane::{Given, PlaneFigure};
use crate::analysis::disputes as differing;
use crate::analysis::readings::Influences;
use crate::i18n::Phrase;
use crate::i18n::texts::alliances as say;
use crate::model::{Dossier, Id};
use crate::ui::env::{Env, Place, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind};
use crate::vocabulary::Step;

/// A cell a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Goto {
    /// The influence of an actor on another.
    Influence(Id, Id),
    /// The position of an actor on an objective.
    Position(Id, Id),
}

/// What to do first, where nothing can be said yet.
fn teach(env: &Env, dossier: &Dossier, start: &Callback<()>) -> Html {
    let few = dossier.actors.len() < 2;
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty()) }</p>
            <p>{ env.say(say::empty_text()) }</p>
            <div class="example">
                <p class="h-cap">{ env.say(say::example()) }</p>
                <dl class="pairs">
                    <div><dt>{ env.say(say::example_influence()) }</dt><dd>{ env.say(say::example_influence_is()) }</dd></div>
                    <div><dt>{ env.say(say::example_position()) }</dt><dd>{ env.say(say::example_position_is()) }</dd></div>
                </dl>
            </div>
            if !env.read_only {
                if few {
                    <Button kind={ButtonKind::Primary} label={env.say(say::add_actors())}
                        onclick={env.going::<()>(Place::step(Step::Actors))} />
                } else {
                    <Button kind={ButtonKind::Primary} label={env.say(say::start())} onclick={start.clone()} />
                }
            }
        </div>
    }
}

/// How much was said.
fn given(env: &Env, dossier: &Dossier, influences: &Influences) -> AttrValue {
    let actors = dossier.actors.len();
    env.say(say::given(influences.said(), actors * actors.saturating_sub(1)))
}

/// A part of what the results say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Conclusions,
    Plane,
    Agreements,
    Ambivalence,
    Matrices,
}

impl Part {
    const ALL: [Self; 5] =
        [Self::Conclusions, Self::Plane, Self::Agreements, Self::Ambivalence, Self::Matrices];

    fn words(self) -> (Phrase, Phrase) {
        match self {
            Self::Conclusions => (say::conclusions(), say::conclusions_help()),
            Self::Plane => (say::plane(), say::plane_help()),
            Self::Agreements => (say::agreements(), say::agreements_help()),
            Self::Ambivalence => (say::ambivalence(), say::ambivalence_help()),
            Self::Matrices => (say::matrices(), say::matrices_help()),
        }
    }
}

/// How long after the part above it a part is drawn, in milliseconds: a frame and a little.
const APART: u32 = 24;

#[derive(Properties, PartialEq)]
struct SectionProps {
    part: Part,
    /// How many parts are drawn before it.
    order: u32,
    found: Given,
    goto: Callback<Goto>,
}

/// A part, drawn in a task of its own: a key typed meanwhile waits for one of them at most.
#[component]
fn Section(props: &SectionProps) -> Html {
    let env = use_env();
    let held = use_state(|| None::<Given>);
    {
        let (set, order) = (held.setter(), props.order);
        use_effect_with(props.found.clone(), move |found| {
            let found = found.clone();
            let timer = Timeout::new(order * APART, move || set.set(Some(found)));
            move || drop(timer)
        });
    }
    let (title, help) = props.part.words();
    let goto = &props.goto;
    let body = |given: &Given| match props.part {
        Part::Conclusions => sentences::main(&env, &given.0, goto),
        Part::Plane => html! { <PlaneFigure found={given.clone()} goto={goto.clone()} /> },
        Part::Agreements => html! { <Pairs found={given.clone()} goto={goto.clone()} /> },
        Part::Ambivalence => agreement::ambivalence(&env, &given.0, goto),
        Part::Matrices => html! { <Matrices found={given.clone()} /> },
    };
    html! {
        <section class="sec-thick">
            <header class="alli-head">
                <@{env.heading(1)} class="h-block">{ env.say(title) }</@>
                <p class="small">{ env.say(help) }</p>
            </header>
            { for (*held).as_ref().map(body) }
        </section>
    }
}

/// What the results say, part by part.
fn parts(found: &Rc<Found>, goto: &Callback<Goto>) -> Html {
    Part::ALL
        .into_iter()
        .zip(0..)
        .map(|(part, order)| html! { <Section {part} {order} found={Given(Rc::clone(found))} goto={goto.clone()} /> })
        .collect()
}

/// The view.
#[component]
pub(super) fn Alliances() -> Html {
    let env = use_env();
    let dossier = use_data().dossier;
    let (found, late) = use_found(&dossier);
    let open = use_state(|| false);
    let asked = use_state(|| (0_u32, None::<(Id, Id)>));
    let read = use_memo(entry::Given(Rc::clone(&dossier), AttrValue::Static("")), |given| {
        let influences = Influences::of(&given.0);
        let disputed = differing::influences(&influences);
        (Rc::new(influences), disputed)
    });
    let (influences, disputed) = &*read;
    // Always the same one: what is drawn with it is not drawn again for a figure.
    let count = use_mut_ref(|| 0_u32);
    let goto = {
        let (open, asked) = (open.setter(), asked.setter());
        use_callback(env.clone(), move |place: Goto, env| match place {
            Goto::Influence(from, to) => {
                open.set(true);
                *count.borrow_mut() += 1;
                asked.set((*count.borrow(), Some((from, to))));
            }
            Goto::Position(actor, objective) => {
                env.go(Place::object(Step::Coherence, actor).at(objective.as_str()));
            }
        })
    };
    let start = {
        let (dossier, goto) = (Rc::clone(&dossier), goto.clone());
        Callback::from(move |()| {
            if let (Some(from), Some(to)) = (dossier.actors.first(), dossier.actors.get(1)) {
                goto.emit(Goto::Influence(from.id.clone(), to.id.clone()));
            }
        })
    };
    let ontoggle = fold::toggling(open.setter());
    let nothing = influences.said() == 0;
    html! {
        <div class="alli" aria-busy={late.then_some("true")}>
            if nothing { { teach(&env, &dossier, &start) } }
            if dossier.actors.len() > 1 {
                <details class="more" open={*open} {ontoggle}>
                    <summary>{ env.say(say::entry()) }<span class="muted">{ given(&env, &dossier, influences) }</span></summary>
                    <div class="more-body">
                        if *open {
                            <Entry dossier={Rc::clone(&dossier)} influences={Rc::clone(influences)} asked={(*asked).clone()} />
                        }
                    </div>
                </details>
                { disputes::view(&env, &dossier, disputed, &goto) }
            }
            { match &found {
                Ok(Ok(_)) if nothing && dossier.positions.is_empty() => Html::default(),
                Ok(Ok(found)) => parts(found, &goto),
                Ok(Err(reason)) => html! { <p class="told-what">{ env.say(reason.reason()) }</p> },
                Err(0) => html! { <p class="small" role="status">{ env.say(say::computing()) }</p> },
                Err(far) => html! { <p class="small" role="status">{ env.say(say::computed(far.to_string())) }</p> },
            } }
        </div>
    }
}
