//! The policy of a tenant, and its stream.

use parley_interop::proto::policy::ExternalAccessPolicy;

use crate::{
    broker::{client, variable_of},
    next,
};

#[tokio::test]
async fn changes_are_followed() {
    let policy = client("PARLEY_TENANT_KEY").policy();
    let mut events = policy.follow().await.unwrap();
    let added = ExternalAccessPolicy { name: "Rust".into(), ..Default::default() };
    policy.create_external_access_policy(added).await.unwrap();
    assert!(next(&mut events).await.event.event.is_some());
    policy.delete_external_access_policy("Rust").await.unwrap();
    assert!(next(&mut events).await.event.event.is_some());
}

#[tokio::test]
async fn decisions_are_explained() {
    let admin = client("PARLEY_TENANT_KEY");
    let user = "22222222-2222-4222-8222-222222222222";
    let tess = parley_interop::proto::directory::TenantUser {
        user_id: user.into(),
        user_principal_name: "tess@fabrikam.example".into(),
        display_name: "Tess".into(),
        ..Default::default()
    };
    let imported = admin.directory().import([tess]).await.unwrap();
    assert_eq!((imported.created_count, imported.refused_count), (1, 0));
    let evaluated = admin.policy().evaluate_interop(user).resource_id(variable_of("PARLEY_RESOURCE")).await.unwrap();
    assert!(!evaluated.decision().steps.is_empty());
}
