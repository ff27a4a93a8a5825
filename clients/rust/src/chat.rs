//! Threads and messages.

use bytes::Bytes;

use crate::{
    client::Client,
    error::Result,
    follow::{FollowRequest, Read, Start, Subscription},
    identifier::Identifier,
    proto::{
        chat::{
            ChatEvent, Message, Participant, SendMessageRequest, SubscribeRequest, SubscribeResponse, TypingNotification,
            chat_event, subscribe_request, subscribe_response::Payload,
        },
        types::CommunicationIdentifier,
    },
    request,
    sender::{Sender, WINDOW},
};

/// Chat is the service of threads and messages, from [`Client::chat`].
///
/// ```
/// # use parley_interop::Client;
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// # let anna = client.identity().create_user().await?.user().identifier().clone();
/// # let ben = client.identity().create_user().await?.user().identifier().clone();
/// let chat = client.as_user(&anna).chat();
/// let created = chat.create_thread().topic("The roof").participants([&ben]).await?;
/// for refused in &created.refused_participants {
///     println!("{}: {}", refused.identifier().raw_id, refused.message);
/// }
/// let thread = &created.thread().thread_id;
/// let sent = chat.send_message(thread, "The roof leaks.").metadata([("ticket", "42")]).await?;
/// let mut messages = chat.list_messages(thread).items();
/// assert_eq!(messages.next().await.unwrap()?.message_id, sent.message_id);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Chat {
    pub(crate) client: Client,
}

impl Chat {
    /// Begins a stream of the events of all threads of the user, or of the resource for an access key that acts as nobody.
    pub fn follow(&self) -> FollowRequest<ChatSubscription> {
        FollowRequest { client: self.client.clone(), subscription: ChatSubscription::default() }
    }

    /// Opens a sender of many messages, with up to 256 on the way. It must be called in a runtime of tokio.
    pub fn sender(&self) -> Sender {
        self.sender_with_window(WINDOW)
    }

    /// Opens a sender of many messages, with at most so many on the way; 0 is taken as 1. It must be called in a runtime of tokio.
    pub fn sender_with_window(&self, window: usize) -> Sender {
        Sender::new(self.client.clone(), window)
    }
}

/// ChatUpdate is what a stream of [`Chat::follow`] tells.
#[derive(Clone, Debug)]
#[non_exhaustive]
// Nearly all are events: a box would cost each of them an allocation to save the few others some bytes.
#[allow(clippy::large_enum_variant)]
pub enum ChatUpdate {
    /// A committed fact.
    Event(ChatEvent),
    /// Somebody types. It comes at most once, and has no place in the order.
    Typing(TypingNotification),
}

impl ChatUpdate {
    /// Returns the message, where a user's message was sent.
    pub fn sent(&self) -> Option<&Message> {
        match self {
            Self::Event(ChatEvent { event: Some(chat_event::Event::MessageSent(sent)), .. }) => sent.message.as_ref(),
            _ => None,
        }
    }
}

/// ChatSubscription is what [`Chat::follow`] streams.
#[derive(Clone, Debug, Default)]
pub struct ChatSubscription {
    request: SubscribeRequest,
}

impl FollowRequest<ChatSubscription> {
    /// Streams only these threads, at most 1000.
    pub fn threads(mut self, thread_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.subscription.request.thread_ids = thread_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets how long the stream may be silent before a heartbeat: 1 s to 10 min, default 30 s.
    pub fn heartbeat_interval(mut self, interval: std::time::Duration) -> Self {
        self.subscription.request.heartbeat_interval = Some(request::duration(interval));
        self
    }
}

impl Subscription for ChatSubscription {
    type Request = SubscribeRequest;
    type Response = SubscribeResponse;
    type Event = ChatUpdate;
    const PATH: &'static str = "/parley.chat.v1.ChatService/Subscribe";

    fn request(&mut self) -> &mut SubscribeRequest {
        &mut self.request
    }

    fn start(&mut self, start: Start) {
        self.request.start = Some(match start {
            Start::Cursor(cursor) => subscribe_request::Start::Cursor(cursor),
            Start::Position(position) => subscribe_request::Start::StartPosition(position.into()),
        });
    }

    fn settings(&self) -> (Option<Bytes>, Option<prost_types::Duration>) {
        let cursor = match &self.request.start {
            Some(subscribe_request::Start::Cursor(cursor)) => Some(cursor.clone()),
            _ => None,
        };
        (cursor, self.request.heartbeat_interval)
    }

    fn read(&self, response: SubscribeResponse) -> (Read<ChatUpdate>, Bytes) {
        let read = match response.payload {
            Some(Payload::Event(event)) => Read::Event(ChatUpdate::Event(event)),
            Some(Payload::Typing(typing)) => Read::Ephemeral(ChatUpdate::Typing(typing)),
            Some(Payload::Heartbeat(_)) | None => Read::Heartbeat,
        };
        (read, response.cursor)
    }
}

impl From<CommunicationIdentifier> for Participant {
    fn from(identifier: CommunicationIdentifier) -> Self {
        Self { identifier: Some(identifier), ..Default::default() }
    }
}

impl From<&CommunicationIdentifier> for Participant {
    fn from(identifier: &CommunicationIdentifier) -> Self {
        identifier.clone().into()
    }
}

impl From<Identifier> for Participant {
    fn from(identifier: Identifier) -> Self {
        CommunicationIdentifier::from(identifier).into()
    }
}

impl From<&Identifier> for Participant {
    fn from(identifier: &Identifier) -> Self {
        CommunicationIdentifier::from(identifier).into()
    }
}

/// A thread and a text make a message.
impl<T: Into<String>, C: Into<String>> From<(T, C)> for SendMessageRequest {
    fn from((thread_id, content): (T, C)) -> Self {
        Self { thread_id: thread_id.into(), content: content.into(), ..Default::default() }
    }
}

impl Sender {
    /// Sends a message in the order of these calls. It waits while too many are on the way, and returns the promise of an answer.
    ///
    /// The message is a pair of thread and text, or a [`Chat::send_message`] that is not awaited.
    ///
    /// # Errors
    /// What ended the sender, if something has.
    pub async fn send(&mut self, message: impl Into<SendMessageRequest>) -> Result<crate::Acknowledgement> {
        self.enqueue(message.into()).await
    }
}
