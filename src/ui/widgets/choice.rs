//! Choices: native select, segmented control, chips.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::{Around, described_by, frame, told};
use super::icon::{Icon, IconName};
use crate::ui::env::use_env;

/// A list longer than this is made when one comes to it: the browser measures every entry.
const LONG: usize = 100;

/// An entry of a select.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    /// Value given back.
    pub value: AttrValue,
    /// Words.
    pub label: AttrValue,
    /// Group heading, for entries that follow one another under it.
    pub group: Option<AttrValue>,
}

impl SelectOption {
    /// An entry without a group.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into(), group: None }
    }
}

#[derive(Properties, PartialEq)]
pub struct SelectFieldProps {
    /// Id of the control.
    pub id: AttrValue,
    /// Label.
    pub label: AttrValue,
    /// Value chosen; an empty one for none.
    pub value: AttrValue,
    /// Entries.
    pub options: Vec<SelectOption>,
    /// Words of the empty entry; without them there is none.
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// What to do with the choice.
    pub onchange: Callback<String>,
    /// Small word after the label.
    #[prop_or_default]
    pub optional: Option<AttrValue>,
    /// Help.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// Further classes of the frame.
    #[prop_or_default]
    pub class: Classes,
    /// Label read but not shown.
    #[prop_or_default]
    pub quiet: bool,
    /// Smaller control.
    #[prop_or_default]
    pub small: bool,
    /// Cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
}

/// One choice among several, with the browser's own list.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let reading = use_env().read_only;
    let onchange = {
        let change = props.onchange.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                change.emit(select.value());
            }
        })
    };
    let around = Around {
        id: props.id.clone(),
        label: props.label.clone(),
        optional: props.optional.clone().filter(|_| !props.disabled),
        help: props.help.clone(),
        error: None,
        class: props.class.clone(),
        quiet: props.quiet,
    };
    if reading && props.disabled {
        let chosen = props.options.iter().find(|option| option.value == props.value);
        let words = chosen.map(|option| option.label.clone()).or_else(|| props.none.clone());
        return told(&around, words.unwrap_or_default());
    }
    let entry = |option: &SelectOption| {
        html! {
            <option value={option.value.clone()} selected={option.value == props.value}>{ &option.label }</option>
        }
    };
    let (node, near) = (use_node_ref(), use_state_eq(|| false));
    let whole = *near || props.options.len() <= LONG;
    {
        // Entries that come around the chosen one leave it chosen.
        let (node, value) = (node.clone(), props.value.clone());
        use_effect_with(whole, move |_| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&value);
            }
        });
    }
    let come = (!whole).then(|| {
        let near = near.setter();
        Callback::from(move |_: Event| near.set(true))
    });
    let shown: Vec<SelectOption> =
        props.options.iter().filter(|option| whole || option.value == props.value).cloned().collect();
    let mut entries: Vec<Html> = Vec::new();
    for chunk in shown.chunk_by(|a, b| a.group == b.group) {
        let inside = chunk.iter().map(entry);
        match chunk.first().and_then(|option| option.group.clone()) {
            Some(label) => entries.push(html! { <optgroup {label}>{ for inside }</optgroup> }),
            None => entries.extend(inside),
        }
    }
    let control = html! {
        <span class={classes!("select", props.small.then_some("select-sm"))}>
            <select id={props.id.clone()} ref={node} class={classes!("input", props.small.then_some("input-sm"))} part="input"
                disabled={props.disabled} aria-describedby={described_by(&props.id, props.help.is_some(), false)}
                {onchange} onfocusin={come.clone().map(|come| come.reform(|event: FocusEvent| event.into()))}
                onpointerover={come.map(|come| come.reform(|event: PointerEvent| event.into()))}>
                if let Some(none) = &props.none {
                    <option value="" selected={props.value.is_empty()}>{ none }</option>
                }
                { for entries }
            </select>
            <Icon name={IconName::ChevronDown} />
        </span>
    };
    frame(around, control)
}

