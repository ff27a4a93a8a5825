//! Many messages over one stream.

use parley_interop::{Error, Reason};

use crate::{anna, broker::shared};

#[tokio::test]
async fn answers_come_in_order() {
    let (anna, thread) = anna().await;
    let mut sender = anna.chat().sender_with_window(8);
    let mut promises = Vec::new();
    for number in 0..100 {
        promises.push(sender.send((&thread.thread_id, number.to_string())).await.unwrap());
    }
    let mut last = 0;
    for promise in promises {
        let sent = promise.await.unwrap();
        assert!(sent.sequence_id > last);
        last = sent.sequence_id;
    }
    sender.close().await.unwrap();
}

#[tokio::test]
async fn a_refusal_is_of_one_message() {
    let (anna, thread) = anna().await;
    let mut sender = anna.chat().sender();
    let good = sender.send((&thread.thread_id, "good")).await.unwrap();
    let large = sender.send((&thread.thread_id, "x".repeat(30_000))).await.unwrap();
    let with_data = anna.chat().send_message(&thread.thread_id, "good too").metadata([("a", "b")]);
    let fine = sender.send(with_data).await.unwrap();
    assert!(good.await.is_ok());
    let error = large.await.unwrap_err();
    assert!(matches!(error, Error::InvalidArgument(_)), "{error:?}");
    assert_eq!(error.reason(), Some(Reason::MessageTooLarge));
    assert!(fine.await.is_ok());
    sender.close().await.unwrap();
}

#[tokio::test]
async fn what_a_dropped_sender_was_given_arrives() {
    let (anna, thread) = anna().await;
    let mut events = anna.chat().follow().await.unwrap();
    let mut sender = anna.chat().sender();
    drop(sender.send((&thread.thread_id, "last words")).await.unwrap());
    drop(sender);
    let update = crate::next(&mut events).await;
    assert_eq!(update.event.sent().unwrap().content, "last words");
}

#[tokio::test]
async fn a_sender_that_is_refused_says_why() {
    let mut sender = shared().chat().sender();
    let promise = sender.send(("19:x@thread.v2", "by nobody")).await.unwrap();
    assert_eq!(promise.await.unwrap_err().reason(), Some(Reason::ActAsRequired));
    for _ in 0..2 {
        let refused = sender.send(("19:x@thread.v2", "by nobody")).await;
        assert_eq!(refused.unwrap_err().reason(), Some(Reason::ActAsRequired));
    }
    assert_eq!(sender.close().await.unwrap_err().reason(), Some(Reason::ActAsRequired));
}
