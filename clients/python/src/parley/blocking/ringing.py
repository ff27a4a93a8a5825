# Generated from parley/aio/ringing.py by make generate. Do not edit.
"""One's own side of a call, and calls that ring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timezone
from types import TracebackType
from typing import TYPE_CHECKING, Any

from parley._gen.call.v1.call_event_pb2 import CallEvent
from parley._gen.call.v1.call_pb2 import (
    DtmfTone,
    EndOfCandidates,
    IceCandidate,
    MediaConnected,
    MediaMode,
    RejectReason,
    SessionAnswer,
    SessionOffer,
    Signal,
)
from parley._gen.call.v1.call_service_pb2 import (
    AcknowledgeNoticeResponse,
    AnswerCallResponse,
    HangUpResponse,
    HangUpScope,
    HoldCallResponse,
    MuteParticipantResponse,
    RedirectCallResponse,
    RejectCallResponse,
    ResumeCallResponse,
    SendDtmfResponse,
    SendSignalResponse,
    UnmuteParticipantResponse,
)
from parley._gen.identity.v1.identity_service_pb2 import GetCallerRequest
from parley._gen.methods import IdentityService
from parley.blocking.connection import Connection
from parley.blocking.follow import Follow
from parley.identifiers import Identifier, IdentifierLike, parse
from parley.subscription import Start, Subscription

if TYPE_CHECKING:
    from parley.blocking.calls import Calls


class CallSide:
    """One's own side of a call, on one device. All methods raise `ParleyError`.

    >>> started = anna.calls.start_call([ben_id])
    >>> side = anna.calls.side(started.call.call_id)
    >>> (side.hang_up()).call.outcome == Outcome.OUTCOME_CANCELLED
    True

    Attributes:
        call_id: The call.
        device_id: The device; empty for a user with one device.

    """

    def __init__(self, calls: Calls, call_id: str, device_id: str) -> None:
        self._calls = calls
        self.call_id = call_id
        self.device_id = device_id

    def follow(self, *, start: Start | bytes = Start.BEGINNING) -> CallFollow:
        """Return the events of this call, by default from its first on."""
        return self._calls.follow(start=start, device_id=self.device_id, call_ids=[self.call_id])

    def hang_up(self, *, everyone: bool = False, timeout: float | None = None) -> HangUpResponse:
        """Leave the call, or end it for everyone."""
        scope = HangUpScope.HANG_UP_SCOPE_EVERYONE if everyone else HangUpScope.HANG_UP_SCOPE_SELF
        return self._calls.hang_up(self.call_id, scope=scope, timeout=timeout)

    def hold(self, *, timeout: float | None = None) -> HoldCallResponse:
        """Put the call on hold for oneself."""
        return self._calls.hold_call(self.call_id, timeout=timeout)

    def resume(self, *, timeout: float | None = None) -> ResumeCallResponse:
        """Take the call off hold for oneself."""
        return self._calls.resume_call(self.call_id, timeout=timeout)

    def mute(self, *, timeout: float | None = None) -> MuteParticipantResponse:
        """Mute oneself."""
        return self._calls.mute_participant(self.call_id, timeout=timeout)

    def unmute(self, *, timeout: float | None = None) -> UnmuteParticipantResponse:
        """Unmute oneself."""
        return self._calls.unmute_participant(self.call_id, timeout=timeout)

    def send_dtmf(self, tones: Sequence[DtmfTone], *, timeout: float | None = None) -> SendDtmfResponse:
        """Send 1 to 64 tones to the others."""
        return self._calls.send_dtmf(self.call_id, tones, timeout=timeout)

    def acknowledge(self, notice_id: str, *, timeout: float | None = None) -> AcknowledgeNoticeResponse:
        """Say that the user has seen a notice."""
        return self._calls.acknowledge_notice(self.call_id, notice_id, timeout=timeout)

    def signal(self, signal: Signal, *, idempotency_key: str = "", timeout: float | None = None) -> SendSignalResponse:
        """Send a signal to another leg."""
        return self._calls.send_signal(self.call_id, signal, idempotency_key=idempotency_key, timeout=timeout)

    def offer(self, to_leg_id: str, sdp: str) -> SendSignalResponse:
        """Send an SDP offer of at most 64 KiB; the answer to it repeats the `signal_sequence`."""
        return self.signal(Signal(to_leg_id=to_leg_id, offer=SessionOffer(sdp=sdp)))

    def accept(self, to_leg_id: str, sdp: str, offer_sequence: int) -> SendSignalResponse:
        """Send the SDP answer of at most 64 KiB to the open offer, which has this `signal_sequence`."""
        answer = SessionAnswer(sdp=sdp, offer_sequence=offer_sequence)
        return self.signal(Signal(to_leg_id=to_leg_id, answer=answer))

    def candidate(self, to_leg_id: str, candidate: IceCandidate) -> SendSignalResponse:
        """Send an ICE candidate of at most 4 KiB."""
        return self.signal(Signal(to_leg_id=to_leg_id, candidate=candidate))

    def end_of_candidates(self, to_leg_id: str, username_fragment: str = "") -> SendSignalResponse:
        """Say that there are no more candidates."""
        end = EndOfCandidates(username_fragment=username_fragment)
        return self.signal(Signal(to_leg_id=to_leg_id, end_of_candidates=end))

    def media_connected(self, to_leg_id: str) -> SendSignalResponse:
        """Say that media from the other leg arrives."""
        return self.signal(Signal(to_leg_id=to_leg_id, media_connected=MediaConnected()))


class IncomingCall(CallSide):
    """A call that rings for the user of a stream.

    Attributes:
        event: The event that told of it, with the call, the user's leg, the custom context and the end of the ringing.

    """

    def __init__(self, calls: Calls, event: CallEvent, device_id: str, stream: Subscription[Any]) -> None:
        super().__init__(calls, event.call_id, device_id)
        self.event = event
        self._stream = stream

    @property
    def caller(self) -> Identifier:
        """Who calls, or has brought the user in."""
        ringing = self.event.leg_ringing
        return parse(ringing.leg.invited_by.raw_id if ringing.leg.HasField("invited_by") else ringing.call.source.raw_id)

    @property
    def time_left(self) -> float:
        """The seconds until it stops ringing, by the clock of the broker; negative if it has stopped."""
        return self._stream.until(self.event.leg_ringing.expire_time.ToDatetime(timezone.utc))

    def answer(
        self,
        *,
        display_name: str = "",
        media_mode: MediaMode = MediaMode.MEDIA_MODE_SIGNALLED,
        require_acknowledgement: bool = False,
        muted: bool = False,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> AnswerCallResponse:
        """Take the call on this device (else CALL_ALREADY_ANSWERED)."""
        return self._calls.answer_call(
            self.call_id,
            device_id=self.device_id,
            display_name=display_name,
            media_mode=media_mode,
            require_acknowledgement=require_acknowledgement,
            muted=muted,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
            timeout=timeout,
        )

    def reject(
        self,
        reason: RejectReason = RejectReason.REJECT_REASON_DECLINED,
        *,
        operation_context: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> RejectCallResponse:
        """Refuse the call on all devices of the user."""
        return self._calls.reject_call(
            self.call_id,
            reject_reason=reason,
            operation_context=operation_context,
            idempotency_key=idempotency_key,
            timeout=timeout,
        )

    def redirect(self, target: IdentifierLike, *, timeout: float | None = None) -> RedirectCallResponse:
        """Send the call on to somebody else."""
        return self._calls.redirect_call(self.call_id, target, timeout=timeout)


class CallFollow(Follow[CallEvent]):
    """The events of calls on one device, and the calls that ring among them."""

    def __init__(
        self,
        connection: Connection,
        calls: Calls,
        subscription: Subscription[CallEvent],
        device_id: str,
        *,
        until_caught_up: bool,
    ) -> None:
        super().__init__(connection, subscription, until_caught_up=until_caught_up)
        self._calls = calls
        self._device_id = device_id
        self._user = connection.act_as

    def incoming_call(self, event: CallEvent) -> IncomingCall | None:
        """Return the call that an event of this stream makes ring for the user; None for any other event."""
        if event.WhichOneof("event") != "leg_ringing":
            return None
        if event.leg_ringing.leg.identifier.raw_id != self._me():
            return None
        return IncomingCall(self._calls, event, self._device_id, self._subscription)

    def _me(self) -> str:
        """Return the raw id of the user, asking the broker once where a token says who it is."""
        if not self._user:
            caller = self._connection.unary(IdentityService.GET_CALLER, GetCallerRequest())
            self._user = caller.identifier.raw_id
        return self._user


class IncomingCalls:
    """The calls that ring for a user, one by one, on one device. Calls that have stopped ringing are passed over.

    >>> with ben.calls.incoming() as calls:
    ...     started = anna.calls.start_call([ben_id])
    ...     for call in calls:
    ...         answered = call.answer(display_name="Ben")
    ...         print(call.caller.raw_id == anna_id, answered.call.state == CallState.CALL_STATE_CONNECTING)
    ...         hung_up = call.hang_up()
    ...         break
    True True
    """

    def __init__(self, stream: CallFollow) -> None:
        self._stream = stream

    @property
    def cursor(self) -> bytes | None:
        """The position after the last call that was handed out, to start from later."""
        return self._stream.cursor

    def __enter__(self) -> IncomingCalls:
        self._stream.open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __iter__(self) -> IncomingCalls:
        return self

    def __next__(self) -> IncomingCall:
        while True:
            call = self._stream.incoming_call(self._stream.__next__())
            if call is not None and call.time_left > 0:
                return call

    def close(self) -> None:
        """End the stream. Calls go on ringing."""
        self._stream.close()
