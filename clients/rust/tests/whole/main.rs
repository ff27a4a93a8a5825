//! Tests of the client against the real broker.

mod bad_input;
mod broker;
mod calls;
mod chat;
mod identifiers;
mod policy;
mod restart;
mod sender;

use parley_interop::{Client, Follow, Subscription, Update, proto::chat::Thread};

use crate::broker::shared;

/// Returns the next event of a stream that must go on.
async fn next<S: Subscription>(follow: &mut Follow<S>) -> Update<S::Event> {
    follow.next().await.expect("the stream goes on").expect("without an error")
}

/// Returns a client that acts as a new user of the backend's, and the raw id of that.
async fn user(backend: &Client, name: &str) -> (Client, String) {
    let created = backend.identity().create_user().display_name(name).await.unwrap();
    let identifier = created.user().identifier();
    (backend.as_user(identifier), identifier.raw_id.clone())
}

/// Returns a client that acts as a new user, and a thread of that.
async fn anna() -> (Client, Thread) {
    let (anna, _) = user(&shared(), "Anna").await;
    let thread = anna.chat().create_thread().await.unwrap().thread().clone();
    (anna, thread)
}
