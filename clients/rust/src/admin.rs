//! What the operator of a deployment does.

use crate::client::Client;

/// Admin is the service of resources, tenants, keys, audit and usage, from [`Client::admin`].
///
/// ```
/// # use parley_interop::{Client, proto::admin::Resource};
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let operator = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_OPERATOR_KEY")?).build()?;
/// let resource = Resource { display_name: "Staging".into(), ..Default::default() };
/// let created = operator.admin().create_resource(resource).await?;
/// // The keys are shown this once.
/// assert_eq!(created.keys.len(), 2);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Admin {
    pub(crate) client: Client,
}
