//! The quorum as people write it: "1/2", "50 %", "la moitié", "plus des deux tiers", "5 membres".

use super::ballot::{Ballot, voting_seats};
use crate::i18n::Phrase;
use crate::i18n::texts::quorum as say;
use crate::model::Body;

/// How many of the seats that vote must be held by somebody present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// Anybody.
    Anybody,
    /// This share of the seats or more: numerator, denominator.
    AtLeast(u64, u64),
    /// More than this share of the seats.
    MoreThan(u64, u64),
    /// So many seats.
    Seats(u64),
}

/// Why a quorum cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// These words are not known.
    NotUnderstood,
    /// It is told in votes; a quorum counts those present.
    InVotes,
    /// A share or a number of zero asks for nobody.
    Zero,
    /// More than everybody.
    BeyondAll,
}

impl Unclear {
    /// The reason as a sentence that says what to write.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::NotUnderstood => say::not_understood(),
            Self::InVotes => say::in_votes(),
            Self::Zero => say::zero(),
            Self::BeyondAll => say::beyond_all(),
        }
    }
}

impl Quorum {
    /// What a text says; `None` for a text that says nothing.
    pub fn read(text: &str) -> Result<Option<Self>, Unclear> {
        let mut tokens = tokens(text)?;
        if tokens.is_empty() {
            // Words that change nothing are no quorum either.
            return if text.contains(char::is_alphanumeric) { Err(Unclear::NotUnderstood) } else { Ok(None) };
        }
        if tokens.contains(&Token::Votes) {
            return Err(Unclear::InVotes);
        }
        let strict = take_more(&mut tokens);
        let share = |n: u64, d: u64| match (n, d) {
            (_, 0) => Err(Unclear::NotUnderstood),
            (0, _) => Err(Unclear::Zero),
            _ if n > d || (strict && n == d) => Err(Unclear::BeyondAll),
            _ if strict => Ok(Self::MoreThan(n, d)),
            _ => Ok(Self::AtLeast(n, d)),
        };
        // "La majorité des deux tiers" is two thirds.
        let majority = tokens.first() == Some(&Token::Majority);
        let said = if majority && tokens.len() > 1 { tokens.get(1..).unwrap_or_default() } else { &tokens };
        let quorum = match *said {
            [Token::Nobody] => Ok(Self::Anybody),
            [Token::All] => share(1, 1),
            [Token::Majority] => Ok(Self::MoreThan(1, 2)),
            [Token::Part(d)] => share(1, d),
            [Token::Number(n, 1), Token::Part(d)] => share(n, d),
            [Token::Number(n, 1), Token::Over, Token::Number(d, 1)] => share(n, d),
            [Token::Number(n, d), Token::Percent] => share(n, d * 100),
            [Token::Number(n, 1)] if n > 0 => Ok(Self::Seats(n + u64::from(strict))),
            [Token::Number(n, d)] => share(n, d),
            _ => Err(Unclear::NotUnderstood),
        };
        quorum.map(Some)
    }

    /// How many of `seats` must be held by somebody present.
    pub const fn of(self, seats: u64) -> Result<u64, Unclear> {
        let present = match self {
            Self::Anybody => 0,
            Self::AtLeast(n, d) => (n * seats).div_ceil(d),
            Self::MoreThan(n, d) => n * seats / d + 1,
            Self::Seats(seats) => seats,
        };
        if present > seats { Err(Unclear::BeyondAll) } else { Ok(present) }
    }

    /// What was understood, in words.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Anybody => say::anybody(),
            Self::AtLeast(1, 1) => say::everybody(),
            Self::AtLeast(1, 2) => say::half(),
            Self::AtLeast(n, 100) => say::percent(n as i64),
            Self::AtLeast(n, d) => say::share(n as i64, d as i64),
            Self::MoreThan(1, 2) => say::more_than_half(),
            Self::MoreThan(n, 100) => say::more_than_percent(n as i64),
            Self::MoreThan(n, d) => say::more_than_share(n as i64, d as i64),
            Self::Seats(seats) => say::seats(seats as i64),
        }
    }
}

