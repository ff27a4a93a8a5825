# Generated from proto/parley by make generate. Do not edit.
"""The methods of the contract."""

from parley._gen.admin.v1 import admin_service_pb2
from parley._gen.call.v1 import call_service_pb2
from parley._gen.chat.v1 import chat_service_pb2
from parley._gen.directory.v1 import directory_service_pb2
from parley._gen.identity.v1 import identity_service_pb2
from parley._gen.policy.v1 import policy_service_pb2
from parley.method import Method


class AdminService:
    """Methods of `parley.admin.v1.AdminService`."""

    CREATE_RESOURCE = Method("/parley.admin.v1.AdminService/CreateResource", admin_service_pb2.CreateResourceRequest, admin_service_pb2.CreateResourceResponse, False, True)
    GET_RESOURCE = Method("/parley.admin.v1.AdminService/GetResource", admin_service_pb2.GetResourceRequest, admin_service_pb2.GetResourceResponse, True, False)
    LIST_RESOURCES = Method("/parley.admin.v1.AdminService/ListResources", admin_service_pb2.ListResourcesRequest, admin_service_pb2.ListResourcesResponse, True, False)
    UPDATE_RESOURCE = Method("/parley.admin.v1.AdminService/UpdateResource", admin_service_pb2.UpdateResourceRequest, admin_service_pb2.UpdateResourceResponse, True, False)
    DELETE_RESOURCE = Method("/parley.admin.v1.AdminService/DeleteResource", admin_service_pb2.DeleteResourceRequest, admin_service_pb2.DeleteResourceResponse, True, False)
    CREATE_TENANT = Method("/parley.admin.v1.AdminService/CreateTenant", admin_service_pb2.CreateTenantRequest, admin_service_pb2.CreateTenantResponse, False, True)
    GET_TENANT = Method("/parley.admin.v1.AdminService/GetTenant", admin_service_pb2.GetTenantRequest, admin_service_pb2.GetTenantResponse, True, False)
    LIST_TENANTS = Method("/parley.admin.v1.AdminService/ListTenants", admin_service_pb2.ListTenantsRequest, admin_service_pb2.ListTenantsResponse, True, False)
    UPDATE_TENANT = Method("/parley.admin.v1.AdminService/UpdateTenant", admin_service_pb2.UpdateTenantRequest, admin_service_pb2.UpdateTenantResponse, True, False)
    DELETE_TENANT = Method("/parley.admin.v1.AdminService/DeleteTenant", admin_service_pb2.DeleteTenantRequest, admin_service_pb2.DeleteTenantResponse, True, False)
    LIST_KEYS = Method("/parley.admin.v1.AdminService/ListKeys", admin_service_pb2.ListKeysRequest, admin_service_pb2.ListKeysResponse, True, False)
    ROTATE_KEY = Method("/parley.admin.v1.AdminService/RotateKey", admin_service_pb2.RotateKeyRequest, admin_service_pb2.RotateKeyResponse, False, False)
    LIST_AUDIT_RECORDS = Method("/parley.admin.v1.AdminService/ListAuditRecords", admin_service_pb2.ListAuditRecordsRequest, admin_service_pb2.ListAuditRecordsResponse, True, False)
    GET_USAGE = Method("/parley.admin.v1.AdminService/GetUsage", admin_service_pb2.GetUsageRequest, admin_service_pb2.GetUsageResponse, True, False)


