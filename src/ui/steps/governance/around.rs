//! Who is around the table: women and men, associations, inhabitants, experts.

use std::rc::Rc;

use yew::prelude::*;

use super::{Scene, percent};
use crate::analysis::Index;
use crate::analysis::votes::{Attendance, Parity, Unsettled, Women, attendance, parity};
use crate::i18n::Phrase;
use crate::i18n::texts::{bodies as say, governance};
use crate::model::{Body, BodyKind, Dossier};
use crate::ui::env::{Env, today};
use crate::ui::steps::roles::DossierKey;

/// The least share of women (S2), in percent.
const WOMEN: u64 = 40;

fn women(env: &Env, label: Phrase, counted: Result<Women, Phrase>) -> Html {
    let (figure, words, low) = match counted {
        Err(reason) => (env.say(say::undefined()), env.say(reason), false),
        Ok(women) => match women.share() {
            None => (env.say(say::undefined()), env.say(governance::undefined_gender()), false),
            Some(share) => {
                let (held, said, unsaid) = (women.women as i64, women.said as i64, women.unsaid as i64);
                let words = if unsaid == 0 {
                    say::women_of(held, said)
                } else {
                    say::women_unsaid(held, said, unsaid)
                };
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
            <dd><b>{ count }</b>{ " " }<span class="small">{ env.say(say::seats_held(count)) }</span></dd>
        </div>
    }
}

/// What is counted around the table.
#[derive(PartialEq)]
pub(super) struct Around {
    held: Attendance,
    counted: Parity,
    /// Seats of all project teams; `None` where there is no team.
    team: Option<Women>,
}

/// Counts, again only when something changed.
#[hook]
pub(super) fn use_around(dossier: &Rc<Dossier>, body: &Rc<Body>) -> Rc<Around> {
    use_memo((DossierKey(Rc::clone(dossier)), body.id.clone()), |(key, id)| {
        let index = Index::of(&key.0, today());
        let body = key.0.bodies.find(id).cloned().unwrap_or_default();
        let teams = key.0.bodies.iter().filter(|body| body.kind == Some(BodyKind::ProjectTeam));
        let team = teams.map(|body| parity(body).seats).reduce(|a, b| Women {
            women: a.women + b.women,
            said: a.said + b.said,
            unsaid: a.unsaid + b.unsaid,
        });
        Around { held: attendance(&index, &body), counted: parity(&body), team }
    })
}

/// The list.
pub(super) fn around(scene: Scene<'_>, counted: &Around) -> Html {
    let Scene { env, body, .. } = scene;
    if body.seats.is_empty() {
        return Html::default();
    }
    let Around { held, counted, team } = counted;
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
