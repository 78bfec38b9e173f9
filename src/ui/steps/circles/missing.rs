//! Somebody important is missing: what still holds without it, side by side, and who can bring it in.

use std::rc::Rc;

use yew::prelude::*;

use super::Seen;
use super::words::{codes, mobilisation, mobilisation_words, name, name_of};
use crate::analysis::Index;
use crate::analysis::network::{Lever, Levers};
use crate::analysis::readings::MOBILISED;
use crate::analysis::votes::{Ratio, Unsettled};
use crate::analysis::without::{Figures, VoteFigures, Without, without};
use crate::i18n::Phrase;
use crate::i18n::texts::{circles as say, governance};
use crate::model::{Amount, Body, Id, Seat};
use crate::ui::env::{Env, use_env};
use crate::ui::steps::names::body_title;
use crate::ui::widgets::{SelectField, SelectOption};

/// Id of the choice of an actor.
pub(super) const WHO: &str = "circ-without";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) seen: Rc<Seen>,
    pub(super) chosen: Option<Id>,
    pub(super) onchoose: Callback<Option<Id>>,
}

/// The section.
#[component]
pub(super) fn Missing(props: &Props) -> Html {
    let env = use_env();
    let seen = &props.seen;
    let today = env.today();
    // The circles change when anything these figures depend on does.
    let key = (Same(Rc::clone(seen)), props.chosen.clone());
    let found = use_memo(key, move |(Same(seen), chosen)| {
        let id = chosen.as_ref()?;
        let index = Index::of(&seen.dossier, today);
        Some((without(&index, &seen.coverage, id)?, Levers::of(&index).to(id)))
    });
    let option = |group: Phrase| {
        let group = env.say(group);
        let env = env.clone();
        let dossier = Rc::clone(&seen.dossier);
        move |actor: usize| SelectOption {
            value: dossier.actors.get(actor).map(|actor| actor.id.to_string()).unwrap_or_default().into(),
            label: name(&env, &dossier, actor),
            group: Some(group.clone()),
        }
    };
    let absent = || seen.circles.absent.iter().map(|absent| absent.actor);
    let others = (0..seen.dossier.actors.len()).filter(|actor| !absent().any(|other| other == *actor));
    let mut options: Vec<SelectOption> = absent().map(option(say::absent_group())).collect();
    options.extend(others.map(option(say::absent_all())));
    let onchange = props.onchoose.reform(|id: String| (!id.is_empty()).then(|| Id::from(id)));
    html! {
        <section class="circ-absent sec-thick">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::absent_title()) }</@>
                <p class="small">{ env.say(say::absent_help()) }</p>
            </header>
            <SelectField id={WHO} label={env.say(say::absent_choose())} {options} none={env.say(say::absent_none())}
                value={props.chosen.as_ref().map(ToString::to_string).unwrap_or_default()} small=true {onchange} />
            if let Some((found, lever)) = &*found {
                { told(&env, seen, found) }
                { way(&env, seen, &found.actor, lever) }
                { table(&env, seen, found) }
            }
        </section>
    }
}

/// Compares what the figures come from.
struct Same(Rc<Seen>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0.circles, &other.0.circles)
    }
}

/// In a few sentences.
fn told(env: &Env, seen: &Seen, found: &Without) -> Html {
    let list = |pairs: &[usize]| codes(&seen.circles.functions_of(pairs));
    let mut said = Vec::new();
    said.push(if found.lost.is_empty() { say::holds_all() } else { say::loses(list(&found.lost)) });
    if !found.weakened.is_empty() {
        said.push(say::weakens(list(&found.weakened)));
    }
    if found.cut_apart.len() > 1 {
        said.push(say::cuts(found.cut_apart.len()));
    }
    if !seen.dossier.bodies.is_empty() && seated(seen, &found.actor).next().is_none() {
        said.push(say::votes_same());
    }
    html! { <p class="say-s">{ for said.into_iter().map(|words| html! { <>{ env.say(words) }{ " " }</> }) }</p> }
}

/// Who can bring it in, from whom to whom.
fn way(env: &Env, seen: &Seen, actor: &Id, lever: &Lever) -> Html {
    let value = seen.dossier.actors.position_of(actor).and_then(|actor| mobilisation(&seen.dossier, actor));
    let words = match lever {
        _ if value >= Some(MOBILISED) => say::lever_there(mobilisation_words(env, value).to_string()),
        Lever::Path(path, strength) => {
            let names: Vec<String> =
                path.iter().map(|id| name_of(env, &seen.dossier, id).to_string()).collect();
            say::lever_path(names.join(" → "), i64::from(*strength))
        }
        Lever::NobodyMobilised => say::lever_nobody(),
        Lever::NoInfluence => say::lever_none(),
    };
    html! { <p class="circ-way"><b>{ env.say(say::lever_title()) }</b>{ " " }{ env.say(words) }</p> }
}

/// A figure with and without an actor, in words.
struct Line {
    label: Phrase,
    with: String,
    without: String,
    /// Something is lost without it.
    worse: bool,
}

