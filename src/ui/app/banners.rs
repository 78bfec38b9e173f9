//! Permanent messages under the bar: what happened to the stored dossier, and what a person can do about it.

use yew::prelude::*;

use super::{App, Banner, Message};
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::shell as say;
use crate::model::Date;
use crate::store::{Status, Trace, Why, why_phrase};
use crate::ui::env::{Intent, Window};
use crate::ui::widgets::{Button, SeverityMark};

/// Frames a message.
fn banner(kind: &'static str, severity: Severity, words: AttrValue, acts: Html) -> Html {
    html! {
        <div class={classes!("banner", kind)} role="status">
            <SeverityMark {severity} /><p>{ words }</p><div class="banner-acts">{ acts }</div>
        </div>
    }
}

/// What is known of a dossier that is no longer here.
fn vanished(app: &App, trace: &Trace) -> Phrase {
    let day = |day: Option<Date>| day.map(|day| app.env.format().date(day.0)).unwrap_or_default();
    if trace.file.is_empty() {
        say::vanished(day(trace.kept))
    } else {
        say::vanished_exported(day(trace.kept), trace.file.as_str(), day(trace.exported))
    }
}

/// Every permanent message, the gravest first.
pub(in crate::ui) fn view(app: &App, ctx: &Context<App>) -> Html {
    let say_it = |phrase| app.env.say(phrase);
    let act = |label, message: fn() -> Message| {
        let onclick = ctx.link().callback(move |()| message());
        html! { <Button class="btn-sm" label={say_it(label)} {onclick} /> }
    };
    let mut shown: Vec<Html> = Vec::new();
    match &app.status {
        Status::Conflict { .. } => shown.push(banner(
            "banner-warning",
            Severity::Warning,
            say_it(say::conflict_banner()),
            html! { <>
                { act(say::keep_mine(), || Message::Intent(Intent::Settle(true))) }
                { act(say::take_theirs(), || Message::Intent(Intent::Settle(false))) }
            </> },
        )),
        Status::MemoryOnly { reason } if *reason != Why::Off => shown.push(banner(
            "banner-warning",
            Severity::Warning,
            say_it(say::memory_banner(why_phrase(*reason))),
            html! { <>
                { act(say::export_now(), || Message::Intent(Intent::Show(Some(Window::Export)))) }
                { act(say::retry(), || Message::Retry) }
            </> },
        )),
        Status::Failed { reason, .. } => shown.push(banner(
            "banner-blocking",
            Severity::Blocking,
            say_it(say::failed_banner(why_phrase(*reason))),
            html! { <>
                { act(say::retry(), || Message::Retry) }
                { act(say::export_now(), || Message::Intent(Intent::Show(Some(Window::Export)))) }
            </> },
        )),
        _ => {}
    }
    if app.env.read_only && app.env.no_toolbar {
        // The bar says it otherwise.
        shown.push(banner("banner-info", Severity::Advice, say_it(say::read_only()), Html::default()));
    }
    for (index, kept) in app.banners.iter().enumerate() {
        let done = {
            let onclick = ctx.link().callback(move |()| Message::Acknowledge(index));
            html! { <Button class="btn-sm" label={say_it(say::understood())} {onclick} /> }
        };
        shown.push(match kept {
            Banner::Healed(words) => banner("banner-warning", Severity::Warning, app.env.say(words), done),
            Banner::AlsoOpen => banner("banner-info", Severity::Advice, say_it(say::also_open()), done),
            Banner::Newer => banner(
                "banner-blocking",
                Severity::Blocking,
                say_it(say::newer_banner()),
                act(say::download_raw(), || Message::DownloadRaw),
            ),
            Banner::Source(_) => banner(
                "banner-info",
                Severity::Advice,
                say_it(say::source_offered()),
                html! { <>{ act(say::open_source(), || Message::OpenSource) }{ done }</> },
            ),
            Banner::Vanished(trace) => banner(
                "banner-warning",
                Severity::Warning,
                say_it(vanished(app, trace)),
                html! { <>
                    if !app.env.no_import {
                        { act(say::import_file(), || Message::Intent(Intent::Show(Some(Window::Import)))) }
                    }
                    { done }
                </> },
            ),
            Banner::Remind(days) => banner(
                "banner-info",
                Severity::Advice,
                say_it(say::remind(usize::try_from(*days).unwrap_or_default())),
                html! { <>
                    { act(say::export_now(), || Message::Intent(Intent::Show(Some(Window::Export)))) }
                    { done }
                </> },
            ),
            Banner::Damaged { previous } => {
                let when = previous.as_ref().map(|previous| {
                    let at = js_sys::Date::new(&previous.saved_at.into());
                    app.env.format().time(at.get_hours(), at.get_minutes())
                });
                banner(
                    "banner-blocking",
                    Severity::Blocking,
                    say_it(say::damaged_banner()),
                    html! { <>
                        if let Some(when) = when {
                            { act(say::open_previous(when), || Message::Recover(true)) }
                        }
                        { act(say::start_blank(), || Message::Recover(false)) }
                        { act(say::download_raw(), || Message::DownloadRaw) }
                    </> },
                )
            }
        });
    }
    shown.into_iter().collect()
}
