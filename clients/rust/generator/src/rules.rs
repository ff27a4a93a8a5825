//! The rules of the contract that say what a request must have.
//!
//! They are extensions of the field options, which the usual descriptor types drop, so the path to them is declared here once
//! more, by the field numbers of descriptor.proto and validate.proto.

use std::collections::HashSet;

use prost::{DecodeError, Message};

#[derive(Message)]
struct Set {
    #[prost(message, repeated, tag = "1")]
    files: Vec<File>,
}

#[derive(Message)]
struct File {
    #[prost(string, tag = "2")]
    package: String,
    #[prost(message, repeated, tag = "4")]
    messages: Vec<Type>,
}

#[derive(Message)]
struct Type {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, repeated, tag = "2")]
    fields: Vec<Field>,
    #[prost(message, repeated, tag = "8")]
    oneofs: Vec<Oneof>,
}

#[derive(Message)]
struct Field {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, optional, tag = "8")]
    options: Option<FieldOptions>,
}

#[derive(Message)]
struct FieldOptions {
    #[prost(message, optional, tag = "1159")]
    rules: Option<FieldRules>,
}

#[derive(Message)]
struct FieldRules {
    #[prost(message, optional, tag = "14")]
    string: Option<StringRules>,
    #[prost(message, optional, tag = "18")]
    repeated: Option<RepeatedRules>,
    #[prost(bool, tag = "25")]
    required: bool,
    #[prost(int32, tag = "27")]
    ignore: i32,
}

#[derive(Message)]
struct StringRules {
    #[prost(uint64, tag = "2")]
    min_len: u64,
    #[prost(bool, tag = "22")]
    uuid: bool,
}

#[derive(Message)]
struct RepeatedRules {
    #[prost(uint64, tag = "1")]
    min_items: u64,
}

#[derive(Message)]
struct Oneof {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, optional, tag = "2")]
    options: Option<OneofOptions>,
}

#[derive(Message)]
struct OneofOptions {
    #[prost(message, optional, tag = "1159")]
    rules: Option<OneofRules>,
}

#[derive(Message)]
struct OneofRules {
    #[prost(bool, tag = "1")]
    required: bool,
}

impl FieldRules {
    fn demand(&self) -> bool {
        let string = self.string.as_ref().is_some_and(|rule| rule.min_len > 0 || rule.uuid);
        let repeated = self.repeated.as_ref().is_some_and(|rule| rule.min_items > 0);
        self.required || (self.ignore == 0 && (string || repeated))
    }
}

/// Fields that must be given though another rule than presence says so: their sizes are counted in bytes, their values checked
/// in code, or zero stands for a default that nobody means.
const FURTHER: [&str; 10] = [
    "parley.chat.v1.SendMessageRequest.content",
    "parley.chat.v1.AddParticipantsRequest.participants",
    "parley.call.v1.SetCaptureStateRequest.kind",
    "parley.call.v1.SetCaptureStateRequest.state",
    "parley.directory.v1.UpdateTenantUserRequest.user",
    "parley.directory.v1.UpdateVoiceApplicationRequest.application",
    "parley.policy.v1.GetExternalAccessPolicyRequest.name",
    "parley.policy.v1.DeleteExternalAccessPolicyRequest.name",
    "parley.admin.v1.RotateKeyRequest.slot",
    "parley.policy.v1.BatchEvaluateInteropRequest.items",
];

/// Which fields and oneofs a message must have, by their full names.
pub struct Rules(HashSet<String>);

impl Rules {
    /// Reads the rules out of an encoded descriptor set.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut required: HashSet<String> = FURTHER.map(String::from).into();
        for file in Set::decode(bytes)?.files {
            for message in &file.messages {
                required.extend(message.demands().map(|name| format!("{}.{}.{name}", file.package, message.name)));
            }
        }
        Ok(Self(required))
    }

    /// Tells whether a field or a oneof must be given.
    pub fn demand(&self, full_name: &str) -> bool {
        self.0.contains(full_name)
    }
}

impl Type {
    fn demands(&self) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter().filter(|field| {
            let rules = field.options.as_ref().and_then(|options| options.rules.as_ref());
            rules.is_some_and(FieldRules::demand)
        });
        let oneofs = self.oneofs.iter().filter(|oneof| {
            let rules = oneof.options.as_ref().and_then(|options| options.rules.as_ref());
            rules.is_some_and(|rules| rules.required)
        });
        fields.map(|field| field.name.as_str()).chain(oneofs.map(|oneof| oneof.name.as_str()))
    }
}
