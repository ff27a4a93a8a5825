//! Writes what makes the generated messages pleasant to use.

use std::fmt::{self, Write};

use prost_types::{FieldDescriptorProto, field_descriptor_proto::Type};

use crate::{
    contract::{Contract, Message, Method, Service, is_message, is_repeated},
    rules::Rules,
};

/// The hand-written objects that the methods of the services are given to.
const OBJECTS: [(&str, &str); 6] = [
    ("parley.admin.v1.AdminService", "crate::admin::Admin"),
    ("parley.call.v1.CallService", "crate::calls::Calls"),
    ("parley.chat.v1.ChatService", "crate::chat::Chat"),
    ("parley.directory.v1.DirectoryService", "crate::directory::Directory"),
    ("parley.identity.v1.IdentityService", "crate::identity::Identity"),
    ("parley.policy.v1.PolicyService", "crate::policy::Policy"),
];

/// Returns the text of `requests.rs`.
pub fn write(contract: &Contract, rules: &Rules) -> Result<String, fmt::Error> {
    let mut out = String::from("use crate::request::{Paged, Request, Unary};\n");
    for service in &contract.services {
        write_service(&mut out, contract, rules, service)?;
    }
    for message in contract.messages.values() {
        write_accessors(&mut out, message)?;
    }
    Ok(out)
}

fn write_service(out: &mut String, contract: &Contract, rules: &Rules, service: &Service) -> fmt::Result {
    let object = OBJECTS.iter().find(|(name, _)| *name == service.full_name).expect("each service has an object").1;
    let unary = || service.methods.iter().filter(|method| !method.streaming);
    writeln!(out, "\nimpl {object} {{")?;
    for method in unary() {
        write_method(out, &contract.messages[method.input], rules, method)?;
    }
    writeln!(out, "}}")?;
    for method in unary() {
        write_unary(out, contract, service, method)?;
        write_paged(out, contract, method)?;
        write_setters(out, &contract.messages[method.input], rules)?;
    }
    Ok(())
}

/// Writes the method of a service's object that begins a request.
fn write_method(out: &mut String, request: &Message, rules: &Rules, method: &Method) -> fmt::Result {
    let mut parameters = String::new();
    let mut values = String::new();
    let mut oneofs = Vec::new();
    for (field, _) in request.fields() {
        let name = request.oneof(field).unwrap_or(field.name());
        if !rules.demand(&request.full_name(name)) || oneofs.contains(&name) {
            continue;
        }
        let (parameter, value) = match request.oneof(field) {
            Some(oneof) => {
                oneofs.push(oneof);
                (oneof_path(request, oneof), format!("Some({oneof})"))
            }
            None => (parameter_type(request, field), conversion(request, field, field.name())),
        };
        write!(parameters, ", {}: {parameter}", identifier(name))?;
        write!(values, "{}: {value}, ", identifier(name))?;
    }
    let input = path(method.input);
    write_comment(out, method.comment)?;
    writeln!(out, "pub fn {}(&self{parameters}) -> Request<{input}> {{", snake(method.name))?;
    writeln!(out, "self.client.request({input} {{ {values}..Default::default() }})\n}}\n")
}

/// Writes what the layer must know of a method.
fn write_unary(out: &mut String, contract: &Contract, service: &Service, method: &Method) -> fmt::Result {
    writeln!(out, "\nimpl Unary for {} {{", path(method.input))?;
    writeln!(out, "type Response = {};", path(method.output))?;
    writeln!(out, "const PATH: &'static str = \"/{}/{}\";", service.full_name, method.name)?;
    writeln!(out, "const REPEATABLE: bool = {};", method.repeatable)?;
    if contract.messages[method.input].field("idempotency_key").is_some() {
        writeln!(out, "fn idempotency_key(&mut self) -> Option<&mut String> {{ Some(&mut self.idempotency_key) }}")?;
    }
    writeln!(out, "}}")
}

/// Writes how a list is paged, where the method is one.
fn write_paged(out: &mut String, contract: &Contract, method: &Method) -> fmt::Result {
    let response = &contract.messages[method.output];
    if response.field("next_page_token").is_none() {
        return Ok(());
    }
    let items = response.fields().map(|(field, _)| field).find(|field| is_repeated(field)).expect("a list has items");
    writeln!(out, "\nimpl Paged for {} {{", path(method.input))?;
    writeln!(out, "type Item = {};", item_type(items))?;
    writeln!(out, "fn set_page_token(&mut self, token: String) {{ self.page_token = token; }}")?;
    writeln!(out, "fn into_page(response: Self::Response) -> (Vec<Self::Item>, String) {{")?;
    writeln!(out, "(response.{}, response.next_page_token)\n}}\n}}", items.name())
}

/// Writes a setter for each field of a request that is not an argument already.
fn write_setters(out: &mut String, request: &Message, rules: &Rules) -> fmt::Result {
    writeln!(out, "\nimpl Request<{}> {{", message_path(request))?;
    for (field, comment) in request.fields() {
        let oneof = request.oneof(field);
        if rules.demand(&request.full_name(oneof.unwrap_or(field.name()))) {
            continue;
        }
        let value = conversion(request, field, "value");
        let (target, value) = match oneof {
            Some(oneof) => {
                (oneof, format!("Some({}::{}({}))", oneof_path(request, oneof), camel(field.name()), unwrapped(&value)))
            }
            None => (field.name(), value),
        };
        write_comment(out, comment)?;
        writeln!(out, "pub fn {}(mut self, value: {}) -> Self {{", identifier(field.name()), parameter_type(request, field))?;
        writeln!(out, "self.message.{} = {value};\nself\n}}\n", identifier(target))?;
    }
    writeln!(out, "}}")
}

