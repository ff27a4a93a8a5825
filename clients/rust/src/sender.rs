//! Many messages over one stream.

use std::{
    collections::VecDeque,
    future::{pending, poll_fn},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use futures_core::Stream;
use tokio::{
    select,
    sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot},
    task::JoinHandle,
    time::{Instant, sleep_until},
};
use tonic::{Code, Streaming, client::Grpc, codegen::http::uri::PathAndQuery, metadata::AsciiMetadataValue};
use tonic_prost::ProstCodec;

use crate::{
    client::Client,
    error::{Error, Result},
    proto::chat::{SendMessageRequest, SendMessageResponse, SendMessagesRequest, SendMessagesResponse, send_messages_response},
    random,
    recovery::{Recovery, Reopening},
};

/// How many messages may be on the way, unless the application says otherwise.
pub(crate) const WINDOW: usize = 256;

const PATH: &str = "/parley.chat.v1.ChatService/SendMessages";

/// Sender sends many messages over one stream, from [`Chat::sender`](crate::chat::Chat::sender).
///
/// Messages to one thread take effect in the order in which they were given, and are acknowledged in that order. After a
/// broken connection, what was not acknowledged is sent again with the same idempotency keys, so nothing is lost and nothing is
/// there twice. A message that is refused is the error of its own acknowledgement and of no other.
///
/// A sender that is dropped still delivers what it was given, as long as the runtime runs; [`Sender::close`] waits for that.
///
/// ```
/// # use parley_interop::Client;
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// # let anna = client.as_user(client.identity().create_user().await?.user().identifier());
/// # let thread = anna.chat().create_thread().await?.thread().thread_id.clone();
/// let mut sender = anna.chat().sender();
/// let mut promises = Vec::new();
/// for number in 1..=100 {
///     promises.push(sender.send((&thread, format!("message {number}"))).await?);
/// }
/// for promise in promises {
///     promise.await?;
/// }
/// sender.close().await?;
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Sender {
    queue: mpsc::UnboundedSender<Unsent>,
    window: Arc<Semaphore>,
    task: Option<JoinHandle<Result<()>>>,
    /// What ended the stream, once it is known.
    failure: Option<Error>,
}

/// Acknowledgement is the promise of the answer to one message. Dropping it does not take the message back.
#[derive(Debug)]
#[must_use = "await it to learn what became of the message"]
pub struct Acknowledgement(oneshot::Receiver<Result<SendMessageResponse>>);

impl Future for Acknowledgement {
    type Output = Result<SendMessageResponse>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(Pin::new(&mut self.0).poll(context));
        Poll::Ready(answer.unwrap_or_else(|_| Err(ended())))
    }
}

impl Sender {
    pub(crate) fn new(client: Client, window: usize) -> Self {
        let (queue, unsent) = mpsc::unbounded_channel();
        let task = tokio::spawn(Conveyor::new(client).run(unsent));
        let window = Arc::new(Semaphore::new(window.max(1)));
        Self { queue, window, task: Some(task), failure: None }
    }

    pub(crate) async fn enqueue(&mut self, mut message: SendMessageRequest) -> Result<Acknowledgement> {
        if message.idempotency_key.is_empty() {
            message.idempotency_key = random::key();
        }
        let place = self.window.clone().acquire_owned().await.map_err(|_| ended())?;
        let (answer, promise) = oneshot::channel();
        if self.queue.send(Unsent { message, answer, place }).is_err() {
            return Err(self.failure().await);
        }
        Ok(Acknowledgement(promise))
    }

    /// Waits until everything is acknowledged or refused, and ends the stream.
    ///
    /// # Errors
    /// What ended the stream before that, such as [`Error::AccessLost`].
    pub async fn close(self) -> Result<()> {
        let Self { queue, task, failure, .. } = self;
        drop(queue);
        match task {
            Some(task) => task.await.unwrap_or_else(|_| Err(ended())),
            None => Err(failure.unwrap_or_else(ended)),
        }
    }