class CallService:
    """Methods of `parley.call.v1.CallService`."""

    START_CALL = Method("/parley.call.v1.CallService/StartCall", call_service_pb2.StartCallRequest, call_service_pb2.StartCallResponse, True, True)
    ANSWER_CALL = Method("/parley.call.v1.CallService/AnswerCall", call_service_pb2.AnswerCallRequest, call_service_pb2.AnswerCallResponse, True, True)
    REJECT_CALL = Method("/parley.call.v1.CallService/RejectCall", call_service_pb2.RejectCallRequest, call_service_pb2.RejectCallResponse, True, True)
    REDIRECT_CALL = Method("/parley.call.v1.CallService/RedirectCall", call_service_pb2.RedirectCallRequest, call_service_pb2.RedirectCallResponse, True, True)
    HANG_UP = Method("/parley.call.v1.CallService/HangUp", call_service_pb2.HangUpRequest, call_service_pb2.HangUpResponse, True, True)
    GET_CALL = Method("/parley.call.v1.CallService/GetCall", call_service_pb2.GetCallRequest, call_service_pb2.GetCallResponse, True, False)
    LIST_CALLS = Method("/parley.call.v1.CallService/ListCalls", call_service_pb2.ListCallsRequest, call_service_pb2.ListCallsResponse, True, False)
    ADD_PARTICIPANTS = Method("/parley.call.v1.CallService/AddParticipants", call_service_pb2.AddParticipantsRequest, call_service_pb2.AddParticipantsResponse, True, True)
    REMOVE_PARTICIPANT = Method("/parley.call.v1.CallService/RemoveParticipant", call_service_pb2.RemoveParticipantRequest, call_service_pb2.RemoveParticipantResponse, True, True)
    TRANSFER_CALL = Method("/parley.call.v1.CallService/TransferCall", call_service_pb2.TransferCallRequest, call_service_pb2.TransferCallResponse, True, True)
    HOLD_CALL = Method("/parley.call.v1.CallService/HoldCall", call_service_pb2.HoldCallRequest, call_service_pb2.HoldCallResponse, True, True)
    RESUME_CALL = Method("/parley.call.v1.CallService/ResumeCall", call_service_pb2.ResumeCallRequest, call_service_pb2.ResumeCallResponse, True, True)
    MUTE_PARTICIPANT = Method("/parley.call.v1.CallService/MuteParticipant", call_service_pb2.MuteParticipantRequest, call_service_pb2.MuteParticipantResponse, True, True)
    UNMUTE_PARTICIPANT = Method("/parley.call.v1.CallService/UnmuteParticipant", call_service_pb2.UnmuteParticipantRequest, call_service_pb2.UnmuteParticipantResponse, True, True)
    SEND_DTMF = Method("/parley.call.v1.CallService/SendDtmf", call_service_pb2.SendDtmfRequest, call_service_pb2.SendDtmfResponse, True, True)
    SEND_SIGNAL = Method("/parley.call.v1.CallService/SendSignal", call_service_pb2.SendSignalRequest, call_service_pb2.SendSignalResponse, True, True)
    GET_RELAY_CONFIGURATION = Method("/parley.call.v1.CallService/GetRelayConfiguration", call_service_pb2.GetRelayConfigurationRequest, call_service_pb2.GetRelayConfigurationResponse, True, False)
    SET_CAPTURE_STATE = Method("/parley.call.v1.CallService/SetCaptureState", call_service_pb2.SetCaptureStateRequest, call_service_pb2.SetCaptureStateResponse, True, True)
    ACKNOWLEDGE_NOTICE = Method("/parley.call.v1.CallService/AcknowledgeNotice", call_service_pb2.AcknowledgeNoticeRequest, call_service_pb2.AcknowledgeNoticeResponse, True, True)
    LIST_NOTICES = Method("/parley.call.v1.CallService/ListNotices", call_service_pb2.ListNoticesRequest, call_service_pb2.ListNoticesResponse, True, False)
    SUBSCRIBE = Method("/parley.call.v1.CallService/Subscribe", call_service_pb2.SubscribeRequest, call_service_pb2.SubscribeResponse, True, False)


