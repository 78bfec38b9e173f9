//! Pictures drawn as SVG, each with its table.

mod copy;
mod figure;
mod legend;
mod map;
mod map_data;
mod marker;
mod measure;
mod picture;
mod scene;

pub use map::InfluenceMap;
pub use marker::next_marker;
pub use measure::{Ruler, use_measure, use_width, width_of};
pub use picture::{PictureBox, TableTools, picture_tools};
