//! Streams of events that resume by themselves.

use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Instant, Sleep, sleep, timeout};
use tonic::{Code, Streaming, client::Grpc, codegen::http::uri::PathAndQuery, metadata::AsciiMetadataValue};
use tonic_prost::ProstCodec;

use crate::{
    client::Client,
    cursor::Cursor,
    error::{Error, Result},
    proto::types::StartPosition,
    recovery::{Recovery, Reopening},
    request::LARGEST_ANSWER,
};

/// How often the broker sends a heartbeat where the request does not say.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// The shortest that a broker grants. It refuses less, and its answer is waited for as long as for this.
const SHORTEST_HEARTBEAT: Duration = Duration::from_secs(1);

/// How many heartbeats may fail to come before the stream counts as broken.
const MISSED_HEARTBEATS: u32 = 3;

/// Subscription is what can be followed. It is not for applications to implement.
pub trait Subscription: Clone + Send + Sync + Unpin + 'static {
    /// The request of the method.
    type Request: prost::Message + Clone + Default + 'static;
    /// One response of the stream.
    type Response: prost::Message + Default + Send + 'static;
    /// What the application is told.
    type Event: Send + Unpin;
    /// The path of the method.
    const PATH: &'static str;

    /// Returns the request.
    fn request(&mut self) -> &mut Self::Request;

    /// Sets where the stream starts.
    fn start(&mut self, start: Start);

    /// Returns the cursor that the stream starts from, if any, and the interval of heartbeats, if given.
    fn settings(&self) -> (Option<Bytes>, Option<prost_types::Duration>);

    /// Takes a response apart.
    fn read(&self, response: Self::Response) -> (Read<Self::Event>, Bytes);

    /// Finds out what must be known before the stream is opened.
    fn prepare(&mut self, _client: &Client) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }
}

/// Start is where a stream starts.
#[derive(Clone, Debug)]
pub enum Start {
    /// After a cursor.
    Cursor(Bytes),
    /// At a place that needs no cursor.
    Position(StartPosition),
}

/// Read is what a response tells.
#[derive(Debug)]
pub enum Read<E> {
    /// A committed fact.
    Event(E),
    /// Something that has no place in the order.
    Ephemeral(E),
    /// Nothing but the cursor.
    Heartbeat,
}

/// Update is one thing that happened, and the position after it.
#[derive(Clone, Debug)]
pub struct Update<E> {
    /// What happened.
    pub event: E,
    /// The position after it; keep it together with what the application makes of the event, to resume from there. Of something
    /// ephemeral it is the position before.
    pub cursor: Cursor,
}

/// FollowRequest is a stream that is not open yet: set from where, then await it.
///
/// The stream is open when that returns: nothing that happens afterwards is missed.
#[derive(Clone, Debug)]
#[must_use = "a stream is opened when this is awaited"]
pub struct FollowRequest<S> {
    pub(crate) client: Client,
    pub(crate) subscription: S,
}

impl<S: Subscription> FollowRequest<S> {
    /// Starts after the response that carried a cursor. What else is set must be as it was then.
    pub fn after(mut self, cursor: impl Into<Cursor>) -> Self {
        self.subscription.start(Start::Cursor(cursor.into().0));
        self
    }

    /// Starts with the oldest event that is kept and that the caller may see. Without it or a cursor, a stream starts now.
    pub fn from_beginning(mut self) -> Self {
        self.subscription.start(Start::Position(StartPosition::Beginning));
        self
    }

    /// Sets the whole request of the method, in place of what was set before.
    pub fn request(mut self, request: S::Request) -> Self {
        *self.subscription.request() = request;
        self
    }
}

impl<S: Subscription> IntoFuture for FollowRequest<S> {
    type Output = Result<Follow<S>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let mut follow = Follow::new(self);
            poll_fn(|context| follow.poll_start(context)).await?;
            Ok(follow)
        })
    }
}

