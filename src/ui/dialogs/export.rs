//! Taking the dossier out: the file, or the role table on paper.

use yew::prelude::*;

use crate::i18n::texts::{dialogs as say, shell};
use crate::ui::env::{Intent, Window, use_env};
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName};

/// The dialog.
#[component]
pub fn ExportDialog() -> Html {
    let env = use_env();
    html! {
        <Dialog id="tdt-export" title={env.say(say::export_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))}>
            <p class="muted">{ env.say(say::export_help()) }</p>
            <ul class="choices">
                <li class="choice">
                    <div>
                        <h3 class="h-small">{ env.say(say::export_json()) }</h3>
                        <p class="muted">{ env.say(say::export_json_help()) }</p>
                    </div>
                    <Button kind={ButtonKind::Primary} icon={IconName::Export} label={env.say(say::export_download())}
                        onclick={env.asking(|| Intent::Download)} />
                </li>
                <li class="choice">
                    <div>
                        <h3 class="h-small">{ env.say(say::export_roles()) }</h3>
                        <p class="muted">{ env.say(say::export_roles_help()) }</p>
                    </div>
                    <Button icon={IconName::Print} label={env.say(say::export_roles_open())}
                        onclick={env.asking(|| Intent::Show(Some(Window::RoleTable(None))))} />
                </li>
            </ul>
        </Dialog>
    }
}
