//! The bare stubs that tonic generates, over the connection and the credential of a [`Client`]: for what the rest of this crate
//! does not do. They know no deadline, no retry and no resuming, and their errors are [`tonic::Status`].
//!
//! ```
//! # use parley_interop::{Client, proto::identity::GetCallerRequest, stubs};
//! # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
//! let mut identity = stubs::identity(&client);
//! let response = identity.get_caller(GetCallerRequest {}).await?;
//! println!("{:?}", response.metadata());
//! # Ok(()) }
//! ```

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use tonic::{
    body::Body,
    codegen::{Service, http},
    metadata::MetadataMap,
    transport::Channel,
};

use crate::{client::Client, proto};

/// Authorized is a connection that adds the credential of its client, and whom that acts as, to each call.
#[derive(Clone, Debug)]
pub struct Authorized {
    client: Client,
    channel: Channel,
}

impl Authorized {
    fn new(client: &Client) -> Self {
        Self { client: client.clone(), channel: client.shared.channel.clone() }
    }
}

impl Service<http::Request<Body>> for Authorized {
    type Response = http::Response<Body>;
    type Error = tonic::Status;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.channel.poll_ready(context).map_err(|error| tonic::Status::from_error(Box::new(error)))
    }

    fn call(&mut self, mut request: http::Request<Body>) -> Self::Future {
        // The clone takes the place of the channel that is known to be ready.
        let next = self.channel.clone();
        let mut channel = std::mem::replace(&mut self.channel, next);
        let client = self.client.clone();
        Box::pin(async move {
            let mut metadata = MetadataMap::from_headers(std::mem::take(request.headers_mut()));
            let signed = client.sign(&mut metadata).await;
            signed.map_err(|error| tonic::Status::new(error.code(), error.to_string()))?;
            *request.headers_mut() = metadata.into_headers();
            channel.call(request).await.map_err(|error| tonic::Status::from_error(Box::new(error)))
        })
    }
}

/// Returns the stub of the service of threads and messages.
pub fn chat(client: &Client) -> proto::chat::chat_service_client::ChatServiceClient<Authorized> {
    proto::chat::chat_service_client::ChatServiceClient::new(Authorized::new(client))
}

/// Returns the stub of the service of calls.
pub fn calls(client: &Client) -> proto::call::call_service_client::CallServiceClient<Authorized> {
    proto::call::call_service_client::CallServiceClient::new(Authorized::new(client))
}

/// Returns the stub of the service of a tenant's policy.
pub fn policy(client: &Client) -> proto::policy::policy_service_client::PolicyServiceClient<Authorized> {
    proto::policy::policy_service_client::PolicyServiceClient::new(Authorized::new(client))
}

/// Returns the stub of the service of users and tokens.
pub fn identity(client: &Client) -> proto::identity::identity_service_client::IdentityServiceClient<Authorized> {
    proto::identity::identity_service_client::IdentityServiceClient::new(Authorized::new(client))
}

/// Returns the stub of the service of a tenant's directory.
pub fn directory(client: &Client) -> proto::directory::directory_service_client::DirectoryServiceClient<Authorized> {
    proto::directory::directory_service_client::DirectoryServiceClient::new(Authorized::new(client))
}

/// Returns the stub of the service of the operator.
pub fn admin(client: &Client) -> proto::admin::admin_service_client::AdminServiceClient<Authorized> {
    proto::admin::admin_service_client::AdminServiceClient::new(Authorized::new(client))
}
