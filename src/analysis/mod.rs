//! What a dossier says once it is read as a whole. Nothing here changes a dossier.
//!
//! Each module answers one question from an [`Index`], built once for a revision. "Not said" stays apart from any
//! value: a result that cannot be given is `None`, with the reason where it is published.
//!
//! A role counts while it has not ended: one that starts later already names who will hold it.

pub mod admission;
pub mod circles;
pub mod coherence;
pub mod complementarities;
pub mod completeness;
pub mod coverage;
pub mod disputes;
pub mod first_group;
mod index;
pub mod network;
mod place;
pub mod pool;
pub mod positions;
mod proposals;
pub mod qualification;
pub mod readings;
pub mod responsibilities;
pub mod roles;
mod territories;
pub mod votes;
pub mod without;

pub(crate) use index::overlap;
pub use index::{Index, On};
pub use place::Place;
pub(crate) use proposals::covers;
pub use proposals::{Decision, decision};
pub use territories::{Cover, Territories};
