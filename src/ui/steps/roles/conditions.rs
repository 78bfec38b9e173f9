//! The conditions of a role: what the dossier proposes and why, what was decided, what shows it.

use yew::prelude::*;

use super::status_word;
use crate::analysis::roles::ConditionState;
use crate::edit::Command;
use crate::i18n::texts::roles as say;
use crate::model::{Condition, ConditionStatus, Id};
use crate::ui::env::use_env;
use crate::ui::widgets::{Button, ButtonKind, ConditionMark, Segment, Segmented, TextField};

#[derive(Properties, PartialEq)]
pub(super) struct ConditionProps {
    pub(super) role: Id,
    pub(super) condition: ConditionState,
}

/// A condition: its question, what the dossier proposes and why, what was decided, and the evidence.
#[component]
pub(super) fn ConditionRow(props: &ConditionProps) -> Html {
    let env = use_env();
    let condition = &props.condition;
    let code = condition.code;
    let decided = condition.decided;
    let decide = {
        let (env, role, known) = (env.clone(), props.role.clone(), condition.evidence.clone());
        Callback::from(move |(status, evidence): (Option<ConditionStatus>, Option<String>)| {
            let (role, known) = (role.clone(), known.clone());
            let today = env.today();
            let key = format!("roles.{role}.{}", code.code());
            env.typing(key, move |dossier| {
                let kept = dossier
                    .roles
                    .find(&role)?
                    .conditions
                    .iter()
                    .find(|kept| kept.code == code.code())
                    .cloned();
                let mut next = kept.map_or_else(Condition::default, |kept| kept.as_ref().clone());
                code.code().clone_into(&mut next.code);
                let changed = status.is_some() && next.status != status;
                if let Some(status) = status {
                    next.status = Some(status);
                }
                next.evidence = evidence.unwrap_or(known);
                if changed || next.on.is_none() {
                    next.on = Some(today);
                }
                Some(Command::Condition { role, condition: next })
            });
        })
    };
    let segments = [ConditionStatus::Met, ConditionStatus::NotMet, ConditionStatus::Unknown]
        .into_iter()
        .map(|status| Segment {
            value: status.as_str().into(),
            strong: None,
            label: env.say(status_word(status)),
        })
        .collect::<Vec<_>>();
    let proposal = condition
        .proposal
        .as_ref()
        .filter(|_| decided.is_none_or(|status| status == ConditionStatus::Unknown));
    let label = env.say(code.label());
    let onchange = {
        let decide = decide.clone();
        Callback::from(move |value: AttrValue| decide.emit((ConditionStatus::from_word(&value), None)))
    };
    html! {
        <li class="condrow">
            <ConditionMark status={condition.status()} />
            <div>
                <b>{ label.clone() }</b>
                if let Some(proposal) = proposal {
                    <p class="small">
                        { env.say(match proposal.status {
                            ConditionStatus::Met => say::proposed_met(proposal.because.clone()),
                            ConditionStatus::NotMet => say::proposed_not_met(proposal.because.clone()),
                            ConditionStatus::Unknown => say::proposed_unknown(proposal.because.clone()),
                        }) }
                        if !env.read_only && proposal.status != ConditionStatus::Unknown {
                            { " " }
                            <Button kind={ButtonKind::Link} label={env.say(say::accept())} onclick={{
                                let (decide, status) = (decide.clone(), proposal.status);
                                let because = env.say(&proposal.because).to_string();
                                Callback::from(move |()| decide.emit((Some(status), Some(because.clone()))))
                            }} />
                        }
                    </p>
                } else if let Some(on) = condition.on.filter(|_| decided.is_some()) {
                    <p class="small">{ env.say(say::decided_on(on.0)) }</p>
                }
            </div>
            <Segmented label={label.clone()} {segments} value={decided.map_or("", ConditionStatus::as_str)} {onchange}
                disabled={env.read_only} />
            <TextField id={format!("tdt-{}-{}", props.role, code.code())} quiet=true input_class="input-sm"
                label={env.say(say::evidence_of(code.label()))} placeholder={env.say(say::evidence())}
                value={condition.evidence.clone()} readonly={env.read_only}
                onchange={Callback::from(move |evidence: String| decide.emit((None, Some(evidence))))} />
        </li>
    }
}
