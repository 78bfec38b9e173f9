//! The circles step.

texts! { circles;
}
