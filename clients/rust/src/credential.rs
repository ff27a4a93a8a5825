//! Who calls: keys, tokens, and tokens that are fetched when they are needed.

use std::{
    error::Error as StdError,
    fmt,
    pin::Pin,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use tonic::{Code, metadata::AsciiMetadataValue};

use crate::{
    error::{Error, Result},
    proto::identity::AccessToken,
};

/// The longest time that a token is given up before it expires. Short-lived ones are used for nine tenths of their life.
const MARGIN: Duration = Duration::from_secs(120);

/// Token is what a provider of tokens returns: the text, and if it is known when that expires.
///
/// Where it is not known, the client reads the expiry from the token itself. It is made of a text, or of the [`AccessToken`] that
/// the broker issues.
#[derive(Clone)]
pub struct Token {
    text: String,
    expiry: Option<SystemTime>,
}

impl Token {
    /// Makes a token that expires at a known time.
    pub fn expiring(text: impl Into<String>, expiry: SystemTime) -> Self {
        Self { text: text.into(), expiry: Some(expiry) }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("expiry", &self.expiry).finish_non_exhaustive()
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self { text, expiry: None }
    }
}

impl From<&str> for Token {
    fn from(text: &str) -> Self {
        String::from(text).into()
    }
}

impl From<AccessToken> for Token {
    fn from(token: AccessToken) -> Self {
        let expiry = token.expire_time.and_then(|time| time.try_into().ok());
        Self { text: token.token, expiry }
    }
}

impl From<&AccessToken> for Token {
    fn from(token: &AccessToken) -> Self {
        token.clone().into()
    }
}

type Fetched = Pin<Box<dyn Future<Output = Result<Token, Box<dyn StdError + Send + Sync>>> + Send>>;

/// Provider fetches a token.
pub(crate) type Provider = Box<dyn Fn() -> Fetched + Send + Sync>;

/// Makes a provider of a function of the application.
pub(crate) fn provider<F, Fut, T, E>(fetch: F) -> Provider
where
    F: Fn() -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, E>> + Send + 'static,
    T: Into<Token>,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    Box::new(move || {
        let token = fetch();
        Box::pin(async move { token.await.map(Into::into).map_err(Into::into) })
    })
}

/// Credentials holds what a client shows the broker, and fetches it anew before it expires. It is shared by all its clones.
pub(crate) struct Credentials {
    provider: Option<Provider>,
    held: Mutex<Option<Held>>,
    /// Held while a token is fetched, so that those who wait for it share it.
    fetching: tokio::sync::Mutex<()>,
}

/// Held is the value of the header, and until when it is good; none means for ever.
#[derive(Clone)]
struct Held {
    header: AsciiMetadataValue,
    good_until: Option<Instant>,
}

impl Credentials {
    /// Holds a key or a token, or nothing.
    pub(crate) fn fixed(secret: Option<&str>) -> Result<Self> {
        let held = secret.map(|secret| Ok::<_, Error>(Held { header: header(secret)?, good_until: None })).transpose()?;
        Ok(Self { provider: None, held: Mutex::new(held), fetching: Default::default() })
    }

    /// Fetches tokens, the first one when it is needed.
    pub(crate) fn provided(provider: Provider) -> Self {
        Self { provider: Some(provider), held: Mutex::default(), fetching: Default::default() }
    }

    /// Replaces a key or a token.
    pub(crate) fn replace(&self, secret: &str) -> Result<()> {
        if self.provider.is_some() {
            return Err(Error::configuration("the client has a provider of tokens: let that return the new one"));
        }
        self.hold(Held { header: header(secret)?, good_until: None });
        Ok(())
    }

    /// Tells whether a fresh token can be had.
    pub(crate) fn can_refresh(&self) -> bool {
        self.provider.is_some()
    }

    /// Returns the value of the header; none without a credential.
    pub(crate) async fn header(&self) -> Result<Option<AsciiMetadataValue>> {
        match self.good() {
            Some(header) => Ok(Some(header)),
            None if self.provider.is_some() => self.fetch(None).await.map(Some),
            None => Ok(None),
        }
    }

    /// Returns the value of the header without waiting; none where a token would have to be fetched.
    pub(crate) fn good(&self) -> Option<AsciiMetadataValue> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let held = held.as_ref()?;
        held.good_until.is_none_or(|end| Instant::now() < end).then(|| held.header.clone())
    }

    /// Fetches a token in place of the one that the broker refused, unless somebody else has already.
    pub(crate) async fn refresh(&self, refused: &AsciiMetadataValue) -> Result<()> {
        self.fetch(Some(refused)).await.map(drop)
    }

    async fn fetch(&self, refused: Option<&AsciiMetadataValue>) -> Result<AsciiMetadataValue> {
        let _alone = self.fetching.lock().await;
        if let Some(header) = self.good().filter(|header| Some(header) != refused) {
            return Ok(header);
        }
        let provider = self.provider.as_ref().ok_or_else(|| Error::configuration("there is no provider of tokens"))?;
        let token = provider()
            .await
            .map_err(|error| Error::local(Code::Unauthenticated, format!("the provider of tokens has failed: {error}")))?;
        let header = header(&token.text)?;
        self.hold(Held { header: header.clone(), good_until: good_until(&token) });
        Ok(header)
    }

    fn hold(&self, held: Held) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = Some(held);
    }
}

