//! What the layer costs over the bare stubs of tonic: the same loops through both, in turns, against the same broker.
//!
//! `make bench-rust` runs it. A round of each loop is timed, with the same messages, metadata, keys and deadlines. A line has the median rates,
//! and how much longer the layer takes.

use std::{
    pin::Pin,
    time::{Duration, Instant},
};

use futures_core::Stream;
use parley_interop::{
    Client,
    proto::{
        chat::{
            SendMessageRequest, SendMessagesRequest, SubscribeRequest, chat_service_client::ChatServiceClient,
            subscribe_request::Start, subscribe_response::Payload,
        },
        types::StartPosition,
    },
};
use tokio::sync::mpsc;
use tonic::{
    Request, Status,
    metadata::AsciiMetadataValue,
    service::{Interceptor, interceptor::InterceptedService},
    transport::{Channel, Endpoint},
};

// The keys of the bare loops are made as the layer makes its own, which are not for others.
#[path = "../src/random.rs"]
#[allow(unused)]
mod random;

const ROUNDS: usize = 15;
/// Rounds that wait for each answer are short and many, so that what else the machine does meets both alike.
const UNARY_ROUNDS: usize = 20 * ROUNDS;
const UNARY: usize = 20;
/// A round of the stream takes a fiftieth of a second, which says little by itself.
const STREAM_ROUNDS: usize = 10 * ROUNDS;
const MESSAGES: usize = 5000;
const WINDOW: usize = 256;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Setting is the user whose thread is measured in.
struct Setting {
    client: Client,
    bare: ChatServiceClient<InterceptedService<Channel, Caller>>,
    thread: String,
}

/// Caller adds who calls to the calls of the bare stub.
#[derive(Clone)]
struct Caller {
    authorization: AsciiMetadataValue,
    act_as: AsciiMetadataValue,
}

impl Interceptor for Caller {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        request.metadata_mut().insert("authorization", self.authorization.clone());
        request.metadata_mut().insert("parley-act-as", self.act_as.clone());
        Ok(request)
    }
}

impl Setting {
    async fn new() -> Outcome<Self> {
        let (address, key) = (std::env::var("PARLEY_ADDRESS")?, std::env::var("PARLEY_KEY")?);
        let backend = Client::builder(&address).access_key(&key).build()?;
        let created = backend.identity().create_user().await?;
        let act_as = created.user().identifier().raw_id.parse()?;
        let caller = Caller { authorization: format!("Bearer {key}").parse()?, act_as };
        let channel = Endpoint::from_shared(format!("http://{address}"))?.connect().await?;
        let bare = ChatServiceClient::with_interceptor(channel, caller);
        let client = backend.as_user(created.user().identifier());
        let thread = client.chat().create_thread().await?.thread().thread_id.clone();
        Ok(Self { client, bare, thread })
    }

    /// Returns a message with a key of its own: whoever has the bare stubs has to make one as well as the layer does.
    fn message(&self) -> SendMessageRequest {
        SendMessageRequest { idempotency_key: random::key(), ..(&self.thread, "The roof leaks.").into() }
    }

    async fn send_by_layer(&self) -> Outcome<Duration> {
        let begin = Instant::now();
        for _ in 0..UNARY {
            self.client.chat().send_message(&self.thread, "The roof leaks.").await?;
        }
        Ok(begin.elapsed())
    }

    async fn send_bare(&self) -> Outcome<Duration> {
        let mut stub = self.bare.clone();
        let begin = Instant::now();
        for _ in 0..UNARY {
            let mut request = Request::new(self.message());
            request.set_timeout(Duration::from_secs(10));
            stub.send_message(request).await?;
        }
        Ok(begin.elapsed())
    }

    async fn pipeline_by_layer(&self) -> Outcome<Duration> {
        let mut sender = self.client.chat().sender_with_window(WINDOW);
        let begin = Instant::now();
        let mut promises = std::collections::VecDeque::new();
        for _ in 0..MESSAGES {
            promises.push_back(sender.send((&self.thread, "The roof leaks.")).await?);
            if promises.len() == WINDOW {
                promises.pop_front().ok_or("none")?.await?;
            }
        }
        for promise in promises {
            promise.await?;
        }
        Ok(begin.elapsed())
    }

