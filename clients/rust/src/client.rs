//! The client: one connection, and who calls through it.

use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

use tonic::{
    Code,
    metadata::{AsciiMetadataValue, MetadataMap},
    transport::{Certificate, Channel, ClientTlsConfig, Endpoint},
};

use crate::{
    address::Address,
    admin::Admin,
    backoff::RetryPolicy,
    calls::Calls,
    chat::Chat,
    credential::{Credentials, Provider, Token, provider},
    directory::Directory,
    error::{Error, Result},
    identifier::Identifier,
    identity::Identity,
    policy::Policy,
    request::{Request, Unary},
};

/// The name under which the broker sees this crate.
const USER_AGENT: &str = concat!("parley-rust/", env!("CARGO_PKG_VERSION"));

/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection may be silent before the system asks whether the other side is still there.
const KEEPALIVE: Duration = Duration::from_secs(30);

/// What each certificate in PEM begins with.
const PEM: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// Client is a connection to a broker together with a credential. Clones are cheap and share both; the connection is
/// made when it is needed, and made anew when it is lost.
///
/// ```
/// # use parley_interop::Client;
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (address, key) = (std::env::var("PARLEY_ADDRESS")?, std::env::var("PARLEY_KEY")?);
/// let client = Client::builder(address).access_key(key).build()?;
/// let caller = client.identity().get_caller().await?;
/// println!("resource {}", caller.resource_id);
/// # assert!(!caller.resource_id.is_empty()); Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
    act_as: Option<ActAs>,
}

/// What all clones of a client share.
pub(crate) struct Shared {
    pub(crate) channel: Channel,
    pub(crate) credentials: Credentials,
    pub(crate) timeout: Duration,
    pub(crate) retry: RetryPolicy,
    address: Address,
    tls: bool,
}

/// ActAs is the user that an access key acts as.
#[derive(Clone)]
struct ActAs {
    header: AsciiMetadataValue,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let act_as = self.act_as.as_ref().map(|user| &user.header);
        f.debug_struct("Client").field("address", &self.shared.address.as_str()).field("act_as", &act_as).finish_non_exhaustive()
    }
}

impl Client {
    /// Begins a client for the broker at an address, `host:port`.
    pub fn builder(address: impl Into<String>) -> Builder {
        Builder {
            address: address.into(),
            credential: Credential::None,
            transport: None,
            authorities: None,
            server_name: None,
            timeout: Duration::from_secs(10),
            retry: RetryPolicy::default(),
        }
    }

    /// Returns a client that acts as a user of the resource; the credential must be an access key. It shares the connection.
    ///
    /// ```
    /// # use parley_interop::Client;
    /// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
    /// let created = client.identity().create_user().display_name("Anna").await?;
    /// let anna = client.as_user(created.user().identifier());
    /// anna.chat().create_thread().topic("The roof").await?;
    /// # Ok(()) }
    /// ```
    pub fn as_user(&self, user: impl Into<Identifier>) -> Self {
        let raw_id = user.into().to_string();
        // A raw id that cannot be in a header cannot be that of a user: the broker is left to say so.
        let header = raw_id.parse().unwrap_or_else(|_| AsciiMetadataValue::from_static("malformed"));
        Self { shared: self.shared.clone(), act_as: Some(ActAs { header }) }
    }

    /// Replaces the access key or the token, for all clones and for what begins from now on.
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where the text cannot be one, or the client has a provider of tokens.
    pub fn set_credential(&self, secret: impl AsRef<str>) -> Result<()> {
        self.shared.credentials.replace(secret.as_ref())
    }

    /// Returns the service of threads and messages.
    pub fn chat(&self) -> Chat {
        Chat { client: self.clone() }
    }

    /// Returns the service of calls.
    pub fn calls(&self) -> Calls {
        Calls { client: self.clone() }
    }

    /// Returns the service of a tenant's policy.
    pub fn policy(&self) -> Policy {
        Policy { client: self.clone() }
    }

