//! The seating chart and its table.

use std::rc::Rc;

use yew::prelude::*;

use super::Scene;
use super::figures::Side;
use crate::analysis::readings;
use crate::analysis::readings::MOBILISED;
use crate::analysis::votes::voting_seats;
use crate::i18n::texts::bodies as say;
use crate::layout;
use crate::model::{Actor, ActorKind, Criterion, Seat};
use crate::ui::charts::PictureBox;
use crate::ui::widgets::{
    KindMark, Segment, Segmented, kind_class, mobilisation_children, mobilisation_class,
};
use crate::vocabulary::{self, kind_shape};

/// Votes up to which each has its mark; beyond, each seat has one.
const MOST_MARKS: u64 = 90;
/// Width of the picture, in its own units.
const WIDTH: f64 = 394.0;

/// A seat that votes, with its organisation.
struct Sitting<'a> {
    seat: &'a Seat,
    actor: Option<&'a Rc<Actor>>,
}

impl Sitting<'_> {
    fn kind(&self) -> Option<ActorKind> {
        self.actor.and_then(|actor| actor.kind)
    }

    fn mobilisation(&self) -> Option<i8> {
        self.actor.and_then(|actor| readings::used(actor, Criterion::Mobilisation))
    }

    /// Poorly mobilised, by what was assessed.
    fn idle(&self) -> bool {
        self.mobilisation().is_some_and(|level| level < MOBILISED)
    }
}

/// Seats that vote, those of a college side by side; without colleges, those of a family.
fn sittings<'a>(scene: Scene<'a>) -> Vec<Sitting<'a>> {
    let mut seated: Vec<Sitting<'a>> = voting_seats(scene.body)
        .map(|seat| Sitting { seat, actor: seat.actor.as_ref().and_then(|id| scene.dossier.actors.find(id)) })
        .collect();
    let colleges = &scene.body.colleges;
    crate::model::order::by_key(&mut seated, |sitting| {
        let college = sitting.seat.college.as_ref().and_then(|id| colleges.position_of(id));
        (college.unwrap_or(usize::MAX), sitting.kind().map_or(usize::MAX, |kind| kind as usize))
    });
    seated
}

/// The picture or its table, with what chooses between them.
pub(super) fn figure(scene: Scene<'_>, side: &Side, as_table: bool, toggle: Callback<()>) -> Html {
    let env = scene.env;
    let seated = sittings(scene);
    let segments = vec![
        Segment { value: "chart".into(), strong: None, label: env.say(say::view_chart()) },
        Segment { value: "seats".into(), strong: None, label: env.say(say::view_seats()) },
    ];
    let now = if as_table { "seats" } else { "chart" };
    let onchange = Callback::from(move |code: AttrValue| {
        if code != now {
            toggle.emit(());
        }
    });
    html! {
        <figure class="gov-figure">
            <figcaption class="sec-head">
                <@{env.heading(2)} class="h-block">{ env.say(say::who_votes()) }</@>
                <Segmented class="push" label={env.say(say::shown_as())} {segments} value={now} {onchange} />
            </figcaption>
            if seated.is_empty() {
                <p class="muted">{ env.say(say::no_seat_yet()) }</p>
            } else if as_table {
                { table(scene, &seated) }
            } else {
                { chart(scene, side, &seated) }
            }
        </figure>
    }
}

fn chart(scene: Scene<'_>, side: &Side, seated: &[Sitting<'_>]) -> Html {
    let env = scene.env;
    let votes: u64 = seated.iter().map(|sitting| u64::from(sitting.seat.votes.unwrap_or_default())).sum();
    // Some seats do not say their votes: what the others hold is no total.
    let unsaid = unsaid(seated);
    let each = votes <= MOST_MARKS && votes > 0 && !unsaid;
    let marks: Vec<&Sitting<'_>> = seated
        .iter()
        .flat_map(|sitting| {
            let times = if each { sitting.seat.votes.unwrap_or_default() } else { 1 };
            std::iter::repeat_n(sitting, times as usize)
        })
        .collect();
    let plan = layout::hemicycle(marks.len(), WIDTH);
    let organisations = side.members.as_ref().map_or(seated.len(), Vec::len);
    let label =
        if unsaid { say::chart_unsaid(organisations) } else { say::chart_label(votes as i64, organisations) };
    let label = env.say(label);
    let (total, word) = if unsaid {
        ("?".to_owned(), say::votes_unsaid_by(organisations))
    } else {
        (env.format().number(votes as f64), say::votes_by(votes as i64, organisations))
    };
    let height = format!("{:.1}", plan.height.max(120.0));
    let middle = format!("{:.1}", WIDTH / 2.0);
    let low = |up: f64| format!("{:.1}", plan.height.max(120.0) - up);
    let scale = plan.side / 24.0;
    html! {
        <PictureBox name="hemicycle" title={scene.body.title.clone()}>
            <svg class="gov-chart" viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={label}>
                { for marks.iter().zip(&plan.seats).map(|(sitting, at)| {
                    let half = plan.side / 2.0;
                    let transform = format!("translate({:.1} {:.1}) scale({scale:.3})", at.x - half, at.y - half);
                    let kind = sitting.kind();
                    if sitting.actor.is_none() {
                        html! { <g class="k k-other gone" {transform}>{ vacancy() }</g> }
                    } else if sitting.idle() {
                        let class = classes!("k", kind_class(kind), "m", mobilisation_class(sitting.mobilisation()));
                        html! { <g {class} {transform}>{ mobilisation_children(kind, sitting.mobilisation()) }</g> }
                    } else {
                        let shape = kind_shape(kind);
                        html! {
                            <g class={classes!("k", kind_class(kind))} {transform}>
                                <path d={shape.path} />
                                <text x="12" y={shape.letter_y} font-size={shape.letter_size}>
                                    { if kind.is_some() { shape.letter } else { "?" } }
                                </text>
                            </g>
                        }
                    }
                }) }
                <text class="gov-total" x={middle.clone()} y={low(34.0)}>{ total }</text>
                <text class="gov-total-word" x={middle} y={low(10.0)}>{ env.say(word) }</text>
            </svg>
            { legend(scene, seated) }
            if !each && votes > MOST_MARKS { <p class="small">{ env.say(say::one_mark_a_seat(MOST_MARKS as i64)) }</p> }
        </PictureBox>
    }
}