class ChatService:
    """Methods of `parley.chat.v1.ChatService`."""

    CREATE_THREAD = Method("/parley.chat.v1.ChatService/CreateThread", chat_service_pb2.CreateThreadRequest, chat_service_pb2.CreateThreadResponse, True, True)
    GET_THREAD = Method("/parley.chat.v1.ChatService/GetThread", chat_service_pb2.GetThreadRequest, chat_service_pb2.GetThreadResponse, True, False)
    LIST_THREADS = Method("/parley.chat.v1.ChatService/ListThreads", chat_service_pb2.ListThreadsRequest, chat_service_pb2.ListThreadsResponse, True, False)
    UPDATE_THREAD = Method("/parley.chat.v1.ChatService/UpdateThread", chat_service_pb2.UpdateThreadRequest, chat_service_pb2.UpdateThreadResponse, True, True)
    DELETE_THREAD = Method("/parley.chat.v1.ChatService/DeleteThread", chat_service_pb2.DeleteThreadRequest, chat_service_pb2.DeleteThreadResponse, True, True)
    ADD_PARTICIPANTS = Method("/parley.chat.v1.ChatService/AddParticipants", chat_service_pb2.AddParticipantsRequest, chat_service_pb2.AddParticipantsResponse, True, True)
    REMOVE_PARTICIPANT = Method("/parley.chat.v1.ChatService/RemoveParticipant", chat_service_pb2.RemoveParticipantRequest, chat_service_pb2.RemoveParticipantResponse, True, True)
    LIST_PARTICIPANTS = Method("/parley.chat.v1.ChatService/ListParticipants", chat_service_pb2.ListParticipantsRequest, chat_service_pb2.ListParticipantsResponse, True, False)
    SEND_MESSAGE = Method("/parley.chat.v1.ChatService/SendMessage", chat_service_pb2.SendMessageRequest, chat_service_pb2.SendMessageResponse, True, True)
    SEND_MESSAGES = Method("/parley.chat.v1.ChatService/SendMessages", chat_service_pb2.SendMessagesRequest, chat_service_pb2.SendMessagesResponse, False, False)
    GET_MESSAGE = Method("/parley.chat.v1.ChatService/GetMessage", chat_service_pb2.GetMessageRequest, chat_service_pb2.GetMessageResponse, True, False)
    LIST_MESSAGES = Method("/parley.chat.v1.ChatService/ListMessages", chat_service_pb2.ListMessagesRequest, chat_service_pb2.ListMessagesResponse, True, False)
    UPDATE_MESSAGE = Method("/parley.chat.v1.ChatService/UpdateMessage", chat_service_pb2.UpdateMessageRequest, chat_service_pb2.UpdateMessageResponse, True, True)
    DELETE_MESSAGE = Method("/parley.chat.v1.ChatService/DeleteMessage", chat_service_pb2.DeleteMessageRequest, chat_service_pb2.DeleteMessageResponse, True, True)
    SEND_TYPING_NOTIFICATION = Method("/parley.chat.v1.ChatService/SendTypingNotification", chat_service_pb2.SendTypingNotificationRequest, chat_service_pb2.SendTypingNotificationResponse, True, False)
    SEND_READ_RECEIPT = Method("/parley.chat.v1.ChatService/SendReadReceipt", chat_service_pb2.SendReadReceiptRequest, chat_service_pb2.SendReadReceiptResponse, True, False)
    LIST_READ_RECEIPTS = Method("/parley.chat.v1.ChatService/ListReadReceipts", chat_service_pb2.ListReadReceiptsRequest, chat_service_pb2.ListReadReceiptsResponse, True, False)
    SUBSCRIBE = Method("/parley.chat.v1.ChatService/Subscribe", chat_service_pb2.SubscribeRequest, chat_service_pb2.SubscribeResponse, True, False)


