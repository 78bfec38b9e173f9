//! The drawer: points of vigilance of the step, then what helps it succeed and what to beware of.

use yew::prelude::*;

use super::findings::FindingCard;
use crate::i18n::texts::shell as say;
use crate::ui::env::{Intent, use_env, use_outlook};
use crate::ui::widgets::{Button, ButtonKind, IconButton, IconName, SeverityMark, focus_id};
use crate::vocabulary::Step;

/// Most points shown before one asks for all.
const SHOWN: usize = 40;

/// The drawer. The stylesheet shows its open form or its strip, by width and by state.
#[component]
pub fn Drawer() -> Html {
    let node = use_node_ref();
    let env = use_env();
    let outlook = use_outlook();
    let step = outlook.place.step;
    let findings = &outlook.insights.findings;
    let (aside, here): (Vec<usize>, Vec<usize>) = outlook
        .insights
        .indices_in(step)
        .into_iter()
        .partition(|index| findings.get(*index).is_some_and(|finding| finding.set_aside.is_some()));
    let cards = |indices: &[usize]| {
        let card = |index: &usize| {
            let finding = findings.get(*index)?.clone();
            Some(html! { <FindingCard key={*index} index={*index} {finding} /> })
        };
        indices.iter().filter_map(card).collect::<Html>()
    };
    // Of hundreds, the gravest first; the others when they are asked for.
    let all = use_state(|| None::<Step>);
    let hidden = if *all == Some(step) { 0 } else { here.len().saturating_sub(SHOWN) };
    let show_all = {
        let all = all.clone();
        Callback::from(move |()| all.set(Some(step)))
    };
    let open = outlook.insights.open_in(step);
    let tips = env.vocabulary.step_tips(step);
    // The button that was pressed disappears: its counterpart takes the focus.
    let switch = |open: bool, next: &'static str| {
        let (env, node) = (env.clone(), node.clone());
        Callback::from(move |()| {
            env.ask(Intent::Drawer(open));
            focus_id(&node, next);
        })
    };
    let list = |items: &[crate::i18n::Phrase]| {
        items.iter().map(|item| html! { <li>{ env.say(item) }</li> }).collect::<Html>()
    };
    html! {
        <aside class="drawer" aria-labelledby="tdt-drawer" ref={node.clone()}>
            <header class="drawer-head">
                <@{env.heading(1)} class="h-block" id="tdt-drawer">{ env.say(say::findings()) }</@>
                <span class="pill">{ open }</span>
                <IconButton id="tdt-drawer-fold" class="drawer-fold" icon={IconName::Fold}
                    label={env.say(say::fold_drawer())} expanded=true onclick={switch(false, "tdt-drawer-unfold")} />
            </header>
            <div class="drawer-body" tabindex="0" role="group" aria-labelledby="tdt-drawer">
                    if here.is_empty() {
                        <p class="muted">{ env.say(say::no_finding_here()) }</p>
                    }
                    { cards(here.get(..here.len() - hidden).unwrap_or_default()) }
                    if hidden > 0 {
                        <p><Button kind={ButtonKind::Link} class="small" label={env.say(say::show_others(hidden))}
                            onclick={show_all} /></p>
                    }
                    if !aside.is_empty() {
                        <details class="more asides">
                            <summary>{ env.say(say::set_aside_count(aside.len())) }</summary>
                            { cards(&aside) }
                        </details>
                    }
                    if !tips.success.is_empty() {
                        <section class="tips">
                            <@{env.heading(2)} class="h-small">{ env.say(say::success()) }</@>
                            <ul class="dashes">{ list(&tips.success) }</ul>
                        </section>
                    }
                    if !tips.avoid.is_empty() {
                        <section class="tips">
                            <@{env.heading(2)} class="h-small">{ env.say(say::avoid()) }</@>
                            <ul class="dashes dashes-neg">{ list(&tips.avoid) }</ul>
                        </section>
                    }
                </div>
            <div class="drawer-strip">
                <IconButton id="tdt-drawer-unfold" class="drawer-unfold" icon={IconName::Unfold}
                    label={env.say(say::unfold_drawer())} expanded=false onclick={switch(true, "tdt-drawer-fold")} />
                <span class="pill">{ open }</span>
                { for here.iter().take(6).filter_map(|index| findings.get(*index)).map(|finding| html! {
                    <SeverityMark severity={finding.severity} />
                }) }
                <span class="drawer-word" aria-hidden="true">{ env.say(say::findings()) }</span>
            </div>
        </aside>
    }
}
