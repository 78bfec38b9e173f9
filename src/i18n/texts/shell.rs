//! The frame: top bar, rail, drawer, status.

texts! { shell;
    undo: "Annuler", "Undo";
    redo: "Rétablir", "Redo";
}