    /// Returns what ended the stream.
    async fn failure(&mut self) -> Error {
        if let Some(task) = self.task.take() {
            self.failure = task.await.ok().and_then(Result::err);
        }
        self.failure.clone().unwrap_or_else(ended)
    }
}

fn ended() -> Error {
    Error::local(Code::Cancelled, "the sender has ended")
}

/// Unsent is a message on its way to the stream.
#[derive(Debug)]
struct Unsent {
    message: SendMessageRequest,
    answer: oneshot::Sender<Result<SendMessageResponse>>,
    place: OwnedSemaphorePermit,
}

/// Unanswered is a message on its way through the stream, and its answer where one before it has none yet.
struct Unanswered {
    sent: Unsent,
    result: Option<Result<SendMessageResponse>>,
}

/// Conveyor moves messages from the queue through the stream, and answers back.
struct Conveyor {
    client: Client,
    recovery: Recovery,
    /// The messages without an answer, in the order of their tags.
    unanswered: VecDeque<Unanswered>,
    /// The tag of the first of them.
    first_tag: i64,
    /// When something came last, or was sent where nothing was on the way.
    heard: Instant,
}

impl Conveyor {
    fn new(client: Client) -> Self {
        Self { client, recovery: Recovery::default(), unanswered: VecDeque::new(), first_tag: 1, heard: Instant::now() }
    }

    async fn run(mut self, mut queue: mpsc::UnboundedReceiver<Unsent>) -> Result<()> {
        let mut reopening = Reopening::default();
        loop {
            if self.unanswered.is_empty() {
                match queue.recv().await {
                    Some(sent) => self.take(sent),
                    None => return Ok(()),
                }
            }
            self.recovery.begin();
            let mut lane = self.lane(reopening);
            let Err(error) = self.convey(&mut lane, &mut queue).await else { return Ok(()) };
            match self.recovery.after(error, &self.client, lane.credential.take()) {
                Ok(next) => reopening = next,
                Err(error) => return self.give_up(error, &mut queue),
            }
        }
    }

    /// Moves messages through one stream until that breaks or everything is done.
    async fn convey(&mut self, lane: &mut Lane, queue: &mut mpsc::UnboundedReceiver<Unsent>) -> Result<()> {
        let stall = self.client.shared.timeout;
        self.heard = Instant::now();
        let mut open = true;
        while open || !self.unanswered.is_empty() {
            let waiting = !self.unanswered.is_empty();
            select! {
                sent = queue.recv(), if open => match sent {
                    Some(sent) => {
                        if !waiting {
                            self.heard = Instant::now();
                        }
                        lane.send(self.next_tag(), &sent.message);
                        self.take(sent);
                    }
                    None => open = false,
                },
                answer = lane.next(&self.client) => self.settle(answer?),
                () = alarm(waiting, self.heard + stall) => {
                    return Err(Error::local(Code::Unavailable, "no answer came in time"));
                }
            }
        }
        Ok(())
    }

    fn next_tag(&self) -> i64 {
        self.first_tag + self.unanswered.len() as i64
    }

    fn take(&mut self, sent: Unsent) {
        self.unanswered.push_back(Unanswered { sent, result: None });
    }

    /// Opens a stream, with everything that has no answer yet ahead in it.
    fn lane(&self, reopening: Reopening) -> Lane {
        let (requests, outbound) = mpsc::unbounded_channel();
        let lane = Lane { requests, credential: None, answers: Answers::Opening(open(self.client.clone(), reopening, outbound)) };
        for (tag, waiting) in (self.first_tag..).zip(&self.unanswered) {
            if waiting.result.is_none() {
                lane.send(tag, &waiting.sent.message);
            }
        }
        lane
    }

