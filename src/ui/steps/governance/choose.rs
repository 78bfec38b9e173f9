//! Which body is shown, and how one is added: from a preset or blank.

use yew::prelude::*;

use super::review;
use crate::edit::{Command, Item, bodies, fresh_id};
use crate::i18n::texts::{bodies as say, shell};
use crate::model::{Body, BodyKind, Id};
use crate::ui::env::{entropy, use_data, use_env};
use crate::ui::steps::names::body_title;
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName, Segment, Segmented};
use crate::vocabulary::{PRESETS, Preset, Step};

/// Id of the button that adds a body.
pub(super) const ADD: &str = "tdt-gov-add";

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
    // The preset whose seats are being given, and to whom.
    let taken = use_state(|| None::<&'static Preset>);
    let seated = use_state(Vec::<Option<Id>>::new);
    let actors = super::compose::use_actors(&env, &data.dossier.actors);
    {
        // A person sent to make the first body: the models are what there is to choose from.
        let open = open.clone();
        let wanted = data.place.step == Step::Governance
            && data.place.field.as_deref() == Some("new")
            && data.dossier.bodies.is_empty()
            && !env.read_only;
        use_effect_with(data.visit, move |_| {
            if wanted {
                open.set(true);
            }
        });
    }
    let bodies = &data.dossier.bodies;
    let show = |on: bool| {
        let (open, taken) = (open.clone(), taken.clone());
        Callback::from(move |()| {
            taken.set(None);
            open.set(on);
        })
    };
    let add = {
        let (env, choose, close, seated) =
            (env.clone(), props.onchoose.clone(), show(false), (*seated).clone());
        Callback::from(move |preset: Option<&'static Preset>| {
            let (words, drawn, choose, seated) =
                (env.texts.clone(), entropy(), choose.clone(), seated.clone());
            env.change(move |dossier| {
                let body = match preset {
                    Some(preset) => bodies::from_preset(preset, &words, dossier, drawn, &seated),
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
            close.emit(());
        })
    };
    // Where the dossier has nobody to propose, the body enters at once.
    let take = {
        let (data, add, taken, seated) = (data.clone(), add.clone(), taken.clone(), seated.clone());
        Callback::from(move |preset: &'static Preset| {
            if data.dossier.actors.is_empty() {
                add.emit(Some(preset));
            } else {
                seated.set(review::proposed(&data.dossier, preset));
                taken.set(Some(preset));
            }
        })
    };
    let back = {
        let taken = taken.clone();
        Callback::from(move |()| taken.set(None))
    };
    let segments: Vec<Segment> = bodies
        .iter()
        .map(|body| Segment {
            value: body.id.to_string().into(),
            strong: None,
            label: body_title(&env, body),
        })
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
                        <Button id={ADD} icon={IconName::Plus} label={env.say(say::start_preset())} onclick={show(true)} />
                    }
                </div>
            } else {
                <div class="keybar gov-bodies">
                    <Segmented class="gov-names" label={env.say(say::bodies())} {segments}
                        value={props.shown.as_ref().map(ToString::to_string).unwrap_or_default()}
                        onchange={props.onchoose.reform(|id: AttrValue| Id::from(id.as_str()))} />
                    if !env.read_only {
                        <Button id={ADD} class="btn-sm push" icon={IconName::Plus} label={env.say(say::add_body())} onclick={show(true)} />
                    }
                </div>
            }
            if let Some(preset) = *taken {
                <Dialog key="review" id="tdt-review" wide=true title={env.say(say::review_title((preset.title)()))}
                    close_label={env.say(shell::close())} onclose={show(false)}
                    foot={html! { <>
                        <Button label={env.say(say::all_models())} onclick={back} />
                        <Button kind={ButtonKind::Primary} label={env.say(say::create_body())} onclick={add.reform(move |()| Some(preset))} />
                    </> }}>
                    { review::review(&env, &data.dossier, &actors, preset, &seated) }
                </Dialog>
            } else if *open {
                <Dialog key="presets" id="tdt-presets" wide=true title={env.say(say::add_body())} close_label={env.say(shell::close())}
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
                                    onclick={take.reform(move |()| preset)} />
                            </li>
                        }) }
                    </ul>
                </Dialog>
            }
        </>
    }
}
