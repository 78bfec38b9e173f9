//! The keyboard shortcuts.

use yew::prelude::*;

use crate::i18n::Phrase;
use crate::i18n::texts::{dialogs as say, shell};
use crate::ui::env::{Intent, use_env};
use crate::ui::widgets::Dialog;

/// The dialog.
#[component]
pub fn KeysDialog() -> Html {
    let env = use_env();
    let group = |title: Phrase, keys: Vec<(Phrase, Phrase)>| {
        html! {
            <section>
                <h3 class="h-small">{ env.say(title) }</h3>
                <dl class="pairs">
                    { for keys.into_iter().map(|(key, what)| html! {
                        <div><dt>{ env.say(key) }</dt><dd>{ env.say(what) }</dd></div>
                    }) }
                </dl>
            </section>
        }
    };
    html! {
        <Dialog id="tdt-keys" title={env.say(say::keys_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))}>
            { group(say::keys_everywhere(), vec![
                (say::key_ctrl_z(), say::keys_undo()),
                (say::key_ctrl_y(), say::keys_redo()),
                (say::key_ctrl_s(), say::keys_save()),
            ]) }
            { group(say::keys_actors(), vec![(say::key_enter(), say::keys_enter())]) }
            { group(say::keys_qualification(), vec![
                (say::key_arrows(), say::keys_arrows()),
                (say::key_digits(), say::keys_digits()),
                (say::key_minus(), say::keys_minus()),
                (say::key_unset(), say::keys_unset()),
            ]) }
        </Dialog>
    }
}
