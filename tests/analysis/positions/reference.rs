//! The definitions of the method §5.3, written out term by term over exact fractions.

use std::cmp::Ordering;

/// An exact fraction, in lowest terms, denominator above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Q(i128, i128);

impl Q {
    pub(super) fn new(over: i128, under: i128) -> Self {
        assert_ne!(under, 0);
        let (mut a, mut b) = (over.abs(), under.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = under.signum();
        Self(sign * over / a.max(1), under.abs() / a.max(1))
    }

    pub(super) fn whole(value: i128) -> Self {
        Self(value, 1)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.plus(Self(-other.0, other.1))
    }

    pub(super) fn times(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }

    pub(super) fn over(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }

    pub(super) fn abs(self) -> Self {
        Self(self.0.abs(), self.1)
    }

    pub(super) fn sign(self) -> i128 {
        self.0.signum()
    }

    pub(super) fn float(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }

    pub(super) fn sum(list: impl IntoIterator<Item = Self>) -> Self {
        list.into_iter().fold(Self::whole(0), Self::plus)
    }
}

impl PartialOrd for Q {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Q {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// Both matrices of a case.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) mid: Vec<Vec<i128>>,
    pub(super) m: Vec<Vec<i128>>,
}

impl Case {
    pub(super) fn actors(&self) -> usize {
        self.mid.len()
    }

    pub(super) fn objectives(&self) -> usize {
        self.m.first().map_or(0, Vec::len)
    }

    pub(super) fn midi(&self) -> Vec<Vec<i128>> {
        let n = self.actors();
        let term = |a: usize, b: usize| {
            self.mid[a][b] + (0..n).map(|c| self.mid[a][c].min(self.mid[c][b])).sum::<i128>()
        };
        (0..n).map(|a| (0..n).map(|b| term(a, b)).collect()).collect()
    }

    pub(super) fn influence(&self) -> Vec<i128> {
        let (n, midi) = (self.actors(), self.midi());
        (0..n).map(|a| (0..n).filter(|b| *b != a).map(|b| midi[a][b]).sum()).collect()
    }

    pub(super) fn dependence(&self) -> Vec<i128> {
        let (n, midi) = (self.actors(), self.midi());
        (0..n).map(|a| (0..n).filter(|b| *b != a).map(|b| midi[b][a]).sum()).collect()
    }

    /// R*, `None` where it is undefined.
    pub(super) fn power(&self) -> Vec<Option<Q>> {
        let n = self.actors();
        let (midi, i, d) = (self.midi(), self.influence(), self.dependence());
        let total: i128 = i.iter().sum();
        let before: Vec<Option<Q>> = (0..n)
            .map(|a| {
                (total != 0 && i[a] + d[a] != 0)
                    .then(|| Q::new(i[a] - midi[a][a], total).times(Q::new(i[a], i[a] + d[a])))
            })
            .collect();
        let sum = Q::sum(before.iter().flatten().copied());
        before
            .iter()
            .map(|r| r.filter(|_| sum.sign() != 0).map(|r| Q::whole(n as i128).times(r).over(sum)))
            .collect()
    }

    pub(super) fn ranks(&self) -> Vec<Option<usize>> {
        let power = self.power();
        let rank = |own: Q| 1 + power.iter().flatten().filter(|other| **other > own).count();
        power.iter().map(|own| own.map(rank)).collect()
    }

    /// Influence at least the mean, dependence at least the mean; `None` where nothing bears.
    pub(super) fn planes(&self) -> Vec<Option<(bool, bool)>> {
        let (n, i, d) = (self.actors(), self.influence(), self.dependence());
        let mean = |list: &[i128]| Q::new(list.iter().sum(), n as i128);
        let high = |value: i128, list: &[i128]| Q::whole(value) >= mean(list);
        (0..n).map(|a| (i[a] + d[a] > 0).then(|| (high(i[a], &i), high(d[a], &d)))).collect()
    }

