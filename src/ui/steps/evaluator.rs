//! Who gives values: free words, with the names already used.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::analysis::readings::Value;
use crate::i18n::texts::{coherence, qualification as say};
use crate::ui::env::Env;

/// What several evaluators said, in figures: from which to which, median, agreed together.
pub(in crate::ui::steps) fn differing(env: &Env, value: &Value, figure: impl Fn(i8) -> String) -> String {
    let (low, high) = value.spread.unwrap_or_default();
    let mut said = vec![env.say(coherence::dispute_range(figure(low), figure(high)))];
    said.extend(value.median.map(|value| env.say(say::median(figure(value)))));
    said.extend(value.agreed.map(|value| env.say(say::agreed(figure(value)))));
    said.join(" · ")
}

/// Who gives values in a view; an empty name for together.
#[derive(Clone)]
pub(in crate::ui::steps) struct Evaluator {
    /// As the screen shows it.
    pub(in crate::ui::steps) by: UseStateHandle<AttrValue>,
    /// As the field has just said: a figure given at once is theirs, even before the screen follows.
    now: Rc<RefCell<AttrValue>>,
    /// What is in the field, until it is whole: the screen may follow something else meanwhile.
    typed: Rc<RefCell<Option<AttrValue>>>,
}

/// Together, at first.
#[hook]
pub(in crate::ui::steps) fn use_evaluator() -> Evaluator {
    Evaluator {
        by: use_state(AttrValue::default),
        now: use_mut_ref(AttrValue::default),
        typed: use_mut_ref(|| None),
    }
}

impl Evaluator {
    /// Whose the next value is.
    pub(in crate::ui::steps) fn now(&self) -> AttrValue {
        self.now.borrow().clone()
    }

    /// From now on this one gives values.
    pub(in crate::ui::steps) fn name(&self, name: AttrValue) {
        self.typed.take();
        self.now.borrow_mut().clone_from(&name);
        self.by.set(name);
    }

    /// The field, and the list of the names already used.
    pub(in crate::ui::steps) fn field<'a>(
        &self,
        env: &Env,
        id: &'static str,
        list: &'static str,
        names: impl Iterator<Item = &'a str>,
    ) -> Html {
        let oninput = {
            let typed = Rc::clone(&self.typed);
            Callback::from(move |event: InputEvent| {
                let input = event.target_dyn_into::<HtmlInputElement>();
                *typed.borrow_mut() = input.map(|input| input.value().into());
            })
        };
        let onchange = {
            let held = self.clone();
            Callback::from(move |event: Event| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    held.name(input.value().trim().to_owned().into());
                }
            })
        };
        let value = self.typed.borrow().clone().unwrap_or_else(|| (*self.by).clone());
        html! {
            <>
                <input {id} class="input input-sm" part="input" {list} {value} placeholder={env.say(say::together())}
                    autocomplete="off" dir="auto" {oninput} {onchange} />
                <datalist id={list}>{ for names.map(|name| html! { <option value={name.to_owned()} /> }) }</datalist>
            </>
        }
    }
}
