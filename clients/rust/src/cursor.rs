//! Positions in streams.

use std::{fmt, str::FromStr};

use base64::{
    Engine,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use bytes::Bytes;

use crate::error::Error;

const TEXT: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_encode_padding(false).with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Cursor is a position in a stream. Its content is the broker's affair; keep it as bytes or as text (base64url).
///
/// ```
/// use parley_interop::Cursor;
///
/// let cursor: Cursor = "AQID".parse()?;
/// assert_eq!(cursor.as_bytes(), [1, 2, 3]);
/// assert_eq!(cursor.to_string(), "AQID");
/// # Ok::<(), parley_interop::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Cursor(pub(crate) Bytes);

impl Cursor {
    /// Returns the bytes; none where there is no position yet.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Tells whether there is no position yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Bytes> for Cursor {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Cursor {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let bytes = TEXT.decode(text).map_err(|error| Error::configuration(format!("{text:?} is no cursor: {error}")))?;
        Ok(Self(bytes.into()))
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&TEXT.encode(&self.0))
    }
}

impl fmt::Debug for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cursor({self})")
    }
}
