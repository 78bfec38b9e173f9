//! Positions and alliances.

texts! { alliances;
}
