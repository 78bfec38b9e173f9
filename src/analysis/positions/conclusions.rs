//! What there is to say of positions and alliances, each with how far it can be trusted. The words are the screen's.
//!
//! Conclusions on power are weighed by it. Those on agreement go by the positions as they were given: they then
//! hang on the cells of the actors they name, and a person can see which.

use std::collections::BinaryHeap;

use super::agreement::meet;
use super::inputs::at;
use super::sides::sides;
use super::{Alliances, Cell, Defined, Inputs, Plane, Relation, Robustness, Side, To, Trust, Undefined};

/// Something to say. Actors and objectives are given by their place in the dossier.
#[derive(Clone, Debug, PartialEq)]
pub enum Conclusion {
    /// These actors hold the decision: the fewest, taken by decreasing power, that have more than half of the power
    /// together, and any equal to the last of them.
    Leaders {
        /// The actors, in the order of the dossier.
        actors: Vec<usize>,
        /// Their share of the power, from 0 to 1.
        share: f64,
    },
    /// These actors come first by power; several where they are equal.
    First {
        /// The actors, in the order of the dossier.
        actors: Vec<usize>,
    },
    /// An actor stands on this plane.
    Plane {
        /// Actor.
        actor: usize,
        /// Plane.
        plane: Plane,
    },
    /// More weighs for an objective, or against it, once positions are weighed by power.
    Objective {
        /// Objective.
        objective: usize,
        /// Side.
        side: Side,
    },
    /// Convergence outweighs divergence over all pairs, or the reverse.
    Whole {
        /// Relation.
        relation: Relation,
    },
    /// More than half of what an actor shares with each other is agreement and disagreement that undo one another
    /// (valued ambivalence above ½).
    Ambivalent {
        /// Actor.
        actor: usize,
    },
    /// How two actors stand towards one another.
    Pair {
        /// An actor.
        one: usize,
        /// Another, further in the dossier.
        other: usize,
        /// Relation.
        relation: Relation,
        /// The objectives on which both are favourable, or both opposed.
        together: Vec<usize>,
        /// The objectives on which one is favourable and the other opposed.
        apart: Vec<usize>,
    },
}

/// Something to say, and how far it can be trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Concluded {
    /// What there is to say.
    pub what: Conclusion,
    /// How far it holds; [`Undefined::TooMany`] where that could not be gone through.
    pub trust: Defined<Trust>,
}

/// All there is to say but what concerns pairs: who holds the decision, who comes first, the plane of each actor, the
/// side of each objective somebody has a position on, agreement as a whole, ambivalent actors. What is undefined is
/// left out.
pub fn all(alliances: &Alliances, robustness: &Defined<Robustness>) -> Vec<Concluded> {
    let mut telling = Telling::of(0);
    while telling.step(alliances, robustness) {}
    telling.told().0
}

/// The work of [`all`] and [`pairs`], a part at a time, where nobody is to wait for all of it.
#[derive(Debug)]
pub struct Telling {
    most: usize,
    said: Vec<Concluded>,
    pairs: Vec<Concluded>,
    /// The part that comes next: power, the whole, each actor, the pairs of each, then those kept, one by one.
    next: usize,
    /// The pairs with the most to say so far, the one with least on top; at most `most`.
    kept: BinaryHeap<Gap>,
    /// The same once all were seen, the one with most to say first.
    left: std::vec::IntoIter<Gap>,
}

/// How far convergence and divergence differ, below 0, and the two actors: the least has the most to say.
type Gap = (i32, usize, usize);

impl Telling {
    /// Nothing said yet; of the pairs, at most `most` will be.
    pub fn of(most: usize) -> Self {
        Self {
            most,
            said: Vec::new(),
            pairs: Vec::new(),
            next: 0,
            kept: BinaryHeap::new(),
            left: Vec::new().into_iter(),
        }
    }

    /// Says a little more; false once nothing is left. Both are the same at each step.
    pub fn step(&mut self, alliances: &Alliances, robustness: &Defined<Robustness>) -> bool {
        let actors = alliances.inputs.actors();
        let part = self.next;
        self.next += 1;
        if part == 0 {
            self.said = powers(alliances, robustness);
        } else if part == 1 {
            self.said.extend(whole(alliances));
        } else if part < 2 + actors {
            self.said.extend(ambivalent(alliances, part - 2));
        } else if self.most == 0 {
            return false;
        } else if part < 2 + 2 * actors {
            self.keep(alliances, part - 2 - actors);
        } else {
            if part == 2 + 2 * actors {
                self.left = std::mem::take(&mut self.kept).into_sorted_vec().into_iter();
            }
            let Some((_, one, other)) = self.left.next() else { return false };
            self.pairs.extend(pair(alliances, one, other));
        }
        true
    }

