from __future__ import annotations

import pytest
from surface import both

import parley
from parley.types.call import CallState, DtmfTone, IceCandidate, Outcome, RejectReason


async def ring(surface, world):
    """Let Anna call Ben, and return her side, Ben's stream and the call that rings there."""
    client = surface.client(world.address, world.key)
    anna, ben = client.as_user(world.anna_id), client.as_user(world.ben_id)
    stream = ben.calls.follow(device_id="desk")
    await surface(stream.open)
    started = await surface(anna.calls.start_call, [world.ben_id], display_name="Anna", custom_context={"why": "roof"})
    while True:
        event = await surface.next(stream)
        call = await surface(stream.incoming_call, event)
        if call is not None:
            assert event.leg_ringing.custom_context == {"why": "roof"}
            return anna.calls.side(started.call.call_id), stream, call


async def until(surface, stream, kind):
    while True:
        event = await surface.next(stream)
        if event.WhichOneof("event") == kind:
            return getattr(event, kind)


@both
async def test_a_call_from_ringing_to_hanging_up(surface, world):
    anna, stream, call = await ring(surface, world)
    assert call.caller == parley.parse(world.anna_id)
    assert 50 < call.time_left <= 61
    answered = await surface(call.answer, display_name="Ben")
    assert answered.call.state == CallState.CALL_STATE_CONNECTING
    assert {leg.device_id for leg in answered.call.legs} == {"", "desk"}
    source = next(leg.leg_id for leg in answered.call.legs if leg.leg_id != answered.leg_id)

    offered = await surface(anna.offer, answered.leg_id, "v=0 offer")
    signal = (await until(surface, stream, "signal_received")).signal
    assert signal.offer.sdp == "v=0 offer"
    await surface(call.accept, source, "v=0 answer", offered.signal_sequence)
    await surface(call.candidate, source, IceCandidate(candidate="candidate:1", sdp_mid="0"))
    await surface(call.end_of_candidates, source)
    await surface(call.media_connected, source)
    await surface(anna.media_connected, answered.leg_id)
    await until(surface, stream, "leg_connected")

    assert (await surface(call.mute)).leg.muted
    assert not (await surface(call.unmute)).leg.muted
    assert (await surface(call.hold)).leg.on_hold
    assert not (await surface(call.resume)).leg.on_hold
    await surface(call.send_dtmf, [DtmfTone.DTMF_TONE_ONE])

    events = anna.follow()
    signals = [(await until(surface, events, "signal_received")).signal.WhichOneof("content") for _ in range(4)]
    assert signals == ["answer", "candidate", "end_of_candidates", "media_connected"]
    await surface(events.close)

    ended = await surface(call.hang_up)
    assert ended.call.outcome == Outcome.OUTCOME_COMPLETED
    await surface(stream.close)


@both
async def test_a_call_is_rejected(surface, world):
    _, stream, call = await ring(surface, world)
    rejected = await surface(call.reject, RejectReason.REJECT_REASON_BUSY)
    assert rejected.leg.outcome == Outcome.OUTCOME_BUSY
    with pytest.raises(parley.FailedPreconditionError) as caught:
        await surface(call.answer)
    assert caught.value.reason in {parley.Reason.CALL_ENDED, parley.Reason.LEG_ENDED}
    await surface(stream.close)


@both
async def test_a_call_is_redirected(surface, world):
    _, stream, call = await ring(surface, world)
    cleo_id = world.user("Cleo")
    assert (await surface(call.redirect, cleo_id)).leg.identifier.raw_id == cleo_id
    await surface(stream.close)


@both
async def test_calls_that_have_stopped_ringing_are_passed_over(surface, world):
    client = surface.client(world.address, world.key)
    token = world.backend.identity.issue_token(world.ben_id)
    ben = surface.client(world.address, token)
    calls = ben.calls.incoming()
    await surface(calls._stream.open)
    call_id = (await surface(client.as_user(world.anna_id).calls.start_call, [world.ben_id])).call.call_id
    assert (await surface.next(calls)).call_id == call_id
    assert calls.cursor
    await surface(calls.close)
    assert await surface.next(calls) is None
    await surface(client.calls.hang_up, call_id, scope=parley.types.call.HangUpScope.HANG_UP_SCOPE_EVERYONE)
