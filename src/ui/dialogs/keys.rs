//! The keyboard shortcuts.

use yew::prelude::*;

use crate::i18n::Phrase;
use crate::i18n::texts::{complementarities, dialogs as say, responsibilities, shell};
use crate::ui::env::{Intent, use_env};
use crate::ui::widgets::Dialog;
use crate::vocabulary::Step;

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
    let names = |step| env.vocabulary.step_name(step);
    html! {
        <Dialog id="tdt-keys" wide=true title={env.say(say::keys_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))}>
            // It may be longer than the screen: it scrolls by keyboard.
            <div class="keys-list" tabindex="0" role="group" aria-label={env.say(say::keys_title())}>
            { group(say::keys_everywhere(), vec![
                (say::key_ctrl_z(), say::keys_undo()),
                (say::key_ctrl_y(), say::keys_redo()),
                (say::key_ctrl_s(), say::keys_save()),
            ]) }
            { group(names(Step::Project), vec![
                (say::key_enter(), say::keys_line()),
                (say::key_alt_arrows(), say::keys_shift()),
            ]) }
            { group(names(Step::Actors), vec![(say::key_enter(), say::keys_enter())]) }
            { group(names(Step::Qualification), vec![
                (say::key_arrows(), say::keys_arrows()),
                (say::key_digits(), say::keys_digits()),
                (say::key_minus(), say::keys_minus()),
                (say::key_unset(), say::keys_unset()),
                (say::key_note(), say::keys_note()),
            ]) }
            { group(complementarities::view_complementarities(), vec![
                (say::key_arrows(), say::keys_arrows()),
                (say::key_space(), say::keys_able()),
            ]) }
            { group(names(Step::Coherence), vec![
                (say::key_arrows(), say::keys_arrows()),
                (say::key_digits(), say::keys_strength()),
                (say::key_minus(), say::keys_against()),
                (say::key_unset(), say::keys_unset()),
                (say::key_note(), say::keys_note()),
            ]) }
            { group(names(Step::Circles), vec![
                (say::key_arrows(), say::keys_actor()),
                (say::key_enter(), say::keys_move()),
            ]) }
            { group(responsibilities::view_letters(), vec![
                (say::key_arrows(), say::keys_arrows()),
                (say::key_letters(), say::keys_letter()),
                (say::key_delete(), say::keys_no_letter()),
            ]) }
            </div>
        </Dialog>
    }
}
