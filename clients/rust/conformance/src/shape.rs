//! Messages, errors and identifiers in the form of the protocol.

use base64::{Engine, engine::general_purpose::STANDARD};
use parley_interop::{Cloud, Error, Identifier, InvalidIdentifier};
use prost::Message;
use serde_json::{Map, Value, json};

use crate::Outcome;

/// Failure is why an operation has no result.
pub enum Failure {
    /// An error of the layer.
    Layer(Error),
    /// A raw id that is none.
    Identifier(InvalidIdentifier),
    /// The operation was cancelled, so its future is gone and can say nothing.
    Cancelled,
    /// A mistake of the runner or of this program.
    Protocol(String),
}

impl From<InvalidIdentifier> for Failure {
    fn from(error: InvalidIdentifier) -> Self {
        Self::Identifier(error)
    }
}

impl Failure {
    /// Makes a mistake of the runner.
    pub fn protocol(message: String) -> Self {
        Self::Protocol(message)
    }

    /// Makes the end of an operation that was cancelled.
    pub fn cancelled() -> Self {
        Self::Cancelled
    }

    /// Returns the form of the protocol.
    pub fn shape(&self) -> Value {
        match self {
            Self::Layer(error) => layer(error),
            Self::Identifier(error) => {
                json!({"code": "INVALID_ARGUMENT", "type": "invalid_identifier", "message": error.to_string()})
            }
            Self::Cancelled => json!({"code": "CANCELLED", "type": "cancelled", "message": "the future was dropped"}),
            Self::Protocol(message) => json!({"type": "protocol", "message": message}),
        }
    }
}

fn layer(error: &Error) -> Value {
    let details = error.details();
    let violations = details.violations.iter().map(|one| json!({"field": one.field, "description": one.description}));
    let mut shape = json!({
        "code": code(details.code),
        "reason": details.reason,
        "message": details.message,
        "metadata": details.metadata,
        "violations": violations.collect::<Vec<_>>(),
        "type": kind(error),
    });
    if let Some(delay) = details.retry_delay {
        shape["retry_delay_ms"] = json!(delay.as_millis() as u64);
    }
    shape
}

/// Returns what a program would match.
fn kind(error: &Error) -> &'static str {
    match error {
        Error::CursorExpired(_) => "cursor_expired",
        Error::AccessLost(_) => "access_lost",
        Error::InvalidArgument(_) => "invalid_argument",
        Error::NotFound(_) => "not_found",
        Error::AlreadyExists(_) => "already_exists",
        Error::PermissionDenied(_) => "permission_denied",
        Error::Unauthenticated(_) => "unauthenticated",
        Error::FailedPrecondition(_) => "failed_precondition",
        Error::Aborted(_) => "aborted",
        Error::ResourceExhausted(_) => "resource_exhausted",
        Error::OutOfRange(_) => "out_of_range",
        Error::Unavailable(_) => "unavailable",
        Error::DeadlineExceeded(_) => "deadline_exceeded",
        Error::Cancelled(_) => "cancelled",
        Error::Unimplemented(_) => "unimplemented",
        Error::Internal(_) => "internal",
        _ => "unknown",
    }
}

/// Returns the name of a code: `NotFound` is `NOT_FOUND`.
fn code(code: impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for letter in format!("{code:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
    }
    name
}

/// Reads a message; an absent one is empty.
pub fn message<M: Message + Default>(form: &Value) -> Result<M, Failure> {
    M::decode(bytes(form)?.as_slice()).map_err(|error| Failure::protocol(error.to_string()))
}

/// Reads the bytes of a message.
pub fn bytes(form: &Value) -> Result<Vec<u8>, Failure> {
    STANDARD.decode(form.as_str().unwrap_or_default()).map_err(|error| Failure::protocol(error.to_string()))
}

/// Writes a message.
pub fn form(message: &impl Message) -> Value {
    encoded(&message.encode_to_vec())
}

/// Writes bytes.
pub fn encoded(bytes: &[u8]) -> Value {
    STANDARD.encode(bytes).into()
}

/// Reads a raw id and prints it again.
pub fn identifier(raw_id: &str) -> Outcome {
    let identifier: Identifier = raw_id.parse()?;
    let mut shape = match &identifier {
        Identifier::CommunicationUser { resource_id, user_id } => {
            json!({"kind": "communication_user", "resource_id": resource_id, "user_id": user_id})
        }
        Identifier::TeamsUser { user_id, cloud } => {
            json!({"kind": "teams_user", "user_id": user_id, "cloud": name(*cloud), "is_anonymous": false})
        }
        Identifier::TeamsVisitor { user_id } => {
            json!({"kind": "teams_user", "user_id": user_id, "cloud": name(Cloud::Public), "is_anonymous": true})
        }
        Identifier::TeamsVoiceApplication { app_id, cloud } => {
            json!({"kind": "teams_voice_application", "app_id": app_id, "cloud": name(*cloud)})
        }
        Identifier::PhoneNumber { value } => json!({"kind": "phone_number", "value": value}),
        _ => Value::Object(Map::from_iter([("kind".into(), "unknown".into())])),
    };
    shape["raw_id"] = identifier.to_string().into();
    Ok(shape)
}

fn name(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Public => "public",
        Cloud::Gcch => "gcch",
        Cloud::Dod => "dod",
    }
}
