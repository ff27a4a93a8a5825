#![doc = include_str!("../README.md")]
//!
//! # Map of this crate
//!
//! - [`Client`] holds the connection. [`Client::chat`], [`Client::calls`], [`Client::policy`], [`Client::identity`],
//!   [`Client::directory`] and [`Client::admin`] are the services.
//! - A method of a service begins a [`Request`]: set what may be set, then await it.
//! - [`Follow`] is a stream of events that resumes by itself; [`Sender`] sends many messages without waiting for each.
//! - [`Identifier`] names a party, [`Error`] says what went wrong, [`Reason`] has every cause that the contract knows.
//! - [`proto`] has the messages of the contract, and [`stubs`] the bare stubs for what this crate does not do.

mod address;
pub mod admin;
mod backoff;
pub mod calls;
pub mod chat;
mod client;
mod credential;
mod cursor;
pub mod directory;
mod error;
mod follow;
#[path = "gen/mod.rs"]
#[rustfmt::skip]
#[allow(missing_docs, clippy::all, rustdoc::all)]
mod generated;
mod identifier;
pub mod identity;
mod pages;
pub mod policy;
pub mod proto;
mod random;
mod recovery;
mod request;
#[path = "gen/requests.rs"]
#[rustfmt::skip]
#[allow(missing_docs, clippy::all, rustdoc::all)]
mod requests;
mod sender;
pub mod stubs;

pub use crate::{
    backoff::RetryPolicy,
    client::{Builder, Client},
    credential::Token,
    cursor::Cursor,
    error::{Details, Error, Result, Violation},
    follow::{Follow, FollowRequest, Subscription, Update},
    identifier::{Cloud, Identifier, InvalidIdentifier},
    pages::Items,
    proto::types::{Reason, Scope},
    request::{Paged, Request, Unary},
    sender::{Acknowledgement, Sender},
};
