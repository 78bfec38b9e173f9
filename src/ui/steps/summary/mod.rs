//! What one prints and brings to the steering committee: facts, map, points of vigilance, role table.

mod sheet;
mod table;

use yew::prelude::*;

use crate::analysis::{qualification, roles};
use crate::findings::Severity;
use crate::i18n::texts::merging::compare_title;
use crate::i18n::texts::{shell, summary as say};
use crate::model::{ActorKind, Dossier};
use crate::ui::charts::InfluenceMap;
use crate::ui::dialogs::since_last;
use crate::ui::env::{Data, Env, Intent, Place, Window, use_data, use_env};
use crate::ui::shell::FindingCard;
use crate::ui::widgets::{Button, ButtonKind, IconName, SeverityMark};
use crate::vocabulary::{self, Step};

pub use sheet::RoleTableDialog;
pub(in crate::ui) use table::commitments;

/// The summary.
#[component]
pub fn SummaryStep() -> Html {
    let env = use_env();
    let data = use_data();
    if data.dossier.actors.is_empty() {
        return html! {
            <div class="empty">
                <p class="h-small">{ env.say(say::empty_title()) }</p>
                <p>{ env.say(say::empty_text()) }</p>
                <div class="example"><p class="strong">{ env.say(say::empty_example()) }</p></div>
                if !env.read_only {
                    <Button kind={ButtonKind::Primary} label={env.say(say::start())} onclick={env.going(Place::step(Step::Actors))} />
                }
            </div>
        };
    }
    let select = {
        let env = env.clone();
        Callback::from(move |actor| env.go(Place::object(Step::Qualification, actor)))
    };
    html! {
        <div class="summary">
            { sheet::summary_head(&env, &data.dossier) }
            { facts(&env, &data) }
            { hand_over(&env) }
            <div class="sum-cols">
                <section class="sec-thick">
                    <header class="sec-head">
                        <@{env.heading(1)} class="h-block">{ env.say(say::map()) }</@>
                    </header>
                    <InfluenceMap dossier={std::rc::Rc::clone(&data.dossier)} onselect={select} />
                </section>
                <section class="sec-thick">
                    <header class="sec-head">
                        <@{env.heading(1)} class="h-block">{ env.say(say::findings()) }</@>
                    </header>
                    { points(&env, &data) }
                </section>
            </div>
            <section class="sec-thick">
                <header class="sec-head">
                    <@{env.heading(1)} class="h-block">{ env.say(compare_title()) }</@>
                </header>
                <Since />
            </section>
            <section class="sec-thick">
                <header class="sec-head">
                    <@{env.heading(1)} class="h-block">{ env.say(say::table()) }</@>
                    <div class="push acts">
                        <Button class="btn-sm" icon={IconName::Print} label={env.say(say::print_table())}
                            onclick={env.asking(|| Intent::Show(Some(Window::RoleTable(None))))} />
                        <Button class="btn-sm" icon={IconName::Print} label={env.say(say::print_all())}
                            onclick={env.asking(|| Intent::Print("summary"))} />
                    </div>
                </header>
                { table::role_table(&env, &data.dossier, None) }
            </section>
        </div>
    }
}

/// Where the page takes the dossier: the last thing one does with it.
fn hand_over(env: &Env) -> Html {
    let Some(words) = &env.handoff else { return Html::default() };
    let label = if words.is_empty() { env.say(say::hand_over()) } else { words.clone() };
    html! {
        <div class="acts">
            <Button kind={ButtonKind::Primary} {label} onclick={env.asking(|| Intent::HandOver)} />
        </div>
    }
}

/// What changed since the last snapshot; compared anew only when the dossier changes.
#[component]
fn Since() -> Html {
    let env = use_env();
    let data = use_data();
    let lines = {
        let (env, dossier) = (env.clone(), std::rc::Rc::clone(&data.dossier));
        use_memo((std::rc::Rc::as_ptr(&data.dossier).addr(), env.texts.lang()), move |_| {
            since_last(&env, &dossier)
        })
    };
    (*lines).clone()
}

