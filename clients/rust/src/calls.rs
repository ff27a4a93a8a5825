//! Calls: starting, answering, signals, and the stream of what happens.

use bytes::Bytes;

use crate::{
    client::Client,
    error::Result,
    follow::{FollowRequest, Read, Start, Subscription},
    proto::{
        call::{
            AnswerCallRequest, Call, CallEvent, EndOfCandidates, HangUpRequest, IceCandidate, Leg, LegRinging, MediaConnected,
            RedirectCallRequest, RejectCallRequest, SendSignalRequest, SessionAnswer, SessionOffer, Signal, SubscribeRequest,
            SubscribeResponse, call_event::Event, signal::Content, subscribe_request, subscribe_response::Payload,
        },
        types::CommunicationIdentifier,
    },
    request::{self, Request},
};

/// Calls is the service of calls, from [`Client::calls`].
///
/// ```
/// # use parley_interop::{Client, calls::CallUpdate};
/// # use std::time::Duration;
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// # let anna = client.identity().create_user().await?.user().identifier().clone();
/// # let ben = client.identity().create_user().await?.user().identifier().clone();
/// // Ben listens on one of his devices.
/// let mut events = client.as_user(&ben).calls().follow().device_id("desk").await?;
/// // Anna calls him.
/// let calls = client.as_user(&anna).calls();
/// calls.start_call([&ben]).ring_timeout(Duration::from_secs(20)).display_name("Anna").await?;
///
/// while let Some(update) = events.next().await {
///     if let CallUpdate::Incoming(incoming) = update?.event {
///         println!("{} is calling", incoming.caller().raw_id);
///         incoming.answer().await?;
///         incoming.hang_up().await?;
/// #       break;
///     }
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Calls {
    pub(crate) client: Client,
}

impl Calls {
    /// Begins a stream of the events of all calls of the user, or of the resource for an access key that acts as nobody.
    ///
    /// A user's stream also says that the device is connected.
    pub fn follow(&self) -> FollowRequest<CallSubscription> {
        let subscription = CallSubscription { calls: self.clone(), request: SubscribeRequest::default(), listener: None };
        FollowRequest { client: self.client.clone(), subscription }
    }
}

/// CallUpdate is what a stream of [`Calls::follow`] tells.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CallUpdate {
    /// Somebody calls the user of the stream.
    Incoming(IncomingCall),
    /// Anything else that happened.
    Event(CallEvent),
}

/// IncomingCall is a call that rings for the user of the stream. It stays of use after it is answered.
#[derive(Clone, Debug)]
pub struct IncomingCall {
    calls: Calls,
    device_id: String,
    event: CallEvent,
}

impl IncomingCall {
    /// Returns the event that the call rings, as it was committed.
    pub fn event(&self) -> &CallEvent {
        &self.event
    }

    /// Returns the id of the call.
    pub fn call_id(&self) -> &str {
        &self.event.call_id
    }

    /// Returns the call as it was when it began to ring: who else is there, and whether it is captured.
    pub fn call(&self) -> &Call {
        self.ringing().call()
    }

    /// Returns who started the call.
    pub fn caller(&self) -> &CommunicationIdentifier {
        self.call().source()
    }

    /// Returns the leg of the user who is called.
    pub fn leg(&self) -> &Leg {
        self.ringing().leg()
    }

    /// Returns when the ringing ends by itself. A device that hears of it too late does not ring.
    pub fn expire_time(&self) -> Option<prost_types::Timestamp> {
        self.ringing().expire_time
    }

    /// Takes the call on the device of the stream.
    pub fn answer(&self) -> Request<AnswerCallRequest> {
        self.calls.answer_call(self.call_id()).device_id(&self.device_id)
    }

    /// Refuses the call on all devices of the user.
    pub fn reject(&self) -> Request<RejectCallRequest> {
        self.calls.reject_call(self.call_id())
    }

    /// Sends the call on to somebody else.
    pub fn redirect(&self, target: impl Into<CommunicationIdentifier>) -> Request<RedirectCallRequest> {
        self.calls.redirect_call(self.call_id(), target)
    }

    /// Sends a signal to another leg, once the call is answered.
    pub fn signal(&self, signal: Signal) -> Request<SendSignalRequest> {
        self.calls.send_signal(self.call_id(), signal)
    }

