//! A point of vigilance: what, why with its figures, one thing to do, and a way to set it aside.

use yew::prelude::*;

use crate::edit::Command;
use crate::findings::{Finding, Severity};
use crate::i18n::Phrase;
use crate::i18n::texts::shell as say;
use crate::ui::env::{Place, Window, use_env};
use crate::ui::widgets::{Button, ButtonKind, SeverityMark};

/// The word of a severity.
pub fn severity_word(severity: Severity) -> Phrase {
    match severity {
        Severity::Blocking => say::severity_blocking(),
        Severity::Warning => say::severity_warning(),
        Severity::Advice => say::severity_advice(),
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its place among the findings.
    pub index: usize,
    /// What was found: as long as it is the same, the card is not drawn again.
    pub finding: Finding,
    /// Laid out across, in the summary.
    #[prop_or_default]
    pub across: bool,
}

/// A point of vigilance.
#[component]
pub fn FindingCard(props: &Props) -> Html {
    let env = use_env();
    let Props { index, finding, .. } = props;
    let index = *index;
    let word = match finding.severity {
        Severity::Blocking => "sev-blocking",
        Severity::Warning => "sev-warning",
        Severity::Advice => "sev-advice",
    };
    let aside = finding.set_aside.as_ref();
    let class = classes!(
        "finding",
        aside.is_some().then_some("finding-aside"),
        props.across.then_some("finding-row")
    );
    let place = Place::from(&finding.place);
    let bring_back = {
        let (env, code, objects) = (env.clone(), finding.code, finding.objects.clone());
        Callback::from(move |()| {
            env.run(Command::BringBack { finding: code.to_owned(), objects: objects.clone() });
        })
    };
    let put_aside = {
        let env = env.clone();
        Callback::from(move |()| env.show(Window::SetAside(index)))
    };
    let acts = html! {
        <p class="finding-acts">
            if aside.is_none() && env.read_only {
                <span>{ env.say(&finding.todo) }</span>
            } else if aside.is_none() {
                <Button kind={ButtonKind::Link} label={env.say(&finding.todo)} onclick={env.going(place)} />
            }
            if !env.read_only {
                if aside.is_some() {
                    <Button kind={ButtonKind::Link} class="link-quiet" label={env.say(say::bring_back())}
                        onclick={bring_back} />
                } else {
                    <Button kind={ButtonKind::Link} class="link-quiet" label={env.say(say::set_aside())}
                        onclick={put_aside} />
                }
            }
        </p>
    };
    let words = html! {
        <>
            <@{env.heading(if props.across { 3 } else { 2 })} class="finding-title">{ env.say(&finding.title) }</@>
            <p class="finding-why">{ env.say(&finding.reason) }</p>
            if let Some(aside) = aside {
                <p class="finding-why">
                    <b>{ env.say(say::set_aside_because()) }</b>{ " " }<bdi>{ &aside.reason }</bdi>
                </p>
            }
        </>
    };
    if props.across {
        // Its severity is the heading of its group.
        return html! {
            <article {class} part="item">
                <span class="finding-code">{ finding.code }</span><div>{ words }</div>{ acts }
            </article>
        };
    }
    html! {
        <article {class} part="item">
            <p class="finding-head">
                <SeverityMark severity={finding.severity} />
                <span class={classes!("sev-word", word)}>{ env.say(severity_word(finding.severity)) }</span>
                <span class="finding-code">{ finding.code }</span>
            </p>
            { words }
            { acts }
        </article>
    }
}
