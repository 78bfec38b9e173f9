//! A body at a glance: what each member holds and really weighs, and the coalitions that show who decides, who blocks
//! and who counts for nothing.

use super::ballot::{Ballot, Member};
use super::inactive::{InactiveShare, inactive_share};
use super::indices::swings;
use super::wide::Ratio;
use super::witness::{Witness, witnesses};

/// Members × votes up to which [`balance`] takes well under a millisecond; beyond, it should wait for a quiet moment.
const LIGHT: u64 = 20_000;

/// A member in the balance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The member.
    pub member: Member,
    /// Its share of the votes.
    pub share: Ratio,
    /// Coalitions it turns from losing to winning.
    pub swings: u128,
    /// Its share of the power: the normalised Banzhaf index (Banzhaf, 1965).
    pub power: Ratio,
    /// Without it, all the others fail.
    pub veto: bool,
}

impl Standing {
    /// Holds votes that change no result.
    pub const fn counts_for_nothing(&self) -> bool {
        self.member.votes > 0 && self.swings == 0
    }
}

/// Some members, by their place in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coalition {
    /// Places of the members.
    pub members: Vec<usize>,
    /// Their votes together.
    pub votes: u64,
    /// They win by the casting vote alone: their votes are half of all, the quota one more.
    pub by_casting: bool,
}

impl Coalition {
    fn of(ballot: &Ballot, mut members: Vec<usize>) -> Self {
        members.sort_unstable();
        let sum =
            |votes: &dyn Fn(usize) -> Option<u64>| members.iter().filter_map(|place| votes(*place)).sum();
        let votes: u64 = sum(&|place| Some(ballot.members.get(place)?.votes));
        let weight: u64 = sum(&|place| ballot.game.weights().get(place).copied());
        let by_casting = votes < ballot.quota && weight >= ballot.game.quota();
        Self { members, votes, by_casting }
    }
}

/// The balance of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The vote it is about.
    pub ballot: Ballot,
    /// Members, in the order of the ballot.
    pub standings: Vec<Standing>,
    /// Swings of all members.
    pub swings: u128,
    /// A coalition of the fewest members that wins: the heaviest ones, as many as it takes.
    pub decides: Coalition,
    /// A coalition of the fewest members without whom all the others fail.
    pub blocks: Coalition,
    /// Votes of all the others, when those of [`Self::blocks`] refuse.
    pub others: u64,
    /// Members that hold votes and count for nothing, in the order of the ballot.
    pub idle: Vec<usize>,
    /// What shows the place of the first of these, or of the weakest member that holds votes where there is none: the
    /// heaviest coalition that loses with and without it, or a coalition that wins only with it. The member is the
    /// first of the pair.
    pub weakest: Option<(usize, Coalition)>,
    /// Power held by inactive members.
    pub inactive: InactiveShare,
}

impl Balance {
    /// Whether all that hold votes weigh the same.
    pub fn is_level(&self) -> bool {
        let mut weights =
            self.standings.iter().filter(|one| one.member.votes > 0).map(|standing| standing.swings);
        weights.next().is_some_and(|first| weights.all(|other| other == first))
    }
}

/// Whether the balance of this vote is computed in well under a millisecond.
pub fn is_light(ballot: &Ballot) -> bool {
    ballot.total.saturating_mul(ballot.members.len() as u64) <= LIGHT
}

/// The balance of a vote. `O(n · q)`, twice.
pub fn balance(ballot: Ballot) -> Balance {
    let counted = swings(&ballot.game);
    let fraction = |part: u128, whole: u128| Ratio::of(part, whole);
    let standing = |(place, member): (usize, &Member)| {
        let swings = counted.each.get(place).copied().unwrap_or_default();
        Some(Standing {
            member: member.clone(),
            share: fraction(u128::from(member.votes), u128::from(ballot.total))?,
            swings,
            power: fraction(swings, counted.sum)?,
            veto: ballot.game.is_veto(place),
        })
    };
    let standings: Vec<Standing> = ballot.members.iter().enumerate().filter_map(standing).collect();
    let idle: Vec<usize> = places(&standings, Standing::counts_for_nothing);
    let holding = places(&standings, |standing| standing.member.votes > 0);
    let power = |place: &usize| standings.get(*place).map(|standing| standing.swings);
    let shown = idle.first().copied().or_else(|| holding.into_iter().min_by_key(power));
    let weakest = shown.and_then(|place| {
        let witness = witnesses(&ballot.game).into_iter().nth(place)?;
        // Of a member that blocks, all the others: told as what they miss, it is the same proof.
        let members = match witness {
            Witness::OthersFail(members)
            | Witness::Alone(members)
            | Witness::StillLoses(members)
            | Witness::Pivots(members) => members,
        };
        Some((place, Coalition::of(&ballot, members)))
    });
    let game = &ballot.game;
    let decides = heaviest(&ballot, game.quota());
    // The others fail as soon as they miss one to the quota.
    let blocks = heaviest(&ballot, game.total() - game.quota() + 1);
    Balance {
        others: ballot.total - blocks.votes,
        inactive: inactive_share(&ballot.members, &counted),
        swings: counted.sum,
        standings,
        decides,
        blocks,
        idle,
        weakest,
        ballot,
    }
}

fn places(standings: &[Standing], is: impl Fn(&Standing) -> bool) -> Vec<usize> {
    standings.iter().enumerate().filter(|(_, standing)| is(standing)).map(|(place, _)| place).collect()
}

/// The heaviest members, as many as it takes to reach a weight of the game: no fewer members can.
fn heaviest(ballot: &Ballot, reach: u64) -> Coalition {
    let weights = ballot.game.weights();
    let mut order: Vec<(usize, u64)> = weights.iter().copied().enumerate().collect();
    crate::model::order::by_key(&mut order, |(_, weight)| std::cmp::Reverse(*weight));
    let mut sum = 0;
    let taken = order.into_iter().take_while(|(_, weight)| {
        let more = sum < reach;
        sum += weight;
        more
    });
    Coalition::of(ballot, taken.map(|(place, _)| place).collect())
}
