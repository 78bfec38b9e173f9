//! From a body of the dossier to a game: who votes, with how many votes, under which rule.

use super::game::{Game, MAX_MEMBERS, Refusal};
use super::inactive::is_inactive;
use crate::analysis::Index;
use crate::i18n::Phrase;
use crate::i18n::texts::governance as say;
use crate::model::{Body, BodyRule, Id, Majority, Seat};

/// Who casts the votes of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voter {
    /// An organisation: its seats add up.
    Actor(Id),
    /// A college that votes as one.
    College(Id),
    /// A seat given to nobody yet: it counts as an organisation of its own.
    Seat(Id),
}

impl Voter {
    /// The id of the actor, the college or the seat.
    pub const fn id(&self) -> &Id {
        match self {
            Self::Actor(id) | Self::College(id) | Self::Seat(id) => id,
        }
    }
}

/// A member of a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who votes.
    pub voter: Voter,
    /// Votes of all its seats.
    pub votes: u64,
    /// Whether it takes no active part; `None` where nobody assessed its mobilisation. See [`is_inactive`].
    pub inactive: Option<bool>,
}

/// The votes needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quota {
    /// More than half.
    Simple,
    /// Two thirds or more.
    TwoThirds,
    /// All.
    Unanimity,
    /// So many.
    Fixed(u64),
}

impl Quota {
    /// Votes needed out of `total`.
    pub const fn of(self, total: u64) -> u64 {
        match self {
            Self::Simple => total / 2 + 1,
            // ⌈2T/3⌉, without doubling.
            Self::TwoThirds => total - total / 3,
            Self::Unanimity => total,
            Self::Fixed(quota) => quota,
        }
    }

    /// The game of these votes. The casting vote settles a tie, and a tie decides only where the quota is the first
    /// number of votes above half: with any other quota, half of the votes is not enough whoever holds them, and the
    /// casting vote changes nothing.
    pub fn game(self, votes: &[u64], casting: Option<usize>) -> Result<Game, Refusal> {
        let total = votes.iter().fold(0_u64, |sum, held| sum.saturating_add(*held));
        let quota = self.of(total);
        match casting {
            Some(member) if quota == Self::Simple.of(total) => Game::with_casting_vote(votes, member),
            _ => Game::new(votes, quota),
        }
    }
}

/// A vote as it can be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Members, in the order in which their first seat appears.
    pub members: Vec<Member>,
    /// Votes of all.
    pub total: u64,
    /// The rule.
    pub rule: Quota,
    /// Votes needed.
    pub quota: u64,
    /// The member that holds the casting vote.
    pub casting: Option<usize>,
    /// Whether it can change anything: the quota is that of a simple majority, and the votes can be shared in two halves.
    pub casting_counts: bool,
    /// The quota the dossier states, where the majority it names gives another one. The majority is used.
    pub stated: Option<u32>,
    /// The game.
    pub game: Game,
}

/// Why a body has no figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// No seat has a vote.
    NoSeats,
    /// So many seats do not say their votes: the total is not known.
    VotesNotSaid(usize),
    /// Neither a majority nor a quota is said, or a quota of its own is announced and not given.
    NoRule,
    /// The figures cannot be computed.
    Refused(Refusal),
}

impl Unsettled {
    /// The reason as a sentence that says what to mend.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::NoSeats => say::undefined_no_seats(),
            Self::VotesNotSaid(seats) => say::undefined_votes(seats),
            Self::NoRule => say::undefined_rule(),
            Self::Refused(Refusal::NoVotes) => say::undefined_no_votes(),
            Self::Refused(Refusal::NoQuota) => say::undefined_no_quota(),
            Self::Refused(Refusal::OutOfReach { quota, total }) => {
                say::undefined_reach(quota as i64, total as i64)
            }
            Self::Refused(Refusal::TooManyMembers(members)) => say::undefined_members(members, MAX_MEMBERS),
            Self::Refused(Refusal::TooManyVotes { members, total }) => {
                say::undefined_weight(total as i64, members)
            }
        }
    }
}

