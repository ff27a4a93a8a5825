//! Who takes part: identifiers of both worlds.

use std::{error, fmt, str::FromStr};

use crate::proto::types::{CommunicationIdentifier, communication_identifier::Kind};

/// The longest raw id, in bytes.
const LONGEST: usize = 256;

/// The longest id of a visitor, in bytes.
const LONGEST_VISITOR: usize = 128;

/// Identifier names one party of either world. Its text is the *raw id*.
///
/// ```
/// use parley_interop::{Cloud, Identifier};
///
/// let tess: Identifier = "8:orgid:11111111-1111-4111-8111-111111111111".parse()?;
/// assert_eq!(tess, Identifier::teams_user("11111111-1111-4111-8111-111111111111")?);
/// assert!(matches!(&tess, Identifier::TeamsUser { cloud: Cloud::Public, .. }));
/// assert_eq!(tess.to_string(), "8:orgid:11111111-1111-4111-8111-111111111111");
///
/// let mistake = "8:orgid:tess".parse::<Identifier>().unwrap_err();
/// assert!(mistake.to_string().contains("GUID"));
/// # Ok::<(), parley_interop::InvalidIdentifier>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Identifier {
    /// A user of a resource: `8:acs:<resource>_<user>`.
    CommunicationUser {
        /// The GUID of the resource.
        resource_id: String,
        /// The GUID of the user within the resource.
        user_id: String,
    },
    /// A user of a tenant: `8:orgid:<object id>`, or `8:gcch:` or `8:dod:` in these clouds.
    TeamsUser {
        /// The object id, a GUID.
        user_id: String,
        /// The cloud that the user lives in.
        cloud: Cloud,
    },
    /// Somebody without an account: `8:teamsvisitor:<id>`.
    TeamsVisitor {
        /// The id, 1 to 128 printable ASCII characters.
        user_id: String,
    },
    /// A call queue or an auto attendant of a tenant: `28:orgid:<application>`, or `28:gcch:` or `28:dod:`.
    TeamsVoiceApplication {
        /// The GUID of the application.
        app_id: String,
        /// The cloud that the application lives in.
        cloud: Cloud,
    },
    /// A telephone number: `4:+<E.164>`.
    PhoneNumber {
        /// The number with its plus sign, 2 to 15 digits.
        value: String,
    },
    /// A kind that this version does not know; the raw id is kept as it is.
    Unknown(String),
}

/// Cloud tells the separate clouds of tenants apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cloud {
    /// The public cloud.
    #[default]
    Public,
    /// The GCC High cloud.
    Gcch,
    /// The DoD cloud.
    Dod,
}

/// InvalidIdentifier says why a text is no raw id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidIdentifier {
    raw_id: String,
    problem: &'static str,
}

impl fmt::Display for InvalidIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no identifier: {}", self.raw_id, self.problem)
    }
}

impl error::Error for InvalidIdentifier {}

impl Identifier {
    /// Names a user of a resource. An error says which of the two is no GUID.
    pub fn communication_user(resource_id: &str, user_id: &str) -> Result<Self, InvalidIdentifier> {
        format!("8:acs:{resource_id}_{user_id}").parse()
    }

    /// Names a user of a tenant in the public cloud. An error says that the object id is no GUID.
    pub fn teams_user(user_id: &str) -> Result<Self, InvalidIdentifier> {
        format!("8:orgid:{user_id}").parse()
    }

    /// Names a telephone number in E.164 form with its plus sign.
    pub fn phone_number(value: &str) -> Result<Self, InvalidIdentifier> {
        format!("4:{value}").parse()
    }

    /// Takes what the broker sent, which is always well-formed; of a kind that is new to this version it keeps the raw id.
    fn from_broker(raw_id: &str) -> Self {
        raw_id.parse().unwrap_or_else(|_| Self::Unknown(raw_id.into()))
    }

    fn of_kind(prefix: &str, rest: &str) -> Result<Self, &'static str> {
        Ok(match prefix {
            "8:acs:" => communication_user(rest)?,
            "8:orgid:" => teams_user(rest, Cloud::Public)?,
            "8:gcch:" => teams_user(rest, Cloud::Gcch)?,
            "8:dod:" => teams_user(rest, Cloud::Dod)?,
            "8:teamsvisitor:" => visitor(rest)?,
            "28:orgid:" => voice_application(rest, Cloud::Public)?,
            "28:gcch:" => voice_application(rest, Cloud::Gcch)?,
            "28:dod:" => voice_application(rest, Cloud::Dod)?,
            "4:" => phone_number(rest)?,
            _ => Self::Unknown(format!("{prefix}{rest}")),
        })
    }
}

