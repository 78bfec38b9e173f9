//! The step when nobody was entered yet.

use yew::prelude::*;

use crate::i18n::texts::actors as say;
use crate::ui::env::use_env;
use crate::ui::widgets::{Button, ButtonKind, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Takes the person to the entry.
    pub(super) onstart: Callback<()>,
}

#[component]
pub(super) fn Nobody(props: &Props) -> Html {
    let env = use_env();
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::nobody()) }</p>
            <p>{ env.say(say::nobody_help()) }</p>
            <div class="example">
                <p class="h-cap">{ env.say(say::example()) }</p>
                <dl class="pairs">
                    <div><dt>{ env.say(say::example_name()) }</dt><dd>{ env.say(say::example_name_is()) }</dd></div>
                    <div><dt>{ env.say(say::column_nature()) }</dt><dd>{ env.say(say::example_nature_is()) }</dd></div>
                </dl>
            </div>
            if !env.read_only {
                <Button kind={ButtonKind::Primary} icon={IconName::Plus} label={env.say(say::start())}
                    onclick={props.onstart.clone()} />
                <p class="small">{ env.say(say::start_help()) }</p>
            }
        </div>
    }
}