    /// Keeps an answer, and hands over those that have their turn.
    fn settle(&mut self, answer: SendMessagesResponse) {
        self.heard = Instant::now();
        self.recovery.progress();
        let index = usize::try_from(answer.tag - self.first_tag).ok();
        if let Some(waiting) = index.and_then(|index| self.unanswered.get_mut(index)) {
            waiting.result = Some(match answer.result {
                Some(send_messages_response::Result::Sent(sent)) => Ok(sent),
                Some(send_messages_response::Result::Error(status)) => Err(status.into()),
                None => Err(Error::local(Code::Unknown, "the broker's answer is of a kind that this version does not know")),
            });
        }
        while let Some(Unanswered { result: Some(_), .. }) = self.unanswered.front() {
            if let Some(Unanswered { sent, result: Some(result) }) = self.unanswered.pop_front() {
                self.first_tag += 1;
                drop(sent.place);
                // The application may have lost its interest.
                let _ = sent.answer.send(result);
            }
        }
    }

    /// Tells everybody who waits why nothing more will come.
    fn give_up(mut self, error: Error, queue: &mut mpsc::UnboundedReceiver<Unsent>) -> Result<()> {
        queue.close();
        for waiting in self.unanswered.drain(..) {
            let _ = waiting.sent.answer.send(waiting.result.unwrap_or_else(|| Err(error.clone())));
        }
        while let Ok(unsent) = queue.try_recv() {
            let _ = unsent.answer.send(Err(error.clone()));
        }
        Err(error)
    }
}

async fn alarm(armed: bool, end: Instant) {
    if armed { sleep_until(end).await } else { pending().await }
}

/// Lane is one stream: requests go in, answers come out.
struct Lane {
    requests: mpsc::UnboundedSender<SendMessagesRequest>,
    credential: Option<AsciiMetadataValue>,
    answers: Answers,
}

enum Answers {
    Opening(Opening),
    Open(Box<Streaming<SendMessagesResponse>>),
}

type Opening = Pin<Box<dyn Future<Output = (Result<Streaming<SendMessagesResponse>>, Option<AsciiMetadataValue>)> + Send>>;

impl Lane {
    fn send(&self, tag: i64, message: &SendMessageRequest) {
        // Where the stream has broken, its end of the channel is gone, and the message is sent again with the next stream.
        let _ = self.requests.send(SendMessagesRequest { tag, message: Some(message.clone()) });
    }

    /// Returns the next answer. Dropping the future loses nothing.
    async fn next(&mut self, client: &Client) -> Result<SendMessagesResponse> {
        poll_fn(|context| self.poll_next(client, context)).await
    }

    fn poll_next(&mut self, client: &Client, context: &mut Context<'_>) -> Poll<Result<SendMessagesResponse>> {
        loop {
            match &mut self.answers {
                Answers::Opening(opening) => {
                    let (stream, credential) = ready!(opening.as_mut().poll(context));
                    self.credential = credential;
                    self.answers = Answers::Open(Box::new(stream?));
                }
                Answers::Open(stream) => {
                    let answer = ready!(Pin::new(stream.as_mut()).poll_next(context));
                    return Poll::Ready(match answer {
                        Some(answer) => answer.map_err(|status| client.error(status, PATH)),
                        None => Err(Error::local(Code::Unavailable, "the stream ended without a status")),
                    });
                }
            }
        }
    }
}

/// Outbound is the sending side of a stream.
struct Outbound(mpsc::UnboundedReceiver<SendMessagesRequest>);

impl Stream for Outbound {
    type Item = SendMessagesRequest;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

fn open(client: Client, reopening: Reopening, outbound: mpsc::UnboundedReceiver<SendMessagesRequest>) -> Opening {
    Box::pin(async move {
        if let Err(error) = reopening.wait(&client).await {
            return (Err(error), None);
        }
        let mut request = tonic::Request::new(Outbound(outbound));
        let credential = match client.sign(request.metadata_mut()).await {
            Ok(credential) => credential,
            Err(error) => return (Err(error), None),
        };
        let mut grpc = Grpc::new(client.shared.channel.clone());
        if let Err(error) = grpc.ready().await {
            return (Err(client.error(tonic::Status::from_error(error.into()), PATH)), credential);
        }
        let codec = ProstCodec::<SendMessagesRequest, SendMessagesResponse>::default();
        let opened = grpc.streaming(request, PathAndQuery::from_static(PATH), codec).await;
        (opened.map(tonic::Response::into_inner).map_err(|status| client.error(status, PATH)), credential)
    })
}