    /// Returns the service of users and tokens.
    pub fn identity(&self) -> Identity {
        Identity { client: self.clone() }
    }

    /// Returns the service of a tenant's directory.
    pub fn directory(&self) -> Directory {
        Directory { client: self.clone() }
    }

    /// Returns the service of the operator.
    pub fn admin(&self) -> Admin {
        Admin { client: self.clone() }
    }

    /// Begins a request of a message that is there already. The methods of the services are usually handier.
    pub fn request<R: Unary>(&self, message: R) -> Request<R> {
        Request::new(self.clone(), message)
    }

    /// Returns the raw id of the user that this client acts as.
    pub(crate) fn acting_as(&self) -> Option<&str> {
        self.act_as.as_ref().and_then(|user| user.header.to_str().ok())
    }

    /// Writes who calls into the metadata of a request, and returns the credential that it used.
    pub(crate) async fn sign(&self, metadata: &mut MetadataMap) -> Result<Option<AsciiMetadataValue>> {
        let header = self.shared.credentials.header().await?;
        if let Some(header) = &header {
            metadata.insert("authorization", header.clone());
        }
        if let Some(user) = &self.act_as {
            metadata.insert("parley-act-as", user.header.clone());
        }
        Ok(header)
    }

    /// Makes an error of a status that came instead of an answer.
    pub(crate) fn error(&self, status: tonic::Status, path: &str) -> Error {
        Error::of_call(status, self.shared.address.as_str(), self.shared.tls, path)
    }
}

/// Builder has the settings of a [`Client`].
#[derive(Debug)]
pub struct Builder {
    address: String,
    credential: Credential,
    transport: Option<Transport>,
    authorities: Option<Vec<u8>>,
    server_name: Option<String>,
    timeout: Duration,
    retry: RetryPolicy,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Transport {
    Plaintext,
    Tls,
}

enum Credential {
    None,
    Fixed(String),
    Provided(Provider),
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Fixed(_) => "Fixed",
            Self::Provided(_) => "Provided",
        })
    }
}

impl Builder {
    /// Calls with an access key of a resource, the key of a tenant's administrator or the key of the operator.
    pub fn access_key(mut self, key: impl Into<String>) -> Self {
        self.credential = Credential::Fixed(key.into());
        self
    }

    /// Calls with a token of a user. When it expires, calls fail: a [provider](Builder::token_provider) is for programs that run
    /// longer.
    pub fn token(self, token: impl Into<String>) -> Self {
        self.access_key(token)
    }

    /// Calls with tokens that a function fetches: the first when it is needed, the next a little before the last expires, and one
    /// when the broker says that the last has expired. Those who need a token at the same time share one.
    ///
    /// ```
    /// # use parley_interop::{Client, Error, Scope, proto::types::CommunicationIdentifier};
    /// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let address = std::env::var("PARLEY_ADDRESS")?;
    /// # let backend = Client::builder(&address).access_key(std::env::var("PARLEY_KEY")?).build()?;
    /// # let anna: CommunicationIdentifier = backend.identity().create_user().await?.user().identifier().clone();
    /// // Usually the application asks its own server, which asks the broker.
    /// let fetch = move || {
    ///     let request = backend.identity().issue_token(&anna, [Scope::Chat]);
    ///     async move { Ok::<_, Error>(request.await?.access_token().clone()) }
    /// };
    /// let client = Client::builder(&address).token_provider(fetch).build()?;
    /// client.chat().create_thread().await?;
    /// # Ok(()) }
    /// ```
    pub fn token_provider<F, Fut, T, E>(mut self, fetch: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Into<Token>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        self.credential = Credential::Provided(provider(fetch));
        self
    }

    /// Speaks TLS, also to this machine. It is what every other machine is spoken to in.
    pub fn tls(mut self) -> Self {
        self.transport = Some(Transport::Tls);
        self
    }

