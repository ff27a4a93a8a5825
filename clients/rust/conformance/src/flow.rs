//! Streams and senders: each is served by a task of its own, which takes its orders one after the other.

use std::sync::Arc;

use parley_interop::{
    Acknowledgement, Error, Follow, FollowRequest, Sender, Subscription, Update,
    calls::{CallSubscription, CallUpdate},
    chat::{ChatSubscription, ChatUpdate},
    policy::PolicySubscription,
    proto::{chat::SendMessageRequest, policy::PolicyEvent},
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::{
    Driver, Outcome, answer,
    shape::{self, Failure},
    text,
};

/// StreamOrder is what is asked of a stream, with the id of the operation.
pub enum StreamOrder {
    /// The next event.
    Next(Value),
    /// The position now.
    Cursor(Value),
    /// The end of one open operation.
    Cancel(u64),
    /// The end; without an operation, the client was closed.
    Close(Option<Value>),
}

/// SenderOrder is what is asked of a sender, with the id of the operation.
pub enum SenderOrder {
    /// A message.
    Send(Value, Box<SendMessageRequest>),
    /// The end.
    Close(Value),
}

/// Told is an event that a stream can tell in the form of the protocol.
trait Told: Subscription {
    fn tell(driver: &Driver, stream: &str, update: Update<Self::Event>) -> Value;
}

fn event(event: &impl prost::Message, cursor: &[u8]) -> Value {
    json!({"event": shape::form(event), "cursor": shape::encoded(cursor)})
}

impl Told for ChatSubscription {
    fn tell(_: &Driver, _: &str, update: Update<ChatUpdate>) -> Value {
        match update.event {
            ChatUpdate::Event(told) => event(&told, update.cursor.as_bytes()),
            ChatUpdate::Typing(typing) => json!({"typing": shape::form(&typing)}),
            _ => Value::Null,
        }
    }
}

impl Told for CallSubscription {
    fn tell(driver: &Driver, stream: &str, update: Update<CallUpdate>) -> Value {
        match update.event {
            CallUpdate::Event(told) => event(&told, update.cursor.as_bytes()),
            CallUpdate::Incoming(incoming) => {
                let told = event(incoming.event(), update.cursor.as_bytes());
                driver.incoming.lock().insert((stream.into(), incoming.call_id().into()), incoming);
                told
            }
            _ => Value::Null,
        }
    }
}

impl Told for PolicySubscription {
    fn tell(_: &Driver, _: &str, update: Update<PolicyEvent>) -> Value {
        event(&update.event, update.cursor.as_bytes())
    }
}

impl Driver {
    /// Opens a stream and serves it.
    pub fn follow(self: &Arc<Self>, order: &Value) -> Result<(), Failure> {
        let connection = self.connection(order)?;
        let (client, request) = (&connection.client, &order["request"]);
        match text(order, "service") {
            "chat" => self.serve(order, connection.root, client.chat().follow().request(shape::message(request)?)),
            "call" => self.serve(order, connection.root, client.calls().follow().request(shape::message(request)?)),
            "policy" => self.serve(order, connection.root, client.policy().follow().request(shape::message(request)?)),
            other => return Err(Failure::protocol(format!("no service {other} has a stream"))),
        }
        Ok(())
    }

    fn serve<S: Told>(self: &Arc<Self>, order: &Value, root: String, request: FollowRequest<S>) {
        let (orders, mut given) = mpsc::unbounded_channel();
        let (driver, name, id) = (self.clone(), text(order, "handle").to_string(), order["id"].clone());
        self.streams.lock().insert(name.clone(), (root, orders));
        tokio::spawn(async move {
            let opened = request.await;
            answer(&id, Ok(json!({})));
            tell_all(&driver, &name, opened, &mut given).await;
            driver.streams.lock().remove(&name);
        });
    }

    /// Passes an order on to its stream. One that has gone has ended.
    pub fn to_stream(&self, order: &Value) -> Result<(), Failure> {
        let (id, name) = (order["id"].clone(), text(order, "stream"));
        let told = match text(order, "op") {
            "next" => StreamOrder::Next(id.clone()),
            "cursor" => StreamOrder::Cursor(id.clone()),
            _ => StreamOrder::Close(Some(id.clone())),
        };
        let known = self.streams.lock().get(name).is_some_and(|(_, stream)| stream.send(told).is_ok());
        if !known {
            answer(&id, Ok(json!({"end": true})));
        }
        Ok(())
    }

    /// Opens a sender and serves it.
    pub fn open_sender(self: &Arc<Self>, order: &Value) -> Outcome {
        let connection = self.connection(order)?;
        let chat = connection.client.chat();
        let sender = match order["window"].as_u64() {
            None | Some(0) => chat.sender(),
            Some(window) => chat.sender_with_window(window as usize),
        };
        let (orders, given) = mpsc::unbounded_channel();
        self.senders.lock().insert(text(order, "handle").into(), (connection.root, orders));
        tokio::spawn(send_all(sender, given));
        Ok(json!({}))
    }

    /// Passes an order on to its sender.
    pub fn to_sender(&self, order: &Value) -> Result<(), Failure> {
        let (id, name) = (order["id"].clone(), text(order, "sender"));
        let told = match text(order, "op") {
            "send" => SenderOrder::Send(id, Box::new(shape::message(&order["request"])?)),
            _ => SenderOrder::Close(id),
        };
        let sent = self.senders.lock().get(name).is_some_and(|(_, sender)| sender.send(told).is_ok());
        if sent { Ok(()) } else { Err(Failure::protocol(format!("no sender {name}"))) }
    }
}

/// Serves a stream until it is closed. It asks the layer for an event only while the runner waits for one.
async fn tell_all<S: Told>(
    driver: &Driver,
    name: &str,
    opened: Result<Follow<S>, Error>,
    orders: &mut mpsc::UnboundedReceiver<StreamOrder>,
) {
    let (mut follow, mut failed) = match opened {
        Ok(follow) => (Some(follow), None),
        Err(error) => (None, Some(error)),
    };
    let mut waiting: Option<Value> = None;
    loop {
        tokio::select! {
            order = orders.recv() => match order {
                Some(StreamOrder::Next(id)) => waiting = Some(id),
                Some(StreamOrder::Cursor(id)) => {
                    let cursor = follow.as_ref().map(Follow::cursor).unwrap_or_default();
                    answer(&id, Ok(json!({"cursor": shape::encoded(cursor.as_bytes())})));
                }
                Some(StreamOrder::Cancel(target)) => {
                    if let Some(id) = waiting.take_if(|id| *id == target) {
                        answer(&id, Err(Failure::cancelled()));
                    }
                }
                Some(StreamOrder::Close(id)) => {
                    waiting.iter().for_each(|id| answer(id, Ok(json!({"end": true}))));
                    id.iter().for_each(|id| answer(id, Ok(json!({}))));
                    return;
                }
                None => return,
            },
            update = next(&mut follow, &mut failed), if waiting.is_some() => {
                let outcome = match update {
                    Some(Ok(update)) => Ok(S::tell(driver, name, update)),
                    Some(Err(error)) => Err(error.into()),
                    None => Ok(json!({"end": true})),
                };
                if let Some(id) = waiting.take() {
                    answer(&id, outcome);
                }
            }
        }
    }
}

async fn next<S: Told>(follow: &mut Option<Follow<S>>, failed: &mut Option<Error>) -> Option<Result<Update<S::Event>, Error>> {
    match follow {
        Some(follow) => follow.next().await,
        None => failed.take().map(Err),
    }
}

/// Serves a sender: the layer takes the messages in the order of their lines, and another task waits for the answers.
async fn send_all(mut sender: Sender, mut orders: mpsc::UnboundedReceiver<SenderOrder>) {
    let (promises, promised) = mpsc::unbounded_channel();
    let answering = tokio::spawn(answer_all(promised));
    let mut closing = None;
    while let Some(order) = orders.recv().await {
        match order {
            SenderOrder::Send(id, message) => {
                let promise = sender.send(*message).await;
                let _ = promises.send((id, promise));
            }
            SenderOrder::Close(id) => {
                closing = Some(id);
                break;
            }
        }
    }
    drop(promises);
    let _ = answering.await;
    let outcome = sender.close().await;
    closing.iter().for_each(|id| answer(id, outcome.clone().map(|()| json!({})).map_err(Failure::from)));
}

async fn answer_all(mut promised: mpsc::UnboundedReceiver<(Value, Result<Acknowledgement, Error>)>) {
    while let Some((id, promise)) = promised.recv().await {
        let outcome = match promise {
            Ok(promise) => promise.await,
            Err(error) => Err(error),
        };
        answer(&id, outcome.map(|sent| json!({"response": shape::form(&sent)})).map_err(Failure::from));
    }
}
