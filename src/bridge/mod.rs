//! The whole surface that JavaScript sees.

mod element;
mod headless;

pub use element::{Page, Widget, on_panic, version};
pub use headless::{analyze, diff, migrate, validate};
