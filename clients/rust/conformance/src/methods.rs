//! The methods of the contract by their names.

use std::{any::Any, collections::HashMap, pin::Pin, time::Duration};

use parley_interop::{
    Client, Paged, Unary,
    calls::IncomingCall,
    proto::{admin, call, chat, directory, identity, policy},
};
use prost::Message;
use serde_json::{Value, json};

use crate::{
    Outcome,
    shape::{self, Failure},
    text,
};

type Running = Pin<Box<dyn Future<Output = Outcome> + Send>>;
type Method = fn(Client, &Value) -> Result<Running, Failure>;

/// Methods has a function for each method of the contract.
pub struct Methods {
    /// Those that are called.
    pub unary: HashMap<String, Method>,
    /// Those that are listed.
    pub lists: HashMap<String, Method>,
}

macro_rules! requests {
    ($of:ident: $($package:ident { $($message:ident)* })*) => {
        HashMap::from([$($((name::<$package::$message>(), $of::<$package::$message> as Method)),*),*])
    };
}

impl Default for Methods {
    fn default() -> Self {
        let unary = requests! { unary:
            chat {
                CreateThreadRequest GetThreadRequest ListThreadsRequest UpdateThreadRequest DeleteThreadRequest
                AddParticipantsRequest RemoveParticipantRequest ListParticipantsRequest SendMessageRequest GetMessageRequest
                ListMessagesRequest UpdateMessageRequest DeleteMessageRequest SendTypingNotificationRequest
                SendReadReceiptRequest ListReadReceiptsRequest
            }
            call {
                StartCallRequest AnswerCallRequest RejectCallRequest RedirectCallRequest HangUpRequest GetCallRequest
                ListCallsRequest AddParticipantsRequest RemoveParticipantRequest TransferCallRequest HoldCallRequest
                ResumeCallRequest MuteParticipantRequest UnmuteParticipantRequest SendDtmfRequest SendSignalRequest
                GetRelayConfigurationRequest SetCaptureStateRequest AcknowledgeNoticeRequest ListNoticesRequest
            }
            policy {
                GetFederationConfigurationRequest UpdateFederationConfigurationRequest CreateExternalAccessPolicyRequest
                GetExternalAccessPolicyRequest ListExternalAccessPoliciesRequest UpdateExternalAccessPolicyRequest
                DeleteExternalAccessPolicyRequest GrantExternalAccessPolicyRequest RevokeExternalAccessPolicyGrantRequest
                ListExternalAccessPolicyGrantsRequest EvaluateInteropRequest BatchEvaluateInteropRequest ExportPolicyRequest
                ApplyPolicyRequest
            }
            identity {
                CreateUserRequest GetUserRequest ListUsersRequest DeleteUserRequest IssueTokenRequest RevokeTokensRequest
                ExchangeTokenRequest IssueTenantUserTokenRequest GetCallerRequest
            }
            directory {
                GetTenantUserRequest FindTenantUsersRequest UpdateTenantUserRequest DeleteTenantUserRequest CreateGroupRequest
                GetGroupRequest ListGroupsRequest UpdateGroupRequest DeleteGroupRequest AddGroupMembersRequest
                RemoveGroupMembersRequest ListGroupMembersRequest CreateVoiceApplicationRequest GetVoiceApplicationRequest
                ListVoiceApplicationsRequest UpdateVoiceApplicationRequest DeleteVoiceApplicationRequest
            }
            admin {
                CreateResourceRequest GetResourceRequest ListResourcesRequest UpdateResourceRequest DeleteResourceRequest
                CreateTenantRequest GetTenantRequest ListTenantsRequest UpdateTenantRequest DeleteTenantRequest ListKeysRequest
                RotateKeyRequest ListAuditRecordsRequest GetUsageRequest
            }
        };
        let lists = requests! { list:
            chat { ListThreadsRequest ListParticipantsRequest ListMessagesRequest ListReadReceiptsRequest }
            call { ListCallsRequest ListNoticesRequest }
            policy { ListExternalAccessPoliciesRequest ListExternalAccessPolicyGrantsRequest }
            identity { ListUsersRequest }
            directory { FindTenantUsersRequest ListGroupsRequest ListGroupMembersRequest ListVoiceApplicationsRequest }
            admin { ListResourcesRequest ListTenantsRequest ListAuditRecordsRequest }
        };
        Self { unary, lists }
    }
}

/// Returns the name of a method in the protocol: `/parley.chat.v1.ChatService/GetThread` is `chat.GetThread`.
fn name<R: Unary>() -> String {
    let parts: Vec<_> = R::PATH.split(['.', '/']).collect();
    format!("{}.{}", parts[2], parts[parts.len() - 1])
}

fn unary<R: Unary>(client: Client, order: &Value) -> Result<Running, Failure> {
    let mut request = client.request(shape::message::<R>(&order["request"])?);
    if let Some(timeout) = order["timeout_ms"].as_u64() {
        request = request.timeout(Duration::from_millis(timeout));
    }
    Ok(Box::pin(async move { Ok(json!({"response": shape::form(&request.await?)})) }))
}

fn list<R: Paged + Unpin>(client: Client, order: &Value) -> Result<Running, Failure>
where
    R::Item: Message,
{
    let request = client.request(shape::message::<R>(&order["request"])?);
    let limit = order["limit"].as_u64().unwrap_or(u64::MAX);
    Ok(Box::pin(async move {
        let (mut items, mut found) = (request.items(), Vec::new());
        while (found.len() as u64) < limit {
            let Some(item) = items.next().await else { break };
            let item = item?;
            found.push(match (&item as &dyn Any).downcast_ref::<String>() {
                Some(text) => json!(text),
                None => shape::form(&item),
            });
        }
        Ok(json!({"items": found}))
    }))
}

/// Imports users.
pub async fn import(client: &Client, order: &Value) -> Outcome {
    let batches = order["requests"].as_array().cloned().unwrap_or_default();
    let batches = batches.iter().map(shape::message).collect::<Result<Vec<_>, _>>()?;
    let mut import = client.directory().import_batches(batches);
    if let Some(timeout) = order["timeout_ms"].as_u64() {
        import = import.timeout(Duration::from_millis(timeout));
    }
    Ok(json!({"response": shape::form(&import.await?)}))
}

/// Does something with a call that rings.
pub async fn act(incoming: &IncomingCall, order: &Value) -> Outcome {
    let further = shape::bytes(&order["request"])?;
    let wrong = |error: prost::DecodeError| Failure::protocol(error.to_string());
    let response = match text(order, "action") {
        "answer" => {
            let mut request = incoming.answer();
            request.message_mut().merge(further.as_slice()).map_err(wrong)?;
            shape::form(&request.await?)
        }
        "reject" => {
            let mut request = incoming.reject();
            request.message_mut().merge(further.as_slice()).map_err(wrong)?;
            shape::form(&request.await?)
        }
        "signal" => {
            let given: call::SendSignalRequest = shape::message(&order["request"])?;
            let request = incoming.signal(given.signal().clone()).idempotency_key(given.idempotency_key);
            shape::form(&request.await?)
        }
        "hang_up" => {
            let mut request = incoming.hang_up();
            request.message_mut().merge(further.as_slice()).map_err(wrong)?;
            shape::form(&request.await?)
        }
        other => return Err(Failure::protocol(format!("no action {other}"))),
    };
    Ok(json!({"response": response}))
}
