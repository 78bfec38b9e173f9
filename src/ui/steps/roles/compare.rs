//! Candidates for a role, side by side: each condition reads on its own, and a person decides.

use yew::prelude::*;

use super::{Chosen, DossierKey, scope_words};
use crate::analysis::roles::{self, Candidate, ConditionState};
use crate::edit::{Command, Item, fresh_id};
use crate::i18n::texts::roles as say;
use crate::model::{ConditionStatus, Id, RoleAssignment, RoleKind, Scope};
use crate::ui::env::{Place, entropy, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, ConditionMark, IconButton, IconName, KindMark};
use crate::vocabulary::{self, Step};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Role to fill.
    pub role: RoleKind,
    /// On what.
    pub scope: Option<Scope>,
    /// Who holds it and comes first, to be compared with the others.
    pub beside: Option<Id>,
    /// Within a form that already says what is given.
    #[prop_or_default]
    pub within: bool,
    /// Chooses something else.
    pub onchoose: Callback<Option<Chosen>>,
    /// Folds the comparison, where it stands alone.
    #[prop_or_default]
    pub onclose: Option<Callback<()>>,
}

/// Candidates shown at first, and each time more are asked for.
const FEW: usize = 4;

/// The comparison.
#[component]
pub fn Compare(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let today = env.today();
    let (role, scope) = (props.role, props.scope.clone());
    let candidates =
        use_memo((DossierKey(data.dossier.clone()), role, scope.clone()), |(key, role, scope)| {
            roles::candidates(&key.0, *role, scope.as_ref(), today)
        });
    let head = use_node_ref();
    {
        // Come from the detail of a role, which is gone: the focus follows.
        let (head, follow) = (head.clone(), props.beside.is_some());
        use_effect_with((), move |()| {
            if let Some(head) = head.cast::<web_sys::HtmlElement>().filter(|_| follow) {
                head.focus().ok();
            }
        });
    }
    let title = scope_words(&env, &data.dossier, scope.as_ref());
    // "F6" is how a function is known; the whole project or an objective has no such short name.
    let what = title
        .split_once(" · ")
        .map(|(code, _)| code.to_owned())
        .filter(|_| scope.as_ref().is_some_and(|scope| scope.function.is_some()));
    let entrust_label = what.as_ref().map_or_else(say::entrust_role, |what| say::entrust(what.as_str()));
    let entrust_title = |who: String| match &what {
        Some(what) => say::entrust_to(what.as_str(), who),
        None => say::entrust_role_to(who),
    };
    let most = use_state(|| FEW);
    let free: Vec<&Candidate> = candidates.iter().filter(|candidate| !candidate.holds).collect();
    let left = free.len().saturating_sub(*most);
    // Who holds it stays in sight, before those who could.
    let beside = candidates.iter().filter(|candidate| props.beside.as_ref() == Some(&candidate.actor));
    let shown: Vec<&Candidate> = beside
        .chain(free.iter().copied().filter(|one| props.beside.as_ref() != Some(&one.actor)).take(*most))
        .collect();
    // They come best first: proposed is the one that misses nothing that is known, where there is one.
    let best = free
        .iter()
        .find(|candidate| candidate.proposed.not_met == 0 && candidate.proposed.met > 0)
        .map(|candidate| candidate.actor.clone());
    let entrust = |actor: Id| {
        let (env, scope, onchoose) = (env.clone(), scope.clone(), props.onchoose.clone());
        let dossier = data.dossier.clone();
        Callback::from(move |()| {
            // Its detail opens at once: its conditions are what comes next.
            let (id, actor, scope) = (fresh_id(&dossier, "rol", entropy()), actor.clone(), scope.clone());
            let given = RoleAssignment { id: id.clone(), actor, role, scope, ..RoleAssignment::default() };
            env.run(Command::Put(Item::Role(given)));
            onchoose.emit(Some(Chosen::Role(id)));
        })
    };
    let name = |id: &Id| data.dossier.actor(id).map(|actor| actor.name.clone()).unwrap_or_default();
    let kind = |id: &Id| data.dossier.actor(id).and_then(|actor| actor.kind);
    html! {
        <section class={if props.within { "" } else { "sec-thick" }}>
            <header class="sec-head">
                if props.within {
                    <@{env.heading(2)} class="h-small">{ env.say(say::side_by_side()) }</@>
                } else {
                    <@{env.heading(1)} class="h-block" tabindex="-1" ref={head}>
                        if what.is_none() { { env.say(vocabulary::role(role)) }{ " · " } }
                        { title }
                    </@>
                }
                if !free.is_empty() { <p class="small">{ env.say(say::candidates(free.len())) }</p> }
                if let Some(close) = &props.onclose {
                    <div class="push">
                        <IconButton icon={IconName::Close} label={env.say(say::close_compare())} onclick={close.clone()} />
                    </div>
                }
            </header>
            if shown.is_empty() {
                <div class="empty">
                    <p>{ env.say(say::no_candidate()) }</p>
                    <Button kind={ButtonKind::Primary} label={env.say(say::open_actors())}
                        onclick={env.going(Place::step(Step::Actors))} />
                </div>
            } else {
                <div class="frame" tabindex="0" role="region" aria-label={env.say(say::condition())}>
                    <table class="compare">
                        <caption class="vh">{ env.say(say::side_by_side()) }</caption>
                        <colgroup><col />{ for shown.iter().map(|_| html! { <col /> }) }</colgroup>
                        <thead>
                            <tr>
                                <th scope="col">{ env.say(say::condition()) }</th>
                                { for shown.iter().map(|candidate| {
                                    let proposed = best.as_ref() == Some(&candidate.actor);
                                    html! {
                                        <th scope="col" data-proposed={proposed.then_some("true")}>
                                            <span class="cand">
                                                <KindMark kind={kind(&candidate.actor)} />
                                                <span><bdi>{ name(&candidate.actor) }</bdi></span>
                                                <span class="cand-n">{ counts(&env, candidate) }</span>
                                                if candidate.holds { <span class="tag">{ env.say(say::already()) }</span> }
                                                else if let Some(day) = candidate.held_until {
                                                    <span class="tag">{ env.say(say::held_until(day.0)) }</span>
                                                }
                                            </span>
                                        </th>
                                    }
                                }) }
                            </tr>
                        </thead>
                        <tbody>
                            { for vocabulary::conditions_of(role).iter().map(|code| html! {
                                <tr>
                                    <th scope="row">{ env.say(code.label()) }</th>
                                    { for shown.iter().map(|candidate| {
                                        let proposed = best.as_ref() == Some(&candidate.actor);
                                        let condition = candidate.conditions.iter().find(|condition| condition.code == *code);
                                        let status = condition.map_or(ConditionStatus::Unknown, ConditionState::proposed);
                                        let because = condition
                                            .and_then(|condition| condition.proposal.as_ref())
                                            .map_or_else(say::nothing_known, |proposal| proposal.because.clone());
                                        html! {
                                            <td data-proposed={proposed.then_some("true")}>
                                                <ConditionMark {status} label={env.say(super::status_word(status))} />
                                                <span>{ env.say(because) }</span>
                                            </td>
                                        }
                                    }) }
                                </tr>
                            }) }
                        </tbody>
                        if !env.read_only {
                            <tfoot>
                                <tr>
                                    <td class="small">{ env.say(say::proposed_note()) }</td>
                                    { for shown.iter().map(|candidate| {
                                        let proposed = best.as_ref() == Some(&candidate.actor);
                                        let kind = if proposed { ButtonKind::Primary } else { ButtonKind::Secondary };
                                        html! {
                                            <td data-proposed={proposed.then_some("true")}>
                                                if !candidate.holds {
                                                    <Button {kind} label={env.say(&entrust_label)}
                                                        title={env.say(entrust_title(name(&candidate.actor)))}
                                                        onclick={entrust(candidate.actor.clone())} />
                                                }
                                            </td>
                                        }
                                    }) }
                                </tr>
                            </tfoot>
                        }
                    </table>
                </div>
                if left > 0 {
                    <p class="acts">
                        <Button kind={ButtonKind::Quiet} class="btn-sm" label={env.say(say::more_candidates(left))}
                            onclick={{
                                let most = most.clone();
                                Callback::from(move |()| most.set(*most + FEW))
                            }} />
                    </p>
                }
            }
        </section>
    }
}

/// How many conditions of each kind, as marks with a figure.
fn counts(env: &crate::ui::env::Env, candidate: &Candidate) -> Html {
    let counts = candidate.proposed;
    [
        (ConditionStatus::Met, counts.met),
        (ConditionStatus::NotMet, counts.not_met),
        (ConditionStatus::Unknown, counts.unknown),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(status, count)| {
        html! { <><ConditionMark {status} label={env.say(super::status_word(status))} />{ count }{ " " }</> }
    })
    .collect()
}
