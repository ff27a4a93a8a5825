//! Randomness for keys and for jitter, from what the standard library seeds its hash maps with.

use std::{
    hash::{BuildHasher, RandomState},
    time::{SystemTime, UNIX_EPOCH},
};

/// Returns 64 random bits. Not for secrets.
pub(crate) fn bits() -> u64 {
    // A process that was forked off has the same seed, but not the same id.
    RandomState::new().hash_one(std::process::id())
}

/// Returns a number from 0 to 1.
pub(crate) fn fraction() -> f64 {
    (bits() >> 11) as f64 / (1u64 << 53) as f64
}

/// Returns an idempotency key that nobody else makes, a UUIDv7. It begins with the time: keys that come in their order are cheap for the
/// broker, whose store would have to look among all the older ones for a key that is anywhere.
pub(crate) fn key() -> String {
    key_at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis() as u64)
}

/// Returns a key of a time in milliseconds since 1970.
fn key_at(millis: u64) -> String {
    let (first, second) = (bits(), bits());
    format!(
        "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
        millis >> 16,
        millis & 0xffff,
        first >> 52,
        0x8000 | second >> 50,
        second & 0xffff_ffff_ffff,
    )
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_key_is_a_uuid_of_version_7() {
        let before = SystemTime::now();
        for _ in 0..1000 {
            let key = key();
            let form = |at: usize, c: char| match at {
                8 | 13 | 18 | 23 => c == '-',
                14 => c == '7',
                19 => "89ab".contains(c),
                _ => "0123456789abcdef".contains(c),
            };
            assert!(key.len() == 36 && key.char_indices().all(|(at, c)| form(at, c)), "{key}");
            let time = u64::from_str_radix(&key[..13].replace('-', ""), 16).unwrap();
            let millis = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap().as_millis() as u64;
            assert!((millis(before)..=millis(SystemTime::now())).contains(&time), "{key}");
        }
    }

    #[test]
    fn later_keys_sort_later() {
        for _ in 0..100 {
            let keys = [0, 1, 0xffff, 0x10000, 1_800_000_000_000, 1_800_000_000_001].map(key_at);
            assert!(keys.is_sorted(), "{keys:?}");
        }
    }

    #[test]
    fn no_two_keys_are_equal() {
        assert_eq!((0..10_000).map(|_| key_at(1)).collect::<HashSet<_>>().len(), 10_000);
    }
}
