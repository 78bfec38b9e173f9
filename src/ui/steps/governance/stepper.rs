//! A whole number with a button on each side; arrows and figures work in it too.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::widgets::{IconButton, IconName};

/// Most votes a stepper gives.
pub(super) const MOST: u32 = 100_000;

/// What a [`stepper`] shows and does.
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
    let Stepper { id, names: [label, less, more], value, least, readonly, large, onchange } = props;
    let now = value.unwrap_or_default();
    let to = |value: u32| {
        let change = onchange.clone();
        Callback::from(move |()| change.emit(value))
    };
    let oninput = {
        let change = onchange.clone();
        Callback::from(move |event: InputEvent| {
            let typed =
                event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
            // What is not a number yet waits for the next letter.
            if let Some(number) = typed.filter(|number| (least..=MOST).contains(number)) {
                change.emit(number);
            }
        })
    };
    if readonly {
        let figure = value.map_or_else(|| "?".to_owned(), |value| value.to_string());
        return html! {
            <span class={classes!("stepper", "stepper-told", large.then_some("stepper-lg"))} {id}>
                <span class="vh">{ label }{ " " }</span><b class="stepper-n">{ figure }</b>
            </span>
        };
    }
    let input = html! {
        <input {id} class="stepper-n" type="number" inputmode="numeric" min={least.to_string()} max={MOST.to_string()}
            step="1" aria-label={label} value={value.map(|value| value.to_string()).unwrap_or_default()}
            placeholder="?" autocomplete="off" {oninput} />
    };
    let size = if large { classes!() } else { classes!("btn-sm") };
    html! {
        <span class={classes!("stepper", large.then_some("stepper-lg"))}>
            <IconButton class={size.clone()} icon={IconName::Minus} label={less} disabled={now <= least}
                onclick={to(now.saturating_sub(1).max(least))} />
            { input }
            <IconButton class={size} icon={IconName::Plus} label={more} disabled={now >= MOST}
                onclick={to((now + 1).min(MOST))} />
        </span>
    }
}
