//! Line icons, 20 units wide, always beside a word or under an accessible name.

use yew::prelude::*;

macro_rules! icons {
    ($($name:ident = $path:literal),+ $(,)?) => {
        /// The icons.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is named after what it draws")]
        pub enum IconName { $($name),+ }

        impl IconName {
            const fn path(self) -> &'static str {
                match self { $(Self::$name => $path),+ }
            }
        }
    };
}

icons! {
    Pen = "M4 16l.8-3.4L13.6 3.8a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2z",
    Check = "M4 10.5l4 4 8-9",
    Undo = "M7.5 4L4 7.5 7.5 11M4.5 7.5H12a4 4 0 0 1 0 8H8",
    Redo = "M12.5 4L16 7.5 12.5 11M15.5 7.5H8a4 4 0 0 0 0 8h4",
    Import = "M10 3v9M6.5 8.5L10 12l3.5-3.5M3.5 12.5V16h13v-3.5",
    Export = "M10 12V3M6.5 6.5L10 3l3.5 3.5M3.5 12.5V16h13v-3.5",
    More = "M4.5 10h.01M10 10h.01M15.5 10h.01",
    Close = "M5 5l10 10M15 5L5 15",
    Plus = "M10 4v12M4 10h12",
    Minus = "M4 10h12",
    Right = "M4 10h12M11.5 5.5L16 10l-4.5 4.5",
    ChevronDown = "M5.5 8l4.5 4.5L14.5 8",
    ChevronLeft = "M12 5l-5 5 5 5",
    ChevronRight = "M8 5l5 5-5 5",
    Fold = "M5 5l5 5-5 5M11 5l5 5-5 5",
    Unfold = "M15 5l-5 5 5 5M9 5l-5 5 5 5",
    Doc = "M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4",
    Print = "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z",
    Search = "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13 13l4 4",
    Trash = "M4 6h12M8 6V3.5h4V6M5.5 6l.8 11h7.4l.8-11",
    Up = "M10 16V4M5.5 8.5L10 4l4.5 4.5",
    Down = "M10 4v12M5.5 11.5L10 16l4.5-4.5",
    Filter = "M3 5h14M6 10h8M8.5 15h3",
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which icon.
    pub name: IconName,
    /// 14 px instead of 18.
    #[prop_or_default]
    pub small: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A decorative icon.
#[component]
pub fn Icon(props: &Props) -> Html {
    let class = classes!(
        "i",
        props.small.then_some("i-sm"),
        (props.name == IconName::More).then_some("i-more"),
        props.class.clone()
    );
    html! {
        <svg {class} viewBox="0 0 20 20" aria-hidden="true"><path d={props.name.path()} /></svg>
    }
}
