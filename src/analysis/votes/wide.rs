//! Whole numbers of 256 bits and exact fractions of them: just what the indices need.
//!
//! Written here rather than taken from a library: every number of this module is bounded (see [`Wide`]), four
//! operations are enough, and a general one weighs more than all the computations of votes together.

use std::cmp::Ordering;
use std::fmt;

const LIMBS: usize = 8;

/// A whole number from 0 to 2^256 − 1.
///
/// What is held here stays below it: counts of coalitions are at most 2^[`MAX_MEMBERS`](super::MAX_MEMBERS) = 2^120,
/// their products by one another or by the number of members below 2^247, and the least common multiple of 1 … 120 is
/// below 2^180 (ψ(x) < 1.039 x; Rosser & Schoenfeld, 1962).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wide([u32; LIMBS]);

impl From<u128> for Wide {
    fn from(value: u128) -> Self {
        let mut limbs = [0; LIMBS];
        for (place, limb) in limbs.iter_mut().take(4).enumerate() {
            *limb = (value >> (32 * place)) as u32;
        }
        Self(limbs)
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

impl Wide {
    /// The sum.
    pub fn plus(self, other: Self) -> Self {
        let mut carry = 0_u64;
        let mut sum = self;
        for (limb, more) in sum.0.iter_mut().zip(other.0) {
            carry += u64::from(*limb) + u64::from(more);
            *limb = carry as u32;
            carry >>= 32;
        }
        sum
    }

    /// The product by a small number.
    pub fn times(self, factor: u32) -> Self {
        let mut carry = 0_u64;
        let mut product = self;
        for limb in &mut product.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= 32;
        }
        product
    }

    /// The product by a count.
    pub fn times_count(self, factor: u128) -> Self {
        let mut product = Self::default();
        for place in (0..4).rev() {
            product.0.rotate_right(1);
            product = product.plus(self.times((factor >> (32 * place)) as u32));
        }
        product
    }

    /// Quotient and remainder by a small number other than 0.
    pub fn divided(self, divisor: u32) -> (Self, u32) {
        let mut rest = 0_u64;
        let mut quotient = self;
        let by = u64::from(divisor.max(1));
        for limb in quotient.0.iter_mut().rev() {
            rest = (rest << 32) | u64::from(*limb);
            *limb = (rest / by) as u32;
            rest %= by;
        }
        (quotient, rest as u32)
    }

    /// The nearest floating number, to be shown; a few units in the last place off.
    pub fn approximate(self) -> f64 {
        self.0.iter().rev().fold(0.0, |high, limb| high * 4_294_967_296.0 + f64::from(*limb))
    }
}

impl fmt::Display for Wide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups = Vec::new();
        let mut rest = *self;
        while rest != Self::default() {
            let (quotient, group) = rest.divided(1_000_000_000);
            groups.push(group);
            rest = quotient;
        }
        write!(f, "{}", groups.pop().unwrap_or_default())?;
        groups.iter().rev().try_for_each(|group| write!(f, "{group:09}"))
    }
}

/// An exact fraction in its lowest terms, from 0 up; the denominator is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Numerator.
    pub n: Wide,
    /// Denominator.
    pub d: Wide,
}

impl Ratio {
    /// The fraction `n / d` of two counts; `None` where `d` is 0.
    pub fn of(n: u128, d: u128) -> Option<Self> {
        if d == 0 {
            return None;
        }
        let shared = gcd(n, d);
        Some(Self { n: Wide::from(n / shared), d: Wide::from(d / shared) })
    }

    /// The fraction `n / d` where every prime factor of `d` is at most `largest`.
    pub(super) fn smooth(mut n: Wide, mut d: Wide, largest: u32) -> Self {
        for prime in (2..=largest).filter(|number| (2..*number).all(|factor| number % factor != 0)) {
            while let ((lower_n, 0), (lower_d, 0)) = (n.divided(prime), d.divided(prime)) {
                (n, d) = (lower_n, lower_d);
            }
        }
        Self { n, d }
    }

    /// The decimal value, to be shown.
    pub fn value(self) -> f64 {
        self.n.approximate() / self.d.approximate()
    }
}

/// The greatest common divisor; that of 0 and `b` is `b`.
pub(super) fn gcd(mut a: u128, mut b: u128) -> u128 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        if a > b {
            std::mem::swap(&mut a, &mut b);
        }
        b -= a;
    }
    a << twos
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_full() {
        assert_eq!(Wide::default().to_string(), "0");
        assert_eq!(Wide::from(1_000_000_000).to_string(), "1000000000");
        assert_eq!(Wide::from(u128::MAX).to_string(), u128::MAX.to_string());
        // 2^128 − 1 squared, from the identity (a − 1)² = a² − 2a + 1 with 2^128 = 340282366920938463463374607431768211456.
        let square = Wide::from(u128::MAX).times_count(u128::MAX);
        assert_eq!(
            square.to_string(),
            "115792089237316195423570985008687907852589419931798687112530834793049593217025"
        );
    }

    #[test]
    fn products_and_quotients_undo_each_other() {
        let mut factorial = Wide::from(1);
        for factor in 1..=50 {
            factorial = factorial.times(factor);
        }
        // 50!, as printed in any table of factorials.
        let printed = "30414093201713378043612608166064768844377641568960512000000000000";
        assert_eq!(factorial.to_string(), printed);
        for divisor in (1..=50).rev() {
            let (quotient, rest) = factorial.divided(divisor);
            assert_eq!(rest, 0);
            factorial = quotient;
        }
        assert_eq!(factorial, Wide::from(1));
        assert_eq!(Wide::from(1_000).divided(7), (Wide::from(142), 6));
    }

    #[test]
    fn fractions_come_in_lowest_terms() {
        assert_eq!(Ratio::of(6, 21), Ratio::of(2, 7));
        assert_eq!(Ratio::of(0, 9), Ratio::of(0, 1));
        assert_eq!(Ratio::of(3, 0), None);
        assert_eq!(Some(Ratio::smooth(Wide::from(84), Wide::from(360), 5)), Ratio::of(7, 30));
        assert_eq!(Some(Ratio::smooth(Wide::default(), Wide::from(360), 5)), Ratio::of(0, 1));
        assert!((Ratio::of(1, 3).unwrap().value() - 1.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn order_goes_by_the_highest_digits() {
        assert!(Wide::from(1 << 100) > Wide::from((1 << 100) - 1));
        assert!(Wide::from(1).times_count(1 << 127).times(4) > Wide::from(u128::MAX));
    }
}
