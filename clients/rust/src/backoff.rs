//! How often and after which pause something is tried again.

use std::time::Duration;

use crate::{error::Error, random};

/// RetryPolicy says how often a call is tried and how long the pauses are.
///
/// Only what the contract calls repeatable is tried again, only after errors that promise something of it (`UNAVAILABLE`, and
/// `ABORTED` or `RESOURCE_EXHAUSTED` with a delay from the broker), and only within the deadline of the call. Each pause is a
/// random part of a bound that grows from 100 ms by 1.6 to 5 s, and never shorter than the delay that the broker asks for.
///
/// ```
/// use std::time::Duration;
/// use parley_interop::RetryPolicy;
///
/// let patient = RetryPolicy::default().max_attempts(8).first_pause(Duration::from_millis(250));
/// let never = RetryPolicy::never();
/// # assert_ne!(patient, never);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetryPolicy {
    pub(crate) attempts: u32,
    first: Duration,
    growth: f64,
    longest: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self { attempts: 5, first: Duration::from_millis(100), growth: 1.6, longest: Duration::from_secs(5) }
    }
}

impl RetryPolicy {
    /// Tries everything once.
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// Sets how often a call is tried, the first time included; 0 is taken as 1. Default 5.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Sets the bound of the first pause. Default 100 ms.
    pub fn first_pause(mut self, pause: Duration) -> Self {
        self.first = pause;
        self
    }

    /// Sets the bound that pauses never exceed, unless the broker asks for more. Default 5 s.
    pub fn longest_pause(mut self, pause: Duration) -> Self {
        self.longest = pause;
        self
    }

    /// Returns the pause before the next try, after so many tries that failed without progress: at random on top of what the broker asks
    /// for, so that clients do not come back all at once.
    pub(crate) fn pause(&self, failures: u32, error: &Error) -> Duration {
        let growth = self.growth.powi(failures.saturating_sub(1).min(64) as i32);
        let bound = self.first.mul_f64(growth.min(1e6)).min(self.longest);
        error.retry_delay().unwrap_or_default() + bound.mul_f64(random::fraction())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use tonic::{Code, Status};
    use tonic_types::{ErrorDetails, StatusExt};

    use super::*;

    #[test]
    fn pauses_grow_to_their_bound() {
        let policy = RetryPolicy::default();
        let error = Error::configuration("any");
        let longest = |failures| (0..200).map(|_| policy.pause(failures, &error)).max().unwrap();
        assert!(longest(1) <= Duration::from_millis(100));
        assert!(longest(3) > Duration::from_millis(100));
        assert!(longest(3) <= Duration::from_millis(256));
        assert!(longest(u32::MAX) <= Duration::from_secs(5));
    }
    #[test]
    fn a_pause_is_at_random_on_top_of_what_the_broker_asks_for() {
        let asked = Duration::from_secs(7);
        let details = ErrorDetails::with_retry_info(Some(asked));
        let error = Error::from(Status::with_error_details(Code::Unavailable, "draining", details));
        let pauses: Vec<_> = (0..200).map(|_| RetryPolicy::default().pause(1, &error)).collect();
        assert!(pauses.iter().all(|pause| (asked..=asked + Duration::from_millis(100)).contains(pause)), "{pauses:?}");
        assert!(HashSet::<&Duration>::from_iter(&pauses).len() > 100, "{pauses:?}");
    }
}
