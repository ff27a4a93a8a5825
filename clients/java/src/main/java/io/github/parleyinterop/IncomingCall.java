package io.github.parleyinterop;

import io.github.parleyinterop.call.v1.AnswerCallRequest;
import io.github.parleyinterop.call.v1.AnswerCallResponse;
import io.github.parleyinterop.call.v1.HangUpRequest;
import io.github.parleyinterop.call.v1.HangUpResponse;
import io.github.parleyinterop.call.v1.IceCandidate;
import io.github.parleyinterop.call.v1.LegRinging;
import io.github.parleyinterop.call.v1.RedirectCallRequest;
import io.github.parleyinterop.call.v1.RedirectCallResponse;
import io.github.parleyinterop.call.v1.RejectCallRequest;
import io.github.parleyinterop.call.v1.RejectCallResponse;
import io.github.parleyinterop.call.v1.RejectReason;
import io.github.parleyinterop.call.v1.SendSignalRequest;
import io.github.parleyinterop.call.v1.SendSignalResponse;
import io.github.parleyinterop.call.v1.SessionAnswer;
import io.github.parleyinterop.call.v1.SessionOffer;
import io.github.parleyinterop.call.v1.Signal;
import java.time.Instant;
import java.util.Map;

/**
 * A call that rings for the user of a client, and what can be done with it before and after it is answered. Found by {@link
 * CallClient#incoming}. Every method throws {@link ParleyException} where the broker refuses it.
 */
public final class IncomingCall {
    private final CallClient calls;
    private final LegRinging ringing;
    private final String deviceId;

    IncomingCall(CallClient calls, LegRinging ringing, String deviceId) {
        this.calls = calls;
        this.ringing = ringing;
        this.deviceId = deviceId;
    }

    /**
     * Returns the id of the call.
     *
     * @return a GUID
     */
    public String callId() {
        return ringing.getCall().getCallId();
    }

    /**
     * Returns the id of the user's own leg.
     *
     * @return the id within the call
     */
    public String legId() {
        return ringing.getLeg().getLegId();
    }

    /**
     * Returns who calls.
     *
     * @return the party that started the call
     */
    public Identifier from() {
        return Identifier.of(ringing.getCall().getSource());
    }

    /**
     * Returns the leg of who calls, to which signals go.
     *
     * @return the id within the call
     */
    public String callerLegId() {
        return ringing.getCall().getLegs(0).getLegId();
    }

    /**
     * Returns when the ringing ends by itself.
     *
     * @return the time by the clock of the broker
     */
    public Instant expireTime() {
        return Instant.ofEpochSecond(
                ringing.getExpireTime().getSeconds(), ringing.getExpireTime().getNanos());
    }

    /**
     * Returns the data of the application for this invitation.
     *
     * @return keys and values
     */
    public Map<String, String> customContext() {
        return ringing.getCustomContextMap();
    }

    /**
     * Returns the event that told of the call.
     *
     * @return the event with the call as it was then
     */
    public LegRinging event() {
        return ringing;
    }

    /**
     * Takes the call on this device.
     *
     * @return the answer of the broker, with the notices of what is captured
     */
    public AnswerCallResponse answer() {
        return answer(AnswerCallRequest.getDefaultInstance());
    }

    /**
     * Takes the call on this device.
     *
     * @param request how; the call and the device are filled in
     * @return the answer of the broker
     */
    public AnswerCallResponse answer(AnswerCallRequest request) {
        return calls.answerCall(
                request.toBuilder().setCallId(callId()).setDeviceId(deviceId).build());
    }

    /**
     * Refuses the call on all devices of the user.
     *
     * @param reason why
     * @return the answer of the broker
     */
    public RejectCallResponse reject(RejectReason reason) {
        return reject(RejectCallRequest.newBuilder().setRejectReason(reason).build());
    }

    /**
     * Refuses the call on all devices of the user.
     *
     * @param request why; the call is filled in
     * @return the answer of the broker
     */
    public RejectCallResponse reject(RejectCallRequest request) {
        return calls.rejectCall(request.toBuilder().setCallId(callId()).build());
    }

    /**
     * Sends the call on to somebody else.
     *
     * @param target who is to ring instead
     * @return the answer of the broker
     */
    public RedirectCallResponse redirect(Identifier target) {
        return calls.redirectCall(RedirectCallRequest.newBuilder()
                .setCallId(callId())
                .setTarget(target.toProto())
                .build());
    }

    /**
     * Sends an offer to who calls.
     *
     * @param sdp the description, 1 byte to 64 KiB
     * @return the number of the signal, which the answer repeats
     */
    public SendSignalResponse offer(String sdp) {
        return signal(
                toCaller(Signal.newBuilder().setOffer(SessionOffer.newBuilder().setSdp(sdp))));
    }

    /**
     * Answers an offer of who calls.
     *
     * @param sdp the description, 1 byte to 64 KiB
     * @param offerSequence the {@code signal_sequence} of the offer
     * @return the number of the signal
     */
    public SendSignalResponse answerOffer(String sdp, long offerSequence) {
        return signal(toCaller(Signal.newBuilder()
                .setAnswer(SessionAnswer.newBuilder().setSdp(sdp).setOfferSequence(offerSequence))));
    }

    /**
     * Tells who calls a way to reach this device.
     *
     * @param candidate the way
     * @return the number of the signal
     */
    public SendSignalResponse candidate(IceCandidate candidate) {
        return signal(toCaller(Signal.newBuilder().setCandidate(candidate)));
    }

    /**
     * Sends any signal to any leg of the call.
     *
     * @param request the signal; the call is filled in
     * @return the number of the signal
     */
    public SendSignalResponse signal(SendSignalRequest request) {
        return calls.sendSignal(request.toBuilder().setCallId(callId()).build());
    }

    private SendSignalRequest toCaller(Signal.Builder signal) {
        return SendSignalRequest.newBuilder()
                .setSignal(signal.setToLegId(callerLegId()))
                .build();
    }

    /**
     * Leaves the call.
     *
     * @return the answer of the broker
     */
    public HangUpResponse hangUp() {
        return hangUp(HangUpRequest.getDefaultInstance());
    }

    /**
     * Leaves the call, or ends it for everyone.
     *
     * @param request for whom; the call is filled in
     * @return the answer of the broker
     */
    public HangUpResponse hangUp(HangUpRequest request) {
        return calls.hangUp(request.toBuilder().setCallId(callId()).build());
    }
}