    /// The smallest set of highest powers above half of the total, equals of the last included.
    pub(super) fn leaders(&self) -> Vec<usize> {
        let power = self.power();
        let total = Q::sum(power.iter().flatten().copied());
        let mut levels: Vec<Q> = power.iter().flatten().copied().collect();
        levels.sort_unstable();
        levels.dedup();
        let at_least = |level: Q| -> Vec<usize> {
            (0..power.len()).filter(|a| power[*a].is_some_and(|own| own >= level)).collect()
        };
        let enough = |set: &[usize]| Q::sum(set.iter().filter_map(|a| power[*a])).times(Q::whole(2)) > total;
        levels.iter().rev().map(|level| at_least(*level)).find(|set| enough(set)).unwrap_or_default()
    }

    pub(super) fn first(&self) -> Vec<usize> {
        let ranks = self.ranks();
        (0..ranks.len()).filter(|a| ranks[*a] == Some(1)).collect()
    }

    /// 3MAO, `None` where the power is undefined.
    pub(super) fn weighted(&self) -> Vec<Vec<Option<Q>>> {
        let row = |(row, power): (&Vec<i128>, Option<Q>)| {
            row.iter().map(|value| power.map(|power| power.times(Q::whole(*value)))).collect()
        };
        self.m.iter().zip(self.power()).map(row).collect()
    }

    /// Positives and negatives of an objective; `None` where a power that enters is undefined.
    pub(super) fn balance(&self, objective: usize) -> (Option<Q>, Option<Q>) {
        let weighted = self.weighted();
        let side = |sign: i128| {
            (0..self.actors())
                .filter(|a| self.m[*a][objective].signum() == sign)
                .map(|a| weighted[a][objective])
                .try_fold(Q::whole(0), |sum, value| Some(sum.plus(value?)))
        };
        (side(1), side(-1))
    }

    /// Sign of what weighs for an objective less what weighs against it.
    pub(super) fn side(&self, objective: usize) -> Option<i128> {
        let (favour, against) = self.balance(objective);
        Some(favour?.plus(against?).sign())
    }

    /// sign(M) or M, as fractions.
    pub(super) fn plain(&self, signs: bool) -> Vec<Vec<Option<Q>>> {
        let value = |value: &i128| Some(Q::whole(if signs { value.signum() } else { *value }));
        self.m.iter().map(|row| row.iter().map(value).collect()).collect()
    }
}

/// Convergence and divergence of two rows of X; `None` where one is undefined.
pub(super) fn agreement(x: &[Vec<Option<Q>>], i: usize, j: usize) -> Option<(Q, Q)> {
    let mut found = (Q::whole(0), Q::whole(0));
    if i == j {
        return Some(found);
    }
    for (one, other) in x[i].iter().zip(&x[j]) {
        let (one, other) = ((*one)?, (*other)?);
        let half = one.abs().plus(other.abs()).over(Q::whole(2));
        match one.times(other).sign() {
            1 => found.0 = found.0.plus(half),
            -1 => found.1 = found.1.plus(half),
            _ => {}
        }
    }
    Some(found)
}

/// Sums of C and of D over all pairs, where all are defined.
pub(super) fn sums(x: &[Vec<Option<Q>>]) -> Option<(Q, Q)> {
    let mut sums = (Q::whole(0), Q::whole(0));
    for i in 0..x.len() {
        for j in 0..i {
            let (c, d) = agreement(x, i, j)?;
            sums = (sums.0.plus(c), sums.1.plus(d));
        }
    }
    Some(sums)
}

/// `100·ΣC/(ΣC+ΣD)`.
pub(super) fn degree(x: &[Vec<Option<Q>>]) -> Option<Q> {
    let (c, d) = sums(x)?;
    let all = c.plus(d);
    (all.sign() != 0).then(|| Q::whole(100).times(c).over(all))
}

/// `1 − Σ|C−D| / Σ(C+D)` of an actor.
pub(super) fn ambivalence(x: &[Vec<Option<Q>>], i: usize) -> Option<Q> {
    let (mut gaps, mut all) = (Q::whole(0), Q::whole(0));
    for k in 0..x.len() {
        let (c, d) = agreement(x, i, k)?;
        gaps = gaps.plus(c.minus(d).abs());
        all = all.plus(c.plus(d));
    }
    (all.sign() != 0).then(|| Q::whole(1).minus(gaps.over(all)))
}
