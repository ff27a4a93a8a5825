//! Who of a tenant may be reached, and why or why not.

use bytes::Bytes;

use crate::{
    client::Client,
    follow::{FollowRequest, Read, Start, Subscription},
    proto::policy::{PolicyEvent, WatchPolicyRequest, WatchPolicyResponse, watch_policy_request, watch_policy_response::Payload},
    request,
};

/// Policy is the service of a tenant's policy, from [`Client::policy`].
///
/// ```
/// # use parley_interop::{Client, proto::policy::FederationConfiguration};
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let resource_id = std::env::var("PARLEY_RESOURCE")?;
/// # let admin = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_TENANT_KEY")?).build()?;
/// // The administrator lets the users of one resource in.
/// let configuration = FederationConfiguration {
///     enable_acs_users: true,
///     allowed_acs_resources: vec![resource_id],
///     ..Default::default()
/// };
/// let mask = ["enable_acs_users", "allowed_acs_resources"];
/// let updated = admin.policy().update_federation_configuration(configuration, mask).await?;
/// assert!(updated.configuration().enable_acs_users);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Policy {
    pub(crate) client: Client,
}

impl Policy {
    /// Begins a stream of every change of the tenant's policy.
    pub fn follow(&self) -> FollowRequest<PolicySubscription> {
        FollowRequest { client: self.client.clone(), subscription: PolicySubscription::default() }
    }
}

/// PolicySubscription is what [`Policy::follow`] streams.
#[derive(Clone, Debug, Default)]
pub struct PolicySubscription {
    request: WatchPolicyRequest,
}

impl FollowRequest<PolicySubscription> {
    /// Sets how long the stream may be silent before a heartbeat: 1 s to 10 min, default 30 s.
    pub fn heartbeat_interval(mut self, interval: std::time::Duration) -> Self {
        self.subscription.request.heartbeat_interval = Some(request::duration(interval));
        self
    }
}

impl Subscription for PolicySubscription {
    type Request = WatchPolicyRequest;
    type Response = WatchPolicyResponse;
    type Event = PolicyEvent;
    const PATH: &'static str = "/parley.policy.v1.PolicyService/WatchPolicy";

    fn request(&mut self) -> &mut WatchPolicyRequest {
        &mut self.request
    }

    fn start(&mut self, start: Start) {
        self.request.start = Some(match start {
            Start::Cursor(cursor) => watch_policy_request::Start::Cursor(cursor),
            Start::Position(position) => watch_policy_request::Start::StartPosition(position.into()),
        });
    }

    fn settings(&self) -> (Option<Bytes>, Option<prost_types::Duration>) {
        let cursor = match &self.request.start {
            Some(watch_policy_request::Start::Cursor(cursor)) => Some(cursor.clone()),
            _ => None,
        };
        (cursor, self.request.heartbeat_interval)
    }

    fn read(&self, response: WatchPolicyResponse) -> (Read<PolicyEvent>, Bytes) {
        let read = match response.payload {
            Some(Payload::Event(event)) => Read::Event(event),
            Some(Payload::Heartbeat(_)) | None => Read::Heartbeat,
        };
        (read, response.cursor)
    }
}
