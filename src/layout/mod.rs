//! Where the marks and the words of a picture go: plain geometry, in pixels, without a browser.
//!
//! Everything here is deterministic: the same picture is laid out the same way on every screen and in every revision.
//! It knows nothing of a dossier and imports nothing of the crate.

mod apart;
mod below;
mod hemicycle;
mod labels;
mod network;
mod rings;
mod spread;

pub use apart::{Parting, height_for};
pub use below::{below, disc_below};
pub use hemicycle::{Hemicycle, hemicycle};
pub use labels::{Label, Mark, Placed, Segment, place};
pub use network::{Boxes, Drawing, Laid, crossings, network};
pub use rings::{Member, Rings};
pub use spread::{Spread, fit, spread};

/// A point, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle with its sides along the axes, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// The square of side `side` around a point.
    pub fn around(centre: Point, side: f64) -> Self {
        Self { x: centre.x - side / 2.0, y: centre.y - side / 2.0, w: side, h: side }
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.w / 2.0, y: self.y + self.h / 2.0 }
    }

    /// Whether the two share more than a border.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    /// Whether the other lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.x + other.w <= self.x + self.w
            && other.y + other.h <= self.y + self.h
    }
}
