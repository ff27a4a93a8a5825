//! The broker is killed and comes back.

use crate::{broker::Broker, next, user};

#[tokio::test]
async fn streams_and_senders_survive() {
    let mut broker = Broker::start();
    let (anna, _) = user(&broker.backend(), "Anna").await;
    let thread = anna.chat().create_thread().await.unwrap().thread().thread_id.clone();
    let mut events = anna.chat().follow().await.unwrap();
    let mut sender = anna.chat().sender_with_window(1000);
    let mut promises = Vec::new();
    for number in 0..50 {
        promises.push(sender.send((&thread, number.to_string())).await.unwrap());
    }
    promises.remove(0).await.unwrap();
    broker.kill();
    for number in 50..100 {
        promises.push(sender.send((&thread, number.to_string())).await.unwrap());
    }
    broker.restart();
    for promise in promises {
        promise.await.unwrap();
    }
    for number in 0..100 {
        assert_eq!(next(&mut events).await.event.sent().unwrap().content, number.to_string(), "each once, in order");
    }
    sender.close().await.unwrap();
}