class DirectoryService:
    """Methods of `parley.directory.v1.DirectoryService`."""

    IMPORT_TENANT_USERS = Method("/parley.directory.v1.DirectoryService/ImportTenantUsers", directory_service_pb2.ImportTenantUsersRequest, directory_service_pb2.ImportTenantUsersResponse, False, False)
    GET_TENANT_USER = Method("/parley.directory.v1.DirectoryService/GetTenantUser", directory_service_pb2.GetTenantUserRequest, directory_service_pb2.GetTenantUserResponse, True, False)
    FIND_TENANT_USERS = Method("/parley.directory.v1.DirectoryService/FindTenantUsers", directory_service_pb2.FindTenantUsersRequest, directory_service_pb2.FindTenantUsersResponse, True, False)
    UPDATE_TENANT_USER = Method("/parley.directory.v1.DirectoryService/UpdateTenantUser", directory_service_pb2.UpdateTenantUserRequest, directory_service_pb2.UpdateTenantUserResponse, True, True)
    DELETE_TENANT_USER = Method("/parley.directory.v1.DirectoryService/DeleteTenantUser", directory_service_pb2.DeleteTenantUserRequest, directory_service_pb2.DeleteTenantUserResponse, True, True)
    CREATE_GROUP = Method("/parley.directory.v1.DirectoryService/CreateGroup", directory_service_pb2.CreateGroupRequest, directory_service_pb2.CreateGroupResponse, True, True)
    GET_GROUP = Method("/parley.directory.v1.DirectoryService/GetGroup", directory_service_pb2.GetGroupRequest, directory_service_pb2.GetGroupResponse, True, False)
    LIST_GROUPS = Method("/parley.directory.v1.DirectoryService/ListGroups", directory_service_pb2.ListGroupsRequest, directory_service_pb2.ListGroupsResponse, True, False)
    UPDATE_GROUP = Method("/parley.directory.v1.DirectoryService/UpdateGroup", directory_service_pb2.UpdateGroupRequest, directory_service_pb2.UpdateGroupResponse, True, True)
    DELETE_GROUP = Method("/parley.directory.v1.DirectoryService/DeleteGroup", directory_service_pb2.DeleteGroupRequest, directory_service_pb2.DeleteGroupResponse, True, True)
    ADD_GROUP_MEMBERS = Method("/parley.directory.v1.DirectoryService/AddGroupMembers", directory_service_pb2.AddGroupMembersRequest, directory_service_pb2.AddGroupMembersResponse, True, True)
    REMOVE_GROUP_MEMBERS = Method("/parley.directory.v1.DirectoryService/RemoveGroupMembers", directory_service_pb2.RemoveGroupMembersRequest, directory_service_pb2.RemoveGroupMembersResponse, True, True)
    LIST_GROUP_MEMBERS = Method("/parley.directory.v1.DirectoryService/ListGroupMembers", directory_service_pb2.ListGroupMembersRequest, directory_service_pb2.ListGroupMembersResponse, True, False)
    CREATE_VOICE_APPLICATION = Method("/parley.directory.v1.DirectoryService/CreateVoiceApplication", directory_service_pb2.CreateVoiceApplicationRequest, directory_service_pb2.CreateVoiceApplicationResponse, True, True)
    GET_VOICE_APPLICATION = Method("/parley.directory.v1.DirectoryService/GetVoiceApplication", directory_service_pb2.GetVoiceApplicationRequest, directory_service_pb2.GetVoiceApplicationResponse, True, False)
    LIST_VOICE_APPLICATIONS = Method("/parley.directory.v1.DirectoryService/ListVoiceApplications", directory_service_pb2.ListVoiceApplicationsRequest, directory_service_pb2.ListVoiceApplicationsResponse, True, False)
    UPDATE_VOICE_APPLICATION = Method("/parley.directory.v1.DirectoryService/UpdateVoiceApplication", directory_service_pb2.UpdateVoiceApplicationRequest, directory_service_pb2.UpdateVoiceApplicationResponse, True, True)
    DELETE_VOICE_APPLICATION = Method("/parley.directory.v1.DirectoryService/DeleteVoiceApplication", directory_service_pb2.DeleteVoiceApplicationRequest, directory_service_pb2.DeleteVoiceApplicationResponse, True, True)


class IdentityService:
    """Methods of `parley.identity.v1.IdentityService`."""

    CREATE_USER = Method("/parley.identity.v1.IdentityService/CreateUser", identity_service_pb2.CreateUserRequest, identity_service_pb2.CreateUserResponse, True, True)
    GET_USER = Method("/parley.identity.v1.IdentityService/GetUser", identity_service_pb2.GetUserRequest, identity_service_pb2.GetUserResponse, True, False)
    LIST_USERS = Method("/parley.identity.v1.IdentityService/ListUsers", identity_service_pb2.ListUsersRequest, identity_service_pb2.ListUsersResponse, True, False)
    DELETE_USER = Method("/parley.identity.v1.IdentityService/DeleteUser", identity_service_pb2.DeleteUserRequest, identity_service_pb2.DeleteUserResponse, True, True)
    ISSUE_TOKEN = Method("/parley.identity.v1.IdentityService/IssueToken", identity_service_pb2.IssueTokenRequest, identity_service_pb2.IssueTokenResponse, False, False)
    REVOKE_TOKENS = Method("/parley.identity.v1.IdentityService/RevokeTokens", identity_service_pb2.RevokeTokensRequest, identity_service_pb2.RevokeTokensResponse, True, False)
    EXCHANGE_TOKEN = Method("/parley.identity.v1.IdentityService/ExchangeToken", identity_service_pb2.ExchangeTokenRequest, identity_service_pb2.ExchangeTokenResponse, False, False)
    ISSUE_TENANT_USER_TOKEN = Method("/parley.identity.v1.IdentityService/IssueTenantUserToken", identity_service_pb2.IssueTenantUserTokenRequest, identity_service_pb2.IssueTenantUserTokenResponse, False, False)
    GET_CALLER = Method("/parley.identity.v1.IdentityService/GetCaller", identity_service_pb2.GetCallerRequest, identity_service_pb2.GetCallerResponse, True, False)


