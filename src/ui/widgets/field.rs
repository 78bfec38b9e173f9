//! Fields: a visible label, help, an error that gives an example, and a native control.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::marks::SeverityMark;
use crate::findings::Severity;
use crate::model::Date;
use crate::ui::env::use_env;

/// What stands around a control.
pub(super) struct Around {
    /// Id of the control.
    pub(super) id: AttrValue,
    /// Label.
    pub(super) label: AttrValue,
    /// Small word after the label, such as "facultatif".
    pub(super) optional: Option<AttrValue>,
    /// Help under the label.
    pub(super) help: Option<AttrValue>,
    /// What is wrong, with an example of what is expected.
    pub(super) error: Option<AttrValue>,
    /// Further classes.
    pub(super) class: Classes,
    /// Label read but not shown.
    pub(super) quiet: bool,
}

/// Ids of the texts that describe a control.
pub(super) fn described_by(id: &str, help: bool, error: bool) -> Option<String> {
    match (help, error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-help")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-error {id}-help")),
    }
}

/// Label, help, control and error, in that order.
pub(super) fn frame(around: Around, control: Html) -> Html {
    let Around { id, label, optional, help, error, class, quiet } = around;
    html! {
        <div class={classes!("field", class)} part="field">
            <label class={if quiet { "vh" } else { "label" }} part="label" for={id.clone()}>
                { label }
                if let Some(word) = optional { <span class="opt">{ " " }{ word }</span> }
            </label>
            if let Some(help) = help { <p class="help" part="help" id={format!("{id}-help")}>{ help }</p> }
            { control }
            if let Some(error) = error {
                <p class="error" part="error" id={format!("{id}-error")}>
                    <SeverityMark severity={Severity::Blocking} />{ error }
                </p>
            }
        </div>
    }
}

/// A value in place of its control.
pub(super) fn told(around: &Around, value: AttrValue) -> Html {
    let value = if value.trim().is_empty() { AttrValue::Static("–") } else { value };
    html! {
        <div class={classes!("field", around.class.clone())} part="field">
            <span class={if around.quiet { "vh" } else { "label" }} part="label">{ &around.label }</span>
            <p class="told" id={around.id.clone()}><bdi>{ value }</bdi></p>
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
    /// Native type of the control: text, email, tel, search, date (`YYYY-MM-DD`, told once it is whole), or `area` for
    /// several lines.
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
    /// Lines shown in an area.
    #[prop_or(3)]
    pub rows: u8,
    /// What Enter does.
    #[prop_or_default]
    pub onenter: Option<Callback<()>>,
    /// The control, to focus it.
    #[prop_or_default]
    pub node: NodeRef,
}

/// What an input or an area holds.
fn held(event: &Event) -> Option<String> {
    let target = event.target()?;
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}

/// A text of one line or of several, or a day with the browser's own picker.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let (area, date) = (props.kind == "area", props.kind == "date");
    let env = use_env();
    // What is written here and not on the rest of the screen yet: the field shows it by itself.
    let written = use_mut_ref(|| None::<AttrValue>);
    let update = use_force_update();
    let tell = {
        let (live, change, written) = (Rc::clone(&env.live), props.onchange.clone(), Rc::clone(&written));
        Callback::from(move |event: Event| {
            let Some(text) = held(&event) else { return };
            let asked = live.tell(|| change.emit(text.clone()));
            let before = written.replace(asked.then(|| text.into()));
            if asked && before.is_none() {
                let (written, update) = (Rc::clone(&written), update.clone());
                live.afterwards(move || {
                    written.take();
                    update.force_update();
                });
            }
        })
    };
    // A day half typed is no day: it is told once the control says so.
    let onchange = date.then(|| tell.clone());
    let oninput = (!date).then(|| tell.reform(|event: InputEvent| event.into()));
    let onkeydown = props.onenter.clone().map(|enter| {
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                enter.emit(());
            }
        })
    });
    let around = Around {
        id: props.id.clone(),
        label: props.label.clone(),
        optional: props.optional.clone().filter(|_| !props.readonly),
        help: props.help.clone(),
        error: props.error.clone(),
        class: props.class.clone(),
        quiet: props.quiet,
    };
    // What cannot be changed is told in words, without a control that does nothing.
    if env.read_only && props.readonly {
        let day = Date::parse(&props.value).filter(|_| date);
        let words = day.map(|day| env.format().date(day.0).into());
        return told(&around, words.unwrap_or_else(|| props.value.clone()));
    }
    let describedby = described_by(&props.id, props.help.is_some(), props.error.is_some());
    let invalid = props.error.is_some().then_some("true");
    let maxlength = crate::model::json::MAX_TEXT.to_string();
    let value = written.borrow().clone().unwrap_or_else(|| props.value.clone());
    let (id, placeholder) = (props.id.clone(), props.placeholder.clone());
    let control = if area {
        html! {
            <textarea {id} ref={props.node.clone()} class="input area" part="input" rows={props.rows.to_string()} {value}
                {placeholder} readonly={props.readonly} {maxlength} dir="auto" aria-invalid={invalid}
                aria-describedby={describedby} {oninput} />
        }
    } else {
        let small = props.input_class.contains("input-sm").then_some("ctl-sm");
        html! {
            <span class={classes!("ctl", small)}><span><input {id} ref={props.node.clone()} type={props.kind.clone()} part="input"
                class={classes!("input", props.input_class.clone())} {value} {placeholder} readonly={props.readonly}
                autocomplete="off" {maxlength} dir="auto" aria-invalid={invalid} aria-describedby={describedby}
                {oninput} {onchange} {onkeydown} /></span></span>
        }
    };
    frame(around, control)
}
