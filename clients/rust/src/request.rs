//! Requests: built, sent, and sent again where that is safe.

use std::{pin::Pin, time::Duration};

use tokio::time::{Instant, sleep, timeout_at};
use tonic::{Code, client::Grpc, codegen::http::uri::PathAndQuery, metadata::AsciiMetadataValue};
use tonic_prost::ProstCodec;

use crate::{
    backoff::RetryPolicy,
    client::Client,
    error::{Error, Result},
    pages::Items,
    proto::chat::SendMessageRequest,
    random,
};

/// The largest answer that is taken: a page of the largest messages fits well.
pub(crate) const LARGEST_ANSWER: usize = 64 << 20;

/// Unary is a message that asks for one answer. The generated requests are; it is not for applications to implement.
pub trait Unary: prost::Message + Clone + Default + 'static {
    /// The answer.
    type Response: prost::Message + Default + Send + 'static;
    /// The path of the method.
    const PATH: &'static str;
    /// Whether the contract says that it may be repeated.
    const REPEATABLE: bool;

    /// Returns the idempotency key, where the message has one.
    fn idempotency_key(&mut self) -> Option<&mut String> {
        None
    }
}

/// Paged is a message that asks for a page of a list. It is not for applications to implement.
pub trait Paged: Unary {
    /// What is listed.
    type Item: Send + Unpin + 'static;

    /// Asks for the page of a token.
    fn set_page_token(&mut self, token: String);

    /// Takes an answer apart: the items, and the token of the next page or an empty one.
    fn into_page(response: Self::Response) -> (Vec<Self::Item>, String);
}

/// Request is a call that has not been made yet: set what may be set, then await it.
///
/// A write gets an idempotency key, one for all its tries, unless one is given. Dropping the future of a request cancels the
/// call; a write may have happened then.
///
/// ```
/// # use parley_interop::{Client, RetryPolicy};
/// # use std::time::Duration;
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// let created = client
///     .identity()
///     .create_user()
///     .display_name("Anna")
///     .custom_id("anna-42")
///     .timeout(Duration::from_secs(3))
///     .retry(RetryPolicy::never())
///     .await?;
/// assert_eq!(created.user().display_name, "Anna");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Request<R> {
    pub(crate) client: Client,
    pub(crate) message: R,
    timeout: Duration,
    retry: RetryPolicy,
}

impl<R: Unary> Request<R> {
    pub(crate) fn new(client: Client, message: R) -> Self {
        let (timeout, retry) = (client.shared.timeout, client.shared.retry);
        Self { client, message, timeout, retry }
    }

    /// Sets how long the call may take, all its tries together.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets how often the call is tried.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Returns the message, to be read or changed in place.
    pub fn message_mut(&mut self) -> &mut R {
        &mut self.message
    }

    /// Makes the call.
    async fn send(mut self) -> Result<R::Response> {
        if let Some(key) = self.message.idempotency_key().filter(|key| key.is_empty()) {
            *key = random::key();
        }
        let deadline = Instant::now() + self.timeout;
        let (mut failures, mut refreshed) = (0, false);
        loop {
            let (error, credential) = match timeout_at(deadline, self.attempt(deadline)).await {
                Ok(Ok(response)) => return Ok(response),
                // A broker resets a call whose deadline has passed, and that may be heard before our own timer.
                Ok(Err((Error::Unavailable(_), _))) if Instant::now() >= deadline => return Err(late(R::PATH)),
                Ok(Err(failure)) => failure,
                Err(_) => return Err(late(R::PATH)),
            };
            if let Some(refused) = credential.filter(|_| !refreshed && self.may_refresh(&error)) {
                refreshed = true;
                let refresh = self.client.shared.credentials.refresh(&refused);
                timeout_at(deadline, refresh).await.map_err(|_| late(R::PATH))??;
                continue;
            }
            failures += 1;
            let pause = self.retry.pause(failures, &error);
            if !self.may_retry(&error, failures) || Instant::now() + pause >= deadline {
                return Err(error);
            }
            sleep(pause).await;
        }
    }

    fn may_refresh(&self, error: &Error) -> bool {
        error.is_token_expired() && self.client.shared.credentials.can_refresh()
    }

    fn may_retry(&self, error: &Error, failures: u32) -> bool {
        R::REPEATABLE && error.is_transient() && failures < self.retry.attempts
    }

    /// Tries the call once. An error comes with the credential that was used.
    async fn attempt(&self, deadline: Instant) -> Result<R::Response, (Error, Option<AsciiMetadataValue>)> {
        let mut request = tonic::Request::new(self.message.clone());
        let credential = self.client.sign(request.metadata_mut()).await.map_err(|error| (error, None))?;
        request.set_timeout(deadline.saturating_duration_since(Instant::now()));
        let failed = |status| (self.client.error(status, R::PATH), credential.clone());
        let mut grpc = Grpc::new(self.client.shared.channel.clone()).max_decoding_message_size(LARGEST_ANSWER);
        grpc.ready().await.map_err(|error| failed(tonic::Status::from_error(error.into())))?;
        let path = PathAndQuery::from_static(R::PATH);
        let response = grpc.unary(request, path, ProstCodec::<R, R::Response>::default()).await.map_err(failed)?;
        Ok(response.into_inner())
    }
}

impl<R: Paged> Request<R> {
    /// Returns a stream of all items from this page on, which fetches one page after the other as they are asked for.
    ///
    /// ```
    /// # use parley_interop::Client;
    /// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
    /// # client.identity().create_user().await?;
    /// let mut users = client.identity().list_users().page_size(500).items();
    /// while let Some(user) = users.next().await {
    ///     println!("{}", user?.identifier().raw_id);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn items(self) -> Items<R> {
        Items::new(self)
    }
}

impl<R: Unary> IntoFuture for Request<R> {
    type Output = Result<R::Response>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl From<Request<SendMessageRequest>> for SendMessageRequest {
    fn from(request: Request<SendMessageRequest>) -> Self {
        request.message
    }
}

fn late(path: &str) -> Error {
    Error::local(Code::DeadlineExceeded, format!("the deadline of {path} passed"))
}

/// Makes a mask of the paths of fields.
pub(crate) fn mask(paths: impl IntoIterator<Item = impl Into<String>>) -> prost_types::FieldMask {
    prost_types::FieldMask { paths: paths.into_iter().map(Into::into).collect() }
}

/// Makes a duration of the contract; one beyond its bounds becomes the longest that there is, and the broker refuses it.
pub(crate) fn duration(value: Duration) -> prost_types::Duration {
    value.try_into().unwrap_or(prost_types::Duration { seconds: i64::MAX, nanos: 0 })
}
