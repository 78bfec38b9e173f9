//! The whole surface that JavaScript sees.

#[cfg(feature = "provoke-panic")]
mod checks;
mod element;
mod headless;

#[cfg(feature = "provoke-panic")]
pub use checks::check_store;
#[cfg(feature = "provoke-panic")]
pub use element::provoke_panic;
pub use element::{Page, PageOptions, Widget, on_panic, version};
pub use headless::{analyze, bring, diff, migrate, validate};
