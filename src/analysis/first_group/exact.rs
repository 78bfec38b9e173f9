//! The exact search, up to [`MOST`] things to cover: branch and bound over what is still to be covered, each state
//! being met once (the best way to cover it does not depend on how one came to it).

use std::cmp::Reverse;
use std::ops::Range;

use super::prices::{GRAIN, prices};

/// Most things to cover: one bit each.
pub(super) const MOST: usize = 30;
/// States after which the search gives up. Random cases of 200 actors need 32,000 at most; this keeps the worst one
/// near a tenth of a second.
const LIMIT: usize = 150_000;
/// Operations for each set of prices.
const WORK: usize = 2_000_000;
/// What an actor costs before its mobilisation (0 to 4) is taken off. Above 4 × 30: fewer actors always win.
const ACTOR: i32 = 128;
/// Smaller costs of an actor, at which mobilisation weighs enough to bound it.
const WEIGHED: [i32; 4] = [5, 7, 12, 40];
/// States remembered, as a power of two.
const MEMORY: u32 = 15;
/// Bits looked up at once.
const CHUNK: u32 = 10;

/// An actor of the search. They come sorted by name then id.
pub(super) struct Candidate {
    /// What it covers, by rank.
    pub covers: Vec<usize>,
    /// Mobilisation, 0 to 4.
    pub mobilisation: i32,
    /// Whether it bears the name of the one before it.
    pub namesake: bool,
}

/// What the search found.
pub(super) enum Outcome {
    /// The group, by rank, and whether names are settled too.
    Found(Vec<usize>, bool),
    /// It gave up; no cover has fewer actors than this.
    AtLeast(usize),
}

/// Sums of prices, looked up by chunks of bits.
struct Bound {
    sums: Vec<Vec<i64>>,
    whole: i32,
}

impl Bound {
    fn of(candidates: &[Candidate], rows: usize, whole: i32, cost: impl Fn(&Candidate) -> i32) -> Self {
        let covers: Vec<Vec<usize>> = candidates.iter().map(|candidate| candidate.covers.clone()).collect();
        let costs: Vec<i32> = candidates.iter().map(cost).collect();
        let prices = prices(&covers, &costs, rows, WORK);
        let sums = prices.chunks(CHUNK as usize).map(|chunk| {
            let sum = |bits: u32| chunk.iter().enumerate().filter(move |(bit, _)| bits >> bit & 1 == 1);
            (0..1 << CHUNK).map(|bits| sum(bits).map(|(_, price)| price).sum()).collect()
        });
        Self { sums: sums.collect(), whole }
    }

    fn value(&self, mask: u32) -> i64 {
        let chunk = |place: usize| (mask >> (CHUNK * place as u32)) as usize & ((1 << CHUNK) - 1);
        let sums = self.sums.iter().enumerate();
        sums.filter_map(|(place, sums)| sums.get(chunk(place))).sum()
    }
}

/// A state met before: at least `least`, exactly that where `settled`.
#[derive(Clone, Copy, Default)]
struct Memory {
    mask: u32,
    least: i32,
    settled: bool,
}

struct Search {
    /// What each candidate covers, and its cost.
    sets: Vec<(u32, i32)>,
    /// The candidates of each thing to cover.
    by_row: Vec<Vec<(u32, i32)>>,
    count: Bound,
    weighed: Vec<Bound>,
    /// Highest mobilisation.
    top: i32,
    memory: Vec<Memory>,
    states: usize,
}