/// Writes an accessor for each field that holds one of our messages: what is not set reads as a message with nothing in it.
fn write_accessors(out: &mut String, message: &Message) -> fmt::Result {
    let fields: Vec<_> = message
        .fields()
        .filter(|(field, _)| is_message(field) && !is_repeated(field) && message.oneof(field).is_none())
        .filter(|(field, _)| field.type_name().starts_with(".parley."))
        .collect();
    if fields.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nimpl {} {{", message_path(message))?;
    for (field, comment) in fields {
        let (name, kind) = (identifier(field.name()), path(field.type_name()));
        write_comment(out, &format!("{}\n\nWhere it is not set, this is a message with nothing in it.", comment.trim()))?;
        writeln!(out, "pub fn {name}(&self) -> &{kind} {{")?;
        writeln!(out, "static UNSET: std::sync::LazyLock<{kind}> = std::sync::LazyLock::new({kind}::default);")?;
        writeln!(out, "self.{name}.as_ref().unwrap_or(&UNSET)\n}}\n")?;
    }
    writeln!(out, "}}")
}

/// Returns the type in which a value is taken from the application.
fn parameter_type(message: &Message, field: &FieldDescriptorProto) -> String {
    if message.is_map(field) {
        return "impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>".into();
    }
    match (field.type_name(), is_repeated(field)) {
        (".google.protobuf.FieldMask", _) => "impl IntoIterator<Item = impl Into<String>>".into(),
        (".google.protobuf.Duration", _) => "std::time::Duration".into(),
        _ if is_repeated(field) && field.r#type() == Type::Enum => format!("impl IntoIterator<Item = {}>", item_type(field)),
        _ if is_repeated(field) => format!("impl IntoIterator<Item = impl Into<{}>>", item_type(field)),
        _ if is_plain(field) => item_type(field),
        _ => format!("impl Into<{}>", item_type(field)),
    }
}

/// Returns the expression that makes the value of a field of what `parameter_type` takes.
fn conversion(message: &Message, field: &FieldDescriptorProto, name: &str) -> String {
    if message.is_map(field) {
        return format!("{name}.into_iter().map(|(key, value)| (key.into(), value.into())).collect()");
    }
    match field.type_name() {
        ".google.protobuf.FieldMask" => format!("Some(crate::request::mask({name}))"),
        ".google.protobuf.Duration" => format!("Some(crate::request::duration({name}))"),
        _ if is_repeated(field) => format!("{name}.into_iter().map(Into::into).collect()"),
        _ if is_message(field) => format!("Some({name}.into())"),
        _ if is_plain(field) && field.r#type() != Type::Enum => name.into(),
        _ => format!("{name}.into()"),
    }
}

/// Takes the `Some` away that a field has and the member of a oneof has not.
fn unwrapped(value: &str) -> &str {
    value.strip_prefix("Some(").and_then(|value| value.strip_suffix(')')).unwrap_or(value)
}

fn is_plain(field: &FieldDescriptorProto) -> bool {
    !matches!(field.r#type(), Type::String | Type::Bytes | Type::Message)
}

/// Returns the Rust type of one value of a field.
fn item_type(field: &FieldDescriptorProto) -> String {
    match field.r#type() {
        Type::String => "String".into(),
        Type::Bytes => "bytes::Bytes".into(),
        Type::Bool => "bool".into(),
        Type::Int32 => "i32".into(),
        Type::Int64 => "i64".into(),
        Type::Message | Type::Enum => path(field.type_name()),
        other => panic!("field {} has the type {other:?}, which no request has had so far", field.name()),
    }
}

fn message_path(message: &Message) -> String {
    path(&format!(".{}.{}", message.package, message.descriptor.name()))
}

fn oneof_path(message: &Message, oneof: &str) -> String {
    let package = path(&format!(".{}.", message.package));
    format!("{package}{}::{}", snake(message.descriptor.name()), camel(oneof))
}

/// Turns `.parley.chat.v1.Thread` into `crate::proto::chat::Thread`.
fn path(type_name: &str) -> String {
    if let Some(name) = type_name.strip_prefix(".google.protobuf.") {
        return format!("prost_types::{name}");
    }
    let mut parts = type_name.split('.').skip(2);
    let package = match parts.next().unwrap_or_default() {
        "type" => "types",
        other => other,
    };
    format!("crate::proto::{package}::{}", parts.nth(1).unwrap_or_default())
}

fn write_comment(out: &mut String, comment: &str) -> fmt::Result {
    comment.trim().lines().try_for_each(|line| writeln!(out, "/// {}", line.trim()))
}

fn identifier(name: &str) -> String {
    if name == "type" { "r#type".into() } else { name.into() }
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for (i, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && i > 0 {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

fn camel(name: &str) -> String {
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    name.split('_').map(capital).collect()
}
