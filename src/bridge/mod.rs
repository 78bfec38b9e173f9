//! The whole surface that JavaScript sees.

mod element;

pub use element::{Page, Widget, on_panic, version};
