//! The screens, in Yew.

pub mod host;