/// Follow is a stream of events: in the order of their commits, none missing, none twice.
///
/// It resumes by itself when the connection is lost, the broker restarts or the stream is silent for three heartbeats, from the
/// last event that the application has *processed*: the one before the last that [`Follow::next`] returned is, as soon as the
/// next is asked for. A stream that the broker has never answered is given up when a call would have run out of time. It ends with [`Error::CursorExpired`], [`Error::AccessLost`] or another refusal; after an
/// error it returns nothing more. Nothing is fetched that is not asked for, beyond what the windows of the transport hold.
///
/// ```
/// # use parley_interop::{Client, Update, chat::ChatUpdate};
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// # let anna = client.as_user(client.identity().create_user().await?.user().identifier());
/// let mut events = anna.chat().follow().await?;
/// # anna.chat().create_thread().topic("The roof").await?;
/// while let Some(update) = events.next().await {
///     let Update { event, cursor } = update?;
///     if let ChatUpdate::Event(event) = event {
///         println!("{} in {}", event.time.unwrap_or_default(), event.thread_id);
///     }
///     // Keep the cursor with what was made of the event; `follow().after(cursor)` goes on from there.
/// #   drop(cursor); break;
/// }
/// # Ok(()) }
/// ```
pub struct Follow<S: Subscription> {
    client: Client,
    subscription: S,
    state: State<S>,
    recovery: Recovery,
    processed: Cursor,
    returned: Option<Cursor>,
    /// The first event, where it came before any heartbeat.
    first: Option<Update<S::Event>>,
    patience: Duration,
    heard: Instant,
    alarm: Pin<Box<Sleep>>,
}

enum State<S: Subscription> {
    Opening(Pin<Box<dyn Future<Output = Opened<S>> + Send>>),
    Open(Box<Streaming<S::Response>>, Option<AsciiMetadataValue>),
    Ended,
}

/// Opened is the outcome of opening a stream, with the credential that was used.
type Opened<S> = (Result<(S, Streaming<<S as Subscription>::Response>)>, Option<AsciiMetadataValue>);

/// Step is what a stream brings.
enum Step<E> {
    Event(Update<E>),
    Heartbeat,
}

impl<S: Subscription> Follow<S> {
    fn new(request: FollowRequest<S>) -> Self {
        let FollowRequest { client, subscription } = request;
        let (cursor, heartbeat) = subscription.settings();
        let heartbeat = heartbeat.and_then(|interval| interval.try_into().ok()).unwrap_or(HEARTBEAT);
        let patience = heartbeat.max(SHORTEST_HEARTBEAT) * MISSED_HEARTBEATS;
        let mut follow = Self {
            recovery: Recovery::default(),
            client,
            subscription,
            state: State::Ended,
            processed: cursor.unwrap_or_default().into(),
            returned: None,
            first: None,
            patience,
            heard: Instant::now(),
            alarm: Box::pin(sleep(patience)),
        };
        follow.reopen(Reopening::default());
        follow
    }

    /// Returns the next event; none where the stream has ended. Asking for it says that the one before is processed.
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Update<S::Event>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns the position after everything that is processed: a stream that starts from it repeats nothing and loses
    /// nothing. It is empty where there is none yet.
    pub fn cursor(&self) -> Cursor {
        self.processed.clone()
    }

    /// Waits until the broker has said from where it streams.
    fn poll_start(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        if let Step::Event(update) = ready!(self.poll_step(context))? {
            self.first = Some(update);
        }
        Poll::Ready(Ok(()))
    }

    fn poll_step(&mut self, context: &mut Context<'_>) -> Poll<Result<Step<S::Event>>> {
        loop {
            let (error, credential) = match &mut self.state {
                State::Opening(opening) => match ready!(opening.as_mut().poll(context)) {
                    (Ok((subscription, stream)), credential) => {
                        self.subscription = subscription;
                        self.open(stream, credential);
                        continue;
                    }
                    (Err(error), credential) => (error, credential),
                },
                State::Open(stream, credential) => match Pin::new(stream.as_mut()).poll_next(context) {
                    Poll::Ready(Some(Ok(response))) => return Poll::Ready(Ok(self.take(response))),
                    Poll::Ready(Some(Err(status))) => (self.client.error(status, S::PATH), credential.take()),
                    Poll::Ready(None) => (broken("the stream ended without a status"), credential.take()),
                    Poll::Pending => {
                        ready!(poll_silence(&mut self.alarm, self.heard + self.patience, context));
                        (broken("the stream was silent for three heartbeats"), credential.take())
                    }
                },
                State::Ended => return Poll::Pending,
            };
            let reopening = self.recovery.after(error, &self.client, credential)?;
            self.reopen(reopening);
        }
    }

