//! Setting a finding aside takes a reason, which stays in the dossier.

use yew::prelude::*;

use crate::edit::Command;
use crate::i18n::texts::{dialogs as say, shell};
use crate::model::SetAside;
use crate::ui::env::{Intent, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, Dialog, TextField};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The finding's place among the findings.
    pub index: usize,
}

/// The dialog.
#[component]
pub fn SetAsideDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let reason = use_state(String::new);
    let by = use_state(String::new);
    let tried = use_state(|| false);
    let Some(finding) = data.insights.findings.get(props.index).cloned() else { return Html::default() };
    let close = env.asking(|| Intent::Show(None));
    let missing = *tried && reason.trim().is_empty();
    let confirm = {
        let (env, reason, by, tried) = (env.clone(), reason.clone(), by.clone(), tried.clone());
        let (code, objects) = (finding.code, finding.objects.clone());
        Callback::from(move |()| {
            if reason.trim().is_empty() {
                tried.set(true);
                return;
            }
            env.run(Command::SetAside(SetAside {
                finding: code.to_owned(),
                objects: objects.clone(),
                reason: reason.trim().to_owned(),
                by: by.trim().to_owned(),
                on: Some(env.today()),
                ..SetAside::default()
            }));
            env.ask(Intent::Show(None));
        })
    };
    let setter = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text: String| state.set(text))
    };
    html! {
        <Dialog id="tdt-aside" title={env.say(say::aside_title(finding.code))} close_label={env.say(shell::close())}
            onclose={close.clone()} foot={html! { <>
                <Button label={env.say(shell::cancel())} onclick={close} />
                <Button kind={ButtonKind::Primary} label={env.say(say::aside_do())} onclick={confirm.clone()} />
            </> }}>
            <p class="strong">{ env.say(&finding.title) }</p>
            <p class="muted">{ env.say(say::aside_help()) }</p>
            <TextField id="tdt-aside-reason" label={env.say(say::aside_reason())} value={(*reason).clone()}
                placeholder={env.say(say::aside_reason_example())} onchange={setter(&reason)} onenter={confirm}
                error={missing.then(|| env.say(say::aside_reason_missing()))} />
            <TextField id="tdt-aside-by" label={env.say(say::aside_by())} value={(*by).clone()}
                optional={env.say(shell::optional())} onchange={setter(&by)} />
        </Dialog>
    }
}
