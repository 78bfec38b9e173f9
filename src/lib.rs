//! *Tour de table*: a widget in which people put a territorial partnership together.