/// The seats that vote: neither experts nor alternates, who vote only in place of another.
pub fn voting_seats(body: &Body) -> impl Iterator<Item = &Seat> {
    let seats = body.seats.iter().map(std::rc::Rc::as_ref);
    seats.filter(|seat| seat.expert != Some(true) && seat.alternate_of.is_none())
}

/// The seats whose votes a member casts, in the order of the body.
pub fn seats_of<'a>(body: &'a Body, of: &'a Voter) -> impl Iterator<Item = &'a Seat> {
    voting_seats(body).filter(move |seat| voter(seat, blocs(body)) == *of)
}

fn blocs(body: &Body) -> bool {
    body.rule.as_ref().is_some_and(|rule| rule.bloc_voting == Some(true))
}

fn voter(seat: &Seat, blocs: bool) -> Voter {
    match (&seat.college, &seat.actor) {
        (Some(college), _) if blocs => Voter::College(college.clone()),
        (_, Some(actor)) => Voter::Actor(actor.clone()),
        _ => Voter::Seat(seat.id.clone()),
    }
}

/// Who votes in a body, whatever its rule. Where colleges vote as one, seats without a college vote as organisations.
pub fn members(index: &Index<'_>, body: &Body) -> Result<Vec<Member>, Unsettled> {
    let unsaid = voting_seats(body).filter(|seat| seat.votes.is_none()).count();
    if voting_seats(body).next().is_none() {
        return Err(Unsettled::NoSeats);
    }
    if unsaid > 0 {
        return Err(Unsettled::VotesNotSaid(unsaid));
    }
    let blocs = blocs(body);
    let mut members: Vec<(Member, Vec<&Seat>)> = Vec::new();
    for seat in voting_seats(body) {
        let voter = voter(seat, blocs);
        let votes = u64::from(seat.votes.unwrap_or_default());
        match members.iter_mut().find(|(member, _)| member.voter == voter) {
            Some((member, seats)) => {
                member.votes += votes;
                seats.push(seat);
            }
            None => members.push((Member { voter, votes, inactive: None }, vec![seat])),
        }
    }
    let settled = members.into_iter().map(|(member, seats)| {
        let inactive = is_inactive(index, &seats);
        Member { inactive, ..member }
    });
    Ok(settled.collect())
}

fn rule(rule: &BodyRule) -> Result<Quota, Unsettled> {
    let fixed = rule.quota.map(|quota| Quota::Fixed(u64::from(quota)));
    match rule.majority {
        Some(Majority::Simple) => Ok(Quota::Simple),
        Some(Majority::TwoThirds) => Ok(Quota::TwoThirds),
        Some(Majority::Unanimity) => Ok(Quota::Unanimity),
        Some(Majority::Custom) | None => fixed.ok_or(Unsettled::NoRule),
    }
}

/// The vote of a body.
pub fn ballot(index: &Index<'_>, body: &Body) -> Result<Ballot, Unsettled> {
    let members = members(index, body)?;
    let said = body.rule.as_ref().ok_or(Unsettled::NoRule)?;
    let rule = rule(said)?;
    let votes: Vec<u64> = members.iter().map(|member| member.votes).collect();
    let total = votes.iter().sum();
    let quota = rule.of(total);
    let named = said.casting_vote.as_ref().and_then(|id| body.seats.find(id));
    // The casting vote of an alternate is that of the seat it stands in for; an expert has none.
    let held = named.and_then(|seat| match &seat.alternate_of {
        Some(holder) => body.seats.find(holder),
        None => Some(seat),
    });
    let casting = held
        .filter(|seat| seat.expert != Some(true))
        .and_then(|seat| members.iter().position(|member| member.voter == voter(seat, blocs(body))));
    let game = rule.game(&votes, casting).map_err(|refusal| {
        Unsettled::Refused(match refusal {
            // Said in the votes of the body, not in those of the game, which may be doubled.
            Refusal::TooManyVotes { members, .. } => Refusal::TooManyVotes { members, total },
            other => other,
        })
    })?;
    Ok(Ballot {
        casting_counts: casting.is_some() && quota == Quota::Simple.of(total) && total % 2 == 0,
        stated: said.quota.filter(|stated| u64::from(*stated) != quota),
        members,
        total,
        rule,
        quota,
        casting,
        game,
    })
}
