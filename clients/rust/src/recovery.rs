//! What becomes of a stream that broke: opened anew after a pause, or given up.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tonic::metadata::AsciiMetadataValue;

use crate::{
    client::Client,
    error::{Error, Result},
};

/// Recovery decides what to do after each failure of one stream.
///
/// A stream that the broker has answered once is opened anew for as long as it takes; one that it never has, has as much time as
/// a call.
#[derive(Default)]
pub(crate) struct Recovery {
    failures: u32,
    refreshed: bool,
    answered: bool,
    began: Option<Instant>,
}

/// Reopening says how a stream is opened anew: after which pause, and in place of which credential.
#[derive(Default)]
pub(crate) struct Reopening {
    pause: Duration,
    refused: Option<AsciiMetadataValue>,
}

impl Recovery {
    /// Notes that the stream is being opened: the first time, its time to be answered begins.
    pub(crate) fn begin(&mut self) {
        self.began.get_or_insert_with(Instant::now);
    }

    /// Notes that the stream has brought something: the next failure is the first again.
    pub(crate) fn progress(&mut self) {
        *self = Self { answered: true, ..Self::default() };
    }

    /// Returns how to go on after an error, or the error where that is of no use.
    pub(crate) fn after(&mut self, error: Error, client: &Client, used: Option<AsciiMetadataValue>) -> Result<Reopening> {
        if error.is_token_expired() && !self.refreshed && client.shared.credentials.can_refresh() {
            self.refreshed = true;
            return Ok(Reopening { pause: Duration::ZERO, refused: used });
        }
        if !error.is_transient() && !error.is_of_the_way() {
            return Err(error);
        }
        self.failures = self.failures.saturating_add(1);
        let pause = client.shared.retry.pause(self.failures, &error);
        if !self.answered && self.waited() + pause > client.shared.timeout {
            return Err(error);
        }
        Ok(Reopening { pause, refused: None })
    }

    fn waited(&self) -> Duration {
        self.began.map(|began| began.elapsed()).unwrap_or_default()
    }
}

impl Reopening {
    /// Waits, and fetches a fresh token where the last was refused.
    pub(crate) async fn wait(self, client: &Client) -> Result<()> {
        if let Some(refused) = self.refused {
            client.shared.credentials.refresh(&refused).await?;
        }
        if !self.pause.is_zero() {
            sleep(self.pause).await;
        }
        Ok(())
    }
}
