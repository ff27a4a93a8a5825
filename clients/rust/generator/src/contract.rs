//! The contract as the writer of requests wants it: messages by their full names, comments beside what they are about.

use std::collections::{BTreeMap, HashMap};

use prost_types::{
    DescriptorProto, FieldDescriptorProto, FileDescriptorSet,
    field_descriptor_proto::{Label, Type},
    method_options::IdempotencyLevel,
};

/// All services and messages.
pub struct Contract<'a> {
    /// Messages by their full names, with a leading dot as in type references.
    pub messages: BTreeMap<String, Message<'a>>,
    /// Services in the order of their names.
    pub services: Vec<Service<'a>>,
}

/// One message.
pub struct Message<'a> {
    /// The package, such as `parley.chat.v1`.
    pub package: &'a str,
    /// The descriptor.
    pub descriptor: &'a DescriptorProto,
    comments: HashMap<usize, &'a str>,
}

/// One service.
pub struct Service<'a> {
    /// The full name, such as `parley.chat.v1.ChatService`.
    pub full_name: String,
    /// The methods in the order of the file.
    pub methods: Vec<Method<'a>>,
}

/// One method.
pub struct Method<'a> {
    /// The name, such as `SendMessage`.
    pub name: &'a str,
    /// The full name of the request, with a leading dot.
    pub input: &'a str,
    /// The full name of the response, with a leading dot.
    pub output: &'a str,
    /// Whether either side is a stream.
    pub streaming: bool,
    /// Whether the contract says that it may be repeated.
    pub repeatable: bool,
    /// The comment above it.
    pub comment: &'a str,
}

impl<'a> Contract<'a> {
    /// Arranges a descriptor set.
    pub fn new(set: &'a FileDescriptorSet) -> Self {
        let mut contract = Self { messages: BTreeMap::new(), services: Vec::new() };
        for file in &set.file {
            let comments: HashMap<&[i32], &str> = file
                .source_code_info
                .iter()
                .flat_map(|info| &info.location)
                .map(|location| (location.path.as_slice(), location.leading_comments()))
                .collect();
            for (i, descriptor) in file.message_type.iter().enumerate() {
                let comments = (0..descriptor.field.len())
                    .filter_map(|f| Some((f, *comments.get([4, i as i32, 2, f as i32].as_slice())?)))
                    .collect();
                contract.messages.insert(
                    format!(".{}.{}", file.package(), descriptor.name()),
                    Message { package: file.package(), descriptor, comments },
                );
            }
            for (i, service) in file.service.iter().enumerate() {
                let methods = service.method.iter().enumerate().map(|(m, method)| Method {
                    name: method.name(),
                    input: method.input_type(),
                    output: method.output_type(),
                    streaming: method.client_streaming() || method.server_streaming(),
                    repeatable: method
                        .options
                        .as_ref()
                        .is_some_and(|options| options.idempotency_level() != IdempotencyLevel::IdempotencyUnknown),
                    comment: comments.get([6, i as i32, 2, m as i32].as_slice()).copied().unwrap_or_default(),
                });
                contract
                    .services
                    .push(Service { full_name: format!("{}.{}", file.package(), service.name()), methods: methods.collect() });
            }
        }
        contract.services.sort_by(|a, b| a.full_name.cmp(&b.full_name));
        contract
    }
}

impl<'a> Message<'a> {
    /// Returns the full name of a field or a oneof.
    pub fn full_name(&self, name: &str) -> String {
        format!("{}.{}.{name}", self.package, self.descriptor.name())
    }

    /// Returns the fields with their comments.
    pub fn fields(&self) -> impl Iterator<Item = (&'a FieldDescriptorProto, &'a str)> {
        let fields = self.descriptor.field.iter().enumerate();
        fields.map(|(i, field)| (field, self.comments.get(&i).copied().unwrap_or_default()))
    }

    /// Returns the field of a name.
    pub fn field(&self, name: &str) -> Option<&'a FieldDescriptorProto> {
        self.descriptor.field.iter().find(|field| field.name() == name)
    }

    /// Returns the name of the oneof that a field is of, unless that is only the mark of an optional field.
    pub fn oneof(&self, field: &FieldDescriptorProto) -> Option<&'a str> {
        let index = field.oneof_index.filter(|_| !field.proto3_optional())?;
        Some(self.descriptor.oneof_decl[index as usize].name())
    }

    /// Tells whether a field is a map.
    pub fn is_map(&self, field: &FieldDescriptorProto) -> bool {
        let entry = field.type_name().rsplit('.').next().unwrap_or_default();
        let nested = self.descriptor.nested_type.iter().find(|nested| nested.name() == entry);
        nested.and_then(|nested| nested.options.as_ref()).is_some_and(|options| options.map_entry())
    }
}

/// Tells whether a field holds several values.
pub fn is_repeated(field: &FieldDescriptorProto) -> bool {
    field.label() == Label::Repeated
}

/// Tells whether a field holds a message.
pub fn is_message(field: &FieldDescriptorProto) -> bool {
    field.r#type() == Type::Message
}
