//! The governance step: bodies, seats and votes.

texts! { bodies;
}
