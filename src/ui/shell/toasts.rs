//! Messages at the foot of the screen, in a live region that is there from the start.

use yew::prelude::*;

use crate::i18n::Phrase;
use crate::i18n::texts::shell as say;
use crate::ui::env::{Intent, use_env};
use crate::ui::widgets::{Button, ButtonKind, IconButton, IconName};

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Its number.
    pub id: u32,
    /// Words.
    pub phrase: Phrase,
    /// Whether it offers to undo: as long as its change is the last one.
    pub undo: bool,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Messages, the newest last.
    pub toasts: Vec<Toast>,
}

/// The messages.
#[component]
pub fn Toasts(props: &Props) -> Html {
    let env = use_env();
    html! {
        <div class="toasts" role="status" part="status">
            { for props.toasts.iter().map(|toast| {
                let id = toast.id;
                html! {
                    <div class="toast" key={id}>
                        <p>{ env.say(&toast.phrase) }</p>
                        if toast.undo && !env.read_only {
                            <Button kind={ButtonKind::Quiet} label={env.say(say::undo())} onclick={{
                                let env = env.clone();
                                Callback::from(move |()| {
                                    env.ask(Intent::Undo);
                                    env.ask(Intent::Dismiss(id));
                                })
                            }} />
                        }
                        <IconButton icon={IconName::Close} label={env.say(say::close())}
                            onclick={env.asking(move || Intent::Dismiss(id))} />
                    </div>
                }
            }) }
        </div>
    }
}
