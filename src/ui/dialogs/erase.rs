//! Erasing what this device keeps of the dossier: what goes is said, and the file is offered first.

use yew::prelude::*;

use crate::i18n::texts::{dialogs as say, shell};
use crate::ui::env::{Env, Intent, Window};
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName};

/// The dialog.
pub(super) fn dialog(env: &Env) -> Html {
    let close = env.asking(|| Intent::Show(None));
    let export = {
        let env = env.clone();
        Callback::from(move |()| {
            env.ask(Intent::Download);
            // A download closes the dialog it was asked in: this one still waits for an answer.
            env.show(Window::Erase);
        })
    };
    html! {
        <Dialog id="tdt-erase" title={env.say(say::erase_title())} close_label={env.say(shell::close())}
            onclose={close.clone()} foot={html! { <>
                if !env.no_export {
                    <Button icon={IconName::Export} label={env.say(say::erase_export())} onclick={export} />
                }
                <Button label={env.say(shell::cancel())} onclick={close} />
                <Button kind={ButtonKind::Danger} label={env.say(say::erase_do())} onclick={env.asking(|| Intent::Erase)} />
            </> }}>
            <p class="strong">{ env.say(say::erase_what()) }</p>
            <ul class="dashes dashes-neg">
                <li>{ env.say(say::erase_dossier()) }</li>
                <li>{ env.say(say::erase_versions()) }</li>
                <li>{ env.say(say::erase_journal()) }</li>
            </ul>
            <p>{ env.say(say::erase_final()) }</p>
            <p>{ env.say(say::erase_elsewhere()) }</p>
        </Dialog>
    }
}