    /// Speaks plaintext, also to other machines: whoever is on the way can read and change everything, the credential included.
    pub fn plaintext(mut self) -> Self {
        self.transport = Some(Transport::Plaintext);
        self
    }

    /// Trusts these authorities, certificates in PEM, instead of those of the system. It asks for TLS as well.
    pub fn certificate_authorities(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.authorities = Some(pem.into());
        self.tls()
    }

    /// Expects the broker's certificate to be for this name rather than for the host of the address.
    pub fn server_name(mut self, name: impl Into<String>) -> Self {
        self.server_name = Some(name.into());
        self
    }

    /// Sets how long a call may take, all its tries together; [`Request::timeout`] sets it for one. Default 10 s. Streams
    /// have no deadline.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets how often calls are tried; [`Request::retry`] sets it for one.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Makes the client. The connection is made when it is needed.
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where a setting is wrong, or where no runtime of tokio runs.
    pub fn build(self) -> Result<Client> {
        let (endpoint, address, tls) = self.endpoint()?;
        tokio::runtime::Handle::try_current()
            .map_err(|_| Error::configuration("a client needs a runtime: build it inside of #[tokio::main]"))?;
        self.with(endpoint.connect_lazy(), address, tls)
    }

    /// Makes the client and the connection at once, so that a wrong address is told here.
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where a setting is wrong, [`Error::Unavailable`] where the broker cannot be reached.
    pub async fn connect(self) -> Result<Client> {
        let (endpoint, address, tls) = self.endpoint()?;
        let connected = endpoint.connect().await;
        let channel =
            connected.map_err(|error| Error::of_call(tonic::Status::from_error(Box::new(error)), address.as_str(), tls, ""))?;
        self.with(channel, address, tls)
    }

    fn with(self, channel: Channel, address: Address, tls: bool) -> Result<Client> {
        let credentials = match self.credential {
            Credential::None => Credentials::fixed(None)?,
            Credential::Fixed(secret) => Credentials::fixed(Some(&secret))?,
            Credential::Provided(provider) => Credentials::provided(provider),
        };
        let shared = Shared { channel, credentials, timeout: self.timeout, retry: self.retry, address, tls };
        Ok(Client { shared: Arc::new(shared), act_as: None })
    }

    fn endpoint(&self) -> Result<(Endpoint, Address, bool)> {
        let address = Address::parse(&self.address)?;
        let tls = self.transport.map_or(!address.is_loopback(), |transport| transport == Transport::Tls);
        let scheme = if tls { "https" } else { "http" };
        let wrong = |error: tonic::transport::Error| {
            let cause = error.source().map(ToString::to_string).unwrap_or_default();
            Error::local(Code::InvalidArgument, format!("cannot set up a connection to {}: {error} {cause}", address.as_str()))
        };
        let mut endpoint = Endpoint::from_shared(format!("{scheme}://{}", address.as_str()))
            .and_then(|endpoint| endpoint.user_agent(USER_AGENT))
            .map_err(wrong)?
            .connect_timeout(CONNECT_TIMEOUT)
            .tcp_keepalive(Some(KEEPALIVE));
        let is_pem = |pem: &[u8]| pem.windows(PEM.len()).any(|part| part == PEM);
        if self.authorities.as_deref().is_some_and(|pem| !is_pem(pem)) {
            return Err(Error::configuration("the certificate authorities have no certificate: give them in PEM"));
        }
        if tls {
            endpoint = endpoint.tls_config(self.tls_config()).map_err(wrong)?;
        }
        Ok((endpoint, address, tls))
    }

    fn tls_config(&self) -> ClientTlsConfig {
        let config = match &self.authorities {
            Some(pem) => ClientTlsConfig::new().ca_certificate(Certificate::from_pem(pem)),
            None => ClientTlsConfig::new().with_native_roots(),
        };
        match &self.server_name {
            Some(name) => config.domain_name(name),
            None => config,
        }
    }
}
