//! The driver of the Rust client: it does what the conformance runner asks for, by `clients/conformance/PROTOCOL.md`.

mod flow;
mod methods;
mod shape;

use std::{
    collections::HashMap,
    io::Write,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use parley_interop::{Client, Error, Identifier, RetryPolicy, Token, calls::IncomingCall};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader, stdin},
    sync::{mpsc, oneshot},
};

use crate::{
    flow::{SenderOrder, StreamOrder},
    shape::Failure,
};

/// Outcome is what an operation is answered with.
type Outcome = Result<Value, Failure>;

/// Connection is a client, and the one that it is derived of.
#[derive(Clone)]
struct Connection {
    client: Client,
    root: String,
}

/// Driver is what the operations share.
#[derive(Default)]
struct Driver {
    connections: Table<String, Connection>,
    streams: Table<String, (String, mpsc::UnboundedSender<StreamOrder>)>,
    senders: Table<String, (String, mpsc::UnboundedSender<SenderOrder>)>,
    incoming: Table<(String, String), IncomingCall>,
    running: Table<u64, oneshot::Sender<()>>,
    asked: Table<u64, oneshot::Sender<Value>>,
    last_ask: AtomicU64,
    methods: methods::Methods,
}

/// Table is a map that operations share.
struct Table<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K, V> Table<K, V> {
    fn lock(&self) -> MutexGuard<'_, HashMap<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let driver = Arc::new(Driver::default());
    let mut lines = BufReader::new(stdin()).lines();
    while let Some(line) = lines.next_line().await? {
        match serde_json::from_str::<Value>(&line) {
            Ok(order) => driver.take(order),
            Err(error) => eprintln!("no JSON: {error}"),
        }
    }
    Ok(())
}

/// Prints one line.
fn print(line: &Value) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Answers an operation.
fn answer(id: &Value, outcome: Outcome) {
    print(&match outcome {
        Ok(result) => json!({"id": id, "result": result}),
        Err(failure) => json!({"id": id, "error": failure.shape()}),
    });
}

/// Returns a field that is a text; an empty one where it is absent.
fn text<'a>(order: &'a Value, field: &str) -> &'a str {
    order[field].as_str().unwrap_or_default()
}

impl Driver {
    /// Begins an operation. What must happen in the order of the lines happens before it returns.
    fn take(self: &Arc<Self>, order: Value) {
        let id = order["id"].clone();
        let outcome = match text(&order, "op") {
            "hello" => Ok(json!({"language": "rust", "version": env!("CARGO_PKG_VERSION"), "encoding": "binary"})),
            "connect" => self.connect(&order),
            "as_user" => self.as_user(&order),
            "set_token" => self.set_token(&order),
            "close" => self.close(text(&order, "connection")),
            "parse_identifier" => shape::identifier(text(&order, "raw_id")),
            "provide_token" => self.provide_token(order),
            "cancel" => self.cancel(&order),
            "call" | "list" | "call_action" => return self.run(order),
            "follow" => match self.follow(&order) {
                Ok(()) => return,
                Err(failure) => Err(failure),
            },
            "next" | "cursor" | "close_stream" => match self.to_stream(&order) {
                Ok(()) => return,
                Err(failure) => Err(failure),
            },
            "open_sender" => self.open_sender(&order),
            "send" | "close_sender" => match self.to_sender(&order) {
                Ok(()) => return,
                Err(failure) => Err(failure),
            },
            other => Err(Failure::protocol(format!("no operation {other}"))),
        };
        answer(&id, outcome);
    }

    fn connect(self: &Arc<Self>, order: &Value) -> Outcome {
        let mut builder = Client::builder(text(order, "address"));
        let credential = &order["credential"];
        if credential["provider"] == true {
            let (driver, connection) = (self.clone(), text(order, "handle").to_string());
            builder = builder.token_provider(move || driver.clone().ask(connection.clone()));
        } else if let Some(key) = credential["key"].as_str() {
            builder = builder.access_key(key);
        } else if let Some(token) = credential["token"].as_str() {
            builder = builder.token(token);
        }
        match text(order, "transport") {
            "plaintext" => builder = builder.plaintext(),
            "tls" => builder = builder.tls(),
            _ => {}
        }
        if let Some(file) = order["ca_file"].as_str() {
            builder = builder.certificate_authorities(std::fs::read(file).map_err(|error| Failure::protocol(error.to_string()))?);
        }
        if let Some(timeout) = order["options"]["timeout_ms"].as_u64() {
            builder = builder.timeout(Duration::from_millis(timeout));
        }
        if let Some(attempts) = order["options"]["max_attempts"].as_u64() {
            builder = builder.retry(RetryPolicy::default().max_attempts(attempts as u32));
        }
        let handle = text(order, "handle").to_string();
        let connection = Connection { client: builder.build()?, root: handle.clone() };
        self.connections.lock().insert(handle, connection);
        Ok(json!({}))
    }

