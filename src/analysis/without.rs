//! What still holds if an actor leaves, or never joins (method §5.5): the same figures with and without it.
//!
//! Each group of figures is a struct of its own that is read twice, once leaving an actor out.

use std::collections::BTreeMap;

use super::coverage::Coverage;
use super::first_group::Reach;
use super::network::{Graph, ids};
use super::votes::{Ratio, Unsettled, ballot, inactive_share, swings};
use super::{Cover, Index};
use crate::model::{Actor, Amount, Body, ContributionKind, ContributionStatus, Id};

/// The figures of a dossier, with or without an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Who is there for what.
    pub coverage: CoverageFigures,
    /// Who reaches whom.
    pub connectivity: Connectivity,
    /// The vote of each body, or why it has no figures.
    pub votes: Vec<(Id, Result<VoteFigures, Unsettled>)>,
    /// What is brought in money.
    pub funding: Funding,
}

/// Coverage in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoverageFigures {
    /// Pairs of a function and one of its territories.
    pub pairs: usize,
    /// Those that somebody covers wholly.
    pub covered: usize,
    /// Those covered in part only.
    pub partly: usize,
    /// Those that a single actor covers wholly.
    pub once: usize,
    /// Key functions.
    pub functions: usize,
    /// Those covered wholly on each of their territories.
    pub held: usize,
    /// Families × objectives with somebody.
    pub cells: usize,
}

/// Connectivity in figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Connectivity {
    /// Actors.
    pub actors: usize,
    /// Pairs of actors that are tied.
    pub ties: usize,
    /// The share of pairs that are tied; `None` below two actors.
    pub density: Option<f64>,
    /// Groups of actors that reach one another, those of a single actor included.
    pub components: usize,
    /// The size of the largest.
    pub largest: usize,
    /// Actors without any tie.
    pub isolated: usize,
}

impl Connectivity {
    /// Groups of two actors or more that reach one another.
    pub const fn groups(&self) -> usize {
        self.components - self.isolated
    }
}

/// The vote of a body in figures. The seats of the actor leave with it, and the casting vote where it held it; a quota in
/// votes stays what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoteFigures {
    /// Members.
    pub members: usize,
    /// Votes of all.
    pub total: u64,
    /// Votes needed.
    pub quota: u64,
    /// The share of coalitions that win (Coleman 1971).
    pub power_to_act: Ratio,
    /// The members that can block alone.
    pub vetoes: usize,
    /// The share of power of inactive members; `None` where nobody assessed any.
    pub inactive: Option<Ratio>,
}

/// Money, by currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funding {
    /// One line a currency, by its code; amounts without a currency are in euros, as they are shown.
    pub lines: Vec<Money>,
    /// Financial contributions without an amount.
    pub unsaid: usize,
}

/// Amounts in one currency, exact; `None` where a sum has too many digits to be held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Money {
    /// ISO 4217 code.
    pub currency: String,
    /// Offered.
    pub offered: Option<Amount>,
    /// Agreed.
    pub agreed: Option<Amount>,
    /// Delivered.
    pub delivered: Option<Amount>,
    /// Of a status that nobody said.
    pub unsaid: Option<Amount>,
}

/// What a dossier holds with an actor and without it.
#[derive(Clone, Debug, PartialEq)]
pub struct Without {
    /// Actor.
    pub actor: Id,
    /// With everybody.
    pub with: Figures,
    /// Without the actor.
    pub without: Figures,
    /// The pairs that nobody else covers: places in [`Coverage::pairs`].
    pub lost: Vec<usize>,
    /// Those that a single other actor covers.
    pub weakened: Vec<usize>,
    /// The groups that only this actor links, where it is an articulation point; empty elsewhere.
    pub cut_apart: Vec<Vec<Id>>,
}

