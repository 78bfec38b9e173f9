//! Influence and dependence of each actor, direct and through one other, and the power that follows.

use super::{Defined, Inputs, Undefined};

/// Where an actor stands on the plane of influence and dependence. The limits are the means: an actor whose influence
/// is exactly the mean influence belongs to the higher half, and likewise for dependence; as the sum of influences is
/// that of dependences, both means are the same figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plane {
    /// Bears on the others, little borne upon.
    Dominant,
    /// Bears on the others, and is borne upon as much.
    Relay,
    /// Borne upon, bears little.
    Dominated,
    /// Neither.
    Autonomous,
}

impl Plane {
    /// The word in the result of `analyze`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dominant => "dominant",
            Self::Relay => "relay",
            Self::Dominated => "dominated",
            Self::Autonomous => "autonomous",
        }
    }
}

/// Marks a power that is undefined in a list of raw ones, which are never negative.
pub(super) const NONE: f64 = -1.0;

/// What power is computed from, one figure an actor.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    /// I: sum of the row of MIDI, diagonal left out.
    pub(super) influence: Vec<i32>,
    /// D: sum of its column, diagonal left out.
    pub(super) dependence: Vec<i32>,
    /// The diagonal of MIDI: what comes back to the actor.
    pub(super) returned: Vec<i32>,
    /// S: sum of influences, which is that of dependences.
    pub(super) total: i64,
}

/// `MIDI[a][b] = MID[a][b] + Σ_c min(MID[a][c], MID[c][b])`, row by row, diagonal kept.
pub(super) fn midi(inputs: &Inputs) -> Vec<i32> {
    let mut midi = Vec::with_capacity(inputs.actors() * inputs.actors());
    for actor in 0..inputs.actors() {
        let mut row = inputs.exerted(actor).to_vec();
        for (through, first) in inputs.exerted(actor).iter().enumerate().filter(|(_, value)| **value > 0) {
            for (sum, second) in row.iter_mut().zip(inputs.exerted(through)) {
                *sum += *first.min(second);
            }
        }
        midi.append(&mut row);
    }
    midi
}

impl Weights {
    pub(super) fn of(midi: &[i32], actors: usize) -> Self {
        let mut weights =
            Self { influence: Vec::new(), dependence: vec![0; actors], returned: Vec::new(), total: 0 };
        for (actor, row) in midi.chunks_exact(actors.max(1)).enumerate() {
            let own = row.get(actor).copied().unwrap_or_default();
            let influence = row.iter().sum::<i32>() - own;
            weights.influence.push(influence);
            weights.returned.push(own);
            weights.total += i64::from(influence);
            for (sum, value) in weights.dependence.iter_mut().zip(row) {
                *sum += value;
            }
        }
        for (sum, own) in weights.dependence.iter_mut().zip(&weights.returned) {
            *sum -= own;
        }
        weights
    }

    /// The weights after the influence of `from` on `to` moved by `by`, −1 or +1, written over `moved`.
    ///
    /// A term `min(MID[a][c], MID[c][b])` of MIDI moves by one where the other influence of the pair is at least the
    /// higher of the two values of the cell. Such terms lie in the row of `from` (on through `to`) and in the column
    /// of `to` (on through `from`): a number of steps in proportion to the actors.
    pub(super) fn moved(&self, inputs: &Inputs, from: usize, to: usize, by: i32, moved: &mut Self) {
        let (onward, inward) = (inputs.exerted(to), inputs.undergone(from));
        let held = inputs.exerted(from).get(to).copied().unwrap_or_default();
        let higher = held.max(held + by);
        let spread = |sums: &[i32], others: &[i32], out: &mut Vec<i32>| {
            let mut count = 0;
            out.clear();
            out.extend(sums.iter().zip(others).map(|(sum, other)| {
                let step = i32::from(*other >= higher);
                count += step;
                sum + by * step
            }));
            count
        };
        let onwards = spread(&self.dependence, onward, &mut moved.dependence);
        let inwards = spread(&self.influence, inward, &mut moved.influence);
        moved.returned.clone_from(&self.returned);
        // Where `to` bears back on `from`, the term lies on the diagonal, of both actors.
        let back = i32::from(onward.get(from).is_some_and(|value| *value >= higher));
        let add = |list: &mut Vec<i32>, actor: usize, step: i32| {
            if let Some(value) = list.get_mut(actor) {
                *value += by * step;
            }
        };
        add(&mut moved.dependence, from, -back);
        add(&mut moved.influence, to, -back);
        add(&mut moved.returned, from, back);
        add(&mut moved.returned, to, back);
        add(&mut moved.influence, from, 1 + onwards - back);
        add(&mut moved.dependence, to, 1 + inwards - back);
        moved.total = self.total + i64::from(by * (1 + onwards + inwards - 2 * back));
    }

    /// Powers before they are scaled, `(I − MIDI[a][a]) · I / (I + D)`: the factor `n / (S · Σ r)` is the same for
    /// all. [`NONE`] where it is undefined.
    ///
    /// Numerator and denominator are whole numbers that a double holds exactly, so that equal powers give the same
    /// double, and a higher power never a lower one. Two different powers are at least `1 / (64 (n−1)⁴)` apart and at
    /// most `4 (n−1)²`: up to 160 actors their doubles differ too, and the order of powers is exact.
    pub(super) fn raw(&self, raw: &mut Vec<f64>) {
        raw.clear();
        let pairs = self.influence.iter().zip(&self.dependence).zip(&self.returned);
        raw.extend(pairs.map(|((influence, dependence), returned)| {
            let (i, d) = (f64::from(*influence), f64::from(*dependence));
            if i + d > 0.0 { (i - f64::from(*returned)) * i / (i + d) } else { NONE }
        }));
        if !raw.iter().any(|power| *power > 0.0) {
            raw.fill(NONE);
        }
    }