    fn open(&mut self, stream: Streaming<S::Response>, credential: Option<AsciiMetadataValue>) {
        self.state = State::Open(Box::new(stream), credential);
        self.heard = Instant::now();
        self.alarm.as_mut().reset(self.heard + self.patience);
    }

    fn reopen(&mut self, reopening: Reopening) {
        self.recovery.begin();
        let (client, mut subscription) = (self.client.clone(), self.subscription.clone());
        if !self.processed.is_empty() {
            subscription.start(Start::Cursor(self.processed.0.clone()));
        }
        let patience = client.shared.timeout;
        self.state = State::Opening(Box::pin(async move {
            if let Err(error) = reopening.wait(&client).await {
                return (Err(error), None);
            }
            match timeout(patience, connect(&client, subscription)).await {
                Ok(opened) => opened,
                Err(_) => (Err(broken("the stream did not open in time")), None),
            }
        }));
    }

    fn take(&mut self, response: S::Response) -> Step<S::Event> {
        self.heard = Instant::now();
        self.recovery.progress();
        match self.subscription.read(response) {
            (Read::Event(event), cursor) => Step::Event(Update { event, cursor: cursor.into() }),
            (Read::Ephemeral(event), _) => Step::Event(Update { event, cursor: self.processed.clone() }),
            (Read::Heartbeat, cursor) => {
                if !cursor.is_empty() {
                    self.processed = cursor.into();
                }
                Step::Heartbeat
            }
        }
    }
}

/// Waits until a stream has been silent for too long. The alarm is set again only when it goes off, not with each event.
fn poll_silence(alarm: &mut Pin<Box<Sleep>>, end: Instant, context: &mut Context<'_>) -> Poll<()> {
    loop {
        ready!(alarm.as_mut().poll(context));
        if Instant::now() >= end {
            return Poll::Ready(());
        }
        alarm.as_mut().reset(end);
    }
}

fn broken(why: &str) -> Error {
    Error::local(Code::Unavailable, why)
}

/// Opens a stream.
async fn connect<S: Subscription>(client: &Client, mut subscription: S) -> Opened<S> {
    if let Err(error) = subscription.prepare(client).await {
        return (Err(error), None);
    }
    let mut request = tonic::Request::new(subscription.request().clone());
    let credential = match client.sign(request.metadata_mut()).await {
        Ok(credential) => credential,
        Err(error) => return (Err(error), None),
    };
    let mut grpc = Grpc::new(client.shared.channel.clone()).max_decoding_message_size(LARGEST_ANSWER);
    if let Err(error) = grpc.ready().await {
        return (Err(client.error(tonic::Status::from_error(error.into()), S::PATH)), credential);
    }
    let codec = ProstCodec::<S::Request, S::Response>::default();
    match grpc.server_streaming(request, PathAndQuery::from_static(S::PATH), codec).await {
        Ok(response) => (Ok((subscription, response.into_inner())), credential),
        Err(status) => (Err(client.error(status, S::PATH)), credential),
    }
}

impl<S: Subscription> Stream for Follow<S> {
    type Item = Result<Update<S::Event>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(cursor) = self.returned.take() {
            self.processed = cursor;
        }
        if matches!(self.state, State::Ended) {
            return Poll::Ready(None);
        }
        loop {
            let step = match self.first.take() {
                Some(update) => Ok(Step::Event(update)),
                None => ready!(self.poll_step(context)),
            };
            match step {
                Ok(Step::Heartbeat) => {}
                Ok(Step::Event(update)) => {
                    self.returned = Some(update.cursor.clone());
                    return Poll::Ready(Some(Ok(update)));
                }
                Err(error) => {
                    self.state = State::Ended;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}
