//! The network of actors.

texts! { network;
}