/// The best group: fewest actors, then highest sum of mobilisation, then first sorted names, then ids.
///
/// `rows` things to cover, at most [`MOST`], each covered by a candidate at least.
pub(super) fn best(candidates: &[Candidate], rows: usize) -> Outcome {
    let full = (1_u32 << rows) - 1;
    let mut search = Search::of(candidates, rows);
    let fewest = search.fewest(full);
    let Some(cost) = search.solve(full, search.greedy(full)).filter(|_| !search.is_spent()) else {
        return Outcome::AtLeast(fewest);
    };
    let singles: Vec<Range<usize>> = (0..candidates.len()).map(|place| place..place + 1).collect();
    let Some(found) = search.first(full, cost, &singles) else {
        return Outcome::AtLeast(((cost + ACTOR - 1) / ACTOR) as usize);
    };
    if !candidates.iter().any(|candidate| candidate.namesake) {
        return Outcome::Found(found, true);
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    for (place, candidate) in candidates.iter().enumerate() {
        match names.last_mut() {
            Some(group) if candidate.namesake => group.end = place + 1,
            _ => names.push(place..place + 1),
        }
    }
    // Who bears the last name changes no list of names.
    if let Some(last) = names.pop() {
        names.extend(last.map(|place| place..place + 1));
    }
    match search.first(full, cost, &names) {
        Some(named) => Outcome::Found(named, true),
        None => Outcome::Found(found, false),
    }
}

impl Search {
    fn of(candidates: &[Candidate], rows: usize) -> Self {
        // Groups of one size compare alike when everybody loses the same.
        let least = candidates.iter().map(|candidate| candidate.mobilisation).min().unwrap_or_default();
        let top = candidates.iter().map(|candidate| candidate.mobilisation).max().unwrap_or_default() - least;
        let weight = |candidate: &Candidate| candidate.mobilisation - least;
        let bits = |candidate: &Candidate| candidate.covers.iter().fold(0, |mask, row| mask | 1_u32 << row);
        let sets: Vec<(u32, i32)> =
            candidates.iter().map(|candidate| (bits(candidate), ACTOR - weight(candidate))).collect();
        let of_row = |row: usize| sets.iter().filter(|(mask, _)| mask >> row & 1 == 1).copied().collect();
        let weighed = if top == 0 { &[][..] } else { &WEIGHED[..] };
        Self {
            by_row: (0..rows).map(of_row).collect(),
            sets,
            count: Bound::of(candidates, rows, 1, |_| 1),
            weighed: weighed
                .iter()
                .map(|whole| Bound::of(candidates, rows, *whole, |candidate| whole - weight(candidate)))
                .collect(),
            top,
            memory: vec![Memory::default(); 1 << MEMORY],
            states: 0,
        }
    }

    fn is_spent(&self) -> bool {
        self.states >= LIMIT
    }

    /// No cover has fewer actors.
    fn fewest(&self, mask: u32) -> usize {
        ((self.count.value(mask) + GRAIN - 1) / GRAIN) as usize
    }

    /// No cover costs less.
    fn bound(&self, mask: u32) -> i32 {
        let mut actors = self.fewest(mask) as i32;
        let values: Vec<(i32, i64)> =
            self.weighed.iter().map(|bound| (bound.whole, bound.value(mask))).collect();
        loop {
            // With that many actors, the most mobilisation that each set of prices leaves room for.
            let rooms = values
                .iter()
                .map(|(whole, value)| (i64::from(whole * actors) * GRAIN - value).div_euclid(GRAIN) as i32);
            let most = rooms.min().unwrap_or_default().min(self.top * actors);
            if most >= 0 {
                return actors * ACTOR - most;
            }
            actors += 1;
        }
    }

    /// The cost of a cover found quickly.
    fn greedy(&self, mask: u32) -> i32 {
        let (mut left, mut cost) = (mask, 0);
        while left != 0 {
            let best =
                self.sets.iter().max_by_key(|(set, price)| ((set & left).count_ones(), Reverse(*price)));
            let Some((set, price)) = best.filter(|(set, _)| set & left != 0) else { break };
            left &= !set;
            cost += price;
        }
        cost
    }

    /// The least cost of covering `mask`, where it is at most `budget`. Means nothing once the search is spent.
    fn solve(&mut self, mask: u32, budget: i32) -> Option<i32> {
        if mask == 0 {
            return (budget >= 0).then_some(0);
        }
        let slot = (mask.wrapping_mul(0x9E37_79B1) >> (32 - MEMORY)) as usize;
        let known = self.memory.get(slot).copied().unwrap_or_default();
        if known.mask == mask && (known.settled || known.least > budget) {
            return (known.least <= budget).then_some(known.least);
        }
        self.states += 1;
        if self.is_spent() || self.bound(mask) > budget {
            return None;
        }
        // Things come sorted, those with the fewest candidates first.
        let row = mask.trailing_zeros() as usize;
        let open = self.by_row.get(row).map_or(&[][..], Vec::as_slice).iter().map(|(set, cost)| {
            let set = set & mask;
            (cost + self.bound(mask & !set), set, *cost)
        });
        let mut open: Vec<(i32, u32, i32)> = open.filter(|(least, ..)| *least <= budget).collect();
        open.sort_unstable_by_key(|(_, set, cost)| (Reverse(set.count_ones()), *cost));
        let mut kept: Vec<(i32, u32, i32)> = Vec::with_capacity(open.len());
        for (least, set, cost) in open {
            // Another covers as much for no more.
            if !kept.iter().any(|(_, other, price)| set & !other == 0 && cost >= *price) {
                kept.push((least, set, cost));
            }
        }
        kept.sort_unstable_by_key(|(least, set, cost)| (*least, Reverse(set.count_ones()), *cost));
        let (mut best, mut room) = (None, budget);
        for (least, set, cost) in kept {
            if least > room {
                break;
            }
            if let Some(rest) = self.solve(mask & !set, room - cost) {
                best = Some(cost + rest);
                room = cost + rest - 1;
            }
        }
        if self.is_spent() {
            return None;
        }
        if let Some(memory) = self.memory.get_mut(slot) {
            *memory = Memory { mask, least: best.unwrap_or(budget + 1), settled: best.is_some() };
        }
        best
    }

    /// Among the covers of exactly that cost, the one whose names come first. Each range of `names` holds the
    /// candidates of one name: as many of the first name as can be, then of the second, and so on.
    fn first(&mut self, mask: u32, cost: i32, names: &[Range<usize>]) -> Option<Vec<usize>> {
        // Beginnings that a cover of that cost completes: what is left to cover, what is left to spend, who is in.
        let mut begun: Vec<(u32, i32, Vec<usize>)> = vec![(mask, cost, Vec::new())];
        for name in names {
            loop {
                let mut longer: Vec<(u32, i32, Vec<usize>)> = Vec::new();
                for (left, room, inside) in &begun {
                    // In order: no group is met twice.
                    let from = inside.last().map_or(name.start, |last| (last + 1).max(name.start));
                    for place in from..name.end {
                        let Some((set, price)) = self.sets.get(place).copied() else { continue };
                        let (rest, room) = (left & !set, room - price);
                        if set & left == 0 || longer.iter().any(|(other, ..)| *other == rest) {
                            continue;
                        }
                        if self.solve(rest, room) == Some(room) {
                            longer.push((rest, room, [inside.as_slice(), &[place]].concat()));
                        }
                    }
                }
                if self.is_spent() {
                    return None;
                }
                if longer.is_empty() {
                    break;
                }
                begun = longer;
                // One more of a single candidate cannot be.
                if name.len() == 1 {
                    break;
                }
            }
        }
        begun.into_iter().next().map(|(_, _, inside)| inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every subset, smallest first, then most mobilised, then by the list of names.
    fn by_all_subsets(candidates: &[Candidate], names: &[usize], rows: usize) -> (usize, i32, Vec<usize>) {
        let masks: Vec<u32> =
            candidates.iter().map(|one| one.covers.iter().fold(0, |mask, row| mask | 1 << row)).collect();
        let inside = |subset: u32| (0..candidates.len()).filter(move |place| subset >> place & 1 == 1);
        let covering = (0..1_u32 << candidates.len())
            .filter(|subset| inside(*subset).fold(0, |mask, place| mask | masks[place]) == (1 << rows) - 1);
        let keys = covering.map(|subset| {
            let mobilisation: i32 = inside(subset).map(|place| candidates[place].mobilisation).sum();
            // Places come by name.
            (subset.count_ones() as usize, -mobilisation, inside(subset).map(|place| names[place]).collect())
        });
        keys.min().unwrap()
    }

    /// Without the reductions that would leave little to search.
    #[test]
    fn no_subset_does_better_than_what_is_found() {
        let mut state = 0x9e37_79b9_u32;
        let mut roll = |sides: usize| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state as usize % sides
        };
        let mut namesakes = 0;
        for _ in 0..400 {
            let (rows, size) = (1 + roll(14), 1 + roll(11));
            let (values, few, thin) = (1 + roll(5), 1 + roll(12), 2 + roll(4));
            let mut names: Vec<usize> = (0..size).map(|_| roll(few)).collect();
            names.sort_unstable();
            let mut candidates: Vec<Candidate> = (0..size)
                .map(|place| Candidate {
                    covers: (0..rows).filter(|_| roll(thin) == 0).collect(),
                    mobilisation: roll(values) as i32,
                    namesake: place > 0 && names[place] == names[place - 1],
                })
                .collect();
            // Each row has a candidate, and the first rows have the fewest.
            for row in 0..rows {
                let one = &mut candidates[roll(size)].covers;
                if !one.contains(&row) {
                    one.push(row);
                }
            }
            let times = |row: usize| candidates.iter().filter(|one| one.covers.contains(&row)).count();
            let mut order: Vec<usize> = (0..rows).collect();
            order.sort_by_key(|row| times(*row));
            for one in &mut candidates {
                one.covers = (0..rows).filter(|row| one.covers.contains(&order[*row])).collect();
            }
            namesakes += candidates.iter().filter(|one| one.namesake).count();
            let Outcome::Found(found, true) = best(&candidates, rows) else { panic!("a small case") };
            let mobilisation: i32 = found.iter().map(|place| candidates[*place].mobilisation).sum();
            let seen = (found.len(), -mobilisation, found.iter().map(|place| names[*place]).collect());
            assert_eq!(seen, by_all_subsets(&candidates, &names, rows));
        }
        assert!(namesakes > 500, "{namesakes}");
    }
}
