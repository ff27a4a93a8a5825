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
/// A stream that has been open once is opened anew for as long as it takes; one that never was is given up when a call would be.
pub(crate) struct Recovery {
    failures: u32,
    refreshed: bool,
    patience: Option<Instant>,
}

/// Reopening says how a stream is opened anew: after which pause, and in place of which credential.
#[derive(Default)]
pub(crate) struct Reopening {
    pause: Duration,
    refused: Option<AsciiMetadataValue>,
}

impl Recovery {
    pub(crate) fn new(client: &Client) -> Self {
        Self { failures: 0, refreshed: false, patience: Some(Instant::now() + client.shared.timeout) }
    }

    /// Notes that the stream has brought something: the next failure is the first again.
    pub(crate) fn progress(&mut self) {
        *self = Self { failures: 0, refreshed: false, patience: None };
    }

    /// Returns how to go on after an error, or the error where that is of no use.
    pub(crate) fn after(&mut self, error: Error, client: &Client, used: Option<AsciiMetadataValue>) -> Result<Reopening> {
        if error.is_token_expired() && !self.refreshed && client.shared.credentials.can_refresh() {
            self.refreshed = true;
            return Ok(Reopening { pause: Duration::ZERO, refused: used });
        }
        if !error.is_transient() {
            return Err(error);
        }
        self.failures = self.failures.saturating_add(1);
        let pause = client.shared.retry.pause(self.failures, &error);
        match self.patience {
            Some(end) if Instant::now() + pause > end => Err(error),
            _ => Ok(Reopening { pause, refused: None }),
        }
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
