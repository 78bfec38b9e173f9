//! Sorting.
//!
//! The sort of the standard library is written out for each type and each comparison, four kilobytes of program a
//! time. Here it is written once, over places; each type adds only the exchanges.

use std::cmp::Ordering;

/// Sorts by a comparison; items that compare equal stay in their order, as with [`slice::sort_by`].
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut goes_to = ranks(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for place in 0..items.len() {
        // Each exchange puts one item where it goes, for good.
        while let Some(rank) = goes_to.get(place).copied().filter(|rank| *rank != place) {
            items.swap(place, rank);
            goes_to.swap(place, rank);
        }
    }
}

/// Sorts by a key; items of equal keys stay in their order, as with [`slice::sort_by_key`].
pub fn by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// The rank of each place once sorted.
fn ranks(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    let mut ranks = vec![0; count];
    for (rank, place) in places.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(place) {
            *slot = rank;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_and_keeps_the_order_of_equals() {
        // Knuth's generator (MMIX), so that the lists are long, with many equal keys, and the same each time.
        let mut state: u64 = 1;
        for length in [0, 1, 2, 3, 10, 57, 1000] {
            let list: Vec<(u64, usize)> = (0..length)
                .map(|place| {
                    state =
                        state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    ((state >> 33) % 20, place)
                })
                .collect();
            // Places rise within a key: sorting by both is what a stable sort by the key gives.
            let mut expected = list.clone();
            expected.sort_unstable();
            let mut by_keys = list.clone();
            by_key(&mut by_keys, |item| item.0);
            assert_eq!(by_keys, expected);
            let mut compared = list;
            by(&mut compared, |a, b| a.0.cmp(&b.0));
            assert_eq!(compared, expected);
        }
    }
}
