//! Taking the dossier out: in which format, for whom, what leaves with it, under which name.

mod preview;

use std::rc::Rc;

use yew::prelude::*;

use crate::exchange::offers::{OFFERS, Offer, Purpose};
use crate::exchange::privacy::{self, Copy};
use crate::exchange::{self, Refusal};
use crate::findings::Severity;
use crate::i18n::texts::{outward as say, shell};
use crate::model::{Dossier, Privacy};
use crate::ui::app::{departing, stamped};
use crate::ui::env::{Data, Env, Intent, Window, use_data, use_env};
use crate::ui::reports::{Detail, Outgoing};
use crate::ui::widgets::{
    Button, ButtonKind, Dialog, IconName, Segment, Segmented, SeverityMark, TextField, after_render,
    use_settled,
};
use crate::ui::{files, formats};

/// The levels in the order in which they are offered.
const LEVELS: [Option<Privacy>; 3] = [None, Some(Privacy::WithoutPersonalData), Some(Privacy::Public)];

/// The name of a level, for pages and events.
fn level_name(level: Option<Privacy>) -> &'static str {
    level.map_or("complete", Privacy::as_str)
}

/// The level proposed with a format: the file to continue with keeps all, what others read does not.
fn proposed(offer: &Offer) -> Option<Privacy> {
    (offer.format != "json").then_some(Privacy::WithoutPersonalData)
}

/// Where the making of a file stands.
#[derive(Clone, PartialEq)]
enum Making {
    Not,
    Busy,
    Failed(AttrValue),
}

/// A dossier, compared by address.
#[derive(Clone)]
struct Same(Rc<Dossier>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The dialog.
#[component]
pub fn ExportDialog() -> Html {
    let env = use_env();
    let data = use_data();
    let format = use_state(|| "json");
    // Its place among the levels.
    let chosen = use_state(|| None::<usize>);
    let dialect = use_state(|| AttrValue::Static("french"));
    let name = use_state(|| None::<String>);
    let making = use_state(|| Making::Not);
    let Some(offer) = OFFERS.iter().find(|offer| offer.format == *format).or(OFFERS.first()) else {
        return Html::default();
    };
    let level = chosen.and_then(|place| LEVELS.get(place).copied()).unwrap_or_else(|| proposed(offer));
    // Every change of level reads the whole dossier again: once, and not while it is typed behind.
    let dossier = use_settled(Same(Rc::clone(&data.dossier)), 200);
    let copy = use_memo((dossier, level), |(dossier, level)| privacy::copy(&dossier.0, *level));
    let stem = (*name).clone().unwrap_or_else(|| file_stem(&env, &data, level));
    let close = env.asking(|| Intent::Show(None));
    let download = {
        let (env, copy, making) = (env.clone(), Rc::clone(&copy), making.clone());
        let (stem, offer, dialect) = (stem.clone(), *offer, (*dialect).clone());
        let whole = Rc::clone(&data.dossier);
        Callback::from(move |()| {
            let Ok(copy) = copy.as_ref() else { return };
            let name = format!("{}.{}", stem.trim(), offer.extension);
            make(&env, &whole, copy, offer, level, &dialect, name, &making);
        })
    };
    let busy = *making == Making::Busy;
    let set_format = {
        let (format, making) = (format.clone(), making.clone());
        Callback::from(move |chosen: &'static str| {
            format.set(chosen);
            making.set(Making::Not);
        })
    };
    let set_name = {
        let name = name.clone();
        Callback::from(move |text: String| name.set(Some(text)))
    };
    let set_dialect = {
        let dialect = dialect.clone();
        Callback::from(move |word: AttrValue| dialect.set(word))
    };
    let label = if busy { say::making() } else { say::download(format!(".{}", offer.extension)) };
    html! {
        <Dialog id="tdt-export" title={env.say(crate::i18n::texts::dialogs::export_title())} wide=true
            close_label={env.say(shell::close())} onclose={close.clone()} foot={html! { <>
                <p class="out-promise">{ env.say(say::promise()) }</p>
                <Button label={env.say(shell::cancel())} onclick={close} />
                <Button kind={ButtonKind::Primary} icon={IconName::Export} label={env.say(label)} onclick={download}
                    disabled={busy || copy.is_err() || stem.trim().is_empty()} />
            </> }}>
            <div class="out">
                { formats_list(&env, *format, &set_format) }
                <div class="out-side">
                    { levels(&env, level, data.dossier.privacy, &chosen) }
                    { shown(&env, &copy, level) }
                    <div class="out-options">
                        if offer.is_delimited() {
                            <div class="field">
                                <span class="label">{ env.say(say::csv_kind()) }</span>
                                <Segmented label={env.say(say::csv_kind())} value={(*dialect).clone()} onchange={set_dialect}
                                    segments={vec![
                                        Segment { value: "french".into(), strong: None, label: env.say(say::csv_french()) },
                                        Segment { value: "rfc4180".into(), strong: None, label: env.say(say::csv_rfc()) },
                                    ]} />
                            </div>
                        }
                        <TextField id="tdt-out-name" label={env.say(say::file_name())} value={stem} onchange={set_name} />
                    </div>
                    if let Making::Failed(message) = &*making {
                        <p class="with-mark" role="alert"><SeverityMark severity={Severity::Blocking} /><span>{ message }</span></p>
                    }
                </div>
            </div>
            <div class="out-doors">
                <Button kind={ButtonKind::Link} label={env.say(say::roles())}
                    onclick={env.asking(|| Intent::Show(Some(Window::RoleTable(None))))} />
                if !env.read_only {
                    <Button kind={ButtonKind::Link} label={env.say(say::sheets())}
                        onclick={env.asking(|| Intent::Show(Some(Window::Sheets(Vec::new()))))} />
                }
                <p class="small">{ env.say(say::pictures()) }</p>
            </div>
        </Dialog>
    }
}