    /// Keeps the pairs of an actor with those after it that have more to say than some that are kept.
    fn keep(&mut self, alliances: &Alliances, one: usize) {
        for other in one + 1..alliances.inputs.actors() {
            let (together, apart) = alliances.pairs.valued(one, other);
            if together + apart > 0 {
                self.kept.push((-(together - apart).abs(), one, other));
                if self.kept.len() > self.most {
                    self.kept.pop();
                }
            }
        }
    }

    /// What was said, then of the pairs.
    pub fn told(self) -> (Vec<Concluded>, Vec<Concluded>) {
        (self.said, self.pairs)
    }
}

/// What hangs on power: who holds the decision, who comes first, planes and sides.
fn powers(alliances: &Alliances, robustness: &Defined<Robustness>) -> Vec<Concluded> {
    let Alliances { inputs, weights, ranking, .. } = alliances;
    let mut list = Vec::new();
    let trust = |pick: &dyn Fn(&Robustness) -> Option<Trust>| match robustness {
        Ok(robustness) => Ok(pick(robustness).unwrap_or_default()),
        Err(reason) => Err(*reason),
    };
    let mut say = |what: Conclusion, trust: Defined<Trust>| list.push(Concluded { what, trust });
    let leaders = ranking.leaders();
    if let Some(share) = ranking.share(leaders) {
        let actors = ranking.top(leaders);
        say(Conclusion::Leaders { actors, share }, trust(&|held| Some(held.leaders.clone())));
        let actors = ranking.top(ranking.first());
        say(Conclusion::First { actors }, trust(&|held| Some(held.first.clone())));
    }
    for (actor, plane) in alliances.planes.iter().enumerate() {
        if let Ok(plane) = *plane {
            let trust = trust(&|held| held.actors.get(actor).map(|sway| sway.plane.clone()));
            say(Conclusion::Plane { actor, plane }, trust);
        }
    }
    let mut raw = Vec::new();
    weights.raw(&mut raw);
    for (objective, side) in sides(inputs, &raw).into_iter().enumerate() {
        if let (Ok(side), false) = (side, inputs.on_objective(objective).is_empty()) {
            let trust = trust(&|held| held.sides.get(objective).cloned());
            say(Conclusion::Objective { objective, side }, trust);
        }
    }
    list
}

/// Most positions that are moved one by one for a conclusion on all pairs.
const MOST_CELLS: usize = 50_000;

fn relation(together: i32, apart: i32) -> Relation {
    match together.cmp(&apart) {
        std::cmp::Ordering::Greater => Relation::Converge,
        std::cmp::Ordering::Less => Relation::Diverge,
        std::cmp::Ordering::Equal if together > 0 => Relation::Even,
        std::cmp::Ordering::Equal => Relation::Nothing,
    }
}

/// How two different actors stand towards one another; `None` where they share no objective.
pub fn pair(alliances: &Alliances, one: usize, other: usize) -> Option<Concluded> {
    let (one, other) = (one.min(other), one.max(other));
    let inputs = &alliances.inputs;
    let (together, apart) = alliances.pairs.valued(one, other);
    let before = relation(together, apart);
    if before == Relation::Nothing {
        return None;
    }
    let mut trust = Trust::default();
    for (actor, facing) in [(one, other), (other, one)] {
        // Where the other is indifferent nothing is shared, whatever the move.
        for (objective, their) in inputs.of_actor(facing) {
            let cell = Cell::Position { actor, objective: *objective };
            let (our, moves) = inputs.moves(cell);
            for by in moves {
                let (lost, gained) = (meet(our, *their), meet(our + by, *their));
                let after = relation(together - lost.0 + gained.0, apart - lost.1 + gained.1);
                if after != before {
                    trust.flip(cell, by, To::Relation(after));
                }
            }
        }
    }
    let objectives = |sign: i32| {
        let mine = inputs.of_actor(one).iter();
        let theirs = inputs.of_actor(other);
        mine.filter(|(objective, our)| (our * at(theirs, *objective)).signum() == sign)
            .map(|(objective, _)| *objective)
            .collect()
    };
    let what =
        Conclusion::Pair { one, other, relation: before, together: objectives(1), apart: objectives(-1) };
    Some(Concluded { what, trust: Ok(trust) })
}

/// The pairs with the most to say: those whose convergence and divergence differ most, at most `most` of them; equals
/// in the order of the dossier.
pub fn pairs(alliances: &Alliances, most: usize) -> Vec<Concluded> {
    let mut telling = Telling { next: 2 + alliances.inputs.actors(), ..Telling::of(most) };
    while telling.step(alliances, &Err(Undefined::TooMany)) {}
    telling.told().1
}

/// The pairs of one actor, in the same order.
pub fn pairs_of(alliances: &Alliances, actor: usize) -> Vec<Concluded> {
    let mut gaps: Vec<(i32, usize)> = Vec::new();
    for other in (0..alliances.inputs.actors()).filter(|other| *other != actor) {
        let (together, apart) = alliances.pairs.valued(actor.min(other), actor.max(other));
        if together + apart > 0 {
            gaps.push((-(together - apart).abs(), other));
        }
    }
    gaps.sort_unstable();
    gaps.into_iter().filter_map(|(_, other)| pair(alliances, actor, other)).collect()
}

