//! The three examples.

use yew::prelude::*;

use crate::exchange;
use crate::i18n::texts::{dialogs as say, shell};
use crate::ui::env::{Intent, use_env};
use crate::ui::widgets::{Button, Dialog};
use crate::vocabulary;

/// The dialog.
#[component]
pub fn ExamplesDialog() -> Html {
    let env = use_env();
    html! {
        <Dialog id="tdt-examples" title={env.say(say::examples_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))}>
            <p class="muted">{ env.say(say::examples_help()) }</p>
            <ul class="choices">
                { for vocabulary::examples().into_iter().map(|example| {
                    let title = env.say(&example.title);
                    let open = {
                        let (env, title) = (env.clone(), title.to_string());
                        Callback::from(move |()| {
                            if let Ok(opened) = exchange::read(example.text.as_bytes()) {
                                env.ask(Intent::Open(Box::new(opened.dossier), say::example_done(title.as_str())));
                            }
                        })
                    };
                    html! {
                        <li class="choice" key={example.code}>
                            <div>
                                <h3 class="h-small">{ title.clone() }</h3>
                                <p class="muted">{ env.say(&example.summary) }</p>
                            </div>
                            <Button label={env.say(say::example_open())} onclick={open}
                                title={format!("{} {title}", env.say(say::example_open()))} />
                        </li>
                    }
                }) }
            </ul>
        </Dialog>
    }
}
