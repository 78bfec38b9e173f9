//! The marks that carry meaning: each is told apart by its shape first, then by its hue, and a word is always near.

use yew::prelude::*;

use crate::findings::Severity;
use crate::layout::{Point, below, disc_below};
use crate::model::{ActorKind, ConditionStatus};
use crate::vocabulary::{Shape, kind_shape};

/// The class that colours the marker of a kind.
pub fn kind_class(kind: Option<ActorKind>) -> String {
    format!("k-{}", kind.unwrap_or(ActorKind::Other).as_str())
}

fn letter(shape: Shape, known: bool) -> Html {
    html! {
        <text x="12" y={shape.letter_y} font-size={shape.letter_size}>
            { if known { shape.letter } else { "?" } }
        </text>
    }
}

#[derive(Properties, PartialEq)]
pub struct KindProps {
    /// Kind; `None` when it is not said.
    pub kind: Option<ActorKind>,
    /// Side in pixels.
    #[prop_or(20)]
    pub size: u32,
    /// Accessible name, where no word stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// The marker of a kind.
#[component]
pub fn KindMark(props: &KindProps) -> Html {
    let shape = kind_shape(props.kind);
    let size = props.size.to_string();
    html! {
        <svg class={classes!("k", kind_class(props.kind))} viewBox="-1 -1 26 26" width={size.clone()} height={size}
            role={props.label.is_some().then_some("img")} aria-label={props.label.clone()}
            aria-hidden={props.label.is_none().then_some("true")}>
            <path d={shape.path} />{ letter(shape, props.kind.is_some()) }
        </svg>
    }
}

/// The children of a marker filled by mobilisation, to be put in an `<svg>` or a `<g>` of class `k m m-N`.
pub fn mobilisation_children(kind: Option<ActorKind>, mobilisation: Option<i8>) -> Html {
    let shape = kind_shape(kind);
    let level = f64::from(mobilisation.unwrap_or(0));
    let top = shape.bottom - (shape.bottom - shape.top) * level / 4.0;
    let filled = match kind {
        _ if level >= 4.0 => shape.path.to_owned(),
        // The one outline that is no polygon.
        Some(ActorKind::EmploymentTraining) => {
            let middle = Point { x: 12.0, y: f64::midpoint(shape.top, shape.bottom) };
            disc_below(middle, (shape.bottom - shape.top) / 2.0, top)
        }
        _ => below(shape.path, top),
    };
    html! {
        <>
            <path class="k-bg" d={shape.path} />
            if level > 0.0 { <path class="k-fill" d={filled} /> }
            <path class="k-line" d={shape.path} />
            { letter(shape, kind.is_some()) }
        </>
    }
}

/// The class of a marker filled by mobilisation.
pub fn mobilisation_class(mobilisation: Option<i8>) -> String {
    mobilisation.map_or_else(|| "m-x".to_owned(), |level| format!("m-{level}"))
}

#[derive(Properties, PartialEq)]
pub struct MobilisationProps {
    /// Kind.
    pub kind: Option<ActorKind>,
    /// Mobilisation 0–4; `None` when not assessed.
    pub mobilisation: Option<i8>,
    /// Side in pixels.
    #[prop_or(22)]
    pub size: u32,
}

/// The marker of a kind, filled by mobilisation.
#[component]
pub fn MobilisationMark(props: &MobilisationProps) -> Html {
    let size = props.size.to_string();
    html! {
        <svg class={classes!("k", kind_class(props.kind), "m", mobilisation_class(props.mobilisation))}
            viewBox="-1 -1 26 26" width={size.clone()} height={size} aria-hidden="true">
            { mobilisation_children(props.kind, props.mobilisation) }
        </svg>
    }
}

#[derive(Properties, PartialEq)]
pub struct RingProps {
    /// Share done, 0 to 1.
    pub share: f64,
    /// Accessible name, such as "62 %"; none where a word beside says it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A ring of completeness; full, it adds a tick.
#[component]
pub fn Ring(props: &RingProps) -> Html {
    // Never a full ring before everything is there, never an empty one once something is.
    let percent = if props.share >= 1.0 {
        100
    } else if props.share <= 0.0 {
        0
    } else {
        ((props.share * 100.0).round() as i32).clamp(4, 96)
    };
    html! {
        <svg class="ring" viewBox="0 0 22 22" width="22" height="22" role={props.label.is_some().then_some("img")}
            aria-label={props.label.clone()} aria-hidden={props.label.is_none().then_some("true")}>
            <circle class="ring-bg" cx="11" cy="11" r="9.1" />
            if percent > 0 {
                <circle class="ring-fg" cx="11" cy="11" r="9.1" pathLength="100"
                    stroke-dasharray={format!("{percent} 100")} transform="rotate(-90 11 11)" />
            }
            if percent >= 100 { <path class="ring-ok" d="M7 11.3l2.7 2.7L15 8.6" /> }
        </svg>
    }
}

#[derive(Properties, PartialEq)]
pub struct SeverityProps {
    /// Severity.
    pub severity: Severity,
}

/// The shape of a severity; its word always follows.
#[component]
pub fn SeverityMark(props: &SeverityProps) -> Html {
    let (class, inside) = match props.severity {
        Severity::Blocking => (
            "sev-blocking",
            html! { <><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" /><path class="sev-in" d="M4.5 8h7" /></> },
        ),
        Severity::Warning => (
            "sev-warning",
            html! { <><path d="M8 1l7.4 13.5H.6z" /><path class="sev-in" d="M8 6v4.2M8 12.4v.1" /></> },
        ),
        Severity::Advice => (
            "sev-advice",
            html! { <><circle cx="8" cy="8" r="6.3" /><circle class="sev-dot" cx="8" cy="8" r="2" /></> },
        ),
    };
    html! { <svg class={classes!("sev", class)} viewBox="0 0 16 16" aria-hidden="true">{ inside }</svg> }
}

#[derive(Properties, PartialEq)]
pub struct ConditionProps {
    /// Status.
    pub status: ConditionStatus,
    /// Accessible name, where no word stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// Met, not met or unknown: three shapes.
#[component]
pub fn ConditionMark(props: &ConditionProps) -> Html {
    let (class, inside) = match props.status {
        ConditionStatus::Met => (
            "cond-met",
            html! { <><circle cx="9" cy="9" r="8" /><path class="cond-in" d="M5.4 9.3l2.5 2.5 4.8-5.2" /></> },
        ),
        ConditionStatus::NotMet => (
            "cond-notMet",
            html! { <><path d="M1.5 1.5h15v15h-15z" /><path class="cond-in" d="M5.5 5.5l7 7M12.5 5.5l-7 7" /></> },
        ),
        ConditionStatus::Unknown => {
            ("cond-unknown", html! { <><circle cx="9" cy="9" r="7.6" /><text x="9" y="9">{ "?" }</text></> })
        }
    };
    html! {
        <svg class={classes!("cond", class)} viewBox="0 0 18 18" role={props.label.is_some().then_some("img")}
            aria-label={props.label.clone()} aria-hidden={props.label.is_none().then_some("true")}>
            { inside }
        </svg>
    }
}

#[derive(Properties, PartialEq)]
pub struct DotsProps {
    /// 0–4, or `None` when not assessed.
    pub value: Option<i8>,
}

/// Four dots, compared at a glance; not assessed is dotted, never four hollow ones.
#[component]
pub fn Dots(props: &DotsProps) -> Html {
    let class = props.value.map_or_else(|| "d-x".to_owned(), |value| format!("d-{value}"));
    html! { <i class={classes!("dots", class)}></i> }
}

/// Two dots on each side of a bar.
#[component]
pub fn StanceDots(props: &DotsProps) -> Html {
    let class = match props.value {
        None => "st-x".to_owned(),
        Some(0) => "st-0".to_owned(),
        Some(value) if value < 0 => format!("st-m{}", value.unsigned_abs()),
        Some(value) => format!("st-p{value}"),
    };
    html! { <i class={classes!("stance", class)}></i> }
}

#[derive(Properties, PartialEq)]
pub struct ValueProps {
    /// Figure, already written out; `?` when not assessed.
    pub text: AttrValue,
    /// Value.
    pub value: Option<i8>,
    /// On the scale of stances.
    #[prop_or_default]
    pub stance: bool,
}

/// A figure with its dots.
#[component]
pub fn Value(props: &ValueProps) -> Html {
    html! {
        <span class={classes!("val", props.value.is_none().then_some("val-x"))}>
            <b class="val-n">{ &props.text }</b>
            if props.stance { <StanceDots value={props.value} /> } else { <Dots value={props.value} /> }
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// Share done, 0 to 1.
    pub share: f64,
    /// Words beside the line.
    pub children: Html,
}

/// A line that shows how much is done, with the words that say it.
#[component]
pub fn ProgressLine(props: &ProgressProps) -> Html {
    let done = (props.share.clamp(0.0, 1.0) * 100.0).round();
    html! {
        <p class="progress">
            <svg class="progress-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <path class="progress-bg" d="M0 2h100" />
                if done > 0.0 { <path class="progress-fg" d={format!("M0 2h{done}")} /> }
            </svg>
            <span>{ props.children.clone() }</span>
        </p>
    }
}
