//! The words and lists of the method, and how an institution renames or extends them.
//!
//! Closed lists (families, scales, roles, conditions, steps) are functions from a value to a [`Phrase`](crate::i18n::Phrase); open lists
//! (sub-kinds, themes, phases, units) are entries with a stable code, held by [`Vocabulary`]. A host page's own
//! labels for closed lists reach the screen through [`Vocabulary::messages`], given to the catalogue; its own
//! entries are part of the [`Vocabulary`] itself.

mod clauses;
mod conditions;
mod examples;
mod guess;
mod host;
mod labels;
mod presets;
mod shapes;
mod step;

pub use clauses::{CLAUSES, clause};
pub use conditions::{ConditionCode, conditions_of};
pub use examples::{Example, examples};
pub use guess::{Guess, fold, guess, present_name};
pub use host::{Choice, Vocabulary};
pub use labels::*;
pub use presets::{Meant, PRESETS, Preset, PresetCollege, preset};
pub use shapes::{Shape, kind_shape};
pub use step::{Step, Tips, step_name, step_purpose, step_tips};
