//! The primitives of the screen: native controls with the product's look, and the marks that carry meaning.
//! They know nothing of a dossier: they take words and values, and give back what a person did.

mod button;
mod choice;
mod dialog;
mod field;
mod focus;
mod icon;
mod late;
mod marks;
mod menu;
mod near;

pub use button::{Button, ButtonKind, IconButton};
pub use choice::{Chip, ChipSet, Segment, Segmented, SelectField, SelectOption, chip_set};
pub use dialog::Dialog;
pub use field::TextField;
pub use focus::{focus_id, use_focus_on_change};
pub use icon::{Icon, IconName};
pub use late::{after_frame, after_render, use_late, use_settled};
pub use marks::{
    ConditionMark, Dots, KindMark, MobilisationMark, ProgressLine, Ring, SeverityMark, StanceDots, Value,
    kind_class, mobilisation_children, mobilisation_class,
};
pub use menu::{Menu, MenuEntry};
pub use near::{GROUP, gap, use_near};
