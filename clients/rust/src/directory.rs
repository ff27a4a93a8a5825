//! Users, groups and voice applications of a tenant.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use futures_core::Stream;
use tonic::{Code, client::Grpc, codegen::http::uri::PathAndQuery};
use tonic_prost::ProstCodec;

use crate::{
    client::Client,
    error::{Error, Result},
    proto::directory::{ImportTenantUsersRequest, ImportTenantUsersResponse, TenantUser},
};

const PATH: &str = "/parley.directory.v1.DirectoryService/ImportTenantUsers";

/// How many users are imported with one commit.
const BATCH: usize = 1000;

/// Directory is the service of a tenant's directory, from [`Client::directory`].
///
/// ```
/// # use parley_interop::{Client, proto::directory::TenantUser};
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let admin = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_TENANT_KEY")?).build()?;
/// let users = (1..=1500).map(|number| TenantUser {
///     user_id: format!("11111111-1111-4111-8111-{number:012}"),
///     user_principal_name: format!("user{number}@contoso.example"),
///     display_name: format!("User {number}"),
///     ..Default::default()
/// });
/// let imported = admin.directory().import(users).await?;
/// assert_eq!(imported.refused_count, 0);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Directory {
    pub(crate) client: Client,
}

impl Directory {
    /// Begins an import of users into the caller's tenant, or the replacement of those of the same object id. Each thousand is
    /// one commit. Who could not be imported comes back with the reason, and the rest is there.
    pub fn import<I>(&self, users: I) -> Import<Batches<I::IntoIter>>
    where
        I: IntoIterator<Item = TenantUser>,
    {
        self.import_batches(Batches { users: users.into_iter() })
    }

    /// Begins an import of batches that the application has made.
    pub fn import_batches<I>(&self, batches: I) -> Import<I::IntoIter>
    where
        I: IntoIterator<Item = ImportTenantUsersRequest>,
    {
        Import { client: self.client.clone(), batches: batches.into_iter(), timeout: None }
    }
}

/// Batches groups users into requests.
#[derive(Clone, Debug)]
pub struct Batches<I> {
    users: I,
}

impl<I: Iterator<Item = TenantUser>> Iterator for Batches<I> {
    type Item = ImportTenantUsersRequest;

    fn next(&mut self) -> Option<Self::Item> {
        let users: Vec<_> = self.users.by_ref().take(BATCH).collect();
        (!users.is_empty()).then(|| ImportTenantUsersRequest { users, ..Default::default() })
    }
}

/// Import is an import that has not begun yet: await it. It is never tried again by itself, and repeating it does no harm.
#[derive(Clone, Debug)]
#[must_use = "an import does nothing until it is awaited"]
pub struct Import<I> {
    client: Client,
    batches: I,
    timeout: Option<Duration>,
}

impl<I> Import<I> {
    /// Sets how long the import may take. Without it, there is no deadline.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }
}

impl<I> Import<I>
where
    I: Iterator<Item = ImportTenantUsersRequest> + Send + Unpin + 'static,
{
    async fn send(self) -> Result<ImportTenantUsersResponse> {
        let Self { client, batches, timeout } = self;
        let mut request = tonic::Request::new(Upload(batches));
        client.sign(request.metadata_mut()).await?;
        if let Some(timeout) = timeout {
            request.set_timeout(timeout);
        }
        let mut grpc = Grpc::new(client.shared.channel.clone());
        grpc.ready().await.map_err(|error| client.error(tonic::Status::from_error(error.into()), PATH))?;
        let codec = ProstCodec::<ImportTenantUsersRequest, ImportTenantUsersResponse>::default();
        let response = grpc.client_streaming(request, PathAndQuery::from_static(PATH), codec).await;
        Ok(response.map_err(|status| client.error(status, PATH))?.into_inner())
    }
}

impl<I> IntoFuture for Import<I>
where
    I: Iterator<Item = ImportTenantUsersRequest> + Send + Unpin + 'static,
{
    type Output = Result<ImportTenantUsersResponse>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        let timeout = self.timeout;
        Box::pin(async move {
            let Some(timeout) = timeout else { return self.send().await };
            let late = |_| Error::local(Code::DeadlineExceeded, "the deadline of the import passed");
            tokio::time::timeout(timeout, self.send()).await.map_err(late)?
        })
    }
}

/// Upload is the sending side of the stream: a batch is made when the transport has room for it.
struct Upload<I>(I);

impl<I: Iterator<Item = ImportTenantUsersRequest> + Unpin> Stream for Upload<I> {
    type Item = ImportTenantUsersRequest;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next())
    }
}
