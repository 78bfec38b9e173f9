//! The whole surface that JavaScript sees.

#[cfg(feature = "provoke-panic")]
mod checks;
#[cfg(feature = "widget")]
mod element;
#[cfg(all(feature = "formats", not(feature = "widget")))]
mod formats;
#[cfg(feature = "widget")]
mod headless;

#[cfg(feature = "provoke-panic")]
pub use checks::check_store;
#[cfg(feature = "provoke-panic")]
pub use element::provoke_panic;
#[cfg(feature = "widget")]
pub use element::{Page, PageOptions, Widget, on_panic, version};
#[cfg(all(feature = "formats", not(feature = "widget")))]
pub use formats::{export_to, formats, import_from, pack, pictures, version};
#[cfg(feature = "widget")]
pub use headless::{analyze, bring, diff, merge, migrate, reduce, validate};
