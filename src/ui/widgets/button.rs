//! Buttons.

use yew::prelude::*;

use super::icon::{Icon, IconName};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one clear next action.
    Primary,
    /// An ordinary action.
    #[default]
    Secondary,
    /// An action in passing.
    Quiet,
    /// An action that removes.
    Danger,
    /// An action within a sentence.
    Link,
}

impl ButtonKind {
    fn class(self) -> Classes {
        match self {
            Self::Primary => classes!("btn", "btn-primary"),
            Self::Secondary => classes!("btn"),
            Self::Quiet => classes!("btn", "btn-quiet"),
            Self::Danger => classes!("btn", "btn-danger"),
            Self::Link => classes!("link"),
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// Kind.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Words.
    pub label: AttrValue,
    /// Icon before the words.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// Icon after the words.
    #[prop_or_default]
    pub icon_after: Option<IconName>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Element id, where something refers to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Cannot be used now.
    #[prop_or_default]
    pub disabled: bool,
    /// Longer name for assistive technology.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Pressed state, for a toggle.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// What it does.
    pub onclick: Callback<()>,
}

/// A button with words.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let part = if props.kind == ButtonKind::Primary { "button button-primary" } else { "button" };
    let onclick = {
        let act = props.onclick.clone();
        Callback::from(move |_: MouseEvent| act.emit(()))
    };
    html! {
        <button type="button" {part} id={props.id.clone()} class={classes!(props.kind.class(), props.class.clone())}
            disabled={props.disabled} aria-label={props.title.clone()}
            aria-pressed={props.pressed.map(|on| if on { "true" } else { "false" })} {onclick}>
            if let Some(name) = props.icon { <Icon {name} /> }
            <span>{ &props.label }</span>
            if let Some(name) = props.icon_after { <Icon {name} /> }
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub struct IconButtonProps {
    /// Icon.
    pub icon: IconName,
    /// Accessible name, also shown as a tooltip.
    pub label: AttrValue,
    /// Kind.
    #[prop_or(ButtonKind::Quiet)]
    pub kind: ButtonKind,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Element id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Cannot be used now.
    #[prop_or_default]
    pub disabled: bool,
    /// Open state of what it controls.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// What it does.
    pub onclick: Callback<()>,
}

/// A button that shows an icon only. One that cannot be used stays reachable: the focus is not lost when the last
/// item is reached.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    let onclick = {
        let act = props.onclick.clone();
        let disabled = props.disabled;
        Callback::from(move |_: MouseEvent| {
            if !disabled {
                act.emit(());
            }
        })
    };
    html! {
        <button type="button" part="button" id={props.id.clone()}
            class={classes!(props.kind.class(), "btn-icon", props.class.clone())}
            aria-disabled={props.disabled.then_some("true")} aria-label={props.label.clone()} title={props.label.clone()}
            aria-expanded={props.expanded.map(|on| if on { "true" } else { "false" })} {onclick}>
            <Icon name={props.icon} />
        </button>
    }
}
