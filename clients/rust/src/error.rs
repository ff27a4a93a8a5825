//! What can go wrong, as one type.

use std::{collections::HashMap, fmt, time::Duration};

use tonic::{Code, Status};
use tonic_types::StatusExt;

use crate::{cursor::Cursor, proto::types::Reason};

/// Result is what this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Error says what went wrong: the variant is what a program would act upon, the [`Details`] have the rest.
///
/// ```
/// # use parley_interop::{Client, Error, Reason};
/// # #[tokio::main] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Client::builder(std::env::var("PARLEY_ADDRESS")?).access_key(std::env::var("PARLEY_KEY")?).build()?;
/// match client.chat().get_thread("19:00000000000000000000000000000000@thread.v2").await {
///     Err(Error::NotFound(details)) => println!("{details}"),
///     Err(error) if error.reason() == Some(Reason::InteropTenantDisabled) => println!("ask the administrator"),
///     other => drop(other?),
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The stream cannot go on from its cursor, which is too old or of another history of the log: start anew, at
    /// [`Error::oldest_cursor`] if there is one.
    CursorExpired(Box<Details>),
    /// The subscriber may no longer see what it subscribed to; [`Error::cause`] says why. Its cursor stays good.
    AccessLost(Box<Details>),
    /// The request is wrong, or a setting of the client; [`Details::violations`] names the fields.
    InvalidArgument(Box<Details>),
    /// There is no such thing, or the caller may not see it.
    NotFound(Box<Details>),
    /// It is there already.
    AlreadyExists(Box<Details>),
    /// The caller may not do that.
    PermissionDenied(Box<Details>),
    /// The credential is missing or not good, or the provider of tokens has failed.
    Unauthenticated(Box<Details>),
    /// The state of the thing does not allow it.
    FailedPrecondition(Box<Details>),
    /// Somebody else has changed it meanwhile: read it again.
    Aborted(Box<Details>),
    /// Too much, or too fast; [`Error::retry_delay`] says when it may be tried again.
    ResourceExhausted(Box<Details>),
    /// A position is out of range.
    OutOfRange(Box<Details>),
    /// The broker cannot be reached or cannot serve now. A write may have happened.
    Unavailable(Box<Details>),
    /// The deadline passed. A write may have happened.
    DeadlineExceeded(Box<Details>),
    /// The call was cancelled. A write may have happened.
    Cancelled(Box<Details>),
    /// The broker does not serve that.
    Unimplemented(Box<Details>),
    /// The broker found a fault of its own.
    Internal(Box<Details>),
    /// None of the above.
    Unknown(Box<Details>),
}

/// Details is what is known of an error.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Details {
    /// The status code of gRPC.
    pub code: Code,
    /// The cause as the broker wrote it, a name of [`Reason`] without its prefix such as `THREAD_NOT_FOUND`, or one that only a
    /// newer broker knows; empty where the broker gave none.
    pub reason: String,
    /// What happened and what to do, for a person. It may change; do not act upon it.
    pub message: String,
    /// Further facts, by the names that the contract gives them.
    pub metadata: HashMap<String, String>,
    /// Which fields of the request break which rule.
    pub violations: Vec<Violation>,
    /// How long to wait at least before trying again; none where that was not said.
    pub retry_delay: Option<Duration>,
    /// The id under which the broker's log has the request; empty where the broker was not reached.
    pub request_id: String,
}

/// Violation names a field of a request that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The path of the field in the request.
    pub field: String,
    /// The rule.
    pub description: String,
}

impl fmt::Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.reason.is_empty() {
            write!(f, " ({})", self.reason)?;
        }
        let mut violations = self.violations.iter();
        violations.try_for_each(|violation| write!(f, "; {}: {}", violation.field, violation.description))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.details().fmt(f)
    }
}

impl std::error::Error for Error {}

impl Error {
    /// Returns what is known of the error.
    pub fn details(&self) -> &Details {
        match self {
            Self::CursorExpired(details)
            | Self::AccessLost(details)
            | Self::InvalidArgument(details)
            | Self::NotFound(details)
            | Self::AlreadyExists(details)
            | Self::PermissionDenied(details)
            | Self::Unauthenticated(details)
            | Self::FailedPrecondition(details)
            | Self::Aborted(details)
            | Self::ResourceExhausted(details)
            | Self::OutOfRange(details)
            | Self::Unavailable(details)
            | Self::DeadlineExceeded(details)
            | Self::Cancelled(details)
            | Self::Unimplemented(details)
            | Self::Internal(details)
            | Self::Unknown(details) => details,
        }
    }

