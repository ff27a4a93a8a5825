//! What people get wrong: each mistake is told with what to do about it.

use std::time::Duration;

use parley_interop::{Client, Error, RetryPolicy};
use tokio::net::TcpListener;

use crate::broker::{shared, variable_of};

#[tokio::test]
async fn nobody_listens() {
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
    let client = Client::builder(&gone).access_key("parley_rk_any").build().unwrap();
    let error = client.identity().get_caller().await.unwrap_err();
    assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
    assert!(error.to_string().contains(&gone), "{error}");
    let error = Client::builder(&gone).connect().await.unwrap_err();
    assert!(error.to_string().contains(&gone), "{error}");
}

#[tokio::test]
async fn a_stream_that_never_opens_is_given_up() {
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
    let client = Client::builder(&gone).access_key("parley_rk_any").timeout(Duration::from_millis(300)).build().unwrap();
    assert!(matches!(client.chat().follow().await, Err(Error::Unavailable(_))));
    let promise = client.chat().sender().send(("19:x@thread.v2", "text")).await.unwrap();
    assert!(matches!(promise.await, Err(Error::Unavailable(_))));
}

#[tokio::test]
async fn tls_towards_plaintext() {
    let builder = Client::builder(variable_of("PARLEY_ADDRESS")).access_key("parley_rk_any").tls();
    let error = builder.build().unwrap().identity().get_caller().await.unwrap_err();
    assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
    assert!(error.to_string().contains("ask for plaintext"), "{error}");
}

#[tokio::test]
async fn a_wrong_key() {
    let client = Client::builder(variable_of("PARLEY_ADDRESS")).access_key("parley_rk_wrong").build().unwrap();
    let error = client.identity().get_caller().await.unwrap_err();
    assert!(matches!(error, Error::Unauthenticated(_)), "{error:?}");
    assert!(!error.details().request_id.is_empty(), "the broker's log has it under an id");
    assert!(matches!(client.chat().follow().await, Err(Error::Unauthenticated(_))));
}

#[tokio::test]
async fn no_key() {
    let client = Client::builder(variable_of("PARLEY_ADDRESS")).build().unwrap();
    let error = client.identity().get_caller().await.unwrap_err();
    assert_eq!(error.details().reason, "CREDENTIAL_MISSING");
}

#[tokio::test]
async fn settings() {
    for (builder, advice) in [
        (Client::builder("http://localhost:7755"), "give host:port"),
        (Client::builder("localhost:7755").access_key("two\nlines"), "key or token"),
        (Client::builder("localhost:7755").access_key(""), "empty"),
        (Client::builder("localhost:7755").certificate_authorities("no PEM"), "in PEM"),
    ] {
        let error = builder.build().unwrap_err();
        assert!(matches!(error, Error::InvalidArgument(_)), "{error:?}");
        assert!(error.to_string().contains(advice), "{error}");
    }
}

#[test]
fn no_runtime() {
    let error = Client::builder("localhost:7755").build().unwrap_err();
    assert!(error.to_string().contains("#[tokio::main]"), "{error}");
}

#[tokio::test]
async fn a_peer_that_never_answers() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::builder(silent.local_addr().unwrap().to_string())
        .access_key("parley_rk_any")
        .timeout(Duration::from_millis(200))
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let error = client.identity().get_caller().await.unwrap_err();
    assert!(matches!(error, Error::DeadlineExceeded(_)), "{error:?}");
    assert!(matches!(client.chat().follow().await, Err(Error::Unavailable(_) | Error::DeadlineExceeded(_))));
}

#[tokio::test]
async fn fields_that_break_a_rule() {
    let error = shared().identity().create_user().display_name("x".repeat(300)).await.unwrap_err();
    let Error::InvalidArgument(details) = &error else { panic!("{error:?}") };
    assert_eq!(details.violations[0].field, "display_name");
}

#[tokio::test]
async fn a_heartbeat_that_is_too_short() {
    let refused = shared().chat().follow().heartbeat_interval(Duration::from_micros(1)).await.err();
    let Some(Error::InvalidArgument(details)) = &refused else { panic!("{refused:?}") };
    assert_eq!(details.violations[0].field, "heartbeat_interval");
}
