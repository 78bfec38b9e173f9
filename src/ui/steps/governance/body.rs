//! One body: its rule, its balance in one or two variants, what shows it, who sits.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::figures::{Side, use_side, use_smallest_change};
use super::{Scene, around, change, compose, hemicycle, indices, proofs, rule, share, table};
use crate::analysis::votes::{self, Balance};
use crate::edit::bodies::{Variant, set_rule};
use crate::edit::{Command, Item, Kind};
use crate::i18n::Phrase;
use crate::i18n::texts::bodies as say;
use crate::model::{Body, BodyKind, Id, Majority};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, IconButton, IconName, Segment, Segmented, SelectField, SelectOption, TextField,
    after_render, focus_id,
};

/// Shares the power of inactive members can be brought under.
pub(super) const THRESHOLDS: [(u32, u32); 4] = [(1, 3), (1, 4), (1, 10), (1, 20)];

/// Id of the button that opens a variant.
const COMPARE: &str = "tdt-gov-compare";

/// Focuses the pressed button of a group, once it is rendered.
fn focus_pressed(group: &NodeRef) {
    let group = group.clone();
    after_render(move || {
        let pressed =
            group.cast::<Element>().and_then(|group| group.query_selector("[aria-pressed=true]").ok());
        if let Some(button) = pressed.flatten().and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            button.focus().ok();
        }
    });
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The body.
    pub id: Id,
    /// What of it to bring forward: `rule`, `seats`, or `compare`, which opens a variant.
    pub asked: Option<String>,
    /// Tells that it was.
    pub onshown: Callback<()>,
}