/// A segment of a segmented control.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Value given back.
    pub value: AttrValue,
    /// Figure or short word, in bold.
    pub strong: Option<AttrValue>,
    /// Words.
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct SegmentedProps {
    /// Name of the group.
    pub label: AttrValue,
    /// Segments.
    pub segments: Vec<Segment>,
    /// The pressed one.
    pub value: AttrValue,
    /// What to do with the choice.
    pub onchange: Callback<AttrValue>,
    /// Further classes (`scale`, `keys`).
    #[prop_or_default]
    pub class: Classes,
    /// Cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
}

/// One choice among a few, all in sight.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    let reading = use_env().read_only;
    if reading && props.disabled {
        let chosen = props.segments.iter().find(|segment| segment.value == props.value);
        return html! {
            <p class="told">
                <span class="vh">{ &props.label }{ " " }</span>
                if let Some(segment) = chosen {
                    if let Some(strong) = &segment.strong { <b>{ strong }</b>{ " " } }
                    { &segment.label }
                }
            </p>
        };
    }
    html! {
        <div class={classes!("seg", props.class.clone())} role="group" aria-label={props.label.clone()}>
            { for props.segments.iter().map(|segment| {
                let onclick = {
                    let (change, value) = (props.onchange.clone(), segment.value.clone());
                    Callback::from(move |_: MouseEvent| change.emit(value.clone()))
                };
                let pressed = if segment.value == props.value { "true" } else { "false" };
                html! {
                    <button type="button" part="button" aria-pressed={pressed} disabled={props.disabled} {onclick}>
                        if let Some(strong) = &segment.strong { <b>{ strong }</b>{ " " } }
                        { &segment.label }
                    </button>
                }
            }) }
        </div>
    }
}

/// A chip: something linked, that can be taken away.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// Value given back.
    pub value: AttrValue,
    /// Words.
    pub label: AttrValue,
    /// Name of the button that takes it away.
    pub remove: AttrValue,
}

/// What [`chip_set`] shows and does.
pub struct ChipSet {
    /// Chips.
    pub chips: Vec<Chip>,
    /// Entries that can still be added.
    pub options: Vec<SelectOption>,
    /// Id of the list that adds.
    pub id: AttrValue,
    /// Name of the list that adds.
    pub add_label: AttrValue,
    /// What to do with an addition.
    pub onadd: Callback<String>,
    /// What to do with a removal.
    pub onremove: Callback<AttrValue>,
    /// Cannot be changed.
    pub readonly: bool,
}

/// Linked things as chips, with a native list to add one.
pub fn chip_set(props: &ChipSet) -> Html {
    let onchange = {
        let add = props.onadd.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let value = select.value();
                // Back to the invitation: the chip shows what was chosen.
                select.set_value("");
                if !value.is_empty() {
                    add.emit(value);
                }
            }
        })
    };
    html! {
        <ul class="chips">
            { for props.chips.iter().map(|chip| {
                let onclick = {
                    let (remove, value) = (props.onremove.clone(), chip.value.clone());
                    Callback::from(move |_: MouseEvent| remove.emit(value.clone()))
                };
                html! {
                    <li class="chip" key={chip.value.to_string()}>
                        <bdi>{ &chip.label }</bdi>
                        if !props.readonly {
                            <button type="button" class="chip-x" part="button" aria-label={chip.remove.clone()}
                                title={chip.remove.clone()} {onclick}>
                                <Icon name={IconName::Close} small=true />
                            </button>
                        }
                    </li>
                }
            }) }
            if !props.readonly && !props.options.is_empty() {
                <li class="chip-pick">
                    <label class="vh" for={props.id.clone()}>{ &props.add_label }</label>
                    <span class="select select-sm">
                        <select id={props.id.clone()} class="input input-sm" part="input" {onchange}>
                            <option value="" selected=true>{ &props.add_label }</option>
                            { for props.options.iter().map(|option| html! {
                                <option value={option.value.clone()}>{ &option.label }</option>
                            }) }
                        </select>
                        <Icon name={IconName::ChevronDown} />
                    </span>
                </li>
            }
        </ul>
    }
}
