//! The vectors that all clients share.

use parley_interop::{Cloud, Identifier};
use serde_json::Value;

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../conformance/testdata/identifiers.json");

fn cloud(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Public => "public",
        Cloud::Gcch => "gcch",
        Cloud::Dod => "dod",
    }
}

/// Returns what is compared: the kind and the fields, as far as the kind has them.
fn taken_apart(identifier: &Identifier) -> [(&'static str, Value); 4] {
    let absent = ("-", Value::Null);
    match identifier {
        Identifier::CommunicationUser { resource_id, user_id } => [
            ("kind", "communication_user".into()),
            ("resource_id", resource_id.as_str().into()),
            ("user_id", user_id.as_str().into()),
            absent,
        ],
        Identifier::TeamsUser { user_id, cloud: lives_in } => [
            ("kind", "teams_user".into()),
            ("user_id", user_id.as_str().into()),
            ("cloud", cloud(*lives_in).into()),
            ("is_anonymous", false.into()),
        ],
        Identifier::TeamsVisitor { user_id } => {
            [("kind", "teams_user".into()), ("user_id", user_id.as_str().into()), ("is_anonymous", true.into()), absent]
        }
        Identifier::TeamsVoiceApplication { app_id, cloud: lives_in } => [
            ("kind", "teams_voice_application".into()),
            ("app_id", app_id.as_str().into()),
            ("cloud", cloud(*lives_in).into()),
            absent,
        ],
        Identifier::PhoneNumber { value } => {
            [("kind", "phone_number".into()), ("value", value.as_str().into()), absent.clone(), absent]
        }
        _ => [("kind", "unknown".into()), absent.clone(), absent.clone(), absent],
    }
}

#[test]
fn vectors() {
    let vectors: Value = serde_json::from_str(&std::fs::read_to_string(VECTORS).unwrap()).unwrap();
    for vector in vectors["valid"].as_array().unwrap() {
        let (name, raw_id) = (&vector["name"], vector["raw_id"].as_str().unwrap());
        let identifier: Identifier = raw_id.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(identifier.to_string(), vector["printed"].as_str().unwrap_or(raw_id), "{name}");
        for (field, value) in taken_apart(&identifier) {
            assert_eq!(value, vector[field], "{name}: {field}");
        }
    }
    for vector in vectors["unknown"].as_array().unwrap() {
        let raw_id = vector["raw_id"].as_str().unwrap();
        assert_eq!(raw_id.parse(), Ok(Identifier::Unknown(raw_id.into())), "{}", vector["name"]);
    }
    let malformed = vectors["malformed"].as_array().unwrap();
    assert!(!malformed.is_empty());
    for vector in malformed {
        let parsed = vector["raw_id"].as_str().unwrap().parse::<Identifier>();
        assert!(parsed.is_err(), "{}: {parsed:?}", vector["name"]);
    }
}
