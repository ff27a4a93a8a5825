# Generated from proto/parley by make generate. Do not edit.
"""The reasons of the contract."""

from enum import Enum


class Reason(str, Enum):
    """The cause of a refusal, by which programs tell errors apart. It equals its own text."""

    #: Never an error. In a decision it means that nothing was refused.
    UNSPECIFIED = "UNSPECIFIED"
    #: The broker found a fault of its own. The message has an id to look for in its log.
    INTERNAL = "INTERNAL"
    #: This part of the contract is not served by this version.
    NOT_IMPLEMENTED = "NOT_IMPLEMENTED"
    #: The storage cannot be reached. Nothing happened; retry after the delay of the RetryInfo.
    STORAGE_UNAVAILABLE = "STORAGE_UNAVAILABLE"
    #: The storage has no room left. Nothing happened; reads go on.
    STORAGE_FULL = "STORAGE_FULL"
    #: The commit may or may not have happened. Retry with the same idempotency key to find out.
    OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN"
    #: The caller cancelled the request. Where it writes, it may have happened.
    CANCELLED = "CANCELLED"
    #: The deadline of the request passed. Where it writes, it may have happened.
    DEADLINE_EXCEEDED = "DEADLINE_EXCEEDED"
    #: The broker is shutting down. Retry after the delay of the RetryInfo.
    DRAINING = "DRAINING"
    #: The request has no credential: send metadata `authorization: Bearer <key or token>`.
    CREDENTIAL_MISSING = "CREDENTIAL_MISSING"
    #: The credential is neither a key nor a token of the broker.
    CREDENTIAL_MALFORMED = "CREDENTIAL_MALFORMED"
    #: No such key, or it was rotated away.
    KEY_UNKNOWN = "KEY_UNKNOWN"
    #: The signature of the token is not the broker's.
    TOKEN_INVALID = "TOKEN_INVALID"
    #: The token has expired.
    TOKEN_EXPIRED = "TOKEN_EXPIRED"
    #: The tokens of this user were revoked after this one was issued.
    TOKEN_REVOKED = "TOKEN_REVOKED"
    #: The user of the token was deleted.
    CALLER_DELETED = "CALLER_DELETED"
    #: The resource or tenant of the credential was deleted.
    OWNER_DELETED = "OWNER_DELETED"
    #: This kind of caller may not call this method.
    CALLER_NOT_ALLOWED = "CALLER_NOT_ALLOWED"
    #: The token lacks the scope that the method needs.
    SCOPE_MISSING = "SCOPE_MISSING"
    #: Only an access key may act as a user, and only as one of its own resource.
    ACT_AS_FORBIDDEN = "ACT_AS_FORBIDDEN"
    #: The method acts for a user: with an access key, name one in metadata `parley-act-as`.
    ACT_AS_REQUIRED = "ACT_AS_REQUIRED"
    #: The thing belongs to another resource or tenant.
    FOREIGN_OWNER = "FOREIGN_OWNER"
    #: The stream ended, and resuming from its last cursor loses nothing: the broker drains or moved.
    STREAM_RESUMABLE = "STREAM_RESUMABLE"
    #: The cursor is older than what is kept. The metadata `oldest_cursor` has the oldest valid one, in base64url.
    CURSOR_EXPIRED = "CURSOR_EXPIRED"
    #: The subscriber may no longer see what it subscribed to. The metadata `cause` says why.
    ACCESS_LOST = "ACCESS_LOST"
    #: The cursor is damaged.
    CURSOR_INVALID = "CURSOR_INVALID"
    #: The cursor belongs to another caller, or to a stream with another filter.
    CURSOR_FOREIGN = "CURSOR_FOREIGN"
    #: The cursor is of another history of the log, such as before a restore. Start anew.
    CURSOR_EPOCH = "CURSOR_EPOCH"
    #: A field of the request breaks its rule; the BadRequest detail names each.
    INVALID_FIELD = "INVALID_FIELD"
    #: The request has a field that this version does not know.
    UNKNOWN_FIELD = "UNKNOWN_FIELD"
    #: The identifier is malformed, or its raw id and its kind disagree.
    INVALID_IDENTIFIER = "INVALID_IDENTIFIER"
    #: The page token is damaged, or belongs to another caller or another request.
    PAGE_TOKEN_INVALID = "PAGE_TOKEN_INVALID"
    #: The idempotency key was used for a different request.
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    #: The revision is not one of this broker.
    REVISION_INVALID = "REVISION_INVALID"
    #: The thing has changed since it was read: read it again, and repeat the change with its new etag.
    ETAG_MISMATCH = "ETAG_MISMATCH"
    #: The update mask names a field that cannot be updated.
    UPDATE_MASK_INVALID = "UPDATE_MASK_INVALID"
    #: No such resource.
    RESOURCE_NOT_FOUND = "RESOURCE_NOT_FOUND"
    #: No such tenant.
    TENANT_NOT_FOUND = "TENANT_NOT_FOUND"
    #: No such communication user.
    USER_NOT_FOUND = "USER_NOT_FOUND"
    #: No such user in the tenant's directory.
    TENANT_USER_NOT_FOUND = "TENANT_USER_NOT_FOUND"
    #: No such group.
    GROUP_NOT_FOUND = "GROUP_NOT_FOUND"
    #: No such voice application.
    VOICE_APPLICATION_NOT_FOUND = "VOICE_APPLICATION_NOT_FOUND"
    #: No such key.
    KEY_NOT_FOUND = "KEY_NOT_FOUND"
    #: Another user has this user principal name.
    USER_PRINCIPAL_NAME_TAKEN = "USER_PRINCIPAL_NAME_TAKEN"
    #: The id is in use already, here or in another tenant.
    ID_TAKEN = "ID_TAKEN"
    #: It has things that depend on it; the message says which.
    IN_USE = "IN_USE"
    #: No such external access policy.
    POLICY_NOT_FOUND = "POLICY_NOT_FOUND"
    #: A policy of this name exists.
    POLICY_EXISTS = "POLICY_EXISTS"
    #: The policy is granted to somebody: revoke its grants first.
    POLICY_GRANTED = "POLICY_GRANTED"
    #: No such grant.
    GRANT_NOT_FOUND = "GRANT_NOT_FOUND"
    #: Another group has this rank.
    RANK_TAKEN = "RANK_TAKEN"
    #: Global applies to all and cannot be granted or revoked.
    POLICY_GLOBAL = "POLICY_GLOBAL"
    #: The tenant does not allow communication users.
    INTEROP_TENANT_DISABLED = "INTEROP_TENANT_DISABLED"
    #: The resource is not on the tenant's allow list.
    INTEROP_RESOURCE_NOT_ALLOWED = "INTEROP_RESOURCE_NOT_ALLOWED"
    #: The external access policy of the Teams user does not allow it.
    INTEROP_POLICY_DISABLED = "INTEROP_POLICY_DISABLED"
    #: Only communication users start a chat.
    INTEROP_CHAT_INITIATION = "INTEROP_CHAT_INITIATION"
    #: No GIF, image or file between the worlds; links are fine.
    INTEROP_ATTACHMENT = "INTEROP_ATTACHMENT"
    #: A Teams user cannot edit messages.
    INTEROP_EDIT = "INTEROP_EDIT"
    #: A Teams user may add Teams users only.
    INTEROP_ADD_PARTICIPANT = "INTEROP_ADD_PARTICIPANT"
    #: An interop call is between two, and does not become a group call.
    INTEROP_GROUP_CALL = "INTEROP_GROUP_CALL"
    #: A 1:1 interop call is not recorded.
    INTEROP_RECORDING = "INTEROP_RECORDING"
    #: No forwarding, transfer or redirection between the worlds.
    INTEROP_ROUTING = "INTEROP_ROUTING"
    #: The callee's coexistence mode is not TEAMS_ONLY.
    INTEROP_COEXISTENCE_MODE = "INTEROP_COEXISTENCE_MODE"
    #: No gateway serves telephone numbers.
    PHONE_NUMBER_UNSUPPORTED = "PHONE_NUMBER_UNSUPPORTED"
    #: This kind of party cannot take part in that.
    PARTICIPANT_KIND_UNSUPPORTED = "PARTICIPANT_KIND_UNSUPPORTED"
    #: No such thread, or the caller may not see it.
    THREAD_NOT_FOUND = "THREAD_NOT_FOUND"
    #: The thread was deleted.
    THREAD_DELETED = "THREAD_DELETED"
    #: No such message in the thread, or the caller may not see it.
    MESSAGE_NOT_FOUND = "MESSAGE_NOT_FOUND"
    #: The message was deleted.
    MESSAGE_DELETED = "MESSAGE_DELETED"
    #: Only its sender may change a message.
    NOT_THE_SENDER = "NOT_THE_SENDER"
    #: Only a participant may do that; the caller has left or was removed.
    NOT_A_PARTICIPANT = "NOT_A_PARTICIPANT"
    #: No such participant in the thread.
    PARTICIPANT_NOT_FOUND = "PARTICIPANT_NOT_FOUND"
    #: The thread has as many participants as it may have.
    TOO_MANY_PARTICIPANTS = "TOO_MANY_PARTICIPANTS"
    #: The content of the message is above 28 KiB.
    MESSAGE_TOO_LARGE = "MESSAGE_TOO_LARGE"
    #: The content of the message is empty.
    MESSAGE_EMPTY = "MESSAGE_EMPTY"
    #: The metadata is above 1 KiB.
    METADATA_TOO_LARGE = "METADATA_TOO_LARGE"
    #: The same participant is named twice.
    PARTICIPANT_REPEATED = "PARTICIPANT_REPEATED"
    #: The participant is in the thread already.
    PARTICIPANT_EXISTS = "PARTICIPANT_EXISTS"
    #: A system message cannot be changed.
    SYSTEM_MESSAGE = "SYSTEM_MESSAGE"
    #: Too many requests of this kind: retry after the delay of the RetryInfo.
    RATE_LIMITED = "RATE_LIMITED"
    #: A quota of the resource is used up; the metadata names it.
    QUOTA_EXCEEDED = "QUOTA_EXCEEDED"
    #: The broker serves as many streams as it may.
    TOO_MANY_STREAMS = "TOO_MANY_STREAMS"
    #: No such call, or the caller may not see it.
    CALL_NOT_FOUND = "CALL_NOT_FOUND"
    #: The call has ended.
    CALL_ENDED = "CALL_ENDED"
    #: The state of the call or of the leg does not allow it; the metadata `state` has it.
    CALL_STATE = "CALL_STATE"
    #: The call was answered already, here or on another device.
    CALL_ALREADY_ANSWERED = "CALL_ALREADY_ANSWERED"
    #: No such leg in the call.
    LEG_NOT_FOUND = "LEG_NOT_FOUND"
    #: The leg has left the call.
    LEG_ENDED = "LEG_ENDED"
    #: A caller cannot call itself.
    CALL_TO_SELF = "CALL_TO_SELF"
    #: The party called does not exist or cannot be reached.
    CALLEE_UNREACHABLE = "CALLEE_UNREACHABLE"
    #: The signal is above its size limit.
    SIGNAL_TOO_LARGE = "SIGNAL_TOO_LARGE"
    #: The leg has sent more signals than a call may hold.
    TOO_MANY_SIGNALS = "TOO_MANY_SIGNALS"
    #: The party is being rung as often as it may be.
    TOO_MANY_CALLS = "TOO_MANY_CALLS"
    #: No such notice, or it is not addressed to the caller.
    NOTICE_NOT_FOUND = "NOTICE_NOT_FOUND"
    #: Media waits until the notices are acknowledged.
    NOTICE_UNACKNOWLEDGED = "NOTICE_UNACKNOWLEDGED"
    #: The relay is switched off.
    RELAY_DISABLED = "RELAY_DISABLED"
    #: The custom context is above its limit.
    CUSTOM_CONTEXT_TOO_LARGE = "CUSTOM_CONTEXT_TOO_LARGE"
    #: The call has as many legs as it may have.
    TOO_MANY_LEGS = "TOO_MANY_LEGS"
    #: An offer while the offer of the other leg is open, or an answer to an offer that is not the open one.
    SIGNAL_OUT_OF_TURN = "SIGNAL_OUT_OF_TURN"
    #: The call was redirected as often as it may be.
    TOO_MANY_REDIRECTIONS = "TOO_MANY_REDIRECTIONS"
    #: Only the party of a leg may do that to it.
    NOT_THE_PARTY = "NOT_THE_PARTY"

    def __str__(self) -> str:
        return self.value