class PolicyService:
    """Methods of `parley.policy.v1.PolicyService`."""

    GET_FEDERATION_CONFIGURATION = Method("/parley.policy.v1.PolicyService/GetFederationConfiguration", policy_service_pb2.GetFederationConfigurationRequest, policy_service_pb2.GetFederationConfigurationResponse, True, False)
    UPDATE_FEDERATION_CONFIGURATION = Method("/parley.policy.v1.PolicyService/UpdateFederationConfiguration", policy_service_pb2.UpdateFederationConfigurationRequest, policy_service_pb2.UpdateFederationConfigurationResponse, True, True)
    CREATE_EXTERNAL_ACCESS_POLICY = Method("/parley.policy.v1.PolicyService/CreateExternalAccessPolicy", policy_service_pb2.CreateExternalAccessPolicyRequest, policy_service_pb2.CreateExternalAccessPolicyResponse, True, True)
    GET_EXTERNAL_ACCESS_POLICY = Method("/parley.policy.v1.PolicyService/GetExternalAccessPolicy", policy_service_pb2.GetExternalAccessPolicyRequest, policy_service_pb2.GetExternalAccessPolicyResponse, True, False)
    LIST_EXTERNAL_ACCESS_POLICIES = Method("/parley.policy.v1.PolicyService/ListExternalAccessPolicies", policy_service_pb2.ListExternalAccessPoliciesRequest, policy_service_pb2.ListExternalAccessPoliciesResponse, True, False)
    UPDATE_EXTERNAL_ACCESS_POLICY = Method("/parley.policy.v1.PolicyService/UpdateExternalAccessPolicy", policy_service_pb2.UpdateExternalAccessPolicyRequest, policy_service_pb2.UpdateExternalAccessPolicyResponse, True, True)
    DELETE_EXTERNAL_ACCESS_POLICY = Method("/parley.policy.v1.PolicyService/DeleteExternalAccessPolicy", policy_service_pb2.DeleteExternalAccessPolicyRequest, policy_service_pb2.DeleteExternalAccessPolicyResponse, True, True)
    GRANT_EXTERNAL_ACCESS_POLICY = Method("/parley.policy.v1.PolicyService/GrantExternalAccessPolicy", policy_service_pb2.GrantExternalAccessPolicyRequest, policy_service_pb2.GrantExternalAccessPolicyResponse, True, True)
    REVOKE_EXTERNAL_ACCESS_POLICY_GRANT = Method("/parley.policy.v1.PolicyService/RevokeExternalAccessPolicyGrant", policy_service_pb2.RevokeExternalAccessPolicyGrantRequest, policy_service_pb2.RevokeExternalAccessPolicyGrantResponse, True, True)
    LIST_EXTERNAL_ACCESS_POLICY_GRANTS = Method("/parley.policy.v1.PolicyService/ListExternalAccessPolicyGrants", policy_service_pb2.ListExternalAccessPolicyGrantsRequest, policy_service_pb2.ListExternalAccessPolicyGrantsResponse, True, False)
    EVALUATE_INTEROP = Method("/parley.policy.v1.PolicyService/EvaluateInterop", policy_service_pb2.EvaluateInteropRequest, policy_service_pb2.EvaluateInteropResponse, True, False)
    BATCH_EVALUATE_INTEROP = Method("/parley.policy.v1.PolicyService/BatchEvaluateInterop", policy_service_pb2.BatchEvaluateInteropRequest, policy_service_pb2.BatchEvaluateInteropResponse, True, False)
    EXPORT_POLICY = Method("/parley.policy.v1.PolicyService/ExportPolicy", policy_service_pb2.ExportPolicyRequest, policy_service_pb2.ExportPolicyResponse, True, False)
    APPLY_POLICY = Method("/parley.policy.v1.PolicyService/ApplyPolicy", policy_service_pb2.ApplyPolicyRequest, policy_service_pb2.ApplyPolicyResponse, True, True)
    WATCH_POLICY = Method("/parley.policy.v1.PolicyService/WatchPolicy", policy_service_pb2.WatchPolicyRequest, policy_service_pb2.WatchPolicyResponse, True, False)