/// The mark of a seat that nobody has yet: empty.
fn vacancy() -> Html {
    html! { <path d="M12 2A10 10 0 1 1 11.99 2Z" /> }
}

/// Whether a seat does not say its votes.
fn unsaid(seated: &[Sitting<'_>]) -> bool {
    seated.iter().any(|sitting| sitting.seat.votes.is_none())
}

/// Families with their votes, then colleges with theirs.
fn legend(scene: Scene<'_>, seated: &[Sitting<'_>]) -> Html {
    let env = scene.env;
    // The votes of some, `?` where one of them does not say its own.
    let votes = |of: &dyn Fn(&Sitting<'_>) -> bool| -> String {
        let said: Option<u64> = seated
            .iter()
            .filter(|sitting| of(sitting))
            .map(|sitting| sitting.seat.votes.map(u64::from))
            .sum();
        said.map_or_else(|| "?".to_owned(), |votes| env.format().number(votes as f64))
    };
    // Who has no family is an organisation that does not say it, or nobody yet.
    let mut kinds: Vec<(Option<ActorKind>, bool)> =
        seated.iter().map(|sitting| (sitting.kind(), sitting.actor.is_none())).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let name = |kind: Option<ActorKind>, vacant: bool| {
        let unknown = || if vacant { say::vacant_seats() } else { say::kind_unknown() };
        env.say(kind.map_or_else(unknown, vocabulary::kind))
    };
    let colleges = &scene.body.colleges;
    html! {
        <>
            <ul class="legend-inline gov-legend">
                { for kinds.into_iter().map(|(kind, vacant)| html! {
                    <li>
                        if vacant {
                            <svg class="k k-other gone" viewBox="-1 -1 26 26" width="18" height="18" aria-hidden="true">{ vacancy() }</svg>
                        } else {
                            <KindMark {kind} size=18 />
                        }
                        { " " }{ name(kind, vacant) }{ " " }
                        <b>{ votes(&|sitting| (sitting.kind(), sitting.actor.is_none()) == (kind, vacant)) }</b>
                    </li>
                }) }
                if seated.iter().any(Sitting::idle) {
                    <li>
                        <svg class="k k-business m m-1" viewBox="-1 -1 26 26" width="18" height="18" aria-hidden="true">
                            { mobilisation_children(Some(ActorKind::Business), Some(MOBILISED - 1)) }
                        </svg>{ " " }{ env.say(say::poorly_mobilised()) }
                    </li>
                }
            </ul>
            if !colleges.is_empty() {
                <p class="small">
                    <b>{ env.say(say::by_college()) }</b>{ " " }
                    { for colleges.iter().enumerate().map(|(place, college)| html! {
                        <>
                            if place > 0 { { " · " } }
                            <bdi>{ &college.title }</bdi>{ "\u{a0}" }<b>{ votes(&|sitting| sitting.seat.college.as_ref() == Some(&college.id)) }</b>
                        </>
                    }) }
                </p>
            }
        </>
    }
}

fn table(scene: Scene<'_>, seated: &[Sitting<'_>]) -> Html {
    let env = scene.env;
    let row = |sitting: &Sitting<'_>| {
        let college = sitting.seat.college.as_ref().and_then(|id| scene.body.colleges.find(id));
        let voter = sitting.actor.map_or_else(
            || crate::analysis::votes::Voter::Seat(sitting.seat.id.clone()),
            |actor| crate::analysis::votes::Voter::Actor(actor.id.clone()),
        );
        html! {
            <tr key={sitting.seat.id.to_string()}>
                <th scope="row"><span class="gov-who"><KindMark kind={sitting.kind()} size=18 /><bdi>{ scene.name(&voter) }</bdi></span></th>
                <td>{ college.map(|college| college.title.clone()).unwrap_or_default() }</td>
                <td class="num">{ sitting.seat.votes.map_or_else(|| env.say(say::not_said()), |votes| env.format().number(f64::from(votes)).into()) }</td>
                <td>{ env.say(vocabulary::value(Criterion::Mobilisation, sitting.mobilisation())) }</td>
            </tr>
        }
    };
    html! {
        <div class="frame gov-seats" tabindex="0" role="region" aria-label={env.say(say::seats_caption())}>
            <table class="table">
                <caption class="vh">{ env.say(say::seats_caption()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::organisation()) }</th>
                        <th scope="col">{ env.say(say::college()) }</th>
                        <th scope="col" class="num">{ env.say(say::votes()) }</th>
                        <th scope="col">{ env.say(say::mobilisation()) }</th>
                    </tr>
                </thead>
                <tbody>{ for seated.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
