//! Where a broker is, and whether TLS protects the way there.

use std::net::IpAddr;

use crate::error::Error;

/// Address is `host:port`, checked.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    text: String,
    host: String,
}

impl Address {
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let wrong =
            |why: &str| Error::configuration(format!("the address {text:?} {why}: give host:port, such as 127.0.0.1:7755"));
        if text.contains("://") {
            return Err(wrong("has a scheme"));
        }
        let (host, port) = text.rsplit_once(':').ok_or_else(|| wrong("has no port"))?;
        port.parse::<u16>().map_err(|_| wrong("has no valid port"))?;
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        if bare.is_empty() || host.contains(['/', '@', ' ']) || (bare == host && host.contains(':')) {
            return Err(wrong("has no valid host"));
        }
        Ok(Self { text: text.into(), host: bare.into() })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Tells whether the way there does not leave this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        self.host == "localhost" || self.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback() {
        for (text, loopback) in [
            ("127.0.0.1:7755", true),
            ("127.8.0.1:7755", true),
            ("localhost:1", true),
            ("[::1]:7755", true),
            ("10.0.0.1:7755", false),
            ("parley.example:443", false),
            ("[fe80::1]:443", false),
            ("localhost.example:443", false),
        ] {
            assert_eq!(Address::parse(text).unwrap().is_loopback(), loopback, "{text}");
        }
    }

    #[test]
    fn wrong_addresses_say_what_to_do() {
        for text in ["", "localhost", "http://localhost:7755", "localhost:", "localhost:99999", ":7755", "::1:7755", "a b:1"] {
            let message = Address::parse(text).unwrap_err().to_string();
            assert!(message.contains("give host:port"), "{text}: {message}");
        }
    }
}
