//! Fields whose text is not always a value: a number being typed, an identifier half pasted.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::findings::Severity;
use crate::ui::widgets::SeverityMark;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// The value as it is written in the field.
    pub(super) value: AttrValue,
    /// Takes the text in; false when it is not a value.
    pub(super) accept: Callback<String, bool>,
    /// What is expected, with an example.
    pub(super) error: AttrValue,
    #[prop_or_default]
    pub(super) optional: Option<AttrValue>,
    #[prop_or(AttrValue::Static("decimal"))]
    pub(super) inputmode: AttrValue,
}

/// A field that keeps what is typed until it is a value, and says so once it is left.
#[component]
pub(super) fn DraftField(props: &Props) -> Html {
    let draft = use_state(|| None::<String>);
    let refused = use_state(|| false);
    let here = use_state(|| false);
    let oninput = {
        let (draft, refused, accept) = (draft.clone(), refused.clone(), props.accept.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let text = input.value();
                refused.set(!accept.emit(text.clone()));
                draft.set(Some(text));
            }
        })
    };
    let onfocus = {
        let here = here.clone();
        Callback::from(move |_: FocusEvent| here.set(true))
    };
    let onblur = {
        let (draft, refused, here) = (draft.clone(), refused.clone(), here.clone());
        Callback::from(move |_: FocusEvent| {
            here.set(false);
            if !*refused {
                draft.set(None);
            }
        })
    };
    let wrong = *refused && !*here;
    let value = (*draft).clone().map_or_else(|| props.value.clone(), AttrValue::from);
    html! {
        <div class="field" part="field">
            <label class="label" part="label" for={props.id.clone()}>
                { &props.label }
                if let Some(word) = &props.optional { <span class="opt">{ " " }{ word }</span> }
            </label>
            <input id={props.id.clone()} class="input" data-draft={refused.then_some("")} part="input" autocomplete="off" inputmode={props.inputmode.clone()}
                {value} maxlength="40" aria-invalid={wrong.then_some("true")}
                aria-describedby={wrong.then(|| format!("{}-error", props.id))} {oninput} {onfocus} {onblur} />
            if wrong {
                <p class="error" part="error" id={format!("{}-error", props.id)}>
                    <SeverityMark severity={Severity::Blocking} />{ &props.error }
                </p>
            }
        </div>
    }
}