/// What holds without an actor; `None` where the dossier holds no such actor.
pub fn without(index: &Index<'_>, coverage: &Coverage, actor: &Id) -> Option<Without> {
    let place = index.actor_place(actor)?;
    let reach = Reach::of(index, coverage);
    let graph = Graph::of(index);
    let able: Vec<&[usize]> = reach.able().collect();
    let weakened = |pair: &&usize| able.get(**pair).is_some_and(|able| able.len() == 2);
    let near = graph.near(place);
    let touched = |group: &&Vec<usize>| near.iter().any(|other| group.binary_search(other).is_ok());
    let groups = graph.without(place).components();
    let cut: Vec<&Vec<usize>> = groups.iter().filter(touched).collect();
    Some(Without {
        actor: actor.clone(),
        with: figures(index, coverage, &graph, None),
        without: figures(index, coverage, &graph, Some(place)),
        lost: reach.only_able(place),
        weakened: reach.covers(place).iter().filter(weakened).copied().collect(),
        cut_apart: if cut.len() > 1 {
            cut.into_iter().map(|group| ids(index, group)).collect()
        } else {
            Vec::new()
        },
    })
}

fn figures(index: &Index<'_>, coverage: &Coverage, graph: &Graph, left_out: Option<usize>) -> Figures {
    let gone = left_out.and_then(|place| index.dossier.actors.get(place)).map(|actor| &actor.id);
    let left = index.dossier.actors.iter().map(std::rc::Rc::as_ref).filter(|actor| gone != Some(&actor.id));
    let bodies = index.dossier.bodies.iter();
    Figures {
        coverage: covered(coverage, gone),
        connectivity: connected(graph, left_out),
        votes: bodies.map(|body| (body.id.clone(), voted(index, body, gone))).collect(),
        funding: funding(left),
    }
}

/// Coverage without an actor.
pub fn covered(coverage: &Coverage, gone: Option<&Id>) -> CoverageFigures {
    let mut figures = CoverageFigures { pairs: coverage.pairs.len(), ..CoverageFigures::default() };
    // Pairs come function by function.
    for pairs in coverage.pairs.chunk_by(|one, other| one.function == other.function) {
        let mut held = true;
        for pair in pairs {
            let covers = |cover: Cover| {
                let left = pair.actors.iter().filter(|held| gone != Some(&held.actor));
                left.filter(|held| held.cover == cover).count()
            };
            let whole = covers(Cover::Covers);
            figures.covered += usize::from(whole > 0);
            figures.once += usize::from(whole == 1);
            figures.partly += usize::from(whole == 0 && covers(Cover::Partly) > 0);
            held &= whole > 0;
        }
        figures.functions += 1;
        figures.held += usize::from(held);
    }
    let somebody = |actors: &[Id]| actors.iter().any(|actor| gone != Some(actor));
    figures.cells = coverage.cells.iter().filter(|cell| somebody(&cell.actors)).count();
    figures
}

fn connected(graph: &Graph, gone: Option<usize>) -> Connectivity {
    let cut = gone.map(|place| graph.without(place));
    let graph = cut.as_ref().unwrap_or(graph);
    let actors = graph.len() - usize::from(gone.is_some());
    let sizes: Vec<usize> = graph
        .components()
        .iter()
        .filter(|group| gone.is_none_or(|place| **group != [place]))
        .map(Vec::len)
        .collect();
    let ties = graph.ties();
    Connectivity {
        actors,
        ties,
        density: (actors > 1).then(|| 2.0 * ties as f64 / (actors as f64 * (actors as f64 - 1.0))),
        components: sizes.len(),
        largest: sizes.iter().max().copied().unwrap_or_default(),
        isolated: sizes.iter().filter(|size| **size == 1).count(),
    }
}

fn voted(index: &Index<'_>, body: &Body, gone: Option<&Id>) -> Result<VoteFigures, Unsettled> {
    let mut left = body.clone();
    left.seats.retain(|seat| gone.is_none() || seat.actor.as_ref() != gone);
    let ballot = ballot(index, &left)?;
    let swings = swings(&ballot.game);
    Ok(VoteFigures {
        members: ballot.members.len(),
        total: ballot.total,
        quota: ballot.quota,
        // There is the empty coalition at least.
        power_to_act: Ratio::of(swings.winning, ballot.game.coalitions()).ok_or(Unsettled::NoSeats)?,
        vetoes: (0..ballot.members.len()).filter(|place| ballot.game.is_veto(*place)).count(),
        inactive: inactive_share(&ballot.members, &swings).share,
    })
}

