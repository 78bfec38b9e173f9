//! A whole number with a button on each side; arrows and figures work in it too.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::findings::Severity;
use crate::i18n::texts::bodies as say;
use crate::ui::env::use_env;
use crate::ui::widgets::{IconButton, IconName, SeverityMark};

/// Most votes a stepper gives.
pub(super) const MOST: u32 = 100_000;

/// What a [`stepper`] shows and does.
#[derive(Properties, PartialEq)]
pub(super) struct Stepper {
    /// Id of the field.
    pub(super) id: AttrValue,
    /// Names of the field, of the button that takes one away, of the one that adds one.
    pub(super) names: [AttrValue; 3],
    /// The number; `None` when it is not said.
    pub(super) value: Option<u32>,
    /// The least it can be.
    pub(super) least: u32,
    /// Cannot be changed.
    pub(super) readonly: bool,
    /// Larger, alone on its line.
    pub(super) large: bool,
    /// What to do with a number.
    pub(super) onchange: Callback<u32>,
}

/// The stepper.
pub(super) fn stepper(props: Stepper) -> Html {
    html! { <StepperField ..props /> }
}

/// The number in a field, when it is one between the bounds.
fn typed(event: &Event, least: u32) -> Option<u32> {
    let number = event.target_dyn_into::<HtmlInputElement>()?.value().parse().ok()?;
    (least..=MOST).contains(&number).then_some(number)
}

#[component]
fn StepperField(props: &Stepper) -> Html {
    let env = use_env();
    // What was left in the field and could not be taken, until another number comes.
    let refused = use_state_eq(|| false);
    // What is no number yet stays in the field, whatever is drawn meanwhile.
    let partial = use_mut_ref(|| None::<String>);
    let Stepper { id, names: [label, less, more], value, least, readonly, large, onchange } = props;
    let (now, least) = (value.unwrap_or_default(), *least);
    let large = large.then_some("stepper-lg");
    if *readonly {
        let figure = value.map_or_else(|| "?".to_owned(), |value| env.format().number(f64::from(value)));
        return html! {
            <span class={classes!("stepper", "stepper-told", large)} {id}>
                <span class="vh">{ label }{ " " }</span><b class="stepper-n">{ figure }</b>
            </span>
        };
    }
    let give = {
        let (change, refused) = (onchange.clone(), refused.clone());
        Callback::from(move |number: u32| {
            refused.set(false);
            change.emit(number);
        })
    };
    let to = |value: u32| give.reform(move |()| value);
    let oninput = {
        let (give, partial) = (give.clone(), partial.clone());
        Callback::from(move |event: InputEvent| {
            let number = typed(&event, least);
            let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            partial.replace(text.filter(|_| number.is_none()));
            if let Some(number) = number {
                give.emit(number);
            }
        })
    };
    let onchange = {
        let (refused, partial) = (refused.clone(), partial.clone());
        let kept = value.map(|value| value.to_string()).unwrap_or_default();
        Callback::from(move |event: Event| {
            partial.take();
            if typed(&event, least).is_none() {
                // The field says again what counts, and the words under it why.
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    input.set_value(&kept);
                }
                refused.set(true);
            }
        })
    };
    let shown = partial.borrow().clone().or_else(|| value.map(|value| value.to_string())).unwrap_or_default();
    let button = if large.is_some() { classes!() } else { classes!("btn-sm") };
    let told = format!("{id}-error");
    html! {
        <span class="stepper-all">
            <span class={classes!("stepper", large)}>
                <IconButton class={button.clone()} icon={IconName::Minus} label={less} disabled={now <= least}
                    onclick={to(now.saturating_sub(1).max(least))} />
                <input {id} class="stepper-n" type="number" inputmode="numeric" min={least.to_string()} max={MOST.to_string()}
                    step="1" aria-label={label} value={shown}
                    aria-describedby={refused.then(|| told.clone())} placeholder="?" autocomplete="off" {oninput} {onchange} />
                <IconButton class={button} icon={IconName::Plus} label={more} disabled={now >= MOST}
                    onclick={to((now + 1).min(MOST))} />
            </span>
            <span role="status">
                if *refused {
                    <span class="error" id={told}>
                        <SeverityMark severity={Severity::Blocking} />
                        { env.say(say::votes_between(i64::from(least), i64::from(MOST))) }
                    </span>
                }
            </span>
        </span>
    }
}