/// The quorum of a body: what its text says, and how many of the seats that vote that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attended {
    /// What was understood.
    pub quorum: Quorum,
    /// Seats that vote, those to fill included.
    pub seats: u64,
    /// Of these, how many must be held by somebody present.
    pub present: u64,
}

/// The quorum of a body; `None` where it says none.
pub fn quorum(body: &Body) -> Result<Option<Attended>, Unclear> {
    let Some(quorum) = Quorum::read(&body.quorum)? else { return Ok(None) };
    let seats = voting_seats(body).count() as u64;
    // Before anybody sits, there is nobody to count.
    let present = if seats == 0 { 0 } else { quorum.of(seats)? };
    Ok(Some(Attended { quorum, seats, present }))
}

/// The fewest and the most votes that those present hold when the quorum is only just reached.
pub fn votes_at(body: &Body, attended: Attended) -> (u64, u64) {
    let mut votes: Vec<u64> =
        voting_seats(body).map(|seat| u64::from(seat.votes.unwrap_or_default())).collect();
    votes.sort_unstable();
    let present = attended.present as usize;
    (votes.iter().take(present).sum(), votes.iter().rev().take(present).sum())
}

/// What a vote comes to when the quorum is only just reached, in words: a decision may lack votes, or always does.
pub fn at_quorum(body: &Body, ballot: &Ballot, attended: Attended) -> Phrase {
    let (fewest, most) = votes_at(body, attended);
    let (present, quota) = (attended.present as i64, ballot.quota as i64);
    if most < ballot.quota {
        say::never_enough(present, most as i64, quota)
    } else if fewest < ballot.quota {
        say::may_lack(present, fewest as i64, most as i64, quota)
    } else {
        say::enough(present, fewest as i64, quota)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// A number as a fraction: 0,5 is 5 over 10.
    Number(u64, u64),
    /// "tiers": 3.
    Part(u64),
    Over,
    Percent,
    All,
    Nobody,
    Majority,
    /// "plus", "+": more than what follows, or one more than what comes before.
    More,
    Votes,
}

/// Takes "more" out, with the "one" of "half plus one". Such a quorum is more than half: where seats are odd, half of
/// them is no whole number to add one to.
fn take_more(tokens: &mut Vec<Token>) -> bool {
    let Some(place) = tokens.iter().position(|token| *token == Token::More) else { return false };
    tokens.remove(place);
    if place > 0 && tokens.get(place) == Some(&Token::Number(1, 1)) && tokens.len() == place + 1 {
        tokens.remove(place);
    }
    true
}

/// Words that change nothing.
const IDLE: &str = " de du des d la le les l au aux moins at least the of members membres membre seats seat sièges \
    siège sieges siege personnes personne people présents présentes présent presents presentes present présence ou et \
    or and représentés représentées representes members' soit quorum simple absolue absolute votants votantes voters \
    total totale than participants participantes être doivent must be ";

/// Words with a meaning.
const WORDS: &[(&str, Token)] = &[
    ("un", Token::Number(1, 1)),
    ("une", Token::Number(1, 1)),
    ("one", Token::Number(1, 1)),
    ("a", Token::Number(1, 1)),
    ("deux", Token::Number(2, 1)),
    ("two", Token::Number(2, 1)),
    ("trois", Token::Number(3, 1)),
    ("three", Token::Number(3, 1)),
    ("quatre", Token::Number(4, 1)),
    ("four", Token::Number(4, 1)),
    ("cinq", Token::Number(5, 1)),
    ("five", Token::Number(5, 1)),
    ("six", Token::Number(6, 1)),
    ("sept", Token::Number(7, 1)),
    ("seven", Token::Number(7, 1)),
    ("huit", Token::Number(8, 1)),
    ("eight", Token::Number(8, 1)),
    ("neuf", Token::Number(9, 1)),
    ("nine", Token::Number(9, 1)),
    ("dix", Token::Number(10, 1)),
    ("ten", Token::Number(10, 1)),
    ("douze", Token::Number(12, 1)),
    ("twelve", Token::Number(12, 1)),
    ("moitié", Token::Part(2)),
    ("moitie", Token::Part(2)),
    ("demi", Token::Part(2)),
    ("half", Token::Part(2)),
    ("tiers", Token::Part(3)),
    ("third", Token::Part(3)),
    ("thirds", Token::Part(3)),
    ("quart", Token::Part(4)),
    ("quarts", Token::Part(4)),
    ("quarter", Token::Part(4)),
    ("quarters", Token::Part(4)),
    ("cinquième", Token::Part(5)),
    ("cinquièmes", Token::Part(5)),
    ("fifth", Token::Part(5)),
    ("fifths", Token::Part(5)),
    ("dixième", Token::Part(10)),
    ("tenth", Token::Part(10)),
    ("sur", Token::Over),
    ("out", Token::Over),
    ("pourcent", Token::Percent),
    ("percent", Token::Percent),
    ("cent", Token::Percent),
    ("tous", Token::All),
    ("toutes", Token::All),
    ("tout", Token::All),
    ("all", Token::All),
    ("everybody", Token::All),
    ("everyone", Token::All),
    ("totalité", Token::All),
    ("unanimité", Token::All),
    ("aucun", Token::Nobody),
    ("sans", Token::Nobody),
    ("none", Token::Nobody),
    ("no", Token::Nobody),
    ("majorité", Token::Majority),
    ("majorite", Token::Majority),
    ("majority", Token::Majority),
    ("plus", Token::More),
    ("more", Token::More),
    ("over", Token::More),
    ("voix", Token::Votes),
    ("votes", Token::Votes),
];

fn tokens(text: &str) -> Result<Vec<Token>, Unclear> {
    let mut tokens = Vec::new();
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    while let Some(first) = rest.chars().next() {
        let while_in = |of: &dyn Fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            while_in(&|c| c.is_ascii_digit() || c == ',' || c == '.')
        } else if first.is_alphabetic() {
            while_in(&char::is_alphabetic)
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        let found = match word {
            "/" => Some(Token::Over),
            "%" => Some(Token::Percent),
            "+" => Some(Token::More),
            "≥" | "." | "," | ";" | ":" | "'" | "’" | "-" | "(" | ")" => continue,
            "½" => Some(Token::Part(2)),
            "⅓" => Some(Token::Part(3)),
            "¼" => Some(Token::Part(4)),
            // Where "pour cent" is written in two words.
            "pour" | "per" => continue,
            _ if first.is_whitespace() => continue,
            _ if first.is_ascii_digit() => number(word),
            _ if IDLE.contains(&format!(" {word} ")) => continue,
            _ => WORDS.iter().find(|(known, _)| *known == word).map(|(_, token)| *token),
        };
        match (word, found) {
            ("⅔", _) => tokens.extend([Token::Number(2, 1), Token::Part(3)]),
            ("¾", _) => tokens.extend([Token::Number(3, 1), Token::Part(4)]),
            (_, Some(token)) => tokens.push(token),
            (_, None) => return Err(Unclear::NotUnderstood),
        }
    }
    Ok(tokens)
}

/// A number with up to four decimals.
fn number(word: &str) -> Option<Token> {
    let word = word.trim_end_matches(['.', ',']);
    let (whole, part) = word.split_once([',', '.']).unwrap_or((word, ""));
    let digits = format!("{whole}{part}");
    let short = whole.len() <= 6 && part.len() <= 4 && digits.chars().all(|c| c.is_ascii_digit());
    let denominator = 10_u64.pow(u32::try_from(part.len()).ok().filter(|_| short)?);
    Some(Token::Number(digits.parse().ok()?, denominator))
}
