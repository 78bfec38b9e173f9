//! A proven lower bound on a cover: prices on what must be covered, such that no actor is worth more than it costs.
//!
//! The prices are the dual of the linear relaxation (Chvátal 1979). Whatever part is still to be covered, the sum of
//! its prices is a bound on the cost of covering it: they are found once and serve at every node of the search.

/// What a price of 1 is worth in whole numbers: bounds are compared exactly.
pub(super) const GRAIN: i64 = 1 << 16;
/// Below it, a coefficient counts as zero.
const NOTHING: f64 = 1e-9;
/// Turns after which the first candidate enters instead of the best, which cannot cycle (Bland 1977).
const PATIENCE: usize = 200;

/// Prices of `rows` things to cover, in [`GRAIN`]ths, given what each actor covers and costs (whole, above 0).
///
/// Primal simplex on the dual: every stage holds valid prices, so that stopping when `work` operations are spent only
/// gives a weaker bound.
pub(super) fn prices(covers: &[Vec<usize>], costs: &[i32], rows: usize, work: usize) -> Vec<i64> {
    let mut table: Vec<Vec<f64>> = covers
        .iter()
        .zip(costs)
        .map(|(held, cost)| {
            let mut line = vec![0.0; rows + 1];
            for row in held {
                set(&mut line, *row, 1.0);
            }
            set(&mut line, rows, f64::from(*cost));
            line
        })
        .collect();
    let mut goal = vec![-1.0; rows];
    goal.push(0.0);
    // Which price each line holds, and which each column stands for; none for a slack.
    let mut held: Vec<Option<usize>> = vec![None; covers.len()];
    let mut free: Vec<Option<usize>> = (0..rows).map(Some).collect();
    for turn in 0..work / ((rows + 1) * (covers.len() + 1)) {
        let mut gains = goal.iter().take(rows).enumerate().filter(|(_, gain)| **gain < -NOTHING);
        let entering =
            if turn < PATIENCE { gains.min_by(|one, other| one.1.total_cmp(other.1)) } else { gains.next() };
        let Some(column) = entering.map(|(column, _)| column) else { break };
        let rooms = table.iter().enumerate().filter(|(_, line)| get(line, column) > NOTHING);
        let rooms = rooms.map(|(place, line)| (place, get(line, rows) / get(line, column)));
        let Some((leaving, _)) = rooms.min_by(|one, other| one.1.total_cmp(&other.1)) else { break };
        let Some(line) = table.get_mut(leaving) else { break };
        let pivot = get(line, column);
        for value in line.iter_mut() {
            *value /= pivot;
        }
        set(line, column, 1.0 / pivot);
        let line = line.clone();
        let others =
            table.iter_mut().enumerate().filter(|(place, _)| *place != leaving).map(|(_, other)| other);
        for other in others.chain([&mut goal]) {
            let factor = get(other, column);
            if factor == 0.0 {
                continue;
            }
            set(other, column, 0.0);
            for (value, pivoted) in other.iter_mut().zip(&line) {
                *value -= factor * pivoted;
            }
        }
        if let (Some(inside), Some(outside)) = (held.get_mut(leaving), free.get_mut(column)) {
            std::mem::swap(inside, outside);
        }
    }
    let mut prices = vec![0; rows];
    for (line, price) in table.iter().zip(held) {
        if let Some(slot) = price.and_then(|row| prices.get_mut(row)) {
            *slot = (get(line, rows).max(0.0) * GRAIN as f64) as i64;
        }
    }
    // Rounding may have let an actor be worth a grain too much.
    for (covered, cost) in covers.iter().zip(costs) {
        let worth: i64 = covered.iter().map(|row| prices.get(*row).copied().unwrap_or_default()).sum();
        let room = i64::from(*cost) * GRAIN;
        if worth > room {
            for price in &mut prices {
                *price = *price * room / worth;
            }
        }
    }
    prices
}

fn get(line: &[f64], place: usize) -> f64 {
    line.get(place).copied().unwrap_or_default()
}

fn set(line: &mut [f64], place: usize, value: f64) {
    if let Some(slot) = line.get_mut(place) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three things, three actors that each cover two: half an actor each is enough, 3 × ½ = 1.5.
    #[test]
    fn the_triangle_is_worth_one_and_a_half() {
        let prices = prices(&[vec![0, 1], vec![1, 2], vec![0, 2]], &[1, 1, 1], 3, 1_000_000);
        let total: i64 = prices.iter().sum();
        assert!((total - GRAIN * 3 / 2).abs() <= 3, "{prices:?}");
    }

    #[test]
    fn stopping_early_still_gives_prices_nobody_exceeds() {
        let covers: Vec<Vec<usize>> =
            (0..40).map(|actor| (0..12).filter(|row| (actor * 7 + row * 5) % 11 < 4).collect()).collect();
        let costs: Vec<i32> = (0..40).map(|actor| 3 + actor % 4).collect();
        let mut before = 0;
        for work in [0, 2_000, 6_000, 1_000_000] {
            let prices = prices(&covers, &costs, 12, work);
            for (held, cost) in covers.iter().zip(&costs) {
                let worth: i64 = held.iter().map(|row| prices[*row]).sum();
                assert!(worth <= i64::from(*cost) * GRAIN);
            }
            let total: i64 = prices.iter().sum();
            assert!(total >= before, "more work, no weaker bound");
            before = total;
        }
        assert!(before > 0);
    }
}
