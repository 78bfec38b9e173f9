//! The screen: Yew components over an immutable dossier.
//!
//! A component reads the [`Env`](env::Env) (words, lists, settings; stable) and the [`Data`](env::Data) (dossier and
//! what the analysis found; new at each change) from context, and asks for changes through `Env`. It computes nothing
//! of the method and writes no word that is not in the catalogue.

#![allow(unreachable_pub, reason = "Yew asks that the properties of a component be as public as it is")]

pub mod app;
pub mod charts;
pub mod dialogs;
pub mod drafts;
pub mod env;
pub mod files;
pub mod formats;
pub mod host;
pub mod insights;
pub mod live;
pub mod partner;
pub mod reports;
pub mod screens;
pub mod shell;
pub mod steps;
pub mod widgets;