/// What actors bring in money.
pub fn funding<'a>(actors: impl Iterator<Item = &'a Actor>) -> Funding {
    let mut unsaid = 0;
    let mut sums: BTreeMap<&str, [Option<Sum>; 4]> = BTreeMap::new();
    for contribution in actors.flat_map(|actor| &actor.contributions) {
        let money = contribution.money.as_ref().filter(|money| !money.amount.as_str().is_empty());
        let Some(money) = money else {
            unsaid += usize::from(contribution.kind == Some(ContributionKind::Financial));
            continue;
        };
        let currency = if money.currency.is_empty() { "EUR" } else { money.currency.as_str() };
        let [offered, agreed, delivered, other] = sums.entry(currency).or_insert([Some(Sum::default()); 4]);
        let sum = match contribution.status {
            Some(ContributionStatus::Offered) => offered,
            Some(ContributionStatus::Agreed) => agreed,
            Some(ContributionStatus::Delivered) => delivered,
            None => other,
        };
        *sum = sum.and_then(|sum| sum.plus(&money.amount));
    }
    let line = |(currency, [offered, agreed, delivered, other]): (&str, [Option<Sum>; 4])| {
        let amount = |sum: Option<Sum>| sum.and_then(Sum::amount);
        Money {
            currency: currency.to_owned(),
            offered: amount(offered),
            agreed: amount(agreed),
            delivered: amount(delivered),
            unsaid: amount(other),
        }
    };
    Funding { lines: sums.into_iter().map(line).collect(), unsaid }
}

/// A decimal sum: `units` of ten to the minus `decimals`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    units: i128,
    decimals: u32,
}

impl Sum {
    fn plus(self, amount: &Amount) -> Option<Self> {
        let (whole, cents) = amount.as_str().split_once('.').unwrap_or((amount.as_str(), ""));
        let decimals = cents.len() as u32;
        let units: i128 = [whole, cents].concat().parse().ok()?;
        let scaled = |units: i128, more: u32| units.checked_mul(10_i128.checked_pow(more)?);
        let most = decimals.max(self.decimals);
        let sum = scaled(self.units, most - self.decimals)?.checked_add(scaled(units, most - decimals)?)?;
        Some(Self { units: sum, decimals: most })
    }

    /// Two decimals at least: cents.
    fn amount(self) -> Option<Amount> {
        let decimals = self.decimals.max(2) as usize;
        let units = self.units.checked_mul(10_i128.checked_pow(decimals as u32 - self.decimals)?)?;
        let digits = format!("{:0>width$}", units.unsigned_abs(), width = decimals + 1);
        let (whole, cents) = digits.split_at(digits.len() - decimals);
        let sign = if units < 0 { "-" } else { "" };
        Amount::parse(&format!("{sign}{whole}.{cents}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(amounts: &[&str]) -> Option<String> {
        let sum =
            amounts.iter().try_fold(Sum::default(), |sum, text| sum.plus(&Amount::parse(text).unwrap()));
        sum.and_then(Sum::amount).map(|amount| amount.as_str().to_owned())
    }

    #[test]
    fn amounts_add_up_to_the_cent() {
        assert_eq!(total(&[]).as_deref(), Some("0.00"));
        assert_eq!(total(&["0.10", "0.20"]).as_deref(), Some("0.30"));
        assert_eq!(total(&["12000", "0.5", "-0.505"]).as_deref(), Some("11999.995"));
        assert_eq!(total(&["-0.05"]).as_deref(), Some("-0.05"));
    }

    #[test]
    fn a_sum_too_long_to_be_held_is_said_to_be() {
        assert_eq!(total(&["123456789012345678901234", "0.0000000000000000000001"]), None);
        // It is held, but no amount of the format is that long.
        assert_eq!(total(&["999999999999999999999999", "1"]), None);
    }
}