    /// Returns the cause; none where the broker gave none or one that this version does not know ([`Details::reason`] has it).
    pub fn reason(&self) -> Option<Reason> {
        reason_of(&self.details().reason)
    }

    /// Returns the status code of gRPC.
    pub fn code(&self) -> Code {
        self.details().code
    }

    /// Returns how long to wait at least before trying again.
    pub fn retry_delay(&self) -> Option<Duration> {
        self.details().retry_delay
    }

    /// Returns, of [`Error::CursorExpired`], the oldest cursor that is still good.
    pub fn oldest_cursor(&self) -> Option<Cursor> {
        self.details().metadata.get("oldest_cursor")?.parse().ok()
    }

    /// Returns, of [`Error::AccessLost`], why the access was lost.
    pub fn cause(&self) -> Option<Reason> {
        reason_of(self.details().metadata.get("cause")?)
    }

    /// Tells whether the same again may succeed: the broker was not reached or could not serve, or asks for a pause.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unavailable(_) => true,
            Self::Aborted(details) | Self::ResourceExhausted(details) => details.retry_delay.is_some(),
            _ => false,
        }
    }

    /// Tells whether the way to the broker has failed: the broker itself gives a reason with each of these codes.
    pub(crate) fn is_of_the_way(&self) -> bool {
        let details = self.details();
        details.reason.is_empty() && matches!(details.code, Code::Internal | Code::Unknown | Code::Cancelled)
    }

    /// Tells whether a fresh token may help.
    pub(crate) fn is_token_expired(&self) -> bool {
        match self {
            Self::Unauthenticated(_) => self.reason() == Some(Reason::TokenExpired),
            Self::AccessLost(_) => self.cause() == Some(Reason::TokenExpired),
            _ => false,
        }
    }

    /// Makes the error of a setting or an argument that is wrong.
    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::local(Code::InvalidArgument, message)
    }

    /// Makes an error of the client's own.
    pub(crate) fn local(code: Code, message: impl Into<String>) -> Self {
        Status::new(code, message).into()
    }

    /// Makes the error of a status that came instead of an answer.
    pub(crate) fn of_call(status: Status, address: &str, tls: bool, path: &str) -> Self {
        if let Some(source) = std::error::Error::source(&status) {
            return Self::of_transport(&status, &chain(source), address, tls);
        }
        if status.details().is_empty() {
            return Self::without_details(status, path);
        }
        status.into()
    }

    /// Makes the error of a call that did not get through to the broker, or whose answer did not get back.
    fn of_transport(status: &Status, causes: &str, address: &str, tls: bool) -> Self {
        if causes.contains("Timeout expired") {
            return Self::local(Code::DeadlineExceeded, "the deadline passed");
        }
        let causes = if causes.is_empty() { status.message() } else { causes };
        let advice = if !tls {
            "Is a broker there? If it serves TLS, ask for TLS."
        } else if causes.contains("ertificate") {
            "Give the certificate of the authority that signed the broker's."
        } else {
            "Is a broker there? If it serves plaintext, ask for plaintext."
        };
        Self::local(Code::Unavailable, format!("cannot reach {address}: {causes}. {advice}"))
    }

    /// Makes the error of a status that no broker of this version would send.
    fn without_details(status: Status, path: &str) -> Self {
        match status.code() {
            Code::Unimplemented => Self::local(
                Code::Unimplemented,
                format!(
                    "the broker does not know {path}: it is of another version than this client, {}",
                    env!("CARGO_PKG_VERSION")
                ),
            ),
            // Whoever ends a call without a status, such as a proxy that loses its broker, can only be asked again.
            Code::Unknown => Self::local(Code::Unavailable, format!("the call of {path} was cut off: {}", status.message())),
            _ => status.into(),
        }
    }
}

fn reason_of(name: &str) -> Option<Reason> {
    Reason::from_str_name(&format!("REASON_{name}"))
}

/// Joins the messages of an error and its causes, each once.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let message = error.to_string();
        if !text.contains(&message) {
            text = if text.is_empty() { message } else { format!("{text}: {message}") };
        }
        next = error.source();
    }
    text
}

impl From<Status> for Error {
    fn from(status: Status) -> Self {
        let found = status.get_error_details();
        let info = found.error_info();
        let violations = found.bad_request().map(|detail| detail.field_violations.as_slice()).unwrap_or_default();
        let request_id = status.metadata().get("x-request-id").and_then(|id| id.to_str().ok());
        let details = Box::new(Details {
            code: status.code(),
            reason: info.map(|info| info.reason.clone()).unwrap_or_default(),
            message: status.message().into(),
            metadata: info.map(|info| info.metadata.clone()).unwrap_or_default(),
            violations: violations
                .iter()
                .map(|found| Violation { field: found.field.clone(), description: found.description.clone() })
                .collect(),
            retry_delay: found.retry_info().and_then(|info| info.retry_delay),
            request_id: request_id.unwrap_or_default().into(),
        });
        classify(details)
    }
}