    /// Why nobody has a power, where nobody has one.
    pub(super) fn nobody(&self) -> Undefined {
        if self.influence.len() < 2 {
            Undefined::OneActor
        } else if self.total == 0 {
            Undefined::NoInfluence
        } else {
            Undefined::PowersCancel
        }
    }

    /// Why the power of an actor is undefined, where it is.
    pub(super) fn reason(&self, actor: usize) -> Undefined {
        let held = |list: &[i32]| list.get(actor).copied().unwrap_or_default();
        if self.total > 0 && held(&self.influence) + held(&self.dependence) == 0 {
            return Undefined::Isolated;
        }
        self.nobody()
    }

    /// The plane of an actor; undefined where nothing bears on it and it bears on nothing.
    pub(super) fn plane(&self, actor: usize) -> Defined<Plane> {
        let held = |list: &[i32]| list.get(actor).copied().unwrap_or_default();
        let (influence, dependence) = (held(&self.influence), held(&self.dependence));
        if influence + dependence == 0 {
            return Err(self.reason(actor));
        }
        let high = |value: i32| i64::from(value) * self.influence.len() as i64 >= self.total;
        Ok(match (high(influence), high(dependence)) {
            (true, false) => Plane::Dominant,
            (true, true) => Plane::Relay,
            (false, true) => Plane::Dominated,
            (false, false) => Plane::Autonomous,
        })
    }
}

/// Actors by decreasing power, those without one last.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranking {
    order: Vec<(f64, usize)>,
}

/// How far two sums of powers may differ, relatively, and still count as equal: far above what adding doubles can
/// lose, far below what any reading of the figures could tell.
pub(super) const EQUAL: f64 = 1e-9;

impl Ranking {
    pub(super) fn of(raw: &[f64]) -> Self {
        let mut ranking = Self { order: (0..raw.len()).map(|actor| (NONE, actor)).collect() };
        ranking.update(raw);
        ranking
    }

    /// Puts the actors in the order of other powers. Few moves where they changed little; the order of equal powers
    /// is of no consequence.
    pub(super) fn update(&mut self, raw: &[f64]) {
        for (power, actor) in &mut self.order {
            *power = raw.get(*actor).copied().unwrap_or(NONE);
        }
        for start in 1..self.order.len() {
            let mut place = start;
            while place > 0 && self.power(place - 1) < self.power(place) {
                self.order.swap(place - 1, place);
                place -= 1;
            }
        }
    }

    fn power(&self, place: usize) -> f64 {
        self.order.get(place).map_or(NONE, |(power, _)| *power)
    }

    /// Each actor with its rank: one more than the number of actors of strictly higher power, so that equals share the
    /// best rank they could have. `None` without a power.
    pub(super) fn ranks(&self) -> impl Iterator<Item = (usize, Option<usize>)> {
        let (mut rank, mut last) = (0, f64::INFINITY);
        self.order.iter().enumerate().map(move |(place, (power, actor))| {
            if *power < last {
                (rank, last) = (place + 1, *power);
            }
            (*actor, (*power >= 0.0).then_some(rank))
        })
    }

    /// Sum of the powers, added in decreasing order so that it does not depend on the order of the actors.
    pub(super) fn total(&self) -> f64 {
        self.order.iter().map(|(power, _)| power.max(0.0)).sum()
    }

    /// How many actors hold the decision, taken from the top: the fewest that hold more than half of the power
    /// together, and any equal to the last of them. 0 where nobody has a power.
    pub(super) fn leaders(&self) -> usize {
        let half = self.total() / 2.0 * (1.0 + EQUAL);
        let mut held = 0.0;
        for (place, (power, _)) in self.order.iter().enumerate() {
            if held > half || *power <= 0.0 {
                // Equals of the last one count with it.
                let last = place.checked_sub(1).map_or(NONE, |last| self.power(last));
                return self.equals(place, last);
            }
            held += power;
        }
        if held > 0.0 { self.order.len() } else { 0 }
    }

    /// How many actors share the highest power; 0 where nobody has a power.
    pub(super) fn first(&self) -> usize {
        if self.power(0) < 0.0 { 0 } else { self.equals(0, self.power(0)) }
    }

    /// The end of the run of actors of power `power` that starts at `place`.
    fn equals(&self, place: usize, power: f64) -> usize {
        let rest = self.order.get(place..).unwrap_or_default();
        place + rest.iter().take_while(|(other, _)| *other >= power && *other > 0.0).count()
    }

    /// The first `count` actors, in the order of the dossier.
    pub(super) fn top(&self, count: usize) -> Vec<usize> {
        let mut actors: Vec<usize> = self.order.iter().take(count).map(|(_, actor)| *actor).collect();
        actors.sort_unstable();
        actors
    }

    /// Whether the first `count` actors are all marked.
    pub(super) fn is_top(&self, count: usize, marked: &[bool]) -> bool {
        self.order.iter().take(count).all(|(_, actor)| marked.get(*actor).is_some_and(|held| *held))
    }

    /// Share of the power held by the first `count` actors; `None` where nobody has a power.
    pub(super) fn share(&self, count: usize) -> Option<f64> {
        let (held, total) =
            (self.order.iter().take(count).map(|(power, _)| power.max(0.0)).sum::<f64>(), self.total());
        (total > 0.0).then(|| held / total)
    }
}