fn communication_user(rest: &str) -> Result<Identifier, &'static str> {
    let (resource, user) = rest.split_once('_').ok_or("a communication user is 8:acs:<resource GUID>_<user GUID>")?;
    Ok(Identifier::CommunicationUser { resource_id: guid(resource)?, user_id: guid(user)? })
}

fn teams_user(rest: &str, cloud: Cloud) -> Result<Identifier, &'static str> {
    Ok(Identifier::TeamsUser { user_id: guid(rest)?, cloud })
}

fn voice_application(rest: &str, cloud: Cloud) -> Result<Identifier, &'static str> {
    Ok(Identifier::TeamsVoiceApplication { app_id: guid(rest)?, cloud })
}

fn visitor(rest: &str) -> Result<Identifier, &'static str> {
    let printable = rest.bytes().all(|byte| byte.is_ascii_graphic());
    if rest.is_empty() || rest.len() > LONGEST_VISITOR || !printable {
        return Err("the id of a visitor has 1 to 128 printable ASCII characters and no spaces");
    }
    Ok(Identifier::TeamsVisitor { user_id: rest.into() })
}

fn phone_number(rest: &str) -> Result<Identifier, &'static str> {
    let digits = rest.strip_prefix('+').ok_or("a telephone number begins with a plus sign")?;
    let valid = (2..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !valid || digits.starts_with('0') {
        return Err("a telephone number has 2 to 15 digits, and the first is not 0");
    }
    Ok(Identifier::PhoneNumber { value: rest.into() })
}

/// Lowers a GUID.
fn guid(text: &str) -> Result<String, &'static str> {
    let valid = text.len() == 36
        && text.bytes().enumerate().all(|(i, byte)| match i {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if !valid {
        return Err("a GUID is wanted there, such as 11111111-1111-4111-8111-111111111111");
    }
    Ok(text.to_ascii_lowercase())
}

impl FromStr for Identifier {
    type Err = InvalidIdentifier;

    fn from_str(raw_id: &str) -> Result<Self, InvalidIdentifier> {
        let invalid = |problem| InvalidIdentifier { raw_id: raw_id.into(), problem };
        if raw_id.is_empty() || raw_id.len() > LONGEST {
            return Err(invalid("a raw id has 1 to 256 bytes"));
        }
        let end = match raw_id.split_once(':') {
            Some(("4", _)) => 2,
            _ => raw_id.match_indices(':').nth(1).map_or(0, |(i, _)| i + 1),
        };
        let (prefix, rest) = raw_id.split_at(end);
        Self::of_kind(prefix, rest).map_err(invalid)
    }
}

impl Cloud {
    fn prefix(self) -> &'static str {
        match self {
            Self::Public => "orgid",
            Self::Gcch => "gcch",
            Self::Dod => "dod",
        }
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommunicationUser { resource_id, user_id } => write!(f, "8:acs:{resource_id}_{user_id}"),
            Self::TeamsUser { user_id, cloud } => write!(f, "8:{}:{user_id}", cloud.prefix()),
            Self::TeamsVisitor { user_id } => write!(f, "8:teamsvisitor:{user_id}"),
            Self::TeamsVoiceApplication { app_id, cloud } => write!(f, "28:{}:{app_id}", cloud.prefix()),
            Self::PhoneNumber { value } => write!(f, "4:{value}"),
            Self::Unknown(raw_id) => f.write_str(raw_id),
        }
    }
}

impl From<&Identifier> for CommunicationIdentifier {
    fn from(identifier: &Identifier) -> Self {
        Self { raw_id: identifier.to_string(), kind: None::<Kind> }
    }
}

impl From<Identifier> for CommunicationIdentifier {
    fn from(identifier: Identifier) -> Self {
        (&identifier).into()
    }
}

impl From<&CommunicationIdentifier> for CommunicationIdentifier {
    fn from(identifier: &CommunicationIdentifier) -> Self {
        identifier.clone()
    }
}

/// The broker always sends a raw id, and this reads it. One of a kind that is new to this version becomes
/// [`Identifier::Unknown`].
impl From<&CommunicationIdentifier> for Identifier {
    fn from(message: &CommunicationIdentifier) -> Self {
        Self::from_broker(&message.raw_id)
    }
}

impl From<CommunicationIdentifier> for Identifier {
    fn from(message: CommunicationIdentifier) -> Self {
        (&message).into()
    }
}

impl From<&Identifier> for Identifier {
    fn from(identifier: &Identifier) -> Self {
        identifier.clone()
    }
}