    fn as_user(&self, order: &Value) -> Outcome {
        let Connection { client, root } = self.connection(order)?;
        let client = client.as_user(text(order, "user").parse::<Identifier>()?);
        self.connections.lock().insert(text(order, "handle").into(), Connection { client, root });
        Ok(json!({}))
    }

    fn set_token(&self, order: &Value) -> Outcome {
        self.connection(order)?.client.set_credential(text(order, "token"))?;
        Ok(json!({}))
    }

    /// Closes a client: in Rust, that is to drop everything that is made of it.
    fn close(&self, handle: &str) -> Outcome {
        self.connections.lock().retain(|_, connection| connection.root != handle);
        self.streams.lock().retain(|_, (root, stream)| root != handle || stream.send(StreamOrder::Close(None)).is_err());
        self.senders.lock().retain(|_, (root, _)| root != handle);
        Ok(json!({}))
    }

    fn connection(&self, order: &Value) -> Result<Connection, Failure> {
        let handle = text(order, "connection");
        let known = self.connections.lock().get(handle).cloned();
        known.ok_or_else(|| Failure::protocol(format!("no connection {handle}")))
    }

    /// Asks the runner for a token.
    async fn ask(self: Arc<Self>, connection: String) -> Result<Token, String> {
        let ask = self.last_ask.fetch_add(1, Ordering::Relaxed) + 1;
        let (give, given) = oneshot::channel();
        self.asked.lock().insert(ask, give);
        print(&json!({"ask": ask, "connection": connection}));
        let given = given.await.map_err(|_| "the runner has gone")?;
        if let Some(failure) = given["failure"].as_str() {
            return Err(failure.into());
        }
        let token = text(&given, "token");
        Ok(match given["expires_in_ms"].as_u64() {
            Some(lifetime) => Token::expiring(token, SystemTime::now() + Duration::from_millis(lifetime)),
            None => token.into(),
        })
    }

    fn provide_token(&self, order: Value) -> Outcome {
        let asked = order["ask"].as_u64().and_then(|ask| self.asked.lock().remove(&ask));
        let asked = asked.ok_or_else(|| Failure::protocol("no such question".into()))?;
        // Whoever asked may have been cancelled.
        let _ = asked.send(order);
        Ok(json!({}))
    }

    /// Cancels an operation in the way of Rust: its future is dropped.
    fn cancel(&self, order: &Value) -> Outcome {
        let target = order["target"].as_u64().unwrap_or_default();
        if let Some(running) = self.running.lock().remove(&target) {
            let _ = running.send(());
        }
        for (_, stream) in self.streams.lock().values() {
            let _ = stream.send(StreamOrder::Cancel(target));
        }
        Ok(json!({}))
    }

    /// Runs an operation that takes a while, until it is done or cancelled.
    fn run(self: &Arc<Self>, order: Value) {
        let (stop, stopped) = oneshot::channel();
        let (id, driver) = (order["id"].as_u64().unwrap_or_default(), self.clone());
        self.running.lock().insert(id, stop);
        tokio::spawn(async move {
            let outcome = tokio::select! {
                outcome = driver.perform(&order) => outcome,
                Ok(()) = stopped => Err(Failure::cancelled()),
            };
            driver.running.lock().remove(&id);
            answer(&order["id"], outcome);
        });
    }

    async fn perform(&self, order: &Value) -> Outcome {
        if text(order, "op") == "call_action" {
            return self.act(order).await;
        }
        let client = self.connection(order)?.client;
        let method = text(order, "method");
        if method == "directory.ImportTenantUsers" {
            return methods::import(&client, order).await;
        }
        let table = if text(order, "op") == "call" { &self.methods.unary } else { &self.methods.lists };
        let method = table.get(method).ok_or_else(|| Failure::protocol(format!("no method {method}")))?;
        method(client, order)?.await
    }

    async fn act(&self, order: &Value) -> Outcome {
        let key = (text(order, "stream").to_string(), text(order, "call_id").to_string());
        let incoming = self.incoming.lock().get(&key).cloned();
        let incoming = incoming.ok_or_else(|| Failure::protocol(format!("no call {} rings", key.1)))?;
        methods::act(&incoming, order).await
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Layer(error)
    }
}
