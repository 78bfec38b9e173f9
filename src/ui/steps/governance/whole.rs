//! A field for a whole number: what is not one stays in sight, with what is expected under it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::findings::Severity;
use crate::i18n::texts::bodies as say;
use crate::ui::env::use_env;
use crate::ui::widgets::SeverityMark;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Id of the field.
    pub(super) id: AttrValue,
    /// Its name, where no label stands beside it.
    #[prop_or_default]
    pub(super) name: Option<AttrValue>,
    /// The number; `None` when it is not said.
    pub(super) value: Option<u32>,
    /// The most it can be.
    pub(super) most: u32,
    /// Smaller, in a table.
    #[prop_or_default]
    pub(super) small: bool,
    /// What to do with a number, or with what is none: an empty field is no number, `Err` holds what cannot be read.
    pub(super) onchange: Callback<Result<Option<u32>, ()>>,
}

/// A whole number as a person writes it, spaces between thousands included.
fn read(text: &str, most: u32) -> Result<Option<u32>, ()> {
    let figures: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if figures.is_empty() {
        return Ok(None);
    }
    figures.parse().ok().filter(|number| *number <= most).map(Some).ok_or(())
}

/// The field.
#[component]
pub(super) fn WholeField(props: &Props) -> Html {
    let env = use_env();
    let wrong = use_state_eq(|| None::<String>);
    let oninput = {
        let (change, wrong, most) = (props.onchange.clone(), wrong.clone(), props.most);
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let text = input.value();
            let number = read(&text, most);
            wrong.set(number.is_err().then_some(text));
            change.emit(number);
        })
    };
    let shown = (*wrong).clone().or_else(|| props.value.map(|value| value.to_string())).unwrap_or_default();
    let error = format!("{}-error", props.id);
    html! {
        <>
            <input id={props.id.clone()} class={classes!("input", "gov-number", props.small.then_some("input-sm"))} type="text"
                inputmode="numeric" autocomplete="off" aria-label={props.name.clone()}
                aria-invalid={wrong.is_some().then_some("true")} aria-describedby={wrong.is_some().then(|| error.clone())}
                value={shown} {oninput} />
            <span role="status">
                if wrong.is_some() {
                    <span class="error" id={error}>
                        <SeverityMark severity={Severity::Blocking} />
                        { env.say(say::whole_expected(i64::from(props.most))) }
                    </span>
                }
            </span>
        </>
    }
}