/// A figure with its label and what qualifies it.
fn fact(label: AttrValue, figure: Html, note: AttrValue) -> Html {
    html! { <div><dt>{ label }</dt><dd>{ figure }</dd><dd class="small">{ note }</dd></div> }
}

fn facts(env: &Env, data: &Data) -> Html {
    let dossier = &data.dossier;
    let today = env.today();
    let kinds = present_kinds(dossier);
    let progress = qualification::progress(dossier);
    let states = roles::states(dossier, today);
    let active: Vec<_> = states.iter().filter(|state| state.counts).collect();
    let met: usize = active.iter().map(|state| state.decided.met).sum();
    let not_met: usize = active.iter().map(|state| state.decided.not_met).sum();
    let unknown: usize = active.iter().map(|state| state.decided.unknown).sum();
    let vacant = roles::vacancies(dossier, today).len();
    let counts = data.insights.by_severity();
    let open: usize = counts.iter().map(|(_, count)| count).sum();
    let blocking =
        counts.iter().find(|(severity, _)| *severity == Severity::Blocking).map_or(0, |(_, count)| *count);
    let of = |total: usize| html! { <span class="muted small">{ env.say(say::of(total)) }</span> };
    html! {
        <dl class="facts">
            { fact(env.say(say::actors()), dossier.actors.len().into(), env.say(say::kinds_present(kinds, ActorKind::ALL.len()))) }
            { fact(env.say(say::values()), html! { <>{ progress.given }{ " " }{ of(progress.total) }</> },
                env.say(say::complete_actors(progress.complete))) }
            { fact(env.say(say::roles()), active.len().into(),
                env.say(if vacant == 0 { say::no_vacancy() } else { say::vacant(vacant) })) }
            { fact(env.say(say::conditions()), html! { <>{ met }{ " " }{ of(met + not_met + unknown) }</> },
                env.say(say::conditions_rest(not_met, unknown))) }
            { fact(env.say(say::open_points()), open.into(), env.say(shell::blocking(blocking))) }
        </dl>
    }
}

fn present_kinds(dossier: &Dossier) -> usize {
    ActorKind::ALL.iter().filter(|kind| dossier.actors.iter().any(|actor| actor.kind == Some(**kind))).count()
}

fn card(data: &Data, index: usize) -> Option<Html> {
    let finding = data.insights.findings.get(index)?.clone();
    Some(html! { <FindingCard key={index} {index} {finding} across=true /> })
}

fn points(env: &Env, data: &Data) -> Html {
    let open = |severity: Severity| -> Vec<usize> {
        let findings = data.insights.findings.iter().enumerate();
        findings
            .filter(|(_, finding)| finding.severity == severity && finding.set_aside.is_none())
            .map(|(index, _)| index)
            .collect()
    };
    let aside: Vec<usize> = data
        .insights
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.set_aside.is_some())
        .map(|(index, _)| index)
        .collect();
    let groups: Vec<(Severity, Vec<usize>)> = [Severity::Blocking, Severity::Warning, Severity::Advice]
        .into_iter()
        .map(|severity| (severity, open(severity)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    html! {
        <>
            if groups.is_empty() { <p class="muted">{ env.say(say::no_finding()) }</p> }
            { for groups.into_iter().map(|(severity, found)| html! {
                <section class="sevgroup" key={severity.as_str()}>
                    <@{env.heading(2)} class="h-small">
                        <SeverityMark {severity} />{ " " }{ env.say(vocabulary::severity(severity)) }{ " " }
                        <span class="pill">{ found.len() }</span>
                    </@>
                    { for found.into_iter().filter_map(|index| card(data, index)) }
                </section>
            }) }
            if !aside.is_empty() {
                <details class="more">
                    <summary>{ env.say(say::set_aside()) }{ " " }<span class="pill">{ aside.len() }</span></summary>
                    <div class="more-body">
                        { for aside.into_iter().filter_map(|index| card(data, index)) }
                    </div>
                </details>
            }
        </>
    }
}