    /// Leaves the call, once it is answered.
    pub fn hang_up(&self) -> Request<HangUpRequest> {
        self.calls.hang_up(self.call_id())
    }

    fn ringing(&self) -> &LegRinging {
        match &self.event.event {
            Some(Event::LegRinging(ringing)) => ringing,
            _ => unreachable!("it is made of an event that a leg rings"),
        }
    }
}

impl Signal {
    /// Makes an offer to a leg, of a session description of at most 64 KiB.
    pub fn offer(to_leg_id: impl Into<String>, sdp: impl Into<String>) -> Self {
        Self::with(to_leg_id, Content::Offer(SessionOffer { sdp: sdp.into() }))
    }

    /// Makes the answer to the open offer of a leg, by the number of that offer.
    pub fn answer(to_leg_id: impl Into<String>, offer_sequence: i64, sdp: impl Into<String>) -> Self {
        Self::with(to_leg_id, Content::Answer(SessionAnswer { sdp: sdp.into(), offer_sequence }))
    }

    /// Tells a leg a way to reach the sender.
    pub fn candidate(to_leg_id: impl Into<String>, candidate: IceCandidate) -> Self {
        Self::with(to_leg_id, Content::Candidate(candidate))
    }

    /// Tells a leg that there are no more ways.
    pub fn end_of_candidates(to_leg_id: impl Into<String>) -> Self {
        Self::with(to_leg_id, Content::EndOfCandidates(EndOfCandidates::default()))
    }

    /// Says that media from a leg arrives.
    pub fn media_connected(to_leg_id: impl Into<String>) -> Self {
        Self::with(to_leg_id, Content::MediaConnected(MediaConnected {}))
    }

    fn with(to_leg_id: impl Into<String>, content: Content) -> Self {
        Self { to_leg_id: to_leg_id.into(), content: Some(content), ..Default::default() }
    }
}

/// CallSubscription is what [`Calls::follow`] streams.
#[derive(Clone, Debug)]
pub struct CallSubscription {
    calls: Calls,
    request: SubscribeRequest,
    /// The raw id of whom the stream is for, once it is known; empty for nobody.
    listener: Option<String>,
}

impl FollowRequest<CallSubscription> {
    /// Streams only these calls, at most 1000.
    pub fn calls(mut self, call_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.subscription.request.call_ids = call_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Names the device that listens: it sees the signals and tones for its own legs. The application chooses the id and keeps
    /// it, at most 64 printable ASCII characters; a user with one device may leave it out.
    pub fn device_id(mut self, device_id: impl Into<String>) -> Self {
        self.subscription.request.device_id = device_id.into();
        self
    }

    /// Sets how long the stream may be silent before a heartbeat: 1 s to 10 min, default 30 s.
    pub fn heartbeat_interval(mut self, interval: std::time::Duration) -> Self {
        self.subscription.request.heartbeat_interval = Some(request::duration(interval));
        self
    }
}

impl CallSubscription {
    fn is_incoming(&self, event: &CallEvent) -> bool {
        match &event.event {
            Some(Event::LegRinging(ringing)) => self.listener.as_ref() == Some(&ringing.leg().identifier().raw_id),
            _ => false,
        }
    }
}

impl Subscription for CallSubscription {
    type Request = SubscribeRequest;
    type Response = SubscribeResponse;
    type Event = CallUpdate;
    const PATH: &'static str = "/parley.call.v1.CallService/Subscribe";

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

    fn read(&self, response: SubscribeResponse) -> (Read<CallUpdate>, Bytes) {
        let read = match response.payload {
            Some(Payload::Event(event)) if self.is_incoming(&event) => {
                let (calls, device_id) = (self.calls.clone(), self.request.device_id.clone());
                Read::Event(CallUpdate::Incoming(IncomingCall { calls, device_id, event }))
            }
            Some(Payload::Event(event)) => Read::Event(CallUpdate::Event(event)),
            Some(Payload::Heartbeat(_)) | None => Read::Heartbeat,
        };
        (read, response.cursor)
    }

    /// Finds out whom the stream is for, to tell whose calls are incoming ones.
    async fn prepare(&mut self, client: &Client) -> Result<()> {
        if self.listener.is_none() {
            self.listener = Some(match client.acting_as() {
                Some(raw_id) => raw_id.into(),
                None => client.identity().get_caller().await?.identifier().raw_id.clone(),
            });
        }
        Ok(())
    }
}
