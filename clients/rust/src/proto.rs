//! The messages of the contract, one module for each package.
//!
//! They are plain structs: every field may be read and set. Beside each field that holds a message there is a method of the same
//! name, which reads an absent message as one with nothing in it, so `response.thread().thread_id` needs no unwrapping.

/// Resources, tenants, keys, audit and usage (`parley.admin.v1`).
pub mod admin {
    pub use crate::generated::parley::admin::v1::*;
}

/// Calls, legs, signals and captures (`parley.call.v1`).
pub mod call {
    pub use crate::generated::parley::call::v1::*;
}

/// Threads, messages and receipts (`parley.chat.v1`).
pub mod chat {
    pub use crate::generated::parley::chat::v1::*;
}

/// Users, groups and voice applications of tenants (`parley.directory.v1`).
pub mod directory {
    pub use crate::generated::parley::directory::v1::*;
}

/// Communication users and tokens (`parley.identity.v1`).
pub mod identity {
    pub use crate::generated::parley::identity::v1::*;
}

/// Who may meet whom, and why (`parley.policy.v1`).
pub mod policy {
    pub use crate::generated::parley::policy::v1::*;
}

/// What the packages share (`parley.type.v1`).
pub mod types {
    pub use crate::generated::parley::r#type::v1::*;
}
