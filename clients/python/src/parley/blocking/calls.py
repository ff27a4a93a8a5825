# Generated from parley/aio/calls.py by make generate. Do not edit.
"""Calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from parley._gen.call.v1.call_event_pb2 import CallEvent
from parley._gen.call.v1.call_pb2 import (
    Call,
    CallState,
    CaptureKind,
    CaptureState,
    DtmfTone,
    MediaMode,
    Notice,
    RejectReason,
    Signal,
)
from parley._gen.call.v1.call_service_pb2 import (
    AcknowledgeNoticeRequest,
    AcknowledgeNoticeResponse,
    AddParticipantsRequest,
    AddParticipantsResponse,
    AnswerCallRequest,
    AnswerCallResponse,
    GetCallRequest,
    GetRelayConfigurationRequest,
    GetRelayConfigurationResponse,
    HangUpRequest,
    HangUpResponse,
    HangUpScope,
    HoldCallRequest,
    HoldCallResponse,
    ListCallsRequest,
    ListNoticesRequest,
    MuteParticipantRequest,
    MuteParticipantResponse,
    RedirectCallRequest,
    RedirectCallResponse,
    RejectCallRequest,
    RejectCallResponse,
    RemoveParticipantRequest,
    RemoveParticipantResponse,
    ResumeCallRequest,
    ResumeCallResponse,
    SendDtmfRequest,
    SendDtmfResponse,
    SendSignalRequest,
    SendSignalResponse,
    SetCaptureStateRequest,
    SetCaptureStateResponse,
    StartCallRequest,
    StartCallResponse,
    SubscribeRequest,
    TransferCallRequest,
    TransferCallResponse,
    UnmuteParticipantRequest,
    UnmuteParticipantResponse,
)
from parley._gen.methods import CallService
from parley.blocking.connection import Connection
from parley.blocking.pages import Pages
from parley.blocking.ringing import CallFollow, CallSide, IncomingCalls
from parley.identifiers import IdentifierLike, message, optional
from parley.subscription import Start, Subscription


class Calls:
    """Calls between communication users, Teams users and voice applications.

    Every method takes `timeout`, the deadline of this call in seconds, and raises `ParleyError`: CALL_NOT_FOUND for who was
    never in the call, LEG_ENDED for who has left it, CALL_ENDED when it is over. Methods that write take an
    `idempotency_key`, and make one for each call if there is none; `operation_context` is a text of at most 256
    characters that the events of the request repeat. `device_id` tells a user's devices apart: at most 64 characters,
    chosen by the application and kept.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start_call(
        self,
        targets: Sequence[IdentifierLike],
        *,
        device_id: str = "",
        display_name: str = "",
        ring_timeout: timedelta | None = None,
        custom_context: Mapping[str, str] | None = None,
        max_duration: timedelta | None = None,
        media_mode: MediaMode = MediaMode.MEDIA_MODE_SIGNALLED,
        require_acknowledgement: bool = False,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> StartCallResponse:
        """Call 1 to 31 parties; when this returns, they ring. They ring for 5 s to 120 s, by default 60 s.

        Those who cannot be called come back in `refused_targets`; where that is all of them, the error is that of the
        first. The call may last 10 s to 24 h, by default 24 h; `custom_context` has at most 4 KiB.

        >>> started = anna.calls.start_call([ben_id], display_name="Anna")
        >>> started.call.state == CallState.CALL_STATE_RINGING
        True
        >>> (anna.calls.hang_up(started.call.call_id)).call.outcome == Outcome.OUTCOME_CANCELLED
        True
        """
        request = StartCallRequest(
            targets=[message(target) for target in targets],
            device_id=device_id,
            display_name=display_name,
            ring_timeout=ring_timeout,
            custom_context=custom_context,
            max_duration=max_duration,
            media_mode=media_mode,
            require_acknowledgement=require_acknowledgement,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.START_CALL, request, timeout)

    def answer_call(
        self,
        call_id: str,
        *,
        device_id: str = "",
        display_name: str = "",
        media_mode: MediaMode = MediaMode.MEDIA_MODE_SIGNALLED,
        require_acknowledgement: bool = False,
        muted: bool = False,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> AnswerCallResponse:
        """Take an incoming call on one device; the first device wins (else CALL_ALREADY_ANSWERED)."""
        request = AnswerCallRequest(
            call_id=call_id,
            device_id=device_id,
            display_name=display_name,
            media_mode=media_mode,
            require_acknowledgement=require_acknowledgement,
            muted=muted,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.ANSWER_CALL, request, timeout)

    def reject_call(
        self,
        call_id: str,
        *,
        reject_reason: RejectReason = RejectReason.REJECT_REASON_DECLINED,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> RejectCallResponse:
        """Refuse an incoming call on all devices of the user. Rejecting again changes nothing."""
        request = RejectCallRequest(
            call_id=call_id,
            reject_reason=reject_reason,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.REJECT_CALL, request, timeout)

    def redirect_call(
        self,
        call_id: str,
        target: IdentifierLike,
        *,
        ring_timeout: timedelta | None = None,
        custom_context: Mapping[str, str] | None = None,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> RedirectCallResponse:
        """Send an incoming call on to somebody else before it is answered, at most 5 times."""
        request = RedirectCallRequest(
            call_id=call_id,
            target=message(target),
            ring_timeout=ring_timeout,
            custom_context=custom_context,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.REDIRECT_CALL, request, timeout)

    def hang_up(
        self,
        call_id: str,
        *,
        scope: HangUpScope = HangUpScope.HANG_UP_SCOPE_SELF,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> HangUpResponse:
        """Leave a call, or end it for everyone. Hanging up again changes nothing."""
        request = HangUpRequest(
            call_id=call_id, scope=scope, operation_context=operation_context, idempotency_key=idempotency_key
        )
        return self._connection.unary(CallService.HANG_UP, request, timeout)

    def get_call(self, call_id: str, *, timeout: float | None = None) -> Call:
        """Return a call that the caller is in, was in or is called to."""
        return (self._connection.unary(CallService.GET_CALL, GetCallRequest(call_id=call_id), timeout)).call

    def list_calls(
        self,
        *,
        states: Sequence[CallState] = (),
        participant: IdentifierLike | None = None,
        start_time: datetime | None = None,
        page_size: int = 0,
        page_token: str = "",
        timeout: float | None = None,
    ) -> Pages[Call]:
        """List calls newest first: in these states, of this party, started since; at most 200 to a page."""
        request = ListCallsRequest(
            states=states,
            participant=optional(participant),
            start_time=start_time,
            page_size=page_size,
            page_token=page_token,
        )
        return Pages(self._connection, CallService.LIST_CALLS, request, "calls", timeout)

    def add_participants(
        self,
        call_id: str,
        targets: Sequence[IdentifierLike],
        *,
        ring_timeout: timedelta | None = None,
        custom_context: Mapping[str, str] | None = None,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> AddParticipantsResponse:
        """Call 1 to 31 more parties into a call. Those who cannot be called come back in `refused_targets`."""
        request = AddParticipantsRequest(
            call_id=call_id,
            targets=[message(target) for target in targets],
            ring_timeout=ring_timeout,
            custom_context=custom_context,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.ADD_PARTICIPANTS, request, timeout)

    def remove_participant(
        self,
        call_id: str,
        party: IdentifierLike,
        *,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> RemoveParticipantResponse:
        """Take a party out of a call, or withdraw its invitation while it rings."""
        request = RemoveParticipantRequest(
            call_id=call_id,
            identifier=message(party),
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.REMOVE_PARTICIPANT, request, timeout)

    def transfer_call(
        self,
        call_id: str,
        *,
        target: IdentifierLike | None = None,
        consultation_call_id: str | None = None,
        ring_timeout: timedelta | None = None,
        custom_context: Mapping[str, str] | None = None,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> TransferCallResponse:
        """Let somebody else take one's place: `target`, which rings, or the other party of a second call."""
        request = TransferCallRequest(
            call_id=call_id,
            target=optional(target),
            consultation_call_id=consultation_call_id,
            ring_timeout=ring_timeout,
            custom_context=custom_context,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.TRANSFER_CALL, request, timeout)

    def hold_call(
        self, call_id: str, *, operation_context: str = "", idempotency_key: str = "", timeout: float | None = None
    ) -> HoldCallResponse:
        """Put a call on hold for oneself. Holding again changes nothing."""
        request = HoldCallRequest(call_id=call_id, operation_context=operation_context, idempotency_key=idempotency_key)
        return self._connection.unary(CallService.HOLD_CALL, request, timeout)

    def resume_call(
        self, call_id: str, *, operation_context: str = "", idempotency_key: str = "", timeout: float | None = None
    ) -> ResumeCallResponse:
        """Take a call off hold for oneself. Resuming again changes nothing."""
        request = ResumeCallRequest(call_id=call_id, operation_context=operation_context, idempotency_key=idempotency_key)
        return self._connection.unary(CallService.RESUME_CALL, request, timeout)

    def mute_participant(
        self,
        call_id: str,
        party: IdentifierLike | None = None,
        *,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> MuteParticipantResponse:
        """Mute oneself or another party, whose device mutes when it sees the event."""
        request = MuteParticipantRequest(
            call_id=call_id,
            identifier=optional(party),
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.MUTE_PARTICIPANT, request, timeout)

    def unmute_participant(
        self,
        call_id: str,
        party: IdentifierLike | None = None,
        *,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UnmuteParticipantResponse:
        """Unmute oneself; nobody is unmuted by another (NOT_THE_PARTY)."""
        request = UnmuteParticipantRequest(
            call_id=call_id,
            identifier=optional(party),
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.UNMUTE_PARTICIPANT, request, timeout)

    def send_dtmf(
        self,
        call_id: str,
        tones: Sequence[DtmfTone],
        *,
        target: IdentifierLike | None = None,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> SendDtmfResponse:
        """Send 1 to 64 tones to the others in a call, or to one of them."""
        request = SendDtmfRequest(
            call_id=call_id,
            tones=tones,
            target=optional(target),
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.SEND_DTMF, request, timeout)

    def send_signal(
        self, call_id: str, signal: Signal, *, idempotency_key: str = "", timeout: float | None = None
    ) -> SendSignalResponse:
        """Send an offer, an answer or a candidate to another leg; an offer or answer has at most 64 KiB.

        Particular reasons: SIGNAL_OUT_OF_TURN, SIGNAL_TOO_LARGE, NOTICE_UNACKNOWLEDGED, TOO_MANY_SIGNALS.
        """
        request = SendSignalRequest(call_id=call_id, signal=signal, idempotency_key=idempotency_key)
        return self._connection.unary(CallService.SEND_SIGNAL, request, timeout)

    def get_relay_configuration(self, call_id: str, *, timeout: float | None = None) -> GetRelayConfigurationResponse:
        """Return the relay and a credential for the user's leg, good for about an hour."""
        request = GetRelayConfigurationRequest(call_id=call_id)
        return self._connection.unary(CallService.GET_RELAY_CONFIGURATION, request, timeout)

    def set_capture_state(
        self,
        call_id: str,
        kind: CaptureKind,
        state: CaptureState,
        *,
        require_acknowledgement: bool = False,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> SetCaptureStateResponse:
        """Declare that a recording or a transcription is started, paused, resumed or stopped; everybody is told."""
        request = SetCaptureStateRequest(
            call_id=call_id,
            kind=kind,
            state=state,
            require_acknowledgement=require_acknowledgement,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.SET_CAPTURE_STATE, request, timeout)

    def acknowledge_notice(
        self,
        call_id: str,
        notice_id: str,
        *,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> AcknowledgeNoticeResponse:
        """Say that the user has seen a notice addressed to it. Acknowledging again changes nothing."""
        request = AcknowledgeNoticeRequest(
            call_id=call_id,
            notice_id=notice_id,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
        )
        return self._connection.unary(CallService.ACKNOWLEDGE_NOTICE, request, timeout)

    def list_notices(
        self, call_id: str, *, page_size: int = 0, page_token: str = "", timeout: float | None = None
    ) -> Pages[Notice]:
        """List who was told of the captures of a call and who acknowledged, in order; at most 250 to a page."""
        request = ListNoticesRequest(call_id=call_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, CallService.LIST_NOTICES, request, "notices", timeout)

    def follow(
        self,
        *,
        start: Start | bytes = Start.NOW,
        device_id: str = "",
        call_ids: Sequence[str] = (),
        heartbeat_interval: timedelta | None = None,
        until_caught_up: bool = False,
    ) -> CallFollow:
        """Return the events of the user's calls on one device, or of the whole resource for a key that acts as nobody.

        A device that follows is watched: when its last stream breaks in the midst of a call, it has some time to come
        back. The other arguments are those of `chat.follow`.
        """
        subscription: Subscription[CallEvent] = Subscription(
            CallService.SUBSCRIBE,
            SubscribeRequest(device_id=device_id, call_ids=call_ids),
            start,
            heartbeat_interval,
            ("event",),
        )
        return CallFollow(self._connection, self, subscription, device_id, until_caught_up=until_caught_up)

    def incoming(
        self, *, start: Start | bytes = Start.NOW, device_id: str = "", heartbeat_interval: timedelta | None = None
    ) -> IncomingCalls:
        """Return the calls that ring for the user, one by one, on one device."""
        return IncomingCalls(self.follow(start=start, device_id=device_id, heartbeat_interval=heartbeat_interval))

    def side(self, call_id: str, *, device_id: str = "") -> CallSide:
        """Return one's own side of a call, such as one that was just started."""
        return CallSide(self, call_id, device_id)
