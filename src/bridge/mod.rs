//! The whole surface that JavaScript sees.

#[cfg(feature = "provoke-panic")]
mod checks;
#[cfg(feature = "widget")]
mod element;
#[cfg(feature = "widget")]
mod headless;

#[cfg(feature = "provoke-panic")]
pub use checks::check_store;
#[cfg(feature = "provoke-panic")]
pub use element::provoke_panic;
#[cfg(feature = "widget")]
pub use element::{Page, PageOptions, Widget, on_panic, version};
#[cfg(feature = "widget")]
pub use headless::{analyze, bring, diff, merge, migrate, validate};
