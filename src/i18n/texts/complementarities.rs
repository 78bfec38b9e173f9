//! The matrix of actors and key functions.

texts! { complementarities;
}