/// `2026-11-22_metiers-du-tourisme_v12`, and the level where the copy is reduced.
fn file_stem(env: &Env, data: &Data, level: Option<Privacy>) -> String {
    let dossier = &data.dossier;
    let name =
        files::name(&env.today().to_string(), dossier.title(), dossier.revision.unwrap_or_default(), "");
    let stem = name.trim_end_matches('.');
    match level {
        None => stem.to_owned(),
        Some(Privacy::WithoutPersonalData) => format!("{stem}_partenaires"),
        Some(Privacy::Public) => format!("{stem}_public"),
    }
}

fn formats_list(env: &Env, format: &str, choose: &Callback<&'static str>) -> Html {
    let radio = |offer: &Offer| {
        let (choose, name) = (choose.clone(), offer.format);
        let onchange = Callback::from(move |_: Event| choose.emit(name));
        let id = format!("tdt-out-{name}");
        html! {
            <label class="check out-format" key={name}>
                <input type="radio" name="tdt-out-format" id={id.clone()} checked={format == name} {onchange}
                    aria-describedby={format!("{id}-help")} />
                <span>
                    <span class="strong">{ env.say((offer.title)()) }</span>
                    <span class="small" id={format!("{id}-help")}>{ env.say((offer.help)()) }</span>
                </span>
            </label>
        }
    };
    html! {
        <div class="out-formats" role="radiogroup" aria-label={env.say(say::format())}>
            { for Purpose::ALL.iter().map(|purpose| {
                let offers: Vec<&Offer> = OFFERS.iter().filter(|offer| offer.purpose == *purpose).collect();
                if offers.is_empty() {
                    return Html::default();
                }
                html! {
                    <section>
                        <h3 class="h-cap">{ env.say(purpose.words()) }</h3>
                        { for offers.into_iter().map(radio) }
                    </section>
                }
            }) }
        </div>
    }
}

fn levels(
    env: &Env,
    level: Option<Privacy>,
    already: Option<Privacy>,
    chosen: &UseStateHandle<Option<usize>>,
) -> Html {
    let words = |level: Option<Privacy>| match level {
        None => (say::complete(), say::complete_help()),
        Some(Privacy::WithoutPersonalData) => (say::partners(), say::partners_help()),
        Some(Privacy::Public) => (say::public(), say::public_help()),
    };
    html! {
        <fieldset class="radios out-levels">
            <legend class="h-cap">{ env.say(say::for_whom()) }</legend>
            { for LEVELS.iter().enumerate().map(|(place, one)| {
                let (title, help) = words(*one);
                let (chosen, one) = (chosen.clone(), *one);
                let onchange = Callback::from(move |_: Event| chosen.set(Some(place)));
                let id = format!("tdt-out-{}", level_name(one));
                html! {
                    <label class="check">
                        <input type="radio" name="tdt-out-level" id={id.clone()} checked={level == one} {onchange}
                            aria-describedby={format!("{id}-help")} />
                        <span>
                            <span class="strong">{ env.say(title) }</span>
                            <span class="small" id={format!("{id}-help")}>{ env.say(help) }</span>
                        </span>
                    </label>
                }
            }) }
            if already.is_some() { <p class="small">{ env.say(say::reduced_already()) }</p> }
        </fieldset>
    }
}

fn shown(env: &Env, copy: &Result<Copy, Refusal>, level: Option<Privacy>) -> Html {
    match copy {
        Ok(copy) => preview::view(env, copy, level),
        Err(_) => html! {
            <p class="with-mark" role="alert"><SeverityMark severity={Severity::Blocking} />
                <span>{ env.say(say::cannot_copy()) }</span></p>
        },
    }
}

/// Makes the file and lets it leave; the dialog closes once it did.
#[expect(clippy::too_many_arguments, reason = "all that a person chose in the dialog")]
fn make(
    env: &Env,
    whole: &Dossier,
    copy: &Copy,
    offer: Offer,
    level: Option<Privacy>,
    dialect: &str,
    name: String,
    making: &UseStateHandle<Making>,
) {
    let detail = Detail {
        format: Some(offer.format),
        name: Some(name),
        privacy: Some(level_name(level)),
        csv: offer.is_delimited().then(|| dialect.to_owned()),
        ..Detail::default()
    };
    let leave = {
        let env = env.clone();
        move |media_type: String, bytes: Vec<u8>| {
            env.ask(Intent::Show(None));
            env.ask(Intent::Leave(Box::new(Outgoing { detail, media_type, bytes, handoff: false })));
        }
    };
    if offer.format == "json" {
        // What comes back from a partner is recognised; what is published leads back to nothing.
        let left = match level {
            Some(Privacy::Public) => stamped(&copy.dossier),
            _ => departing(&copy.dossier, whole),
        };
        leave("application/json".to_owned(), exchange::write_pretty(&left));
        return;
    }
    making.set(Making::Busy);
    let (env, making) = (env.clone(), making.clone());
    let settings = format!("{{\"lang\":\"{}\",\"csv\":\"{dialect}\"}}", env.texts.lang().tag());
    let dossier = copy.dossier.clone();
    // The sign that it is being made is seen before the making takes the processor.
    after_render(move || {
        let after = env.clone();
        formats::export(&env, offer.format, &dossier, settings, move |made| match made {
            Ok(file) => leave(file.media_type, file.bytes),
            Err(failure) => {
                let words = match failure {
                    failure if !failure.is_of_the_module() => say::failed(failure.message),
                    failure if failure.advice.is_empty() => say::failed_module(),
                    failure => say::failed_module_why(failure.advice),
                };
                making.set(Making::Failed(after.say(words)));
            }
        });
    });
}