/// Agreement over all pairs; `None` where no pair shares an objective.
fn whole(alliances: &Alliances) -> Option<Concluded> {
    let inputs = &alliances.inputs;
    let actors = inputs.actors();
    let (mut together, mut apart) = (0, 0);
    for one in 0..actors {
        for other in one + 1..actors {
            let valued = alliances.pairs.valued(one, other);
            together += valued.0;
            apart += valued.1;
        }
    }
    let before = relation(together, apart);
    if before == Relation::Nothing {
        return None;
    }
    let mut trust = Trust::default();
    // On each objective, how many are for it and the sum of their positions; the same against it.
    let both: Vec<[(i32, i32); 2]> = (0..inputs.objectives())
        .map(|objective| {
            let held = inputs.on_objective(objective).iter().map(|(_, value)| *value);
            held.fold([(0, 0); 2], |[favour, against], value| match value.signum() {
                1 => [(favour.0 + 1, favour.1 + value), against],
                _ => [favour, (against.0 + 1, against.1 - value)],
            })
        })
        .collect();
    let tried = each_position(inputs, &mut |cell, _, objective, our, by| {
        let [mut favour, mut against] = both.get(objective).copied().unwrap_or_default();
        // The others alone.
        let own = if our > 0 { &mut favour } else { &mut against };
        *own = (own.0 - our.signum().abs(), own.1 - our.abs());
        let meets = |our: i32| {
            let (same, opposite) = if our > 0 { (favour, against) } else { (against, favour) };
            let sum = |(count, sum): (i32, i32)| if our == 0 { 0 } else { count * our.abs() + sum };
            (sum(same), sum(opposite))
        };
        let (lost, gained) = (meets(our), meets(our + by));
        let (plus, minus) = (together - lost.0 + gained.0, apart - lost.1 + gained.1);
        let after = relation(plus, minus);
        if after != before {
            trust.flip(cell, by, To::Relation(after));
        }
    });
    Some(Concluded { what: Conclusion::Whole { relation: before }, trust: tried.map(|()| trust) })
}

/// Whether an actor is ambivalent; `None` where it is not, or shares no objective.
fn ambivalent(alliances: &Alliances, actor: usize) -> Option<Concluded> {
    let inputs = &alliances.inputs;
    // Twice Σ|C − D|, and twice Σ(C + D): ambivalence is above ½ where the first is under half of the second.
    let (mut gaps, mut sums) = (0, 0);
    for other in 0..inputs.actors() {
        let (together, apart) = alliances.pairs.valued(actor, other);
        gaps += (together - apart).abs();
        sums += together + apart;
    }
    if 2 * gaps >= sums {
        return None;
    }
    let row: Vec<i32> =
        (0..inputs.objectives()).map(|objective| at(inputs.of_actor(actor), objective)).collect();
    let mut trust = Trust::default();
    let tried = each_position(inputs, &mut |cell, moved, objective, held, by| {
        let (mut gaps, mut sums) = (gaps, sums);
        let mut meet_again = |other: usize, their: i32| {
            let (together, apart) = alliances.pairs.valued(actor, other);
            let (lost, gained) = (meet(held, their), meet(held + by, their));
            let (plus, minus) = (together - lost.0 + gained.0, apart - lost.1 + gained.1);
            gaps += (plus - minus).abs() - (together - apart).abs();
            sums += plus + minus - together - apart;
        };
        if moved == actor {
            for (other, their) in inputs.on_objective(objective) {
                if *other != actor {
                    meet_again(*other, *their);
                }
            }
        } else {
            meet_again(moved, row.get(objective).copied().unwrap_or_default());
        }
        if sums == 0 {
            trust.flip(cell, by, To::Undefined(Undefined::NothingShared));
        } else if 2 * gaps >= sums {
            trust.flip(cell, by, To::Lapsed);
        }
    });
    Some(Concluded { what: Conclusion::Ambivalent { actor }, trust: tried.map(|()| trust) })
}

/// Every move of a position: its cell, actor and objective, its value, and the step.
fn each_position(inputs: &Inputs, take: &mut dyn FnMut(Cell, usize, usize, i32, i32)) -> Defined<()> {
    if inputs.actors() * inputs.objectives() > MOST_CELLS {
        return Err(Undefined::TooMany);
    }
    for actor in 0..inputs.actors() {
        for objective in 0..inputs.objectives() {
            let cell = Cell::Position { actor, objective };
            let (value, moves) = inputs.moves(cell);
            for by in moves {
                take(cell, actor, objective, value, by);
            }
        }
    }
    Ok(())
}
