//! Who is around the table: women and men, associations, inhabitants, experts.

use yew::prelude::*;

use super::{Scene, percent};
use crate::analysis::Index;
use crate::analysis::votes::{Unsettled, Women, attendance, parity};
use crate::i18n::Phrase;
use crate::i18n::texts::{bodies as say, governance};
use crate::model::BodyKind;
use crate::ui::env::{Env, today};

/// The least share of women (S2), in percent.
const WOMEN: u64 = 40;

fn women(env: &Env, label: Phrase, counted: Result<Women, Phrase>) -> Html {
    let (figure, words, low) = match counted {
        Err(reason) => (env.say(say::undefined()), env.say(reason), false),
        Ok(women) => match women.share() {
            None => (env.say(say::undefined()), env.say(governance::undefined_gender()), false),
            Some(share) => {
                let words = say::women_of(women.women as i64, women.said as i64, women.unsaid as i64);
                (percent(env, share), env.say(words), women.below(WOMEN))
            }
        },
    };
    html! {
        <div class="gov-fact" data-low={low.then_some("true")}>
            <dt>{ env.say(label) }</dt>
            <dd><b>{ figure }</b>{ " " }<span class="small">{ words }</span>
                if low { <span class="tag">{ env.say(say::below_forty()) }</span> }
            </dd>
        </div>
    }
}

fn present(env: &Env, label: Phrase, count: usize) -> Html {
    html! {
        <div class="gov-fact" data-low={(count == 0).then_some("true")}>
            <dt>{ env.say(label) }</dt>
            <dd><b>{ count }</b>{ " " }<span class="small">{ env.say(if count == 0 { say::absent() } else { say::seats_held(count) }) }</span></dd>
        </div>
    }
}

/// The list.
pub(super) fn around(scene: Scene<'_>) -> Html {
    let Scene { env, dossier, body } = scene;
    if body.seats.is_empty() {
        return Html::default();
    }
    let index = Index::of(dossier, today());
    let (held, counted) = (attendance(&index, body), parity(body));
    let teams = dossier.bodies.iter().filter(|body| body.kind == Some(BodyKind::ProjectTeam));
    let team = teams.map(|body| parity(body).seats).reduce(|a, b| Women {
        women: a.women + b.women,
        said: a.said + b.said,
        unsaid: a.unsaid + b.unsaid,
    });
    html! {
        <section class="sec-thin" aria-labelledby="tdt-gov-around">
            <@{env.heading(2)} class="h-block" id="tdt-gov-around">{ env.say(say::around()) }</@>
            <dl class="gov-facts">
                { women(env, say::women_seats(), Ok(counted.seats)) }
                { women(env, say::women_votes(), counted.votes.map_err(|unsaid| Unsettled::VotesNotSaid(unsaid).phrase())) }
                { women(env, say::women_team(), team.ok_or_else(say::no_team)) }
                { present(env, say::associations(), held.associations) }
                { present(env, say::inhabitants(), held.inhabitants) }
                <div class="gov-fact"><dt>{ env.say(say::experts()) }</dt><dd><b>{ held.experts }</b></dd></div>
                <div class="gov-fact"><dt>{ env.say(say::alternates()) }</dt><dd><b>{ held.alternates }</b></dd></div>
                if held.vacant > 0 {
                    <div class="gov-fact"><dt>{ env.say(say::vacant_seats()) }</dt><dd><b>{ held.vacant }</b></dd></div>
                }
            </dl>
        </section>
    }
}
