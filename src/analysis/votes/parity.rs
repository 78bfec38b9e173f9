//! Women and men around the table.

use super::ballot::voting_seats;
use crate::model::{Body, Gender};

/// How many are women, out of those whose holder is said to be a woman or a man. Seats or votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Women {
    /// Held by women.
    pub women: u64,
    /// Held by women or men.
    pub said: u64,
    /// Held by nobody yet, by somebody whose gender is another or is not said.
    pub unsaid: u64,
}

impl Women {
    fn add(&mut self, gender: Option<Gender>, amount: u64) {
        match gender {
            Some(Gender::F) => {
                self.women += amount;
                self.said += amount;
            }
            Some(Gender::M) => self.said += amount,
            Some(Gender::X) | None => self.unsaid += amount,
        }
    }

    /// The share of women, 0 to 1; `None` where nobody is said to be a woman or a man.
    pub fn share(self) -> Option<f64> {
        (self.said > 0).then(|| self.women as f64 / self.said as f64)
    }

    /// Whether women are fewer than `percent` of those said.
    pub const fn below(self, percent: u64) -> bool {
        self.women * 100 < self.said * percent
    }

    /// Whether women would be fewer than `percent` even if all the rest were women.
    pub const fn surely_below(self, percent: u64) -> bool {
        (self.women + self.unsaid) * 100 < (self.said + self.unsaid) * percent
    }
}

/// Women in a body. Experts and alternates are left out: neither holds a vote of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parity {
    /// By seats.
    pub seats: Women,
    /// By votes; where seats do not say their votes, how many.
    pub votes: Result<Women, usize>,
}

/// The parity of a body, by seats and by votes.
pub fn parity(body: &Body) -> Parity {
    let mut parity = Parity { seats: Women::default(), votes: Ok(Women::default()) };
    for seat in voting_seats(body) {
        let gender = seat.holder.as_ref().and_then(|holder| holder.gender);
        parity.seats.add(gender, 1);
        parity.votes = match (seat.votes, parity.votes) {
            (Some(votes), Ok(mut held)) => {
                held.add(gender, u64::from(votes));
                Ok(held)
            }
            (Some(_), unsaid) => unsaid,
            (None, held) => Err(held.err().unwrap_or_default() + 1),
        };
    }
    parity
}
