//! Fields: a visible label, help, an error that gives an example, and a native control.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::marks::SeverityMark;
use crate::findings::Severity;

/// What fields have around their control.
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// Id of the control.
    pub id: AttrValue,
    /// Label.
    pub label: AttrValue,
    /// Small word after the label, such as "facultatif".
    #[prop_or_default]
    pub optional: Option<AttrValue>,
    /// Help under the label.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// What is wrong, with an example of what is expected.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Label read but not shown.
    #[prop_or_default]
    pub quiet: bool,
    /// The control.
    pub children: Html,
}

/// Ids of the texts that describe a control.
pub fn described_by(id: &str, help: bool, error: bool) -> Option<String> {
    match (help, error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-help")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-error {id}-help")),
    }
}

/// Label, help, control and error, in that order.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let label_class = if props.quiet { "vh" } else { "label" };
    html! {
        <div class={classes!("field", props.class.clone())} part="field">
            <label class={label_class} part="label" for={props.id.clone()}>
                { &props.label }
                if let Some(word) = &props.optional { <span class="opt">{ " " }{ word }</span> }
            </label>
            if let Some(help) = &props.help { <p class="help" part="help" id={format!("{}-help", props.id)}>{ help }</p> }
            { props.children.clone() }
            if let Some(error) = &props.error {
                <p class="error" part="error" id={format!("{}-error", props.id)}>
                    <SeverityMark severity={Severity::Blocking} />{ error }
                </p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Id of the control, unique in the shadow root.
    pub id: AttrValue,
    /// Label.
    pub label: AttrValue,
    /// Value.
    pub value: AttrValue,
    /// What to do with each new value.
    pub onchange: Callback<String>,
    /// Small word after the label.
    #[prop_or_default]
    pub optional: Option<AttrValue>,
    /// Help.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// Error.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Placeholder: an example, never the label.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Native type: text, email, tel, search.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// Further classes of the frame.
    #[prop_or_default]
    pub class: Classes,
    /// Further classes of the control.
    #[prop_or_default]
    pub input_class: Classes,
    /// Label read but not shown.
    #[prop_or_default]
    pub quiet: bool,
    /// Cannot be changed.
    #[prop_or_default]
    pub readonly: bool,
    /// What Enter does.
    #[prop_or_default]
    pub onenter: Option<Callback<()>>,
    /// The control, to focus it.
    #[prop_or_default]
    pub node: NodeRef,
}

/// A one-line text.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let oninput = {
        let change = props.onchange.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                change.emit(input.value());
            }
        })
    };
    let onkeydown = props.onenter.clone().map(|enter| {
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                enter.emit(());
            }
        })
    });
    let describedby = described_by(&props.id, props.help.is_some(), props.error.is_some());
    html! {
        <Frame id={props.id.clone()} label={props.label.clone()} optional={props.optional.clone()}
            help={props.help.clone()} error={props.error.clone()} class={props.class.clone()} quiet={props.quiet}>
            <input id={props.id.clone()} ref={props.node.clone()} type={props.kind.clone()} part="input"
                class={classes!("input", props.input_class.clone())} value={props.value.clone()}
                placeholder={props.placeholder.clone()} readonly={props.readonly} autocomplete="off"
                maxlength={crate::model::json::MAX_TEXT.to_string()} dir="auto"
                aria-invalid={props.error.is_some().then_some("true")} aria-describedby={describedby}
                {oninput} {onkeydown} />
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
pub struct AreaFieldProps {
    /// Id of the control.
    pub id: AttrValue,
    /// Label.
    pub label: AttrValue,
    /// Value.
    pub value: AttrValue,
    /// What to do with each new value.
    pub onchange: Callback<String>,
    /// Small word after the label.
    #[prop_or_default]
    pub optional: Option<AttrValue>,
    /// Help.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// Placeholder.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Lines shown.
    #[prop_or(3)]
    pub rows: u8,
    /// Further classes of the frame.
    #[prop_or_default]
    pub class: Classes,
    /// Cannot be changed.
    #[prop_or_default]
    pub readonly: bool,
}

/// A text of several lines.
#[component]
pub fn AreaField(props: &AreaFieldProps) -> Html {
    let oninput = {
        let change = props.onchange.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                change.emit(area.value());
            }
        })
    };
    html! {
        <Frame id={props.id.clone()} label={props.label.clone()} optional={props.optional.clone()}
            help={props.help.clone()} class={props.class.clone()}>
            <textarea id={props.id.clone()} class="input area" part="input" rows={props.rows.to_string()}
                value={props.value.clone()} placeholder={props.placeholder.clone()} readonly={props.readonly}
                maxlength={crate::model::json::MAX_TEXT.to_string()} dir="auto"
                aria-describedby={described_by(&props.id, props.help.is_some(), false)} {oninput} />
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    /// Id of the control.
    pub id: AttrValue,
    /// Label.
    pub label: AttrValue,
    /// Day, `YYYY-MM-DD`, or empty.
    pub value: AttrValue,
    /// What to do with each new day; empty when it is taken away.
    pub onchange: Callback<String>,
    /// Small word after the label.
    #[prop_or_default]
    pub optional: Option<AttrValue>,
    /// Error.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Further classes of the frame.
    #[prop_or_default]
    pub class: Classes,
    /// Cannot be changed.
    #[prop_or_default]
    pub readonly: bool,
}

/// A day, with the browser's own picker.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let onchange = {
        let change = props.onchange.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                change.emit(input.value());
            }
        })
    };
    html! {
        <Frame id={props.id.clone()} label={props.label.clone()} optional={props.optional.clone()}
            error={props.error.clone()} class={props.class.clone()}>
            <input id={props.id.clone()} type="date" class="input" part="input" value={props.value.clone()}
                readonly={props.readonly} aria-invalid={props.error.is_some().then_some("true")}
                aria-describedby={described_by(&props.id, false, props.error.is_some())} {onchange} />
        </Frame>
    }
}