/// With and without, side by side.
fn table(env: &Env, seen: &Seen, found: &Without) -> Html {
    let figure = |value: usize| env.format().number(value as f64);
    // Where less is worse, as where more is.
    let two = |label: Phrase, less: bool, read: fn(&Figures) -> usize| {
        let (with, without) = (read(&found.with), read(&found.without));
        let worse = if less { without < with } else { without > with };
        Line { label, with: figure(with), without: figure(without), worse }
    };
    let all = &found.with.coverage;
    let mut rows = vec![
        two(say::row_functions(all.functions), true, |figures| figures.coverage.held),
        two(say::row_pairs(all.pairs), true, |figures| figures.coverage.covered),
        two(say::row_once(), false, |figures| figures.coverage.once),
        two(say::row_cells(), true, |figures| figures.coverage.cells),
        two(say::row_groups(), false, |figures| figures.connectivity.groups()),
        two(say::row_largest(), true, |figures| figures.connectivity.largest),
        two(say::row_isolated(), false, |figures| figures.connectivity.isolated),
    ];
    let density = |figures: &Figures| match figures.connectivity.density {
        Some(share) => env.format().percent(share),
        None => env.say(say::undefined()).to_string(),
    };
    rows.push(Line {
        label: say::row_density(),
        with: density(&found.with),
        without: density(&found.without),
        worse: found.without.connectivity.density < found.with.connectivity.density,
    });
    rows.extend(votes(env, seen, found));
    rows.extend(money(env, found));
    if found.with.funding.unsaid > 0 {
        rows.push(two(say::row_unsaid(), true, |figures| figures.funding.unsaid));
    }
    let who = name_of(env, &seen.dossier, &found.actor);
    html! {
        <div class="frame" role="region" tabindex="0" aria-label={env.say(say::measure())}>
            <table class="table circ-both">
                <thead><tr>
                    <th scope="col">{ env.say(say::measure()) }</th>
                    <th scope="col" class="num">{ env.say(say::with_all()) }<span class="vh">{ " " }{ &who }</span></th>
                    <th scope="col" class="num">{ env.say(say::without_one()) }<span class="vh">{ " " }{ &who }</span></th>
                </tr></thead>
                <tbody>
                    { for rows.into_iter().map(|line| html! {
                        <tr data-differs={(line.with != line.without).then_some("true")} data-worse={line.worse.then_some("true")}>
                            <th scope="row">{ env.say(line.label) }</th>
                            <td class="num">{ line.with }</td>
                            <td class="num">{ line.without }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The bodies where an actor sits: the votes of the others stay what they are.
fn seated<'a>(seen: &'a Seen, actor: &'a Id) -> impl Iterator<Item = &'a Rc<Body>> {
    let sits = move |seat: &Rc<Seat>| seat.actor.as_ref() == Some(actor);
    seen.dossier.bodies.iter().filter(move |body| body.seats.iter().any(sits))
}

/// The vote of each body where it sits: votes needed, coalitions that can decide, vetoes, power of those who take no part.
fn votes(env: &Env, seen: &Seen, found: &Without) -> Vec<Line> {
    let mut rows = Vec::new();
    for body in seated(seen, &found.actor) {
        let of =
            |figures: &Figures| figures.votes.iter().find(|(id, _)| *id == body.id).map(|(_, held)| *held);
        let Some((with, without)) = of(&found.with).zip(of(&found.without)) else { continue };
        let title = body_title(env, body).to_string();
        let mut line = |label: fn(String) -> Phrase, words: &dyn Fn(VoteFigures) -> String, worse: bool| {
            let words = |held: Result<VoteFigures, Unsettled>| match held {
                Ok(figures) => words(figures),
                Err(reason) => env.say(say::votes_none(reason.phrase())).to_string(),
            };
            rows.push(Line {
                label: label(title.clone()),
                with: words(with),
                without: words(without),
                worse,
            });
        };
        let worse = |than: &dyn Fn(&VoteFigures, &VoteFigures) -> bool| match (&with, &without) {
            (Ok(with), Ok(without)) => than(with, without),
            (with, without) => with.is_ok() && without.is_err(),
        };
        let share = |ratio: Ratio| env.format().percent(ratio.value());
        let quota =
            |held: VoteFigures| env.say(say::votes_quota_of(held.quota as usize, held.total as usize));
        line(say::votes_quota, &|held| quota(held).to_string(), worse(&|_, _| false));
        // Without figures, the first line says why.
        if with.is_err() && without.is_err() {
            continue;
        }
        let act = worse(&|with, without| without.power_to_act.value() < with.power_to_act.value());
        line(say::votes_act, &|held| share(held.power_to_act), act);
        let vetoes = worse(&|with, without| without.vetoes > with.vetoes);
        line(say::votes_vetoes, &|held| held.vetoes.to_string(), vetoes);
        let power = |held: &VoteFigures| held.inactive.map_or(0.0, Ratio::value);
        let unknown = |held: VoteFigures| match held.inactive {
            Some(ratio) => share(ratio),
            None => env.say(say::votes_none(governance::undefined_mobilisation())).to_string(),
        };
        line(say::votes_idle, &unknown, worse(&|with, without| power(without) > power(with)));
    }
    rows
}

/// A line for each currency and status with money in it; the amounts name their currency.
fn money(env: &Env, found: &Without) -> Vec<Line> {
    let blank = crate::analysis::without::Money::default();
    let zero = Amount::parse("0.00");
    let mut rows = Vec::new();
    for with in &found.with.funding.lines {
        let without = found.without.funding.lines.iter().find(|line| line.currency == with.currency);
        // A currency that leaves with the actor: nothing is left of it, which is a sum of none.
        let gone = without.is_none();
        let without = without.unwrap_or(&blank);
        let words = |amount: &Option<Amount>| match amount {
            Some(amount) => env.format().money(amount.approximate(), &with.currency),
            None => env.say(say::too_long()).to_string(),
        };
        let parts = [
            (say::money_offered(), &with.offered, &without.offered),
            (say::money_agreed(), &with.agreed, &without.agreed),
            (say::money_delivered(), &with.delivered, &without.delivered),
            (say::money_unsaid(), &with.unsaid, &without.unsaid),
        ];
        for (label, one, other) in parts {
            if *one != zero {
                let other = if gone { &zero } else { other };
                // What one brings leaves with it, never comes.
                rows.push(Line { label, with: words(one), without: words(other), worse: one != other });
            }
        }
    }
    rows
}
