//! Which body is shown, and how one is added: from a preset or blank.

use yew::prelude::*;

use crate::edit::{Command, Item, bodies, fresh_id};
use crate::i18n::texts::{bodies as say, governance, shell};
use crate::model::{Body, BodyKind, Id};
use crate::ui::env::{entropy, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName, Segment, Segmented};
use crate::vocabulary::{PRESETS, Preset};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The body shown.
    pub shown: Option<Id>,
    /// Shows another.
    pub onchoose: Callback<Id>,
}

/// The bodies, and the dialog that adds one.
#[component]
pub fn Choose(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let open = use_state(|| false);
    let bodies = &data.dossier.bodies;
    let add = {
        let (env, open, choose) = (env.clone(), open.clone(), props.onchoose.clone());
        Callback::from(move |preset: Option<&'static Preset>| {
            let (words, drawn, choose) = (env.texts.clone(), entropy(), choose.clone());
            env.change(move |dossier| {
                let body = match preset {
                    Some(preset) => bodies::from_preset(preset, &words, dossier, drawn, &[]),
                    None => Body {
                        id: fresh_id(dossier, "ins", drawn),
                        title: words.say(say::new_body()).into_owned(),
                        kind: Some(BodyKind::SteeringCommittee),
                        ..Body::default()
                    },
                };
                choose.emit(body.id.clone());
                Some(Command::Put(Item::Body(body)))
            });
            open.set(false);
        })
    };
    let show = |on: bool| {
        let open = open.clone();
        Callback::from(move |()| open.set(on))
    };
    let title = |body: &Body| {
        if body.title.is_empty() { env.say(governance::unnamed_body()) } else { body.title.clone().into() }
    };
    let segments: Vec<Segment> = bodies
        .iter()
        .map(|body| Segment { value: body.id.to_string().into(), strong: None, label: title(body) })
        .collect();
    html! {
        <>
            if bodies.is_empty() {
                <div class="empty">
                    <p class="h-small">{ env.say(say::empty_title()) }</p>
                    <p>{ env.say(say::empty_text()) }</p>
                    <div class="example">
                        <p class="h-cap">{ env.say(say::example()) }</p>
                        <p>{ env.say(say::example_text()) }</p>
                    </div>
                    if !env.read_only {
                        <Button kind={ButtonKind::Primary} icon={IconName::Plus} label={env.say(say::start_preset())} onclick={show(true)} />
                    }
                </div>
            } else {
                <div class="keybar gov-bodies">
                    <Segmented class="gov-names" label={env.say(say::bodies())} {segments}
                        value={props.shown.as_ref().map(ToString::to_string).unwrap_or_default()}
                        onchange={props.onchoose.reform(|id: AttrValue| Id::from(id.as_str()))} />
                    if !env.read_only {
                        <Button class="btn-sm push" icon={IconName::Plus} label={env.say(say::add_body())} onclick={show(true)} />
                    }
                </div>
            }
            if *open {
                <Dialog id="tdt-presets" wide=true title={env.say(say::add_body())} close_label={env.say(shell::close())}
                    onclose={show(false)} foot={html! { <>
                        <Button label={env.say(shell::cancel())} onclick={show(false)} />
                        <Button label={env.say(say::blank_body())} onclick={add.reform(|()| None)} />
                    </> }}>
                    <p class="muted">{ env.say(say::presets_help()) }</p>
                    <ul class="gov-presets">
                        { for PRESETS.iter().map(|preset| html! {
                            <li>
                                <h3 class="h-small">{ env.say((preset.title)()) }</h3>
                                <p class="small">{ env.say((preset.source)()) }</p>
                                <p class="small"><b>{ env.say(say::to_check()) }</b>{ " " }{ env.say((preset.check)()) }</p>
                                <Button class="btn-sm" label={env.say(say::take_preset())}
                                    title={env.say(say::take_preset_named((preset.title)()))}
                                    onclick={add.reform(move |()| Some(preset))} />
                            </li>
                        }) }
                    </ul>
                </Dialog>
            }
        </>
    }
}