/// A change to a body, or to the variant of it that is only thought of.
pub(super) type Adjust = Callback<(&'static str, Rc<dyn Fn(&mut Body)>)>;

/// The share to go below when nobody chose one: the largest that the power held now reaches.
fn threshold(chosen: Option<usize>, balance: Option<&Rc<Balance>>) -> usize {
    let share = balance.and_then(|balance| balance.inactive.share).map_or(0.0, votes::Ratio::value);
    let reached = THRESHOLDS.iter().position(|(n, d)| share >= f64::from(*n) / f64::from(*d));
    chosen.or(reached).unwrap_or_default()
}

/// The body.
#[component]
pub fn BodyView(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = data.dossier.clone();
    let body = dossier.bodies.find(&props.id).cloned().unwrap_or_default();
    let variant = use_state(|| None::<Variant>);
    let on_b = use_state(|| false);
    let seats_shown = use_state(|| false);
    let exact = use_state(|| false);
    let (node, variants) = (use_node_ref(), use_node_ref());
    let sharing = use_state(|| false);
    let chosen = use_state(|| None::<usize>);
    let other = use_memo((body.clone(), (*variant).clone()), |(body, variant)| {
        variant.as_ref().map(|variant| Rc::new(variant.of(body)))
    });
    let first = use_side(&dossier, Some(body.clone()));
    let second = use_side(&dossier, (*other).clone());
    let around = around::use_around(&dossier, &body);
    let active = second.clone().filter(|_| *on_b).or_else(|| first.clone());
    let known = active.as_ref().and_then(Side::known).cloned();
    let idle =
        known.clone().filter(|balance| balance.inactive.share.is_some() && balance.inactive.inactive > 0);
    let under = threshold(*chosen, idle.as_ref());
    let smallest = use_smallest_change(idle, THRESHOLDS.get(under).copied());
    // Always there: a body was given.
    let (Some(first), Some(active)) = (first, active) else { return Html::default() };
    let adjust: Adjust = {
        let (env, id, variant, body) = (env.clone(), props.id.clone(), variant.clone(), body.clone());
        let b = *on_b && second.is_some();
        Callback::from(move |(key, edit): (&'static str, Rc<dyn Fn(&mut Body)>)| {
            if b {
                let next = variant.as_ref().map(|variant| variant.with(&body, |body| edit(body)));
                variant.set(next);
            } else {
                change(&env, &id, Some(key), move |body| edit(body));
            }
        })
    };
    let compare = {
        let (variants, variant, on_b, body, quota) = (
            variants.clone(),
            variant.clone(),
            on_b.clone(),
            body.clone(),
            first.known().map(|balance| (balance.ballot.quota, balance.ballot.total)),
        );
        Callback::from(move |()| {
            // One vote more to decide, or one fewer where all are needed: the least that can change anything.
            let next = quota.map(|(quota, total)| if quota < total { quota + 1 } else { (quota - 1).max(1) });
            let next = next.and_then(|quota| u32::try_from(quota).ok());
            variant.set(Some(Variant::default().with(&body, |body| {
                if let Some(quota) = next {
                    set_rule(body, Majority::Custom, Some(quota));
                }
            })));
            on_b.set(true);
            // The button goes: the keyboard goes on with what is changed from now on.
            focus_pressed(&variants);
        })
    };
    let drop_b = {
        let (variant, on_b, node) = (variant.clone(), on_b.clone(), node.clone());
        Callback::from(move |()| {
            variant.set(None);
            on_b.set(false);
            focus_id(&node, COMPARE);
        })
    };
    let adopt = {
        let (env, id, variant, done) = (env.clone(), props.id.clone(), variant.clone(), drop_b.clone());
        Callback::from(move |()| {
            if let Some(variant) = (*variant).clone() {
                let id = id.clone();
                env.change(move |dossier| {
                    Some(Command::Put(Item::Body(variant.of(dossier.bodies.find(&id)?))))
                });
            }
            done.emit(());
        })
    };
    {
        let (asked, shown, node) = (props.asked.clone(), props.onshown.clone(), node.clone());
        let compare = compare.clone();
        let open = second.is_some();
        use_effect_with(asked, move |asked| {
            match asked.as_deref() {
                Some("compare") if !open => compare.emit(()),
                Some("rule") => focus_id(&node, "tdt-gov-quota"),
                Some("seats") => focus_id(&node, "tdt-gov-compose"),
                None => return,
                Some(_) => {}
            }
            // Asked again, it is brought forward again.
            shown.emit(());
        });
    }
    let choose_side = {
        let on_b = on_b.clone();
        Callback::from(move |code: AttrValue| on_b.set(code == "b"))
    };
    let toggle = |state: &UseStateHandle<bool>, on: bool| {
        let state = state.clone();
        Callback::from(move |()| state.set(on))
    };
    let filled = votes::vacant_votes(&active.body);
    let scene = Scene { env: &env, dossier: &dossier, body: &body };
    let shown = Scene { body: &active.body, ..scene };
    let onthreshold = {
        let chosen = chosen.clone();
        Callback::from(move |place: usize| chosen.set(Some(place)))
    };
    html! {
        <section class="gov-body" aria-labelledby="tdt-gov-title" ref={node.clone()}>
            { head(&env, &body, &node) }
            <div class="gov-variants" ref={variants.clone()}>
                if second.is_some() {
                    <Segmented label={env.say(say::variant_to_change())} value={if *on_b { "b" } else { "a" }} onchange={choose_side}
                        segments={vec![
                            Segment { value: "a".into(), strong: None, label: env.say(say::variant_a()) },
                            Segment { value: "b".into(), strong: None, label: env.say(say::variant_b()) },
                        ]} />
                    <p class="small">{ env.say(if *on_b { say::on_b_help() } else { say::on_a_help() }) }</p>
                    <div class="acts push">
                        if !env.read_only {
                            <Button class="btn-sm" icon={IconName::Check} label={env.say(say::adopt_b())} onclick={adopt} />
                        }
                        <Button class="btn-sm" kind={ButtonKind::Quiet} label={env.say(say::drop_b())} onclick={drop_b} />
                    </div>
                } else if first.known().is_some() {
                    <Button id={COMPARE} class="btn-sm" label={env.say(say::compare())} onclick={compare} />
                    <p class="small">{ env.say(say::compare_help()) }</p>
                }
            </div>
            <div class="gov-grid">
                <div class="gov-side">
                    { hemicycle::figure(shown, &active, *seats_shown, toggle(&seats_shown, !*seats_shown)) }
                    { rule::block(shown, &active, &adjust, *on_b && second.is_some()) }
                </div>
                { table::table(scene, &first, second.as_ref(), *on_b && second.is_some(), *exact, &toggle(&exact, !*exact), &adjust) }
            </div>
            { proofs::proofs(shown, known.as_ref(), smallest.as_ref(), under, &onthreshold) }
            if let Some(balance) = &known {
                <indices::EveryIndex balance={Rc::clone(balance)}
                    names={balance.ballot.members.iter().map(|member| shown.name(&member.voter)).collect::<Vec<_>>()} />
            }
            { around::around(scene, &around) }
            <p class="gov-assume"><b>{ env.say(say::assumes()) }</b>{ " " }{ env.say(say::assumes_text()) }
                if filled > 0 { { " " }{ env.say(say::assumes_filled(filled)) } }
                { for attendance(&active.body, known.as_deref()).map(|words| html! { <>{ " " }{ env.say(words) }</> }) }
            </p>
            <compose::Compose id={props.id.clone()} onshare={toggle(&sharing, true)} />
            if *sharing { <share::ShareDialog id={props.id.clone()} onclose={toggle(&sharing, false)} /> }
        </section>
    }
}

/// What the quorum asks, and what a vote comes to when it is only just reached; why it cannot be told.
fn attendance(body: &Body, balance: Option<&Balance>) -> Option<Phrase> {
    match votes::quorum(body) {
        Ok(attended) => {
            let attended = attended.filter(|attended| attended.present > 0)?;
            Some(votes::at_quorum(body, &balance?.ballot, attended))
        }
        Err(unclear) => Some(unclear.phrase()),
    }
}

/// Title, kind, and the way to take the body away.
fn head(env: &Env, body: &Rc<Body>, near: &NodeRef) -> Html {
    let id = body.id.clone();
    let rename = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |title: String| change(&env, &id, Some("title"), |body| body.title = title))
    };
    let onkind = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |code: String| {
            let kind = BodyKind::ALL.iter().copied().find(|kind| kind.as_str() == code);
            change(&env, &id, None, move |body| body.kind = kind);
        })
    };
    let remove = {
        let (env, id, near) = (env.clone(), id.clone(), near.clone());
        Callback::from(move |()| {
            // The button goes with the body: the keyboard goes on where another is added. Asked for before the section
            // leaves the page.
            focus_id(&near, super::choose::ADD);
            env.run(Command::Remove { kind: Kind::Body, ids: vec![id.clone()] });
        })
    };
    let kinds = BodyKind::ALL.iter().map(|kind| SelectOption::new(kind.as_str(), env.say(kind_word(*kind))));
    html! {
        <header class="gov-head">
            <@{env.heading(1)} class="vh" id="tdt-gov-title">{ &body.title }</@>
            <TextField id="tdt-gov-name" class="grow-field" quiet={!env.read_only} label={env.say(say::title())} value={body.title.clone()}
                readonly={env.read_only} onchange={rename} />
            <SelectField id="tdt-gov-kind" quiet={!env.read_only} label={env.say(say::kind())} options={kinds.collect::<Vec<_>>()}
                none={env.say(say::not_said())} value={body.kind.map(BodyKind::as_str).unwrap_or_default()}
                disabled={env.read_only} onchange={onkind} />
            if !env.read_only {
                <IconButton icon={IconName::Trash} label={env.say(say::remove_body())} onclick={remove} />
            }
        </header>
    }
}

fn kind_word(kind: BodyKind) -> Phrase {
    match kind {
        BodyKind::Board => say::kind_board(),
        BodyKind::SteeringCommittee => say::kind_steering(),
        BodyKind::ProjectTeam => say::kind_team(),
        BodyKind::WorkingGroup => say::kind_group(),
        BodyKind::Other => say::kind_other(),
    }
}
