//! What leaves and what stays, before the file goes.

use yew::prelude::*;

use crate::exchange::privacy::{Copy, What, contents};
use crate::findings::Severity;
use crate::i18n::texts::outward as say;
use crate::model::Privacy;
use crate::ui::env::Env;
use crate::ui::widgets::SeverityMark;

/// How many texts that still name somebody are shown.
const SHOWN: usize = 4;
/// How much of such a text, in characters.
const EXCERPT: usize = 120;

pub(super) fn view(env: &Env, copy: &Copy, level: Option<Privacy>) -> Html {
    let departure = &copy.departure;
    let leaves = contents(&copy.dossier);
    let stays: Vec<AttrValue> =
        departure.stays.iter().map(|(what, count)| env.say(what.words(*count))).collect();
    let gender = level == Some(Privacy::WithoutPersonalData)
        && departure.stays.iter().any(|(what, _)| *what == What::HolderNames);
    let none = if level.is_none() { say::stays_nothing() } else { say::stays_none() };
    html! {
        <div class="out-preview" role="status">
            <section>
                <h3 class="h-cap">{ env.say(say::leaves()) }</h3>
                if leaves.is_empty() { <p class="small">{ env.say(say::leaves_nothing()) }</p> }
                <ul class="dashes">{ for leaves.iter().map(|words| html! { <li>{ env.say(words) }</li> }) }</ul>
            </section>
            <section>
                <h3 class="h-cap">{ env.say(say::stays()) }</h3>
                if stays.is_empty() { <p class="small">{ env.say(none) }</p> }
                <ul class="dashes dashes-neg">{ for stays.into_iter().map(|words| html! { <li>{ words }</li> }) }</ul>
                if gender { <p class="small">{ env.say(say::gender_stays()) }</p> }
            </section>
            if departure.to_read_again > 0 {
                <p class="with-mark"><SeverityMark severity={Severity::Advice} />
                    <span>{ env.say(say::again(departure.to_read_again)) }</span></p>
            }
            { still_named(env, copy) }
        </div>
    }
}

fn still_named(env: &Env, copy: &Copy) -> Html {
    let found = &copy.departure.still_named;
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section >
            <p class="with-mark"><SeverityMark severity={Severity::Warning} />
                <span class="strong">{ env.say(say::still_named(found.len())) }</span></p>
            <ul class="report">
                { for found.iter().take(SHOWN).map(|one| html! {
                    <li><bdi class="strong">{ &one.found }</bdi><bdi>{ excerpt(&one.text, &one.found) }</bdi></li>
                }) }
            </ul>
            if found.len() > SHOWN { <p class="small">{ env.say(say::still_more(found.len() - SHOWN)) }</p> }
        </section>
    }
}

/// The part of a text around what was found in it.
fn excerpt(text: &str, found: &str) -> String {
    let at = text.to_lowercase().find(&found.to_lowercase()).unwrap_or_default();
    let before = text.get(..at).map_or(0, |start| start.chars().count());
    let skipped = before.saturating_sub(EXCERPT / 3);
    let part: String = text.chars().skip(skipped).take(EXCERPT).collect();
    let (start, end) = (skipped > 0, text.chars().count() > skipped + EXCERPT);
    format!("{}{}{}", if start { "…" } else { "" }, part.trim(), if end { "…" } else { "" })
}