    async fn pipeline_bare(&self) -> Outcome<Duration> {
        let (requests, outbound) = mpsc::channel(WINDOW);
        let begin = Instant::now();
        let mut stub = self.bare.clone();
        requests.send(self.request(0)).await?;
        let mut answers = stub.send_messages(Outbound(outbound)).await?.into_inner();
        let (mut sent, mut answered) = (1, 0);
        while answered < MESSAGES {
            while sent < MESSAGES && sent - answered < WINDOW {
                requests.send(self.request(sent)).await?;
                sent += 1;
            }
            answers.message().await?.ok_or("the stream has ended")?;
            answered += 1;
        }
        Ok(begin.elapsed())
    }

    fn request(&self, tag: usize) -> SendMessagesRequest {
        SendMessagesRequest { tag: tag as i64, message: Some(self.message()) }
    }

    async fn follow_by_layer(&self) -> Outcome<Duration> {
        let begin = Instant::now();
        let mut events = self.client.chat().follow().from_beginning().await?;
        for _ in 0..MESSAGES {
            events.next().await.ok_or("the stream has ended")??;
        }
        Ok(begin.elapsed())
    }

    async fn follow_bare(&self) -> Outcome<Duration> {
        let request =
            SubscribeRequest { start: Some(Start::StartPosition(StartPosition::Beginning.into())), ..Default::default() };
        let begin = Instant::now();
        let mut stream = self.bare.clone().subscribe(request).await?.into_inner();
        let mut events = 0;
        while events < MESSAGES {
            let response = stream.message().await?.ok_or("the stream has ended")?;
            events += usize::from(matches!(response.payload, Some(Payload::Event(_))));
        }
        Ok(begin.elapsed())
    }
}

/// Outbound is the sending side of the bare stream.
struct Outbound(mpsc::Receiver<SendMessagesRequest>);

impl Stream for Outbound {
    type Item = SendMessagesRequest;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

fn median(mut rounds: Vec<Duration>) -> Duration {
    rounds.sort();
    rounds[rounds.len() / 2]
}

/// Compare runs rounds of both ways in turns, and prints what came of them. The first round warms up.
async fn compare(
    (name, rounds, count): (&str, usize, usize),
    bare: impl AsyncFn() -> Outcome<Duration>,
    layer: impl AsyncFn() -> Outcome<Duration>,
) -> Outcome {
    let (mut bares, mut layers) = (Vec::new(), Vec::new());
    for round in 0..=rounds {
        // Whoever goes first in a round may meet what the round before has left behind, so they take turns.
        let (one, two) = if round % 2 == 0 {
            let one = bare().await?;
            (one, layer().await?)
        } else {
            let two = layer().await?;
            (bare().await?, two)
        };
        if round > 0 {
            bares.push(one);
            layers.push(two);
        }
    }
    let (bare, layer) = (median(bares), median(layers));
    let rate = |time: Duration| count as f64 / time.as_secs_f64();
    let cost = 100.0 * (layer.as_secs_f64() / bare.as_secs_f64() - 1.0);
    println!("{:<12} {name:<10} {:>8.0}/s {:>8.0}/s {cost:>+6.1} %", "rust", rate(bare), rate(layer));
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome {
    let s = Setting::new().await?;
    compare(("send", UNARY_ROUNDS, UNARY), async || s.send_bare().await, async || s.send_by_layer().await).await?;
    // What these rounds send is what the rounds of the stream read.
    compare(("pipeline", ROUNDS, MESSAGES), async || s.pipeline_bare().await, async || s.pipeline_by_layer().await).await?;
    compare(("stream", STREAM_ROUNDS, MESSAGES), async || s.follow_bare().await, async || s.follow_by_layer().await).await
}