/// Returns the value of the header for a key or a token.
fn header(secret: &str) -> Result<AsciiMetadataValue> {
    let value = format!("Bearer {secret}").parse::<AsciiMetadataValue>().ok().filter(|_| !secret.is_empty());
    let mut value = value.ok_or_else(|| Error::configuration("the key or token is empty, or has characters that none has"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Returns until when a token is used: a little before it expires, so that it does not expire on its way.
fn good_until(token: &Token) -> Option<Instant> {
    let expiry = token.expiry.or_else(|| expiry_of(&token.text))?;
    let left = expiry.duration_since(SystemTime::now()).unwrap_or_default();
    Some(Instant::now() + left.saturating_sub((left / 10).min(MARGIN)))
}

/// Reads the expiry (`exp`) of a JWT.
fn expiry_of(token: &str) -> Option<SystemTime> {
    let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?.trim_end_matches('=')).ok()?;
    let seconds = top_level_number(std::str::from_utf8(&claims).ok()?, "exp")?;
    UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(seconds).ok()?)
}

/// Reads a number of a JSON object by its name, passing over whatever is inside of other values.
fn top_level_number(json: &str, name: &str) -> Option<f64> {
    let (mut depth, mut text_begins, mut escaped) = (0, None, false);
    for (i, byte) in json.bytes().enumerate() {
        match (text_begins, byte) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(begin), b'"') => {
                text_begins = None;
                let value = json[i + 1..].trim_start().strip_prefix(':');
                if let (1, true, Some(value)) = (depth, json[begin..i] == *name, value) {
                    let end = value.find([',', '}'])?;
                    return value[..end].trim().parse().ok();
                }
            }
            (None, b'"') => text_begins = Some(i + 1),
            (None, b'{' | b'[') => depth += 1,
            (None, b'}' | b']') => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    };

    use super::*;

    #[test]
    fn the_expiry_is_read_from_the_claims() {
        for (claims, seconds) in [
            (r#"{"exp":1700000000}"#, Some(1.7e9)),
            (r#"{"sub":"exp","nested":{"exp":1},"list":["exp"], "exp" : 1700000000.5 ,"x":1}"#, Some(1700000000.5)),
            (r#"{"sub":"a \"exp\":1","exp":2}"#, Some(2.0)),
            (r#"{"exp":"soon"}"#, None),
            (r#"{"iat":1}"#, None),
            ("exp", None),
        ] {
            assert_eq!(top_level_number(claims, "exp"), seconds, "{claims}");
            let token = format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims));
            let expiry = seconds.map(|seconds| UNIX_EPOCH + Duration::from_secs_f64(seconds));
            assert_eq!(expiry_of(&token), expiry, "{claims}");
        }
        assert_eq!(expiry_of("parley_rk_no.token"), None);
    }

    fn counting(lifetime: Duration) -> (Credentials, Arc<AtomicU32>) {
        let asked = Arc::new(AtomicU32::new(0));
        let count = asked.clone();
        let fetch = move || {
            let number = count.fetch_add(1, Ordering::Relaxed);
            async move {
                tokio::task::yield_now().await;
                Ok::<_, Error>(Token::expiring(format!("t{number}"), SystemTime::now() + lifetime))
            }
        };
        (Credentials::provided(provider(fetch)), asked)
    }

    #[tokio::test]
    async fn those_who_wait_share_one_token() {
        let (credentials, asked) = counting(Duration::from_secs(3600));
        let credentials = Arc::new(credentials);
        let waiting: Vec<_> = (0..8)
            .map(|_| {
                let credentials = credentials.clone();
                tokio::spawn(async move { credentials.header().await.unwrap().unwrap() })
            })
            .collect();
        for task in waiting {
            assert_eq!(task.await.unwrap(), "Bearer t0");
        }
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        credentials.refresh(&"Bearer t0".parse().unwrap()).await.unwrap();
        credentials.refresh(&"Bearer t0".parse().unwrap()).await.unwrap();
        assert_eq!(asked.load(Ordering::Relaxed), 2, "the second refusal was of a token replaced already");
    }

    #[tokio::test]
    async fn a_token_that_expires_is_fetched_again() {
        let (credentials, asked) = counting(Duration::ZERO);
        credentials.header().await.unwrap();
        credentials.header().await.unwrap();
        assert_eq!(asked.load(Ordering::Relaxed), 2);
    }

    #[tokio::test]
    async fn a_failing_provider_is_quoted() {
        let credentials = Credentials::provided(provider(|| async { Err::<Token, _>("the vault is closed") }));
        let error = credentials.header().await.unwrap_err();
        assert!(matches!(error, Error::Unauthenticated(_)));
        assert!(error.to_string().contains("the vault is closed"), "{error}");
    }

    #[test]
    fn secrets_do_not_show() {
        assert!(!format!("{:?}", Token::from("hush")).contains("hush"));
        assert!(!format!("{:?}", header("hush").unwrap()).contains("hush"));
        assert!(header("two\nlines").is_err());
    }
}