/// A status inside an answer, such as that of one message of many.
impl From<tonic_types::Status> for Error {
    fn from(status: tonic_types::Status) -> Self {
        let code = Code::from(status.code);
        let details = prost::Message::encode_to_vec(&status);
        Status::with_details(code, status.message, details.into()).into()
    }
}

fn classify(details: Box<Details>) -> Error {
    match reason_of(&details.reason) {
        Some(Reason::CursorExpired | Reason::CursorEpoch) => return Error::CursorExpired(details),
        Some(Reason::AccessLost) => return Error::AccessLost(details),
        _ => {}
    }
    let variant = match details.code {
        Code::InvalidArgument => Error::InvalidArgument,
        Code::NotFound => Error::NotFound,
        Code::AlreadyExists => Error::AlreadyExists,
        Code::PermissionDenied => Error::PermissionDenied,
        Code::Unauthenticated => Error::Unauthenticated,
        Code::FailedPrecondition => Error::FailedPrecondition,
        Code::Aborted => Error::Aborted,
        Code::ResourceExhausted => Error::ResourceExhausted,
        Code::OutOfRange => Error::OutOfRange,
        Code::Unavailable => Error::Unavailable,
        Code::DeadlineExceeded => Error::DeadlineExceeded,
        Code::Cancelled => Error::Cancelled,
        Code::Unimplemented => Error::Unimplemented,
        Code::Internal => Error::Internal,
        Code::Ok | Code::DataLoss | Code::Unknown => Error::Unknown,
    };
    variant(details)
}

#[cfg(test)]
mod tests {
    use tonic_types::ErrorDetails;

    use super::*;

    fn refusal(code: Code, reason: &str) -> Error {
        let details = ErrorDetails::with_error_info(reason, "parley", HashMap::from([("cause".into(), "TOKEN_EXPIRED".into())]));
        Error::from(Status::with_error_details(code, "no", details))
    }

    #[test]
    fn reasons_decide_before_codes() {
        assert!(matches!(refusal(Code::OutOfRange, "CURSOR_EPOCH"), Error::CursorExpired(_)));
        assert!(matches!(refusal(Code::OutOfRange, "ELSE"), Error::OutOfRange(_)));
        let lost = refusal(Code::PermissionDenied, "ACCESS_LOST");
        assert!(matches!(lost, Error::AccessLost(_)));
        assert_eq!(lost.cause(), Some(Reason::TokenExpired));
        assert!(lost.is_token_expired());
    }

    #[test]
    fn reasons_of_newer_brokers_keep_their_text() {
        let error = refusal(Code::FailedPrecondition, "MOON_PHASE");
        assert_eq!(error.reason(), None);
        assert_eq!(error.details().reason, "MOON_PHASE");
        assert_eq!(error.to_string(), "no (MOON_PHASE)");
    }

    #[test]
    fn what_is_transient() {
        let status = |code, delay: Option<Duration>| {
            let mut details = ErrorDetails::new();
            if let Some(delay) = delay {
                details.set_retry_info(Some(delay));
            }
            Error::from(Status::with_error_details(code, "later", details))
        };
        let second = Some(Duration::from_secs(1));
        assert!(status(Code::Unavailable, None).is_transient());
        assert!(status(Code::ResourceExhausted, second).is_transient());
        assert!(status(Code::Aborted, second).is_transient());
        assert!(!status(Code::ResourceExhausted, None).is_transient());
        assert!(!status(Code::Aborted, None).is_transient());
        assert!(!status(Code::Internal, second).is_transient());
    }

    #[test]
    fn what_is_of_the_way() {
        assert!(Error::from(Status::internal("reset")).is_of_the_way());
        assert!(Error::from(Status::unknown("reset")).is_of_the_way());
        assert!(Error::from(Status::cancelled("reset")).is_of_the_way());
        assert!(!Error::from(Status::not_found("gone")).is_of_the_way());
        assert!(!refusal(Code::Internal, "INTERNAL").is_of_the_way());
    }

    #[test]
    fn an_older_broker_is_named_as_such() {
        let error =
            Error::of_call(Status::unimplemented("unknown method"), "a:1", false, "/parley.chat.v1.ChatService/SendMessage");
        assert!(error.to_string().contains("ChatService/SendMessage"), "{error}");
        assert!(error.to_string().contains("version"), "{error}");
    }
}
