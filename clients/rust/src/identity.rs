//! Communication users and tokens.

use crate::client::Client;

/// Identity is the service of users and tokens, from [`Client::identity`].
///
/// ```
/// # use parley_interop::{Client, Scope};
/// # use std::time::Duration;
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// let created = client.identity().create_user().display_name("Anna").await?;
/// let anna = created.user().identifier();
/// let issued = client.identity().issue_token(anna, [Scope::Chat]).lifetime(Duration::from_secs(3600)).await?;
/// assert!(!issued.access_token().token.is_empty());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Identity {
    pub(crate) client: Client,
}
