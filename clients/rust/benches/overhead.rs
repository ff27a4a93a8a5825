//! What the layer costs over the bare stubs of tonic: the same loops through both, in turns, against the same broker.
//!
//! `make bench-rust` runs it. A round of each loop is timed; the ratio is that of the medians.

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

const ROUNDS: usize = 15;
const UNARY: usize = 300;
const MESSAGES: usize = 2000;
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

    /// Returns a message. The bare loops name a key as well: a sender without keys could not repeat anything.
    fn message(&self, key: usize) -> SendMessageRequest {
        SendMessageRequest { idempotency_key: format!("bench-{key}"), ..(&self.thread, "The roof leaks.").into() }
    }

    async fn send_by_layer(&self) -> Outcome<Duration> {
        let begin = Instant::now();
        for _ in 0..UNARY {
            self.client.chat().send_message(&self.thread, "The roof leaks.").await?;
        }
        Ok(begin.elapsed())
    }

    async fn send_bare(&self, keys: &mut usize) -> Outcome<Duration> {
        let mut stub = self.bare.clone();
        let begin = Instant::now();
        for _ in 0..UNARY {
            *keys += 1;
            stub.send_message(self.message(*keys)).await?;
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

    async fn pipeline_bare(&self, keys: &mut usize) -> Outcome<Duration> {
        let (requests, outbound) = mpsc::channel(WINDOW);
        let begin = Instant::now();
        let mut stub = self.bare.clone();
        requests.send(self.request(keys)).await?;
        let mut answers = stub.send_messages(Outbound(outbound)).await?.into_inner();
        let (mut sent, mut answered) = (1, 0);
        while answered < MESSAGES {
            while sent < MESSAGES && sent - answered < WINDOW {
                requests.send(self.request(keys)).await?;
                sent += 1;
            }
            answers.message().await?.ok_or("the stream has ended")?;
            answered += 1;
        }
        Ok(begin.elapsed())
    }

    fn request(&self, keys: &mut usize) -> SendMessagesRequest {
        *keys += 1;
        SendMessagesRequest { tag: *keys as i64, message: Some(self.message(*keys)) }
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

fn report(name: &str, count: usize, layer: Vec<Duration>, bare: Vec<Duration>) {
    let (layer, bare) = (median(layer), median(bare));
    let rate = |time: Duration| count as f64 / time.as_secs_f64();
    let ratio = layer.as_secs_f64() / bare.as_secs_f64();
    println!("{name:<9} layer {:>7.0}/s  bare {:>7.0}/s  time x {ratio:.3}", rate(layer), rate(bare));
}

#[tokio::main]
async fn main() -> Outcome {
    let setting = Setting::new().await?;
    let mut keys = 0;
    let mut times: [Vec<Duration>; 6] = Default::default();
    // The first round warms up, and fills the thread that is followed.
    for round in 0..=ROUNDS {
        // Whoever goes first in a round may meet what the round before has left behind, so they take turns.
        for turn in 0..2 {
            let by_layer = (turn + round) % 2 == 0;
            let measured = match by_layer {
                true => [setting.send_by_layer().await?, setting.pipeline_by_layer().await?, setting.follow_by_layer().await?],
                false => {
                    [setting.send_bare(&mut keys).await?, setting.pipeline_bare(&mut keys).await?, setting.follow_bare().await?]
                }
            };
            for (i, time) in measured.into_iter().enumerate().filter(|_| round > 0) {
                times[2 * i + usize::from(!by_layer)].push(time);
            }
        }
    }
    let [send, send_bare, pipeline, pipeline_bare, follow, follow_bare] = times;
    report("send", UNARY, send, send_bare);
    report("pipeline", MESSAGES, pipeline, pipeline_bare);
    report("follow", MESSAGES, follow, follow_bare);
    Ok(())
}
