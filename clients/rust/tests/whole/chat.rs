//! Threads, lists and streams.

use std::{pin::pin, task::Context, task::Poll, time::Duration};

use futures_core::Stream;
use parley_interop::{
    Client, Error, Reason,
    chat::ChatUpdate,
    proto::{chat::chat_event::Event, types::CommunicationIdentifier},
    stubs,
};

use crate::{anna, broker::shared, next, user};

/// Returns the names of events, and the texts of messages.
fn told(update: &ChatUpdate) -> String {
    match update {
        ChatUpdate::Event(event) => match event.event.as_ref().unwrap() {
            Event::ThreadCreated(_) => "created".into(),
            Event::ParticipantsAdded(_) => "added".into(),
            Event::MessageSent(sent) => sent.message().content.clone(),
            other => format!("{other:?}"),
        },
        ChatUpdate::Typing(_) => "typing".into(),
        _ => unreachable!(),
    }
}

#[tokio::test]
async fn a_stream_is_open_before_it_is_asked() {
    let (anna, thread) = anna().await;
    let mut events = anna.chat().follow().await.unwrap();
    assert!(!events.cursor().is_empty(), "the first heartbeat has said where the stream stands");
    anna.chat().send_message(&thread.thread_id, "1").await.unwrap();
    assert_eq!(told(&next(&mut events).await.event), "1");
}

#[tokio::test]
async fn the_cursor_moves_when_an_event_is_processed() {
    let (anna, thread) = anna().await;
    let mut events = anna.chat().follow().from_beginning().threads([&thread.thread_id]).await.unwrap();
    let begin = events.cursor();
    let first = next(&mut events).await;
    assert_eq!(told(&first.event), "created");
    assert_eq!(events.cursor(), begin, "the first is not processed yet");
    let second = next(&mut events).await;
    assert_eq!(events.cursor(), first.cursor, "asking for the second says that the first is");
    let mut resumed = anna.chat().follow().after(first.cursor).threads([&thread.thread_id]).await.unwrap();
    assert_eq!(next(&mut resumed).await.cursor, second.cursor, "nothing is lost, nothing comes twice");
}

#[tokio::test]
async fn dropping_a_question_loses_nothing() {
    let (anna, thread) = anna().await;
    let mut events = anna.chat().follow().await.unwrap();
    {
        let mut question = pin!(events.next());
        let asked = question.as_mut().poll(&mut Context::from_waker(std::task::Waker::noop()));
        assert!(matches!(asked, Poll::Pending));
    }
    anna.chat().send_message(&thread.thread_id, "1").await.unwrap();
    assert_eq!(told(&next(&mut events).await.event), "1");
}

#[tokio::test]
async fn typing_has_no_place_in_the_order() {
    let backend = shared();
    let (anna, _) = user(&backend, "Anna").await;
    let (ben, raw_id) = user(&backend, "Ben").await;
    let ben_is = CommunicationIdentifier { raw_id, ..Default::default() };
    let thread = anna.chat().create_thread().participants([&ben_is]).await.unwrap().thread().thread_id.clone();
    let mut events = ben.chat().follow().await.unwrap();
    let cursor = events.cursor();
    anna.chat().send_typing_notification(&thread).await.unwrap();
    let update = next(&mut events).await;
    assert_eq!((told(&update.event).as_str(), &update.cursor), ("typing", &cursor));
}

#[tokio::test]
async fn access_is_lost_with_the_user() {
    let backend = shared();
    let (anna, raw_id) = user(&backend, "Anna").await;
    let mut events = anna.chat().follow().await.unwrap();
    backend.identity().delete_user(CommunicationIdentifier { raw_id, ..Default::default() }).await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::AccessLost(_)), "{error:?}");
    assert_eq!(error.cause(), Some(Reason::ActAsForbidden));
    assert!(events.next().await.is_none(), "it has ended");
}

#[tokio::test]
async fn a_cursor_of_another_stream_is_refused() {
    let (anna, thread) = anna().await;
    let cursor = anna.chat().follow().await.unwrap().cursor();
    let refused = anna.chat().follow().after(cursor).threads([&thread.thread_id]).await.err().unwrap();
    assert_eq!(refused.reason(), Some(Reason::CursorForeign));
}

#[tokio::test]
async fn lists_are_streams() {
    let (anna, thread) = anna().await;
    for text in ["1", "2", "3"] {
        anna.chat().send_message(&thread.thread_id, text).await.unwrap();
    }
    let mut items = pin!(anna.chat().list_messages(&thread.thread_id).page_size(2).items());
    let mut texts = Vec::new();
    while let Some(item) = std::future::poll_fn(|context| items.as_mut().poll_next(context)).await {
        texts.push(item.unwrap().content);
    }
    assert_eq!(texts[..3], ["3", "2", "1"]);
    let mut refused = anna.chat().list_messages(&thread.thread_id).page_token("nonsense").items();
    assert!(matches!(refused.next().await, Some(Err(Error::InvalidArgument(_)))));
    assert!(refused.next().await.is_none(), "it has ended");
}

#[tokio::test]
async fn a_key_makes_one_message_of_two_requests() {
    let (anna, thread) = anna().await;
    let request = anna.chat().send_message(&thread.thread_id, "once").idempotency_key("k1");
    let (first, second) = (request.clone().await.unwrap(), request.await.unwrap());
    assert_eq!(first.message_id, second.message_id);
    let request = anna.chat().send_message(&thread.thread_id, "twice");
    let (first, second) = (request.clone().await.unwrap(), request.await.unwrap());
    assert_ne!(first.message_id, second.message_id, "a request that is awaited twice is two calls");
}

#[tokio::test]
async fn clients_of_users_share_the_connection_but_not_the_user() {
    let backend = shared();
    let (anna, raw_id) = user(&backend, "Anna").await;
    let caller = |client: &Client| client.identity().get_caller().into_future();
    assert_eq!(caller(&anna).await.unwrap().identifier().raw_id, raw_id);
    assert_eq!(caller(&backend).await.unwrap().identifier, None);
    // The stubs go the same way.
    let caller = stubs::identity(&anna).get_caller(parley_interop::proto::identity::GetCallerRequest {}).await.unwrap();
    assert_eq!(caller.into_inner().identifier().raw_id, raw_id);
}

#[tokio::test]
async fn a_deadline_of_nothing_has_passed() {
    let error = shared().identity().get_caller().timeout(Duration::ZERO).await.unwrap_err();
    assert!(matches!(error, Error::DeadlineExceeded(_)), "{error:?}");
}
