//! Candidates for a role, side by side: each condition reads on its own, and a person decides.

use yew::prelude::*;

use super::{Chosen, DossierKey, scope_words};
use crate::analysis::roles::{self, Candidate, ConditionState};
use crate::edit::{Command, Item, fresh_id};
use crate::i18n::texts::roles as say;
use crate::model::{ConditionStatus, Id, RoleAssignment, RoleKind, Scope};
use crate::ui::env::{Place, entropy, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, ConditionMark, KindMark};
use crate::vocabulary::{self, Step};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Role to fill.
    pub role: RoleKind,
    /// On what.
    pub scope: Option<Scope>,
    /// Chooses something else.
    pub onchoose: Callback<Option<Chosen>>,
}

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
    let title = scope_words(&env, &data.dossier, scope.as_ref());
    let what = title.split(" · ").next().unwrap_or_default().to_owned();
    let free: Vec<&Candidate> = candidates.iter().filter(|candidate| !candidate.holds).collect();
    // They come best first: proposed is the one that misses nothing that is known, where there is one.
    let best = free
        .iter()
        .find(|candidate| candidate.proposed.not_met == 0 && candidate.proposed.met > 0)
        .map(|candidate| candidate.actor.clone());
    let entrust = |actor: Id| {
        let (env, scope, onchoose) = (env.clone(), scope.clone(), props.onchoose.clone());
        Callback::from(move |()| {
            let (actor, scope, random) = (actor.clone(), scope.clone(), entropy());
            env.change(move |dossier| {
                Some(Command::Put(Item::Role(RoleAssignment {
                    id: fresh_id(dossier, "rol", random),
                    actor,
                    role,
                    scope,
                    ..RoleAssignment::default()
                })))
            });
            onchoose.emit(None);
        })
    };
    let name = |id: &Id| data.dossier.actor(id).map(|actor| actor.name.clone()).unwrap_or_default();
    let kind = |id: &Id| data.dossier.actor(id).and_then(|actor| actor.kind);
    html! {
        <section class="sec-thick">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ title }</@>
                if !free.is_empty() { <p class="small">{ env.say(say::candidates(free.len())) }</p> }
            </header>
            if free.is_empty() {
                <div class="empty">
                    <p>{ env.say(say::no_candidate()) }</p>
                    <Button kind={ButtonKind::Primary} label={env.say(say::open_actors())}
                        onclick={env.going(Place::step(Step::Actors))} />
                </div>
            } else {
                <div class="frame" tabindex="0" role="region" aria-label={env.say(say::condition())}>
                    <table class="compare">
                        <thead>
                            <tr>
                                <th scope="col">{ env.say(say::condition()) }</th>
                                { for free.iter().map(|candidate| {
                                    let proposed = best.as_ref() == Some(&candidate.actor);
                                    html! {
                                        <th scope="col" data-proposed={proposed.then_some("true")}>
                                            <span class="cand">
                                                <KindMark kind={kind(&candidate.actor)} />
                                                <span><bdi>{ name(&candidate.actor) }</bdi></span>
                                                <span class="cand-n">{ counts(&env, candidate) }</span>
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
                                    { for free.iter().map(|candidate| {
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
                                    { for free.iter().map(|candidate| {
                                        let proposed = best.as_ref() == Some(&candidate.actor);
                                        let kind = if proposed { ButtonKind::Primary } else { ButtonKind::Secondary };
                                        html! {
                                            <td data-proposed={proposed.then_some("true")}>
                                                <Button {kind} label={env.say(say::entrust(what.as_str()))}
                                                    title={env.say(say::entrust_to(what.as_str(), name(&candidate.actor)))}
                                                    onclick={entrust(candidate.actor.clone())} />
                                            </td>
                                        }
                                    }) }
                                </tr>
                            </tfoot>
                        }
                    </table>
                </div>
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
