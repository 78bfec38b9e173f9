//! Striking figures, each with the sentence and the coalition that prove it.

use std::rc::Rc;

use yew::prelude::*;

use super::body::THRESHOLDS;
use super::figures::Smallest;
use super::{Scene, percent};
use crate::analysis::votes::{Balance, Change, Coalition, Search};
use crate::i18n::texts::{bodies as say, governance};
use crate::i18n::{Arg, Phrase};
use crate::ui::env::Env;
use crate::ui::widgets::{SelectField, SelectOption};

/// A figure, its title, what proves it; in red where something is lost to all.
fn figure(env: &Env, red: bool, figure: AttrValue, title: Phrase, because: &[Phrase]) -> Html {
    html! {
        <div class="gov-proof">
            <p class={classes!("gov-figure-n", red.then_some("gov-none"))}>{ figure }</p>
            <@{env.heading(2)} class="h-small">{ env.say(title) }</@>
            <p>{ for because.iter().map(|phrase| html! { <>{ env.say(phrase) }{ " " }</> }) }</p>
        </div>
    }
}

/// What is told of one balance.
#[derive(Clone, Copy)]
struct Told<'a> {
    scene: Scene<'a>,
    balance: &'a Balance,
}

impl Told<'_> {
    fn one(&self, place: usize) -> Arg {
        let member = self.balance.ballot.members.get(place);
        Arg::Text(member.map(|member| self.scene.name(&member.voter).to_string()).unwrap_or_default())
    }

    fn names(&self, coalition: &Coalition) -> Arg {
        self.scene.names(&self.balance.ballot.members, coalition)
    }

    fn quota(&self) -> i64 {
        self.balance.ballot.quota as i64
    }

    /// Who decides: the fewest members that win together.
    fn decides(&self) -> Html {
        let (env, decides) = (self.scene.env, &self.balance.decides);
        let count = decides.members.len();
        let alone = count == 1;
        let title =
            if alone { say::decides_alone(self.names(decides)) } else { say::decide(self.names(decides)) };
        let mut because = vec![say::sum_of(decides.votes as i64, self.quota())];
        if decides.by_casting {
            because.push(say::by_casting());
        }
        because.push(if alone { say::no_need() } else { say::none_fewer() });
        figure(env, alone, env.say(say::organisations(count)), title, &because)
    }

    /// Who blocks: each that holds a veto, or the fewest that do together.
    fn blocks(&self) -> Html {
        let (env, balance) = (self.scene.env, self.balance);
        let vetoes: Vec<usize> = (0..balance.standings.len())
            .filter(|place| balance.standings.get(*place).is_some_and(|standing| standing.veto))
            .collect();
        let listed: Vec<Arg> = vetoes.iter().map(|place| self.one(*place)).collect();
        let title = match listed.len() {
            0 => say::block(self.names(&balance.blocks)),
            1 => say::blocks_alone(listed),
            _ => say::each_blocks(listed),
        };
        let proof = say::others_fail(self.names(&balance.blocks), balance.others as i64, self.quota());
        let (count, note) = match vetoes.len() {
            0 => (balance.blocks.members.len(), say::no_veto()),
            count => (count, say::veto_meant()),
        };
        figure(env, false, env.say(say::organisations(count)), title, &[proof, note])
    }

    /// Who counts for nothing, or who weighs least.
    fn nothing(&self) -> Html {
        let (env, balance) = (self.scene.env, self.balance);
        let Some((place, proof)) = &balance.weakest else { return Html::default() };
        let Some(standing) = balance.standings.get(*place) else { return Html::default() };
        let votes = standing.member.votes;
        let share = percent(env, standing.power.value());
        let sum = |votes: u64| votes as i64;
        if balance.idle.is_empty() {
            let because = if standing.veto {
                say::fails_without(self.one(*place), sum(balance.ballot.total - votes), self.quota())
            } else {
                let without = sum(proof.votes.saturating_sub(votes));
                say::pivots(self.names(proof), sum(proof.votes), self.quota(), self.one(*place), without)
            };
            let title = if balance.is_level() { say::all_level() } else { say::weakest(self.one(*place)) };
            return figure(env, false, share, title, &[because]);
        }
        let title = if balance.idle.len() == 1 {
            say::counts_for_nothing(self.one(*place))
        } else {
            say::count_for_nothing(balance.idle.iter().map(|place| self.one(*place)).collect::<Vec<Arg>>())
        };
        let because = if proof.members.is_empty() {
            say::nothing_without(self.one(*place))
        } else {
            let with = sum(proof.votes + votes);
            say::still_loses(self.names(proof), sum(proof.votes), self.one(*place), with, self.quota())
        };
        figure(env, true, share, title, &[because])
    }

    /// A change in words.
    fn change(&self, change: &Change, going: bool) -> Phrase {
        let ballot = &self.balance.ballot;
        let moved =
            ballot.members.iter().zip(&change.votes).filter(|(member, votes)| member.votes != **votes);
        let mut parts: Vec<Arg> = moved
            .map(|(member, votes)| {
                let name = self.scene.name(&member.voter).to_string();
                Arg::from(say::votes_instead(*votes as i64, name, member.votes as i64))
            })
            .collect();
        if change.quota != ballot.quota {
            parts.push(Arg::from(say::quota_instead(change.quota as i64, ballot.quota as i64)));
        }
        let share = percent(self.scene.env, change.share.value()).to_string();
        if change.at_least == change.distance {
            say::smallest(parts, share)
        } else if going {
            say::enough(parts, share)
        } else {
            say::small(parts, share, change.at_least as i64, change.distance as i64)
        }
    }

    /// Power of those that take no part, and the least that mends it.
    fn inactive(&self, smallest: Option<&Smallest>, under: usize, onthreshold: &Callback<usize>) -> Html {
        let (env, held) = (self.scene.env, self.balance.inactive);
        let Some(share) = held.share else {
            let because = [governance::undefined_mobilisation()];
            return figure(env, false, env.say(say::undefined()), say::inactive_unknown(), &because);
        };
        let idle: Vec<Arg> = self
            .balance
            .standings
            .iter()
            .filter(|one| one.member.inactive == Some(true) && one.member.votes > 0)
            .map(|one| {
                let name = self.scene.name(&one.member.voter).to_string();
                Arg::from(say::name_votes(one.member.votes as i64, name))
            })
            .collect();
        let words = [say::under_third(), say::under_quarter(), say::under_tenth(), say::under_twentieth()];
        let options: Vec<SelectOption> = words
            .iter()
            .enumerate()
            .map(|(place, word)| SelectOption::new(place.to_string(), env.say(word)))
            .collect();
        let onchange = onthreshold.reform(|value: String| value.parse().unwrap_or_default());
        let going = smallest.filter(|smallest| smallest.going);
        let proving = going.and_then(|smallest| match &smallest.search {
            Search::Found(change) if change.at_least < change.distance => {
                Some(say::proving(change.at_least as i64))
            }
            _ => None,
        });
        let search = match smallest.map(|smallest| &smallest.search) {
            None => say::searching(),
            Some(Search::Already) => {
                let (n, d) = THRESHOLDS.get(under).copied().unwrap_or((1, 3));
                say::already_under(percent(env, f64::from(n) / f64::from(d)).to_string())
            }
            Some(Search::Never) => say::never_under(),
            Some(Search::Found(change)) => self.change(change, proving.is_some()),
        };
        html! {
            <div class="gov-proof">
                <p class="gov-figure-n">{ percent(env, share.value()) }</p>
                <@{env.heading(2)} class="h-small">{ env.say(say::inactive_power(held.inactive)) }</@>
                if held.inactive == 0 {
                    <p>{ env.say(say::nobody_inactive()) }</p>
                } else {
                    <p>{ env.say(say::list_of(idle)) }</p>
                    <SelectField id="tdt-gov-under" label={env.say(say::bring_under())} small=true {options}
                        value={under.to_string()} {onchange} />
                    <p class="gov-change" role="status" aria-busy={proving.is_some().then_some("true")}>{ env.say(search) }</p>
                    if let Some(proving) = proving { <p class="small">{ env.say(proving) }</p> }
                    <p class="small">{ env.say(say::smallest_means()) }</p>
                }
                if held.unknown > 0 { <p class="small">{ env.say(say::not_assessed(held.unknown)) }</p> }
            </div>
        }
    }
}

/// The proofs of a balance; nothing where there is none.
pub(super) fn proofs(
    scene: Scene<'_>,
    balance: Option<&Rc<Balance>>,
    smallest: Option<&Smallest>,
    under: usize,
    onthreshold: &Callback<usize>,
) -> Html {
    let Some(balance) = balance else { return Html::default() };
    let told = Told { scene, balance };
    html! {
        <section class="gov-proofs" aria-label={scene.env.say(say::proofs())}>
            { told.nothing() }
            { told.decides() }
            { told.blocks() }
            { told.inactive(smallest, under, onthreshold) }
        </section>
    }
}
