//! The sheet of an actor, beside the list.

mod contacts;
mod contributions;
mod draft;
mod functions;
mod identifiers;
mod identity;
mod roles;
mod rows;
mod section;
mod standing;
mod tags;

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::query::{Line, nature};
use super::state::{Act, View};
use crate::analysis::completeness;
use crate::edit::{Command, Kind};
use crate::i18n::texts::actors as say;
use crate::model::Actor;
use crate::ui::env::{Intent, Window, use_env};
use crate::ui::widgets::{Button, ButtonKind, IconButton, IconName, KindMark, Ring, after_render, focus_id};
use crate::vocabulary;

pub(super) use identifiers::grouped;
pub(in crate::ui) use rows::{Form, Rows};
use section::{Part, PartProps};

/// Id of the title.
pub(super) const TITLE: &str = "tdt-sheet-title";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
    /// The list it belongs to, for the previous and the next.
    pub(super) lines: Rc<Vec<Line>>,
    /// Grows each time a person opens a sheet.
    pub(super) opened: u32,
    /// What to bring forward.
    pub(super) field: Option<String>,
    pub(super) act: UseReducerDispatcher<View>,
    /// Closes the sheet and gives the focus back.
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Sheet(props: &Props) -> Html {
    let env = use_env();
    let root = use_node_ref();
    let open = use_state(BTreeSet::<Part>::new);
    let actor = &props.actor;
    let ontoggle = {
        let (open, root) = (open.clone(), root.clone());
        Callback::from(move |(part, on, field): (Part, bool, Option<AttrValue>)| {
            let mut next = (*open).clone();
            if on {
                next.insert(part);
            } else {
                next.remove(&part);
            }
            open.set(next);
            if let Some(field) = field {
                focus_id(&root, field.to_string());
            }
        })
    };
    {
        let (root, toggle, read_only) = (root.clone(), ontoggle.clone(), env.read_only);
        use_effect_with((props.opened, props.field.clone()), move |(_, field)| {
            let asked = field.as_deref().and_then(Part::of_field).filter(|_| !read_only);
            if let Some((part, control)) = asked {
                toggle.emit((part, true, Some(AttrValue::Static(control))));
            } else {
                focus_id(&root, TITLE);
                to_top_alone(&root);
            }
        });
    }
    let at = props.lines.iter().position(|line| line.actor.id == actor.id);
    let neighbour = |index: Option<usize>, label, icon, id: &'static str| {
        let target = index.and_then(|index| props.lines.get(index)).map(|line| line.actor.id.clone());
        let disabled = target.is_none();
        let act = props.act.clone();
        let onclick = Callback::from(move |()| {
            if let Some(id) = target.clone() {
                act.dispatch(Act::Turn(id));
            }
        });
        html! { <IconButton {icon} class="btn-sm" id={AttrValue::Static(id)} label={env.say(label)} {disabled} {onclick} /> }
    };
    let delete = {
        let (env, id, close, act) = (env.clone(), actor.id.clone(), props.onclose.clone(), props.act.clone());
        Callback::from(move |()| {
            close.emit(());
            act.dispatch(Act::Select(vec![id.clone()], false, None));
            env.run(Command::Remove { kind: Kind::Actor, ids: vec![id.clone()] });
        })
    };
    let onkeydown = {
        let close = props.onclose.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    let close = props.onclose.clone();
    let kind = actor.kind.map_or_else(|| env.say(say::kind_to_say()), |kind| env.say(vocabulary::kind(kind)));
    let what =
        if actor.subkind.is_empty() { kind } else { format!("{kind} · {}", nature(&env, actor)).into() };
    let sheet = completeness::sheet(actor);
    let part = |part: Part| PartProps {
        actor: Rc::clone(actor),
        open: !env.read_only && open.contains(&part),
        ontoggle: ontoggle.clone(),
    };
    let key = actor.id.to_string();
    let send = {
        let id = actor.id.clone();
        env.asking(move || Intent::Show(Some(Window::Sheets(vec![id.clone()]))))
    };
    html! {
        <section class="sheet" ref={root} aria-labelledby={TITLE} {onkeydown}>
            <div class="only-narrow">
                <Button kind={ButtonKind::Quiet} icon={IconName::ChevronLeft} label={env.say(say::back_to_list())}
                    onclick={close.clone()} />
            </div>
            <header class="sheet-head">
                <KindMark kind={actor.kind} size=32 />
                <div>
                    <@{env.heading(1)} class="h-block" id={TITLE} tabindex="-1">
                        if actor.name.trim().is_empty() { { env.say(say::unnamed()) } } else { <bdi>{ &actor.name }</bdi> }
                    </@>
                    <p class="small">{ what }</p>
                </div>
                <IconButton icon={IconName::Close} label={env.say(say::close_sheet())} onclick={close} />
            </header>
            <div class="sheet-sec-head">
                <span class="with-mark">
                    <Ring share={sheet.share} />
                    <span>{ env.say(say::sheet_at(env.format().percent(sheet.share))) }</span>
                </span>
                <span class="row-acts">
                    { neighbour(at.and_then(|at| at.checked_sub(1)), say::previous(), IconName::Up, "tdt-sheet-previous") }
                    { neighbour(at.map(|at| at + 1), say::next(), IconName::Down, "tdt-sheet-next") }
                </span>
            </div>
            if !sheet.missing.is_empty() && !env.read_only {
                <p class="small">
                    { env.say(say::still_missing()) }{ " " }
                    { for sheet.missing.iter().enumerate().map(|(index, missing)| {
                        let label = env.say(&missing.label);
                        let more = if index + 1 < sheet.missing.len() { ", " } else { "" };
                        match Part::of_field(missing.field) {
                            Some((part, control)) => {
                                let toggle = ontoggle.clone();
                                let onclick = move |()| toggle.emit((part, true, Some(AttrValue::Static(control))));
                                html! { <><Button kind={ButtonKind::Link} {label} {onclick} />{ more }</> }
                            }
                            None => html! { <>{ label }{ more }</> },
                        }
                    }) }
                </p>
            }
            <identity::Identity key={format!("{key}.identity")} ..part(Part::Identity) />
            <contacts::Contacts key={format!("{key}.contacts")} ..part(Part::Contacts) />
            <contributions::Contributions key={format!("{key}.contributions")} ..part(Part::Contributions) />
            <standing::Qualification actor={actor.clone()} />
            <standing::StrongPositions actor={actor.clone()} />
            <functions::Functions key={format!("{key}.functions")} ..part(Part::Functions) />
            <roles::Roles actor={actor.clone()} />
            if !env.read_only {
                <div class="sheet-sec">
                    if !env.no_export {
                        <p><Button kind={ButtonKind::Quiet} class="btn-sm" icon={IconName::Export}
                            label={env.say(say::send_sheet())} onclick={send} /></p>
                    }
                    <p><Button kind={ButtonKind::Quiet} class="btn-sm btn-danger" icon={IconName::Trash}
                        label={env.say(say::delete_actor())} onclick={delete} /></p>
                </div>
            }
        </section>
    }
}

/// Where the sheet stands alone, in place of the list, it starts at its beginning.
fn to_top_alone(sheet: &NodeRef) {
    let sheet = sheet.clone();
    after_render(move || {
        let Some(sheet) = sheet.cast::<web_sys::Element>() else { return };
        if sheet.previous_element_sibling().is_some_and(|list| list.client_height() == 0) {
            sheet.scroll_into_view();
        }
    });
}
