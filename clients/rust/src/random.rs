//! Randomness for keys and for jitter, from what the standard library seeds its hash maps with.

use std::hash::{BuildHasher, RandomState};

/// Returns 64 random bits. Not for secrets.
pub(crate) fn bits() -> u64 {
    RandomState::new().hash_one(0)
}

/// Returns a number from 0 to 1.
pub(crate) fn fraction() -> f64 {
    (bits() >> 11) as f64 / (1u64 << 53) as f64
}
