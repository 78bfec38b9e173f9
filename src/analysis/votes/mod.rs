//! Votes in a body: who weighs what, exactly (method §5.6), and what goes with them: parity, the sharing out of seats, the
//! structure that fits.
//!
//! From a body to its figures: [`members`] reads who votes, [`ballot`] adds the rule, [`Game`] keeps weights and quota
//! alone, [`indices`] computes every index by dynamic programming, [`witnesses`] gives the coalitions that show them,
//! [`smallest_change`] looks for the least that brings the power of inactive actors down.
//!
//! What the figures assume: everybody takes part and votes for or against (no abstention, quorum reached), an
//! organisation votes as one, and every coalition is as likely as another.

mod apportionment;
mod attendance;
mod balance;
mod ballot;
mod change;
mod game;
mod inactive;
mod indices;
mod parity;
mod quorum;
mod seating;
mod structure;
mod wide;
mod witness;

pub use apportionment::{Allocation, NothingToShare, highest_averages, largest_remainder};
pub use attendance::{Attendance, attendance, is_inhabitant, place_in_college, vacant_votes};
pub use balance::{Balance, Coalition, Standing, balance, is_light};
pub use ballot::{Ballot, Member, Quota, Unsettled, Voter, ballot, members, seats_of, voting_seats};
pub use change::{Change, FIRST, Hunt, Limits, Search, smallest_change};
pub use game::{Game, MAX_CELLS, MAX_MEMBERS, Refusal};
pub use inactive::{InactiveShare, inactive_share, is_inactive};
pub use indices::{Counting, Indices, Swings, indices, swings};
pub use parity::{Parity, Women, parity};
pub use quorum::{Attended, Quorum, Unclear, at_quorum, quorum, votes_at};
pub use seating::{matches, seating};
pub use structure::{
    Bearing, Fact, Programme, Proposal as StructureProposal, Reason, Size, Structure, programme, proposals,
};
pub use wide::{Ratio, Wide};
pub use witness::{Witness, witnesses};
