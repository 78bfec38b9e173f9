//! The shapes of the families: told apart without their colours, on the screen as in files.

use super::kind_letter;
use crate::model::ActorKind;

/// How the marker of a kind is drawn, in a box of 24 units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Letter.
    pub letter: &'static str,
    /// Outline.
    pub path: &'static str,
    /// Height of the letter's middle.
    pub letter_y: &'static str,
    /// Size of the letter.
    pub letter_size: &'static str,
    /// Top of the outline.
    pub top: f64,
    /// Bottom of the outline.
    pub bottom: f64,
}

/// The marker of a kind; an actor without a kind is drawn as "other".
pub const fn kind_shape(kind: Option<ActorKind>) -> Shape {
    let letter = kind_letter(match kind {
        Some(kind) => kind,
        None => ActorKind::Other,
    });
    macro_rules! shape {
        ($path:literal, $y:literal, $size:literal, $top:literal, $bottom:literal) => {
            Shape { letter, path: $path, letter_y: $y, letter_size: $size, top: $top, bottom: $bottom }
        };
    }
    match kind {
        Some(ActorKind::PublicAuthority) => shape!("M3 3H21V21H3Z", "12", "13", 3.0, 21.0),
        Some(ActorKind::EconomicDevelopment) => {
            shape!("M12 .6L23.4 12L12 23.4L.6 12Z", "12", "12", 0.6, 23.4)
        }
        Some(ActorKind::EmploymentTraining) => {
            shape!("M12 1.6A10.4 10.4 0 1 1 11.99 1.6Z", "12", "13", 1.6, 22.4)
        }
        Some(ActorKind::Business) => {
            shape!("M6.2 2.2H17.8L23.6 12L17.8 21.8H6.2L.4 12Z", "12", "13", 2.2, 21.8)
        }
        Some(ActorKind::Association) => shape!("M12 .8L23.6 22.2H.4Z", "15.6", "11.5", 0.8, 22.2),
        Some(ActorKind::SocialPartner) => {
            shape!("M6.6 3.4H23.6L17.4 20.6H.4Z", "12", "13", 3.4, 20.6)
        }
        Some(ActorKind::Inhabitants) => shape!("M12 .8L22 9.6V22H2V9.6Z", "14", "12.5", 0.8, 22.0),
        Some(ActorKind::Expert) => {
            shape!("M7.4 1H16.6V7.4H23V16.6H16.6V23H7.4V16.6H1V7.4H7.4Z", "12", "12.5", 1.0, 23.0)
        }
        Some(ActorKind::Other) | None => shape!("M.4 1.8H23.6L12 23.2Z", "9", "11.5", 1.8, 23.2),
    }
}
